"""Who was reached, how many came, and what may be said of what came after; by hand."""

import dataclasses
import datetime as dt

import pytest

from indicators import outreach, reach
from indicators.data import Data
from planning.actions import effect
from planning.actions.matching import Pasangan
from planning.outreach.beside import beside, by_kelurahan, reached, touched
from planning.outreach.path import path, told
from reference.periode import Periode
from tests import city
from tests.action_city import AKHIR, AWAL, PADA
from tests.outreach_city import frames, reached_city

HARI = dt.date(2026, 9, 20)
KULON, SUKOHARJO, PILANG = city.KEBONSARI_KULON, city.SUKOHARJO, city.PILANG
JATI = "35.74.03.1004"

ACARA = """
kode | nama       | jenis       | tanggal    | orang
A    | Sosialisasi| sosialisasi | 2025-09-20 | 40
B    | Pelatihan  | pelatihan   | 2025-09-19 | 10
C    | Rapat      | rapat       | 2026-03-01 | -
D    | Rencana    | pelatihan   | 2026-09-21 | -
E    | Lama       | sosialisasi | 2024-05-01 | 7
"""
KEHADIRAN = """
kode | wilayah       | peran   | diundang | hadir
A    | 35.74.04.1006 | tp_pkk  | 4        | 3
A    | 35.74.04.1006 | poksus  | 2        | 0
A    | 35.74.04.1002 | poksus  | 5        | 5
A    | 35.74.01.1009 | tp_pkk  | 2        | 0
B    | 35.74.01.1009 | poksus  | -        | 4
C    | 35.74.04.1006 | tp_pkk  | 1        | 1
C    | 35.74.03.1004 | tp_pkk  | 2        | -
E    | 35.74.03.1004 | poksus  | 2        | 2
"""


@pytest.fixture(scope="module")
def data() -> Data:
    return dataclasses.replace(city.city(), **frames(ACARA, KEHADIRAN))


def test_the_same_day_a_year_ago_still_counts_the_day_before_does_not(data):
    assert outreach.since(data, HARI) == dt.date(2025, 9, 20)
    cakupan = reach.coverage(data, HARI)
    assert cakupan.loc[SUKOHARJO, "keadaan"] == "terjangkau"
    # B of 19 September 2025 is a year and a day ago; in A nobody of Pilang came
    assert cakupan.loc[PILANG, "keadaan"] == "lama"
    assert cakupan.loc[PILANG, "terakhir"].date() == dt.date(2025, 9, 19)
    besok = reach.coverage(data, HARI + dt.timedelta(days=1))
    assert besok.loc[SUKOHARJO, "keadaan"] == "lama"


def test_a_year_that_ends_on_a_leap_day(data):
    assert outreach.since(data, dt.date(2028, 2, 29)) == dt.date(2027, 2, 28)


def test_each_kelurahan_is_in_one_state_and_blank_is_not_absent(data):
    cakupan = reach.coverage(data, HARI)
    assert len(cakupan) == 29
    # Jati stands in C without a number; in E two came, long ago
    assert cakupan.loc[JATI, "keadaan"] == "tak_tercatat"
    assert cakupan.loc[JATI, "terakhir"].date() == dt.date(2024, 5, 1)
    n = cakupan["keadaan"].value_counts().to_dict()
    assert n == {"terjangkau": 2, "tak_tercatat": 1, "lama": 1, "belum": 25}
    belum = reach.waiting(cakupan)
    assert len(belum) == 26
    assert belum.index[-1] == PILANG


def test_numbers_of_a_kelurahan_are_of_the_rows_with_both(data):
    kulon = reach.coverage(data, HARI).loc[KULON]
    # A: 3 of 4 and 0 of 2, C: 1 of 1
    assert (kulon["n_acara"], kulon["n_diundang"], kulon["n_lengkap"]) == (2, 2, 3)
    assert (kulon["hadir"], kulon["diundang"]) == (4, 7)
    assert kulon["kehadiran_pct"] == pytest.approx(400 / 7)
    assert kulon["acara_terakhir"] == "Rapat"


def test_poksus_are_looked_at_alone(data):
    poksus = reach.coverage(data, HARI, "poksus")
    # two of Kulon's Poksus were invited, none came
    assert poksus.loc[KULON, "keadaan"] == "belum"
    assert poksus.loc[KULON, "n_diundang"] == 1
    assert poksus.loc[SUKOHARJO, "keadaan"] == "terjangkau"
    assert poksus.loc[JATI, "keadaan"] == "lama"
    assert set(poksus["keadaan"]) == {"terjangkau", "lama", "belum"}


def test_a_kind_of_event_is_looked_at_alone(data):
    pelatihan = reach.coverage(data, HARI, jenis="pelatihan")
    assert set(pelatihan.index[pelatihan["keadaan"] != "belum"]) == {PILANG}


def test_a_kecamatan_is_a_quotient_of_sums(data):
    per = reach.share(reach.coverage(data, HARI))
    kanigaran = per.loc["35.74.04"]
    assert (kanigaran["n_terjangkau"], kanigaran["n_kelurahan"]) == (2, 6)
    # Kulon 4 of 7, Sukoharjo 5 of 5
    assert (kanigaran["hadir"], kanigaran["diundang"]) == (9, 12)
    assert kanigaran["kehadiran_pct"] == pytest.approx(75)
    assert per.loc["35.74.03", "n_tak_tercatat"] == 1
    assert per["kehadiran_pct"].isna().sum() == 3


def test_a_span_says_how_many_events_stated_their_participants(data):
    r = outreach.summed(data, outreach.since(data, HARI), HARI)
    # A and C; only A states 40; A has 4 rows with both, C one of two
    assert (r.n_acara, r.n_menyebut, r.peserta_orang) == (2, 1, 40)
    assert (r.hadir, r.diundang, r.n_lengkap, r.n_baris) == (9, 14, 5, 6)
    assert r.kehadiran_pct == pytest.approx(900 / 14)
    assert r.n_kelurahan == 2


def test_nothing_said_is_none_and_not_zero(data):
    r = outreach.summed(data, dt.date(2026, 3, 1), dt.date(2026, 3, 1), wilayah=JATI)
    assert (r.n_acara, r.peserta_orang, r.kehadiran_pct) == (1, None, None)


def test_a_year_holds_its_own_events_up_to_the_day(data):
    per = outreach.by_year(data, HARI)
    assert {t: r.n_acara for t, r in per.items()} == {2026: 1, 2025: 2, 2024: 1}
    assert per[2025].peserta_orang == 50
    assert list(outreach.by_year(data, HARI, "pelatihan")) == [2025]


def test_events_are_newest_first_and_the_planned_one_is_told(data):
    acara = outreach.events(data, HARI)
    assert list(acara.index) == ["D", "C", "A", "B", "E"]
    assert acara["rencana"].to_dict() == {
        "D": True, "C": False, "A": False, "B": False, "E": False,
    }  # fmt: skip
    assert acara.loc["A", ["n_baris", "n_kelurahan", "hadir"]].tolist() == [4, 2, 8]
    assert acara.loc["D", "n_baris"] == 0
    # B says who came but not who was invited
    assert acara.loc["B", ["n_lengkap", "hadir_tercatat"]].tolist() == [0, 4]
    assert list(outreach.events(data, HARI, wilayah=JATI).index) == ["C", "E"]


def test_the_roles_of_one_event(data):
    peran = outreach.by_role(data, "A")
    assert peran.loc["tp_pkk", ["hadir", "diundang", "n_kelurahan"]].tolist() == [
        3, 6, 1,
    ]  # fmt: skip
    assert peran.loc["poksus", ["hadir", "diundang", "n_kelurahan"]].tolist() == [
        5, 7, 1,
    ]  # fmt: skip


def test_without_any_event_every_kelurahan_is_never_recorded():
    cakupan = reach.coverage(Data.empty(), HARI)
    assert set(cakupan["keadaan"]) == {"belum"}
    assert outreach.summed(Data.empty(), HARI, HARI).peserta_orang is None
    assert outreach.by_year(Data.empty(), HARI) == {}


def test_one_kelurahan_is_one_pair():
    """Two groups of one kelurahan rose 10 and 20, beside two of another (4, 6) and
    one of a third (1): 15 beside (5 and 1), which is 3."""
    p = Periode.parse("2026-T1")
    dua = [
        Pasangan(f"{KULON}-01", "A", p, p, 10, (f"{JATI}-01", f"{PILANG}-01"), (4, 1)),
        Pasangan(f"{KULON}-02", "A", p, p, 20, (f"{JATI}-02",), (6,)),
    ]
    (satu,) = by_kelurahan(dua)
    assert (satu.kode_kelompok, satu.perubahan) == (KULON, 15)
    assert dict(zip(satu.serupa, satu.perubahan_serupa, strict=True)) == {
        JATI: 5, PILANG: 1,
    }  # fmt: skip
    assert satu.selisih == 12


def test_only_events_with_a_report_before_them_are_looked_at(data):
    # the first report is of 2025-T3, which ended on 30 September 2025
    assert reached(data, HARI)["kode_tindakan"].tolist() == ["C"]


def test_who_may_have_come_does_not_stand_beside(data):
    kini = Periode.parse("2026-T1")
    assert touched(data, kini.previous(), kini) == {KULON, JATI}


def test_few_kelurahan_are_refused_with_the_number_needed():
    s = beside(reached_city(3, n=7), "modal_tanpa_hibah", PADA)
    assert (s.keadaan, len(s.pasangan), s.pasangan_terkecil) == ("kurang", 7, 8)
    kata = effect.Kata(satuan="kelurahan", menolak="Data belum cukup.")
    assert effect.sentence(s, kata).startswith("**Data belum cukup.** Baru 7 kelurahan")


@pytest.mark.parametrize("bersama", [0, 300_000])
def test_nothing_is_told_where_nothing_happened(bersama):
    """Also where the groups of one kelurahan rise and fall together."""
    keadaan = [
        beside(reached_city(b, guncangan_rp=bersama), "modal_tanpa_hibah", PADA).keadaan
        for b in range(3)
    ]
    assert set(keadaan) == {"belum"}


def test_a_big_planted_difference_is_told_without_a_cause():
    s = beside(reached_city(7, naik_rp=400_000), "modal_tanpa_hibah", PADA)
    assert (s.keadaan, len(s.pasangan)) == ("lebih", 12)
    assert s.selisih == pytest.approx(400_000, rel=0.25)


def test_the_path_of_one_event_is_counted():
    data = reached_city(3, n=12)
    assert told(data, PADA) == ["A1"]
    p = path(data, "A1", PADA)
    assert (p.sebelum, p.sesudah, p.alasan, p.n_lain) == (AWAL, AKHIR, "", 0)
    # five groups a kelurahan, all of which reported both times and stayed pemula
    ikut, tidak = (p.tabel.loc[k] for k in ("terjangkau", "tidak"))
    assert ikut[["n_kelurahan", "n_kelompok", "lapor_sebelum"]].tolist() == [12, 60, 60]
    assert tidak[["n_kelurahan", "n_kelompok", "tetap"]].tolist() == [17, 85, 85]


@pytest.mark.parametrize(
    ("n", "kata"), [(7, "menjangkau 7"), (22, "7 kelurahan tidak")]
)
def test_a_path_needs_enough_on_either_side(n, kata):
    p = path(reached_city(3, n=n), "A1", PADA)
    assert kata in p.alasan and "data belum cukup" in p.alasan
    assert p.tabel.empty


def test_a_path_waits_for_the_report_after():
    assert "Triwulan III 2026" in path(reached_city(3), "A1", PADA, k=1).alasan
    assert told(reached_city(3), PADA, k=1) == []
