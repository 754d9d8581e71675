"""Quiet signs that figures may have been copied; for the coordinator's eyes alone.

Each may be true as it stands: nothing here is a fault, and the sender is not told.
"""

from collections.abc import Iterator, Sequence

from checks.aturan import Banding, Nilai, Pelanggaran
from checks.rules.kebiasaan import UANG
from checks.sebaran import at_least, digits
from checks.sekitar import Baris, Sekitar, Tabel
from reference.kosakata import variables
from reference.periode import Periode
from reference.tulisan import angka, bernilai, daftar, persen
from reference.wilayah import nama_wilayah

ANGKA = (*UANG, "shu_belum_dibagi")
BERGERAK = (
    "kas", "pinjaman_disalurkan", "angsuran_pokok", "jasa_diterima", "biaya",
    "omzet_usaha", "hadir_rata_rata",
)  # fmt: skip
ARUS = ("pinjaman_disalurkan", "angsuran_pokok", "jasa_diterima", "biaya")
TIDAK_BULAT = (
    "kas", "simpanan_wajib", "cadangan", "simpanan_sukarela", "shu_belum_dibagi",
    "pinjaman_beredar", "angsuran_pokok", "jasa_diterima", "biaya",
)  # fmt: skip

BERULANG_MINIMAL, BERULANG_ANGKA = 4, 8
KEMBAR_MINIMAL, KEMBAR_ANGKA, KEMBAR_BAGIAN = 5, 12, 0.8
BULAT_KELIPATAN, BULAT_MULAI, BULAT_MINIMAL = 50_000, 100_000, 6
BULAT_WAJAR, BULAT_PELUANG = 0.35, 0.002
BULAT_SEBAYA = 100
_TINDAKAN = "Bila memang sama, tandai “memang sama”; bila ragu, tanyakan baik-baik."


def _filled(nilai: Nilai, nama: Sequence[str]) -> dict[str, float]:
    return {n: v for n in nama if (v := nilai.get(n))}


def _repeated(s: Sekitar) -> Iterator[Pelanggaran]:
    """What moves from quarter to quarter, all equal to that of an earlier one."""
    tabel = s.seangka
    for baris in tabel.rows:
        if s.kode and tabel.cell(baris, "kode_kelompok") == s.kode:
            ini = _filled(s.nilai, BERGERAK)
            if all((tabel.cell(baris, n) or None) == ini.get(n) for n in BERGERAK):
                if _says_enough(ini):
                    yield _equal(ini, f"sama dengan {_period(tabel, baris)}")
                return


def _says_enough(ini: dict[str, float]) -> bool:
    """Whether figures that come back are too many, and too odd, for chance."""
    cukup = sum(map(digits, ini.values())) >= BERULANG_ANGKA
    return len(ini) >= BERULANG_MINIMAL and cukup and bool(ini.keys() & set(ARUS))


def _equal(sama: dict[str, float], dengan: str) -> Pelanggaran:
    """Figures that are equal to some others, at the one that says most."""
    utama = max(sama, key=lambda n: digits(sama[n]))
    v = variables()
    isi = [f"{v[n].label.lower()} {bernilai(x, v[n].unit)}" for n, x in sama.items()]
    return Pelanggaran(
        utama, bernilai(sama[utama], v[utama].unit), "", _TINDAKAN,
        f"{len(sama)} angka {dengan}: {daftar(isi, paling_banyak=3)}; mungkin memang "
        "sama",
        tuple(n for n in sama if n != utama),
    )  # fmt: skip


def _twin(s: Sekitar) -> Iterator[Pelanggaran]:
    """The first other group with nearly all the same figures."""
    for baris in s.seangka.rows:
        if s.kode and s.seangka.cell(baris, "kode_kelompok") == s.kode:
            continue
        if sama := same_figures(_filled(s.nilai, ANGKA), s.seangka, baris):
            yield _equal(sama, f"sama dengan {_who(s, baris)}")
            return


def same_figures(ini: dict[str, float], tabel: Tabel, baris: Baris) -> dict[str, float]:
    """The figures that two groups share, if they are too many for chance; else none."""
    sama = {n: v for n, v in ini.items() if tabel.cell(baris, n) == v}
    isi = sum(1 for n in ANGKA if n in ini or tabel.cell(baris, n))
    cukup = len(sama) >= max(KEMBAR_MINIMAL, KEMBAR_BAGIAN * isi)
    return sama if cukup and sum(map(digits, sama.values())) >= KEMBAR_ANGKA else {}


def _period(tabel: Tabel, baris: Baris) -> str:
    return Periode.parse(tabel.cell(baris, "periode")).label


def _who(s: Sekitar, baris: Baris) -> str:
    """Another group: its name, where it is, and when, if it was not now."""
    nama = f"kelompok {s.seangka.cell(baris, 'nama_kelompok')}"
    wilayah = s.seangka.cell(baris, "kode_wilayah")
    if wilayah != s.kode_wilayah:
        return f"{nama}, {nama_wilayah(wilayah)}"
    kini = s.seangka.cell(baris, "periode") == s.periode
    return nama if kini else f"{nama} pada {_period(s.seangka, baris)}"


def _round(nilai: float) -> bool:
    return nilai % BULAT_KELIPATAN == 0


def _heaps(s: Sekitar) -> Iterator[Pelanggaran]:
    """More round sums than groups of the same period have by themselves."""
    ini = {n: v for n, v in _filled(s.nilai, TIDAK_BULAT).items() if v >= BULAT_MULAI}
    bulat = {n: v for n, v in ini.items() if _round(v)}
    wajar = BULAT_WAJAR
    if len(bulat) < BULAT_MINIMAL or not _unlikely(len(bulat), len(ini), wajar):
        return
    lain = [
        v for n in TIDAK_BULAT for v in s.sebaya.values(n) if v >= BULAT_MULAI
    ]  # fmt: skip
    if len(lain) >= BULAT_SEBAYA:
        wajar = max(wajar, sum(map(_round, lain)) / len(lain))
    if _unlikely(len(bulat), len(ini), wajar):
        utama, *sisa = bulat
        yield Pelanggaran(
            utama, f"{len(bulat)} dari {len(ini)}", "", _TINDAKAN,
            f"{len(bulat)} dari {len(ini)} jumlah uang yang biasanya tidak bulat "
            f"berupa kelipatan Rp {angka(BULAT_KELIPATAN)}; mungkin memang dibulatkan",
            tuple(sisa),
        )  # fmt: skip


def _unlikely(k: int, n: int, wajar: float) -> bool:
    return at_least(k, n, wajar) < BULAT_PELUANG


ATURAN = (
    Banding(
        kode="angka_berulang",
        tingkat="info",
        pembaca="koordinator",
        judul="Angka sama dengan periode sebelumnya",
        penjelasan="Angka yang biasanya berubah tiap periode sama persis dengan salah "
        "satu periode sebelumnya. Kelompok yang kegiatannya tetap dapat begitu.",
        tindakan=_TINDAKAN,
        rumus=f"Semua dari {len(BERGERAK)} angka yang bergerak (kas, pinjaman "
        "disalurkan, angsuran, jasa, biaya, omzet, hadir) yang bukan nol sama dengan "
        f"satu periode sebelumnya, sedikitnya {BERULANG_MINIMAL} angka, yang bersama-"
        f"sama memuat {BERULANG_ANGKA} angka penting (Rp 347.500 memuat 4).",
        jalankan=_repeated,
        kolom=BERGERAK,
    ),
    Banding(
        kode="angka_sama_kelompok_lain",
        tingkat="info",
        pembaca="koordinator",
        judul="Angka sama dengan kelompok lain",
        penjelasan="Hampir semua jumlah uang sama persis dengan kelompok lain pada "
        "periode yang sama.",
        tindakan=_TINDAKAN,
        rumus=f"Sedikitnya {KEMBAR_MINIMAL} jumlah uang, dan "
        f"{persen(100 * KEMBAR_BAGIAN, 0)} dari semua yang bukan nol, sama; di "
        f"antaranya dua dari jasa, angsuran, dan kas; semua memuat {KEMBAR_ANGKA} "
        "angka penting (Rp 347.500 memuat 4, Rp 500.000 memuat 1).",
        jalankan=_twin,
        kolom=ANGKA,
    ),
    Banding(
        kode="angka_bulat_menumpuk",
        tingkat="info",
        pembaca="koordinator",
        judul="Jumlah uang hampir semuanya bulat",
        penjelasan="Jumlah uang yang biasanya tidak bulat, seperti kas dan jasa, "
        "hampir semuanya bulat. Simpanan pokok, hibah, dan pinjaman yang disalurkan "
        "memang wajar bulat, sehingga tidak dihitung.",
        tindakan=_TINDAKAN,
        rumus=f"Dari jumlah sedikitnya Rp {angka(BULAT_MULAI)}, sedikitnya "
        f"{BULAT_MINIMAL} berupa kelipatan Rp {angka(BULAT_KELIPATAN)}, dan peluangnya "
        f"di bawah {persen(100 * BULAT_PELUANG)} bila tiap jumlah bulat dengan "
        f"peluang seperti kelompok lain pada periode itu (paling sedikit "
        f"{persen(100 * BULAT_WAJAR, 0)}, usulan).",
        jalankan=_heaps,
        kolom=TIDAK_BULAT,
    ),
)
