"""Identities between the terms of a row, and which term is the likely slip."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from checks.aturan import Pelanggaran
from reference.kosakata import variables
from reference.tulisan import bernilai, daftar


@dataclass(frozen=True, slots=True)
class Suku:
    """One term of an identity: its variable, its sign, its value (None = blank).

    `label` is how people call it; `lalu` marks a value of the period before, which
    stands in no cell of this workbook and is never the suspect.
    """

    variabel: str
    tanda: int
    nilai: int | float | None
    label: str
    lalu: bool = False


@dataclass(frozen=True, slots=True)
class Dugaan:
    """A single change that would mend an identity: term, value, and the slip."""

    suku: Suku
    seharusnya: int | float
    sebab: str


def _slip(ada: int | float, perlu: int | float) -> str:
    """The usual slip of the pen that turns the needed number into the written one."""
    if ada == -perlu:
        return "tanda minus keliru"
    for kali in (10, 100, 1000):
        if ada * kali == perlu:
            return "nol kurang"
        if perlu * kali == ada:
            return "nol berlebih"
    a, b = str(ada), str(perlu)
    if len(a) == len(b):
        beda = [i for i in range(len(a)) if a[i] != b[i]]
        if len(beda) == 2 and beda[1] == beda[0] + 1 and sorted(a) == sorted(b):
            return "dua digit tertukar"
    return ""


def suspects(suku: Sequence[Suku]) -> list[Dugaan]:
    """Every term that one plain slip would explain.

    The identity is that all terms with their signs add up to 0.

    >>> anggota = [("awal", 1, 20), ("masuk", 1, 3), ("keluar", -1, 2), ("akhir", -1, 12)]
    >>> [(d.suku.label, d.seharusnya, d.sebab)
    ...  for d in suspects([Suku(n, t, v, n) for n, t, v in anggota])]
    [('akhir', 21, 'dua digit tertukar')]
    """
    selisih = sum(s.tanda * (s.nilai or 0) for s in suku)
    kosong = [s for s in suku if s.nilai is None]
    hasil = []
    for s in suku:
        perlu = (s.nilai or 0) - s.tanda * selisih
        negatif = perlu < 0 <= (variables()[s.variabel].min or 0)
        if s.lalu or negatif:
            continue
        if s.nilai is None:
            if len(kosong) == 1:
                hasil.append(Dugaan(s, perlu, "belum diisi"))
        elif s.nilai and perlu and (sebab := _slip(s.nilai, perlu)):
            hasil.append(Dugaan(s, perlu, sebab))
    return hasil


def suku_dari(
    nilai: Mapping[str, int | float | None], tanda: Mapping[str, int]
) -> list[Suku]:
    """The terms of a row, by variable and sign."""
    kosakata = variables()
    return [Suku(n, t, nilai.get(n), kosakata[n].label) for n, t in tanda.items()]


def breach(
    suku: Sequence[Suku], *, utama: str, rumus: str, toleransi: int, satuan: str
) -> Iterator[Pelanggaran]:
    """The breach of an identity, naming the suspect term; nothing when it holds.

    `utama` is the variable on the left of `rumus`; it is named when no single slip
    explains the difference. Blank terms count as 0 only to see whether it holds.
    """
    if next(s for s in suku if s.variabel == utama and not s.lalu).nilai is None:
        return
    if all(s.nilai is None for s in suku if s.variabel != utama or s.lalu):
        return
    selisih = sum(s.tanda * (s.nilai or 0) for s in suku)
    if abs(selisih) <= toleransi:
        return
    beda = bernilai(abs(selisih), satuan)
    dugaan = suspects(suku)
    terkait = tuple(s.variabel for s in suku if s.nilai is not None and not s.lalu)
    if len(dugaan) == 1:
        d = dugaan[0]
        tertulis = "kosong" if d.suku.nilai is None else bernilai(d.suku.nilai, satuan)
        harus = bernilai(d.seharusnya, satuan)
        yield Pelanggaran(
            d.suku.variabel, tertulis, harus,
            f"Periksa {d.suku.label}; bila memang benar, tulis alasannya.",
            f"{rumus} berselisih {beda}; mungkin {d.suku.label} ({d.sebab}: "
            f"{tertulis}, seharusnya {harus})",
            terkait,
        )  # fmt: skip
        return
    isi = [
        f"{s.label} {bernilai(s.nilai, satuan)}" for s in suku if s.nilai is not None
    ]
    kosong = [s.label for s in suku if s.nilai is None]
    tambahan = f"; belum diisi: {daftar(kosong)}" if kosong else ""
    yield Pelanggaran(
        utama, beda, "selisih 0",
        "Periksa angka-angka itu; bila memang benar, tulis alasannya.",
        f"{rumus} berselisih {beda} ({daftar(isi)}{tambahan})", terkait,
    )  # fmt: skip
