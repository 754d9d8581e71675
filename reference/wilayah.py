"""The 29 kelurahan and 5 kecamatan of the city, and what people call them."""

import csv
import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reference.paths import REFERENCE_DIR
from reference.pengaturan import pengaturan

_AWALAN = re.compile(r"^(kelurahan|kel|kecamatan|kec|desa|ds)\b[\s.:]*", re.IGNORECASE)
_BUKAN_HURUF = re.compile(r"[^a-z0-9]")


@dataclass(frozen=True, slots=True)
class Kecamatan:
    """A kecamatan, with population and families (Dukcapil, with their source)."""

    kode: str
    nama: str
    alias: tuple[str, ...]
    penduduk_orang: int
    keluarga_kk: int
    tahun_data: int
    sumber: str


@dataclass(frozen=True, slots=True)
class Kelurahan:
    """A kelurahan by its Kemendagri code, with BPS code, aliases, label point."""

    kode: str
    kode_bps: str
    nama: str
    alias: tuple[str, ...]
    kode_kecamatan: str
    label_lon: float
    label_lat: float


@dataclass(frozen=True, slots=True)
class PlaceMatch:
    """What a written place turned out to be: a code, or why not and what is near."""

    kode: str | None
    alasan: str = ""
    saran: tuple[str, ...] = ()


def _rows(nama: str) -> Iterator[dict[str, str]]:
    with (REFERENCE_DIR / nama).open(encoding="utf-8", newline="") as berkas:
        yield from csv.DictReader(berkas)


def _alias(teks: str) -> tuple[str, ...]:
    return tuple(a for a in teks.split(";") if a)


@cache
def kecamatan() -> dict[str, Kecamatan]:
    """All kecamatan by code.

    >>> len(kecamatan()), kecamatan()["35.74.05"].nama
    (5, 'Kedopok')
    """
    return {
        r["kode_kecamatan"]: Kecamatan(
            r["kode_kecamatan"],
            r["nama_kecamatan"],
            _alias(r["alias"]),
            int(r["penduduk_orang"]),
            int(r["keluarga_kk"]),
            int(r["tahun_data"]),
            r["sumber"],
        )
        for r in _rows("kecamatan.csv")
    }


@cache
def kelurahan() -> dict[str, Kelurahan]:
    """All kelurahan by Kemendagri code, in the order of the codes.

    >>> len(kelurahan()), kelurahan()["35.74.04.1006"].nama
    (29, 'Kebonsari Kulon')
    """
    return {
        r["kode_wilayah"]: Kelurahan(
            r["kode_wilayah"],
            r["kode_bps"],
            r["nama_kelurahan"],
            _alias(r["alias"]),
            r["kode_kecamatan"],
            float(r["label_lon"]),
            float(r["label_lat"]),
        )
        for r in _rows("kelurahan.csv")
    }


def fold(teks: str) -> str:
    """A name without case, spaces, punctuation and prefix, for exact comparison.

    >>> fold("Kel. Kedung  Asem"), fold("KELURAHAN Kedungasem")
    ('kedungasem', 'kedungasem')
    """
    tanpa = _AWALAN.sub("", teks.strip())
    return _BUKAN_HURUF.sub("", (tanpa or teks).casefold())


def nama_wilayah(kode: str) -> str:
    """The name of a kelurahan, a kecamatan or the city; the code if unknown.

    >>> nama_wilayah("35.74.03"), nama_wilayah("35.74")
    ('Kecamatan Mayangan', 'Kota Probolinggo')
    """
    if kode in kelurahan():
        return kelurahan()[kode].nama
    if kode in kecamatan():
        return f"Kecamatan {kecamatan()[kode].nama}"
    return pengaturan().nama_kota if kode == pengaturan().kode_kota else kode


@cache
def _names() -> dict[str, tuple[str, ...]]:
    names: dict[str, tuple[str, ...]] = {}
    for k in kelurahan().values():
        kode_tanpa_titik = k.kode.replace(".", "")
        for nama in (k.nama, *k.alias, kode_tanpa_titik, k.kode_bps):
            names[fold(nama)] = (*names.get(fold(nama), ()), k.kode)
    return names


@cache
def _neighbours() -> dict[str, str]:
    return {
        fold(r["nama"]): f"{r['nama']} (Kecamatan {r['kecamatan']}, {r['kabupaten']})"
        for r in _rows("tetangga.csv")
    }


def find_kelurahan(teks: str) -> PlaceMatch:
    """The kelurahan that a text names: exact after folding, or an alias, or a code.

    Never guesses: anything else carries suggestions for a person to choose from.

    >>> find_kelurahan("Kel. Sumberwetan").kode
    '35.74.05.1003'
    >>> find_kelurahan("Pohsangit Lor").alasan
    'Pohsangit Lor (Kecamatan Wonomerto, Kabupaten Probolinggo) bukan bagian kota ini'
    >>> find_kelurahan("Jrebeng Kidl").kode is None
    True
    """
    if str(teks).strip() in kelurahan():
        return PlaceMatch(str(teks).strip())
    kunci = fold(str(teks))
    kode = tuple(dict.fromkeys(_names().get(kunci, ())))
    if len(kode) == 1:
        return PlaceMatch(kode[0])
    if kode:
        # Without dots twelve Kemendagri codes are also BPS codes of another kelurahan.
        dua = tuple(kelurahan()[k].nama for k in kode)
        return PlaceMatch(None, f"“{teks}” dapat berarti {' atau '.join(dua)}", dua)
    if kunci in _neighbours():
        return PlaceMatch(None, f"{_neighbours()[kunci]} bukan bagian kota ini")
    dekat = difflib.get_close_matches(kunci, _names(), n=3, cutoff=0.6)
    saran = dict.fromkeys(kelurahan()[k].nama for d in dekat for k in _names()[d])
    return PlaceMatch(None, f"“{teks}” bukan nama kelurahan di kota ini", tuple(saran))
