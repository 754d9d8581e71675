"""The page of presentations: whom it is for, the order, the address and the files."""

from urllib.parse import parse_qs, urlparse

import pytest

from reports.deck import order
from tests import city
from tests.test_pages import CITIES, framed, opened, put, words

PAGE = "17_presentasi.py"


@pytest.fixture
def small(monkeypatch, data_dir) -> None:  # noqa: ARG001
    put(monkeypatch, city.city())


def asked(app) -> dict[str, list[str]]:
    """What the button to full screen asks the route for."""
    (tautan,) = [e.proto for e in app.get("link_button")]
    assert urlparse(tautan.url).path == "/presentasi/layar"
    return parse_qs(urlparse(tautan.url).query)


@pytest.mark.usefixtures("small")
def test_it_says_what_it_is_about_and_links_to_exactly_that():
    app = opened(PAGE)
    assert "**Kota Probolinggo**, **Triwulan III 2026**" in words(app)
    assert asked(app) == {"periode": ["2026-T3"]}
    app = opened(PAGE, wilayah=city.PILANG, periode="2026-T2", pembanding="tahun")
    assert "**Kelurahan Pilang**, **Triwulan II 2026**" in words(app)
    assert asked(app) == {
        "periode": ["2026-T2"], "wilayah": [city.PILANG], "banding": ["tahun"],
    }  # fmt: skip


@pytest.mark.usefixtures("small")
def test_an_audience_has_slides_of_its_own():
    app = opened(PAGE, audiens="kelurahan")
    assert asked(app)["audiens"] == ["kelurahan"]
    assert tuple(app.multiselect[0].value) == order("kelurahan")


@pytest.mark.usefixtures("small")
def test_slides_are_moved_with_two_buttons():
    awal = order("pimpinan")
    app = opened(PAGE)
    app.selectbox(key="slide_pindah").select(awal[2]).run()
    app.button(key="pindah_-1").click().run()
    harap = (awal[0], awal[2], awal[1], *awal[3:])
    assert tuple(app.multiselect[0].value) == harap
    assert asked(app)["slide"] == [",".join(harap)]
    app.button(key="pindah_1").click().run()
    assert "slide" not in asked(app)
    # the first stays where it is
    app.selectbox(key="slide_pindah").select(awal[0]).run()
    app.button(key="pindah_-1").click().run()
    assert tuple(app.multiselect[0].value) == awal


@pytest.mark.usefixtures("small")
def test_without_a_slide_there_is_nothing_to_open():
    app = opened(PAGE, slide_pimpinan=[])
    assert "Pilih sedikitnya satu slide" in words(app)
    assert not app.get("link_button")


@pytest.mark.usefixtures("small")
def test_the_preview_is_fetched_only_when_it_is_unfolded():
    assert not opened(PAGE).get("iframe")
    (pratinjau,) = opened(PAGE, buka_pratinjau=True).get("iframe")
    assert pratinjau.proto.src == "/presentasi/layar?periode=2026-T3"


@pytest.mark.parametrize("keadaan", CITIES)
def test_it_works_with_nothing_a_part_and_a_whole_city(monkeypatch, data_dir, keadaan):  # noqa: ARG001
    put(monkeypatch, CITIES[keadaan](), contoh=False)
    app = framed(PAGE)
    assert not app.exception
    assert bool(app.get("link_button")) == (keadaan != "kosong")
    assert {b.proto.label for b in app.get("download_button")} == (
        set() if keadaan == "kosong" else {"Unduh satu berkas (HTML)", "Unduh PPTX"}
    )


@pytest.mark.usefixtures("small")
def test_who_opens_it_is_told_of_the_address_for_the_code(monkeypatch):
    from reference.pengaturan import pengaturan

    pengaturan.cache_clear()
    monkeypatch.setenv("UP2K_ALAMAT", "https://up2k.contoh.test/")
    try:
        assert "https://up2k.contoh.test/" in words(opened(PAGE))
    finally:
        pengaturan.cache_clear()
