"""The signature block: names of officials and their NIP, which are never kept."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from loaders.cells.dates import BULAN
from loaders.cells.terbaca import plain_text
from loaders.formats.grid import Grid
from loaders.rekap.baris import NOTE
from reference.wilayah import kecamatan, kelurahan

_KATA = re.compile(r"[a-z]+")
_ANGKA_PANJANG = re.compile(r"\d(?:[ .\-]?\d){7,}")
# What stands in a signature block and names nobody.
_JABATAN = """
mengetahui menyetujui yang dan di a n an tanggal tgl ketua wakil sekretaris bendahara
umum tim penggerak tp pkk pokja kelompok kerja i ii iii iv poksus khusus up k lurah
camat desa kelurahan kel kecamatan kec kota probolinggo nip ttd tanda tangan nama
catatan keterangan sumber kolom jumlah
"""


@cache
def _known_words() -> frozenset[str]:
    nama = [n for t in kelurahan().values() for n in (t.nama, *t.alias)]
    nama += [n for t in kecamatan().values() for n in (t.nama, *t.alias)]
    tempat = {kata.casefold() for n in nama for kata in n.split()}
    return frozenset(_JABATAN.split()) | tempat | BULAN.keys()


def _may_name_somebody(isi: object) -> bool:
    teks = plain_text(isi).casefold()
    if _ANGKA_PANJANG.search(teks):
        return True
    return any(k not in _known_words() for k in _KATA.findall(teks))


def _is_note(baris: Sequence[object]) -> bool:
    pertama = next((s for s in baris if s != ""), "")
    return isinstance(pertama, str) and bool(NOTE.match(pertama))


def names_below(grid: Grid, mulai: int) -> Iterator[str]:
    """The cells behind the table that may name a person or hold a NIP, by address.

    Lines that begin as a note (`Catatan: …`) name groups and places, and stay.
    """
    for i in range(mulai, len(grid.rows)):
        if _is_note(grid.rows[i]):
            continue
        for j, sel in enumerate(grid.rows[i]):
            if sel != "" and _may_name_somebody(sel):
                yield grid.sel(i, j)
