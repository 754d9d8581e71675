"""Rules about what does not change by itself, or cannot be at the same time."""

from collections.abc import Iterator

from checks.aturan import Aturan, Nilai, Pelanggaran
from reference.kosakata import label_pilihan, variables
from reference.tulisan import bernilai, daftar, tanggal

_PERIKSA = "Periksa keduanya; bila memang benar, tulis alasannya."
_TAHAP = variables()["tahap"].choices
_KEGIATAN = (
    "rapat_terlaksana", "pinjaman_disalurkan", "angsuran_pokok", "jasa_diterima",
)  # fmt: skip


def _founding_day(nilai: Nilai, lalu: Nilai) -> Iterator[Pelanggaran]:
    ada, dulu = nilai.get("tanggal_berdiri"), lalu.get("tanggal_berdiri")
    if ada is None or dulu is None or ada == dulu:
        return
    yield Pelanggaran(
        "tanggal_berdiri", tanggal(ada), tanggal(dulu),
        "Perbaiki tanggalnya; bila yang lama keliru, tulis alasannya.",
        f"Tanggal berdiri {tanggal(ada)} berbeda dari periode lalu ({tanggal(dulu)})",
    )  # fmt: skip


def _stage(nilai: Nilai, lalu: Nilai) -> Iterator[Pelanggaran]:
    ada, dulu = nilai.get("tahap"), lalu.get("tahap")
    if ada not in _TAHAP or dulu not in _TAHAP:
        return
    if _TAHAP.index(ada) < _TAHAP.index(dulu):
        kini, tadi = label_pilihan("tahap", ada), label_pilihan("tahap", dulu)
        yield Pelanggaran(
            "tahap", kini, f"{tadi} atau sesudahnya",
            "Periksa tahapnya; bila memang turun, tulis alasannya.",
            f"Tahap turun dari {tadi} menjadi {kini}",
        )  # fmt: skip


def _asleep(nilai: Nilai, _lalu: Nilai) -> Iterator[Pelanggaran]:
    ada = [n for n in _KEGIATAN if nilai.get(n)]
    if nilai.get("status") != "nonaktif" or not ada:
        return
    v = variables()
    isi = daftar([f"{v[n].label} {bernilai(nilai[n], v[n].unit)}" for n in ada])
    yield Pelanggaran(
        "status", "Nonaktif", "Aktif", _PERIKSA,
        f"Status kelompok Nonaktif, padahal ada kegiatan ({isi})", tuple(ada),
    )  # fmt: skip


ATURAN = (
    Aturan(
        kode="tanggal_berdiri_berubah",
        tingkat="periksa",
        judul="Tanggal berdiri berubah",
        penjelasan="Tanggal berdiri suatu kelompok tidak berubah dari periode ke "
        "periode.",
        tindakan="Perbaiki tanggalnya; bila yang lama keliru, tulis alasannya.",
        rumus="Tanggal berdiri = tanggal berdiri periode lalu.",
        jalankan=_founding_day,
        perlu_lalu=True,
    ),
    Aturan(
        kode="tahap_mundur",
        tingkat="periksa",
        judul="Tahap kelembagaan turun",
        penjelasan="Tahap menuju koperasi biasanya tidak turun: UP2K, pra-koperasi, "
        "lalu koperasi. Tingkat (pemula sampai mandiri) boleh turun menurut penilaian.",
        tindakan="Periksa tahapnya; bila memang turun, tulis alasannya.",
        rumus="Tahap tidak lebih rendah dari tahap periode lalu.",
        jalankan=_stage,
        perlu_lalu=True,
    ),
    Aturan(
        kode="nonaktif_berkegiatan",
        tingkat="periksa",
        judul="Nonaktif tetapi berkegiatan",
        penjelasan="Kelompok berstatus Nonaktif bila tidak ada kegiatan selama periode "
        "ini, tetapi melaporkan rapat, pinjaman, angsuran, atau jasa.",
        tindakan=_PERIKSA,
        rumus="Status Nonaktif hanya bila rapat, pinjaman disalurkan, angsuran pokok, "
        "dan jasa diterima nol atau kosong.",
        jalankan=_asleep,
    ),
)
