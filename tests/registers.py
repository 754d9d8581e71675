"""Registers of actions made by code, as offices type them; nobody's data.

Headings stand in row 5, the first action in row 6; columns as in the form, A to N.
"""

import datetime as dt
import io

import xlsxwriter

from reference.tindakan import daftar_tindakan

LEMBAR = "Daftar"
AWAL = 6
KOLOM = {k.nama: chr(65 + j) for j, k in enumerate(daftar_tindakan().kolom)}
MELATI = "35.74.04.1006-01"
# What is in a row that has nothing wrong.
BAIK = {
    "kode_kelompok": MELATI,
    "kelurahan": "Kebonsari Kulon",
    "jenis": "Pendampingan pembukuan",
    "tanggal_rencana": dt.date(2026, 5, 1),
    "status": "Selesai",
    "tanggal_selesai": dt.date(2026, 5, 9),
    "pelaksana": "Pokja II",
    "biaya_rp": 350_000,
    "sumber_dana": "APBD Kota",
    "bukti": "12/BA/2026",
}


def row(**isi: object) -> dict:
    """A good row, some of its cells written otherwise (None empties)."""
    return {**BAIK, **isi}


class Register:
    """A register as cells by address; written out as xlsx at the end."""

    def __init__(self, *rows: dict, hari: object = dt.date(2026, 9, 30)) -> None:
        self.sel: dict[str, object] = {
            "A1": "DAFTAR-TINDAKAN/1", "A2": "Daftar Tindakan Pembinaan",
            "A3": "Keadaan per", "B3": hari,
        }  # fmt: skip
        for k in daftar_tindakan().kolom:
            self.sel[f"{KOLOM[k.nama]}5"] = k.judul
        for n, isi in enumerate(rows, start=AWAL):
            for nama, nilai in isi.items():
                self.sel[f"{KOLOM[nama]}{n}"] = nilai

    def put(self, **sel: object) -> "Register":
        """Sets cells by address; None empties."""
        self.sel.update(sel)
        return self

    def write(self) -> bytes:
        """The register as xlsx."""
        keluar = io.BytesIO()
        with xlsxwriter.Workbook(keluar) as buku:
            buku.set_properties({"created": dt.datetime(2026, 1, 1)})
            lembar = buku.add_worksheet(LEMBAR)
            hari = buku.add_format({"num_format": "dd/mm/yyyy"})
            for alamat, isi in self.sel.items():
                if isinstance(isi, dt.date):
                    lembar.write_datetime(
                        alamat, dt.datetime.combine(isi, dt.time()), hari
                    )
                elif isi not in (None, ""):
                    lembar.write(alamat, isi)
        return keluar.getvalue()
