"""From groups to the city: quotients of sums, who is counted, what stays unknown."""

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indicators import INDICATORS
from indicators.compute import COLUMNS, compute, series
from indicators.frames import schemas
from indicators.places import BY, places
from reference.kosakata import at_level
from reference.periode import Periode
from reference.wilayah import kecamatan, kelurahan
from store import frames as store_frames
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
    changed,
    city,
    empty,
    frame,
    without,
)

MODAL = INDICATORS["modal_sendiri"]
PER_ANGGOTA = INDICATORS["modal_per_anggota"]
TUNGGAKAN = INDICATORS["rasio_tunggakan_pct"]
LAPOR = INDICATORS["tingkat_pelaporan_pct"]
ROA = INDICATORS["roa_pct"]
RUPIAH = [n for n, v in at_level("kelompok").items() if v.unit == "Rp"]


def at(indikator, kode=KOTA, data=None, periode=KINI):
    by = {5: "kota", 8: "kecamatan", 13: "kelurahan"}.get(len(kode), "kelompok")
    return compute(indikator, data or city(), periode, by).loc[kode]


def with_value(data, kelompok, periode, **nilai):
    """The city with some cells of one group and period replaced."""
    p = data.posisi.copy()
    di = (p["kode_kelompok"] == KODE[kelompok]) & (p["periode"] == str(periode))
    for nama, isi in nilai.items():
        p[nama] = [isi if d else v for d, v in zip(di, p[nama], strict=True)]
        p[nama] = p[nama].astype(data.posisi[nama].dtype)
    return changed(data, posisi=p)


def with_registry(data, kelompok, **nilai):
    daftar = data.kelompok.copy()
    for nama, isi in nilai.items():
        daftar.loc[daftar["kode_kelompok"] == KODE[kelompok], nama] = isi
    return changed(data, kelompok=daftar)


def test_city_is_the_quotient_of_sums_not_the_mean():
    per = compute(PER_ANGGOTA, city(), KINI, "kelurahan")["value"]
    assert per[KEBONSARI_KULON] == 32812.5  # 1.050.000 / 32
    assert per[PILANG] == 20000  # 100.000 / 5
    assert at(PER_ANGGOTA)["value"] == 45000  # 2.250.000 / 50
    assert per.mean() != pytest.approx(45000)


def test_all_places_are_rows_in_their_order():
    data = city()
    assert list(compute(MODAL, data, KINI, "kelurahan").index) == list(kelurahan())
    assert list(compute(MODAL, data, KINI, "kecamatan").index) == list(kecamatan())
    assert list(compute(MODAL, data, KINI, "kota").index) == [KOTA]
    kelompok = set(compute(MODAL, data, KINI, "kelompok").index)
    assert kelompok == {KODE[k] for k in ("a1", "a2", "b1", "b2", "c1")}


def test_a_silent_group_has_no_value():
    baris = at(MODAL, KODE["b2"])
    assert pd.isna(baris["value"]) and pd.isna(baris["numerator"])
    assert (baris["n_lapor"], baris["n_kelompok"]) == (0, 1)


def test_a_place_without_reports_is_missing_not_zero():
    baris = at(MODAL, "35.74.03.1001")
    assert pd.isna(baris["value"]) and pd.isna(baris["numerator"])
    assert (baris["n_lapor"], baris["n_kelompok"]) == (0, 0)


def test_reported_zero_is_zero():
    assert at(INDICATORS["pinjaman_beredar"], KODE["c1"])["value"] == 0


def test_division_by_zero_is_missing():
    for kode in (KODE["c1"], PILANG, KADEMANGAN):
        baris = at(TUNGGAKAN, kode)
        assert pd.isna(baris["value"])
        assert baris["denominator"] == 0 and baris["n_lapor"] == 1


def test_a_sum_with_a_missing_term_is_missing():
    data = with_value(city(), "a1", KINI, cadangan=pd.NA)
    assert pd.isna(at(MODAL, KODE["a1"], data)["value"])
    kota = at(MODAL, data=data)
    assert kota["value"] == 1_400_000  # a2 300.000 + b1 1.000.000 + c1 100.000
    assert kota["n_lapor"] == 3


def test_what_does_not_apply_adds_nothing():
    data = with_value(
        city(), "a1", KINI,
        pinjaman_bank=pd.NA, tidak_berlaku=frozenset({"pinjaman_bank"}),
    )  # fmt: skip
    assert at(INDICATORS["modal_total"], KODE["a1"], data)["value"] == 1_000_000


def test_where_nothing_applies_there_is_no_value():
    data = with_value(
        city(), "b1", KINI,
        usaha_ber_halal=pd.NA, tidak_berlaku=frozenset({"usaha_ber_halal"}),
    )  # fmt: skip
    baris = at(INDICATORS["usaha_ber_halal"], SUKOHARJO, data)
    assert pd.isna(baris["value"]) and baris["n_lapor"] == 0


def test_growth_is_of_the_same_groups_and_plain_growth_is_not():
    # a2 came, b2 went silent, c2 closed: only a1, b1 and c1 stand at both ends
    sama, kasar = (
        at(INDICATORS["pertumbuhan_modal_pct"]),
        at(INDICATORS["pertumbuhan_kasar_pct"]),
    )
    assert (sama["numerator"], sama["denominator"]) == (440_000, 1_510_000)
    assert (kasar["numerator"], kasar["denominator"]) == (390_000, 1_860_000)


def test_plain_growth_of_one_group_needs_both_ends():
    kasar = compute(INDICATORS["pertumbuhan_kasar_pct"], city(), KINI, "kelompok")
    ada = kasar["value"].notna()
    assert set(kasar.index[ada]) == {KODE["a1"], KODE["b1"], KODE["c1"]}


def test_growth_without_grants_leaves_the_grant_out():
    per = compute(INDICATORS["pertumbuhan_tanpa_hibah_rp"], city(), KINI, "kelompok")
    assert per.loc[KODE["b1"], "value"] == 0
    assert per.loc[KODE["a1"], "value"] == 40_000


def test_a_closed_group_leaves_the_denominator():
    assert at(MODAL, PILANG, periode=LALU)["n_kelompok"] == 2
    assert at(MODAL, PILANG)["n_kelompok"] == 1
    assert at(MODAL)["n_kelompok"] == 5


def test_a_late_report_of_a_closed_group_changes_nothing():
    data = city()
    terlambat = data.posisi[data.posisi["kode_kelompok"] == KODE["c2"]].iloc[[-1]]
    terlambat = terlambat.assign(periode=str(KINI))
    data = changed(data, posisi=pd.concat([data.posisi, terlambat]))
    assert (at(LAPOR, data=data)["numerator"], at(LAPOR, data=data)["value"]) == (4, 80)
    assert at(MODAL, data=data)["value"] == 2_100_000
    assert at(LAPOR, PILANG, data)["value"] == 100


def test_a_group_is_open_from_its_first_report_even_if_the_founding_date_is_later():
    data = with_registry(city(), "a1", tanggal_berdiri=pd.Timestamp("2026-12-01"))
    assert at(LAPOR, data=data)["n_kelompok"] == 5


def test_a_group_counts_from_its_founding_even_before_its_first_report():
    data = with_registry(
        city(), "a2",
        tanggal_berdiri=pd.Timestamp("2026-09-30"), periode_pertama="2026-T4",
    )  # fmt: skip
    assert at(MODAL, KEBONSARI_KULON, data)["n_kelompok"] == 2
    assert at(MODAL, KEBONSARI_KULON, data, LALU)["n_kelompok"] == 1


def test_a_group_closed_on_the_last_day_is_closed():
    data = with_registry(city(), "c2", tanggal_tutup=pd.Timestamp("2026-09-30"))
    assert at(MODAL, PILANG, data)["n_kelompok"] == 1
    data = with_registry(city(), "c2", tanggal_tutup=pd.Timestamp("2026-10-01"))
    assert at(MODAL, PILANG, data)["n_kelompok"] == 2


def test_nobody_reporting_is_a_reporting_rate_of_zero():
    data = without(city(), "c1", KINI)
    baris = at(LAPOR, PILANG, data)
    assert (baris["value"], baris["n_lapor"], baris["n_kelompok"]) == (0, 0, 1)


def test_a_year_counts_only_when_it_is_whole():
    assert pd.isna(at(ROA, KODE["a2"])["value"])  # silent in 2026-T2
    data = without(city(), "c1", Periode.parse("2026-T1"))
    baris = at(ROA, data=data)
    # a1 77.000 / 825.000 and b1 110.000 / 1.250.000
    assert (baris["numerator"], baris["denominator"]) == (187_000, 2_075_000)
    assert baris["n_lapor"] == 2


def test_a_year_needs_the_position_a_year_ago():
    data = without(city(), "b1", Periode.parse("2025-T3"))
    assert pd.isna(at(ROA, KODE["b1"], data)["value"])


def test_a_year_has_two_halves_where_reports_are_half_yearly():
    ganti = {"2025-T3": "2025-S1", "2025-T4": "2025-S2", "2026-T1": "2026-S1"}
    data = city()
    posisi = data.posisi[data.posisi["periode"].isin(ganti)]
    posisi = posisi.assign(periode=posisi["periode"].map(ganti))
    daftar = data.kelompok.assign(periode_pertama="2025-S1")
    data = changed(data, posisi=posisi, kelompok=daftar)
    baris = at(ROA, KODE["a1"], data, Periode.parse("2026-S1"))
    # shu 15.000 + 17.000 over the mean of 650.000 and 690.000
    assert (baris["numerator"], baris["denominator"]) == (32_000, 670_000)


def test_coverage_per_family_is_for_kecamatan_and_city_only():
    cakupan = INDICATORS["cakupan_keluarga_per_100_kk"]
    for by in ("kelompok", "kelurahan"):
        assert compute(cakupan, city(), KINI, by)["value"].isna().all()
    per = compute(cakupan, city(), KINI, "kecamatan")
    assert per.loc[KANIGARAN, "value"] == pytest.approx(42 / 20831 * 100)
    assert per.loc[KANIGARAN, ["n_lapor", "n_kelompok"]].tolist() == [3, 4]
    assert pd.isna(per.loc["35.74.03", "value"])


def test_what_is_asked_of_kelurahan_counts_kelurahan():
    poksus = INDICATORS["poksus_ada"]
    assert poksus.satuan_lapor == "kelurahan"
    per = compute(poksus, city(), KINI, "kecamatan").loc[KANIGARAN]
    assert per[["value", "n_lapor", "n_kelompok"]].tolist() == [1, 2, 6]
    assert compute(poksus, city(), KINI, "kelompok")["value"].isna().all()


def test_punctual_is_the_first_accepted_report_in_local_time():
    tepat = INDICATORS["ketepatan_waktu_pct"]
    kini = compute(tepat, city(), KINI, "kelurahan")["value"]
    # a correction after the deadline does not make Kebonsari Kulon late; a rejected
    # file before it does not make Sukoharjo punctual; 15 October 23.30 is punctual
    assert kini[[KEBONSARI_KULON, SUKOHARJO, PILANG]].tolist() == [100, 0, 100]
    # 16 July 00.30 in Probolinggo is still 15 July in Greenwich
    assert compute(tepat, city(), LALU, "kelurahan").loc[PILANG, "value"] == 0


def test_series_stacks_periods():
    hasil = series(MODAL, city(), [LALU, KINI], "kota")
    assert hasil["periode"].tolist() == ["2026-T2", "2026-T3"]
    assert hasil["value"].tolist() == [1_710_000, 2_100_000]
    assert list(hasil.columns) == [*COLUMNS, "periode"]


def test_series_of_no_period_has_its_columns():
    assert list(series(MODAL, city(), [], "kota").columns) == [*COLUMNS, "periode"]


def test_an_unknown_level_is_refused_in_words():
    with pytest.raises(ValueError, match="kelompok, kelurahan, kecamatan, kota"):
        compute(MODAL, city(), KINI, "provinsi")


@pytest.mark.parametrize("id_", INDICATORS)
def test_an_empty_store_has_no_values(id_):
    for by in BY:
        hasil = compute(INDICATORS[id_], empty(), KINI, by)
        assert list(hasil.columns) == list(COLUMNS)
        assert len(hasil) == (0 if by == "kelompok" else len(places(by)))
        # that none of 29 kelurahan was punctual is known even then
        assert hasil["value"].isna().all() or id_ == "ketepatan_waktu_pct"


def test_frames_are_those_that_the_store_gives():
    for nama, kolom in schemas().items():
        di_store = store_frames.DAFTAR.get(nama) or getattr(store_frames, nama.upper())
        assert kolom == di_store, nama


GERAK = (
    "modal_up2k", "modal_per_anggota", "pertumbuhan_modal_pct", "rasio_tunggakan_pct",
    "roa_pct", "kehadiran_pct", "kelompok_naik", "langkah_selesai_pct",
    "pertumbuhan_kasar_rp", "tingkat_pelaporan_pct", "kelompok_pemula",
)  # fmt: skip
BARIS = len(city().posisi)
sedikit = settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
sebagian = st.lists(st.booleans(), min_size=BARIS, max_size=BARIS)


def kept(data, pilih):
    return changed(data, posisi=data.posisi[pd.Series(pilih).to_numpy()])


@sedikit
@given(sebagian)
def test_the_parts_of_kelurahan_add_up_to_the_city(pilih):
    data = kept(city(), pilih)
    for id_ in GERAK:
        for by in ("kelurahan", "kecamatan"):
            hasil = compute(INDICATORS[id_], data, KINI, by)
            kota = compute(INDICATORS[id_], data, KINI, "kota").iloc[0]
            assert hasil["n_lapor"].sum() == kota["n_lapor"]
            assert hasil["n_kelompok"].sum() == kota["n_kelompok"]
            if id_ == "pertumbuhan_kasar_rp":
                continue  # a place none of whose groups stands at both ends has none
            jumlah = hasil["numerator"].sum(min_count=1)
            assert jumlah == pytest.approx(kota["numerator"], nan_ok=True)


@sedikit
@given(sebagian)
def test_who_did_not_report_has_no_value(pilih):
    data = kept(city(), pilih)
    lapor = set(data.posisi.loc[data.posisi["periode"] == str(KINI), "kode_kelompok"])
    for id_ in GERAK:
        if not INDICATORS[id_].needs_report or id_ == "langkah_selesai_pct":
            continue
        hasil = compute(INDICATORS[id_], data, KINI, "kelompok")
        assert hasil.loc[~hasil.index.isin(lapor), "value"].isna().all()


@sedikit
@given(sebagian)
def test_never_more_report_than_there_are(pilih):
    data = kept(city(), pilih)
    for id_ in GERAK:
        for by in BY:
            hasil = compute(INDICATORS[id_], data, KINI, by)
            assert (hasil["n_lapor"] <= hasil["n_kelompok"]).all()
    rate = compute(LAPOR, data, KINI, "kelurahan")["value"].dropna()
    assert rate.between(0, 100).all()


@sedikit
@given(st.integers(2, 1000))
def test_another_currency_unit_changes_amounts_and_no_ratio(kali):
    data = city()
    besar = changed(
        data, posisi=data.posisi.assign(**{n: data.posisi[n] * kali for n in RUPIAH})
    )
    for id_, i in INDICATORS.items():
        dulu, kini = (
            compute(i, d, KINI, "kota")["value"].iloc[0] for d in (data, besar)
        )
        if i.unit == "Rp":
            dulu *= kali
        assert kini == pytest.approx(dulu, nan_ok=True), id_


@sedikit
@given(st.permutations(range(BARIS)))
def test_the_order_of_rows_does_not_matter(urutan):
    data = city()
    acak = changed(data, posisi=data.posisi.iloc[list(urutan)])
    for id_ in GERAK:
        a, b = (compute(INDICATORS[id_], d, KINI, "kelurahan") for d in (data, acak))
        pd.testing.assert_frame_equal(a, b)


def test_a_made_frame_has_every_column_of_the_contract():
    assert list(frame("posisi", []).columns) == list(schemas()["posisi"])
