"""The coordinator's corner, and how rules are shown: to whom, and to whom not."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from checks.temuan import JENIS
from store import open_store, snapshot
from tests.forms_city import KINI

PAGES = Path(__file__).resolve().parents[1] / "pages"
MILIK = [j for j in JENIS.values() if not j.disampaikan]


def opened(page: str, **choices) -> AppTest:
    app = AppTest.from_file(str(PAGES / page), default_timeout=60)
    for kunci, nilai in choices.items():
        app.session_state[kunci] = nilai
    app.run()
    assert not app.exception
    return app


def words(app: AppTest) -> str:
    jenis = ("title", "subheader", "markdown", "caption", "info", "expander")
    isi = (getattr(e, "value", None) or e.label for j in jenis for e in app.get(j))
    return "\n".join(map(str, isi)).replace("\\", "")


def corner(app: AppTest) -> str:
    (judul,) = [e.label for e in app.expander if e.label.startswith("Isyarat")]
    return judul


@pytest.mark.usefixtures("office")
def test_the_corner_is_folded_and_says_how_many_wait():
    """The six groups of the little city report the same figures: five are like one."""
    app = opened("22_kiriman.py")
    assert corner(app) == f"Isyarat untuk koordinator, {KINI.label} (5 belum dinilai)"
    assert "memang sama" not in words(app)


def test_a_sign_is_answered_with_one_button_and_stays_on_record(office):
    app = opened("22_kiriman.py", isyarat=True)
    assert "Isyarat bukan kesalahan" in words(app)
    assert "sama dengan kelompok" in words(app)
    tombol = [b for b in app.button if b.label == "Memang sama"]
    assert len(tombol) == 5
    catatan = [t for t in app.text_input if t.key.startswith("catatan_")]
    catatan[0].input("satu bendahara")
    tombol[0].click().run()
    assert not app.exception
    assert "(4 belum dinilai)" in corner(app)
    assert "memang sama: satu bendahara (koordinator, " in words(app)
    (baris,) = snapshot(open_store(office / "up2k.db")).alasan.itertuples()
    assert (baris.jenis, baris.oleh) == ("angka_sama_kelompok_lain", "koordinator")


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize("peran", ["petugas", "umum"])
@pytest.mark.parametrize("page", ["22_kiriman.py", "31_definisi.py"])
def test_nobody_else_sees_signs_or_hears_of_them(monkeypatch, peran, page):
    monkeypatch.setenv("UP2K_PERAN", peran)
    kata = words(opened(page, isyarat=True, bagian="Temuan", wilayah="35.74.01.1009"))
    assert "Isyarat" not in kata and "sama dengan kelompok" not in kata
    assert not [j.judul for j in MILIK if j.judul in kata]
    assert "Seberapa sering" not in kata


@pytest.mark.usefixtures("office")
def test_a_kelurahans_own_findings_hold_no_sign_even_for_the_coordinator():
    app = opened("22_kiriman.py", wilayah="35.74.01.1009")
    assert not [e for e in app.expander if JENIS["angka_berulang"].judul in e.label]
    assert not [
        e for e in app.expander if JENIS["angka_sama_kelompok_lain"].judul in e.label
    ]


@pytest.mark.usefixtures("office")
def test_the_definitions_explain_and_measure_every_rule_to_the_coordinator():
    app = opened("31_definisi.py", bagian="Temuan")
    kata = words(app)
    for j in JENIS.values():
        assert j.judul.replace("“", "") in kata.replace("“", ""), j.kode
    assert "Rumus: Semua dari 7 angka yang bergerak" in kata
    assert ":orange-badge[uji coba]" in kata
    assert "**Kehadiran selalu penuh** dalam uji coba: menyala pada 0 dari 9" in kata
    assert f"9 kiriman, {KINI.shift(-2).label} sampai {KINI.label}" in kata
    tabel = app.dataframe[0].value.set_index("judul")
    # Five in each of the last two quarters; in the first all is round: 11 digits.
    assert tabel.loc["Angka sama dengan kelompok lain", "n_temuan"] == 10


def test_without_reports_there_is_nothing_to_measure(data_dir):  # noqa: ARG001
    app = opened("31_definisi.py", bagian="Temuan")
    assert "Belum ada kiriman yang diterima." in words(app)
