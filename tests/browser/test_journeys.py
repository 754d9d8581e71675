"""What people do with the app, in a real browser over the real server."""

import csv
import re
from urllib.parse import parse_qs, urlparse

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import serve
from tests.forms_city import JATI, KINI, PERIODE, PILANG, form

pytestmark = pytest.mark.browser

PAGES = {
    "": "Ringkasan", "peta": "Peta", "modal": "Modal",
    "keanggotaan": "Keanggotaan", "menuju_koperasi": "Menuju Koperasi",
    "profil": "Profil", "kirim_laporan": "Kirim Laporan", "kiriman": "Kiriman",
    "definisi": "Definisi",
}  # fmt: skip
PHONE = {"width": 390, "height": 844}
MAP_POINT = """kode => {
  const gd = document.querySelector('.js-plotly-plot');
  const titik = gd.data.find(t => t.name === 'titik');
  const i = titik.customdata.indexOf(kode);
  const {xaxis, yaxis, _size} = gd._fullLayout;
  const kotak = gd.getBoundingClientRect();
  return {x: kotak.x + _size.l + xaxis.d2p(titik.x[i]),
          y: kotak.y + _size.t + yaxis.d2p(titik.y[i])};
}"""


def open_page(lembar: Page, url: str, judul: str) -> None:
    lembar.goto(url)
    settle(lembar)
    expect(lembar.get_by_role("heading", level=1)).to_have_text(judul)


def settle(lembar: Page) -> None:
    """Wait until the app has answered and has nothing more to say."""
    lembar.get_by_test_id("stApp").wait_for()
    lembar.wait_for_function(
        "() => document.querySelector('[data-testid=stApp]')"
        "?.dataset.testScriptState === 'notRunning'"
    )
    expect(lembar.get_by_test_id("stException")).to_have_count(0)


def pick(lembar: Page, label: str, pilihan: str) -> None:
    """Choose in a picker as people do: open, type, take what is offered."""
    lembar.get_by_role("combobox", name=label).click()
    lembar.keyboard.type(pilihan)
    lembar.get_by_role("option", name=pilihan, exact=True).click()
    settle(lembar)


def query(lembar: Page) -> dict[str, list[str]]:
    return parse_qs(urlparse(lembar.url).query)


@pytest.mark.parametrize("halaman", PAGES)
def test_every_page_opens_within_the_frame(lembar, city, halaman):
    open_page(lembar, f"{city}/{halaman}", PAGES[halaman])
    expect(lembar.get_by_text("Data contoh, bukan data sebenarnya")).to_be_visible()
    expect(lembar.get_by_role("combobox", name="Periode").first).to_be_visible()


def test_a_link_opened_first_after_a_start_has_the_frame(lembar, tmp_path):
    with serve(tmp_path) as url:
        open_page(lembar, f"{url}/profil", "Profil")
        expect(lembar.get_by_text("Belum ada laporan.")).to_be_visible()
        expect(lembar.get_by_role("combobox", name="Wilayah")).to_be_visible()


def test_a_store_that_cannot_be_opened_is_said_in_a_sentence(lembar, tmp_path):
    (tmp_path / "up2k.db").write_bytes(b"bukan basis data" * 100)
    with serve(tmp_path) as url:
        lembar.goto(url)
        expect(lembar.get_by_text("tidak dapat dibuka")).to_be_visible()
        settle(lembar)
        expect(lembar.get_by_text("Ask ChatGPT")).to_have_count(0)
        expect(lembar.get_by_text("Traceback")).to_have_count(0)


@pytest.mark.parametrize("lembar", [PHONE], indirect=True, ids=["390px"])
@pytest.mark.parametrize("halaman", PAGES)
def test_every_page_fits_a_phone(lembar, city, halaman):
    judul = "Kelurahan Pilang" if halaman == "profil" else PAGES[halaman]
    open_page(lembar, f"{city}/{halaman}?wilayah=Pilang", judul)
    lebar = lembar.evaluate(
        "() => document.querySelector('[data-testid=stMain]').scrollWidth"
    )
    assert lebar <= PHONE["width"]


def test_the_period_is_changed_and_a_reload_finds_it_again(lembar, city):
    open_page(lembar, f"{city}/", "Ringkasan")
    expect(lembar.get_by_text("Rp 13.200.000").first).to_be_visible()
    pick(lembar, "Periode", PERIODE[0].label)
    # six groups of 1.000.000 + 800.000 + 200.000 in the first period
    expect(lembar.get_by_text("Rp 12.000.000").first).to_be_visible()
    assert query(lembar)["periode"] == [PERIODE[0].label]
    lembar.reload()
    settle(lembar)
    expect(lembar.get_by_text("Rp 12.000.000").first).to_be_visible()


def test_a_kelurahan_is_opened_from_the_map(lembar, city):
    open_page(lembar, f"{city}/peta", "Peta")
    lembar.wait_for_selector(".js-plotly-plot .scatterlayer")
    titik = lembar.evaluate(MAP_POINT, PILANG)
    lembar.mouse.move(titik["x"], titik["y"])
    lembar.mouse.click(titik["x"], titik["y"])
    expect(lembar.get_by_role("heading", level=1)).to_have_text("Kelurahan Pilang")
    settle(lembar)
    lembar.reload()
    settle(lembar)
    expect(lembar.get_by_role("heading", level=1)).to_have_text("Kelurahan Pilang")
    assert query(lembar)["wilayah"] == ["Pilang"]


def test_a_kelurahan_and_its_group_are_opened_by_picker_and_link(lembar, city):
    open_page(lembar, f"{city}/profil", "Profil")
    pick(lembar, "Wilayah", "Sukoharjo")
    expect(lembar.get_by_role("heading", level=1)).to_have_text("Kelurahan Sukoharjo")
    pick(lembar, "Kelompok", "Kenanga")
    expect(lembar.get_by_role("heading", level=1)).to_have_text("Kenanga")
    lembar.reload()
    settle(lembar)
    expect(lembar.get_by_role("heading", level=1)).to_have_text("Kenanga")


def test_a_number_leads_back_to_its_cell_and_the_senders_file(lembar, city, tmp_path):
    open_page(lembar, f"{city}/profil?wilayah=Pilang", "Kelurahan Pilang")
    lembar.get_by_text("Dari sel mana angka").click()
    settle(lembar)
    tombol = lembar.get_by_role("button", name=re.compile("Unduh berkas asli"))
    with lembar.expect_download() as unduhan:
        tombol.first.click()
    berkas = tmp_path / unduhan.value.suggested_filename
    unduhan.value.save_as(berkas)
    assert berkas.read_bytes() == form(PILANG)


def test_a_table_is_taken_home_as_csv_and_as_xlsx(lembar, city, tmp_path):
    open_page(lembar, f"{city}/profil?wilayah=Pilang", "Kelurahan Pilang")
    lembar.get_by_role("radio", name="Di samping").click()
    settle(lembar)
    isi = {}
    for nama, kunci in (("CSV", "csv_profil"), ("Excel", "xlsx_profil")):
        tombol = lembar.locator(f".st-key-{kunci}").get_by_role("button")
        with lembar.expect_download() as unduhan:
            tombol.click()
        isi[nama] = tmp_path / unduhan.value.suggested_filename
        unduhan.value.save_as(isi[nama])
    assert isi["CSV"].name == "contoh_profil.csv"
    baris = isi["CSV"].read_text(encoding="utf-8-sig").splitlines()
    assert "# Data: CONTOH, bukan data sebenarnya" in baris
    assert f"# Periode: {KINI.label}" in baris
    rows = {r[0]: r for r in csv.reader(baris, delimiter=";") if r}
    assert rows["Modal UP2K"][1:4] == ["4400000", "4400000", "13200000"]
    lembar_kerja = openpyxl.load_workbook(isi["Excel"])["Data"]
    assert lembar_kerja["A4"].value == "Angka"
    modal = next(r for r in lembar_kerja.iter_rows(5) if r[0].value == "Modal UP2K")
    assert [s.value for s in modal[1:4]] == [4400000, 4400000, 13200000]


def test_the_prefilled_form_is_fetched(lembar, office, tmp_path):
    open_page(lembar, f"{office}/kirim_laporan", "Kirim Laporan")
    pick(lembar, "Kelurahan pelapor", "Pilang")
    tombol = lembar.get_by_role("button", name="Unduh formulir Pilang")
    with lembar.expect_download() as unduhan:
        tombol.click()
    assert unduhan.value.suggested_filename == f"Formulir UP2K {KINI} Pilang.xlsx"
    unduhan.value.save_as(tmp_path / "formulir.xlsx")
    kelompok = openpyxl.load_workbook(tmp_path / "formulir.xlsx")["Kelompok"]
    nama = {s.value for baris in kelompok.iter_rows() for s in baris}
    assert {"Seruni", "Cempaka", f"{PILANG}-01"} <= nama


def send(lembar: Page, url: str, nama: str, isi: bytes) -> None:
    open_page(lembar, f"{url}/kirim_laporan", "Kirim Laporan")
    berkas = {"name": nama, "mimeType": "application/octet-stream", "buffer": isi}
    lembar.locator("input[type=file]").set_input_files([berkas])
    expect(lembar.get_by_text("3. Periksa, lalu simpan")).to_be_visible()
    settle(lembar)


def test_a_good_form_goes_in_and_shows_up(lembar, office):
    send(lembar, office, "jati.xlsx", form(JATI))
    expect(lembar.get_by_text("Siap disimpan")).to_be_visible()
    simpan = lembar.get_by_role("button", name="Simpan")
    expect(simpan).to_be_disabled()
    lembar.get_by_text("memang kelompok baru").click()
    settle(lembar)
    simpan.click()
    expect(lembar.get_by_text("Tanda terima", exact=True)).to_be_visible()
    expect(lembar.get_by_text(f"Kelompok baru: Dahlia ({JATI}-01)")).to_be_visible()
    open_page(lembar, f"{office}/profil?wilayah=Jati", "Kelurahan Jati")
    expect(lembar.get_by_text("Rp 2.200.000").first).to_be_visible()


def test_three_faults_are_pointed_at_and_the_rest_goes_in(lembar, office):
    salah = {"kas": "dua juta", "peminjam_aktif": 25, "anggota_masuk": "tiga orang"}
    send(lembar, office, "pilang.xlsx", form(PILANG, Seruni=salah))
    expect(lembar.get_by_text("Siap disimpan sebagian")).to_be_visible()
    for kutipan in ("“dua juta” bukan angka", "“tiga orang” bukan angka",
                    "lebih banyak dari anggota akhir (20 orang)"):  # fmt: skip
        expect(lembar.get_by_text(kutipan).first).to_be_visible()
    lembar.get_by_role("button", name="Simpan").click()
    expect(lembar.get_by_text("Tanda terima", exact=True)).to_be_visible()
    open_page(lembar, f"{office}/kiriman?wilayah=Pilang", "Kiriman")
    expect(lembar.get_by_text("Diterima sebagian")).to_be_visible()
    expect(lembar.get_by_text("“dua juta” bukan angka")).to_be_visible()


def test_a_hostile_file_gets_a_sentence_and_no_button(lembar, office):
    send(lembar, office, "tagihan.xlsx", b"MZ\x90\x00" + bytes(range(256)) * 40)
    expect(lembar.get_by_text("Ditolak: ").first).to_be_visible()
    expect(lembar.get_by_role("button", name="Simpan")).to_have_count(0)
    expect(lembar.get_by_text("Traceback")).to_have_count(0)


def test_a_box_of_the_matrix_opens_its_submissions(lembar, city):
    open_page(lembar, f"{city}/kiriman", "Kiriman")
    tabel = lembar.get_by_test_id("stDataFrame").first
    kotak = tabel.bounding_box()
    # the sixth kelurahan is Pilang; rows are 30 px high under a head of 35 px
    lembar.mouse.click(kotak["x"] + 250, kotak["y"] + 35 + 5.5 * 30)
    expect(lembar.get_by_text(f"Pilang, {KINI.label}")).to_be_visible()
