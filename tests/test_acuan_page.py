"""Rules on pages: what is in force, what was changed, what a change would do."""

import datetime as dt
from pathlib import Path

import pytest

from indicators.data import Data
from loaders.ingest import ingest
from loaders.reader import Reader
from planning.pathway.replay import Usulan, moved
from reference.acuan import Butir, bawaan, daftar
from store import open_store, snapshot, undo
from tests import city
from tests.acuan_books import Buku
from tests.test_pages import opened, put, words
from tests.test_upload_page import button, upload
from tests.test_upload_page import opened as upload_page
from tests.test_upload_page import words as said
from ui.acuan import history, in_force, not_in_force, window

ATURAN = "Aturan dan anggapan"
HARI = dt.date(2026, 11, 10)
SUMBER = "Rapat Pokja II, 3 November 2026"


def book(nilai=40_000_000, hari=HARI) -> bytes:
    buku = Buku(hari=hari).isikan("rencana", "pagu", "Nilai", nilai)
    buku.isikan("rencana", "pagu", "Sumber", SUMBER)
    return buku.isikan("rencana", "pagu", "Ditetapkan oleh", "Pokja II TP PKK").write()


@pytest.fixture
def changed(data_dir) -> Path:
    """A real store in which the ceiling was changed once."""
    toko = open_store(f"sqlite:///{data_dir / 'up2k.db'}")
    with Reader() as pembaca:
        ingest(
            toko, "acuan.xlsx", book(), oleh="koordinator", diterima=HARI,
            reader=pembaca,
        )  # fmt: skip
    return data_dir


@pytest.mark.usefixtures("data_dir")
@pytest.mark.parametrize("kota", [Data.empty, city.city, city.full_city])
def test_every_list_is_shown_with_its_entries(monkeypatch, kota):
    put(monkeypatch, kota())
    app = opened("31_definisi.py", bagian=ATURAN)
    assert not app.exception
    judul = " ".join(e.label for e in app.expander)
    assert [d.judul for d in daftar().values() if d.judul not in judul] == []
    kata = words(app)
    assert "Paling sedikit: 9 orang" in kata
    assert "Berlaku sejak 2020. Ditetapkan oleh Undang-undang" in kata
    assert "Berlaku 1992 sampai 2020" in kata
    assert ":orange-badge[usulan]" in kata
    assert "Belum ada yang diubah" in kata
    unduh = next(b for b in app.download_button if b.label == "Unduh Acuan UP2K")
    assert not unduh.proto.disabled


@pytest.mark.usefixtures("data_dir")
def test_a_word_looked_for_finds_its_rule(monkeypatch):
    put(monkeypatch, city.city())
    app = opened("31_definisi.py", bagian=ATURAN, cari="pendiri_primer undang-undang")
    assert [e.label.split(" ·")[0] for e in app.expander][:1] == [
        "**Pendiri koperasi**"
    ]
    assert "Pagu anggaran" not in words(app)


@pytest.mark.usefixtures("changed")
def test_who_changed_what_and_when_is_shown():
    app = opened("31_definisi.py", bagian=ATURAN)
    assert not app.exception
    tabel = app.dataframe[0].value
    nilai = tabel[tabel["hal"] == "Nilai"].iloc[0]
    assert (nilai["lama"], nilai["baru"]) == ("25.000.000", "40.000.000")
    assert (nilai["oleh"], nilai["sejak"]) == ("koordinator", "10 November 2026")
    assert nilai["penetap"] == "Pokja II TP PKK"
    kata = words(app)
    assert "Nilai: Rp 40.000.000" in kata
    assert "sampai 9 November 2026" in kata


def test_what_was_undone_leaves_the_history(changed):
    toko = open_store(f"sqlite:///{changed / 'up2k.db'}")
    undo(toko, "1", oleh="koordinator", alasan="keliru")
    assert history(snapshot(toko).acuan_masuk).empty


def test_only_the_year_is_shown_where_only_the_year_is_known():
    dulu, kini = bawaan().entries("pendiri")
    assert window(bawaan(), dulu) == "berlaku 1992 sampai 2020"
    assert window(bawaan(), kini) == "berlaku sejak 2020"


def test_every_entry_is_in_force_or_not():
    data = Data.empty()
    ada = len(in_force(data, HARI)) + len(not_in_force(data, HARI))
    assert ada == len(bawaan().butir)


@pytest.mark.usefixtures("data_dir")
def test_the_sender_sees_what_would_change_before_storing():
    app = upload(upload_page(), ("acuan.xlsx", book()))
    assert not app.exception
    kata = said(app)
    assert "Diterima: 1 perubahan aturan." in kata
    assert "Nilai: 25.000.000 → **40.000.000, berlaku sejak" in kata
    button(app, "simpan").click().run()
    assert not app.exception
    assert "1 perubahan aturan" in said(app)


@pytest.mark.usefixtures("data_dir")
def test_others_are_refused_politely(monkeypatch):
    monkeypatch.setenv("UP2K_PERAN", "petugas")
    app = upload(upload_page(), ("acuan.xlsx", book()))
    assert not app.exception
    assert "Serahkan berkas ini kepada koordinator UP2K" in said(app)
    assert button(app, "simpan") is None


@pytest.mark.usefixtures("data_dir")
def test_the_workbook_sent_back_as_it_is_says_that_nothing_changed():
    app = upload(upload_page(), ("acuan.xlsx", Buku(hari=HARI).write()))
    assert "Tidak ada yang berubah" in said(app)
    assert button(app, "simpan") is None


@pytest.mark.usefixtures("data_dir")
def test_a_deleted_rule_must_be_confirmed():
    isi = Buku(hari=HARI).hapus("pelaksana", "notaris").write()
    app = upload(upload_page(), ("acuan.xlsx", isi))
    assert button(app, "simpan").disabled
    (kotak,) = app.checkbox
    assert "memang dicabut" in kotak.label
    kotak.check().run()
    button(app, "simpan").click().run()
    assert not app.exception


def rule(kode, batas) -> Butir:
    lama = next(b for b in bawaan().entries("tingkat") if b.kode == kode)
    isi = {**lama.isi, "batas": batas}
    return Butir("tingkat", kode, lama.label, isi, SUMBER, False, "Pokja II", HARI)


def test_a_rule_that_nobody_meets_moves_groups_down_and_none_up():
    data = city.full_city()
    semua = bawaan().pada("tingkat", HARI)
    kode = next(k for k, b in semua.items() if b["ukuran"] == "anggota_akhir")
    p = moved(data, HARI, Usulan(("x",), (rule(kode, 1_000_000),)))
    q = moved(data, HARI, Usulan(("y",), ()))
    assert p.naik == 0
    assert (q.naik, q.turun) == (0, 0)
    assert p.naik + p.turun + p.tetap + p.tak_terbaca == (q.tetap + q.tak_terbaca)
    assert p.turun == q.tetap


@pytest.mark.usefixtures("changed")
def test_what_was_sent_in_stands_among_the_submissions():
    app = opened("22_kiriman.py")
    assert not app.exception
    assert "Perubahan aturan yang diterima (1)" in [e.label for e in app.expander]
