"""What came of a competition in a few sentences, and how it was found."""

import pandas as pd
import streamlit as st

from indicators import scoring
from indicators.scoring.judged import BAWAH, PEMENANG, SERI_BATAS, TERPISAH
from reference.tulisan import angka, bernilai, daftar
from ui import cached
from ui.teks import plain


def summary(hasil: scoring.Hasil, tabel: pd.DataFrame) -> None:
    """How many won, and what is left to the committee."""
    jumlah = tabel["putusan"].value_counts()
    standar = hasil.lembar.standar
    kata = {PEMENANG: "pemenang", SERI_BATAS: "seri di batas pemenang"}
    if standar is not None:
        kata[BAWAH] = f"di bawah standar {bernilai(standar, '')}"
    st.markdown(", ".join(f"**{jumlah.get(k, 0)}** {v}" for k, v in kata.items()) + ".")
    for arena, satu in tabel[tabel["putusan"] == SERI_BATAS].groupby("nama_arena"):
        nama = daftar([plain(n) for n in satu["nama_peserta"]])
        st.warning(
            f"{arena}: {nama} seri di batas pemenang "
            f"({angka(satu['setara'].iloc[0], 2)}). Pemenangnya diserahkan kepada "
            "panitia.", icon=":material/balance:",
        )  # fmt: skip
    if TERPISAH in set(tabel["putusan"]):
        pisah = tabel.loc[tabel["putusan"] == TERPISAH, "nama_arena"]
        tempat = daftar(list(pisah.unique()))
        st.warning(
            f"{tempat}: jurinya tidak pernah menilai peserta yang sama, jadi nilainya "
            "tidak dapat dibandingkan. Pemenangnya diserahkan kepada panitia.",
            icon=":material/link_off:",
        )  # fmt: skip
    if (tabel["sementara"]).any():
        n = int(tabel["nilai"].isna().sum())
        st.info(
            f"{n} peserta belum lengkap nilainya dan belum diberi peringkat; pemenang "
            "di tempat itu masih sementara.", icon=":material/pending:",
        )  # fmt: skip
    if hasil.lembar.pemenang is None and standar is None:
        st.info(
            "Lembar ini tidak menyebut banyaknya pemenang maupun nilai standar, jadi "
            "belum ada yang disebut pemenang.", icon=":material/help:",
        )  # fmt: skip


def how(hasil: scoring.Hasil) -> list[str]:
    """How totals, ranks and what they may be were found, for below the table."""
    salah = cached.of(scoring.setting, "salah_beda", hasil.lembar.tanggal)
    catatan = [
        "Nilai akhir = jumlah (bobot × rata-rata nilai juri) dibagi jumlah bobot, "
        "hanya bila semua aspek dinilai. Yang sama sampai dua angka di belakang koma "
        "disebut seri. Yang di bawah standar tidak menjadi pemenang.",
        "Peringkat yang mungkin dihitung dari perbedaan antarjuri, sehingga paling "
        f"banyak {angka(salah)} dari 100 kali ada peserta yang disebut berbeda nyata "
        "padahal setara (usulan). Dengan satu juri tidak ada yang dapat disebut "
        "berbeda nyata.",
    ]
    if not hasil.tabel["juri_sama"].all():
        catatan.insert(1,
            "Tidak semua peserta dinilai juri yang sama. Agar juri yang ketat tidak "
            "merugikan, urutannya memakai nilai setara: perkiraan seandainya semua "
            "juri menilai semua peserta, dari peserta yang dinilai bersama. Standar "
            "tetap dibandingkan dengan nilai akhir."
        )  # fmt: skip
    return catatan
