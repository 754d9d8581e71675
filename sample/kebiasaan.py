"""How offices type: habits of a kelurahan, and the mistakes planted in some forms."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from loaders.template_isian import (
    IsianFormulir,
    IsianKelompok,
    KolomTambahan,
    Nilai,
)
from reference.kosakata import variables
from reference.tulisan import angka
from reference.wilayah import kelurahan
from sample.acak import Acak

# A village of the neighbouring kabupaten whose name is easily mistaken.
_TETANGGA = "Pohsangit Lor"

Ubah = Callable[[IsianFormulir, Acak, str], IsianFormulir]

_UANG_BER_RP = ("simpanan_pokok", "simpanan_wajib", "kas", "pinjaman_beredar")
_UANG_BERTITIK = ("jasa_diterima", "biaya", "pinjaman_disalurkan", "angsuran_pokok")
_SERING_NOL = ("hibah_swasta", "hibah_luar_negeri", "hibah_lain", "pinjaman_bank",
               "pinjaman_lain", "hapus_buku")  # fmt: skip


def _each_row(
    isian: IsianFormulir, ubah: Callable[[str, Nilai], Nilai]
) -> IsianFormulir:
    baris = (
        replace(b, nilai={n: ubah(n, v) for n, v in b.nilai.items()})
        for b in isian.kelompok
    )
    return replace(isian, kelompok=tuple(baris))


def _rupiah(isian: IsianFormulir, _acak: Acak, _kode: str) -> IsianFormulir:
    def ubah(n: str, v: Nilai) -> Nilai:
        return f"Rp {angka(v)},-" if n in _UANG_BER_RP and isinstance(v, int) else v

    return _each_row(isian, ubah)


def _bertitik(isian: IsianFormulir, _acak: Acak, _kode: str) -> IsianFormulir:
    def ubah(n: str, v: Nilai) -> Nilai:
        return angka(v) if n in _UANG_BERTITIK and isinstance(v, int) else v

    return _each_row(isian, ubah)


def _nihil(isian: IsianFormulir, _acak: Acak, _kode: str) -> IsianFormulir:
    def ubah(n: str, v: Nilai) -> Nilai:
        return "nihil" if n in _SERING_NOL and v == 0 else v

    return _each_row(isian, ubah)


def _strip(isian: IsianFormulir, _acak: Acak, _kode: str) -> IsianFormulir:
    def ubah(n: str, v: Nilai) -> Nilai:
        return "-" if v is None and n != "jalur" else v

    return _each_row(isian, ubah)


def _juta(isian: IsianFormulir, _acak: Acak, _kode: str) -> IsianFormulir:
    def ubah(n: str, v: Nilai) -> Nilai:
        if n != "omzet_usaha" or not isinstance(v, int) or v < 1_000_000:
            return v
        return f"{angka(v / 1_000_000, 1)} jt"

    return _each_row(isian, ubah)


def _orang(isian: IsianFormulir, _acak: Acak, _kode: str) -> IsianFormulir:
    def ubah(n: str, v: Nilai) -> Nilai:
        return f"{v} orang" if n == "anggota_akhir" and isinstance(v, int) else v

    return _each_row(isian, ubah)


def _besar(isian: IsianFormulir, _acak: Acak, kode: str) -> IsianFormulir:
    tempat = kelurahan()[kode]
    nama = tempat.alias[0] if tempat.alias else tempat.nama
    return replace(isian, kelurahan=f"KELURAHAN {nama.upper()}")


def _kel(isian: IsianFormulir, _acak: Acak, kode: str) -> IsianFormulir:
    tempat = kelurahan()[kode]
    return replace(isian, kelurahan=f"Kel. {(*tempat.alias, tempat.nama)[0]}")


def _perubahan(isian: IsianFormulir, **bagian: object) -> IsianFormulir:
    return replace(isian, perubahan=replace(isian.perubahan, **bagian))  # type: ignore[arg-type]


def _judul(isian: IsianFormulir, _acak: Acak, kode: str) -> IsianFormulir:
    atas = ("PEMERINTAH KOTA PROBOLINGGO", f"PKK KELURAHAN {kelurahan()[kode].nama}")
    lembar = ("Kelompok", "Keuangan")
    return _perubahan(isian, judul_tambahan=dict.fromkeys(lembar, atas))


def _pindah(isian: IsianFormulir, _acak: Acak, _kode: str) -> IsianFormulir:
    pindah = (("Kelompok", "tingkat", "status"), ("Keuangan", "biaya", "jasa_diterima"))
    return _perubahan(isian, pindah=(*isian.perubahan.pindah, *pindah))


def _kolom(isian: IsianFormulir, k: KolomTambahan) -> IsianFormulir:
    return _perubahan(isian, kolom=(*isian.perubahan.kolom, k))


def _hari_rapat(isian: IsianFormulir, acak: Acak, _kode: str) -> IsianFormulir:
    hari = ("Senin", "Rabu", "Sabtu", "Minggu")
    isi = tuple(acak.pilih(hari) for _ in isian.kelompok)
    tambahan = KolomTambahan("Kelompok", "Hari rapat", "hadir_rata_rata", isi)
    return _kolom(isian, tambahan)


def _no_hp(isian: IsianFormulir, acak: Acak, _kode: str) -> IsianFormulir:
    # No such numbers exist: no operator has the prefix 0800-000.
    isi = tuple(f"0800-000-{acak.bulat(1000, 9999)}" for _ in isian.kelompok)
    return _kolom(isian, KolomTambahan("Kelompok", "No. HP", "bidang_usaha", isi))


KEBIASAAN: dict[str, Ubah] = {
    "rupiah": _rupiah,
    "bertitik": _bertitik,
    "nihil": _nihil,
    "strip": _strip,
    "juta": _juta,
    "orang": _orang,
    "nama_besar": _besar,
    "nama_kel": _kel,
    "judul": _judul,
    "pindah": _pindah,
    "hari_rapat": _hari_rapat,
    "no_hp": _no_hp,
}
"""Every habit by name: what it makes of a form."""


def habits(kode_wilayah: str) -> tuple[str, ...]:
    """The habits of a kelurahan, none to four."""
    acak = Acak("kebiasaan", kode_wilayah)
    punya = acak.ambil(tuple(KEBIASAAN), acak.bulat(0, 4))
    return tuple(n for n in KEBIASAAN if n in punya)


def type_as_office(isian: IsianFormulir, kode_wilayah: str, t: int) -> IsianFormulir:
    """The same form as this office types it."""
    for nama in habits(kode_wilayah):
        isian = KEBIASAAN[nama](isian, Acak(kode_wilayah, nama, t), kode_wilayah)
    return isian


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
}
"""The finding that each planted mistake must lead to."""


def plant(isian: IsianFormulir, cacat: Cacat, nama: str) -> IsianFormulir:
    """The form with a mistake in the row of the group called `nama`."""
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
    rusak = _CACAT[cacat.jenis](baris[i])
    satu = replace(baris[i], nilai={**baris[i].nilai, **rusak})
    if cacat.alasan and variables()[next(iter(rusak))].unit == "Rp":
        satu = replace(satu, catatan_keuangan=cacat.alasan)
    elif cacat.alasan:
        satu = replace(satu, catatan=cacat.alasan)
    baris[i] = satu
    return replace(isian, kelompok=tuple(baris))
