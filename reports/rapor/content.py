"""What a report on paper says of one kelurahan, as records of words.

Only the kelurahan's own figures, beside its kecamatan's and the city's.
"""

from dataclasses import dataclass

import pandas as pd

from indicators.privacy import hidden_places
from indicators.profile import around
from indicators.sentences import sentences
from reference.tulisan import angka, bernilai, is_missing
from reference.wilayah import nama_wilayah
from reports.blocks import hidden, known, line, unknown
from reports.context import Konteks
from reports.kata import signed
from reports.rapor.advice import deadline, next_things, well_done
from reports.rapor.groups import KOSONG, BarisKelompok, groups, newest_before
from reports.slide import Grafik

UKURAN = (
    "tingkat_pelaporan_pct", "modal_up2k", "modal_per_anggota", "anggota",
    "kehadiran_pct", "rasio_tunggakan_pct", "nilai_buku_pct",
)  # fmt: skip
_KALIMAT = 2


@dataclass(frozen=True, slots=True)
class BarisUkuran:
    """One indicator in words: here, its change, the kecamatan, the city, reporting."""

    label: str
    sini: str
    perubahan: str
    kecamatan: str
    kota: str
    lapor: str


@dataclass(frozen=True, slots=True)
class Rapor:
    """The report of one kelurahan; `alasan` says why there are no figures ("" if so).

    `terakhir` is then its newest report. `kabar` are the sentences of the place, of
    which `kabar_pendek` is the first. `baik` is what went well, `berikut` the next two
    things. Only as many of `kelompok` are shown as there is room for.
    """

    nama: str
    kecamatan: str
    periode: str
    pembanding: str
    alasan: str
    terakhir: str
    kabar: str
    kabar_pendek: str
    ukuran: tuple[BarisUkuran, ...]
    kelompok: tuple[BarisKelompok, ...]
    baik: tuple[str, ...]
    berikut: tuple[str, ...]
    tenggat: str
    grafik: Grafik | None
    cap: str
    contoh: bool


def report(konteks: Konteks) -> Rapor:
    """The report of the kelurahan of a context; ValueError for any other place.

    Remembered: page, picture and text are made from the same one.
    """
    k = konteks
    if k.tingkat != "kelurahan":
        raise ValueError(f"{k.nama} bukan kelurahan.")
    kunci = (k.periode, k.pembanding, k.wilayah, k.hari, k.contoh, k.siapa)
    return k.data.kept(("rapor", *kunci), lambda: _report(k))


def _report(konteks: Konteks) -> Rapor:
    ada = known(konteks)
    kabar = _news(konteks) if ada else []
    return Rapor(
        nama=nama_wilayah(konteks.wilayah),
        kecamatan=nama_wilayah(konteks.wilayah[:8]),
        periode=konteks.periode.label,
        pembanding=konteks.pembanding.label,
        alasan="" if ada else unknown(konteks),
        terakhir="" if ada or hidden(konteks) else _last_report(konteks),
        kabar=" ".join(kabar),
        kabar_pendek=kabar[0] if kabar else "",
        ukuran=tuple(_measure(konteks, u) for u in UKURAN) if ada else (),
        kelompok=() if hidden(konteks) else groups(konteks),
        baik=well_done(konteks),
        berikut=next_things(konteks),
        tenggat=deadline(konteks),
        grafik=line(konteks, "modal_up2k", "Modal UP2K") if ada else None,
        cap=konteks.cap.kalimat,
        contoh=konteks.contoh,
    )


def _news(konteks: Konteks) -> list[str]:
    """The first sentences of the place; no change that the role may not see."""
    k = konteks
    tutup = k.wilayah in hidden_places(k.data, k.pembanding, k.siapa)
    kata = sentences(k.data, k.periode, k.pembanding, k.hari, k.wilayah)
    ada = [s.teks for s in kata if not (tutup and any(d.pembanding for d in s.dasar))]
    return ada[:_KALIMAT]


def _last_report(konteks: Konteks) -> str:
    """The period of the place's newest report before this one, in words."""
    lalu = newest_before(konteks, konteks.wilayah)
    if lalu is None:
        return "Belum pernah ada laporan yang diterima."
    return f"Laporan terakhir yang diterima: {lalu.label}."


def _measure(konteks: Konteks, indikator: str) -> BarisUkuran:
    i = konteks.indicator(indikator)
    nilai = _values(konteks, indikator)
    sini = nilai["kelurahan"].loc[konteks.wilayah]
    beda = _changes(konteks, indikator).loc[konteks.wilayah]
    ubah = beda["selisih_sama"] if i.needs_report else beda["selisih"]
    lain = {
        by: bernilai(nilai[by].loc[kode, "value"], i.unit)
        for by, kode in around(konteks.wilayah).items()
    }
    return BarisUkuran(
        label=i.label,
        sini=bernilai(sini["value"], i.unit),
        perubahan=KOSONG if is_missing(ubah) else _changed(ubah, i.unit),
        kecamatan=lain["kecamatan"],
        kota=lain["kota"],
        lapor=f"{angka(sini['n_lapor'])} dari {angka(sini['n_kelompok'])}",
    )


def _values(konteks: Konteks, indikator: str) -> dict[str, pd.DataFrame]:
    """`Konteks.values` by level, made once for all kelurahan."""
    k = konteks

    def make() -> dict[str, pd.DataFrame]:
        return {by: k.values(indikator, by) for by in around(k.wilayah)}

    return k.data.kept(("rapor nilai", indikator, k.periode, k.siapa), make)


def _changes(konteks: Konteks, indikator: str) -> pd.DataFrame:
    """`Konteks.change`, made once for all kelurahan."""
    k = konteks
    kunci = ("rapor ubah", indikator, k.periode, k.pembanding, k.siapa)
    return k.data.kept(kunci, lambda: k.change(indikator))


def _changed(beda: float, satuan: str) -> str:
    return "tetap" if round(beda, 1) == 0 else signed(beda, satuan)
