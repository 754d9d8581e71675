"""A test whose program is missing is named with the command that gets it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TESTS = """
import pytest

@pytest.mark.libreoffice
def test_opens_a_file(): assert False

def test_that_needs_nothing(): pass
"""


@pytest.fixture
def run_without_programs(tmp_path):
    shutil.copy(ROOT / "tests" / "conftest.py", tmp_path)
    (tmp_path / "test_a.py").write_text(TESTS)
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers = libreoffice: x\n")

    def run(ci: str) -> subprocess.CompletedProcess:
        env = {**os.environ, "PATH": str(tmp_path), "CI": ci, "PYTHONPATH": str(ROOT)}
        perintah = [sys.executable, "-m", "pytest", "-q", str(tmp_path)]
        return subprocess.run(
            perintah, cwd=tmp_path, env=env, capture_output=True, text=True
        )

    return run


def test_it_is_left_out_and_named_at_the_end(run_without_programs):
    hasil = run_without_programs("")
    assert hasil.returncode == 0, hasil.stdout
    assert "1 passed, 1 deselected" in hasil.stdout
    assert "test_a.py::test_opens_a_file" in hasil.stdout
    assert "apt-get install libreoffice-calc" in hasil.stdout


def test_in_ci_it_is_a_failure(run_without_programs):
    hasil = run_without_programs("true")
    assert hasil.returncode != 0
    assert "libreoffice" in hasil.stdout + hasil.stderr
