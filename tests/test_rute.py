"""The route that shows a presentation full screen: what it serves and what it refuses.

Numbers follow by hand from the small city drawn in `city.py`.
"""

import datetime as dt

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response

from indicators.data import Data
from tests import city
from tests.test_pages import put
from ui import cached, rute


@pytest.fixture
def small(monkeypatch, data_dir) -> None:  # noqa: ARG001
    put(monkeypatch, city.city())


def ask(tanya: str = "") -> Response:
    return rute.screen(
        Request({"type": "http", "query_string": tanya.encode(), "headers": []})
    )


def said(jawab: Response) -> str:
    return bytes(jawab.body).decode()


@pytest.mark.usefixtures("small")
def test_the_deck_is_served_as_its_own_page_with_its_stamp():
    jawab = ask()
    isi = said(jawab)
    assert jawab.status_code == 200
    # 750 + 300 + 1.100 + 100 thousand rupiah of a1, a2, b1, c1
    assert "Rp 2.250.000" in isi
    assert "4 dari 5 kelompok" in isi
    assert "CONTOH" in isi
    assert "Triwulan III 2026" in isi
    assert jawab.headers["cache-control"] == "no-store"
    assert jawab.headers["x-content-type-options"] == "nosniff"
    assert "default-src 'none'" in jawab.headers["content-security-policy"]
    assert "contoh_presentasi_2026-T3" in jawab.headers["content-disposition"]


@pytest.mark.usefixtures("small")
def test_place_period_and_audience_are_those_of_the_address():
    isi = said(ask("periode=2026-T2&wilayah=35.74.04&audiens=kelurahan&banding=tahun"))
    assert "Kecamatan Kanigaran" in isi
    assert "Triwulan II 2026" in isi


@pytest.mark.usefixtures("small")
def test_only_the_slides_asked_for_are_shown_in_their_order():
    isi = said(ask("slide=modal,pembuka"))
    assert isi.count("<section") == 2
    assert isi.index("Bagaimana modal tumbuh?") < isi.index("Slide 2 dari 2: UP2K PKK")


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    ("tanya", "status", "kata"),
    [
        ("periode=abc", 400, "tidak dikenal"),
        ("periode=2031-T1", 404, "Belum ada laporan untuk Triwulan I 2031"),
        ("wilayah=35.74.99", 404, "tidak dikenal"),
        ("wilayah=../etc", 404, "tidak dikenal"),
        ("audiens=rektor", 400, "Yang ada: pimpinan, dkupp, dan kelurahan"),
        ("banding=kemarin", 400, "Yang ada: lalu dan tahun"),
        ("slide=modal,xx", 400, "xx"),
        ("pada=kemarin", 400, "Tulis misalnya 2026-10-15"),
        ("audiens=%3Cscript%3Ealert(1)%3C/script%3E", 400, "&lt;script&gt;"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(tanya, status, kata):
    jawab = ask(tanya)
    assert jawab.status_code == status
    assert kata in said(jawab)
    assert "Traceback" not in said(jawab)
    assert "<script" not in said(jawab)
    assert 'href="../presentasi"' in said(jawab)


def test_an_empty_store_has_nothing_to_present(monkeypatch, data_dir):  # noqa: ARG001
    put(monkeypatch, Data.empty(), contoh=False)
    jawab = ask()
    assert jawab.status_code == 404
    assert "Belum ada laporan" in said(jawab)


def test_real_data_do_not_say_sample(monkeypatch, data_dir):  # noqa: ARG001
    put(monkeypatch, city.city(), contoh=False)
    jawab = ask()
    assert "CONTOH" not in said(jawab)
    assert 'filename="presentasi_' in jawab.headers["content-disposition"]


def test_the_public_is_refused_a_place_of_one_small_group(monkeypatch, data_dir):  # noqa: ARG001
    data = city.without(city.city(), "c1", city.KINI)
    posisi = data.posisi.copy()
    b1 = posisi["kode_kelompok"].eq(city.KODE["b1"]) & posisi["periode"].eq("2026-T3")
    posisi.loc[b1, "anggota_akhir"] = 4
    put(monkeypatch, city.changed(data, posisi=posisi), contoh=False)
    tanya = f"wilayah={city.SUKOHARJO}"
    assert ask(tanya).status_code == 200
    monkeypatch.setenv("UP2K_PERAN", "umum")
    jawab = ask(tanya)
    assert jawab.status_code == 403
    assert "terlalu kecil" in said(jawab)


@pytest.mark.usefixtures("small")
def test_what_breaks_is_told_in_a_sentence_and_written_down(monkeypatch, caplog):
    def broken(*_: object) -> bytes:
        raise RuntimeError("rahasia")

    monkeypatch.setattr(cached, "file", broken)
    jawab = ask()
    assert jawab.status_code == 500
    assert "rahasia" not in said(jawab)
    assert "rahasia" in caplog.text


@pytest.mark.usefixtures("small")
def test_a_past_day_is_asked_of_the_store_as_it_was_known(monkeypatch):
    sumber = []
    asli = cached.from_source
    monkeypatch.setattr(
        cached, "from_source", lambda s, *a: (sumber.append(s), asli(s, *a))[1]
    )
    ask("pada=2026-10-01")
    assert {s.pada for s in sumber} == {dt.date(2026, 10, 1)}


@pytest.mark.parametrize(
    ("dasar", "alamat"),
    [("", "/presentasi/layar"), ("/up2k/", "/up2k/presentasi/layar")],
)
def test_the_route_lies_below_the_base_path(monkeypatch, dasar, alamat):
    pilihan = {"server.baseUrlPath": dasar, "server.allowedHosts": []}
    monkeypatch.setattr(rute.st, "get_option", pilihan.__getitem__)
    assert Starlette(routes=rute.routes()).url_path_for("screen") == alamat
