"""Reports on paper and for the telephone: PDF, picture, text, tables; pure."""

from reports.rapor.bundle import rapor_all
from reports.rapor.lampiran import lampiran_xlsx
from reports.rapor.sheet import rapor_pdf, rapor_png
from reports.rapor.text import rapor_text

__all__ = ["lampiran_xlsx", "rapor_all", "rapor_pdf", "rapor_png", "rapor_text"]
