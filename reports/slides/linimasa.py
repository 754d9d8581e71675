"""The story so far, each moment with its source."""

from reference.arsip import event
from reports.blocks import sentences
from reports.context import Konteks
from reports.slide import Slide, Tabel
from reports.story import story

ID = "linimasa"
JUDUL = "Perjalanan sampai kini"
URUTAN = 15
AUDIENS = ("pimpinan", "kelurahan")
TERBANYAK = 7
POKOK = ("lomba-2019", "sosialisasi-2022", "evaluasi-2023", "kkmp-2025")
"""The events of the archive that the story of UP2K goes by."""


def make(konteks: Konteks, audiens: str) -> Slide | None:  # noqa: ARG001
    """The main events of the past, and the newest that were sent in."""
    semua = story(konteks.data, konteks.hari, konteks.contoh)
    pokok = {event(kode).judul for kode in POKOK}
    arsip = [s for s in semua if s.asal == "arsip" and s.judul in pokok]
    baru = [s for s in semua if s.asal != "arsip"][-(TERBANYAK - len(POKOK)) :]
    if not arsip:
        return None
    tabel = Tabel(
        judul="",
        kepala=("Kapan", "Apa", "Sumber"),
        baris=tuple((s.kapan, s.sebutan, s.sumber[0][0]) for s in (*arsip, *baru)),
    )
    return Slide(
        id=ID,
        judul=JUDUL,
        kalimat="Dari lomba 2019 ke sosialisasi 2022, evaluasi 2023, dan KKMP 2025."
        if len(arsip) == len(POKOK)
        else "Kegiatan yang tercatat sampai hari ini.",
        isi=(tabel,),
        catatan=sentences(
            "Perjalanan UP2K di kota ini tercatat sejak lomba administrasi 2019.",
            *(f"{s.kapan}: {s.judul}." for s in arsip[1:]),
            "Yang lama dari berita, dengan sumbernya; yang baru dari formulir.",
            "Tahun 2022 disimpulkan dari harinya; beritanya tidak menulis tahun.",
        ),
    )
