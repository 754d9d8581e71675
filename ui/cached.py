"""The only caches: reads of the store in use, keyed by its fingerprint.

New data gives a new fingerprint and so a new cache; no time to live is guessed. What
`data()` and `snapshot()` give is shared by all readers: pure functions only. Results
are handed out as shallow copies, which pandas parts from the original on writing.

A page asks some thirty times a run: `lru_cache` answers in microseconds, Streamlit's
caches take about a millisecond each.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeVar

import numpy as np
import pandas as pd
import streamlit as st

from indicators import INDICATORS
from indicators.change import change as compute_change
from indicators.compute import compute
from indicators.compute import series as compute_series
from indicators.data import Data
from indicators.next_steps import next_steps
from indicators.privacy import hidden_groups, hidden_places, without_small
from reference.periode import Periode
from reference.tulisan import hari_ini
from store import (
    Snapshot,
    Store,
    fingerprint,
    is_started,
    open_store,
    real_url,
    sample_url,
)
from store import snapshot as read_snapshot
from store import start_empty as mark_started
from ui.peran import peran

Hasil = TypeVar("Hasil")
_SUMBER = "sumber"


@dataclass(frozen=True, slots=True)
class Sumber:
    """The store in use: where it is, its fingerprint, whether it holds samples."""

    url: str
    jejak: str
    contoh: bool


@lru_cache(maxsize=4)
def _store(url: str) -> Store:
    return open_store(url)


@st.cache_resource(max_entries=4, show_spinner="Membaca laporan …")
def _snapshot(url: str, jejak: str) -> Snapshot:  # noqa: ARG001
    return read_snapshot(_store(url))


@lru_cache(maxsize=4)
def _data(url: str, jejak: str) -> Data:
    return Data.from_snapshot(_snapshot(url, jejak))


@lru_cache(maxsize=2000)
def _computed(
    sumber: Sumber, function: Callable[..., Any], args: tuple[Any, ...]
) -> Any:  # noqa: ANN401
    return function(_data(sumber.url, sumber.jejak), *args)


@st.cache_resource(show_spinner=False)
def _resource(nama: str, _make: Callable[[], Hasil]) -> Hasil:  # noqa: ARG001
    return _make()


def resource(make: Callable[[], Hasil]) -> Hasil:
    """What `make` makes, once for all readers; for what costs time to start."""
    return _resource(f"{make.__module__}.{make.__qualname__}", make)


def real_store() -> Store:
    """The store of real reports, whatever is shown now."""
    return _store(real_url())


def start_empty() -> None:
    """Stop showing samples: from now on the real store counts, empty or not."""
    mark_started(real_store())
    look()


def look() -> None:
    """See once, at the start of a run, which store is in use and what is in it."""
    st.session_state[_SUMBER] = _look()


def sumber() -> Sumber:
    """The store in use, as seen at the start of this run."""
    return st.session_state.get(_SUMBER) or _look()


def _look() -> Sumber:
    """The real store once it is started, until then the sample if there is one."""
    contoh = not is_started(real_store()) and is_started(_store(sample_url()))
    url = sample_url() if contoh else real_url()
    return Sumber(url, fingerprint(_store(url)), contoh)


def contoh() -> bool:
    """Whether what is shown are sample data."""
    return sumber().contoh


def store() -> Store:
    """The store in use."""
    return _store(sumber().url)


def snapshot() -> Snapshot:
    """Everything that counts in the store in use. Shared: never change it."""
    s = sumber()
    return _snapshot(s.url, s.jejak)


def data() -> Data:
    """The frames that indicators read. Shared: never change them."""
    s = sumber()
    return _data(s.url, s.jejak)


def of(function: Callable[..., Hasil], *args: Any) -> Hasil:  # noqa: ANN401
    """`function(data(), *args)`, remembered until the store changes.

    `function` is top-level and pure; `args` are hashable plain values.
    """
    hasil: Any = _computed(sumber(), function, args)
    if isinstance(hasil, pd.DataFrame | pd.Series):
        return hasil.copy(deep=False)
    if isinstance(hasil, list):
        hasil = list(hasil)
    kembali: Hasil = hasil
    return kembali


def values(indikator: str, periode: Periode, by: str) -> pd.DataFrame:
    """`indicators.compute` for the data in use, as the reader may see them."""
    return of(_values, indikator, periode, by, peran())


def series(indikator: str, periodes: Sequence[Periode], by: str) -> pd.DataFrame:
    """`indicators.series` for the data in use, as the reader may see them."""
    return of(_series, indikator, tuple(periodes), by, peran())


def change(
    indikator: str, periode: Periode, pembanding: Periode, by: str
) -> pd.DataFrame:
    """`indicators.change` for the data in use, as the reader may see them."""
    return of(_change, indikator, periode, pembanding, by, peran())


def standing(
    jenjang: Sequence[str], periode: Periode, by: str, wilayah: str
) -> pd.DataFrame:
    """How many groups of a place stand on each rung: rows of `compute`, by rung."""
    baris = {j: values(f"kelompok_{j}", periode, by).loc[wilayah] for j in jenjang}
    return pd.DataFrame.from_dict(baris, orient="index")


def flows(periodes: Sequence[Periode], by: str, wilayah: str) -> pd.DataFrame:
    """Members who joined and left a place: `masuk`, `keluar`, `n_lapor`, by period."""
    masuk, keluar = (
        series(f"anggota_{arah}", periodes, by).loc[[wilayah]].set_index("periode")
        for arah in ("masuk", "keluar")
    )
    return masuk.assign(masuk=masuk["value"], keluar=keluar["value"])


def nearest(periode: Periode, wilayah: str) -> pd.DataFrame:
    """`indicators.next_steps` without the groups that the reader may not see alone."""
    semua = of(next_steps, periode, wilayah)
    return semua.drop(of(hidden_groups, periode, peran()), errors="ignore")


def hidden(periode: Periode) -> list[str]:
    """The kelurahan whose numbers the reader may not see: one small group's own."""
    return of(hidden_places, periode, peran())


def _change(
    data: Data,
    indikator: str,
    periode: Periode,
    pembanding: Periode,
    by: str,
    siapa: str,
) -> pd.DataFrame:
    hasil = compute_change(INDICATORS[indikator], data, periode, pembanding, by)
    sembunyi = [
        kode
        for p in (periode, pembanding)
        for sembunyi in (hidden_places, hidden_groups)
        for kode in sembunyi(data, p, siapa)
    ]
    angka = [k for k in hasil.columns if not k.startswith("n_")]
    hasil.loc[hasil.index.isin(sembunyi), angka] = np.nan
    return hasil


def _values(
    data: Data, indikator: str, periode: Periode, by: str, siapa: str
) -> pd.DataFrame:
    hasil = compute(INDICATORS[indikator], data, periode, by)
    if by in ("kecamatan", "kota"):
        return hasil
    return without_small(hasil, data, periode, siapa)[0]


def _series(
    data: Data, indikator: str, periodes: tuple[Periode, ...], by: str, siapa: str
) -> pd.DataFrame:
    lapis = [
        _values(data, indikator, p, by, siapa).assign(periode=str(p)) for p in periodes
    ]
    return (
        pd.concat(lapis)
        if lapis
        else compute_series(INDICATORS[indikator], data, (), by)
    )


def diterima_terakhir() -> dt.datetime | None:
    """When the newest kiriman in use was received: how fresh the data are."""
    diterima = data().kiriman["diterima_pada"]
    return diterima.max().to_pydatetime() if len(diterima) else None


def periode() -> list[Periode]:
    """The periods that have reports, newest first."""
    return data().periodes[::-1]


def periode_terbaru() -> Periode:
    """The newest period with reports; with none, the one that is due now."""
    ada = periode()
    return ada[0] if ada else Periode.last_ended(hari_ini())


def periode_sampai(akhir: Periode, banyak: int = 12) -> list[Periode]:
    """The periods without a gap up to one, from the first that has reports."""
    ada = periode()
    awal = min(ada[-1], akhir) if ada else akhir
    lalu = [akhir.shift(-i) for i in range(banyak)]
    return [p for p in reversed(lalu) if not p < awal]
