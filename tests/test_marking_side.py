"""Files that cannot be marked get a list beside them, and it says why."""

import csv
import io
import zipfile
from dataclasses import replace

import openpyxl
import pytest

from checks.temuan import JENIS
from loaders.form.read import read
from loaders.marking import mark
from tests.faults import FAULTS, HARI_INI
from tests.marked_files import LEMBAR, faulty, patched, replaced, written

UTAMA = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/main"


def added(data: bytes, **bagian: bytes) -> bytes:
    keluar = io.BytesIO(data)
    with zipfile.ZipFile(keluar, "a") as paket:
        for nama, isi in bagian.items():
            paket.writestr(nama, isi)
    return keluar.getvalue()


def related(data: bytes, jenis: bytes, tujuan: bytes) -> bytes:
    satu = (
        b'<Relationship Id="rId90" Type="http://schemas.microsoft.com/office/2006/'
        b"relationships/" + jenis + b'" Target="' + tujuan + b'"/></Relationships>'
    )
    return patched(
        data, **{r"workbook\.xml\.rels$": replaced((rb"</Relationships>", satu))}
    )


def _bomb() -> bytes:
    kepala = b'<!DOCTYPE w [<!ENTITY a "aaaaaaaa">]><worksheet '
    return patched(written(), **{LEMBAR: replaced((rb"<worksheet ", kepala))})


TIDAK_DAPAT = {
    "csv": (lambda: b"Nama barang;Harga\nGula;15000\n", "CSV"),
    "terkunci": (FAULTS["berkas_terkunci"].buat, "terkunci kata sandi"),
    "rusak": (lambda: written()[:4000], "tidak dapat dibuka"),
    "kosong": (lambda: b"", "kosong"),
    "entitas": (_bomb, "aman"),
    "tanda_tangan": (
        lambda: added(written(), **{"_xmlsignatures/sig1.xml": b"<Signature/>"}),
        "bertanda tangan digital",
    ),
    "strict": (
        lambda: patched(written(), **{r"workbook\.xml$": replaced((UTAMA, STRICT))}),
        "Strict Open XML",
    ),
    "makro": (
        lambda: added(
            related(written(), b"vbaProject", b"vbaProject.bin"),
            **{"xl/vbaProject.bin": b"\0"},
        ),
        "makro",
    ),
    "makro_menurut_jenis": (
        lambda: patched(
            written(),
            Content_Types=replaced(
                (rb"application/vnd\.openxmlformats-officedocument\.spreadsheetml"
                 rb"\.sheet\.main\+xml",
                 b"application/vnd.ms-excel.sheet.macroEnabled.main+xml")
            ),
        ),
        "makro",
    ),
    "bersama": (
        lambda: added(
            related(written(), b"revisionHeaders", b"revisions/revisionHeaders.xml"),
            **{"xl/revisions/revisionHeaders.xml": b"<headers/>"},
        ),
        "disunting bersama",
    ),
    "gambar_catatan_rusak": (
        lambda: patched(
            written(lambda t: t.lembar["Keuangan"].write_comment("C2", "a")),
            **{r"\.vml$": lambda _: b"<xml"},
        ),
        "tidak lazim",
    ),
    "lembar_rusak": (
        lambda: patched(
            written(), **{r"sheet3\.xml$": replaced((rb"</sheetData>", b""))}
        ),
        "tidak lazim",
    ),
}  # fmt: skip


@pytest.mark.parametrize("sebab", TIDAK_DAPAT)
def test_a_file_that_must_not_be_patched_gets_a_list_that_says_why(sebab):
    buat, kata = TIDAK_DAPAT[sebab]
    data = buat()
    temuan = read(faulty().write(), "a.xlsx", hari_ini=HARI_INI).temuan
    hasil = mark(data, "laporan.xlsx", temuan)
    assert hasil.samping and kata in hasil.sebab
    assert hasil.nama == "laporan (daftar perbaikan).xlsx"
    assert hasil.n_sel == 0
    daftar = openpyxl.load_workbook(io.BytesIO(hasil.isi))["Perbaikan"]
    assert daftar["A3"].value == (
        f"Berkas aslinya tidak kami tandai karena {hasil.sebab}. Perbaiki berkas asli "
        "menurut daftar ini, lalu kirim berkas asli itu, bukan daftar ini."
    )
    isi = [[s.value for s in b[:4]] for b in daftar.iter_rows(min_row=7)]
    assert isi[0] == [1, "Harus diperbaiki", "Identitas", "B5"]
    assert len(isi) == 6


def test_the_list_shows_pieces_of_the_senders_sheets():
    bacaan = read(faulty().write(), "a.xlsx", hari_ini=HARI_INI)
    hasil = mark(b"a;b\n1;2\n", "a.csv", bacaan.temuan, cuplikan=bacaan.cuplikan)
    buku = openpyxl.load_workbook(io.BytesIO(hasil.isi))
    assert buku.sheetnames == ["Perbaikan", "Cuplikan"]
    potong = buku["Cuplikan"]
    salah = next(s for b in potong.iter_rows() for s in b if s.value == "dua puluh")
    assert salah.fill.fgColor.rgb == "FFF8D3CD"
    # No 4 of the list leads to the piece that holds it
    tautan = buku["Perbaikan"]["D10"]
    baris = int(tautan.hyperlink.location.rpartition("A")[2])
    assert potong.cell(baris, 1).value == "4. Lembar Keuangan, sel P2"
    assert baris < salah.row < baris + 6


def test_a_list_sent_instead_of_the_report_is_told_from_it():
    bacaan = read(faulty().write(), "a.xlsx", hari_ini=HARI_INI)
    hasil = mark(b"a;b\n1;2\n", "a.csv", bacaan.temuan, cuplikan=bacaan.cuplikan)
    lagi = read(hasil.isi, hasil.nama, hari_ini=HARI_INI)
    assert [t.pesan for t in lagi.temuan] == [
        "Berkas ini hanya berisi daftar perbaikan dari aplikasi, bukan laporan. "
        "Perbaiki berkas laporan Anda menurut daftar itu, lalu kirim berkas laporannya."
    ]
    assert lagi.ditolak


def test_the_list_saved_as_csv_is_told_from_a_report():
    """A spreadsheet saves only the sheet that is open as CSV: here, the list."""
    data = faulty().write()
    temuan = read(data, "a.xlsx", hari_ini=HARI_INI).temuan
    buku = openpyxl.load_workbook(io.BytesIO(mark(data, "a.xlsx", temuan).isi))
    teks = io.StringIO()
    tulis = csv.writer(teks)
    for baris in buku["Perbaikan"].iter_rows(values_only=True):
        tulis.writerow(["" if v is None else v for v in baris])
    lagi = read(teks.getvalue().encode(), "a.csv", hari_ini=HARI_INI)
    assert [t.jenis for t in lagi.temuan] == ["bukan_formulir"]
    assert lagi.temuan[0].pesan.startswith("Berkas ini hanya berisi daftar perbaikan")


@pytest.mark.parametrize("kode", FAULTS)
def test_every_kind_of_finding_can_be_handed_back(kode):
    """Whatever is wrong, an xlsx that can be read is marked, anything else listed."""
    fault = FAULTS[kode]
    data = fault.buat()
    temuan = read(data, fault.nama, hari_ini=HARI_INI).temuan
    hasil = mark(data, fault.nama, temuan)
    daftar = openpyxl.load_workbook(io.BytesIO(hasil.isi)).worksheets[0]
    assert daftar.title == "Perbaikan"
    tampak = [t for t in temuan if JENIS[t.jenis].pembaca == "semua"]
    nomor = [b[0].value for b in daftar.iter_rows(min_row=7) if b[0].value]
    assert nomor == list(range(1, len(tampak) + 1))
    if not hasil.samping:
        assert {t.lembar for t in read(hasil.isi, "a.xlsx", hari_ini=HARI_INI).temuan
                } == {t.lembar for t in temuan}  # fmt: skip


def test_a_merged_cell_is_marked_at_its_anchor_and_each_cell_once():
    data = written(lambda t: t.lembar["Kegiatan"].merge_range("H4:J6", "gabung"))
    asal = read(data, "a.xlsx", hari_ini=HARI_INI).temuan[0]
    dalam = replace(asal, lembar="Kegiatan", sel="I5", sel_lain=())
    sama = replace(dalam, sel="J6", tingkat="periksa")
    hasil = mark(data, "a.xlsx", [dalam, sama])
    lembar = openpyxl.load_workbook(io.BytesIO(hasil.isi))["Kegiatan"]
    assert hasil.n_sel == 1
    assert lembar["H4"].fill.fgColor.rgb == "FFF8D3CD"
    assert lembar["H4"].comment.text.startswith("Pemeriksaan UP2K: Harus diperbaiki\n")
    assert lembar["I5"].comment is None


def test_a_finding_on_a_sheet_that_is_not_there_is_only_listed():
    data = faulty().write()
    asal = read(data, "a.xlsx", hari_ini=HARI_INI).temuan[0]
    hasil = mark(data, "a.xlsx", [replace(asal, lembar="Hilang", sel="Z9")])
    assert (hasil.samping, hasil.n_sel) == (False, 0)
    buku = openpyxl.load_workbook(io.BytesIO(hasil.isi))
    assert [s.value for s in buku["Perbaikan"][7]][2:4] == ["Hilang", "Z9"]
    assert buku["Perbaikan"]["D7"].hyperlink is None
