"""Every way in which offices name a period, and what names none."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.cells.periods import only_year, read_period, read_period_end
from loaders.form.read import read
from reference.periode import Periode
from reference.tulisan import tanggal
from tests.faults import HARI_INI, Form


@pytest.mark.parametrize(
    ("teks", "kode"),
    [
        ("Semester I Tahun 2024", "2024-S1"),
        ("SEMESTER 1 TAHUN 2020", "2020-S1"),
        ("Semester 2 2020", "2020-S2"),
        ("Sem. II / 2024", "2024-S2"),
        ("Smt kedua 2024", "2024-S2"),
        ("Triwulan III Tahun 2015", "2015-T3"),
        ("triwulan September 2013", "2013-T3"),
        ("semester Juni 2024", "2024-S1"),
        ("TW IV 2025", "2025-T4"),
        ("TW4/2025", "2025-T4"),
        ("Tri wulan ke-2 tahun 2025", "2025-T2"),
        ("Triwulan pertama 2025", "2025-T1"),
        ("Kuartal 3 2025", "2025-T3"),
        ("Q3 2025", "2025-T3"),
        ("2025 TW III", "2025-T3"),
        ("TW III TA 2025", "2025-T3"),
        ("TW III Tahun Anggaran 2025", "2025-T3"),
        ("Laporan UP2K Triwulan III 2025", "2025-T3"),
        ("Triwulan III 2025 (Juli - September)", "2025-T3"),
        ("Triwulan III (30 September 2025)", "2025-T3"),
        ("TW III '25", "2025-T3"),
        ("Januari s.d. Juni 2026", "2026-S1"),
        ("Juli-September 2026", "2026-T3"),
        ("Nopember 2025", "2025-B11"),
        ("bulan Pebruari 2026", "2026-B02"),
        ("TRIWULAN\u00a0III\u00a02025", "2025-T3"),
    ],
)
def test_a_period_by_its_name(teks, kode):
    assert str(read_period(teks)) == kode


@pytest.mark.parametrize(
    ("isi", "irama", "kode"),
    [
        ("s/d Des 2022", "triwulan", "2022-T4"),
        ("s/d Des 2022", "semester", "2022-S2"),
        ("s.d. Juni 2026", "triwulan", "2026-T2"),
        ("sampai dengan Desember 2022", "bulan", "2022-B12"),
        ("per 30 Juni 2026", "triwulan", "2026-T2"),
        ("per 30 Juni 2026", "semester", "2026-S1"),
        ("Posisi 31-12-2025", "triwulan", "2025-T4"),
        ("keadaan akhir September 2026", "triwulan", "2026-T3"),
        ("30 September 2026", "triwulan", "2026-T3"),
        (dt.date(2026, 9, 30), "triwulan", "2026-T3"),
    ],
)
def test_a_period_by_the_day_with_which_it_ends(isi, irama, kode):
    assert str(read_period_end(isi, irama)) == kode


@pytest.mark.parametrize(
    "isi",
    ["per 15 Juni 2026", "s/d Agustus 2026", "September 2026", "per Juni", "2026",
     dt.date(2026, 9, 1), 46000.0, "", "per 30 Juni 1926"],
)  # fmt: skip
def test_what_ends_no_quarter(isi):
    assert read_period_end(isi, "triwulan") is None


@pytest.mark.parametrize(
    "teks",
    ["Triwulan I dan II 2026", "TW III - TW IV 2026", "triwulan Agustus 2013",
     "Triwulan III 2026 (Januari - Maret)", "Triwulan III (15 Agustus 2026)",
     "Triwulan V 2026", "Semester III 2026", "TW IV 2025/2026", "TW III", "akhir 2026",
     "3/2026", "Sep 26", "Caturwulan II 2026", "Tahun Buku 2023", "TA 2022"],
)  # fmt: skip
def test_what_names_no_period(teks):
    assert read_period(teks) is None


def form(periode):
    return read(
        Form().put("Identitas", B4=periode).write(), "f.xlsx", hari_ini=HARI_INI
    )


def test_a_form_told_by_its_last_day_is_taken_and_says_so():
    bacaan = form("s/d Sept 2026")
    assert bacaan.periode == "2026-T3"
    assert [t.pesan for t in bacaan.temuan] == [
        "Lembar Identitas, sel B4: periode “s/d Sept 2026” dibaca Triwulan III 2026. "
        "Tidak perlu apa-apa bila periodenya benar; bila tidak, tulis misalnya 2026-T3 "
        "lalu kirim ulang."
    ]


def test_a_form_whose_period_was_typed_as_a_date_is_taken():
    assert form(dt.date(2026, 9, 30)).periode == "2026-T3"


@pytest.mark.parametrize("teks", ["Tahun Buku 2025", "TA 2025", "2025", "Tahun 2025"])
def test_a_year_alone_asks_for_the_quarter(teks):
    assert only_year(teks)
    (temuan,) = form(teks).temuan
    assert temuan.pesan == (
        f"Lembar Identitas, sel B4: periode “{teks}” hanya menyebut tahun. Sebutkan "
        "juga triwulannya, misalnya 2026-T3, lalu kirim ulang."
    )


def test_a_month_where_quarters_are_asked_for_is_refused():
    (temuan,) = form("September 2026").temuan
    assert temuan.jenis == "irama_berbeda"


PERIODE = st.one_of(
    st.builds(Periode, st.integers(2001, 2099), st.just("triwulan"), st.integers(1, 4)),
    st.builds(Periode, st.integers(2001, 2099), st.just("semester"), st.integers(1, 2)),
    st.builds(Periode, st.integers(2001, 2099), st.just("bulan"), st.integers(1, 12)),
)


@settings(deadline=None)
@given(PERIODE, st.sampled_from([str.upper, str.lower, str]))
def test_a_period_as_the_app_writes_it_comes_back(p, huruf):
    assert read_period(huruf(str(p))) == p
    assert read_period(huruf(p.label)) == p
    if p.irama != "bulan":
        assert read_period(huruf(p.label_pendek)) == p


@settings(deadline=None)
@given(PERIODE, st.sampled_from(["per ", "s/d ", "Posisi ", "keadaan "]))
def test_the_last_day_of_a_period_comes_back(p, awal):
    assert read_period_end(f"{awal}{tanggal(p.end)}", p.irama) == p


@settings(deadline=None)
@given(st.text(max_size=25))
def test_any_text_is_a_period_or_none(teks):
    assert read_period(teks) is None or isinstance(read_period(teks), Periode)
