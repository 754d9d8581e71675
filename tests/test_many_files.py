"""Many files by one command: in their order, stopped and taken up again."""

import io
import json
import os
import signal
import threading

import pytest

import loaders.keeping
import loaders.many
import store as gudang
from loaders.__main__ import main
from loaders.ahead import Readers
from loaders.progress import counted, time_left
from loaders.stopping import Berhenti
from tests.durability import DITAHAN, pile, whole

SELURUH = 12


@pytest.fixture(scope="module")
def laporan(tmp_path_factory):
    return pile(tmp_path_factory.mktemp("kiriman"))


@pytest.fixture
def folder(data_dir, laporan):  # noqa: ARG001 (the store is an empty one)
    return str(laporan[0].parent)


def receipts(capsys, *argv: str) -> list[dict]:
    """What the command says of each file."""
    main([*argv, "--json"])
    return json.loads(capsys.readouterr().out)


def told(tanda: list[dict]) -> list[tuple]:
    return [
        (t["nama"], t["keadaan"], t["kalimat"], t["kelompok_baru"], t["temuan"])
        for t in tanda
    ]


def test_several_processes_give_the_receipts_of_one_in_the_same_order(
    folder, data_dir, capsys
):
    satu = receipts(capsys, "ingest", folder, "--proses", "1")
    assert [t["nama"] for t in satu] == [
        f"laporan-{n:02d}.xlsx" for n in range(SELURUH)
    ]
    assert [n for n, t in enumerate(satu) if t["keadaan"] != "diterima"] == [DITAHAN]
    for berkas in data_dir.iterdir():
        berkas.unlink()
    tiga = receipts(capsys, "ingest", folder, "--proses", "3")
    assert told(tiga) == told(satu)


def test_what_was_received_is_told_by_its_bytes_and_not_read_again(
    folder, capsys, monkeypatch
):
    main(["ingest", folder])
    dibaca = []
    asli = Readers.read

    def noted(self, data, nama, **lain):
        dibaca.append(nama)
        return asli(self, data, nama, **lain)

    monkeypatch.setattr(Readers, "read", noted)
    capsys.readouterr()
    tanda = receipts(capsys, "ingest", folder)
    assert {t["keadaan"] for t in tanda} == {"sudah_diterima"}
    assert {t["keadaan"] for t in receipts(capsys, "check", folder)} == {
        "sudah_diterima"
    }
    assert dibaca == []


def test_what_was_superseded_or_rejected_is_read_again(
    folder, laporan, tmp_path, capsys
):
    """Known bytes are no answer: the one is asked about, the other judged anew."""
    pulang = tmp_path / "pulang"
    pulang.mkdir()
    lama = pulang / "lama.xlsx"
    lama.write_bytes(laporan[0].read_bytes())
    rusak = pulang / "rusak.xlsx"
    rusak.write_bytes(b"PK\3\4 rusak")
    assert main(["ingest", str(pulang)]) == 1
    # the same kelurahan and period with other bytes
    lama.write_bytes(laporan[0].read_bytes() + b"\0" * 4)
    assert main(["ingest", str(lama)]) == 0
    lama.write_bytes(laporan[0].read_bytes())
    capsys.readouterr()
    satu, dua = receipts(capsys, "ingest", str(pulang))
    assert (satu["keadaan"], satu["perlu_jawaban"]) == ("ditolak", True)
    assert "pernah diterima" in satu["kalimat"]
    assert dua["keadaan"] == "ditolak"
    assert "rusak" in dua["kalimat"]
    assert {t["keadaan"] for t in receipts(capsys, "ingest", folder)} == {
        "diterima", "sebagian", "ditolak",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("tanda", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)]
)
def test_a_stop_finishes_the_file_in_hand_and_the_same_command_goes_on(
    tanda, status, folder, laporan, capsys, monkeypatch
):
    asli = loaders.many.ingest

    def interrupted(store, nama, *isi, **lain):
        if nama == "laporan-04.xlsx":
            os.kill(os.getpid(), tanda)
        return asli(store, nama, *isi, **lain)

    monkeypatch.setattr(loaders.many, "ingest", interrupted)
    assert main(["ingest", folder]) == status
    keluar = capsys.readouterr()
    assert keluar.err == (
        "Berhenti: 5 dari 12 berkas selesai. Jalankan lagi perintah yang sama untuk "
        "melanjutkan.\n"
    )
    assert [b.partition(":")[0] for b in keluar.out.splitlines() if "xlsx:" in b] == [
        f"laporan-{n:02d}.xlsx" for n in range(5)
    ]
    ada = whole(gudang.real_url(), laporan)
    assert [n for n, b in enumerate(laporan) if ada[b.name]] == [0, 1, 2, 3, 4]
    monkeypatch.setattr(loaders.many, "ingest", asli)
    lanjut = receipts(capsys, "ingest", folder)
    assert [t["keadaan"] for t in lanjut[:6]] == ["sudah_diterima"] * 5 + ["diterima"]
    assert set(whole(gudang.real_url(), laporan).values()) == {1}


def test_a_second_ctrl_c_drops_the_file_in_hand_whole(
    folder, laporan, capsys, monkeypatch
):
    keep = loaders.keeping.add_reading

    def in_transaction(*isi):
        nomor = keep(*isi)
        (banyak,) = isi[0].exec_driver_sql("SELECT count(*) FROM kiriman").one()
        if banyak == 3:
            for _ in range(2):
                os.kill(os.getpid(), signal.SIGINT)
        return nomor

    monkeypatch.setattr(loaders.keeping, "add_reading", in_transaction)
    assert main(["ingest", folder]) == 130
    assert "Berhenti: 2 dari 12 berkas selesai." in capsys.readouterr().err
    assert sum(whole(gudang.real_url(), laporan).values()) == 2


def test_a_stop_while_looking_says_that_nothing_is_stored(folder, capsys, monkeypatch):
    asli = loaders.many.ingest

    def interrupted(*isi, **lain):
        os.kill(os.getpid(), signal.SIGTERM)
        return asli(*isi, **lain)

    monkeypatch.setattr(loaders.many, "ingest", interrupted)
    assert main(["check", folder]) == 143
    assert capsys.readouterr().err == (
        "Berhenti: 1 dari 12 berkas selesai; tidak ada yang disimpan.\n"
    )
    assert not gudang.is_started(gudang.open_store())


def test_signals_mean_again_what_they_meant_before(folder):
    sebelum = signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)
    main(["check", folder])
    assert (
        signal.getsignal(signal.SIGINT),
        signal.getsignal(signal.SIGTERM),
    ) == sebelum


def test_a_stop_does_not_wait_for_a_file_that_hangs():
    berhenti, macet = Berhenti(), threading.Event()
    with Readers(1) as readers:

        def work(item: int) -> int:
            if item:
                berhenti.ask(signal.SIGINT)
                macet.wait(60)
            return item

        selesai = [i for i, _ in readers.in_order([0, 1, 2], work, berhenti.__bool__)]
        macet.set()
    assert selesai in ([], [0])


def test_the_bar_says_how_many_are_done_and_how_long_it_takes():
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    layar = Terminal()
    assert list(counted(iter("abc"), 3, layar)) == ["a", "b", "c"]
    awal, satu = layar.getvalue().split("\r")[1:3]
    assert awal.endswith("0/3")
    assert satu.endswith("1/3 sisa sekitar 0 detik")
    # 40 of 1.000 in a minute: 960 more take 24 minutes
    assert time_left(40, 1000, 60) == "sisa sekitar 24 menit"
