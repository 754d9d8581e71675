"""Which forms arrive when: on time, late, corrected, or never."""

import datetime as dt
import io
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.template.write import write_template
from reference.wilayah import kelurahan
from sample.acak import Acak
from sample.cacat import CACAT, Cacat, plant
from sample.cerita import history
from sample.formulir import Codes, fill, is_coached
from sample.kebiasaan import type_as_office
from sample.kota import JUMLAH_PERIODE, KURANG_2023, groups, periods

# One office stopped reporting; two more have not yet reported the last quarter.
_BERHENTI = {"35.74.02.1003": JUMLAH_PERIODE - 2}
_BELUM_TERAKHIR = ("35.74.01.1009", "35.74.03.1010")
_PELUANG_TIDAK_LAPOR = 0.06
_PELUANG_TIDAK_LAPOR_KURANG = 0.2
_PALING_LAMBAT_HARI = 48
_PALING_LAMBAT_TERAKHIR_HARI = 30


@dataclass(frozen=True, slots=True)
class KirimanContoh:
    """One form on its way: from where, for which quarter, arriving when, with what."""

    kode_wilayah: str
    t: int
    diterima: dt.date
    nama_berkas: str
    cacat: tuple[Cacat, ...] = ()


def is_missing(kode: str, t: int) -> bool:
    """Whether a kelurahan sends nothing for a quarter."""
    berhenti = _BERHENTI.get(kode, JUMLAH_PERIODE)
    if t >= berhenti:
        return True
    if t == JUMLAH_PERIODE - 1:
        return kode in _BELUM_TERAKHIR
    ada_cacat = any((c.kode_wilayah, c.t) == (kode, t) for c in CACAT)
    if t in (0, berhenti - 1) or ada_cacat:
        return False
    kurang = kode in KURANG_2023 and not is_coached(kode, t)
    peluang = _PELUANG_TIDAK_LAPOR_KURANG if kurang else _PELUANG_TIDAK_LAPOR
    return Acak("lapor", kode, t).mungkin(peluang)


def _received(kode: str, t: int) -> dt.date:
    periode, acak = periods()[t], Acak("terima", kode, t)
    kurang = kode in KURANG_2023 and not is_coached(kode, t)
    akhir = t == JUMLAH_PERIODE - 1
    terlambat = _PALING_LAMBAT_TERAKHIR_HARI if akhir else _PALING_LAMBAT_HARI
    batas = (periode.deadline - periode.end).days
    if acak.mungkin(0.45 if kurang else 0.8):
        return periode.end + dt.timedelta(days=acak.bulat(2, batas))
    return periode.end + dt.timedelta(days=acak.bulat(batas + 1, terlambat))


def _file_name(kode: str, t: int, akhiran: str = "") -> str:
    periode, nama = periods()[t], kelurahan()[kode].nama
    gaya = Acak("nama berkas", kode).bulat(0, 3)
    tw = f"TW{periode.nomor}"
    dasar = (
        f"Formulir UP2K {periode} {nama}",
        f"Formulir UP2K {periode} {nama}",
        f"UP2K_{nama.upper().replace(' ', '_')}_{tw}_{periode.tahun}",
        f"laporan up2k {nama.lower()} {tw.lower()} {periode.tahun}",
    )[gaya]
    return f"{dasar}{akhiran}.xlsx"


def _from(kode: str, t: int) -> Iterator[KirimanContoh]:
    ada = [c for c in CACAT if (c.kode_wilayah, c.t) == (kode, t)]
    hari = _received(kode, t)
    awal = tuple(c for c in ada if not c.susulan)
    yield KirimanContoh(kode, t, hari, _file_name(kode, t), awal)
    for c in ada:
        if c.diperbaiki_hari is not None:
            lagi = hari + dt.timedelta(days=c.diperbaiki_hari)
            akhiran = " (susulan)" if c.susulan else " (perbaikan)"
            susulan = (c,) if c.susulan else ()
            yield KirimanContoh(kode, t, lagi, _file_name(kode, t, akhiran), susulan)


def schedule(
    t: int, kode_wilayah: tuple[str, ...] | None = None
) -> list[KirimanContoh]:
    """The forms of a quarter in the order of their arrival, corrections included."""
    semua = [
        satu
        for kode in kode_wilayah or kelurahan()
        if not is_missing(kode, t)
        for satu in _from(kode, t)
    ]
    return sorted(semua, key=lambda k: (k.diterima, k.kode_wilayah, k.nama_berkas))


def render(kiriman: KirimanContoh, codes: Codes) -> bytes:
    """The workbook that arrives: filled in, with mistakes, as this office types."""
    kode, t = kiriman.kode_wilayah, kiriman.t
    isian = fill(kode, t, codes)
    for c in kiriman.cacat:
        k = groups(kode)[c.urut - 1]
        isian = plant(isian, c, k.nama, history(k).get(t - 1, {}))
    isian = type_as_office(isian, kode, t)
    isi = io.BytesIO()
    write_template(isi, kode, periods()[t], contoh=True, isian=isian)
    return isi.getvalue()
