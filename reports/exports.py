"""A table that carries its own provenance, as CSV; knows no Streamlit."""

import csv
import datetime as dt
import io
from dataclasses import dataclass

import pandas as pd

from reference.tulisan import angka, hari_ini, is_missing, tanggal, waktu

_BERBAHAYA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
KOSONG = "belum ada data"


@dataclass(frozen=True, slots=True)
class Kolom:
    """How one column is headed and written: label, unit, decimals, explanation.

    `desimal` defaults to 1 for percentages and 0 for everything else. `satuan_dari`
    names the column that holds each row's own unit, where the rows have unlike ones:
    the screen then writes the unit in the cell, the files the bare number.
    `hanya_berkas` columns stand in the files only. `lebar` is the least width on
    screen, in pixels, where the contents' own would push the rest off a phone.
    """

    label: str
    satuan: str = ""
    desimal: int | None = None
    bantuan: str = ""
    satuan_dari: str = ""
    hanya_berkas: bool = False
    lebar: int | None = None

    @property
    def judul(self) -> str:
        """The heading with its unit.

        >>> Kolom("Modal sendiri", "Rp").judul
        'Modal sendiri (Rp)'
        """
        return f"{self.label} ({self.satuan})" if self.satuan else self.label

    @property
    def angka_desimal(self) -> int:
        """How many decimals a number in this column is written with."""
        if self.desimal is not None:
            return self.desimal
        return 1 if self.satuan == "%" else 0


@dataclass(frozen=True, slots=True)
class Keterangan:
    """Where a table comes from: period, filters, reporting rate, data stamp.

    `n_lapor` of `n_kelompok` groups is the reporting rate; None where a table is not
    about reports. `data_per` is the moment of the newest submission in the data, `pada`
    the day on which all this was known.
    """

    periode: str = ""
    saringan: str = "Semua kelurahan"
    n_lapor: int | None = None
    n_kelompok: int | None = None
    data_per: dt.datetime | None = None
    contoh: bool = False
    sumber: str = ""
    pada: dt.date | None = None

    @property
    def lapor(self) -> str:
        """The reporting rate in words.

        >>> Keterangan(n_lapor=87, n_kelompok=112).lapor
        '87 dari 112 kelompok'
        """
        if self.n_lapor is None or self.n_kelompok is None:
            return ""
        return f"{angka(self.n_lapor)} dari {angka(self.n_kelompok)} kelompok"

    @property
    def kalimat(self) -> str:
        """What the table is about, in one line.

        >>> Keterangan("Triwulan III 2026", n_lapor=87, n_kelompok=112).kalimat
        'Triwulan III 2026 · Semua kelurahan · 87 dari 112 kelompok melapor'
        """
        bagian = [
            "CONTOH, bukan data sebenarnya" if self.contoh else "",
            self.periode,
            self.saringan,
            f"{self.lapor} melapor" if self.lapor else "",
            f"kiriman terbaru {waktu(self.data_per)}" if self.data_per else "",
            f"seperti diketahui pada {tanggal(self.pada)}" if self.pada else "",
        ]
        return " · ".join(b for b in bagian if b)

    def baris(self) -> list[tuple[str, str]]:
        """What is written beside the table: pairs of a word and its value."""
        pasangan = [
            ("Data", "CONTOH, bukan data sebenarnya" if self.contoh else ""),
            ("Periode", self.periode),
            ("Saringan", self.saringan),
            ("Kelompok yang melapor", self.lapor),
            ("Kiriman terbaru", waktu(self.data_per) if self.data_per else ""),
            ("Seperti diketahui pada", tanggal(self.pada or hari_ini())),
            ("Sumber", self.sumber or "Dasbor UP2K PKK Kota Probolinggo"),
            ("Sel kosong", KOSONG),
        ]
        return [(k, v) for k, v in pasangan if v]


def safe_text(teks: str) -> str:
    """A text that no spreadsheet takes for a formula.

    >>> safe_text("=1+1"), safe_text("Melati 01"), safe_text("  @SUM(A1)")
    ("'=1+1", 'Melati 01', "'  @SUM(A1)")
    """
    awal = teks.lstrip(" ")
    return "'" + teks if awal.startswith(_BERBAHAYA) else teks


def tulis(value: object, kolom: Kolom) -> str:
    """A cell as a person reads it; the unit stands in the heading.

    >>> tulis(81.27, Kolom("Naik", "%")), tulis(250000, Kolom("Kas", "Rp"))
    ('81,3', '250.000')
    """
    if is_missing(value):
        return KOSONG
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, dt.datetime):
        return waktu(value) if value.tzinfo else tanggal(value.date())
    if isinstance(value, dt.date):
        return tanggal(value)
    if isinstance(value, str):
        return value
    return angka(float(value), kolom.angka_desimal)  # type: ignore[arg-type]


def _sel_csv(value: object, kolom: Kolom) -> str:
    if is_missing(value):
        return ""
    teks = tulis(value, kolom)
    if isinstance(value, str):
        return safe_text(teks)
    if kolom.satuan_dari:
        return repr(float(value)).removesuffix(".0").replace(".", ",")  # type: ignore[arg-type]
    # no thousands separators: a spreadsheet then reads the cell as a number
    return teks if isinstance(value, (bool, dt.date)) else teks.replace(".", "")


def to_csv(
    frame: pd.DataFrame, judul: str, kolom: dict[str, Kolom], keterangan: Keterangan
) -> bytes:
    """The table as CSV for an Indonesian Excel: UTF-8 with BOM, `;`, decimal comma.

    Title and provenance come first, each line marked `#`, then a blank line, then
    the headings; text that could run as a formula is quoted with an apostrophe.
    """
    keluar = io.StringIO()
    penulis = csv.writer(keluar, delimiter=";", lineterminator="\r\n")
    penulis.writerow([f"# {judul}"])
    for kata, nilai in keterangan.baris():
        penulis.writerow([f"# {kata}: {nilai}"])
    penulis.writerow([])
    penulis.writerow([safe_text(k.judul) for k in kolom.values()])
    for baris in frame[list(kolom)].itertuples(index=False, name=None):
        penulis.writerow(
            [_sel_csv(v, k) for v, k in zip(baris, kolom.values(), strict=True)]
        )
    return keluar.getvalue().encode("utf-8-sig")
