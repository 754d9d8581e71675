"""What readers see of doubt: on cards, in headlines, on the map, in trends and orders.

In the small city b2 (Sukoharjo) is silent in 2026-T3; see `tests/test_doubt.py` for the
sums. One of Sukoharjo's two groups reported: 50 %, under the 75 % of the setting.
"""

import json

import pandas as pd
import pytest

from charts import map as peta
from charts import trend
from charts.classes import classify
from indicators import INDICATORS
from indicators.chain import chained
from indicators.compute import compute, series
from indicators.doubt import spread
from reference.boundaries import usable_boundaries
from reference.periode import Periode
from tests import city
from tests.city import KANIGARAN, KINI, KOTA, LALU, PILANG, SUKOHARJO
from tests.test_pages import CITIES, figures, opened, put, words
from ui import kalimat

MODAL = INDICATORS["modal_up2k"]
TANDA = "Yang lapor kurang dari 75 %"


@pytest.fixture
def small(monkeypatch, data_dir) -> None:  # noqa: ARG001
    put(monkeypatch, city.city())


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("page", ["01_ringkasan.py", "03_modal.py", "02_peta.py"])
def test_a_headline_says_what_it_could_be(page):
    isi = words(opened(page, indikator="modal_up2k"))
    assert (
        "**Rp 2.250.000**, dilaporkan 4 dari 5 kelompok; bila sisanya melapor antara "
        "nol dan laporan terakhirnya: Rp 2.250.000–2.450.000."
    ) in isi


@pytest.mark.usefixtures("small")
def test_a_card_says_it_in_one_short_line():
    app = opened("01_ringkasan.py")
    baris = [c.value for c in app.caption]
    assert "Bila sisanya ikut lapor: Rp 2.250.000–2.450.000." in baris
    assert "Bila sisanya ikut lapor: 50–62 orang." in baris
    kartu = next(m for m in app.metric if m.label == "Modal UP2K")
    assert "antara nol dan laporan terakhirnya" in kartu.proto.help


@pytest.mark.usefixtures("small")
def test_where_all_reported_nothing_is_added():
    app = opened("01_ringkasan.py", wilayah=PILANG)
    assert "ikut lapor" not in words(app)
    assert "antara nol dan laporan terakhirnya" not in words(app)


@pytest.mark.usefixtures("small")
def test_the_profile_of_a_kelurahan_says_it_too():
    isi = words(opened("06_profil.py", wilayah=SUKOHARJO))
    assert "Rp 1.100.000–1.300.000" in isi


def test_who_never_reported_is_said():
    baris = {"bawah": 5.0, "atas": 8.0, "n_belum_pernah": 3}
    assert kalimat.doubt(baris, INDICATORS["anggota"]) == (
        "bila sisanya melapor antara nol dan laporan terakhirnya: 5–8 orang, belum "
        "termasuk 3 kelompok yang belum pernah melaporkannya"
    )
    assert kalimat.doubt({**baris, "atas": 5.0}, INDICATORS["anggota"]) == (
        "3 kelompok belum pernah melaporkan angka ini; batasnya belum diketahui"
    )


def test_a_range_too_narrow_to_be_written_is_not_written():
    baris = {"bawah": 79.21, "atas": 79.24, "n_belum_pernah": 0}
    assert kalimat.doubt(baris, INDICATORS["kehadiran_pct"]) == ""


def drawn(by: str, batas: float = 75):
    nilai = compute(MODAL, city.city(), KINI, by)
    kelas = classify(nilai["value"].tolist(), "Rp")
    return peta.draw(
        nilai, kelas, usable_boundaries()[0], label="Modal", satuan="Rp",
        lapor_minimal=batas, contoh=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("by", "batas", "nama"),
    [("kelurahan", 75, ["Sukoharjo"]), ("kecamatan", 80, ["Kanigaran"]),
     ("kecamatan", 75, []), ("kota", 81, ["Kota Probolinggo"]), ("kota", 80, [])],
)  # fmt: skip
def test_the_map_marks_who_is_thinly_reported_at_every_level(by, batas, nama):
    chart = drawn(by, batas)
    tanda = [t for t in chart.figure.data if (t.name or "").startswith("Yang lapor")]
    assert [t.name for t in tanda] == [
        f"Yang lapor kurang dari {batas} % ({len(nama)})"
    ]
    assert tanda[0].line.dash
    assert (tanda[0].x[0] is not None) == bool(nama)
    sedikit = chart.table[chart.table["laporan"] != "cukup"]
    assert [n.removeprefix("Kecamatan ") for n in sedikit["wilayah"]] == nama
    assert all(n in chart.alt.rpartition("Yang lapor")[2] for n in nama)


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("tingkat", ["kelurahan", "kecamatan", "kota"])
def test_the_map_page_shows_every_level_with_its_mark(tingkat):
    app = opened("02_peta.py", indikator="modal_up2k", tingkat_peta=tingkat)
    assert not app.exception
    nama = [t.get("name", "") for t in json.loads(figures(app)[0].spec)["data"]]
    assert any(n.startswith(TANDA) for n in nama)


@pytest.mark.parametrize("keadaan", CITIES)
@pytest.mark.parametrize("tingkat", ["kecamatan", "kota"])
def test_the_map_works_in_every_state(monkeypatch, data_dir, keadaan, tingkat):  # noqa: ARG001
    put(monkeypatch, CITIES[keadaan]())
    app = opened("02_peta.py", tingkat_peta=tingkat)
    assert not app.exception
    assert sum(len(g.spec) for g in figures(app)) < 40_000


def test_a_trend_of_the_same_groups_does_not_fall_with_who_is_silent():
    # back from 2026-T3: a1, b1, c1 went from 710 + 600 + 200 to 750 + 1.100 + 100
    hasil = chained(MODAL, city.city(), [LALU, KINI], "kota")
    assert hasil["value"].tolist() == pytest.approx(
        [2_250_000 * 1510 / 1950, 2_250_000]
    )
    assert hasil["periode"].tolist() == ["2026-T2", "2026-T3"]


def test_a_quotient_of_the_same_groups_moves_by_points():
    # 2026-T3: (750 + 1.100 + 100) / 40 members; 2026-T2: 1.510 / (20 + 15 + 8)
    hasil = chained(INDICATORS["modal_per_anggota"], city.city(), [LALU, KINI], "kota")
    beda = 1_950_000 / 40 - 1_510_000 / 43
    assert hasil["value"].tolist() == pytest.approx([45_000 - beda, 45_000])


def test_a_step_that_nobody_shares_ends_the_line():
    data = city.without(city.without(city.city(), "a1", LALU), "a2", LALU)
    hasil = chained(MODAL, data, [LALU, KINI], "kelurahan")
    assert pd.isna(hasil.loc[city.KEBONSARI_KULON, "value"].iloc[0])
    assert chained(MODAL, data, [], "kota").empty


def test_the_line_is_drawn_where_it_differs_and_explained():
    periodes = [LALU, KINI]
    deret = series(MODAL, city.city(), periodes, "kota")
    sama = chained(MODAL, city.city(), periodes, "kota")
    deret = deret.assign(value_sama=sama["value"].to_numpy())
    chart = trend.draw(deret, label="Modal", satuan="Rp", contoh=False)
    assert [t.name for t in chart.figure.data] == [trend.SAMA, "Kota Probolinggo"]
    assert any("Garis putus-putus" in n for n in trend.notes(deret, "Rp", "kelompok"))
    polos = deret.assign(value_sama=deret["value"])
    assert len(trend.draw(polos, label="", satuan="Rp", contoh=False).figure.data) == 1


@pytest.mark.parametrize("keadaan", CITIES)
@pytest.mark.parametrize("urutan", ["modal_per_anggota", "modal_up2k"])
def test_the_order_of_kelurahan_in_every_state(monkeypatch, data_dir, keadaan, urutan):  # noqa: ARG001
    put(monkeypatch, CITIES[keadaan]())
    app = opened("03_modal.py", bagian_modal="Urutan kelurahan", urutan=urutan)
    assert not app.exception
    isi = words(app)
    if keadaan == "sebagian":
        assert "belum dapat dinilai. 29 wilayah tidak diberi peringkat" in isi
    if keadaan == "penuh":
        assert "29 kelurahan **tidak berbeda nyata** dari kota" in isi
        assert "2 dari 100 kali" in isi and "usulan" in isi


def test_coverage_names_only_who_is_really_first(monkeypatch, data_dir):  # noqa: ARG001
    put(monkeypatch, city.full_city())
    cakupan = INDICATORS["cakupan_keluarga_per_100_kk"]
    ragu = spread(cakupan, city.full_city(), KINI, "kecamatan").round(1)
    terbaik = ragu.index[ragu["atas"] >= ragu["bawah"].max()]
    app = opened("04_keanggotaan.py", bagian_anggota="Cakupan keluarga")
    assert not app.exception
    assert ("tidak berbeda nyata" in words(app)) == (len(terbaik) > 1)


def test_the_public_is_not_told_one_silent_groups_last_report(monkeypatch, data_dir):  # noqa: ARG001
    put(monkeypatch, city.city())
    monkeypatch.setenv("UP2K_PERAN", "umum")
    # b2 alone is silent: the width of the range would be its capital
    isi = words(opened("01_ringkasan.py"))
    assert "2.450.000" not in isi
    assert "Dilaporkan 4 dari 5 kelompok." in isi


def test_kanigaran_of_another_period_has_its_own_range():
    lain = Periode.parse("2026-T2")
    hasil = spread(MODAL, city.city(), lain, "kecamatan").loc[KANIGARAN]
    # a2 was silent in 2026-T2; it reported 50 + 110 in 2026-T1
    assert hasil["atas"] - hasil["bawah"] == 160_000
    assert KOTA not in spread(MODAL, city.city(), lain, "kecamatan").index


@pytest.mark.usefixtures("small")
def test_rungs_say_where_the_silent_last_stood():
    isi = words(opened("01_ringkasan.py"))
    # b2 was pemula in 2026-T2
    assert (
        "dilaporkan 4 dari 5 kelompok; bila sisanya masih seperti laporan terakhirnya: "
        "3 Pemula, 2 Madya, 0 Utama, dan 0 Mandiri."
    ) in isi


def test_members_who_may_have_come_and_gone(monkeypatch, data_dir):  # noqa: ARG001
    put(monkeypatch, city.without(city.city(), "c1", KINI))
    isi = words(opened("04_keanggotaan.py"))
    # 3 + 1 came, 1 + 2 left; c1 last reported 0 in 1 out, b2 none
    assert "laporan terakhirnya: 3–4 orang keluar." in isi
    assert "**4 orang masuk** dan **3 orang keluar**" in isi
