"""The arrow: which room may import which, by the table in docs/architecture.md."""

import ast
import importlib.metadata
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

MAY_IMPORT = {
    "reference": set(),
    "checks": {"reference"},
    "store": {"reference"},
    "loaders": {"reference", "store", "checks"},
    "sample": {"reference", "loaders", "store"},
    "indicators": {"reference"},
    "planning": {"reference", "indicators"},
    "charts": {"reference", "indicators"},
    "reports": {"reference", "indicators", "planning", "charts"},
    "ui": {"reference", "store", "indicators", "planning", "charts", "reports"},
    "pages": {
        "reference",
        "ui",
        "indicators",
        "planning",
        "charts",
        "reports",
        "checks",
    },
    "dashboard": {"reference", "ui"},
    "bench": {
        "reference",
        "checks",
        "loaders",
        "store",
        "sample",
        "indicators",
        "planning",
        "charts",
        "reports",
    },
}
# The upload page reads spreadsheets, the recap page and others write one; the command
# line of planning and of reports alone opens the store.
ALSO = {
    **dict.fromkeys(
        (
            "pages/21_kirim_laporan.py",
            "pages/31_definisi.py",
            "pages/23_rekap.py",
            "pages/12_tindakan.py",
            "pages/16_kampanye.py",
            "pages/14_sosialisasi.py",
            "pages/15_lomba.py",
        ),
        {"loaders"},
    ),
    **dict.fromkeys(("planning/__main__.py", "reports/__main__.py"), {"store"}),
    **dict.fromkeys(
        (
            f"{r}/commands/{p.name}"
            for r in ("planning", "reports")
            for p in (ROOT / r / "commands").iterdir()
        ),
        {"store"},
    ),
}
KNOWS_STREAMLIT = {"ui", "pages", "dashboard"}


def room(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def modules(*rooms: str) -> list[Path]:
    semua = [ROOT / "dashboard.py", *ROOT.glob("*/**/*.py")]
    return sorted(p for p in semua if room(p) in rooms)


def imports(path: Path) -> set[str]:
    """Every module that a file imports, also inside functions, as dotted names."""
    hasil: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            hasil |= {a.name for a in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}: relative import"
            assert node.module
            hasil.add(node.module)
            hasil |= {f"{node.module}.{a.name}" for a in node.names}
    return hasil


def tops(path: Path) -> set[str]:
    return {nama.partition(".")[0] for nama in imports(path)}


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


ALL = modules(*MAY_IMPORT)


@pytest.mark.parametrize("path", ALL, ids=relative)
def test_imports_follow_the_arrow(path):
    boleh = MAY_IMPORT[room(path)] | {room(path)} | ALSO.get(relative(path), set())
    assert tops(path) & set(MAY_IMPORT) <= boleh


@pytest.mark.parametrize("path", ALL, ids=relative)
def test_streamlit_stays_in_the_rooms_that_show(path):
    if room(path) not in KNOWS_STREAMLIT | {"bench"}:
        assert "streamlit" not in tops(path)


def test_the_rooms_are_those_of_the_architecture_page():
    halaman = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    tabel = {}
    for baris in halaman.splitlines():
        if baris.startswith("| `"):
            nama, _, boleh = baris.strip("| ").split("|")
            kata = re.findall("[a-z]+", boleh.partition(";")[0])
            tabel[nama.strip(" `/").removesuffix(".py")] = set(kata) & set(MAY_IMPORT)
    assert tabel == MAY_IMPORT


def test_reading_a_workbook_loads_neither_pandas_nor_streamlit_nor_sqlalchemy():
    program = "import sys, loaders.worker\nprint(*sys.modules)"
    hasil = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    dimuat = set(hasil.stdout.split())
    assert "python_calamine" in dimuat
    assert not dimuat & {"pandas", "numpy", "streamlit", "sqlalchemy", "geopandas"}


def test_showing_a_page_loads_neither_geopandas_nor_plotly_express():
    """Each costs a first visitor a fifth to half a second."""
    halaman = modules("ui", "pages", "dashboard", "charts", "indicators")
    for path in halaman:
        berat = {
            n for n in imports(path) if n.startswith(("geopandas", "plotly.express"))
        }
        assert not berat, relative(path)


@pytest.mark.parametrize("path", ALL, ids=relative)
def test_no_html_by_hand_and_state_only_in_ui(path):
    nama = {
        getattr(n, "attr", None) or getattr(n, "id", None) or getattr(n, "arg", None)
        for n in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    }
    assert "unsafe_allow_html" not in nama
    if room(path) != "ui":
        assert "session_state" not in nama


def test_no_room_for_leftovers():
    terlarang = {"utils.py", "helpers.py", "common.py"}
    assert not [relative(p) for p in ALL if p.name in terlarang]


def test_the_arrow_sees_imports_hidden_in_functions(tmp_path):
    berkas = tmp_path / "x.py"
    berkas.write_text("def f():\n    from streamlit import session_state\n")
    assert tops(berkas) == {"streamlit"}


RUN_TIME = [r for r in MAY_IMPORT if r != "bench"]


def test_everything_imported_at_run_time_is_asked_for_by_name():
    asal = importlib.metadata.packages_distributions()
    ours = set(MAY_IMPORT) | set(sys.stdlib_module_names)
    dipakai = {t for path in modules(*RUN_TIME) for t in tops(path)} - ours
    paket = {asal[t][0].lower() for t in dipakai}
    diminta = (ROOT / "requirements.in").read_text(encoding="utf-8").lower()
    nama = set(re.findall(r"^([a-z][\w-]*)", diminta, re.MULTILINE))
    # numpy comes with pandas; shapely and pyogrio with geopandas
    assert paket - {"numpy", "shapely", "pyogrio"} <= nama


# What is stored or written now is of today; everything shown is of the day chosen.
KNOWS_TODAY = {
    "ui/cached.py",
    "ui/selection.py",
    "ui/exports.py",
    "ui/exports_xlsx.py",
    "ui/mapping.py",
    "pages/12_tindakan.py",
    "pages/21_kirim_laporan.py",
}


@pytest.mark.parametrize("path", modules("ui", "pages", "planning"), ids=relative)
def test_what_is_shown_asks_which_day_is_chosen_never_the_clock(path):
    if relative(path) in KNOWS_TODAY or "commands" in path.parts:
        return
    dipanggil = {
        getattr(n.func, "attr", None) or getattr(n.func, "id", None)
        for n in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(n, ast.Call)
    }
    assert not dipanggil & {"hari_ini", "today", "now"}
