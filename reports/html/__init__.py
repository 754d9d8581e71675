"""A presentation as one HTML file that needs nothing besides itself."""

from reports.html.deck import deck_html

__all__ = ["deck_html"]
