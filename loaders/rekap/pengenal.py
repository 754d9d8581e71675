"""Who made a recap and for which period, from the lines above its table."""

import datetime as dt
import re
from collections.abc import Sequence

from loaders.bantuan import Bantuan
from loaders.formats.grid import Grid
from loaders.record import Pencatat, quote
from loaders.rekap.atas import (
    TAHUN,
    Baris,
    lines,
    periods_named,
    places_named,
    says_when,
)
from loaders.rekap.tempat import find_district
from reference.pengaturan import pengaturan
from reference.periode import Periode
from reference.rekap import lampiran
from reference.tulisan import daftar, tanggal
from reference.wilayah import find_kelurahan, fold, kecamatan, kelurahan, nama_wilayah

_CAP = re.compile(rf"{re.escape(lampiran().cap)}/(\d+)(/CONTOH)?", re.I)
_SARAN_TEMPAT = (
    "Tulis di atas tabel, misalnya TP PKK KELURAHAN PILANG atau TP PKK KECAMATAN "
    "KEDOPOK, lalu kirim ulang."
)
_SARAN_PERIODE = (
    "Tulis di atas tabel, misalnya SEMESTER I TAHUN 2026, lalu kirim ulang."
)


class Pengenal:
    """Reads stamp, place and period, and says what is wrong with them."""

    def __init__(
        self, pencatat: Pencatat, grid: Grid, sampai: int, bantuan: Bantuan
    ) -> None:
        """Works on the lines above the header block, whose first row is `sampai`."""
        self.pencatat = pencatat
        self.lembar = grid.nama
        self.baris = lines(grid, sampai)
        self.bantuan = bantuan

    def _catat(
        self, jenis: str, kalimat: str, b: Baris | None, saran: str, harap: str = ""
    ) -> None:
        self.pencatat.catat(
            jenis, kalimat, lembar=self.lembar, sel=b.sel if b else None,
            ditemukan=b.teks if b else "", diharapkan=harap, saran=saran,
        )  # fmt: skip

    def stamp(self) -> tuple[int | None, bool]:
        """The version that the form says it is, and whether it is a sample."""
        for b in self.baris:
            if cap := _CAP.search(b.teks):
                return int(cap[1]), bool(cap[2])
        return None, False

    def place(self, nama_baris: Sequence[str]) -> str | None:
        """The code of the kelurahan, kecamatan or kota that made it, or None.

        `nama_baris` are the places in its rows: they tell a kelurahan from the
        kecamatan of the same name when the lines above do not.
        """
        if self.bantuan.kode_wilayah:
            return self.bantuan.kode_wilayah
        disebut = list(places_named(self.baris))
        kel = next(((n, b) for apa, n, b in disebut if apa == "kelurahan"), None)
        kec = next(((n, b) for apa, n, b in disebut if apa == "kecamatan"), None)
        if kel:
            return self._kelurahan(*kel, kec)
        if kec:
            return self._kecamatan(*kec)
        kota = any(_is_city(apa, n) for apa, n, _ in disebut)
        if kota and _are_districts(nama_baris):
            return pengaturan().kode_kota
        return self._bare(nama_baris)

    def _kelurahan(
        self, nama: str, b: Baris, kec: tuple[str, Baris] | None
    ) -> str | None:
        tempat = find_kelurahan(nama)
        if tempat.kode is None:
            mirip = f" Yang mirip: {daftar(tempat.saran)}." if tempat.saran else ""
            self._catat(
                "kelurahan_tidak_dikenal", tempat.alasan, b, _SARAN_TEMPAT + mirip,
                "salah satu dari 29 kelurahan",
            )  # fmt: skip
            return None
        benar = kelurahan()[tempat.kode].kode_kecamatan
        if kec and (ada := find_district(kec[0])) and ada != benar:
            kalimat = f"Kelurahan {kelurahan()[tempat.kode].nama} berada di "
            kalimat += f"{nama_wilayah(benar)}, bukan {nama_wilayah(ada)}"
            saran = "Perbaiki kelurahan atau kecamatan di atas tabel, lalu kirim ulang."
            self._catat("kecamatan_berbeda", kalimat, kec[1], saran)
            return None
        return tempat.kode

    def _kecamatan(self, nama: str, b: Baris) -> str | None:
        kode = find_district(nama)
        if kode is None:
            kalimat = f"{quote(nama)} bukan kecamatan di kota ini"
            self._catat(
                "kelurahan_tidak_dikenal", kalimat, b, _SARAN_TEMPAT,
                daftar([k.nama for k in kecamatan().values()]),
            )  # fmt: skip
        return kode

    def _bare(self, nama_baris: Sequence[str]) -> str | None:
        """A place named without saying of which kind: `TP PKK KANIGARAN`."""
        for b in self.baris:
            kata = re.sub(r"^.*\bpkk\b[\s.:]*", "", b.teks, flags=re.I)
            kel, kec = find_kelurahan(kata).kode, find_district(kata)
            if kec and _are_villages(nama_baris):
                return kec
            if kel and not _are_villages(nama_baris):
                return kel
        kalimat = "tidak tertulis kelurahan atau kecamatan mana yang membuat rekap ini"
        self._catat("kelurahan_kosong", kalimat, None, _SARAN_TEMPAT)
        return None

    def period(self, hari_ini: dt.date) -> Periode | None:
        """The period, or None when the recap must be rejected.

        Any kind of period will do: a stock at the end of a half-year is the stock at
        the end of its last quarter and month.
        """
        p, b = self._stated_period()
        if p and p.end > hari_ini:
            kalimat = f"{p.label} baru berakhir pada {tanggal(p.end)}"
            saran = f"Perbaiki periodenya, atau kirim setelah {tanggal(p.end)}."
            self._catat("periode_mendatang", kalimat, b, saran)
            return None
        return p

    def _stated_period(self) -> tuple[Periode | None, Baris | None]:
        """The period that was told on screen, else that of the lines, if it is sure."""
        if self.bantuan.periode:
            return Periode.parse(self.bantuan.periode), None
        disebut = list(periods_named(self.baris))
        if not disebut:
            self._without_period()
            return None, None
        p, b = disebut[0]
        if lain := [q for q, _ in disebut if q.end != p.end]:
            kalimat = f"dua periode tertulis: {p.label} dan {lain[0].label}"
            self._catat("periode_tidak_dikenal", kalimat, b, _SARAN_PERIODE)
            return None, None
        return p, b

    def _without_period(self) -> None:
        b = next((b for b in self.baris if TAHUN.search(b.teks)), None)
        if b is None:
            kalimat = "tidak tertulis untuk periode mana rekap ini dibuat"
            self._catat("periode_kosong", kalimat, None, _SARAN_PERIODE)
            return
        tahun = TAHUN.findall(b.teks)[0]
        kalimat = f"periode {quote(b.teks)} tidak dikenal"
        if not says_when(b.teks):
            kalimat = f"hanya tahun {tahun} yang tertulis, semesternya tidak"
        saran = f"Tulis di atas tabel, misalnya SEMESTER I TAHUN {tahun}, lalu kirim "
        self._catat("periode_tidak_dikenal", kalimat, b, f"{saran}ulang.")


def _is_city(apa: str, nama: str) -> bool:
    return apa == "kota" and fold(nama) == fold(pengaturan().nama_kota.split(" ", 1)[1])


def _are_villages(nama: Sequence[str]) -> bool:
    """Whether the rows are kelurahan: more than half of them have such names."""
    ada = [n for n in nama if find_kelurahan(n).kode]
    return len(ada) * 2 > len(nama)


def _are_districts(nama: Sequence[str]) -> bool:
    ada = [n for n in nama if find_district(n)]
    return len(ada) * 2 > len(nama)
