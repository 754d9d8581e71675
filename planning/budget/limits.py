"""Whether a choice keeps within the limits of its question, by exact arithmetic."""

from collections.abc import Iterable

from planning.budget.problem import Batas, Calon, Masalah, Pilihan
from reference.tulisan import angka, daftar, rupiah
from reference.wilayah import nama_wilayah

LEBIH_HARI = 1e-9


def days(hari: float) -> str:
    """Days as people write them.

    >>> days(40.0), days(2.5)
    ('40 hari', '2,5 hari')
    """
    return f"{angka(hari, 0 if hari == int(hari) else 1)} hari"


def spent(pilihan: Iterable[Pilihan]) -> tuple[int, int, float]:
    """Parts of steps, rupiah and days of a choice."""
    isi = [p.susunan for p in pilihan]
    return (
        sum(s.nilai for s in isi),
        sum(s.biaya_rp for s in isi),
        sum(s.hari for s in isi),
    )


def by_kecamatan(
    masalah: Masalah, pilihan: Iterable[Pilihan]
) -> dict[str, tuple[int, int]]:
    """Groups and rupiah of each kecamatan in a choice."""
    di = {c.kode: c.kecamatan for c in masalah.calon}
    hasil: dict[str, tuple[int, int]] = {}
    for p in pilihan:
        n, rp = hasil.get(di[p.kode], (0, 0))
        hasil[di[p.kode]] = (n + 1, rp + p.susunan.biaya_rp)
    return hasil


def breaches(masalah: Masalah, pilihan: tuple[Pilihan, ...]) -> tuple[str, ...]:
    """Every limit that a choice breaks, as sentences; empty when it keeps all."""
    b = masalah.batas
    _, biaya, hari = spent(pilihan)
    ada = {p.kode for p in pilihan}
    hasil = []
    if biaya > b.pagu_rp:
        hasil.append(f"Biayanya {rupiah(biaya - b.pagu_rp)} di atas pagu.")
    if b.hari is not None and hari > b.hari + LEBIH_HARI:
        hasil.append(f"Hari pendamping {days(hari - b.hari)} di atas batas.")
    hasil += _floors(masalah, pilihan, biaya)
    if kurang := sorted(set(b.wajib) - ada):
        hasil.append(f"{_names(masalah, kurang)} wajib masuk tetapi belum.")
    if lebih := sorted(set(b.jangan) & ada):
        hasil.append(f"{_names(masalah, lebih)} masuk padahal dikecualikan.")
    return tuple(hasil)


def _floors(masalah: Masalah, pilihan: tuple[Pilihan, ...], biaya: int) -> list[str]:
    per = by_kecamatan(masalah, pilihan)
    hasil = []
    for kec, n in masalah.batas.lantai_kelompok:
        dapat = per.get(kec, (0, 0))[0]
        if dapat < n:
            hasil.append(f"{nama_wilayah(kec)} mendapat {dapat} dari {n} kelompok.")
    for kec, persen in masalah.batas.lantai_bagian:
        rp = per.get(kec, (0, 0))[1]
        if 100 * rp < persen * biaya:
            hasil.append(
                f"{nama_wilayah(kec)} mendapat {rupiah(rp)}, kurang dari {persen} % "
                "biaya."
            )
    return hasil


def floors(
    calon: Iterable[Calon], kelompok: int, bagian: int
) -> tuple[tuple[tuple[str, int], ...], tuple[tuple[str, int], ...]]:
    """The same floors for every kecamatan that has groups to help.

    A kecamatan with fewer groups than the floor asks for has its own number as floor.
    """
    n: dict[str, int] = {}
    for c in calon:
        n[c.kecamatan] = n.get(c.kecamatan, 0) + 1
    urut = sorted(n)
    return (
        tuple((k, min(kelompok, n[k])) for k in urut if kelompok > 0),
        tuple((k, bagian) for k in urut if bagian > 0),
    )


def faults(masalah: Masalah) -> tuple[str, ...]:
    """What no plan can mend: the officer's picks that contradict, and the like."""
    b: Batas = masalah.batas
    hasil = []
    if dua := sorted(set(b.wajib) & set(b.jangan)):
        hasil.append(f"{_names(masalah, dua)} dipilih wajib sekaligus dikecualikan.")
    bisa = {c.kode for c in masalah.calon if masalah.options(c.kekurangan)}
    if sia := sorted(set(b.wajib) - bisa):
        hasil.append(
            f"{_names(masalah, sia)} wajib masuk, tetapi tidak ada paket yang menutup "
            "kekurangannya."
        )
    if (jumlah := sum(p for _, p in b.lantai_bagian)) > 100:
        hasil.append(
            f"Bagian biaya paling sedikit semua kecamatan berjumlah {jumlah} %, "
            f"{jumlah - 100} % di atas 100 %."
        )
    return tuple(hasil)


def _names(masalah: Masalah, kode: list[str]) -> str:
    nama = {c.kode: c.nama for c in masalah.calon}
    return daftar([nama.get(k, k) for k in kode], paling_banyak=5)
