"""The rows of a competition in words, for its page and its downloads; pure."""

import pandas as pd

from charts import outcome
from charts.outcome import Golongan
from indicators.data import Data
from indicators.scoring import Hasil, judge, name
from indicators.scoring.judged import (
    BAWAH,
    BELUM,
    MEMENUHI,
    PEMENANG,
    PESERTA,
    SERI_BATAS,
    TERPISAH,
)
from indicators.scoring.weights import tried
from reference.tulisan import angka, daftar, is_missing
from reference.wilayah import nama_wilayah
from reports.exports import Kolom

KATA = {
    PEMENANG: "★ Pemenang",
    SERI_BATAS: "≈ Seri di batas pemenang",
    TERPISAH: "? Jurinya tidak terhubung",
    MEMENUHI: "Memenuhi standar",
    PESERTA: "Peserta",
    BAWAH: "▼ Di bawah standar",
    BELUM: "… Belum lengkap",
}
TIDAK_IKUT = "Tidak dinilai"
_WARNA = {
    PEMENANG: outcome.UNGGUL, SERI_BATAS: outcome.RAGU, TERPISAH: outcome.RAGU,
    MEMENUHI: outcome.BIASA, PESERTA: outcome.BIASA, BAWAH: outcome.KURANG,
    BELUM: (outcome.TANPA[0], "."),
}  # fmt: skip
HASIL = {
    "urutan": Kolom(
        "Peringkat", bantuan="Yang nilainya sama berbagi peringkat: 1, 2, 2, 4."
    ),
    "nama_peserta": Kolom("Peserta", lebar=150),
    "nama_arena": Kolom("Diurutkan di"),
    "nilai": Kolom(
        "Nilai akhir", desimal=2,
        bantuan="Rata-rata nilai juri tiap aspek, ditimbang dengan bobotnya.",
    ),
    "nama_putusan": Kolom("Hasil", lebar=170),
    "rentang": Kolom(
        "Peringkat yang mungkin",
        bantuan="Sejauh perbedaan juri memungkinkan; peserta yang rentangnya bertemu "
        "tidak berbeda nyata.",
    ),
    "beda_juri": Kolom(
        "Beda juri", "poin", desimal=2,
        bantuan="Selisih juri yang memberi paling tinggi dan paling rendah.",
    ),
    "catatan": Kolom("Catatan", lebar=200),
}  # fmt: skip
SETARA = {
    "setara": Kolom(
        "Nilai setara", desimal=2,
        bantuan="Seandainya semua juri menilai semua peserta; dipakai mengurutkan.",
    )
}  # fmt: skip


def rows(data: Data, kode: str) -> pd.DataFrame:
    """The participants with their rank, verdict and remarks in words."""
    hasil = judge(data, kode)
    t = hasil.tabel
    return t.assign(
        nama_peserta=[name(data, str(p)) for p in t.index],
        nama_arena=[_arena(a) for a in t["arena"]],
        urutan=[
            _rank(p, seri) for p, seri in zip(t["peringkat"], t["seri"], strict=True)
        ],
        rentang=[
            _range(a, b) for a, b in zip(t["mulai"], t["sampai"], strict=True)
        ],
        nama_putusan=[
            KATA[p] + (" (sementara)" if p == PEMENANG and s else "")
            for p, s in zip(t["putusan"], t["sementara"], strict=True)
        ],
        catatan=[_remark(hasil, str(p)) for p in t.index],
    )  # fmt: skip


def columns(tabel: pd.DataFrame) -> dict[str, Kolom]:
    """The columns worth showing: comparable totals only where juries were unlike."""
    if tabel["juri_sama"].all():
        return HASIL
    kepala = {k: HASIL[k] for k in ("urutan", "nama_peserta", "nama_arena", "nilai")}
    return kepala | SETARA | HASIL


def compared(
    data: Data, kode: str, bobot: tuple[tuple[str, float], ...]
) -> pd.DataFrame:
    """The participants under other weights beside the sheet's own, in words."""
    t = tried(data, kode, bobot)
    return t.assign(
        nama_peserta=[name(data, str(p)) for p in t.index],
        nama_arena=[_arena(a) for a in t["arena"]],
        nama_putusan=t["putusan"].map(KATA),
        nama_putusan_coba=t["putusan_coba"].map(KATA),
        berubah=t["putusan"] != t["putusan_coba"],
    )


def classes(tabel: pd.DataFrame) -> list[Golongan]:
    """The classes of the map that occur, and last who was not scored."""
    ada = [k for k in KATA if (tabel["putusan"] == k).any()]
    isi = [Golongan(without_mark(KATA[k]), *_WARNA[k]) for k in ada]
    return [*isi, Golongan(TIDAK_IKUT, *outcome.TANPA)]


def on_map(tabel: pd.DataFrame) -> pd.DataFrame:
    """The class and the tooltip of each kelurahan that was scored."""
    return pd.DataFrame(
        {
            "golongan": [without_mark(KATA[p]) for p in tabel["putusan"]],
            "tip": [
                f"{b.nama_putusan}<br>nilai {score(b.nilai)}"
                + (f"<br>peringkat {b.urutan}" if b.urutan else "")
                for b in tabel.itertuples()
            ],
        },
        index=tabel.index,
    )


def without_mark(kata: str) -> str:
    """A verdict without the sign before it.

    >>> without_mark("★ Pemenang"), without_mark("Peserta")
    ('Pemenang', 'Peserta')
    """
    return kata.partition(" ")[2] if not kata[0].isalpha() else kata


def _arena(kode: str) -> str:
    return nama_wilayah(kode).removeprefix("Kecamatan ")


def score(nilai: float) -> str:
    """A total as it is shown."""
    return "belum lengkap" if is_missing(nilai) else angka(nilai, 2)


def _rank(peringkat: int, seri: bool) -> str:
    if is_missing(peringkat):
        return ""
    return f"{peringkat} (seri)" if seri else f"{peringkat}"


def _range(mulai: int, sampai: int) -> str:
    if is_missing(mulai):
        return ""
    return f"{mulai}" if mulai == sampai else f"{mulai}–{sampai}"


def _remark(hasil: Hasil, peserta: str) -> str:
    b = hasil.tabel.loc[peserta]
    if b["kurang"]:
        nama = [hasil.lembar.aspek.loc[k, "nama_aspek"] for k in b["kurang"]]
        return f"Belum dinilai: {daftar(nama)}."
    banyak = len(hasil.lembar.juri)
    if not b["juri_sama"] and b["n_juri"] < banyak:
        milik = hasil.lembar.nilai["peserta"] == peserta
        juri = sorted(hasil.lembar.nilai.loc[milik, "juri"].unique())
        return f"Dinilai {daftar(juri)} saja."
    return ""
