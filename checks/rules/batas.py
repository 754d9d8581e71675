"""Rules about the bounds that the vocabulary sets for each number."""

from collections.abc import Iterator
from functools import cache

from checks.aturan import Aturan, Nilai, Pelanggaran
from reference.kosakata import variables
from reference.tulisan import bernilai

MUSTAHIL = 10**15
"""From here on a number is no count and no sum of rupiah, whatever it is."""


@cache
def _bounds(di_bawah: bool) -> tuple[tuple[str, float], ...]:
    """The numbers that have a bound on that side."""
    semua = (v for v in variables().values() if v.type in ("integer", "decimal"))
    batas = ((v.name, v.min if di_bawah else v.max) for v in semua)
    return tuple((nama, n) for nama, n in batas if n is not None)


@cache
def _by_bound(di_bawah: bool) -> tuple[tuple[float, tuple[str, ...]], ...]:
    """The same, all numbers with one bound together."""
    per: dict[float, list[str]] = {}
    for nama, batas in _bounds(di_bawah):
        per.setdefault(batas if di_bawah else min(batas, MUSTAHIL - 1), []).append(nama)
    return tuple((batas, tuple(nama)) for batas, nama in per.items())


def _all_within(nilai: Nilai, *, di_bawah: bool) -> bool:
    """Whether every number is within its bound: a quick look, mostly yes."""
    for batas, nama in _by_bound(di_bawah):
        isi = [v for v in map(nilai.get, nama) if v is not None]
        if isi and (min(isi) < batas if di_bawah else max(isi) > batas):
            return False
    return True


def _below(nilai: Nilai, _lalu: Nilai) -> Iterator[Pelanggaran]:
    if _all_within(nilai, di_bawah=True):
        return
    for nama, batas in _bounds(True):
        ada = nilai.get(nama)
        if ada is not None and ada < batas:
            yield _breach(nama, ada, batas, di_bawah=True)


def _above(nilai: Nilai, _lalu: Nilai) -> Iterator[Pelanggaran]:
    if _all_within(nilai, di_bawah=False):
        return
    for nama, batas in _bounds(False):
        ada = nilai.get(nama)
        if ada is not None and batas < ada < MUSTAHIL:
            yield _breach(nama, ada, batas, di_bawah=False)


def _impossible(nilai: Nilai, _lalu: Nilai) -> Iterator[Pelanggaran]:
    if _all_within(nilai, di_bawah=False):
        return
    for nama, _ in _bounds(False):
        ada = nilai.get(nama)
        if ada is not None and ada >= MUSTAHIL:
            v = variables()[nama]
            yield Pelanggaran(
                nama, f"{len(str(int(ada)))} angka", "paling banyak 15 angka",
                "Periksa banyaknya nol, lalu kirim ulang.",
                f"{v.label} tidak mungkin sebesar itu ({len(str(int(ada)))} angka)",
            )  # fmt: skip


def _breach(nama: str, ada: float, batas: float, *, di_bawah: bool) -> Pelanggaran:
    v = variables()[nama]
    tertulis, harus = bernilai(ada, v.unit), bernilai(batas, v.unit)
    if di_bawah:
        saran = "Tulis angka tanpa minus, atau kosongkan bila belum tahu."
        kalimat = f"{v.label} {tertulis} kurang dari {harus}"
        return Pelanggaran(nama, tertulis, f"paling sedikit {harus}", saran, kalimat)
    saran = "Periksa banyaknya nol; bila memang benar, tulis alasannya."
    kalimat = f"{v.label} {tertulis} lebih dari batas wajar {harus}"
    return Pelanggaran(nama, tertulis, f"paling banyak {harus}", saran, kalimat)


ATURAN = (
    Aturan(
        kode="angka_mustahil",
        tingkat="galat",
        judul="Angka tidak mungkin sebesar itu",
        penjelasan="Angka lebih dari 15 angka panjangnya; mungkin nomor yang salah "
        "kolom.",
        tindakan="Periksa banyaknya nol, lalu kirim ulang.",
        rumus="Nilai kurang dari 1.000.000.000.000.000 (15 angka).",
        jalankan=_impossible,
    ),
    Aturan(
        kode="di_bawah_batas",
        tingkat="galat",
        judul="Angka kurang dari yang mungkin",
        penjelasan="Jumlah orang, kali, usaha, dan uang tidak mungkin kurang dari nol "
        "(kecuali SHU, yang boleh minus).",
        tindakan="Tulis angka tanpa minus, atau kosongkan bila belum tahu.",
        rumus="Nilai tidak kurang dari batas terkecil di Isian formulir.",
        jalankan=_below,
    ),
    Aturan(
        kode="di_atas_batas",
        tingkat="periksa",
        judul="Angka lebih dari batas wajar",
        penjelasan="Angka jauh lebih besar dari yang wajar bagi satu kelompok atau "
        "satu kelurahan; batasnya ada di daftar variabel.",
        tindakan="Periksa banyaknya nol; bila memang benar, tulis alasannya.",
        rumus="Nilai tidak lebih dari batas terbesar di Isian formulir.",
        jalankan=_above,
    ),
)
