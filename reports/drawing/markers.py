"""Points of a line: each line has a shape and a dash of its own."""

from reports.drawing.canvas import element, number

DASH = {
    "solid": None, "dash": "12 7", "dot": "3 6", "dashdot": "12 6 3 6",
    "longdash": "20 8", "longdashdot": "20 6 3 6",
}  # fmt: skip
_SUDUT = {
    "diamond": ((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)),
    "triangle-up": ((0, -1.2), (1.15, 0.9), (-1.15, 0.9)),
    "triangle-down": ((0, 1.2), (1.15, -0.9), (-1.15, -0.9)),
}


def marker(bentuk: str, x: float, y: float, r: float, warna: str, dasar: str) -> str:
    """One point of half-width `r`; raises KeyError for an unknown shape."""
    if bentuk == "circle":
        return element("circle", cx=x, cy=y, r=r, fill=warna, stroke=dasar,
                       stroke_width=1.5)  # fmt: skip
    if bentuk == "square":
        return element("rect", x=x - r, y=y - r, width=2 * r, height=2 * r, fill=warna,
                       stroke=dasar, stroke_width=1.5)  # fmt: skip
    if bentuk == "x":
        silang = " ".join(
            f"M{number(x - r)} {number(y + t * r)}L{number(x + r)} {number(y - t * r)}"
            for t in (1, -1)
        )
        return element("path", d=silang, stroke=warna, stroke_width=r * 0.7,
                       fill="none")  # fmt: skip
    titik = " ".join(
        f"{number(x + a * r)},{number(y + b * r)}" for a, b in _SUDUT[bentuk]
    )
    return element("polygon", points=titik, fill=warna, stroke=dasar, stroke_width=1.5)
