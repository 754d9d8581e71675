"""Plans in words: the rows of their tables, their limits, how firm they are."""

import datetime as dt
from typing import Literal

import pandas as pd

from indicators.data import Data
from planning.budget.answer import answer, firmness, table
from planning.budget.limits import days
from planning.budget.request import Permintaan
from planning.budget.stability import Kokoh
from reference.tulisan import angka, daftar, rupiah
from reference.wilayah import nama_wilayah
from ui import selection
from ui.downloads import Kolom
from ui.plan_table import actors, who

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
