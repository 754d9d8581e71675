"""Members over the same groups."""

from indicators.sentences.kalimat import SEMUA, Aturan, Kalimat
from indicators.sentences.kata import moved, sure, who
from indicators.sentences.soal import Soal


def tulis(soal: Soal) -> Kalimat | None:
    """The sentence on members, where their number moved beyond the noise."""
    p = soal.change("anggota")
    if not p.arah:
        return None
    teks = f"Anggota{who(p)} {moved(p)} sejak {soal.pembanding.label}."
    return Kalimat("anggota", teks, sure(p), (p.dasar,), p.arah)


ATURAN = Aturan("anggota", 20, SEMUA, tulis)
