"""What the best plan changed against the plain ranking, and why, in sentences."""

from dataclasses import dataclass

from planning.budget.limits import days
from planning.budget.plain import Urutan, per_rupiah
from planning.budget.problem import Calon, Masalah, Susunan
from planning.budget.solve import Rencana
from reference.tulisan import angka, rupiah
from reference.wilayah import nama_wilayah

SEBUT = 8
_PADAT = 0.05


@dataclass(frozen=True, slots=True)
class Ubahan:
    """One difference: a group (and what it gets) in place of another.

    `masuk` or `keluar` is None where the plan only adds or only leaves out; for the
    same group with other packages both name it.
    """

    masuk: tuple[Calon, Susunan] | None
    keluar: tuple[Calon, Susunan] | None
    kalimat: str


@dataclass(frozen=True, slots=True)
class Banding:
    """The headline, every difference, and how many groups both choose alike."""

    judul: str
    ubahan: tuple[Ubahan, ...]
    n_sama: int


def compare(masalah: Masalah, rencana: Rencana, urutan: Urutan) -> Banding:
    """The best plan beside the plain one; sentences quote only their own numbers."""
    calon = {c.kode: c for c in masalah.calon}
    kami = {p.kode: p.susunan for p in rencana.pilihan}
    biasa = {p.kode: p.susunan for p in urutan.rencana.pilihan}
    sama = [k for k in kami if k in biasa and biasa[k].paket == kami[k].paket]
    ganti = [k for k in kami if k in biasa and k not in sama]
    ubahan = [
        _change(masalah, rencana, (calon[k], kami[k]), (calon[k], biasa[k]))
        for k in sorted(ganti)
    ]
    masuk = [(calon[k], s) for k, s in kami.items() if k not in biasa]
    keluar = [(calon[k], s) for k, s in biasa.items() if k not in kami]
    for a, b in _pairs(masuk, keluar):
        ubahan.append(_change(masalah, rencana, a, b))
    return Banding(_headline(rencana, urutan), tuple(ubahan), len(sama))


def _headline(rencana: Rencana, urutan: Urutan) -> str:
    biasa = urutan.rencana
    langkah = (rencana.nilai - biasa.nilai) / 10_000
    biaya = rencana.biaya_rp - biasa.biaya_rp
    if rencana.pilihan == biasa.pilihan:
        kata = "Rencana ini sama dengan urutan sederhana."
    elif rencana.nilai == biasa.nilai and not biaya:
        kata = (
            "Rencana ini memberi langkah dan biaya yang sama dengan urutan sederhana."
        )
    else:
        kata = (
            f"Dibanding urutan sederhana, rencana ini memberi {_more(langkah)} menurut "
            f"anggapan dengan biaya {_cost(biaya)}."
        )
    if urutan.melanggar:
        kata += " Urutan sederhana tidak memenuhi semua batas: " + " ".join(
            urutan.melanggar
        )
    return kata


def _more(langkah: float) -> str:
    if round(langkah, 2) == 0:
        return "langkah yang sama banyak"
    arah = "lebih banyak" if langkah > 0 else "lebih sedikit"
    return f"{angka(abs(langkah), 2)} langkah {arah}"


def _cost(biaya: int) -> str:
    if not biaya:
        return "yang sama"
    arah = "lebih besar" if biaya > 0 else "lebih hemat"
    return f"{rupiah(abs(biaya))} {arah}"


def _pairs(
    masuk: list[tuple[Calon, Susunan]], keluar: list[tuple[Calon, Susunan]]
) -> list[tuple[tuple[Calon, Susunan] | None, tuple[Calon, Susunan] | None]]:
    """Who came for whom: the same kecamatan first, then costs in order."""
    sisa = sorted(keluar, key=lambda b: (-b[1].biaya_rp, b[0].kode))
    hasil: list[tuple[tuple[Calon, Susunan] | None, tuple[Calon, Susunan] | None]] = []
    for a in sorted(masuk, key=lambda b: (-b[1].biaya_rp, b[0].kode)):
        dekat = [b for b in sisa if b[0].kecamatan == a[0].kecamatan] or sisa
        if dekat:
            sisa.remove(dekat[0])
        hasil.append((a, dekat[0] if dekat else None))
    return hasil + [(None, b) for b in sisa]


def _change(
    masalah: Masalah,
    rencana: Rencana,
    masuk: tuple[Calon, Susunan] | None,
    keluar: tuple[Calon, Susunan] | None,
) -> Ubahan:
    if masuk and keluar and masuk[0].kode == keluar[0].kode:
        kata = (
            f"{_name(masuk[0])} mendapat {_what(masalah, masuk[1])}, bukan "
            f"{_what(masalah, keluar[1])}: {_why(masalah, rencana, masuk, keluar)}."
        )
    elif masuk and keluar:
        kata = (
            f"{_name(masuk[0])} dipilih dengan {_what(masalah, masuk[1])}, bukan "
            f"{_name(keluar[0])} dengan {_what(masalah, keluar[1])}: "
            f"{_why(masalah, rencana, masuk, keluar)}."
        )
    elif masuk:
        kata = (
            f"{_name(masuk[0])} ditambahkan dengan {_what(masalah, masuk[1])}, memakai "
            "uang dan hari yang tersisa."
        )
    elif keluar:
        kata = (
            f"{_name(keluar[0])} tidak dipilih; uang dan hari untuk "
            f"{_what(masalah, keluar[1])} dipakai kelompok lain."
        )
    else:
        kata = ""
    return Ubahan(masuk, keluar, kata)


def _why(
    masalah: Masalah,
    rencana: Rencana,
    masuk: tuple[Calon, Susunan],
    keluar: tuple[Calon, Susunan],
) -> str:
    """What speaks for the swap, by the numbers of the two alone."""
    a, b = masuk[1], keluar[1]
    if a.nilai >= b.nilai and a.biaya_rp <= b.biaya_rp and a.hari <= b.hari:
        return _gains(a, b)
    if a.nilai < b.nilai and (a.biaya_rp < b.biaya_rp or a.hari < b.hari):
        hemat = ["uang"] * (a.biaya_rp < b.biaya_rp) + ["hari"] * (a.hari < b.hari)
        return f"{_gains(a, b)}; {' dan '.join(hemat)} itu dipakai kelompok lain"
    if _few_days(masalah, rencana) and _per_day(a) > _per_day(b):
        return (
            f"{_gains(a, b)}; hari pendamping yang terbatas, dan langkahnya per hari "
            "lebih banyak"
        )
    if per_rupiah(a) < per_rupiah(b):
        return (
            f"{_gains(a, b)}; langkah per rupiahnya lebih sedikit, tetapi sisa pagu "
            "cukup untuk itu"
        )
    return _gains(a, b)


def _few_days(masalah: Masalah, rencana: Rencana) -> bool:
    hari = masalah.batas.hari
    return hari is not None and rencana.hari >= (1 - _PADAT) * hari


def _per_day(s: Susunan) -> float:
    return s.nilai / s.hari if s.hari else float("inf")


def _gains(a: Susunan, b: Susunan) -> str:
    hari = a.hari - b.hari
    bagian = [
        _more((a.nilai - b.nilai) / 10_000),
        f"biaya {_cost(a.biaya_rp - b.biaya_rp)}",
    ]
    if hari:
        bagian.append(
            f"{days(abs(hari))} {'lebih banyak' if hari > 0 else 'lebih sedikit'}"
        )
    return ", ".join(bagian)


def _name(c: Calon) -> str:
    return f"{c.nama} ({nama_wilayah(c.kode_wilayah)})"


def _what(masalah: Masalah, s: Susunan) -> str:
    label = {p.kode: p.label.lower() for p in masalah.paket}
    return " dan ".join(label[k] for k in s.paket)
