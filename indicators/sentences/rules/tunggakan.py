"""Arrears over the same groups, against the goal."""

from indicators import INDICATORS
from indicators.sentences.kalimat import SEMUA, Aturan, Kalimat
from indicators.sentences.kata import moved, sure, who
from indicators.sentences.soal import Soal


def tulis(soal: Soal) -> Kalimat | None:
    """The sentence on arrears, where their share moved beyond the noise."""
    p = soal.change("rasio_tunggakan_pct")
    batas = INDICATORS["rasio_tunggakan_pct"].goal
    if not p.arah or batas is None:
        return None
    letak = "dalam" if batas.is_met(p["value_sama"]) else "di atas"
    teks = (
        f"Rasio tunggakan{who(p)} {moved(p)} sejak {soal.pembanding.label}, {letak} "
        f"batas {batas.value:g} %."
    )
    return Kalimat("tunggakan", teks, sure(p), (p.dasar,), p.arah)


ATURAN = Aturan("tunggakan", 30, SEMUA, tulis)
