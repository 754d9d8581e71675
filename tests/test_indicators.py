"""Every indicator of the catalogue: complete for people, right on a small city."""

import pytest

from indicators import FAMILIES, INDICATORS
from indicators.compute import compute
from reference.kosakata import variables
from tests.city import KINI, KOTA, city, rows

# The whole city in 2026-T3, reckoned by hand from the tables in tests/city.py.
# `lapor` of `ada` groups (kelurahan for what is asked of kelurahan) stand behind it.
EXPECTED = """
id                               | numerator | denominator | value   | lapor | ada
modal_sendiri                    | 2100000   | -           | 2100000 | 4     | 5
modal_up2k                       | 2250000   | -           | 2250000 |       |
modal_total                      | 2900000   | -           | 2900000 |       |
porsi_simpanan_pct               | 1200000   | 2900000     | 41.3793 |       |
porsi_iuran_swadaya_pct          | 150000    | 2900000     | 5.1724  |       |
porsi_cadangan_pct               | 50000     | 2900000     | 1.7241  |       |
porsi_hibah_pct                  | 850000    | 2900000     | 29.3103 |       |
porsi_pinjaman_pct               | 650000    | 2900000     | 22.4138 |       |
modal_per_anggota                | 2250000   | 50          | 45000   |       |
pertumbuhan_modal_rp             | 440000    | -           | 440000  | 3     | 5
pertumbuhan_modal_pct            | 440000    | 1510000     | 29.1391 |       |
pertumbuhan_tanpa_hibah_rp       | -60000    | -           | -60000  |       |
pertumbuhan_tanpa_hibah_pct      | -60000    | 1260000     | -4.7619 |       |
pertumbuhan_kasar_rp             | 390000    | -           | 390000  |       |
pertumbuhan_kasar_pct            | 390000    | 1860000     | 20.9677 |       |
pertumbuhan_modal_tahun_rp       | 650000    | -           | 650000  | 4     | 5
pertumbuhan_modal_tahun_pct      | 650000    | 1600000     | 40.625  |       |
pertumbuhan_tanpa_hibah_tahun_rp | 50000     | -           | 50000   |       |
pertumbuhan_tanpa_hibah_tahun_pct| 50000     | 1350000     | 3.7037  |       |
pertumbuhan_kasar_tahun_rp       | 300000    | -           | 300000  |       |
pertumbuhan_kasar_tahun_pct      | 300000    | 1950000     | 15.3846 |       |
anggota                          | 50        | -           | 50      |       |
anggota_masuk                    | 4         | -           | 4       |       |
anggota_keluar                   | 6         | -           | 6       |       |
pertumbuhan_anggota_bersih       | -2        | -           | -2      |       |
retensi_pct                      | 50        | 56          | 89.2857 |       |
perempuan_pct                    | 49        | 50          | 98      |       |
peminjam_aktif_pct               | 25        | 50          | 50      |       |
kehadiran_pct                    | 99        | 125         | 79.2    | 3     | 5
cakupan_keluarga_per_100_kk      | 47        | 35736       | 0.13152 | 4     | 5
anggota_per_100_kk               | 50        | 35736       | 0.13991 |       |
pinjaman_beredar                 | 2000000   | -           | 2000000 |       |
pinjaman_terhadap_modal_pct      | 2000000   | 2100000     | 95.2381 |       |
rasio_tunggakan_pct              | 200000    | 2000000     | 10      |       |
tunggakan_lebih_90_pct           | 100000    | 2000000     | 5       |       |
jasa_terhadap_pinjaman_pct       | 272000    | 1600000     | 17      | 3     | 5
rasio_biaya_pct                  | 89000     | 2225000     | 4       |       |
roa_pct                          | 183000    | 2225000     | 8.2247  |       |
omzet_usaha                      | 4000000   | -           | 4000000 | 4     | 5
usaha_ber_nib                    | 8         | -           | 8       |       |
usaha_ber_pirt                   | 3         | -           | 3       |       |
usaha_ber_halal                  | 1         | -           | 1       | 3     | 5
nilai_buku_pct                   | 34        | 64          | 53.125  | 4     | 5
kelompok_pemula                  | 2         | -           | 2       |       |
kelompok_madya                   | 2         | -           | 2       |       |
kelompok_utama                   | 0         | -           | 0       |       |
kelompok_mandiri                 | 0         | -           | 0       |       |
kelompok_up2k                    | 2         | -           | 2       |       |
kelompok_pra_koperasi            | 1         | -           | 1       |       |
kelompok_koperasi                | 1         | -           | 1       |       |
kelompok_nonaktif                | 1         | -           | 1       |       |
kelompok_naik                    | 1         | -           | 1       | 3     | 5
kelompok_tetap                   | 1         | -           | 1       |       |
kelompok_turun                   | 0         | -           | 0       |       |
langkah_selesai                  | 11        | 3           | 3.6667  |       |
langkah_selesai_pct              | 11        | 23          | 47.8261 |       |
kelompok_tidak_lapor             | 1         | -           | 1       | 4     | 5
tingkat_pelaporan_pct            | 4         | 5           | 80      |       |
ketepatan_waktu_pct              | 2         | 29          | 6.8966  | 3     | 29
poksus_ada                       | 2         | -           | 2       |       |
pengurus_poksus                  | 8         | -           | 8       |       |
usaha_perorangan                 | 15        | -           | 15      |       |
kader_koperasi                   | 3         | -           | 3       |       |
kader_dilatih                    | 8         | -           | 8       | 2     | 29
"""

HARAPAN = {r["id"]: r for r in rows(EXPECTED)}


def test_every_indicator_has_a_value_reckoned_by_hand():
    assert set(HARAPAN) == set(INDICATORS)


@pytest.mark.parametrize("id_", INDICATORS)
def test_value_of_the_whole_city(id_):
    harapan = HARAPAN[id_]
    hasil = compute(INDICATORS[id_], city(), KINI, "kota").loc[KOTA]
    for kolom in ("numerator", "denominator", "value"):
        if harapan[kolom] is None:
            assert hasil.isna()[kolom]
        else:
            assert hasil[kolom] == pytest.approx(float(harapan[kolom]), rel=1e-4)
    assert (hasil["n_lapor"], hasil["n_kelompok"]) == (
        int(harapan["lapor"]),
        int(harapan["ada"]),
    )


@pytest.mark.parametrize("indikator", INDICATORS.values(), ids=list(INDICATORS))
def test_the_words_are_complete(indikator):
    assert indikator.kelompok_indikator in FAMILIES
    assert set(indikator.variables) <= set(variables())
    for teks in (indikator.label, indikator.unit, indikator.source, indikator.formula):
        assert teks == teks.strip() and teks
    assert indikator.help.endswith(".") and ". " not in indikator.help
    assert (indikator.unit == "%") == indikator.id.endswith("_pct")
    assert (indikator.scale == 100) == (
        indikator.unit == "%" or "per 100" in indikator.unit
    )
    assert KINI in indikator.reads(KINI)
    if indikator.goal:
        assert indikator.goal.source


def test_labels_are_told_apart():
    assert len({i.label for i in INDICATORS.values()}) == len(INDICATORS)


def test_they_stand_by_family_then_by_label():
    urutan = list(FAMILIES)
    kunci = [(urutan.index(i.kelompok_indikator), i.label) for i in INDICATORS.values()]
    assert kunci == sorted(kunci)


def test_goals_made_for_credit_unions_say_so():
    sasaran = [i.goal.source for i in INDICATORS.values() if i.goal]
    assert sasaran
    assert all("koperasi kredit" in s for s in sasaran if "PEARLS" in s)


def test_what_no_source_confirms_is_labelled():
    for id_ in ("retensi_pct", "perempuan_pct"):
        assert "belum dikonfirmasi" in INDICATORS[id_].source
        assert INDICATORS[id_].goal is None
