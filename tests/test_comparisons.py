"""How groups moved, where they stand, who sent what: reckoned by hand on the city."""

import datetime as dt

import pandas as pd
import pytest

from indicators import INDICATORS
from indicators.change import change
from indicators.composition import PARTS, composition, composition_over
from indicators.compute import compute
from indicators.movement import counts, flows, label, nodes, rungs, states
from indicators.next_steps import next_steps, steps_done
from indicators.privacy import hidden_groups, hidden_places, without_small
from indicators.profile import profile
from indicators.punctuality import STATES, punctuality
from indicators.ranking import ranking
from reference.pengaturan import pengaturan
from reference.periode import Periode
from tests.city import (
    KADEMANGAN,
    KANIGARAN,
    KEBONSARI_KULON,
    KINI,
    KODE,
    KOTA,
    LALU,
    PILANG,
    SUKOHARJO,
    TAHUN_LALU,
    changed,
    city,
    empty,
    full_city,
    without,
)

SESUDAH_BATAS = dt.date(2026, 10, 30)
ANGGOTA = INDICATORS["anggota"]


def keadaan(pembanding, sumbu="tingkat", data=None):
    hasil = states(data or city(), KINI, pembanding, sumbu)["keadaan"]
    return {nama: hasil[kode] for nama, kode in KODE.items() if kode in hasil}


def arus(frame):
    return {(r.dari, r.ke): r.n for r in frame.itertuples()}


def test_states_since_last_quarter():
    assert keadaan(LALU) == {
        "a1": "naik", "a2": "tanpa_pembanding", "b1": "tetap",
        "b2": "tidak_lapor", "c1": "nonaktif",
    }  # fmt: skip


def test_states_since_a_year_ago():
    assert keadaan(TAHUN_LALU) == {
        "a1": "naik", "a2": "tetap", "b1": "turun", "b2": "tidak_lapor",
        "c1": "nonaktif",
    }  # fmt: skip


def test_states_on_the_other_axis():
    assert keadaan(TAHUN_LALU, "tahap")["b1"] == "naik"
    assert keadaan(TAHUN_LALU, "tahap")["a2"] == "tetap"


def test_a_group_founded_since_is_new():
    daftar = city().kelompok
    baru = daftar["kode_kelompok"] == KODE["a2"]
    daftar = daftar.assign(
        periode_pertama=daftar["periode_pertama"].mask(baru, "2026-T3")
    )
    posisi = city().posisi
    milik = (posisi["kode_kelompok"] == KODE["a2"]) & (posisi["periode"] != "2026-T3")
    data = changed(city(), kelompok=daftar, posisi=posisi[~milik])
    assert keadaan(LALU, data=data)["a2"] == "baru"
    assert arus(flows(data, KINI, LALU))["baru", "pemula"] == 1


def test_every_open_group_has_one_state():
    hasil = counts(city(), KINI, LALU, "kecamatan")
    jumlah = hasil.drop(columns="n_kelompok").sum(axis=1)
    assert (jumlah == hasil["n_kelompok"]).all()
    assert hasil.loc[KANIGARAN, ["naik", "tetap", "turun"]].tolist() == [1, 1, 0]
    assert hasil.loc[KADEMANGAN, "nonaktif"] == 1


def test_flows_between_rungs():
    assert arus(flows(city(), KINI, LALU)) == {
        ("pemula", "madya"): 1,  # a1
        ("pemula", "tidak_lapor"): 1,  # b2
        ("pemula", "tutup"): 1,  # c2
        ("madya", "pemula"): 1,  # c1
        ("madya", "madya"): 1,  # b1
        ("tidak_lapor", "pemula"): 1,  # a2
    }


def test_flows_of_one_place_on_the_other_axis():
    assert arus(flows(city(), KINI, TAHUN_LALU, "tahap", SUKOHARJO)) == {
        ("up2k", "tidak_lapor"): 1,
        ("pra_koperasi", "koperasi"): 1,
    }


def test_what_stands_on_a_rung_is_what_flows_into_it():
    ke = flows(city(), KINI, LALU).groupby("ke")["n"].sum()
    for tingkat, n in rungs(city(), KINI, "tingkat").items():
        assert ke.get(tingkat, 0) == n
        nilai = compute(INDICATORS[f"kelompok_{tingkat}"], city(), KINI, "kota")
        assert nilai["value"].iloc[0] == n


def test_rungs_nobody_reported_are_unknown():
    assert rungs(city(), KINI, "tahap", "35.74.03").isna().all()


def test_every_node_has_a_name():
    for sumbu in ("tingkat", "tahap"):
        assert all(label(sumbu, kode) for kode in nodes(sumbu))


def test_change_keeps_the_same_groups_apart():
    hasil = change(INDICATORS["modal_up2k"], city(), KINI, LALU, "kota").loc[KOTA]
    assert hasil[["value", "value_dulu", "selisih"]].tolist() == [
        2_250_000, 1_860_000, 390_000,
    ]  # fmt: skip
    sama = hasil[["value_sama", "value_dulu_sama", "selisih_sama", "n_sama"]]
    assert sama.tolist() == [1_950_000, 1_510_000, 440_000, 3]
    assert hasil[["n_lapor", "n_kelompok"]].tolist() == [4, 5]
    assert hasil[["n_lapor_dulu", "n_kelompok_dulu"]].tolist() == [5, 6]


def test_change_of_a_ratio_is_in_points():
    hasil = change(INDICATORS["rasio_tunggakan_pct"], city(), KINI, LALU, "kecamatan")
    baris = hasil.loc[KANIGARAN]
    # now 200 / 2.000; then 80 / 1.600 (a1 600, b1 900, b2 100)
    assert baris[["value", "value_dulu", "selisih"]].tolist() == [10, 5, 5]


def test_change_of_a_group_that_was_silent_is_unknown():
    hasil = change(ANGGOTA, city(), KINI, LALU, "kelompok").loc[KODE["a2"]]
    assert hasil["value"] == 10
    assert pd.isna(hasil["value_dulu"]) and pd.isna(hasil["selisih"])


def test_composition_adds_up_to_all_capital():
    hasil = composition(city(), KINI, "kelurahan")
    semua = compute(INDICATORS["modal_total"], city(), KINI, "kelurahan")["value"]
    pd.testing.assert_series_equal(
        hasil[list(PARTS)].sum(axis=1, min_count=1), semua, check_names=False
    )
    assert hasil.loc[SUKOHARJO, "Hibah"] == 500_000
    assert hasil.loc[SUKOHARJO, ["n_lapor", "n_kelompok"]].tolist() == [1, 2]


def test_composition_leaves_out_a_group_that_reported_half_of_it():
    data = city()
    posisi = data.posisi.copy()
    a1 = (posisi["kode_kelompok"] == KODE["a1"]) & (posisi["periode"] == "2026-T3")
    posisi.loc[a1, "cadangan"] = pd.NA
    hasil = composition(changed(data, posisi=posisi), KINI, "kelurahan")
    assert hasil.loc[KEBONSARI_KULON, "Simpanan pokok"] == 50_000  # a2 alone
    assert hasil.loc[KEBONSARI_KULON, "n_lapor"] == 1


def test_composition_over_time_of_a_place_and_of_a_group():
    hasil = composition_over(city(), [LALU, KINI], KOTA)
    assert hasil.index.tolist() == ["2026-T2", "2026-T3"]
    assert hasil["Pinjaman"].tolist() == [400_000, 650_000]
    assert hasil["n_lapor"].tolist() == [5, 4]
    mawar = composition_over(city(), [LALU, KINI], KODE["a2"])
    assert pd.isna(mawar.loc["2026-T2", "Hibah"])
    assert mawar.loc["2026-T3", "Hibah"] == 100_000


def test_ranking_lists_small_numbers_without_ranking_them():
    per = INDICATORS["modal_per_anggota"]
    hasil = ranking(per, compute(per, city(), KINI, "kelurahan"), 2)
    assert hasil.index[0] == KEBONSARI_KULON
    assert hasil.loc[KEBONSARI_KULON, "peringkat"] == 1
    # the highest value of all, but of one group out of two
    assert hasil.loc[SUKOHARJO, "value"] > hasil.loc[KEBONSARI_KULON, "value"]
    assert pd.isna(hasil.loc[SUKOHARJO, "peringkat"])
    assert hasil.loc[SUKOHARJO, "alasan"] == "hanya 1 kelompok lapor"
    assert hasil["alasan"].iloc[-1] == "belum ada data"
    assert len(hasil) == 29


def test_ranking_shows_ties_as_ties():
    nilai = compute(ANGGOTA, city(), KINI, "kelompok").drop(KODE["b2"])
    nilai["value"] = [5.0, 22.0, 10.04, 10.01]
    hasil = ranking(ANGGOTA, nilai, minimal=1)
    assert hasil["peringkat"].tolist() == [1, 2, 2, 4]
    assert hasil["seri"].tolist() == [False, True, True, False]


def test_ranking_begins_with_the_lowest_where_low_is_better():
    tunggakan = INDICATORS["rasio_tunggakan_pct"]
    nilai = compute(tunggakan, city(), KINI, "kelompok")
    hasil = ranking(tunggakan, nilai, minimal=1)
    ada = hasil[hasil["peringkat"].notna()]
    assert ada.index.tolist() == [KODE["a2"], KODE["a1"], KODE["b1"]]


def test_nobody_reporting_is_ranked_last_in_reporting():
    lapor = INDICATORS["tingkat_pelaporan_pct"]
    data = without(without(city(), "a1", KINI), "a2", KINI)
    hasil = ranking(lapor, compute(lapor, data, KINI, "kelurahan"), 2)
    assert hasil.loc[SUKOHARJO, "peringkat"] == 1
    assert hasil.loc[KEBONSARI_KULON, "peringkat"] == 2
    assert hasil.loc[KEBONSARI_KULON, "value"] == 0


def test_the_nearest_to_a_koperasi_stand_first_with_what_lacks():
    hasil = next_steps(city(), KINI)
    assert hasil.index[:3].tolist() == [KODE["b1"], KODE["a1"], KODE["a2"]]
    assert hasil.loc[KODE["b1"], "kurang"] == ("rat",)
    assert hasil.loc[KODE["b1"], ["n_selesai", "n_langkah"]].tolist() == [9, 10]
    assert hasil.loc[KODE["a1"], "berikut"] == "rapat_pendirian"
    assert hasil.loc[KODE["a1"], "kurang"][:2] == ("rapat_pendirian", "nama_koperasi")


def test_steps_not_reported_are_unknown_not_none():
    hasil = next_steps(city(), KINI)
    assert pd.isna(hasil.loc[KODE["c1"], "n_selesai"])
    assert hasil.loc[KODE["a2"], ["n_selesai", "n_dilaporkan"]].tolist() == [0, 3]
    assert next_steps(city(), KINI, PILANG).index.tolist() == [KODE["c1"]]


def test_which_steps_are_done_where():
    hasil = steps_done(city(), KINI, "kecamatan")
    assert hasil.loc[KANIGARAN, "penyuluhan"] == 2
    assert hasil.loc[KANIGARAN, "rat"] == 0
    assert pd.isna(hasil.loc[KADEMANGAN, "penyuluhan"])
    assert hasil.loc[KANIGARAN, ["n_lapor", "n_kelompok"]].tolist() == [3, 4]


def status(data, periode, hari=SESUDAH_BATAS):
    return punctuality(data, [periode], hari).set_index("kode_wilayah")


@pytest.mark.parametrize(
    ("kode", "periode", "keadaan", "terlambat"),
    [
        (KEBONSARI_KULON, KINI, "tepat", False),
        (SUKOHARJO, KINI, "sebagian_tertahan", True),
        (PILANG, KINI, "dorman", False),
        ("35.74.03.1001", KINI, "belum", False),
        (KEBONSARI_KULON, LALU, "sebagian_tertahan", False),
        (SUKOHARJO, LALU, "tepat", False),
        (PILANG, LALU, "terlambat", True),
    ],
)
def test_state_of_a_submission(kode, periode, keadaan, terlambat):
    baris = status(city(), periode).loc[kode]
    assert (baris["keadaan"], baris["terlambat"]) == (keadaan, terlambat)


def test_only_rejected_files_are_rejected():
    k = city().kiriman
    data = changed(city(), kiriman=k[k["kiriman_id"] != 7])
    assert status(data, KINI).loc[SUKOHARJO, "keadaan"] == "ditolak"


def test_nobody_is_late_before_the_deadline_has_passed():
    hari = KINI.deadline
    assert status(empty(), KINI, hari)["keadaan"].eq("belum_waktunya").all()
    sesudah = hari + dt.timedelta(days=1)
    assert status(empty(), KINI, sesudah)["keadaan"].eq("belum").all()


def test_the_matrix_has_a_row_for_every_kelurahan_and_period():
    hasil = punctuality(city(), [LALU, KINI], SESUDAH_BATAS)
    assert len(hasil) == 58
    assert set(hasil["keadaan"]) <= set(STATES)
    terbaru = hasil.set_index(["kode_wilayah", "periode"])["kiriman_id"]
    assert terbaru[KEBONSARI_KULON, "2026-T3"] == 8


def test_a_profile_stands_beside_what_it_lies_in():
    dipilih = [INDICATORS[i] for i in ("modal_up2k", "cakupan_keluarga_per_100_kk")]
    hasil = profile(dipilih, city(), KINI, KODE["a1"])
    modal = hasil.loc["modal_up2k"]
    assert modal[["kelompok", "kelurahan", "kecamatan", "kota"]].tolist() == [
        750_000, 1_050_000, 2_150_000, 2_250_000,
    ]  # fmt: skip
    assert modal[["n_lapor_kecamatan", "n_kelompok_kecamatan"]].tolist() == [3, 4]
    cakupan = hasil.loc["cakupan_keluarga_per_100_kk"]
    assert pd.isna(cakupan["kelurahan"]) and cakupan["kecamatan"] > 0


def test_a_group_closed_by_now_has_an_empty_profile():
    hasil = profile([ANGGOTA], city(), KINI, KODE["c2"])
    assert pd.isna(hasil.loc["anggota", "kelompok"])


def test_the_public_sees_no_small_group_alone():
    assert pengaturan().anggota_minimal == 5
    # c2 has 4 members; c1, the other of two, would give it away
    assert hidden_groups(city(), LALU, "umum") == [KODE["c1"], KODE["c2"]]
    nilai = compute(ANGGOTA, city(), LALU, "kelompok")
    tampak, n = without_small(nilai, city(), LALU, "umum")
    assert n == 2
    assert tampak.loc[[KODE["c1"], KODE["c2"]], "value"].isna().all()
    assert tampak.loc[KODE["b1"], "value"] == 15
    assert tampak["n_kelompok"].sum() == nilai["n_kelompok"].sum()


def test_a_kelurahan_that_is_one_small_group_is_not_shown_alone():
    data = without(city(), "c1", LALU)
    assert hidden_places(data, LALU, "umum") == [PILANG]
    tampak, _ = without_small(
        compute(ANGGOTA, data, LALU, "kelurahan"), data, LALU, "umum"
    )
    assert pd.isna(tampak.loc[PILANG, "value"])
    assert tampak.loc[SUKOHARJO, "value"] == 27


@pytest.mark.parametrize("peran", ["petugas", "koordinator"])
def test_officers_see_every_group(peran):
    assert hidden_groups(city(), LALU, peran) == []


def test_an_empty_store_breaks_nothing():
    data = empty()
    assert flows(data, KINI, LALU).empty
    assert counts(data, KINI, LALU, "kota")["n_kelompok"].tolist() == [0]
    assert next_steps(data, KINI).empty
    assert steps_done(data, KINI, "kota")["penyuluhan"].isna().all()
    assert composition_over(data, [KINI], KOTA)["Hibah"].isna().all()
    assert change(ANGGOTA, data, KINI, LALU, "kota")["selisih"].isna().all()
    assert (
        ranking(ANGGOTA, compute(ANGGOTA, data, KINI, "kelurahan"), 2)["peringkat"]
        .isna()
        .all()
    )
    assert punctuality(data, [], SESUDAH_BATAS).empty
    assert hidden_groups(data, Periode.parse("2026-T3"), "umum") == []


def test_a_hidden_kelurahan_is_not_the_only_one_of_its_kecamatan():
    data = full_city(1)
    kelompok = [k for k in data.at(KINI).index if k.startswith(KEBONSARI_KULON)]
    anggota = data.posisi["anggota_akhir"].mask(
        data.posisi["kode_kelompok"] == kelompok[0], 4
    )
    lain = data.posisi["kode_kelompok"].isin(kelompok[1:])
    data = changed(data, posisi=data.posisi.assign(anggota_akhir=anggota)[~lain])
    sembunyi = hidden_places(data, KINI, "umum")
    assert KEBONSARI_KULON in sembunyi and len(sembunyi) == 2
    assert all(k.startswith(KANIGARAN) for k in sembunyi)


def test_the_matrix_of_no_period_has_its_columns():
    assert "keadaan" in punctuality(city(), [], SESUDAH_BATAS)
