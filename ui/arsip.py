"""What public sources say of the past, each entry with its source beside it."""

import streamlit as st

from reference.arsip import Peristiwa, arsip
from reference.tulisan import bernilai
from reference.wilayah import nama_wilayah
from ui.teks import plain


def entries(golongan: str) -> list[Peristiwa]:
    """The entries of one kind, newest first."""
    return [p for p in reversed(arsip()) if p.golongan == golongan]


def card(p: Peristiwa) -> None:
    """One entry: when, what, its figures, and who says so."""
    with st.container(border=True):
        with st.container(horizontal=True, gap="small"):
            st.markdown(f"**{plain(p.judul)}**")
            st.badge("dari sumber publik", icon=":material/newspaper:", color="gray")
        st.caption(p.kapan)
        st.markdown(plain(p.kalimat))
        if p.angka:
            with st.container(horizontal=True):
                for label, nilai, satuan in p.angka:
                    st.metric(label, bernilai(nilai, satuan), width=200)
        if p.hasil:
            st.markdown(_results(p))
        nama = [f"[{plain(n)}]({a})" if a else plain(n) for n, a in p.sumber]
        st.caption(f"Sumber: {'; '.join(nama)}. Bukan data contoh.")
        if p.catatan:
            st.caption(plain(p.catatan))


def _results(p: Peristiwa) -> str:
    per: dict[str, list[str]] = {}
    for kode, kata in p.hasil:
        per.setdefault(kata, []).append(nama_wilayah(kode))
    return "  \n".join(
        f"{kata[0].upper()}{kata[1:]}: {', '.join(n)}." for kata, n in per.items()
    )
