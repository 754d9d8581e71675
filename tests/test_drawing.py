"""Drawings as SVG: the same values, honest shapes, words that stay inside."""

import re
import xml.etree.ElementTree as ET
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ImageFont

from reference.wilayah import nama_wilayah
from reports.drawing import chart
from reports.drawing import map as peta_svg
from reports.drawing.letters import FONTS, width
from reports.drawing.palette import contrast, palette
from reports.drawing.scale import short
from reports.slide import Grafik, Seri
from tests import hall_deck
from tests.hall_deck import BATANG, BERPASANGAN, GARIS, GRAFIK, KOLOM, TUMPUK

SVG = "{http://www.w3.org/2000/svg}"
POLOS = {"svg", "g", "title", "rect", "path", "line", "circle", "polygon", "text",
         "defs", "pattern"}  # fmt: skip
RUPA = ({}, {"gelap": True}, {"hitam_putih": True})
UKURAN = ((1168, 470), (560, 440), (480, 180), (560, 620))
by_title = pytest.mark.parametrize("grafik", GRAFIK, ids=lambda g: g.judul)
by_look = pytest.mark.parametrize("rupa", RUPA, ids=("terang", "gelap", "hitam_putih"))


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)


def drawn(grafik: Grafik, lebar=560, tinggi=440, **lain) -> ET.Element:
    return parsed(chart.svg(grafik, lebar, tinggi, **lain))


def drawn_map(lebar=640, tinggi=480, **lain) -> ET.Element:
    return parsed(
        peta_svg.svg(hall_deck.peta(), hall_deck.batas(), lebar, tinggi, **lain)
    )


def marks(svg: ET.Element) -> list[ET.Element]:
    return [g for g in svg.iter(f"{SVG}g") if "data-value" in g.attrib]


def texts(svg: ET.Element) -> list[str]:
    return [t.text or "" for t in svg.iter(f"{SVG}text")]


def value(teks: str) -> float | None:
    return float(teks) if teks else None


def rect(svg: ET.Element, seri: int, kategori: int) -> dict[str, float]:
    """The bar of a value."""
    tanda = next(
        g for g in marks(svg)
        if (g.get("data-seri"), g.get("data-kategori")) == (f"{seri}", f"{kategori}")
    )  # fmt: skip
    kotak = tanda.find(f"{SVG}rect")
    return {k: float(kotak.get(k)) for k in ("x", "y", "width", "height")}


@by_title
@by_look
def test_each_value_stands_in_the_drawing_as_it_is(grafik, rupa):
    dapat = {
        (int(g.get("data-seri")), int(g.get("data-kategori"))): value(
            g.get("data-value")
        )
        for g in marks(drawn(grafik, **rupa))
    }
    harus = {
        (i, j): v for i, s in enumerate(grafik.seri) for j, v in enumerate(s.nilai)
    }
    if grafik.jenis == "garis":
        harus = {k: v for k, v in harus.items() if v is not None}
    assert dapat == harus


@by_look
def test_every_svg_is_plain_and_whole(rupa):
    semua = [drawn(g, contoh=True, tanda="x", **rupa) for g in GRAFIK]
    for svg in [*semua, drawn_map(contoh=True, tanda="x", **rupa)]:
        assert {e.tag.removeprefix(SVG) for e in svg.iter()} <= POLOS
        atribut = {k for e in svg.iter() for k in e.attrib}
        assert not atribut & {"style", "class", "href", "onclick"}
        teks = ET.tostring(svg, encoding="unicode")
        assert "var(" not in teks
        assert "http" not in teks.replace("http://www.w3.org/2000/svg", "")
        ada = [e.get("id") for e in svg.iter() if e.get("id")]
        assert all(i.startswith("x") for i in ada)
        assert set(re.findall(r"url\(#(\w+)\)", teks)) <= set(ada)
        assert len(ada) == len(set(ada))
        assert svg.get("role") == "img"
        assert svg.get("aria-label")


def lines(svg: ET.Element) -> list[ET.Element]:
    return [p for p in svg.iter(f"{SVG}path") if p.get("stroke-linejoin")]


def test_bars_across_are_as_long_as_their_values_from_one_line_at_zero():
    svg = drawn(BATANG)
    kademangan, wonoasih, mayangan = (rect(svg, 0, j) for j in (0, 1, 2))
    assert kademangan["width"] == pytest.approx(2 * wonoasih["width"], abs=0.3)
    assert mayangan["width"] <= 1
    assert kademangan["x"] == wonoasih["x"] == mayangan["x"]


def test_below_zero_bars_grow_the_other_way():
    svg = drawn(BERPASANGAN)
    naik, turun = rect(svg, 0, 0), rect(svg, 0, 1)
    assert turun["x"] + turun["width"] == pytest.approx(naik["x"], abs=0.2)
    assert naik["width"] / turun["width"] == pytest.approx(3.25 / 2.5, rel=0.02)
    svg = drawn(KOLOM)
    naik, turun = rect(svg, 0, 0), rect(svg, 0, 1)
    assert naik["y"] + naik["height"] == pytest.approx(turun["y"], abs=0.2)
    assert naik["height"] == pytest.approx(4 * turun["height"], rel=0.01)


def test_what_nobody_knows_is_hatched_and_said_and_zero_is_a_value():
    svg = drawn(BATANG)
    kata = {g.get("data-kategori"): (g.findtext(f"{SVG}title"), g.get("data-value"))
            for g in marks(svg)}  # fmt: skip
    assert kata["2"] == ("Mayangan\n0 orang", "0")
    assert kata["3"] == ("Kanigaran\nbelum ada data", "")
    assert texts(svg).count("belum ada data") == 1
    assert "belum ada data (1)" in texts(drawn(KOLOM))


def test_a_line_breaks_where_nothing_is_known():
    jalan = [p.get("d") for p in lines(drawn(GARIS))]
    assert [len(re.findall("M", d)) for d in jalan] == [2]
    assert [len(re.findall("L", d)) for d in jalan] == [2]


def test_lines_differ_by_shape_and_dash_not_by_colour_alone():
    svg = drawn(hall_deck.BANYAK_GARIS, hitam_putih=True)
    putus = [p.get("stroke-dasharray") for p in lines(svg)]
    assert len(putus) == len(set(putus)) == 5
    bentuk = {
        g.get("data-seri"): (g[1].tag, len(g[1].get("points", "").split()))
        for g in marks(svg)
    }
    assert len(bentuk) == 5
    assert len(set(bentuk.values())) >= 4


def test_a_stack_is_its_parts_end_to_end_and_says_when_one_is_missing():
    svg = drawn(TUMPUK)
    a, b = rect(svg, 0, 0), rect(svg, 1, 0)
    assert a["x"] + a["width"] == pytest.approx(b["x"], abs=0.2)
    assert a["width"] / b["width"] == pytest.approx(10 / 6, rel=0.01)
    # 10 + 6 + 3 + 1; and 7 + 8 + 5, of which the fourth part is not known
    assert {"20", "sedikitnya 20"} <= set(texts(svg))


def test_a_stack_of_parts_below_zero_is_refused():
    turun = Grafik("x", "tumpuk", ("a",), (Seri("s", (-1.0,)),), "orang", "x")
    with pytest.raises(ValueError, match="below zero"):
        chart.svg(turun, 560, 440)


@by_title
def test_a_sample_says_so_inside_and_real_data_do_not(grafik):
    assert chart.CONTOH in texts(drawn(grafik, contoh=True))
    assert chart.CONTOH not in texts(drawn(grafik))


def test_nothing_known_at_all_is_said_in_words():
    kosong = Grafik("x", "garis", ("a", "b"), (Seri("s", (None, None)),), "Rp", "x")
    assert texts(drawn(kosong)) == ["Belum ada data"]


def test_a_goal_is_a_line_with_its_words():
    assert "Batas 5 % (usulan)" in texts(drawn(BERPASANGAN))
    assert "Target Rp 80 juta (usulan)" in texts(drawn(hall_deck.BANYAK_GARIS))


def outside(svg: ET.Element, lebar: float) -> list[str]:
    """Words that leave the drawing at a side, by the widths of the shipped letters."""
    hasil = []
    for t in svg.iter(f"{SVG}text"):
        if "font-size" not in t.attrib:
            continue
        panjang = width(
            t.text or "", float(t.get("font-size")), int(t.get("font-weight", "400"))
        )
        x = float(t.get("x"))
        kiri = {"end": x - panjang, "middle": x - panjang / 2}.get(
            t.get("text-anchor"), x
        )
        if kiri < -1 or kiri + panjang > lebar + 1:
            hasil.append(t.text or "")
    return hasil


@by_title
@pytest.mark.parametrize("ukuran", UKURAN, ids=str)
def test_no_word_leaves_the_drawing(grafik, ukuran):
    assert outside(drawn(grafik, *ukuran, contoh=True), ukuran[0]) == []


_nilai = st.one_of(
    st.none(), st.integers(-(10**10), 10**10), st.floats(-1e9, 1e9), st.just(0)
)
_nama = st.text("Kebonsari <>&\"'ÿ ", min_size=1, max_size=40)


@given(
    jenis=st.sampled_from(("garis", "batang", "kolom")),
    kategori=st.lists(_nama, min_size=1, max_size=9),
    satuan=st.sampled_from(("Rp", "%", "orang")),
    data=st.data(),
)
@settings(max_examples=60, deadline=None)
def test_any_values_and_names_give_a_whole_drawing(jenis, kategori, satuan, data):
    n = len(kategori)
    seri = data.draw(
        st.lists(
            st.builds(Seri, _nama, st.tuples(*[_nilai] * n)), min_size=1, max_size=4
        )
    )
    svg = drawn(Grafik("x", jenis, tuple(kategori), tuple(seri), satuan, "x"))
    assert outside(svg, 560) == []
    angka = [v for e in svg.iter() for k, v in e.attrib.items() if k != "aria-label"]
    assert not [v for v in angka if v in ("nan", "inf", "-inf")]


def test_the_map_shows_29_places_with_their_words_and_counts_them_all():
    svg = drawn_map(contoh=True)
    tanda = marks(svg)
    assert len(tanda) == 29
    assert {g.get("data-kode") for g in tanda} == set(hall_deck.batas())
    # indexes 4 and 9 are not known; of the other 27, i % 5 is 0..3 six times each
    # (0 to 28) and 4 three times (14, 19, 24)
    legenda = [t for t in texts(svg) if re.fullmatch(r".* \(\d+\)", t)]
    assert [int(t.rpartition("(")[2][:-1]) for t in legenda] == [6, 6, 6, 6, 3, 2]
    assert legenda[-1] == "Belum ada data (2)"
    kata = " ".join(texts(svg))
    for kode in hall_deck.batas():
        assert nama_wilayah(kode) in kata
    assert "CONTOH" in kata


def test_the_map_tells_the_unknown_by_a_hatch_of_its_own():
    svg = drawn_map()
    isi = {g.get("data-kode"): g.find(f"{SVG}path").get("fill") for g in marks(svg)}
    kode = list(hall_deck.batas())
    tak_tahu = {isi[kode[4]], isi[kode[9]]}
    assert len(tak_tahu) == 1
    assert tak_tahu.pop().startswith("url(#")
    lain = {v for k, v in isi.items() if k not in (kode[4], kode[9])}
    assert isi[kode[4]] not in lain


def test_the_map_is_drawn_where_the_land_is():
    """Pilang's northernmost point is above that of Sumber Wetan, in the south."""
    svg = drawn_map()
    awal = {g.get("data-kode"): g.find(f"{SVG}path").get("d") for g in marks(svg)}
    nama = {nama_wilayah(k): k for k in awal}

    def middle(n: str) -> tuple[float, float]:
        x, y = re.match(r"M(-?[\d.]+)[ ]?(-?[\d.]+)", awal[nama[n]]).groups()
        return float(x), float(y)

    assert middle("Pilang")[1] < middle("Sumber Wetan")[1]
    assert middle("Ketapang")[0] < middle("Mangunharjo")[0]


@pytest.mark.parametrize("ukuran", [(600, 420), (560, 900)], ids=str)
def test_no_name_on_the_map_stands_upon_another(ukuran):
    kotak = []
    for g in drawn_map(*ukuran).iter(f"{SVG}g"):
        if "font-size" not in g.attrib:
            continue
        besar = float(g.get("font-size"))
        for t in g.iter(f"{SVG}text"):
            panjang = width(t.text, besar, 600)
            x, y = float(t.get("x")), float(t.get("y"))
            kotak.append((x - panjang / 2, y - besar * 0.7, x + panjang / 2, y, t.text))
    assert len(kotak) > 29
    for (a1, b1, a2, b2, _), (c1, d1, c2, d2, _) in combinations(kotak, 2):
        assert min(a2, c2) - max(a1, c1) <= 2 or min(b2, d2) - max(b1, d1) <= 2


@by_look
def test_words_stand_out_from_their_ground(rupa):
    p = palette(**rupa)
    assert contrast(p.teks, p.dasar) >= 7
    assert contrast(p.lembut, p.dasar) >= 4.5
    assert contrast(p.contoh, p.dasar) >= 3
    for i in range(6):
        assert contrast(p.deret(i)[0], p.dasar) >= 2
    for kelas in hall_deck.KELAS:
        warna = p.warna(kelas.warna)
        assert contrast(p.teks_di(warna), warna) >= 4


def test_a_scale_keeps_its_order_on_the_dark_ground():
    """Much stands out most on either ground."""
    for rupa in ({}, {"gelap": True}):
        p = palette(**rupa)
        beda = [contrast(p.warna(k.warna), p.dasar) for k in hall_deck.KELAS[1:]]
        assert all(a < b for a, b in pairwise(beda))


def test_black_on_white_holds_nothing_but_greys():
    for svg in (*(drawn(g, hitam_putih=True) for g in GRAFIK),
                drawn_map(hitam_putih=True)):  # fmt: skip
        teks = ET.tostring(svg, encoding="unicode")
        for warna in set(re.findall(r"#[0-9A-Fa-f]{6}", teks)):
            assert warna[1:3] == warna[3:5] == warna[5:7]


def test_letters_are_as_wide_as_the_font_says():
    huruf = ImageFont.truetype(str(FONTS / "SourceSans3-Bold.ttf"), 200)
    for teks in ("Modal", "Rp 412.345.678", "– · … ×"):
        harus = sum(huruf.getlength(h) for h in teks)
        assert width(teks, 200, 700) == pytest.approx(harus, abs=0.5)


def test_small_sums_are_never_rounded_to_millions():
    assert short(250_000, "Rp") == "Rp 250 ribu"
    assert short(999_999, "Rp") == "Rp 999.999"
    assert short(1_000_000, "Rp") == "Rp 1 juta"
    assert short(-3_125_000, "Rp") == "-Rp 3,12 juta"


def test_long_words_at_both_ends_of_bars_stay_inside():
    kategori = ("<", "<", "<", "<", "<", "<", "<<<<<<<<<<<<<<<<")
    tanpa = (None,) * 6
    seri = (Seri("<", (*tanpa, -1e7)), Seri("<", (*tanpa, 1e9)), Seri("<", (*tanpa, 1)))
    svg = drawn(Grafik("x", "batang", kategori, seri, "%", "x"))
    assert outside(svg, 560) == []
