"""Many files in, one after another in their order: read ahead, resumed, stopped."""

import datetime as dt
import hashlib
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path

from loaders.ahead import Readers, Terbaca
from loaders.formats.unreadable import UnreadableError
from loaders.ingest import already_received, ingest
from loaders.names import file_name
from loaders.reader import MAX_BERKAS, rejected, too_big
from loaders.receipt import TandaTerima, rejected_sentence
from loaders.received import one_finding
from loaders.stopping import Berhenti
from store import Store, StoreError, read
from store.earlier import every_sha256
from store.moments import receipt_moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Cara:
    """How files are taken, the same for all of them; as for `ingest`."""

    oleh: str
    diterima: dt.date | None = None
    contoh: bool = False
    simpan: bool = True
    ulang: bool = False
    tumpukan: str | None = None


def take(
    store: Store,
    files: Sequence[Path],
    cara: Cara,
    readers: Readers,
    berhenti: Berhenti,
) -> Iterator[TandaTerima]:
    """The receipts of many files, in their order; ends early when a stop is asked for.

    What was received before is told by its bytes alone, so that a run that was
    stopped or killed is soon where it was. Raises StoreError when the store fails.
    """
    with read(store) as conn:
        dikenal = every_sha256(conn)
    hari_ini = receipt_moment(cara.diterima).date()

    def look(path: Path) -> Terbaca:
        if (bita := path.stat().st_size) > MAX_BERKAS:
            raise too_big(bita)
        data = path.read_bytes()
        sha = hashlib.sha256(data).hexdigest()
        if sha in dikenal and already_received(store, path.name, sha):
            return Terbaca(data, sha, hari_ini, readers)
        bacaan = readers.read(data, path.name, hari_ini=hari_ini)
        return Terbaca(data, sha, hari_ini, readers, bacaan)

    for path, terbaca in readers.in_order(files, look, berhenti.__bool__):
        yield _one_file(store, path, terbaca, cara)


def _one_file(
    store: Store, path: Path, dibaca: Future[Terbaca], cara: Cara
) -> TandaTerima:
    """The receipt of one file; whatever happens to it never stops the others."""
    try:
        satu = dibaca.result()
        sudah = None
        if satu.bacaan is None:
            sudah = already_received(store, path.name, satu.sha256)
        return sudah or ingest(
            store, path.name, satu.data, oleh=cara.oleh, reader=satu,
            diterima=cara.diterima, contoh=cara.contoh, simpan=cara.simpan,
            ulang=cara.ulang, tumpukan=cara.tumpukan,
        )  # fmt: skip
    except StoreError:
        raise
    except UnreadableError as sebab:
        temuan = tuple(rejected(sebab).temuan)
    except OSError as sebab:
        pesan = f"berkas tidak dapat dibuka: {sebab.strerror or sebab}"
        temuan = one_finding("berkas_tidak_terbaca", pesan)
    except Exception as sebab:  # noqa: BLE001
        pesan = f"kesalahan tak terduga ({type(sebab).__name__}: {sebab})"
        temuan = one_finding("berkas_tidak_terbaca", pesan)
    kalimat = rejected_sentence(temuan)
    return TandaTerima(
        nama=file_name(path.name), keadaan="ditolak", kalimat=kalimat, temuan=temuan
    )
