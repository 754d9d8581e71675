"""Writes *Acuan UP2K*: every list of rules and assumptions, one sheet a list."""

import datetime as dt
import io
from pathlib import Path
from typing import BinaryIO

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from loaders.acuan.allowed import YA_TIDAK, allowed
from loaders.acuan.guide import write_guide
from loaders.acuan.kepala import titles
from loaders.acuan.records import BARIS_JUDUL, CAP, KEADAAN, TETAP, VERSI
from loaders.template.gaya import GARIS, ISIAN, Gaya, make
from reference.acuan import Acuan, Butir, Daftar, daftar
from reference.acuan_beda import day_key, mark
from reference.tulisan import tanggal

_BARIS_KOSONG = 40
_NAMA_TERPANJANG = 31
_LEBAR = {"teks": 34, "pilihan": 18, "ya_tidak": 10}
_LEBAR_TETAP = {
    "kode": 22, "label": 36, "sumber": 36, "usulan": 9, "ditetapkan_oleh": 26,
    "berlaku_sejak": 13, "berlaku_sampai": 13, "ketelitian": 12,
}  # fmt: skip
_BANTUAN = {
    "kode": "Jangan diubah. Untuk butir baru boleh dikosongkan: aplikasi memberinya.",
    "label": "Nama yang dibaca orang.",
    "sumber": "Peraturan, surat, atau rapat yang menetapkan. Kosong berarti usulan.",
    "usulan": "ya bila belum ada sumber resmi.",
    "ditetapkan_oleh": "Lembaga yang menetapkan, bukan nama orang. Misalnya: Pokja II "
    "TP PKK.",
    "berlaku_sejak": "Hari pertama berlaku. Bila isi diubah dan tanggalnya dibiarkan, "
    "perubahan berlaku sejak hari berkas diterima.",
    "berlaku_sampai": "Hari terakhir berlaku. Kosong berarti sampai diubah.",
    "ketelitian": "tahun bila sumbernya hanya menyebut tahun.",
}


_PERSEN = {
    "bg_color": ISIAN, "border": 1, "border_color": GARIS, "font_name": "Calibri",
    "font_size": 10, "valign": "vcenter",
}  # fmt: skip


def _broken(isi: object) -> bool:
    """Whether a share is no whole number of percent."""
    return isinstance(isi, float) and round(isi * 100, 6) % 1 != 0


def file_name(hari: dt.date) -> str:
    """The name under which the workbook is written.

    >>> file_name(dt.date(2026, 11, 24))
    'Acuan UP2K 2026-11-24.xlsx'
    """
    return f"Acuan UP2K {hari.isoformat()}.xlsx"


def sheet_names() -> dict[str, str]:
    """The sheet of each list, by the list's name; at most 31 letters, none twice."""
    hasil: dict[str, str] = {}
    for d in daftar().values():
        nama = _short("".join(h for h in d.judul if h not in "[]:*?/\\'"))
        hasil[d.nama] = d.nama if nama in hasil.values() else nama
    return hasil


def _short(judul: str) -> str:
    """A title as a sheet can bear it, cut between words."""
    while len(judul) > _NAMA_TERPANJANG and " " in judul:
        judul = judul.rpartition(" ")[0]
    return judul[:_NAMA_TERPANJANG]


def write_acuan(
    target: Path | BinaryIO, acuan: Acuan, *, hari: dt.date, contoh: bool = False
) -> None:
    """Writes all lists as XLSX: entries that count, counted, or will, and room for new.

    Handed in again as it is, it changes nothing. `contoh` stamps it as made from
    sample data. The same arguments always give the same bytes.
    """
    tujuan = str(target) if isinstance(target, Path) else target
    buku = Workbook(tujuan, {"in_memory": True})
    buku.set_properties(
        {"title": "Acuan UP2K", "created": dt.datetime.combine(hari, dt.time())}
    )
    gaya = make(buku)
    for nama, pola in (("persen", "0%"), ("persen_pecahan", "0.0%")):
        gaya.pola[nama] = buku.add_format({**_PERSEN, "num_format": pola})
    write_guide(buku, gaya, sheet_names(), hari=hari, contoh=contoh)
    for nama, lembar in sheet_names().items():
        _List(buku.add_worksheet(lembar), gaya, daftar()[nama], acuan, hari).write(
            contoh=contoh
        )
    buku.close()


def acuan_bytes(acuan: Acuan, *, hari: dt.date, contoh: bool = False) -> bytes:
    """`write_acuan` into memory."""
    keluar = io.BytesIO()
    write_acuan(keluar, acuan, hari=hari, contoh=contoh)
    return keluar.getvalue()


class _List:
    """One sheet."""

    def __init__(
        self, lembar: Worksheet, gaya: Gaya, d: Daftar, acuan: Acuan, hari: dt.date
    ) -> None:
        self.lembar = lembar
        self.gaya = gaya
        self.d = d
        self.acuan = acuan
        self.hari = hari
        self.butir = acuan.entries(d.nama)
        self.judul = titles(d)
        self.kolom = list(self.judul)
        self.sendiri = {k.nama: k for k in d.kolom}

    def write(self, *, contoh: bool) -> None:
        self._head(contoh)
        kosong = range(_BARIS_KOSONG)
        for i, b in enumerate([*self.butir, *(None for _ in kosong)], BARIS_JUDUL + 1):
            for j, nama in enumerate(self.kolom):
                self._cell(i, j, nama, b)
            keadaan = self._state(b) if b else ""
            self.lembar.write(i, len(self.kolom), keadaan, self.gaya["teks_tetap"])
        akhir = BARIS_JUDUL + len(self.butir) + _BARIS_KOSONG
        for j, nama in enumerate(self.kolom):
            if isi := self._validation(nama):
                self.lembar.data_validation(BARIS_JUDUL + 1, j, akhir, j, isi)
        self._page(akhir)

    def _head(self, contoh: bool) -> None:
        tanda = "/CONTOH" if contoh else ""
        self.lembar.write_string(0, 0, f"{CAP}/{VERSI}/{self.d.nama}{tanda}")
        semula = (f"{b.kode}@{day_key(b.berlaku_sejak)}:{mark(b)}" for b in self.butir)
        self.lembar.write_string(0, 1, " ".join(semula))
        self.lembar.set_row(0, None, None, {"hidden": True})
        self.lembar.write_string(1, 0, self.d.judul, self.gaya["judul"])
        if contoh:
            kata = "CONTOH – bukan data sebenarnya"
            self.lembar.write_string(1, 3, kata, self.gaya["contoh"])
        self.lembar.write_string(2, 0, self.d.keterangan, self.gaya["biasa"])
        self.lembar.write_string(
            3, 0,
            "Yang kuning boleh diubah, yang abu-abu tidak. Baris baru ditulis di bawah "
            "baris terakhir. Menghapus baris berarti mencabutnya.",
            self.gaya["redup"],
        )  # fmt: skip
        for j, nama in enumerate(self.kolom):
            pola = "kepala_otomatis" if nama == "kode" else "kepala"
            self.lembar.write_string(BARIS_JUDUL, j, self.judul[nama], self.gaya[pola])
            if bantuan := self._help(nama):
                self.lembar.data_validation(
                    BARIS_JUDUL, j, BARIS_JUDUL, j,
                    {"validate": "any", "input_title": self.judul[nama][:32],
                     "input_message": bantuan[:255]},
                )  # fmt: skip
        self.lembar.write_string(
            BARIS_JUDUL, len(self.kolom), KEADAAN, self.gaya["kepala_otomatis"]
        )

    def _help(self, nama: str) -> str:
        if nama in TETAP:
            return _BANTUAN[nama]
        k = self.sendiri[nama]
        wajib = "" if k.wajib else "Boleh kosong."
        return f"{k.bantuan} {wajib}".strip()

    def _cell(self, i: int, j: int, nama: str, b: Butir | None) -> None:
        isi = None if b is None else self._value(nama, b)
        pola = self._style(nama, isi, b)
        if isinstance(isi, dt.date):
            saat = dt.datetime.combine(isi, dt.time())
            self.lembar.write_datetime(i, j, saat, self.gaya[pola])
        elif isinstance(isi, int | float):
            self.lembar.write_number(i, j, isi, self.gaya[pola])
        elif isi:
            self.lembar.write_string(i, j, str(isi), self.gaya[pola])
        else:
            self.lembar.write_blank(i, j, None, self.gaya[pola])

    def _value(self, nama: str, b: Butir) -> object:
        isi = b[nama] if nama in self.sendiri else getattr(b, nama)
        if isinstance(isi, bool):
            return YA_TIDAK[not isi]
        return isi

    def _style(self, nama: str, isi: object, b: Butir | None) -> str:
        if nama == "kode":
            return "teks_tetap" if b else "teks"
        if nama in ("berlaku_sejak", "berlaku_sampai"):
            return "tanggal"
        jenis = self.sendiri[nama].jenis if nama in self.sendiri else "teks"
        if jenis == "bagian":
            return "persen_pecahan" if _broken(isi) else "persen"
        if jenis not in ("rupiah", "angka"):
            return "teks"
        return "desimal" if isinstance(isi, float) and isi % 1 else "angka"

    def _validation(self, nama: str) -> dict[str, object] | None:
        if nama == "usulan":
            return {"validate": "list", "source": YA_TIDAK}
        if nama == "ketelitian":
            return {"validate": "list", "source": ["hari", "tahun"]}
        if nama not in self.sendiri:
            return None
        return allowed(self.sendiri[nama])

    def _state(self, b: Butir) -> str:
        """Whether an entry counts today, as the sheet says it in words."""
        akhir = self.acuan.last_day(b)
        if b.berlaku_sejak and b.berlaku_sejak > self.hari:
            return "belum berlaku"
        if akhir and akhir < self.hari:
            return f"sudah lewat ({tanggal(akhir, singkat=True)})"
        return "berlaku"

    def _page(self, akhir: int) -> None:
        for j, nama in enumerate(self.kolom):
            k = self.sendiri.get(nama)
            lebar = _LEBAR.get(k.jenis, 16) if k else _LEBAR_TETAP[nama]
            self.lembar.set_column(j, j, lebar)
        self.lembar.set_column(len(self.kolom), len(self.kolom), 22)
        self.lembar.set_row(BARIS_JUDUL, 42)
        self.lembar.freeze_panes(BARIS_JUDUL + 1, 2)
        self.lembar.autofilter(BARIS_JUDUL, 0, akhir, len(self.kolom))
        self.lembar.set_landscape()
        self.lembar.set_paper(9)
        self.lembar.fit_to_pages(1, 0)
        self.lembar.repeat_rows(BARIS_JUDUL)
