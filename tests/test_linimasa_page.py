"""Linimasa on screen: every moment with its source, capital only where it is known."""

import pandas as pd
import pytest

from charts.lanes import lanes
from charts.story import TANPA_DATA, draw
from indicators import INDICATORS
from indicators.compute import series
from reports.story import JENIS, frame, story
from tests import city
from tests.test_pages import opened, put

HALAMAN = "07_linimasa.py"


def words(app) -> str:
    return "\n".join(m.value for m in (*app.markdown, *app.caption, *app.info))


def chart(data):
    deret = series(INDICATORS["modal_up2k"], data, data.periodes, "kota")
    saat = frame(story(data, city.KINI.end, False))
    return draw(deret, saat, JENIS, nama="Kota Probolinggo", contoh=True)


@pytest.fixture
def small(monkeypatch, data_dir) -> None:  # noqa: ARG001
    put(monkeypatch, city.city())


@pytest.mark.usefixtures("small")
def test_the_moments_of_the_archive_stand_with_links_to_their_sources():
    teks = words(opened(HALAMAN))
    for tahun in ("2019", "20 September 2022", "12 Desember 2023", "pertengahan 2025"):
        assert tahun in teks
    assert "(https://humasprotokol.probolinggokota.go.id/archives/4201)" in teks
    assert "Tahun 2022 disimpulkan" in teks.replace("\\", "")
    # 750 + 300 + 1.100 + 100 thousand
    assert "**Rp 2.250.000**, dilaporkan 4 dari 5 kelompok" in teks
    assert "kegiatan yang lain sungguh terjadi" in teks


@pytest.mark.usefixtures("small")
def test_one_kind_alone_can_be_seen():
    app = opened(HALAMAN)
    app.selectbox(key="golongan").set_value("evaluasi").run()
    teks = words(app)
    assert "Evaluasi hasil penilaian" in teks
    assert "Lomba administrasi" not in teks


@pytest.mark.usefixtures("small")
def test_old_figures_stand_apart_each_with_its_time():
    app = opened(HALAMAN)
    app.segmented_control(key="bagian_linimasa").set_value("Angka lama").run()
    assert not app.exception
    assert "tidak dicampur" in words(app)
    tabel = app.dataframe[0].value
    assert "Rp 250.000" in set(tabel.to_numpy().ravel())


def test_with_nothing_reported_the_past_is_still_there(monkeypatch, data_dir):  # noqa: ARG001
    put(monkeypatch, city.empty(), contoh=False)
    app = opened(HALAMAN)
    assert not app.exception
    assert "Belum ada laporan modal" in words(app)
    assert "Lomba administrasi kelompok UP2K PKK 2019" in words(app)


@pytest.mark.usefixtures("small")
def test_a_kelurahan_without_reports_draws_no_capital():
    app = opened(HALAMAN, wilayah="35.74.02.1007")
    assert "Belum ada laporan modal Kelurahan Wonoasih" in words(app)


def test_no_capital_is_drawn_before_the_first_report_and_the_axis_says_so():
    gambar = chart(city.city())
    garis = gambar.figure.data[0]
    assert list(garis.x) == [
        "2025-09-30", "2025-12-31", "2026-03-31", "2026-06-30", "2026-09-30",
    ]  # fmt: skip
    assert garis.y[-1] == 2_250_000
    # all groups reported 2025-T3, b2 not 2026-T3
    assert (garis.marker.symbol[0], garis.marker.symbol[-1]) == (
        "circle",
        "circle-open",
    )
    teks = [a.text for a in gambar.figure.layout.annotations]
    assert TANPA_DATA in teks
    kosong = gambar.figure.layout.shapes[0]
    assert str(kosong.x1) == "2025-07-01"
    assert "sebelumnya belum ada laporan" in gambar.alt


def test_without_any_report_all_years_are_without_data():
    gambar = chart(city.empty())
    assert "Modal belum ada datanya." in gambar.alt
    assert gambar.figure.layout.shapes[0].x1 == gambar.figure.layout.xaxis.range[1]


def test_near_moments_stand_above_each_other_and_far_ones_side_by_side():
    saat = pd.DataFrame(
        {
            "tanggal": pd.to_datetime(["2022-09-19", "2022-11-15", "2024-01-01"]),
            "kode_golongan": ["kampanye"] * 3,
        }
    )
    letak = lanes(saat, JENIS)
    assert letak.judul == {"kampanye": 0}
    assert letak.saat.tolist() == [1, 2, 1]
    assert letak.banyak == 3
