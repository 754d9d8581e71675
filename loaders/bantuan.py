"""What a workbook alone does not say, and somebody told us: cells mended on screen."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from loaders.mapping.records import Pemetaan

Sel = tuple[str, str]
"""A sheet's name and a cell's address in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bantuan:
    """What helps to read one file; plain Python, since it is pickled.

    `perbaikan` are cells that the sender mended on screen, by (sheet, cell): they are
    read as if the workbook held them. `kode_wilayah` and `periode` are what the sender
    said of a file that does not say it itself. `pemetaan` are the layouts that every
    kelurahan confirmed, the newest first; `susunan` is the one confirmed for this file.
    `tanya_lagi` asks what the columns mean, though they are remembered.
    `teliti` looks into every part of a file that killed the reading process before.
    """

    perbaikan: Mapping[Sel, str] = field(default_factory=dict)
    kode_wilayah: str | None = None
    periode: str | None = None
    pemetaan: tuple[Pemetaan, ...] = ()
    susunan: Pemetaan | None = None
    tanya_lagi: bool = False
    teliti: bool = False


TANPA_BANTUAN = Bantuan(perbaikan={})
"""Read the file as it is."""
