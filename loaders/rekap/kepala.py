"""The header block of a recap: which column is what, by its headings and its number."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from loaders.cells.terbaca import plain_text
from loaders.formats.grid import Grid
from loaders.rekap.judul import by_words, is_blank, means
from reference.rekap import KolomRekap, lampiran

_BARIS_DICARI = 60
_BARIS_KEPALA = 4
_TANGGA = ("PEMULA", "MADYA", "UTAMA", "MANDIRI")
_TANGGA_SEDIKIT = 3
_KOLOM_SEDIKIT = 6
_NOMOR_SEDIKIT = 8
_NOMOR_PERTAMA = 3
_NOMOR = re.compile(r"[(\[]?\s*-?(\d{1,2})\s*[)\].]?")


@dataclass(slots=True)
class Kepala:
    """A header block, worked out.

    `atas` and `judul` are the indexes of its first and last row, `nomor` that of the
    numbering row (None without), `bergeser` says that it counts other columns than the
    form's. `kolom` gives each column of the sheet that is taken, `teks` and `baris` its
    own heading and the row of that; `bertentangan` are the columns whose heading and
    number disagree, `ganda` those that stand twice, `lewat_nomor` those known by their
    number alone, `asing` those known by neither; `hilang` is what the sheet lacks.
    """

    atas: int
    judul: int
    nomor: int | None
    kolom: dict[int, KolomRekap] = field(default_factory=dict)
    teks: dict[int, str] = field(default_factory=dict)
    baris: dict[int, int] = field(default_factory=dict)
    bertentangan: dict[int, tuple[KolomRekap, int]] = field(default_factory=dict)
    ganda: dict[str, list[int]] = field(default_factory=dict)
    lewat_nomor: list[int] = field(default_factory=list)
    asing: list[int] = field(default_factory=list)
    hilang: list[KolomRekap] = field(default_factory=list)
    bergeser: bool = False

    @property
    def awal(self) -> int:
        """The index of the first row that may hold data."""
        return max(self.judul, -1 if self.nomor is None else self.nomor) + 1

    def letak(self, nama: str) -> int | None:
        """Where a column of the form stands, if it does."""
        return next((j for j, k in self.kolom.items() if k.nama == nama), None)


def find_header(grid: Grid) -> Kepala | None:
    """The header block of a sheet that is a recap; None for any other sheet.

    A recap has the four levels side by side, most columns of groups and members below
    them, and a column that names the places.
    """
    for i, baris in enumerate(grid.rows[:_BARIS_DICARI]):
        tangga = {t for sel in baris for t in _TANGGA if t in means(sel)}
        if len(tangga) >= _TANGGA_SEDIKIT:
            kepala = _work_out(grid, i)
            nama = {k.nama for k in kepala.kolom.values()}
            inti = [n for n in nama if n.startswith(("up2k_", "koperasi_"))]
            cukup = len(inti) + len(kepala.bertentangan) >= _KOLOM_SEDIKIT
            if cukup and "nama_wilayah" in nama:
                return kepala
    return None


def _work_out(grid: Grid, tangga: int) -> Kepala:
    nomor, angka = _numbering(grid, tangga)
    bawah = tangga + 1 if nomor is None else nomor - 1
    atas = _top(grid, tangga)
    judul = by_words(grid.rows[atas : bawah + 1])
    kepala = Kepala(atas, bawah, nomor)
    kepala.teks = {j: satu.teks for j, satu in judul.items()}
    kepala.baris = {j: atas + satu.r for j, satu in judul.items()}
    kata = {j: satu.kolom for j, satu in judul.items() if satu.kolom}
    _settle(kepala, kata, angka)
    return kepala


def _top(grid: Grid, tangga: int) -> int:
    """The first row of the block: that in which the column of places is headed."""
    paling_atas = max(0, tangga - _BARIS_KEPALA + 1)
    for i in range(paling_atas, tangga + 1):
        if any(lampiran().kolom[1].judul[0] in means(sel) for sel in grid.rows[i]):
            return i
    return max(0, tangga - 2)


def _number(sel: object) -> int | None:
    cocok = _NOMOR.fullmatch(plain_text(sel))
    return int(cocok[1]) if cocok else None


def _numbering(grid: Grid, tangga: int) -> tuple[int | None, dict[int, int]]:
    """The numbering row below the levels: its index, and the number of each column.

    Excel stores `(1)` as -1; the row counts up by one, whatever its numbers look like.
    """
    for i in range(tangga + 1, min(tangga + 1 + _BARIS_KEPALA, len(grid.rows))):
        isi = [(j, sel) for j, sel in enumerate(grid.rows[i]) if not is_blank(sel)]
        angka = {j: n for j, sel in isi if (n := _number(sel)) is not None}
        urut = list(angka.values())
        if (
            len(urut) >= _NOMOR_SEDIKIT
            and len(urut) == len(isi)
            and urut == list(range(urut[0], urut[0] + len(urut)))
            and urut[0] <= _NOMOR_PERTAMA
        ):
            return i, angka
    return None, {}


def _settle(
    kepala: Kepala, kata: Mapping[int, KolomRekap], angka: Mapping[int, int]
) -> None:
    """Holds headings against numbers.

    The numbers count the columns that the sheet has: what it lacks, or has besides,
    shifts them. Where heading and number then still disagree, neither is believed.
    """
    letak: dict[str, list[int]] = {}
    for j, k in kata.items():
        letak.setdefault(k.nama, []).append(j)
    kepala.ganda = {n: semua for n, semua in letak.items() if len(semua) > 1}
    kurang = [k for k in lampiran().kolom if k.nama not in letak]
    lebih = [j for j in angka if j not in kata]
    for j, k in kata.items():
        if k.nama in kepala.ganda:
            continue
        geser = sum(h.nomor < k.nomor for h in kurang) - sum(a < j for a in lebih)
        if j in angka and k.nomor - angka[j] != geser:
            kepala.bertentangan[j] = (k, angka[j])
            continue
        kepala.kolom[j] = k
        kepala.bergeser |= j in angka and angka[j] != k.nomor
    for j in kepala.teks:
        if j not in kata:
            _by_number(kepala, j, angka, kurang)
    ada = {k.nama for k in kepala.kolom.values()}
    ada |= {k.nama for k, _ in kepala.bertentangan.values()} | kepala.ganda.keys()
    kepala.hilang = [k for k in lampiran().kolom if k.nama not in ada]


def _by_number(
    kepala: Kepala, j: int, angka: Mapping[int, int], kurang: Sequence[KolomRekap]
) -> None:
    """Takes a column whose heading nobody knows, when its number leaves no doubt."""
    tanpa_geser = not kepala.bergeser and not kepala.bertentangan
    k = next((k for k in kurang if angka.get(j) == k.nomor), None)
    if k and tanpa_geser:
        kepala.kolom[j] = k
        kepala.lewat_nomor.append(j)
    else:
        kepala.asing.append(j)
