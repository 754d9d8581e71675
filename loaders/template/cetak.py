"""How the form is printed: pages, what is repeated on them, footer, signatures."""

import datetime as dt
from dataclasses import dataclass

from xlsxwriter.worksheet import Worksheet

from loaders.template.gaya import Gaya
from loaders.template.susunan import Susunan

KOLOM_TETAP = 3
TINGGI_BARIS = 24
_A4 = 9
_LEBAR_CETAK_INCI = 10.9
_TINGGI_CETAK_POIN = 515
_TINGGI_LAIN_POIN = 250
# Wide enough for the fonts that LibreOffice puts in Calibri's place.
_INCI_PER_SATUAN = 0.1
_TANDA_TANGAN = {"Kegiatan": (3, 4)}


@dataclass(frozen=True, slots=True)
class Kepala:
    """What every sheet says above its table and below it when printed."""

    tempat: str
    kaki: str
    paling_akhir: dt.date
    contoh: bool


def _halaman(s: Susunan) -> tuple[list[int], int]:
    """Where pages break, and the scale in percent at which the widest one fits."""
    putus = [i for i, k in enumerate(s.kolom) if k.halaman_baru]
    lebar = [k.lebar + 0.7 for k in s.kolom]
    tetap = sum(lebar[:KOLOM_TETAP])
    batas = [KOLOM_TETAP, *putus, len(lebar)]
    terlebar = max(sum(lebar[a:b]) for a, b in zip(batas, batas[1:], strict=False))
    inci = (tetap + terlebar) * _INCI_PER_SATUAN
    poin = s.n * TINGGI_BARIS + _TINGGI_LAIN_POIN
    muat = min(_LEBAR_CETAK_INCI / inci, _TINGGI_CETAK_POIN / poin)
    return putus, max(40, min(100, int(100 * muat)))


def setup_page(lembar: Worksheet, kepala: Kepala) -> None:
    """A4, margins, and the footer with form, place, page and number of pages."""
    lembar.set_paper(_A4)
    lembar.set_margins(left=0.35, right=0.35, top=0.45, bottom=0.6)
    lembar.set_footer(f"&L&8{kepala.kaki}&R&8&A: halaman &P dari &N")
    lembar.hide_gridlines(2)


def setup_table_page(lembar: Worksheet, s: Susunan, kepala: Kepala, akhir: int) -> None:
    """A4 landscape, pages broken between captions, headings and names repeated."""
    setup_page(lembar, kepala)
    putus, skala = _halaman(s)
    lembar.set_landscape()
    lembar.set_print_scale(skala)
    lembar.set_v_pagebreaks(putus)
    lembar.repeat_rows(0, s.baris_kepala)
    if s.ada_jumlah:
        lembar.repeat_columns(0, KOLOM_TETAP - 1)
    lembar.print_area(0, 0, akhir, len(s.kolom) - 1)
    lembar.freeze_panes(s.baris_awal, KOLOM_TETAP if s.ada_jumlah else 1)


def write_signatures(lembar: Worksheet, gaya: Gaya, s: Susunan, di: int) -> int:
    """Places to sign, on the first printed page; gives the last row used."""
    siapa = ("Mengetahui, Ketua TP PKK Kelurahan", "Ketua Poksus UP2K PKK")
    kiri, kanan = _TANDA_TANGAN.get(s.nama, (5, 9))
    lembar.write_string(di, kanan, "Probolinggo, ....................", gaya["ttd"])
    for kolom, jabatan in zip((kiri, kanan), siapa, strict=True):
        lembar.write_string(di + 1, kolom, jabatan, gaya["ttd"])
        lembar.write_string(
            di + 5, kolom, "( ........................... )", gaya["ttd"]
        )
    return di + 5
