"""Nothing that was acknowledged is lost, and nothing is half there, whatever happens.

`make soak` runs the same with more deaths (UP2K_UJI_BUNUH).
"""

import random
import time

import pytest

from tests.durability import (
    KILLS,
    all_once,
    command,
    pile,
    start,
    take_and_die,
    whole,
)

# Deaths on PostgreSQL cost no file of ours: fewer of them say as much.
KILLS_POSTGRESQL = KILLS // 4


@pytest.fixture(scope="module")
def laporan(tmp_path_factory):
    return pile(tmp_path_factory.mktemp("kiriman"))


def _die_somewhere(acak: random.Random, url: str, folder: str) -> dict[str, str]:
    """Lets the command run for a while, and kills it; gives what it had said."""
    program = start(command, url, "ingest", folder)
    program.after(acak.randint(0, 4))
    time.sleep(acak.uniform(0, 0.03))
    siapa = acak.choice(["induk", "pekerja", "keduanya"])
    if siapa != "induk":
        program.kill(*acak.sample(program.pekerja, min(len(program.pekerja), 2)))
    if siapa != "pekerja":
        program.kill(program.proses.pid)
    # 1: one group of the pile is held back, as it should be
    assert program.end() in ({0, 1} if siapa == "pekerja" else {0, 1, -9})
    return program.tanda


def _acknowledged(tanda: dict[str, str]) -> set[str]:
    return {n for n, kalimat in tanda.items() if not kalimat.startswith("Ditolak")}


@pytest.mark.parametrize(
    ("basis", "banyak"),
    [
        ("sqlite", KILLS),
        pytest.param("postgresql", KILLS_POSTGRESQL, marks=pytest.mark.postgresql),
    ],
)
def test_whatever_was_acknowledged_is_there_after_being_killed(
    basis, banyak, laporan, tmp_path, request
):
    """At random points: the program, its reading processes, or both."""
    benih = random.randrange(10**6)
    print(f"random.Random({benih})")
    acak = random.Random(benih)
    url = _fresh(request, basis, tmp_path, 0)
    dikatakan: set[str] = set()
    for ke in range(banyak):
        dikatakan |= _acknowledged(_die_somewhere(acak, url, str(laporan[0].parent)))
        ada = whole(url, laporan)
        assert {n for n in dikatakan if ada[n] != 1} == set()
        assert max(ada.values()) <= 1
        if min(ada.values()) == 1 or ke == banyak - 1:
            assert start(command, url, "ingest", str(laporan[0].parent)).end() in (0, 1)
            all_once(url, laporan)
            url, dikatakan = _fresh(request, basis, tmp_path, ke + 1), set()


def _fresh(request, basis: str, tmp_path, ke: int) -> str:
    """The address of a store that does not exist yet."""
    if basis == "sqlite":
        return f"sqlite:///{tmp_path / f'up2k-{ke}.db'}"
    return request.getfixturevalue("new_postgresql")(ke)


@pytest.fixture
def new_postgresql(postgresql_server, request):
    """Makes empty databases, numbered."""
    import psycopg

    def make(ke: int) -> str:
        nama = f"mati{abs(hash(request.node.nodeid))}_{ke}"
        with psycopg.connect(postgresql_server, autocommit=True) as conn:
            conn.execute(f'CREATE DATABASE "{nama}"')
        return postgresql_server.replace("/postgres?", f"/{nama}?")

    return make


def test_a_death_at_any_statement_of_a_transaction_leaves_nothing_of_it(
    store_url, laporan
):
    """At its first statement, between rows, at its commit, and after it."""
    satu, dua = laporan[:2]
    program = start(take_and_die, store_url, str(satu), 0)
    (banyak,) = [int(b) for b in program.lines() if b.isdecimal()]
    assert program.end() == 0
    # The first file is there; the second needs as many statements, for it is alike.
    titik = {1, 2, banyak - 1, banyak} | set(
        range(3, banyak, banyak * 20 // KILLS // 6)
    )
    for pada in sorted(titik):
        assert start(take_and_die, store_url, str(dua), pada).end() == -9
        ada = whole(store_url, laporan)
        assert (pada, ada[satu.name], ada[dua.name]) == (pada, 1, 0)
    assert start(take_and_die, store_url, str(dua), banyak + 10**6).end() == -9
    assert whole(store_url, laporan)[dua.name] == 1
    program = start(command, store_url, "ingest", str(dua))
    assert program.end() == 0
    assert program.tanda[dua.name].startswith("Sudah diterima")
    assert whole(store_url, laporan)[dua.name] == 1


PROCESSES = 8


def test_eight_processes_taking_the_same_pile_take_each_file_once(store_url, laporan):
    folder = str(laporan[0].parent)
    semua = [
        start(command, store_url, "ingest", folder, "--proses", "1")
        for _ in range(PROCESSES)
    ]
    assert {p.end() for p in semua} <= {0, 1}
    for berkas in laporan:
        kata = [p.tanda[berkas.name].split()[0] for p in semua]
        pertama = [k for k in kata if k != "Sudah"]
        assert (len(kata), len(pertama)) == (PROCESSES, 1), (berkas.name, kata)
    all_once(store_url, laporan)
