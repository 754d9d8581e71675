"""Starts what is measured and what it is measured against, each as a server."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError

from reference.paths import ROOT

START_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: where to look at it, and its process."""

    url: str
    pid: int

    def rss_mb(self) -> float:
        """Resident memory in MB (Linux)."""
        status = Path(f"/proc/{self.pid}/status").read_text(encoding="ascii")
        kilobytes = next(b.split()[1] for b in status.splitlines() if "VmRSS" in b)
        return int(kilobytes) / 1024


@contextmanager
def ours(data_dir: Path) -> Iterator[Server]:
    """The app as `make run` starts it, on data of its own."""
    command = ["-m", "streamlit", "run", "dashboard.py"]
    with _streamlit(command, ROOT, {"UP2K_DATA_DIR": str(data_dir)}) as server:
        yield server


@contextmanager
def stock(script: Path, folder: Path, env: Mapping[str, str]) -> Iterator[Server]:
    """A Streamlit script in an empty folder: nobody's settings but Streamlit's own.

    Only telemetry is off, since this machine may have no network.
    """
    command = ["-m", "streamlit", "run", str(script), "--server.headless", "true"]
    command += ["--browser.gatherUsageStats", "false", "--server.address", "localhost"]
    with _streamlit(command, folder, {"HOME": str(folder), **env}) as server:
        yield server


@contextmanager
def script(path: Path, env: Mapping[str, str]) -> Iterator[Server]:
    """A Python script that serves by itself on the port in its environment."""
    port = _free_port()
    with _serving([str(path)], ROOT, {**env, "PORT": str(port)}, port) as server:
        yield server


@contextmanager
def files(folder: Path) -> Iterator[Server]:
    """Plain files of a folder over HTTP."""
    port = _free_port()
    command = ["-m", "http.server", str(port), "--bind", "localhost"]
    with _serving(command, folder, {}, port) as server:
        yield server


@contextmanager
def _streamlit(
    command: list[str], cwd: Path, env: Mapping[str, str]
) -> Iterator[Server]:
    port = _free_port()
    command = [*command, "--server.port", str(port)]
    with _serving(command, cwd, env, port) as server:
        yield server


@contextmanager
def _serving(
    command: list[str], cwd: Path, env: Mapping[str, str], port: int
) -> Iterator[Server]:
    process = subprocess.Popen(
        [sys.executable, *command],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), **env},
        stdout=subprocess.DEVNULL,
    )
    try:
        url = f"http://localhost:{port}"
        _wait(url, process)
        yield Server(url, process.pid)
    finally:
        process.terminate()
        process.wait()


def _wait(url: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and process.poll() is None:
        try:
            urllib.request.urlopen(url, timeout=5).close()
            return
        except (URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"{url} did not start: {process.args}")


def _free_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]
