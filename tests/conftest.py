"""Stores on both databases, and what happens when a program is missing.

A test that needs a real program carries its marker. Where the program is missing the
test is left out and named at the end with the command that gets it; with CI=true that
is a failure. Nothing is ever skipped.
"""

import contextlib
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from store import Store, open_store

# No test may touch the data of whoever runs it, whatever it forgets to set.
os.environ["UP2K_DATA_DIR"] = tempfile.mkdtemp(prefix="up2k-uji-")


def _postgresql_bin() -> Path | None:
    """The folder of the newest PostgreSQL server programs."""
    terpasang = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"),
        key=lambda p: float(p.parts[-3]),
    )
    ditemukan = str(terpasang[-1]) if terpasang else shutil.which("pg_ctl")
    return Path(ditemukan).resolve().parent if ditemukan else None


def _any_of(*programs: str) -> bool:
    return any(map(shutil.which, programs))


def _impress() -> bool:
    """Whether LibreOffice can open presentations: a package of its own on Debian."""
    kantor = shutil.which("soffice") or shutil.which("libreoffice")
    return bool(kantor) and any(Path(kantor).resolve().parent.glob("*sdlo.*"))


PROGRAMS = {
    "browser": (
        lambda: any(
            map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))
        ),
        "apt-get install chromium",
    ),
    "libreoffice": (
        lambda: _any_of("soffice", "libreoffice"),
        "apt-get install libreoffice-calc",
    ),
    "impress": (_impress, "apt-get install libreoffice-impress"),
    "postgresql": (_postgresql_bin, "apt-get install postgresql"),
}
_left_out: dict[str, list[str]] = {}


def pytest_collection_modifyitems(config, items) -> None:
    hilang = {nama for nama, (ada, _) in PROGRAMS.items() if not ada()}
    tersisa = []
    for item in items:
        kurang = sorted(hilang & {m.name for m in item.iter_markers()})
        if not kurang:
            tersisa.append(item)
            continue
        _left_out.setdefault(kurang[0], []).append(item.nodeid)
    if _left_out and os.environ.get("CI") == "true":
        raise pytest.UsageError(f"CI needs these programs: {', '.join(_left_out)}")
    if len(tersisa) < len(items):
        config.hook.pytest_deselected(
            items=[i for i in items if i.nodeid in sum(_left_out.values(), [])]
        )
    items[:] = tersisa


def pytest_terminal_summary(terminalreporter) -> None:
    for nama, tes in _left_out.items():
        terminalreporter.section(f"not run: {nama} is missing")
        terminalreporter.line(f"Get it with: {PROGRAMS[nama][1]}")
        for nodeid in tes:
            terminalreporter.line(f"  {nodeid}")


def _as_server_user(*perintah: str) -> list[str]:
    """The command as the user `postgres` where we are root: the server refuses root."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return ["runuser", "-u", "postgres", "--", *perintah]
    return list(perintah)


def _free_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """A private PostgreSQL cluster; gives the address of its maintenance database."""
    folder = Path(tempfile.mkdtemp(prefix="up2k-pg-"))
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        shutil.chown(folder, "postgres")
    programs, data, port = _postgresql_bin(), folder / "data", _free_port()

    def run(program: str, *args: str) -> None:
        perintah = _as_server_user(str(programs / program), "-D", str(data), *args)
        subprocess.run(perintah, check=True, cwd=folder, stdout=subprocess.DEVNULL)

    run("initdb", "-U", "up2k", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
    opsi = f"-c fsync=off -c listen_addresses= -k {folder} -p {port}"
    run("pg_ctl", "-w", "-l", str(folder / "log"), "-o", opsi, "start")
    try:
        yield f"postgresql://up2k@/postgres?host={folder}&port={port}"
    finally:
        run("pg_ctl", "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def postgresql_url(postgresql_server, request) -> str:
    """A new, empty database on the private cluster."""
    import psycopg

    nama = f"t{abs(hash(request.node.nodeid))}"
    with psycopg.connect(postgresql_server, autocommit=True) as conn:
        conn.execute(f'CREATE DATABASE "{nama}"')
    return postgresql_server.replace("/postgres?", f"/{nama}?")


@pytest.fixture(
    params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)]
)
def store_url(request, tmp_path) -> str:
    """The address of an empty store, once on SQLite and once on PostgreSQL."""
    if request.param == "postgresql":
        return request.getfixturevalue("postgresql_url")
    return f"sqlite:///{tmp_path / 'up2k.db'}"


@pytest.fixture
def store(store_url) -> Iterator[Store]:
    """An empty store, once on SQLite and once on PostgreSQL."""
    with contextlib.closing(open_store(store_url)) as s:
        yield s


@pytest.fixture
def data_dir(tmp_path, monkeypatch) -> Path:
    """An empty data folder that the app uses; the reader is the coordinator."""
    folder = tmp_path / "data"
    folder.mkdir()
    monkeypatch.setenv("UP2K_DATA_DIR", str(folder))
    monkeypatch.delenv("UP2K_DATABASE_URL", raising=False)
    monkeypatch.delenv("UP2K_PERAN", raising=False)
    return folder


@pytest.fixture(scope="session")
def _filled_office(tmp_path_factory) -> Path:
    from tests.forms_city import fill

    folder = tmp_path_factory.mktemp("kantor")
    fill(open_store(folder / "up2k.db"), contoh=False)
    return folder


@pytest.fixture
def office(data_dir, _filled_office) -> Path:
    """The data folder with the small city of `tests.forms_city` as real reports."""
    for berkas in _filled_office.iterdir():
        shutil.copy(berkas, data_dir)
    return data_dir
