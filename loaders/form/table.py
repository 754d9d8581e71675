"""Which rows of a table hold data, and where the table ends."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.form.match import Cocok

_JUMLAH = re.compile(
    r"\s*(?:grand ?)?(?:jumlah|total)(?: (?:total|semua|seluruh\w*|keseluruhan|kelompok"
    r"|kelurahan))?[ .:]*",
    re.I,
)
_TANDA_TANGAN = re.compile(
    r"\s*(?:mengetahui|menyetujui|disetujui|probolinggo\s*,"
    r"|ketua (?:tp|tim|poksus|pokja)"
    r"|nip\s*[.:]|\(?\s*[._…]{5,})",
    re.I,
)
_CATATAN = re.compile(r"\s*(?:catatan|keterangan|ket|sumber|nb)\s*[:.]|\s*\*", re.I)
_NOMOR_KOLOM = re.compile(r"\(?(\d{1,3})\)?")
_ULANGAN_JUDUL = 0.6
_JELAS_TERISI = 6


@dataclass(slots=True)
class Baris:
    """Indexes of rows in a grid: those with data, and those lost below the total."""

    isi: list[int]
    sesudah: list[int]


class _Tabel:
    """One table while its rows are walked through."""

    def __init__(self, cocok: Cocok) -> None:
        self.cocok = cocok
        self.kepala = cocok.kepala
        self.nomor = cocok.kepala.nomor
        self.kunci = cocok.kepala.kunci
        self.data = cocok.kepala.data

    def blank(self, baris: list[object], terisi: int) -> bool:
        """Whether a row of so many filled cells holds only its own number."""
        return terisi == 1 and self.nomor is not None and baris[self.nomor] != ""

    def ends(self, baris: list[object], kunci: list[str]) -> bool:
        """Whether a row is the total or belongs to the signatures."""
        pertama = next((s for s in baris if s != ""), "")
        calon = kunci if type(pertama) is not str else [pertama, *kunci]
        if any(map(_JUMLAH.fullmatch, calon)):
            return True
        teks = kunci or [s for s in baris if type(s) is str and s]
        return any(map(_TANDA_TANGAN.match, teks))

    def repeats_header(self, baris: list[object]) -> bool:
        """Whether a row is the header once more."""
        judul = self.kepala.teks
        if not any(baris[j] == judul[j] for j in self.kunci):
            return False
        sama = sum(baris[j] == teks for j, teks in judul.items())
        return sama >= _ULANGAN_JUDUL * len(judul)

    def has_data(self, baris: list[object]) -> bool:
        """Whether a row holds a key or a value; a lone note is no data."""
        terisi = [j for j in (*self.kunci, *self.data) if baris[j] != ""]
        if len(terisi) == 1 and isinstance(s := baris[terisi[0]], str):
            return terisi[0] in self.kunci and not _CATATAN.match(s)
        return bool(terisi)

    def lost(self, baris: list[object], kunci: list[str]) -> bool:
        """Whether a row below the total still looks like a group with numbers."""
        if not kunci:
            return False
        return sum(isinstance(baris[j], int | float) for j in self.data) >= 2


def _numbers_columns(baris: list[object]) -> bool:
    """Whether a row only numbers the columns: (1) (2) (3), or -1 -2 -3 in Excel."""
    isi = [s for s in baris if s != ""]
    for urut, sel in enumerate(isi, start=1):
        if isinstance(sel, str):
            cocok = _NOMOR_KOLOM.fullmatch(sel.strip())
            sel = int(cocok[1]) if cocok else None
        if not isinstance(sel, int | float) or abs(sel) != urut:
            return False
    return len(isi) >= 3


def _walk(tabel: _Tabel) -> Iterator[tuple[int, bool]]:
    """Every row with data: its index, and whether the table had ended before it."""
    selesai = False
    awal = tabel.cocok.judul + 1
    rows = tabel.cocok.grid.rows
    for i in range(awal, len(rows)):
        baris = rows[i]
        terisi = len(baris) - baris.count("")
        if not terisi or tabel.blank(baris, terisi):
            continue
        if i == awal and _numbers_columns(baris):
            continue
        kunci = [s for j in tabel.kunci if type(s := baris[j]) is str and s]
        if kunci and tabel.repeats_header(baris):
            selesai = False
        elif not selesai and tabel.ends(baris, kunci):
            selesai = True
        elif selesai:
            if tabel.lost(baris, kunci):
                yield i, True
        elif (kunci and terisi > _JELAS_TERISI) or tabel.has_data(baris):
            yield i, False


def data_rows(cocok: Cocok) -> Baris:
    """The rows of a table: blank rows, column numbers, totals and signatures left out.

    A header that is repeated further down takes the table up again.
    """
    hasil = Baris([], [])
    for i, selesai in _walk(_Tabel(cocok)):
        (hasil.sesudah if selesai else hasil.isi).append(i)
    return hasil
