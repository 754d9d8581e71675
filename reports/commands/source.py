"""What the commands share: the options that say of what, and the context of them."""

import argparse
import datetime as dt
from dataclasses import dataclass, replace

from indicators.data import Data
from reference.boundaries import usable_boundaries
from reference.pengaturan import pengaturan
from reference.peran import peran
from reference.periode import Periode
from reference.tulisan import daftar, hari_ini
from reference.wilayah import kecamatan, kelurahan, nama_wilayah
from reports.commands import NothingToShowError, WrongUseError
from reports.context import Konteks
from store import Store, is_started, open_store, real_url, sample_url, snapshot


@dataclass(frozen=True, slots=True, eq=False)
class Sumber:
    """The context of the city, the places that were asked for, and whether there is to
    be a folder of many files."""

    konteks: Konteks
    wilayah: tuple[str, ...]
    banyak: bool

    def each(self) -> list[Konteks]:
        """The context of every place."""
        return [replace(self.konteks, wilayah=w) for w in self.wilayah]


def add_options(p: argparse.ArgumentParser) -> None:
    """Add the options of which period, place, day and store, and where to write."""
    p.add_argument(
        "--periode",
        type=_periode,
        metavar="PERIODE",
        help="misalnya 2026-T3; bawaan: yang terakhir dilaporkan",
    )
    p.add_argument(
        "--pembanding",
        choices=("lalu", "tahun"),
        default="lalu",
        help="dibandingkan dengan periode lalu atau tahun lalu",
    )
    di = p.add_mutually_exclusive_group()
    di.add_argument("--kelurahan", metavar="KODE", help="kode atau nama satu kelurahan")
    di.add_argument("--kecamatan", metavar="KODE", help="kode atau nama satu kecamatan")
    di.add_argument(
        "--all",
        action="store_true",
        help="ke-29 kelurahan, masing-masing berkasnya sendiri",
    )
    dari = p.add_mutually_exclusive_group()
    dari.add_argument("--contoh", action="store_true", help="pakai data contoh")
    dari.add_argument("--store", metavar="URL", help="alamat basis data")
    p.add_argument(
        "--seperti-diketahui",
        type=_day,
        metavar="TANGGAL",
        help="seperti diketahui hari itu, misalnya 2026-10-09",
    )
    p.add_argument(
        "--alamat",
        metavar="URL",
        help="alamat dasbor untuk kode QR; bawaan: pengaturan.toml",
    )
    p.add_argument(
        "-o",
        "--output",
        required=True,
        metavar="PATH",
        help="berkas tujuan; folder bila berkasnya banyak",
    )
    p.add_argument("--tanda-terima", metavar="BERKAS", help="tanda terima sebagai JSON")


def source(args: argparse.Namespace, *, many_in_kecamatan: bool = False) -> Sumber:
    """The context that the options ask for.

    Raises NothingToShowError when there is no report of it, WrongUseError for an
    unknown place.
    """
    wilayah = _place(args)
    toko, contoh = _store(args)
    hari = args.seperti_diketahui or hari_ini()
    foto = snapshot(toko, hari if hari < hari_ini() else None)
    data = Data.from_snapshot(foto)
    # a copy of the sample store is no less made up than the store itself
    contoh = contoh or bool(foto.kiriman["contoh"].any())
    periode = _reported(data, args.periode)
    konteks = Konteks(
        data, periode,
        periode.year_ago() if args.pembanding == "tahun" else periode.previous(),
        pengaturan().kode_kota, hari, contoh, peran(), usable_boundaries()[0],
        pengaturan().alamat if args.alamat is None else args.alamat.strip(),
    )  # fmt: skip
    if args.all:
        return Sumber(konteks, tuple(kelurahan()), True)
    if many_in_kecamatan and wilayah in kecamatan():
        isi = tuple(k for k in kelurahan() if k.startswith(f"{wilayah}."))
        return Sumber(konteks, isi, True)
    return Sumber(konteks, (wilayah,), False)


def _store(args: argparse.Namespace) -> tuple[Store, bool]:
    """The store asked for; else the real one once it is started, else the sample.

    And whether it is the sample.
    """
    if args.store:
        return open_store(args.store), args.store == sample_url()
    contoh = open_store(sample_url())
    if args.contoh:
        return contoh, True
    asli = open_store(real_url())
    if not is_started(asli) and is_started(contoh):
        return contoh, True
    return asli, False


def _reported(data: Data, periode: Periode | None) -> Periode:
    ada = data.periodes
    if not ada:
        raise NothingToShowError(
            "Belum ada laporan, jadi belum ada yang dapat ditampilkan."
        )
    if periode is None:
        return ada[-1]
    if periode not in ada:
        sebut = daftar([str(p) for p in ada[-4:]])
        raise NothingToShowError(
            f"Belum ada laporan untuk {periode.label}. Yang terakhir ada: {sebut}."
        )
    return periode


def _place(args: argparse.Namespace) -> str:
    """The code of the place asked for, by code or name; the city without one."""
    for apa, tempat in (("kelurahan", kelurahan()), ("kecamatan", kecamatan())):
        dicari = getattr(args, apa)
        if not dicari:
            continue
        kata = dicari.strip().casefold().removeprefix(f"{apa} ")
        for kode, satu in tempat.items():
            if kata in (kode, satu.nama.casefold()):
                return kode
        contoh = next(iter(tempat))
        raise WrongUseError(
            f"{apa.capitalize()} “{dicari}” tidak dikenal. Tulis kodenya, misalnya "
            f"{contoh} ({nama_wilayah(contoh)}), atau namanya."
        )
    return pengaturan().kode_kota


def _periode(teks: str) -> Periode:
    try:
        return Periode.parse(teks)
    except ValueError as sebab:
        raise argparse.ArgumentTypeError(str(sebab)) from sebab


def _day(teks: str) -> dt.date:
    try:
        return dt.date.fromisoformat(teks)
    except ValueError as sebab:
        raise argparse.ArgumentTypeError(
            f"“{teks}” bukan tanggal; tulis misalnya 2026-10-09"
        ) from sebab
