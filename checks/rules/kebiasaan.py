"""Rules about money far from what the group, or others like it, usually report."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from checks.aturan import Banding, Pelanggaran
from checks.sebaran import Ukuran, far_from
from checks.sekitar import Sekitar, Tabel
from reference.kosakata import variables
from reference.tulisan import angka, rupiah

UANG = (
    "simpanan_pokok", "simpanan_wajib", "iuran_swadaya", "cadangan",
    "simpanan_sukarela", "kas", "simpanan_di_bank", "pinjaman_beredar",
    "pinjaman_disalurkan", "angsuran_pokok", "jasa_diterima", "biaya", "omzet_usaha",
)  # fmt: skip
SENDIRI = Ukuran(n_minimal=5, n_mad=5, kali=5, kali_tepi=2, beda_minimal=250_000)
SEBAYA = Ukuran(n_minimal=20, n_mad=6, kali=20, kali_tepi=2, beda_minimal=250_000)
_TINDAKAN = "Periksa banyaknya nol; bila memang benar, tulis alasannya."


def _moved(nilai: Mapping[str, Any], lalu: Mapping[str, Any] | None) -> dict[str, int]:
    """The sums that the period before does not bear out.

    Looked at first, since it is at hand: most groups move little from one period to
    the next, and then nothing more need be read.
    """
    hasil = {}
    for nama in UANG:
        ada = nilai.get(nama)
        if not ada or ada < 0:
            continue
        dulu = lalu.get(nama) or 0 if lalu else 0
        dekat = dulu <= ada * SENDIRI.kali_tepi and ada <= dulu * SENDIRI.kali_tepi
        kecil = lalu is not None and abs(ada - dulu) < SENDIRI.beda_minimal
        if not (dekat or kecil):
            hasil[nama] = ada
    return hasil


def _against_itself(s: Sekitar) -> Iterator[Pelanggaran]:
    for nama, ada in _moved(s.nilai, s.lalu).items():
        lalu = _above_zero(s.riwayat, nama)
        if far_from(ada, lalu, SENDIRI):
            yield _breach(nama, ada, lalu, f"dalam {len(lalu)} periode sebelumnya")


def _against_others(s: Sekitar) -> Iterator[Pelanggaran]:
    """Only what its own past says nothing about: who was large before may stay so."""
    for nama, ada in _moved(s.nilai, s.lalu).items():
        if len(_above_zero(s.riwayat, nama)) < SENDIRI.n_minimal:
            lain = _above_zero(s.sebaya, nama)
            if far_from(ada, lain, SEBAYA):
                yield _breach(nama, ada, lain, f"pada {len(lain)} kelompok lain")


def _above_zero(tabel: Tabel, nama: str) -> list[int]:
    return [n for n in tabel.values(nama) if n > 0]


def _breach(nama: str, ada: int, lain: Sequence[int], di: str) -> Pelanggaran:
    rentang = f"antara {rupiah(min(lain))} dan {rupiah(max(lain))}"
    return Pelanggaran(
        nama, rupiah(ada), rentang, _TINDAKAN,
        f"{variables()[nama].label} {rupiah(ada)}; {di} biasanya {rentang}",
    )  # fmt: skip


def _formula(u: Ukuran, dari: str) -> str:
    return (
        f"Untuk rupiah di atas nol, bila ada sedikitnya {u.n_minimal} {dari}: lebih "
        f"dari {angka(u.n_mad)} simpangan (1,4826 × MAD dari logaritma) dan "
        f"{angka(u.kali)} kali lipat dari mediannya, {angka(u.kali_tepi)} kali lipat "
        f"di luar yang terbesar atau terkecil, dan berselisih sedikitnya "
        f"Rp {angka(u.beda_minimal)} dari median dan dari periode lalu."
    )


ATURAN = (
    Banding(
        kode="jauh_dari_kebiasaan",
        tingkat="periksa",
        judul="Jauh dari kebiasaan kelompok ini",
        penjelasan="Nilai uang jauh lebih besar atau lebih kecil dari yang biasa "
        "dilaporkan kelompok itu sendiri; mungkin nolnya kurang atau berlebih.",
        tindakan=_TINDAKAN,
        rumus=_formula(SENDIRI, "nilai kelompok itu dari periode sebelumnya"),
        jalankan=_against_itself,
        kolom=UANG,
    ),
    Banding(
        kode="jauh_dari_kelompok_lain",
        tingkat="periksa",
        judul="Jauh dari kelompok lain",
        penjelasan="Kelompok belum cukup lama melapor, dan nilai uangnya jauh dari "
        "yang dilaporkan kelompok lain pada periode yang sama; mungkin satuannya "
        "keliru.",
        tindakan=_TINDAKAN,
        rumus=_formula(SEBAYA, "kelompok lain pada periode itu"),
        jalankan=_against_others,
        kolom=UANG,
    ),
)
