"""Rules over rows, worked out by hand."""

import datetime as dt

import pytest

from checks.rules import RULES, check
from checks.temuan import JENIS
from loaders.bacaan import Bacaan, BarisKelompok
from loaders.record import Pencatat

# Assets 200 + 50 + 700 + 50 = 1.000 thousand; own capital 300 + 400 + 100 + 100, loan
# 60, sukarela 20, result 20 = 1.000 thousand. Members 20 + 3 - 2 = 21.
SEHAT = {
    "anggota_awal": 20, "anggota_masuk": 3, "anggota_keluar": 2, "anggota_akhir": 21,
    "anggota_perempuan": 21, "keluarga_anggota_kk": 20, "peminjam_aktif": 9,
    "anggota_kkmp": 0, "rapat_direncanakan": 3, "rapat_terlaksana": 3,
    "hadir_rata_rata": 15.5,
    "simpanan_pokok": 300_000, "simpanan_wajib": 400_000, "iuran_swadaya": 100_000,
    "hibah_pemerintah": 100_000, "pinjaman_bank": 60_000, "simpanan_sukarela": 20_000,
    "shu_belum_dibagi": 20_000,
    "kas": 200_000, "simpanan_di_bank": 50_000, "pinjaman_beredar": 700_000,
    "persediaan": 50_000, "aset_lain": 0, "tunggakan_1_30": 100_000,
    "pinjaman_disalurkan": 500_000, "angsuran_pokok": 300_000, "hapus_buku": 0,
    "jasa_diterima": 60_000, "pendapatan_lain": 0, "biaya": 20_000, "shu": 40_000,
}  # fmt: skip
BERDIRI = dt.date(2015, 8, 17)
LALU = {
    "anggota_akhir": 20, "pinjaman_beredar": 500_000, "tahap": "pra_koperasi",
    "tanggal_berdiri": BERDIRI,
}  # fmt: skip


def broken(lalu=None, **ubah):
    return {a.kode: p for a, p in check({**SEHAT, **ubah}, lalu)}


def test_a_sound_row_breaks_nothing():
    assert broken() == {}
    assert broken(LALU) == {}


def test_an_empty_row_breaks_nothing():
    kosong = dict.fromkeys(SEHAT)
    assert list(check(kosong)) == []
    assert list(check(kosong, dict.fromkeys(SEHAT))) == []


@pytest.mark.parametrize(
    ("ubah", "kode", "suspect", "harus"),
    [
        # 20 + 3 - 2 = 21, written 12
        ({"anggota_akhir": 12, "anggota_perempuan": 12, "keluarga_anggota_kk": 12,
          "hadir_rata_rata": 12}, "anggota_tidak_cocok", "anggota_akhir", "21 orang"),
        # 20 + blank - 2 = 21 needs 3
        ({"anggota_masuk": None}, "anggota_tidak_cocok", "anggota_masuk", "3 orang"),
        # assets need 200.000 in cash; a nought was lost
        ({"kas": 20_000}, "neraca_tidak_seimbang", "kas", "Rp 200.000"),
        # 60.000 written 600.000: the balance is 540.000 short
        ({"pinjaman_bank": 600_000}, "neraca_tidak_seimbang", "pinjaman_bank",
         "Rp 60.000"),
        # 60.000 + 0 - 20.000 = 40.000, sign lost
        ({"shu": -40_000}, "shu_tidak_cocok", "shu", "Rp 40.000"),
        ({"biaya": None}, "shu_tidak_cocok", "biaya", "Rp 20.000"),
    ],
)  # fmt: skip
def test_the_term_that_one_slip_explains_is_named(ubah, kode, suspect, harus):
    pelanggaran = broken(**ubah)[kode]
    assert (pelanggaran.variabel, pelanggaran.diharapkan) == (suspect, harus)


def test_without_one_plain_slip_the_difference_and_the_terms_are_told():
    p = broken(shu=47_000)["shu_tidak_cocok"]
    assert p.variabel == "shu"
    assert p.kalimat == (
        "SHU = jasa diterima + pendapatan lain - biaya berselisih Rp 7.000 (Jasa "
        "diterima Rp 60.000, Pendapatan lain Rp 0, Biaya Rp 20.000, dan SHU periode "
        "ini Rp 47.000)"
    )


def test_a_rounding_difference_is_let_pass():
    assert broken(kas=201_000) == {}
    assert set(broken(kas=201_001)) == {"neraca_tidak_seimbang"}
    assert set(broken(shu=41_001)) == {"shu_tidak_cocok"}


def test_a_balance_with_one_side_blank_is_not_weighed():
    aset = ("kas", "simpanan_di_bank", "pinjaman_beredar", "persediaan", "aset_lain")
    assert broken(**dict.fromkeys(aset)) == {}


@pytest.mark.parametrize(
    ("ubah", "kode"),
    [
        ({"anggota_perempuan": 22}, "bagian_lebih_dari_anggota"),
        ({"peminjam_aktif": 22}, "bagian_lebih_dari_anggota"),
        ({"anggota_kkmp": 22}, "bagian_lebih_dari_anggota"),
        ({"keluarga_anggota_kk": 22}, "keluarga_lebih_dari_anggota"),
        ({"hadir_rata_rata": 23.5}, "hadir_lebih_dari_anggota"),
        ({"rapat_terlaksana": 4}, "rapat_melebihi_rencana"),
        ({"tunggakan_31_90": 600_001}, "tunggakan_melebihi_pinjaman"),
        ({"omzet_usaha": -1}, "di_bawah_batas"),
        ({"usaha_ber_nib": 501}, "di_atas_batas"),
        ({"omzet_usaha": 10**15 - 1}, "di_atas_batas"),
        ({"omzet_usaha": 10**15}, "angka_mustahil"),
    ],
)
def test_what_cannot_be_or_is_odd(ubah, kode):
    assert set(broken(**ubah)) == {kode}


def test_attendance_is_held_against_the_most_members_of_the_period():
    """20 at the start and 3 joined: up to 23 may have come, though 21 remain."""
    assert broken(hadir_rata_rata=23) == {}


def test_a_loss_is_no_fault():
    assert broken(biaya=100_000, shu=-40_000) == {}


def test_arrears_may_equal_the_loans_out():
    assert broken(tunggakan_31_90=600_000) == {}


def test_opening_members_are_the_last_closing():
    p = broken({"anggota_akhir": 18})["anggota_awal_berbeda"]
    assert p.kalimat == (
        "Anggota awal = anggota akhir periode lalu berselisih 2 orang (Anggota akhir "
        "periode lalu 18 orang dan Anggota awal 20 orang)"
    )


def test_loans_out_follow_from_the_last_period():
    """800.000 + 500.000 - 300.000 - 0 = 1.000.000, not 700.000."""
    p = broken({"pinjaman_beredar": 800_000})["pinjaman_beredar_tidak_cocok"]
    assert p.ditemukan == "Rp 300.000"
    # 50.000 + 500.000 - 300.000 = 250.000: the past lost a nought, but it stands in no
    # cell of this form, so it is never the suspect.
    p = broken({"pinjaman_beredar": 50_000})["pinjaman_beredar_tidak_cocok"]
    assert p.variabel == "pinjaman_beredar"


def test_the_founding_day_does_not_change():
    assert broken(LALU, tanggal_berdiri=BERDIRI) == {}
    p = broken(LALU, tanggal_berdiri=dt.date(2016, 8, 17))["tanggal_berdiri_berubah"]
    assert (p.ditemukan, p.diharapkan) == ("17 Agustus 2016", "17 Agustus 2015")
    assert broken({**LALU, "tanggal_berdiri": None}, tanggal_berdiri=BERDIRI) == {}


def test_a_stage_does_not_fall_but_a_level_may():
    assert broken(LALU, tahap="koperasi") == {}
    assert broken({**LALU, "tingkat": "utama"}, tingkat="madya") == {}
    p = broken(LALU, tahap="up2k")["tahap_mundur"]
    assert p.kalimat == "Tahap turun dari Pra-koperasi menjadi UP2K"


def test_who_does_nothing_reports_no_activity():
    assert set(broken(status="nonaktif")) == {"nonaktif_berkegiatan"}
    diam = ("rapat_terlaksana", "pinjaman_disalurkan", "angsuran_pokok")
    kosong = dict.fromkeys((*diam, "jasa_diterima", "biaya", "shu"), 0)
    assert broken(status="nonaktif", **kosong) == {}


def test_an_identity_states_its_tolerance():
    kode = ("neraca_tidak_seimbang", "shu_tidak_cocok", "pinjaman_beredar_tidak_cocok")
    for k in kode:
        assert "Rp 1.000" in RULES[k].rumus
    for k in ("anggota_tidak_cocok", "anggota_awal_berbeda"):
        assert RULES[k].rumus.endswith("harus tepat.")


def test_breaches_of_the_last_period_are_told_with_cells():
    melati = BarisKelompok("", "Melati", dict(SEHAT), baris={"Kelompok": 7})
    bacaan = Bacaan(kelompok=[melati], kolom={"anggota_awal": ("Kelompok", "K")})
    pencatat = Pencatat()
    for aturan, p in check(melati.nilai, {"anggota_akhir": 18}):
        pencatat.breach(aturan, p, bacaan, melati)
    (temuan,) = pencatat.temuan
    assert (temuan.jenis, temuan.lembar, temuan.sel, temuan.kelompok) == (
        "anggota_awal_berbeda",
        "Kelompok",
        "K7",
        "Melati",
    )


def test_every_rule_explains_itself():
    for kode, aturan in RULES.items():
        assert JENIS[kode] is aturan
        assert aturan.judul and aturan.penjelasan and aturan.tindakan and aturan.rumus
        assert aturan.tingkat in ("galat", "periksa", "info")


def test_every_kind_is_known_by_its_words():
    judul = [j.judul for j in JENIS.values()]
    assert len(set(judul)) == len(judul)
    for j in JENIS.values():
        assert j.lingkup in ("berkas", "kelompok", "nilai")
        assert j.asal in ("baca", "aturan", "terima")
        assert j.penjelasan.endswith(".") and j.tindakan.endswith(".")
