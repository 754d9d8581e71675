"""Figures show what is known, mark what is not, and say in words what they show."""

import json

import numpy as np
import pandas as pd
import pytest

from charts import composition, flow, map, ranking, rungs, steps, theme, trend
from charts.classes import classify, nice
from charts.geometry import joined, outlines, rings
from charts.ticks import short
from indicators import INDICATORS
from indicators.indicator import Goal
from indicators.ranking import ranking as rank
from reference.boundaries import standard
from reference.syarat import langkah
from reference.wilayah import kecamatan, kelurahan

MODAL = INDICATORS["modal_sendiri"]


def values(
    by_code: dict[str, float | None], n: int = 4, lapor: int = 3
) -> pd.DataFrame:
    frame = pd.DataFrame({"value": pd.Series(by_code, dtype="float64")})
    return frame.assign(n_kelompok=n, n_lapor=lapor)


def every_kelurahan(value: float | None = 10.0) -> pd.DataFrame:
    return values(dict.fromkeys(kelurahan(), value))


def over_time(kode: str, nilai: list[float | None]) -> pd.DataFrame:
    periode = [f"2026-T{i + 1}" for i in range(len(nilai))]
    return values(dict.fromkeys(periode, None)).assign(
        value=nilai, periode=periode, kode=kode
    ).set_index("kode")  # fmt: skip


def draw_map(nilai: pd.DataFrame, **lain) -> theme.Chart:
    pilihan = {"label": "Modal", "satuan": "Rp", "contoh": False} | lain
    kelas = classify(nilai["value"].tolist(), "Rp")
    return map.draw(nilai, kelas, standard(), **pilihan)


def trace(chart: theme.Chart, nama: str) -> dict:
    return next(
        t for t in chart.figure.to_dict()["data"] if t.get("name", "").startswith(nama)
    )


class TestClasses:
    def test_breaks_are_round_and_split_in_about_fifths(self):
        kelas = classify(list(range(1, 101)), "orang")
        assert kelas.batas == (20, 40, 60, 80)
        assert [k.label for k in kelas.kelas] == [
            "1 – 19", "20 – 39", "40 – 59", "60 – 79", "80 ke atas",
        ]  # fmt: skip

    def test_a_value_on_a_break_belongs_to_the_class_above(self):
        kelas = classify(list(range(1, 101)), "orang")
        assert [kelas.index(v) for v in (19, 20, 100)] == [0, 1, 4]

    def test_zero_is_a_class_of_its_own_and_unlike_missing(self):
        kelas = classify([0, 0, 10, 20, 30, 40, 50], "kelompok")
        assert kelas.kelas[0].label == "0"
        assert kelas.index(0) == 0
        assert kelas.index(1) == 1

    def test_the_goal_is_among_the_breaks(self):
        kelas = classify([v / 10 for v in range(200)], "%", tujuan=5)
        assert 5 in kelas.batas

    def test_a_few_losses_are_a_class_of_their_own_that_leaves_out_zero(self):
        kelas = classify([-1, *range(12)], "orang")
        assert kelas.kelas[kelas.index(-1)].label == "di bawah 0"
        assert kelas.kelas[kelas.index(-1)].pola
        assert kelas.kelas[kelas.index(0)].label.startswith("0 – ")

    def test_whole_counts_diverge_at_whole_numbers(self):
        kelas = classify([-3, -2, -1, 0, 1, 2, 3], "orang")
        assert [k.label for k in kelas.kelas][2] == "0"
        assert [kelas.index(v) for v in (-1, 0, 1)] == [1, 2, 3]

    def test_rupiah_differ_by_multiples(self):
        # from 1 to 32 million in five classes: a factor of two each
        kelas = classify([1e6 * 2 ** (i / 4) for i in range(21)], "Rp")
        assert kelas.batas == (2_000_000, 4_000_000, 8_000_000, 15_000_000)

    def test_change_diverges_around_nothing_and_losses_are_hatched(self):
        kelas = classify([-20, -10, -1, 0, 1, 10, 20], "%")
        assert kelas.kelas[kelas.index(0)].warna == theme.BERLAWANAN[2]
        assert kelas.kelas[kelas.index(-20)].pola
        assert not kelas.kelas[kelas.index(20)].pola

    @pytest.mark.parametrize("isi", [[], [None, float("nan")], [0, 0], [7], [7, 7]])
    def test_few_values_still_have_a_class(self, isi):
        kelas = classify(isi, "Rp")
        for v in isi:
            if v == v and v is not None:
                assert 0 <= kelas.index(v) < len(kelas.kelas)

    def test_one_number_is_rounded_by_its_first_digits(self):
        assert nice(5_678) == 6_000


class TestMap:
    def test_the_legend_counts_the_places_of_each_class(self):
        nilai = every_kelurahan()
        nilai.loc[nilai.index[:3], "value"] = np.nan
        chart = draw_map(nilai)
        assert trace(chart, "Belum ada data")["name"] == "Belum ada data (3)"
        assert trace(chart, "10")["name"] == "10 (26)"

    def test_missing_is_hatched_and_zero_is_not(self):
        nilai = every_kelurahan()
        nilai.loc[nilai.index[0], "value"] = np.nan
        nilai.loc[nilai.index[1], "value"] = 0
        chart = draw_map(nilai)
        assert trace(chart, "Belum ada data")["fillpattern"]["shape"]
        assert "fillpattern" not in trace(chart, "0 (1)")

    def test_every_place_can_be_pointed_at_and_carries_its_code(self):
        titik = trace(draw_map(every_kelurahan()), map.TITIK)
        assert list(titik["customdata"]) == list(kelurahan())
        assert titik["hovertext"][0] == (
            "<b>Ketapang</b><br>Rp 10<br>3 dari 4 kelompok"
        )

    def test_alt_names_the_highest_the_lowest_and_who_is_silent(self):
        nilai = every_kelurahan()
        nilai.loc["35.74.01.1009", "value"] = 99  # Pilang
        nilai.loc["35.74.03.1004", "value"] = 1  # Jati
        nilai.loc["35.74.04.1006", "value"] = np.nan
        alt = draw_map(nilai).alt
        assert "Tertinggi Pilang (Rp 99), terendah Jati (Rp 1)." in alt
        assert "Belum ada data: Kebonsari Kulon." in alt

    def test_it_asks_nothing_from_outside(self):
        jenis = {t.type for t in draw_map(every_kelurahan()).figure.data}
        assert jenis == {"scatter"}

    def test_it_is_small(self):
        assert len(draw_map(every_kelurahan(), contoh=True).figure.to_json()) < 16_000

    def test_no_data_at_all_is_said(self):
        assert draw_map(every_kelurahan(None)).alt.endswith("Belum ada data.")


class TestGeometry:
    def test_all_kelurahan_have_an_outline_that_closes(self):
        bentuk = rings(standard())
        assert set(bentuk) == set(kelurahan())
        assert all(r[0] == r[-1] for daftar in bentuk.values() for r in daftar)

    def test_kecamatan_lines_leave_out_what_lies_within(self):
        bentuk = rings(standard())
        dalam = sum(len(r) - 1 for daftar in bentuk.values() for r in daftar)
        luar = sum(len(r) - 1 for r in outlines(bentuk))
        assert 0 < luar < dalam / 2

    def test_lines_are_parted(self):
        assert joined([[(0, 1), (2, 3)], [(4, 5)]]) == (
            [0, 2, None, 4],
            [1, 3, None, 5],
        )


class TestTrend:
    def test_a_period_without_reports_is_a_gap(self):
        chart = trend.draw(
            over_time("35.74", [10, None, 30]), label="Modal", satuan="Rp", contoh=False
        )
        garis = chart.figure.data[0]
        assert garis.y[1] is None
        assert garis.connectgaps is False

    def test_a_marker_is_hollow_where_too_few_reported_and_it_is_said(self):
        deret = over_time("35.74", [10.0, 20.0]).assign(n_kelompok=10, n_lapor=[9, 8])
        chart = trend.draw(deret, label="Modal", satuan="Rp", contoh=False)
        assert chart.figure.data[0].marker.color == (theme.AKSEN, theme.DASAR)
        assert trend.notes(deret, "Rp", "kelompok") == [
            "Titik kosong: kurang dari 90 % kelompok melapor, "
            "jadi angkanya belum lengkap."
        ]

    def test_an_axis_that_is_cut_is_said(self):
        deret = over_time("35.74", [80.0, 87.0]).assign(n_lapor=4)
        assert trend.notes(deret, "%", "kelompok") == [
            "Sumbu tegak tidak mulai dari nol agar perbedaannya terlihat."
        ]

    def test_lines_differ_by_marker_and_dash_too(self):
        deret = pd.concat([over_time(k, [1.0, 2.0]) for k in kecamatan()])
        chart = trend.draw(deret, label="Modal", satuan="Rp", contoh=False)
        gaya = {(t.marker.symbol, t.line.dash) for t in chart.figure.data}
        assert len(gaya) == 5

    def test_the_goal_line_says_which_way(self):
        chart = trend.draw(
            over_time("35.74", [4.0, 6.0]), label="Rasio", satuan="%",
            goal=Goal(5, "PEARLS A1", "<="), contoh=False,
        )  # fmt: skip
        assert chart.figure.data[-1].name == "Patokan: paling banyak 5,0 %"

    def test_alt_tells_the_beginning_and_the_end(self):
        alt = trend.draw(
            over_time("35.74", [250_000, None, 750_000]),
            label="Modal", satuan="Rp", contoh=False,
        ).alt  # fmt: skip
        assert "Rp 250.000 pada Triwulan I 2026" in alt
        assert "Rp 750.000 pada Triwulan III 2026" in alt


def test_composition_stacks_and_keeps_silent_periods_empty():
    bagian = pd.DataFrame(
        {"Simpanan": [100.0, np.nan], "Hibah": [300.0, np.nan],
         "n_lapor": [2, 0], "n_kelompok": [3, 3]},
        index=["2026-T1", "2026-T2"],
    )  # fmt: skip
    chart = composition.draw(bagian, label="modal", contoh=False)
    assert [t.name for t in chart.figure.data] == ["Simpanan", "Hibah"]
    assert chart.figure.data[0].y[1] is None
    assert "Pada Triwulan I 2026: Hibah Rp 300; Simpanan Rp 100." in chart.alt
    assert chart.table["Jumlah"].iloc[0] == 400


class TestRanking:
    def test_a_place_too_thinly_reported_is_hatched_and_below(self):
        nilai = values({"35.74.01.1009": 900, "35.74.03.1004": 100}, lapor=3)
        nilai.loc["35.74.01.1009", "n_lapor"] = 1
        chart = ranking.draw(
            rank(MODAL, nilai, 2), label="Modal", satuan="Rp", contoh=False
        )
        biasa, tipis = chart.figure.data
        assert list(biasa.y) == ["Jati"]
        assert list(tipis.y) == ["Pilang"]
        assert tipis.marker.pattern.shape == "/"
        assert list(chart.figure.layout.yaxis.categoryarray) == ["Pilang", "Jati"]

    def test_a_place_without_data_has_no_bar_and_is_named(self):
        nilai = values({"35.74.01.1009": 900, "35.74.03.1004": None})
        chart = ranking.draw(
            rank(MODAL, nilai, 2), label="Modal", satuan="Rp", contoh=False
        )
        assert sum(len(t.y) for t in chart.figure.data) == 1
        assert "Belum ada data: Jati." in chart.alt

    def test_each_bar_says_who_stands_behind_it(self):
        chart = ranking.draw(
            rank(MODAL, values({"35.74.01.1009": 2_500_000}), 2),
            label="Modal", satuan="Rp", contoh=False,
        )  # fmt: skip
        assert chart.figure.data[0].text[0] == "2,5 jt  (3/4)"


class TestFlow:
    MOVES = pd.DataFrame(
        [("pemula", "madya", 3), ("pemula", "pemula", 5), ("madya", "pemula", 1),
         ("baru", "pemula", 2)],
        columns=["dari", "ke", "n"],
    )  # fmt: skip

    def draw(self) -> theme.Chart:
        return flow.draw(
            self.MOVES, ["pemula", "madya"], str.capitalize,
            dari="2026-T2", ke="2026-T3", contoh=False,
        )  # fmt: skip

    def test_the_legend_counts_each_kind_of_move(self):
        nama = {t.name for t in self.draw().figure.data}
        assert nama == {"Naik (3)", "Tetap (5)", "Turun (1)", "Lainnya (2)"}

    def test_falling_has_a_cue_beside_its_colour(self):
        assert trace(self.draw(), "Turun")["fillpattern"]["shape"]

    def test_each_rung_shows_how_many_stood_there(self):
        teks = {a.text for a in self.draw().figure.layout.annotations}
        # then: 3 + 5 pemula; now: 5 + 1 + 2
        assert {"Pemula <b>8</b>", "Madya <b>1</b>", "Madya <b>3</b>"} <= teks

    def test_alt_names_who_moved(self):
        assert "3 naik dari Pemula ke Madya; 1 turun dari Madya ke Pemula" in (
            self.draw().alt
        )


def test_steps_show_counts_zero_and_silence_apart():
    kode = list(langkah())
    selesai = pd.DataFrame(
        {k: [np.nan, np.nan] for k in kode}, index=["35.74.01", "35.74.03"]
    ).assign(n_lapor=[4, 3], n_kelompok=[5, 5])
    selesai[kode[0]] = [2.0, 0.0]
    chart = steps.draw(selesai, contoh=False)
    (peta,) = chart.figure.data
    assert list(peta.text[0]) == ["2", "0"]
    assert list(peta.text[1]) == ["–", "–"]
    assert peta.z[0][0] == 0.5
    assert peta.z[1][0] is None


def test_the_ladder_carries_a_letter_and_a_count():
    berdiri = values({"pemula": 35, "madya": 1, "utama": 0, "mandiri": 0})
    chart = rungs.ladder(
        berdiri, sumbu="tingkat", warna=theme.WARNA_TINGKAT,
        tanda=theme.HURUF_TINGKAT, contoh=False,
    )  # fmt: skip
    assert chart.figure.data[0].x[0] == "P<br>Pemula"
    assert chart.figure.data[0].text[2] == "<b>0</b>"


def test_members_who_left_hang_below_the_line_and_read_as_positive():
    arus = values({"2026-T1": None}).assign(masuk=[4.0], keluar=[6.0])
    chart = rungs.inout(arus, contoh=False)
    masuk, keluar = chart.figure.data
    assert (masuk.y[0], keluar.y[0]) == (4, -6)
    assert keluar.customdata[0] == 6
    assert "4 masuk, 6 keluar" in chart.alt


@pytest.mark.parametrize("contoh", [True, False])
def test_sample_figures_say_so_inside_themselves(contoh):
    gambar = [
        draw_map(every_kelurahan(), contoh=contoh),
        trend.draw(
            over_time("35.74", [1.0]), label="Modal", satuan="Rp", contoh=contoh
        ),
        TestFlow().draw() if not contoh else flow.draw(
            TestFlow.MOVES, ["pemula", "madya"], str.capitalize,
            dari="a", ke="b", contoh=True,
        ),
    ]  # fmt: skip
    for satu in gambar:
        assert (theme.CONTOH in json.loads(satu.figure.to_json()).__repr__()) is contoh


def test_small_sums_are_never_rounded_to_millions():
    assert short(250_000, "Rp") == "250.000"
    assert short(999_999, "Rp") == "999.999"
    assert short(1_250_000, "Rp") == "1,25 jt"
