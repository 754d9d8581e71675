"""Recaps (Lampiran 4.22) made by code, as offices type them; nobody's data.

The header stands in rows 6 to 9, the numbering in row 10, the first place in row 11;
column A is NO, B the place, Z and AA the groups and members on Pemula, AH and AI the
koperasi.
"""

import datetime as dt
import io
from collections.abc import Callable, Sequence

import xlsxwriter

from loaders.formats.grid import column_number

BELAJAR = ("JML KLP BELAJAR", "WARGA BELAJAR")
KLP = ("JML KLP", "PESERTA")
# Four rows of headings; a text stands in the first cell of what is merged.
KEPALA: dict[str, tuple[str, str, str, str]] = {
    "A": ("NO", "", "", ""),
    "B": ("NAMA WILAYAH (Dusun/Lingk/Desa/Kel/Kec/Kab/Kota/Prov)", "", "", ""),
    "C": ("JML WARGA YANG MASIH 3 (TIGA) BUTA", "", "", ""),
    "D": ("", "PAKET A", BELAJAR[0], ""),
    "E": ("", "", BELAJAR[1], ""),
    "F": ("", "PAKET B", BELAJAR[0], ""),
    "G": ("", "", BELAJAR[1], ""),
    "H": ("", "PAKET C", BELAJAR[0], ""),
    "I": ("", "", BELAJAR[1], ""),
    "J": ("", "KF", BELAJAR[0], ""),
    "K": ("", "", BELAJAR[1], ""),
    "L": ("PENDIDIKAN KETERAMPILAN", "PAUD SEJENIS", "", ""),
    "M": ("", "JUMLAH TAMAN BACAAN/PERPUSTAKAAN", "", ""),
    "N": ("", "BKB", "JML KLP", ""),
    "O": ("", "", "JML IBU PESERTA", ""),
    "P": ("", "", "JML APE (SET)", ""),
    "Q": ("", "", "JML KLP SIMULASI", ""),
    "R": ("", "TUTOR", "KF", ""),
    "S": ("", "", "PAUD SEJENIS", ""),
    "T": ("", "KADER KHUSUS", "BKB", ""),
    "U": ("", "", "KOPERASI", ""),
    "V": ("", "", "KETERAMPILAN", ""),
    "W": ("", "JUMLAH KADER YANG SUDAH DILATIH", "LP3 PKK", ""),
    "X": ("", "", "TPK 3 PKK", ""),
    "Y": ("", "", "DAMAS PKK", ""),
    "Z": ("PENGEMBANGAN KEHIDUPAN BERKOPERASI", "PRA KOPERASI/USAHA BERSAMA/UP2K",
          "PEMULA", KLP[0]),
    "AA": ("", "", "", KLP[1]),
    "AB": ("", "", "MADYA", KLP[0]),
    "AC": ("", "", "", KLP[1]),
    "AD": ("", "", "UTAMA", KLP[0]),
    "AE": ("", "", "", KLP[1]),
    "AF": ("", "", "MANDIRI", KLP[0]),
    "AG": ("", "", "", KLP[1]),
    "AH": ("", "KOPERASI BERBADAN HUKUM", "JML KLP", ""),
    "AI": ("", "", "JML ANGGOTA", ""),
    "AJ": ("KET.", "", "", ""),
}  # fmt: skip
HURUF = list(KEPALA)
_JUDUL_KELURAHAN = (
    "DATA KEGIATAN PKK",
    "POKJA II",
    "TP PKK KELURAHAN KEBONSARI KULON KECAMATAN KANIGARAN",
    "TRIWULAN III TAHUN 2026",
)
# Values of the ten columns from Z on: groups and members, level by level.
RW = {
    "RW 01": (1, 12, 0, 0, 1, 20, 0, 0, 0, 0),
    "RW 02": (2, 25, 1, 15, 0, 0, 0, 0, 1, 30),
}
JUMLAH = (3, 37, 1, 15, 1, 20, 0, 0, 1, 30)
AWAL = 11
LEMBAR = "Rekap"


class Recap:
    """One recap as cells by address; written out as xlsx at the end."""

    def __init__(
        self,
        rows: dict[str, Sequence[object]] | None = None,
        judul: Sequence[str] = _JUDUL_KELURAHAN,
        jumlah: Sequence[object] | None = JUMLAH,
        nomor: Callable[[int], object] | None = int,
    ) -> None:
        """Rows of places with the ten values from column Z on."""
        self.sel: dict[str, object] = {}
        for i, teks in enumerate(judul, start=1):
            self.sel[f"A{i}"] = teks
        for huruf, empat in KEPALA.items():
            for i, teks in enumerate(empat, start=6):
                self.sel[f"{huruf}{i}"] = teks
        for n, huruf in enumerate(HURUF, start=1):
            if nomor:
                self.sel[f"{huruf}10"] = nomor(n)
        self.rows = RW if rows is None else rows
        for n, (nama, isi) in enumerate(self.rows.items()):
            self.sel[f"A{AWAL + n}"] = n + 1
            self.row(AWAL + n, nama, isi)
        if jumlah:
            self.row(AWAL + len(self.rows), "JUMLAH", jumlah)

    def row(self, baris: int, nama: str, isi: Sequence[object]) -> "Recap":
        """Sets the place and the ten values of a row."""
        self.sel[f"B{baris}"] = nama
        for huruf, nilai in zip(HURUF[25:35], isi, strict=True):
            self.sel[f"{huruf}{baris}"] = nilai
        return self

    def put(self, **sel: object) -> "Recap":
        """Sets cells by address; None empties."""
        self.sel.update(sel)
        return self

    def heading(self, lama: str, baru: str) -> "Recap":
        """Writes every heading of those words otherwise."""
        for alamat, isi in self.sel.items():
            if isi == lama:
                self.sel[alamat] = baru
        return self

    def without(self, *huruf: str) -> "Recap":
        """Takes columns out, and what stands right of them moves left."""
        tinggal = [h for h in HURUF if h not in huruf]
        ke = dict(zip(tinggal, HURUF, strict=False))
        isi = {}
        for alamat, nilai in self.sel.items():
            h = alamat.rstrip("0123456789")
            if h in ke:
                isi[f"{ke[h]}{alamat[len(h) :]}"] = nilai
        self.sel = isi
        return self

    def grid(self) -> list[list[object]]:
        """The cells as rows, for other formats."""
        letak = {_place(a): v for a, v in self.sel.items() if v not in (None, "")}
        tinggi = max(i for i, _ in letak) + 1
        lebar = max(j for _, j in letak) + 1
        return [[letak.get((i, j), "") for j in range(lebar)] for i in range(tinggi)]

    def write(self) -> bytes:
        """The recap as xlsx."""
        keluar = io.BytesIO()
        with xlsxwriter.Workbook(keluar) as buku:
            buku.set_properties({"created": dt.datetime(2026, 1, 1)})
            lembar = buku.add_worksheet(LEMBAR)
            for alamat, nilai in self.sel.items():
                if nilai not in (None, ""):
                    lembar.write(*_place(alamat), nilai)
        return keluar.getvalue()


def _place(alamat: str) -> tuple[int, int]:
    huruf = alamat.rstrip("0123456789")
    return int(alamat[len(huruf) :]) - 1, column_number(huruf)


def of_kecamatan(
    rows: dict[str, Sequence[object]], jumlah: Sequence[object] | None = None
) -> Recap:
    """The recap of Kecamatan Kanigaran for 2026-S1."""
    judul = (
        "DATA KEGIATAN PKK", "POKJA II", "TP PKK KECAMATAN KANIGARAN",
        "SEMESTER I TAHUN 2026",
    )  # fmt: skip
    return Recap(rows, judul, jumlah)
