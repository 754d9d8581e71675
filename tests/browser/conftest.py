"""The real app on a port of its own, and a Chromium that tells on it."""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    expect,
    sync_playwright,
)

from store import open_store
from tests.forms_city import fill

# as long as a busy machine may take; nothing waits longer than it must
PATIENCE_MS = 30_000
expect.set_options(timeout=PATIENCE_MS)

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
ARGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--lang=en-US",
)  # fmt: skip
LOCAL = ("http://localhost:", "http://127.0.0.1:", "ws://localhost:", "data:", "blob:")


def _free_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def _wait_until_up(url: str, proses: subprocess.Popen) -> None:
    batas = time.monotonic() + 60
    while time.monotonic() < batas:
        assert proses.poll() is None, "the app did not start"
        with contextlib.suppress(urllib.error.URLError, ConnectionError):
            urllib.request.urlopen(f"{url}/_stcore/health").close()
            return
        time.sleep(0.1)
    raise AssertionError("the app did not answer within a minute")


@contextlib.contextmanager
def serve(data_dir: Path, dasar: str = "", **env: str) -> Iterator[str]:
    """The app on a free port, with a data folder of its own; gives its address.

    `dasar` is the path below which it is served ("/up2k").
    """
    port = _free_port()
    perintah = [
        sys.executable, "-m", "streamlit", "run", "dashboard.py",
        "--server.port", str(port), "--server.fileWatcherType", "none",
    ]  # fmt: skip
    lingkungan = {**os.environ, "UP2K_DATA_DIR": str(data_dir), **env}
    lingkungan.pop("UP2K_DATABASE_URL", None)
    if dasar:
        lingkungan["STREAMLIT_SERVER_BASE_URL_PATH"] = dasar
    with (data_dir / "log.txt").open("w") as log:
        proses = subprocess.Popen(
            perintah, cwd=ROOT, env=lingkungan, stdout=log, stderr=subprocess.STDOUT
        )
    try:
        url = f"http://localhost:{port}{dasar}"
        _wait_until_up(url, proses)
        yield url
    finally:
        proses.terminate()
        proses.wait(timeout=20)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One Chromium for all journeys."""
    program = next(p for p in map(shutil.which, CHROMIUM) if p)
    with sync_playwright() as pw:
        browser = pw.chromium.launch(executable_path=program, args=list(ARGS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def city(tmp_path_factory) -> Iterator[str]:
    """The app over the small city as sample data."""
    folder = tmp_path_factory.mktemp("kota")
    fill(open_store(folder / "contoh.db"), contoh=True)
    with serve(folder) as url:
        yield url


@pytest.fixture(scope="session")
def office(tmp_path_factory) -> Iterator[str]:
    """The app over the small city as real reports, for handing in more."""
    folder = tmp_path_factory.mktemp("kantor")
    fill(open_store(folder / "up2k.db"), contoh=False)
    with serve(folder) as url:
        yield url


def _complaint(pesan: ConsoleMessage) -> list[str]:
    """An error on the console; Streamlit's own probing for its root is none."""
    probe = "/_stcore/" in pesan.location.get("url", "")
    return [f"console: {pesan.text}"] if pesan.type == "error" and not probe else []


@pytest.fixture(scope="session")
def profil(chromium) -> Iterator[BrowserContext]:
    """One browser profile, so that the app's own files are fetched once."""
    with chromium.new_context(accept_downloads=True, locale="id-ID") as konteks:
        konteks.set_default_timeout(PATIENCE_MS)
        yield konteks


@pytest.fixture
def lembar(profil, request) -> Iterator[Page]:
    """A page that fails its test on a console error or a request that leaves home."""
    page = profil.new_page()
    page.set_viewport_size(getattr(request, "param", {"width": 1440, "height": 900}))
    salah: list[str] = []
    page.on("pageerror", lambda e: salah.append(f"page error: {e}"))
    page.on("console", lambda m: salah.extend(_complaint(m)))
    page.on(
        "request",
        lambda r: None if r.url.startswith(LOCAL) else salah.append(f"left: {r.url}"),
    )
    yield page
    page.close()
    assert not salah
