"""Rules about the balance of assets and about the result of the period."""

from collections.abc import Iterable, Iterator

from checks.aturan import Aturan, Nilai, Pelanggaran
from checks.identitas import Identitas, breach
from reference.kosakata import ASET, KEWAJIBAN_LAIN, MODAL_LUAR, MODAL_UP2K
from reference.pengaturan import pengaturan

_PASIVA = (*MODAL_UP2K, *MODAL_LUAR, *KEWAJIBAN_LAIN)
_NERACA = Identitas(
    rumus="Jumlah aset = modal + pinjaman + simpanan sukarela + SHU belum dibagi",
    utama=ASET[0],
    tanda={**dict.fromkeys(ASET, 1), **dict.fromkeys(_PASIVA, -1)},
    satuan="Rp",
    toleransi=pengaturan().toleransi_rp,
    sisi=("aset", "modal dan kewajiban"),
)
_SHU = Identitas(
    rumus="SHU = jasa diterima + pendapatan lain - biaya",
    utama="shu",
    tanda={"jasa_diterima": 1, "pendapatan_lain": 1, "biaya": -1, "shu": -1},
    satuan="Rp",
    toleransi=pengaturan().toleransi_rp,
)


def _reported(nilai: Nilai, nama: Iterable[str]) -> bool:
    return any(nilai.get(n) is not None for n in nama)


def _balance(nilai: Nilai, _lalu: Nilai) -> Iterator[Pelanggaran]:
    if _reported(nilai, ASET) and _reported(nilai, _PASIVA):
        yield from breach(_NERACA, nilai)


def _result(nilai: Nilai, _lalu: Nilai) -> Iterator[Pelanggaran]:
    if _reported(nilai, ["shu"]) and _reported(nilai, ["jasa_diterima", "biaya"]):
        yield from breach(_SHU, nilai)


ATURAN = (
    Aturan(
        kode="neraca_tidak_seimbang",
        tingkat="periksa",
        judul="Neraca tidak seimbang",
        penjelasan=f"{_NERACA.rumus}.",
        tindakan="Periksa angka yang disebut; bila memang benar, tulis alasannya.",
        rumus=_NERACA.rumus_lengkap,
        jalankan=_balance,
    ),
    Aturan(
        kode="shu_tidak_cocok",
        tingkat="periksa",
        judul="SHU tidak cocok",
        penjelasan=f"{_SHU.rumus}.",
        tindakan="Periksa angka yang disebut; bila memang benar, tulis alasannya.",
        rumus=_SHU.rumus_lengkap,
        jalankan=_result,
    ),
)
