"""One file in: read it, hold it against the store, keep it, and give a receipt."""

import datetime as dt
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from sqlalchemy import Connection

from checks.temuan import Temuan
from loaders.assess import Penilaian, assess, found, stops
from loaders.bacaan import Bacaan
from loaders.filing import (
    Alasan,
    answered,
    rejected_reading,
    taken_reading,
    with_reasons,
)
from loaders.privacy import clean
from loaders.reader import Reader
from loaders.receipt import TandaTerima, rejected_sentence, taken_sentence
from reference.periode import Periode
from reference.tulisan import waktu
from store import Store, read, write
from store.context import Earlier, closed_since, newest_taken, same_bytes
from store.moments import NOW, receipt_moment
from store.writing import (
    NewSubmission,
    add_reading,
    add_reasons,
    add_submission,
    register_groups,
)

_BERKAS_EXCEL = (".xlsx", ".xlsm")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Berkas:
    """A received file, what it says, and who brought it when."""

    nama: str
    sha256: str
    data: bytes
    bersih: bytes | None
    bacaan: Bacaan
    oleh: str
    saat: dt.datetime
    contoh: bool
    alasan: Alasan
    ulang: bool


def ingest(
    store: Store,
    nama: str,
    data: bytes,
    *,
    oleh: str,
    diterima: dt.date | dt.datetime | None = None,
    contoh: bool = False,
    simpan: bool = True,
    alasan: Alasan | None = None,
    ulang: bool = False,
    reader: Reader | None = None,
) -> TandaTerima:
    """Take one file into the store, all of it or nothing, and give its receipt.

    `diterima` states the true day of receipt of backlog; `contoh` says that this is
    the sample city's store; `simpan=False` only looks; `alasan` are the sender's
    answers to findings, by (jenis, cell); `ulang` confirms that a file which a newer
    one superseded shall count again (so does an answer to that finding). A warm
    `reader` may be lent; otherwise one is started for this file.

    Raises ValueError for a day of receipt in the future, StoreError when the store
    cannot be reached, both with a sentence for people.
    """
    saat = receipt_moment(diterima)
    if reader is None:
        with Reader() as sendiri:
            bacaan = sendiri.read(data, nama, hari_ini=saat.date())
    else:
        bacaan = reader.read(data, nama, hari_ini=saat.date())
    berkas = _Berkas(
        nama=PurePath(nama).name or nama,
        sha256=hashlib.sha256(data).hexdigest(),
        data=data,
        bersih=clean(data, nama, bacaan.buang) if bacaan.layout else None,
        bacaan=bacaan,
        oleh=oleh,
        saat=saat,
        contoh=contoh,
        alasan=alasan or {},
        ulang=ulang or any(jenis == "berkas_lama" for jenis, _ in alasan or {}),
    )
    with write(store) if simpan else read(store) as conn:
        return _receive(conn, berkas, simpan)


def _receive(conn: Connection, b: _Berkas, simpan: bool) -> TandaTerima:
    dulu = same_bytes(conn, b.sha256)
    for lama in dulu:
        if lama.kode_wilayah and lama.periode and lama.keadaan != "ditolak":
            terbaru = newest_taken(conn, lama.kode_wilayah, lama.periode)
            if terbaru and terbaru[0] == lama.kiriman_id:
                return _already_received(b, lama)
    temuan = [*b.bacaan.temuan, *_on_the_file(conn, b, dulu)]
    penilaian = Penilaian()
    if not stops(temuan):
        penilaian = assess(conn, b.bacaan)
        temuan += penilaian.temuan
    temuan = with_reasons(temuan, b.alasan)
    tanya = not b.ulang and any(t.jenis == "berkas_lama" for t in temuan)
    if tanya or stops(temuan):
        return _reject(conn, b, temuan, dulu, simpan and not tanya)
    return _take(conn, b, penilaian, temuan, simpan)


def _already_received(b: _Berkas, lama: Earlier) -> TandaTerima:
    pesan = f"Sudah diterima {waktu(lama.diterima_pada)}."
    return TandaTerima(
        nama=b.nama,
        keadaan="sudah_diterima",
        kalimat=pesan,
        kode_wilayah=lama.kode_wilayah,
        periode=lama.periode,
        temuan=(found("sudah_diterima", pesan),),
        kiriman_id=lama.kiriman_id,
    )


def _on_the_file(
    conn: Connection, b: _Berkas, dulu: Sequence[Earlier]
) -> Iterator[Temuan]:
    """What the store says about a file as a whole."""
    if b.bacaan.contoh and not b.contoh:
        pesan = "Formulir bertanda CONTOH tidak dapat masuk ke data sebenarnya."
        yield found("contoh_ditolak", pesan)
    if b.bacaan.ditolak or not (b.bacaan.kode_wilayah and b.bacaan.periode):
        return
    yield from closed_period(conn, b.bacaan.periode)
    diterima = [e for e in dulu if e.keadaan != "ditolak"]
    terbaru = newest_taken(conn, b.bacaan.kode_wilayah, b.bacaan.periode)
    if diterima:
        yield found(
            "berkas_lama",
            f"Berkas ini pernah diterima {waktu(diterima[-1].diterima_pada)} dan sudah "
            "digantikan kiriman yang lebih baru.",
        )
    elif terbaru and terbaru[1] > b.saat:
        pesan = (
            f"Kiriman yang diterima {waktu(terbaru[1])} lebih baru dan tetap berlaku."
        )
        yield found("lebih_baru_sudah_ada", pesan)
    elif terbaru:
        pesan = f"Menggantikan kiriman yang diterima {waktu(terbaru[1])}."
        yield found("menggantikan", pesan)


def closed_period(conn: Connection, periode: str, batas: str = NOW) -> Iterator[Temuan]:
    """The finding that a period was closed at a moment (now)."""
    sejak = closed_since(conn, periode, batas)
    if sejak:
        pesan = f"{Periode.parse(periode).label} sudah ditutup sejak {waktu(sejak)}."
        yield found("periode_ditutup", pesan)


def _receipt(b: _Berkas, temuan: Sequence[Temuan], **lain: Any) -> TandaTerima:  # noqa: ANN401
    return TandaTerima(
        nama=b.nama,
        kode_wilayah=b.bacaan.kode_wilayah,
        periode=b.bacaan.periode,
        temuan=tuple(temuan),
        cuplikan=b.bacaan.cuplikan,
        **lain,
    )


def _reject(
    conn: Connection,
    b: _Berkas,
    temuan: Sequence[Temuan],
    dulu: Sequence[Earlier],
    simpan: bool,
) -> TandaTerima:
    """Reject a file; the same file rejected before is not written down again."""
    sudah = [e.kiriman_id for e in dulu if e.keadaan == "ditolak"]
    nomor = sudah[-1] if sudah else None
    jenis = {t.jenis for t in temuan}
    if simpan and not sudah and "contoh_ditolak" not in jenis:
        nomor = _add_file(conn, b)
        add_reading(conn, nomor, rejected_reading(b.bacaan, temuan, b.saat))
    kalimat = rejected_sentence(temuan)
    return _receipt(b, temuan, keadaan="ditolak", kalimat=kalimat, kiriman_id=nomor)


def _add_file(conn: Connection, b: _Berkas, menggantikan: int | None = None) -> int:
    nama = PurePath(b.nama)
    diubah = b.bersih is not None and b.bersih != b.data
    if diubah and nama.suffix.lower() not in _BERKAS_EXCEL:
        nama = nama.with_name(f"{nama.name}.xlsx")
    sha = b.sha256
    if diubah:
        sha = hashlib.sha256(b.bersih or b"").hexdigest()
    return add_submission(
        conn,
        NewSubmission(
            nama_berkas=b.nama,
            nama_disimpan=nama.name,
            ukuran=len(b.data),
            sha256_diterima=b.sha256,
            sha256_disimpan=sha if b.bersih is not None else None,
            isi=b.bersih,
            diterima_pada=b.saat,
            oleh=b.oleh,
            contoh=b.contoh,
            menggantikan=menggantikan,
        ),
    )


def _take(
    conn: Connection,
    b: _Berkas,
    penilaian: Penilaian,
    temuan: Sequence[Temuan],
    simpan: bool,
) -> TandaTerima:
    kode_wilayah, periode = str(b.bacaan.kode_wilayah), str(b.bacaan.periode)
    kode: list[str | None] = [g.kode for g in penilaian.kelompok]
    nomor = None
    if simpan:
        terbaru = newest_taken(conn, kode_wilayah, periode)
        nomor = _add_file(conn, b, terbaru[0] if terbaru else None)
        kode = keep_reading(conn, nomor, b.bacaan, penilaian, temuan, b.saat)
        add_reasons(conn, nomor, answered(temuan, b.alasan), b.oleh)
    n_tertahan = sum(g.tertahan for g in penilaian.kelompok)
    n_diterima = len(kode) - n_tertahan
    return _receipt(
        b,
        temuan,
        keadaan="sebagian" if n_tertahan else "diterima",
        kalimat=taken_sentence(n_diterima, n_tertahan, kode_wilayah, periode),
        n_diterima=n_diterima,
        n_tertahan=n_tertahan,
        kelompok_baru=tuple(
            f"{g.baris.nama} ({k})" if k else g.baris.nama
            for g, k in zip(penilaian.kelompok, kode, strict=True)
            if g.baru
        ),
        kiriman_id=nomor,
    )


def keep_reading(
    conn: Connection,
    kiriman_id: int,
    bacaan: Bacaan,
    penilaian: Penilaian,
    temuan: Sequence[Temuan],
    dibaca_pada: dt.datetime,
) -> list[str | None]:
    """Store a taken reading, giving new groups their codes; gives all the codes."""
    baru = sum(g.baru for g in penilaian.kelompok)
    wilayah = str(bacaan.kode_wilayah)
    berikut = iter(register_groups(conn, kiriman_id, wilayah, baru) if baru else ())
    kode = [next(berikut) if g.baru else g.kode for g in penilaian.kelompok]
    isi = taken_reading(bacaan, penilaian, kode, temuan, dibaca_pada)
    add_reading(conn, kiriman_id, isi)
    return kode
