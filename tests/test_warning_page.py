"""The page Peringatan Dini, and the sentences at the head of Ringkasan and Profil."""

import datetime as dt

import pytest

from planning.warning.measured import measured
from tests import city
from tests.test_pages import opened, put, words
from tests.test_warning import PILANG, meetings, town

HALAMAN = "13_peringatan_dini.py"
BAGIAN = ("Tanda", "Ringkasan mingguan", "Seberapa sering keliru", "Aturannya")
HARI = dt.date(2026, 11, 24)


@pytest.fixture
def still(monkeypatch, data_dir):  # noqa: ARG001
    """Show a city as on 24 November 2026."""
    from ui import cached

    def show(data, *, contoh=True):
        put(monkeypatch, data, contoh=contoh)
        monkeypatch.setattr(cached, "hari_ini", lambda: HARI)

    return show


@pytest.mark.parametrize("bagian", BAGIAN)
@pytest.mark.parametrize("data", [city.city, city.full_city])
def test_every_part_works_with_a_part_and_a_whole_city(still, bagian, data):
    still(data())
    app = opened(HALAMAN, bagian_peringatan=bagian)
    assert not app.exception
    assert app.markdown or app.code


def test_a_sign_is_told_with_what_was_seen_and_what_may_be_done(still):
    still(town(meetings(3, 3, 3, 3, 3, 0, 0)))
    app = opened(HALAMAN)
    isi = words(app)
    assert "ada **1 tanda** untuk Kota Probolinggo; **1** sebaiknya didahulukan" in isi
    assert "**Seruni**, Pilang · Rapat berhenti atau jauh berkurang" in isi
    assert "Rapat terlaksana 0 dari 6 yang direncanakan dalam 2 laporan terakhir" in isi
    assert "Yang dapat dilakukan" in isi
    assert "Tanda bukan penilaian" in isi
    tabel = app.dataframe[0].value
    assert list(tabel["sejak_label"]) == ["TW II 26"]


def test_another_place_has_no_sign(still):
    still(town(meetings(3, 3, 3, 3, 3, 0, 0)))
    isi = words(opened(HALAMAN, wilayah="35.74.04"))
    assert "tidak ada tanda untuk Kecamatan Kanigaran" in isi


def test_an_earlier_period_is_seen_as_of_its_own_quarter(still):
    still(town(meetings(3, 3, 3, 3, 3, 0, 0)))
    isi = words(opened(HALAMAN, periode="2026-T1"))
    assert "Menurut laporan sampai 30 Juni 2026, tidak ada tanda" in isi


def test_the_text_is_ready_to_copy_and_says_that_it_is_a_sample(still):
    still(town(meetings(3, 3, 3, 3, 3, 0, 0)))
    app = opened(HALAMAN, bagian_peringatan="Ringkasan mingguan")
    # the kelurahan with a sign stands first
    assert app.selectbox(key="ringkasan_untuk").value == PILANG
    assert app.code[0].value.startswith("*CONTOH, bukan data sebenarnya*\n\nYth. Ibu")
    app.selectbox(key="ringkasan_untuk").select("35.74.03.1004").run()
    assert "Kelurahan Jati" in app.code[0].value
    assert "Seruni" not in app.code[0].value
    assert len(app.dataframe[0].value) == 29
    assert "Unduh 29 teks sekaligus" in {b.label for b in app.download_button}


def test_the_measured_rates_are_shown_as_they_were_counted(still):
    still(town(meetings(*[3] * 7)))
    app = opened(HALAMAN, bagian_peringatan="Seberapa sering keliru")
    isi, u = words(app), measured().loc["rapat"]
    kali = f"{round(u['keliru_pct'])} dari 100 kelompok-triwulan tetap diberi tanda"
    assert kali in isi
    assert f"pada {u['n_ditemukan']} dari {u['n_ditanam']} kelompok" in isi
    assert "Data belum cukup: baru 0 tanda terdahulu" in isi


def test_every_rule_is_shown_as_a_proposal(still):
    still(town(meetings(*[3] * 7)))
    app = opened(HALAMAN, bagian_peringatan="Aturannya")
    tabel = app.dataframe[0].value
    assert len(tabel) == 5 and set(tabel["status"]) == {"usulan"}
    assert "tidak pernah dianggap berhenti atau nol" in words(app)


def test_the_public_is_told_nothing_of_single_groups(still, monkeypatch):
    still(town(meetings(3, 3, 3, 3, 3, 0, 0), status="aktif"), contoh=False)
    monkeypatch.setenv("UP2K_PERAN", "umum")
    app = opened(HALAMAN, wilayah="35.74.04")
    assert not app.exception
    assert "Seruni" not in words(app)
    assert not app.dataframe and not app.code


def test_the_summary_begins_with_who_reported_and_ends_with_what_is_next(still):
    still(city.city())
    app = opened("01_ringkasan.py")
    isi = words(app)
    assert "4 dari 5 kelompok sudah lapor untuk Triwulan III 2026." in isi
    assert "Berikutnya: kirim pengingat dan tawarkan bantuan mengisi." in isi
    kunci = [b.key for b in app.button if b.key.startswith("kalimat_")]
    assert kunci[0] == "kalimat_0" and len(kunci) >= 3


@pytest.mark.parametrize("kelompok", [None, city.KODE["a1"]])
def test_a_profile_begins_with_its_own_sentences(still, kelompok):
    still(city.city())
    pilihan = {"kelompok": kelompok} if kelompok else {}
    app = opened("06_profil.py", wilayah=city.KEBONSARI_KULON, **pilihan)
    assert not app.exception
    isi = words(app)
    if kelompok:
        assert "Tingkat yang dilaporkan naik dari Pemula menjadi Madya" in isi
    else:
        assert "Semua 2 kelompok sudah lapor untuk Triwulan III 2026." in isi
    assert "belum dapat dikatakan" in isi


def test_from_a_sentence_to_its_cells(still):
    still(city.city())
    app = opened("01_ringkasan.py")
    asal = [b for b in app.button if b.label == "Asalnya"]
    assert asal
    assert not asal[0].click().run().exception


def test_from_a_sign_to_its_cells(still):
    still(town(meetings(3, 3, 3, 3, 3, 0, 0)))
    app = opened(HALAMAN)
    (asal,) = [b for b in app.button if b.label == "Asalnya"]
    assert not asal.click().run().exception


def test_the_public_reads_no_change_of_a_group_that_was_too_small(still, monkeypatch):
    data = city.city()
    posisi = data.posisi.copy()
    dulu = posisi["kode_kelompok"].eq(city.KODE["a1"]) & posisi["periode"].eq("2026-T2")
    posisi.loc[dulu, "anggota_akhir"] = 4
    still(city.changed(data, posisi=posisi), contoh=False)
    monkeypatch.setenv("UP2K_PERAN", "umum")
    pilihan = {"wilayah": city.KEBONSARI_KULON, "kelompok": city.KODE["a1"]}
    isi = words(opened("06_profil.py", **pilihan))
    assert "sejak Triwulan II 2026" not in isi.replace("Perubahan sejak", "")
