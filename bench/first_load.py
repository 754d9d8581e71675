"""The first complete load with an empty browser cache: ours, stock Streamlit, plain."""

import json
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial

from playwright.sync_api import Browser

from bench import server
from bench.contoh import sample_city
from bench.gambar_halaman import figures, static_page
from bench.hasil import Aim, Hasil, interleaved
from bench.peramban import browser, opened
from reference.paths import ROOT

# Path, and the file whose figures the floors draw.
PAGES = {"": "01_ringkasan", "peta": "02_peta"}
STOCK = ROOT / "bench" / "lantai" / "angka_sama.py"


def measure(rounds: int) -> list[Hasil]:
    """Milliseconds from the first request until the last figure is painted."""
    with ExitStack() as stack:
        data_dir = stack.enter_context(sample_city())
        chromium = stack.enter_context(browser())
        app = stack.enter_context(server.ours(data_dir))
        tasks: dict[str, Callable[[], float]] = {}
        for nama, berkas in PAGES.items():
            folder = data_dir / berkas
            folder.mkdir()
            gambar = figures(berkas, data_dir)
            (folder / "gambar.json").write_text(json.dumps(gambar), encoding="utf-8")
            (folder / "index.html").write_text(static_page(gambar), encoding="utf-8")
            env = {"GAMBAR": str(folder / "gambar.json")}
            stock = stack.enter_context(server.stock(STOCK, folder, env))
            plain = stack.enter_context(server.files(folder))
            tasks[nama] = partial(_load_ms, chromium, f"{app.url}/{nama}")
            tasks[f"{nama} stock"] = partial(_load_ms, chromium, stock.url)
            tasks[f"{nama} static"] = partial(_load_ms, chromium, plain.url)
        for task in tasks.values():
            task()
        ms = interleaved(rounds, tasks)
    return [row for nama in PAGES for row in _rows(nama, ms)]


def _rows(nama: str, ms: dict[str, float]) -> list[Hasil]:
    judul = f"first load of *{PAGES[nama][3:].capitalize()}*"
    return [
        Hasil(
            f"{judul}, against stock Streamlit with the same figures",
            ms[nama], "ms", ms[f"{nama} stock"], Aim("ratio", 1.1),
        ),
        Hasil(
            f"{judul}, against one static HTML file with them",
            ms[nama], "ms", ms[f"{nama} static"],
        ),
    ]  # fmt: skip


def _load_ms(chromium: Browser, url: str) -> float:
    with opened(chromium, url) as (_, ms):
        return ms
