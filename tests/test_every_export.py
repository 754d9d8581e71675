"""Every file that the app hands out says of when, of where, of whom and how fresh.

All pages are walked over the sample city, every part and every folded table; each
button that hands out a file is pressed and the bytes are read. A button that the walk
does not meet, or a file without its stamp, fails here unless it is named with a reason.
"""

import ast
import io
import re
import subprocess
import sys
import zipfile
from functools import partial
from pathlib import Path

import openpyxl
import pytest
import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.testing.v1 import AppTest

from store import open_store
from tests.forms_city import PILANG, fill

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted(p.name for p in (ROOT / "pages").glob("[0-9]*.py"))


def text_of(nama: str, isi: bytes) -> str:
    """All that a reader of a file can read in it."""
    akhiran = nama.rpartition(".")[2]
    if akhiran == "xlsx":
        buku = openpyxl.load_workbook(io.BytesIO(isi))
        sel = (s for lembar in buku for baris in lembar.iter_rows() for s in baris)
        return "\n".join(str(s.value) for s in sel if s.value is not None)
    if akhiran == "pptx":
        with zipfile.ZipFile(io.BytesIO(isi)) as paket:
            slide = [n for n in paket.namelist() if n.startswith("ppt/slides/slide")]
            return "\n".join(
                "".join(re.findall(r"<a:t>([^<]*)</a:t>", paket.read(n).decode()))
                for n in slide
            )
    if akhiran == "pdf":
        hasil = subprocess.run(
            ["pdftotext", "-", "-"], input=isi, capture_output=True, check=True
        )
        return hasil.stdout.decode()
    return isi.decode("utf-8-sig")


class Walk:
    """The files that the pages offered: by their key, with where in the code."""

    def __init__(self) -> None:
        self.files: dict[str, tuple[str, object]] = {}
        self.places: set[tuple[str, str]] = set()

    def record(self, *args, **kwargs) -> bool:
        args = args[1:] if isinstance(args[0], DeltaGenerator) else args
        kode = sys._getframe(1).f_code
        self.places.add(
            (Path(kode.co_filename).relative_to(ROOT).as_posix(), kode.co_name)
        )
        if len(args) > 2 and args[2]:
            self.files.setdefault(kwargs["key"], (args[2], args[1]))
        return False


def section(app: AppTest) -> dict[str, list[str]]:
    """The parts that a page lets choose from, by the key of the choice."""
    return {
        g.proto.id.rpartition("-")[2]: [o.content for o in g.proto.options]
        for g in app.get("button_group")
        if g.proto.id.rpartition("-")[2].startswith("bagian")
    }


def visit(page: str, **choices: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "pages" / page), default_timeout=60)
    for kunci, nilai in choices.items():
        app.session_state[kunci] = nilai
    app.run()
    assert not app.exception, f"{page} {choices}"
    return app


def parts(page: str, pilihan: dict[str, str]) -> None:
    """Visits every part of a page, also parts of parts."""
    app = visit(page, **pilihan)
    for kunci, semua in section(app).items():
        if kunci not in pilihan:
            for satu in semua:
                parts(page, {**pilihan, kunci: satu})


@pytest.fixture(scope="module")
def walked(tmp_path_factory):
    """Every page and part with all tables unfolded, over the sample city."""
    folder = tmp_path_factory.mktemp("kota")
    fill(open_store(folder / "contoh.db"), contoh=True)
    walk = Walk()
    with pytest.MonkeyPatch.context() as m:
        m.setenv("UP2K_DATA_DIR", str(folder))
        m.delenv("UP2K_DATABASE_URL", raising=False)
        m.delenv("UP2K_PERAN", raising=False)
        m.setattr(st, "download_button", walk.record)
        m.setattr(DeltaGenerator, "download_button", walk.record)
        m.setattr(st, "expander", partial(st.expander, expanded=True))
        for page in PAGES:
            parts(page, {})
        parts("06_profil.py", {"wilayah": PILANG})
        parts("18_rapor.py", {"wilayah": PILANG})
        visit("18_rapor.py", wilayah=PILANG, bagian_rapor="Sekaligus").button(
            key="buat_semua"
        ).click().run()
        yield walk


STAMP = {
    "sample": re.compile("CONTOH"),
    "period": re.compile(r"(Triwulan|Semester) [IV]+ 20\d\d"),
    "who reported": re.compile(r"\d+ dari \d+ kelompok"),
    "newest submission": re.compile("[Kk]iriman terbaru"),
}
# by the beginning of the button's key: what need not stand in the file, and why
EXCUSED = {
    "unduh_formulir": (set(STAMP), "a blank form, to be filled in"),
    "unduh_daftar_tindakan": (set(STAMP) - {"sample"}, "a form that is sent back"),
    "unduh_acuan": (set(STAMP) - {"sample"}, "a form that is sent back"),
    "asli_": (set(STAMP), "the sender's own file, byte for byte"),
    "xlsx_definisi_": (set(STAMP), "words of the product, no data"),
    "csv_definisi_": (set(STAMP), "words of the product, no data"),
    "xlsx_ukuran_peringatan": (set(STAMP), "measured on a simulated city, and says so"),
    "csv_ukuran_peringatan": (set(STAMP), "measured on a simulated city, and says so"),
    "xlsx_angka_lama": (set(STAMP), "of public sources, each named; never a sample"),
    "csv_angka_lama": (set(STAMP), "of public sources, each named; never a sample"),
    **{
        f"{akhiran}_peta_{kode}": (set(STAMP), "of a public source, never a sample")
        for akhiran in ("xlsx", "csv")
        for kode in ("evaluasi-2023", "lomba-2019")
    },
    "xlsx_aturan": ({"who reported"}, "about submissions, not about groups"),
    "csv_aturan": ({"who reported"}, "about submissions, not about groups"),
    "rapor_png": (set(STAMP), "a picture; its words are those of the PDF's record"),
}
# buttons that need a file handed in first
NOT_MET = {
    ("ui/review.py", "_hand_back"): "the sender's own workbook with its faults marked",
    ("ui/batch.py", "stored"): "the receipt of what was handed in, see the upload page",
}


def lacking(nama: str, isi: object) -> set[str]:
    data = isi() if callable(isi) else isi
    data = data.encode() if isinstance(data, str) else data
    if nama.endswith(".png"):
        return set(STAMP)
    if nama.endswith(".zip"):
        with zipfile.ZipFile(io.BytesIO(data)) as arsip:
            pdf = [n for n in arsip.namelist() if n.endswith(".pdf")]
            assert pdf
            return set().union(*(lacking(n, arsip.read(n)) for n in pdf))
    teks = text_of(nama, data)
    return {kata for kata, pola in STAMP.items() if not pola.search(teks)}


def test_every_file_says_of_when_where_whom_and_how_fresh(walked):
    kurang = {}
    for kunci, (nama, isi) in walked.files.items():
        boleh = set().union(
            *(b for k, (b, _) in EXCUSED.items() if kunci.startswith(k))
        )
        if hilang := lacking(nama, isi) - boleh:
            kurang[kunci] = hilang
    assert not kurang
    assert len(walked.files) > 80


def test_files_of_the_sample_say_so_in_their_names(walked):
    bukan = tuple(k for k, (b, _) in EXCUSED.items() if "sample" in b)
    formulir = ("unduh_daftar_tindakan", "unduh_acuan")
    for kunci, (nama, _) in walked.files.items():
        if not kunci.startswith(bukan + formulir) or kunci.startswith("rapor_png"):
            assert nama.startswith("contoh_"), kunci


def test_no_button_hands_out_a_file_unmet(walked):
    """Every `download_button` in the code was met by the walk, or is named above."""
    ditulis = set()
    for berkas in sorted(
        [*(ROOT / "ui").rglob("*.py"), *(ROOT / "pages").glob("*.py")]
    ):
        pohon = ast.parse(berkas.read_text(encoding="utf-8"))
        fungsi = [n for n in ast.walk(pohon) if isinstance(n, ast.FunctionDef)]
        for n in ast.walk(pohon):
            if (
                isinstance(n, ast.Call)
                and getattr(n.func, "attr", "") == "download_button"
            ):
                dalam = [
                    f for f in fungsi if f.lineno <= n.lineno <= (f.end_lineno or 0)
                ]
                nama = max(dalam, key=lambda f: f.lineno).name if dalam else "<module>"
                ditulis.add((berkas.relative_to(ROOT).as_posix(), nama))
    assert ditulis == walked.places | set(NOT_MET)


def test_every_excuse_is_still_needed(walked):
    for awal in EXCUSED:
        assert any(k.startswith(awal) for k in walked.files), awal
