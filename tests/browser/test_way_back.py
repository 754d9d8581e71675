"""From a figure to its cell, and back to what was known on a day, in a real browser."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from reference.tulisan import tanggal
from tests.browser.test_journeys import open_page, query, settle
from tests.forms_city import KINI, PERIODE, PILANG

pytestmark = pytest.mark.browser


def test_a_card_leads_to_its_cells_and_a_past_day_is_shown_as_it_was(lembar, city):
    open_page(lembar, f"{city}/", "Ringkasan")
    lembar.locator(".st-key-asal_modal_up2k").get_by_role("button").click()
    settle(lembar)
    kotak = lembar.get_by_role("dialog")
    expect(kotak.get_by_text("Rp 13.200.000")).to_be_visible()
    with lembar.expect_download() as unduhan:
        kotak.locator(".st-key-csv_asal_sel").get_by_role("button").click()
    isi = Path(unduhan.value.path()).read_text(encoding="utf-8-sig")
    assert f"{PILANG} {KINI}.xlsx › Keuangan › " in isi

    hari = PERIODE[-2].deadline
    open_page(lembar, f"{city}/?pada={hari}", "Ringkasan")
    expect(
        lembar.get_by_text(f"Seperti diketahui pada {tanggal(hari)}")
    ).to_be_visible()
    settle(lembar)
    # six groups of 1.000.000 + 900.000 + 200.000 in the period before the last
    expect(lembar.get_by_text("Rp 12.600.000").first).to_be_visible()
    assert query(lembar)["pada"] == [f"{hari}"]
    lembar.reload()
    settle(lembar)
    expect(lembar.get_by_text("Rp 12.600.000").first).to_be_visible()
    lembar.get_by_role("button", name="Kembali ke hari ini").click()
    settle(lembar)
    expect(lembar.get_by_text("Rp 13.200.000").first).to_be_visible()
    assert "pada" not in query(lembar)
