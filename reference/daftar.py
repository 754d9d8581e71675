"""Lists that are no report: an event, a competition, a campaign; one TOML file a form.

A form is a head (label: value) and tables. Its files stand in `data/reference/daftar/`;
reader, writer, store tables and frames are all made from them.
"""

import datetime as dt
import hashlib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import Any

from reference.kosakata import Pilihan
from reference.paths import REFERENCE_DIR
from reference.wilayah import fold

_SIDIK = 6

TIPE = (
    "teks", "lembaga", "kode", "juri", "pilihan", "tanggal", "orang", "bilangan",
    "rupiah", "nilai", "persen", "kelurahan", "peserta",
)  # fmt: skip
BULAT = ("orang", "bilangan", "rupiah")
PECAHAN = ("nilai", "persen")


@dataclass(frozen=True, slots=True, kw_only=True)
class Isian:
    """One thing to fill in: a field of the head, or a column of a table.

    `tipe` is one of `TIPE`: `lembaga` names an institution and no person, `kode` is
    made from column `dari` when blank, `juri` is "Juri 1" …, `peserta` is one of the
    kinds in `peserta` (kelurahan, kecamatan, kelompok, lembaga), only the one that the
    head field `menurut` says. What else it must hold with: `setelah` (a head field:
    blank until that day), `tidak_lebih` (a column), `tidak_sebelum` (a head field),
    `antara` (two head fields), `sampai_hari_ini`.
    """

    nama: str
    judul: str
    tipe: str
    bantuan: str = ""
    wajib: bool = False
    min: float | None = None
    max: float | None = None
    pilihan: tuple[Pilihan, ...] = ()
    ejaan: tuple[str, ...] = ()
    lebar: int = 16
    dari: str = ""
    peserta: tuple[str, ...] = ()
    menurut: str = ""
    setelah: str = ""
    tidak_lebih: str = ""
    tidak_sebelum: str = ""
    antara: tuple[str, ...] = ()
    sampai_hari_ini: bool = False

    @property
    def type(self) -> str:
        """How it is stored: "integer", "decimal", "date" or "text"."""
        if self.tipe in BULAT:
            return "integer"
        if self.tipe in PECAHAN:
            return "decimal"
        return "date" if self.tipe == "tanggal" else "text"

    def label(self, nilai: str) -> str:
        """The words for one value of a choice; the value itself for any other."""
        return next((p.label for p in self.pilihan if p.nilai == nilai), nilai)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matriks:
    """A table that is written wide: one column of the sheet for each row of another.

    `kolom` is the key that stands in the headings, `isi` the column of their cells;
    the headings are `judul` of table `tabel`, whose own `kolom` is the key.
    """

    kolom: str
    isi: str
    tabel: str
    judul: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabel:
    """One table of a form.

    `kunci` name a row. `utuh`: the newest workbook of a thing replaces all its rows;
    else the newest row of each key counts. `awal` are the cells that a new form has
    filled in (such a row says nothing until something else is filled in), `contoh_isi`
    whole rows that it proposes. `jumlah` are sums that columns must give,
    `paling_banyak` head fields that the sum of a column should not exceed.
    """

    nama: str
    judul: str
    lembar: str
    kunci: tuple[str, ...]
    utuh: bool
    kolom: tuple[Isian, ...]
    petunjuk: str = ""
    awal: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    contoh_isi: tuple[Mapping[str, Any], ...] = ()
    jumlah: Mapping[str, float] = field(default_factory=dict)
    paling_banyak: Mapping[str, str] = field(default_factory=dict)
    matriks: Matriks | None = None

    def column(self, nama: str) -> Isian:
        """The column of that name; KeyError when there is none."""
        return {k.nama: k for k in self.kolom}[nama]


@dataclass(frozen=True, slots=True, kw_only=True)
class Formulir:
    """One form, as its TOML file says it.

    `kode` is the layout of its readings, `tabel_kepala` the table of the heads (one row
    a thing), `kolom_kode` the column of the thing's code in every table of the form.
    """

    kode: str
    nama: str
    satuan: str
    versi: int
    cap: str
    huruf: str
    lembar: str
    tabel_kepala: str
    kolom_kode: str
    identitas: tuple[str, ...]
    petunjuk: tuple[str, ...]
    kepala: tuple[Isian, ...]
    tabel: tuple[Tabel, ...]

    def stamp(self, *, contoh: bool = False) -> str:
        """The text of the stamp cell.

        >>> forms()["sosialisasi"].stamp(contoh=True)
        'SOSIALISASI/1/CONTOH'
        """
        return f"{self.cap}/{self.versi}" + ("/CONTOH" if contoh else "")

    def head(self, nama: str) -> Isian:
        """The field of the head of that name; KeyError when there is none."""
        return {k.nama: k for k in self.kepala}[nama]

    def table(self, nama: str) -> Tabel:
        """The table of that name; KeyError when there is none."""
        return {t.nama: t for t in self.tabel}[nama]

    def code(self, kepala: Mapping[str, Any]) -> str:
        """The code of a thing: its days, and a short mark of its other identity.

        Capitals and spaces make no difference. KeyError when an identifying field is
        missing.

        >>> f = forms()["sosialisasi"]
        >>> hari = dt.date(2022, 9, 20)
        >>> f.code({"tanggal": hari, "nama": "Sosialisasi  UP2K"})
        'SO-20220920-5e3eaa'
        >>> f.code({"tanggal": hari, "nama": "sosialisasi up2k"})
        'SO-20220920-5e3eaa'
        """
        isi = [kepala[n] for n in self.identitas]
        hari = [f"{i:%Y%m%d}" for i in isi if isinstance(i, dt.date)]
        kata = "\n".join(fold(str(i)) for i in isi if not isinstance(i, dt.date))
        sidik = hashlib.sha256(kata.encode()).hexdigest()[:_SIDIK]
        return "-".join((self.huruf, *hari, sidik))

    @property
    def menimpa(self) -> bool:
        """Whether a newer workbook of a thing replaces all that an older one said."""
        return all(t.utuh for t in self.tabel)

    def columns(self) -> dict[str, dict[str, Isian]]:
        """The columns of each of its tables, the heads' first; without the code."""
        kepala = {self.tabel_kepala: {k.nama: k for k in self.kepala}}
        return kepala | {t.nama: {k.nama: k for k in t.kolom} for t in self.tabel}


@cache
def forms() -> Mapping[str, Formulir]:
    """Every form by its kode, from `data/reference/daftar/*.toml`.

    >>> list(forms())
    ['kampanye', 'penilaian', 'sosialisasi']
    """
    berkas = sorted((REFERENCE_DIR / "daftar").glob("*.toml"))
    semua = [_form(p.read_text("utf-8")) for p in berkas]
    return MappingProxyType({f.kode: f for f in semua})


def tables() -> Iterator[tuple[Formulir, str, Mapping[str, Isian]]]:
    """Every table of every form: the form, the table's name, its columns.

    >>> [nama for _, nama, _ in tables()][:3]
    ['kampanye', 'kampanye_sasaran', 'kampanye_harian']
    """
    for f in forms().values():
        for nama, kolom in f.columns().items():
            yield f, nama, kolom


def _form(teks: str) -> Formulir:
    isi = tomllib.loads(teks)
    kepala = tuple(_field(k) for k in isi.pop("kepala"))
    tabel = tuple(_table(t) for t in isi.pop("tabel"))
    return Formulir(kepala=kepala, tabel=tabel, **_frozen(isi))


def _table(isi: dict[str, Any]) -> Tabel:
    kolom = tuple(_field(k) for k in isi.pop("kolom"))
    awal = {n: tuple(v) for n, v in isi.pop("awal", {}).items()}
    matriks = isi.pop("matriks", None)
    return Tabel(
        kolom=kolom,
        awal=awal,
        matriks=Matriks(**matriks) if matriks else None,
        **_frozen(isi),
    )


def _field(isi: dict[str, Any]) -> Isian:
    pilihan = tuple(
        Pilihan(p["nilai"], p["label"], tuple(p.get("ejaan", ())))
        for p in isi.pop("pilihan", ())
    )
    if isi["tipe"] not in TIPE:
        raise ValueError(f"tipe {isi['tipe']!r} tidak dikenal")
    return Isian(pilihan=pilihan, **_frozen(isi))


def _frozen(isi: dict[str, Any]) -> dict[str, Any]:
    return {n: tuple(v) if isinstance(v, list) else v for n, v in isi.items()}
