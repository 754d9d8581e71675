"""The pace of a campaign and who takes part, worked out by hand."""

import datetime as dt

import pandas as pd
import pytest

from indicators import campaign
from indicators.data import Data

KETAPANG, PILANG, JATI = "35.74.01.1001", "35.74.01.1009", "35.74.03.1004"
DINAS = "Dinas Kesehatan"
# Ten days, 1 to 10 September; counted on the 1st, 2nd and 4th.
HITUNGAN = (
    (1, KETAPANG, "suara", 100),
    (1, PILANG, "suara", 50),
    (2, KETAPANG, "suara", 30),
    (4, DINAS, "suara", 20),
    (4, KETAPANG, "komentar", 8),
)


def city(hitungan=HITUNGAN, sasaran=(("suara", 1000), ("komentar", None))):
    kosong = Data.empty()
    kode = "K1"

    def fill(frame, rows):
        isi = pd.DataFrame(rows, columns=list(rows[0])) if rows else frame
        return isi.reindex(columns=frame.columns).astype(frame.dtypes.to_dict())

    kampanye = fill(
        kosong.kampanye,
        [{"kode_kampanye": kode, "nama": "Dukung Kota",
          "mulai": pd.Timestamp("2026-09-01"),
          "selesai": pd.Timestamp("2026-09-10")}],
    )  # fmt: skip
    harian = fill(
        kosong.kampanye_harian,
        [{"kode_kampanye": kode, "tanggal": pd.Timestamp(2026, 9, h), "peserta": p,
          "saluran": s, "jumlah": n} for h, p, s, n in hitungan],
    )  # fmt: skip
    target = fill(
        kosong.kampanye_sasaran,
        [{"kode_kampanye": kode, "saluran": s, "sasaran": n} for s, n in sasaran],
    )
    frames = {
        n: getattr(kosong, n)
        for n in ("posisi", "kelurahan", "langkah", "kegiatan", "kelompok", "kiriman")
    }
    return Data(
        **frames, kampanye=kampanye, kampanye_harian=harian, kampanye_sasaran=target
    )


def september(hari):
    return dt.date(2026, 9, hari)


def test_time_counts_to_the_last_day_that_anybody_counted():
    kapan = campaign.moment(city(), "K1", september(6))
    assert (kapan.dihitung_sampai, kapan.berjalan, kapan.seluruh) == (
        september(4),
        4,
        10,
    )
    assert (kapan.sisa, kapan.sisa_hitungan, kapan.usai) == (4, 6, False)


def test_before_the_start_all_days_are_left_and_after_the_end_none():
    sebelum = campaign.moment(city(), "K1", dt.date(2026, 8, 20))
    assert (sebelum.sisa, sebelum.berjalan, sebelum.dihitung_sampai) == (10, 0, None)
    sesudah = campaign.moment(city(), "K1", september(11))
    assert (sesudah.sisa, sesudah.usai) == (0, True)
    assert not campaign.moment(city(), "K1", september(10)).usai


def test_pace_against_the_target():
    baris = campaign.pace(city(), "K1", september(6)).loc["suara"]
    # 100 + 50 + 30 + 20 = 200 in 4 days; 800 are missing in the 6 days left to count
    assert baris["jumlah"] == 200
    assert baris["laju"] == 50
    assert baris["laju_akhir"] == 50
    assert baris["perlu"] == pytest.approx(800 / 6)
    assert baris["seharusnya"] == 400
    assert baris["capaian_pct"] == 20
    assert baris["keadaan"] == campaign.TERTINGGAL
    assert (baris["n_hari"], baris["n_peserta"]) == (3, 3)


def test_the_last_seven_days_are_days_and_not_counts():
    hitungan = [(h, KETAPANG, "suara", 70 if h == 9 else 10) for h in (1, 2, 9)]
    baris = campaign.pace(city(hitungan), "K1", september(9)).loc["suara"]
    # 3 to 9 September: only the 70 of the 9th, over seven days
    assert baris["laju_akhir"] == 10
    assert baris["laju"] == pytest.approx(10)


def test_a_channel_without_a_target_has_no_share_of_it():
    baris = campaign.pace(city(), "K1", september(6)).loc["komentar"]
    assert baris["jumlah"] == 8
    assert pd.isna(baris["sasaran"]) and pd.isna(baris["capaian_pct"])
    assert baris["keadaan"] == campaign.TANPA_SASARAN


def test_a_channel_that_nobody_counted_is_unknown_and_not_zero():
    laju = campaign.pace(city(sasaran=(("saran", 50),)), "K1", september(6))
    assert pd.isna(laju.loc["saran", "jumlah"])
    assert laju.loc["saran", "keadaan"] == campaign.BELUM


@pytest.mark.parametrize(
    ("jumlah", "hari", "keadaan"),
    [
        (1000, 4, campaign.TERCAPAI),
        (400, 4, campaign.SESUAI),
        (399, 4, campaign.TERTINGGAL),
        (999, 11, campaign.TIDAK_TERCAPAI),
        (1000, 11, campaign.TERCAPAI),
    ],
)
def test_what_a_count_means(jumlah, hari, keadaan):
    # counted up to the 4th of ten days: an even pace would have 400 of 1,000
    data = city([(4, KETAPANG, "suara", jumlah)])
    assert campaign.pace(data, "K1", september(hari)).loc["suara", "keadaan"] == keadaan


def test_the_curve_carries_on_over_days_that_nobody_counted():
    harian = campaign.cumulative(city(), "K1", "suara", september(6))
    assert list(harian["tanggal"].dt.day) == [1, 2, 3, 4]
    assert harian["jumlah"].tolist()[:2] == [150, 30]
    assert pd.isna(harian["jumlah"].iloc[2])
    assert harian["kumulatif"].tolist() == [150, 180, 180, 200]
    assert harian["n_peserta"].tolist() == [2, 1, 0, 1]
    assert campaign.cumulative(city(), "K1", "saran", september(6)).empty


def test_every_kelurahan_is_named_whether_it_takes_part_or_not():
    peserta = campaign.participants(city(), "K1", september(6))
    assert (peserta["golongan"] == "kelurahan").sum() == 29
    assert list(peserta.index[peserta["golongan"] == "lembaga"]) == [DINAS]
    assert peserta.loc[KETAPANG, "suara"] == 130
    assert peserta.loc[KETAPANG, "komentar"] == 8
    assert peserta.loc[JATI, "keadaan"] == campaign.TIDAK_IKUT
    assert pd.isna(peserta.loc[JATI, "suara"])
    assert peserta.loc[PILANG, "keadaan"] == campaign.IKUT


def test_who_counted_nothing_for_seven_days_stopped():
    hitungan = [
        (1, PILANG, "suara", 5),
        (2, JATI, "suara", 5),
        (8, KETAPANG, "suara", 5),
    ]
    peserta = campaign.participants(city(hitungan), "K1", september(9))
    # from the 2nd to the 8th are seven days: the 2nd is one of them, the 1st is not
    assert peserta.loc[PILANG, "keadaan"] == campaign.DIAM
    assert peserta.loc[JATI, "keadaan"] == campaign.IKUT


def test_counts_outside_the_campaign_or_after_the_day_do_not_count():
    hitungan = [(3, PILANG, "suara", 5), (8, PILANG, "suara", 7)]
    data = city(hitungan)
    assert campaign.pace(data, "K1", september(5)).loc["suara", "jumlah"] == 5
    luar = city([(12, PILANG, "suara", 5)])
    assert campaign.counted(luar, "K1", september(20)).empty


def test_an_unknown_campaign_is_an_error():
    with pytest.raises(KeyError):
        campaign.moment(city(), "lain", september(1))
