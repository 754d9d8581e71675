"""Each file before it counts: what it would become, and what there is to mend."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Protocol

import streamlit as st

from reference.tulisan import daftar
from ui import acuan, mapping, mend, preview, receipt
from ui.definitions import Kind
from ui.downloads import XLSX
from ui.teks import plain
from ui.upload import BERTANDA, Checked, Receipt

SEDIKIT = 3
"""So many files are shown open; of more, only those that need the sender."""


class Marked(Protocol):
    """A file to hand back, as `loaders.marking.Tertanda` holds it."""

    @property
    def isi(self) -> bytes: ...
    @property
    def nama(self) -> str: ...
    @property
    def samping(self) -> bool: ...
    @property
    def sebab(self) -> str: ...


Tandai = Callable[[Receipt, bytes], Marked]


def review_all(
    semua: Sequence[Checked],
    jenis: Mapping[str, Kind],
    tandai: Tandai,
    pastikan: mapping.Pastikan,
) -> list[Checked]:
    """Every file, those that need the sender first; gives them with the reasons.

    `tandai` makes the marked workbook of one file, when the sender asks for it;
    `pastikan` what a sheet of the sender's own is read with, once confirmed.
    """
    summary(semua)
    terbuka = len(semua) <= SEDIKIT
    urut = semua if terbuka else sorted(semua, key=lambda s: not _needs_sender(s))
    hasil = {s.berkas: _review(s, jenis, tandai, pastikan, terbuka) for s in urut}
    return [hasil[s.berkas] for s in semua]


def summary(hasil: Sequence[Checked]) -> None:
    """How many of many files are ready, in part, or rejected."""
    if len(hasil) < 2:
        return
    jumlah = [h.tanda.keadaan for h in hasil]
    bagian = [
        f"{jumlah.count(k)} {receipt.state_words(k, nanti=True)}"
        for k in receipt.KEADAAN
        if k in jumlah
    ]
    st.markdown(f"**{len(hasil)} berkas:** {daftar(bagian)}.")


def _review(
    satu: Checked,
    jenis: Mapping[str, Kind],
    tandai: Tandai,
    pastikan: mapping.Pastikan,
    terbuka: bool,
) -> Checked:
    """One file's receipt so far: what it would change, what to mend, its findings."""
    berkas, tanda = satu.berkas, satu.tanda
    with _frame(satu, terbuka):
        if tanda.usulan is not None:
            mapping.ask(tanda.usulan, kunci=berkas.kunci, pastikan=pastikan)
            return satu
        receipt.state_badge(tanda.keadaan, nanti=True)
        st.markdown(plain(tanda.kalimat))
        hitungan = receipt.counts(tanda.temuan)
        st.caption(
            f"{hitungan} · {plain(tanda.putaran)}" if tanda.putaran else hitungan
        )
        mapping.shown(berkas.kunci, diingat=tanda.susunan_sendiri)
        mend.shown(berkas.kunci, tanda.diperbaiki)
        preview.show(tanda.perubahan, receipt.questions(tanda.temuan))
        acuan.effect(tanda.acuan)
        mend.ask(berkas.kunci, tanda.temuan, tanda.cuplikan, jenis)
        if any(t.sel and t.tingkat != "info" for t in tanda.temuan):
            _hand_back(satu, tandai)
        alasan = receipt.findings(
            _unsaid(tanda), jenis, kunci=berkas.kunci, potongan=tanda.cuplikan,
            minta_alasan=satu.dapat_disimpan,
        )  # fmt: skip
    return replace(satu, alasan=alasan)


def _frame(satu: Checked, terbuka: bool) -> Any:  # noqa: ANN401
    """What one file stands in: a box, or a fold where there are many."""
    nama = plain(satu.berkas.nama)
    if terbuka:
        kotak = st.container(border=True)
        kotak.markdown(f"#### {nama}")
        return kotak
    icon, warna, _ = receipt.KEADAAN[satu.tanda.keadaan]
    banyak = sum(t.tingkat != "info" for t in satu.tanda.temuan)
    temuan = f" · {banyak} temuan" if banyak else ""
    return st.expander(
        f":{warna}[{icon}] **{nama}**{temuan}", expanded=_needs_sender(satu)
    )


def _needs_sender(satu: Checked) -> bool:
    """Whether something in a file must be mended, answered or looked at."""
    t = satu.tanda
    aneh = t.perubahan is not None and t.perubahan.mengejutkan
    tanya = t.perlu_jawaban or t.usulan is not None or receipt.questions(t.temuan)
    return t.keadaan in ("ditolak", "sebagian") or bool(tanya) or aneh


@st.fragment
def _hand_back(satu: Checked, tandai: Tandai) -> None:
    """The sender's own workbook with its findings marked, or a list beside it."""
    jadi: dict[Any, Marked] = st.session_state.setdefault(BERTANDA, {})
    kunci = (satu.berkas.kunci, satu.tanda.diperbaiki)
    tempat = st.empty()
    if kunci not in jadi:
        if not tempat.button(
            "Siapkan berkas bertanda", key=f"tandai_{satu.berkas.kunci}",
            icon=":material/ink_highlighter:",
            help="Berkas Anda sendiri; sel yang perlu diperbaiki diberi warna dan "
            "catatan. Perbaiki di sana, lalu kirim lagi.",
        ):  # fmt: skip
            return
        tempat.caption("Menandai …")
        jadi[kunci] = tandai(satu.tanda, satu.berkas.isi)
        tempat.empty()
    t = jadi[kunci]
    if t.samping:
        st.caption(
            f"Berkas Anda tidak dapat ditandai karena {plain(t.sebab)}; sebagai "
            "gantinya ada daftar perbaikan dalam berkas tersendiri."
        )
    st.download_button(
        "Unduh daftar perbaikan" if t.samping else "Unduh berkas bertanda",
        t.isi, t.nama, XLSX, key=f"bertanda_{satu.berkas.kunci}", on_click="ignore",
        icon=":material/download:", type="primary",
    )  # fmt: skip


def _unsaid(tanda: Receipt) -> dict[int, receipt.Finding]:
    """The findings that the receipt's own line has not said already."""
    return {
        i: t
        for i, t in enumerate(tanda.temuan)
        if i in tanda.cuplikan or t.pesan not in tanda.kalimat
    }
