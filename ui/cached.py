"""The only caches: reads of the store in use, keyed by its fingerprint and the day.

New data gives a new fingerprint and so a new cache; no time to live is guessed. What
`data()` and `snapshot()` give is shared by all readers: pure functions only. Results
are handed out as shallow copies, which pandas parts from the original on writing.

A page asks some thirty times a run: `lru_cache` answers in microseconds, Streamlit's
caches take about a millisecond each.

What is made outside a run of a page (a download on click, a route of our own) has no
session to ask: it takes a `Sumber` and goes through `from_source` and `file`.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
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
from store.revisions import Revisions
from store.revisions import revisions as compare

Hasil = TypeVar("Hasil")
PADA = "pada"
_SUMBER = "sumber"


@dataclass(frozen=True, slots=True)
class Sumber:
    """The store in use: where it is, its fingerprint, whether it holds samples.

    `pada` is the past day whose knowledge is shown; None is now.
    """

    url: str
    jejak: str
    contoh: bool
    pada: dt.date | None = None


@lru_cache(maxsize=4)
def _store(url: str) -> Store:
    return open_store(url)


@st.cache_resource(max_entries=4, show_spinner="Membaca laporan …")
def _snapshot(url: str, jejak: str) -> Snapshot:  # noqa: ARG001
    return read_snapshot(_store(url))


@st.cache_resource(max_entries=4, show_spinner="Membaca keadaan hari itu …")
def _past(url: str, jejak: str, pada: dt.date) -> Snapshot:  # noqa: ARG001
    return read_snapshot(_store(url), pada)


def _read(url: str, jejak: str, pada: dt.date | None) -> Snapshot:
    return _snapshot(url, jejak) if pada is None else _past(url, jejak, pada)


@lru_cache(maxsize=8)
def _data(url: str, jejak: str, pada: dt.date | None) -> Data:
    return Data.from_snapshot(_read(url, jejak, pada))


@lru_cache(maxsize=8)
def _revisions(url: str, jejak: str, pada: dt.date) -> Revisions:
    return compare(_past(url, jejak, pada), _snapshot(url, jejak))


@lru_cache(maxsize=2000)
def _computed(
    sumber: Sumber, function: Callable[..., Any], args: tuple[Any, ...]
) -> Any:  # noqa: ANN401
    return function(_data(sumber.url, sumber.jejak, sumber.pada), *args)


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
    """The store in use, as seen at the start of this run, on the day chosen."""
    kini = st.session_state.get(_SUMBER) or _look()
    hari = pada()
    return kini if hari is None else replace(kini, pada=hari)


def served(pada: dt.date | None = None) -> Sumber:
    """The store in use as it is now, for what is served outside a page.

    `pada` is the past day whose knowledge is asked for; today or None is now.
    """
    kini = _look()
    return replace(kini, pada=pada) if pada and pada < hari_ini() else kini


def day_of(sumber: Sumber) -> dt.date:
    """The day on which what a source holds was known."""
    return sumber.pada or hari_ini()


def pada() -> dt.date | None:
    """The past day whose knowledge the reader chose to see; None is now."""
    hari = st.session_state.get(PADA)
    return hari if isinstance(hari, dt.date) and hari < hari_ini() else None


def hari() -> dt.date:
    """The day on which what is shown was known: today, or the past day chosen."""
    return pada() or hari_ini()


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


def snapshot(*, kini: bool = False) -> Snapshot:
    """Everything that counts in the store in use. Shared: never change it.

    With `kini` what counts now, whatever day is shown: what decisions are made on.
    """
    s = sumber()
    return _read(s.url, s.jejak, None if kini else s.pada)


def revisions() -> Revisions | None:
    """What counts differently now than on the day chosen; None when that is today."""
    s = sumber()
    return _revisions(s.url, s.jejak, s.pada) if s.pada else None


def data() -> Data:
    """The frames that indicators read. Shared: never change them."""
    s = sumber()
    return _data(s.url, s.jejak, s.pada)


def of(function: Callable[..., Hasil], *args: Any) -> Hasil:  # noqa: ANN401
    """`function(data(), *args)`, remembered until the store changes.

    `function` is top-level and pure; `args` are hashable plain values.
    """
    return from_source(sumber(), function, *args)


def from_source(sumber: Sumber, function: Callable[..., Hasil], *args: Any) -> Hasil:  # noqa: ANN401
    """`of` for a source that was seen before: needs no run of a page."""
    hasil: Any = _computed(sumber, function, args)
    if isinstance(hasil, pd.DataFrame | pd.Series):
        return hasil.copy(deep=False)
    if isinstance(hasil, list):
        hasil = list(hasil)
    kembali: Hasil = hasil
    return kembali


@lru_cache(maxsize=24)
def _file(
    sumber: Sumber, function: Callable[..., bytes], args: tuple[Any, ...]
) -> bytes:
    return function(_data(sumber.url, sumber.jejak, sumber.pada), *args)


def file(sumber: Sumber, function: Callable[..., bytes], *args: Any) -> bytes:  # noqa: ANN401
    """`from_source` for what makes a file; only the newest two dozen are remembered."""
    return _file(sumber, function, args)


@lru_cache(maxsize=4)
def _shelf(sumber: Sumber, key: tuple[Any, ...]) -> dict[str, bytes]:  # noqa: ARG001
    return {}


def shelf(*key: Any) -> dict[str, bytes]:  # noqa: ANN401
    """Where files that take long are kept for all readers until the store changes.

    Empty until somebody put one there by its name; `key` says what it is made from.
    """
    return _shelf(sumber(), key)


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
    return ada[0] if ada else Periode.last_ended(hari())


def periode_sampai(akhir: Periode, banyak: int = 12) -> list[Periode]:
    """The periods without a gap up to one, from the first that has reports."""
    ada = periode()
    awal = min(ada[-1], akhir) if ada else akhir
    lalu = [akhir.shift(-i) for i in range(banyak)]
    return [p for p in reversed(lalu) if not p < awal]
