"""A city small enough to compute by hand, drawn as tables; and larger ones for pages.

Three kelurahan in two kecamatan, six groups, five quarters (2025-T3 to 2026-T3):
Kebonsari Kulon (a1, a2) and Sukoharjo (b1, b2) in Kanigaran, Pilang (c1, c2) in
Kademangan. a2 did not report 2026-T2, b2 did not report 2026-T3, c1 is nonaktif in
2026-T3, c2 closed on 15 August 2026. Money is drawn in thousands of rupiah; what is
drawn as `-` was not reported, an empty cell repeats the one above.
"""

import datetime as dt
from functools import cache
from types import SimpleNamespace

import numpy as np
import pandas as pd

from indicators.data import Data
from indicators.frames import schemas
from reference.kosakata import BUKU, at_level
from reference.periode import Periode
from reference.syarat import langkah
from reference.tulisan import WIB
from reference.wilayah import kelurahan

KINI = Periode.parse("2026-T3")
LALU = Periode.parse("2026-T2")
TAHUN_LALU = Periode.parse("2025-T3")

KEBONSARI_KULON = "35.74.04.1006"
SUKOHARJO = "35.74.04.1002"
PILANG = "35.74.01.1009"
KANIGARAN = "35.74.04"
KADEMANGAN = "35.74.01"
KOTA = "35.74"

KODE = {
    "a1": f"{KEBONSARI_KULON}-01", "a2": f"{KEBONSARI_KULON}-02",
    "b1": f"{SUKOHARJO}-01", "b2": f"{SUKOHARJO}-02",
    "c1": f"{PILANG}-01", "c2": f"{PILANG}-02",
}  # fmt: skip

_KELOMPOK = """
kel | nama     | berdiri    | tutup      | pertama
a1  | Melati   | 2015-08-17 | -          | 2025-T3
a2  | Mawar    | -          | -          | 2025-T3
b1  | Kenanga  | 2001-03-01 | -          | 2025-T3
b2  | Anggrek  | 2020-01-15 | -          | 2025-T3
c1  | Seruni   | 2012-06-01 | -          | 2025-T3
c2  | Cempaka  | 2018-02-02 | 2026-08-15 | 2025-T3
"""

# hibah_luar_negeri, hibah_lain, pinjaman_bank, pinjaman_lain: reported as 0 by all
_MODAL = """
kel | periode | simpanan_pokok | simpanan_wajib | iuran_swadaya | cadangan | hibah_pemerintah | hibah_swasta | pinjaman_bergulir
a1  | 2025-T3 | 100            | 200            | 50            | 50       | 250              | 0            | 0
    | 2025-T4 |                | 220            |               |          |                  |              |
    | 2026-T1 |                | 240            |               |          |                  |              |
    | 2026-T2 |                | 260            |               |          |                  |              |
    | 2026-T3 |                | 300            |               |          |                  |              | 250
a2  | 2025-T3 | 50             | 100            | 0             | 0        | 0                | 0            | 0
    | 2025-T4 |                |                |               |          |                  |              |
    | 2026-T1 |                | 110            |               |          |                  |              |
    | 2026-T3 |                | 150            |               |          |                  | 100          |
b1  | 2025-T3 | 200            | 300            | 100           | 0        | 0                | 0            | 400
    | 2025-T4 |                |                |               |          |                  |              |
    | 2026-T1 |                |                |               |          |                  |              |
    | 2026-T2 |                |                |               |          |                  |              |
    | 2026-T3 |                |                |               |          | 500              |              |
b2  | 2025-T3 | 100            | 100            | 0             | 0        | 0                | 0            | 0
    | 2025-T4 |                |                |               |          |                  |              |
    | 2026-T1 |                |                |               |          |                  |              |
    | 2026-T2 |                |                |               |          |                  |              |
c1  | 2025-T3 | 100            | 100            | 0             | 0        | 0                | 0            | 0
    | 2025-T4 |                |                |               |          |                  |              |
    | 2026-T1 |                |                |               |          |                  |              |
    | 2026-T2 |                |                |               |          |                  |              |
    | 2026-T3 |                | 0              |               |          |                  |              |
c2  | 2025-T3 | 80             | 70             | 0             | 0        | 0                | 0            | 0
    | 2025-T4 |                |                |               |          |                  |              |
    | 2026-T1 |                |                |               |          |                  |              |
    | 2026-T2 |                |                |               |          |                  |              |
"""  # noqa: E501

_ANGGOTA = """
kel | periode | status   | tingkat | tahap        | awal | masuk | keluar | akhir | perempuan | kk | peminjam
a1  | 2025-T3 | aktif    | pemula  | up2k         | 17   | 1     | 0      | 18    | 18        | 16 | 9
    | 2025-T4 |          |         |              | 18   | 1     | 0      | 19    | 19        | 17 | 9
    | 2026-T1 |          |         |              | 19   | 0     | 0      | 19    | 19        | 17 | 9
    | 2026-T2 |          |         |              | 19   | 1     | 0      | 20    | 20        | 18 | 10
    | 2026-T3 |          | madya   | pra_koperasi | 20   | 3     | 1      | 22    | 22        | 20 | 11
a2  | 2025-T3 | aktif    | pemula  | up2k         | 8    | 0     | 0      | 8     | 7         | 8  | 3
    | 2025-T4 |          |         |              | 8    | 0     | 0      | 8     | 7         | 8  | 3
    | 2026-T1 |          |         |              | 8    | 1     | 0      | 9     | 8         | 9  | 3
    | 2026-T3 |          |         |              | 9    | 1     | 0      | 10    | 9         | 10 | 4
b1  | 2025-T3 | aktif    | utama   | pra_koperasi | 16   | 0     | 0      | 16    | 16        | 15 | 12
    | 2025-T4 |          | madya   |              | 16   | 0     | 1      | 15    | 15        | 14 | 12
    | 2026-T1 |          |         |              | 15   | 0     | 0      | 15    | 15        | 14 | 12
    | 2026-T2 |          |         |              | 15   | 0     | 0      | 15    | 15        | 14 | 11
    | 2026-T3 |          |         | koperasi     | 15   | 0     | 2      | 13    | 13        | 12 | 10
b2  | 2025-T3 | aktif    | pemula  | up2k         | 12   | 0     | 0      | 12    | 12        | 12 | 5
    | 2025-T4 |          |         |              | 12   | 0     | 0      | 12    | 12        | 12 | 5
    | 2026-T1 |          |         |              | 12   | 0     | 0      | 12    | 12        | 12 | 5
    | 2026-T2 |          |         |              | 12   | 0     | 0      | 12    | 12        | 12 | 5
c1  | 2025-T3 | aktif    | madya   | up2k         | 10   | 0     | 0      | 10    | 10        | 9  | 4
    | 2025-T4 |          |         |              | 10   | 0     | 0      | 10    | 10        | 9  | 2
    | 2026-T1 |          |         |              | 10   | 0     | 1      | 9     | 9         | 8  | 1
    | 2026-T2 |          |         |              | 9    | 0     | 1      | 8     | 8         | 8  | 1
    | 2026-T3 | nonaktif | pemula  |              | 8    | 0     | 3      | 5     | 5         | 5  | 0
c2  | 2025-T3 | aktif    | pemula  | up2k         | 6    | 0     | 0      | 6     | 6         | 6  | 0
    | 2025-T4 |          |         |              | 6    | 0     | 0      | 6     | 6         | 6  | 0
    | 2026-T1 |          |         |              | 6    | 0     | 1      | 5     | 5         | 5  | 0
    | 2026-T2 |          |         |              | 5    | 0     | 1      | 4     | 4         | 4  | 0
"""  # noqa: E501

# persediaan, aset_lain: reported as 0 by all
_USAHA = """
kel | periode | kas | bank | beredar | t1_30 | t31_90 | t91_180 | t180 | jasa | biaya | shu | omzet
a1  | 2025-T3 | 150 | 0    | 500     | 0     | 0       | 0       | 0    | 18   | 5     | 13  | 1500
    | 2025-T4 | 170 | 0    | 500     |       |         |         |      | 20   | 5     | 15  | 1600
    | 2026-T1 | 190 | 0    | 500     |       |         |         |      | 25   | 8     | 17  | 1700
    | 2026-T2 | 110 | 0    | 600     |       |         |         |      | 30   | 10    | 20  | 1800
    | 2026-T3 | 100 | 100  | 800     | 40    | 20      |         |      | 35   | 10    | 25  | 2000
a2  | 2025-T3 | 50  | 0    | 100     | 0     | 0       | 0       | 0    | 5    | 1     | 4   | 400
    | 2025-T4 | 50  |      | 100     |       |         |         |      | 5    | 1     | 4   | 400
    | 2026-T1 | 60  |      | 100     |       |         |         |      | 5    | 1     | 4   | 400
    | 2026-T3 | 100 |      | 200     |       |         |         |      | 6    | 1     | 5   | 500
b1  | 2025-T3 | 200 | 0    | 800     | 0     | 0       | 0       | 0    | 40   | 12    | 28  | 1500
    | 2025-T4 | 200 | 0    | 800     |       |         |         |      | 40   | 12    | 28  | 1500
    | 2026-T1 | 100 | 0    | 900     |       | 50      |         |      | 40   | 12    | 28  | 1500
    | 2026-T2 | 100 | 0    | 900     |       | 60      | 20      |      | 40   | 13    | 27  | 1500
    | 2026-T3 | 200 | 300  | 1000    |       | 40      | 60      | 40   | 40   | 13    | 27  | 1500
b2  | 2025-T3 | 100 | 0    | 100     | 0     | 0       | 0       | 0    | 4    | 1     | 3   | 300
    | 2025-T4 |     |      |         |       |         |         |      |      |       |     |
    | 2026-T1 |     |      |         |       |         |         |      |      |       |     |
    | 2026-T2 |     |      |         |       |         |         |      |      |       |     |
c1  | 2025-T3 | 100 | 0    | 100     | 0     | 0       | 0       | 0    | 2    | 2     | 0   | 200
    | 2025-T4 | 140 |      | 60      |       |         |         |      | 2    | 2     | 0   | 100
    | 2026-T1 | 170 |      | 30      |       |         |         |      | 0    | 2     | -2  | 50
    | 2026-T2 | 200 |      | 0       |       |         |         |      | 0    | 2     | -2  | 0
    | 2026-T3 | 100 |      | 0       |       |         |         |      | 0    | 0     | 0   | 0
c2  | 2025-T3 | 150 | 0    | 0       | 0     | 0       | 0       | 0    | 0    | 0     | 0   | 100
    | 2025-T4 |     |      |         |       |         |         |      |      |       |     |
    | 2026-T1 |     |      |         |       |         |         |      |      |       |     |
    | 2026-T2 |     |      |         |       |         |         |      |      |       |     |
"""  # noqa: E501

_RAPAT = """
kel | periode | direncanakan | terlaksana | hadir | nib | pirt | halal | buku
a1  | 2026-T3 | 3            | 3          | 18    | 4   | 2    | 1     | 22222222
a2  | 2026-T3 | 3            | 2          | 7.5   | 1   | 0    | -     | 11111111
b1  | 2026-T3 | 3            | 3          | 10    | 3   | 1    | 0     | 22221100
c1  | 2026-T3 | 3            | 0          | -     | 0   | 0    | 0     | 00000000
"""

# b belum, p proses, s selesai, in the order of the steps; "-" not reported
_LANGKAH = """
kel | periode | status
a1  | 2026-T2 | spbbbbbbbb
a1  | 2026-T3 | sspbbbbbbb
a2  | 2026-T3 | pbb-------
b1  | 2026-T2 | ssssssspbb
b1  | 2026-T3 | sssssssssb
"""

_KELURAHAN = """
wilayah       | periode | poksus_ada | pengurus | perorangan | kader | dilatih
35.74.04.1006 | 2026-T3 | 1          | 5        | 12         | 2     | 6
35.74.04.1002 | 2026-T3 | 0          | 0        | 3          | 1     | -
35.74.01.1009 | 2026-T3 | 1          | 3        | 0          | 0     | 2
"""

# the deadline of 2026-T3 is 15 October, of 2026-T2 15 July
_KIRIMAN = """
id | wilayah       | periode | diterima         | keadaan  | ok | tertahan
1  | 35.74.04.1006 | 2026-T2 | 2026-07-10 09:00 | sebagian | 1  | 1
2  | 35.74.04.1002 | 2026-T2 | 2026-07-14 09:00 | diterima | 2  | 0
3  | 35.74.01.1009 | 2026-T2 | 2026-07-16 00:30 | diterima | 2  | 0
4  | 35.74.04.1006 | 2026-T3 | 2026-10-10 09:00 | diterima | 2  | 0
5  | 35.74.04.1002 | 2026-T3 | 2026-10-12 09:00 | ditolak  | 0  | 0
6  | 35.74.01.1009 | 2026-T3 | 2026-10-15 23:30 | diterima | 1  | 0
7  | 35.74.04.1002 | 2026-T3 | 2026-10-20 09:00 | sebagian | 1  | 1
8  | 35.74.04.1006 | 2026-T3 | 2026-10-25 09:00 | diterima | 2  | 0
"""

_NAMES = {
    "awal": "anggota_awal", "masuk": "anggota_masuk", "keluar": "anggota_keluar",
    "akhir": "anggota_akhir", "perempuan": "anggota_perempuan",
    "kk": "keluarga_anggota_kk", "peminjam": "peminjam_aktif",
    "bank": "simpanan_di_bank", "beredar": "pinjaman_beredar",
    "t1_30": "tunggakan_1_30", "t31_90": "tunggakan_31_90",
    "t91_180": "tunggakan_91_180", "t180": "tunggakan_lebih_180",
    "jasa": "jasa_diterima", "omzet": "omzet_usaha",
    "direncanakan": "rapat_direncanakan", "terlaksana": "rapat_terlaksana",
    "hadir": "hadir_rata_rata", "nib": "usaha_ber_nib", "pirt": "usaha_ber_pirt",
    "halal": "usaha_ber_halal", "pengurus": "pengurus_poksus_orang",
    "perorangan": "usaha_perorangan", "kader": "kader_koperasi_orang",
    "dilatih": "kader_dilatih_orang", "wilayah": "kode_wilayah",
    "nama": "nama_kelompok", "berdiri": "tanggal_berdiri", "tutup": "tanggal_tutup",
    "pertama": "periode_pertama", "ok": "n_diterima", "tertahan": "n_tertahan",
    "id": "kiriman_id", "diterima": "diterima_pada",
}  # fmt: skip
_NIL = (
    "hibah_luar_negeri", "hibah_lain", "pinjaman_bank", "pinjaman_lain",
    "persediaan", "aset_lain", "simpanan_sukarela", "shu_belum_dibagi",
)  # fmt: skip
_RUPIAH = {n for n, v in at_level("kelompok").items() if v.unit == "Rp"}


def rows(drawing: str) -> list[dict[str, str | None]]:
    """The rows of a drawn table: an empty cell repeats the one above, `-` is none.

    >>> rows("a | b\\n1 | x\\n  | -")
    [{'a': '1', 'b': 'x'}, {'a': '1', 'b': None}]
    """
    kepala, *isi = [
        [c.strip() for c in baris.split("|")]
        for baris in drawing.splitlines()
        if baris.strip()
    ]
    hasil: list[dict[str, str | None]] = []
    for sel in isi:
        atas = hasil[-1] if hasil else {}
        hasil.append(
            {
                k: None if c == "-" else c or atas.get(k)
                for k, c in zip(kepala, sel, strict=True)
            }
        )
    return hasil


def _named(drawing: str) -> list[dict]:
    baris = []
    for r in rows(drawing):
        b = {_NAMES.get(k, k): v for k, v in r.items()}
        for nama in _RUPIAH & b.keys():
            b[nama] = None if b[nama] is None else int(b[nama]) * 1000
        if "kel" in b:
            b["kode_kelompok"] = KODE[b.pop("kel")]
            b["kode_wilayah"] = b["kode_kelompok"][:-3]
        if "kode_wilayah" in b:
            b["kode_kecamatan"] = b["kode_wilayah"][:8]
        if b.get("buku"):
            b.update(zip(BUKU, b.pop("buku"), strict=True))
        baris.append(b)
    return baris


def frame(nama: str, baris: list[dict]) -> pd.DataFrame:
    """Rows as a frame of the contract: every column, its dtype, NA where not given."""
    return pd.DataFrame(
        {k: _column([b.get(k) for b in baris], d) for k, d in schemas()[nama].items()}
    )


def _column(isi: list, dtype: object) -> pd.Series:
    if dtype == "object":
        return pd.Series([v or frozenset() for v in isi], dtype="object")
    if dtype in ("Int64", "Float64"):
        return pd.Series([None if v is None else float(v) for v in isi], dtype=dtype)
    if isinstance(dtype, pd.DatetimeTZDtype):
        return (
            pd.to_datetime(pd.Series(isi, dtype="str"))
            .dt.tz_localize(WIB)
            .astype(dtype)
        )
    if dtype == "datetime64[us]":
        return pd.to_datetime(pd.Series(isi, dtype="str")).astype(dtype)
    return pd.Series([bool(v) for v in isi] if dtype == "bool" else isi, dtype=dtype)


def _posisi() -> list[dict]:
    per: dict[tuple[str, str], dict] = {}
    for drawing in (_MODAL, _ANGGOTA, _USAHA, _RAPAT):
        for b in _named(drawing):
            kunci = (b["kode_kelompok"], b["periode"])
            per.setdefault(kunci, dict.fromkeys(_NIL, 0)).update(b)
    return list(per.values())


def _langkah() -> list[dict]:
    status = {"b": "belum", "p": "proses", "s": "selesai"}
    return [
        {**b, "kode_langkah": kode, "status": status[huruf]}
        for b in _named(_LANGKAH)
        for kode, huruf in zip(langkah(), b["status"], strict=True)
        if huruf in status
    ]


def snapshot() -> SimpleNamespace:
    """The hand-made city as `store.snapshot` would give it."""
    baris = {
        "posisi": _posisi(),
        "kelompok": _named(_KELOMPOK),
        "langkah": _langkah(),
        "kelurahan": _named(_KELURAHAN),
        "kegiatan": [],
        "kiriman": _named(_KIRIMAN),
    }
    return SimpleNamespace(**{nama: frame(nama, isi) for nama, isi in baris.items()})


@cache
def city() -> Data:
    """The hand-made city; made once, since nobody changes a Data."""
    return Data.from_snapshot(snapshot())


@cache
def full_city(n_periode: int = 12, terakhir: Periode = KINI) -> Data:
    """A made-up city of 29 kelurahan and 116 groups, always the same, for pages.

    Its numbers hang together roughly; about one report in twelve is missing, and the
    third group of every kelurahan is nonaktif in the last period.
    """
    acak = np.random.default_rng(35_74)
    periodes = [terakhir.shift(-i) for i in range(n_periode)][::-1]
    posisi, daftar, lapor, kiriman = [], [], [], []
    for w in kelurahan():
        for i in range(1, 5):
            kode = f"{w}-{i:02d}"
            nama = {"nama_kelompok": f"Contoh {kode[-7:]}", "kode_wilayah": w,
                    "kode_kecamatan": w[:8], "kode_kelompok": kode}  # fmt: skip
            daftar.append({**nama, "periode_pertama": str(periodes[0])})
            isi = _grown(acak, periodes)
            if i == 3:
                isi[-1]["status"] = "nonaktif"
            posisi += [{**nama, **b} for b in isi if acak.random() > 1 / 12]
        for p in periodes:
            hari = p.end + dt.timedelta(days=int(acak.integers(2, 25)))
            kunci = {"kode_wilayah": w, "kode_kecamatan": w[:8], "periode": str(p)}
            kirim = {"kiriman_id": len(kiriman) + 1, "keadaan": "diterima",
                     "n_tertahan": 0, "diterima_pada": f"{hari} 09:00"}  # fmt: skip
            kiriman.append({**kunci, **kirim})
            angka = dict(zip(at_level("kelurahan"), (1, 5, 10, 2, 6), strict=True))
            lapor.append({**kunci, **angka})
    tetap = ("kode_kelompok", "kode_wilayah", "periode")
    langkah_ = [
        {**{k: b[k] for k in tetap}, "kode_langkah": kode, "status": status}
        for b in posisi
        for kode, status in zip(langkah(), _STATUS, strict=True)
    ]
    nama = ("posisi", "kelurahan", "langkah", "kegiatan", "kelompok", "kiriman")
    isi = (posisi, lapor, langkah_, [], daftar, kiriman)
    return Data(**{n: frame(n, b) for n, b in zip(nama, isi, strict=True)})


_STATUS = ("selesai", "selesai", "proses", *("belum",) * 7)


def _grown(acak: np.random.Generator, periodes: list[Periode]) -> list[dict]:
    """One group's rows: members, savings and loans that grow a little each period."""
    anggota, modal = int(acak.integers(7, 30)), int(acak.integers(5, 60)) * 50_000
    baris = []
    for p in periodes:
        masuk, keluar = int(acak.integers(0, 3)), int(acak.integers(0, 2))
        modal += int(acak.integers(0, 8)) * 10_000
        pinjam, akhir = modal * 3 // 4, anggota + masuk - keluar
        b: dict = dict.fromkeys(
            (n for n, v in at_level("kelompok").items() if v.is_number), 0
        )
        b |= {
            "periode": str(p), "status": "aktif", "tingkat": "pemula", "tahap": "up2k",
            "anggota_awal": anggota, "anggota_masuk": masuk, "anggota_keluar": keluar,
            "anggota_akhir": akhir, "anggota_perempuan": akhir,
            "keluarga_anggota_kk": akhir, "peminjam_aktif": akhir // 2,
            "rapat_direncanakan": 3, "rapat_terlaksana": 3,
            "hadir_rata_rata": akhir * 0.8,
            "simpanan_wajib": modal - 250_000, "hibah_pemerintah": 250_000,
            "pinjaman_beredar": pinjam, "kas": modal - pinjam,
            "tunggakan_1_30": pinjam // 50, "jasa_diterima": pinjam // 40,
            "biaya": pinjam // 100, "shu": pinjam // 40 - pinjam // 100,
            "omzet_usaha": modal * 2, **dict.fromkeys(BUKU, 1),
        }  # fmt: skip
        baris.append(b)
        anggota = akhir
    return baris


def empty() -> Data:
    """A city from which nothing has come yet."""
    return Data.empty()


def without(data: Data, kelompok: str, periode: Periode) -> Data:
    """The same city had one group (`"a1"`) not reported in one period."""
    p = data.posisi
    tinggal = (p["kode_kelompok"] != KODE[kelompok]) | (p["periode"] != str(periode))
    return changed(data, posisi=p[tinggal])


def changed(data: Data, **frames: pd.DataFrame) -> Data:
    """The same city with some frames replaced."""
    nama = ("posisi", "kelurahan", "langkah", "kegiatan", "kelompok", "kiriman")
    return Data(**{n: frames.get(n, getattr(data, n)) for n in nama})
