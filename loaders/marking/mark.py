"""The sender's own workbook handed back, with what is to be mended marked in it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from types import MappingProxyType

from checks.rules import RULES
from checks.temuan import Temuan
from loaders.bacaan import Potongan
from loaders.formats.grid import column_letters
from loaders.formats.package import open_package
from loaders.formats.perbaikan import NAMA_LEMBAR, Jejak
from loaders.formats.sniff import sniff
from loaders.formats.unreadable import UnreadableError
from loaders.marking.book import Book, LembarBuku
from loaders.marking.first_sheet import CETAK, FirstSheet
from loaders.marking.keys import keys
from loaders.marking.listing import TINGKAT, Butir, listed
from loaders.marking.notes import Catatan, add_notes
from loaders.marking.package import NotMarkableError, Package, written
from loaders.marking.sheet import Sheet
from loaders.marking.side import beside
from loaders.marking.strip import strip_round
from loaders.marking.styles import WARNA, Styles, fingerprint

_GAYA = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
_AKHIRAN = re.compile(r" \((?:daftar )?perbaikan(?: \d+)?\)$")
_BUKAN_XLSX = {
    "csv": "berkas CSV tidak dapat memuat warna dan catatan",
    "xls": "berkasnya berbentuk Excel lama (.xls)",
    "xlsb": "berkasnya berbentuk .xlsb",
    "ods": "berkasnya berbentuk .ods",
    "fods": "berkasnya berbentuk .fods",
    "html": "berkasnya sebuah halaman web, walaupun dapat dibuka di Excel",
    "xml": "berkasnya berbentuk XML Excel 2003",
}
_TIDAK_TERBUKA = {
    "berkas_terkunci": "berkas terkunci kata sandi",
    "berkas_kosong": "berkas kosong",
}
_RUSAK = ("berkas_rusak", "berkas_tidak_terbaca", "berkas_berbahaya")
_SUSUNAN = "susunan isi berkas tidak lazim"
_TANPA_PERBAIKAN: Mapping[tuple[str, str], str] = MappingProxyType({})
_TANPA_CUPLIKAN: Mapping[int, Potongan] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Tertanda:
    """A file to hand back: its bytes and name, and how many cells are marked in it.

    With `samping` it is a list beside the sender's file, which could not be marked;
    `sebab` says why, as the end of a sentence (empty otherwise).
    """

    isi: bytes
    nama: str
    samping: bool = False
    sebab: str = ""
    n_sel: int = 0


def mark(
    data: bytes,
    nama: str,
    temuan: Sequence[Temuan],
    *,
    perbaikan: Mapping[tuple[str, str], str] = _TANPA_PERBAIKAN,
    cuplikan: Mapping[int, Potongan] = _TANPA_CUPLIKAN,
) -> Tertanda:
    """The sender's workbook with its findings marked, or a list beside it.

    An xlsx is patched: the formats of faulty cells, notes, and a first sheet
    *Perbaikan* that leads to each; every other part stays byte for byte, and marks of
    an earlier round are taken out first. Any other file, and one that must not be
    patched, gets a workbook of its own beside it, with the pieces of the sheets in
    `cuplikan` (by index of the finding). `perbaikan` are cells mended on screen, which
    the file still holds as they were: they are named, not changed. Never raises for
    what is in the bytes.
    """
    batang = _AKHIRAN.sub("", PurePath(nama).stem) or "laporan"
    try:
        isi, n_sel = _marked(data, PurePath(nama).name, temuan, perbaikan)
        return Tertanda(isi=isi, nama=f"{batang} (perbaikan).xlsx", n_sel=n_sel)
    except NotMarkableError as gagal:
        sebab = str(gagal)
    except UnreadableError as gagal:
        sebab = _TIDAK_TERBUKA.get(gagal.jenis, "berkas tidak dapat dibuka dengan aman")
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        # Patching met something that no program is known to write: hands off.
        sebab = _SUSUNAN
    isi = beside(
        PurePath(nama).name, listed(temuan, _sheets_of(temuan)), sebab,
        perbaikan=perbaikan, cuplikan=cuplikan, temuan=temuan,
    )  # fmt: skip
    akhir = f"{batang} (daftar perbaikan).xlsx"
    return Tertanda(isi=isi, nama=akhir, samping=True, sebab=sebab)


def _sheets_of(temuan: Sequence[Temuan]) -> list[str]:
    return list(dict.fromkeys(t.lembar for t in temuan if t.lembar))


def _marked(
    data: bytes,
    nama: str,
    temuan: Sequence[Temuan],
    perbaikan: Mapping[tuple[str, str], str],
) -> tuple[bytes, int]:
    jenis = sniff(data, open_package(data))
    if any(t.jenis in _RUSAK for t in temuan):
        raise NotMarkableError("isi berkas rusak")
    if jenis != "xlsx":
        raise NotMarkableError(_BUKAN_XLSX.get(jenis, _SUSUNAN))
    paket = Package(data)
    buku = Book(paket)
    strip_round(paket, buku)
    penanda = _Penanda(paket, Book(paket))
    return penanda.run(nama, temuan, perbaikan), penanda.n_sel


class _Penanda:
    """One marking of one package, from which earlier rounds are gone."""

    def __init__(self, paket: Package, buku: Book) -> None:
        self.paket = paket
        self.buku = buku
        self.lembar = {s.nama: s for s in buku.sheets()}
        self.bagian_gaya = buku.styles()
        self.gaya = Styles(paket, self.bagian_gaya)
        self.n_sel = 0
        self._ragam: dict[str, dict[str, int]] = {}
        self._dibuat: dict[str, list[str]] = {}
        self._jangkauan: dict[str, dict[str, str]] = {}

    def run(
        self,
        nama: str,
        temuan: Sequence[Temuan],
        perbaikan: Mapping[tuple[str, str], str],
    ) -> bytes:
        """The marked package."""
        butir = listed(temuan, list(self.lembar))
        for satu in self.lembar.values():
            semua = [b for b in butir if b.temuan.lembar == satu.nama and b.temuan.sel]
            if semua:
                self._mark_sheet(satu, semua)
        lembar = FirstSheet(self.gaya)
        baru = self.bagian_gaya is None
        isi_gaya = self._save_styles()
        tanda = {
            "gaya": {**self.gaya.record(), "sidik": fingerprint(isi_gaya)},
            "gaya_baru": baru,
            "sel": self._ragam,
            "dibuat": self._dibuat,
            "jangkauan": self._jangkauan,
        }
        jejak = Jejak(keys(b.temuan for b in butir), tanda)
        akar = lembar.build(nama, butir, list(self.lembar), perbaikan, jejak)
        bagian = self.buku.insert_first(self._free_name(), CETAK)
        self.paket.put(bagian, akar)
        self.buku.save()
        return self.paket.to_bytes()

    def _save_styles(self) -> bytes:
        if self.bagian_gaya is None:
            # readers look for this name without asking what points to it
            self.bagian_gaya = self.buku.sibling("styles.xml")
            self.paket.relate(self.buku.bagian, "styles", self.bagian_gaya)
            self.paket.declare(self.bagian_gaya, _GAYA)
        isi = written(self.gaya.akar)
        self.paket.put(self.bagian_gaya, isi)
        return isi

    def _free_name(self) -> str:
        pakai = {n.casefold() for n in self.lembar}
        nama, nomor = NAMA_LEMBAR, 1
        while nama.casefold() in pakai:
            nomor += 1
            nama = f"{NAMA_LEMBAR} ({nomor})"
        return nama

    def _mark_sheet(self, satu: LembarBuku, butir: Sequence[Butir]) -> None:
        lembar = Sheet(self.paket.xml(satu.bagian))
        per: dict[tuple[int, int], list[Butir]] = {}
        for b in butir:
            for sel in _cells_of(b.temuan):
                per.setdefault(lembar.anchor(sel), []).append(b)
        for (i, j), semua in per.items():
            c = lembar.cell(i, j)
            dulu = int(c.get("s", 0))
            self._ragam.setdefault(satu.nama, {})[f"{column_letters(j)}{i + 1}"] = (
                self.gaya.variant(dulu)
            )
            c.set("s", str(self.gaya.marked(dulu, _gravest(semua))))
        add_notes(
            self.paket, satu.bagian, lembar,
            {tempat: _note(semua) for tempat, semua in per.items()},
        )  # fmt: skip
        if lembar.dibuat:
            self._dibuat[satu.nama] = lembar.dibuat
            self._jangkauan[satu.nama] = lembar.jangkauan
        self.paket.put(satu.bagian, lembar.akar)
        self.n_sel += len(per)


def _cells_of(t: Temuan) -> Iterator[str]:
    """The cells of a finding that are themselves at fault.

    A rule names further cells that took part; those are not at fault.
    """
    yield str(t.sel)
    if t.jenis not in RULES:
        yield from t.sel_lain


def _gravest(butir: Sequence[Butir]) -> str:
    return min((b.temuan.tingkat for b in butir), key=list(TINGKAT).index)


def _note(butir: Sequence[Butir]) -> Catatan:
    tingkat = _gravest(butir)
    isi = [f"{b.kalimat}\n{b.temuan.saran}".strip() for b in butir]
    return Catatan(TINGKAT[tingkat], "\n\n".join(isi), WARNA[tingkat])
