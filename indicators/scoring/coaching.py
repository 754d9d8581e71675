"""Who is under the standard, in what, and what coaching they got since."""

import datetime as dt

import pandas as pd

from indicators.data import Data
from indicators.scoring.judged import BAWAH, Hasil
from reference.tulisan import is_missing

LEMBAR, REGISTER = "lembar penilaian", "daftar tindakan"
BATAL = "batal"


def weakest(hasil: Hasil, peserta: str) -> list[tuple[str, float]]:
    """The aspects in which a participant is under the standard, the worst first.

    Pairs of kode_aspek and score; empty without a standard.
    """
    batas = hasil.lembar.standar
    if batas is None:
        return []
    pakai = [k for k, b in hasil.bobot.items() if b > 0]
    nilai = hasil.jumlah.aspek.loc[peserta, pakai]
    kurang = nilai[nilai < batas].sort_values(kind="stable")
    return [(str(k), float(v)) for k, v in kurang.items()]


def under_standard(hasil: Hasil) -> list[str]:
    """The participants under the standard, by kecamatan, the furthest below first."""
    bawah = hasil.tabel[hasil.tabel["putusan"] == BAWAH].reset_index()
    bawah["kecamatan"] = bawah["peserta"].str[:8]
    return list(bawah.sort_values(["kecamatan", "nilai", "peserta"])["peserta"])


def coaching(data: Data, hasil: Hasil) -> pd.DataFrame:
    """The coaching of each participant, oldest first, undated last.

    One row each: peserta, tanggal, pembinaan (text), status, asal. From the score sheet
    as written, and from the register the actions of that group (or, for a kelurahan, of
    any of its groups) planned or done on or after the day of the competition, without
    those called off.
    """
    lembar = hasil.lembar
    p = data.penilaian_pembinaan
    tulis = p[p["kode_penilaian"] == lembar.kode]
    baris = [
        {"peserta": b.peserta, "tanggal": b.tanggal, "pembinaan": b.pembinaan,
         "status": "", "asal": LEMBAR}
        for b in tulis.itertuples()
    ] + _registered(data, hasil)  # fmt: skip
    kolom = ["peserta", "tanggal", "pembinaan", "status", "asal"]
    hasil_ = pd.DataFrame(baris, columns=kolom)
    hasil_["tanggal"] = pd.to_datetime(hasil_["tanggal"])
    return hasil_.sort_values(["peserta", "tanggal"], kind="stable", ignore_index=True)


def _registered(data: Data, hasil: Hasil) -> list[dict[str, object]]:
    t = data.tindakan
    t = t[t["status"] != BATAL]
    kunci = "kode_wilayah" if hasil.lembar.peserta_dinilai == "kelurahan" else (
        "kode_kelompok"
    )  # fmt: skip
    t = t[t[kunci].isin(hasil.tabel.index)]
    hari = t["tanggal_selesai"].fillna(t["tanggal_rencana"])
    t = t[hari >= pd.Timestamp(hasil.lembar.tanggal)]
    label = _labels(data, hasil.lembar.tanggal)
    return [
        {"peserta": getattr(b, kunci), "tanggal": hari[b.Index], "status": b.status,
         "pembinaan": _words(b.jenis, b.uraian, label), "asal": REGISTER}
        for b in t.itertuples()
    ]  # fmt: skip


def _labels(data: Data, hari: dt.date) -> dict[str, str]:
    return {k: b.label for k, b in data.acuan.pada("paket", hari).items()}


def _words(jenis: str, uraian: object, label: dict[str, str]) -> str:
    if jenis in label:
        return label[jenis]
    return jenis if is_missing(uraian) else str(uraian)
