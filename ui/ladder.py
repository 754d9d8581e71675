"""The rungs of groups on both axes, how they moved, and the steps to a koperasi."""

import streamlit as st

from charts import flow, rungs, steps, theme
from indicators import movement
from indicators.next_steps import steps_done
from indicators.places import in_place
from reference.kosakata import pilihan_untuk
from reports import kolom
from ui import cached, downloads, gambar, kalimat, visible
from ui.selection import Selection

GAYA = {
    "tingkat": (theme.WARNA_TINGKAT, theme.HURUF_TINGKAT),
    "tahap": (theme.WARNA_TAHAP, theme.TANDA_TAHAP),
}


def axis(pilihan: Selection, sumbu: str) -> None:
    """Where groups stand on one axis, and how they got there."""
    tangga = list(pilihan_untuk(sumbu))
    warna, tanda = GAYA[sumbu]
    berdiri = visible.standing(
        tangga, pilihan.periode, pilihan.tingkat, pilihan.wilayah
    )
    st.subheader(f"Berapa kelompok di setiap {sumbu}?")
    st.markdown(kalimat.standing(berdiri, sumbu))
    gambar.draw(
        rungs.ladder(
            berdiri, sumbu=sumbu, warna=warna, tanda=tanda, contoh=cached.contoh()
        ),
        nama=sumbu,
        judul=f"Kelompok menurut {sumbu}, {pilihan.nama}",
        kolom=kolom.RUNGS,
        keterangan=gambar.keterangan(pilihan, berdiri.iloc[0]),
    )
    st.subheader(f"Siapa yang berpindah sejak {pilihan.pembanding.label}?")
    pindah = cached.of(
        movement.flows, pilihan.periode, pilihan.pembanding, sumbu, pilihan.wilayah
    )
    st.markdown(kalimat.moves(pindah, tangga))
    gambar.draw(
        flow.draw(
            pindah,
            tangga,
            lambda kode: movement.label(sumbu, kode),
            dari=pilihan.pembanding.label,
            ke=pilihan.periode.label,
            contoh=cached.contoh(),
        ),
        nama=f"pindah_{sumbu}",
        judul=f"Perpindahan {sumbu}, {pilihan.nama}",
        kolom=kolom.MOVES,
        keterangan=gambar.keterangan(pilihan, berdiri.iloc[0]),
    )


def done(pilihan: Selection) -> None:
    """Which steps to a koperasi are done where."""
    dalam = "kecamatan" if pilihan.tingkat == "kota" else "kelurahan"
    semua = cached.of(steps_done, pilihan.periode, dalam)
    semua = semua[in_place(semua.index, pilihan.wilayah)]
    semua = semua.drop(visible.hidden(pilihan.periode), errors="ignore")
    st.subheader("Langkah mana yang sudah selesai?")
    st.markdown(kalimat.steps(semua))
    gambar.draw(
        steps.draw(semua, contoh=cached.contoh()),
        nama="langkah",
        judul=f"Langkah menuju koperasi, {pilihan.nama}",
        kolom=kolom.STEPS,
        keterangan=gambar.keterangan(pilihan, semua.sum()),
    )


def nearest(pilihan: Selection) -> None:
    """The groups nearest to the next step, and what each still lacks."""
    terdekat = visible.nearest(pilihan.periode, pilihan.wilayah)
    st.subheader("Kelompok mana yang paling dekat?")
    st.markdown(kalimat.nearest(terdekat))
    downloads.table(
        kolom.nearest(terdekat),
        judul=f"Langkah berikutnya per kelompok, {pilihan.nama}",
        nama="langkah_berikutnya",
        kolom=kolom.NEXT,
        keterangan=gambar.keterangan(pilihan),
    )
