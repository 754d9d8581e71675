"""Cells mended on screen: read as if the file held them, and kept beside it."""

import io
import zipfile

import openpyxl
import pytest

import store as gudang
from loaders.bantuan import Bantuan
from loaders.ingest import ingest
from loaders.mended import Diperbaiki
from loaders.reader import Reader
from loaders.rebuild import reread
from loaders.receipt import as_text
from store import undo
from store.lineage import kept
from tests.forms_city import KINI, PILANG, form

SERUNI, CEMPAKA = f"{PILANG}-01", f"{PILANG}-02"
# Seruni stands in row 6; R is the column of kas
KAS = ("Keuangan", "R6")
SALAH = form(PILANG, Seruni={"kas": "seratus rb rupiah"})
NIK = "3574014107850001"


@pytest.fixture(scope="module")
def reader():
    with Reader() as satu:
        yield satu


@pytest.fixture
def send(store, reader):
    """Hand in a form with some cells mended; what is not said is the same for all."""

    def kirim(data: bytes = SALAH, perbaikan: dict | None = None, **lain):
        isi = {"oleh": "petugas", "reader": reader, **lain}
        bantuan = Bantuan(perbaikan=perbaikan or {})
        return ingest(store, "pilang.xlsx", data, bantuan=bantuan, **isi)

    return kirim


def kas(store) -> dict:
    p = gudang.snapshot(store).posisi
    return dict(zip(p["kode_kelompok"], p["kas"], strict=True))


def kinds(tanda) -> set:
    return {t.jenis for t in tanda.temuan}


def test_a_mended_cell_is_read_and_told_and_the_file_stays_as_it_was(store, send):
    assert send(simpan=False).keadaan == "sebagian"
    tanda = send(perbaikan={KAS: "100000"})
    assert tanda.keadaan == "diterima"
    assert tanda.diperbaiki == (
        Diperbaiki("Keuangan", "R6", "seratus rb rupiah", "100000"),
    )
    assert "Lembar Keuangan, sel R6: “seratus rb rupiah” → “100000”" in as_text(tanda)
    assert kas(store) == {SERUNI: 100_000, CEMPAKA: 100_000}
    assert gudang.original(store, tanda.kiriman_id)[1] == SALAH


def test_what_the_sheet_added_up_before_a_mend_is_not_held_against_it(send):
    # the form's own formulas left the text out of column W and of the row JUMLAH
    assert not kinds(send(perbaikan={KAS: "100000"})) & {
        "hitungan_tidak_cocok",
        "jumlah_tidak_cocok",
    }


def test_the_way_back_says_that_the_cell_was_mended(store, send):
    send(perbaikan={KAS: "100000"})
    asal = gudang.cells(store, SERUNI, str(KINI), ["kas", "omzet_usaha"])
    kolom = ["variabel", "nilai", "lama", "baru"]
    assert asal[kolom].values.tolist() == [
        ["kas", 100_000, "seratus rb rupiah", "100000"],
        ["omzet_usaha", 3_000_000, None, None],
    ]


def test_what_is_read_again_later_is_read_with_its_mends(store, send, reader):
    send(perbaikan={KAS: "100000"})
    for lama in kept(store):
        assert reread(store, reader, lama).keadaan == "diterima"
    assert kas(store) == {SERUNI: 100_000, CEMPAKA: 100_000}


def test_a_mend_can_be_wrong_as_well(send):
    tanda = send(perbaikan={KAS: "100 ribu"}, simpan=False)
    assert tanda.keadaan == "diterima"
    tanda = send(perbaikan={KAS: "entah"}, simpan=False)
    assert tanda.keadaan == "sebagian"
    (t,) = [t for t in tanda.temuan if t.jenis == "bukan_angka"]
    assert (t.lembar, t.sel, t.ditemukan) == ("Keuangan", "R6", "entah")


def test_the_same_bytes_with_the_same_mends_were_received(store, send):
    send(perbaikan={KAS: "100000"})
    sebelum = gudang.fingerprint(store)
    assert send(perbaikan={KAS: "  100000 "}).keadaan == "sudah_diterima"
    assert gudang.fingerprint(store) == sebelum


def test_the_same_bytes_with_another_mend_are_the_newest(store, send):
    send(perbaikan={KAS: "100000"})
    tanda = send(perbaikan={KAS: "90000"})
    assert (tanda.keadaan, tanda.perlu_jawaban) == ("diterima", False)
    assert kas(store)[SERUNI] == 90_000


def test_the_same_bytes_without_their_mends_are_asked_about(store, send):
    send(perbaikan={KAS: "100000"})
    dilihat = send(simpan=False)
    assert dilihat.perlu_jawaban
    (t,) = [t for t in dilihat.temuan if t.jenis == "perbaikan_hilang"]
    assert "dengan perbaikan di layar pada sel Keuangan › R6" in t.pesan
    assert send().keadaan == "ditolak"
    assert kas(store)[SERUNI] == 100_000
    assert send(ulang=True).keadaan == "sebagian"


def test_a_mended_file_that_was_undone_is_asked_about_too(store, send):
    nomor = send(perbaikan={KAS: "100000"}).kiriman_id
    undo(store, str(nomor), oleh="petugas", alasan="salah")
    assert send(perbaikan={KAS: "100000"}, simpan=False).perlu_jawaban
    assert not send(perbaikan={KAS: "90000"}, simpan=False).perlu_jawaban


def test_a_period_that_rejects_the_file_is_mended_as_well(store, send):
    buku = openpyxl.load_workbook(io.BytesIO(form(PILANG)))
    buku["Identitas"]["B7"] = "entah kapan"
    keluar = io.BytesIO()
    buku.save(keluar)
    tanda = send(keluar.getvalue(), simpan=False)
    assert tanda.keadaan == "ditolak"
    assert ("Identitas", "B7") in {(t.lembar, t.sel) for t in tanda.temuan}
    tanda = send(keluar.getvalue(), perbaikan={("Identitas", "B7"): KINI.label})
    assert (tanda.keadaan, tanda.periode) == ("diterima", str(KINI))
    assert kas(store) == {SERUNI: 100_000, CEMPAKA: 100_000}


def test_personal_data_typed_into_a_mend_is_kept_nowhere(store, send):
    tanda = send(perbaikan={KAS: f"100000 {NIK}"})
    assert tanda.diperbaiki[0].baru == "100000 [disamarkan]"
    with store.engine.connect() as conn:
        isi = conn.exec_driver_sql("SELECT lama, baru FROM perbaikan").all()
    assert [tuple(r) for r in isi] == [("seratus rb rupiah", "100000 [disamarkan]")]
    assert not any(NIK in t.pesan for t in tanda.temuan)


def test_personal_data_behind_a_mend_is_taken_out_of_what_is_kept(store, send):
    berisi = form(PILANG, Seruni={"bidang_usaha": f"kue {NIK}"})
    (t,) = [t for t in send(berisi, simpan=False).temuan if t.sel and "prib" in t.jenis]
    tanda = send(berisi, perbaikan={(t.lembar, t.sel): "kue"})
    assert tanda.keadaan == "diterima"
    disimpan = gudang.original(store, tanda.kiriman_id)[1]
    with zipfile.ZipFile(io.BytesIO(disimpan)) as paket:
        assert not any(NIK.encode() in paket.read(n) for n in paket.namelist())
    assert tanda.diperbaiki == (Diperbaiki(t.lembar, t.sel, "[disamarkan]", "kue"),)
    p = gudang.snapshot(store).posisi.set_index("kode_kelompok")
    assert p.loc[SERUNI, "bidang_usaha"] == "kue"
