"""The mistakes planted in some forms, so that findings can be seen at work."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from loaders.template.isian import IsianFormulir, IsianKelompok, Nilai
from reference.kosakata import variables

# A village of the neighbouring kabupaten whose name is easily mistaken.
_TETANGGA = "Pohsangit Lor"


@dataclass(frozen=True, slots=True)
class Cacat:
    """A mistake planted in one group's row of one form.

    `urut` is the group's number in its kelurahan; `alasan` what the sender wrote in
    the remarks; `diperbaiki_hari` after how many days a corrected form arrives (None:
    never). With `susulan` it is the other way round: a good form comes first, and the
    one that follows has the mistake.
    """

    kode_wilayah: str
    urut: int
    t: int
    jenis: str
    alasan: str = ""
    diperbaiki_hari: int | None = None
    susulan: bool = False


def _int(b: IsianKelompok, nama: str) -> int:
    nilai = b.nilai[nama]
    if not isinstance(nilai, int):
        raise TypeError(f"{nama} bukan bilangan bulat: {nilai!r}")
    return nilai


def _kata(_b: IsianKelompok) -> dict[str, Nilai]:
    return {"omzet_usaha": "belum dihitung"}


def _perempuan(b: IsianKelompok) -> dict[str, Nilai]:
    return {"anggota_perempuan": _int(b, "anggota_akhir") + 3}


def _tunggakan(b: IsianKelompok) -> dict[str, Nilai]:
    return {"tunggakan_lebih_180": _int(b, "pinjaman_beredar") + 150_000}


def _selisih_kas(b: IsianKelompok) -> dict[str, Nilai]:
    return {"kas": _int(b, "kas") + 25_000}


def _shu(b: IsianKelompok) -> dict[str, Nilai]:
    return {"shu": _int(b, "shu") + _int(b, "biaya") + 5_000}


def _awal(b: IsianKelompok) -> dict[str, Nilai]:
    awal, keluar = _int(b, "anggota_awal"), _int(b, "anggota_keluar")
    return {"anggota_awal": awal + 1, "anggota_keluar": keluar + 1}


def _like(baris: IsianKelompok, lain: Mapping[str, Nilai]) -> IsianKelompok:
    """The row with the money of another one."""
    uang = {n: v for n, v in lain.items() if variables()[n].unit == "Rp"}
    return replace(baris, nilai={**baris.nilai, **uang})


_CACAT: dict[str, Callable[[IsianKelompok], dict[str, Nilai]]] = {
    "kata": _kata,
    "perempuan": _perempuan,
    "tunggakan": _tunggakan,
    "selisih_kas": _selisih_kas,
    "shu": _shu,
    "awal": _awal,
}
TEMUAN = {
    "kata": "bukan_angka",
    "perempuan": "bagian_lebih_dari_anggota",
    "tunggakan": "tunggakan_melebihi_pinjaman",
    "ganda": "kelompok_ganda",
    "terlewat": "kelompok_tidak_dilaporkan",
    "wilayah": "kelurahan_tidak_dikenal",
    "selisih_kas": "neraca_tidak_seimbang",
    "shu": "shu_tidak_cocok",
    "awal": "anggota_awal_berbeda",
    "kembar": "angka_sama_kelompok_lain",
    "ulang": "angka_berulang",
}
"""The finding that each planted mistake must lead to."""


def plant(
    isian: IsianFormulir, cacat: Cacat, nama: str, lalu: Mapping[str, Nilai]
) -> IsianFormulir:
    """The form with a mistake in the row of the group called `nama`.

    `lalu` are the figures that it had a quarter earlier.
    """
    if cacat.jenis == "wilayah":
        return replace(isian, kelurahan=_TETANGGA)
    baris = list(isian.kelompok)
    i = next(i for i, b in enumerate(baris) if b.nama == nama)
    if cacat.jenis == "ganda":
        baris.insert(i + 1, baris[i])
        return replace(isian, kelompok=tuple(baris))
    if cacat.jenis == "terlewat":
        del baris[i]
        return replace(isian, kelompok=tuple(baris), catatan=cacat.alasan)
    if cacat.jenis == "kembar":
        baris[i] = _like(baris[i], baris[0].nilai)
        return replace(isian, kelompok=tuple(baris))
    if cacat.jenis == "ulang":
        hadir = {"hadir_rata_rata": lalu["hadir_rata_rata"]}
        baris[i] = _like(replace(baris[i], nilai={**baris[i].nilai, **hadir}), lalu)
        return replace(isian, kelompok=tuple(baris))
    rusak = _CACAT[cacat.jenis](baris[i])
    satu = replace(baris[i], nilai={**baris[i].nilai, **rusak})
    if cacat.alasan and variables()[next(iter(rusak))].unit == "Rp":
        satu = replace(satu, catatan_keuangan=cacat.alasan)
    elif cacat.alasan:
        satu = replace(satu, catatan=cacat.alasan)
    baris[i] = satu
    return replace(isian, kelompok=tuple(baris))


CACAT = (
    Cacat("35.74.01.1001", 1, 1, "selisih_kas",
          "Selisih kas Rp 25.000 masih dicari bendahara."),
    Cacat("35.74.01.1002", 1, 2, "kata", diperbaiki_hari=12),
    Cacat("35.74.01.1007", 1, 2, "wilayah", diperbaiki_hari=3),
    Cacat("35.74.02.1003", 2, 3, "perempuan"),
    Cacat("35.74.04.1004", 2, 3, "awal", "Satu anggota terlewat pada laporan lalu."),
    Cacat("35.74.05.1002", 1, 4, "tunggakan", diperbaiki_hari=20),
    Cacat("35.74.04.1001", 1, 4, "shu"),
    Cacat("35.74.03.1004", 2, 5, "ganda", diperbaiki_hari=9),
    Cacat("35.74.05.1001", 3, 6, "kata"),
    Cacat("35.74.01.1008", 2, 6, "selisih_kas",
          "Uang kas Rp 25.000 milik arisan, belum dipisahkan."),
    Cacat("35.74.02.1001", 2, 7, "perempuan", diperbaiki_hari=15),
    Cacat("35.74.04.1002", 1, 8, "tunggakan", diperbaiki_hari=10),
    Cacat("35.74.05.1003", 2, 8, "ganda", diperbaiki_hari=14),
    Cacat("35.74.05.1006", 1, 8, "shu", "Biaya rapat dibayar TP PKK kelurahan."),
    Cacat("35.74.01.1007", 3, 9, "kata"),
    Cacat("35.74.02.1005", 1, 9, "awal"),
    Cacat("35.74.03.1002", 1, 10, "perempuan", diperbaiki_hari=11),
    Cacat("35.74.05.1004", 1, 10, "selisih_kas"),
    Cacat("35.74.04.1003", 3, 10, "terlewat",
          "Buku satu kelompok masih dibawa bendahara."),
    Cacat("35.74.04.1006", 2, 11, "tunggakan", diperbaiki_hari=9, susulan=True),
    Cacat("35.74.05.1001", 1, 11, "perempuan"),
    Cacat("35.74.02.1007", 2, 11, "kata"),
    Cacat("35.74.04.1005", 1, 11, "tunggakan", diperbaiki_hari=14),
    Cacat("35.74.03.1001", 2, 11, "awal", "Anggota pindah dari kelompok RW sebelah."),
    Cacat("35.74.02.1001", 3, 11, "kembar"),
    Cacat("35.74.01.1007", 2, 11, "ulang"),
)  # fmt: skip
"""Every mistake planted in the city."""
