"""The whole presentation: slides in order, properties, bytes without a clock."""

import datetime as dt
import io
from typing import Any

from reports.pptx.base import empty
from reports.pptx.package import without_clock
from reports.pptx.slides import add
from reports.slide import AUDIENS, Deck

PENULIS = "Dasbor UP2K PKK"
# of a deck that does not say on which day all was known
_TANPA_HARI = dt.date(2000, 1, 1)


def presentation(deck: Deck) -> bytes:
    """The deck as the bytes of a PPTX."""
    p = empty()
    for nomor in range(1, len(deck.slides) + 1):
        add(p, deck, nomor)
    pada = deck.cap.pada or _TANPA_HARI
    _properties(p.core_properties, deck, pada)
    keluar = io.BytesIO()
    p.save(keluar)
    return without_clock(keluar.getvalue(), pada)


def _properties(sifat: Any, deck: Deck, pada: dt.date) -> None:  # noqa: ANN401
    sifat.title = deck.judul
    sifat.author = sifat.last_modified_by = PENULIS
    sifat.subject = f"untuk {AUDIENS.get(deck.audiens, deck.audiens)}"
    sifat.comments = deck.cap.kalimat
    sifat.keywords = "UP2K PKK"
    sifat.category = "CONTOH, bukan data sebenarnya" if deck.cap.contoh else ""
    sifat.language = "id-ID"
    sifat.revision = 1
    sifat.created = sifat.modified = dt.datetime.combine(pada, dt.time())
