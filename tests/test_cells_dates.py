"""Every form of date that offices type: a day, what it lacks, or what it may mean."""

import datetime as dt

import pytest
import python_calamine
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loaders.cells.column import read_cells
from loaders.cells.dates import BULAN, read_date
from loaders.form.read import read
from reference.tulisan import tanggal
from tests.faults import HARI_INI, Form

tanpa_batas_waktu = settings(
    deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


def cells(*sel):
    return read_cells("date", "tanggal_berdiri", sel, hari_ini=HARI_INI)


@pytest.mark.parametrize(
    ("teks", "hari"),
    [
        ("31 Agustus 2016", dt.date(2016, 8, 31)),
        ("15 Desember 2018", dt.date(2018, 12, 15)),
        ("30 Juni 2018", dt.date(2018, 6, 30)),
        ("12 Desenber 2018", dt.date(2018, 12, 12)),
        ("28 PEBRUARI 2016", dt.date(2016, 2, 28)),
        ("29 Febuari 2016", dt.date(2016, 2, 29)),
        ("31/12/2022", dt.date(2022, 12, 31)),
        ("1/3/2020", dt.date(2020, 3, 1)),
        ("Selasa (20/9/2022)", dt.date(2022, 9, 20)),
        ("Selasa, 20 September 2022", dt.date(2022, 9, 20)),
        ("Jum'at 2 Mei 2019", dt.date(2019, 5, 2)),
        ("Tgl. 31-8-2016", dt.date(2016, 8, 31)),
        ("Probolinggo, 31 Agustus 2016", dt.date(2016, 8, 31)),
        ("31\u00a0Agustus\u00a02016", dt.date(2016, 8, 31)),
        ("31 Agt. 2016", dt.date(2016, 8, 31)),
        ("31 Agustus, 2016", dt.date(2016, 8, 31)),
        ("31/12/2022 00:00:00", dt.date(2022, 12, 31)),
        ("31-12-2022, 09.30", dt.date(2022, 12, 31)),
        ("2022-12-31T00:00:00", dt.date(2022, 12, 31)),
        ("３１/１２/２０２２", dt.date(2022, 12, 31)),
    ],
)
def test_a_day_in_every_form_seen(teks, hari):
    assert read_date(teks).hari == hari


@pytest.mark.parametrize(
    ("sel", "kalimat"),
    [
        ("31-Mar", "tanggal “31-Mar” tidak menyebut tahun"),
        ("Selasa (20/9)", "tanggal “Selasa (20/9)” tidak menyebut tahun"),
        ("20/9", "tanggal “20/9” tidak menyebut tahun"),
        ("31 Maret", "tanggal “31 Maret” tidak menyebut tahun"),
        ("Agustus", "tanggal “Agustus” tidak menyebut tahun"),
        ("31/12/16", "tahun pada tanggal “31/12/16” hanya dua angka"),
        ("31 Agt '16", "tahun pada tanggal “31 Agt '16” hanya dua angka"),
        ("Agustus 2016", "tanggal “Agustus 2016” tidak lengkap"),
        ("2016-08", "tanggal “2016-08” tidak lengkap"),
        (2016.0, "tanggal “2016” tidak lengkap"),
    ],
)
def test_what_a_date_lacks_is_told_and_nothing_made_up(sel, kalimat):
    hasil = cells(sel)
    assert hasil.nilai == [None]
    (masalah,) = hasil.masalah
    assert (masalah.jenis, masalah.kalimat) == ("tanggal_tidak_lengkap", kalimat)


@pytest.mark.parametrize("sel", [42613.0, "42613", 42613.75])
def test_the_number_of_a_day_is_asked_about_with_its_day(sel):
    """42613 is 31 August 2016 as Excel counts, four years later on an old Mac."""
    (masalah,) = cells(sel).masalah
    assert masalah.jenis == "bukan_tanggal"
    assert masalah.kalimat.endswith("angka, bukan tanggal; mungkin 31 Agustus 2016")
    assert masalah.saran == "Bila memang itu, tulis 31/08/2016."


@pytest.mark.parametrize(
    "sel", ["31 Februari 2016", "12.5", 12.5, "lama", True, "31-Agustus-20166", "7"]
)
def test_what_is_no_date_at_all(sel):
    hasil = cells(sel)
    assert hasil.nilai == [None]
    assert [m.jenis for m in hasil.masalah] == ["bukan_tanggal"]


def test_a_column_with_american_dates_has_its_doubts_asked_about():
    hasil = cells("12/31/2015", "5/3/2016", "4/4/2016", "17 Mei 2016", "31/1/2016")
    assert hasil.nilai == [
        None, None, dt.date(2016, 4, 4), dt.date(2016, 5, 17), dt.date(2016, 1, 31),
    ]  # fmt: skip
    assert [(m.urut, m.jenis) for m in hasil.masalah] == [
        (0, "bukan_tanggal"), (1, "tanggal_rancu"),
    ]  # fmt: skip
    assert hasil.masalah[1].kalimat == (
        "“5/3/2016” dapat berarti 5 Maret 2016 atau 3 Mei 2016"
    )


def test_without_an_american_date_the_day_comes_first():
    assert cells("5/3/2016", "31/1/2016").nilai == [
        dt.date(2016, 3, 5),
        dt.date(2016, 1, 31),
    ]


@pytest.mark.parametrize("sistem_1904", [False, True])
def test_dates_of_both_calendars_of_excel_are_the_days_they_show(tmp_path, sistem_1904):
    berkas = tmp_path / "hari.xlsx"
    with xlsxwriter.Workbook(berkas, {"date_1904": sistem_1904}) as buku:
        hari = buku.add_format({"num_format": "dd/mm/yyyy"})
        buku.add_worksheet().write_datetime(0, 0, dt.datetime(2016, 8, 31), hari)
    ((sel,),) = python_calamine.load_workbook(berkas).get_sheet_by_index(0).to_python()
    assert cells(sel).nilai == [dt.date(2016, 8, 31)]


def test_an_incomplete_date_leaves_the_group_in():
    bacaan = read(Form().put("Kelompok", D2="31-Mar").write(), "f.xlsx",
                  hari_ini=HARI_INI)  # fmt: skip
    assert bacaan.tertahan() == set()
    assert bacaan.kelompok[0].nilai["tanggal_berdiri"] is None
    assert [t.sel for t in bacaan.temuan] == ["D2"]


NAMA_BULAN = [(nama, nomor) for nama, nomor in BULAN.items()]
HARI = st.dates(dt.date(1950, 1, 1), dt.date(2100, 1, 1))


@tanpa_batas_waktu
@given(HARI, st.booleans())
def test_a_date_as_the_app_writes_it_comes_back(hari, singkat):
    assert read_date(tanggal(hari, singkat=singkat)).hari == hari


@tanpa_batas_waktu
@given(HARI, st.sampled_from(["/", "-", ".", " "]), st.booleans())
def test_a_date_in_digits_comes_back(hari, sela, nol):
    lebar = 2 if nol else 1
    teks = f"{hari.day:0{lebar}}{sela}{hari.month:0{lebar}}{sela}{hari.year}"
    assert read_date(teks).hari == hari
    assert read_date(f"{hari:%Y-%m-%d}").hari == hari


@tanpa_batas_waktu
@given(
    HARI, st.sampled_from(NAMA_BULAN), st.sampled_from([" ", "-", ". ", "/"]),
    st.sampled_from(["", "Rabu, ", "Tanggal "]),
    st.sampled_from([str.upper, str.title]),
)  # fmt: skip
def test_a_date_with_any_name_of_a_month_comes_back(hari, bulan, sela, awal, huruf):
    nama, nomor = bulan
    hari = hari.replace(day=min(hari.day, 28), month=nomor)
    teks = f"{awal}{hari.day}{sela.strip('.') or ' '}{huruf(nama)}{sela}{hari.year}"
    assert read_date(teks).hari == hari


@tanpa_batas_waktu
@given(
    st.lists(st.one_of(HARI.map(lambda h: f"{h.day}/{h.month}/{h.year}"),
                       HARI.map(lambda h: f"{h.month}/{h.day}/{h.year}")), max_size=8),
    HARI,
)  # fmt: skip
def test_neighbours_never_change_a_day_silently(tetangga, hari):
    """A text is its day-first day whatever stands beside it, or it is asked about."""
    teks = f"{hari.day}/{hari.month}/{hari.year}"
    hasil = cells(teks, *tetangga)
    if hasil.nilai[0] is None:
        assert 0 in [m.urut for m in hasil.masalah]
    else:
        assert hasil.nilai[0] == hari


@tanpa_batas_waktu
@given(st.text(max_size=20))
def test_any_text_is_something(teks):
    assert read_date(teks).keadaan
