"""The sample city, made once for a measure: a store of its own, and its forms."""

import os
import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from reference.paths import ROOT
from reference.wilayah import kelurahan
from sample.kiriman import schedule
from sample.kota import periods

FORMS = "formulir"
YEARS = 9
_TEXTS = "xl/sharedStrings.xml"
_PERIOD = re.compile(rb"<t>(\d{4})(-T\d)</t>")


@contextmanager
def sample_city() -> Iterator[Path]:
    """A data folder filled as `make run` fills it, and the forms in `formulir/`."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "sample", "-o", str(Path(folder) / FORMS)]
        env = {**os.environ, "UP2K_DATA_DIR": folder}
        subprocess.run(command, cwd=ROOT, env=env, check=True)
        yield Path(folder)


def nine_years(folder: Path) -> list[Path]:
    """29 kelurahan × 36 quarters as forms in `folder/nine/`, in order of time.

    They are the sample city's three years, three times: six years ago, three years ago
    and now. Where a kelurahan sent nothing its form of an earlier quarter stands in.
    """
    target = folder / "nine"
    target.mkdir()
    newest: dict[str, bytes] = {}
    for t, period in enumerate(periods()):
        for sent in reversed(schedule(t)):
            path = folder / FORMS / str(period) / sent.nama_berkas
            newest[sent.kode_wilayah] = path.read_bytes()
        for code in kelurahan():
            for back in range(0, YEARS, 3):
                year = period.tahun - back
                name = f"{year}-T{period.nomor} {code}.xlsx"
                (target / name).write_bytes(
                    _dated(newest[code], f"{year}-T{period.nomor}")
                )
    return sorted(target.iterdir())


def _dated(form: bytes, period: str) -> bytes:
    """A form with another period in it, and nothing else changed."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(form)) as old, zipfile.ZipFile(out, "w") as new:
        for info in old.infolist():
            part = old.read(info)
            if info.filename == _TEXTS:
                part, n = _PERIOD.subn(f"<t>{period}</t>".encode(), part)
                if n != 1:
                    raise ValueError(f"{n} periods in a form of {period}")
            new.writestr(info, part, zipfile.ZIP_DEFLATED)
    return out.getvalue()
