"""What the officer asks the planner: ceiling, days, floors, picks, trial figures."""

import datetime as dt
from dataclasses import replace

import pandas as pd
import streamlit as st

from planning.budget.gaps import gaps
from planning.budget.problem import Calon, Paket
from planning.budget.request import Permintaan, candidates, packages
from reference.tulisan import is_missing, rupiah
from reference.wilayah import nama_wilayah
from ui import cached, selection

JUTA = 1_000_000


def request(pilihan: selection.Selection) -> Permintaan:
    """The question as the widgets say it; starts at the settings in force."""
    acuan, pada, hari = cached.data().acuan, pilihan.periode.end, cached.hari()
    awal = Permintaan.default(acuan, pada, acuan_pada=hari)
    minta = _limits(awal)
    wajib, jangan = _picks(pilihan, pada, hari)
    return replace(
        minta,
        wilayah=None if pilihan.tingkat == "kota" else pilihan.wilayah,
        wajib=wajib,
        jangan=jangan,
        coba=_trial(packages(acuan, hari)),
    )


def _limits(awal: Permintaan) -> Permintaan:
    satu, dua, tiga = st.columns(3)
    with satu:
        pagu = st.number_input(
            "Pagu anggaran (Rp)", min_value=0, max_value=10_000 * JUTA, step=JUTA,
            value=awal.pagu_rp, key="pagu", bind="query-params",
            help="Biaya seluruh rencana tidak pernah melebihi pagu ini.",
        )  # fmt: skip
        st.caption(rupiah(pagu))
    with dua:
        hari = st.number_input(
            "Hari pendamping", min_value=0, max_value=10_000, step=5,
            value=None if awal.hari is None else int(awal.hari), key="hari",
            bind="query-params", placeholder="tanpa batas",
            help="Jumlah hari semua pendamping. Kosongkan bila tidak dibatasi.",
        )  # fmt: skip
    with tiga:
        paket = st.number_input(
            "Paling banyak paket per kelompok", min_value=1, max_value=4, step=1,
            value=awal.paket_per_kelompok, key="paket_per_kelompok",
            bind="query-params",
        )  # fmt: skip
    kiri, kanan = st.columns(2)
    with kiri:
        kelompok = st.number_input(
            "Paling sedikit kelompok per kecamatan", min_value=0, max_value=50, step=1,
            value=awal.kelompok_per_kecamatan, key="lantai_kelompok",
            bind="query-params",
            help="Kecamatan yang kelompoknya lebih sedikit mendapat semuanya.",
        )  # fmt: skip
    with kanan:
        bagian = st.number_input(
            "Paling sedikit bagian biaya per kecamatan (%)", min_value=0, max_value=100,
            step=5, value=awal.bagian_per_kecamatan, key="lantai_bagian",
            bind="query-params",
        )  # fmt: skip
    return replace(
        awal,
        pagu_rp=int(pagu or 0),
        hari=None if hari is None else float(hari),
        paket_per_kelompok=int(paket or 1),
        kelompok_per_kecamatan=int(kelompok or 0),
        bagian_per_kecamatan=int(bagian or 0),
    )


def _picks(
    pilihan: selection.Selection, pada: dt.date, hari: dt.date
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Groups that must be in, and groups that must not."""
    calon = [
        c
        for c in candidates(cached.of(gaps, pada, hari))
        if c.kode.startswith(pilihan.wilayah)
    ]
    label = {label_of(c): c.kode for c in calon}
    kiri, kanan = st.columns(2)
    with kiri:
        wajib = st.multiselect(
            "Wajib masuk", list(label), key="wajib", bind="query-params",
            placeholder="Tidak ada", help="Pilihan Anda dipertahankan.",
        )  # fmt: skip
    with kanan:
        jangan = st.multiselect(
            "Jangan masuk", list(label), key="jangan", bind="query-params",
            placeholder="Tidak ada", help="Misalnya sudah dibina pihak lain.",
        )  # fmt: skip
    return tuple(label[n] for n in wajib), tuple(label[n] for n in jangan)


def label_of(c: Calon) -> str:
    """A group by name, place and number, for pickers.

    >>> label_of(Calon("35.74.01.1009-02", "Mawar", "35.74.01.1009", ()))
    'Mawar, Pilang 02'
    """
    return f"{c.nama}, {nama_wilayah(c.kode_wilayah)} {c.kode.rpartition('-')[2]}"


def _trial(paket: tuple[Paket, ...]) -> tuple[Paket, ...]:
    """Packages whose figures were changed on the page, for this what-if only."""
    with st.expander("Coba biaya, hari, atau peluang lain", icon=":material/science:"):
        st.caption(
            "**Percobaan, tidak disimpan.** Angka di sini hanya berlaku di halaman "
            "ini. Untuk mengubahnya seterusnya, kirim acuan di halaman Definisi."
        )
        selection.button("Buka Definisi", "definisi", key="coba_definisi")
        isi = st.data_editor(
            pd.DataFrame(
                {
                    "Paket": [p.label for p in paket],
                    "Biaya (Rp)": [p.biaya_rp for p in paket],
                    "Hari": [float(p.hari) for p in paket],
                    "Berhasil dari 100": [round(p.peluang * 100) for p in paket],
                }
            ),
            key="coba_paket", hide_index=True, disabled=["Paket"], num_rows="fixed",
            alt="Anggapan setiap paket yang dapat dicoba lain",
            column_config={
                "Biaya (Rp)": st.column_config.NumberColumn(
                    min_value=0, max_value=1_000 * JUTA, step=1, format="localized"
                ),
                "Hari": st.column_config.NumberColumn(
                    min_value=0.0, max_value=365.0, step=0.5, format="localized"
                ),
                "Berhasil dari 100": st.column_config.NumberColumn(
                    min_value=0, max_value=100, step=1
                ),
            },
        )  # fmt: skip
    baris = zip(
        paket, isi["Biaya (Rp)"], isi["Hari"], isi["Berhasil dari 100"], strict=True
    )
    baru = [(p, changed(p, *angka)) for p, *angka in baris]
    return tuple(b for p, b in baru if b != p)


def changed(p: Paket, biaya: float, hari: float, dari_100: float) -> Paket:
    """A package with figures typed for it; what was emptied keeps its figure.

    >>> p = Paket("b", "Buku", 100, 1.0, 0.355, ())
    >>> changed(p, 200, float("nan"), 36).biaya_rp, changed(p, 100, 1.0, 36) == p
    (200, True)
    """
    sama = is_missing(dari_100) or round(dari_100) == round(p.peluang * 100)
    return replace(
        p,
        biaya_rp=p.biaya_rp if is_missing(biaya) else int(biaya),
        hari=p.hari if is_missing(hari) else float(hari),
        peluang=p.peluang if sama else round(dari_100) / 100,
    )
