"""Modal: pertumbuhan, asal modal, urutan kelurahan, pinjaman dan tunggakan."""

import streamlit as st

from charts import composition
from indicators import INDICATORS
from indicators.composition import composition_over
from reports import kolom
from ui import cached, forecast, gambar, kalimat, kartu, messages, selection, urutan

ICON = ":material/savings:"
BAGIAN = "Keadaan kota"
JENIS = ("modal_up2k", "modal_sendiri", "modal_total")
TUMBUH = {
    "modal": "Kelompok yang sama",
    "tanpa_hibah": "Kelompok yang sama, tanpa hibah",
    "kasar": "Semua yang melapor (kasar)",
}
DIURUTKAN = (
    "modal_per_anggota", "pertumbuhan_modal_pct", "pertumbuhan_tanpa_hibah_pct",
    "pertumbuhan_modal_tahun_pct", "modal_up2k", "modal_sendiri",
    "pinjaman_terhadap_modal_pct", "rasio_tunggakan_pct",
)  # fmt: skip

pilihan = selection.current()
gambar.title("Modal", pilihan)
if not messages.ready(pilihan):
    st.stop()
periodes = cached.periode_sampai(pilihan.periode)
contoh = cached.contoh()


def growth() -> None:
    """How much capital there is, how it grew, with and without grants."""
    id = selection.pick(
        "Pengertian modal", JENIS, key="modal", labels=lambda i: INDICATORS[i].label
    )
    gambar.over_time(INDICATORS[id or JENIS[0]], pilihan, periodes)
    st.subheader(f"Seberapa besar pertumbuhan sejak {pilihan.pembanding.label}?")
    tahun = "_tahun" if pilihan.cara_banding == "tahun" else ""
    for kotak, (jenis, label) in zip(st.columns(3), TUMBUH.items(), strict=True):
        pct, rp = (
            INDICATORS[f"pertumbuhan_{jenis}{tahun}_{satuan}"]
            for satuan in ("pct", "rp")
        )
        with kotak:
            kartu.growth(label, pct, rp, pilihan)


def origin() -> None:
    """What capital consists of, period by period."""
    bagian = cached.of(composition_over, tuple(periodes), pilihan.wilayah)
    st.subheader("Dari mana modal berasal?")
    st.markdown(kalimat.composition(bagian, pilihan.nama))
    gambar.draw(
        composition.draw(bagian, label="modal menurut asalnya", contoh=contoh),
        nama="asal_modal",
        judul=f"Modal menurut asalnya, {pilihan.nama}",
        kolom=kolom.composition(),
        keterangan=gambar.keterangan(pilihan, bagian.iloc[-1]),
    )


def order() -> None:
    """Kelurahan in order, fair to those with few groups."""
    id = selection.pick(
        "Urutkan menurut", DIURUTKAN, key="urutan", labels=lambda i: INDICATORS[i].label
    )
    urutan.kelurahan(INDICATORS[id or DIURUTKAN[0]], pilihan)


def loans() -> None:
    """How much is lent out, and how much of it is late."""
    kartu.row(
        (
            "pinjaman_beredar",
            "pinjaman_terhadap_modal_pct",
            "jasa_terhadap_pinjaman_pct",
        ),
        pilihan,
    )
    st.subheader("Seberapa besar bagian pinjaman yang menunggak?")
    gambar.over_time(INDICATORS["rasio_tunggakan_pct"], pilihan, periodes)
    kartu.row(("tunggakan_lebih_90_pct", "rasio_biaya_pct", "roa_pct"), pilihan)


selection.sections(
    {
        "Pertumbuhan": growth,
        "Asal modal": origin,
        "Urutan kelurahan": order,
        "Pinjaman dan tunggakan": loans,
        "Perkiraan": lambda: forecast.future(pilihan),
    },
    key="bagian_modal",
)
