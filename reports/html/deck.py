"""The one offline file: slides, letters, style and keys, all inside it."""

import hashlib
from base64 import b64encode
from html import escape
from importlib.resources import files
from string import Template

from reports.drawing.letters import FONTS
from reports.html.slides import slide
from reports.slide import Deck

_TEBAL = {"Regular": 400, "Semibold": 600, "Bold": 700}


def deck_html(deck: Deck) -> bytes:
    """The presentation as one HTML file in UTF-8 that asks for nothing from outside.

    It opens from a USB stick in a browser without a network, has keys, tooltips and
    autoplay, and prints one slide a page. Equal decks give equal bytes; every text is
    escaped. Its policy (CSP) allows only its own style and script, by their hashes.
    """
    bagian = [slide(deck, n) for n in range(1, len(deck.slides) + 1)]
    gaya = _fonts() + _text("deck.css").replace(
        "/*ukuran*/", "".join(g for _, g in bagian)
    )
    laku = _text("deck.js")
    isi = Template(_text("deck.html")).substitute(
        judul=escape(_title(deck)),
        aturan=_policy(gaya, laku),
        gaya=gaya,
        laku=laku,
        slides="\n".join(m for m, _ in bagian),
        banyak=len(deck.slides),
    )
    return isi.encode()


def _title(deck: Deck) -> str:
    """The document's title, with the period once."""
    if deck.cap.periode in deck.judul:
        return deck.judul
    return f"{deck.judul}, {deck.cap.periode}"


def _text(nama: str) -> str:
    return files("reports.html").joinpath(nama).read_text(encoding="utf-8")


def _fonts() -> str:
    """The shipped letters, as data within the style sheet."""
    return "".join(
        "@font-face{font-family:'Source Sans 3';font-display:block;"
        f"font-weight:{tebal};src:url(data:font/woff2;base64,"
        f"{b64encode((FONTS / f'SourceSans3-{nama}.woff2').read_bytes()).decode()})"
        "format('woff2')}\n"
        for nama, tebal in _TEBAL.items()
    )


def _policy(gaya: str, laku: str) -> str:
    def allowed(teks: str) -> str:
        return f"'sha256-{b64encode(hashlib.sha256(teks.encode()).digest()).decode()}'"

    return (
        f"default-src 'none'; style-src {allowed(gaya)}; script-src {allowed(laku)}; "
        "font-src data:; img-src data:; base-uri 'none'; form-action 'none'"
    )
