"""How the form looks: colours and cell formats, made once a workbook."""

from dataclasses import dataclass
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

TOSCA = "#0B7A75"
TEKS = "#1F2933"
GARIS = "#C3D1CE"
ISIAN = "#FFFBEA"
KEPALA = "#E8F3F1"
OTOMATIS = "#EEF1F0"
SALAH = "#F9D7D2"
SALAH_TEKS = "#B42318"

_DASAR: dict[str, Any] = {
    "font_name": "Calibri", "font_size": 10, "font_color": TEKS, "valign": "vcenter",
}  # fmt: skip
_KOTAK: dict[str, Any] = {**_DASAR, "border": 1, "border_color": GARIS}
_JUDUL_KOLOM: dict[str, Any] = {**_KOTAK, "bold": True, "align": "center"}

_POLA: dict[str, dict[str, Any]] = {
    "biasa": {**_DASAR},
    "bungkus": {**_DASAR, "text_wrap": True, "valign": "top"},
    "bungkus_tebal": {**_DASAR, "text_wrap": True, "valign": "top", "bold": True},
    "judul": {**_DASAR, "bold": True, "font_size": 14, "font_color": TOSCA},
    "subjudul": {**_DASAR, "font_size": 9},
    "bagian": {
        **_DASAR, "bold": True, "font_size": 12, "font_color": TOSCA,
        "bottom": 1, "bottom_color": TOSCA,
    },
    "redup": {**_DASAR, "font_size": 9, "font_color": "#5B6B73"},
    "redup_bungkus": {**_DASAR, "font_size": 9, "font_color": "#5B6B73", "indent": 1,
                      "text_wrap": True},
    "contoh": {**_DASAR, "bold": True, "font_color": SALAH_TEKS},
    "pita": {
        **_JUDUL_KOLOM, "bg_color": TOSCA, "font_color": "#FFFFFF", "text_wrap": True,
    },
    "kepala": {**_JUDUL_KOLOM, "bg_color": KEPALA, "text_wrap": True, "font_size": 9},
    "kepala_otomatis": {
        **_JUDUL_KOLOM, "bg_color": OTOMATIS, "text_wrap": True, "font_size": 9,
        "italic": True,
    },
    "label": {**_KOTAK, "bg_color": KEPALA},
    "no": {**_KOTAK, "align": "center", "bg_color": KEPALA},
    "teks": {**_KOTAK, "bg_color": ISIAN, "text_wrap": True},
    "teks_tetap": {**_KOTAK, "bg_color": OTOMATIS, "text_wrap": True},
    "angka": {**_KOTAK, "bg_color": ISIAN, "num_format": "#,##0"},
    "desimal": {**_KOTAK, "bg_color": ISIAN, "num_format": "#,##0.0"},
    "tanggal": {**_KOTAK, "bg_color": ISIAN, "num_format": "dd/mm/yyyy",
                "align": "center"},
    "otomatis": {**_KOTAK, "bg_color": OTOMATIS, "num_format": "#,##0", "italic": True},
    "jumlah": {**_KOTAK, "bg_color": KEPALA, "num_format": "#,##0", "bold": True,
               "top": 2, "top_color": TOSCA},
    "ttd": {**_DASAR, "align": "center"},
    "salah": {"bg_color": SALAH, "font_color": SALAH_TEKS, "bold": True},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Gaya:
    """The cell formats of one workbook, by name."""

    pola: dict[str, Format]

    def __getitem__(self, nama: str) -> Format:
        return self.pola[nama]

    def untuk(self, tipe: str) -> Format:
        """The format of an input cell, by the type of its variable."""
        if tipe in ("integer", "score"):
            return self.pola["angka"]
        if tipe == "decimal":
            return self.pola["desimal"]
        return self.pola["tanggal" if tipe == "date" else "teks"]


def make(buku: Workbook) -> Gaya:
    """Adds all formats to a workbook."""
    return Gaya({nama: buku.add_format(isi) for nama, isi in _POLA.items()})
