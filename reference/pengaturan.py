"""Settings that the coordinator may change, from `pengaturan.toml`."""

import os
import tomllib
from dataclasses import dataclass
from functools import cache

from reference.paths import REFERENCE_DIR


@dataclass(frozen=True, slots=True)
class Pengaturan:
    """Reporting rhythm, deadline, tolerances and names of offices.

    `batas_hari` counts days after the period's end (usulan, not official). `alamat` is
    the live address that presentations point to, "" when there is none.
    """

    irama: str
    batas_hari: int
    batas_hari_usulan: bool
    kode_kota: str
    nama_kota: str
    dinas: str
    toleransi_rp: int
    toleransi_orang: int
    anggota_minimal: int
    kredit_peta: str
    alamat: str


@cache
def pengaturan() -> Pengaturan:
    """The settings in force; `UP2K_IRAMA` overrides the reporting rhythm, `UP2K_ALAMAT`
    the live address.

    >>> pengaturan().nama_kota
    'Kota Probolinggo'
    """
    isi = tomllib.loads((REFERENCE_DIR / "pengaturan.toml").read_text(encoding="utf-8"))
    return Pengaturan(
        irama=os.environ.get("UP2K_IRAMA") or isi["pelaporan"]["irama"],
        batas_hari=isi["pelaporan"]["batas_hari"],
        batas_hari_usulan=isi["pelaporan"]["batas_hari_usulan"],
        kode_kota=isi["kota"]["kode"],
        nama_kota=isi["kota"]["nama"],
        dinas=isi["kota"]["dinas"],
        toleransi_rp=isi["periksa"]["toleransi_rp"],
        toleransi_orang=isi["periksa"]["toleransi_orang"],
        anggota_minimal=isi["privasi"]["anggota_minimal"],
        kredit_peta=isi["peta"]["kredit"],
        alamat=(os.environ.get("UP2K_ALAMAT") or isi["alamat"]["langsung"]).strip(),
    )
