"""Totals, ties, unlike juries, winners and coaching; expected values by hand."""

import dataclasses
import tomllib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.scoring import competitions, judge
from indicators.scoring.coaching import coaching, under_standard, weakest
from indicators.scoring.design import least_difference, levels
from indicators.scoring.judged import (
    BAWAH,
    BELUM,
    MEMENUHI,
    PEMENANG,
    PESERTA,
    SERI_BATAS,
    TERPISAH,
)
from indicators.scoring.sheets import ASPEK, is_full
from indicators.scoring.weights import tried
from reference.acuan import FOLDER, bawaan
from reference.daftar import forms
from reference.tulisan import hari_ini
from tests import city
from tests.action_city import action, register_frame
from tests.city import KEBONSARI_KULON, PILANG, SUKOHARJO, frame
from tests.competitions import KODE, alike, competition, head, row

JATI, MAYANGAN = "35.74.03.1004", "35.74.03.1001"


def table(data, **lain):
    return judge(data, KODE, **lain).tabel


def test_a_total_is_the_weighted_mean_of_the_means_over_juries():
    data = competition(
        row(PILANG, 1, adm=80, lap=70), row(PILANG, 2, adm=90, lap=75),
        row(JATI, 1, adm=60, lap=90), row(JATI, 2, adm=70, lap=90),
    )  # fmt: skip
    t = table(data)
    # Pilang 0,6 × 85 + 0,4 × 72,5; Jati 0,6 × 65 + 0,4 × 90
    assert t["nilai"].to_dict() == {PILANG: 80.0, JATI: 75.0}
    assert t["setara"].to_dict() == {PILANG: 80.0, JATI: 75.0}
    assert t["peringkat"].to_dict() == {PILANG: 1, JATI: 2}
    # juries gave Pilang 76 and 84, Jati 72 and 78
    assert t["beda_juri"].to_dict() == {PILANG: 8.0, JATI: 6.0}
    # jury 2 gives 7 more on average: 84 - 3,5 against 76 + 3,5
    assert t["beda_bersih"].to_dict() == {PILANG: 1.0, JATI: 1.0}
    assert t["juri_sama"].all()


def test_what_nobody_scored_is_no_zero_and_gives_no_total():
    data = competition(
        row(PILANG, 1, adm=80, lap=None), row(JATI, 1, adm=60, lap=0), pemenang=1
    )
    t = table(data)
    assert np.isnan(t.loc[PILANG, "nilai"])
    assert t.loc[PILANG, "kurang"] == ("lap",)
    assert t.loc[PILANG, "putusan"] == BELUM
    assert t["peringkat"].isna()[PILANG]
    # a score of nought is a score: 0,6 × 60
    assert t.loc[JATI, "nilai"] == 36.0
    # whoever leads may yet be passed
    assert t.loc[JATI, "putusan"] == PEMENANG
    assert t.loc[JATI, "sementara"]


def test_equal_totals_share_a_rank_and_the_next_is_counted_on():
    nilai = {PILANG: 90, JATI: 80, SUKOHARJO: 80, MAYANGAN: 70}
    t = table(competition(*(row(p, 1, adm=n, lap=n) for p, n in nilai.items())))
    assert t["peringkat"].to_dict() == {PILANG: 1, JATI: 2, SUKOHARJO: 2, MAYANGAN: 4}
    assert t["seri"].to_dict() == {
        PILANG: False, JATI: True, SUKOHARJO: True, MAYANGAN: False
    }  # fmt: skip


def test_totals_that_are_shown_alike_are_alike():
    # 0,6 × 80 + 0,4 × 80,01 = 80,004, shown as 80,00
    t = table(
        competition(row(PILANG, 1, adm=80, lap=80.01), row(JATI, 1, adm=80, lap=80))
    )
    assert t["peringkat"].tolist() == [1, 1]


@pytest.mark.parametrize(
    ("banyak", "putusan"),
    [
        (1, [PEMENANG, PESERTA, PESERTA, PESERTA]),
        (2, [PEMENANG, SERI_BATAS, SERI_BATAS, PESERTA]),
        (3, [PEMENANG, PEMENANG, PEMENANG, PESERTA]),
        (9, [PEMENANG] * 4),
    ],
)
def test_a_tie_at_the_cut_is_named_and_left_to_the_committee(banyak, putusan):
    nilai = {PILANG: 90, JATI: 80, SUKOHARJO: 80, MAYANGAN: 70}
    isi = [row(p, 1, adm=n, lap=n) for p, n in nilai.items()]
    t = table(competition(*isi, pemenang=banyak))
    assert t["putusan"].reindex(nilai).tolist() == putusan


def test_winners_are_found_in_each_kecamatan():
    nilai = {KEBONSARI_KULON: 70, SUKOHARJO: 75, JATI: 60, MAYANGAN: 65}
    isi = [row(p, 1, adm=n, lap=n) for p, n in nilai.items()]
    t = table(competition(*isi, pemenang=1, tingkat="kecamatan"))
    assert t["peringkat"].to_dict() == {
        SUKOHARJO: 1, KEBONSARI_KULON: 2, MAYANGAN: 1, JATI: 2
    }  # fmt: skip
    assert set(t.index[t["putusan"] == PEMENANG]) == {SUKOHARJO, MAYANGAN}


def test_who_is_under_the_standard_does_not_win_and_without_a_number_all_others_do():
    nilai = {PILANG: 70, JATI: 69.99, SUKOHARJO: 40}
    isi = [row(p, 1, adm=n, lap=n) for p, n in nilai.items()]
    t = table(competition(*isi, standar=70))
    assert t["putusan"].to_dict() == {PILANG: PEMENANG, JATI: BAWAH, SUKOHARJO: BAWAH}
    # of three wanted only one may win
    t = table(competition(*isi, standar=70, pemenang=3))
    assert (t["putusan"] == PEMENANG).sum() == 1
    t = table(competition(*isi, standar=30, pemenang=1))
    assert t["putusan"].to_dict() == {
        PILANG: PEMENANG, JATI: MEMENUHI, SUKOHARJO: MEMENUHI
    }  # fmt: skip
    # neither a number nor a standard: nobody said who wins
    assert set(table(competition(*isi))["putusan"]) == {PESERTA}


def test_a_strict_jury_does_not_cost_whom_it_happened_to_score():
    # jury 2 gives 10 less than jury 1, as Sukoharjo shows; Jati had jury 2 alone
    data = competition(
        row(PILANG, 1, adm=80, lap=80),
        row(SUKOHARJO, 1, adm=70, lap=70), row(SUKOHARJO, 2, adm=60, lap=60),
        row(JATI, 2, adm=75, lap=75),
        pemenang=1,
    )  # fmt: skip
    t = table(data)
    assert not t["juri_sama"].any()
    assert t["nilai"].to_dict() == {JATI: 75.0, PILANG: 80.0, SUKOHARJO: 65.0}
    # as if both had scored all: Pilang 80 and 70, Jati 85 and 75
    assert t["setara"].to_dict() == {JATI: 80.0, PILANG: 75.0, SUKOHARJO: 65.0}
    assert t["putusan"].to_dict() == {
        JATI: PEMENANG, PILANG: PESERTA, SUKOHARJO: PESERTA
    }  # fmt: skip


def test_juries_that_nothing_links_are_not_compared():
    data = competition(
        row(PILANG, 1, adm=80, lap=80), row(SUKOHARJO, 1, adm=70, lap=70),
        row(JATI, 2, adm=75, lap=75),
        pemenang=1,
    )  # fmt: skip
    t = table(data)
    assert set(t["putusan"]) == {TERPISAH}
    assert t["peringkat"].to_dict() == {PILANG: 1, SUKOHARJO: 2, JATI: 1}
    # with room for all three there is nothing to compare
    semua = table(competition(
        row(PILANG, 1, adm=80, lap=80), row(JATI, 2, adm=75, lap=75), pemenang=2
    ))  # fmt: skip
    assert set(semua["putusan"]) == {PEMENANG}


def test_an_incomplete_participant_does_not_make_the_others_unlike():
    data = competition(
        row(PILANG, 1, adm=80, lap=80), row(PILANG, 2, adm=70, lap=70),
        row(JATI, 1, adm=60, lap=60), row(JATI, 2, adm=60, lap=60),
        row(SUKOHARJO, 1, adm=50, lap=None),
    )  # fmt: skip
    t = table(data)
    assert t["juri_sama"].all()
    assert t["setara"].drop(SUKOHARJO).equals(t["nilai"].drop(SUKOHARJO))


def test_a_single_jury_cannot_tell_how_sure_it_is():
    nilai = {PILANG: 95, JATI: 60, SUKOHARJO: 20}
    t = table(competition(*(row(p, 1, adm=n, lap=n) for p, n in nilai.items())))
    assert t["mulai"].tolist() == [1, 1, 1]
    assert t["sampai"].tolist() == [3, 3, 3]


def test_juries_that_agree_part_the_best_from_the_worst():
    isi = []
    for i in range(8):
        for j, geser in enumerate((0, 1, -1), 1):
            n = 50 + 5 * i + geser + (i + j) % 2
            isi.append(row(f"P{i}", j, adm=n, lap=n))
    t = table(competition(*isi))
    assert t.loc["P7", "mulai"] == 1
    assert t.loc["P7", "sampai"] < 8
    assert t.loc["P0", "mulai"] > 1


@pytest.mark.parametrize("bolong", [0.0, 0.3])
def test_among_equals_differences_are_claimed_in_at_most_five_of_a_hundred(bolong):
    n = 300
    keliru = 0
    for benih in range(n):
        r = alike(benih, bolong)
        nilai = levels(r)[0]
        beda = np.abs(nilai[:, None] - nilai[None, :])
        keliru += bool((beda > least_difference(r, 0.05)).any())
    # 5 % of 300 is 15; beyond 23 happens by chance in 2 of 100 such tests
    assert 0 < keliru <= 23


_NILAI = st.integers(0, 20).map(lambda n: n * 5)


@st.composite
def sheets(draw):
    n, m = draw(st.integers(2, 5)), draw(st.integers(1, 3))
    isi = {}
    for i in range(n):
        for j in range(m):
            if draw(st.integers(0, 4)):
                isi[(f"P{i}", j + 1)] = (draw(_NILAI), draw(_NILAI))
    return isi


def of(isi: dict) -> object:
    return competition(*(row(p, j, adm=a, lap=b) for (p, j), (a, b) in isi.items()))


@settings(max_examples=20, deadline=None)
@given(sheets(), st.randoms(use_true_random=False))
def test_names_and_the_order_of_the_rows_do_not_matter(isi, acak):
    if not isi:
        return
    t = table(of(isi))
    baru = dict(zip(sorted({p for p, _ in isi}), "ZYXWV", strict=False))
    pasangan = [((baru[p], j + 10), n) for (p, j), n in isi.items()]
    acak.shuffle(pasangan)
    lain = table(of(dict(pasangan)))
    for p, q in baru.items():
        if p in t.index:
            for kolom in ("nilai", "setara", "peringkat", "seri", "putusan"):
                assert str(t.loc[p, kolom]) == str(lain.loc[q, kolom])


@settings(max_examples=20, deadline=None)
@given(sheets(), st.data())
def test_a_higher_score_never_costs_a_rank(isi, data):
    if not isi:
        return
    kunci = data.draw(st.sampled_from(sorted(isi)))
    a, b = isi[kunci]
    lebih = {**isi, kunci: (min(100, a + data.draw(st.sampled_from([5, 15, 50]))), b)}
    dulu, kini = table(of(isi)), table(of(lebih))
    p = kunci[0]
    assert kini.loc[p, "peringkat"] <= dulu.loc[p, "peringkat"]
    assert kini.loc[p, "nilai"] >= dulu.loc[p, "nilai"]


@settings(max_examples=15, deadline=None)
@given(st.lists(_NILAI, min_size=2, max_size=6), st.integers(1, 4))
def test_equal_participants_share_everything(nilai, n_juri):
    isi = {}
    for j, n in enumerate(nilai[:n_juri], 1):
        isi |= {("A", j): (n, n), ("B", j): (n, n), ("C", j): (50, nilai[0])}
    t = table(of(isi))
    for kolom in ("nilai", "peringkat", "mulai", "sampai", "putusan"):
        assert t.loc["A", kolom] == t.loc["B", kolom]


def test_other_weights_are_tried_beside_the_sheets_own():
    data = competition(row(PILANG, 1, adm=90, lap=60), row(JATI, 1, adm=70, lap=85))
    # own: 78 and 76; with 40 and 60: 72 and 79
    t = tried(data, KODE, (("adm", 40.0), ("lap", 60.0)))
    assert t["setara"].to_dict() == {JATI: 76.0, PILANG: 78.0}
    assert t["setara_coba"].to_dict() == {JATI: 79.0, PILANG: 72.0}
    assert t["geser"].to_dict() == {JATI: 1, PILANG: -1}
    with pytest.raises(ValueError, match="100"):
        tried(data, KODE, (("adm", 40.0), ("lap", 50.0)))


def test_an_aspect_of_no_weight_need_not_be_scored():
    data = competition(row(PILANG, 1, adm=90), row(JATI, 1, adm=70, lap=85))
    assert np.isnan(table(data).loc[PILANG, "nilai"])
    t = judge(data, KODE, (("adm", 100.0), ("lap", 0.0))).tabel
    assert t["nilai"].to_dict() == {PILANG: 90.0, JATI: 70.0}


def test_the_weights_proposed_sum_to_a_hundred_and_are_those_of_the_form():
    butir = bawaan().pada(ASPEK, hari_ini())
    assert is_full({k: float(b["bobot"]) for k, b in butir.items()})
    assert all(b.usulan for b in butir.values())
    formulir = forms()["penilaian"].table("penilaian_aspek").contoh_isi
    assert [
        (a["kode_aspek"], a["nama_aspek"], a["bobot_pct"], a["keterangan"])
        for a in formulir
    ] == [(k, b.label, b["bobot"], b["keterangan"]) for k, b in butir.items()]
    assert tomllib.loads((FOLDER / "lomba.toml").read_text("utf-8"))["butir"]


def test_who_is_under_the_standard_learns_in_what_and_what_help_came():
    isi = [
        row(SUKOHARJO, 1, adm=80, lap=80), row(KEBONSARI_KULON, 1, adm=60, lap=50),
        row(PILANG, 1, adm=40, lap=75),
    ]  # fmt: skip
    bina = (
        {"peserta": PILANG, "pembinaan": "Uang pembinaan", "tanggal": "2026-05-20"},
    )
    a1 = city.KODE["a1"]
    register = register_frame(
        action("T1", a1, selesai="2026-06-01"),
        action("T2", a1, selesai="2026-05-01"),
        action("T3", a1, selesai=None, tanggal_rencana="2026-09-01", status="batal"),
        action("T4", PILANG, selesai=None, tanggal_rencana="2026-08-01",
               status="rencana", jenis="lain", uraian="Kunjungan"),
    )  # fmt: skip
    data = competition(*isi, pembinaan=bina, standar=70)
    data = dataclasses.replace(data, tindakan=register)
    hasil = judge(data, KODE)
    # Pilang 0,6 × 40 + 0,4 × 75 = 54; Kebonsari Kulon 56
    assert under_standard(hasil) == [PILANG, KEBONSARI_KULON]
    assert weakest(hasil, PILANG) == [("adm", 40.0)]
    assert weakest(hasil, KEBONSARI_KULON) == [("lap", 50.0), ("adm", 60.0)]
    dapat = coaching(data, hasil)
    baris = dapat[["peserta", "pembinaan", "asal"]].itertuples(index=False, name=None)
    # T2 was before the competition, T3 was called off
    assert list(baris) == [
        (PILANG, "Uang pembinaan", "lembar penilaian"),
        (PILANG, "Kunjungan", "daftar tindakan"),
        (KEBONSARI_KULON, "Pendampingan pembukuan", "daftar tindakan"),
    ]


def test_competitions_stand_newest_first_and_an_unknown_one_is_an_error():
    data = competition(row(PILANG, 1, adm=1, lap=1))
    baru = head(kode_penilaian="PN-2", tanggal="2026-09-01")
    data = dataclasses.replace(data, penilaian=frame("penilaian", [head(), baru]))
    assert list(competitions(data).index) == ["PN-2", "PN-1"]
    with pytest.raises(KeyError):
        judge(data, "PN-9")


def test_a_competition_that_nobody_has_scored_yet_is_empty():
    hasil = judge(competition(), KODE)
    assert hasil.tabel.empty
    assert list(hasil.terurut.columns) == list(hasil.tabel.columns)
