"""How offices type: the habits of each kelurahan."""

from collections.abc import Callable
from dataclasses import replace

from loaders.template.isian import (
    IsianFormulir,
    KolomTambahan,
    Nilai,
)
from reference.tulisan import angka
from reference.wilayah import kelurahan
from sample.acak import Acak

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
