"""A received file as a whole: who brought it, and what the store says of it."""

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from sqlalchemy import Connection

from checks.temuan import Temuan
from loaders.bacaan import Bacaan
from loaders.filing import Alasan
from loaders.record import Pencatat
from reference.periode import Periode
from reference.tulisan import waktu
from store.context import Earlier, closed_since, newest_taken
from store.moments import NOW
from store.writing import NewSubmission

_BERKAS_EXCEL = (".xlsx", ".xlsm")


@dataclass(frozen=True, slots=True, kw_only=True)
class Berkas:
    """A received file, what was read from it, who brought it and when.

    `bersih` are the bytes to keep, without personal cells; None for a file that is
    none of our forms. `contoh` says that it comes to the sample city's store.
    """

    nama: str
    data: bytes
    sha256: str
    bersih: bytes | None
    bacaan: Bacaan
    oleh: str
    saat: dt.datetime
    contoh: bool
    alasan: Alasan

    def submission(self, menggantikan: int | None = None) -> NewSubmission:
        """The file as the store takes it in."""
        nama, sha = PurePath(self.nama), None
        if self.bersih is not None:
            sama = self.bersih is self.data
            sha = self.sha256 if sama else hashlib.sha256(self.bersih).hexdigest()
            if not sama and nama.suffix.lower() not in _BERKAS_EXCEL:
                nama = nama.with_name(f"{nama.name}.xlsx")
        return NewSubmission(
            nama_berkas=self.nama,
            nama_disimpan=nama.name,
            ukuran=len(self.data),
            sha256_diterima=self.sha256,
            sha256_disimpan=sha,
            isi=self.bersih,
            diterima_pada=self.saat,
            oleh=self.oleh,
            contoh=self.contoh,
            menggantikan=menggantikan,
        )


def one_finding(jenis: str, kalimat: str) -> tuple[Temuan, ...]:
    """A finding about a file as a whole."""
    pencatat = Pencatat()
    pencatat.catat(jenis, kalimat)
    return tuple(pencatat.temuan)


def closed_period(
    conn: Connection, periode: str, batas: str = NOW
) -> tuple[Temuan, ...]:
    """The finding that a period was closed at a moment (now), if it was."""
    sejak = closed_since(conn, periode, batas)
    if sejak is None:
        return ()
    label = Periode.parse(periode).label
    return one_finding("periode_ditutup", f"{label} sudah ditutup sejak {waktu(sejak)}")


def current(conn: Connection, dulu: Sequence[Earlier]) -> Earlier | None:
    """Which of the submissions with the same bytes is the newest for its period."""
    for lama in dulu:
        if lama.keadaan != "ditolak" and lama.kode_wilayah and lama.periode:
            terbaru = newest_taken(conn, lama.kode_wilayah, lama.periode)
            if terbaru and terbaru[0] == lama.kiriman_id:
                return lama
    return None


def on_the_file(
    conn: Connection, b: Berkas, dulu: Sequence[Earlier]
) -> tuple[Temuan, ...]:
    """What the store says about a file as a whole; `dulu` held the same bytes."""
    if b.bacaan.contoh and not b.contoh:
        return one_finding(
            "contoh_ditolak",
            "formulir bertanda CONTOH tidak dapat masuk ke data sebenarnya",
        )
    if not (b.bacaan.kode_wilayah and b.bacaan.periode):
        return ()
    tutup = closed_period(conn, b.bacaan.periode)
    diterima = [e for e in dulu if e.keadaan != "ditolak"]
    terbaru = newest_taken(conn, b.bacaan.kode_wilayah, b.bacaan.periode)
    if diterima:
        kapan = waktu(diterima[-1].diterima_pada)
        kalimat = (
            f"berkas ini pernah diterima {kapan} dan sudah digantikan yang lebih baru"
        )
        return tutup + one_finding("berkas_lama", kalimat)
    if terbaru and terbaru[1] > b.saat:
        kalimat = (
            f"kiriman yang diterima {waktu(terbaru[1])} lebih baru dan tetap berlaku"
        )
        return tutup + one_finding("lebih_baru_sudah_ada", kalimat)
    if terbaru:
        kalimat = f"menggantikan kiriman yang diterima {waktu(terbaru[1])}"
        return tutup + one_finding("menggantikan", kalimat)
    return tutup
