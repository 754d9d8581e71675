"""The only caches: reads of the store in use, keyed by its fingerprint.

New data gives a new fingerprint and so a new cache; no time to live is guessed. What
`data()` and `snapshot()` give is shared by all readers: pure functions only.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

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


@dataclass(frozen=True, slots=True)
class Sumber:
    """The store in use: where it is, its fingerprint, whether it holds samples."""

    url: str
    jejak: str
    contoh: bool


@st.cache_resource(show_spinner=False)
def _store(url: str) -> Store:
    return open_store(url)


@st.cache_resource(max_entries=4, show_spinner="Membaca laporan …")
def _snapshot(url: str, jejak: str) -> Snapshot:  # noqa: ARG001
    return read_snapshot(_store(url))


@st.cache_resource(max_entries=4, show_spinner=False)
def _data(url: str, jejak: str) -> Data:
    return Data.from_snapshot(_snapshot(url, jejak))


@st.cache_data(max_entries=2000, show_spinner=False)
def _computed(
    sumber: Sumber,
    nama: str,  # noqa: ARG001
    _function: Callable[..., Any],
    args: tuple[Any, ...],
) -> Any:  # noqa: ANN401
    return _function(_data(sumber.url, sumber.jejak), *args)


def real_store() -> Store:
    """The store of real reports, whatever is shown now."""
    return _store(real_url())


def start_empty() -> None:
    """Stop showing samples: from now on the real store counts, empty or not."""
    mark_started(real_store())


def sumber() -> Sumber:
    """The store in use: the real one once it is started, until then the sample."""
    contoh = not is_started(real_store())
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
    nama = f"{function.__module__}.{function.__qualname__}"
    return _computed(sumber(), nama, function, args)


def periode() -> list[Periode]:
    """The periods that have reports, newest first."""
    return sorted(map(Periode.parse, set(data().posisi["periode"])), reverse=True)


def periode_terbaru() -> Periode:
    """The newest period with reports; with none, the one that is due now."""
    ada = periode()
    return ada[0] if ada else Periode.last_ended(hari_ini())
