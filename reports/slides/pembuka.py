"""The opening: what is shown, of where, of when, and to whom."""

from reports.blocks import known, sentences, unknown
from reports.context import Konteks
from reports.kata import reporting
from reports.slide import AUDIENS as SEMUA
from reports.slide import Slide

ID = "pembuka"
JUDUL = "Pembuka"
URUTAN = 0
AUDIENS = tuple(SEMUA)


def make(konteks: Konteks, audiens: str) -> Slide:
    """The title slide; it also says when nothing has been reported."""
    p, lalu = konteks.periode.label, konteks.pembanding.label
    ada = known(konteks)
    lapor = reporting(konteks.value("tingkat_pelaporan_pct"))
    isi = f"{p}, dibandingkan dengan {lalu}."
    return Slide(
        id=ID,
        judul=f"UP2K PKK {konteks.nama}",
        kalimat=isi if ada else unknown(konteks),
        catatan=sentences(
            "Assalamualaikum dan selamat datang, Bapak dan Ibu.",
            f"Kami menyampaikan keadaan UP2K PKK {konteks.nama} pada {p}, untuk "
            f"{SEMUA[audiens]}.",
            f"Angkanya {lapor}; yang belum lapor tidak dihitung nol."
            if ada
            else unknown(konteks),
            "Ini data contoh, bukan data sebenarnya." if konteks.contoh else "",
        ),
        jenis="pembuka",
    )
