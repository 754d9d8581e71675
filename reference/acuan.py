"""Rules and assumptions that people may change: what counts, since when, who says so.

One TOML file a list in `data/reference/jalan/` (`[kolom]` says what each entry holds,
`[[butir]]` are the entries); the store may hold newer entries that people sent in.
"""

import datetime as dt
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Self

from reference.acuan_kolom import JENIS as JENIS
from reference.acuan_kolom import Kolom as Kolom
from reference.acuan_kolom import Nilai as Nilai
from reference.paths import REFERENCE_DIR

KODE = "acuan"
"""The layout of a reading that holds rules, and so is not a report of groups."""

TETAP = (
    "kode", "label", "sumber", "usulan",
    "berlaku_sejak", "berlaku_sampai", "ketelitian", "ditetapkan_oleh", "dicabut",
)  # fmt: skip
FOLDER = REFERENCE_DIR / "jalan"


@dataclass(frozen=True, slots=True)
class Daftar:
    """One list of rules or assumptions: its name, title, meaning and columns."""

    nama: str
    judul: str
    keterangan: str
    kolom: tuple[Kolom, ...]

    def column(self, nama: str) -> Kolom:
        """The column of that name; KeyError when there is none."""
        return {k.nama: k for k in self.kolom}[nama]


@dataclass(frozen=True, slots=True)
class Butir:
    """One rule or assumption as it counts in a span of days.

    `usulan` means that no official source says so; `berlaku_sejak` None is "since
    ever", `berlaku_sampai` (the last day) None is "until changed"; `ketelitian`
    "tahun" says that the source names the year alone, so only that is shown. `isi`
    holds the columns of its list; `dicabut` takes an earlier entry out.
    """

    daftar: str
    kode: str
    label: str
    isi: Mapping[str, Nilai]
    sumber: str
    usulan: bool
    ditetapkan_oleh: str
    berlaku_sejak: dt.date | None = None
    berlaku_sampai: dt.date | None = None
    ketelitian: str = "hari"
    dicabut: bool = False

    def __getitem__(self, kolom: str) -> Any:  # noqa: ANN401
        return self.isi.get(kolom)

    def in_force(self, hari: dt.date) -> bool:
        """Whether it counts on a day."""
        sejak, sampai = self.berlaku_sejak, self.berlaku_sampai
        mulai = sejak is None or sejak <= hari
        return mulai and (sampai is None or hari <= sampai) and not self.dicabut


@dataclass(frozen=True)
class Acuan:
    """Everything that is in force, in all lists; what stands later counts first.

    >>> bawaan().pada("tidak_ada", dt.date(2026, 1, 1))
    {}
    """

    butir: tuple[Butir, ...]
    _kept: dict[tuple[str, dt.date], dict[str, Butir]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def pada(self, daftar: str, hari: dt.date) -> dict[str, Butir]:
        """The entries of one list in force on a day, by kode, in the list's order.

        Of two in force the one that began later counts, then the one sent in later.
        """
        kunci = (daftar, hari)
        if kunci not in self._kept:
            self._kept[kunci] = self._in_force(daftar, hari)
        return self._kept[kunci]

    def _in_force(self, daftar: str, hari: dt.date) -> dict[str, Butir]:
        hasil: dict[str, Butir] = {}
        for b in self.butir:
            if b.daftar != daftar or not b.in_force(hari):
                continue
            lama = hasil.get(b.kode)
            if lama is None or _began(lama) <= _began(b):
                hasil[b.kode] = b
        return hasil

    def entries(self, daftar: str) -> list[Butir]:
        """All entries of one list that were not taken out, a kode's oldest first."""
        milik = [b for b in self.butir if b.daftar == daftar and not b.dicabut]
        urut = {kode: n for n, kode in enumerate(dict.fromkeys(b.kode for b in milik))}
        return sorted(milik, key=lambda b: (urut[b.kode], _began(b)))

    def last_day(self, b: Butir) -> dt.date | None:
        """The last day on which an entry counts; None while nothing takes its place.

        A later entry of the same kode without end takes its place for good.
        """
        lain = [
            _began(x) - dt.timedelta(days=1)
            for x in self.entries(b.daftar)
            if x.kode == b.kode and _began(x) > _began(b) and not x.berlaku_sampai
        ]
        sampai = [*lain, *([b.berlaku_sampai] if b.berlaku_sampai else [])]
        return min(sampai, default=None)

    def plus(self, butir: Iterable[Butir]) -> Self:
        """With entries sent in later; one with the same kode and first day replaces."""
        semua = {(b.daftar, b.kode, b.berlaku_sejak): b for b in self.butir}
        semua |= {(b.daftar, b.kode, b.berlaku_sejak): b for b in butir}
        return type(self)(tuple(semua.values()))


def _began(b: Butir) -> dt.date:
    return b.berlaku_sejak or dt.date.min


@cache
def daftar() -> dict[str, Daftar]:
    """Every list by name, in the order of the file names."""
    return {p.stem: _list(p) for p in sorted(FOLDER.glob("*.toml"))}


def _list(path: Path) -> Daftar:
    isi = _read(path)
    kolom = tuple(
        Kolom(nama, **k | {n: tuple(k.get(n, ())) for n in ("pilihan", "rujuk")})
        for nama, k in isi.get("kolom", {}).items()
    )
    return Daftar(path.stem, isi["judul"], isi["keterangan"], kolom)


@cache
def bawaan() -> Acuan:
    """What the product brings along, before anybody changed anything."""
    return Acuan(
        tuple(
            _entry(path.stem, dict(b))
            for path in sorted(FOLDER.glob("*.toml"))
            for b in _read(path)["butir"]
        )
    )


def _entry(nama: str, b: dict[str, Any]) -> Butir:
    tetap = {k: b.pop(k) for k in TETAP if k in b}
    return Butir(
        daftar=nama,
        isi=b,
        **{"sumber": "", "usulan": False, "ditetapkan_oleh": "", **tetap},
    )


@cache
def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))
