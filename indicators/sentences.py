"""Three sentences that say what changed, by rule: capital, members, what to look after.

Every sentence names the groups it stands on; where the reports do not allow a
comparison it says so.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from indicators.attention import attention
from indicators.data import Data
from indicators.places import in_place
from indicators.punctuality import first_received
from reference.kosakata import HIBAH, MODAL_UP2K
from reference.pengaturan import pengaturan
from reference.periode import Periode
from reference.tulisan import angka, persen, rupiah

_TANPA_HIBAH = tuple(n for n in MODAL_UP2K if n not in HIBAH)
_ANGGOTA = ("anggota_akhir",)


@dataclass(frozen=True, slots=True)
class Kalimat:
    """One sentence: `jenis` is modal, anggota or perhatian."""

    jenis: str
    teks: str


@dataclass(frozen=True, slots=True)
class _Compared:
    """A sum now, and over the same groups then and now, with how many groups."""

    kini: float
    n_lapor: int
    n_kelompok: int
    awal_sama: float
    akhir_sama: float
    n_sama: int

    @property
    def selisih(self) -> float:
        return self.akhir_sama - self.awal_sama

    @property
    def dari(self) -> str:
        return f"({self.n_lapor} dari {self.n_kelompok} kelompok lapor)"


def sentences(
    data: Data,
    periode: Periode,
    pembanding: Periode,
    hari_ini: dt.date,
    wilayah: str | None = None,
) -> list[Kalimat]:
    """The three sentences about a place (default: the city) in a period.

    Changes are those of the groups that reported in both periods, since anything else
    would mix them with who happened to report.
    """
    wilayah = wilayah or pengaturan().kode_kota
    return [
        Kalimat("modal", _capital(data, periode, pembanding, wilayah)),
        Kalimat("anggota", _members(data, periode, pembanding, wilayah)),
        Kalimat("perhatian", _attention(data, periode, hari_ini, wilayah)),
    ]


def _compare(
    data: Data,
    periode: Periode,
    pembanding: Periode,
    wilayah: str,
    variables: tuple[str, ...],
) -> _Compared:
    cut = data.at(periode)
    sini = in_place(cut.index, wilayah)
    kini = cut.total(variables)[sini]
    dulu = data.at(pembanding).total_of(variables, cut.index)[sini]
    ada, sama = ~np.isnan(kini), ~np.isnan(kini) & ~np.isnan(dulu)
    return _Compared(
        kini[ada].sum(), int(ada.sum()), int(sini.sum()),
        dulu[sama].sum(), kini[sama].sum(), int(sama.sum()),
    )  # fmt: skip


def _capital(data: Data, periode: Periode, pembanding: Periode, wilayah: str) -> str:
    m = _compare(data, periode, pembanding, wilayah, MODAL_UP2K)
    if not m.n_lapor:
        return f"Belum ada kelompok yang melaporkan modalnya untuk {periode.label}."
    seluruh = f"Modal UP2K seluruhnya {rupiah(m.kini)} {m.dari}"
    if not m.n_sama:
        return f"{seluruh}; {_not_comparable(periode, pembanding)}."
    tanpa = _compare(data, periode, pembanding, wilayah, _TANPA_HIBAH)
    kalimat = (
        f"Modal UP2K {m.n_sama} kelompok yang lapor pada {pembanding.label} dan "
        f"{periode.label} {_moved(m, rupiah)}"
    )
    if tanpa.selisih != m.selisih:
        kalimat += f"; di luar hibah {_moved(tanpa, rupiah)}"
    return f"{kalimat}. {seluruh}."


def _members(data: Data, periode: Periode, pembanding: Periode, wilayah: str) -> str:
    a = _compare(data, periode, pembanding, wilayah, _ANGGOTA)
    if not a.n_lapor:
        return f"Belum ada kelompok yang melaporkan anggotanya untuk {periode.label}."
    seluruh = f"Anggota seluruhnya {_people(a.kini)} {a.dari}"
    if not a.n_sama:
        return f"{seluruh}; {_not_comparable(periode, pembanding)}."
    return (
        f"Anggota {a.n_sama} kelompok yang sama {_moved(a, _people)} sejak "
        f"{pembanding.label}. {seluruh}."
    )


def _attention(data: Data, periode: Periode, hari_ini: dt.date, wilayah: str) -> str:
    ada = attention(data, periode, hari_ini, wilayah)
    if ada:
        return " ".join(p.kalimat for p in ada[:2])
    hari = first_received(data, periode)
    n = int(in_place(hari.index, wilayah).sum())
    siapa = f"Semua {n} kelurahan" if n > 1 else "Kelurahan ini"
    return (
        f"{siapa} sudah lapor untuk {periode.label}; menurut laporannya tidak "
        "ada isian tertahan, tunggakan di atas batas, atau kelompok nonaktif."
    )


def _not_comparable(periode: Periode, pembanding: Periode) -> str:
    return (
        f"perubahannya belum dapat dibandingkan, karena tidak ada kelompok yang lapor "
        f"pada {pembanding.label} dan {periode.label}"
    )


def _people(nilai: float) -> str:
    return f"{angka(nilai)} orang"


def _moved(a: _Compared, tulis: Callable[[float], str]) -> str:
    if a.selisih == 0:
        return f"tetap {tulis(a.akhir_sama)}"
    arah = "naik" if a.selisih > 0 else "turun"
    bagian = f" ({persen(abs(a.selisih) / a.awal_sama * 100)})" if a.awal_sama else ""
    return f"{arah} {tulis(abs(a.selisih))}{bagian} menjadi {tulis(a.akhir_sama)}"
