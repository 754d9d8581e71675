"""Identities between the terms of a row, and which term is the likely slip."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from checks.aturan import Nilai, Pelanggaran
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

    >>> awal, akhir = Suku("anggota_awal", 1, 9, ""), Suku("anggota_akhir", -1, 12, "")
    >>> masuk = Suku("anggota_masuk", 1, 12, "")
    >>> [(d.suku.variabel, d.sebab) for d in suspects([awal, masuk, akhir])]
    [('anggota_akhir', 'dua digit tertukar')]
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


@dataclass(frozen=True, slots=True)
class Identitas:
    """An identity: variables with signs that add up to 0, and how it is written.

    `utama` is named when no single slip explains the difference; `sisi` calls the
    plus side and the minus side when there are too many terms to list.
    """

    rumus: str
    utama: str
    tanda: Mapping[str, int]
    satuan: str
    toleransi: int
    sisi: tuple[str, str] | None = None

    @property
    def rumus_lengkap(self) -> str:
        """How it is written, with the difference that is let pass."""
        if not self.toleransi:
            return f"{self.rumus}; harus tepat."
        beda = bernilai(self.toleransi, self.satuan)
        return f"{self.rumus}; selisih sampai {beda} dianggap pembulatan."

    def selisih(self, nilai: Nilai, dulu: int = 0) -> int:
        """By how much it fails, blank terms taken as 0."""
        return dulu + sum(
            t * n for v, t in self.tanda.items() if (n := nilai.get(v)) is not None
        )

    def suku(self, nilai: Nilai) -> list[Suku]:
        """Its terms in one row."""
        kosakata = variables()
        return [
            Suku(n, t, nilai.get(n), kosakata[n].label) for n, t in self.tanda.items()
        ]


def breach(
    identitas: Identitas, nilai: Nilai, dulu: Suku | None = None
) -> Iterator[Pelanggaran]:
    """The breach of an identity, naming the suspect term; nothing when it holds.

    `dulu` is the term that comes from the period before, if there is one.
    """
    awal = dulu.tanda * (dulu.nilai or 0) if dulu else 0
    selisih = identitas.selisih(nilai, int(awal))
    if abs(selisih) <= identitas.toleransi:
        return
    suku = [*([dulu] if dulu else []), *identitas.suku(nilai)]
    dugaan = suspects(suku)
    beda = bernilai(abs(selisih), identitas.satuan)
    kepala = f"{identitas.rumus} berselisih {beda}"
    if len(dugaan) == 1:
        yield _suspected(kepala, dugaan[0], suku, identitas.satuan)
    else:
        yield _unexplained(kepala, beda, suku, identitas)


def _took_part(suku: Sequence[Suku], *, kosong: bool = False) -> tuple[str, ...]:
    """The variables of this row's terms that are filled, or those that are blank."""
    return tuple(s.variabel for s in suku if (s.nilai is None) == kosong and not s.lalu)


def _suspected(
    kepala: str, dugaan: Dugaan, suku: Sequence[Suku], satuan: str
) -> Pelanggaran:
    ada, label = dugaan.suku.nilai, dugaan.suku.label
    tertulis = "kosong" if ada is None else bernilai(ada, satuan)
    harus = bernilai(dugaan.seharusnya, satuan)
    return Pelanggaran(
        dugaan.suku.variabel, tertulis, harus,
        f"Periksa {label}; bila memang benar, tulis alasannya.",
        f"{kepala}; mungkin {label} ({dugaan.sebab}: {tertulis}, seharusnya {harus})",
        _took_part(suku),
        _took_part(suku, kosong=True),
    )  # fmt: skip


def _unexplained(
    kepala: str, beda: str, suku: Sequence[Suku], identitas: Identitas
) -> Pelanggaran:
    satuan = identitas.satuan
    isi = [
        f"{s.label} {bernilai(s.nilai, satuan)}" for s in suku if s.nilai is not None
    ]
    if identitas.sisi:
        plus, minus = (
            sum(s.nilai or 0 for s in suku if s.tanda == tanda) for tanda in (1, -1)
        )
        isi = [
            f"{identitas.sisi[0]} {bernilai(plus, satuan)}",
            f"{identitas.sisi[1]} {bernilai(minus, satuan)}",
        ]
    kosong = [s.label for s in suku if s.nilai is None]
    tambahan = f"; belum diisi: {daftar(kosong, paling_banyak=4)}" if kosong else ""
    return Pelanggaran(
        identitas.utama, beda, "selisih 0",
        "Periksa angka-angka itu; bila memang benar, tulis alasannya.",
        f"{kepala} ({daftar(isi)}{tambahan})",
        _took_part(suku),
        _took_part(suku, kosong=True),
    )  # fmt: skip
