"""The planner: 300 groups × 6 packages under a ceiling, floors and a limit on days."""

import random

from bench.hasil import Aim, Hasil, interleaved
from planning.budget import solve
from planning.budget.limits import floors
from planning.budget.problem import Batas, Calon, Masalah, Paket
from reference.wilayah import kelurahan

GROUPS, PACKAGES = 300, 6
LIMIT_MS = 5_000
CASES = 5


def measure(rounds: int) -> list[Hasil]:
    """Solving beside building the model, the slowest of `CASES` made-up cities."""
    solve.plan(question(0))
    worst: dict[int, tuple[float, float]] = {}

    def run(case: int) -> float:
        plan = solve.plan(question(case))
        if plan.status != "terbukti":
            raise RuntimeError(f"case {case} was not solved to the end")
        worst[case] = (plan.detik_hitung * 1000, plan.detik_susun * 1000)
        return worst[case][0]

    figures = interleaved(rounds, {str(i): lambda i=i: run(i) for i in range(CASES)})
    slowest = max(figures, key=figures.__getitem__)
    building = worst[int(slowest)][1]
    return [
        Hasil(
            f"the best plan for {GROUPS} groups × {PACKAGES} packages, proven, the "
            f"slowest of {CASES} made-up cities: solving, against building the model",
            figures[slowest],
            "ms",
            building,
        ),
        Hasil(
            "… both together",
            figures[slowest] + building,
            "ms",
            None,
            Aim("most", LIMIT_MS),
        ),
    ]


def question(case: int) -> Masalah:
    """A made-up city: gaps, costs, days and chances drawn anew for each case."""
    draw = random.Random(case)
    gaps = [f"gap {i}" for i in range(PACKAGES)]
    packages = tuple(
        Paket(
            f"paket {i}",
            f"Paket {i}",
            draw.randrange(1, 60) * 50_000,
            draw.randint(1, 8),
            draw.randrange(10, 80) / 100,
            tuple(sorted({gaps[i], draw.choice(gaps)})),
        )
        for i in range(PACKAGES)
    )
    places = list(kelurahan())
    groups = tuple(
        Calon(
            f"{places[i % len(places)]}-{i:03d}",
            f"Kelompok {i}",
            places[i % len(places)],
            tuple(sorted(draw.sample(gaps, draw.randint(1, 4)))),
        )
        for i in range(GROUPS)
    )
    floor, share = floors(groups, 5, 0)
    limits = Batas(60_000_000, 400, floor, share)
    return Masalah(groups, packages, tuple((g, 1.0) for g in gaps), limits)
