"""How often the early warnings err and how often they find a decline, by simulation.

`python -m bench warning` measures; it also writes data/reference/ukuran_peringatan.csv,
which the page Peringatan Dini shows. The cities (`bench.warned_city`) are the same in
every run, so the file changes only where the rules do.
"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass

from bench.hasil import Aim, Hasil
from bench.warned_city import DITANAM, KotaUji, city
from planning.warning.alerts import KINDS, alerts
from planning.warning.measured import BERKAS, KOLOM
from reference.periode import Periode

KOTA = 4
MULAI = 6
SEMPAT = 2


@dataclass(frozen=True, slots=True)
class Ukuran:
    """What was counted of one kind: signs in calm cities, planted declines found."""

    jenis: str
    n_diperiksa: int
    n_keliru: int
    n_ditanam: int
    n_ditemukan: int

    @property
    def ditanam(self) -> str:
        """What the planted decline looks like."""
        return DITANAM[self.jenis]


def signs(
    k: KotaUji, periodes: Iterable[Periode]
) -> dict[Periode, set[tuple[str, str]]]:
    """The signs (jenis, kode) standing at the end of the quarter after each period."""
    hasil = {}
    for p in periodes:
        tanda = alerts(k.data, p.next().end)
        hasil[p] = set(zip(tanda["jenis"], tanda["kode"], strict=True))
    return hasil


def false_signs(k: KotaUji) -> tuple[dict[str, int], dict[str, int]]:
    """Of a calm city: group-quarters looked at and signs given, by kind."""
    periodes = k.periodes[MULAI:]
    semua = signs(k, periodes).values()
    kelompok, kelurahan = len(k.data.groups), k.data.groups["kode_wilayah"].nunique()
    dilihat = {
        j: len(periodes) * (kelompok if jenis.lingkup == "kelompok" else kelurahan)
        for j, jenis in KINDS.items()
    }
    return dilihat, {j: sum(t[0] == j for s in semua for t in s) for j in KINDS}


def found(k: KotaUji, jenis: str) -> tuple[int, int]:
    """Of a city with a planted kind: how many, and how many found in two quarters."""
    semua = signs(k, k.periodes[MULAI:])
    ketemu = sum(
        any((jenis, kode) in semua.get(sejak.shift(i), ()) for i in range(SEMPAT))
        for kode, sejak in k.tanam.items()
    )
    return len(k.tanam), ketemu


def measured(n_kota: int = KOTA) -> list[Ukuran]:
    """The counts of every kind over some cities of each sort."""
    tenang = [false_signs(city(b)) for b in range(n_kota)]
    hasil = []
    for j in KINDS:
        tanam = [found(city(100 + b, rusak=j), j) for b in range(n_kota)]
        hasil.append(
            Ukuran(
                j,
                sum(d[j] for d, _ in tenang), sum(n[j] for _, n in tenang),
                sum(n for n, _ in tanam), sum(n for _, n in tanam),
            )
        )  # fmt: skip
    return hasil


def measure(_rounds: int) -> list[Hasil]:
    """The rates against their aims; writes them for the page."""
    ukuran = measured()
    with BERKAS.open("w", encoding="utf-8", newline="") as f:
        tulis = csv.writer(f, lineterminator="\n")
        tulis.writerow(KOLOM)
        tulis.writerows([getattr(u, k) for k in KOLOM] for u in ukuran)
    hasil = []
    for u in ukuran:
        keliru, ditemukan = u.n_keliru / u.n_diperiksa, u.n_ditemukan / u.n_ditanam
        hasil += [
            Hasil(
                f"early warning *{u.jenis}*: signs in calm simulated cities, of 100",
                keliru * 100, "", aim=Aim("most", 5),
            ),
            Hasil(
                f"early warning *{u.jenis}*: planted declines missed, of 100",
                (1 - ditemukan) * 100, "", aim=Aim("most", 20),
            ),
        ]  # fmt: skip
    return hasil
