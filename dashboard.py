"""What `streamlit run` serves: the frame in `ui/bingkai/`, and the routes beside it.

The frame does not stand here, because Streamlit takes a folder `pages` beside its main
script for an older scheme: the first link into a page after a start would then open
without the frame.
"""

import streamlit as st

from reference.paths import ROOT
from ui import gangguan, rute

app = st.App(
    ROOT / "ui" / "bingkai" / "bingkai.py",
    routes=rute.routes(),
    on_script_error=gangguan.show,
)
