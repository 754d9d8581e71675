"""The sentences above figures, that answer their question; knows no widgets."""

from collections.abc import Sequence

import pandas as pd

from charts.flow import kind
from indicators.funnel import ATAS, BAWAH, WAJAR
from indicators.indicator import Indicator
from reference.kosakata import label_pilihan
from reference.periode import Periode
from reference.syarat import langkah
from reference.tulisan import (
    angka,
    bernilai,
    daftar,
    is_missing,
    persen,
    rentang,
    rupiah,
)
from reference.wilayah import nama_wilayah
from reports.kata import Baris as Baris
from reports.kata import doubt as doubt
from reports.kata import reporting as reporting
from ui.teks import plain


def headline(
    indikator: Indicator,
    baris: Baris,
    nama: str,
    periode: Periode,
    keraguan: Baris | None = None,
) -> str:
    """The value of one place in one period, and what it could be (`doubt`)."""
    ragu = "" if keraguan is None else doubt(keraguan, indikator)
    return (
        f"{indikator.label} {nama} pada {periode.label}: "
        f"**{bernilai(baris['value'], indikator.unit)}**, "
        f"{reporting(baris, indikator.satuan_lapor)}{f'; {ragu}' if ragu else ''}."
    )


def standing(berdiri: pd.DataFrame, sumbu: str) -> str:
    """Where groups stand: `54 Pemula, 30 Madya, …`."""
    if berdiri["value"].isna().all():
        return f"Belum ada kelompok yang melaporkan {sumbu}nya."
    isi = [
        f"**{angka(n)}** {label_pilihan(sumbu, str(jenjang))}"
        for jenjang, n in berdiri["value"].items()
    ]
    return f"{daftar(isi)}, {reporting(berdiri.iloc[0])}{_silent(berdiri, sumbu)}."


def _silent(berdiri: pd.DataFrame, sumbu: str) -> str:
    """Where groups would stand if the silent were still where they last were."""
    if "atas" not in berdiri or not (berdiri["atas"] > berdiri["value"]).any():
        return ""
    isi = [
        f"{angka(n)} {label_pilihan(sumbu, str(jenjang))}"
        for jenjang, n in berdiri["atas"].items()
    ]
    return f"; bila sisanya masih seperti laporan terakhirnya: {daftar(isi)}"


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
    """Who may come first, and how many are left out of the order."""
    ada = urut[urut["peringkat"].notna()]
    if ada.empty:
        return f"{indikator.label} pada {periode.label} belum dapat diurutkan."
    arah = "terendah" if indikator.better == "low" else "tertinggi"
    pertama = ada[ada["peringkat"] == 1]
    nama = daftar([nama_wilayah(str(k)) for k in pertama.index], paling_banyak=3)
    kalimat = f"{indikator.label} {arah} pada {periode.label}: **{nama}**"
    if len(pertama) == len(ada) > 1:
        kalimat = f"{indikator.label} pada {periode.label}: semuanya"
    if len(pertama) > 1:
        return (
            f"{kalimat}, tidak berbeda nyata bila sisanya ikut lapor.{_left_out(urut)}"
        )
    nilai = bernilai(pertama["value"].iloc[0], indikator.unit)
    return f"{kalimat}, {nilai}.{_left_out(urut)}"


def judged(urut: pd.DataFrame, label: str, periode: Periode) -> str:
    """Which places really differ from the city, and how many do not."""
    if not (urut["alasan"] == "").any():
        return f"{label} pada {periode.label} belum dapat dinilai.{_left_out(urut)}"
    isi = []
    for putusan in (ATAS, BAWAH):
        kode = urut.index[urut["putusan"] == putusan]
        if len(kode):
            nama = daftar([nama_wilayah(str(k)) for k in kode], paling_banyak=4)
            isi.append(f"**{nama}** {putusan}")
    wajar = int((urut["putusan"] == WAJAR).sum())
    if not isi:
        return (
            f"{label} pada {periode.label}: {wajar} kelurahan **tidak berbeda nyata** "
            "dari kota. Urutannya dapat berubah karena kebetulan saja."
            f"{_left_out(urut)}"
        )
    return (
        f"{label} pada {periode.label}: {daftar(isi)}; {wajar} lainnya tidak berbeda "
        f"nyata dari kota.{_left_out(urut)}"
    )


def _left_out(urut: pd.DataFrame) -> str:
    luar = int((urut["alasan"] != "").sum())
    if not luar:
        return ""
    return f" {luar} wilayah tidak diberi peringkat: laporannya terlalu sedikit."


def flows(
    arus: pd.DataFrame, periode: Periode, masuk: Baris = None, keluar: Baris = None
) -> str:
    """Members who joined and left in the newest period.

    `masuk` and `keluar`: what the two could be, rows of `indicators.doubt.spread`.
    """
    kini = arus.iloc[-1]
    ragu = [
        f"{rentang(r['bawah'], r['atas'], 'orang')} {arah}"
        for arah, r in (("masuk", masuk), ("keluar", keluar))
        if r is not None and r["atas"] > r["bawah"]
    ]
    bila = ""
    if ragu:
        bila = "; bila sisanya melapor antara nol dan laporan terakhirnya: "
    if is_missing(kini["masuk"]) or is_missing(kini["keluar"]):
        return f"Anggota masuk dan keluar pada {periode.label} belum dilaporkan."
    return (
        f"Pada {periode.label} **{angka(kini['masuk'])} orang masuk** dan "
        f"**{angka(kini['keluar'])} orang keluar**, {reporting(kini)}"
        f"{bila}{daftar(ragu)}."
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
