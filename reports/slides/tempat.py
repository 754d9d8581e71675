"""One place beside the others: a kelurahan by its kecamatan and the city."""

from indicators.places import places
from indicators.profile import around
from reference.tulisan import bernilai, daftar
from reference.wilayah import nama_wilayah
from reports.blocks import known, sentences
from reports.context import Konteks
from reports.kata import reporting
from reports.slide import Slide, Tabel

ID = "tempat"
JUDUL = "Berdampingan"
URUTAN = 70
AUDIENS = ("pimpinan", "kelurahan")
UKURAN = (
    "tingkat_pelaporan_pct", "modal_per_anggota", "pertumbuhan_modal_pct",
    "kehadiran_pct", "nilai_buku_pct", "rasio_tunggakan_pct",
)  # fmt: skip
"""Shares and means alone: a sum would only tell who has more groups."""
DI_KOTA = UKURAN[:2] + UKURAN[3:4] + UKURAN[5:]


def make(konteks: Konteks, audiens: str) -> Slide | None:  # noqa: ARG001
    """The place beside those it lies in; the city by its five kecamatan."""
    if not known(konteks):
        return None
    kota = konteks.tingkat == "kota"
    judul = "Lima kecamatan berdampingan" if kota else f"{konteks.nama} di tengah kota"
    lapor = reporting(konteks.value("tingkat_pelaporan_pct"))
    return Slide(
        id=ID,
        judul=judul,
        kalimat=_sentence(konteks),
        isi=(_kecamatan(konteks) if kota else _around(konteks),),
        catatan=sentences(
            _sentence(konteks),
            f"Angka {konteks.nama} {lapor}.",
            "Yang kami sandingkan hanya bagian dan rata-rata, sehingga tempat dengan "
            "sedikit kelompok tetap setara.",
            "Ini bukan peringkat; perbedaan kecil dapat terjadi karena kebetulan atau "
            "karena siapa yang belum lapor.",
        ),
    )


def _sentence(konteks: Konteks) -> str:
    """The mean capital of the place, and of what it lies in."""
    if konteks.tingkat == "kota":
        i = konteks.indicator("tingkat_pelaporan_pct")
        baris = konteks.values(i.id, "kecamatan")["value"].dropna()
        isi = [f"{_short(str(k))} {bernilai(v, '%')}" for k, v in baris.items()]
        return f"Kelompok yang melapor: {daftar(isi)}."
    i = konteks.indicator("modal_per_anggota")
    kata = [
        f"{nama_wilayah(kode)} {bernilai(_value(konteks, i.id, by, kode), i.unit)}"
        for by, kode in around(konteks.wilayah).items()
    ]
    return f"{i.label}: {daftar(kata)}."


def _around(konteks: Konteks) -> Tabel:
    sekitar = around(konteks.wilayah)
    return Tabel(
        judul=konteks.periode.label,
        kepala=("", *(nama_wilayah(kode) for kode in sekitar.values())),
        baris=tuple(
            (
                konteks.indicator(u).label,
                *(_words(konteks, u, by, kode) for by, kode in sekitar.items()),
            )
            for u in UKURAN
        ),
        sumber="Setiap angka hanya dari kelompok yang melaporkannya.",
    )


def _kecamatan(konteks: Konteks) -> Tabel:
    return Tabel(
        judul=konteks.periode.label,
        kepala=("Kecamatan", *(konteks.indicator(u).label for u in DI_KOTA)),
        baris=tuple(
            (_short(k), *(_words(konteks, u, "kecamatan", k) for u in DI_KOTA))
            for k in places("kecamatan")
        ),
        sumber="Urut menurut kode, bukan peringkat.",
    )


def _value(konteks: Konteks, ukuran: str, by: str, kode: str) -> float:
    return float(konteks.values(ukuran, by).at[kode, "value"])


def _words(konteks: Konteks, ukuran: str, by: str, kode: str) -> str:
    return bernilai(_value(konteks, ukuran, by, kode), konteks.indicator(ukuran).unit)


def _short(kode: str) -> str:
    return nama_wilayah(kode).removeprefix("Kecamatan ")
