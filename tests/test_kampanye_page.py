"""The page of campaigns: empty, sample and real, and counts typed on it."""

import dataclasses
import datetime as dt

import pytest

from loaders.ingest import ingest
from store import open_store, snapshot
from tests import city, lists
from tests.test_campaign import city as campaign_city
from tests.test_pages import figures, opened, put, words

HALAMAN = "16_kampanye.py"
JATI = "35.74.03.1004"
SARANG = ("kampanye", "kampanye_harian", "kampanye_sasaran")


def filled(monkeypatch, **pilihan) -> None:
    isi = campaign_city()
    data = dataclasses.replace(city.city(), **{n: getattr(isi, n) for n in SARANG})
    put(monkeypatch, data, **pilihan)


@pytest.mark.usefixtures("data_dir")
def test_without_a_campaign_it_says_how_to_begin_and_shows_the_archive(monkeypatch):
    put(monkeypatch, city.city())
    app = opened(HALAMAN)
    assert not app.exception
    kata = words(app)
    assert "Belum ada kampanye berjalan" in kata
    assert "We Love Cities" in kata
    assert "sumber" in kata.casefold()


@pytest.mark.usefixtures("data_dir")
def test_pace_is_said_beside_the_target_and_drawn_day_by_day(monkeypatch):
    filled(monkeypatch)
    app = opened(HALAMAN)
    assert not app.exception
    kata = words(app)
    # 200 of 1,000 votes; the campaign of September 2026 is over
    assert "dari sasaran 1.000 (20,0 %)" in kata
    assert "sudah selesai" in kata
    assert "Tidak tercapai" in kata
    assert "tanpa sasaran" in kata
    assert len(figures(app)) == 1


@pytest.mark.usefixtures("data_dir")
def test_who_takes_part_names_every_kelurahan(monkeypatch):
    filled(monkeypatch)
    app = opened(HALAMAN, bagian_kampanye="Siapa yang ikut")
    kata = words(app)
    assert "**2 dari 29 kelurahan** ikut" in kata
    assert "27 belum ikut" in kata
    assert len(app.dataframe[0].value) == 30


@pytest.mark.usefixtures("data_dir")
def test_sample_counts_are_marked_and_cannot_be_added_to(monkeypatch):
    filled(monkeypatch, contoh=True)
    app = opened(HALAMAN)
    assert "Ketik hitungan satu hari" not in [e.label for e in app.expander]
    assert "CONTOH" in str(figures(app)[0])


@pytest.fixture
def kept(data_dir):  # noqa: ARG001
    """A store that holds a real campaign, from 1 September to 30 October 2026."""
    ingest(open_store(), "kampanye.xlsx", lists.drive().write(), oleh="petugas")
    return open_store()


def test_counts_typed_on_the_page_are_stored_like_an_upload(kept):
    app = opened(HALAMAN, buka_hitungan=True)
    app.date_input(key="hitungan_tanggal_0").set_value(dt.date(2026, 9, 3))
    app.selectbox(key="hitungan_peserta_0").set_value(JATI)
    app.number_input(key="hitungan_n_suara_0").set_value(15)
    app.button[[b.label for b in app.button].index("Periksa")].click().run()
    assert not app.exception
    assert len(snapshot(kept).daftar["kampanye_harian"]) == 1
    app.button(key="simpan").click().run()
    assert not app.exception
    harian = snapshot(kept).daftar["kampanye_harian"]
    baru = harian[harian["peserta"] == JATI]
    assert baru[["saluran", "jumlah"]].to_numpy().tolist() == [["suara", 15]]
    assert len(harian) == 2


@pytest.mark.usefixtures("kept")
def test_a_day_without_a_participant_is_not_sent():
    app = opened(HALAMAN, buka_hitungan=True)
    app.number_input(key="hitungan_n_suara_0").set_value(15)
    app.button[[b.label for b in app.button].index("Periksa")].click().run()
    assert "Pilih pesertanya" in words(app)


@pytest.mark.usefixtures("kept")
def test_the_blank_form_can_be_taken_along():
    label = [d.proto.label for d in opened(HALAMAN).get("download_button")]
    assert "Unduh formulir kampanye" in label
