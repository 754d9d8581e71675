"""Peta: satu angka di 29 kelurahan, periode demi periode.

Class breaks are those of all periods together, so that colours can be compared.
"""

import streamlit as st

from charts import map as peta
from charts.classes import classify
from indicators import INDICATORS
from indicators.doubt import setting
from indicators.indicator import FAMILIES
from reference.boundaries import usable_boundaries
from reference.pengaturan import pengaturan
from reference.periode import Periode
from reference.wilayah import kelurahan
from reports import kolom
from ui import cached, gambar, kalimat, messages, putar, selection, visible

ICON = ":material/map:"
BAGIAN = "Keadaan kota"

pilihan = selection.current()
st.title("Peta")
if not cached.periode():
    messages.no_data("Belum ada yang dapat dipetakan")
    st.stop()

dipetakan = [i for i in INDICATORS.values() if i.level != "kecamatan"]
kiri, kanan = st.columns([2, 1])
with kiri:
    terpilih = selection.pick(
        "Yang ditampilkan",
        [i.id for i in dipetakan],
        key="indikator",
        labels=lambda id: INDICATORS[id].label_satuan,
        placeholder=INDICATORS["modal_sendiri"].label_satuan,
    )
with kanan:
    selection.open_place(list(kelurahan()), key="peta_profil")
indikator = INDICATORS[terpilih or "modal_sendiri"]
st.caption(f"{FAMILIES[indikator.kelompok_indikator]} · {indikator.help}")

tingkat = st.segmented_control(
    "Warnai per",
    ["kelurahan", "kecamatan", "kota"],
    default="kelurahan",
    required=True,
    format_func=str.capitalize,
    key="tingkat_peta",
    bind="query-params",
)
semua = visible.series(indikator.id, cached.periode(), tingkat)
klasifikasi = classify(
    semua["value"].tolist(),
    indikator.unit,
    tujuan=indikator.goal.value if indikator.goal else None,
)
batas, masalah = usable_boundaries()
if masalah:
    st.warning(masalah, icon=":material/map:")


def draw(periode: Periode) -> None:
    """The map of one period, under the sentence that sums it up."""
    nilai = visible.values(indikator.id, periode, tingkat)
    kota = visible.values(indikator.id, periode, "kota").iloc[0]
    ragu = visible.spread(indikator.id, periode, "kota").iloc[0]
    st.markdown(kalimat.headline(indikator, kota, "seluruh kota", periode, ragu))
    gambar.draw(
        peta.draw(
            nilai,
            klasifikasi,
            batas,
            label=f"{indikator.label}, {periode.label}",
            satuan=indikator.unit,
            satuan_lapor=indikator.satuan_lapor,
            sorot=pilihan.kelurahan,
            lapor_minimal=cached.of(setting, "lapor_peta", periode),
            contoh=cached.contoh(),
        ),
        nama="peta",
        judul=f"{indikator.label} per {tingkat}, {periode.label}",
        kolom=kolom.mapped(indikator, tingkat),
        keterangan=gambar.keterangan(
            pilihan, kota, periode=periode.label, saringan=f"Semua {tingkat}"
        ),
        buka_profil=True,
    )


if tersembunyi := visible.hidden(pilihan.periode):
    st.caption(
        f"{len(tersembunyi)} kelurahan tidak ditampilkan agar anggota kelompok kecil "
        "tidak dikenali; di peta tampak seperti belum ada data."
    )
putar.player(cached.periode_sampai(pilihan.periode), pilihan.periode, draw)
ketuk = "Ketuk sebuah kelurahan untuk membuka profilnya. "
st.caption(f"{ketuk if tingkat == 'kelurahan' else ''}{pengaturan().kredit_peta}")
