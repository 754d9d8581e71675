"""What a reader sees when a page breaks: a sentence, never a traceback."""

import streamlit as st

from store import StoreError
from ui.teks import plain

UMUM = (
    "Halaman ini sedang mengalami gangguan. Muat ulang halaman; bila terulang, beri "
    "tahu pengelola aplikasi. Rinciannya sudah tercatat di server, dan data tidak "
    "berubah."
)


def show(sebab: Exception) -> bool:
    """Say what went wrong; True, so that the framework adds nothing of its own.

    The framework has written the whole error to the server's log before.
    """
    sendiri = isinstance(sebab, StoreError)
    st.error(plain(str(sebab)) if sendiri else UMUM, icon=":material/error:")
    return True
