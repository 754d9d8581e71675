"""Everything Streamlit that two pages share: choices, cached reads, messages, tables.

The only room, with `pages/` and `dashboard.py`, that knows Streamlit; the only one that
touches `st.session_state`.
"""
