"""Events, a competition and a campaign of the sample city; every one is made up.

They tell no story of success: who came, how well one scored and who took part are
drawn by lot.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from loaders.daftar.write import Isi, form_bytes
from reference.daftar import forms
from reference.periode import Periode
from reference.wilayah import kelurahan
from sample.acak import Acak
from sample.kota import KURANG_2023

Baris = Mapping[str, Any]
_KOTA = "TP PKK Kota Probolinggo"
_PELATIH = "Lembaga Pelatihan Koperasi Contoh"
_PELUANG_DIUNDANG, _PELUANG_HADIR = 0.85, 0.8
_PELUANG_SERI = 0.3
_PELUANG_DIAM, _PELUANG_DIHITUNG = 0.2, 0.45
_KIRIM_SESUDAH = 6
_ACARA = (
    ("Sosialisasi Administrasi UP2K", "sosialisasi", dt.date(2024, 11, 12), _PELATIH,
     "Buku wajib dan laporan triwulan", ""),
    ("Pelatihan Pembukuan Sederhana", "pelatihan", dt.date(2025, 5, 20), _PELATIH,
     "Buku kas dan buku pinjaman", "35.74.05"),
    ("Pendampingan Menuju Koperasi", "pendampingan", dt.date(2025, 10, 8), "DKUPP",
     "Syarat dan langkah menjadi koperasi", "35.74.04"),
    ("Rapat Evaluasi Poksus", "rapat", dt.date(2026, 2, 17), "",
     "Ketepatan laporan dan tunggakan", ""),
    ("Pelatihan Pemasaran Hasil Usaha", "pelatihan", dt.date(2026, 8, 19), _PELATIH,
     "Kemasan dan penjualan bersama", "35.74.03"),
)  # fmt: skip
_LOMBA = dt.date(2025, 11, 18)
_STANDAR = 70.0
_MULAI, _LAMA = dt.date(2026, 6, 1), 30
_PERANGKAT = ("DKUPP", "Dinas Kesehatan", "Diskominfo", "Bappeda")


@dataclass(frozen=True, slots=True)
class DaftarLain:
    """A list that is no report on its way: its form, what stands in it, its arrival."""

    formulir: str
    isi: Isi
    diterima: dt.date

    @property
    def periode(self) -> Periode:
        """The period in which it arrives."""
        return Periode.containing(self.diterima)

    @property
    def nama_berkas(self) -> str:
        """The name of the file."""
        return f"{self.isi.kepala['nama']}.xlsx"


def schedule_lists(periode: Periode, kode_wilayah: Iterable[str]) -> list[DaftarLain]:
    """The lists that arrive within a period, in the order of their arrival.

    Only the kelurahan in `kode_wilayah` take part.
    """
    tempat = [k for k in kelurahan() if k in set(kode_wilayah)]
    semua = [*(_event(a, tempat) for a in _ACARA), _competition(tempat)]
    semua.append(_campaign(tempat))
    return sorted((d for d in semua if d.periode == periode), key=lambda d: d.diterima)


def render_list(daftar: DaftarLain) -> bytes:
    """The workbook that arrives, stamped as a sample."""
    return form_bytes(forms()[daftar.formulir], daftar.isi, contoh=True)


def _event(a: tuple[str, str, dt.date, str, str, str], tempat: list[str]) -> DaftarLain:
    nama, jenis, hari, narasumber, topik, awal = a
    rows = [b for k in tempat if k.startswith(awal) for b in _came(nama, k)]
    kepala = {
        "nama": nama, "jenis": jenis, "tanggal": hari, "tempat": "Aula contoh",
        "penyelenggara": _KOTA, "lembaga_narasumber": narasumber or None,
        "topik": topik, "peserta_orang": sum(b["hadir_orang"] or 0 for b in rows) + 4,
    }  # fmt: skip
    tiba = hari + dt.timedelta(days=_KIRIM_SESUDAH)
    return DaftarLain("sosialisasi", Isi(kepala, {"kehadiran": rows}), tiba)


def _came(acara: str, kode: str) -> Iterator[Baris]:
    for peran in ("tp_pkk", "poksus"):
        acak = Acak("hadir", acara, kode, peran)
        diundang = acak.bulat(2, 3)
        if acak.mungkin(_PELUANG_DIUNDANG):
            hadir = sum(acak.mungkin(_PELUANG_HADIR) for _ in range(diundang))
            yield {
                "peserta": kode, "peran": peran,
                "diundang_orang": diundang, "hadir_orang": hadir,
            }  # fmt: skip


def _competition(tempat: list[str]) -> DaftarLain:
    aspek = forms()["penilaian"].table("penilaian_aspek").contoh_isi
    bobot = {str(a["kode_aspek"]): float(a["bobot_pct"]) for a in aspek}
    nilai = {k: _scores(k, tempat, list(bobot)) for k in tempat}
    akhir = {
        k: sum(bobot[a] * n for juri in v for a, n in juri.items()) / 200
        for k, v in nilai.items()
    }
    rows = [
        {"peserta": k, "juri": f"Juri {j}", "kode_aspek": a, "nilai": n}
        for k, v in nilai.items()
        for j, juri in enumerate(v, start=1)
        for a, n in juri.items()
    ]
    bina = [
        {"peserta": k, "pembinaan": "Pendampingan administrasi",
         "tanggal": dt.date(2026, 1, 20)}
        for k, n in akhir.items()
        if n < _STANDAR
    ]  # fmt: skip
    kepala = {
        "nama": "Evaluasi Administrasi UP2K", "tanggal": _LOMBA,
        "tingkat": "kecamatan", "peserta_dinilai": "kelurahan",
        "penyelenggara": _KOTA, "standar": _STANDAR, "pemenang": 2,
    }  # fmt: skip
    tabel = {
        "penilaian_aspek": aspek, "penilaian_nilai": rows, "penilaian_pembinaan": bina,
    }  # fmt: skip
    tiba = _LOMBA + dt.timedelta(days=_KIRIM_SESUDAH)
    return DaftarLain("penilaian", Isi(kepala, tabel), tiba)


def _scores(kode: str, tempat: list[str], aspek: list[str]) -> list[dict[str, float]]:
    """What two jurors give a kelurahan; some stand exactly like the one before."""
    acak = Acak("nilai", kode)
    di = tempat.index(kode)
    if di and acak.mungkin(_PELUANG_SERI):
        return _scores(tempat[di - 1], tempat, aspek)
    rendah, tinggi = (52, 72) if kode in KURANG_2023 else (66, 92)
    dasar = {a: acak.bulat(rendah, tinggi) for a in aspek}
    return [{a: float(n + acak.bulat(-3, 3)) for a, n in dasar.items()} for _ in "12"]


def _campaign(tempat: list[str]) -> DaftarLain:
    kepala = {
        "nama": "Bangga Produk UP2K", "tagar": "#banggaprodukup2k",
        "penyelenggara": _KOTA, "mulai": _MULAI,
        "selesai": _MULAI + dt.timedelta(days=_LAMA - 1),
        "pengumuman": _MULAI + dt.timedelta(days=_LAMA + 9),
    }  # fmt: skip
    sasaran: list[Baris] = [
        {"saluran": "suara", "sasaran": 6000}, {"saluran": "berbagi", "sasaran": 2500},
        {"saluran": "komentar", "sasaran": None},
    ]  # fmt: skip
    harian: list[Baris] = [b for s in (*tempat, *_PERANGKAT) for b in _counts(s)]
    tabel = {"kampanye_sasaran": sasaran, "kampanye_harian": harian}
    tiba = _MULAI + dt.timedelta(days=_LAMA + 1)
    return DaftarLain("kampanye", Isi(kepala, tabel), tiba)


def _counts(siapa: str) -> Iterator[Baris]:
    acak = Acak("kampanye", siapa)
    if acak.mungkin(_PELUANG_DIAM):
        return
    giat = acak.bulat(6, 28)
    for n in range(_LAMA):
        for saluran, bagian in (("suara", 1.0), ("berbagi", 0.4)):
            if acak.mungkin(_PELUANG_DIHITUNG):
                yield {
                    "tanggal": _MULAI + dt.timedelta(days=n),
                    "peserta": siapa,
                    "saluran": saluran,
                    "jumlah": round(giat * bagian * acak.antara(0.2, 1.8)),
                }
