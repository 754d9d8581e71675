"""Everything Streamlit that two pages share: choices, cached reads, messages, tables.

The only room, with `pages/` and `dashboard.py`, that knows Streamlit; the only one that
touches `st.session_state`.
"""

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager

# Until `st.navigation` has been called once, Streamlit takes a folder named pages/ for
# an app of its older kind: a link to a page, opened first after a start, would show
# that page without the frame.
if PagesManager.uses_pages_directory:
    PagesManager.uses_pages_directory = False
    st.rerun()
