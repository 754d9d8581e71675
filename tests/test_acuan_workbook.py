"""The workbook of rules: what comes back unchanged, what an edit means and says."""

import datetime as dt
import subprocess

import pytest

from loaders.acuan.assess import judge
from loaders.acuan.read import read_acuan
from loaders.acuan.write import acuan_bytes, sheet_names
from loaders.form.read import OTHER_READERS, read
from reference.acuan import Acuan, Butir, bawaan, daftar
from reference.acuan_beda import changes
from reference.tulisan import persen
from tests.acuan_books import HARI, Buku

SUMBER = "Rapat Pokja II, 3 November 2026"
BESOK = dt.date(2026, 12, 1)


def judged(buku, acuan=None, hari=HARI):
    data = buku if isinstance(buku, bytes) else buku.write()
    bacaan = read(data, "Acuan UP2K.xlsx", hari_ini=hari)
    return judge(acuan or bawaan(), bacaan.acuan), bacaan


def kinds(hasil, bacaan) -> list[str]:
    return [t.jenis for t in (*bacaan.temuan, *hasil.temuan)]


def test_the_reader_is_one_of_the_others():
    assert read_acuan in OTHER_READERS


def test_what_was_written_comes_back_as_no_change():
    hasil, bacaan = judged(acuan_bytes(bawaan(), hari=HARI))
    assert (bacaan.layout, bacaan.kode_wilayah, bacaan.periode) == (
        "acuan",
        "35.74",
        "2026-T4",
    )
    assert bacaan.acuan.n_baris == len(bawaan().butir)
    assert (hasil.butir, kinds(hasil, bacaan)) == ([], [])


def test_the_same_rules_give_the_same_bytes():
    assert acuan_bytes(bawaan(), hari=HARI) == acuan_bytes(bawaan(), hari=HARI)


def test_every_list_has_a_sheet_of_its_own():
    nama = sheet_names()
    assert set(nama) == set(daftar())
    assert len(set(nama.values())) == len(nama)
    assert all(len(n) <= 31 for n in nama.values())


def test_a_changed_value_counts_from_the_day_received_and_the_old_one_before():
    buku = Buku().isikan("pendiri", "pendiri_primer", "Paling sedikit (orang)", 7, ke=1)
    buku.isikan("pendiri", "pendiri_primer", "Sumber", "UU 1/2026 Pasal 3", ke=1)
    buku.isikan("pendiri", "pendiri_primer", "Ditetapkan oleh", "Dinas Koperasi", ke=1)
    hasil, bacaan = judged(buku)
    (baru,) = hasil.butir
    assert (baru["batas_orang"], baru.berlaku_sejak, baru.usulan) == (7, HARI, False)
    assert baru.ditetapkan_oleh == "Dinas Koperasi"
    assert kinds(hasil, bacaan) == []
    nanti = bawaan().plus(hasil.butir)
    batas = {
        hari: nanti.pada("pendiri", hari)["pendiri_primer"]["batas_orang"]
        for hari in (dt.date(2019, 1, 1), dt.date(2026, 11, 23), HARI)
    }
    assert list(batas.values()) == [20, 9, 7]


def test_other_values_by_the_old_source_are_a_proposal_that_nobody_set():
    buku = Buku().isikan("pendiri", "pendiri_primer", "Paling sedikit (orang)", 7, ke=1)
    hasil, bacaan = judged(buku)
    (baru,) = hasil.butir
    assert (baru.usulan, baru.ditetapkan_oleh) == (True, "belum disebut")
    assert kinds(hasil, bacaan) == ["acuan_tanpa_sumber", "acuan_tanpa_penetap"]


def test_an_entry_without_a_source_is_a_proposal():
    buku = Buku().isikan("pendiri", "pendiri_primer", "Sumber", None, ke=1)
    hasil, _ = judged(buku)
    assert [(b.sumber, b.usulan) for b in hasil.butir] == [
        ("belum ada sumber resmi", True)
    ]


def test_a_source_makes_a_proposal_official_from_the_day_received():
    buku = Buku().isikan("rencana", "pagu", "Sumber", SUMBER)
    buku.isikan("rencana", "pagu", "Usulan", "tidak")
    buku.isikan("rencana", "pagu", "Ditetapkan oleh", "Pokja II TP PKK")
    hasil, bacaan = judged(buku)
    (baru,) = hasil.butir
    assert (baru.usulan, baru.sumber, baru.berlaku_sejak) == (False, SUMBER, HARI)
    assert kinds(hasil, bacaan) == []


def test_a_stated_day_counts_and_the_old_entry_goes_on_until_then():
    buku = Buku().isikan("rencana", "pagu", "Nilai", 30_000_000)
    buku.isikan("rencana", "pagu", "Berlaku sejak", BESOK)
    nanti = bawaan().plus(judged(buku)[0].butir)
    assert nanti.pada("rencana", HARI)["pagu"]["nilai"] == 25_000_000
    assert nanti.pada("rencana", BESOK)["pagu"]["nilai"] == 30_000_000


def test_only_the_day_changed_moves_the_entry():
    buku = Buku().isikan(
        "pendiri", "pendiri_primer", "Berlaku sejak", dt.date(2021, 2, 2), ke=1
    )
    nanti = bawaan().plus(judged(buku)[0].butir)
    mulai = [b.berlaku_sejak for b in nanti.entries("pendiri")]
    assert mulai == [dt.date(1992, 10, 21), dt.date(2021, 2, 2)]


def test_a_new_row_needs_no_code():
    buku = Buku().tambah(
        "pelaksana", Nama="Dinas Kesehatan", Tugas_dalam_rencana="Memeriksa",
        Sumber=SUMBER, Ditetapkan_oleh="Pokja II TP PKK",
    )  # fmt: skip
    hasil, bacaan = judged(buku)
    (baru,) = hasil.butir
    assert (baru.kode, baru.label, baru["tugas"]) == (
        "dinas_kesehatan",
        "Dinas Kesehatan",
        "Memeriksa",
    )
    assert (baru.usulan, baru.berlaku_sejak) == (False, HARI)
    assert kinds(hasil, bacaan) == []


def test_a_deleted_row_ends_the_day_before_and_asks():
    hasil, bacaan = judged(Buku().hapus("pelaksana", "notaris"))
    assert kinds(hasil, bacaan) == ["acuan_dicabut"]
    assert "“Notaris pembuat akta koperasi” dihapus" in hasil.temuan[0].pesan
    nanti = bawaan().plus(hasil.butir)
    kemarin = HARI - dt.timedelta(days=1)
    assert "notaris" in nanti.pada("pelaksana", kemarin)
    assert "notaris" not in nanti.pada("pelaksana", HARI)


def test_a_deleted_row_of_the_past_is_kept():
    hasil, bacaan = judged(Buku().hapus("pendiri", "pendiri_primer", ke=0))
    assert (hasil.butir, kinds(hasil, bacaan)) == ([], ["acuan_lampau_tetap"])


def test_an_entry_of_which_all_rows_are_deleted_counts_no_more():
    lama = changed("pagu", 30_000_000, dt.date(2026, 11, 1))
    acuan = bawaan().plus([lama])
    buku = Buku(acuan).hapus("rencana", "pagu").hapus("rencana", "pagu")
    hasil, bacaan = judged(buku, acuan)
    assert kinds(hasil, bacaan) == ["acuan_dicabut"]
    assert "pagu" not in acuan.plus(hasil.butir).pada("rencana", HARI)


def changed(kode, nilai, sejak, **lain) -> Butir:
    dulu = bawaan().pada("rencana", HARI)[kode]
    isi = {**dulu.isi, "nilai": nilai}
    return Butir(
        "rencana",
        kode,
        dulu.label,
        isi,
        SUMBER,
        False,
        "Pokja II TP PKK",
        sejak,
        **lain,
    )


def test_deleting_the_newer_of_two_lets_the_older_count_again_and_says_so():
    acuan = bawaan().plus([changed("pagu", 30_000_000, dt.date(2026, 11, 1))])
    hasil, _ = judged(Buku(acuan).hapus("rencana", "pagu", ke=1), acuan)
    assert "yang sebelumnya berlaku lagi" in hasil.temuan[0].pesan
    assert acuan.plus(hasil.butir).pada("rencana", HARI)["pagu"]["nilai"] == 25_000_000


def test_a_missing_sheet_changes_nothing():
    buku = Buku()
    del buku.isi[sheet_names()["paket"]]
    hasil, bacaan = judged(buku)
    assert (hasil.butir, kinds(hasil, bacaan)) == ([], [])


def test_an_old_workbook_brings_only_what_was_edited_in_it():
    baru = [changed("pagu", 30_000_000, dt.date(2026, 11, 20))]
    acuan = bawaan().plus(baru)
    buku = Buku(hari=dt.date(2026, 10, 1)).isikan(
        "rencana", "hari_pendamping", "Nilai", 90
    )
    hasil, bacaan = judged(buku, acuan)
    assert [b.kode for b in hasil.butir] == ["hari_pendamping"]
    assert "acuan_didahului" not in kinds(hasil, bacaan)


def test_a_row_that_somebody_else_changed_meanwhile_is_told():
    acuan = bawaan().plus([changed("pagu", 30_000_000, dt.date(2026, 11, 20))])
    buku = Buku().isikan("rencana", "pagu", "Nilai", 40_000_000)
    hasil, bacaan = judged(buku, acuan)
    assert "acuan_didahului" in kinds(hasil, bacaan)
    assert acuan.plus(hasil.butir).pada("rencana", HARI)["pagu"]["nilai"] == 40_000_000


def test_the_same_edit_sent_again_in_the_old_workbook_changes_nothing():
    buku = Buku().isikan("rencana", "pagu", "Nilai", 40_000_000)
    pertama, _ = judged(buku)
    acuan = bawaan().plus(pertama.butir)
    minggu_depan = HARI + dt.timedelta(days=7)
    kedua, _ = judged(buku, acuan, minggu_depan)
    assert kedua.butir == []


def test_correcting_the_past_is_asked_about():
    buku = Buku().isikan(
        "pendiri", "pendiri_primer", "Paling sedikit (orang)", 21, ke=0
    )
    hasil, bacaan = judged(buku)
    assert "acuan_lampau" in kinds(hasil, bacaan)
    nanti = bawaan().plus(hasil.butir)
    assert (
        nanti.pada("pendiri", dt.date(2019, 1, 1))["pendiri_primer"]["batas_orang"]
        == 21
    )
    assert nanti.pada("pendiri", HARI)["pendiri_primer"]["batas_orang"] == 9


def test_what_changes_is_told_in_words():
    buku = Buku().isikan("paket", "bantu_lapor", "Anggapan peluang berhasil (%)", 0.75)
    hasil, _ = judged(buku)
    hal = {b.hal: (b.lama, b.baru) for b in changes(bawaan(), hasil.butir)}
    assert hal["Anggapan peluang berhasil"] == (persen(60, 0), persen(75, 0))
    assert all(b.sejak == HARI for b in hasil.beda)


@pytest.mark.parametrize(
    ("tulis", "nilai"), [("75%", 0.75), (0.75, 0.75), ("0,75", 0.75)]
)
def test_a_share_may_be_written_as_people_write_it(tulis, nilai):
    buku = Buku().isikan("paket", "bantu_lapor", "Anggapan peluang berhasil (%)", tulis)
    (baru,) = judged(buku)[0].butir
    assert baru["peluang"] == nilai


def test_rupiah_may_be_written_as_people_write_it():
    buku = Buku().isikan(
        "paket", "bantu_lapor", "Biaya satu kelompok (Rp)", "Rp 75.000"
    )
    (baru,) = judged(buku)[0].butir
    assert baru["biaya_rp"] == 75_000


def test_a_faulty_row_keeps_what_counted_and_withdraws_nothing():
    buku = Buku().isikan(
        "paket", "bantu_lapor", "Hari pendamping (hari)", "lama sekali"
    )
    hasil, bacaan = judged(buku)
    assert (hasil.butir, hasil.n_tertahan) == ([], 1)
    assert kinds(hasil, bacaan) == ["isi_acuan_tidak_sesuai"]


def test_a_workbook_without_its_marks_is_held_against_what_counts():
    buku = Buku().isikan("rencana", "pagu", "Nilai", 40_000_000)
    for nama in daftar():
        buku.lembar(nama)["B1"].value = None
    hasil, _ = judged(buku)
    assert [(b.daftar, b.kode) for b in hasil.butir] == [("rencana", "pagu")]


def test_no_name_of_a_person_is_kept():
    buku = Buku().isikan("rencana", "pagu", "Ditetapkan oleh", "Ibu Siti Aminah")
    _, bacaan = judged(buku)
    assert [t.jenis for t in bacaan.temuan] == ["penetap_bukan_lembaga"]
    sel = bacaan.temuan[0].sel
    assert bacaan.buang == {sheet_names()["rencana"]: [sel]}


def test_hostile_cells_do_no_harm():
    buku = Buku()
    for n, isi in enumerate(
        [
            "=1/0",
            "'; DROP TABLE acuan; --",
            "x" * 30_000,
            -1e308,
            "\u202e",
            True,
            "9" * 400,
        ]
    ):
        buku.lembar("paket").cell(7 + n, 3).value = isi
    buku.lembar("rencana")["B1"].value = "pagu@:zzz " * 3000
    hasil, bacaan = judged(buku)
    assert all(isinstance(b, Butir) for b in hasil.butir)
    assert hasil.n_tertahan >= 4
    assert isinstance(bawaan().plus(hasil.butir), Acuan)


@pytest.mark.libreoffice
def test_libreoffice_saves_it_without_changing_anything(tmp_path):
    asal = tmp_path / "acuan.xlsx"
    asal.write_bytes(acuan_bytes(bawaan(), hari=HARI))
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/lo", "--headless",
         "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir",
         str(tmp_path / "hasil"), str(asal)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    hasil, bacaan = judged((tmp_path / "hasil" / "acuan.xlsx").read_bytes())
    assert bacaan.acuan.n_baris == len(bawaan().butir)
    assert (hasil.butir, kinds(hasil, bacaan)) == ([], [])


def test_a_code_that_is_in_no_list_holds_its_row():
    buku = Buku().isikan("paket", "bantu_lapor", "Kode pelaksana", "kelurahan; dinsos")
    hasil, bacaan = judged(buku)
    assert (hasil.butir, hasil.n_tertahan) == ([], 1)
    assert hasil.temuan[-1].jenis == "rujukan_acuan_tidak_dikenal"
    assert "“dinsos”" in hasil.temuan[-1].pesan
    assert hasil.temuan[-1].sel == "F7"


def test_a_code_that_comes_in_the_same_workbook_is_known():
    buku = Buku().isikan("paket", "bantu_lapor", "Kode pelaksana", "dinsos")
    buku.tambah(
        "pelaksana", Kode="dinsos", Nama="Dinas Sosial", Tugas_dalam_rencana="x"
    )
    assert {b.kode for b in judged(buku)[0].butir} == {"bantu_lapor", "dinsos"}
