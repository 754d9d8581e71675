"""The cells of a column of dates, with what is wrong in them."""

import datetime as dt
from collections.abc import Sequence

from loaders.cells.dates import (
    BUKAN_TANGGAL,
    NOMOR_HARI,
    TAHUN_DUA_ANGKA,
    TANGGAL,
    TANPA_TAHUN,
    TIDAK_BERLAKU,
    TIDAK_LENGKAP,
    HasilTanggal,
    month_first,
    read_date,
)
from loaders.cells.terbaca import KolomTerbaca, Masalah, error
from loaders.formats.grid import ErrorCell
from loaders.record import quote
from reference.tulisan import tanggal

_TERTUA = dt.date(1945, 8, 17)
_TIDAK_LENGKAP = {
    TANPA_TAHUN: "tanggal {} tidak menyebut tahun",
    TAHUN_DUA_ANGKA: "tahun pada tanggal {} hanya dua angka",
}


def read_dates(
    sel: Sequence[object], hasil: KolomTerbaca, *, hari_ini: dt.date
) -> None:
    """Reads the cells of a column of dates into `hasil`.

    Dates are written day first; in a column where one text can only be month first, the
    texts that could be either are asked about.
    """
    bulan_dulu = False
    for urut, isi in enumerate(sel):
        if isi == "":
            hasil.nilai.append(None)
            continue
        if isinstance(isi, dt.date) and _TERTUA <= (hari := _day(isi)) <= hari_ini:
            hasil.nilai.append(hari)
            continue
        if isinstance(isi, ErrorCell):
            hasil.masalah.append(error(urut, isi))
            hasil.nilai.append(None)
            continue
        h = read_date(isi)
        hasil.nilai.append(h.hari)
        if h.keadaan == TIDAK_BERLAKU:
            hasil.tidak_berlaku.append(urut)
        elif masalah := _problem(urut, isi, h, hari_ini):
            hasil.masalah.append(masalah)
        bulan_dulu = bulan_dulu or (h.keadaan == BUKAN_TANGGAL and _is_month_first(isi))
    if bulan_dulu:
        _doubt(sel, hasil)


def _day(isi: dt.date) -> dt.date:
    return isi.date() if isinstance(isi, dt.datetime) else isi


def _is_month_first(isi: object) -> bool:
    return month_first(isi) is not None


def _doubt(sel: Sequence[object], hasil: KolomTerbaca) -> None:
    """Asks about the texts that would be another day with the month first."""
    for urut, isi in enumerate(sel):
        hari, lain = hasil.nilai[urut], month_first(isi)
        if isinstance(hari, dt.date) and lain and lain != hari:
            hasil.nilai[urut] = None
            kalimat = f"{quote(isi)} dapat berarti {tanggal(hari)} atau {tanggal(lain)}"
            saran = f"Tulis nama bulannya, misalnya {tanggal(hari)}."
            masalah = Masalah(urut, "tanggal_rancu", kalimat, "nama bulan", saran)
            hasil.masalah[:] = [m for m in hasil.masalah if m.urut != urut]
            hasil.masalah.append(masalah)


def _problem(
    urut: int, isi: object, h: HasilTanggal, hari_ini: dt.date
) -> Masalah | None:
    if isinstance(isi, float) and isi.is_integer():
        isi = int(isi)
    if h.sebab == NOMOR_HARI and h.dugaan:
        kalimat = f"{quote(isi)} angka, bukan tanggal; mungkin {tanggal(h.dugaan)}"
        saran = f"Bila memang itu, tulis {h.dugaan:%d/%m/%Y}."
        return Masalah(urut, "bukan_tanggal", kalimat, "tanggal", saran)
    if h.keadaan == BUKAN_TANGGAL:
        return Masalah(urut, "bukan_tanggal", f"{quote(isi)} bukan tanggal", "tanggal")
    if h.keadaan == TIDAK_LENGKAP:
        kalimat = _TIDAK_LENGKAP.get(h.sebab, "tanggal {} tidak lengkap")
        harap = "hari, bulan, dan tahun empat angka"
        kalimat = kalimat.format(quote(isi))
        return Masalah(urut, "tanggal_tidak_lengkap", kalimat, harap)
    if h.keadaan == TANGGAL and h.hari and not _TERTUA <= h.hari <= hari_ini:
        apa = "di masa depan" if h.hari > hari_ini else "sebelum tahun 1945"
        kalimat = f"tanggal {tanggal(h.hari)} {apa}"
        harap = f"antara {tanggal(_TERTUA)} dan {tanggal(hari_ini)}"
        return Masalah(urut, "tanggal_janggal", kalimat, harap)
    return None
