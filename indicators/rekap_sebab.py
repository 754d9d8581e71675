"""Which groups may stand behind a difference between a recap and what groups report."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from indicators.rekap_kelompok import Kelompok, Laporan, counted_on
from reference.rekap import KOPERASI, label_of
from reference.tulisan import angka, daftar, tanggal

PALING_BANYAK = 3
SETENGAH_TAHUN = 2
"""How many earlier reports a recap may have been copied from."""


@dataclass(frozen=True, slots=True)
class Dugaan:
    """One group counted otherwise than it reports: what that adds, and why it may be.

    `orang` is None where its members are not known; `bobot` is smaller for what
    happens more often.
    """

    kelompok: Kelompok
    klp: int
    orang: int | None
    kata: str
    bobot: int


@dataclass(frozen=True, slots=True)
class Penjelasan:
    """The likeliest set of groups behind a difference; a guess, never certain.

    `tepat` says that it gives the difference exactly, `lain` how many other sets of the
    same size do so as well.
    """

    dugaan: tuple[Dugaan, ...]
    tepat: bool = False
    lain: int = 0

    @property
    def kalimat(self) -> str:
        """The explanation in words, always as a possibility."""
        if not self.dugaan:
            return f"Belum terjelaskan oleh satu sampai {PALING_BANYAK} kelompok."
        isi = [f"{d.kelompok.nama} ({d.kata})" for d in self.dugaan]
        teks = f"Mungkin {daftar(isi)}."
        if not self.tepat:
            teks += " Banyak orangnya belum persis."
        if self.lain:
            teks += f" Ada {self.lain} kemungkinan lain."
        return teks


def candidates(kelompok: Sequence[Kelompok], jenjang: str) -> Iterator[Dugaan]:
    """Every way in which the recap may have counted one group otherwise."""
    di_sini = {k.kode for k in counted_on(kelompok, jenjang)}
    for k in kelompok:
        yield from _left_out(k, jenjang) if k.kode in di_sini else _added(k, jenjang)


def _left_out(k: Kelompok, jenjang: str) -> Iterator[Dugaan]:
    """A group that reports this rung and may not be in the recap, or differently."""
    if k.kini is None:
        return
    orang = k.kini.anggota
    kurang = None if orang is None else -orang
    lain = [j for d in _recent(k) if (j := d.jenjang) not in (jenjang, None)]
    if lain:
        kata = f"sebelumnya {label_of(lain[0])}, kini {label_of(jenjang)}"
        yield Dugaan(k, -1, kurang, kata, 0)
    elif k.baru:
        yield Dugaan(k, -1, kurang, "baru tercatat pada periode ini", 1)
    elif k.nonaktif:
        yield Dugaan(k, -1, kurang, "nonaktif, dapat saja tidak dihitung", 2)
    else:
        yield Dugaan(k, -1, kurang, "dapat saja terlewat di rekap", 4)
    for lalu in dict.fromkeys(d.anggota for d in _recent(k)):
        if orang is not None and lalu is not None and lalu != orang:
            kata = f"sebelumnya {angka(lalu)} anggota, kini {angka(orang)}"
            yield Dugaan(k, 0, lalu - orang, kata, 1)


def _recent(k: Kelompok) -> tuple[Laporan, ...]:
    return k.dulu[:SETENGAH_TAHUN]


def _added(k: Kelompok, jenjang: str) -> Iterator[Dugaan]:
    """A group that does not count on this rung and may be there in the recap."""
    pernah = [d.anggota for d in _recent(k) if d.jenjang == jenjang]
    if k.tutup:
        lalu = k.lalu
        if lalu and lalu.jenjang == jenjang:
            kata = f"tutup {tanggal(k.tutup)}, dapat saja masih dihitung"
            yield Dugaan(k, 1, lalu.anggota, kata, 1)
        return
    if k.kini is None:
        yield from _silent(k, jenjang)
        return
    kini = k.kini
    if kini.jenjang == KOPERASI and kini.tingkat == jenjang:
        kata = "koperasi, dapat saja juga dihitung menurut tingkatnya"
        yield Dugaan(k, 1, kini.anggota, kata, 1)
    elif kini.jenjang is None:
        kata = "tingkatnya belum dilaporkan"
        yield Dugaan(k, 1, kini.anggota, kata, 2)
    elif pernah:
        kata = f"sebelumnya {label_of(jenjang)}, kini {label_of(kini.jenjang)}"
        for orang in dict.fromkeys((kini.anggota, *pernah)):
            yield Dugaan(k, 1, orang, kata, 0)
    else:
        yield Dugaan(k, 1, kini.anggota, f"melapor {label_of(kini.jenjang)}", 5)


def _silent(k: Kelompok, jenjang: str) -> Iterator[Dugaan]:
    if k.lalu is None or k.lalu.jenjang is None:
        yield Dugaan(k, 1, None, "belum melapor, tingkatnya tidak diketahui", 3)
    elif k.lalu.jenjang == jenjang:
        kata = f"belum melapor, terakhir {label_of(jenjang)}"
        yield Dugaan(k, 1, k.lalu.anggota, kata, 1)
    else:
        kata = f"belum melapor, terakhir {label_of(k.lalu.jenjang)}"
        yield Dugaan(k, 1, k.lalu.anggota, kata, 5)


def explain(
    kelompok: Sequence[Kelompok], jenjang: str, klp: int, orang: int | None
) -> Penjelasan:
    """The smallest and likeliest set of groups that gives a difference.

    `klp` and `orang` are recap less reports. Sets of up to three groups are tried:
    those that give both numbers exactly, else those that give the number of groups.
    """
    semua = list(candidates(kelompok, jenjang))
    for harus_tepat in (True, False):
        for banyak in range(1, PALING_BANYAK + 1):
            cocok = [
                satu
                for satu in combinations(semua, banyak)
                if _fits(satu, klp, orang, harus_tepat)
            ]
            if cocok:
                return _best(cocok, tepat=harus_tepat and orang is not None)
        if orang is None or klp == 0:
            break
    return Penjelasan(())


def _fits(satu: Sequence[Dugaan], klp: int, orang: int | None, tepat: bool) -> bool:
    if sum(d.klp for d in satu) != klp:
        return False
    if len({d.kelompok.kode for d in satu}) < len(satu):
        return False
    if orang is None or not tepat:
        return True
    isi = [d.orang for d in satu]
    return None not in isi and sum(n for n in isi if n is not None) == orang


def _best(cocok: Sequence[tuple[Dugaan, ...]], *, tepat: bool) -> Penjelasan:
    bobot = [sum(d.bobot for d in satu) for satu in cocok]
    terbaik = cocok[bobot.index(min(bobot))]
    return Penjelasan(terbaik, tepat, bobot.count(min(bobot)) - 1)
