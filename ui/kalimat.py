"""The sentences above figures, that answer their question; knows no widgets."""

from collections.abc import Sequence
from typing import Any, TypeAlias

import pandas as pd

from charts.flow import kind
from indicators.indicator import Indicator
from reference.kosakata import label_pilihan
from reference.periode import Periode
from reference.syarat import langkah
from reference.tulisan import angka, bernilai, daftar, is_missing, persen, rupiah
from reference.wilayah import nama_wilayah
from ui.teks import plain

# a row of `compute` or `series`, by the names of its columns
Baris: TypeAlias = Any


def reporting(baris: Baris, satuan: str = "kelompok") -> str:
    """The reporting rate of a row of `compute`, as it stands beside every number.

    >>> reporting({"n_lapor": 87, "n_kelompok": 112})
    'dilaporkan 87 dari 112 kelompok'
    """
    n, m = angka(baris["n_lapor"]), angka(baris["n_kelompok"])
    return f"dilaporkan {n} dari {m} {satuan}"


def headline(indikator: Indicator, baris: Baris, nama: str, periode: Periode) -> str:
    """The value of one place in one period."""
    return (
        f"{indikator.label} {nama} pada {periode.label}: "
        f"**{bernilai(baris['value'], indikator.unit)}**, "
        f"{reporting(baris, indikator.satuan_lapor)}."
    )


def standing(berdiri: pd.DataFrame, sumbu: str) -> str:
    """Where groups stand: `54 Pemula, 30 Madya, …`."""
    if berdiri["value"].isna().all():
        return f"Belum ada kelompok yang melaporkan {sumbu}nya."
    isi = [
        f"**{angka(n)}** {label_pilihan(sumbu, str(jenjang))}"
        for jenjang, n in berdiri["value"].items()
    ]
    return f"{daftar(isi)}, {reporting(berdiri.iloc[0])}."


def composition(bagian: pd.DataFrame, nama: str) -> str:
    """The largest part of the newest composition."""
    kini = bagian.iloc[-1]
    isi = kini.drop(["n_lapor", "n_kelompok"]).astype("float64")
    if isi.isna().all() or not isi.sum():
        return f"Susunan modal {nama} belum dilaporkan."
    return (
        f"Bagian terbesar modal {nama} adalah **{str(isi.idxmax()).lower()}**: "
        f"{rupiah(isi.max())} ({persen(isi.max() / isi.sum() * 100)}), "
        f"{reporting(kini)}."
    )


def ranking(urut: pd.DataFrame, indikator: Indicator, periode: Periode) -> str:
    """Who comes first, and how many are left out of the order."""
    ada = urut[urut["peringkat"].notna()]
    if ada.empty:
        return f"{indikator.label} pada {periode.label} belum dapat diurutkan."
    arah = "terendah" if indikator.better == "low" else "tertinggi"
    pertama = ada[ada["peringkat"] == ada["peringkat"].min()]
    nama = daftar([nama_wilayah(str(k)) for k in pertama.index], paling_banyak=3)
    kalimat = (
        f"{indikator.label} {arah} pada {periode.label}: **{nama}**, "
        f"{bernilai(pertama['value'].iloc[0], indikator.unit)}."
    )
    if luar := len(urut) - len(ada):
        kalimat += (
            f" {luar} wilayah tidak diberi peringkat: laporannya terlalu sedikit."
        )
    return kalimat


def flows(arus: pd.DataFrame, periode: Periode) -> str:
    """Members who joined and left in the newest period."""
    kini = arus.iloc[-1]
    if is_missing(kini["masuk"]) or is_missing(kini["keluar"]):
        return f"Anggota masuk dan keluar pada {periode.label} belum dilaporkan."
    return (
        f"Pada {periode.label} **{angka(kini['masuk'])} orang masuk** dan "
        f"**{angka(kini['keluar'])} orang keluar**, {reporting(kini)}."
    )


def moves(pindah: pd.DataFrame, tangga: Sequence[str]) -> str:
    """How many groups rose, stayed and fell."""
    jumlah = dict.fromkeys(("Naik", "Tetap", "Turun", "Lainnya"), 0)
    for m in pindah.itertuples():
        jumlah[kind(str(m.dari), str(m.ke), tangga)] += int(str(m.n))
    kalimat = (
        f"**{jumlah['Naik']} kelompok naik**, {jumlah['Tetap']} tetap, dan "
        f"**{jumlah['Turun']} turun**."
    )
    if jumlah["Lainnya"]:
        kalimat += (
            f" {jumlah['Lainnya']} lainnya baru berdiri, tutup, atau tidak lapor pada "
            "salah satu periode."
        )
    return kalimat


def steps(selesai: pd.DataFrame) -> str:
    """Which step most groups have done, and which the fewest."""
    jumlah = selesai[list(langkah())].sum(min_count=1).dropna()
    if jumlah.empty:
        return "Belum ada kelompok yang melaporkan langkahnya."
    atas, bawah = str(jumlah.idxmax()), str(jumlah.idxmin())
    return (
        f"Paling banyak selesai: **{langkah()[atas].singkat}** "
        f"({angka(jumlah[atas])} kelompok). Paling sedikit: "
        f"**{langkah()[bawah].singkat}** ({angka(jumlah[bawah])} kelompok), "
        f"{reporting(selesai[['n_lapor', 'n_kelompok']].sum())}."
    )


def nearest(kelompok: pd.DataFrame) -> str:
    """The group that has done the most steps without having done all."""
    belum = kelompok[kelompok["berikut"].notna() & kelompok["n_selesai"].notna()]
    tuntas = int(kelompok["berikut"].isna().sum())
    awal = f"{tuntas} kelompok sudah menyelesaikan semua langkah. " if tuntas else ""
    if belum.empty:
        return awal or "Belum ada kelompok yang melaporkan langkahnya."
    satu = belum.iloc[0]
    nama = plain(satu["nama_kelompok"])
    return (
        f"{awal}**{nama}** ({nama_wilayah(satu['kode_wilayah'])}) "
        f"sudah menyelesaikan {angka(satu['n_selesai'])} dari {satu['n_langkah']} "
        f"langkah; berikutnya: {langkah()[satu['berikut']].label.lower()}."
    )
