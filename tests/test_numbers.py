"""What people write in number and date cells, and what it is taken for."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loaders.cells.dates import read_date
from loaders.cells.numbers import ANGKA, RANCU, read_column
from loaders.cells.periods import read_period

# A busy machine is no fault of the reader.
tanpa_batas_waktu = settings(
    deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


def rupiah(*sel):
    return [h.nilai for h in read_column(sel, satuan="Rp")]


@pytest.mark.parametrize(
    ("teks", "nilai"),
    [
        ("Rp 1.500.000,-", 1_500_000),
        ("Rp1.500.000,00", 1_500_000),
        ("Rp. 1.000.000,00", 1_000_000),
        ("RP 250.000", 250_000),
        (" Rp12.328 ", 12_328),
        ("15,000,000.00", 15_000_000),
        ("1 500 000", 1_500_000),
        ("Rp\u00a01.500", 1_500),
        ("Rp. 71.200.000.", 71_200_000),
        ("1,5 jt", 1_500_000),
        ("1.5 juta", 1_500_000),
        ("250 ribu", 250_000),
        ("500rb", 500_000),
        ("4 M", 4_000_000_000),
        ("1 juta 500 ribu", 1_500_000),
        ("(1.500)", -1_500),
        ("-Rp 1.500", -1_500),
        ("Rp (1.500)", -1_500),
        ("−1.500", -1_500),
        ("–1500", -1_500),
        ("1.500", 1_500),
        ("1,500", 1_500),
        ("1500 rupiah", 1_500),
        ("nihil", 0),
        ("NOL", 0),
        ("0", 0),
        (250_000.0, 250_000),
        (7, 7),
    ],
)
def test_what_is_a_sum_of_money(teks, nilai):
    assert rupiah(teks) == [nilai]


@pytest.mark.parametrize(
    ("sel", "keadaan"),
    [
        ("", "kosong"),
        ("-", "kosong"),
        (" – ", "kosong"),
        ("—", "kosong"),
        ("...", "kosong"),
        ("tidak berlaku", "tidak_berlaku"),
        ("T.B.", "tidak_berlaku"),
        ("n/a", "tidak_berlaku"),
        ("dua puluh", "bukan_angka"),
        ("1.500-", "bukan_angka"),
        ("12%", "bukan_angka"),
        ("1e5", "bukan_angka"),
        ("10-12", "bukan_angka"),
        ("1 juta 500", "bukan_angka"),
        ("25 orang", "bukan_angka"),
        (True, "bukan_angka"),
        (dt.date(2026, 5, 1), "bukan_angka"),
        (float("inf"), "bukan_angka"),
        ("1.500 jt", "rancu"),
    ],
)
def test_what_is_no_sum_of_money(sel, keadaan):
    (hasil,) = read_column([sel], satuan="Rp")
    assert (hasil.keadaan, hasil.nilai) == (keadaan, None)


def test_a_unit_word_is_read_where_it_fits():
    assert [h.nilai for h in read_column(["25 org", "1.200"], satuan="orang")] == [
        25,
        1200,
    ]


def test_a_column_of_the_other_style_has_its_doubts_asked_about():
    hasil = read_column(["15,000,000.00", "1.500"], satuan="Rp")
    assert hasil[0].nilai == 15_000_000
    assert hasil[1] == (RANCU, None, (1500, 1.5))


def test_a_column_that_mixes_styles_keeps_what_leaves_no_doubt():
    hasil = read_column(["Rp 2.000.000", "15,000,000.00", "1.500", 9.0], satuan="Rp")
    assert [h.nilai for h in hasil] == [2_000_000, 15_000_000, None, 9]


def test_decimals_follow_the_style_of_their_column():
    def hadir(*sel):
        return [h.nilai for h in read_column(sel, bulat=False, satuan="orang")]

    assert hadir("12,5", "1.500") == [12.5, 1500]
    assert hadir("12.5", "1.500") == [12.5, 1.5]
    assert hadir("1.500") == [None]  # nothing shows which it is
    assert hadir("12,5", "12.5") == [12.5, 12.5]  # mixed, but neither leaves a doubt


def test_bps_column_of_two_units_and_three_styles():
    """One series of the NTB table: people with dots, thousands with decimal commas."""
    hasil = read_column(["685.161,0", "721,5", "1 067,7"], bulat=False)
    assert [h.nilai for h in hasil] == [685_161, 721.5, 1067.7]


def _write(nilai: int, ribuan: str, awalan: str, akhiran: str) -> str:
    return f"{awalan}{nilai:,}".replace(",", ribuan) + akhiran


@tanpa_batas_waktu
@given(
    st.integers(-(10**10), 10**10),
    st.sampled_from([".", " ", "\u00a0", ""]),
    st.sampled_from(["", "Rp ", "Rp. ", "rp"]),
    st.sampled_from(["", " ", ",-", ",00"]),
)
def test_what_is_written_in_the_indonesian_way_comes_back(
    nilai, ribuan, awalan, akhiran
):
    assert rupiah(_write(nilai, ribuan, awalan, akhiran)) == [nilai]


@tanpa_batas_waktu
@given(st.lists(st.integers(0, 10**10), min_size=1), st.sampled_from([".", ","]))
def test_a_column_in_one_style_comes_back_whole(semua, ribuan):
    assert rupiah(*(_write(n, ribuan, "", "") for n in semua)) == semua


_TULISAN = st.one_of(
    st.from_regex(r"\A\d{1,3}([.,]\d{3}){0,2}([.,]\d{1,2})?\Z"),
    st.sampled_from(["nihil", "-", "1,5 jt", "Rp 1.000,-", "x", "12.5", "0,25"]),
)


@tanpa_batas_waktu
@given(_TULISAN, st.lists(_TULISAN), st.lists(_TULISAN))
def test_neighbours_never_change_a_whole_number_silently(teks, kiri, kanan):
    """In a column of whole numbers a text never has two values without a finding."""
    nilai = {
        read_column([teks, *tetangga], satuan="Rp")[0].nilai
        for tetangga in ([], kiri, kanan)
        if read_column([teks, *tetangga], satuan="Rp")[0].keadaan == ANGKA
    }
    assert len(nilai) <= 1


@tanpa_batas_waktu
@given(st.lists(st.text(max_size=12)))
def test_any_text_is_something(semua):
    assert len(read_column(semua, satuan="Rp")) == len(semua)


@pytest.mark.parametrize(
    ("sel", "hari"),
    [
        (dt.date(2016, 8, 31), dt.date(2016, 8, 31)),
        (dt.datetime(2016, 8, 31, 0, 0), dt.date(2016, 8, 31)),
        ("31 Agustus 2016", dt.date(2016, 8, 31)),
        ("31-Agt-2016", dt.date(2016, 8, 31)),
        ("31 ags 2016", dt.date(2016, 8, 31)),
        ("1 Agu 2016", dt.date(2016, 8, 1)),
        ("5 Pebruari 2020", dt.date(2020, 2, 5)),
        ("9 Nopember 2020", dt.date(2020, 11, 9)),
        ("12 Desenber 2018", dt.date(2018, 12, 12)),
        ("2 Mei 2019", dt.date(2019, 5, 2)),
        ("31/12/2022", dt.date(2022, 12, 31)),
        ("15-08-2019", dt.date(2019, 8, 15)),
        ("3.4.2021", dt.date(2021, 4, 3)),
        ("2022-12-31", dt.date(2022, 12, 31)),
        ("Rabu, 31 Agustus 2016", dt.date(2016, 8, 31)),
    ],
)
def test_what_is_a_date(sel, hari):
    assert read_date(sel).hari == hari


@pytest.mark.parametrize(
    ("sel", "keadaan"),
    [
        ("2016", "tidak_lengkap"),
        (2016.0, "tidak_lengkap"),
        ("tahun 2016", "tidak_lengkap"),
        ("Agustus 2016", "tidak_lengkap"),
        ("31/12/16", "tidak_lengkap"),
        ("31 Februari 2016", "bukan_tanggal"),
        ("12/31/2016", "bukan_tanggal"),
        (42613.0, "bukan_tanggal"),
        ("lama", "bukan_tanggal"),
        ("-", "kosong"),
        ("", "kosong"),
        ("tidak berlaku", "tidak_berlaku"),
    ],
)
def test_what_is_no_date(sel, keadaan):
    hasil = read_date(sel)
    assert (hasil.keadaan, hasil.hari) == (keadaan, None)


@tanpa_batas_waktu
@given(st.dates(dt.date(1950, 1, 1), dt.date(2100, 1, 1)))
def test_a_date_written_day_first_comes_back(hari):
    assert read_date(f"{hari:%d/%m/%Y}").hari == hari
    assert read_date(f"{hari.day}-{hari.month}-{hari.year}").hari == hari


@pytest.mark.parametrize(
    ("teks", "kode"),
    [
        ("2026-T3", "2026-T3"),
        ("2026-t3 ", "2026-T3"),
        ("Triwulan III 2026", "2026-T3"),
        ("TRIWULAN 3 TAHUN 2026", "2026-T3"),
        ("TW 3 2026", "2026-T3"),
        ("TW.III/2026", "2026-T3"),
        ("Triwulan ke-3, 2026", "2026-T3"),
        ("TW IV 2026", "2026-T4"),
        ("Semester I Tahun 2026", "2026-S1"),
        ("Smt 2 2026", "2026-S2"),
        ("September 2026", "2026-B09"),
        ("Bulan Pebruari 2026", "2026-B02"),
        ("Juli - September 2026", "2026-T3"),
        ("Januari s/d Juni 2026", "2026-S1"),
    ],
)
def test_what_is_a_period(teks, kode):
    assert str(read_period(teks)) == kode


@pytest.mark.parametrize(
    "sel",
    ["2026", "Triwulan III", "TW 5 2026", "Semester III 2026", "Mei - Juli 2026",
     "Triwulan III 2025 dan 2026", "akhir 2026", dt.date(2026, 9, 30), 2026.0],
)  # fmt: skip
def test_what_is_no_period(sel):
    assert read_period(sel) is None
