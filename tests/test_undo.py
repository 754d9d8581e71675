"""What was handed in by one action is undone as one, and nothing is ever deleted."""

import datetime as dt
import functools
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import store as gudang
from indicators.data import Data
from indicators.punctuality import punctuality
from loaders.__main__ import main as loaders_main
from loaders.ingest import ingest
from loaders.reader import Reader
from reference.tulisan import hari_ini
from store import StoreError, actions, new_batch, redo, undo
from store.__main__ import main as store_main
from tests.forms_city import JATI, KINI, PERIODE, PILANG, SUKOHARJO
from tests.forms_city import form as write_form

ROOT = Path(__file__).resolve().parent.parent
LALU = PERIODE[1]
SERUNI, CEMPAKA, DAHLIA = f"{PILANG}-01", f"{PILANG}-02", f"{JATI}-01"
KEMARIN = hari_ini() - dt.timedelta(days=1)


@functools.cache
def form(kode: str, periode=KINI, kelompok=None, omzet: int = 3_000_000) -> bytes:
    """A form of the small city, written once; `omzet` is what Seruni reports."""
    return write_form(kode, periode, kelompok, Seruni={"omzet_usaha": omzet})


@pytest.fixture(scope="module")
def reader():
    with Reader() as satu:
        yield satu


@pytest.fixture
def send(store, reader):
    """Hand in a form; what is not said is the same for all."""

    def kirim(data: bytes, nama: str = "a.xlsx", **lain):
        isi = {"oleh": "petugas", "reader": reader, **lain}
        return ingest(store, nama, data, **isi)

    return kirim


@pytest.fixture
def city(store, send):
    """Pilang reported last quarter and this one; then a batch corrected Seruni there,
    and brought the first report of Jati, both days ago."""
    dulu = KINI.end + dt.timedelta(days=2)
    send(form(PILANG, LALU), "lalu.xlsx", diterima=LALU.end + dt.timedelta(days=2))
    send(form(PILANG), "pertama.xlsx", diterima=dulu)
    send(
        form(PILANG, omzet=4_000_000),
        "koreksi.xlsx", diterima=dulu + dt.timedelta(days=1), tumpukan="TUJI",
    )  # fmt: skip
    send(form(JATI), "jati.xlsx", diterima=dulu, tumpukan="TUJI")
    return store


def omzet(store, as_of=None) -> dict:
    p = gudang.snapshot(store, as_of).posisi
    p = p[p["periode"] == str(KINI)]
    return dict(zip(p["kode_kelompok"], p["omzet_usaha"], strict=True))


def states(store) -> dict:
    k = gudang.snapshot(store).kiriman
    return dict(zip(k["nama_berkas"], k["keadaan"], strict=True))


def test_one_undo_takes_back_all_that_one_press_stored(city):
    assert omzet(city) == {SERUNI: 4_000_000, CEMPAKA: 3_000_000, DAHLIA: 3_000_000}
    kena = undo(city, "TUJI", oleh="koordinator", alasan="berkas tertukar")
    assert [m.nama_berkas for m in kena] == ["koreksi.xlsx", "jati.xlsx"]
    # what it superseded counts again, and the group that only it named is gone
    assert omzet(city) == {SERUNI: 3_000_000, CEMPAKA: 3_000_000}
    snap = gudang.snapshot(city)
    assert snap.kelompok["kode_kelompok"].tolist() == [SERUNI, CEMPAKA]
    assert set(snap.kelurahan["kode_wilayah"]) == {PILANG}
    assert set(snap.langkah["kode_kelompok"]) == {SERUNI, CEMPAKA}
    assert not set(snap.temuan["kiriman_id"]) & {m.kiriman_id for m in kena}


def test_the_list_says_undone_and_indicators_know_nothing_of_it(city):
    undo(city, "TUJI", oleh="koordinator", alasan="salah")
    assert states(city) == {
        "lalu.xlsx": "diterima", "pertama.xlsx": "diterima",
        "koreksi.xlsx": "dibatalkan", "jati.xlsx": "dibatalkan",
    }  # fmt: skip
    data = Data.from_snapshot(gudang.snapshot(city))
    keadaan = punctuality(data, [KINI], KINI.deadline + dt.timedelta(days=1))
    per = keadaan.set_index("kode_wilayah")["keadaan"]
    assert (per[JATI], per[PILANG]) == ("belum", "tepat")


def test_a_day_before_the_undo_shows_what_counted_then(city):
    undo(city, "TUJI", oleh="koordinator", alasan="salah")
    assert omzet(city, KEMARIN)[SERUNI] == 4_000_000
    assert DAHLIA in set(gudang.snapshot(city, KEMARIN).kelompok["kode_kelompok"])


def test_nothing_is_deleted_and_the_bytes_are_still_there(city):
    (nomor,) = [m.kiriman_id for m in actions(city)[0].isi if "jati" in m.nama_berkas]
    undo(city, "TUJI", oleh="koordinator", alasan="salah")
    assert gudang.original(city, nomor) == ("jati.xlsx", form(JATI))


def test_every_undo_and_redo_changes_the_fingerprint(city):
    jejak = [gudang.fingerprint(city)]
    undo(city, "TUJI", oleh="koordinator", alasan="salah")
    jejak.append(gudang.fingerprint(city))
    redo(city, "TUJI", oleh="koordinator")
    jejak.append(gudang.fingerprint(city))
    assert len(set(jejak)) == 3


def test_what_was_undone_can_be_taken_back_to_its_old_place(city):
    sebelum = omzet(city)
    undo(city, "TUJI", oleh="koordinator", alasan="salah")
    redo(city, "TUJI", oleh="koordinator")
    assert omzet(city) == sebelum
    assert "dibatalkan" not in states(city).values()


def test_one_submission_of_a_batch_can_be_undone_by_its_number(city):
    tindakan = actions(city)[0]
    nomor = next(m.kiriman_id for m in tindakan.isi if m.kode_wilayah == JATI)
    undo(city, str(nomor), oleh="koordinator", alasan="salah")
    assert omzet(city) == {SERUNI: 4_000_000, CEMPAKA: 3_000_000}
    kena = undo(city, "TUJI", oleh="koordinator", alasan="sisanya juga")
    assert [m.nama_berkas for m in kena] == ["koreksi.xlsx"]


def test_a_number_leads_to_the_file_that_counts_again(city):
    undo(city, "TUJI", oleh="koordinator", alasan="salah")
    asal = gudang.cells(city, SERUNI, str(KINI), ["omzet_usaha"])
    assert asal[["nama_berkas", "nilai"]].values.tolist() == [
        ["pertama.xlsx", 3_000_000]
    ]
    assert gudang.cells(city, DAHLIA, str(KINI), ["omzet_usaha"]).empty


def test_the_code_of_a_group_that_is_gone_is_not_given_to_another(city, send):
    undo(city, "TUJI", oleh="koordinator", alasan="salah")
    tanda = send(form(JATI, kelompok=("Teratai",)), "lain.xlsx")
    assert tanda.kelompok_baru == (f"Teratai ({JATI}-02)",)


def test_a_group_that_is_not_open_is_not_missed(city, send):
    undo(city, "TUJI", oleh="koordinator", alasan="salah")
    tanda = send(form(JATI, kelompok=("Teratai",)), "lain.xlsx", simpan=False)
    assert "kelompok_tidak_dilaporkan" not in {t.jenis for t in tanda.temuan}


def test_the_same_bytes_are_asked_about_and_then_count_as_the_newest(city, send):
    undo(city, "TUJI", oleh="koordinator", alasan="salah")
    dilihat = send(form(JATI), "jati.xlsx", simpan=False)
    assert (dilihat.keadaan, dilihat.perlu_jawaban) == ("diterima", True)
    assert "pernah_dibatalkan" in {t.jenis for t in dilihat.temuan}
    # its group comes back under the code that it had, and is confirmed anew
    assert dilihat.kelompok_baru == (f"Dahlia ({DAHLIA})",)
    assert dilihat.perubahan.kembali == ("Dahlia",)

    assert send(form(JATI), "jati.xlsx").keadaan == "ditolak"
    assert DAHLIA not in omzet(city)
    assert send(form(JATI), "jati.xlsx", ulang=True).keadaan == "diterima"
    assert omzet(city)[DAHLIA] == 3_000_000
    assert send(form(JATI), "jati.xlsx").keadaan == "sudah_diterima"


def test_the_same_bytes_as_what_counts_again_were_received(city, send):
    undo(city, "TUJI", oleh="koordinator", alasan="salah")
    assert send(form(PILANG), "pertama.xlsx").keadaan == "sudah_diterima"


def test_a_correction_is_held_against_what_counts_after_the_undo(city, send):
    undo(city, "TUJI", oleh="koordinator", alasan="salah")
    baru = form(PILANG, omzet=5_000_000)
    tanda = send(baru, "lagi.xlsx", simpan=False)
    (satu,) = tanda.perubahan.berubah
    assert (satu.lama, satu.baru) == ("Rp 3.000.000", "Rp 5.000.000")


@pytest.mark.parametrize(
    ("kunci", "alasan", "pesan"),
    [
        ("TUJI", "  ", "Tulis alasan pembatalannya"),
        ("Txyz", "salah", "“Txyz” tidak ada"),
        ("999", "salah", "“999” tidak ada"),
    ],
)
def test_an_undo_that_cannot_be_is_refused_in_words(city, kunci, alasan, pesan):
    with pytest.raises(StoreError, match=pesan):
        undo(city, kunci, oleh="koordinator", alasan=alasan)
    assert "dibatalkan" not in states(city).values()


def test_undoing_and_redoing_twice_is_refused(city):
    with pytest.raises(StoreError, match="tidak sedang dibatalkan"):
        redo(city, "TUJI", oleh="koordinator")
    undo(city, "TUJI", oleh="koordinator", alasan="salah")
    with pytest.raises(StoreError, match="sudah dibatalkan"):
        undo(city, "TUJI", oleh="koordinator", alasan="salah")


def test_a_closed_period_refuses_the_whole_undo(city, send):
    send(form(SUKOHARJO, LALU), "sukoharjo.xlsx", tumpukan="TUJI")
    gudang.close_period(city, str(LALU), oleh="koordinator")
    sebelum = states(city)
    with pytest.raises(StoreError, match=f"{LALU.label} sudah ditutup"):
        undo(city, "TUJI", oleh="koordinator", alasan="salah")
    assert states(city) == sebelum
    gudang.reopen_period(city, str(LALU), oleh="koordinator")
    undo(city, "TUJI", oleh="koordinator", alasan="salah")
    gudang.close_period(city, str(LALU), oleh="koordinator")
    with pytest.raises(StoreError, match=f"{LALU.label} sudah ditutup"):
        redo(city, "TUJI", oleh="koordinator")


def test_the_last_actions_are_told_to_those_who_took_them(city, send):
    tumpukan = new_batch()
    send(b"bukan lembar kerja", "surat.xlsx", tumpukan=tumpukan)
    send(form(SUKOHARJO), "sukoharjo.xlsx", tumpukan=tumpukan, oleh="koordinator")
    semua = actions(city)
    assert [len(a.isi) for a in semua] == [1, 2, 1, 1]
    assert semua[0].kunci == tumpukan
    assert [m.nama_berkas for m in semua[0].isi] == ["sukoharjo.xlsx"]
    assert [a.kunci for a in actions(city, oleh="petugas", banyak=1)] == ["TUJI"]


def test_a_withdrawn_submission_stays_withdrawn_when_all_are_read_again(city, reader):
    from loaders.rebuild import reread
    from store.lineage import kept

    undo(city, "TUJI", oleh="koordinator", alasan="salah")
    for lama in kept(city):
        reread(city, reader, lama)
    assert omzet(city) == {SERUNI: 3_000_000, CEMPAKA: 3_000_000}
    redo(city, "TUJI", oleh="koordinator")
    assert omzet(city) == {SERUNI: 4_000_000, CEMPAKA: 3_000_000, DAHLIA: 3_000_000}


def test_one_run_over_a_folder_is_undone_by_the_command_that_it_prints(
    data_dir, tmp_path, capsys
):
    folder = tmp_path / "masuk"
    folder.mkdir()
    for kode in (JATI, SUKOHARJO):
        (folder / f"{kode}.xlsx").write_bytes(form(kode))
    (folder / "rusak.xlsx").write_bytes(b"PK rusak")
    assert loaders_main(["ingest", str(folder), "--oleh", "ani"]) == 1
    akhir = capsys.readouterr().out.splitlines()[-1]
    assert re.match(r"Tumpukan T\w+: 2 berkas disimpan\. Membatalkan semuanya: ", akhir)
    perintah = akhir.partition("python -m store ")[2].split()[:2]

    assert store_main([*perintah, "--alasan", "salah folder", "--oleh", "ani"]) == 0
    toko = gudang.open_store(data_dir / "up2k.db")
    assert gudang.snapshot(toko).posisi.empty
    assert store_main([*perintah, "--alasan", "lagi"]) == 2
    assert "sudah dibatalkan" in capsys.readouterr().err
    store_main(["terakhir"])
    assert "2 berkas  ani  (dibatalkan)" in capsys.readouterr().out
    assert store_main(["pulih", perintah[1]]) == 0
    assert len(gudang.snapshot(toko).posisi) == 3


def test_the_commands_run_as_programs(data_dir):
    hasil = subprocess.run(
        [sys.executable, "-m", "store", "batal", "T0", "--alasan", "salah"],
        cwd=ROOT, capture_output=True, text=True,
        env={**os.environ, "PYTHONUTF8": "1", "UP2K_DATA_DIR": str(data_dir)},
    )  # fmt: skip
    assert (hasil.returncode, hasil.stdout) == (2, "")
    assert "“T0” tidak ada" in hasil.stderr
