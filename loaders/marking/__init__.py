"""The sender's workbook handed back, marked, and what became of an earlier round."""

from loaders.marking.mark import Tertanda, mark

__all__ = ["Tertanda", "mark"]
