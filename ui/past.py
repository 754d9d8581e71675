"""What is shown as it was known on a past day: said plainly, and what changed since."""

import pandas as pd
import streamlit as st

from reference.periode import Periode
from reference.tulisan import angka, tanggal
from reference.wilayah import nama_wilayah
from store.revisions import PERISTIWA, TIDAK_BERLAKU, Revisions
from ui import cached, lineage, peran, selection
from ui.downloads import Keterangan, Kolom, table

SEBAB = {
    "diganti": "diganti kiriman yang lebih baru",
    "dibatalkan": "kirimannya dibatalkan",
    "dibaca_ulang": "berkasnya dibaca ulang",
}
TETAP_KINI = " Yang dikirim atau diputuskan sekarang tetap masuk ke keadaan hari ini."
_SIAPA = {"nama": Kolom("Pelapor"), "nama_periode": Kolom("Periode")}
ANGKA = _SIAPA | {
    "isian": Kolom("Isian"),
    "dulu": Kolom("Diketahui waktu itu"),
    "kini": Kolom("Sekarang"),
    "sebab": Kolom("Sebab"),
    "kiriman_dulu": Kolom("Kiriman waktu itu"),
    "kiriman_kini": Kolom("Kiriman sekarang"),
    "diterima_pada": Kolom("Diterima"),
}
LAPORAN = _SIAPA | {
    "kiriman_kini": Kolom("Kiriman"),
    "diterima_pada": Kolom("Diterima"),
}
KELOMPOK = {"nama": Kolom("Kelompok"), "peristiwa": Kolom("Yang terjadi sejak itu")}


def banner(*, today_only: bool) -> None:
    """Says that a past day is shown and leads back; nothing when today is.

    `today_only` is for a page that works on what counts now, whatever day is chosen.
    """
    hari = cached.pada()
    if hari is None:
        return
    lencana = ":blue-badge[:material/history: KEADAAN LALU]"
    with st.container(border=True):
        if today_only:
            st.markdown(
                f"{lencana} **Halaman ini bekerja dengan keadaan hari ini.** Halaman "
                f"lain sedang ditampilkan seperti diketahui pada {tanggal(hari)}."
            )
        else:
            apa = f"**Seperti diketahui pada {tanggal(hari)}.**"
            st.markdown(f"{lencana} {apa} {_since()}")
        with st.container(horizontal=True):
            st.button(
                "Kembali ke hari ini", key="kembali_hari_ini",
                on_click=selection.back_to_today, icon=":material/today:",
            )  # fmt: skip
            rinci = not today_only and peran.boleh_mengirim()
            if rinci and st.button(
                "Lihat yang berubah", key="lihat_revisi", type="tertiary",
                icon=":material/difference:",
            ):  # fmt: skip
                _open()


def _since() -> str:
    """How much is different now, in a sentence."""
    r = cached.revisions()
    if r is None:
        return ""
    return (
        f"Sejak itu {angka(len(r.angka))} angka direvisi dan {angka(len(r.laporan))} "
        f"laporan kelompok masuk.{TETAP_KINI if peran.boleh_mengirim() else ''}"
    )


@st.dialog("Yang berubah sejak hari itu", width="large", icon=":material/difference:")
def _open() -> None:
    r, hari = cached.revisions(), cached.pada()
    if r is None or hari is None:
        return
    st.markdown(f"Dibandingkan dengan yang diketahui pada **{tanggal(hari)}**.")
    for satu in _tables(r):
        judul, isi, kolom, nama = satu
        st.markdown(f"**{judul}: {angka(len(isi))}**")
        if len(isi):
            table(
                isi, judul=f"{judul} sejak {tanggal(hari)}", nama=nama, kolom=kolom,
                keterangan=Keterangan(
                    saringan="Semua", contoh=cached.contoh(), pada=hari
                ),
            )  # fmt: skip
    _late_notes()


def _tables(
    r: Revisions,
) -> list[tuple[str, pd.DataFrame, dict[str, Kolom], str]]:
    angka_ = _named(r.angka)
    for k in ("dulu", "kini"):
        angka_[k] = [
            v if v == TIDAK_BERLAKU else lineage.written(n, v)
            for n, v in zip(r.angka["variabel"], r.angka[k], strict=True)
        ]
    angka_["isian"] = [lineage.label(v) for v in r.angka["variabel"]]
    angka_["sebab"] = r.angka["sebab"].map(SEBAB)
    kelompok = _named(r.kelompok)
    kelompok["peristiwa"] = r.kelompok["peristiwa"].map(PERISTIWA)
    return [
        ("Angka yang direvisi", angka_, ANGKA, "revisi_angka"),
        ("Laporan yang masuk", _named(r.laporan), LAPORAN, "revisi_laporan"),
        ("Kelompok", kelompok, KELOMPOK, "revisi_kelompok"),
    ]


def _named(isi: pd.DataFrame) -> pd.DataFrame:
    """With `nama` of who reported, and `nama_periode` where there is a period."""
    kelompok = cached.snapshot(kini=True).kelompok.set_index("kode_kelompok")
    nama = kelompok["nama_kelompok"].to_dict()
    hasil = isi.assign(
        nama=[
            f"{nama.get(k, k)} ({nama_wilayah(k.partition('-')[0])})"
            if "-" in k else nama_wilayah(k)
            for k in isi["kode"]
        ]
    )  # fmt: skip
    if "periode" in isi:
        hasil["nama_periode"] = [Periode.parse(p).label for p in isi["periode"]]
    return hasil


def _late_notes() -> None:
    """Submissions written down after the day with an earlier day of receipt."""
    k, hari = cached.snapshot().kiriman, cached.pada()
    belakangan = k[k["dicatat_pada"].dt.date > hari]
    if len(belakangan) and not cached.contoh():
        st.caption(
            f"{angka(len(belakangan))} kiriman baru dicatat sesudah hari itu dengan "
            "tanggal terima yang lebih awal. Isinya dihitung sejak tanggal terimanya."
        )
