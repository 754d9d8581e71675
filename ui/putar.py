"""Playing through the periods: one after another, each drawn in place."""

from collections.abc import Callable, Sequence

import streamlit as st

from reference.periode import Periode

JEDA_DETIK = 1.5
_KE = "putar_ke"


def player(
    periodes: Sequence[Periode], terpilih: Periode, draw: Callable[[Periode], None]
) -> None:
    """Draw the chosen period; at the press of a button all of them, oldest first.

    Only the drawing reruns while it plays; after the last one the chosen period stands
    there again.
    """
    berputar = _KE in st.session_state
    st.button(
        "Berhenti" if berputar else f"Putar {len(periodes)} periode",
        icon=":material/stop:" if berputar else ":material/play_arrow:",
        key="putar",
        on_click=_stop if berputar else _start,
        disabled=len(periodes) < 2,
    )
    bingkai = st.fragment(_frame, run_every=JEDA_DETIK if berputar else None)
    bingkai(periodes, terpilih, draw)


def _frame(
    periodes: Sequence[Periode], terpilih: Periode, draw: Callable[[Periode], None]
) -> None:
    ke = st.session_state.get(_KE)
    if ke is not None and ke >= len(periodes):
        _stop()
        st.rerun()
    draw(terpilih if ke is None else periodes[ke])
    if ke is not None:
        st.session_state[_KE] = ke + 1


def _start() -> None:
    st.session_state[_KE] = 0


def _stop() -> None:
    st.session_state.pop(_KE, None)
