"""A Streamlit page of one line of text, and the picker that changes it."""

import streamlit as st

st.write(st.selectbox("Periode", ["Satu", "Dua", "Tiga"]))
