"""The machine that was measured, in one line a fact."""

import os
import platform
import subprocess
from importlib.metadata import version
from pathlib import Path

from bench.peramban import program

PACKAGES = (
    "streamlit",
    "pandas",
    "plotly",
    "python-calamine",
    "SQLAlchemy",
    "dash",
    "openpyxl",
    "python-pptx",
    "typst",
)


def description() -> str:
    """Processor, memory, system and versions, as a Markdown list."""
    facts = {
        "Processor": f"{_processor()}, {os.cpu_count()} cores",
        "Memory": f"{_memory_gb():.0f} GB",
        "System": _system(),
        "Python": platform.python_version(),
        "Packages": ", ".join(f"{p} {version(p)}" for p in PACKAGES),
        "Browser": _chromium(),
    }
    return "\n".join(f"- {name}: {fact}" for name, fact in facts.items())


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    names = [b.partition(":")[2].strip() for b in lines if b.startswith("model name")]
    return names[0] if names else platform.machine()


def _memory_gb() -> float:
    return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 1e9


def _system() -> str:
    name = platform.freedesktop_os_release()["PRETTY_NAME"]
    return f"{name}, {platform.system()} {platform.release().partition('-')[0]}"


def _chromium() -> str:
    command = [program(), "--version"]
    return subprocess.run(command, capture_output=True, text=True).stdout.strip()
