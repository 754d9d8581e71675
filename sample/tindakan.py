"""The register of actions that the sample city's coaches keep; every row is made up.

It tells no story of success: who is acted on is drawn by lot, and the city's paths are
what they are without it.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from loaders.tindakan.isian import LABEL_LAIN, Isian, Pilihan
from loaders.tindakan.write import file_name, register_bytes
from reference.acuan import Butir, bawaan
from reference.periode import Periode
from reference.tindakan import SELESAI, label_status
from reference.wilayah import kelurahan, nama_wilayah
from sample.acak import Acak, bulatkan
from sample.formulir import Codes
from sample.kota import periods

_HARI_TIBA = 30
_PELUANG_DIBINA = 0.4
_PELUANG_KELURAHAN = 0.15
_PELUANG_LAIN = 0.08
_DANA = ("APBD Kota", "APBD Kota", "Dana kelurahan", "Swadaya kelompok", "CSR bank")
_URAIAN = ("Bazar hasil usaha", "Studi banding ke koperasi", "Pendampingan izin usaha")
_TRIWULAN_LALU, _TRIWULAN_DEPAN = 5, 2
_PELUANG_TERLAMBAT, _PELUANG_BATAL = 0.2, 0.06


@dataclass(frozen=True, slots=True)
class DaftarContoh:
    """The register on its way: the codes of the city's groups, and when it arrives."""

    codes: Codes
    t: int

    @property
    def diterima(self) -> dt.date:
        """When it arrives."""
        return periods()[self.t].end + dt.timedelta(days=_HARI_TIBA)

    @property
    def periode(self) -> Periode:
        """The period in which it arrives."""
        return Periode.containing(self.diterima)

    @property
    def nama_berkas(self) -> str:
        """The name of the file."""
        return file_name(self.diterima)


def schedule_register(t: int, codes: Codes) -> list[DaftarContoh]:
    """The register, after the last quarter; none before it."""
    return [DaftarContoh(codes, t)] if t == len(periods()) - 1 else []


def rows(daftar: DaftarContoh) -> list[Isian]:
    """What stands in the register, in the order of the places."""
    hari = daftar.diterima
    paket = list(bawaan().pada("paket", hari).values())
    siapa = {b.kode: b.label for b in bawaan().pada("pelaksana", hari).values()}
    return [
        _action(Acak("tindakan", *kunci), sasaran, paket, siapa, hari)
        for kunci, sasaran in _targets(daftar.codes)
    ]


def _targets(codes: Codes) -> Iterator[tuple[tuple[str, str], Isian]]:
    """Which groups and which whole kelurahan are acted on."""
    per_tempat: dict[str, list[tuple[str, str]]] = {k: [] for k in kelurahan()}
    for (wilayah, nama), kode in codes.items():
        per_tempat[wilayah].append((kode, nama))
    for wilayah, semua in per_tempat.items():
        tempat = {"kelurahan": nama_wilayah(wilayah)}
        for kode, nama in sorted(semua):
            if Acak("dibina", wilayah, nama).mungkin(_PELUANG_DIBINA):
                kepada = {"kode_kelompok": kode, "nama_kelompok": nama}
                yield (wilayah, nama), {**tempat, **kepada}
        if semua and Acak("dibina", wilayah).mungkin(_PELUANG_KELURAHAN):
            yield (wilayah, ""), tempat


def _action(
    acak: Acak,
    sasaran: Isian,
    paket: list[Butir],
    siapa: Mapping[str, str],
    hari: dt.date,
) -> Isian:
    p = acak.pilih(paket)
    kode = [k.strip() for k in str(p["pelaksana"]).split(";")]
    isi = {
        **sasaran,
        "jenis": p.label,
        "pelaksana": siapa.get(acak.pilih(kode)),
        "biaya_rp": bulatkan(float(p["biaya_rp"]) * acak.antara(0.8, 1.3), 10_000),
        "sumber_dana": acak.pilih(_DANA),
        **_dates(acak, hari),
    }
    if acak.mungkin(_PELUANG_LAIN):
        isi |= {"jenis": LABEL_LAIN, "uraian": acak.pilih(_URAIAN)}
    if isi["status"] == label_status(SELESAI):
        isi["bukti"] = f"BA/{acak.bulat(1, 99):02d}/{isi['tanggal_selesai'].year}"
    return isi


def _dates(acak: Acak, hari: dt.date) -> dict[str, object]:
    """When it was planned and done, and what that makes of it on a day."""
    kini = Periode.containing(hari)
    mulai = kini.shift(acak.bulat(-_TRIWULAN_LALU, _TRIWULAN_DEPAN)).start
    rencana = mulai + dt.timedelta(days=acak.bulat(5, 80))
    selesai = rencana + dt.timedelta(days=acak.bulat(-10, 25))
    status, pada = "rencana", None
    if acak.mungkin(_PELUANG_BATAL):
        status = "batal"
    elif selesai <= hari and not acak.mungkin(_PELUANG_TERLAMBAT):
        status, pada = SELESAI, selesai
    elif rencana <= hari + dt.timedelta(days=14):
        status = "berjalan"
    return {
        "tanggal_rencana": rencana,
        "status": label_status(status),
        "tanggal_selesai": pada,
    }


def render_register(daftar: DaftarContoh) -> bytes:
    """The workbook that arrives, stamped as a sample."""
    kosong = Pilihan((), (), ())
    return register_bytes(rows(daftar), kosong, hari=daftar.diterima, contoh=True)
