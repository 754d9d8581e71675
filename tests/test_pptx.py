"""The PPTX: the deck's own numbers in native charts, a map of shapes, notes, stamp."""

import dataclasses
import datetime as dt
import io
import subprocess
import zipfile

import openpyxl
import pytest
from pptx import Presentation
from pptx.enum.dml import MSO_FILL
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.util import Emu

from charts.geometry import rings
from reference.boundaries import usable_boundaries
from reference.wilayah import kelurahan
from reports.context import Konteks
from reports.deck import build
from reports.exports import Keterangan
from reports.pptx import deck_pptx
from reports.slide import (
    Angka,
    BarisAngka,
    Butir,
    Deck,
    Grafik,
    KelasPeta,
    Peta,
    Seri,
    Slide,
    Tabel,
)
from tests import city

BATAS = rings(usable_boundaries()[0])
CAP = Keterangan(
    periode="Triwulan III 2026", saringan="Kota Probolinggo", n_lapor=4, n_kelompok=5,
    contoh=True, pada=dt.date(2026, 10, 26),
)  # fmt: skip
GARIS = Grafik(
    "Modal", "garis", ("TW I", "TW II", "TW III"),
    (Seri("Modal", (1_234_567.25, None, 2_345_678.0)),), "Rp",
    "Modal naik dari Rp 1.234.567", "Dilaporkan 4 dari 5 kelompok.",
    goal=(2_000_000.0, "Sasaran Rp 2.000.000"),
)  # fmt: skip
BATANG = Grafik(
    "Hadir", "batang", ("Pilang", "Sukoharjo"), (Seri("Hadir", (81.27, None)),), "%",
    "Kehadiran menurut kelurahan", sorot=0, goal=(80.0, "Sasaran 80 %"),
)  # fmt: skip
TUMPUK = Grafik(
    "Tingkat", "tumpuk", ("Kanigaran", "Kademangan"),
    (Seri("Pemula", (2.0, 1.0)), Seri("Madya", (0.0, 3.0))), "kelompok", "Tingkat",
)  # fmt: skip
KOLOM = Grafik("Kas", "kolom", ("A", "B"), (Seri("Kas", (-5.0, 7.0)),), "Rp", "Kas")
KELAS = (KelasPeta("sedikit", "#E8F3F1"), KelasPeta("di bawah 0", "#F1A340", "-"))
PETA = Peta(
    "Modal per anggota", "Rp", KELAS,
    {k: (None, 0, 1)[i % 3] for i, k in enumerate(kelurahan())},
    {k: (None, 250_000.0, -1_500.0)[i % 3] for i, k in enumerate(kelurahan())},
    {}, "Peta 29 kelurahan", "Dilaporkan 4 dari 5 kelompok.", city.PILANG,
)  # fmt: skip
ANGKA = BarisAngka((
    Angka("Modal", "Rp 2.345.678", 2_345_678.0, "Rp", "4 dari 5 kelompok"),
    Angka("Anggota", "belum ada data", None, "orang"),
))  # fmt: skip
TABEL = Tabel(
    "Kecamatan", ("Nama", "Modal"), (("Kanigaran", "Rp 10"), ("Kademangan", "Rp 9")),
    "Urut menurut kode.",
)  # fmt: skip


def deck(**lain) -> Deck:
    slides = (
        Slide("pembuka", "UP2K PKK Kota Probolinggo", "Triwulan III", catatan="Salam.",
              jenis="pembuka"),
        Slide("modal", "Modal", "Modal naik.", (GARIS, ANGKA), "Sebut sasarannya."),
        Slide("peta", "Peta", "Di mana?", (PETA, Butir(("Satu", "Dua")))),
        Slide("hadir", "Hadir", "Rapat.", (BATANG, TABEL), "Dua baris\ncatatan."),
        Slide("tingkat", "Tingkat", "", (TUMPUK, KOLOM)),
        Slide("akhir", "Terima kasih", "Sampai jumpa.", jenis="penutup"),
    )  # fmt: skip
    isi = {"judul": "UP2K PKK", "audiens": "pimpinan", "slides": slides, "cap": CAP,
           "batas": BATAS, "alamat": "https://up2k.contoh.test"} | lain  # fmt: skip
    return Deck(**isi)


@pytest.fixture(scope="module")
def data() -> bytes:
    return deck_pptx(deck())


@pytest.fixture(scope="module")
def slides(data) -> list:
    return list(Presentation(io.BytesIO(data)).slides)


def charts(slide) -> list:
    return [s.chart for s in slide.shapes if s.has_chart]


def values(chart) -> list[tuple[str, tuple]]:
    return [(s.name, tuple(s.values)) for s in chart.plots[0].series]


def texts(slide) -> str:
    semua = [s.text_frame.text for s in slide.shapes if s.has_text_frame]
    return "\n".join(semua)


def shape(slide, nama):
    return next(s for s in slide.shapes if s.name.startswith(nama))


def alt(bentuk) -> str:
    return bentuk._element.xpath(".//p:cNvPr")[0].get("descr")


def test_chart_data_are_those_of_the_deck_unrounded_and_gaps_stay_gaps(slides):
    (modal,) = charts(slides[1])
    assert values(modal) == [
        ("Modal", (1_234_567.25, None, 2_345_678.0)),
        ("Sasaran Rp 2.000.000", (2_000_000.0,) * 3),
    ]
    assert list(modal.plots[0].categories) == ["TW I", "TW II", "TW III"]
    assert values(charts(slides[3])[0]) == [("Hadir", (81.27, None))]
    tumpuk, kolom = charts(slides[4])
    assert values(tumpuk) == [("Pemula", (2.0, 1.0)), ("Madya", (0.0, 3.0))]
    assert values(kolom) == [("Kas", (-5.0, 7.0))]


def test_the_workbook_behind_a_chart_leaves_the_unknown_cell_empty(slides):
    (modal,) = charts(slides[1])
    isi = modal.part.chart_workbook.xlsx_part.blob
    buku = openpyxl.load_workbook(io.BytesIO(isi)).active
    assert [c.value for c in buku["B"]] == ["Modal", 1_234_567.25, None, 2_345_678]
    assert "dispBlanksAs" in modal._chartSpace.xml
    assert 'dispBlanksAs val="gap"' in modal._chartSpace.xml


def test_what_is_unknown_is_said_in_words_under_the_chart(slides):
    assert "Belum ada data: Sukoharjo." in texts(slides[3])
    assert "Belum ada data: TW II." in texts(slides[1])


def test_charts_and_map_are_no_pictures_and_have_words_for_who_cannot_see(slides):
    for s in slides:
        gambar = [b.name for b in s.shapes if b.shape_type == MSO_SHAPE_TYPE.PICTURE]
        assert gambar in ([], ["Kode QR"])
    assert alt(shape(slides[1], "Modal")) == "Modal naik dari Rp 1.234.567"
    assert alt(shape(slides[2], "Peta:")) == "Peta 29 kelurahan"
    assert alt(shape(slides[0], "Kode QR")) == "Kode QR menuju https://up2k.contoh.test"


def test_the_map_has_every_kelurahan_in_the_colour_of_its_class(slides):
    grup = shape(slides[2], "Peta:")
    tanah = {b.name: b for b in grup.shapes if b.name.startswith("Kelurahan ")}
    assert len(tanah) == 29
    for kode, tempat in kelurahan().items():
        kelas, nilai = PETA.kelas_di[kode], PETA.nilai[kode]
        teks = {None: "belum ada data", 250_000.0: "Rp 250.000", -1_500.0: "-Rp 1.500"}
        b = tanah[f"Kelurahan {tempat.nama}: {teks[nilai]}"]
        if kelas == 0:
            assert b.fill.type == MSO_FILL.SOLID
            assert str(b.fill.fore_color.rgb) == "E8F3F1"
        else:
            assert b.fill.type == MSO_FILL.PATTERNED
            latar = "FFFFFF" if kelas is None else "F1A340"
            assert str(b.fill.back_color.rgb) == latar


def test_the_map_names_and_counts_what_it_shows_and_points_out_one(slides):
    grup = shape(slides[2], "Peta:")
    nama = {b.text_frame.text.replace("\n", " ") for b in grup.shapes
            if b.name.startswith("Nama ")}  # fmt: skip
    assert nama == {k.nama for k in kelurahan().values()}
    # 29 in threes: ten first, ten second, nine third
    isi = texts(slides[2])
    assert "Belum ada data (10)" in isi
    assert "sedikit (10)" in isi
    assert "di bawah 0 (9)" in isi
    assert any(b.name == "Batas Pilang" for b in grup.shapes)


def test_north_is_up_and_pilang_lies_west_of_sukoharjo(slides):
    grup = shape(slides[2], "Peta:")
    di = {b.name.split(":")[0]: b for b in grup.shapes}
    assert di["Kelurahan Mayangan"].top < di["Kelurahan Pakistaji"].top
    assert di["Kelurahan Pilang"].left < di["Kelurahan Sukoharjo"].left


def test_every_slide_has_title_stamp_number_and_the_sample_badge(slides):
    judul = [s.shapes.title.text_frame.text for s in slides]
    assert judul == [s.judul for s in deck().slides]
    for s in slides:
        kaki = [b for b in s.placeholders if b.placeholder_format.type.name == "FOOTER"]
        assert kaki[0].text_frame.text == CAP.kalimat
        assert any(b.placeholder_format.type.name == "SLIDE_NUMBER"
                   for b in s.placeholders)  # fmt: skip
        assert "Data contoh" in texts(s)


def test_real_data_carry_no_word_of_samples():
    asli = dataclasses.replace(CAP, contoh=False)
    isi = Presentation(io.BytesIO(deck_pptx(deck(cap=asli, alamat=""))))
    for s in isi.slides:
        assert "ontoh" not in texts(s)
        assert not any(c.has_title for c in charts(s))
        assert not any(b.name == "Kode QR" for b in s.shapes)


def test_notes_are_the_speakers_own(slides):
    catatan = [
        s.notes_slide.notes_text_frame.text if s.has_notes_slide else "" for s in slides
    ]
    assert catatan == [s.catatan for s in deck().slides]


def test_words_numbers_and_tables_stand_on_their_slides(slides):
    isi = texts(slides[1])
    assert "Rp 2.345.678" in isi
    assert "4 dari 5 kelompok" in isi
    assert "Satu\nDua" in texts(slides[2])
    tabel = next(b.table for b in slides[3].shapes if b.has_table)
    sel = [[c.text for c in r.cells] for r in tabel.rows]
    assert sel == [list(TABEL.kepala), *map(list, TABEL.baris)]


def test_everything_stands_on_the_slide(data, slides):
    p = Presentation(io.BytesIO(data))
    assert (p.slide_width, p.slide_height) == (Emu(12191695), Emu(6858000))
    for s in slides:
        for b in s.shapes:
            assert b.left >= 0, b.name
            assert b.top >= 0, b.name
            assert b.left + b.width <= p.slide_width + 1, b.name
            assert b.top + b.height <= p.slide_height + 1, b.name


def test_the_goal_over_bars_stands_at_its_value(slides):
    s = slides[3]
    bingkai, garis = shape(s, "Hadir"), shape(s, "Garis Sasaran")
    chart = bingkai.chart
    xml = chart._chartSpace.xpath(".//c:plotArea/c:layout/c:manualLayout")[0]
    x, w = (float(xml.find(f"{{*}}{n}").get("val")) for n in ("x", "w"))
    kiri, lebar = bingkai.left + x * bingkai.width, w * bingkai.width
    assert garis.left == pytest.approx(
        kiri + lebar * 80.0 / chart.value_axis.maximum_scale, abs=9525
    )


def test_properties_and_bytes_know_no_clock(data):
    sifat = Presentation(io.BytesIO(data)).core_properties
    assert sifat.title == "UP2K PKK"
    assert sifat.author == "Dasbor UP2K PKK"
    assert sifat.created == dt.datetime(2026, 10, 26)
    assert sifat.comments == CAP.kalimat
    assert deck_pptx(deck()) == data
    waktu = {i.date_time for i in zipfile.ZipFile(io.BytesIO(data)).infolist()}
    assert waktu == {(1980, 1, 1, 0, 0, 0)}


def test_a_chart_of_which_nothing_is_known_says_so_and_draws_nothing():
    kosong = Grafik("Kas", "kolom", ("A",), (Seri("Kas", (None,)),), "Rp", "Kas")
    isi = Presentation(io.BytesIO(deck_pptx(deck(
        slides=(Slide("kas", "Kas", "", (kosong,)),)
    ))))  # fmt: skip
    assert charts(isi.slides[0]) == []
    assert "Belum ada data" in texts(isi.slides[0])


def test_the_presentation_of_the_hand_made_city_says_its_numbers_to_the_rupiah():
    konteks = Konteks(
        city.city(), city.KINI, city.LALU, city.KOTA, dt.date(2026, 10, 26), False,
        "koordinator", usable_boundaries()[0],
    )  # fmt: skip
    isi = build(konteks, "pimpinan")
    p = Presentation(io.BytesIO(deck_pptx(isi)))
    modal = next(
        s for s, r in zip(p.slides, isi.slides, strict=True) if r.id == "modal"
    )
    # by hand, as in tests/test_indicators.py
    deret = dict(values(charts(modal)[0]))["Modal UP2K"]
    assert deret[-1] == 2_250_000
    for s, r in zip(p.slides, isi.slides, strict=True):
        asal = [g for g in r.isi if isinstance(g, Grafik)]
        for c, g in zip(charts(s), asal, strict=True):
            assert values(c)[: len(g.seri)] == [(x.nama, x.nilai) for x in g.seri]


@pytest.mark.libreoffice
@pytest.mark.impress
def test_libreoffice_opens_it_a_page_a_slide_with_its_words(data, tmp_path):
    (tmp_path / "deck.pptx").write_bytes(data)
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profil", "--headless",
         "--convert-to", "pdf", "deck.pptx"],
        cwd=tmp_path, check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    halaman = subprocess.run(
        ["pdftotext", "deck.pdf", "-"],
        cwd=tmp_path, check=True, capture_output=True, text=True,
    ).stdout.split("\f")[:-1]  # fmt: skip
    halaman = [" ".join(h.split()) for h in halaman]
    assert len(halaman) == 6
    for teks, s in zip(halaman, deck().slides, strict=True):
        assert s.judul in teks
        assert "4 dari 5 kelompok melapor" in teks
    # dots between thousands, whatever language the program speaks
    assert "Rp 1.234.567" in halaman[1]
    assert "Sasaran 80 %" in halaman[3]
    assert "Pilang" in halaman[2]
