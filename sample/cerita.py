"""What a group is called in each quarter: its level, stage, steps, books and status."""

import datetime as dt
import math
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from loaders.template.isian import Langkah, Nilai
from reference.kosakata import ASET, BUKU
from reference.syarat import langkah
from sample.acak import Acak
from sample.kota import KelompokContoh, periods
from sample.perjalanan import journey
from sample.tabiat import behaviour, is_dormant

Riwayat = Mapping[int, Mapping[str, int | float]]

_NAIK_PER_TRIWULAN = {
    "bintang": 0.015, "tumbuh": 0.02, "stabil": 0.008, "jalan_di_tempat": 0.0,
    "lesu": -0.012, "nonaktif": 0.0,
}  # fmt: skip
_NAIK_SESUDAH_DIBINA = 0.05
_SULIT = {
    "buku_anggota": 0.05, "buku_kas": 0.1, "buku_simpanan": 0.16, "buku_pinjaman": 0.2,
    "buku_notulen": 0.3, "buku_inventaris": 0.42, "buku_kegiatan": 0.48,
    "buku_tamu": 0.56,
}  # fmt: skip
_BATAS_TINGKAT = {"mandiri": 0.86, "utama": 0.68, "madya": 0.42, "pemula": -1.0}
_TRIWULAN_KKMP = 7  # 2025-T3: every kelurahan has a Koperasi Kelurahan Merah Putih
_SOSIALISASI = dt.date(2022, 9, 20)
_PALING_LAMA = 12  # later than any quarter
_TRIWULAN_PER_LANGKAH = 2


@cache
def history(k: KelompokContoh) -> Riwayat:
    """All quarters of a group at once, by number."""
    return MappingProxyType(dict(journey(k)))


def order(k: KelompokContoh, t: int) -> float:
    """How orderly a group's administration is, 0 to 1."""
    s = k.tertib
    for i in range(k.mulai, t + 1):
        s += _NAIK_PER_TRIWULAN[behaviour(k, i)]
        if k.membaik_sejak is not None and i >= k.membaik_sejak:
            s += _NAIK_SESUDAH_DIBINA
    return max(0.0, min(1.0, s))


def books(k: KelompokContoh, t: int) -> dict[str, Nilai]:
    """The eight books, each 0, 1 or 2."""
    acak, s = Acak(k.kunci, "buku"), order(k, t)
    hasil: dict[str, Nilai] = {}
    for nama in BUKU:
        sulit = _SULIT[nama] + acak.antara(-0.08, 0.08)
        hasil[nama] = 2 if s > sulit + 0.3 else 1 if s > sulit else 0
    return hasil


def level(k: KelompokContoh, t: int) -> str:
    """The official level, assessed every half-year: order and assets together."""
    saat = max(k.mulai, t - t % 2)
    aset = sum(history(k)[saat][n] for n in ASET)
    besar = max(0.0, min(1.0, math.log10(max(aset, 1) / 700_000) / 1.9))
    nilai = 0.55 * order(k, saat) + 0.45 * besar - 0.12 * is_dormant(k, saat)
    return next(n for n, batas in _BATAS_TINGKAT.items() if nilai >= batas)


@cache
def _pra_koperasi_sejak(k: KelompokContoh) -> int:
    """The quarter from which a group calls itself pra-koperasi (may be before 0)."""
    acak = Acak(k.kunci, "tahap")
    if k.koperasi_sejak is not None:
        return k.koperasi_sejak - 5
    if k.watak == "tumbuh" and acak.mungkin(0.5):
        return max(k.mulai, acak.bulat(-4, 13))
    if k.watak == "stabil" and acak.mungkin(0.1):
        return acak.bulat(-3, 12)
    return _PALING_LAMA


def stage(k: KelompokContoh, t: int) -> str:
    """UP2K, pra-koperasi or koperasi."""
    if k.koperasi_sejak is not None and t >= k.koperasi_sejak:
        return "koperasi"
    return "pra_koperasi" if t >= _pra_koperasi_sejak(k) else "up2k"


def route(k: KelompokContoh, t: int) -> str | None:
    """The way to a koperasi that a group has chosen, if it has."""
    acak = Acak(k.kunci, "jalur")
    if k.koperasi_sejak is not None:
        return "kopwan" if k.koperasi_sejak < 0 else "koperasi_sendiri"
    if stage(k, t) == "pra_koperasi":
        awal = acak.pilih(("kopwan", "kopwan", "usp"))
        return "kkmp" if t >= _TRIWULAN_KKMP and acak.mungkin(0.6) else awal
    pilihan = acak.timbang({"kkmp": 0.35, "tetap_up2k": 0.4, "gabung": 0.05, "": 0.2})
    return pilihan or None if t >= _TRIWULAN_KKMP else None


def _day_in(t: int, acak: Acak) -> dt.date:
    """A working day in a quarter, or long ago for one before the first."""
    if t < 0:
        return dt.date(2019, 1, 10) + dt.timedelta(days=acak.bulat(0, 1200))
    return periods()[t].start + dt.timedelta(days=acak.bulat(10, 70))


@cache
def _steps_done(k: KelompokContoh) -> Mapping[str, int]:
    """In which quarter each step is finished; a large number is never."""
    acak = Acak(k.kunci, "langkah")
    kode = list(langkah())
    selesai = dict.fromkeys(kode, _PALING_LAMA + 9)
    if k.anggota >= 9 and k.tertib > 0.3:
        selesai["calon_pendiri"] = -1
    if acak.mungkin(0.55):
        selesai["penyuluhan"] = -1
    elif k.membaik_sejak is not None:
        selesai["penyuluhan"] = k.membaik_sejak + acak.bulat(0, 2)
    if k.koperasi_sejak is not None:
        akhir = k.koperasi_sejak
        return {n: akhir - 7 + i + (akhir < 0) * -9 for i, n in enumerate(kode)}
    mulai = _pra_koperasi_sejak(k)
    if mulai < _PALING_LAMA:
        jeda = acak.bulat(_TRIWULAN_PER_LANGKAH, _TRIWULAN_PER_LANGKAH + 2)
        batas = kode.index("akta_notaris")
        selesai |= {n: mulai + i * jeda for i, n in enumerate(kode[:batas])}
    return selesai


def _document(kode: str, hari: dt.date, acak: Acak) -> str:
    awal = {"penyuluhan": "UND", "rapat_pendirian": "BA", "akta_notaris": "AKTA",
            "badan_hukum": "AHU", "nib": "NIB", "rat": "RAT"}  # fmt: skip
    if kode not in awal:
        return ""
    return f"{awal[kode]}-{acak.bulat(1, 90):02d}/{hari.year}"


def steps(k: KelompokContoh, t: int) -> dict[str, Langkah]:
    """Every step with its status; finished ones with date and document number."""
    hasil: dict[str, Langkah] = {}
    for kode, kapan in _steps_done(k).items():
        acak = Acak(k.kunci, "dokumen", kode)
        if kapan <= t:
            hari = _day_in(kapan, acak)
            if kode == "penyuluhan" and kapan < 0 and k.koperasi_sejak is None:
                hari = _SOSIALISASI
            hari = max(hari, k.tanggal_berdiri)
            hasil[kode] = ("selesai", hari, _document(kode, hari, acak))
        elif kapan - _TRIWULAN_PER_LANGKAH < t:
            hasil[kode] = ("proses", None, "")
        else:
            hasil[kode] = ("belum", None, "")
    return hasil


def identity(k: KelompokContoh, t: int) -> dict[str, Nilai]:
    """What the sheet Kelompok says about a group, numbers aside."""
    return {
        "rw": k.rw,
        "tanggal_berdiri": k.tanggal_berdiri,
        "bidang_usaha": k.bidang_usaha,
        "status": "nonaktif" if is_dormant(k, t) else "aktif",
        "tingkat": level(k, t),
        "tahap": stage(k, t),
        "jalur": route(k, t),
    }


def values(k: KelompokContoh, t: int) -> dict[str, Nilai]:
    """Everything that a group reports in a quarter."""
    return {**identity(k, t), **history(k)[t], **books(k, t)}
