"""A presentation as records: what every slide says, whoever draws it.

The HTML deck, the PPTX and the reports on paper are drawn from these, so that they
cannot differ. Numbers are the app's own values, unrounded; `teks` is how they read.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from reports.exports import Keterangan

AUDIENS = {
    "pimpinan": "Pimpinan TP PKK",
    "dkupp": "Dinas koperasi (DKUPP)",
    "kelurahan": "Kelurahan dan Poksus",
}


@dataclass(frozen=True, slots=True)
class Angka:
    """One big number: label, its words, the value behind it (None: not known), unit,
    and what stands below it (who reported, change)."""

    label: str
    teks: str
    nilai: float | None
    satuan: str
    keterangan: str = ""


@dataclass(frozen=True, slots=True)
class BarisAngka:
    """Two to four big numbers side by side."""

    angka: tuple[Angka, ...]


@dataclass(frozen=True, slots=True)
class Seri:
    """One line or one set of bars; a value that is not known is None, never 0."""

    nama: str
    nilai: tuple[float | None, ...]
    warna: str = ""


@dataclass(frozen=True, slots=True)
class Grafik:
    """A chart of numbers: `jenis` "garis", "batang" (across), "kolom" (upright) or
    "tumpuk" (bars across, stacked).

    `kategori` are the words of the axis in order. `satuan` as of an indicator ("Rp",
    "%", "orang", …). `sorot` is the index of a category to be pointed out. `goal` is a
    value with its words. `sumber` says who reported.
    """

    judul: str
    jenis: str
    kategori: tuple[str, ...]
    seri: tuple[Seri, ...]
    satuan: str
    alt: str
    sumber: str = ""
    sorot: int | None = None
    goal: tuple[float, str] | None = None


@dataclass(frozen=True, slots=True)
class KelasPeta:
    """One class of a map: words with limits, colour (#RRGGBB), pattern ("" or "/")."""

    label: str
    warna: str
    pola: str = ""


@dataclass(frozen=True, slots=True)
class Peta:
    """The 29 kelurahan by class.

    `kelas_di` gives each kelurahan's index in `kelas`, None where nothing is known
    (drawn hatched, "Belum ada data"); `nilai` its value, `tip` its words for a tooltip.
    `sorot` is the code of a kelurahan or kecamatan whose outline is drawn bold.
    """

    judul: str
    satuan: str
    kelas: tuple[KelasPeta, ...]
    kelas_di: Mapping[str, int | None]
    nilai: Mapping[str, float | None]
    tip: Mapping[str, str]
    alt: str
    sumber: str = ""
    sorot: str = ""


@dataclass(frozen=True, slots=True)
class Butir:
    """Short points, each at most two lines on a projector."""

    butir: tuple[str, ...]
    judul: str = ""


@dataclass(frozen=True, slots=True)
class Tabel:
    """A small table of words: heading, rows as tuples of text."""

    judul: str
    kepala: tuple[str, ...]
    baris: tuple[tuple[str, ...], ...]
    sumber: str = ""


Isi = BarisAngka | Grafik | Peta | Butir | Tabel


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide: id, title, the sentence that answers it, blocks, speaker's notes.

    `jenis` is "pembuka", "isi" or "penutup". At most two blocks stand on a slide.
    """

    id: str
    judul: str
    kalimat: str
    isi: tuple[Isi, ...] = ()
    catatan: str = ""
    jenis: str = "isi"


@dataclass(frozen=True, slots=True)
class Deck:
    """A presentation: title, slides in order, the stamp, whom it is for, live address.

    `batas` maps each kelurahan's code to its outlines, lists of (x, y) in tens of
    metres, y upward (`charts.geometry.rings`).
    """

    judul: str
    audiens: str
    slides: tuple[Slide, ...]
    cap: Keterangan
    batas: Mapping[str, list[list[tuple[int, int]]]] = field(repr=False)
    alamat: str = ""
