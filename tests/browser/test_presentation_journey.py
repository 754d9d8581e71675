"""From the page to the hall: the deck full screen, nothing of the framework."""

from urllib.parse import parse_qs, urlparse

import pytest
from playwright.sync_api import Page, expect

from store import open_store
from tests.browser.conftest import serve
from tests.browser.test_journeys import open_page, settle
from tests.forms_city import fill

pytestmark = pytest.mark.browser


def _full_screen(lembar: Page) -> Page:
    with lembar.context.expect_page() as baru:
        lembar.get_by_role("link", name="Buka layar penuh").click()
    layar = baru.value
    layar.wait_for_load_state()
    return layar


def _title(layar: Page) -> str:
    return layar.locator("section:visible").first.get_attribute("aria-label") or ""


def test_the_deck_opens_full_screen_with_the_number_of_the_summary(lembar, city):
    open_page(lembar, city, "Ringkasan")
    kartu = lembar.get_by_test_id("stMetric").filter(has_text="Modal UP2K")
    modal = kartu.first.get_by_test_id("stMetricValue").inner_text()
    lembar.get_by_role("link", name="Presentasi").click()
    settle(lembar)
    layar = _full_screen(lembar)
    salah: list[str] = []
    layar.on("console", lambda m: salah.append(m.text) if m.type == "error" else None)
    assert urlparse(layar.url).path == "/presentasi/layar"
    assert layar.locator("[data-testid^=st]").count() == 0
    assert layar.locator("#root").count() == 0
    expect(layar.get_by_text(modal.replace(" ", " ")).first).to_be_attached()
    pertama = _title(layar)
    layar.keyboard.press("ArrowRight")
    layar.wait_for_function("() => location.hash === '#2'")
    assert _title(layar) != pertama
    layar.keyboard.press("ArrowLeft")
    layar.wait_for_function("() => location.hash === '#1'")
    assert _title(layar) == pertama
    assert not salah
    layar.close()


def test_the_order_of_the_presenter_stands_in_the_address_and_in_the_deck(lembar, city):
    open_page(lembar, f"{city}/presentasi", "Presentasi")
    lembar.get_by_role("button", name="Lebih akhir").click()
    settle(lembar)
    lembar.wait_for_function("() => location.search.includes('slide_pimpinan')")
    lembar.reload()
    settle(lembar)
    layar = _full_screen(lembar)
    (slide,) = parse_qs(urlparse(layar.url).query)["slide"]
    assert slide.split(",")[:2] == ["sekilas", "pembuka"]
    assert "Sekilas" in _title(layar)
    layar.close()


def test_the_preview_shows_the_deck_in_the_page(lembar, city):
    open_page(lembar, f"{city}/presentasi", "Presentasi")
    lembar.get_by_text("Pratinjau").click()
    bingkai = lembar.frame_locator("iframe[src*='presentasi/layar']")
    expect(bingkai.locator("section:visible").first).to_be_visible()


def test_it_works_below_a_base_path(lembar, tmp_path):
    fill(open_store(tmp_path / "contoh.db"), contoh=True)
    with serve(tmp_path, dasar="/up2k") as url:
        open_page(lembar, f"{url}/presentasi", "Presentasi")
        layar = _full_screen(lembar)
        assert urlparse(layar.url).path == "/up2k/presentasi/layar"
        expect(layar.locator("section:visible").first).to_be_visible()
        layar.close()


def test_a_wrong_address_is_answered_in_a_sentence(lembar, city):
    jawab = lembar.request.get(f"{city}/presentasi/layar?periode=abc")
    assert jawab.status == 400
    assert "tidak dikenal" in jawab.text()
