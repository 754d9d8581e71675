"""The 29 kelurahan and 5 kecamatan of the city, and what people call them."""

import csv
import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from reference.paths import REFERENCE_DIR
from reference.pengaturan import pengaturan
from reference.sebutan import take_apart

_AWALAN = re.compile(r"^(kelurahan|kel|kecamatan|kec|desa|ds)\b[\s.:]*", re.IGNORECASE)
_KATA_KELURAHAN = re.compile(r"(?:kelurahan|kel|desa|ds)\b", re.IGNORECASE)
_BUKAN_HURUF = re.compile(r"[^a-z0-9]")


@dataclass(frozen=True, slots=True)
class Kecamatan:
    """A kecamatan by its Kemendagri and BPS codes, with population and families."""

    kode: str
    kode_bps: str
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
            r["kode_bps"],
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


@lru_cache(maxsize=1024)
def find_kelurahan(teks: str) -> PlaceMatch:
    """The kelurahan that a text names: exact after folding, or an alias, or a code.

    Its kecamatan and the city may stand behind it. Never guesses: anything else, and a
    text that names two places, carries suggestions for a person to choose from.

    >>> find_kelurahan("Kel. Sumberwetan, Kota Probolinggo").kode
    '35.74.05.1003'
    >>> find_kelurahan("Pohsangit Lor").alasan
    'Pohsangit Lor (Kecamatan Wonomerto, Kabupaten Probolinggo) bukan bagian kota ini'
    >>> find_kelurahan("Jrebeng Kidl").kode is None
    True
    """
    if str(teks).strip() in kelurahan():
        return PlaceMatch(str(teks).strip())
    s = take_apart(str(teks))
    if s.luar_kota:
        return PlaceMatch(None, f"“{teks}” menyebut kabupaten, bukan kota ini")
    if s.berkecamatan and not s.kelurahan:
        return PlaceMatch(None, f"“{teks}” menyebut kecamatan, bukan kelurahan")
    tempat = _one_of(s.kelurahan, str(teks))
    if tempat.kode and s.kecamatan:
        return _in_kecamatan(tempat.kode, s.kecamatan)
    return tempat


def _one_of(nama: tuple[str, ...], teks: str) -> PlaceMatch:
    """The one kelurahan behind names; every name must stand for it."""
    kode = [_codes(fold(n)) for n in nama]
    if len(nama) == 1 and not kode[0]:
        kode = _glued(fold(nama[0]))
    if not kode or not all(kode):
        return _unknown(" ".join(nama) or teks, teks)
    sama = set(kode[0]).intersection(*kode[1:])
    if len(sama) == 1:
        return PlaceMatch(sama.pop())
    # Without dots twelve Kemendagri codes are also BPS codes of another kelurahan.
    semua = tuple(dict.fromkeys(kelurahan()[k].nama for satu in kode for k in satu))
    apa = "dapat berarti" if len(kode) == 1 else "menyebut dua tempat:"
    sela = " atau " if len(kode) == 1 else " dan "
    return PlaceMatch(None, f"“{teks}” {apa} {sela.join(semua)}", semua)


def _codes(kunci: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_names().get(kunci, ())))


def _glued(kunci: str) -> list[tuple[str, ...]]:
    """The codes of two names that stand in a text with nothing but space between."""
    for n in _names():
        if n and kunci.startswith(n) and kunci[len(n) :] in _names():
            return [_codes(n), _codes(kunci[len(n) :])]
    return []


def _unknown(nama: str, teks: str) -> PlaceMatch:
    kunci = fold(nama)
    dekat = difflib.get_close_matches(kunci, _names(), n=3, cutoff=0.6)
    saran = tuple(dict.fromkeys(kelurahan()[k].nama for d in dekat for k in _codes(d)))
    if kunci in _neighbours():
        return PlaceMatch(None, f"{_neighbours()[kunci]} bukan bagian kota ini", saran)
    return PlaceMatch(None, f"“{teks}” bukan nama kelurahan di kota ini", saran)


def _in_kecamatan(kode: str, teks: str) -> PlaceMatch:
    """A kelurahan whose kecamatan was written behind it."""
    k, ada = kelurahan()[kode], find_kecamatan(teks)
    if ada.kode == k.kode_kecamatan:
        return PlaceMatch(kode)
    benar = nama_wilayah(k.kode_kecamatan)
    bukan = nama_wilayah(ada.kode) if ada.kode else f"“{teks}”"
    return PlaceMatch(None, f"{k.nama} berada di {benar}, bukan {bukan}", (k.nama,))


@cache
def _kecamatan_names() -> dict[str, str]:
    return {
        fold(nama): k.kode
        for k in kecamatan().values()
        for nama in (k.nama, *k.alias, k.kode, k.kode_bps)
    }


@lru_cache(maxsize=1024)
def find_kecamatan(teks: str) -> PlaceMatch:
    """The kecamatan that a text names, as `find_kelurahan` does; no kelurahan is one.

    >>> find_kecamatan("KEC. KEDUPOK").kode, find_kecamatan("3574031").kode
    ('35.74.05', '35.74.04')
    >>> find_kecamatan("Kel. Kademangan").kode is None
    True
    """
    s = take_apart(str(teks))
    nama = s.kecamatan if s.berkecamatan else " ".join(s.kelurahan)
    kode = _kecamatan_names().get(fold(nama))
    lain = s.luar_kota or (s.berkecamatan and s.kelurahan) or _is_kelurahan(str(teks))
    if kode and not lain:
        return PlaceMatch(kode)
    semua = tuple(k.nama for k in kecamatan().values())
    return PlaceMatch(None, f"“{teks}” bukan kecamatan di kota ini", semua)


def _is_kelurahan(teks: str) -> bool:
    """Whether a text says itself that it names a kelurahan."""
    return _KATA_KELURAHAN.match(teks.strip()) is not None
