"""What one file may cost, and what of it reaches people and the store."""

# ruff: noqa: E501 (sentences stand as the sender reads them)
import sys

import openpyxl
import pytest
from sqlalchemy import select

from loaders.__main__ import main
from loaders.form.read import read
from loaders.ingest import ingest
from loaders.reader import Reader
from loaders.receipt import as_text
from loaders.template.isian import KelompokLama
from loaders.template.write import write_template
from reference.periode import Periode
from store import open_store
from store import read as read_store
from store.tables import kiriman, posisi, temuan
from tests.faults import HARI_INI, Form
from tests.packages import cell, changed, swapped

# A reading process that a file fills up, keeps busy or breaks, by what it is called.
RAKUS = """
import os, sys
import loaders.worker as worker
worker.MAX_MEMORI, worker.BATAS_CPU = 2**29, 1
baca = worker.read
def read(data, nama, **lain):
    if nama == "memori":
        bytearray(2**30)
    while nama == "sibuk":
        pass
    if nama == "ngawur":
        sys.stdout.flush(); os.write(worker_keluar, b"\\0\\0\\0\\3abc")
    return baca(data, nama, **lain)
worker.read = read
kirim = worker.send
def send(ke, isi):
    global worker_keluar
    worker_keluar = ke.fileno()
    kirim(ke, isi)
worker.send = send
worker.main()
"""
SIMPAN_LAGI = "Buka berkas di Excel atau LibreOffice, simpan lagi sebagai .xlsx, lalu kirim ulang."
FORMULIR_BARU = (
    "Salin isi formulir ke Formulir UP2K yang baru, lalu kirim yang baru itu."
)


@pytest.fixture(scope="module")
def rakus():
    with Reader(perintah=(sys.executable, "-c", RAKUS)) as reader:
        reader.read(b"", "panas", hari_ini=HARI_INI)
        yield reader


@pytest.mark.parametrize(
    ("nama", "pesan"),
    [
        ("memori", f"Berkas ini memerlukan memori jauh melebihi sebuah formulir. {FORMULIR_BARU}"),
        ("sibuk", f"Berkas ini belum selesai dibaca setelah 60 detik. {SIMPAN_LAGI}"),
        ("ngawur", f"Berkas ini membuat pembacanya berhenti; isinya mungkin rusak. {SIMPAN_LAGI}"),
    ],
)  # fmt: skip
def test_a_file_that_takes_too_much_is_refused_and_the_next_is_read(rakus, nama, pesan):
    data = Form().write()
    assert [t.pesan for t in rakus.read(data, nama, hari_ini=HARI_INI).temuan] == [
        pesan
    ]
    assert rakus.read(data, "f.xlsx", hari_ini=HARI_INI).temuan == []


TERLALU_BESAR = f"Berkas ini 65 MB; paling besar 64 MB. {FORMULIR_BARU}"


def test_a_file_that_is_too_big_is_not_even_sent():
    reader = Reader(perintah=("tidak-ada-program-ini",))
    bacaan = reader.read(bytes(65 * 2**20), "f.xlsx", hari_ini=HARI_INI)
    assert [t.pesan for t in bacaan.temuan] == [TERLALU_BESAR]


@pytest.mark.usefixtures("data_dir")
def test_the_command_line_does_not_load_a_file_that_is_too_big(
    tmp_path, monkeypatch, capsys
):
    besar = tmp_path / "besar.xlsx"
    with besar.open("wb") as berkas:
        berkas.truncate(65 * 2**20)
    monkeypatch.setattr(type(besar), "read_bytes", lambda _: pytest.fail("loaded"))
    assert main(["check", str(besar)]) == 1
    assert TERLALU_BESAR in capsys.readouterr().out


JAHAT = "=cmd|' /C calc'!A0"
TAK_TAMPAK = "Mela_x0000_ti\u202e"


def _named(nama: str) -> bytes:
    """The form whose first group has that name, in every sheet."""
    return changed(
        Form().write(),
        r"xl/sharedStrings\.xml",
        swapped(b">Melati<", f">{nama}<".encode()),
    )


def test_what_cannot_be_seen_is_neither_stored_nor_shown(rakus, store):
    """A NUL stops PostgreSQL; a direction mark shows letters where they do not stand."""
    data = changed(
        _named(TAK_TAMPAK), r"xl/worksheets/sheet3\.xml",
        cell("P3", b'<c@ t="inlineStr"><is><t>dua_x0007_\xe2\x80\xae puluh</t></is></c>'),
    )  # fmt: skip
    tanda = ingest(
        store, "f\0.x\u202eslx", data, oleh="uji", diterima=HARI_INI, reader=rakus
    )
    with read_store(store) as conn:
        assert conn.scalars(select(kiriman.c.nama_berkas)).all() == ["f.xslx"]
        pesan = conn.scalars(select(temuan.c.pesan)).all()
        assert set(conn.scalars(select(posisi.c.nama_kelompok))) == {"Melati", "Mawar"}
    assert any("“dua puluh” bukan angka" in p for p in pesan)
    assert all(p.isprintable() for p in pesan)
    assert "\x1b" not in as_text(tanda)


@pytest.mark.parametrize(
    ("nama", "disimpan"),
    [
        ("../../../etc/passwd.xlsx", "passwd.xlsx"),
        ("C:\\Users\\x\\Laporan.xlsx", "Laporan.xlsx"),
        ("..", "tanpa nama"),
        ("\x1b[31mmerah\x07.xlsx", "[31mmerah.xlsx"),
        ("a" * 5000 + ".xlsx", "a" * 114 + "….xlsx"),
        ("lap\ud800oran.xlsx", "laporan.xlsx"),
    ],
)
def test_a_file_is_kept_under_its_own_tidy_name(rakus, tmp_path, nama, disimpan):
    gudang = open_store(f"sqlite:///{tmp_path / 'uji.db'}")
    tanda = ingest(
        gudang, nama, Form().write(), oleh="uji", diterima=HARI_INI, reader=rakus
    )
    assert tanda.nama == disimpan
    with read_store(gudang) as conn:
        assert conn.scalars(select(kiriman.c.nama_berkas)).all() == [disimpan]


def test_a_name_that_looks_like_a_formula_stays_a_text(tmp_path):
    """In the reading, and in the form that is prefilled with it."""
    bacaan = read(_named(JAHAT.replace("'", "&apos;")), "f.xlsx", hari_ini=HARI_INI)
    assert bacaan.kelompok[0].nama == JAHAT
    lama = KelompokLama("35.74.04.1006-01", JAHAT, {}, {})
    formulir = tmp_path / "formulir.xlsx"
    write_template(
        formulir, "35.74.04.1006", Periode.parse("2026-T3"), kelompok=(lama,)
    )
    lembar = openpyxl.load_workbook(formulir)["Kelompok"]
    (sel,) = [c for b in lembar.iter_rows() for c in b if c.value == JAHAT]
    assert sel.data_type == "s"
