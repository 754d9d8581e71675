"""Eight real processes at one store: nothing is lost, nobody sees a locked database."""

import subprocess
import sys
import time
from pathlib import Path

from sqlalchemy import text

import store as gudang

ROOT = Path(__file__).resolve().parent.parent
PROCESSES = 8
ROUNDS = 10

# Each process opens the store itself, waits for the others, then hands in ROUNDS
# submissions, each with a new group: reading the last number and writing the next
# one is what loses rows when two writers do it at once.
WRITER = """
import datetime as dt, sys, time
import store
from store.writing import NewReading, NewSubmission, add_reading, add_submission
from store.writing import register_groups

url, siapa, rounds, mulai = sys.argv[1:]
while time.time() < float(mulai):
    time.sleep(0.001)
s = store.open_store(url)
for n in range(int(rounds)):
    with store.write(s) as conn:
        saat = dt.datetime.now(dt.UTC)
        isi = f"{siapa}-{n}".encode()
        k = add_submission(conn, NewSubmission(
            nama_berkas=f"{siapa}-{n}.xlsx", nama_disimpan=None, ukuran=len(isi),
            sha256_diterima=isi.hex(), sha256_disimpan=isi.hex(), isi=isi,
            diterima_pada=saat, oleh=siapa))
        kode, = register_groups(conn, k, "35.74.04.1006", 1)
        add_reading(conn, k, NewReading(
            dibaca_pada=saat, layout="formulir_up2k", versi=1,
            kode_wilayah="35.74.04.1006", periode="2026-T3", keadaan="diterima",
            n_diterima=1, posisi=[{
                "kode_kelompok": kode, "kode_tertulis": "", "keadaan": "diterima",
                "catatan": "", "tidak_berlaku": "", "baris": "{}",
                "nama_kelompok": f"{siapa}-{n}", "kas": n}]))
    store.snapshot(s)
"""


def _run_together(program: str, *args: str) -> list[subprocess.CompletedProcess]:
    mulai = str(time.time() + 3)
    proses = [
        subprocess.Popen(
            [sys.executable, "-c", program, *args[:1], f"p{i}", *args[1:], mulai],
            cwd=ROOT,
            stderr=subprocess.PIPE,
            text=True,
        )
        for i in range(PROCESSES)
    ]
    return [
        subprocess.CompletedProcess(p.args, p.wait(), stderr=p.stderr.read())
        for p in proses
    ]


def test_eight_processes_writing_a_fresh_store_at_once_lose_nothing(store_url):
    selesai = _run_together(WRITER, store_url, str(ROUNDS))
    assert [(p.returncode, p.stderr) for p in selesai] == [(0, "")] * PROCESSES

    store = gudang.open_store(store_url)
    snap = gudang.snapshot(store)
    nama = {f"p{i}-{n}" for i in range(PROCESSES) for n in range(ROUNDS)}
    assert set(snap.posisi["nama_kelompok"]) == nama
    assert set(snap.kiriman["nama_berkas"]) == {f"{n}.xlsx" for n in nama}
    nomor = sorted(int(k.split("-")[1]) for k in snap.kelompok["kode_kelompok"])
    assert nomor == list(range(1, PROCESSES * ROUNDS + 1))
    with gudang.read(store) as conn:
        versi = "SELECT count(*) FROM catatan_store WHERE kunci = 'versi_skema'"
        assert conn.execute(text(versi)).scalar() == 1


def test_a_reader_sees_one_moment_while_others_write(store_url):
    """A number and the rows behind it always belong together."""
    store = gudang.open_store(store_url)
    with gudang.read(store) as pembaca:
        jumlah = text("SELECT count(*) FROM catatan_store")
        sebelum = pembaca.execute(jumlah).scalar()
        gudang.start_empty(store)
        assert pembaca.execute(jumlah).scalar() == sebelum
    with gudang.read(store) as pembaca:
        assert pembaca.execute(jumlah).scalar() == sebelum + 1
