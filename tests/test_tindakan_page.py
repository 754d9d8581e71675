"""The page of actions and its place in the profile: what they say, and to whom."""

import contextlib
import dataclasses
import datetime as dt

import pytest

from loaders.ingest import ingest
from reference.tulisan import hari_ini
from store import open_store, snapshot
from tests import city
from tests.action_city import action, register_frame, simulated
from tests.registers import BAIK, Register
from tests.test_pages import figures, opened, put, words
from tests.test_tindakan_planning import A1, A2, SATU
from tests.test_upload_page import button, upload
from tests.test_upload_page import opened as opened_upload

HALAMAN = "12_tindakan.py"
BESOK = (hari_ini() + dt.timedelta(days=1)).isoformat()


def filled(monkeypatch, *rows: dict, contoh: bool = False) -> None:
    tindakan = register_frame(*rows)
    data = dataclasses.replace(city.city(), tindakan=tindakan)
    put(monkeypatch, data, contoh=contoh)


def downloads(app) -> list[str]:
    return [d.proto.label for d in app.get("download_button")]


@pytest.mark.usefixtures("data_dir")
def test_before_the_first_register_it_says_how_to_begin(monkeypatch):
    filled(monkeypatch)
    app = opened(HALAMAN)
    assert not app.exception
    assert "Belum ada tindakan" in words(app)
    assert downloads(app) == ["Unduh daftar untuk diisi"]


@pytest.mark.usefixtures("data_dir")
def test_the_list_puts_what_is_late_first_and_can_be_narrowed(monkeypatch):
    rows = (
        action("T1", A1),
        action("T2", A2, selesai=None, tanggal_rencana="2026-01-05", status="rencana"),
        action("T3", A2, selesai=None, tanggal_rencana=BESOK, status="berjalan"),
    )
    filled(monkeypatch, *rows)
    app = opened(HALAMAN)
    assert "3 tindakan; **1** terlambat, **1** berjalan, dan **1** selesai" in words(
        app
    )
    assert app.dataframe[0].value["kode_tindakan"].tolist() == ["T2", "T3", "T1"]
    app.selectbox(key="tindakan_nama_keadaan").set_value("Selesai").run()
    assert app.dataframe[0].value["kode_tindakan"].tolist() == ["T1"]
    lain = opened(HALAMAN, wilayah=city.SUKOHARJO)
    assert "Belum ada tindakan untuk" in words(lain)


@pytest.mark.usefixtures("data_dir")
def test_costs_are_summed_by_kecamatan_and_by_who_acts(monkeypatch):
    filled(monkeypatch, *SATU)
    app = opened(HALAMAN, bagian_tindakan="Biaya")
    isi = words(app)
    assert "selesai: **Rp 100.000**" in isi
    assert "berjalan: **Rp 770.000**" in isi
    assert "1 tindakan tanpa biaya tercatat" in isi
    assert len(app.dataframe) == 2


@pytest.mark.usefixtures("data_dir")
def test_what_came_after_is_told_only_when_it_stands_out(monkeypatch):
    put(monkeypatch, simulated(7, naik_rp=400_000), contoh=True)
    app = opened(HALAMAN, bagian_tindakan="Sebelum dan sesudah")
    assert not app.exception
    assert "**lebih tinggi** daripada kelompok serupa" in words(app)
    assert "80 dari 100 kali" in words(app)
    # one of the 30 has no group like it
    assert len(app.dataframe[0].value) == 29
    assert "1 tidak mempunyai kelompok serupa" in words(app)
    app.selectbox(key="ukuran_tindakan").set_value("kehadiran_pct").run()
    assert "Belum dapat dikatakan" in words(app)


@pytest.mark.usefixtures("data_dir")
def test_the_public_sees_sums_and_no_group(monkeypatch):
    monkeypatch.setenv("UP2K_PERAN", "umum")
    filled(monkeypatch, *SATU)
    app = opened(HALAMAN)
    assert not app.dataframe
    assert downloads(app) == []
    assert "6 tindakan" in words(app)
    profil = opened(
        "06_profil.py", wilayah=city.KEBONSARI_KULON, kelompok=A1,
        bagian_profil="Tindakan",
    )  # fmt: skip
    assert not profil.exception
    assert "ditujukan kepada pembinanya" in words(profil)


@pytest.mark.usefixtures("data_dir")
@pytest.mark.parametrize("kelompok", [A1, None])
def test_a_profile_shows_its_actions_on_its_time_line(monkeypatch, kelompok):
    filled(monkeypatch, *SATU, contoh=True)
    app = opened(
        "06_profil.py", wilayah=city.KEBONSARI_KULON, kelompok=kelompok,
        bagian_profil="Tindakan",
    )  # fmt: skip
    assert not app.exception
    (gambar,) = figures(app)
    assert "Pendampingan pembukuan (10 Mei 2026, selesai)" in gambar.alt
    assert "CONTOH" in gambar.spec
    satu = "Satu kelompok saja tidak cukup" in words(app)
    assert satu == (kelompok is not None)


@pytest.mark.usefixtures("data_dir")
def test_a_profile_without_actions_leads_to_the_page(monkeypatch):
    filled(monkeypatch)
    app = opened(
        "06_profil.py", wilayah=city.KEBONSARI_KULON, bagian_profil="Tindakan"
    )  # fmt: skip
    assert not app.exception
    assert "Belum ada tindakan" in words(app)


def test_a_register_that_came_in_is_listed_with_its_findings(office):
    with_store = open_store(office / "up2k.db")
    isi = Register(BAIK, {**BAIK, "jenis": "Sulap"}).write()
    ingest(with_store, "daftar.xlsx", isi, oleh="petugas")
    assert len(snapshot(with_store).tindakan) == 1
    with_store.close()
    for halaman in (HALAMAN, "22_kiriman.py"):
        app = opened(halaman, buka_daftar_tindakan=True)
        assert not app.exception
        kata = words(app)
        assert "daftar.xlsx" in kata
        assert "1 tindakan diterima, 1 tertahan" in kata


def test_a_register_is_handed_in_on_the_upload_page(office):
    isi = Register(BAIK, {**BAIK, "biaya_rp": "dua juta"}).write()
    app = upload(opened_upload(), ("daftar.xlsx", isi))
    assert not app.exception
    assert "1 dari 2 tindakan diterima, 1 ditahan (Kota Probolinggo" in words(app)
    assert "Bukan angka" in "".join(e.label for e in app.expander)
    button(app, "simpan").click().run()
    with contextlib.closing(open_store(office / "up2k.db")) as s:
        t = snapshot(s).tindakan
    assert t["kode_tindakan"].tolist() == ["TB-2026-001"]
    assert "Kota Probolinggo" in words(app)
