"""What charts write beside their marks: words of the axis, tooltips, goals."""

from collections.abc import Sequence

from reference.tulisan import bernilai
from reports.drawing.canvas import Kanvas, element
from reports.drawing.letters import lines, width
from reports.slide import Grafik

TAK_ADA = "belum ada data"


def tip(grafik: Grafik, seri: int, kategori: int) -> str:
    """What a mark says: where, which set, and the exact value in its unit."""
    satu = grafik.seri[seri]
    apa = f"{satu.nama}: " if satu.nama and len(grafik.seri) > 1 else ""
    nilai = bernilai(satu.nilai[kategori], grafik.satuan)
    return f"{grafik.kategori[kategori]}\n{apa}{nilai}"


def below(
    k: Kanvas, tempat: Sequence[float], kategori: Sequence[str], y: float,
    ruang: float, sorot: int | None,
) -> None:  # fmt: skip
    """Words under an axis in two lines at most, some left out where all do not fit.

    The last one always stands, since it is what is being spoken of.
    """
    lompat = 1
    while lompat < len(kategori) and not _fits(k, kategori[::lompat], ruang * lompat):
        lompat += 1
    dipakai = range(len(kategori) - 1, -1, -lompat)
    isi = {
        i: lines(kategori[i], ruang * lompat - k.huruf * 0.6, k.huruf * 0.85, 2)
        for i in dipakai
    }
    if any(len(baris) > 1 for baris in isi.values()):
        # all alike: "TW I" above "2026" also where one line would do
        isi = {i: kategori[i].rsplit(" ", 1) if len(b) == 1 else b
               for i, b in isi.items()}  # fmt: skip
    for i, baris in isi.items():
        for j, teks in enumerate(baris):
            k.add(
                k.text(
                    _inside(k, tempat[i], teks),
                    y + k.huruf * (0.6 + j * 0.95),
                    teks,
                    ukuran=k.huruf * 0.85,
                    jangkar="middle",
                    tebal=700 if i == sorot else 400,
                )  # fmt: skip
            )


def _inside(k: Kanvas, x: float, teks: str) -> float:
    separuh = width(teks, k.huruf * 0.85) / 2
    return min(max(x, separuh), k.lebar - separuh)


def _fits(k: Kanvas, kategori: Sequence[str], ruang: float) -> bool:
    isi = [lines(t, ruang - k.huruf * 0.6, k.huruf * 0.85, 2) for t in kategori]
    return all("…" not in b for baris in isi for b in baris)


def missing(k: Kanvas, x: float, y: float, huruf: float) -> str:
    """A hatched square and, beside it, that nothing is known."""
    sisi = huruf * 0.8
    return element(
        "rect", x=x, y=y - sisi / 2, width=sisi, height=sisi, fill=k.hatched(),
        stroke=k.palet.lembut, stroke_width=1,
    ) + k.text(
        x + sisi * 1.4, y, TAK_ADA, ukuran=huruf * 0.85, warna=k.palet.lembut,
        halo=k.palet.dasar,
    )  # fmt: skip


def goal_across(k: Kanvas, x: float, x2: float, y: float, teks: str) -> None:
    """The goal as a level dashed line with its words upon it."""
    k.add(_dashed(k, x, y, x2, y))
    k.add(k.text(x + 4, y - k.huruf * 0.6, teks, ukuran=k.huruf * 0.85, tebal=600,
                 halo=k.palet.dasar))  # fmt: skip


def goal_upright(k: Kanvas, x: float, y: float, y2: float, teks: str) -> None:
    """The goal as an upright dashed line with its words above it."""
    k.add(_dashed(k, x, y, x, y2))
    ukuran = k.huruf * 0.85
    separuh = width(teks, ukuran, 600) / 2
    tengah = min(max(x, separuh), k.lebar - separuh)
    k.add(k.text(tengah, y - ukuran * 0.7, teks, ukuran=ukuran, tebal=600,
                 jangkar="middle"))  # fmt: skip


def _dashed(k: Kanvas, x: float, y: float, x2: float, y2: float) -> str:
    return element(
        "line", x1=x, y1=y, x2=x2, y2=y2, stroke=k.palet.teks, stroke_width=2,
        stroke_dasharray="7 5",
    )  # fmt: skip
