"""The kelurahan and groups of the synthetic city, and what kind of groups they are."""

import datetime as dt
from dataclasses import dataclass
from functools import cache

from reference.periode import Periode
from reference.wilayah import kelurahan
from sample.acak import Acak

PERIODE_PERTAMA = Periode.parse("2023-T4")
PERIODE_TERAKHIR = Periode.parse("2026-T3")
JUMLAH_PERIODE = 12

# Kelurahan that fell short in the evaluation of 12 December 2023 (two news reports);
# which of them improved afterwards is invented.
KURANG_2023 = (
    "35.74.02.1003", "35.74.02.1005", "35.74.05.1001",
    "35.74.05.1002", "35.74.05.1003", "35.74.05.1005",
)  # fmt: skip
MEMBAIK_SEJAK = {"35.74.02.1005": 3, "35.74.05.1003": 2, "35.74.05.1005": 4}

_PESISIR = (
    "35.74.01.1001", "35.74.01.1009", "35.74.03.1001", "35.74.03.1002", "35.74.03.1007",
)  # fmt: skip
_NAMA = (
    "Melati", "Mawar", "Anggrek", "Dahlia", "Kenanga", "Cempaka", "Flamboyan",
    "Teratai", "Bougenville", "Kamboja", "Seruni", "Aster", "Matahari", "Soka",
    "Sedap Malam", "Nusa Indah", "Alamanda", "Lavender", "Wijaya Kusuma", "Tulip",
    "Sumber Rejeki", "Guyub Rukun", "Barokah", "Maju Bersama", "Sejahtera",
)  # fmt: skip
_USAHA = (
    "Kue kering", "Keripik mangga", "Bawang goreng", "Telur asin", "Jamu", "Jahit",
    "Batik", "Sembako", "Tempe", "Keripik singkong", "Katering", "Minuman segar",
    "Kerajinan anyaman", "Sayur dan bumbu", "Laundry",
)  # fmt: skip
_USAHA_PESISIR = (
    "Kerupuk ikan",
    "Ikan kering",
    "Terasi",
    "Abon ikan",
    "Otak-otak ikan",
    "Petis",
)
_HIBAH_AWAL = (0, 250_000, 500_000, 500_000, 750_000)

WATAK = {"tumbuh": 0.3, "stabil": 0.36, "jalan_di_tempat": 0.2, "lesu": 0.1,
         "nonaktif": 0.04}  # fmt: skip
_WATAK_KURANG = {"jalan_di_tempat": 0.5, "lesu": 0.3, "stabil": 0.12, "nonaktif": 0.08}

# Stars, koperasi, newcomers and closures, by (kode_wilayah, urutan); all invented.
_BINTANG = {("35.74.04.1003", 1): 40_000_000, ("35.74.03.1007", 2): 17_000_000}
_KOPERASI = {("35.74.04.1003", 1): -1, ("35.74.03.1007", 2): 7}
_MUNCUL = {
    ("35.74.01.1008", 4): 3, ("35.74.02.1006", 4): 5, ("35.74.03.1010", 4): 4,
    ("35.74.04.1006", 5): 7, ("35.74.05.1003", 4): 6,
}  # fmt: skip
_TUTUP = {("35.74.02.1002", 3): 6, ("35.74.01.1003", 2): 9}


@dataclass(frozen=True, slots=True)
class KelompokContoh:
    """A group: who it is and what drives its path.

    `mulai` is the first quarter (0-based) in which it exists, `tutup` the first in
    which it no longer does. `modal_rp` are the assets with which it starts,
    `wajib_rp` and `pokok_rp` savings per member (a month; once), `jasa` the monthly
    rate on loans, `tertib` how well it keeps books (0 to 1) at the start.
    """

    kode_wilayah: str
    urut: int
    nama: str
    rw: str
    tanggal_berdiri: dt.date
    bidang_usaha: str
    watak: str
    anggota: int
    modal_rp: int
    pokok_rp: int
    wajib_rp: int
    hibah_rp: int
    jasa: float
    tertib: float
    membaik_sejak: int | None
    koperasi_sejak: int | None
    mulai: int
    tutup: int | None

    @property
    def kunci(self) -> str:
        """A seed of its own."""
        return f"{self.kode_wilayah}/{self.urut}"


def periods() -> tuple[Periode, ...]:
    """The twelve quarters, independent of today.

    >>> [str(p) for p in periods()][::11]
    ['2023-T4', '2026-T3']
    """
    return tuple(PERIODE_PERTAMA.shift(i) for i in range(JUMLAH_PERIODE))


def _modal(acak: Acak, watak: str) -> int:
    rentang = {
        "tumbuh": (2_000_000, 8_000_000),
        "stabil": (1_500_000, 6_000_000),
        "jalan_di_tempat": (500_000, 1_800_000),
        "lesu": (800_000, 3_000_000),
        "nonaktif": (300_000, 1_000_000),
    }[watak]
    return int(acak.antara(*rentang) // 1000) * 1000


def _berdiri(acak: Acak, mulai: int) -> dt.date:
    if mulai:
        awal = periods()[mulai].start
        return awal + dt.timedelta(days=acak.bulat(5, 70))
    return dt.date(acak.bulat(1998, 2022), acak.bulat(1, 12), acak.bulat(1, 28))


def _kelompok(kode: str, urut: int, nama: str) -> KelompokContoh:
    acak = Acak("kelompok", kode, urut)
    kurang, tempat = kode in KURANG_2023, (kode, urut)
    watak = acak.timbang(_WATAK_KURANG if kurang else WATAK)
    mulai = _MUNCUL.get(tempat, 0)
    watak = "bintang" if tempat in _BINTANG else "tumbuh" if mulai else watak
    watak = "lesu" if tempat in _TUTUP else watak
    modal = _BINTANG.get(tempat) or _modal(acak, watak)
    lemah = watak in ("jalan_di_tempat", "lesu", "nonaktif")
    besar = watak == "bintang"
    usaha = _USAHA_PESISIR if kode in _PESISIR and acak.mungkin(0.6) else _USAHA
    return KelompokContoh(
        kode_wilayah=kode,
        urut=urut,
        nama=nama,
        rw=f"{acak.bulat(1, 9):02d}",
        tanggal_berdiri=_berdiri(acak, mulai),
        bidang_usaha=acak.pilih(usaha),
        watak=watak,
        anggota=acak.bulat(36, 43) if besar else acak.bulat(10, 18 if lemah else 30),
        modal_rp=750_000 if mulai else modal,
        pokok_rp=100_000 if besar else acak.pilih((10_000, 20_000, 25_000, 50_000)),
        wajib_rp=20_000 if besar else acak.pilih((2_000, 3_000, 5_000, 5_000, 10_000)),
        hibah_rp=500_000 if mulai else acak.pilih(_HIBAH_AWAL),
        jasa=acak.pilih((0.01, 0.01, 0.015, 0.02)),
        tertib=acak.antara(0.05, 0.25) if kurang else acak.antara(0.3, 0.85),
        membaik_sejak=MEMBAIK_SEJAK.get(kode),
        koperasi_sejak=_KOPERASI.get(tempat),
        mulai=mulai,
        tutup=_TUTUP.get(tempat),
    )


@cache
def groups(kode_wilayah: str) -> tuple[KelompokContoh, ...]:
    """All groups that ever exist in a kelurahan, in the order of their numbers."""
    acak = Acak("kelurahan", kode_wilayah)
    n = acak.timbang({3: 0.42, 4: 0.36, 5: 0.22})
    khusus = (*_BINTANG, *_MUNCUL, *_TUTUP)
    n = max([n, *(urut for kode, urut in khusus if kode == kode_wilayah)])
    nama = acak.ambil(_NAMA, n)
    return tuple(_kelompok(kode_wilayah, i + 1, nama[i]) for i in range(n))


@cache
def all_groups() -> tuple[KelompokContoh, ...]:
    """Every group of the city.

    >>> 100 <= len(all_groups()) <= 120
    True
    """
    return tuple(k for kode in kelurahan() for k in groups(kode))
