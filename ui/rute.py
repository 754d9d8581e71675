"""The routes of our own beside the app: a presentation full screen, and nothing else.

A presentation is served as its offline file, so nothing of the framework stands in it.
Starlette runs these functions in a thread of its own, off the event loop.
"""

import datetime as dt
import html as tulisan_html
import logging

import streamlit as st
from starlette.datastructures import QueryParams
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from indicators.data import Data
from indicators.places import level_of
from indicators.privacy import hidden_places
from reference.pengaturan import pengaturan
from reference.periode import Periode
from reference.tulisan import daftar
from reference.wilayah import nama_wilayah
from reports.deck import order
from reports.slide import AUDIENS
from store import StoreError
from ui import cached, konteks
from ui import deck as paparan
from ui.gangguan import UMUM

CSP = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; "
    "img-src data:; font-src data:; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'self'"
)
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": CSP,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}
BANDING = {"lalu": Periode.previous, "tahun": Periode.year_ago}
_HALAMAN = """<!doctype html>
<html lang="id"><head><meta charset="utf-8"><title>Presentasi</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body{{font:20px/1.5 system-ui,sans-serif;color:#1F2933;margin:15vh auto;
max-width:34em;padding:0 1em}}a{{color:#0B7A75}}</style></head>
<body><h1>Presentasi belum dapat ditampilkan</h1><p>{pesan}</p>
<p><a href="../presentasi">Kembali ke halaman Presentasi</a></p></body></html>
"""


class ScreenError(Exception):
    """What was asked for cannot be shown: an HTTP status and a sentence."""

    def __init__(self, status: int, pesan: str) -> None:
        super().__init__(pesan)
        self.status = status


def routes() -> list[Route]:
    """The routes for `st.App`, below the base path that the server is set to."""
    dasar = str(st.get_option("server.baseUrlPath") or "").strip("/")
    tuan_rumah = list(st.get_option("server.allowedHosts") or ["*"])
    return [
        Route(
            f"{'/' if dasar else ''}{dasar}/{paparan.LAYAR}",
            screen,
            middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=tuan_rumah)],
        )
    ]


def screen(request: Request) -> Response:
    """A presentation for full screen, or a page that says why not."""
    try:
        sumber, pesan = read_query(request.query_params)
        isi = cached.file(sumber, paparan.html, pesan)
    except ScreenError as sebab:
        return _refusal(sebab.status, str(sebab))
    except StoreError as sebab:
        return _refusal(503, str(sebab))
    except Exception:
        logging.getLogger(__name__).exception("presentation")
        return _refusal(500, UMUM)
    nama = konteks.file_name("presentasi", pesan.isi, "html")
    return Response(
        isi, media_type="text/html",
        headers={**HEADERS, "Content-Disposition": f'inline; filename="{nama}"'},
    )  # fmt: skip


def _refusal(status: int, pesan: str) -> Response:
    isi = _HALAMAN.format(pesan=tulisan_html.escape(pesan))
    return Response(isi, status, HEADERS, media_type="text/html")


def read_query(tanya: QueryParams) -> tuple[cached.Sumber, paparan.Pesan]:
    """The source and the presentation that an address asks for.

    Everything may be left out; a value that is wrong raises `ScreenError`.
    """
    sumber = cached.served(_day(tanya.get("pada", "")))
    ada = cached.from_source(sumber, _periods)
    if not ada:
        raise ScreenError(404, "Belum ada laporan kelurahan yang dapat ditampilkan.")
    periode = _period(tanya.get("periode", ""), ada)
    banding = _one_of(tanya, "banding", list(BANDING), paparan.BANDING_BAWAAN)
    isi = konteks.bahan(
        sumber, periode, BANDING[banding](periode), _place(tanya.get("wilayah", ""))
    )
    if isi.wilayah in cached.from_source(sumber, hidden_places, periode, isi.siapa):
        raise ScreenError(
            403,
            f"Angka {nama_wilayah(isi.wilayah)} tidak ditampilkan tersendiri, karena "
            "kelompoknya terlalu kecil sehingga anggotanya dapat dikenali.",
        )
    audiens = _one_of(tanya, "audiens", list(AUDIENS), paparan.AUDIENS_BAWAAN)
    return sumber, paparan.Pesan(isi, audiens, _slides(tanya.get("slide", ""), audiens))


def _periods(data: Data) -> tuple[Periode, ...]:
    return tuple(data.periodes)


def _day(teks: str) -> dt.date | None:
    if not teks:
        return None
    try:
        return dt.date.fromisoformat(teks)
    except ValueError:
        raise ScreenError(
            400, f"Tanggal “{teks}” tidak dikenal. Tulis misalnya 2026-10-15."
        ) from None


def _period(teks: str, ada: tuple[Periode, ...]) -> Periode:
    if not teks:
        return ada[-1]
    try:
        periode = Periode.parse(teks)
    except ValueError as sebab:
        raise ScreenError(400, str(sebab)) from None
    if periode not in ada:
        raise ScreenError(404, f"Belum ada laporan untuk {periode.label}.")
    return periode


def _place(teks: str) -> str:
    kode = teks or pengaturan().kode_kota
    if level_of(kode) == "kelompok":
        raise ScreenError(
            404, f"Wilayah “{teks}” tidak dikenal. Tulis kodenya, misalnya 35.74.04."
        )
    return kode


def _one_of(tanya: QueryParams, kunci: str, pilihan: list[str], bawaan: str) -> str:
    nilai = tanya.get(kunci) or bawaan
    if nilai not in pilihan:
        raise ScreenError(
            400, f"“{kunci}={nilai}” tidak dikenal. Yang ada: {daftar(pilihan)}."
        )
    return nilai


def _slides(teks: str, audiens: str) -> tuple[str, ...] | None:
    """The slides in the order asked for, each once; None where none is named."""
    urutan = [kode for kode in teks.split(",") if kode]
    try:
        return order(audiens, urutan) if urutan else None
    except ValueError as sebab:
        raise ScreenError(400, str(sebab)) from None
