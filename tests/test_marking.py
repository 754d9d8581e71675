"""A marked workbook is the sender's own, but for the marks: in some fifty shapes."""

import io
import re
import zipfile
from functools import cache

import openpyxl
import pytest
from lxml import etree
from openpyxl.utils import column_index_from_string, get_column_letter

from checks.temuan import Temuan
from loaders.form.read import read
from loaders.marking import Tertanda, mark
from loaders.marking.strip import strip
from tests.faults import HARI_INI
from tests.marked_files import BENTUK, PNG, expected, faulty, written

WARNA = {"galat": "FFF8D3CD", "periksa": "FFFAE6BE", "info": "FFD6EBE9"}
PENULIS = "Pemeriksaan UP2K: "
ALWAYS = {
    "[Content_Types].xml",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/styles.xml",
}
SHEETS = {"Identitas", "Kelompok", "Keuangan"}


@cache
def original(bentuk: str) -> bytes:
    return BENTUK[bentuk]()


@cache
def findings(bentuk: str) -> list[Temuan]:
    return read(original(bentuk), "laporan.xlsx", hari_ini=HARI_INI).temuan


@cache
def marked(bentuk: str) -> Tertanda:
    return mark(original(bentuk), "laporan.xlsx", findings(bentuk))


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as paket:
        assert paket.testzip() is None
        return {nama: paket.read(nama) for nama in paket.namelist()}


def c14n(xml: bytes) -> bytes:
    return etree.tostring(etree.fromstring(xml), method="c14n")


def sheet_parts(data: bytes) -> dict[str, str]:
    """The part of every sheet, by the sheet's name."""
    isi = parts(data)
    hubungan = {
        h.get("Id"): h.get("Target").removeprefix("/xl/")
        for h in etree.fromstring(isi["xl/_rels/workbook.xml.rels"])
    }
    return {
        s.get(
            "name"
        ): f"xl/{hubungan[next(v for k, v in s.items() if k[-3:] == '}id')]}"
        for s in etree.fromstring(isi["xl/workbook.xml"]).iter("{*}sheet")
    }


def fill(sel) -> str:
    return sel.fill.fgColor.rgb if sel.fill.fill_type == "solid" else ""


def colour(warna) -> str:
    return warna.rgb if warna is not None and isinstance(warna.rgb, str) else ""


def look(sel) -> tuple[object, ...]:
    """All of a cell's format but its ground."""
    huruf, batas, letak = sel.font, sel.border, sel.alignment
    return (
        sel.number_format, sel.protection.locked, sel.style,
        (huruf.name, huruf.sz, huruf.b, huruf.i, colour(huruf.color)),
        (batas.left.style, batas.top.style, colour(batas.left.color)),
        (letak.horizontal, letak.vertical, letak.wrap_text),
    )  # fmt: skip


def without_marks(xml: bytes, sel: set[str]) -> bytes:
    """A sheet's part without what marking may change: formats of marked cells, cells
    made for a mark, the drawing of the notes, what the sheet says of its own reach."""
    akar = etree.fromstring(xml)
    for unsur in [*akar.iter("{*}legacyDrawing"), *akar.iter("{*}dimension")]:
        unsur.getparent().remove(unsur)
    nomor = 0
    for baris in list(akar.iter("{*}row")):
        nomor = int(baris.get("r", nomor + 1))
        baris.attrib.pop("spans", None)
        kolom = 0
        for c in list(baris):
            alamat = c.get("r") or f"{get_column_letter(kolom + 1)}{nomor}"
            kolom = column_index_from_string(alamat.rstrip("0123456789"))
            if alamat in sel:
                c.attrib.pop("s", None)
                if not len(c):
                    baris.remove(c)
        if not len(baris) and set(baris.attrib) <= {"r"}:
            baris.getparent().remove(baris)
    return etree.tostring(akar, method="c14n")


def test_there_are_many_shapes():
    assert len(BENTUK) >= 30


@pytest.mark.parametrize("bentuk", BENTUK)
def test_each_finding_sits_on_its_cell_and_nowhere_else(bentuk):
    hasil = marked(bentuk)
    assert (hasil.samping, hasil.sebab) == (False, "")
    assert hasil.nama == "laporan (perbaikan).xlsx"
    # openpyxl does not open a workbook that has no formats at all
    asal = "polos" if bentuk == "tanpa_gaya" else bentuk
    dulu = openpyxl.load_workbook(io.BytesIO(original(asal)))
    kini = openpyxl.load_workbook(io.BytesIO(hasil.isi))
    ditandai = {
        (nama, sel.coordinate): fill(sel)
        for nama in (s.title for s in dulu.worksheets)
        for baris in kini[nama].iter_rows()
        for sel in baris
        if fill(sel) in WARNA.values()
    }
    salah = {k: WARNA[v] for k, v in expected(bentuk).items()}
    temuan = findings(bentuk)
    assert set(ditandai) == {(t.lembar, t.sel) for t in temuan if t.sel}
    assert salah.items() <= ditandai.items()
    assert hasil.n_sel == len(ditandai)
    for nama, sel in ditandai:
        assert look(kini[nama][sel]) == look(dulu[nama][sel]), (nama, sel)
        if bentuk != "percakapan" or sel != "P2":
            assert PENULIS in kini[nama][sel].comment.text


@pytest.mark.parametrize("bentuk", BENTUK)
def test_all_else_in_the_package_stays_byte_for_byte(bentuk):
    dulu, kini = parts(original(bentuk)), parts(marked(bentuk).isi)
    assert list(kini)[: len(dulu)] == list(dulu)
    bagian = sheet_parts(original(bentuk))
    temuan = findings(bentuk)
    lembar = {t.lembar for t in temuan if t.sel}
    assert lembar >= SHEETS
    boleh = ALWAYS | {bagian[n] for n in lembar}
    for nama in [bagian[n] for n in lembar]:
        rels = nama.replace("worksheets/", "worksheets/_rels/") + ".rels"
        boleh.add(rels)
        for h in etree.fromstring(dulu[rels]) if rels in dulu else ():
            if h.get("Type").endswith(("/comments", "/vmlDrawing")):
                tuju = h.get("Target").replace("../", "xl/").removeprefix("/")
                if "header" not in tuju:
                    boleh.add(tuju)
    for nama, isi in dulu.items():
        if nama not in boleh:
            assert kini[nama] == isi, nama
    for nama in lembar:
        sel = {t.sel for t in temuan if t.lembar == nama}
        assert without_marks(kini[bagian[nama]], sel) == without_marks(
            dulu[bagian[nama]], sel
        )


@pytest.mark.parametrize("bentuk", BENTUK)
def test_a_marked_workbook_is_read_as_the_unmarked(bentuk):
    dulu = read(original(bentuk), "x.xlsx", hari_ini=HARI_INI)
    kini = read(marked(bentuk).isi, "x.xlsx", hari_ini=HARI_INI)
    assert len(kini.putaran) >= 5
    kini.putaran = None
    assert kini == dulu


@pytest.mark.parametrize("bentuk", BENTUK)
def test_stripping_gives_the_workbook_back(bentuk):
    dulu, kini = parts(original(bentuk)), parts(strip(marked(bentuk).isi))
    assert list(kini) == list(dulu)
    for nama, isi in dulu.items():
        if kini[nama] != isi and nama == "xl/workbook.xml":
            # what says nothing may be left out
            isi = re.sub(rb' (?:firstSheet|activeTab)="0"|<definedNames ?/>', b"", isi)
        if kini[nama] != isi:
            assert c14n(kini[nama]) == c14n(isi), nama


@pytest.mark.parametrize("bentuk", BENTUK)
def test_the_list_comes_first_and_leads_to_each_cell(bentuk):
    buku = openpyxl.load_workbook(io.BytesIO(marked(bentuk).isi))
    daftar = buku.worksheets[0]
    nama = "Perbaikan (2)" if bentuk == "lembar_perbaikan_sendiri" else "Perbaikan"
    assert (buku.sheetnames[0], daftar.title) == (nama, nama)
    tuju = {
        (baris[2].value, baris[3].value, baris[3].hyperlink.location, baris[1].value)
        for baris in daftar.iter_rows(min_row=7, max_col=8)
        if baris[3].hyperlink
    }
    kata = {"galat": "Harus diperbaiki", "periksa": "Perlu diperiksa",
            "info": "Untuk diketahui"}  # fmt: skip
    for (lembar, sel), tingkat in expected(bentuk).items():
        assert (lembar, sel, f"'{lembar}'!{sel}", kata[tingkat]) in tuju


@pytest.mark.parametrize(
    "bentuk", ["nama_dan_cetak", "lembar_terbuka_lain", "openpyxl"]
)
def test_what_counts_sheets_by_place_is_shifted(bentuk):
    dulu = openpyxl.load_workbook(io.BytesIO(original(bentuk)))
    kini = openpyxl.load_workbook(io.BytesIO(marked(bentuk).isi))
    assert kini.active.title == dulu.active.title
    for lembar in dulu.worksheets:
        ini = kini[lembar.title]
        assert ini.print_title_rows == lembar.print_title_rows
        assert ini.print_area == lembar.print_area
        assert set(ini.defined_names) == set(lembar.defined_names)
    assert kini.worksheets[0].print_title_rows == "$6:$6"


def test_a_workbook_that_does_not_say_which_sheet_is_open_keeps_its_first():
    """Two sheets that both count as open would be edited together."""
    buku = parts(marked("tanpa_tampilan_buku").isi)["xl/workbook.xml"]
    assert b'activeTab="1"' in buku


def test_the_list_is_sorted_by_what_matters_and_printable():
    buku = openpyxl.load_workbook(io.BytesIO(marked("polos").isi))
    daftar = buku["Perbaikan"]
    assert [s.value for s in daftar[6]][:8] == [
        "No", "Tingkat", "Lembar", "Sel", "Kelompok", "Apa yang ditemukan",
        "Apa yang diharapkan", "Saran",
    ]  # fmt: skip
    isi = [[s.value for s in b[:4]] for b in daftar.iter_rows(min_row=7)]
    assert isi == [
        [1, "Harus diperbaiki", "Identitas", "B5"],
        [2, "Harus diperbaiki", "Kelompok", "D2"],
        [3, "Harus diperbaiki", "Kelompok", "G3"],
        [4, "Harus diperbaiki", "Keuangan", "P2"],
        [5, "Perlu diperiksa", "Keuangan", "AH3"],
        [6, "Untuk diketahui", "Keuangan", "P3"],
    ]
    assert daftar["A2"].value == (
        "Terima kasih. Berkas laporan.xlsx sudah kami periksa: 4 harus diperbaiki, "
        "1 perlu diperiksa, dan 1 untuk diketahui."
    )
    baris = [s.value for s in daftar[10]][4:8]
    assert baris == [
        "35.74.04.1006-01", "“dua puluh” bukan angka (Kas, kelompok Melati).",
        "angka", "Tulis angka saja, misalnya 250000.",
    ]  # fmt: skip
    assert int(daftar.page_setup.paperSize) == 9
    assert daftar.page_setup.orientation == "landscape"
    assert daftar.page_setup.fitToHeight == 0 and daftar.sheet_properties.pageSetUpPr
    assert daftar.column_dimensions["J"].hidden


def test_the_note_says_what_is_wrong_and_what_to_do():
    buku = openpyxl.load_workbook(io.BytesIO(marked("polos").isi))
    catatan = buku["Keuangan"]["P2"].comment
    assert catatan.text == (
        "Pemeriksaan UP2K: Harus diperbaiki\n"
        "“dua puluh” bukan angka (Kas, kelompok Melati).\n"
        "Tulis angka saja, misalnya 250000."
    )
    assert catatan.author == "Pemeriksaan UP2K"


def test_the_senders_own_notes_stay_and_come_first():
    buku = openpyxl.load_workbook(io.BytesIO(marked("catatan_pada_sel_salah").isi))
    assert buku["Keuangan"]["P2"].comment.text.startswith(
        "Tolong dicek lagi, Bu.\n\nPem"
    )
    assert buku["Kegiatan"]["A1"].comment.text == "Isi tanggal."
    polos = openpyxl.load_workbook(io.BytesIO(strip(marked("catatan_lain").isi)))
    assert polos["Keuangan"]["C2"].comment.text == "Tolong dicek lagi, Bu."
    assert polos["Keuangan"]["P2"].comment is None


def test_every_note_has_one_box_beside_its_cell_and_wide_enough():
    for bentuk in ("polos", "baris_tersembunyi", "tombol_dan_catatan"):
        isi = parts(marked(bentuk).isi)
        for vml in (v.decode() for n, v in isi.items() if n.endswith(".vml")):
            nomor = re.findall(r'<v:shape id="(\w+)"', vml)
            assert len(nomor) == len(set(nomor))
            letak = re.findall(r"<x:Row>(\d+)</x:Row>\s*<x:Column>(\d+)<", vml)
            assert len(letak) == len(set(letak))
    uang = next(v for n, v in parts(marked("polos").isi).items() if b"<x:Row>2<" in v)
    kiri, atas, kanan, bawah = (
        int(re.findall(r"<x:Anchor>([\d, ]+)<", uang.decode())[0].split(", ")[k])
        for k in (0, 2, 4, 6)
    )
    # 290 pixels over columns of 64, some 90 over rows of 20
    assert kanan - kiri in (4, 5) and 3 <= bawah - atas <= 8


def test_formulas_keep_their_results():
    kini = openpyxl.load_workbook(io.BytesIO(marked("rumus").isi), data_only=True)
    assert kini["Keuangan"]["AJ3"].value == 333
    assert kini["Kelompok"]["V9"].value == "ab"
    rumus = openpyxl.load_workbook(io.BytesIO(marked("rumus").isi))
    assert rumus["Keuangan"]["AJ3"].value == "=SUM(P3:S3)"


def test_pictures_and_charts_are_still_there():
    buku = openpyxl.load_workbook(io.BytesIO(marked("grafik_gambar").isi))
    uang = buku["Keuangan"]
    assert (len(uang._charts), len(uang._images)) == (1, 1)
    assert parts(marked("grafik_gambar").isi)["xl/media/image1.png"] == PNG


def test_a_blank_cell_is_made_in_its_row_with_the_look_of_its_column():
    form = faulty()
    del form.sheets["Identitas"][1, 1]

    def kolom(t) -> None:
        biru = t.buku.add_format({"bg_color": "#CCE5FF", "num_format": "0.00"})
        t.lembar["Identitas"].set_column("B:B", 30, biru)

    data = written(kolom, form=form)
    temuan = read(data, "x.xlsx", hari_ini=HARI_INI).temuan
    hasil = mark(data, "x.xlsx", temuan)
    sel = openpyxl.load_workbook(io.BytesIO(hasil.isi))["Identitas"]["B2"]
    assert (sel.value, fill(sel), sel.number_format) == (None, WARNA["galat"], "0.00")
    baris = parts(hasil.isi)[sheet_parts(hasil.isi)["Identitas"]]
    assert re.search(rb'<c r="A2"[^>]*>.*?</c><c r="B2"', baris)
    assert c14n(parts(strip(hasil.isi))["xl/worksheets/sheet1.xml"]) == c14n(
        parts(data)["xl/worksheets/sheet1.xml"]
    )


def test_marking_again_starts_from_the_senders_workbook():
    satu = marked("semua_sekaligus").isi
    temuan = read(satu, "x.xlsx", hari_ini=HARI_INI).temuan
    dua = mark(satu, "laporan (perbaikan).xlsx", temuan)
    assert dua.nama == "laporan (perbaikan).xlsx"
    isi1, isi2 = parts(satu), parts(dua.isi)
    assert isi1.keys() == isi2.keys()
    for nama in isi1:
        if nama.endswith((".xml", ".rels")) and "Content_Types" not in nama:
            a, b = c14n(isi1[nama]), c14n(isi2[nama])
            assert a.replace(b"laporan (perbaikan)", b"laporan") == b.replace(
                b"laporan (perbaikan)", b"laporan"
            ), nama


def test_what_was_mended_loses_its_mark_and_keeps_its_format():
    """As another program leaves it: cells changed, formats numbered anew."""
    buku = openpyxl.load_workbook(io.BytesIO(marked("berformat").isi))
    buku["Keuangan"]["P2"] = 250_000
    keluar = io.BytesIO()
    buku.save(keluar)
    temuan = read(keluar.getvalue(), "x.xlsx", hari_ini=HARI_INI).temuan
    hasil = mark(keluar.getvalue(), "laporan.xlsx", temuan)
    dulu = openpyxl.load_workbook(io.BytesIO(original("berformat")))
    kini = openpyxl.load_workbook(io.BytesIO(hasil.isi))
    assert kini.sheetnames == ["Perbaikan", *dulu.sheetnames]
    sel, asal = kini["Keuangan"]["P2"], dulu["Keuangan"]["P2"]
    assert (sel.value, fill(sel), sel.comment) == (250_000, "FFFFF2CC", None)
    assert look(sel) == look(asal)
    assert fill(kini["Kelompok"]["G3"]) == WARNA["galat"]
    assert kini["Kelompok"]["G3"].comment.text.count(PENULIS) == 1


def test_a_mark_goes_also_when_rows_were_put_in_above_it():
    buku = openpyxl.load_workbook(io.BytesIO(marked("berformat").isi))
    buku["Keuangan"].insert_rows(1, 2)
    keluar = io.BytesIO()
    buku.save(keluar)
    bersih = openpyxl.load_workbook(io.BytesIO(strip(keluar.getvalue())))
    assert fill(bersih["Keuangan"]["P4"]) == "FFFFF2CC"
    assert bersih["Keuangan"]["P4"].value == "dua puluh"
