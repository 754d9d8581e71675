"""Where things stand in a form: `layouts/*.toml` as frozen records."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from reference.kosakata import variables
from reference.syarat import langkah

LAYOUTS_DIR = Path(__file__).parent.parent / "layouts"
JENIS_LEMBAR = ("isian", "tabel")
JUDUL_NOMOR = "No"
JUDUL_NOMOR_LAIN = ("Nomor", "No urut", "Nomor urut")
JUDUL_CATATAN = "Catatan"
LABEL_ISIAN = {"kelurahan": "Kelurahan", "kecamatan": "Kecamatan", "periode": "Periode"}

_SATUAN = re.compile(r"\s*\((rp|rupiah|orang|kali|kk|usaha|hari|%)\.?\)\s*$", re.I)
_BUKAN_HURUF = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column that a sheet should have.

    `peran` is nomor, kunci, variabel, langkah_status, langkah_tanggal, langkah_nomor,
    otomatis or catatan; `nama` is the variable or the step it stands for (empty for
    nomor, otomatis and catatan); `judul` heads the column.
    """

    judul: str
    peran: str
    nama: str = ""


@dataclass(frozen=True, slots=True)
class Lembar:
    """One sheet of a form: labels with values (isian) or a table with a header row."""

    nama: str
    jenis: str
    wajib: bool
    level: str = ""
    kunci: tuple[str, ...] = ()
    variabel: tuple[str, ...] = ()
    isian: tuple[str, ...] = ()
    langkah: bool = False
    otomatis: tuple[str, ...] = ()
    catatan: str = ""
    judul: Mapping[str, tuple[str, ...]] = field(
        default_factory=lambda: MappingProxyType({})
    )

    def kolom(self) -> tuple[Kolom, ...]:
        """Its columns in the order in which the form writes them, without "No".

        A sheet of kind isian gives its labels in the same way.

        >>> lembar = layouts()["formulir_up2k"].sheet("Keuangan")
        >>> [k.judul for k in lembar.kolom()][2:4]
        ['Simpanan pokok (Rp)', 'Simpanan wajib (Rp)']
        """
        kosakata = variables()
        hasil = [Kolom(LABEL_ISIAN[n], "isian", n) for n in self.isian]
        hasil += [Kolom(kosakata[n].label_satuan, "kunci", n) for n in self.kunci]
        hasil += [Kolom(kosakata[n].label_satuan, "variabel", n) for n in self.variabel]
        for butir in langkah().values() if self.langkah else ():
            hasil += [
                Kolom(butir.singkat, "langkah_status", butir.kode),
                Kolom(f"{butir.singkat}: tanggal", "langkah_tanggal", butir.kode),
                Kolom(f"{butir.singkat}: nomor dokumen", "langkah_nomor", butir.kode),
            ]
        hasil += [Kolom(j, "otomatis") for j in self.otomatis]
        if self.catatan:
            hasil.append(Kolom(JUDUL_CATATAN, "catatan"))
        return tuple(hasil)

    def headings(self) -> dict[str, Kolom]:
        """Every heading, folded, by which a column of this sheet may be known.

        >>> layouts()["formulir_up2k"].sheet("Keuangan").headings()["kas"].nama
        'kas'
        """
        kolom = self.kolom()
        nomor = Kolom(JUDUL_NOMOR, "nomor")
        hasil = {fold_judul(j): nomor for j in (JUDUL_NOMOR, *JUDUL_NOMOR_LAIN)}
        for k in kolom:
            hasil.setdefault(fold_judul(k.nama), k)
            for judul in self.judul.get(k.nama, ()):
                hasil[fold_judul(judul)] = k
        return hasil | {fold_judul(k.judul): k for k in kolom}


@dataclass(frozen=True, slots=True)
class Layout:
    """One form: its stamp, version and sheets, and the file that says so."""

    kode: str
    nama: str
    versi: int
    cap: str
    lembar: tuple[Lembar, ...]
    abaikan: tuple[str, ...] = ()

    def stamp(self, *, contoh: bool = False) -> str:
        """The text of the stamp cell.

        >>> layouts()["formulir_up2k"].stamp(contoh=True)
        'FORMULIR-UP2K/1/CONTOH'
        """
        return f"{self.cap}/{self.versi}" + ("/CONTOH" if contoh else "")

    def sheet(self, nama: str) -> Lembar:
        """The sheet of that name; KeyError when there is none."""
        for lembar in self.lembar:
            if lembar.nama == nama:
                return lembar
        raise KeyError(nama)


class LayoutError(ValueError):
    """A layout file says something that the reader does not know."""


@lru_cache(maxsize=4096)
def fold_judul(teks: str) -> str:
    """A heading without case, spaces, punctuation and unit, for exact comparison.

    >>> fold_judul(" SIMPANAN  pokok (Rp.) "), fold_judul("Tunggakan 1 - 30 hari")
    ('simpananpokok', 'tunggakan130hari')
    """
    return _BUKAN_HURUF.sub("", _SATUAN.sub("", teks).casefold())


def _record(kelas: type, isi: dict[str, Any], berkas: Path) -> Any:  # noqa: ANN401
    dikenal = {f.name for f in fields(kelas)}
    asing = sorted(set(isi) - dikenal)
    if asing:
        raise LayoutError(f"{berkas.name}: kunci tidak dikenal: {', '.join(asing)}")
    rapi = {k: tuple(v) if isinstance(v, list) else v for k, v in isi.items()}
    try:
        return kelas(**rapi)
    except TypeError as sebab:
        raise LayoutError(f"{berkas.name}: {sebab}") from sebab


def _sheet(isi: dict[str, Any], berkas: Path) -> Lembar:
    judul = {k: tuple(v) for k, v in isi.pop("judul", {}).items()}
    lembar = _record(Lembar, {**isi, "judul": MappingProxyType(judul)}, berkas)
    kosakata = variables()
    asing = [
        n for n in (*lembar.kunci, *lembar.variabel, *judul) if n not in kosakata
    ] + [n for n in lembar.isian if n not in LABEL_ISIAN]
    if asing:
        raise LayoutError(f"{berkas.name}: variabel tidak dikenal: {', '.join(asing)}")
    if lembar.jenis not in JENIS_LEMBAR:
        raise LayoutError(f"{berkas.name}: jenis lembar tidak dikenal: {lembar.jenis}")
    return lembar


def read_layout(berkas: Path) -> Layout:
    """One layout file as a record.

    Raises LayoutError, naming the file, for an unknown key, variable or kind.
    """
    isi = tomllib.loads(berkas.read_text(encoding="utf-8"))
    lembar = tuple(_sheet(dict(s), berkas) for s in isi.pop("lembar", []))
    layout: Layout = _record(Layout, {**isi, "lembar": lembar}, berkas)
    return layout


@cache
def layouts() -> dict[str, Layout]:
    """Every layout by its code, found by file.

    >>> layouts()["formulir_up2k"].nama
    'Formulir UP2K'
    """
    semua = [read_layout(b) for b in sorted(LAYOUTS_DIR.glob("*.toml"))]
    return {layout.kode: layout for layout in semua}
