"""What a kelurahan writes in its form, before habits and mistakes."""

import datetime as dt
from collections.abc import Mapping

from loaders.template.isian import IsianFormulir, IsianKelompok, Nilai
from sample.acak import Acak
from sample.cerita import history, order, steps, values
from sample.kota import KURANG_2023, MEMBAIK_SEJAK, KelompokContoh, groups, periods
from sample.tabiat import is_dormant

Codes = Mapping[tuple[str, str], str]
"""The code of a group by (kode_wilayah, name), as the store gave it."""

_SERING_KOSONG = (
    "omzet_usaha", "usaha_ber_nib", "usaha_ber_pirt", "usaha_ber_halal",
    "keluarga_anggota_kk", "anggota_kkmp",
)  # fmt: skip
_KEGIATAN = {"rapat": 4.0, "pelatihan": 2.0, "pembinaan": 3.0, "pameran": 1.0,
             "lomba": 0.5, "lain": 0.5}  # fmt: skip
_TEMPAT = ("Balai kelurahan", "Pendopo kecamatan", "Balai RW 02", "Posyandu RW 05",
           "Gedung PKK kota")  # fmt: skip
_PENYELENGGARA = ("TP PKK Kelurahan", "TP PKK Kelurahan", "TP PKK Kecamatan",
                  "TP PKK Kota Probolinggo", "DKUPP Kota Probolinggo")  # fmt: skip
_TIDAK_ADA_KEGIATAN = "Tidak ada kegiatan selama periode ini."


def is_coached(kode: str, t: int) -> bool:
    """Whether a kelurahan that fell short in 2023 has been helped by then."""
    return kode in MEMBAIK_SEJAK and t >= MEMBAIK_SEJAK[kode]


def _row(k: KelompokContoh, t: int, codes: Codes) -> IsianKelompok:
    acak, nilai = Acak(k.kunci, "isian", t), values(k, t)
    if order(k, t) < 0.3:
        nilai |= {n: None for n in _SERING_KOSONG if acak.mungkin(0.35)}
    if not nilai["rapat_terlaksana"]:
        nilai["hadir_rata_rata"] = None
    langkah = steps(k, t)
    if order(k, t) < 0.2:
        langkah = {n: isi for n, isi in langkah.items() if isi[0] != "belum"}
    kode = codes.get((k.kode_wilayah, k.nama), "")
    catatan = _TIDAK_ADA_KEGIATAN if is_dormant(k, t) else ""
    return IsianKelompok(kode, k.nama, nilai, langkah, catatan)


def _kelurahan(kode: str, t: int) -> dict[str, Nilai]:
    acak = Acak("kelurahan", kode, "angka")
    lemah = kode in KURANG_2023 and not is_coached(kode, t)
    kader = acak.bulat(1, 4)
    dilatih = min(3 * kader, int(acak.antara(0.1, 0.6) * (t + 2)))
    usaha = acak.bulat(6, 55) + int(acak.antara(0, 1.5) * t)
    return {
        "poksus_ada": not lemah or acak.mungkin(0.5),
        "pengurus_poksus_orang": acak.bulat(3, 4 if lemah else 7),
        "usaha_perorangan": None if lemah and acak.mungkin(0.3) else usaha,
        "kader_koperasi_orang": kader,
        "kader_dilatih_orang": 0 if lemah else dilatih,
    }


def _activities(kode: str, t: int) -> tuple[dict[str, Nilai], ...]:
    acak = Acak("kegiatan", kode, t)
    lemah = kode in KURANG_2023 and not is_coached(kode, t)
    hari = periods()[t].start
    hasil: list[dict[str, Nilai]] = []
    for _ in range(acak.bulat(0, 1) if lemah else acak.bulat(1, 3)):
        hari += dt.timedelta(days=acak.bulat(4, 28))
        hasil.append(
            {
                "tanggal": hari,
                "jenis": acak.timbang(_KEGIATAN),
                "tempat": acak.pilih(_TEMPAT),
                "penyelenggara": acak.pilih(_PENYELENGGARA),
                "hadir_orang": acak.bulat(12, 60),
            }
        )
    return tuple(hasil)


def fill(kode_wilayah: str, t: int, codes: Codes) -> IsianFormulir:
    """The form of a kelurahan for a quarter, with true figures.

    `codes` are the codes known when the form is filled in; a group without one is new.
    """
    ada = [k for k in groups(kode_wilayah) if t in history(k)]
    return IsianFormulir(
        kelompok=tuple(_row(k, t, codes) for k in ada),
        nilai=_kelurahan(kode_wilayah, t),
        kegiatan=_activities(kode_wilayah, t),
    )
