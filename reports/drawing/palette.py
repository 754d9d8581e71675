"""The colours of a drawing by light, dark and black on white; meanings stay the same.

Records carry the colours of the light ground. On the dark ground a scale is turned
round, so that much always stands out most; on paper without colour, greys and hatches
carry it.
"""

from dataclasses import dataclass

from charts import theme

Deret = tuple[str, str, str]

_DASAR_GELAP = "#0F1F22"
_KE_GELAP = {
    **dict(
        zip(
            theme.BERURUT,
            ("#1F4F4F", "#2D736F", "#409C95", "#6FC7BF", "#B9EBE5"),
            strict=True,
        )
    ),
    **dict(
        zip(
            theme.BERLAWANAN,
            ("#FFB468", "#A8672A", "#52656A", "#3E7CA8", "#93CCF7"),
            strict=True,
        )
    ),
    theme.DASAR: "#1B3034",
    theme.AKSEN: "#4FC3BA",
    theme.LIHAT: "#F1C064",
    theme.PERBAIKI: "#FF9C8F",
    theme.TEKS_LEMBUT: "#C9D3DA",
    theme.TEKS: "#F2F7F6",
    "#6B3FA0": "#C3A6F0",
}
_POLA_HITAM_PUTIH = ("", "/", "", "x", "", "-")
_ABU = ("#2B2B2B", "#FFFFFF", "#9A9A9A", "#FFFFFF", "#D9D9D9", "#FFFFFF")


@dataclass(frozen=True, slots=True)
class Palet:
    """What words, lines and grounds are painted with, and how data colours turn."""

    teks: str
    lembut: str
    garis: str
    dasar: str
    aksen: str
    pudar: str
    contoh: str
    gelap: bool = False
    hitam_putih: bool = False

    def warna(self, terang: str) -> str:
        """The colour on this ground of a colour that stands in a record.

        >>> palette(gelap=True).warna("#0B7A75"), palette().warna("#0B7A75")
        ('#4FC3BA', '#0B7A75')
        """
        if self.hitam_putih:
            return _grey(terang)
        if not self.gelap:
            return terang
        return _KE_GELAP.get(terang.upper()) or _lighter(terang)

    def deret(self, i: int, warna: str = "") -> Deret:
        """Colour, marker and dash of the i-th line, each enough to tell it apart."""
        sendiri, bentuk, putus = theme.DERET[i % len(theme.DERET)]
        if self.hitam_putih:
            return ("#111111", "#555555", "#888888")[i % 3], bentuk, putus
        return self.warna(warna or sendiri), bentuk, putus

    def isian(self, i: int, warna: str = "") -> tuple[str, str]:
        """Colour and hatch of the i-th set of bars."""
        if self.hitam_putih:
            return _ABU[i % len(_ABU)], _POLA_HITAM_PUTIH[i % len(_ABU)]
        return self.warna(warna or theme.DERET[i % len(theme.DERET)][0]), ""

    def teks_di(self, isian: str) -> str:
        """What words on that colour are written in: whichever stands out more."""
        tinta = "#000000" if self.hitam_putih else "#10201F"
        return max(("#FFFFFF", tinta), key=lambda w: contrast(w, isian))


_TERANG = Palet(
    theme.TEKS, theme.TEKS_LEMBUT, theme.GARIS, theme.DASAR, theme.AKSEN,
    theme.BERURUT[2], theme.LIHAT,
)  # fmt: skip
_GELAP = Palet(
    "#F2F7F6", "#B9C7C7", "#35494D", _DASAR_GELAP, "#4FC3BA", "#38827C", "#F1C064",
    gelap=True,
)  # fmt: skip
_HITAM_PUTIH = Palet(
    "#000000", "#333333", "#BBBBBB", "#FFFFFF", "#000000", "#B8B8B8", "#000000",
    hitam_putih=True,
)  # fmt: skip


def palette(*, gelap: bool = False, hitam_putih: bool = False) -> Palet:
    """The palette; black on white goes before dark."""
    if hitam_putih:
        return _HITAM_PUTIH
    return _GELAP if gelap else _TERANG


def _luminance(warna: str) -> float:
    """How bright a colour is, from 0 to 1 (WCAG 2, relative luminance)."""
    bagian = [int(warna[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
               for c in bagian)  # fmt: skip
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(a: str, b: str) -> float:
    """How much two colours differ, from 1 (not at all) to 21 (WCAG 2).

    >>> round(contrast("#FFFFFF", "#000000")), contrast("#0B7A75", "#0B7A75")
    (21, 1.0)
    """
    terang, gelap = sorted((_luminance(a), _luminance(b)), reverse=True)
    return (terang + 0.05) / (gelap + 0.05)


def _lighter(warna: str) -> str:
    """The colour mixed with white until it stands out on the dark ground."""
    bagian = [int(warna[i : i + 2], 16) for i in (1, 3, 5)]
    hasil = warna
    while contrast(hasil, _DASAR_GELAP) < 4:
        bagian = [c + (255 - c) // 8 + 1 for c in bagian]
        hasil = "#" + "".join(f"{min(c, 255):02X}" for c in bagian)
    return hasil


def _grey(warna: str) -> str:
    """The grey that is as bright as the colour."""
    terang = _luminance(warna)
    c = 12.92 * terang if terang <= 0.0031308 else 1.055 * terang ** (1 / 2.4) - 0.055
    return "#" + f"{round(c * 255):02X}" * 3
