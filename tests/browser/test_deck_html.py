"""The offline deck in a real Chromium with its network cut."""

import dataclasses
import re
import subprocess
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from reports.html import deck_html
from reports.slide import Grafik, Peta
from tests import hall_deck

pytestmark = pytest.mark.browser

HALL = {"width": 1280, "height": 720}
PHONE = {"width": 390, "height": 844}
N = len(hall_deck.deck().slides)
LEAVES = """() => {
  const s = document.querySelector('.slide:not([hidden])');
  const r = s.getBoundingClientRect();
  const kaki = s.querySelector('footer').getBoundingClientRect().top;
  const salah = [];
  const kata = 'h2, h3, p, li, dt, dd, b, th, td, svg, figcaption';
  for (const e of s.querySelectorAll(kata)) {
    if (e.closest('.catatan') || e.classList.contains('kota')) continue;
    const q = e.getBoundingClientRect();
    if (!q.width) continue;
    const bawah = e.closest('footer') ? r.bottom : kaki;
    if (q.right > r.right + 1 || q.left < r.left - 1 || q.bottom > bawah + 1)
      salah.push(`${s.id} ${e.tagName} ${e.textContent.slice(0, 30)}`);
  }
  for (const e of s.querySelectorAll('.kartu, td, th'))
    if (e.scrollWidth > e.clientWidth + 1) salah.push(`${s.id} ${e.textContent}`);
  return salah;
}"""


@pytest.fixture(scope="module")
def berkas(tmp_path_factory) -> str:
    path = tmp_path_factory.mktemp("usb") / "presentasi.html"
    path.write_bytes(deck_html(hall_deck.deck()))
    return path.as_uri()


@pytest.fixture
def hall(chromium, berkas, request) -> Iterator[Page]:
    """The file opened offline; fails on any message, error or request but its own."""
    lain = getattr(request, "param", {})
    with chromium.new_context(offline=True, viewport=HALL, **lain) as konteks:
        page = konteks.new_page()
        salah: list[str] = []
        page.on("pageerror", lambda e: salah.append(f"error: {e}"))
        page.on("console", lambda m: salah.append(f"console: {m.text}"))
        page.on(
            "request",
            lambda r: (
                None if r.url.startswith((berkas, "data:")) else salah.append(r.url)
            ),
        )
        page.clock.install()
        page.goto(berkas)
        yield page
        assert not salah


def title(page: Page) -> str:
    return page.locator(".slide:not([hidden]) h2").inner_text()


def test_it_opens_without_a_network_and_asks_for_nothing(hall):
    expect(hall).to_have_title("UP2K PKK Kota Probolinggo, Triwulan III 2026")
    assert title(hall) == "Usaha keluarga tumbuh menjadi koperasi"
    assert hall.evaluate("document.fonts.check(\"16px 'Source Sans 3'\")")
    assert hall.evaluate("performance.getEntriesByType('resource').length") == 0


def test_keys_move_and_the_address_says_where(hall):
    def press(*tombol: str) -> str:
        for t in tombol:
            hall.keyboard.press(t)
        return hall.url.rpartition("#")[2]

    assert press("ArrowRight") == "2"
    assert press("Space", "PageDown") == "4"
    assert press("ArrowLeft", "PageUp") == "2"
    assert press("End") == f"{N}"
    assert press("ArrowRight") == f"{N}"
    assert press("Home") == "1"
    hall.evaluate("location.hash = '#3'")
    expect(hall.locator(".slide:not([hidden]) h2")).to_have_text("Di mana modal tumbuh")
    expect(hall.locator("#kabar")).to_have_text(
        f"Slide 3 dari {N}: Di mana modal tumbuh"
    )


def test_an_address_opens_its_slide(hall, berkas):
    hall.goto("about:blank")
    hall.goto(f"{berkas}#4")
    assert title(hall) == "Modal UP2K seluruh kota"


def test_autoplay_moves_on_shows_its_progress_and_stops_at_a_key(hall):
    hall.locator("#lama").select_option("10")
    hall.keyboard.press("Escape")
    hall.evaluate("document.activeElement.blur()")
    hall.keyboard.press("p")
    expect(hall.locator("#kemajuan")).to_be_visible()
    hall.clock.run_for(5_000)
    assert hall.url.endswith("#1")
    lebar = hall.locator("#kemajuan i").evaluate("e => parseFloat(e.style.width)")
    assert lebar == pytest.approx(50, abs=3)
    hall.clock.run_for(5_500)
    assert hall.url.endswith("#2")
    hall.clock.run_for(10_500)
    assert hall.url.endswith("#3")
    hall.keyboard.press("ArrowLeft")
    expect(hall.locator("#kemajuan")).to_be_hidden()
    hall.clock.run_for(60_000)
    assert hall.url.endswith("#2")


def test_autoplay_begins_again_after_the_last_slide(hall):
    hall.keyboard.press("End")
    hall.keyboard.press("a")
    hall.clock.run_for(20_500)
    assert hall.url.endswith("#1")


def test_pointing_at_a_mark_shows_its_exact_value(hall):
    hall.goto(hall.url.partition("#")[0] + "#4")
    petunjuk = hall.get_by_role("tooltip")
    titik = hall.locator("#s4 .lebar.terang [data-value='412345678'] circle")
    titik.hover()
    expect(petunjuk).to_have_text("TW III 2026\nRp 412.345.678")
    besar = petunjuk.evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
    assert besar >= 22
    hall.keyboard.press("ArrowRight")
    expect(petunjuk).to_be_hidden()


def test_the_map_says_each_place(hall):
    hall.keyboard.press("PageDown")
    hall.keyboard.press("PageDown")
    hall.locator("#s3 .lebar.terang [data-kode='35.74.01.1009'] path").hover()
    expect(hall.get_by_role("tooltip")).to_contain_text("Pilang")


def test_notes_theme_black_screen_list_and_help(hall):
    expect(hall.locator("#catatan")).to_be_hidden()
    hall.keyboard.press("n")
    expect(hall.locator("#catatan")).to_contain_text("Sebut nama Ketua.")
    expect(hall.locator("#catatan")).to_contain_text("berikutnya: Keadaan kota")
    latar = "getComputedStyle(document.querySelector('#s2')).backgroundColor"
    assert hall.evaluate(latar) == "rgb(255, 255, 255)"
    hall.keyboard.press("t")
    assert hall.evaluate(latar) == "rgb(15, 31, 34)"
    hall.keyboard.press("t")
    assert hall.evaluate(latar) == "rgb(255, 255, 255)"
    hall.keyboard.press("b")
    expect(hall.locator("#gelap-total")).to_be_visible()
    hall.keyboard.press("ArrowRight")
    expect(hall.locator("#gelap-total")).to_be_hidden()
    assert hall.url.endswith("#1")
    hall.keyboard.press("?")
    expect(hall.get_by_role("dialog")).to_contain_text("layar penuh")
    hall.keyboard.press("Escape")
    hall.keyboard.press("o")
    hall.get_by_role("button", name="9. Yang kami minta").click()
    assert hall.url.endswith("#9")


@pytest.mark.parametrize("tema", ["terang", "gelap"])
def test_only_the_drawing_of_the_theme_is_seen(hall, tema):
    hall.goto(hall.url.partition("#")[0] + "#6")
    if tema == "gelap":
        hall.keyboard.press("t")
    for bentuk in ("lebar", "sempit"):
        for rupa in ("terang", "gelap"):
            tampak = bentuk == "lebar" and rupa == tema
            satu = hall.locator(f"#s6b1 .{bentuk}.{rupa}")
            expect(satu).to_be_visible(visible=tampak)


def test_controls_hide_when_nobody_moves_and_come_back(hall):
    kendali = hall.locator("#kendali")
    hall.clock.run_for(3_500)
    expect(kendali).to_have_class("sembunyi")
    hall.mouse.move(300, 300)
    expect(kendali).not_to_have_class("sembunyi")
    hall.clock.run_for(3_500)
    hall.keyboard.press("Tab")
    expect(kendali).not_to_have_class("sembunyi")
    hall.clock.run_for(3_500)
    # the one that is focused by keys stays in sight
    expect(kendali).to_have_css("opacity", "1")


def test_a_click_leaves_the_space_bar_for_moving_on(hall):
    hall.get_by_role("button", name="Slide berikutnya").click()
    hall.get_by_role("button", name="Gelap").click()
    hall.keyboard.press("Space")
    assert hall.url.endswith("#3")
    assert hall.locator("html").get_attribute("data-tema") == "gelap"


@pytest.mark.parametrize(
    ("layar", "tema"), [(HALL, "terang"), (HALL, "gelap"), (PHONE, "terang")], ids=str
)
def test_nothing_leaves_a_slide(hall, layar, tema):
    hall.set_viewport_size(layar)
    if tema == "gelap":
        hall.keyboard.press("t")
    for nomor in range(1, N + 1):
        hall.evaluate(f"location.hash = '#{nomor}'")
        expect(hall.locator(f"#s{nomor}")).to_be_visible()
        assert hall.evaluate(LEAVES) == []
    if layar == PHONE:
        lebar = hall.evaluate("document.documentElement.scrollWidth")
        assert lebar == PHONE["width"]


def test_words_are_large_enough_for_a_hall(hall):
    besar = hall.evaluate(
        """() => [...document.querySelectorAll('.isi')].map(s => ['h2', '.kalimat'].map(
             q => parseFloat(getComputedStyle(s.querySelector(q)).fontSize)))"""
    )
    assert all(judul >= 44 and kalimat >= 28 for judul, kalimat in besar)
    angka = "getComputedStyle(document.querySelector('#s2 .kartu b')).fontSize"
    assert float(hall.evaluate(angka).removesuffix("px")) >= 64


@pytest.mark.parametrize("hall", [{"has_touch": True}], indirect=True)
def test_a_swipe_moves(hall):
    hall.set_viewport_size(PHONE)
    swipe = """([dari, ke]) => {
      const titik = (x) => new Touch({identifier: 1, target: document.body,
                                      clientX: x, clientY: 300});
      document.body.dispatchEvent(new TouchEvent('touchstart',
        {touches: [titik(dari)], bubbles: true}));
      document.body.dispatchEvent(new TouchEvent('touchend',
        {changedTouches: [titik(ke)], bubbles: true}));
    }"""
    hall.evaluate(swipe, [300, 100])
    assert hall.url.endswith("#2")
    hall.evaluate(swipe, [100, 300])
    assert hall.url.endswith("#1")
    hall.evaluate(swipe, [100, 120])
    assert hall.url.endswith("#1")


@pytest.mark.parametrize("hall", [{"reduced_motion": "reduce"}], indirect=True)
def test_who_wants_less_motion_sees_none(hall):
    expect(hall.locator("#s1")).to_have_css("animation-name", "none")


@pytest.mark.parametrize("hall", [{"java_script_enabled": False}], indirect=True)
def test_without_scripts_all_slides_are_read_one_below_the_other(hall):
    expect(hall.locator(".slide")).to_have_count(N)
    expect(hall.get_by_role("heading", name="Terima kasih")).to_be_visible()


def test_printing_gives_one_light_slide_a_page(hall, tmp_path):
    hall.keyboard.press("t")
    hall.keyboard.press("n")
    pdf = tmp_path / "cetak.pdf"
    hall.pdf(path=pdf, prefer_css_page_size=True, print_background=True)
    teks = subprocess.run(
        ["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True
    ).stdout
    halaman = teks.removesuffix("\f").split("\f")
    assert len(halaman) == N
    for slide, isi in zip(hall_deck.deck().slides, halaman, strict=True):
        rapi = " ".join(isi.split())
        assert slide.judul.split(" <")[0] in rapi
        assert slide.kalimat in rapi
        assert "CONTOH, bukan data sebenarnya" in rapi
    assert "Rp 412 juta" in halaman[3]
    assert "Ucapkan salam" not in teks
    assert "Layar penuh" not in teks


def test_a_name_that_is_a_script_is_only_words(hall):
    hall.goto(hall.url.partition("#")[0] + "#8")
    expect(hall.get_by_role("cell", name=hall_deck.JAHAT)).to_be_visible()
    expect(hall).not_to_have_title("jahat")
    assert hall.evaluate("document.scripts.length") == 1


def test_every_bar_and_every_place_holds_the_value_of_the_record(hall):
    for nomor, slide in enumerate(hall_deck.deck().slides, 1):
        for j, blok in enumerate(slide.isi, 1):
            if not isinstance(blok, Grafik | Peta):
                continue
            for rupa in ("lebar.terang", "sempit.gelap"):
                dapat = hall.evaluate(
                    """q => [...document.querySelectorAll(q)].map(g => [
                         g.dataset.kode ?? `${g.dataset.seri},${g.dataset.kategori}`,
                         g.dataset.value === '' ? null : Number(g.dataset.value)])""",
                    f"#s{nomor}b{j} .{rupa} [data-value]",
                )
                assert dict(dapat) == expected(blok)


def expected(blok: Grafik | Peta) -> dict[str, float | None]:
    if isinstance(blok, Peta):
        return dict(blok.nilai)
    semua = {
        f"{i},{j}": v for i, s in enumerate(blok.seri) for j, v in enumerate(s.nilai)
    }
    if blok.jenis == "garis":
        return {k: v for k, v in semua.items() if v is not None}
    return semua


def test_same_deck_same_bytes_and_small():
    isi = deck_html(hall_deck.deck())
    assert isi == deck_html(hall_deck.deck())
    assert len(isi) < 5_000_000


def test_the_policy_allows_nothing_from_outside():
    isi = deck_html(hall_deck.deck()).decode()
    aturan = re.search(r'Content-Security-Policy" content="([^"]+)"', isi).group(1)
    assert aturan.startswith("default-src 'none'; ")
    assert "unsafe" not in aturan
    assert "http" not in aturan
    assert not re.search(r"""(src|href)=["'](?!data:)""", isi)


def test_real_data_carry_no_word_of_a_sample_and_no_address_no_code():
    isi = deck_html(hall_deck.deck(contoh=False, alamat="")).decode()
    assert "CONTOH" not in isi
    assert "Kode QR" not in isi
    assert 'class="kode"' in deck_html(hall_deck.deck()).decode()


def test_every_figure_has_its_words_for_who_cannot_see_it():
    isi = deck_html(hall_deck.deck()).decode()
    for slide in hall_deck.deck().slides:
        for blok in slide.isi:
            if isinstance(blok, Grafik | Peta):
                assert f'role="img" aria-label="{blok.alt}"' in isi


def test_a_deck_without_slides_or_land_is_still_a_file():
    kosong = dataclasses.replace(hall_deck.deck(), slides=(), batas={})
    assert b"<main" in deck_html(kosong)
