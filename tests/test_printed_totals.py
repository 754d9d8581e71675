"""Printed totals and the form's own sums, held against the rows they belong to."""

import io

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.form.labels import total_kind
from loaders.form.read import read
from tests.faults import HARI_INI, MELATI, Form, Galat

# Kas stands in P (250.000 in every group), pinjaman beredar in R, persediaan in S.


def findings(form, *jenis):
    temuan = read(form.write(), "f.xlsx", hari_ini=HARI_INI).temuan
    return [t for t in temuan if not jenis or t.jenis in jenis]


def wrong_totals(form):
    return findings(form, "jumlah_tidak_cocok")


def group_rows(n):
    """The sheet Keuangan with so many groups, the first two of the form before them."""
    form = Form()
    for i in range(2, n):
        kode, nama = f"35.74.04.1006-{i + 1:02}", f"Kelompok {chr(65 + i)}"
        for lembar in ("Kelompok", "Keuangan", "Buku dan Langkah"):
            isi = form.sheets[lembar]
            baru = {(i + 1, j): s for (baris, j), s in isi.items() if baris == 1}
            form.sheets[lembar] = isi | baru | {(i + 1, 0): kode, (i + 1, 1): nama}
    return form


def test_a_right_total_says_nothing():
    form = Form().put("Keuangan", A4="JUMLAH", P4=500_000, R4=1_400_000, S4=100_000)
    form.put("Kelompok", A4="JUMLAH", J4=40, M4=42, T4=31)
    form.put("Buku dan Langkah", A4="JUMLAH", C4=4, D4=4)
    assert findings(form) == []


@pytest.mark.parametrize(
    "tertulis", [1_200_000, "1.200.000", "Rp 1.200.000,-", "1,2 juta", "(1.200.000)"]
)
def test_a_wrong_total_names_both_amounts(tertulis):
    form = group_rows(5).put("Keuangan", A7="JUMLAH", P7=tertulis)
    (temuan,) = wrong_totals(form)
    minus = "-" if "(" in str(tertulis) else ""
    selisih = "2.450.000" if minus else "50.000"
    assert temuan.pesan == (
        f"Lembar Keuangan, sel P7: “JUMLAH” pada kolom Kas tertulis {minus}Rp 1.200.000"
        f", sedangkan jumlah baris-barisnya Rp 1.250.000 (selisih Rp {selisih}). "
        "Periksa jumlah itu dan angka di baris-barisnya; bila memang benar, tulis "
        "alasannya."
    )
    assert (temuan.tingkat, temuan.sel, temuan.variabel, temuan.kelompok) == (
        "periksa", "P7", "kas", None,
    )  # fmt: skip
    assert temuan.diharapkan == "Rp 1.250.000"


def test_the_values_of_the_groups_stay_as_their_rows_say():
    form = Form().put("Keuangan", A4="JUMLAH", P4=9)
    bacaan = read(form.write(), "f.xlsx", hari_ini=HARI_INI)
    assert [g.nilai["kas"] for g in bacaan.kelompok] == [250_000, 250_000]
    assert bacaan.tertahan() == set()


def test_a_sum_that_stops_too_early_is_one_finding_for_all_its_columns():
    """Four groups, the last two left outside: every column says the same."""
    form = group_rows(4).put("Keuangan", R4=650_000, S4=100_000, A6="JUMLAH")
    form.put("Keuangan", P6=500_000, R6=1_400_000, S6=100_000)
    (temuan,) = wrong_totals(form)
    assert (temuan.sel, temuan.sel_lain) == ("P6", ("R6", "S6"))
    assert (
        "; mungkin baris 4 sampai 5 tidak ikut dijumlahkan; begitu pula kolom Pinjaman "
        "beredar dan Persediaan. Betulkan rumus" in temuan.pesan
    )


def test_one_row_in_the_middle_left_out_is_named():
    form = group_rows(4).put("Keuangan", P3=70_000, A6="JUMLAH", P6=750_000)
    (temuan,) = wrong_totals(form)
    assert "mungkin baris 3 (Mawar) tidak ikut dijumlahkan" in temuan.pesan


def test_two_rows_that_explain_it_equally_well_are_no_suspects():
    form = group_rows(4).put("Keuangan", P5=80_000, A6="JUMLAH", P6=580_000)
    (temuan,) = wrong_totals(form)
    assert "mungkin" not in temuan.pesan


def test_a_row_typed_as_text_is_named_with_its_cell():
    form = group_rows(3).put("Keuangan", P3="250.000", A5="JUMLAH", P5=500_000)
    (temuan,) = wrong_totals(form)
    assert "; mungkin karena sel P3 ditulis sebagai teks. Tulis sel itu" in temuan.pesan
    assert temuan.sel_lain == ("P3",)


def test_two_slips_in_one_row_of_totals_are_two_findings():
    form = group_rows(3).put("Keuangan", P3="250.000", S4=70_000, A5="JUMLAH")
    form.put("Keuangan", P5=500_000, S5=100_000)
    assert [(t.sel, "teks" in t.pesan) for t in wrong_totals(form)] == [
        ("P5", True), ("S5", False),
    ]  # fmt: skip


def test_counts_are_exact_and_rupiah_may_be_rounded():
    form = Form().put("Keuangan", A4="JUMLAH", P4=500_900)
    assert wrong_totals(form) == []  # within the stated 1.000
    form.put("Kelompok", A4="JUMLAH", M4=43)
    assert [t.sel for t in wrong_totals(form)] == ["M4"]


def test_dashes_and_blanks_add_nothing():
    form = group_rows(4).put("Keuangan", P3="-", P4=None, P5="nihil", A6="JUMLAH")
    form.put("Keuangan", P6=250_000)
    assert wrong_totals(form) == []


def test_a_column_with_a_cell_that_cannot_be_read_is_not_judged():
    form = Form().put("Keuangan", P3="dua puluh", A4="JUMLAH", P4=250_000, S4=1)
    assert [t.sel for t in wrong_totals(form)] == ["S4"]


def test_totals_that_say_nothing_are_not_judged():
    form = Form().put("Keuangan", A4="JUMLAH", P4=None, R4="-", S4="lihat lampiran")
    assert findings(form) == []


def test_a_total_whose_formula_was_never_worked_out_says_nothing():
    keluar = io.BytesIO()
    bawah = Form().put("Keuangan", A4="JUMLAH")
    with xlsxwriter.Workbook(keluar) as buku:
        for nama, sel in bawah.sheets.items():
            lembar = buku.add_worksheet(nama)
            hari = buku.add_format({"num_format": "dd/mm/yyyy"})
            for (i, j), s in sel.items():
                lembar.write(i, j, s, hari if hasattr(s, "year") else None)
            if nama == "Keuangan":
                lembar.write_formula("P4", "=SUM(P2:P2)", None, "")
                lembar.write_formula("AL2", "=SUM(C2:M2)", None, "")
    bacaan = read(keluar.getvalue(), "f.xlsx", hari_ini=HARI_INI)
    assert bacaan.temuan == []


def test_a_broken_formula_in_a_total_is_said_unless_a_row_is_what_is_broken():
    form = Form().put("Keuangan", A4="JUMLAH", P4=Galat("#REF!"))
    (temuan,) = findings(form)
    assert temuan.pesan == (
        "Lembar Keuangan, sel P4: “JUMLAH” pada kolom Kas berisi rumus rusak (#REF!), "
        "sedangkan jumlah baris-barisnya Rp 500.000. Perbaiki rumus di sel itu, atau "
        "tulis alasannya."
    )
    form.put("Keuangan", P2=Galat("#REF!"), AM2=Galat("#REF!"))
    assert [(t.jenis, t.sel) for t in findings(form)] == [("sel_galat", "P2")]


# ------------------------------------------------------------- where totals stand
@pytest.mark.parametrize(
    ("label", "apa"),
    [
        ("JUMLAH", "jumlah"), ("Total", "jumlah"), ("GRAND TOTAL", "jumlah"),
        ("J U M L A H", "jumlah"), ("Jumlah seluruhnya :", "jumlah"),
        ("JML", "jumlah"), ("Total Kelurahan Jati", "jumlah"),
        ("Jumlah Kelompok", "jumlah"), ("TOTAL KESELURUHAN", "jumlah"),
        ("Sub jumlah", "jumlah antara"), ("Subtotal", "jumlah antara"),
        ("SUB-TOTAL RW 02", "jumlah antara"), ("Jumlah RW 01", "jumlah antara"),
        ("Total lingkungan Krajan", "jumlah antara"), ("Jumlah II", "jumlah antara"),
        ("Jumlah halaman ini", "jumlah antara"), ("Jumlah A", "jumlah antara"),
        ("Jumlah periode lalu", "bukan kelompok"),
        ("Jumlah dipindahkan", "bukan kelompok"), ("Rata-rata", "bukan kelompok"),
        ("Persentase", "bukan kelompok"),
        ("Melati", ""), ("Totalitas", ""), ("Rukun Jumlah Makmur", ""),
        ("Subur Makmur", ""), ("Ratna Sari", ""),
    ],
)  # fmt: skip
def test_what_a_label_says_of_its_row(label, apa):
    assert total_kind(label) == apa


def test_a_total_of_a_part_in_the_middle_is_no_group_and_does_not_end_the_table():
    form = group_rows(3)
    isi = form.sheets["Keuangan"]
    form.sheets["Keuangan"] = {
        ((i + 1 if i == 3 else i), j): s for (i, j), s in isi.items()
    }
    form.put("Keuangan", B4="Jumlah RW 01", P4=500_000, R4=1_400_000)
    form.put("Keuangan", B6="Jumlah RW 02", P6=250_000, B7="JUMLAH", P7=750_000)
    bacaan = read(form.write(), "f.xlsx", hari_ini=HARI_INI)
    assert [g.nama for g in bacaan.kelompok] == ["Melati", "Mawar", "Kelompok C"]
    assert bacaan.temuan == []
    form.put("Keuangan", P4=400_000, P7=1_500_000)
    assert [(t.sel, t.diharapkan) for t in wrong_totals(form)] == [
        ("P4", "Rp 500.000"), ("P7", "Rp 750.000"),
    ]  # fmt: skip


def test_a_group_with_a_code_is_a_group_whatever_its_name():
    form = Form()
    for lembar in ("Kelompok", "Keuangan", "Buku dan Langkah"):
        form.put(lembar, B3="Total Jaya", A3="35.74.04.1006-02")
    form.put("Kelompok", B3="Jumlah RW 05")
    form.put("Keuangan", B3="Jumlah RW 05").put("Buku dan Langkah", B3="Jumlah RW 05")
    bacaan = read(form.write(), "f.xlsx", hari_ini=HARI_INI)
    assert [g.nama for g in bacaan.kelompok] == ["Melati", "Jumlah RW 05"]
    assert bacaan.temuan == []


def two_blocks():
    """The header once more below the first total, then another group."""
    form = group_rows(3)
    isi = form.sheets["Keuangan"]
    kepala = {(4, j): s for (i, j), s in isi.items() if i == 0}
    atas = {t: s for t, s in isi.items() if t[0] < 3}
    bawah = {(5, j): s for (i, j), s in isi.items() if i == 3}
    form.sheets["Keuangan"] = atas | kepala | bawah
    return form.put("Keuangan", A4="JUMLAH", P4=500_000, A7="JUMLAH", P7=250_000)


def test_every_block_has_its_own_total():
    assert findings(two_blocks()) == []
    salah = two_blocks().put("Keuangan", P4=250_000, P7=200_000)
    assert [(t.sel, t.diharapkan) for t in wrong_totals(salah)] == [
        ("P4", "Rp 500.000"), ("P7", "Rp 250.000"),
    ]  # fmt: skip


def test_the_last_total_may_be_that_of_all_blocks():
    assert findings(two_blocks().put("Keuangan", P7=750_000)) == []


def test_two_totals_below_each_other():
    form = Form().put("Keuangan", A4="JUMLAH", P4=500_000, A5="GRAND TOTAL", P5=500_000)
    assert findings(form) == []
    assert [t.sel for t in wrong_totals(form.put("Keuangan", P5=600_000))] == ["P5"]


def test_a_mean_below_the_total_is_no_lost_group():
    form = Form().put("Keuangan", A4="JUMLAH", P4=500_000)
    form.put("Keuangan", B5="Rata-rata", P5=250_000, R5=700_000, S5=50_000)
    assert findings(form) == []


def on_top(**total):
    form = Form()
    isi = form.sheets["Keuangan"]
    form.sheets["Keuangan"] = {(i + (i > 0), j): s for (i, j), s in isi.items()}
    return form.put("Keuangan", A2="TOTAL", **total)


def test_a_total_right_under_the_header_is_that_of_the_rows_below():
    bacaan = read(on_top(P2=500_000).write(), "f.xlsx", hari_ini=HARI_INI)
    assert [g.baris["Keuangan"] for g in bacaan.kelompok] == [3, 4]
    assert bacaan.temuan == []
    assert [t.sel for t in wrong_totals(on_top(P2=400_000))] == ["P2"]


def test_a_total_without_a_label_is_told_by_its_numbers():
    """A published table ends in a row of sums without a word."""
    form = Form().put("Keuangan", P4=500_000, R4=1_400_000, S4=100_000)
    assert findings(form) == []
    form.put("Keuangan", S4=99_999)
    assert [t.jenis for t in findings(form)] == ["baris_tanpa_kelompok"]


def test_the_table_of_activities_has_a_total_too():
    form = Form().put("Kegiatan", A3="JUMLAH", E3=25)
    bacaan = read(form.write(), "f.xlsx", hari_ini=HARI_INI)
    assert (len(bacaan.kegiatan), bacaan.temuan) == (1, [])
    (temuan,) = wrong_totals(form.put("Kegiatan", E3=30))
    assert temuan.pesan.startswith(
        "Lembar Kegiatan, sel E3: “JUMLAH” pada kolom Jumlah hadir tertulis 30 orang, "
        "sedangkan jumlah baris-barisnya 25 orang (selisih 5 orang)."
    )


# --------------------------------------------------------- the form's own columns
def own_sums(form):
    return findings(form, "hitungan_tidak_cocok")


def test_a_sum_of_the_form_that_its_row_contradicts_names_group_and_term():
    (temuan,) = own_sums(Form().put("Keuangan", AM2=950_000, AN2=-50_000))
    assert (temuan.sel, temuan.kelompok, temuan.tingkat) == ("AM2", MELATI, "periksa")
    assert "; mungkin karena Persediaan (Rp) tidak ikut dijumlahkan" in temuan.pesan
    assert temuan.sel_lain == ("S2",)


def test_the_balance_is_held_against_the_sums_printed_beside_it():
    """950.000 of capital, 1.000.000 of assets, 50.000 of debts: nothing is left."""
    (temuan,) = own_sums(Form().put("Keuangan", AN2=20_000))
    assert temuan.pesan.startswith(
        "Lembar Keuangan, sel AN2: Selisih neraca tertulis Rp 20.000, sedangkan aset "
        "dikurangi modal dan kewajiban Rp 0 (selisih Rp 20.000)"
    )
    assert own_sums(Form().put("Keuangan", AN2=20_000, AM2=None)) == []


def test_text_that_the_form_cannot_add_is_one_finding_for_the_column():
    form = Form().put("Keuangan", P2="250.000", P3="250.000")
    form.put("Keuangan", AM2=750_000, AM3=750_000, AN2=-250_000, AN3=-250_000)
    (temuan,) = own_sums(form)
    assert (temuan.sel, temuan.sel_lain) == ("AM2", ("AM3", "P2", "P3"))
    assert temuan.kelompok is None
    assert "Kas (Rp) ditulis sebagai teks (kelompok Melati); begitu pula 1 baris" in (
        temuan.pesan
    )


def test_blank_sums_and_unreadable_terms_are_not_judged():
    kosong = Form().put("Keuangan", AL2=None, AM2=None, AN2=None)
    assert findings(kosong) == []
    rusak = Form().put("Keuangan", P2="dua puluh", AM2=750_000, AN2=-250_000)
    assert [t.jenis for t in findings(rusak)] == ["bukan_angka"]


def test_the_score_of_the_books_is_exact():
    form = Form().put("Buku dan Langkah", B1="Nama kelompok")
    judul = {s: j for (i, j), s in form.sheets["Buku dan Langkah"].items() if i == 0}
    form.sheets["Buku dan Langkah"][1, judul["Nilai buku"]] = 9
    (temuan,) = own_sums(form)
    assert "Nilai buku tertulis 9, sedangkan jumlah bagian-bagiannya 8" in temuan.pesan


# --------------------------------------------------------------------- properties
UANG = st.integers(1, 10**7).map(lambda n: n * 1_000)


@settings(deadline=None, max_examples=40)
@given(st.lists(UANG, min_size=2, max_size=6), st.integers(-(10**9), 10**9))
def test_a_total_is_told_exactly_when_it_is_off(kas, selisih):
    form = group_rows(len(kas)).column("Keuangan", "P", "Kas (Rp)", *kas)
    form.column("Keuangan", "AM", "Jumlah aset", *[None] * len(kas))
    akhir = len(kas) + 2
    form.put("Keuangan", **{f"A{akhir}": "JUMLAH", f"P{akhir}": sum(kas) + selisih})
    temuan = wrong_totals(form)
    assert [t.sel for t in temuan] == ([f"P{akhir}"] if abs(selisih) > 1_000 else [])


@settings(deadline=None, max_examples=40)
@given(st.lists(UANG, min_size=2, max_size=6, unique=True), st.data())
def test_rows_left_out_at_the_end_are_always_the_suspects(kas, data):
    luar = data.draw(st.integers(1, len(kas) - 1))
    form = group_rows(len(kas)).column("Keuangan", "P", "Kas (Rp)", *kas)
    form.column("Keuangan", "AM", "Jumlah aset", *[None] * len(kas))
    akhir = len(kas) + 2
    tertulis = sum(kas[:-luar])
    form.put("Keuangan", **{f"A{akhir}": "JUMLAH", f"P{akhir}": tertulis})
    if sum(kas[-luar:]) <= 1_000:
        return
    (temuan,) = wrong_totals(form)
    baris = f"baris {akhir - luar} sampai {akhir - 1}" if luar > 1 else f"{akhir - 1} ("
    assert baris in temuan.pesan


def test_a_blank_that_an_old_file_shows_as_nought_is_not_judged():
    """An xls gives the empty text of a formula as 0; text in the rows is why."""
    form = Form().put("Keuangan", P2="250.000", P3="250.000", A4="JUMLAH", P4=0)
    for sel in ("P", "R", "S"):
        form.put("Keuangan", **{f"{sel}2": "Rp 250.000", f"{sel}3": "Rp 250.000"})
    # assets are all text, so that the form shows neither their sum nor the balance
    form.put("Keuangan", AM2=0, AM3=0, AN2=0, AN3=0)
    assert findings(form, "jumlah_tidak_cocok", "hitungan_tidak_cocok") == []
    form.put("Keuangan", AL2=0)
    assert [t.sel for t in own_sums(form)] == ["AL2"]
