"""Rules about members: how many, and who among them."""

from collections.abc import Iterator

from checks.aturan import Aturan, Nilai, Pelanggaran
from checks.identitas import Identitas, Suku, breach
from reference.kosakata import variables
from reference.pengaturan import pengaturan
from reference.tulisan import bernilai

_BAGIAN = ("anggota_perempuan", "peminjam_aktif", "anggota_kkmp")
_ARUS = Identitas(
    rumus="Anggota awal + masuk - keluar = anggota akhir",
    utama="anggota_akhir",
    tanda={
        "anggota_awal": 1,
        "anggota_masuk": 1,
        "anggota_keluar": -1,
        "anggota_akhir": -1,
    },
    satuan="orang",
    toleransi=pengaturan().toleransi_orang,
)
_PEMBUKA = Identitas(
    rumus="Anggota awal = anggota akhir periode lalu",
    utama="anggota_awal",
    tanda={"anggota_awal": -1},
    satuan="orang",
    toleransi=pengaturan().toleransi_orang,
)


_PERBAIKI = "Perbaiki salah satunya, lalu kirim ulang."
_PERIKSA = "Periksa keduanya; bila memang benar, tulis alasannya."


def _over(
    nilai: Nilai, nama: str, batas: int | None, label: str, saran: str = _PERBAIKI
) -> Iterator[Pelanggaran]:
    ada = nilai.get(nama)
    if ada is None or batas is None or ada <= batas:
        return
    v = variables()[nama]
    yield Pelanggaran(
        nama, bernilai(ada, v.unit), f"paling banyak {bernilai(batas, 'orang')}",
        saran,
        f"{v.label} ({bernilai(ada, v.unit)}) lebih banyak dari {label} "
        f"({bernilai(batas, 'orang')})",
        ("anggota_akhir",),
    )  # fmt: skip


def _parts(nilai: Nilai, _lalu: Nilai) -> Iterator[Pelanggaran]:
    for n in _BAGIAN:
        yield from _over(nilai, n, nilai.get("anggota_akhir"), "anggota akhir")


def _families(nilai: Nilai, _lalu: Nilai) -> Iterator[Pelanggaran]:
    akhir = nilai.get("anggota_akhir")
    yield from _over(nilai, "keluarga_anggota_kk", akhir, "anggota akhir", _PERIKSA)


def _attendance(nilai: Nilai, _lalu: Nilai) -> Iterator[Pelanggaran]:
    """Attendance against the most members that the period can have had."""
    akhir, awal = nilai.get("anggota_akhir"), nilai.get("anggota_awal")
    if akhir is None:
        return
    terbanyak = max(akhir, (awal or 0) + (nilai.get("anggota_masuk") or 0))
    yield from _over(nilai, "hadir_rata_rata", terbanyak, "anggota")


def _flow(nilai: Nilai, _lalu: Nilai) -> Iterator[Pelanggaran]:
    kosong = [n for n in _ARUS.tanda if nilai.get(n) is None]
    if not {"anggota_awal", "anggota_akhir"} & set(kosong):
        yield from breach(_ARUS, nilai)


def _opening(nilai: Nilai, lalu: Nilai) -> Iterator[Pelanggaran]:
    dulu = lalu.get("anggota_akhir")
    if dulu is not None and nilai.get("anggota_awal") is not None:
        suku = Suku("anggota_akhir", 1, dulu, "Anggota akhir periode lalu", lalu=True)
        yield from breach(_PEMBUKA, nilai, suku)


ATURAN = (
    Aturan(
        kode="bagian_lebih_dari_anggota",
        tingkat="galat",
        judul="Bagian lebih banyak dari seluruh anggota",
        penjelasan="Anggota perempuan, peminjam aktif, atau anggota KKMP tidak mungkin "
        "lebih banyak dari anggota akhir.",
        tindakan=_PERBAIKI,
        rumus="Anggota perempuan, peminjam aktif, anggota KKMP: masing-masing "
        "tidak lebih dari anggota akhir.",
        jalankan=_parts,
    ),
    Aturan(
        kode="keluarga_lebih_dari_anggota",
        tingkat="periksa",
        judul="Keluarga lebih banyak dari anggota",
        penjelasan="Keluarga anggota (KK) biasanya tidak lebih banyak dari anggota "
        "akhir.",
        tindakan=_PERIKSA,
        rumus="Keluarga anggota tidak lebih dari anggota akhir.",
        jalankan=_families,
    ),
    Aturan(
        kode="hadir_lebih_dari_anggota",
        tingkat="galat",
        judul="Hadir lebih banyak dari anggota",
        penjelasan="Rata-rata hadir tidak mungkin lebih banyak dari anggota terbanyak "
        "selama periode (anggota akhir, atau anggota awal + masuk).",
        tindakan=_PERBAIKI,
        rumus="Hadir rata-rata tidak lebih dari yang terbesar antara anggota akhir "
        "dan (anggota awal + masuk).",
        jalankan=_attendance,
    ),
    Aturan(
        kode="anggota_tidak_cocok",
        tingkat="periksa",
        judul="Jumlah anggota tidak cocok",
        penjelasan=f"{_ARUS.rumus}.",
        tindakan="Periksa angka yang disebut; bila memang benar, tulis alasannya.",
        rumus=_ARUS.rumus_lengkap,
        jalankan=_flow,
    ),
    Aturan(
        kode="anggota_awal_berbeda",
        tingkat="periksa",
        judul="Anggota awal berbeda dari periode lalu",
        penjelasan="Anggota awal sama dengan anggota akhir periode lalu.",
        tindakan="Periksa angka yang disebut; bila memang benar, tulis alasannya.",
        rumus=_PEMBUKA.rumus_lengkap,
        jalankan=_opening,
        perlu_lalu=True,
    ),
)
