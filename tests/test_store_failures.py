"""A store that cannot write says so in words, says what to do, and loses nothing."""

import contextlib
import multiprocessing
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from sqlalchemy import Engine, event
from streamlit.testing.v1 import AppTest

import store as gudang
from loaders.__main__ import main
from loaders.ingest import ingest
from reference.paths import ROOT
from tests.durability import SameProcess, pile, whole

PAGE = str(ROOT / "pages" / "21_kirim_laporan.py")
UTUH = "Yang sudah diterima tetap utuh"
NOBODY = 65534


@pytest.fixture(scope="module")
def laporan(tmp_path_factory):
    return pile(tmp_path_factory.mktemp("kiriman"))


@pytest.fixture
def two_taken(data_dir, laporan):
    """A store that holds the first two reports; gives the folder of them all."""
    assert main(["ingest", *map(str, laporan[:2])]) == 0
    return data_dir


def taken(laporan) -> int:
    return sum(whole(gudang.real_url(), laporan).values())


@contextlib.contextmanager
def no_room(folder: Path):
    """The database may not grow: to SQLite that is a full disk."""
    with contextlib.closing(sqlite3.connect(folder / "up2k.db")) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (halaman,) = db.execute("PRAGMA page_count").fetchone()

    def limit(dbapi, _record) -> None:
        if isinstance(dbapi, sqlite3.Connection):
            dbapi.execute(f"PRAGMA max_page_count = {halaman + 2}")

    event.listen(Engine, "connect", limit)
    try:
        yield
    finally:
        event.remove(Engine, "connect", limit)


def test_a_full_disk_is_said_and_the_same_command_goes_on_afterwards(
    two_taken, laporan, capsys
):
    folder = str(laporan[0].parent)
    with no_room(two_taken):
        capsys.readouterr()
        assert main(["ingest", folder]) == 2
        keluar = capsys.readouterr()
    assert keluar.err == (
        "Berhenti: 2 dari 12 berkas selesai. Jalankan lagi perintah yang sama untuk "
        "melanjutkan.\n"
        "Disk tempat data disimpan penuh. Yang sudah diterima tetap utuh; yang sedang "
        "disimpan tidak jadi disimpan. Kosongkan tempat, lalu ulangi.\n"
    )
    assert taken(laporan) == 2
    assert main(["ingest", folder]) == 1
    assert taken(laporan) == 12


def test_a_disk_that_refuses_to_write_is_said(two_taken, laporan):
    """A limit on the size of files stands for a disk that fails in the middle."""
    program = (
        "import resource, sys\n"
        "batas = int(sys.argv[1])\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (batas, batas))\n"
        "from loaders.__main__ import main\n"
        "sys.exit(main(['ingest', *sys.argv[2:]]))\n"
    )
    with contextlib.closing(sqlite3.connect(two_taken / "up2k.db")) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    hasil = subprocess.run(
        [sys.executable, "-c", program, "150000", *map(str, laporan)],
        cwd=ROOT, capture_output=True, text=True,
    )  # fmt: skip
    assert hasil.returncode == 2
    assert "Disk tempat data disimpan" in hasil.stderr
    assert UTUH in hasil.stderr
    diterima = hasil.stdout.count("diterima: ") + hasil.stdout.count("Diterima: ")
    assert taken(laporan) == 2 + diterima


@pytest.mark.parametrize("apa", ["berkas", "folder"])
def test_a_store_that_may_only_be_read_is_said(apa, laporan):
    """As another user where we are root, whom no permission stops."""
    with tempfile.TemporaryDirectory() as tmp:
        folder = Path(tmp) / "data"
        folder.mkdir()
        url = f"sqlite:///{folder / 'up2k.db'}"
        with contextlib.closing(gudang.open_store(url)) as store:
            _take(store, laporan[0])
        os.chmod(tmp, 0o755)
        if apa == "berkas":
            folder.chmod(0o777)
            (folder / "up2k.db").chmod(0o444)
        else:
            folder.chmod(0o555)
        try:
            kalimat = _as_nobody(_refused, url, str(laporan[1]))
        finally:
            folder.chmod(0o755)
            (folder / "up2k.db").chmod(0o644)
        assert "tidak boleh ditulisi" in kalimat
        assert "Beri izin menulis" in kalimat
        assert sum(whole(url, laporan).values()) == 1


def _take(store, berkas: Path):
    isi = berkas.read_bytes()
    return ingest(store, berkas.name, isi, oleh="uji", reader=SameProcess())


def _refused(url: str, berkas: str, isi: bytes, ke) -> None:
    """Runs in a process of its own; sends the sentence of the refusal."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    try:
        store = gudang.open_store(url)
        ingest(store, berkas, isi, oleh="uji", reader=SameProcess())
        ke.send("diterima")
    except gudang.StoreError as sebab:
        ke.send(str(sebab))


def _as_nobody(kerja, url: str, berkas: str) -> str:
    konteks = multiprocessing.get_context("fork")
    dari, ke = konteks.Pipe(duplex=False)
    isi = Path(berkas).read_bytes()
    proses = konteks.Process(target=kerja, args=(url, Path(berkas).name, isi, ke))
    proses.start()
    ke.close()
    kalimat = dari.recv()
    proses.join()
    return kalimat


def test_a_store_that_another_program_holds_is_said(
    two_taken, laporan, capsys, monkeypatch
):
    monkeypatch.setattr("store.engine.BUSY_SECONDS", 0.2)
    with contextlib.closing(sqlite3.connect(two_taken / "up2k.db")) as lain:
        lain.isolation_level = None
        lain.execute("BEGIN IMMEDIATE")
        capsys.readouterr()
        assert main(["ingest", str(laporan[2])]) == 2
        assert "Store sedang dipakai menulis lebih dari" in capsys.readouterr().err
    assert main(["ingest", str(laporan[2])]) == 0
    assert taken(laporan) == 3


def test_a_file_that_is_no_store_is_said_and_left_alone(data_dir, laporan, capsys):
    isi = b"bukan basis data" * 400
    (data_dir / "up2k.db").write_bytes(isi)
    assert main(["ingest", str(laporan[0])]) == 2
    assert "rusak atau bukan basis data UP2K" in capsys.readouterr().err
    assert (data_dir / "up2k.db").read_bytes() == isi


def test_what_a_killed_program_left_beside_the_store_is_taken_up(
    two_taken, laporan, tmp_path
):
    """The write-ahead log of a dead program holds what was acknowledged last."""
    with contextlib.closing(sqlite3.connect(two_taken / "up2k.db")) as lain:
        lain.execute("SELECT count(*) FROM kiriman").fetchone()
        assert main(["ingest", str(laporan[2])]) == 0
        salinan = tmp_path / "mati"
        shutil.copytree(two_taken, salinan)
    assert (salinan / "up2k.db-wal").stat().st_size > 0
    assert sum(whole(f"sqlite:///{salinan / 'up2k.db'}", laporan).values()) == 3


def test_a_missing_temporary_folder_stops_nothing(data_dir, laporan):
    env = {**os.environ, "TMPDIR": str(data_dir / "tidak ada")}
    env["SQLITE_TMPDIR"] = env["TMPDIR"]
    hasil = subprocess.run(
        [sys.executable, "-m", "loaders", "ingest", *map(str, laporan[:3])],
        cwd=ROOT, env=env, capture_output=True, text=True,
    )  # fmt: skip
    assert (hasil.returncode, hasil.stderr) == (0, "")
    assert taken(laporan) == 3


def test_the_page_says_what_the_store_says(two_taken, laporan):
    xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    berkas = laporan[4]
    with no_room(two_taken):
        app = AppTest.from_file(PAGE, default_timeout=60).run()
        app.file_uploader[0].set_value([(berkas.name, berkas.read_bytes(), xlsx)])
        app.run()
        for kotak in app.checkbox:
            kotak.check()
        app.run()
        next(b for b in app.button if b.key == "simpan").click()
        app.run()
        kata = "\n".join(e.value for e in app.error).replace("\\", "")
    assert "Disk tempat data disimpan penuh." in kata
    assert UTUH in kata
    assert taken(laporan) == 2
