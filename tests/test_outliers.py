"""Money far from what is usual: found, and honest growth left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.rules import compare
from checks.sebaran import Ukuran, at_least, digits, far_from
from checks.temuan import JENIS
from tests.surroundings import Keliling, past, peer

JAUH = ("jauh_dari_kebiasaan", "jauh_dari_kelompok_lain")
U = Ukuran(n_minimal=5, n_mad=5, kali=5, kali_tepi=2, beda_minimal=250_000)


def asked(variabel: str, nilai: int, lalu=(), sebaya=()) -> dict:
    s = Keliling(
        {variabel: nilai},
        past(*({variabel: n} for n in lalu)),
        [peer(i, **{variabel: n}) for i, n in enumerate(sebaya, start=1)],
    )
    return {a.kode: p for a, p in compare(s) if a.kode in JAUH}


# 5 earlier balances around 200.000
KAS = (180_000, 200_000, 190_000, 220_000, 210_000)


def test_a_nought_too_many_is_asked_about_with_what_is_usual():
    p = asked("kas", 2_000_000, KAS)["jauh_dari_kebiasaan"]
    assert p.variabel == "kas"
    assert p.ditemukan == "Rp 2.000.000"
    assert p.kalimat == (
        "Kas Rp 2.000.000; dalam 5 periode sebelumnya biasanya antara Rp 180.000 dan "
        "Rp 220.000"
    )


def test_a_nought_lost_is_asked_about_too():
    besar = [10 * n for n in KAS]
    assert set(asked("kas", 200_000, besar)) == {"jauh_dari_kebiasaan"}


@pytest.mark.parametrize(
    ("nilai", "lalu"),
    [
        # four earlier values say too little
        (2_000_000, KAS[:4]),
        # ten times as much, yet Rp 180.000 more: nobody's slip is worth asking about
        (200_000, (20_000, 19_000, 21_000, 20_000, 20_000)),
        # grew by a quarter every period: 6.104 is 1,25 times 4.883 thousand
        (6_104_000, (1_600_000, 2_000_000, 2_500_000, 3_125_000, 3_906_000, 4_883_000)),
        # doubled after a grant
        (4_000_000, (2_000_000,) * 8),
        # large once a year, before Lebaran, and large now
        (3_000_000, (200_000, 2_500_000, 250_000, 200_000, 220_000, 240_000)),
        # the jump of the period before was taken: what stays there is not asked again
        (2_100_000, (*KAS, 2_000_000)),
        # a group that is now here, now there: its spread allows it
        (1_500_000, (60_000, 900_000, 150_000, 2_000_000, 400_000, 90_000)),
        # nothing, or less than nothing, has no place on a scale of ratios
        (0, KAS),
        (-500_000, KAS),
    ],
)
def test_what_honest_groups_do_is_not_asked_about(nilai, lalu):
    assert asked("kas", nilai, lalu) == {}


def test_what_was_not_reported_is_no_number():
    """Five values with a gap among them; the gap is not a nought."""
    lalu = (*KAS[:3], None, *KAS[3:], 200_000)
    assert set(asked("kas", 2_000_000, lalu)) == {"jauh_dari_kebiasaan"}


@given(
    st.integers(300_000, 5_000_000),
    st.lists(st.floats(0.55, 1.9), min_size=6, max_size=12),
)
def test_growth_that_no_period_doubles_is_never_asked_about(mulai, langkah):
    deret = [mulai]
    for kali in langkah:
        deret.append(int(deret[-1] * kali) + 1)
    assert asked("simpanan_wajib", deret[-1], deret[:-1]) == {}


@given(st.lists(st.integers(900_000, 1_100_000), min_size=5, max_size=12))
def test_ten_times_a_steady_value_is_always_asked_about(lalu):
    """At most 1,1 million, at least 9 million: outside, and five times the median."""
    assert far_from(10 * lalu[-1], lalu, U)
    assert not far_from(lalu[-1], lalu, U)


LAIN = tuple(1_000_000 + 100_000 * i for i in range(25))  # 1,0 to 3,4 million


def test_a_new_group_is_held_against_the_others_of_the_period():
    p = asked("simpanan_wajib", 2_000_000_000, sebaya=LAIN)["jauh_dari_kelompok_lain"]
    assert p.kalimat == (
        "Simpanan wajib Rp 2.000.000.000; pada 25 kelompok lain biasanya antara "
        "Rp 1.000.000 dan Rp 3.400.000"
    )
    # thousands written where rupiah were asked for
    assert set(asked("simpanan_wajib", 2_000, sebaya=LAIN)) == {JAUH[1]}


@pytest.mark.parametrize(
    ("nilai", "lalu", "sebaya"),
    [
        # the city's largest group: ten times the largest other is no slip of units
        (34_000_000, (), LAIN),
        # nineteen others are too few to tell
        (2_000_000_000, (), LAIN[:19]),
        # it was so large before
        (2_000_000_000, (1_900_000_000,), LAIN),
        # its own past answers already
        (60_000_000, (20_000_000,) * 5, LAIN),
    ],
)
def test_large_groups_may_be_large(nilai, lalu, sebaya):
    assert asked("simpanan_wajib", nilai, lalu, sebaya) == {}


def test_both_rules_ask_the_sender_and_print_their_thresholds():
    for kode in JAUH:
        assert (JENIS[kode].tingkat, JENIS[kode].pembaca) == ("periksa", "semua")
    assert "5 simpangan" in JENIS[JAUH[0]].rumus
    assert "Rp 250.000" in JENIS[JAUH[0]].rumus
    assert "20 kelompok lain" in JENIS[JAUH[1]].rumus


def test_chances_and_digits_by_hand():
    # 3 of 4 or all 4 at one half: 4/16 + 1/16
    assert at_least(3, 4, 0.5) == pytest.approx(5 / 16)
    assert [digits(n) for n in (1_250_000, 90_500, 7, 10.5)] == [3, 3, 1, 3]
