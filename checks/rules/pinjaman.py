"""Rules about loans out to members and what is overdue."""

from collections.abc import Iterator

from checks.aturan import Aturan, Nilai, Pelanggaran
from checks.identitas import Suku, breach, suku_dari
from reference.kosakata import TUNGGAKAN
from reference.pengaturan import pengaturan
from reference.tulisan import rupiah

_RUMUS = (
    "Pinjaman beredar = pinjaman beredar periode lalu + disalurkan - angsuran pokok "
    "- hapus buku"
)


def _arrears(nilai: Nilai, _lalu: Nilai) -> Iterator[Pelanggaran]:
    beredar = nilai.get("pinjaman_beredar")
    ada = [n for n in TUNGGAKAN if nilai.get(n) is not None]
    tunggakan = sum(nilai[n] for n in ada)
    if beredar is None or tunggakan <= beredar:
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
    if dulu is None:
        return
    tanda = {"pinjaman_disalurkan": 1, "angsuran_pokok": -1, "hapus_buku": -1}
    suku = [
        Suku("pinjaman_beredar", 1, dulu, "pinjaman beredar periode lalu", lalu=True),
        *suku_dari(nilai, {**tanda, "pinjaman_beredar": -1}),
    ]
    yield from breach(
        suku, utama="pinjaman_beredar", rumus=_RUMUS, satuan="Rp",
        toleransi=pengaturan().toleransi_rp,
    )  # fmt: skip


ATURAN = (
    Aturan(
        kode="tunggakan_melebihi_pinjaman",
        tingkat="galat",
        judul="Tunggakan melebihi pinjaman beredar",
        penjelasan="Pokok yang terlambat tidak mungkin lebih besar dari seluruh pinjaman "
        "yang masih beredar.",
        tindakan="Perbaiki tunggakan atau pinjaman beredar, lalu kirim ulang.",
        jalankan=_arrears,
    ),
    Aturan(
        kode="pinjaman_beredar_tidak_cocok",
        tingkat="periksa",
        judul="Pinjaman beredar tidak cocok dengan periode lalu",
        penjelasan=f"{_RUMUS}.",
        tindakan="Periksa angka yang disebut; bila memang benar, tulis alasannya.",
        jalankan=_flow,
        perlu_lalu=True,
    ),
)
