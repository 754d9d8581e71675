"""The page of competitions: what it says of sheets, and of the past."""

import io
import json

import openpyxl
import pytest

from loaders.daftar.write import Isi, form_bytes
from loaders.form.read import read
from reference.daftar import forms
from reference.tulisan import hari_ini
from tests import city
from tests.city import KEBONSARI_KULON, PILANG, SUKOHARJO
from tests.competitions import competition, row
from tests.test_pages import CITIES, figures, opened, put, words
from ui import lomba_arsip

HALAMAN = "15_lomba.py"
BAGIAN = (
    "Hasil", "Per aspek", "Di bawah standar", "Juri", "Coba bobot lain", "Arsip"
)  # fmt: skip
JATI = "35.74.03.1004"


def sheets(**kepala: object):
    """Kebonsari Kulon 54, Sukoharjo and Pilang 80 each, Jati without field work."""
    return competition(
        row(PILANG, 1, adm=80, lap=80), row(PILANG, 2, adm=80, lap=80),
        row(SUKOHARJO, 1, adm=90, lap=75), row(SUKOHARJO, 2, adm=80, lap=70),
        row(KEBONSARI_KULON, 1, adm=40, lap=75),
        row(KEBONSARI_KULON, 2, adm=40, lap=75),
        row(JATI, 1, adm=60, lap=None),
        data=city.city(), **{"standar": 70, "pemenang": 1, **kepala},
    )  # fmt: skip


def downloads(app) -> list[str]:
    return [d.proto.label for d in app.get("download_button")]


@pytest.mark.usefixtures("data_dir")
@pytest.mark.parametrize("bagian", BAGIAN)
@pytest.mark.parametrize("keadaan", CITIES)
def test_every_part_works_before_and_after_a_sheet_came(monkeypatch, keadaan, bagian):
    put(monkeypatch, CITIES[keadaan](), contoh=False)
    app = opened(HALAMAN, bagian_lomba=bagian)
    assert not app.exception
    assert "Belum ada lembar penilaian" in words(app)
    put(monkeypatch, sheets())
    app = opened(HALAMAN, bagian_lomba=bagian, wilayah=city.KANIGARAN)
    assert not app.exception
    assert all("CONTOH" in g.spec for g in figures(app))


@pytest.mark.usefixtures("data_dir")
def test_a_tie_for_the_only_prize_is_left_to_the_committee(monkeypatch):
    put(monkeypatch, sheets())
    app = opened(HALAMAN)
    isi = words(app)
    # Sukoharjo 0,6 × 85 + 0,4 × 72,5 = 80; Pilang 80
    assert "Pilang dan Sukoharjo seri di batas pemenang (80,00)" in isi
    assert "diserahkan kepada panitia" in isi
    assert (
        "**0** pemenang, **2** seri di batas pemenang, **1** di bawah standar 70" in isi
    )
    assert "1 peserta belum lengkap nilainya" in isi
    tabel = app.dataframe[0].value.set_index("nama_peserta")
    assert tabel["urutan"].to_dict() == {
        "Pilang": "1 (seri)", "Sukoharjo": "1 (seri)", "Kebonsari Kulon": "3",
        "Jati": "",
    }  # fmt: skip
    assert tabel.loc["Jati", "catatan"] == "Belum dinilai: Lap."
    (peta,) = figures(app)
    nama = [t.get("name") for t in json.loads(peta.spec)["data"]]
    assert "Seri di batas pemenang (2)" in nama
    assert "Di bawah standar (1)" in nama
    assert "Tidak dinilai (25)" in nama
    assert "Di bawah standar: Kebonsari Kulon" in peta.alt


@pytest.mark.usefixtures("data_dir")
def test_who_is_under_the_standard_is_told_in_what_and_that_nobody_coached(monkeypatch):
    put(monkeypatch, sheets())
    app = opened(HALAMAN, bagian_lomba="Di bawah standar")
    assert "**1 peserta** di bawah standar 70" in words(app)
    (baris,) = app.dataframe[0].value.to_dict("records")
    assert baris["terlemah"] == "Adm 40,0"
    assert baris["pembinaan"] == "Belum ada pembinaan tercatat"
    put(monkeypatch, sheets(pembinaan=(
        {"peserta": KEBONSARI_KULON, "pembinaan": "Uang pembinaan",
         "tanggal": "2026-05-20"},
    )))  # fmt: skip
    app = opened(HALAMAN, bagian_lomba="Di bawah standar")
    (baris,) = app.dataframe[0].value.to_dict("records")
    assert baris["pembinaan"] == "1 tercatat"
    (bina,) = app.dataframe[1].value.to_dict("records")
    assert bina["nama_peserta"] == "Kebonsari Kulon"
    assert bina["pembinaan"] == "Uang pembinaan"
    monkeypatch.setenv("UP2K_PERAN", "umum")
    app = opened(HALAMAN, bagian_lomba="Di bawah standar")
    assert "pembinaan" not in app.dataframe[0].value
    assert downloads(app) == ["Unduh Excel", "Unduh CSV"]


@pytest.mark.usefixtures("data_dir")
def test_other_weights_must_sum_to_a_hundred_and_change_nothing_official(monkeypatch):
    put(monkeypatch, sheets())
    app = opened(HALAMAN, bagian_lomba="Coba bobot lain")
    adm, lap = app.number_input
    adm.set_value(50.0).run()
    assert "Jumlah bobot 90,0; harus 100" in words(app)
    assert not app.dataframe
    app.number_input[1].set_value(50.0).run()
    tabel = app.dataframe[0].value.set_index("nama_peserta")
    # half and half Sukoharjo has 78,75 against 80
    assert tabel.loc["Sukoharjo", "peringkat_coba"] == 2
    assert tabel.loc["Sukoharjo", "peringkat"] == 1
    assert "hasil resmi tidak berubah" in words(app)


@pytest.mark.usefixtures("data_dir")
def test_juries_who_differ_much_are_named_by_number(monkeypatch):
    put(monkeypatch, competition(
        row(PILANG, 1, adm=90, lap=90), row(PILANG, 2, adm=60, lap=60),
        row(SUKOHARJO, 1, adm=70, lap=70), row(SUKOHARJO, 2, adm=70, lap=70),
    ))  # fmt: skip
    app = opened(HALAMAN, bagian_lomba="Juri")
    # jury 1 gives 15 more on average: Pilang 82,5 against 67,5, Sukoharjo the reverse
    assert "Juri berbeda 10 poin atau lebih tentang Pilang dan Sukoharjo" in words(app)
    juri = app.dataframe[1].value.set_index("juri")
    assert juri["murah"].to_dict() == {"Juri 1": 7.5, "Juri 2": -7.5}


@pytest.mark.usefixtures("data_dir")
def test_one_participant_is_shown_jury_by_jury(monkeypatch):
    put(monkeypatch, sheets())
    app = opened(HALAMAN, bagian_lomba="Per aspek", peserta_lomba=SUKOHARJO)
    assert "Sukoharjo: nilai akhir **80,00**; seri di batas pemenang." in words(app)
    isi = app.dataframe[0].value
    assert isi["juri"].tolist() == ["Juri 1", "Juri 2"]
    # 0,6 × 90 + 0,4 × 75 and 0,6 × 80 + 0,4 × 70
    assert isi["total"].tolist() == [84.0, 76.0]


@pytest.mark.usefixtures("data_dir")
def test_small_groups_are_no_participants_for_the_public(monkeypatch):
    kecil, besar = city.KODE["c1"], city.KODE["a1"]
    data = competition(
        row(kecil, 1, adm=80, lap=80), row(besar, 1, adm=70, lap=70),
        data=city.without(city.city(), "c1", city.KINI), peserta_dinilai="kelompok",
    )  # fmt: skip
    posisi = data.posisi.copy()
    milik = posisi["kode_kelompok"].eq(besar) & posisi["periode"].eq("2026-T3")
    posisi.loc[milik, "anggota_akhir"] = 4
    put(monkeypatch, competition(
        row(kecil, 1, adm=80, lap=80), row(besar, 1, adm=70, lap=70),
        data=city.changed(data, posisi=posisi), peserta_dinilai="kelompok",
    ))  # fmt: skip
    assert len(opened(HALAMAN).dataframe[0].value) == 2
    monkeypatch.setenv("UP2K_PERAN", "umum")
    app = opened(HALAMAN)
    assert not app.exception
    tabel = app.dataframe[0].value if app.dataframe else ()
    assert len(tabel) < 2


@pytest.mark.usefixtures("data_dir")
def test_the_past_is_told_from_its_sources_and_never_as_a_sample(monkeypatch):
    put(monkeypatch, city.city(), contoh=True)
    app = opened(
        HALAMAN, **{"buka_lalu_evaluasi-2023": True, "buka_lalu_lomba-2019": True}
    )
    isi = words(app)
    assert "23 pemenang" in isi
    for nama in ("Kedung Asem", "Kedunggaleng", "Kedopok", "Jrebeng Kulon",
                 "Kareng Lor", "Sumber Wetan"):  # fmt: skip
        assert nama in isi
    assert "Kesimpulan kami, tidak tertulis di sumber" in isi
    assert "aesennews.com/2023/12" in isi
    assert "humasprotokol.probolinggokota.go.id/archives/4201" in isi
    evaluasi, lomba = figures(app)
    for gambar in (evaluasi, lomba):
        assert "CONTOH" not in gambar.spec
    nama = [t.get("name") for t in json.loads(evaluasi.spec)["data"]]
    assert "Di bawah standar (disebut sumber) (6)" in nama
    nama = [t.get("name") for t in json.loads(lomba.spec)["data"]]
    assert "Wakil kecamatan (disebut sumber) (2)" in nama
    assert "Tidak disebut di sumber (27)" in nama
    assert [p.kode for p in lomba_arsip.entries()] == ["evaluasi-2023", "lomba-2019"]


@pytest.mark.usefixtures("data_dir")
def test_the_form_proposes_aspects_and_is_read_as_a_sheet(monkeypatch):
    put(monkeypatch, city.city(), contoh=False)
    app = opened(HALAMAN)
    assert downloads(app) == ["Unduh lembar penilaian"]
    form = forms()["penilaian"]
    isi = form_bytes(form)
    buku = openpyxl.load_workbook(io.BytesIO(isi))
    nama = [c.value for c in buku["Aspek"]["B"] if c.value]
    assert nama[1:4] == ["Administrasi", "Profil", "Kegiatan lapangan"]
    kepala = {
        "nama": "Lomba uji", "tanggal": hari_ini(), "tingkat": "kota",
        "peserta_dinilai": "kelurahan",
    }  # fmt: skip
    nilai = [
        {"peserta": PILANG, "juri": "Juri 1", "kode_aspek": k, "nilai": n}
        for k, n in (("administrasi", 80.0), ("profil", 70.0), ("lapangan", 60.0))
    ]
    isi = form_bytes(form, Isi(kepala, {"penilaian_nilai": nilai}))
    bacaan = read(isi, "lomba.xlsx", hari_ini=hari_ini())
    assert not bacaan.ditolak
    assert bacaan.golongan == "penilaian"
