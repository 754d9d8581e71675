"""The only caches: reads of the store in use, keyed by its fingerprint.

New data gives a new fingerprint and so a new cache; no time to live is guessed. What
`data()` and `snapshot()` give is shared by all readers: pure functions only. Results
are handed out as shallow copies, which pandas parts from the original on writing.

A page asks some thirty times a run: `lru_cache` answers in microseconds, Streamlit's
caches take about a millisecond each.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeVar

import pandas as pd
import streamlit as st

from indicators.data import Data
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
