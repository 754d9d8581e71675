"""The columns of the tables behind figures, in words; one place for all pages."""

import pandas as pd

from indicators.composition import PARTS
from indicators.indicator import Indicator
from reference.kosakata import label_pilihan
from reference.syarat import langkah
from reference.wilayah import nama_wilayah
from reports.exports import Kolom

TEMPAT = {
    "kelurahan": Kolom("Kelurahan"),
    "kecamatan": Kolom("Kecamatan"),
    "wilayah": Kolom("Wilayah"),
    "nama_periode": Kolom("Periode"),
    "urutan": Kolom(
        "Peringkat",
        bantuan=(
            "Wilayah yang tidak berbeda nyata berbagi peringkat: 1–25 berarti dapat "
            "berada di mana saja dari 1 sampai 25."
        ),
    ),
}
ALASAN = {"alasan": Kolom("Alasan tanpa peringkat")}


def mapped(indikator: Indicator, tingkat: str) -> dict[str, Kolom]:
    """Columns of a map's table: which places are thinly reported is one of them."""
    tempat = ("kelurahan", "kecamatan") if tingkat == "kelurahan" else ("wilayah",)
    return {**values(indikator, *tempat), "laporan": Kolom("Kelengkapan laporan")}


def range_of(indikator: Indicator) -> dict[str, Kolom]:
    """Columns of `indicators.doubt.spread`: the two ends of what could be."""
    return {
        "bawah": Kolom("Bila sisanya nol", indikator.unit),
        "atas": Kolom("Bila seperti laporan terakhir", indikator.unit),
    }


def judged(label: str, satuan: str) -> dict[str, Kolom]:
    """Columns of `indicators.funnel.judge`: value, shrunken value, limits, ruling."""
    return {
        "wilayah": TEMPAT["wilayah"],
        "urutan": TEMPAT["urutan"],
        "value": Kolom(label, satuan),
        "diperhalus": Kolom("Diperhalus", satuan, bantuan=(
            "Ditarik ke arah angka kota, makin kuat bila laporannya makin sedikit."
        )),
        "penilaian": Kolom("Penilaian"),
        "batas_bawah": Kolom("Batas wajar bawah", satuan, hanya_berkas=True),
        "batas_atas": Kolom("Batas wajar atas", satuan, hanya_berkas=True),
        "n_lapor": Kolom("Kelompok terhitung"),
        "n_kelompok": Kolom("Kelompok seluruhnya"),
        **ALASAN,
    }  # fmt: skip


def values(indikator: Indicator, *tempat: str) -> dict[str, Kolom]:
    """Columns of `compute` or `series`, led by the named columns of places."""
    lapor = indikator.satuan_lapor
    return {
        **{nama: TEMPAT[nama] for nama in tempat},
        "value": Kolom(indikator.label, indikator.unit, bantuan=indikator.formula),
        "n_lapor": Kolom(f"{lapor.capitalize()} terhitung"),
        "n_kelompok": Kolom(f"{lapor.capitalize()} seluruhnya"),
    }


def same(deret: pd.DataFrame) -> dict[str, Kolom]:
    """The column of the same groups' line, where a series has one."""
    if "value_sama" not in deret:
        return {}
    bantuan = "Setiap perubahannya hanya dari kelompok yang lapor pada kedua periode."
    return {"value_sama": Kolom("Bila pelapornya tetap sama", bantuan=bantuan)}


def composition() -> dict[str, Kolom]:
    """Columns of the composition of capital over time."""
    return {
        "nama_periode": TEMPAT["nama_periode"],
        **{bagian: Kolom(bagian, "Rp") for bagian in PARTS},
        "Jumlah": Kolom("Jumlah", "Rp"),
        "n_lapor": Kolom("Kelompok terhitung"),
        "n_kelompok": Kolom("Kelompok seluruhnya"),
    }


MOVES = {
    "nama_dari": Kolom("Dari"),
    "nama_ke": Kolom("Ke"),
    "n": Kolom("Kelompok"),
}
STEPS = {
    "wilayah": Kolom("Wilayah"),
    **{k: Kolom(satu.singkat, bantuan=satu.label) for k, satu in langkah().items()},
    "n_lapor": Kolom("Kelompok terhitung"),
    "n_kelompok": Kolom("Kelompok seluruhnya"),
}
RUNGS = {
    "jenjang": Kolom("Jenjang"),
    "value": Kolom("Kelompok"),
    "n_lapor": Kolom("Kelompok terhitung"),
    "n_kelompok": Kolom("Kelompok seluruhnya"),
}
FLOWS = {
    "nama_periode": TEMPAT["nama_periode"],
    "masuk": Kolom("Anggota masuk", "orang"),
    "keluar": Kolom("Anggota keluar", "orang"),
    "n_lapor": Kolom("Kelompok terhitung"),
    "n_kelompok": Kolom("Kelompok seluruhnya"),
}
NEXT = {
    "nama_kelompok": Kolom("Kelompok"),
    "n_selesai": Kolom("Selesai", f"dari {len(langkah())}"),
    "berikut": Kolom("Langkah berikutnya"),
    "kelurahan": Kolom("Kelurahan"),
    "tahap": Kolom("Tahap"),
    "kurang": Kolom("Yang masih kurang"),
}


def nearest(kelompok: pd.DataFrame) -> pd.DataFrame:
    """`indicators.next_steps` in words, without those that have done every step."""
    kelompok = kelompok[kelompok["berikut"].notna()]
    singkat = {kode: satu.singkat for kode, satu in langkah().items()}
    return kelompok.assign(
        kelurahan=[nama_wilayah(k) for k in kelompok["kode_wilayah"]],
        tahap=[label_pilihan("tahap", t) for t in kelompok["tahap"]],
        berikut=[singkat[k] for k in kelompok["berikut"]],
        kurang=[", ".join(singkat[k] for k in kurang) for kurang in kelompok["kurang"]],
    )
