"""The coordinator's corner: quiet signs, each answered with "memang sama" or left open.

Nobody else sees them, and nothing in them says that anybody did wrong.
"""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from indicators.rule_measures import explained, finding_place, newest_taken
from reference.periode import Periode
from reference.tulisan import waktu
from reference.wilayah import nama_wilayah
from store import Snapshot, StoreError, confirm
from ui import cached, peran
from ui.definitions import Kind
from ui.teks import plain

PALING_BANYAK = 20
_TENTANG = (
    "Hanya koordinator yang melihat bagian ini; pengirim tidak diberi tahu. Isyarat "
    "bukan kesalahan: angkanya mungkin memang begitu. Tandai *memang sama* bila sudah "
    "jelas; siapa yang menandai dan kapan ikut dicatat."
)


def signs(isi: Snapshot, jenis: Mapping[str, Kind], periode: Periode) -> pd.DataFrame:
    """The signs in the submissions that count for a period, by kelurahan.

    Findings with `kode_wilayah`, `tempat` (as reasons remember it) and `dinilai`
    (whether it was answered).
    """
    milik = [k for k, j in jenis.items() if j.pembaca == "koordinator"]
    berlaku = newest_taken(isi.kiriman).rename("kiriman_id").reset_index()
    berlaku = berlaku[~berlaku["rekap"] & (berlaku["periode"] == str(periode))]
    t = isi.temuan[isi.temuan["jenis"].isin(milik)]
    t = t.assign(tempat=finding_place(t), dinilai=explained(t, isi.alasan))
    hasil = t.merge(berlaku[["kiriman_id", "kode_wilayah"]], on="kiriman_id")
    return hasil.sort_values(["kode_wilayah", "kiriman_id"], kind="stable")


def corner(isi: Snapshot, jenis: Mapping[str, Kind], periode: Periode) -> None:
    """The folded list of a period's signs, drawn when it is opened."""
    semua = signs(isi, jenis, periode)
    terbuka, dinilai = semua[~semua["dinilai"]], semua[semua["dinilai"]]
    lipatan = st.expander(
        f"Isyarat untuk koordinator, {periode.label} ({len(terbuka)} belum dinilai)",
        icon=":material/visibility:",
        key="isyarat",
        on_change="rerun",
    )
    if not lipatan.open:
        return
    with lipatan:
        st.caption(_TENTANG)
        if terbuka.empty:
            st.markdown(f"Tidak ada isyarat yang belum dinilai untuk {periode.label}.")
        for ke, satu in enumerate(terbuka.head(PALING_BANYAK).itertuples()):
            with st.container(border=True):
                _one(satu, jenis, ke)
        if len(terbuka) > PALING_BANYAK:
            st.caption(f"… dan {len(terbuka) - PALING_BANYAK} lainnya.")
        _answered(isi, dinilai, jenis)


def _title(satu: Any, jenis: Mapping[str, Kind]) -> str:  # noqa: ANN401
    return f"**{nama_wilayah(satu.kode_wilayah)}** · {plain(jenis[satu.jenis].judul)}"


def _sentence(satu: Any) -> str:  # noqa: ANN401
    """What was found, without the advice that all of a kind share."""
    return plain(str(satu.pesan).removesuffix(str(satu.saran)).strip())


def _one(satu: Any, jenis: Mapping[str, Kind], ke: int) -> None:  # noqa: ANN401
    st.markdown(f"{_title(satu, jenis)}  \n{_sentence(satu)}")
    kunci = f"{satu.kiriman_id}_{ke}"
    kiri, kanan = st.columns([3, 1], vertical_alignment="bottom")
    catatan = kiri.text_input(
        "Catatan (boleh kosong)", key=f"catatan_{kunci}", max_chars=300,
        placeholder="Misalnya: satu bendahara untuk dua kelompok",
    )  # fmt: skip
    if kanan.button("Memang sama", key=f"sama_{kunci}"):
        try:
            confirm(
                cached.store(), int(satu.kiriman_id), satu.jenis, satu.tempat,
                oleh=peran.peran(), catatan=catatan,
            )  # fmt: skip
        except StoreError as sebab:
            st.error(str(sebab))
            return
        st.rerun()


def _answered(isi: Snapshot, dinilai: pd.DataFrame, jenis: Mapping[str, Kind]) -> None:
    """Those that were answered: what, by whom, when."""
    if dinilai.empty:
        return
    st.markdown(f"**Sudah dinilai ({len(dinilai)})**")
    kunci = ["kiriman_id", "jenis", "sel"]
    alasan = {tuple(b[k] for k in kunci): b for _, b in isi.alasan.iterrows()}
    for satu in dinilai.head(PALING_BANYAK).itertuples():
        baris = f"{_title(satu, jenis)}  \n{_sentence(satu)}"
        kata = alasan.get((satu.kiriman_id, satu.jenis, satu.tempat))
        if kata is not None:
            siapa = f"{plain(kata['oleh'])}, {waktu(kata['dicatat_pada'])}"
            baris += f"  \n:gray[{plain(kata['alasan'])} ({siapa})]"
        st.markdown(baris)
