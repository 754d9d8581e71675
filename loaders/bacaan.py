"""What a workbook becomes once it is read: plain Python, so that it can be pickled."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from checks.temuan import JENIS, Temuan
from loaders.acuan.records import IsiAcuan
from loaders.mapping.records import Pemetaan, Usulan
from reference.acuan import KODE as ACUAN
from reference.daftar import forms
from reference.rekap import KODE as REKAP
from reference.tindakan import KODE as TINDAKAN

CATATAN_SEL = ""
"""Stands in `Bacaan.buang` for a sheet when notes on cells hold personal data."""

Value = int | float | str | dt.date | bool


class BarisLangkah(NamedTuple):
    """One step to koperasi of one group, as reported."""

    kode_langkah: str
    status: str | None
    tanggal: dt.date | None
    nomor: str | None


@dataclass(slots=True)
class BarisKelompok:
    """One group's report, joined over the sheets.

    `nilai` holds every group variable but kode_kelompok and nama_kelompok; None means
    "not reported". `kode` is empty for a group that has none yet. `baris` says in
    which row (counted from 1) of each sheet the group stands.
    """

    kode: str
    nama: str
    nilai: dict[str, Value | None] = field(default_factory=dict)
    tidak_berlaku: set[str] = field(default_factory=set)
    langkah: list[BarisLangkah] = field(default_factory=list)
    baris: dict[str, int] = field(default_factory=dict)
    catatan: str = ""

    @property
    def sebutan(self) -> str:
        """How findings call this group: its kode, else its name."""
        return self.kode or self.nama


@dataclass(slots=True)
class BarisRekap:
    """One row of an official recap: a place one tier lower, or the printed total.

    `kode` is None where the row names no kelurahan or kecamatan (a lingkungan, an RW,
    the total); `nilai` holds every counted column, None = not reported; `baris` is the
    row in the sheet, from 1.
    """

    kode: str | None
    nama: str
    nilai: dict[str, int | None]
    baris: int
    jumlah: bool = False


@dataclass(slots=True)
class BarisDaftar:
    """One row of a list; `nilai` is by column, as far as the sheet alone says.

    Of a register of actions it has kode_tindakan and nama_kelompok ("" when blank),
    kode_wilayah (None when no kelurahan is written), and the stored columns. `sel`
    gives the cell of each column, `baris` the row from 1; `tertahan` says that a galat
    keeps it out.
    """

    nilai: dict[str, Any]
    sel: dict[str, str]
    baris: int
    tertahan: bool = False
    lembar: str = ""


@dataclass(slots=True)
class IsiDaftar:
    """A list that is no report: the code and the words of its thing, head, and rows.

    `rows` are by table of its form (`reference.daftar`).
    """

    kode: str
    sebutan: str
    kepala: BarisDaftar
    rows: dict[str, list[BarisDaftar]] = field(default_factory=dict)


@dataclass(slots=True)
class Potongan:
    """A small piece of the sender's own sheet around one finding.

    `kolom` are the column letters shown, `baris` the row numbers with their cells as
    text; `sel` the cells to mark, `judul` the row number of the headings (or None).
    """

    lembar: str
    kolom: tuple[str, ...]
    baris: tuple[tuple[int, tuple[str, ...]], ...]
    sel: tuple[str, ...]
    judul: int | None = None


@dataclass(slots=True)
class Bacaan:
    """One workbook as read: identity, rows, lineage and findings.

    `kode_wilayah` and `periode` are None when the file is rejected. `kolom` says which
    column of which sheet each group variable came from, `sel_kelurahan` which cell each
    kelurahan variable came from. `buang` lists the personal cells to blank before the
    file is stored; `potongan[i]` belongs to `temuan[i]` (only the first ones).
    An official recap has `rekap` rows and no groups; `tingkat_wilayah` says whether a
    kelurahan, a kecamatan or the kota made it. A register of actions has `tindakan`
    and neither, and is always the kota's; so is a workbook of rules, with `acuan`, and
    a list that is no report (an event, a competition, a campaign), with `daftar`.
    `semula` says what the cells that were mended on screen hold in the file itself.
    `uji_coba` counts what kinds of finding on trial would have said.
    `putaran` are the keys of the findings of an earlier round, which a marked workbook
    carries; None when it carries none.
    `usulan` is our guess of a sheet of no known form, which somebody must confirm;
    `pemetaan` the layout with which it was read, as it is to be kept.
    """

    layout: str | None = None
    versi: int | None = None
    contoh: bool = False
    kode_wilayah: str | None = None
    periode: str | None = None
    kelompok: list[BarisKelompok] = field(default_factory=list)
    kelurahan: dict[str, Value | None] = field(default_factory=dict)
    sel_kelurahan: dict[str, tuple[str, str]] = field(default_factory=dict)
    tidak_berlaku_kelurahan: set[str] = field(default_factory=set)
    catatan_kelurahan: str = ""
    kegiatan: list[dict[str, Any]] = field(default_factory=list)
    rekap: list[BarisRekap] = field(default_factory=list)
    tindakan: list[BarisDaftar] = field(default_factory=list)
    acuan: IsiAcuan | None = None
    daftar: IsiDaftar | None = None
    tingkat_wilayah: str | None = None
    kolom: dict[str, tuple[str, str]] = field(default_factory=dict)
    temuan: list[Temuan] = field(default_factory=list)
    buang: dict[str, list[str]] = field(default_factory=dict)
    cuplikan: dict[int, Potongan] = field(default_factory=dict)
    semula: dict[tuple[str, str], str] = field(default_factory=dict)
    uji_coba: dict[str, int] = field(default_factory=dict)
    putaran: tuple[str, ...] | None = None
    usulan: Usulan | None = None
    pemetaan: Pemetaan | None = None

    @property
    def ditolak(self) -> bool:
        """Whether a finding rejects the whole file."""
        return any(
            t.tingkat == "galat" and JENIS[t.jenis].lingkup == "berkas"
            for t in self.temuan
        )

    @property
    def golongan(self) -> str:
        """What the workbook is: "laporan" (of groups), "rekap", "tindakan", "acuan".

        Of a list that is no report it is the kode of its form.
        """
        lain = {REKAP: "rekap", TINDAKAN: "tindakan", ACUAN: "acuan"}
        layout = self.layout or ""
        return layout if layout in forms() else lain.get(layout, "laporan")

    @property
    def satuan(self) -> str:
        """What its receipt counts."""
        lain = {"tindakan": "tindakan", "acuan": "perubahan aturan"}
        dasar = "baris" if self.daftar else "kelompok"
        return lain.get(self.golongan, dasar)

    @property
    def hal(self) -> str:
        """The code of the thing that a list is about; "" for any other workbook."""
        return self.daftar.kode if self.daftar else ""

    @property
    def sebutan(self) -> str:
        """The words for the thing that a list is about; "" for any other workbook."""
        return self.daftar.sebutan if self.daftar else ""

    @property
    def berperiode(self) -> bool:
        """Whether it speaks of one period, which may be closed."""
        return self.golongan in ("laporan", "rekap")

    def tertahan(self) -> set[str]:
        """The groups (by `sebutan`) that a galat holds back."""
        return {
            t.kelompok
            for t in self.temuan
            if t.kelompok is not None
            and t.tingkat == "galat"
            and JENIS[t.jenis].lingkup == "kelompok"
        }

    def tempat(self, kelompok: BarisKelompok, variabel: str) -> tuple[str, str]:
        """Sheet and cell in which a group's variable stands; ("", "") if in none."""
        lembar, kolom = self.kolom.get(variabel, ("", ""))
        baris = kelompok.baris.get(lembar)
        return (lembar, f"{kolom}{baris}") if baris else ("", "")
