"""Each slide as a `<section>`, with the style that its measures ask for."""

from dataclasses import replace
from html import escape

from charts.geometry import outlines
from reports.drawing.canvas import element, number
from reports.html import blocks
from reports.html.figures import figure
from reports.html.layout import (
    ATAS,
    KAKI,
    LEBAR,
    SELA,
    TEPI,
    TINGGI,
    Kotak,
    arrange,
    heading,
    lines_high,
    tied,
)
from reports.slide import (
    AUDIENS,
    BarisAngka,
    Butir,
    Deck,
    Grafik,
    Isi,
    Peta,
    Slide,
)

_ALAMAT = 280


def slide(deck: Deck, nomor: int) -> tuple[str, str]:
    """The slide of that number (from 1) and its style."""
    satu = deck.slides[nomor - 1]
    satu = replace(satu, judul=tied(satu.judul), kalimat=tied(satu.kalimat))
    sampul = satu.jenis in ("pembuka", "penutup") and all(
        isinstance(b, BarisAngka | Butir) for b in satu.isi
    )
    berkode = bool(deck.alamat) and nomor in (1, len(deck.slides))
    badan, gaya = (_cover if sampul else _body)(deck, satu, nomor, berkode)
    banyak = len(deck.slides)
    kaki = (
        f'<footer><p class="cap">{_stamp(deck)}</p>'
        f'<p class="nomor" aria-hidden="true">{nomor} / {banyak}</p></footer>'
    )
    catatan = "".join(f"<p>{escape(b)}</p>" for b in satu.catatan.splitlines() if b)
    kelas = f"slide {'sampul' if sampul else 'isi'} {satu.jenis}"
    return (
        f'<section class="{kelas}" id="s{nomor}" aria-roledescription="slide" '
        f'aria-label="{escape(f"Slide {nomor} dari {banyak}: {satu.judul}")}">'
        f"{badan}{kaki}<aside class=catatan hidden>{catatan}</aside></section>",
        gaya,
    )


def _stamp(deck: Deck) -> str:
    """The stamp line; the word that it is a sample stands out."""
    awal, _, sisa = deck.cap.kalimat.partition(" · ")
    if deck.cap.contoh:
        return f"<strong>{escape(awal)}</strong> · {escape(sisa)}"
    return escape(deck.cap.kalimat)


def _body(deck: Deck, satu: Slide, nomor: int, berkode: bool) -> tuple[str, str]:
    lebar = LEBAR - 2 * TEPI
    judul, kalimat, tinggi = heading(satu, lebar)
    ruang = TINGGI - ATAS - KAKI - tinggi - 20
    kotak = Kotak(lebar - (_ALAMAT + SELA if berkode else 0), ruang)
    isi, gaya = _blocks(deck, satu, nomor, kotak)
    gaya += f"#s{nomor} h2{{font-size:{judul}px}}"
    gaya += f"#s{nomor} .kalimat{{font-size:{kalimat}px}}"
    kode = f"<div class=dengan-kode>{isi}{address(deck)}</div>" if berkode else isi
    return f"{_head(satu)}{kode}", gaya


def _head(satu: Slide) -> str:
    kalimat = f'<p class="kalimat">{escape(satu.kalimat)}</p>' if satu.kalimat else ""
    return f"<header><h2>{escape(satu.judul)}</h2>{kalimat}</header>"


def _cover(deck: Deck, satu: Slide, nomor: int, berkode: bool) -> tuple[str, str]:
    """Opening and end: the city's outline behind large words."""
    lebar = LEBAR - 2 * TEPI - (_ALAMAT + 40 if berkode else 160)
    atas = [deck.judul] if satu.judul not in deck.judul else []
    if satu.jenis == "pembuka":
        atas.append(f"untuk {AUDIENS.get(deck.audiens, deck.audiens)}")
    besar = 72 if lines_high(satu.judul, lebar, 72, 1) <= 72 * 2 else 56
    tinggi = (
        lines_high(satu.judul, lebar, besar, 1.15)
        + lines_high(satu.kalimat, lebar, 32)
        + 130
    )
    isi, gaya = _blocks(
        deck, satu, nomor, Kotak(lebar, TINGGI - KAKI - ATAS - tinggi - 20)
    )
    gaya += f"#s{nomor} h2{{font-size:{besar}px}}"
    gaya += f"#s{nomor} .isi-sampul{{width:{lebar}px}}"
    return (
        f"{_outline(deck)}<div class=isi-sampul>"
        f'<p class="atas">{escape(" · ".join(atas))}</p>{_head(satu)}{isi}</div>'
        + (address(deck) if berkode else ""),
        gaya,
    )


def _outline(deck: Deck) -> str:
    """The city as an ornament: it says nothing that words do not."""
    garis = outlines(deck.batas)
    titik = [p for g in garis for p in g]
    if not titik:
        return ""
    barat, utara = min(x for x, _ in titik), max(y for _, y in titik)
    timur, selatan = max(x for x, _ in titik), min(y for _, y in titik)
    jalan = "".join(
        "M" + "L".join(f"{number(x - barat)} {number(utara - y)}" for x, y in g)
        for g in garis
    )
    return element(
        "svg", element("path", d=jalan, fill="none", stroke="currentColor",
                       stroke_width=5, stroke_linejoin="round"),
        _class="kota", viewBox=f"-5 -5 {timur - barat + 10} {utara - selatan + 10}",
        aria_hidden="true",
    )  # fmt: skip


def _blocks(deck: Deck, satu: Slide, nomor: int, kotak: Kotak) -> tuple[str, str]:
    susunan = arrange(satu.isi, kotak)
    bagian = [
        _block(b, k, deck, f"s{nomor}b{j}", satu.judul)
        for j, (b, k) in enumerate(zip(satu.isi, susunan.kotak, strict=True), 1)
    ]
    gaya = "".join(g for _, g in bagian)
    if not susunan.menurun:
        lajur = " ".join(f"{k.lebar:.1f}px" for k in susunan.kotak)
        gaya += f"#s{nomor} .blok-blok{{grid-template-columns:{lajur}}}"
    isi = "".join(m for m, _ in bagian)
    arah = "menurun" if susunan.menurun else "sebaris"
    return (f'<div class="blok-blok {arah}">{isi}</div>' if isi else ""), gaya


def _block(b: Isi, kotak: Kotak, deck: Deck, tanda: str, judul: str) -> tuple[str, str]:
    if isinstance(b, BarisAngka):
        return blocks.numbers(b, kotak, tanda)
    if isinstance(b, Butir):
        return blocks.points(b, kotak, tanda)
    if isinstance(b, Grafik | Peta):
        return figure(b, kotak, deck, tanda, judul), ""
    return blocks.table(b, kotak, tanda, judul)


def address(deck: Deck) -> str:
    """The live address as a code for a telephone's camera and in words."""
    import segno

    kode = segno.make(deck.alamat, error="m", micro=False).svg_inline(
        border=3, omitsize=True, dark="#000000", light="#ffffff", svgclass=None,
        lineclass=None, encoding="utf-8",
    )  # fmt: skip
    kata = deck.alamat.removeprefix("https://").removeprefix("http://").rstrip("/")
    patah = escape(kata).replace("/", "/<wbr>").replace(".", "<wbr>.")
    return (
        f'<div class="alamat"><div class="kode" role="img" '
        f'aria-label="{escape(f"Kode QR menuju {deck.alamat}")}">{kode}</div>'
        f"<p>Pindai, atau buka<br><b>{patah}</b></p></div>"
    )
