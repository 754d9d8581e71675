"""What an SVG is built from: elements, words, hatches, all escaped."""

from dataclasses import dataclass, field
from html import escape

from reports.drawing.palette import Palet

FONT = "'Source Sans 3', 'Source Sans Pro', sans-serif"
_UBIN = 8


def number(x: float) -> str:
    """A coordinate in as few letters as drawing needs.

    >>> number(3.0), number(3.14159), number(-0.01)
    ('3', '3.1', '0')
    """
    teks = f"{x:.1f}".rstrip("0").rstrip(".")
    return "0" if teks == "-0" else teks


def exact(x: float | None) -> str:
    """A value as it is, for who reads the drawing with a program ("" = not known).

    >>> exact(250000.0), exact(81.25), exact(None)
    ('250000', '81.25', '')
    """
    if x is None:
        return ""
    return str(int(x)) if float(x).is_integer() else repr(float(x))


def element(nama: str, isi: str = "", **atribut: str | float | None) -> str:
    """One element; `_` in a name is `-`, None is left out, `isi` is markup already.

    >>> element("text", "a", x=1.25, font_size=12, fill="<")
    '<text x="1.2" font-size="12" fill="&lt;">a</text>'
    """
    pasangan = "".join(
        f' {k.strip("_").replace("_", "-")}="'
        + (escape(v) if isinstance(v, str) else number(v)) + '"'
        for k, v in atribut.items() if v is not None
    )  # fmt: skip
    return f"<{nama}{pasangan}>{isi}</{nama}>" if isi else f"<{nama}{pasangan}/>"


def mark(isi: str, tip: str, value: float | None, **data: str | float) -> str:
    """A drawn value: what it says to who points at it, and the value itself."""
    atribut = {f"data_{k}": v for k, v in data.items()}
    return element(
        "g", f"<title>{escape(tip)}</title>{isi}", data_value=exact(value), **atribut
    )


@dataclass(slots=True)
class Kanvas:
    """A drawing being made: size, colours, size of letters, prefix of its ids."""

    lebar: float
    tinggi: float
    palet: Palet
    huruf: float
    tanda: str
    bagian: list[str] = field(default_factory=list)
    pola: dict[tuple[str, str, str], str] = field(default_factory=dict)

    def add(self, *bagian: str) -> None:
        """More of the drawing, over what is there."""
        self.bagian.extend(bagian)

    def text(
        self,
        x: float,
        y: float,
        teks: str,
        *,
        ukuran: float = 0,
        warna: str = "",
        tebal: int = 400,
        jangkar: str | None = None,
        halo: str = "",
    ) -> str:
        """Words whose middle line is at y. `jangkar`: "middle" or "end"."""
        besar = ukuran or self.huruf
        return element(
            "text", escape(teks), x=x, y=y + besar * 0.34, font_size=besar,
            font_weight=str(tebal) if tebal != 400 else None, text_anchor=jangkar,
            fill=warna or self.palet.teks, stroke=halo or None,
            stroke_width=besar * 0.3 if halo else None,
            stroke_linejoin="round" if halo else None,
            paint_order="stroke" if halo else None,
        )  # fmt: skip

    def paint(self, warna: str, pola: str, tinta: str = "") -> str:
        """The fill: the colour itself, or a hatch ("/", "x" or "-") upon it."""
        if not pola:
            return warna
        kunci = (warna, pola, tinta or self.palet.teks)
        nama = self.pola.setdefault(kunci, f"{self.tanda}p{len(self.pola) + 1}")
        return f"url(#{nama})"

    def hatched(self) -> str:
        """The fill of what nobody has reported, the same everywhere."""
        return self.paint(self.palet.dasar, "/", self.palet.lembut)

    def _patterns(self) -> str:
        hasil = []
        for (warna, pola, tinta), nama in self.pola.items():
            garis = [f"M0 {_UBIN / 2:g}H{_UBIN}"]
            if pola == "x":
                garis.append(f"M{_UBIN / 2:g} 0V{_UBIN}")
            isi = element("rect", width=_UBIN, height=_UBIN, fill=warna) + element(
                "path", d="".join(garis), stroke=tinta, stroke_width=1.6, fill="none"
            )
            putar = None if pola == "-" else "rotate(-45)"
            hasil.append(
                element(
                    "pattern",
                    isi,
                    id=nama,
                    width=_UBIN,
                    height=_UBIN,
                    patternUnits="userSpaceOnUse",
                    patternTransform=putar,
                )  # fmt: skip
            )
        return f"<defs>{''.join(hasil)}</defs>" if hasil else ""

    def svg(self, alt: str) -> str:
        """The whole drawing as one `<svg>`; `alt` is what it says in words."""
        isi = self._patterns() + "".join(self.bagian)
        return element(
            "svg", isi or " ", xmlns="http://www.w3.org/2000/svg",
            viewBox=f"0 0 {number(self.lebar)} {number(self.tinggi)}",
            width=self.lebar, height=self.tinggi, role="img", aria_label=alt,
            font_family=FONT,
        )  # fmt: skip
