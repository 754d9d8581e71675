"""Capital over the same groups, and whether it would have moved without grants."""

from indicators.sentences.kalimat import SEMUA, Aturan, Kalimat
from indicators.sentences.kata import moved, sure, who
from indicators.sentences.soal import TANPA_HIBAH, Perubahan, Soal


def tulis(soal: Soal) -> Kalimat | None:
    """The sentence on capital, where it moved beyond the noise."""
    p = soal.change("modal_up2k")
    if not p.arah:
        return None
    tanpa = soal.change(TANPA_HIBAH.id)
    teks = (
        f"Modal UP2K{who(p)} {moved(p)} sejak {soal.pembanding.label}"
        f"{_without_grants(p, tanpa)}."
    )
    return Kalimat("modal", teks, sure(p), (p.dasar, tanpa.dasar), p.arah)


def _without_grants(p: Perubahan, tanpa: Perubahan) -> str:
    if tanpa["selisih_sama"] == p["selisih_sama"]:
        return ""
    if tanpa.arah:
        return f"; di luar hibah {moved(tanpa)}"
    return "; di luar hibah tidak ada perubahan yang melebihi naik-turun biasa"


ATURAN = Aturan("modal", 10, SEMUA, tulis)
