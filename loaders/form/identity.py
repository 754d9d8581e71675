"""The sheet of labels: which form, which kelurahan, which period."""

import datetime as dt
import difflib
import re
from dataclasses import dataclass, field
from functools import lru_cache

from loaders.cells.numbers import word
from loaders.cells.periods import only_year, read_period, read_period_end
from loaders.cells.terbaca import plain_text
from loaders.form.layout import Layout, fold_judul
from loaders.form.match import Cocok
from loaders.record import Pencatat, quote
from reference.pengaturan import pengaturan
from reference.periode import Periode
from reference.tulisan import daftar, tanggal
from reference.wilayah import (
    PlaceMatch,
    find_kecamatan,
    find_kelurahan,
    fold,
    kecamatan,
    kelurahan,
    nama_wilayah,
)

_KODE_WILAYAH = re.compile(r"(?<!\d)\d{2}\.?\d{2}\.?\d{2}\.?\d{4}(?!\d)")
_KATA_KODE = re.compile(r"\bkode(?: wilayah)?\b", re.I)


@dataclass(slots=True)
class Isian:
    """What stands behind each label: row and column index, and the content."""

    isi: dict[str, object] = field(default_factory=dict)
    letak: dict[str, tuple[int, int]] = field(default_factory=dict)
    cap: str = ""
    sel_cap: tuple[int, int] | None = None


def read_labels(cocok: Cocok, layout: Layout) -> Isian:
    """The values beside the labels of a sheet.

    In a table they stand above the header. All values stand in the same number of cells
    to the right of their labels, so that an explanation further right is never taken
    for a value.
    """
    hasil = Isian()
    label: dict[str, tuple[int, int]] = {}
    jarak: list[int] = []
    atas = cocok.grid.rows if cocok.judul < 0 else cocok.grid.rows[: cocok.judul]
    for i, baris in enumerate(atas):
        for j, sel in enumerate(baris):
            if type(sel) is not str or not sel:
                continue
            if not hasil.cap and sel[: len(layout.cap)].upper() == layout.cap:
                hasil.cap, hasil.sel_cap = sel.strip().upper(), (i, j)
            k = cocok.terurai.judul.get(fold_judul(sel))
            nama = (k.nama or k.peran) if k else ""
            if nama and nama not in label:
                label[nama] = (i, j)
                jarak += _first_right(baris, j)
    lebar = min(jarak, default=1)
    for nama, (i, j) in label.items():
        baris = cocok.grid.rows[i]
        letak = (i, min(j + lebar, len(baris) - 1))
        hasil.letak[nama] = letak
        hasil.isi[nama] = baris[letak[1]] if letak[1] > j else ""
    return hasil


def _first_right(baris: list[object], j: int) -> list[int]:
    """How many cells to the right the first content stands, if there is any."""
    for kanan in range(j + 1, len(baris)):
        sel = baris[kanan]
        if sel != "" and sel != ":":
            return [kanan - j]
    return []


class Pengenal:
    """Reads place and period from the labels, and says what is wrong with them."""

    def __init__(self, pencatat: Pencatat, cocok: Cocok, isian: Isian) -> None:
        """Works on the labels of one sheet."""
        self.pencatat = pencatat
        self.cocok = cocok
        self.isian = isian

    def _catat(
        self, jenis: str, kalimat: str, nama: str, saran: str = "", harap: str = ""
    ) -> None:
        letak = self.isian.letak.get(nama)
        self.pencatat.catat(
            jenis,
            kalimat,
            lembar=self.cocok.grid.nama,
            sel=self.cocok.grid.sel(*letak) if letak else None,
            ditemukan=plain_text(self.isian.isi.get(nama, "")),
            diharapkan=harap,
            saran=saran,
        )

    def _text(self, nama: str) -> str:
        teks = plain_text(self.isian.isi.get(nama, "")).strip(" :")
        return "" if word(teks.casefold()) else teks

    def kelurahan(self) -> str | None:
        """The code of the kelurahan, or None when the file must be rejected."""
        teks = self._text("kelurahan")
        if not teks:
            self._catat("kelurahan_kosong", "kelurahan belum diisi", "kelurahan")
            return None
        tempat = _find_place(teks)
        if tempat.kode is None:
            saran = tempat.saran or _nearest(teks)
            mungkin = f" Yang mirip: {daftar(saran)}." if saran else ""
            self._catat(
                "kelurahan_tidak_dikenal", tempat.alasan, "kelurahan",
                f"Tulis salah satu dari 29 kelurahan di kota ini.{mungkin}",
                "salah satu dari 29 kelurahan",
            )  # fmt: skip
            return None
        return tempat.kode if self._kecamatan_agrees(tempat.kode) else None

    def _kecamatan_agrees(self, kode: str) -> bool:
        teks = self._text("kecamatan")
        if not teks:
            return True
        benar = kelurahan()[kode].kode_kecamatan
        ada = find_kecamatan(teks).kode
        if ada == benar:
            return True
        nama = kelurahan()[kode].nama
        if ada is None:
            kalimat = f"{quote(teks)} bukan kecamatan di kota ini; {nama} berada di "
            kalimat += nama_wilayah(benar)
            harap = kecamatan()[benar].nama
            self._catat("kecamatan_tidak_dikenal", kalimat, "kecamatan", "", harap)
            return True
        kalimat = f"Kelurahan {nama} berada di {nama_wilayah(benar)}, bukan "
        kalimat += nama_wilayah(ada)
        self._catat(
            "kecamatan_berbeda", kalimat, "kecamatan", "", kecamatan()[benar].nama
        )
        return False

    def periode(self, hari_ini: dt.date) -> Periode | None:
        """The period, or None when the file must be rejected."""
        teks = self._text("periode")
        contoh = str(Periode.last_ended(hari_ini))
        if not teks:
            self._catat("periode_kosong", "periode belum diisi", "periode")
            return None
        irama = pengaturan().irama
        isi = self.isian.isi["periode"]
        disebut = read_period(isi)
        p = read_period_end(isi, irama) or disebut
        if p is None:
            kalimat, saran = f"periode {quote(teks)} tidak dikenal", ""
            if only_year(teks):
                kalimat = f"periode {quote(teks)} hanya menyebut tahun"
                saran = (
                    f"Sebutkan juga {irama}nya, misalnya {contoh}, lalu kirim ulang."
                )
            self._catat(
                "periode_tidak_dikenal", kalimat, "periode", saran, f"misalnya {contoh}"
            )
            return None
        if p.irama != irama:
            kalimat = (
                f"{p.label} adalah laporan {p.irama}; yang berlaku laporan {irama}"
            )
            saran = f"Tulis periode {irama}, misalnya {contoh}, lalu kirim ulang."
            self._catat("irama_berbeda", kalimat, "periode", saran, irama)
            return None
        if p.end > hari_ini:
            kalimat = f"{p.label} baru berakhir pada {tanggal(p.end)}"
            saran = f"Perbaiki periodenya, atau kirim setelah {tanggal(p.end)}."
            self._catat("periode_mendatang", kalimat, "periode", saran, contoh)
            return None
        if p != disebut:
            kalimat = f"periode {quote(teks)} dibaca {p.label}"
            self._catat("periode_menurut_akhirnya", kalimat, "periode", "", str(p))
        return p


@lru_cache(maxsize=1024)
def _find_place(teks: str) -> PlaceMatch:
    """The kelurahan in a text that may hold a code, a name, or both."""
    kode = _KODE_WILAYAH.search(teks)
    if not kode:
        return find_kelurahan(teks)
    menurut_kode = find_kelurahan(kode[0])
    nama = _KATA_KODE.sub(" ", teks.replace(kode[0], " ")).strip(" -–:;,./()")
    if not nama:
        return menurut_kode
    menurut_nama = find_kelurahan(nama)
    if menurut_kode.kode is None:
        # Twelve codes without dots mean two kelurahan; the name says which.
        satu = menurut_nama.kode and nama_wilayah(menurut_nama.kode)
        return menurut_nama if satu in menurut_kode.saran else menurut_kode
    if menurut_nama.kode == menurut_kode.kode:
        return menurut_kode
    alasan = f"kode {kode[0]} adalah {nama_wilayah(menurut_kode.kode)}, bukan {nama}"
    return PlaceMatch(None, alasan, (nama_wilayah(menurut_kode.kode),))


def _nearest(teks: str) -> tuple[str, ...]:
    nama = {fold(k.nama): k.nama for k in kelurahan().values()}
    dekat = difflib.get_close_matches(fold(teks), nama, n=2, cutoff=0.6)
    return tuple(nama[d] for d in dekat)
