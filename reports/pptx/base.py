"""An empty presentation of ours: 16:9, one layout with a title, colours, letters."""

import re
from typing import Any

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.util import Inches, Pt

from charts.theme import AKSEN, DASAR, DASAR_KEDUA, DERET, TEKS, TEKS_LEMBUT
from reports.pptx.box import LEBAR, TINGGI, Kotak, rgb

# On every Windows, Mac and Google Slides; LibreOffice puts Liberation Sans, equally
# wide, in its place. The font of our other reports would have to be installed.
HURUF = "Arial"
TEPI = 0.6
JUDUL = Kotak(TEPI, 0.38, 10.1, 0.8)
KAKI = Kotak(TEPI, 6.92, 11.2, 0.42)
NOMOR = Kotak(LEBAR - TEPI - 0.9, 6.92, 0.9, 0.42)
ISI = Kotak(TEPI, 2.05, LEBAR - 2 * TEPI, 4.75)
_SATU_JUDUL = 5
_LATIN = re.compile(r'(<a:(?:major|minor)Font>\s*<a:latin typeface=")[^"]*')
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def empty() -> Any:  # noqa: ANN401
    """The presentation without slides."""
    p = Presentation()
    p.slide_width, p.slide_height = Inches(LEBAR), Inches(TINGGI)
    tunggal = p.slide_layouts[_SATU_JUDUL]
    for lain in list(p.slide_layouts):
        if lain is not tunggal:
            p.slide_layouts.remove(lain)
    tunggal.name = "Judul dan isi"
    _theme(p.slide_master)
    for lapis in (p.slide_master, tunggal):
        _places(lapis)
    _title_style(p.slide_master)
    _forget_pictures(p)
    return p


def _theme(induk: Any) -> None:  # noqa: ANN401
    """Letters and colours of ours, so that what people add looks alike."""
    bagian = induk.part.part_related_by(RT.THEME)
    teks = _LATIN.sub(rf"\g<1>{HURUF}", bagian.blob.decode())
    warna = {"dk1": TEKS, "lt1": DASAR, "dk2": TEKS_LEMBUT, "lt2": DASAR_KEDUA}
    warna |= {f"accent{i}": w for i, (w, _, _) in enumerate(DERET, 1)}
    for nama, w in warna.items():
        isi = f'<a:{nama}><a:srgbClr val="{w[1:]}"/></a:{nama}>'
        teks = re.sub(rf"<a:{nama}>.*?</a:{nama}>", isi, teks, flags=re.DOTALL)
    bagian._blob = teks.encode()  # noqa: SLF001


def _places(lapis: Any) -> None:  # noqa: ANN401
    """Title, stamp and number where our slides have them; no date, no body."""
    for p in list(lapis.placeholders):
        nama = p.placeholder_format.type.name
        tempat = {"TITLE": JUDUL, "FOOTER": KAKI, "SLIDE_NUMBER": NOMOR}.get(nama)
        if tempat is None:
            p._element.getparent().remove(p._element)  # noqa: SLF001
            continue
        p.left, p.top, p.width, p.height = tempat.emu
        if nama != "TITLE":
            _small(p, kanan=nama == "SLIDE_NUMBER")


def _small(bentuk: Any, *, kanan: bool) -> None:  # noqa: ANN401
    isi = bentuk.text_frame
    isi.margin_left = isi.margin_right = 0
    gaya = bentuk._element.txBody.find(f"{_A}lstStyle")  # noqa: SLF001
    for lama in list(gaya):
        gaya.remove(lama)
    tingkat = gaya.makeelement(f"{_A}lvl1pPr", {"algn": "r" if kanan else "l"})
    huruf = tingkat.makeelement(f"{_A}defRPr", {"sz": "1100"})
    isian = huruf.makeelement(f"{_A}solidFill", {})
    isian.append(isian.makeelement(f"{_A}srgbClr", {"val": TEKS_LEMBUT[1:]}))
    huruf.append(isian)
    tingkat.append(huruf)
    gaya.append(tingkat)


def _title_style(induk: Any) -> None:  # noqa: ANN401
    judul = induk._element.find(".//{*}txStyles/{*}titleStyle/{*}lvl1pPr")  # noqa: SLF001
    judul.set("algn", "l")
    huruf = judul.find(f"{_A}defRPr")
    huruf.set("sz", str(Pt(32).centipoints))
    huruf.set("b", "1")
    isian = huruf.find(f"{_A}solidFill")
    for lama in list(isian):
        isian.remove(lama)
    isian.append(isian.makeelement(f"{_A}srgbClr", {"val": str(rgb(AKSEN))}))


def _forget_pictures(p: Any) -> None:  # noqa: ANN401
    """The template's own thumbnail and printer settings say nothing of our slides."""
    for rels in (p.part.package._rels, p.part._rels):  # noqa: SLF001
        for rid, rel in list(rels.items()):
            if rel.reltype.endswith(("/thumbnail", "/printerSettings")):
                rels.pop(rid)
