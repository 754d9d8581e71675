"""Rules that were sent in: kept, as of a day, undone, refused, read again."""

import datetime as dt

import pytest
from sqlalchemy.exc import DBAPIError

import store as gudang
from loaders.__main__ import main
from loaders.acuan.write import acuan_bytes
from loaders.form.read import read
from loaders.ingest import ingest
from loaders.rebuild import reread
from reference.acuan import bawaan
from store.lineage import kept
from tests.acuan_books import Buku

DITERIMA = dt.date(2026, 11, 10)
KEMARIN = DITERIMA - dt.timedelta(days=1)
SUMBER = "Rapat Pokja II, 3 November 2026"


class Langsung:
    """Reads in this process: what stands for a warm reader."""

    def read(self, data, nama, *, hari_ini, bantuan):
        return read(data, nama, hari_ini=hari_ini, bantuan=bantuan)


def send(toko, buku, hari=DITERIMA, **lain):
    data = buku if isinstance(buku, bytes) else buku.write()
    isi = {"oleh": "koordinator", "reader": Langsung(), "diterima": hari, **lain}
    return ingest(toko, "Acuan UP2K.xlsx", data, **isi)


def pagu(acuan, hari):
    return acuan.pada("rencana", hari)["pagu"]["nilai"]


def book(nilai, acuan=None, hari=DITERIMA) -> Buku:
    buku = Buku(acuan, hari).isikan("rencana", "pagu", "Nilai", nilai, ke=0)
    buku.isikan("rencana", "pagu", "Sumber", SUMBER)
    return buku.isikan("rencana", "pagu", "Ditetapkan oleh", "Pokja II TP PKK")


def test_a_new_store_holds_what_the_product_brings(store):
    isi = gudang.snapshot(store)
    assert (isi.acuan, isi.acuan_masuk) == (bawaan(), ())


def test_a_change_counts_from_the_day_received(store):
    jejak = gudang.fingerprint(store)
    tanda = send(store, book(40_000_000))
    assert (tanda.keadaan, tanda.kalimat) == (
        "diterima",
        "Diterima: 1 perubahan aturan.",
    )
    assert gudang.fingerprint(store) != jejak
    isi = gudang.snapshot(store)
    assert (pagu(isi.acuan, KEMARIN), pagu(isi.acuan, DITERIMA)) == (
        25_000_000,
        40_000_000,
    )
    (satu,) = isi.acuan_masuk
    assert (satu.oleh, satu.diterima_pada.date()) == ("koordinator", DITERIMA)
    assert satu.butir.ditetapkan_oleh == "Pokja II TP PKK"


def test_a_past_day_is_judged_by_what_was_known_then(store):
    send(store, book(40_000_000))
    dulu = gudang.snapshot(store, KEMARIN).acuan
    assert (dulu, pagu(dulu, DITERIMA)) == (bawaan(), 25_000_000)


def test_what_is_undone_counts_no_more(store):
    tanda = send(store, book(40_000_000))
    gudang.undo(store, str(tanda.kiriman_id), oleh="koordinator", alasan="keliru")
    assert gudang.snapshot(store).acuan == bawaan()
    gudang.redo(store, str(tanda.kiriman_id), oleh="koordinator")
    assert pagu(gudang.snapshot(store).acuan, DITERIMA) == 40_000_000


def test_a_closed_period_stops_neither_sending_nor_undoing(store):
    gudang.close_period(store, "2026-T4", oleh="koordinator", alasan="rekap selesai")
    tanda = send(store, book(40_000_000))
    assert tanda.keadaan == "diterima"
    gudang.undo(store, str(tanda.kiriman_id), oleh="koordinator", alasan="keliru")


def test_the_current_workbook_sent_back_changes_nothing_and_is_not_kept(store):
    send(store, book(40_000_000))
    acuan = gudang.snapshot(store).acuan
    besok = DITERIMA + dt.timedelta(days=1)
    tanda = send(store, acuan_bytes(acuan, hari=besok), besok)
    assert tanda.keadaan == "sudah_diterima"
    assert tanda.kalimat.startswith("Tidak ada yang berubah")
    assert len(gudang.snapshot(store).kiriman) == 1


def test_looking_only_tells_what_would_change(store):
    tanda = send(store, book(40_000_000), simpan=False)
    berubah = {(b.isian, b.lama, b.baru) for b in tanda.perubahan.berubah}
    assert (
        "Nilai",
        "25.000.000",
        "40.000.000, berlaku sejak 10 November 2026",
    ) in berubah
    assert [b.kode for b in tanda.acuan] == ["pagu"]
    assert gudang.snapshot(store).acuan == bawaan()


def test_a_deleted_row_waits_for_a_yes(store):
    buku = Buku(hari=DITERIMA).hapus("pelaksana", "notaris").write()
    tanda = send(store, buku)
    assert (tanda.keadaan, tanda.perlu_jawaban) == ("ditolak", True)
    assert "notaris" in gudang.snapshot(store).acuan.pada("pelaksana", DITERIMA)
    tanda = send(store, buku, ulang=True)
    assert tanda.keadaan == "diterima"
    acuan = gudang.snapshot(store).acuan
    assert "notaris" not in acuan.pada("pelaksana", DITERIMA)
    assert "notaris" in acuan.pada("pelaksana", KEMARIN)


def test_only_a_part_is_held(store):
    buku = book(40_000_000).isikan(
        "paket", "bantu_lapor", "Hari pendamping (hari)", "?!"
    )
    tanda = send(store, buku)
    assert (tanda.keadaan, tanda.n_diterima, tanda.n_tertahan) == ("sebagian", 1, 1)


def test_others_than_the_coordinator_are_refused_politely(store):
    tanda = send(store, book(40_000_000), mengatur=False, oleh="petugas")
    assert tanda.keadaan == "ditolak"
    assert "Serahkan berkas ini kepada koordinator" in tanda.kalimat
    assert gudang.snapshot(store).acuan == bawaan()


def test_a_sample_workbook_does_not_reach_the_real_store(store):
    buku = Buku(hari=DITERIMA).isikan("rencana", "pagu", "Nilai", 1)
    buku.lembar("rencana")["A1"].value += "/CONTOH"
    assert send(store, buku).temuan[-1].jenis == "contoh_ditolak"


def test_it_is_no_report_of_a_period(store):
    send(store, book(40_000_000))
    isi = gudang.snapshot(store)
    assert isi.periode.empty
    assert isi.posisi.empty


def test_two_changes_of_one_quarter_both_count(store):
    send(store, book(40_000_000))
    besok = DITERIMA + dt.timedelta(days=1)
    acuan = gudang.snapshot(store).acuan
    buku = Buku(acuan, besok).isikan("rencana", "hari_pendamping", "Nilai", 90)
    assert send(store, buku, besok).keadaan == "diterima"
    kini = gudang.snapshot(store).acuan
    assert pagu(kini, besok) == 40_000_000
    assert kini.pada("rencana", besok)["hari_pendamping"]["nilai"] == 90


def test_reading_again_finds_the_same(store):
    send(store, book(40_000_000))
    acuan = gudang.snapshot(store).acuan
    tanda = [reread(store, Langsung(), lama) for lama in kept(store)]
    assert [t.kalimat for t in tanda] == ["Diterima: 1 perubahan aturan."]
    assert gudang.snapshot(store).acuan == acuan


def test_it_is_append_only(store):
    send(store, book(40_000_000))
    with (
        pytest.raises(DBAPIError, match="hanya boleh ditambah"),
        gudang.write(store) as conn,
    ):
        conn.exec_driver_sql("UPDATE acuan SET isi = '{}'")


def test_the_command_writes_what_counts(tmp_path, capsys):
    url = f"sqlite:///{tmp_path / 'u.db'}"
    toko = gudang.open_store(url)
    send(toko, book(40_000_000))
    keluar = tmp_path / "acuan.xlsx"
    assert main(["acuan", "-o", str(keluar), "--store", url]) == 0
    assert capsys.readouterr().out.strip() == str(keluar)
    bacaan = read(keluar.read_bytes(), keluar.name, hari_ini=dt.date(2026, 11, 24))
    nilai = [
        b.butir["nilai"]
        for x in bacaan.acuan.lembar
        for b in x.rows
        if b.kunci[0] == "pagu"
    ]
    assert nilai == [25_000_000, 40_000_000]
