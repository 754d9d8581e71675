"""Who made a recap and for which period, from the lines above its table."""

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from loaders.bantuan import Bantuan
from loaders.cells.dates import BULAN
from loaders.cells.periods import read_period
from loaders.cells.terbaca import plain_text
from loaders.formats.grid import Grid
from loaders.record import Pencatat, quote
from reference.pengaturan import pengaturan
from reference.periode import Periode
from reference.rekap import lampiran
from reference.tulisan import daftar, tanggal
from reference.wilayah import find_kelurahan, fold, kecamatan, kelurahan, nama_wilayah

_CAP = re.compile(rf"{re.escape(lampiran().cap)}/(\d+)(/CONTOH)?", re.I)
_KATA_TEMPAT = r"kelurahan|kel|kecamatan|kec|kota|kabupaten|kab"
_TEMPAT = re.compile(
    rf"\b({_KATA_TEMPAT})\b[\s.:]*(.*?)(?=\b(?:{_KATA_TEMPAT}|provinsi|prov|propinsi"
    r"|tahun|thn|semester|smt|triwulan|tw|bulan|periode|s/d|per)\b|[,;|(]|$)",
    re.I,
)
_TAHUN = re.compile(r"(?<!\d)20\d\d(?!\d)")
_WAKTU = re.compile(
    r"\b(?:semester|smt|sem|triwulan|triw|tw|kuartal|bulan|periode|s\s*/\s*d|sampai"
    r"|per|posisi|keadaan)\b",
    re.I,
)
_MULAI_WAKTU = re.compile(
    r"\b(?:periode|keadaan|posisi|per)\b[\s.:]*(?:bulan|akhir|tanggal)?[\s.:]*", re.I
)
_HARI = re.compile(r"\b(\d{1,2}) ([a-z]+) (20\d\d)\b", re.I)
_BUKAN_NAMA = {"", "se", "per", "dan", "desa", "semua", "tiap"}
_SINGKAT = {"kel": "kelurahan", "kec": "kecamatan", "kab": "kabupaten"}
_SARAN_TEMPAT = (
    "Tulis di atas tabel, misalnya TP PKK KELURAHAN PILANG atau TP PKK KECAMATAN "
    "KEDOPOK, lalu kirim ulang."
)
_SARAN_PERIODE = (
    "Tulis di atas tabel, misalnya SEMESTER I TAHUN 2026, lalu kirim ulang."
)


@dataclass(frozen=True, slots=True)
class Baris:
    """One line above the table: its text, and the cell in which it begins."""

    teks: str
    sel: str


def lines(grid: Grid, sampai: int) -> list[Baris]:
    """The lines above the table, each as one text; colons between cells stay."""
    hasil = []
    for i, baris in enumerate(grid.rows[:sampai]):
        isi = [(j, plain_text(s)) for j, s in enumerate(baris) if s != ""]
        isi = [(j, teks) for j, teks in isi if teks]
        if isi:
            teks = " ".join(t for _, t in isi)
            hasil.append(Baris(teks, grid.sel(i, isi[0][0])))
    return hasil


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
        disebut = list(self._named())
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

    def _named(self) -> Iterator[tuple[str, str, Baris]]:
        """The places that the lines name: what kind, the name, the line."""
        for b in self.baris:
            for cocok in _TEMPAT.finditer(b.teks):
                apa = cocok[1].casefold()
                nama = cocok[2].strip(" .:-–/_…")
                if fold(nama) not in _BUKAN_NAMA:
                    yield _SINGKAT.get(apa, apa), nama, b

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
        if kec and (ada := _district(kec[0])) and ada != benar:
            kalimat = f"Kelurahan {kelurahan()[tempat.kode].nama} berada di "
            kalimat += f"{nama_wilayah(benar)}, bukan {nama_wilayah(ada)}"
            saran = "Perbaiki kelurahan atau kecamatan di atas tabel, lalu kirim ulang."
            self._catat("kecamatan_berbeda", kalimat, kec[1], saran)
            return None
        return tempat.kode

    def _kecamatan(self, nama: str, b: Baris) -> str | None:
        kode = _district(nama)
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
            kel, kec = find_kelurahan(kata).kode, _district(kata)
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
        if self.bantuan.periode:
            return Periode.parse(self.bantuan.periode)
        disebut = list(self._periods())
        if not disebut:
            self._without_period()
            return None
        p, b = disebut[0]
        if lain := [q for q, _ in disebut if q.end != p.end]:
            kalimat = f"dua periode tertulis: {p.label} dan {lain[0].label}"
            self._catat("periode_tidak_dikenal", kalimat, b, _SARAN_PERIODE)
            return None
        if p.end > hari_ini:
            kalimat = f"{p.label} baru berakhir pada {tanggal(p.end)}"
            saran = f"Perbaiki periodenya, atau kirim setelah {tanggal(p.end)}."
            self._catat("periode_mendatang", kalimat, b, saran)
            return None
        return p

    def _periods(self) -> Iterator[tuple[Periode, Baris]]:
        """The periods that the lines name, some over two lines (semester, tahun)."""
        for b, berikut in pairwise([*self.baris, Baris("", "")]):
            p = _period_in(b.teks)
            if p is None and _WAKTU.search(b.teks) and not _TAHUN.search(b.teks):
                p = _period_in(f"{b.teks} {berikut.teks}")
            if p:
                yield p, b

    def _without_period(self) -> None:
        b = next((b for b in self.baris if _TAHUN.search(b.teks)), None)
        if b is None:
            kalimat = "tidak tertulis untuk periode mana rekap ini dibuat"
            self._catat("periode_kosong", kalimat, None, _SARAN_PERIODE)
            return
        tahun = _TAHUN.findall(b.teks)[0]
        kalimat = f"periode {quote(b.teks)} tidak dikenal"
        if not _WAKTU.search(b.teks):
            kalimat = f"hanya tahun {tahun} yang tertulis, semesternya tidak"
        saran = f"Tulis di atas tabel, misalnya SEMESTER I TAHUN {tahun}, lalu kirim "
        self._catat("periode_tidak_dikenal", kalimat, b, f"{saran}ulang.")


def _period_in(teks: str) -> Periode | None:
    """The period that a line names, alone or behind other words.

    >>> str(_period_in("TP PKK KELURAHAN PILANG SEMESTER I TAHUN 2026"))
    '2026-S1'
    >>> str(_period_in("Keadaan s/d 30 Juni 2026")), _period_in("s/d 15 Juni 2026")
    ('2026-B06', None)
    """
    if not _TAHUN.search(teks):
        return None
    for hari, bulan, tahun in _HARI.findall(teks):
        nomor = BULAN.get(bulan.casefold())
        if nomor and int(hari) != monthrange(int(tahun), nomor)[1]:
            return None
        teks = teks.replace(f"{hari} {bulan}", bulan) if nomor else teks
    sisa = [teks, *(teks[c.start() :] for c in _WAKTU.finditer(teks))]
    sisa += [teks[c.end() :] for c in _MULAI_WAKTU.finditer(teks)]
    return next((p for s in sisa if (p := read_period(s.strip(" .:()")))), None)


def _district(nama: str) -> str | None:
    """The code of the kecamatan of that name."""
    kunci = fold(nama)
    return next(
        (
            k.kode
            for k in kecamatan().values()
            if kunci in {fold(n) for n in (k.nama, *k.alias)}
        ),
        None,
    )


def _is_city(apa: str, nama: str) -> bool:
    return apa == "kota" and fold(nama) == fold(pengaturan().nama_kota.split(" ", 1)[1])


def _are_villages(nama: Sequence[str]) -> bool:
    """Whether the rows are kelurahan: more than half of them have such names."""
    ada = [n for n in nama if find_kelurahan(n).kode]
    return len(ada) * 2 > len(nama)


def _are_districts(nama: Sequence[str]) -> bool:
    ada = [n for n in nama if _district(n)]
    return len(ada) * 2 > len(nama)
