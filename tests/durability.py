"""A pile of reports, a program that takes them in, and ways to kill it.

Every number is told by the place of the file in the pile and of the group in the file.
"""

import contextlib
import hashlib
import io
import multiprocessing
import os
import re
import signal
import sys
import types
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Engine, event, text

import loaders.reader
import store as gudang
from loaders.__main__ import main
from loaders.form.read import read
from loaders.ingest import ingest
from loaders.template.isian import IsianFormulir, IsianKelompok
from loaders.template.write import write_template
from reference.syarat import langkah
from tests.forms_city import KINI, values

KILLS = int(os.environ.get("UP2K_UJI_BUNUH", "20"))
"""How often the program is killed at random: 20 in `make test`, more in `make soak`."""

WILAYAH = ("35.74.04.1006", "35.74.04.1002", "35.74.01.1009", "35.74.03.1004")
PERIODE = (KINI.shift(-2), KINI.shift(-1), KINI)
NAMA = ("Melati", "Mawar", "Dahlia")
DITAHAN = 7
"""The file whose last group cannot be taken: its cash is a word."""
_PEKERJA = "#pekerja"


def omzet(urut: int, kelompok: int) -> int:
    """What a group of a file says its members turned over."""
    return 1_000_000 + 1000 * urut + kelompok


def _form(urut: int) -> bytes:
    t, w = divmod(urut, len(WILAYAH))
    isi = []
    for n, nama in enumerate(NAMA):
        nilai = values(t) | {"omzet_usaha": omzet(urut, n)}
        if urut == DITAHAN and n == len(NAMA) - 1:
            nilai["kas"] = "dua juta"
        belum = dict.fromkeys(langkah(), ("belum", None, ""))
        isi.append(IsianKelompok("", nama, nilai, belum))
    keluar = io.BytesIO()
    lembar = {"poksus_ada": "ya", "usaha_perorangan": urut}
    isian = IsianFormulir(kelompok=tuple(isi), nilai=lembar)
    write_template(keluar, WILAYAH[w], PERIODE[t], isian=isian)
    return keluar.getvalue()


def pile(folder: Path) -> list[Path]:
    """Twelve reports in a folder, in the order in which they are taken."""
    folder.mkdir(parents=True, exist_ok=True)
    semua = []
    for urut in range(len(WILAYAH) * len(PERIODE)):
        berkas = folder / f"laporan-{urut:02d}.xlsx"
        berkas.write_bytes(_form(urut))
        semua.append(berkas)
    return semua


class SameProcess:
    """Reads without a process of its own: where only the store is meant."""

    def read(self, data, nama, *, hari_ini, bantuan=None):  # noqa: ARG002
        """What a workbook says."""
        return read(data, nama, hari_ini=hari_ini)


# ------------------------------------------------------------ the program, and its end


@dataclass
class Program:
    """A running program: its receipts as they come, its reading processes, its end."""

    proses: multiprocessing.Process
    dari: io.BufferedReader
    pekerja: list[int] = field(default_factory=list)
    tanda: dict[str, str] = field(default_factory=dict)
    """What was said of each file, by its name: only whole lines count."""

    def lines(self) -> Iterator[str]:
        """Lines as they come; ends with the program."""
        for mentah in self.dari:
            baris = mentah.decode()
            if not baris.endswith("\n"):
                return
            baris = baris.rstrip("\n")
            if baris.startswith(_PEKERJA):
                self.pekerja.append(int(baris.split()[1]))
                continue
            cocok = re.fullmatch(r"(laporan-\d\d\.xlsx): (.+)", baris)
            if cocok:
                self.tanda[cocok[1]] = cocok[2]
            yield baris

    def after(self, banyak: int) -> None:
        """Waits for so many receipts, or for the end."""
        semua = self.lines()
        while len(self.tanda) < banyak and next(semua, None) is not None:
            pass

    def end(self) -> int:
        """Waits for the end; gives the exit status, negative for a signal."""
        for _ in self.lines():
            pass
        self.proses.join()
        self.dari.close()
        return self.proses.exitcode

    def kill(self, *pid: int) -> None:
        """Kills processes of the program as the system would, for want of memory."""
        for satu in pid:
            with contextlib.suppress(ProcessLookupError):
                os.kill(satu, signal.SIGKILL)


def _context():
    cara = "forkserver" if hasattr(os, "fork") else "spawn"
    konteks = multiprocessing.get_context(cara)
    if cara == "forkserver":
        konteks.set_forkserver_preload([__name__, "psycopg"])
    return konteks


@contextlib.contextmanager
def _no_main() -> Iterator[None]:
    """Hides the main module: a page tested before leaves itself in its place."""
    utama = sys.modules["__main__"]
    sys.modules["__main__"] = types.ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = utama


def start(kerja: Callable[..., int], *isi: object) -> Program:
    """Runs a function of this module in a process of its own."""
    konteks = _context()
    baca, tulis = konteks.Pipe(duplex=False)
    proses = konteks.Process(target=_run, args=(tulis, kerja, isi))
    with _no_main():
        proses.start()
    tulis.close()
    return Program(proses, os.fdopen(os.dup(baca.fileno()), "rb"))


def _run(tulis, kerja, isi) -> None:
    os.dup2(tulis.fileno(), 1)
    sys.stdout = os.fdopen(os.dup(1), "w")
    _tell_workers()
    status = kerja(*isi)
    sys.stdout.flush()
    os._exit(status)


def _tell_workers() -> None:
    """Says the number of each reading process as soon as it is started."""
    asli = loaders.reader.subprocess.Popen

    class Popen(asli):
        def __init__(self, *args, **lain):
            super().__init__(*args, **lain)
            os.write(1, f"{_PEKERJA} {self.pid}\n".encode())

    loaders.reader.subprocess.Popen = Popen


def command(url: str, *argv: str) -> int:
    """The command line, as `python -m loaders` runs it."""
    os.environ["UP2K_DATABASE_URL"] = url
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    return main(argv)


def take_and_die(url: str, berkas: str, pada: int) -> int:
    """Takes one file, and dies at its statement number `pada`; 0 only counts them.

    With a number that never comes it dies once all is stored, before a word is said.
    """
    hitung = 0

    def one_more(apa: object = "") -> None:  # noqa: ARG001
        nonlocal hitung
        hitung += 1
        if hitung == pada:
            os.kill(os.getpid(), signal.SIGKILL)

    store = gudang.open_store(url)
    store.close()
    if store.dialect == "sqlite":
        event.listen(
            Engine, "connect", lambda dbapi, _: dbapi.set_trace_callback(one_more)
        )
    else:
        _count_in_psycopg(one_more)
    path = Path(berkas)
    ingest(store, path.name, path.read_bytes(), oleh="uji", reader=SameProcess())
    if pada:
        os.kill(os.getpid(), signal.SIGKILL)
    print(hitung)
    return 0


def _count_in_psycopg(one_more: Callable[[], None]) -> None:
    import psycopg

    def counted(kelas: type, nama: str) -> None:
        asli = getattr(kelas, nama)

        def sesudah(*args, **lain):
            one_more()
            return asli(*args, **lain)

        setattr(kelas, nama, sesudah)

    for nama in ("execute", "executemany"):
        counted(psycopg.Cursor, nama)
    counted(psycopg.Connection, "commit")


# ------------------------------------------------------------------ what must be there


def whole(url: str, berkas: list[Path]) -> dict[str, int]:
    """How often each file was taken; fails unless all that is visible is whole."""
    with contextlib.closing(gudang.open_store(url)) as store:
        _sound(store)
        snap = gudang.snapshot(store)
        per = {b.name: n for n, b in enumerate(berkas)}
        diambil = dict.fromkeys(per, 0)
        for k in snap.kiriman.itertuples():
            assert k.keadaan != "ditolak", k
            urut = per[k.nama_berkas]
            _whole_submission(store, k, urut, berkas[urut].read_bytes())
            diambil[k.nama_berkas] += 1
        return diambil


def _sound(store: gudang.Store) -> None:
    if store.dialect != "sqlite":
        return
    with gudang.read(store) as conn:
        assert conn.execute(text("PRAGMA integrity_check")).scalar() == "ok"
        assert conn.execute(text("PRAGMA foreign_key_check")).all() == []


def _whole_submission(store, k, urut: int, isi: bytes) -> None:
    """Every row, finding and byte of one submission, as its file says."""
    nomor = int(k.kiriman_id)
    _, disimpan = gudang.original(store, nomor)
    assert hashlib.sha256(disimpan).digest() == hashlib.sha256(isi).digest()
    tertahan = int(urut == DITAHAN)
    assert (k.n_diterima, k.n_tertahan) == (len(NAMA) - tertahan, tertahan)
    with gudang.read(store) as conn:

        def rows(perintah: str):
            return conn.execute(text(perintah), {"k": nomor}).all()

        milik = (
            "pembacaan_id IN (SELECT pembacaan_id FROM pembacaan WHERE kiriman_id=:k)"
        )
        assert len(rows("SELECT 1 FROM pembacaan WHERE kiriman_id = :k")) == 1
        posisi = rows(
            f"SELECT nama_kelompok, omzet_usaha FROM posisi WHERE {milik} ORDER BY urut"
        )
        assert [tuple(b) for b in posisi] == [
            (nama, omzet(urut, n)) for n, nama in enumerate(NAMA)
        ]
        ((langkah_,),) = rows(f"SELECT count(*) FROM langkah WHERE {milik}")
        assert langkah_ == len(NAMA) * len(langkah())
        lapor = rows(f"SELECT usaha_perorangan FROM laporan_kelurahan WHERE {milik}")
        assert [tuple(b) for b in lapor] == [(urut,)]
        per = dict(
            tuple(b)
            for b in rows(
                f"SELECT tingkat, count(*) FROM temuan WHERE {milik} GROUP BY tingkat"
            )
        )
        assert (per.get("galat", 0), per.get("periksa", 0)) == (k.n_galat, k.n_periksa)


def all_once(url: str, berkas: list[Path]) -> None:
    """Every file once, every group once with one code for good, and every number."""
    assert whole(url, berkas) == {b.name: 1 for b in berkas}
    with contextlib.closing(gudang.open_store(url)) as store:
        snap = gudang.snapshot(store)
    assert sorted(snap.kelompok["kode_kelompok"]) == sorted(
        f"{w}-{n:02d}" for w in WILAYAH for n in range(1, len(NAMA) + 1)
    )
    isi = {
        (baris.kode_wilayah, baris.periode, baris.nama_kelompok): baris.omzet_usaha
        for baris in snap.posisi.itertuples()
    }
    harus = {}
    for urut in range(len(berkas)):
        t, w = divmod(urut, len(WILAYAH))
        for n, nama in enumerate(NAMA):
            if (urut, n) != (DITAHAN, len(NAMA) - 1):
                harus[WILAYAH[w], str(PERIODE[t]), nama] = omzet(urut, n)
    assert isi == harus
