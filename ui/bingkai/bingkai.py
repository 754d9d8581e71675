"""The frame: page config, navigation over `pages/`, the shared pickers."""

import streamlit as st

from reference.paths import ROOT
from reference.pengaturan import pengaturan
from ui import cached, halaman, messages, past, selection

# A picture of our own: icons named ":material/…:" would be fetched from a CDN here.
IKON = ROOT / "ui" / "ikon.png"
# the page that works on what counts now, whatever day is shown
HARI_INI = "kirim_laporan"


def main() -> None:
    """Draw the frame, then the page that was opened."""
    st.set_page_config(
        page_title=f"UP2K PKK {pengaturan().nama_kota}",
        page_icon=str(IKON),
        layout="wide",
    )
    cached.look()
    bagian: dict[str, list[st.Page]] = {}
    for h in halaman.semua().values():
        bagian.setdefault(h.bagian, []).append(
            st.Page(h.path, title=h.judul, icon=h.icon, help=h.bantuan, url_path=h.nama)
        )
    # folded away, the last pages would hide behind words in English
    terbuka = st.navigation(bagian, expanded=True)
    with st.sidebar:
        atas = st.container()
        # first, because what the others offer depends on the day
        selection.known_on()
        with atas:
            selection.pickers()
        messages.data_stamp()
    messages.sample_banner()
    past.banner(today_only=terbuka.url_path == HARI_INI)
    terbuka.run()


main()
