"""The budget planner on screen: the question, the plan, and what stands behind it."""

import datetime as dt
from functools import partial
from typing import Literal

import pandas as pd
import streamlit as st

from charts import plan as gambar_pagu
from indicators.data import Data
from planning.budget.answer import Jawaban, answer, firmness, table
from planning.budget.ceilings import ceilings
from planning.budget.limits import days
from planning.budget.request import Permintaan
from planning.budget.stability import Kokoh
from reference.tulisan import angka, daftar, rupiah
from reference.wilayah import nama_wilayah
from ui import cached, downloads, gambar, plan_export, plan_inputs, selection
from ui.downloads import XLSX, Kolom
from ui.plan_table import ANGGAPAN, actors, provenance, who
from ui.teks import plain

SEBUT = 8
TERPILIH = {
    "nama_kelompok": Kolom("Kelompok"),
    "kelurahan": Kolom("Kelurahan"),
    "paket_label": Kolom("Paket"),
    "untuk": Kolom("Untuk kekurangan"),
    "biaya_rp": Kolom("Biaya, anggapan", "Rp"),
    "hari_kata": Kolom("Hari, anggapan"),
    "langkah": Kolom(
        "Langkah, anggapan",
        desimal=2,
        bantuan="Langkah yang diharapkan menurut anggapan, bukan hasil pengukuran.",
    ),
    "siapa": Kolom("Dapat dijalankan oleh"),
    "setara": Kolom(
        "Kelompok setara yang tidak terpilih",
        bantuan="Kelompok lain dengan kekurangan yang sama: boleh ditukar.",
    ),
    "pilihan_anda": Kolom("Pilihan Anda"),
    "kecamatan": Kolom("Kecamatan", hanya_berkas=True),
    "kode_kelompok": Kolom("Kode kelompok", hanya_berkas=True),
}
KOKOH = {
    "nama_kelompok": Kolom("Kelompok"),
    "kelurahan": Kolom("Kelurahan"),
    "paket_label": Kolom("Paket"),
    "kokoh_kata": Kolom("Kokoh?"),
    "tetap_kata": Kolom("Bila anggapan meleset"),
    "setara": TERPILIH["setara"],
    "kode_kelompok": Kolom("Kode kelompok", hanya_berkas=True),
}
PAGU = {
    "pagu_rp": Kolom("Pagu", "Rp"),
    "biaya_rp": Kolom("Biaya rencana terbaik", "Rp"),
    "langkah": Kolom("Langkah, rencana terbaik (anggapan)", desimal=2),
    "langkah_sederhana": Kolom("Langkah, urutan sederhana (anggapan)", desimal=2),
    "terbukti": Kolom("Terbukti terbaik"),
}


def budget(pilihan: selection.Selection) -> None:
    """The question and its answer."""
    st.subheader("Siapa yang dibina dengan uang dan hari yang ada?")
    minta = plan_inputs.request(pilihan)
    if minta.coba:
        coba = daftar([p.label for p in minta.coba])
        st.warning(
            f"**Percobaan, tidak disimpan:** angka {coba} diubah di halaman ini.",
            icon=":material/science:",
        )
    with st.spinner("Menghitung rencana terbaik …"):
        jawab = cached.of(answer, minta)
    if not _possible(jawab):
        return
    _headline(minta, jawab)
    selection.sections(
        {
            "Yang dipilih": lambda: _chosen(pilihan, minta, jawab),
            "Dibanding urutan sederhana": lambda: _compared(jawab),
            "Seberapa kokoh": lambda: _firm(pilihan, minta),
            "Bila pagunya lain": lambda: _ceilings(pilihan, minta),
        },
        key="bagian_anggaran",
    )
    st.caption(ANGGAPAN)


def _possible(jawab: Jawaban) -> bool:
    """Says why there is no plan, if there is none; and what could not be proven."""
    if jawab.rencana.sebab:
        sebab = "\n".join(f"- {plain(s)}" for s in jawab.rencana.sebab)
        mungkin = jawab.rencana.status == "belum_terbukti"
        judul = (
            "Waktu hitung habis sebelum ada rencana."
            if mungkin
            else "Tidak ada rencana yang memenuhi semua batas."
        )
        st.error(
            f"**{judul}**\n\n{sebab}",
            icon=":material/block:",
        )
        return False
    if not jawab.rencana.pilihan:
        st.info("Tidak ada kelompok yang dapat dibantu dengan pagu dan batas ini.")
        return False
    if jawab.rencana.status == "belum_terbukti":
        atas = jawab.rencana.paling_banyak or 0.0
        st.warning(
            "Waktu hitung habis: rencana ini memenuhi semua batas, tetapi belum "
            "terbukti yang terbaik. Paling banyak "
            f"{angka(atas / 10_000, 2)} langkah mungkin dicapai.",
            icon=":material/timer_off:",
        )
    return True


def _headline(minta: Permintaan, jawab: Jawaban) -> None:
    r = jawab.rencana
    batas = "" if minta.hari is None else f" dari {days(minta.hari)}"
    st.markdown(
        f"**{angka(len(r.pilihan))} kelompok** dibina dengan **{rupiah(r.biaya_rp)}** "
        f"dari pagu {rupiah(minta.pagu_rp)} dan **{days(r.hari)}**{batas}; "
        f"**{angka(r.langkah, 1)} langkah yang diharapkan menurut anggapan**."
    )
    if r.status == "terbukti":
        st.caption(
            "Terbukti: dengan anggapan dan batas ini tidak ada pilihan lain yang "
            "memberi lebih banyak langkah."
        )


def named(
    isi: pd.DataFrame, label: dict[str, str], siapa: dict[str, str]
) -> pd.DataFrame:
    """Rows of `answer.table` in words; `label` names gaps, `siapa` who can do it."""
    return isi.assign(
        kelurahan=[nama_wilayah(k) for k in isi["kode_wilayah"]],
        kecamatan=[nama_wilayah(k) for k in isi["kode_kecamatan"]],
        untuk=[daftar([label.get(k, k) for k in g]) for g in isi["kekurangan"]],
        hari_kata=[days(h) for h in isi["hari"]],
        siapa=[who(k, siapa) for k in isi["pelaksana"]],
        pilihan_anda=["wajib masuk" if w else "-" for w in isi["wajib"]],
        kokoh_kata=[
            "-" if pd.isna(k) else "kokoh" if k else "⚠ mudah berubah"
            for k in isi["kokoh"]
        ],
        tetap_kata=[
            "-" if pd.isna(n) else f"tetap dipilih dalam {n} dari {dari} percobaan"
            for n, dari in zip(isi["tetap"], isi["n_percobaan"], strict=True)
        ],
    )


def rows(
    data: Data, minta: Permintaan, apa: Literal["rencana", "urutan", "kokoh"]
) -> pd.DataFrame:
    """The plan, the plain ranking, or the plan with how firm it is, in words."""
    jawab = answer(data, minta)
    rencana = jawab.urutan.rencana if apa == "urutan" else jawab.rencana
    kokoh = firmness(data, minta) if apa == "kokoh" else None
    isi = table(jawab.masalah, rencana, kokoh)
    return named(isi, gap_labels(data, minta.berlaku), actors(data, minta.berlaku))


def gap_labels(data: Data, pada: dt.date) -> dict[str, str]:
    """The gaps' names by code."""
    return {b.kode: b.label for b in data.acuan.pada("kekurangan", pada).values()}


def limits_in_words(pilihan: selection.Selection, minta: Permintaan) -> str:
    """Place and limits of a plan, for a table's provenance."""
    hari = "tanpa batas hari" if minta.hari is None else days(minta.hari)
    bagian = [pilihan.nama, f"pagu {rupiah(minta.pagu_rp)}", hari]
    if n := minta.kelompok_per_kecamatan:
        bagian.append(f"paling sedikit {n} kelompok per kecamatan")
    if n := minta.bagian_per_kecamatan:
        bagian.append(f"paling sedikit {n} % biaya per kecamatan")
    bagian.append(f"paling banyak {minta.paket_per_kelompok} paket per kelompok")
    if minta.wajib or minta.jangan:
        bagian.append(f"{len(minta.wajib)} wajib, {len(minta.jangan)} dikecualikan")
    return " · ".join([*bagian, *(["PERCOBAAN"] if minta.coba else [])])


def _chosen(pilihan: selection.Selection, minta: Permintaan, jawab: Jawaban) -> None:
    isi = cached.of(rows, minta, "rencana")
    keterangan = provenance(pilihan, limits_in_words(pilihan, minta))
    judul = f"Rencana pembinaan, {pilihan.nama}"
    downloads.table(
        isi, judul=judul, nama="rencana", kolom=TERPILIH, keterangan=keterangan
    )
    awalan = "contoh_" if keterangan.contoh else ""
    st.download_button(
        "Unduh rencana lengkap (Excel, dengan anggapan)",
        partial(
            plan_export.workbook, judul, isi, cached.of(rows, minta, "urutan"),
            TERPILIH, minta, jawab, keterangan, cached.of(gap_labels, minta.berlaku),
        ),
        f"{awalan}rencana_pembinaan.xlsx", XLSX, key="rencana_lengkap",
        on_click="ignore", icon=":material/print:",
    )  # fmt: skip


def _compared(jawab: Jawaban) -> None:
    """What the plan changed against the plain ranking, and why."""
    if jawab.banding is None:
        return
    st.markdown(
        "**Urutan sederhana** mengambil paket dengan langkah terbanyak per rupiah dari "
        "atas ke bawah sampai pagu atau hari habis."
    )
    st.markdown(plain(jawab.banding.judul))
    if n := jawab.banding.n_sama:
        st.caption(f"{angka(n)} kelompok dipilih sama oleh keduanya.")
    sebut = jawab.banding.ubahan[:SEBUT]
    if sebut:
        st.markdown("\n".join(f"- {plain(u.kalimat)}" for u in sebut))
    if (sisa := len(jawab.banding.ubahan) - SEBUT) > 0:
        st.caption(f"{angka(sisa)} perbedaan lain ada di unduhan rencana lengkap.")


def _firm(pilihan: selection.Selection, minta: Permintaan) -> None:
    """Whether the choices stand when the assumed chances are wrong."""
    with st.spinner("Mencoba anggapan lain, beberapa detik …"):
        kokoh = cached.of(firmness, minta)
    isi = cached.of(rows, minta, "kokoh")
    st.markdown(firm_words(kokoh, isi))
    downloads.table(
        isi.sort_values(["tetap", "kode_kelompok"], kind="stable"),
        judul=f"Seberapa kokoh rencana pembinaan, {pilihan.nama}",
        nama="kokoh",
        kolom=KOKOH,
        keterangan=provenance(pilihan, limits_in_words(pilihan, minta)),
    )
    belum = kokoh.belum_terbukti
    st.caption(
        f"{kokoh.n_percobaan} percobaan dalam {angka(kokoh.detik, 1)} detik"
        + (f"; {belum} di antaranya belum terbukti terbaik." if belum else ".")
    )


def firm_words(kokoh: Kokoh, isi: pd.DataFrame) -> str:
    """How many choices stand, and between which steps the plan may lie."""
    n, goyah = len(isi), int((~isi["kokoh"].astype("bool")).sum())
    ambang = angka(kokoh.ambang * 100)
    kata = (
        f"Peluang setiap paket dinaikkan dan diturunkan, lalu semuanya diacak: "
        f"**{angka(n - goyah)} dari {angka(n)} pilihan kokoh**, artinya tetap dipilih "
        f"paling sedikit dalam {ambang} dari 100 percobaan."
    )
    if goyah:
        kata += (
            f" **{angka(goyah)} pilihan mudah berubah**: pertimbangkan sekali lagi "
            "sebelum ditetapkan."
        )
    return kata + (
        f" Dengan anggapan yang diubah itu, rencana ini memberi "
        f"{angka(kokoh.langkah_bawah, 1)} sampai {angka(kokoh.langkah_atas, 1)} "
        "langkah."
    )


def _ceilings(pilihan: selection.Selection, minta: Permintaan) -> None:
    with st.spinner("Menghitung dengan pagu lain …"):
        pagu = cached.of(ceilings, minta)
    gambar.draw(
        gambar_pagu.draw(pagu, contoh=cached.contoh()),
        nama="pagu_lain",
        judul=f"Langkah yang diharapkan menurut pagu, {pilihan.nama}",
        kolom=PAGU,
        keterangan=provenance(pilihan, limits_in_words(pilihan, minta)),
    )
    st.caption(
        "Garis tegak: pagu yang diisi. Batas lainnya tetap. Langkah menurut anggapan."
    )
