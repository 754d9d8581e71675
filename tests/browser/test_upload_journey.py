"""An officer with a phone mends a typing error, stores, and undoes it again."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_journeys import PHONE, open_page, send, settle
from tests.forms_city import KEBONSARI_KULON, KINI, form

pytestmark = pytest.mark.browser


def fits(lembar: Page) -> bool:
    lebar = lembar.evaluate(
        "() => document.querySelector('[data-testid=stMain]').scrollWidth"
    )
    return lebar <= PHONE["width"]


@pytest.mark.parametrize("lembar", [PHONE], indirect=True, ids=["390px"])
def test_a_typing_error_is_mended_stored_and_undone(lembar, office):
    salah = {"kas": "seratus rb", "omzet_usaha": 3_500_000}
    send(lembar, office, "kulon.xlsx", form(KEBONSARI_KULON, Melati=salah))
    expect(lembar.get_by_text("Siap disimpan sebagian")).to_be_visible()
    assert fits(lembar)

    lembar.get_by_role("button", name="Siapkan berkas bertanda").click()
    unduh = lembar.get_by_role("button", name="Unduh berkas bertanda")
    with lembar.expect_download() as unduhan:
        unduh.click()
    assert unduhan.value.suggested_filename == "kulon (perbaikan).xlsx"

    isian = lembar.get_by_role("textbox", name=re.compile("Kas.*R6"))
    expect(isian).to_have_value("seratus rb")
    isian.fill("100000")
    lembar.get_by_role("button", name="Periksa ulang").click()
    settle(lembar)
    expect(lembar.get_by_text("Diperbaiki di layar (1)")).to_be_visible()
    expect(lembar.get_by_text(re.compile("Siap disimpan$"))).to_be_visible()
    lembar.get_by_text("Yang akan berubah: 1 isian berubah").click()
    expect(lembar.get_by_text("Rp 3.000.000 → Rp 3.500.000")).to_be_visible()
    assert fits(lembar)

    lembar.get_by_role("button", name="Simpan").click()
    expect(lembar.get_by_text("Tanda terima", exact=True)).to_be_visible()
    lembar.get_by_role("button", name="Batalkan kiriman ini (1 berkas)").click()
    alasan = lembar.get_by_role("textbox", name="Alasan pembatalan")
    alasan.fill("angkanya belum disepakati")
    lembar.get_by_role("button", name="Ya, batalkan").click()
    expect(lembar.get_by_text("1 berkas dibatalkan.")).to_be_visible()
    open_page(lembar, f"{office}/kiriman?wilayah=Kebonsari+Kulon", "Kiriman")
    expect(lembar.get_by_text(f"Kebonsari Kulon, {KINI.label}")).to_be_visible()
    expect(lembar.get_by_text(re.compile("Dibatalkan$"))).to_be_visible()
