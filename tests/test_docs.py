"""What the documents promise is there: commands, settings, files, definitions."""

import importlib.util
import re
import subprocess
from pathlib import Path

import pytest

from checks.temuan import JENIS
from indicators import INDICATORS
from reference.kosakata import variables
from reference.pengaturan import pengaturan

ROOT = Path(__file__).resolve().parent.parent
DOCS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
README = (ROOT / "README.md").read_text(encoding="utf-8")
ROOMS = (
    "reference", "checks", "store", "loaders", "sample", "indicators", "charts", "ui",
    "pages", "dashboard.py", "bench",
)  # fmt: skip


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("doc", DOCS, ids=name)
def test_make_targets_exist(doc):
    targets = set(re.findall(r"^([a-z-]+):", read(ROOT / "Makefile"), re.MULTILINE))
    named = set(re.findall(r"(?:^|`|=\S+ )make ([a-z-]+)", read(doc), re.MULTILINE))
    assert named <= targets


@pytest.mark.parametrize("doc", DOCS, ids=name)
def test_modules_run_by_name_exist(doc):
    for modul in set(re.findall(r"python -m ([a-z_.]+)", read(doc))):
        spec = importlib.util.find_spec(modul)
        assert spec, modul
        if spec.submodule_search_locations:
            assert importlib.util.find_spec(f"{modul}.__main__"), modul


@pytest.mark.parametrize("doc", DOCS, ids=name)
def test_links_and_named_files_exist(doc):
    for tujuan in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", read(doc)):
        assert (doc.parent / tujuan).exists(), tujuan
    ruang = "|".join((*ROOMS, "data", "docs", "tests"))
    for berkas in re.findall(rf"`((?:{ruang})/[\w/.-]*)`", read(doc)):
        if not berkas.startswith("data/store"):
            assert (ROOT / berkas).exists(), berkas


def test_bare_make_lists_every_target_that_the_readme_names():
    daftar = subprocess.run(
        ["make"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    for target in set(re.findall(r"(?:^|`)make ([a-z-]+)", README, re.MULTILINE)):
        assert f"make {target} " in daftar


def test_readme_lists_every_setting_and_no_other():
    dipakai: set[str] = set()
    for ruang in ROOMS:
        asal = ROOT / ruang
        for berkas in [asal] if asal.is_file() else asal.rglob("*.py"):
            dipakai |= set(re.findall(r"\bUP2K_[A-Z_]+\b", read(berkas)))
    tabel = set(re.findall(r"^\| `(UP2K_[A-Z_]+)` \|", README, re.MULTILINE))
    assert tabel == dipakai


def test_readme_shows_both_commands_first():
    layar_pertama = README.splitlines()[:24]
    assert [b for b in layar_pertama if b.startswith("make run")]
    assert [b for b in layar_pertama if b.startswith("make test")]


def test_readme_carries_the_credit_of_the_boundary():
    assert pengaturan().kredit_peta in README


@pytest.mark.parametrize(
    "doc", [d for d in DOCS if d.name.startswith("add-a")], ids=name
)
def test_diffs_show_what_stands_in_the_files(doc):
    """A diff of a new file shows how it begins; one of an old file, lines of it."""
    potongan = re.findall(r"```diff\n(.*?)```", read(doc), re.DOTALL)
    assert potongan
    for satu in re.split(r"^(?=\+\+\+ )", "".join(potongan), flags=re.MULTILINE)[1:]:
        kepala, *baris = satu.splitlines()
        asli = read(ROOT / kepala.removeprefix("+++ b/")).splitlines()
        tambahan = [b[1:] for b in baris if b.startswith("+")]
        if any(b.startswith(" ") for b in baris):
            assert set(tambahan) <= set(asli)
        else:
            assert tambahan == asli[: len(tambahan)]


def test_a_word_of_the_glossary_stands_there_once():
    kata = re.findall(r"^\| ([^|]+?) \|", read(ROOT / "docs/glossary.md"), re.MULTILINE)
    kata = [k for k in kata if k not in ("word", "---")]
    assert len(kata) == len(set(kata))


def test_everything_shown_is_explained():
    for i in INDICATORS.values():
        assert i.formula and i.source and i.help, i.id
    for v in variables().values():
        assert v.help and v.source, v.name
    for kode, j in JENIS.items():
        assert j.judul and j.penjelasan and j.tindakan, kode
