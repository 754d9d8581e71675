"""The rules on the page of the way and on a profile, as their readers meet them."""

import pytest
from streamlit.testing.v1 import AppTest

from indicators.data import Data
from planning.pathway.standing import read_all
from reference.kosakata import pilihan_untuk
from reference.syarat import langkah
from tests import city
from tests.city import KINI, KODE
from tests.forms_city import PILANG
from tests.test_pages import opened, put, words

PROFIL = "06_profil.py"
JALAN = "Jalan ke koperasi"


def profile(kel: str, **lain: str) -> AppTest:
    kode = KODE.get(kel, kel)
    return opened(
        PROFIL,
        wilayah=kode.partition("-")[0],
        kelompok=kode,
        bagian_profil=JALAN,
        **lain,
    )


def table(app: AppTest, kolom: str):
    """The first table on screen that has a column of that title."""
    return next(d.value for d in app.dataframe if kolom in d.value.columns)


def ways(kel: str, **lain: str):
    return table(profile(kel, bagian_jalan="Jalan", **lain), "banyak").set_index(
        "label"
    )


@pytest.fixture
def small(monkeypatch, data_dir) -> None:  # noqa: ARG001
    put(monkeypatch, city.city())


@pytest.mark.usefixtures("data_dir")
@pytest.mark.parametrize(
    ("kota", "sumbu"),
    [(Data.empty, "tingkat"), (city.city, "tahap"), (city.full_city, "tingkat")],
)
def test_all_groups_by_the_rules_in_every_state(monkeypatch, kota, sumbu):
    data = kota()
    put(monkeypatch, data)
    app = opened(
        "05_menuju_koperasi.py", bagian_koperasi="Menurut aturan", sumbu_aturan=sumbu
    )
    assert not app.exception
    if data.posisi.empty:
        assert "Belum ada laporan" in words(app)
        return
    baris = table(app, "beda")
    assert len(baris) == len(read_all(data, KINI.end))
    assert set(baris["status"]) <= {"usulan", "ada sumbernya"}
    kata = {"tingkat": "Kriteria tingkat tidak", "tahap": "Ambang pra-koperasi tidak"}
    assert kata[sumbu] in words(app)


@pytest.mark.usefixtures("small")
def test_reported_and_read_stand_side_by_side_and_may_be_sifted():
    app = opened("05_menuju_koperasi.py", bagian_koperasi="Menurut aturan")
    # a1 and b1 said Madya and read Pemula; c1 said Pemula and reads below it; a2 agrees
    assert (
        "Dari **4** kelompok yang melaporkan tingkatnya, **1** terbaca sama, **3** "
        "lebih rendah, dan **0** lebih tinggi. 1 lainnya belum dapat dibandingkan. "
        ":orange-badge[usulan]"
    ) in words(app)
    baris = table(app, "beda").set_index("nama_kelompok")
    assert list(baris.loc["Kenanga", ["dilaporkan", "tangga"]]) == ["Madya", "Pemula"]
    assert baris.loc["Seruni", "tangga"] == "belum Pemula"
    assert baris.loc["Anggrek", "tangga"] == "belum dapat dibaca"
    assert baris.loc["Mawar", "kurang_label"] == "Peminjam aktif"
    app = opened("05_menuju_koperasi.py", bagian_koperasi="Menurut aturan", beda="sama")
    assert list(table(app, "beda")["nama_kelompok"]) == ["Mawar"]


@pytest.mark.usefixtures("small")
def test_a_profile_shows_reported_read_missing_and_ways():
    app = profile("b1")
    isi = words(app)
    assert (
        "Tingkat yang dilaporkan: **Madya**. Menurut aturan: **Pemula** "
        ":orange-badge[usulan]"
    ) in isi
    assert "untuk Madya yang terdekat ialah modal UP2K: Rp 1.100.000" in isi
    syarat = table(app, "tertulis").set_index("label")
    assert syarat.loc["Modal UP2K", "keadaan"] == "✗ belum terpenuhi"
    assert set(syarat["golongan"]) == {"Madya"}
    assert "Jalan yang terbuka: Mendirikan koperasi sendiri, " in isi
    jalan = ways("b1")
    assert len(jalan) == len(pilihan_untuk("jalur"))
    assert jalan.loc["Mendirikan koperasi sendiri", "keadaan"] == "✓ terbuka"
    assert jalan.loc["Bergabung dengan kelompok lain", "keadaan"] == "– belum diketahui"
    assert len(table(profile("b1", bagian_jalan="Langkah"), "langkah")) == len(
        langkah()
    )


@pytest.mark.usefixtures("small")
def test_another_years_rules_read_the_same_report_anew():
    kini = profile("b1", sumbu_jalan="tahap")
    dulu = profile("b1", sumbu_jalan="tahap", aturan="2019")
    assert "Menurut aturan: **Koperasi**" in words(kini)
    assert "Menurut aturan: **UP2K**" in words(dulu)
    assert "13 orang, syaratnya paling sedikit 20 orang" in words(dulu)
    jalan = ways("b1", aturan="2019")
    assert jalan.loc["Mendirikan koperasi sendiri", "keadaan"] == "✗ belum terbuka"
    assert not [n for n in jalan.index if "Merah Putih" in n]


@pytest.mark.usefixtures("small")
def test_one_way_in_full_says_what_is_not_confirmed():
    app = profile("b1", bagian_jalan="Jalan", jalan="koperasi_sendiri")
    diminta = next(
        d.value
        for d in app.dataframe
        if "Modal sendiri" in set(d.value.get("label", ()))
    ).set_index("label")
    assert diminta.loc["Modal sendiri", "status"] == "belum dikonfirmasi"
    assert "angka batas belum dikonfirmasi" in diminta.loc["Modal sendiri", "catatan"]
    app = profile("a2", bagian_jalan="Jalan", jalan="gabung", aturan="2019")
    assert "Bersama Melati (35.74.04.1006-01)." in words(app)
    app = profile("c1", bagian_jalan="Jalan", jalan="tetap_up2k")
    assert "Penghalang: Kelompok aktif: nonaktif" in app.warning[0].value.replace(
        "\\", ""
    )


@pytest.mark.usefixtures("small")
def test_a_group_that_did_not_report_is_shown_by_its_earlier_report():
    app = profile("b2")
    assert not app.exception
    assert "Menurut aturan: **belum dapat dibaca**" in words(app)
    assert "Menurut laporan terakhirnya, Triwulan II 2026: **belum Pemula**" in words(
        app
    )


@pytest.mark.usefixtures("office")
def test_evidence_leads_to_its_cells_and_only_for_those_who_handle_reports(monkeypatch):
    app = profile(f"{PILANG}-01", asal_syarat=True)
    assert not app.exception
    asal = table(app, "tempat")
    simpanan = asal[asal["isian"] == "Simpanan wajib"]
    assert simpanan["tempat"].iloc[0].endswith(" › Keuangan › E6")
    assert simpanan["nilai"].iloc[0] == "Rp 1.000.000"
    # nine months without a gap: the name stands in each of the last three forms
    assert (asal["isian"] == "Nama kelompok").sum() == 3
    monkeypatch.setenv("UP2K_PERAN", "umum")
    app = profile(f"{PILANG}-01", asal_syarat=True)
    assert not app.exception
    assert not any("tempat" in d.value.columns for d in app.dataframe)


@pytest.mark.usefixtures("data_dir")
def test_the_public_does_not_see_a_small_group_in_the_list(monkeypatch):
    p = city.city().posisi.copy()
    kecil = (p["kode_kelompok"] == KODE["a2"]) & (p["periode"] == str(KINI))
    p.loc[kecil, "anggota_akhir"] = 4
    put(monkeypatch, city.changed(city.city(), posisi=p))

    def listed() -> set[str]:
        app = opened("05_menuju_koperasi.py", bagian_koperasi="Menurut aturan")
        return set(table(app, "beda")["nama_kelompok"])

    assert "Mawar" in listed()
    monkeypatch.setenv("UP2K_PERAN", "umum")
    assert "Mawar" not in listed()


@pytest.mark.usefixtures("small")
def test_rules_offered_are_those_of_years_in_which_some_rule_changed():
    app = profile("b1", periode="2025-T3")
    aturan = next(s for s in app.selectbox if s.key == "aturan")
    assert aturan.placeholder == "Yang berlaku 30 September 2025"
    assert aturan.options[0] == "Yang berlaku hari ini"
    assert {"Seperti akhir 1992", "Seperti akhir 2020", "Seperti akhir 2023"} <= set(
        aturan.options
    )
    assert "Seperti akhir 2021" not in aturan.options
