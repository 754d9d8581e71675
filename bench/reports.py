"""What leaves the screen: deck, PPTX and the reports of 29 kelurahan, cold each time.

Beside the bare library's time for as many empty pages: python-pptx's own empty slides,
empty pages set by Typst, and for the deck the same file with empty slides in it.
"""

import datetime as dt
import io
import time
from collections.abc import Callable
from dataclasses import replace

from bench.contoh import sample_city
from bench.hasil import Aim, Hasil, interleaved
from indicators.data import Data
from reference.boundaries import usable_boundaries
from reference.pengaturan import pengaturan
from reference.wilayah import kelurahan
from reports.context import Konteks
from reports.deck import build
from reports.html import deck_html
from reports.pptx import deck_pptx
from reports.rapor import rapor_all, rapor_pdf
from reports.slide import Deck
from store import Snapshot, open_store, snapshot

LIMIT_S = 60
_EMPTY = b'#set page(paper: "a4")\n#page[]'
_TITLE_ONLY = 5


def measure(rounds: int) -> list[Hasil]:
    """Seconds for each, beside the empty pages of the same run."""
    with sample_city() as folder:
        shot = snapshot(open_store(folder / "contoh.db"))
    deck = build(context(shot), "pimpinan")
    n, places = len(deck.slides), tuple(kelurahan())
    figures = interleaved(
        rounds,
        {
            "html": lambda: timed(lambda: deck_html(build(context(shot), "pimpinan"))),
            "html floor": lambda: timed(lambda: deck_html(bare(deck))),
            "pptx": lambda: timed(lambda: deck_pptx(build(context(shot), "pimpinan"))),
            "pptx floor": lambda: timed(lambda: empty_slides(n)),
            "pdf": lambda: timed(lambda: papers(context(shot))),
            "pdf floor": lambda: timed(lambda: empty_papers(len(places), "pdf")),
            "all": lambda: timed(lambda: rapor_all(context(shot), places)),
            "all floor": lambda: timed(
                lambda: (
                    empty_papers(len(places), "pdf"),
                    empty_papers(len(places), "png"),
                )
            ),  # fmt: skip
        },
    )
    return [
        Hasil(f"the offline deck of {n} slides, numbers and drawings, against the same "
              "file with empty slides", figures["html"], "s", figures["html floor"]),
        Hasil(f"the PPTX of {n} slides, against {n} empty slides by bare python-pptx",
              figures["pptx"], "s", figures["pptx floor"]),
        Hasil(f"{len(places)} reports as PDF, one process, against as many empty pages "
              "by bare Typst", figures["pdf"], "s", figures["pdf floor"]),
        Hasil(f"{len(places)} reports as PDF, picture and text in one ZIP, against as "
              "many empty pages and pictures", figures["all"], "s",
              figures["all floor"]),
        Hasil("… by itself", figures["all"], "s", None, Aim("most", LIMIT_S)),
    ]  # fmt: skip


def timed(task: Callable[[], object]) -> float:
    """Seconds that a task takes."""
    start = time.perf_counter()
    task()
    return time.perf_counter() - start


def context(shot: Snapshot) -> Konteks:
    """The context of the city, nothing of it worked out yet."""
    data = Data.from_snapshot(shot)
    last = data.periodes[-1]
    return Konteks(
        data, last, last.previous(), pengaturan().kode_kota, dt.date(2026, 11, 1),
        True, "koordinator", usable_boundaries()[0],
    )  # fmt: skip


def bare(deck: Deck) -> Deck:
    """The same presentation without words, numbers and drawings."""
    slides = tuple(
        replace(s, judul="", kalimat="", isi=(), catatan="") for s in deck.slides
    )
    return replace(deck, slides=slides)


def papers(konteks: Konteks) -> None:
    """The report of every kelurahan as PDF."""
    for code in kelurahan():
        rapor_pdf(replace(konteks, wilayah=code))


def empty_slides(n: int) -> None:
    """So many slides with an empty title, by bare python-pptx."""
    from pptx import Presentation

    p = Presentation()
    for _ in range(n):
        p.slides.add_slide(p.slide_layouts[_TITLE_ONLY])
    p.save(io.BytesIO())


def empty_papers(n: int, kind: str) -> None:
    """So many documents of one empty A4 page, by bare Typst."""
    import typst

    for _ in range(n):
        typst.compile(_EMPTY, format=kind)  # type: ignore[call-overload]
