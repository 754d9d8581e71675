"""What did not move beyond the noise, and what cannot be said yet."""

from indicators.sentences.kalimat import SEMUA, Aturan, Kalimat
from indicators.sentences.soal import Perubahan, Soal
from reference.tulisan import daftar

_POKOK = {
    "modal_up2k": "modal",
    "anggota": "anggota",
    "rasio_tunggakan_pct": "rasio tunggakan",
}


def tulis(soal: Soal) -> Kalimat | None:
    """One sentence on all that the other rules are silent about."""
    diam = {n: p for i, n in _POKOK.items() if not (p := soal.change(i)).arah}
    if not any(p["n_lapor"] > 0 for p in diam.values()):
        return None
    biasa = {n: p for n, p in diam.items() if p.peluang is not None}
    belum = {n: p for n, p in diam.items() if p.peluang is None and p["n_lapor"] > 0}
    if not biasa and not belum:
        return None
    kalimat = [_usual(soal, biasa)] if biasa else []
    kalimat += [_unknown(belum)] if belum else []
    dasar = tuple(diam[n].dasar for n in (*biasa, *belum))
    return Kalimat("tenang", " ".join(kalimat), "", dasar)


def _usual(soal: Soal, biasa: dict[str, Perubahan]) -> str:
    sejak = f"sejak {soal.pembanding.label}"
    if any(p.cara != "kelompok" for p in biasa.values()):
        return (
            f"Perubahan {daftar(list(biasa))} {sejak} tidak lebih besar daripada "
            "perubahan biasanya."
        )
    return (
        f"Perubahan {daftar(list(biasa))} {sejak} belum dapat dibedakan dari "
        "naik-turun biasa."
    )


def _unknown(belum: dict[str, Perubahan]) -> str:
    sebab = daftar(list(dict.fromkeys(p.sebab for p in belum.values())))
    return f"Perubahan {daftar(list(belum))} belum dapat dikatakan: {sebab}."


ATURAN = Aturan("tenang", 40, SEMUA, tulis)
