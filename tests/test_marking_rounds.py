"""Sent again: what is finished, what is left, what is new."""

import contextlib
import io

import openpyxl
import pytest

from checks.temuan import JENIS, Temuan
from loaders.__main__ import main
from loaders.form.read import read
from loaders.formats.workbook import Workbook
from loaders.ingest import ingest
from loaders.marking import mark
from loaders.reader import Reader
from loaders.receipt import TandaTerima, as_text
from store import Store, open_store
from tests.faults import HARI_INI, Form
from tests.forms_city import KINI, PILANG, form
from tests.marked_files import faulty, written

# Keuangan P2, Kelompok D2 and G3, Identitas B5, Keuangan AH3: info does not count.
N = 5


@pytest.fixture(scope="module")
def reader():
    with Reader() as satu:
        yield satu


@pytest.fixture
def kota(tmp_path) -> Store:
    with contextlib.closing(open_store(tmp_path / "up2k.db")) as satu:
        yield satu


def marked(data: bytes) -> bytes:
    hasil = mark(data, "a.xlsx", read(data, "a.xlsx", hari_ini=HARI_INI).temuan)
    assert not hasil.samping
    return hasil.isi


def edited(data: bytes, hapus: tuple[str, int] | None = None, **sel: object) -> bytes:
    """A workbook opened, changed and saved by another program: `Keuangan_P2=5`."""
    buku = openpyxl.load_workbook(io.BytesIO(data))
    if hapus:
        buku[hapus[0]].delete_rows(hapus[1])
    for tempat, isi in sel.items():
        lembar, alamat = tempat.split("_")
        buku[lembar][alamat] = isi
    keluar = io.BytesIO()
    buku.save(keluar)
    return keluar.getvalue()


def sent(
    kota: Store, reader: Reader, data: bytes, *, simpan: bool = False
) -> TandaTerima:
    return ingest(kota, "a.xlsx", data, oleh="x", simpan=simpan, reader=reader)


def in_city(**salah: dict) -> bytes:
    return form(PILANG, KINI, **salah)


SALAH = {"kas": "dua juta", "omzet_usaha": -5}


def test_an_unmended_workbook_has_everything_left(kota, reader):
    data = in_city(Seruni=SALAH)
    awal = sent(kota, reader, data)
    assert awal.putaran == ""
    galat = [t for t in awal.temuan if t.tingkat in ("galat", "periksa")]
    tanda = mark(data, "a.xlsx", awal.temuan)
    lagi = sent(kota, reader, tanda.isi)
    assert lagi.putaran == f"0 selesai, {len(galat)} tersisa, 0 baru"
    assert lagi.temuan == awal.temuan


def test_mended_left_and_new_are_told_apart(kota, reader):
    awal = sent(kota, reader, in_city(Seruni=SALAH))
    dulu = {t.jenis for t in awal.temuan if t.tingkat != "info"}
    assert dulu == {"bukan_angka", "di_bawah_batas"}
    tanda = mark(in_city(Seruni=SALAH), "a.xlsx", awal.temuan)
    kas = next(t.sel for t in awal.temuan if t.variabel == "kas")
    wajib = next(t for t in awal.temuan if t.variabel == "omzet_usaha")
    assert wajib.lembar == "Keuangan"
    ubah = edited(
        tanda.isi, **{f"Keuangan_{kas}": 100_000, "Kelompok_" + masuk(): "dua"}
    )
    tiba = sent(kota, reader, ubah)
    # kas mended; omzet left; members that joined are now text
    assert tiba.putaran == "1 selesai, 1 tersisa, 1 baru"
    assert "Sejak pemeriksaan sebelumnya: 1 selesai, 1 tersisa, 1 baru." in as_text(
        tiba
    )


def masuk() -> str:
    """The cell of Seruni's members that joined, by a finding about it."""
    data = in_city(Seruni={"anggota_masuk": "x"})
    temuan = read(data, "a.xlsx", hari_ini=KINI.deadline).temuan
    return next(t.sel for t in temuan if t.variabel == "anggota_masuk")


def test_rows_put_in_do_not_make_everything_new():
    """Keys know a finding by group and variable, not by its row."""
    data = faulty().write()
    temuan = read(data, "a.xlsx", hari_ini=HARI_INI).temuan
    turun = written(turun=4)
    lama = read(marked(data), "a.xlsx", hari_ini=HARI_INI).putaran
    baru = read(marked(turun), "a.xlsx", hari_ini=HARI_INI).putaran
    assert len(temuan) > N and len(lama) == N
    # only Identitas B5, known by its variable too, and the sheets' order stay as well
    assert sorted(lama) == sorted(baru)


def test_without_the_sheet_the_store_knows_the_round_before(kota, reader):
    sent(kota, reader, in_city(Seruni=SALAH), simpan=True)
    mend = in_city(Seruni={"omzet_usaha": -5})
    assert sent(kota, reader, mend).putaran == "1 selesai, 1 tersisa, 0 baru"
    assert sent(kota, reader, mend, simpan=True).putaran == (
        "1 selesai, 1 tersisa, 0 baru"
    )
    assert sent(kota, reader, in_city()).putaran == "1 selesai, 0 tersisa, 0 baru"


def test_a_first_clean_report_says_nothing_of_rounds(kota, reader):
    tiba = sent(kota, reader, in_city(), simpan=True)
    assert tiba.putaran == ""
    assert "Sejak pemeriksaan" not in as_text(tiba)


def test_a_rejected_file_carries_its_round(kota, reader):
    data = Form().put("Identitas", B4="akhir tahun").write()
    awal = sent(kota, reader, data)
    tanda = mark(data, "a.xlsx", awal.temuan)
    assert sent(kota, reader, tanda.isi).putaran.startswith("0 selesai, 1 tersisa")


def test_rows_struck_off_the_list_and_a_renamed_list_lose_nothing():
    data = marked(faulty().write())
    penuh = read(data, "a.xlsx", hari_ini=HARI_INI)
    coret = read(edited(data, ("Perbaikan", 8)), "a.xlsx", hari_ini=HARI_INI)
    assert coret.putaran == penuh.putaran
    buku = openpyxl.load_workbook(io.BytesIO(data))
    buku["Perbaikan"].title = "Sudah saya kerjakan"
    keluar = io.BytesIO()
    buku.save(keluar)
    lain = read(keluar.getvalue(), "a.xlsx", hari_ini=HARI_INI)
    assert (lain.putaran, lain.temuan) == (penuh.putaran, penuh.temuan)


def test_the_list_is_no_sheet_of_the_workbook():
    buku = Workbook(marked(faulty().write()))
    assert buku.names == [
        "Identitas", "Kelompok", "Keuangan", "Buku dan Langkah", "Kegiatan"
    ]  # fmt: skip
    assert len(buku.putaran) == N


def test_a_list_that_lost_its_keys_is_still_no_data():
    buku = openpyxl.load_workbook(io.BytesIO(marked(faulty().write())))
    buku["Perbaikan"].delete_cols(9, 30)
    keluar = io.BytesIO()
    buku.save(keluar)
    bacaan = read(keluar.getvalue(), "a.xlsx", hari_ini=HARI_INI)
    assert bacaan.putaran == ()
    assert "lembar_tidak_dikenal" not in {t.jenis for t in bacaan.temuan}


def test_a_senders_own_sheet_of_that_name_is_told_of_as_before():
    bacaan = read(
        Form().put("Perbaikan", A1="Gedung", A2="Balai").write(), "a.xlsx",
        hari_ini=HARI_INI,
    )  # fmt: skip
    assert bacaan.putaran is None
    assert [t.jenis for t in bacaan.temuan] == ["lembar_tidak_dikenal"]


def test_what_only_the_coordinator_is_told_is_not_handed_back():
    data = faulty().write()
    temuan = read(data, "a.xlsx", hari_ini=HARI_INI).temuan
    rahasia = next(k for k, j in JENIS.items() if j.pembaca == "koordinator")
    diam = Temuan(rahasia, "periksa", "Lembar Keuangan, sel C3: rahasia.", "Keuangan",
                  "C3")  # fmt: skip
    hasil = mark(data, "a.xlsx", [*temuan, diam])
    buku = openpyxl.load_workbook(io.BytesIO(hasil.isi))
    assert buku["Keuangan"]["C3"].comment is None
    isi = [s.value for b in buku["Perbaikan"].iter_rows() for s in b]
    assert not [v for v in isi if "rahasia" in str(v)]


def test_no_personal_cell_is_quoted():
    data = (
        Form()
        .put("Kelompok", V1="NIK ketua", V2="3574014107850001", V3="3574015208900002")
        .put("Keuangan", P2="Bu Ani 081234567890")
        .write()
    )
    temuan = read(data, "a.xlsx", hari_ini=HARI_INI).temuan
    hasil = mark(data, "a.xlsx", temuan)
    buku = openpyxl.load_workbook(io.BytesIO(hasil.isi))
    tulisan = [str(s.value) for b in buku["Perbaikan"].iter_rows() for s in b]
    tulisan += [
        s.comment.text
        for lembar in buku
        for b in lembar.iter_rows()
        for s in b
        if s.comment
    ]
    assert any("memuat NIK atau nomor telepon" in t for t in tulisan)
    for rahasia in ("3574014107850001", "3574015208900002", "081234567890"):
        assert not [t for t in tulisan if rahasia in t]


def test_cells_mended_on_screen_are_named_but_not_written():
    data = faulty().write()
    hasil = mark(data, "a.xlsx", [], perbaikan={("Keuangan", "P2"): "250000"})
    buku = openpyxl.load_workbook(io.BytesIO(hasil.isi))
    assert buku["Keuangan"]["P2"].value == "dua puluh"
    baris = [s.value for s in buku["Perbaikan"][7]]
    assert baris[1:4] == ["Sudah diperbaiki di layar", "Keuangan", "P2"]
    assert "250000" in baris


# ------------------------------------------------------------------ command line


@pytest.fixture
def berkas(data_dir, tmp_path):
    assert data_dir.is_dir()
    path = tmp_path / "laporan.xlsx"
    path.write_bytes(in_city(Seruni=SALAH))
    return path


def test_the_command_writes_a_marked_copy_under_a_free_name(berkas, capsys):
    assert main(["mark", str(berkas)]) == 1
    keluar = capsys.readouterr().out
    tujuan = berkas.with_name("laporan (perbaikan).xlsx")
    assert str(tujuan) in keluar and " sel ditandai." in keluar
    assert openpyxl.load_workbook(tujuan).sheetnames[0] == "Perbaikan"
    assert main(["mark", str(tujuan)]) == 1
    assert "0 selesai, 2 tersisa, 0 baru" in capsys.readouterr().out
    assert berkas.with_name("laporan (perbaikan 2).xlsx").exists()


def test_the_command_takes_a_target_but_never_the_file_itself(berkas, capsys, tmp_path):
    assert main(["mark", str(berkas), "-o", str(tmp_path / "b.xlsx")]) == 1
    assert (tmp_path / "b.xlsx").exists()
    dulu = berkas.read_bytes()
    assert main(["mark", str(berkas), "-o", str(berkas)]) == 2
    assert berkas.read_bytes() == dulu
    assert main(["mark", str(tmp_path / "tidak-ada.xlsx")]) == 2
    assert "tidak-ada.xlsx" in capsys.readouterr().err


def test_the_command_ends_with_0_when_nothing_is_held(berkas):
    berkas.write_bytes(in_city())
    assert main(["mark", str(berkas)]) == 0
