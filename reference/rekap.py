"""Lampiran 4.22, the official recap: its columns, headings and spellings."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from reference.kosakata import Variable, label_pilihan, pilihan_untuk
from reference.paths import REFERENCE_DIR

KODE = "lampiran_4_22"
"""The layout of a reading that is a recap, and so not a report of groups."""

KOPERASI = "koperasi"
NOMOR, NAMA, KETERANGAN = "no", "nama_wilayah", "ket"
_BUKAN_ANGKA = (NOMOR, NAMA, KETERANGAN)
_PALING_BESAR = 100_000


@dataclass(frozen=True, slots=True)
class KolomRekap:
    """One column: its number and name, four header rows, label, unit and meaning.

    A "" in `kepala` is merged with the heading above it.
    """

    nomor: int
    nama: str
    kepala: tuple[str, ...]
    label: str
    satuan: str
    arti: str

    @property
    def judul(self) -> tuple[str, ...]:
        """The headings above its values, from the widest to its own.

        >>> lampiran().kolom[26].judul[-2:]
        ('PEMULA', 'PESERTA')
        """
        return tuple(j for j in self.kepala if j)


@dataclass(frozen=True, slots=True)
class Lampiran:
    """The form: stamp, titles, source, columns in order, other spellings by heading."""

    kode: str
    nama: str
    versi: int
    cap: str
    judul: tuple[str, ...]
    sumber: str
    ejaan: Mapping[str, tuple[str, ...]]
    kolom: tuple[KolomRekap, ...]

    def stamp(self, *, contoh: bool = False) -> str:
        """The text of the stamp cell.

        >>> lampiran().stamp(contoh=True)
        'LAMPIRAN-4.22/1/CONTOH'
        """
        return f"{self.cap}/{self.versi}" + ("/CONTOH" if contoh else "")


@cache
def lampiran() -> Lampiran:
    """The form, from `lampiran_4_22.toml`.

    >>> len(lampiran().kolom), lampiran().kolom[25].label
    (36, 'Kelompok UP2K tingkat Pemula')
    """
    isi = tomllib.loads((REFERENCE_DIR / "lampiran_4_22.toml").read_text("utf-8"))
    kolom = [KolomRekap(**{**k, "kepala": tuple(k["kepala"])}) for k in isi["kolom"]]
    ejaan = {judul: tuple(lain) for judul, lain in isi["ejaan"].items()}
    rapi = {
        "judul": tuple(isi["judul"]),
        "kolom": tuple(kolom),
        "ejaan": MappingProxyType(ejaan),
    }
    return Lampiran(**{**isi, **rapi})


@cache
def counted() -> Mapping[str, Variable]:
    """The columns that hold a number, as variables by name, in order.

    >>> len(counted()), counted()["koperasi_anggota_orang"].unit
    (33, 'orang')
    """
    return MappingProxyType(
        {
            k.nama: Variable(
                k.nama, k.label, k.satuan, "posisi", "rekap", "integer", 0,
                _PALING_BESAR, (), k.arti, lampiran().sumber,
            )
            for k in lampiran().kolom
            if k.nama not in _BUKAN_ANGKA
        }
    )  # fmt: skip


def rungs() -> tuple[str, ...]:
    """The rungs that the recap counts groups on: the four levels, then koperasi.

    >>> rungs()
    ('pemula', 'madya', 'utama', 'mandiri', 'koperasi')
    """
    return (*pilihan_untuk("tingkat"), KOPERASI)


def rung_of(tingkat: str | None, tahap: str | None) -> str | None:
    """Where a group is counted: as koperasi if it is one, else on its level.

    None when its level is not reported: it can stand in no column.

    >>> rung_of("madya", "pra_koperasi"), rung_of("mandiri", "koperasi")
    ('madya', 'koperasi')
    """
    return KOPERASI if tahap == KOPERASI else tingkat


def label_of(jenjang: str | None) -> str:
    """The name of a rung.

    >>> label_of("koperasi"), label_of("madya")
    ('Koperasi', 'Madya')
    """
    if jenjang == KOPERASI:
        return "Koperasi"
    return label_pilihan("tingkat", jenjang)


def columns_of(jenjang: str) -> tuple[str, str]:
    """The columns of a rung: that of its groups, and that of their members.

    >>> columns_of("utama"), columns_of("koperasi")
    (('up2k_utama_klp', 'up2k_utama_peserta_orang'), ('koperasi_klp', 'koperasi_anggota_orang'))
    """  # noqa: E501
    if jenjang == KOPERASI:
        return "koperasi_klp", "koperasi_anggota_orang"
    return f"up2k_{jenjang}_klp", f"up2k_{jenjang}_peserta_orang"


def from_groups() -> tuple[str, ...]:
    """The columns that reports of groups fill; of the others nothing is known.

    >>> len(from_groups()), from_groups()[0]
    (10, 'up2k_pemula_klp')
    """
    return tuple(k for jenjang in rungs() for k in columns_of(jenjang))
