"""Every form of number that offices type, in its column: its value, or why not."""

import csv
import datetime as dt
from collections import defaultdict
from itertools import chain
from pathlib import Path

import pytest
import python_calamine
import xlsxwriter
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from loaders.cells.column import read_cells
from loaders.cells.numbers import ANGKA, BUKAN_ANGKA, KOSONG, RANCU, read_column
from loaders.form.read import read
from tests.faults import HARI_INI, Form

BERKAS_NYATA = Path(__file__).parents[2] / "shared" / "berkas-nyata"
# A busy machine is no fault of the reader.
tanpa_batas_waktu = settings(
    deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


def one(teks, satuan="Rp", *, bulat=True):
    (hasil,) = read_column([teks], satuan=satuan, bulat=bulat)
    return hasil


def cells(nama, tipe, sel):
    return read_cells(tipe, nama, sel, hari_ini=HARI_INI)


@pytest.mark.parametrize(
    ("teks", "nilai"),
    [
        ("Rp 250 ribu", 250_000),
        ("Rp 500 ribu", 500_000),
        ("Rp25 juta", 25_000_000),
        ("Rp. 25 juta", 25_000_000),
        ("Rp 2.775.000.000", 2_775_000_000),
        ("Rp125 miliar", 125_000_000_000),
        ("Rp8 triliun", 8_000_000_000_000),
        ("3 Trilyun", 3_000_000_000_000),
        ("10 Milyar", 10_000_000_000),
        ("Rp. 71.200.000.", 71_200_000),
        ("Rp 800.000", 800_000),
        ("15 jt", 15_000_000),
        ("50jt", 50_000_000),
        ("4M", 4_000_000_000),
        ("6 M", 6_000_000_000),
        ("Rp. 29.000.000,-", 29_000_000),
        ("Rp.500.000,-", 500_000),
        ("Rp. 1.000.000,00", 1_000_000),
        ("Rp. 500.000,00", 500_000),
        ("Rp. 15,000,000.00", 15_000_000),
        ("575,000", 575_000),
        ("3,450,000", 3_450_000),
        ("11,649", 11_649),
        ("14905", 14_905),
        ("81.977", 81_977),
        ("(1.500.000)", -1_500_000),
        ("1.500.000", 1_500_000),
        ("1,5 jt", 1_500_000),
        ("1.5jt", 1_500_000),
        ("Rp 1.500.000,-", 1_500_000),
        ("500rb", 500_000),
        ("2,5 juta rupiah", 2_500_000),
        ("Rp 25 juta,-", 25_000_000),
        ("25.000 rp", 25_000),
        ("Rp420.032,00", 420_032),
        (" Rp12.328 ", 12_328),
        ("1\u00a0500\u00a0000", 1_500_000),
        ("1\u2009500\u2009000", 1_500_000),
        ("1\u202f500\u202f000", 1_500_000),
        ("1.500\u200b", 1_500),
        ("１５０００", 15_000),
        ("Rp １．５００．０００", 1_500_000),
        ("Rp nihil", 0),
    ],
)
def test_a_sum_of_money_in_every_form_seen(teks, nilai):
    assert one(teks).nilai == nilai


@pytest.mark.parametrize(
    ("teks", "satuan", "nilai"),
    [
        ("152,14 persen", "%", 152.14),
        ("18,22", "%", 18.22),
        ("18.36", "%", 18.36),
        ("41,11 %", "%", 41.11),
        ("12%", "%", 12),
        ("1 067,7", "", 1067.7),
        ("1 067.7", "", 1067.7),
        ("685.161,0", "", 685_161),
        ("7.84", "", 7.84),
    ],
)
def test_a_decimal_in_every_form_seen(teks, satuan, nilai):
    assert one(teks, satuan, bulat=False).nilai == nilai


@pytest.mark.parametrize("teks", ["-", "–  ", "", "—", "Rp -", "Rp-   ", "Rp", "Rp."])
def test_blank_and_a_dash_are_missing_never_zero(teks):
    assert one(teks) == (KOSONG, None, ())


@pytest.mark.parametrize(
    ("teks", "satuan", "apa"),
    [
        ("2 jt-an", "Rp", "perkiraan"),
        ("20an", "orang", "perkiraan"),
        ("jutaan rupiah", "Rp", "perkiraan"),
        ("jutaan", "Rp", "perkiraan"),
        ("± 500.000", "Rp", "perkiraan"),
        ("kurang lebih 20", "orang", "perkiraan"),
        (">20", "orang", "perkiraan"),
        ("10-12", "orang", "dua angka"),
        ("Rp 10.000 s/d Rp 20.000", "Rp", "dua angka"),
        ("12%", "orang", "persen"),
        ("152,14 persen", "Rp", "persen"),
        ("3,5E+06", "Rp", "dipendekkan Excel"),
        ("1.250¹", "Rp", "tanda catatan"),
        ("25*", "orang", "tanda catatan"),
        ("25 1)", "orang", "tanda catatan"),
        ("1.500.000.00", "Rp", "tidak beraturan"),
        ("1,500,000,00", "Rp", "tidak beraturan"),
        ("25 orang", "Rp", "satuan orang"),
        ("٢٥", "orang", "aksara lain"),
        ("dua puluh", "orang", "bukan angka"),
    ],
)
def test_what_is_no_number_is_told_why(teks, satuan, apa):
    nama = {"Rp": "kas", "orang": "anggota_awal"}[satuan]
    assert one(teks, satuan).keadaan == BUKAN_ANGKA
    hasil = cells(nama, "integer", [teks])
    assert hasil.nilai == [None]
    (masalah,) = hasil.masalah
    assert masalah.jenis == "bukan_angka"
    assert apa in masalah.kalimat


def test_a_guess_at_a_sum_asks_for_one_number():
    (masalah,) = cells("kas", "integer", ["2 jt-an"]).masalah
    assert masalah.kalimat == "“2 jt-an” perkiraan, bukan angka yang pasti"
    assert masalah.saran == "Tulis satu angka yang pasti, misalnya 2000000."


def test_a_percentage_typed_as_a_count_is_no_whole_number():
    """A published table prints “14.63 KK” where 11.995 families belong."""
    (masalah,) = cells("keluarga_anggota_kk", "integer", ["14.63 KK"]).masalah
    assert masalah.jenis == "angka_tidak_bulat"


def test_one_office_with_two_styles_has_its_doubt_asked_about():
    """The same book prints 81.977 families and 18,22 percent; another 11,649."""
    hasil = read_column(["81.977", "11,649"], satuan="KK")
    assert [h.keadaan for h in hasil] == [RANCU, RANCU]


def test_a_column_that_settles_a_doubt_says_so_once_with_all_cells():
    hasil = cells("hadir_rata_rata", "decimal", ["12,5", "1.500", "2.750", "", "9,25"])
    assert hasil.nilai == [12.5, 1500, 2750, None, 9.25]
    (masalah,) = hasil.masalah
    assert (masalah.jenis, masalah.urut, masalah.semua) == (
        "angka_menurut_kolom", 1, (1, 2),
    )  # fmt: skip
    assert masalah.kalimat == (
        "“1.500” dibaca 1.500 dan “2.750” dibaca 2.750 karena kolom ini memakai titik "
        "untuk ribuan"
    )


def test_english_thousands_in_a_column_of_rupiah_are_said():
    hasil = cells("kas", "integer", ["575,000", "15,000,000.00", 7.0])
    assert hasil.nilai == [575_000, 15_000_000, 7]
    (masalah,) = hasil.masalah
    assert masalah.kalimat == (
        "“575,000” dibaca 575.000 karena kolom ini memakai koma untuk ribuan"
    )


def test_indonesian_thousands_in_a_column_of_rupiah_need_no_word():
    hasil = cells("kas", "integer", ["575.000", "15.000.000", 7.0])
    assert (hasil.nilai, hasil.masalah) == ([575_000, 15_000_000, 7], [])


def test_the_finding_about_a_column_names_every_cell_and_no_group():
    form = Form().put("Keuangan", P2="1,500", P3="250,000")
    temuan = read(form.write(), "f.xlsx", hari_ini=HARI_INI).temuan
    (satu,) = [t for t in temuan if t.jenis == "angka_menurut_kolom"]
    assert (satu.sel, satu.sel_lain, satu.kelompok) == ("P2", ("P3",), None)
    assert satu.pesan == (
        "Lembar Keuangan, sel P2 dan P3: “1,500” dibaca 1.500 dan “250,000” dibaca "
        "250.000 karena kolom ini memakai koma untuk ribuan (Kas). Tidak perlu apa-apa "
        "bila bacaannya benar; bila tidak, tulis angka tanpa titik atau koma."
    )


def test_a_number_format_that_hides_digits_hides_no_value(tmp_path):
    """`#,##0,` shows 1.500.000 as 1.500, `;;;` shows nothing: the value is read."""
    berkas = tmp_path / "format.xlsx"
    with xlsxwriter.Workbook(berkas) as buku:
        lembar = buku.add_worksheet()
        ribuan = buku.add_format({"num_format": '#,##0,"rb"'})
        lembar.write_number(0, 0, 1_500_000, ribuan)
        lembar.write_number(1, 0, 2_000, buku.add_format({"num_format": ";;;"}))
    rows = python_calamine.load_workbook(berkas).get_sheet_by_index(0).to_python()
    hasil = cells("kas", "integer", [b[0] for b in rows])
    assert (hasil.nilai, hasil.masalah) == ([1_500_000, 2_000], [])


@pytest.mark.parametrize("teks", ["3,57402E+15", "3.57E+15", "NIK 3,57401E+15"])
def test_a_nik_that_lost_its_digits_is_personal(teks):
    hasil = cells("bidang_usaha", "text", [teks])
    assert "E+15" not in str(hasil.nilai[0])
    assert [m.jenis for m in hasil.masalah] == ["sel_pribadi"]
    angka = cells("bidang_usaha", "text", [3574020000000000.0])
    assert [m.jenis for m in angka.masalah] == ["sel_pribadi"]


# ------------------------------------------------------------------ properties
RIBUAN = st.sampled_from([".", " ", "\u00a0", "\u202f", ""])
AWALAN = st.sampled_from(["", "Rp", "Rp ", "Rp. ", "Rp.", "rp ", "IDR ", "RP\u00a0"])


def grouped(nilai, ribuan):
    return f"{abs(nilai):,}".replace(",", ribuan)


def signed(nilai, teks, cara):
    if nilai >= 0:
        return teks
    return {"kurung": f"({teks})", "minus": f"-{teks}", "panjang": f"−{teks}"}[cara]


@tanpa_batas_waktu
@given(
    st.integers(-(10**12), 10**12), RIBUAN, AWALAN,
    st.sampled_from(["", ",-", ",00", ".-", " rupiah", ",--"]),
    st.sampled_from(["kurung", "minus", "panjang"]),
)  # fmt: skip
def test_indonesian_money_comes_back(nilai, ribuan, awalan, akhiran, cara):
    teks = signed(nilai, f"{awalan}{grouped(nilai, ribuan)}{akhiran}", cara)
    assert one(teks).nilai == nilai


@tanpa_batas_waktu
@given(st.integers(-(10**12), 10**12), AWALAN, st.sampled_from([".00", ""]))
def test_english_money_comes_back(nilai, awalan, akhiran):
    teks = signed(nilai, f"{awalan}{grouped(nilai, ',')}{akhiran}", "kurung")
    assert one(teks).nilai == nilai


PENGALI = {"ribu": 3, "rb": 3, "juta": 6, "jt": 6, "miliar": 9, "milyar": 9, "M": 9,
           "triliun": 12}  # fmt: skip


@tanpa_batas_waktu
@given(
    st.integers(0, 10**6), st.integers(0, 2), st.sampled_from(sorted(PENGALI)),
    st.sampled_from(["", " "]), AWALAN,
)  # fmt: skip
def test_words_for_thousands_and_millions_come_back(n, desimal, kata, sela, awalan):
    """Exact where they are: 1,25 juta is 1.250.000."""
    bulat, pecahan = divmod(n, 10**desimal)
    teks = f"{bulat}" + (f",{pecahan:0{desimal}}" if desimal else "")
    assert one(f"{awalan}{teks}{sela}{kata}").nilai == n * 10 ** (
        PENGALI[kata] - desimal
    )


@tanpa_batas_waktu
@given(
    st.lists(st.integers(0, 10**7), min_size=1, max_size=8),
    st.sampled_from([(".", ","), (",", "."), (" ", ","), ("", ",")]),
)
def test_decimals_of_one_style_come_back(seperseratus, gaya):
    """Columns with two decimals everywhere: 685.161,05 or 685,161.05."""
    ribuan, koma = gaya
    sel = [f"{grouped(n // 100, ribuan)}{koma}{n % 100:02}" for n in seperseratus]
    hasil = read_column(sel, bulat=False)
    assert [h.nilai for h in hasil] == [n / 100 for n in seperseratus]


ANGKA_TERTULIS = st.one_of(
    st.from_regex(r"\A[1-9]\d{0,2}([.,]\d{3}){0,2}([.,]\d{1,3})?\Z"),
    st.from_regex(r"\A[1-9]\d{0,2}[.,]\d{3} (jt|ribu)\Z"),
    st.sampled_from(["nihil", "-", "1,5 jt", "Rp 1.000,-", "x", "12.5", "0,25", "7"]),
)


@tanpa_batas_waktu
@given(
    st.sampled_from([("hadir_rata_rata", "decimal"), ("kas", "integer"),
                     ("anggota_awal", "integer")]),
    st.lists(st.lists(ANGKA_TERTULIS, min_size=1, max_size=6), min_size=2, max_size=6),
)  # fmt: skip
def test_no_text_has_two_values_by_its_neighbours_without_a_finding(variabel, kolom):
    """Wherever a text that has another value elsewhere stands, a finding names it."""
    nilai, tanpa_temuan = defaultdict(set), defaultdict(set)
    semua = [*kolom, *([teks] for teks in chain(*kolom))]
    for sel in semua:
        hasil = cells(*variabel, sel)
        disebut = set(chain(*((m.urut, *m.semua) for m in hasil.masalah)))
        for urut, (teks, n) in enumerate(zip(sel, hasil.nilai, strict=True)):
            if n is not None:
                nilai[teks].add(n)
                if urut not in disebut:
                    tanpa_temuan[teks].add(n)
    for teks, ada in tanpa_temuan.items():
        assert len(nilai[teks]) == 1, (teks, nilai[teks], ada)


@tanpa_batas_waktu
@given(st.lists(ANGKA_TERTULIS, min_size=1, max_size=6), st.randoms())
def test_the_order_of_a_column_changes_nothing(sel, acak):
    campur = list(range(len(sel)))
    acak.shuffle(campur)
    awal = read_column(sel, bulat=False)
    assert read_column([sel[i] for i in campur], bulat=False) == [
        awal[i] for i in campur
    ]


@tanpa_batas_waktu
@given(st.text(max_size=20), st.sampled_from(["Rp", "orang", "%", ""]))
def test_any_text_is_a_number_or_told_why(teks, satuan):
    hasil = one(teks, satuan)
    assume(hasil.keadaan != ANGKA)
    assert hasil.nilai is None
    if satuan in ("Rp", "orang"):
        nama = "kas" if satuan == "Rp" else "anggota_awal"
        for m in cells(nama, "integer", [teks]).masalah:
            assert m.jenis == "sel_pribadi" or m.kalimat


# ------------------------------------------------------------------ real files
def real_csv(judul):
    berkas = BERKAS_NYATA / "kemiskinan_pesawaran.csv"
    with berkas.open(encoding="utf-8-sig", newline="") as isi:
        return [b[judul] for b in csv.DictReader(isi)]


def test_villages_of_pesawaran():
    garis = read_column(real_csv("Garis Kemiskinan(Rp/Kap/Bulan)"), satuan="Rp")
    assert [h.nilai for h in garis[:3]] == [420_032, 452_521, 491_239]
    assert {h.keadaan for h in garis} == {ANGKA}
    persen = read_column(real_csv("Persentase Pen Miskin"), satuan="%", bulat=False)
    assert [h.nilai for h in persen[:3]] == [41.11, 41.73, 42.35]
    pendapatan = read_column(real_csv("Total pendapatan/bulan"), satuan="Rp")
    assert [h.nilai for h in pendapatan[:3]] == [3_000_000, 3_000_001, 3_000_002]


def test_a_filled_down_percentage_is_read_by_its_column_and_said():
    """Dragging a cell down made “56,100” of 56,99: nobody can read it alone."""
    sel = real_csv("Tidak Miskin")
    assert sel[:2] == ["56,99", "56,100"]
    hasil = cells("hadir_rata_rata", "decimal", sel[:2])
    assert hasil.nilai == [56.99, 56.1]
    assert [m.jenis for m in hasil.masalah] == ["angka_menurut_kolom"]


def test_six_cells_of_money_in_a_column_of_percentages_are_no_numbers():
    judul = "Persentase Ruta Miskin Penerima BPNT/Program Sembako (%)"
    hasil = read_column(real_csv(judul), satuan="%", bulat=False)
    assert sum(h.keadaan == BUKAN_ANGKA for h in hasil) == 6


def test_spoiled_money_makes_its_whole_column_asked_about():
    """“Rp369.840” beside “Rp369.1282”: dots for thousands, or for decimals?"""
    hasil = read_column(real_csv("Total pengeluaran/bulan"), satuan="Rp")
    assert hasil[0].keadaan == RANCU


def test_population_of_ntb_in_two_units_and_three_styles():
    berkas = BERKAS_NYATA / "penduduk_ntb.xlsx"
    rows = python_calamine.load_workbook(berkas).get_sheet_by_index(0).to_python()
    kolom = list(zip(*rows[1:], strict=True))
    dulu = [h.nilai for h in read_column(kolom[1], bulat=False)]
    assert dulu[:3] == [685_161, 939_409, 1_192_110]
    spasi = [h.nilai for h in read_column(kolom[5], bulat=False)]
    assert spasi[:3] == [744.3, 1067.7, 1366.4]


def test_an_en_dash_in_a_column_of_disasters_is_missing():
    berkas = BERKAS_NYATA / "bencana_sumut.xls"
    rows = python_calamine.load_workbook(berkas).get_sheet_by_index(0).to_python()
    toba = next(b for b in rows if str(b[0]).startswith("06"))
    hasil = read_column(toba[1:7])
    assert [h.nilai for h in hasil] == [13, 6, 4, None, None, None]
    assert {h.keadaan for h in hasil[3:]} == {KOSONG}


def test_a_date_in_a_number_cell_is_told_apart():
    (masalah,) = cells("kas", "integer", [dt.date(2026, 5, 1)]).masalah
    assert masalah.kalimat == "sel ini berisi tanggal (1 Mei 2026), bukan angka"
