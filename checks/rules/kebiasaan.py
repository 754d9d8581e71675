"""Rules about money far from what the group, or others like it, usually report."""

from collections.abc import Iterator, Sequence

from checks.aturan import Banding, Pelanggaran
from checks.sebaran import Ukuran, far_from
from checks.sekitar import Sekitar
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


def _past(s: Sekitar, nama: str) -> list[int]:
    return [n for n in s.riwayat.values(nama) if n > 0]


def _against_itself(s: Sekitar) -> Iterator[Pelanggaran]:
    for nama in UANG:
        ada = s.nilai.get(nama)
        if ada and ada > 0:
            lalu = _past(s, nama)
            if far_from(ada, lalu, SENDIRI):
                yield _breach(nama, ada, lalu, f"dalam {len(lalu)} periode sebelumnya")


def _against_others(s: Sekitar) -> Iterator[Pelanggaran]:
    """Only what its own past says nothing about: who was large before may stay so."""
    if len(s.riwayat.rows) >= SENDIRI.n_minimal:
        return
    for nama in UANG:
        ada = s.nilai.get(nama)
        if ada and ada > 0:
            lain = [n for n in s.sebaya.values(nama) if n > 0]
            if far_from(ada, lain, SEBAYA) and _unlike(ada, _past(s, nama)):
                yield _breach(nama, ada, lain, f"pada {len(lain)} kelompok lain")


def _unlike(ada: int, lalu: Sequence[int]) -> bool:
    """Whether the few earlier values do not bear it out."""
    tepi = SENDIRI.kali_tepi
    return not lalu or not min(lalu) / tepi <= ada <= max(lalu) * tepi


def _breach(nama: str, ada: int, lain: Sequence[int], di: str) -> Pelanggaran:
    rentang = f"antara {rupiah(min(lain))} dan {rupiah(max(lain))}"
    return Pelanggaran(
        nama, rupiah(ada), rentang, _TINDAKAN,
        f"{variables()[nama].label} {rupiah(ada)}, padahal {di} biasanya {rentang}",
    )  # fmt: skip


def _formula(u: Ukuran, dari: str) -> str:
    return (
        f"Untuk rupiah di atas nol, bila ada sedikitnya {u.n_minimal} {dari}: lebih "
        f"dari {angka(u.n_mad)} simpangan (1,4826 × MAD dari logaritma) dan {angka(u.kali)} kali "
        f"lipat dari mediannya, {angka(u.kali_tepi)} kali lipat di luar yang terbesar atau "
        f"terkecil, dan berselisih sedikitnya Rp {angka(u.beda_minimal)}."
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
        penjelasan="Kelompok belum cukup lama melapor, dan nilai uangnya jauh dari yang "
        "dilaporkan kelompok lain pada periode yang sama; mungkin satuannya keliru.",
        tindakan=_TINDAKAN,
        rumus=_formula(SEBAYA, "kelompok lain pada periode itu"),
        jalankan=_against_others,
        kolom=UANG,
    ),
)
