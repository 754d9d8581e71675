"""Who reported: the share on which all other sentences stand."""

from indicators import INDICATORS
from indicators.attention import attention
from indicators.compute import compute
from indicators.sentences.kalimat import SEMUA, Aturan, Dasar, Kalimat
from indicators.sentences.soal import Soal
from reference.tulisan import tanggal

_ID = "tingkat_pelaporan_pct"
_DITUNGGU = ("ditolak", "belum_lapor", "menunggu")
_YAKIN = "Dihitung dari kiriman yang sudah diterima."


def tulis(soal: Soal) -> Kalimat | None:
    """How many of the open groups reported; None where none is open."""
    baris = compute(INDICATORS[_ID], soal.data, soal.periode, soal.by)
    if soal.kode not in baris.index or not baris.at[soal.kode, "n_kelompok"]:
        return None
    n, dari = (int(baris.at[soal.kode, k]) for k in ("n_lapor", "n_kelompok"))
    teks = _group(soal, n) if soal.by == "kelompok" else _place(soal, n, dari)
    if not teks:
        return None
    angka = (("n_lapor", float(n)), ("n_kelompok", float(dari)))
    dasar = Dasar(_ID, soal.kode, soal.periode, None, angka)
    return Kalimat("pelaporan", teks, _YAKIN, (dasar,), "", "kiriman")


def _place(soal: Soal, n: int, dari: int) -> str:
    ada = attention(soal.data, soal.periode, soal.hari_ini, soal.kode)
    ditunggu = any(p.jenis in _DITUNGGU for p in ada)
    if n == dari > 1 and not ditunggu:
        return f"Semua {dari} kelompok sudah lapor untuk {soal.periode.label}."
    return f"{n} dari {dari} kelompok sudah lapor untuk {soal.periode.label}."


def _group(soal: Soal, n: int) -> str:
    if n:
        return ""
    batas = soal.periode.deadline
    kata = "batas lapornya" if soal.hari_ini > batas else "ditunggu sampai"
    return (
        f"Kelompok ini belum lapor untuk {soal.periode.label} ({kata} "
        f"{tanggal(batas)})."
    )


ATURAN = Aturan("pelaporan", 5, SEMUA, tulis)
