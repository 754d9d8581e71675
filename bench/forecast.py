"""How forecasts do on made-up cities whose truth is known: `python -m bench.forecast`.

No figure of speed: shares of ranges that held, and squared errors of the chance within
a year beside two plain guesses.
"""

import argparse
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from indicators.data import Data
from planning.forecast import capital, history, rungs, score, simulate
from planning.forecast.batas import Batas
from planning.forecast.capital import edges
from planning.forecast.growth import learn


@dataclass(frozen=True, slots=True)
class Bukti:
    """What came of the ranges of some cities.

    `n` ranges of climbing, of which `tepat` held; `kami`, `tetap`, `laju` are mean
    squared errors (ours, "no change", "same pace as so far").
    """

    n: int
    tepat: int
    kami: float
    tetap: float
    laju: float


def climbing(benih: Iterable[int], **kota: float) -> Bukti:
    """Ranges of the next rung against what then came, over cities of some seeds."""
    tepat, galat = [], []
    for satu in benih:
        c = simulate.city(satu, **kota)  # type: ignore[arg-type]
        x = rungs.next_rungs(c.data, c.pada)
        x = x[x["cukup"]]
        bulan = np.minimum(3 * c.naik[x.index].to_numpy(), 39.0)
        atas = x["bulan_atas"].to_numpy("float64", na_value=np.inf)
        tepat.append((x["bulan_bawah"].to_numpy("float64") <= bulan) & (bulan <= atas))
        r = history.read(c.data, "tingkat", simulate.TERAKHIR)
        setahun = simulate.TERAKHIR.per_year
        secepat = history.same_pace(history.exposures(r), x.index, setahun)
        terjadi = (bulan <= 12).astype("float64")
        kira = (x["peluang_setahun"].to_numpy(), np.zeros(len(x)), secepat)
        galat.append(np.array([(k - terjadi) ** 2 for k in kira]))
    semua = np.concatenate(tepat)
    kami, tetap, sama = np.concatenate(galat, axis=1).mean(axis=1).tolist()
    return Bukti(len(semua), int(semua.sum()), kami, tetap, sama)


def past(benih: Iterable[int], **kota: float) -> tuple[int, int, float]:
    """What `planning.forecast.score` finds: checked, held, percent expected."""
    n, tepat, janji = 0, 0, 0.0
    for satu in benih:
        rincian = score.score(simulate.city(satu, **kota).data).rincian  # type: ignore[arg-type]
        rincian = rincian.dropna(subset=["jadi"])
        n, tepat = n + len(rincian), tepat + int(rincian["jadi"].sum())
        janji += float(rincian["isi"].sum())
    return n, tepat, 100 * janji / max(n, 1)


def growing(benih: Iterable[int], langkah: int = 4) -> dict[str, tuple[int, int]]:
    """Fans of capital so many periods on: (how many, how many held), by level."""
    hitung = {by: [0, 0] for by in ("kelompok", "kecamatan", "kota")}
    batas = Batas.pada(Data.empty(), simulate.TERAKHIR.end)
    for satu in benih:
        lalu, depan = simulate.past_and_to_come(satu)
        laju = learn(lalu, capital.thirds(lalu), batas.kelompok_modal)
        assert laju is not None
        g = np.flatnonzero(~np.isnan(lalu[:, -1]))
        ukuran = capital.thirds(lalu)[g, -1]
        undian = laju.draw(lalu[g, -1], ukuran, g, langkah)[:, :, -1]
        nanti = depan[g, langkah - 1]
        tempat = simulate.places(len(lalu))[g]
        kecamatan = np.unique([w[:8] for w in tempat], return_inverse=True)[1]
        di = {"kecamatan": kecamatan, "kota": np.zeros(len(g), dtype=int)}
        for by, anggota in {"kelompok": np.arange(len(g)), **di}.items():
            wakil = np.eye(anggota.max() + 1)[anggota]
            bawah, _, atas = edges(undian @ wakil, batas.bagian)
            nyata = nanti @ wakil
            hitung[by][0] += len(nyata)
            hitung[by][1] += int(((bawah <= nyata) & (nyata <= atas)).sum())
    return {by: (n, tepat) for by, (n, tepat) in hitung.items()}


def main() -> None:
    """Print the record of docs/decisions/2026-11-24-hazard-statsmodels.md."""
    p = argparse.ArgumentParser(prog="python -m bench.forecast")
    p.add_argument("--kota", type=int, default=40)
    banyak = p.parse_args().kota
    for peluang in (0.06, 0.11, 0.3, 0.5):
        b = climbing(range(banyak), peluang=peluang)
        print(f"chance {peluang}: {_share(b.tepat, b.n)} ranges held; squared error")
        print(f"  {b.kami:.3f} (no change {b.tetap:.3f}, same pace {b.laju:.3f});")
        n, tepat, janji = past(range(banyak), peluang=peluang)
        print(f"  by its own score {_share(tepat, n)}, {janji:.1f} % expected")
    for langkah in (1, 4):
        for by, (n, tepat) in growing(range(banyak), langkah).items():
            print(f"capital {langkah} periods on, {by}: {_share(tepat, n)}")


def _share(tepat: int, n: int) -> str:
    return f"{tepat / n:.1%} of {n}" if n else "none"


if __name__ == "__main__":
    main()
