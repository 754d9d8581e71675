"""Where people meet forecasts: "Kapan?", a group's profile, and the fan of capital."""

import json

import pytest
from streamlit.testing.v1 import AppTest

from planning.forecast import rungs, simulate
from tests import city
from tests.test_pages import figures, keadaan, opened, put, words  # noqa: F401


def when(**pilihan: str) -> AppTest:
    return opened("05_menuju_koperasi.py", bagian_koperasi="Kapan?", **pilihan)


@pytest.fixture(scope="module")
def kota() -> simulate.Simulasi:
    return simulate.city(1, peluang=0.25)


@pytest.mark.parametrize("wilayah", [None, "35.74.04", city.KEBONSARI_KULON])
@pytest.mark.parametrize(
    ("page", "bagian"),
    [
        ("05_menuju_koperasi.py", {"bagian_koperasi": "Kapan?"}),
        ("05_menuju_koperasi.py",
         {"bagian_koperasi": "Kapan?", "sumbu_kapan": "tahap"}),
        ("03_modal.py", {"bagian_modal": "Perkiraan"}),
    ],
)  # fmt: skip
def test_it_works_in_every_state_and_place(keadaan, page, bagian, wilayah):  # noqa: F811
    app = opened(page, **bagian, **({"wilayah": wilayah} if wilayah else {}))
    assert not app.exception
    assert ("Kirim Laporan" in words(app)) == (keadaan == "kosong")


def test_with_one_rise_it_says_that_it_does_not_know(monkeypatch, data_dir):  # noqa: ARG001
    put(monkeypatch, city.city())
    isi = words(when())
    assert "Data belum cukup" in isi
    # a1, a2, b1, b2 may climb; c1 is dormant, c2 closed
    assert (
        "4 kelompok: data belum cukup: baru 1 kali tercatat naik tingkat di kota, "
        "paling sedikit 20 (batas usulan)."
    ) in isi
    assert "1 kelompok: kelompok nonaktif" in isi
    assert "Belum ada perkiraan lama yang sudah dapat diperiksa." in isi


def test_ranges_stand_with_their_score_and_no_promise(monkeypatch, data_dir, kota):  # noqa: ARG001
    put(monkeypatch, kota.data)
    app = when()
    isi = words(app)
    assert "Perkiraan menurut riwayat kota ini; bukan janji." in isi
    assert "80 dari 100 kali" in isi
    assert "Dihitung dari 30 September 2026." in isi
    assert "perkiraan yang sudah dapat diperiksa" in isi
    ada = int(rungs.next_rungs(kota.data, kota.pada)["cukup"].sum())
    assert f"**{ada} dari 110 kelompok** di Kota Probolinggo" in isi
    tabel = app.dataframe[0].value
    assert len(tabel) == 110
    assert not any(kata in isi.lower() for kata in ("confidence", "kepercayaan"))


def test_a_group_reads_when_and_sees_its_fan(monkeypatch, data_dir, kota):  # noqa: ARG001
    put(monkeypatch, kota.data)
    semua = rungs.next_rungs(kota.data, kota.pada)
    p = kota.data.posisi
    lapor = set(p[p["periode"] == "2026-T3"]["kode_kelompok"])
    kode = next(k for k in semua.index[semua["cukup"]] if k in lapor)
    app = opened(
        "06_profil.py", wilayah=kode[:13], kelompok=kode, bagian_profil="Kapan?"
    )
    assert not app.exception
    isi = words(app)
    assert rungs.next_rung(kota.data, kode, kota.pada).kalimat in isi
    assert "Tahap berikutnya.** Data belum cukup: belum pernah tercatat" in isi
    (gambar,) = figures(app)
    assert "80 dari 100 kali antara Rp" in gambar.alt
    assert "CONTOH" in json.dumps(json.loads(gambar.spec))


def test_the_fan_of_a_place_stands_beside_who_reported(monkeypatch, data_dir, kota):  # noqa: ARG001
    put(monkeypatch, kota.data)
    app = opened("03_modal.py", bagian_modal="Perkiraan")
    lapor = int((kota.data.posisi["periode"] == "2026-T3").sum())
    assert f"Modal UP2K {lapor} kelompok yang melapor di Kota Probolinggo" in words(app)
    assert len(figures(app)) == 1


def test_without_enough_history_there_is_no_fan(monkeypatch, data_dir):  # noqa: ARG001
    put(monkeypatch, city.city())
    app = opened("03_modal.py", bagian_modal="Perkiraan")
    assert not figures(app)
    assert "Data belum cukup: baru 0 pasangan periode" in words(app)


def test_the_public_reads_nothing_of_a_small_group(monkeypatch, data_dir, kota):  # noqa: ARG001
    posisi = kota.data.posisi.copy()
    posisi["anggota_akhir"] = 12
    kini = posisi[posisi["periode"] == "2026-T3"]
    kecil = kini["kode_kelompok"].iloc[0]
    posisi.loc[posisi["kode_kelompok"] == kecil, "anggota_akhir"] = 4
    put(monkeypatch, city.changed(kota.data, posisi=posisi))
    semua = len(when().dataframe[0].value)
    monkeypatch.setenv("UP2K_PERAN", "umum")
    # the small group, and one more of its kelurahan so that it cannot be worked out
    assert len(when().dataframe[0].value) == semua - 2
