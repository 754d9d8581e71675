"""A presentation as PPTX: native charts, the map as shapes, the speaker's notes."""

from reports.slide import Deck


def deck_pptx(deck: Deck) -> bytes:
    """The presentation as a PPTX of 16:9 slides; equal decks give equal bytes.

    Charts can be edited (their workbook holds the values of the deck, unrounded; what
    is not known is an empty cell), every kelurahan is a shape of its own, each slide
    has a title for outlines and screen readers, its notes and the stamp.
    """
    # python-pptx takes a third of a second to import: only who asks for it waits
    from reports.pptx.build import presentation

    return presentation(deck)
