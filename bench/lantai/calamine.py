"""Floor: processes that only read every sheet with bare python-calamine."""

import io
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from python_calamine import CalamineWorkbook


def read_bare(path: Path) -> int:
    """Every sheet of one file as lists of Python values; gives the number of rows."""
    rows = 0
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(path.read_bytes()))
    for sheet in workbook.sheet_names:
        rows += len(workbook.get_sheet_by_name(sheet).to_python())
    return rows


def read_some(paths: list[Path]) -> int:
    """The rows of many files, in this process."""
    return sum(map(read_bare, paths))


def read_shared(pool: ProcessPoolExecutor, paths: list[Path], share: int) -> int:
    """The rows of many files, shared out `share` at a time to waiting processes."""
    some = [paths[i : i + share] for i in range(0, len(paths), share)]
    return sum(pool.map(read_some, some))
