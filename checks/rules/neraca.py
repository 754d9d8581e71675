"""Rules about the balance of assets and about the result of the period."""

from collections.abc import Iterator

from checks.aturan import Aturan, Nilai, Pelanggaran
from checks.identitas import breach, suku_dari
from reference.kosakata import ASET, KEWAJIBAN_LAIN, MODAL_LUAR, MODAL_UP2K
from reference.pengaturan import pengaturan

_NERACA = "Jumlah aset = modal + pinjaman + simpanan sukarela + SHU belum dibagi"
_SHU = "SHU = jasa diterima + pendapatan lain - biaya"
_PASIVA = (*MODAL_UP2K, *MODAL_LUAR, *KEWAJIBAN_LAIN)
_TANDA_NERACA = {**dict.fromkeys(ASET, 1), **dict.fromkeys(_PASIVA, -1)}
_TANDA_SHU = {"jasa_diterima": 1, "pendapatan_lain": 1, "biaya": -1, "shu": -1}


def _balance(nilai: Nilai, _lalu: Nilai) -> Iterator[Pelanggaran]:
    aset = [n for n in ASET if nilai.get(n) is not None]
    if not aset or all(nilai.get(n) is None for n in _PASIVA):
        return
    yield from breach(
        suku_dari(nilai, _TANDA_NERACA), utama=aset[0], rumus=_NERACA, satuan="Rp",
        toleransi=pengaturan().toleransi_rp,
    )  # fmt: skip


def _result(nilai: Nilai, _lalu: Nilai) -> Iterator[Pelanggaran]:
    yield from breach(
        suku_dari(nilai, _TANDA_SHU), utama="shu", rumus=_SHU, satuan="Rp",
        toleransi=pengaturan().toleransi_rp,
    )  # fmt: skip


ATURAN = (
    Aturan(
        kode="neraca_tidak_seimbang",
        tingkat="periksa",
        judul="Neraca tidak seimbang",
        penjelasan=f"{_NERACA}.",
        tindakan="Periksa angka yang disebut; bila memang benar, tulis alasannya.",
        jalankan=_balance,
    ),
    Aturan(
        kode="shu_tidak_cocok",
        tingkat="periksa",
        judul="SHU tidak cocok",
        penjelasan=f"{_SHU}.",
        tindakan="Periksa angka yang disebut; bila memang benar, tulis alasannya.",
        jalankan=_result,
    ),
)
