"""Workbooks of events, competitions and campaigns made by code; nobody's data.

The head stands on the first sheet: the stamp in A1, labels in A3 down, values in B.
Each table has a sheet, headings in row 1, the first row in row 2.
"""

import datetime as dt

from tests.faults import Form

KEBONSARI_KULON, PILANG, JATI = "35.74.04.1006", "35.74.01.1009", "35.74.03.1001"


class Book(Form):
    """A list as cells by address; written out as xlsx at the end."""

    def __init__(self, cap: str, kepala: dict, tabel: dict) -> None:
        kiri = [[cap], [], *([label, isi] for label, isi in kepala.items())]
        self.sheets = {
            nama: {
                (i, j): sel
                for i, baris in enumerate(rows)
                for j, sel in enumerate(baris)
                if sel not in (None, "")
            }
            for nama, rows in {"Kepala": kiri, **tabel}.items()
        }


ACARA = {
    "Nama acara": "Sosialisasi UP2K",
    "Jenis acara": "Sosialisasi",
    "Tanggal": dt.date(2026, 9, 20),
    "Tempat": "Aula kecamatan",
    "Penyelenggara": "TP PKK Kota",
    "Lembaga narasumber": "LAPENKOP Jawa Timur",
    "Topik": "Administrasi",
    "Jumlah peserta (orang)": 75,
}
HADIR = ["Kelurahan", "Peran", "Diundang (orang)", "Hadir (orang)"]


def event(*rows: list, **kepala: object) -> Book:
    """An event; rows as in `HADIR`; keyword arguments change the head by label."""
    isi = {**ACARA, **{k.replace("_", " "): v for k, v in kepala.items()}}
    rows = rows or (["Pilang", "Poksus", 3, 2],)
    return Book("SOSIALISASI/1", isi, {"Kehadiran": [HADIR, *rows]})


LOMBA = {
    "Nama penilaian": "Evaluasi Administrasi",
    "Tanggal": dt.date(2026, 8, 12),
    "Pemenang dipilih per": "Kecamatan",
    "Yang dinilai": "Kelurahan",
    "Penyelenggara": "TP PKK Kota",
    "Nilai standar": 70,
    "Banyaknya pemenang": 2,
}
ASPEK = (["", "Administrasi", 60, ""], ["lap", "Kegiatan lapangan", 40, "usaha"])
NILAI = (["Pilang", "Juri 1", 80, 70.5], ["Pilang", "Juri 2", 78, ""])


def scores(
    rows=NILAI, aspek=ASPEK, bina=(["Pilang", "Pendampingan", None],), **kepala: object
) -> Book:
    """A competition; keyword arguments change the head by label."""
    isi = {**LOMBA, **{k.replace("_", " "): v for k, v in kepala.items()}}
    return Book("PENILAIAN/1", isi, {
        "Aspek": [["Kode aspek", "Nama aspek", "Bobot (%)", "Keterangan"], *aspek],
        "Nilai": [["Peserta", "Juri", "Administrasi", "Kegiatan lapangan"], *rows],
        "Pembinaan": [["Peserta", "Pembinaan", "Tanggal"], *bina],
    })  # fmt: skip


KAMPANYE = {
    "Nama kampanye": "Bangga UP2K",
    "Tagar": "#banggaup2k",
    "Penyelenggara": "TP PKK Kota",
    "Mulai": dt.date(2026, 9, 1),
    "Selesai": dt.date(2026, 10, 30),
    "Pengumuman": dt.date(2026, 11, 15),
}
SASARAN = (["Suara di situs", 1000], ["Komentar", None])
HARIAN = ([dt.date(2026, 9, 2), "Pilang", "Suara di situs", 12],)


def drive(*rows: list, sasaran=SASARAN, **kepala: object) -> Book:
    """A campaign; rows are its daily counts."""
    isi = {**KAMPANYE, **{k.replace("_", " "): v for k, v in kepala.items()}}
    return Book("KAMPANYE/1", isi, {
        "Sasaran": [["Saluran", "Sasaran"], *sasaran],
        "Harian": [["Tanggal", "Peserta", "Saluran", "Jumlah"], *(rows or HARIAN)],
    })  # fmt: skip
