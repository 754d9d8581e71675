"""What a downloaded table holds: real numbers, its provenance, and no formula."""

import csv
import datetime as dt
import io
import zipfile

import openpyxl
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from reports.exports import Keterangan, Kolom, safe_text, to_csv
from reports.exports_xlsx import to_xlsx

KOLOM = {
    "nama": Kolom("Kelurahan", bantuan="Nama resmi."),
    "kas": Kolom("Kas", "Rp"),
    "naik": Kolom("Pertumbuhan", "%"),
    "hari": Kolom("Berdiri"),
}
KETERANGAN = Keterangan(
    periode="Triwulan III 2026",
    saringan="Kecamatan Mayangan",
    n_lapor=87,
    n_kelompok=112,
    data_per=dt.datetime(2026, 10, 9, 3, 5, tzinfo=dt.UTC),
    contoh=True,
)
JUDUL = "Modal per kelurahan"


@pytest.fixture
def frame():
    return pd.DataFrame(
        {
            "nama": ["Jati", '=HYPERLINK("http://a","b")', "Pilang"],
            "kas": pd.array([1250000, -1500, None], dtype="Int64"),
            "naik": pd.array([12.34, 0.0, None], dtype="Float64"),
            "hari": pd.to_datetime(["2015-08-17", None, "2001-01-02"]),
            "disembunyikan": ["x", "y", "z"],
        }
    )


def lines(data):
    return data.decode("utf-8-sig").split("\r\n")


def test_csv_tells_where_it_comes_from_before_the_headings(frame):
    baris = lines(to_csv(frame, JUDUL, KOLOM, KETERANGAN))
    kepala, sela = baris.index("Kelurahan;Kas (Rp);Pertumbuhan (%);Berdiri"), ""
    asal = baris[: kepala - 1]
    assert baris[kepala - 1] == sela
    assert asal[0] == "# Modal per kelurahan"
    assert "# Data: CONTOH, bukan data sebenarnya" in asal
    assert "# Periode: Triwulan III 2026" in asal
    assert "# Saringan: Kecamatan Mayangan" in asal
    assert "# Kelompok yang melapor: 87 dari 112 kelompok" in asal
    assert "# Kiriman terbaru: 9 Oktober 2026 pukul 10.05 WIB" in asal


def test_csv_numbers_are_read_as_numbers_by_an_indonesian_excel(frame):
    data = to_csv(frame, JUDUL, KOLOM, KETERANGAN)
    assert data.startswith(b"\xef\xbb\xbf")
    isi = [b for b in lines(data) if b and not b.startswith("#")][1:]
    rows = list(csv.reader(isi, delimiter=";"))
    assert rows[0] == ["Jati", "1250000", "12,3", "17 Agustus 2015"]
    assert rows[1][1:] == ["-1500", "0,0", ""]
    assert rows[2][1:3] == ["", ""]


def test_csv_is_read_back_by_pandas_with_its_missing_values(frame):
    data = to_csv(frame, JUDUL, KOLOM, KETERANGAN)
    kembali = pd.read_csv(io.BytesIO(data), sep=";", decimal=",", comment="#")
    assert kembali["Kas (Rp)"].iloc[0] == 1250000
    assert pd.isna(kembali["Kas (Rp)"].iloc[2])
    assert list(kembali["Pertumbuhan (%)"][:2]) == [12.3, 0.0]


@pytest.mark.parametrize(
    "jahat", ["=1+1", "+62", "-2+3", "@SUM(A1)", "\tx", "\rx", " =1", "＝1+1"]
)
def test_text_that_would_run_is_quoted_in_csv(jahat):
    data = to_csv(pd.DataFrame({"n": [jahat]}), JUDUL, {"n": Kolom("N")}, KETERANGAN)
    assert f"'{jahat}" in data.decode("utf-8-sig")


@given(st.text())
def test_no_text_cell_starts_a_formula(teks):
    assert not safe_text(teks).lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))
    assert safe_text(teks).endswith(teks)


def test_csv_headings_and_provenance_cannot_run_either():
    kolom = {"n": Kolom("=cmd()")}
    data = to_csv(pd.DataFrame({"n": ["a"]}), "=1", kolom, KETERANGAN)
    assert not any(b.startswith("=") for b in lines(data))


def test_xlsx_holds_numbers_dates_and_harmless_text(frame):
    data = to_xlsx(frame, JUDUL, KOLOM, KETERANGAN)
    lembar = openpyxl.load_workbook(io.BytesIO(data))["Data"]
    assert [s.value for s in lembar[4]] == [
        "Kelurahan",
        "Kas (Rp)",
        "Pertumbuhan (%)",
        "Berdiri",
    ]
    assert lembar["B5"].value == 1250000
    assert lembar["B6"].value == -1500
    assert lembar["B7"].value is None
    assert lembar["C5"].value == pytest.approx(12.34)
    assert lembar["D5"].value == dt.datetime(2015, 8, 17)
    assert lembar["A6"].data_type == "s"
    assert lembar["A6"].value == '=HYPERLINK("http://a","b")'
    assert lembar.freeze_panes == "B5"
    with zipfile.ZipFile(io.BytesIO(data)) as paket:
        isi = b"".join(paket.read(n) for n in paket.namelist() if "sheet" in n)
    assert b"<f>" not in isi
    assert b"<hyperlink" not in isi


def test_xlsx_says_where_it_comes_from(frame):
    buku = openpyxl.load_workbook(io.BytesIO(to_xlsx(frame, JUDUL, KOLOM, KETERANGAN)))
    assert buku["Data"]["A1"].value == JUDUL
    assert buku["Data"]["A2"].value == (
        "CONTOH, bukan data sebenarnya · Triwulan III 2026 · Kecamatan Mayangan · "
        "87 dari 112 kelompok melapor · "
        "kiriman terbaru 9 Oktober 2026 pukul 10.05 WIB"
    )
    catatan = {b[0].value: b[1].value for b in buku["Keterangan"].iter_rows()}
    assert catatan["Periode"] == "Triwulan III 2026"
    assert catatan["Kelompok yang melapor"] == "87 dari 112 kelompok"
    assert catatan["Kelurahan"] == "Nama resmi."


def test_an_empty_table_is_still_a_file(frame):
    kosong = frame.iloc[:0]
    lembar = openpyxl.load_workbook(
        io.BytesIO(to_xlsx(kosong, JUDUL, KOLOM, KETERANGAN))
    )["Data"]
    assert lembar["A4"].value == "Kelurahan"
    assert lines(to_csv(kosong, JUDUL, KOLOM, KETERANGAN))[-2].startswith("Kelurahan;")


def _page():
    import pandas as pd

    from ui.downloads import Keterangan, Kolom, table

    table(
        pd.DataFrame({"k": ["Jati"], "v": pd.array([1250000], dtype="Int64")}),
        judul="Kas",
        nama="kas",
        kolom={"k": Kolom("Kelurahan"), "v": Kolom("Kas", "Rp")},
        keterangan=Keterangan("Triwulan III 2026", contoh=True),
    )


def test_a_table_on_the_page_has_both_downloads():
    app = AppTest.from_function(_page).run()
    assert not app.exception
    assert [b.label for b in app.download_button] == ["Unduh Excel", "Unduh CSV"]
    assert app.dataframe[0].value["v"].tolist() == [1250000]
    assert b"1.250.000" in app.dataframe[0].proto.arrow_data.styler.display_values


def _page_of_mixed_units():
    import pandas as pd

    from ui.downloads import Keterangan, Kolom, table

    table(
        pd.DataFrame({"n": ["Kas", "Naik"], "u": ["Rp", "%"], "v": [1250000.0, 12.5]}),
        judul="Profil",
        nama="profil",
        kolom={"n": Kolom("Angka"), "v": Kolom("Nilai", satuan_dari="u")},
        keterangan=Keterangan("Triwulan III 2026"),
    )


def test_rows_of_unlike_units_carry_their_unit_on_screen_and_bare_numbers_in_files():
    app = AppTest.from_function(_page_of_mixed_units).run()
    assert app.dataframe[0].value["v"].tolist() == ["Rp 1.250.000", "12,5 %"]
    frame = pd.DataFrame(
        {"n": ["Kas", "Naik"], "u": ["Rp", "%"], "v": [1250000.0, 12.5]}
    )
    kolom = {
        "n": Kolom("Angka"),
        "u": Kolom("Satuan"),
        "v": Kolom("Nilai", satuan_dari="u"),
    }
    assert lines(to_csv(frame, JUDUL, kolom, KETERANGAN))[-3:-1] == [
        "Kas;Rp;1250000",
        "Naik;%;12,5",
    ]
    lembar = openpyxl.load_workbook(
        io.BytesIO(to_xlsx(frame, JUDUL, kolom, KETERANGAN))
    )["Data"]
    assert [lembar["C5"].value, lembar["C6"].value] == [1250000, 12.5]
