"""Other weights tried on screen; the official result stays as it is."""

import streamlit as st

from indicators import scoring
from indicators.scoring.sheets import is_full
from reference.tulisan import angka, daftar
from ui import cached, downloads, lomba, lomba_kata, selection
from ui.downloads import Kolom
from ui.teks import plain

KOLOM = {
    "nama_peserta": Kolom("Peserta", lebar=150),
    "nama_arena": Kolom("Diurutkan di"),
    "peringkat_coba": Kolom("Peringkat coba"),
    "peringkat": Kolom("Peringkat resmi"),
    "geser": Kolom("Naik", "tingkat", bantuan="Di bawah nol: turun."),
    "setara_coba": Kolom("Nilai coba", desimal=2),
    "setara": Kolom("Nilai resmi", desimal=2),
    "nama_putusan_coba": Kolom("Hasil coba", lebar=170),
    "nama_putusan": Kolom("Hasil resmi", lebar=170),
}


def trial(kode: str) -> None:
    """Weights by number inputs; they must sum to 100 before anything is compared."""
    hasil = cached.of(scoring.judge, kode)
    st.markdown(
        f"{lomba.USULAN} Bobot di bawah ini hanya untuk mencoba; **hasil resmi tidak "
        "berubah.**"
    )
    bobot = {}
    with st.container(horizontal=True):
        for k, b in hasil.lembar.aspek.iterrows():
            bobot[str(k)] = float(
                st.number_input(
                    f"Bobot {b['nama_aspek']}", 0.0, 100.0, float(b["bobot_pct"]), 5.0,
                    format="%g",
                    key=f"bobot_{kode}_{k}", width=200,
                )
            )  # fmt: skip
    jumlah = sum(bobot.values())
    if not is_full(bobot):
        st.warning(
            f"Jumlah bobot {angka(jumlah, 1)}; harus 100 sebelum dibandingkan.",
            icon=":material/calculate:",
        )
        return
    st.caption("Jumlah bobot: 100.")
    _compare(kode, tuple(bobot.items()), hasil)


def _compare(
    kode: str, bobot: tuple[tuple[str, float], ...], hasil: scoring.Hasil
) -> None:
    tampil = lomba.shown(kode).index
    semua = cached.of(lomba_kata.compared, kode, bobot)
    tabel = semua[semua.index.isin(tampil)]
    ubah = tabel[tabel["berubah"]]
    geser = int(tabel["geser"].dropna().ne(0).sum())
    if ubah.empty:
        kalimat = "hasilnya (pemenang, seri, di bawah standar) tetap sama"
    else:
        nama = [plain(n) for n in ubah["nama_peserta"]]
        kalimat = f"hasil **{len(ubah)} peserta** menjadi lain: "
        kalimat += daftar(nama, paling_banyak=8)
    st.markdown(
        f"Dengan bobot ini {kalimat}. Peringkat {geser} dari {len(tabel)} peserta "
        "bergeser."
    )
    downloads.table(
        tabel, judul=f"Bobot lain, {hasil.lembar.nama} (percobaan, bukan hasil resmi)",
        nama="coba_bobot", kolom=KOLOM,
        keterangan=lomba.stamp(hasil, selection.current().nama),
    )  # fmt: skip
