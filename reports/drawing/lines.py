"""Lines over time: gaps where nothing is known, names at the ends of the lines."""

from dataclasses import dataclass

from reports.drawing.canvas import Kanvas, element, mark, number
from reports.drawing.letters import cut, width
from reports.drawing.markers import DASH, marker
from reports.drawing.scale import Skala, known, marks, short
from reports.drawing.words import below, goal_across, tip
from reports.slide import Grafik, Seri

_KANAN = 0.34


@dataclass(frozen=True, slots=True)
class Bidang:
    """Where the lines are drawn: the places of the categories, the scale, the sides."""

    x: tuple[float, ...]
    y: Skala
    kiri: float
    kanan: float


@dataclass(slots=True)
class Ujung:
    """The words at the end of a line."""

    y: float
    nama: str
    nilai: str
    warna: str


def draw(k: Kanvas, g: Grafik, bawah: float) -> None:
    """Draws the lines of the chart above `bawah`."""
    nilai = known(v for s in g.seri for v in s.nilai)
    tujuan = [g.goal[0]] if g.goal else []
    tanda = marks([*nilai, *tujuan], g.satuan, dari_nol=g.satuan != "%")
    kata = [short(t, g.satuan) for t in tanda]
    kiri = max(width(t, k.huruf * 0.85) for t in kata) + k.huruf * 0.5
    kanan = k.lebar - min(_room(k, g), k.lebar * _KANAN)
    dasar = bawah - k.huruf * 2.3
    y = Skala(tanda[0], tanda[-1], dasar, k.huruf * 1.1)
    banyak = len(g.kategori)
    sisi = min((kanan - kiri) / (2 * banyak), k.huruf * 1.3)
    jarak = (kanan - kiri - 2 * sisi) / max(banyak - 1, 1)
    x = tuple(kiri + sisi + jarak * i for i in range(banyak))
    bidang = Bidang(x, y, kiri, kanan)
    _grid(k, bidang, tanda, kata)
    if g.sorot is not None:
        _pointed(k, bidang, g.sorot, jarak)
    below(k, x, g.kategori, dasar + k.huruf * 0.3, jarak, g.sorot)
    for i in range(len(g.seri)):
        _line(k, g, i, bidang)
    if g.goal:
        goal_across(k, kiri, kanan, y.at(g.goal[0]), g.goal[1])
    _values(k, g, bidang)
    _ends(k, g, bidang)


def _room(k: Kanvas, g: Grafik) -> float:
    """How wide the words at the right are."""
    lebar = [width(teks, k.huruf, 700) for s in g.seri for teks in _words(g, s)]
    return max(lebar, default=0) + k.huruf * 0.9


def _words(g: Grafik, s: Seri) -> tuple[str, str]:
    ada = known(s.nilai)
    nilai = short(ada[-1], g.satuan) if ada else "belum ada data"
    return (s.nama if len(g.seri) > 1 else ""), nilai


def _grid(k: Kanvas, b: Bidang, tanda: list[float], kata: list[str]) -> None:
    for nilai, teks in zip(tanda, kata, strict=True):
        y = b.y.at(nilai)
        k.add(
            element(
                "line",
                x1=b.kiri,
                y1=y,
                x2=b.kanan,
                y2=y,
                stroke=k.palet.garis,
                stroke_width=2 if nilai == 0 else 1,
            )  # fmt: skip
        )
        k.add(
            k.text(
                b.kiri - k.huruf * 0.4,
                y,
                teks,
                ukuran=k.huruf * 0.85,
                warna=k.palet.lembut,
                jangkar="end",
            )  # fmt: skip
        )


def _pointed(k: Kanvas, b: Bidang, i: int, jarak: float) -> None:
    kiri, kanan = max(b.x[i] - jarak / 2, b.kiri), min(b.x[i] + jarak / 2, b.kanan)
    bidang = element(
        "rect", x=kiri, y=b.y.ke, width=kanan - kiri, height=b.y.dari - b.y.ke,
        fill=k.palet.garis, fill_opacity="0.55",
    )  # fmt: skip
    k.add(bidang)


def _points(s: Seri, b: Bidang) -> dict[int, tuple[float, float, float]]:
    """Of each category that is known: its value, and where it stands."""
    return {
        j: (float(v), b.x[j], b.y.at(float(v)))
        for j, v in enumerate(s.nilai)
        if v is not None and known([v])
    }


def _line(k: Kanvas, g: Grafik, i: int, b: Bidang) -> None:
    warna, bentuk, putus = k.palet.deret(i, g.seri[i].warna)
    titik = _points(g.seri[i], b)
    jalan = "".join(
        f"{'L' if j - 1 in titik else 'M'}{number(x)} {number(y)}"
        for j, (_, x, y) in titik.items()
    )
    if jalan:
        k.add(
            element(
                "path",
                d=jalan,
                fill="none",
                stroke=warna,
                stroke_width=k.huruf * 0.17,
                stroke_dasharray=DASH[putus],
                stroke_linejoin="round",
            )  # fmt: skip
        )
    for j, (nilai, x, y) in titik.items():
        isi = marker(bentuk, x, y, k.huruf * 0.28, warna, k.palet.dasar)
        k.add(mark(isi, tip(g, i, j), nilai, seri=i, kategori=j))


def _values(k: Kanvas, g: Grafik, b: Bidang) -> None:
    """Words at the first value and at the one pointed out, of a line that is alone."""
    if len(g.seri) > 1:
        return
    titik = _points(g.seri[0], b)
    berkata = {min(titik)} | ({g.sorot} if g.sorot is not None else set())
    for j in sorted(berkata & titik.keys() - {max(titik)}):
        nilai, x, y = titik[j]
        teks = short(nilai, g.satuan)
        k.add(
            k.text(
                max(x, b.kiri + width(teks, k.huruf, 600) / 2 + 2),
                y - k.huruf * 0.95,
                teks,
                tebal=600,
                jangkar="middle",
                halo=k.palet.dasar,
            )  # fmt: skip
        )


def _ends(k: Kanvas, g: Grafik, b: Bidang) -> None:
    ujung = []
    for i, s in enumerate(g.seri):
        nama, nilai = _words(g, s)
        ada = known(s.nilai)
        y = b.y.at(ada[-1]) if ada else b.y.dari
        garis = k.palet.deret(i, s.warna)[0]
        warna = k.palet.teks if k.palet.hitam_putih else garis
        ujung.append(Ujung(y, nama, nilai, warna))
    ruang = b.y.dari - b.y.ke + k.huruf
    besar = min(k.huruf, ruang / (len(ujung) * 2.3))
    _spread(ujung, besar * (2.3 if len(ujung) > 1 else 1), b.y.ke, b.y.dari)
    x, lebar = b.kanan + k.huruf * 0.3, k.lebar - b.kanan - k.huruf * 0.3
    for u in ujung:
        if u.nama:
            teks = cut(u.nama, lebar, besar, 700)
            k.add(k.text(x, u.y - besar * 0.55, teks, warna=u.warna, tebal=700,
                         ukuran=besar))  # fmt: skip
        y = u.y + (besar * 0.55 if u.nama else 0)
        k.add(k.text(x, y, u.nilai, ukuran=besar, tebal=400 if u.nama else 700))


def _spread(ujung: list[Ujung], jarak: float, atas: float, bawah: float) -> None:
    """Moves words apart that would stand upon each other, the order kept."""
    urut = sorted(ujung, key=lambda u: u.y)
    for u, berikut in zip(urut, urut[1:], strict=False):
        berikut.y = max(berikut.y, u.y + jarak)
    lebih = max(urut[-1].y - bawah, 0)
    if lebih:
        urut[-1].y -= lebih
        for u, lalu in zip(urut[-2::-1], urut[:0:-1], strict=True):
            u.y = min(u.y, lalu.y - jarak)
    for u in urut:
        u.y = max(u.y, atas - jarak)
