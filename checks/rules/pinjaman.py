"""Rules about loans out to members and what is overdue."""

from collections.abc import Iterator

from checks.aturan import Aturan, Nilai, Pelanggaran
from checks.identitas import Identitas, Suku, breach
from reference.kosakata import TUNGGAKAN
from reference.pengaturan import pengaturan
from reference.tulisan import rupiah

_ARUS = Identitas(
    rumus="Pinjaman beredar = pinjaman beredar periode lalu + disalurkan - angsuran "
    "pokok - hapus buku",
    utama="pinjaman_beredar",
    tanda={
        "pinjaman_disalurkan": 1,
        "angsuran_pokok": -1,
        "hapus_buku": -1,
        "pinjaman_beredar": -1,
    },
    satuan="Rp",
    toleransi=pengaturan().toleransi_rp,
)


def _arrears(nilai: Nilai, _lalu: Nilai) -> Iterator[Pelanggaran]:
    beredar = nilai.get("pinjaman_beredar")
    ada = [n for n in TUNGGAKAN if nilai.get(n) is not None]
    tunggakan = sum(nilai[n] for n in ada)
    if beredar is None or not ada or tunggakan <= beredar:
        return
    terbesar = max(ada, key=lambda n: nilai[n])
    yield Pelanggaran(
        terbesar, rupiah(tunggakan), f"paling banyak {rupiah(beredar)}",
        "Perbaiki tunggakan atau pinjaman beredar, lalu kirim ulang.",
        f"Jumlah tunggakan {rupiah(tunggakan)} melebihi pinjaman beredar "
        f"{rupiah(beredar)}",
        (*ada, "pinjaman_beredar"),
    )  # fmt: skip


def _flow(nilai: Nilai, lalu: Nilai) -> Iterator[Pelanggaran]:
    dulu = lalu.get("pinjaman_beredar")
    arus = [nilai.get(n) for n in _ARUS.tanda if n != "pinjaman_beredar"]
    if (
        dulu is None
        or nilai.get("pinjaman_beredar") is None
        or not any(n is not None for n in arus)
    ):
        return
    suku = Suku("pinjaman_beredar", 1, dulu, "Pinjaman beredar periode lalu", lalu=True)
    yield from breach(_ARUS, nilai, suku)


ATURAN = (
    Aturan(
        kode="tunggakan_melebihi_pinjaman",
        tingkat="galat",
        judul="Tunggakan melebihi pinjaman beredar",
        penjelasan="Pokok yang terlambat tidak mungkin lebih besar dari seluruh "
        "pinjaman yang masih beredar.",
        tindakan="Perbaiki tunggakan atau pinjaman beredar, lalu kirim ulang.",
        rumus="Jumlah tunggakan keempat umur tidak lebih dari pinjaman beredar.",
        jalankan=_arrears,
    ),
    Aturan(
        kode="pinjaman_beredar_tidak_cocok",
        tingkat="periksa",
        judul="Pinjaman beredar tidak cocok dengan periode lalu",
        penjelasan=f"{_ARUS.rumus}.",
        tindakan="Periksa angka yang disebut; bila memang benar, tulis alasannya.",
        rumus=_ARUS.rumus_lengkap,
        jalankan=_flow,
        perlu_lalu=True,
    ),
)
