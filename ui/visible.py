"""Indicator values for the data in use, as whoever is looking may see them.

Remembered by `ui.cached`; small groups are hidden from the public (`ui.peran`).
"""

from collections.abc import Sequence

import pandas as pd

from indicators import INDICATORS, seen
from indicators.chain import chainable
from indicators.funnel import Penilaian
from indicators.next_steps import next_steps
from indicators.privacy import hidden_groups, hidden_places
from indicators.rekap import Titik, beside
from reference.periode import Periode
from ui import cached
from ui.peran import peran


def values(indikator: str, periode: Periode, by: str) -> pd.DataFrame:
    """`indicators.compute` for the data in use, as the reader may see them."""
    return cached.of(seen.values, indikator, periode, by, peran())


def series(indikator: str, periodes: Sequence[Periode], by: str) -> pd.DataFrame:
    """`indicators.series` for the data in use, as the reader may see them."""
    return cached.of(seen.series, indikator, tuple(periodes), by, peran())


def trend(indikator: str, periodes: Sequence[Periode], by: str) -> pd.DataFrame:
    """`series` with `value_sama`, the line of the same groups, where it has a meaning.

    The column is absent where who reports does not move the indicator.
    """
    deret = series(indikator, periodes, by)
    if not chainable(INDICATORS[indikator]):
        return deret
    sama = cached.of(seen.chained, indikator, tuple(periodes), by, peran())
    return deret.assign(value_sama=sama["value"].to_numpy())


def change(
    indikator: str, periode: Periode, pembanding: Periode, by: str
) -> pd.DataFrame:
    """`indicators.change` for the data in use, as the reader may see them."""
    return cached.of(seen.change, indikator, periode, pembanding, by, peran())


def spread(indikator: str, periode: Periode, by: str) -> pd.DataFrame:
    """`indicators.doubt.spread` for the data in use, as the reader may see it."""
    return cached.of(seen.spread, indikator, periode, by, peran())


def judged(indikator: str, periode: Periode) -> Penilaian:
    """`indicators.funnel.judge` of the kelurahan, as the reader may see them."""
    return cached.of(seen.judged, indikator, periode, peran())


def standing(
    jenjang: Sequence[str], periode: Periode, by: str, wilayah: str
) -> pd.DataFrame:
    """How many groups of a place stand on each rung: rows of `compute`, by rung.

    `atas` is how many it would be with the silent where they last stood.
    """
    baris = {j: values(f"kelompok_{j}", periode, by).loc[wilayah] for j in jenjang}
    atas = [spread(f"kelompok_{j}", periode, by).loc[wilayah, "atas"] for j in jenjang]
    return pd.DataFrame.from_dict(baris, orient="index").assign(atas=atas)


def flows(periodes: Sequence[Periode], by: str, wilayah: str) -> pd.DataFrame:
    """Members who joined and left a place: `masuk`, `keluar`, `n_lapor`, by period."""
    masuk, keluar = (
        series(f"anggota_{arah}", periodes, by).loc[[wilayah]].set_index("periode")
        for arah in ("masuk", "keluar")
    )
    return masuk.assign(masuk=masuk["value"], keluar=keluar["value"])


def nearest(periode: Periode, wilayah: str) -> pd.DataFrame:
    """`indicators.next_steps` without the groups that the reader may not see alone."""
    semua = cached.of(next_steps, periode, wilayah)
    return semua.drop(cached.of(hidden_groups, periode, peran()), errors="ignore")


def recap(titik: Titik) -> pd.DataFrame:
    """`indicators.rekap.beside` without the kelurahan in which a group is hidden."""
    semua = cached.of(beside, titik)
    return semua[~semua["kode_wilayah"].isin(hidden_from_recap(titik))]


def hidden_from_recap(titik: Titik) -> list[str]:
    """The kelurahan whose rungs the reader may not see: a small group stands on one."""
    siapa = peran()
    return sorted(
        {
            kode.partition("-")[0]
            for sembunyi in (hidden_places, hidden_groups)
            for kode in cached.of(sembunyi, titik.kelompok, siapa)
        }
    )


def hidden(periode: Periode) -> list[str]:
    """The kelurahan whose numbers the reader may not see: one small group's own."""
    return cached.of(hidden_places, periode, peran())
