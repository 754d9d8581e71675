"""The page *Rencana Pembinaan*: its list, its plan, its limits, what it hands out."""

import io

import openpyxl
import pytest

from planning.budget.answer import answer
from planning.budget.request import Permintaan
from reports.exports import Keterangan
from tests import city
from tests.test_pages import CITIES, figures, opened, put, words
from ui import plan_export, plan_rows

PAGE = "11_rencana_pembinaan.py"
ANGGARAN = {"bagian_rencana": "Rencana anggaran"}
BAGIAN = ("Yang dipilih", "Dibanding urutan sederhana", "Seberapa kokoh",
          "Bila pagunya lain")  # fmt: skip


@pytest.fixture(params=CITIES)
def keadaan(request, monkeypatch, data_dir) -> str:  # noqa: ARG001
    data = CITIES[request.param]()
    put(monkeypatch, data, contoh=len(data.posisi) > 0)
    return request.param


@pytest.fixture
def small(monkeypatch, data_dir) -> None:  # noqa: ARG001
    put(monkeypatch, city.city())


def groups(app):
    """The table of groups, if there is one; the other is the editor of packages."""
    ada = [d.value for d in app.dataframe if "nama_kelompok" in d.value]
    return ada[0] if ada else None


@pytest.mark.parametrize("bagian", ["Daftar kerja", "Rencana anggaran", "Anggapan"])
def test_every_part_works_in_every_state(keadaan, bagian):
    app = opened(PAGE, bagian_rencana=bagian)
    assert not app.exception
    if keadaan != "kosong":
        assert "anggapan (usulan)" in words(app)


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("bagian", BAGIAN)
def test_every_part_of_the_plan_works(bagian):
    app = opened(PAGE, **ANGGARAN, bagian_anggaran=bagian)
    assert not app.exception
    assert "langkah yang diharapkan menurut anggapan" in words(app)
    for satu in figures(app):
        assert satu.alt.endswith(".")
        assert "CONTOH" in satu.spec


@pytest.mark.usefixtures("small")
def test_the_list_says_how_many_lack_what_and_who_is_silent():
    isi = words(opened(PAGE))
    assert "**1 kelompok belum lapor**, jadi keadaannya belum diketahui." in isi
    assert "pada 4 kelompok yang melapor" in isi


@pytest.mark.usefixtures("small")
def test_the_list_is_filtered_by_gap_actor_rung_and_place():
    app = opened(PAGE, kekurangan="tunggakan")
    # a1 60 of 800 (7,5 %) and b1 140 of 1.000 thousand are above 5 %
    assert sorted(groups(app)["nama_kelompok"]) == ["Kenanga", "Melati"]
    app = opened(PAGE, kekurangan="tunggakan", wilayah=city.SUKOHARJO)
    assert list(groups(app)["nama_kelompok"]) == ["Kenanga"]
    app = opened(PAGE, pelaksana="kelurahan", tingkat_lapor="pemula")
    # of the pemula a2 and c1; what kelurahan can do: visits and meetings
    isi = groups(app)
    assert set(isi["nama_kelompok"]) <= {"Mawar", "Seruni"}
    assert all("Kelurahan" in s for s in isi["siapa"])


@pytest.mark.usefixtures("small")
def test_the_plan_keeps_the_ceiling_and_the_officers_picks():
    app = opened(PAGE, **ANGGARAN, pagu=2_000_000, hari=20)
    assert "dari pagu Rp 2.000.000" in words(app)
    isi = groups(app)
    assert isi["biaya_rp"].sum() <= 2_000_000
    wajib = "Kenanga, Sukoharjo 01"
    app = opened(PAGE, **ANGGARAN, wajib=[wajib])
    baris = groups(app)
    assert "wajib masuk" in set(
        baris.loc[baris["nama_kelompok"] == "Kenanga", "pilihan_anda"]
    )
    app = opened(PAGE, **ANGGARAN, jangan=[wajib])
    assert "Kenanga" not in set(groups(app)["nama_kelompok"])


@pytest.mark.usefixtures("small")
def test_a_ceiling_that_is_too_small_is_told_with_what_is_missing():
    app = opened(PAGE, **ANGGARAN, pagu=0)
    assert not app.exception
    assert "Tidak ada rencana yang memenuhi semua batas" in app.error[0].value
    assert "Pagu terlalu kecil" in app.error[0].value
    assert groups(app) is None


@pytest.mark.usefixtures("small")
def test_a_pick_in_both_lists_is_told():
    nama = ["Kenanga, Sukoharjo 01"]
    app = opened(PAGE, **ANGGARAN, wajib=nama, jangan=nama)
    assert "Kenanga dipilih wajib sekaligus dikecualikan." in app.error[
        0
    ].value.replace("\\", "")


@pytest.mark.usefixtures("small")
def test_the_public_is_not_shown_groups_one_by_one(monkeypatch):
    monkeypatch.setenv("UP2K_PERAN", "umum")
    app = opened(PAGE)
    assert "ditujukan kepada pendampingnya saja" in words(app)
    assert not app.dataframe


@pytest.mark.usefixtures("small")
def test_how_firm_the_plan_is_stands_in_words():
    app = opened(PAGE, **ANGGARAN, bagian_anggaran="Seberapa kokoh")
    isi = groups(app)["tetap_kata"]
    assert all(k.startswith("tetap dipilih dalam ") for k in isi)
    assert all(" percobaan" in k for k in isi)


def test_the_whole_plan_as_a_workbook_carries_its_assumptions_and_limits():
    data = city.city()
    minta = Permintaan.default(data.acuan, city.KINI.end, 3_000_000)
    jawab = answer(data, minta)
    isi, biasa = (plan_rows.rows(data, minta, apa) for apa in ("rencana", "urutan"))
    label = plan_rows.gap_labels(data, minta.pada)
    keterangan = Keterangan(city.KINI.label, "Seluruh kota", 4, 5, contoh=True)
    buku = openpyxl.load_workbook(
        io.BytesIO(
            plan_export.workbook(
                "Rencana",
                isi,
                biasa,
                plan_rows.TERPILIH,
                minta,
                jawab,
                keterangan,
                label,
            )
        )
    )
    assert buku.sheetnames == [
        "Rencana", "Urutan sederhana", "Perbedaan", "Anggapan", "Batas", "Keterangan",
    ]  # fmt: skip
    assert "4 dari 5 kelompok melapor" in buku["Rencana"]["A2"].value
    assert buku["Rencana"]["A2"].value.startswith("CONTOH")
    sel = {r[0].value: r[1].value for r in buku["Batas"].iter_rows(min_row=5)}
    assert sel["Pagu"] == "Rp 3.000.000"
    paket = {r[0].value: r for r in buku["Anggapan"].iter_rows(min_row=5)}
    assert paket["Kunjungan bantu lapor"][1].value == 50_000
    assert paket["Kunjungan bantu lapor"][3].value == 60
    biaya = [r[4].value for r in buku["Rencana"].iter_rows(min_row=5) if r[0].value]
    assert sum(biaya) == jawab.rencana.biaya_rp
