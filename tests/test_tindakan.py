"""The register of actions: read whatever its wording, held row by row, never doubled.

What must be read stands in `tests.registers`, written out by hand.
"""

import contextlib
import datetime as dt
import io
import zipfile

import pytest

import store as gudang
from checks.temuan import JENIS
from indicators.data import Data
from loaders.__main__ import main
from loaders.form.read import read
from loaders.ingest import ingest
from loaders.reader import Reader
from loaders.rebuild import reread
from loaders.tindakan.isian import choices, known_rows
from loaders.tindakan.write import JUDUL, register_bytes
from store import close_period, open_store, original, redo, snapshot, undo
from store.lineage import kept
from tests.forms_city import JATI, PILANG
from tests.forms_city import form as write_form
from tests.registers import BAIK, KOLOM, MELATI, Register, row

HARI_INI = dt.date(2026, 10, 10)
KEBONSARI_KULON = "35.74.04.1006"
MAWAR = f"{KEBONSARI_KULON}-02"
KELURAHAN = {
    "kelurahan": "Jati", "jenis": "Lainnya", "uraian": "Bazar", "status": "Rencana",
    "tanggal_rencana": dt.date(2026, 12, 1),
}  # fmt: skip


def bacaan(r: Register):
    return read(r.write(), "daftar.xlsx", hari_ini=HARI_INI)


def kinds(temuan) -> list[str]:
    return sorted(t.jenis for t in temuan)


@pytest.fixture(scope="module")
def reader():
    with Reader() as satu:
        yield satu


@pytest.fixture
def toko(office):
    """The small city of forms: Melati and Mawar in Kebonsari Kulon, and others."""
    with contextlib.closing(open_store(office / "up2k.db")) as satu:
        yield satu


@pytest.fixture
def send(toko, reader):
    def kirim(isi: Register | bytes, nama: str = "daftar.xlsx", **lain):
        data = isi if isinstance(isi, bytes) else isi.write()
        return ingest(toko, nama, data, oleh="petugas", reader=reader, **lain)

    return kirim


def stored(toko):
    return snapshot(toko).tindakan.set_index("kode_tindakan")


def test_the_form_as_typed_is_read_without_a_finding():
    b = bacaan(Register(row(catatan="baik"), KELURAHAN))
    assert b.temuan == []
    assert (b.layout, b.kode_wilayah, b.periode) == (
        "daftar_tindakan", "35.74", "2026-T3",
    )  # fmt: skip
    satu, dua = b.tindakan
    assert (satu.baris, dua.baris) == (6, 7)
    assert satu.nilai == {
        "kode_tindakan": "", "kode_kelompok": MELATI, "nama_kelompok": "",
        "kode_wilayah": KEBONSARI_KULON, "jenis": "Pendampingan pembukuan",
        "uraian": None, "tanggal_rencana": dt.date(2026, 5, 1), "status": "selesai",
        "tanggal_selesai": dt.date(2026, 5, 9), "pelaksana": "Pokja II",
        "biaya_rp": 350_000, "sumber_dana": "APBD Kota", "bukti": "12/BA/2026",
        "catatan": "baik",
    }  # fmt: skip
    assert (dua.nilai["kode_wilayah"], dua.nilai["biaya_rp"]) == (JATI, None)


def test_other_headings_words_and_ways_of_writing_mean_the_same():
    lain = row(
        status="Sudah dilaksanakan", biaya_rp="Rp 350.000,-",
        tanggal_selesai="9 Mei 2026", kelurahan="Kel. Kebonsari Kulon",
    )  # fmt: skip
    r = Register(lain).put(
        A5="NO. TINDAKAN", B5="kode poklak", E5="Jenis pembinaan", G5="Jadwal",
        I5="Realisasi", K5="ANGGARAN", L5="Sumber pembiayaan", N5="Keterangan",
        A4="(1)", A8="Jumlah", K8=350_000,
    )  # fmt: skip
    b = bacaan(r)
    assert b.temuan == []
    assert len(b.tindakan) == 1
    assert b.tindakan[0].nilai == bacaan(Register(BAIK)).tindakan[0].nilai


def test_a_date_and_a_cost_that_cannot_be_hold_their_row_and_name_the_cell():
    b = bacaan(
        Register(
            row(biaya_rp="dua juta"), row(tanggal_selesai="31 Februari 2026"), BAIK
        )
    )
    assert [(t.jenis, t.sel) for t in b.temuan] == [
        ("bukan_angka", "K6"), ("bukan_tanggal", "I7"),
    ]  # fmt: skip
    assert [t.tertahan for t in b.tindakan] == [True, True, False]


def test_a_plan_may_lie_ahead():
    b = bacaan(Register({**KELURAHAN, "tanggal_rencana": dt.date(2027, 3, 1)}))
    assert b.temuan == []


def test_names_and_numbers_of_persons_are_dropped_and_said_so(send, toko):
    r = Register(
        row(pelaksana="Ibu Contoh Saja", catatan="hubungi 0812-3456-7890"), BAIK
    ).put(
        O5="Nama petugas", O6="NYONYA UJI", P5="NIK", P6="3574014107850001",
        A9="Mengetahui,", C12="KEPALA UJI COBA",
    )  # fmt: skip
    tanda = send(r)
    assert set(kinds(tanda.temuan)) == {
        "kode_tindakan_baru", "kolom_pribadi", "pelaksana_bukan_lembaga",
        "sel_pribadi", "tanda_tangan_dibuang", "tindakan_kembar",
    }  # fmt: skip
    assert tanda.n_diterima == 2
    _, isi = original(toko, tanda.kiriman_id)
    with zipfile.ZipFile(io.BytesIO(isi)) as paket:
        semua = b"".join(paket.read(n) for n in paket.namelist())
    for rahasia in (b"NYONYA", b"35740141", b"Ibu Contoh", b"0812", b"KEPALA UJI"):
        assert rahasia not in semua
    t = snapshot(toko).tindakan
    assert t["pelaksana"].fillna("").tolist() == ["", "Pokja II"]
    assert t["catatan"].dropna().tolist() == ["hubungi [disamarkan]"]


def test_rows_that_mean_nobody_known_are_held_and_the_rest_is_taken(send, toko):
    r = Register(
        BAIK,
        row(kode_kelompok=f"{KEBONSARI_KULON}-09"),
        row(kode_kelompok=MELATI, kelurahan="Jati"),
        row(jenis="Pendampingan bukuan"),
        row(jenis="Lain-lain"),
        row(kode_kelompok=None, nama_kelompok="mawar"),
        row(kode_kelompok=None, nama_kelompok="Mawarr"),
    )
    tanda = send(r)
    tahun = snapshot(toko).kiriman["periode"].iloc[-1]
    assert tanda.keadaan == "sebagian"
    assert tanda.kalimat.startswith("2 dari 7 tindakan diterima, 5 ditahan (Kota")
    assert tahun == "2026-T3"
    galat = {t.sel: t.jenis for t in tanda.temuan if t.tingkat == "galat"}
    assert galat == {
        "B7": "tindakan_kelompok_tidak_dikenal",
        "D8": "tindakan_kelompok_lain_kelurahan",
        "E9": "jenis_tindakan_tidak_dikenal",
        "F10": "tindakan_tanpa_uraian",
        "C12": "tindakan_kelompok_tidak_dikenal",
    }
    saran = {t.sel: t.saran for t in tanda.temuan}
    assert "Maksudnya “Pendampingan pembukuan”" in saran["E9"]
    assert MAWAR in saran["C12"]
    assert stored(toko)["kode_kelompok"].tolist() == [MELATI, MAWAR]


def test_new_actions_get_codes_and_the_same_register_again_adds_nothing(send, toko):
    send(Register(BAIK, KELURAHAN))
    t = stored(toko)
    assert t.index.tolist() == ["TB-2026-001", "TB-2026-002"]
    assert t.loc["TB-2026-001", "jenis"] == "dampingi_buku"
    assert t.loc["TB-2026-001", "biaya_rp"] == 350_000
    assert t.loc["TB-2026-002", "jenis"] == "lain"
    assert t["kode_wilayah"].tolist() == [KEBONSARI_KULON, JATI]
    assert t["kode_kelompok"].isna().tolist() == [False, True]

    lagi = send(Register(KELURAHAN, row(status="Batal", tanggal_selesai=None)))
    assert "kode_tindakan_baru" not in kinds(lagi.temuan)
    t = stored(toko)
    assert t["status"].to_dict() == {"TB-2026-001": "batal", "TB-2026-002": "rencana"}


def test_what_was_written_out_comes_in_again_unchanged(send, toko):
    send(
        Register(BAIK, KELURAHAN, row(kode_tindakan="DKUPP/7", jenis="Modal stimulan"))
    )
    dulu = snapshot(toko)
    isi = register_bytes(
        known_rows(dulu), choices(dulu, HARI_INI), hari=HARI_INI
    )  # fmt: skip
    tanda = send(isi)
    assert kinds(tanda.temuan) == ["menggantikan"]
    assert "tetap berlaku" in tanda.temuan[0].pesan
    sama = ["kode_tindakan", *KOLOM.keys() & set(dulu.tindakan.columns)]
    kini = snapshot(toko).tindakan
    assert kini[sama].equals(dulu.tindakan[sama])
    assert send(isi).keadaan == "sudah_diterima"


def test_a_code_that_stood_for_another_group_is_no_new_action(send, toko):
    send(Register(BAIK))
    tanda = send(Register(row(kode_tindakan="TB-2026-001", kode_kelompok=MAWAR)))
    assert (tanda.n_diterima, tanda.n_tertahan) == (0, 1)
    assert "tindakan_berganti_sasaran" in kinds(tanda.temuan)
    assert stored(toko)["kode_kelompok"].tolist() == [MELATI]


def test_what_is_left_out_of_a_newer_register_goes_on_counting(send, toko):
    send(Register(BAIK, KELURAHAN))
    send(Register(row(kode_tindakan="TB-2026-001", catatan="dua kali datang")))
    t = stored(toko)
    assert t["catatan"].fillna("").tolist() == ["dua kali datang", ""]


def test_a_register_undone_counts_nowhere_and_its_codes_come_back(send, toko):
    tanda = send(Register(BAIK))
    undo(toko, str(tanda.kiriman_id), oleh="petugas", alasan="salah berkas")
    assert snapshot(toko).tindakan.empty
    baru = send(Register(BAIK, KELURAHAN))
    assert stored(toko).index.tolist() == ["TB-2026-001", "TB-2026-002"]
    redo(toko, str(tanda.kiriman_id), oleh="petugas", alasan="ternyata benar")
    assert len(stored(toko)) == 2
    assert baru.n_diterima == 2


def test_a_register_is_no_report_and_a_closed_period_takes_it(send, toko):
    dulu = Data.from_snapshot(snapshot(toko))
    periode = snapshot(toko).periode["periode"].tolist()
    close_period(toko, "2026-T3", oleh="koordinator", alasan="selesai")
    assert send(Register(BAIK)).keadaan == "diterima"
    isi = snapshot(toko)
    kini = Data.from_snapshot(isi)
    assert kini.kiriman.equals(dulu.kiriman)
    assert len(kini.tindakan) == 1
    assert set(isi.periode["periode"]) == {*periode, "2026-T3"}


def test_reading_again_keeps_the_codes(send, toko, reader):
    send(Register(BAIK, KELURAHAN))
    send(Register(row(kode_tindakan="TB-2026-001", tanggal_rencana=None)))
    dulu = stored(toko)
    for lama in [k for k in kept(toko) if k.nama_berkas == "daftar.xlsx"]:
        assert reread(toko, reader, lama).keadaan == "diterima"
    kini = stored(toko)
    assert kini.drop(columns="pembacaan_id").equals(dulu.drop(columns="pembacaan_id"))


def test_an_earlier_day_knows_what_was_known_then(send, toko):
    send(Register(BAIK), diterima=dt.date(2026, 9, 1))
    assert snapshot(toko, dt.date(2026, 8, 31)).tindakan.empty


def test_a_sample_register_does_not_enter_the_real_store(send, toko):
    tanda = send(Register(BAIK).put(A1="DAFTAR-TINDAKAN/1/CONTOH"))
    assert "contoh_ditolak" in kinds(tanda.temuan)
    assert snapshot(toko).tindakan.empty


def test_it_is_kept_on_both_databases(store, reader):
    """Without one group: for a whole kelurahan."""
    for status in ("Rencana", "Batal"):
        isi = Register({**KELURAHAN, "status": status}).write()
        ingest(store, "daftar.xlsx", isi, oleh="petugas", reader=reader)
    t = snapshot(store).tindakan
    assert t["kode_tindakan"].tolist() == ["TB-2026-001"]
    assert t["status"].tolist() == ["batal"]
    assert t["tanggal_rencana"].dt.date.tolist() == [dt.date(2026, 12, 1)]


def test_a_store_made_before_registers_gets_the_table(tmp_path, reader):
    url = tmp_path / "lama.db"
    with contextlib.closing(open_store(url)) as s, gudang.write(s) as conn:
        conn.exec_driver_sql("DROP TABLE tindakan")
    with contextlib.closing(open_store(url)) as s:
        ingest(s, "d.xlsx", Register(KELURAHAN).write(), oleh="p", reader=reader)
        assert len(snapshot(s).tindakan) == 1


def test_the_command_writes_what_the_commands_take(office, tmp_path, capsys):
    berkas = tmp_path / "daftar.xlsx"
    berkas.write_bytes(Register(BAIK).write())
    assert main(["check", str(berkas)]) == 0
    assert "Diterima: 1 tindakan (Kota Probolinggo" in capsys.readouterr().out
    assert main(["ingest", str(berkas)]) == 0
    baru = tmp_path / "baru.xlsx"
    assert main(["tindakan", "-o", str(baru)]) == 0
    assert main(["ingest", str(baru)]) == 0
    with contextlib.closing(open_store(office / "up2k.db")) as s:
        assert len(snapshot(s).tindakan) == 1
    assert main(["tindakan", "--wilayah", "99", "-o", str(baru)]) == 2


def test_the_form_offers_the_groups_and_kinds_that_are_known(toko):
    """Golden: the headings in order, what may be chosen, always the same bytes."""
    isi = snapshot(toko)
    pilihan = choices(isi, HARI_INI, PILANG)
    assert [k.nama for k in pilihan.kelompok] == ["Seruni", "Cempaka"]
    data = register_bytes([], pilihan, hari=HARI_INI)
    assert data == register_bytes([], pilihan, hari=HARI_INI)
    from python_calamine import CalamineWorkbook

    buku = CalamineWorkbook.from_filelike(io.BytesIO(data))
    assert buku.sheet_names == ["Daftar Tindakan", "Pilihan"]
    lembar = buku.get_sheet_by_name("Daftar Tindakan").to_python(skip_empty_area=False)
    assert lembar[0][0] == "DAFTAR-TINDAKAN/1"
    assert lembar[JUDUL] == [
        "Kode tindakan", "Kode kelompok", "Nama kelompok", "Kelurahan",
        "Jenis tindakan", "Uraian", "Tanggal rencana", "Status", "Tanggal selesai",
        "Pelaksana", "Biaya (Rp)", "Sumber dana", "Bukti", "Catatan",
    ]  # fmt: skip
    kepala, *pilih = buku.get_sheet_by_name("Pilihan").to_python()
    kolom = {k: [b[j] for b in pilih if b[j]] for j, k in enumerate(kepala)}
    assert kolom["Kode kelompok"] == [f"{PILANG}-01", f"{PILANG}-02"]
    assert kolom["Status"] == ["Rencana", "Berjalan", "Selesai", "Batal"]
    assert kolom["Jenis tindakan"][-1] == "Lainnya"
    assert len(kolom["Kelurahan"]) == 29
    with zipfile.ZipFile(io.BytesIO(data)) as paket:
        xml = paket.read("xl/worksheets/sheet1.xml").decode()
    assert xml.count('type="list"') == 5
    assert "Pilihan!$A$2:$A$3" in xml


def test_an_empty_form_handed_in_asks_for_rows(send, tmp_path):
    pilihan = choices(_nothing(tmp_path), HARI_INI)
    kosong = register_bytes([], pilihan, hari=HARI_INI)
    tanda = send(kosong)
    assert kinds(tanda.temuan) == ["tindakan_kosong"]
    assert tanda.kalimat.startswith("Diterima tanpa tindakan")


def _nothing(folder):
    with contextlib.closing(open_store(folder / "kosong.db")) as s:
        return snapshot(s)


def test_a_form_of_groups_is_still_a_form_of_groups(send, toko):
    tanda = send(write_form(JATI), "jati.xlsx")
    assert tanda.kalimat.startswith("Diterima: 1 kelompok (Jati")
    assert snapshot(toko).tindakan.empty


def test_every_kind_that_receipt_says_of_a_register_is_said_here():
    """Kinds found against the store have their own tests above."""
    kata = ("tindakan_kelompok", "jenis_tindakan", "tindakan_tanpa_uraian",
            "tindakan_berganti", "tindakan_kembar", "kode_tindakan_baru")  # fmt: skip
    ada = {k for k, j in JENIS.items() if j.asal == "terima" and k.startswith(kata)}
    assert ada == {
        "tindakan_kelompok_tidak_dikenal", "tindakan_kelompok_lain_kelurahan",
        "jenis_tindakan_tidak_dikenal", "tindakan_tanpa_uraian",
        "tindakan_berganti_sasaran", "tindakan_kembar", "kode_tindakan_baru",
    }  # fmt: skip
