"""The words that several rules share: a movement, how sure, since when."""

from indicators.sentences.soal import ANGKA, Perubahan
from reference.tulisan import angka, bernilai, persen


def moved(p: Perubahan) -> str:
    """How a figure moved, with its new value: `naik Rp 5.000 (2,0 %) menjadi …`."""
    satuan = ANGKA[p.dasar.indikator].unit
    beda, dulu, kini = p["selisih_sama"], p["value_dulu_sama"], p["value_sama"]
    arah = "naik" if beda > 0 else "turun"
    if satuan == "%":
        return (
            f"{arah} dari {persen(dulu)} menjadi {persen(kini)} "
            f"({angka(abs(beda), 1)} poin)"
        )
    bagian = f" ({persen(abs(beda) / dulu * 100)})" if dulu else ""
    return f"{arah} {bernilai(abs(beda), satuan)}{bagian} menjadi " + bernilai(
        kini, satuan
    )


def who(p: Perubahan) -> str:
    """Over which groups: `41 kelompok yang sama`; nothing for one group's own."""
    if "-" in p.dasar.kode:
        return ""
    return f" {angka(p['n_sama'])} kelompok yang sama"


def sure(p: Perubahan) -> str:
    """How sure a change is, in words; "" where nothing can be said.

    It says how often so large a change would come about by chance.
    """
    if p.peluang is None:
        return ""
    if p.cara == "runtun":
        return f"Searah dengan {p.sebab} perubahan sebelumnya."
    if p.cara == "riwayat":
        lebih = round((1 - p.peluang) * (p.n_acuan + 1))
        return (
            f"Lebih besar daripada {angka(lebih)} dari {angka(p.n_acuan)} perubahan "
            "terdahulu."
        )
    kali = "kurang dari 1" if p.peluang < 0.01 else f"sekitar {p.peluang * 100:.0f}"
    return (
        "Bila kelompok naik dan turun secara kebetulan, perubahan sebesar ini muncul "
        f"{kali} dari 100 kali."
    )
