"""The reading process: warm, shared, and back again after a file has killed it."""

import concurrent.futures
import datetime as dt
import subprocess
import sys
import textwrap

import pytest

from loaders.form.read import read
from loaders.formats import workbook
from loaders.reader import Reader
from reference.paths import ROOT
from tests.faults import HARI_INI, Form

# A reading process that hangs on, or dies of, what the file is called.
NAKAL = """
import os, sys, time
import loaders.worker as worker
baca = worker.read
def read(data, nama, *, hari_ini, bantuan):
    if nama == "mati":
        os._exit(3)
    if nama == "macet":
        time.sleep(60)
    return baca(data, nama, hari_ini=hari_ini, bantuan=bantuan)
worker.read = read
worker.main()
"""


@pytest.fixture
def nakal():
    with Reader(batas_detik=1.0, perintah=(sys.executable, "-c", NAKAL)) as reader:
        # Starting is slow on a busy machine and is not what is timed here.
        reader.batas_detik = 60.0
        reader.read(b"", "panas", hari_ini=HARI_INI)
        reader.batas_detik = 1.0
        yield reader


def test_the_process_reads_as_the_function_does():
    data = Form().write()
    with Reader() as reader:
        for _ in range(2):
            assert reader.read(data, "f.xlsx", hari_ini=HARI_INI) == read(
                data, "f.xlsx", hari_ini=HARI_INI
            )


def test_a_death_is_a_finding_and_the_next_file_is_read(nakal):
    bacaan = nakal.read(b"x", "mati", hari_ini=HARI_INI)
    (temuan,) = bacaan.temuan
    assert temuan.jenis == "berkas_tidak_terbaca"
    assert temuan.pesan == (
        "Berkas ini membuat pembacanya berhenti; isinya mungkin rusak. Buka berkas di "
        "Excel atau LibreOffice, simpan lagi sebagai .xlsx, lalu kirim ulang."
    )
    assert bacaan.ditolak
    nakal.batas_detik = 60.0
    assert nakal.read(Form().write(), "f.xlsx", hari_ini=HARI_INI).temuan == []


def test_a_hang_is_a_finding_and_the_next_file_is_read(nakal):
    (temuan,) = nakal.read(b"x", "macet", hari_ini=HARI_INI).temuan
    assert temuan.jenis == "berkas_tidak_terbaca"
    assert temuan.pesan.startswith(
        "Berkas ini belum selesai dibaca setelah 1 detik. Buka berkas"
    )
    nakal.batas_detik = 60.0
    assert nakal.read(Form().write(), "f.xlsx", hari_ini=HARI_INI).temuan == []


def test_threads_take_turns():
    data = [Form().put("Identitas", B6=n).write() for n in range(8)]
    with Reader() as reader, concurrent.futures.ThreadPoolExecutor(4) as pool:
        semua = list(pool.map(lambda d: reader.read(d, "f", hari_ini=HARI_INI), data))
    assert [b.kelurahan["pengurus_poksus_orang"] for b in semua] == list(range(8))


def test_a_closed_reader_starts_again():
    reader = Reader()
    for _ in range(2):
        assert reader.read(b"", "f", hari_ini=HARI_INI).ditolak
        reader.close()


class PanicException(BaseException):  # noqa: N818 (named as calamine's is)
    """Like the panic of calamine: no Exception."""


def test_a_panic_of_the_spreadsheet_library_is_a_finding(monkeypatch):
    def panic(_):
        raise PanicException("index out of bounds")

    monkeypatch.setattr(workbook.calamine, "load_workbook", panic)
    bacaan = read(Form().write(), "f.xlsx", hari_ini=HARI_INI)
    assert [t.jenis for t in bacaan.temuan] == ["berkas_rusak"]


def test_an_interrupt_is_not_swallowed(monkeypatch):
    def stop(_):
        raise KeyboardInterrupt

    monkeypatch.setattr(workbook.calamine, "load_workbook", stop)
    with pytest.raises(KeyboardInterrupt):
        read(Form().write(), "f.xlsx", hari_ini=HARI_INI)


def test_the_reading_process_stays_light():
    """It is restarted after every hostile file: no frames, no database, no pages."""
    kode = """
        import sys
        import loaders.worker
        berat = {"pandas", "numpy", "streamlit", "sqlalchemy", "plotly", "geopandas",
                 "xlsxwriter", "openpyxl", "lxml"}
        print(sorted(berat & set(sys.modules)))
    """
    hasil = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(kode)],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert hasil.stdout == "[]\n"


def test_a_sheet_that_claims_a_million_rows_is_refused_with_its_cell():
    data = Form().put("Keuangan", XFD1048576=1).write()
    (temuan,) = read(data, "f.xlsx", hari_ini=dt.date(2026, 10, 10)).temuan
    assert (temuan.jenis, temuan.lembar, temuan.sel) == (
        "berkas_terlalu_besar",
        "Keuangan",
        "XFD1048576",
    )


@pytest.mark.parametrize("panjang", [1, 3, 64, 2000, 6000])
def test_a_truncated_file_is_a_finding_wherever_it_ends(panjang):
    bacaan = read(Form().write()[:panjang], "f.xlsx", hari_ini=HARI_INI)
    (temuan,) = bacaan.temuan
    assert temuan.jenis in ("berkas_rusak", "berkas_bukan_lembar_kerja")


def test_a_damaged_file_never_raises():
    data = bytearray(Form().write())
    for i in range(0, len(data), 97):
        rusak = bytes(data[:i]) + bytes([data[i] ^ 0xFF]) + bytes(data[i + 1 :])
        assert read(rusak, "f.xlsx", hari_ini=HARI_INI).temuan is not None
