"""A presentation as it was asked for, and the files and the address of it."""

from dataclasses import dataclass
from urllib.parse import urlencode

from indicators.data import Data
from reference.pengaturan import pengaturan
from reports.deck import build
from reports.slide import Deck
from ui.konteks import Bahan, konteks

LAYAR = "presentasi/layar"
AUDIENS_BAWAAN = "pimpinan"
BANDING_BAWAAN = "lalu"


@dataclass(frozen=True, slots=True)
class Pesan:
    """What a presentation is made of: the choices, whom it is for, the slides in order
    (None: those for the audience, as they stand by themselves)."""

    isi: Bahan
    audiens: str
    urutan: tuple[str, ...] | None = None


def deck(data: Data, pesan: Pesan) -> Deck:
    """The presentation, the same one for all that is made from it."""
    return data.kept(
        ("deck", pesan),
        lambda: build(konteks(data, pesan.isi), pesan.audiens, pesan.urutan),
    )


def html(data: Data, pesan: Pesan) -> bytes:
    """The one offline file, for `ui.cached.file`."""
    from reports.html import deck_html

    return deck_html(deck(data, pesan))


def pptx(data: Data, pesan: Pesan) -> bytes:
    """The presentation for PowerPoint, for `ui.cached.file`."""
    from reports.pptx import deck_pptx

    return deck_pptx(deck(data, pesan))


def query(pesan: Pesan, *, banding: str, pada: bool) -> str:
    """What follows `LAYAR?` to show this presentation; what is usual is left out.

    The period is always written, so that a saved address keeps its numbers' period.
    `pada`: whether a past day is shown.
    """
    isi = pesan.isi
    bagian = {
        "periode": str(isi.periode),
        "wilayah": isi.wilayah if isi.wilayah != pengaturan().kode_kota else "",
        "banding": banding if banding != BANDING_BAWAAN else "",
        "audiens": pesan.audiens if pesan.audiens != AUDIENS_BAWAAN else "",
        "slide": ",".join(pesan.urutan or ()),
        "pada": isi.hari.isoformat() if pada else "",
    }
    return urlencode({k: v for k, v in bagian.items() if v}, safe=",")
