"""Early warnings: what gives a sign, what never does, and how often they err."""

import datetime as dt
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from bench import warning as bench
from bench.warned_city import city as simulated
from planning.warning.alerts import KINDS, alerts, rules
from planning.warning.kinds.rapat import _tail
from planning.warning.measured import measured
from planning.warning.record import record
from reference.kosakata import BUKU
from reference.periode import Periode
from tests.city import empty, frame

PILANG = "35.74.01.1009"
JATI = "35.74.03.1004"
PERTAMA = Periode.parse("2025-T1")
DELAPAN = tuple(PERTAMA.shift(i) for i in range(7))
PADA = dt.date(2026, 11, 24)
KOSONG = empty()


def town(deret, *, kiriman=(), tutup=None, status="aktif"):
    """One group of Pilang; `deret` maps variables to seven values (None: a blank)."""
    kode = f"{PILANG}-01"
    tetap = {
        "kode_kelompok": kode, "kode_wilayah": PILANG, "kode_kecamatan": PILANG[:8],
        "nama_kelompok": "Seruni",
    }  # fmt: skip
    posisi = [
        {**tetap, "periode": str(p), "status": status if i == 6 else "aktif",
         **{v: nilai[i] for v, nilai in deret.items()}}
        for i, p in enumerate(DELAPAN)
    ]  # fmt: skip
    daftar = {**tetap, "periode_pertama": str(PERTAMA), "tanggal_tutup": tutup}
    return replace(
        KOSONG,
        posisi=frame("posisi", posisi),
        kelompok=frame("kelompok", [daftar]),
        kiriman=frame("kiriman", list(kiriman)),
    )


def signs(deret, **lain):
    hasil = alerts(town(deret, **lain), PADA)
    return {str(t["jenis"]): t for t in hasil.to_dict("records")}


def meetings(*terlaksana):
    return {"rapat_direncanakan": [3] * 7, "rapat_terlaksana": list(terlaksana)}


def test_every_kind_is_found_by_file_and_has_its_rule():
    assert list(KINDS) == ["rapat", "tunggakan", "anggota", "lapor", "buku"]
    aturan = rules(KOSONG, PADA)
    assert list(aturan) == list(KINDS)
    for b in aturan.values():
        assert b.usulan and b["arti"] and b["saran"]


def test_no_meeting_in_two_reports_comes_first():
    t = signs(meetings(3, 3, 3, 2, 3, 0, 0))["rapat"]
    assert t["gawat"] == 2
    assert t["sejak"] == "2026-T2"
    assert t["kalimat"] == (
        "rapat terlaksana 0 dari 6 yang direncanakan dalam 2 laporan terakhir; "
        "sebelumnya 14 dari 15"
    )
    assert t["bukti"] == (
        ("2026-T2", "rapat_direncanakan", 3.0), ("2026-T2", "rapat_terlaksana", 0.0),
        ("2026-T3", "rapat_direncanakan", 3.0), ("2026-T3", "rapat_terlaksana", 0.0),
    )  # fmt: skip


def test_far_fewer_meetings_than_this_group_is_used_to():
    # 15 of 15 before: (15 + 1) / (15 + 2) = 16/17; at most 3 of 6 is rare
    assert signs(meetings(3, 3, 3, 3, 3, 2, 1))["rapat"]["gawat"] == 1
    # what has always been so is no decline
    assert not signs(meetings(1, 2, 1, 2, 1, 2, 1))


def test_how_rare_by_hand():
    # none of three at one half: 1/8; at most one: 1/8 + 3/8
    assert _tail(0, 3, 0.5) == 1 / 8
    assert _tail(1, 3, 0.5) == 1 / 2


def test_a_blank_is_neither_a_meeting_nor_the_lack_of_one():
    assert not signs(meetings(3, 3, 3, 3, 3, None, None))
    assert not signs(meetings(3, 3, 3, 3, None, None, 2))
    # the two newest reports that say something are both without
    assert signs(meetings(3, 3, 3, 3, 0, None, 0))["rapat"]["sejak"] == "2026-T1"


@pytest.mark.parametrize(
    "deret",
    [
        {"anggota_akhir": [20, 20, 20, 20, 20, None, None]},
        {b: [2] * 5 + [None, None] for b in BUKU},
        {"pinjaman_beredar": [1000] * 7, "tunggakan_1_30": [0] * 5 + [None, None]},
    ],
)
def test_what_is_not_reported_gives_no_sign_of_any_kind(deret):
    assert not signs(deret)


def test_members_fall_by_a_share_and_by_people():
    t = signs({"anggota_akhir": [20, 20, 21, 20, 22, 20, 17]})["anggota"]
    # 22 to 17: 5 people, 23 of 100
    assert (t["gawat"], t["sejak"], t["dulu"], t["kini"]) == (1, "2026-T2", 22, 17)
    assert t["kalimat"] == "anggota 22 orang pada TW I 26, 17 orang pada TW III 26"
    # 2 of 10 is a fifth, but two people come and go
    assert not signs({"anggota_akhir": [10, 10, 10, 10, 10, 10, 8]})
    # 4 of 40 is four people, but a tenth
    assert not signs({"anggota_akhir": [40, 40, 40, 40, 40, 40, 36]})
    assert signs({"anggota_akhir": [20] * 6 + [14]})["anggota"]["gawat"] == 2


def arrears(*ribu):
    lain = dict.fromkeys(
        ("tunggakan_31_90", "tunggakan_91_180", "tunggakan_lebih_180"), [0] * 7
    )
    return {
        "pinjaman_beredar": [1_000_000] * 7,
        "tunggakan_1_30": [r * 1000 for r in ribu],
        **lain,
    }


def test_arrears_that_grow_above_the_goal_and_above_their_custom():
    t = signs(arrears(20, 30, 20, 30, 20, 60, 90))["tunggakan"]
    assert (t["dulu"], t["kini"], t["gawat"]) == (2, 9, 1)
    assert t["kalimat"] == (
        "tunggakan 9,0 % dari pinjaman beredar pada TW III 26; biasanya sekitar 2,0 %"
    )
    # high, but no higher than it was
    assert not signs(arrears(200, 120, 200, 120, 150, 180, 190))
    # higher, but below the goal of 5 %
    assert not signs(arrears(0, 0, 0, 0, 0, 40, 45))
    # one report alone needs ten points
    assert not signs(arrears(20, 20, 20, 20, 20, 20, 110))
    assert "tunggakan" in signs(arrears(20, 20, 20, 20, 20, 20, 130))


def test_books_that_are_kept_less_well():
    rapi = {b: [2] * 7 for b in BUKU}
    turun = rapi | {b: [2] * 6 + [1] for b in BUKU[:3]}
    t = signs(turun)["buku"]
    assert t["kalimat"] == "nilai pembukuan 16 dari 16 pada TW II 26, 13 pada TW III 26"
    assert not signs(rapi | {b: [2] * 6 + [1] for b in BUKU[:2]})


def test_a_closed_or_dormant_group_is_known_already():
    mati = meetings(3, 3, 3, 3, 3, 0, 0)
    assert not signs(mati, tutup="2026-11-01")
    assert not signs(mati, status="nonaktif")
    assert signs(mati, tutup="2026-12-01")


def sent(wilayah, tanpa=(), keadaan="diterima"):
    return [
        {"kode_wilayah": wilayah, "periode": str(p), "keadaan": keadaan,
         "diterima_pada": f"{p.deadline} 09:00"}
        for p in DELAPAN if p not in tanpa
    ]  # fmt: skip


def test_a_kelurahan_that_used_to_report_and_is_overdue():
    kiriman = sent(PILANG, DELAPAN[-1:]) + sent(JATI)
    t = signs(meetings(*[3] * 7), kiriman=kiriman)["lapor"]
    # the deadline of 2026-T3 is 15 October; 24 November is 40 days later
    assert t["kalimat"] == (
        "laporan Triwulan III 2026 belum kami terima (batas lapor 15 Oktober 2026, "
        "lewat 40 hari); sebelumnya lapor 4 dari 4 periode"
    )
    assert (t["kode"], t["lingkup"], t["gawat"]) == (PILANG, "kelurahan", 1)


@pytest.mark.parametrize(
    ("kiriman", "pada"),
    [
        # two weeks have not passed
        (sent(PILANG, DELAPAN[-1:]) + sent(JATI), dt.date(2026, 10, 29)),
        # it never reported regularly
        (sent(PILANG, DELAPAN[2:]) + sent(JATI), PADA),
        # nobody has reported yet
        (sent(PILANG, DELAPAN[-1:]) + sent(JATI, DELAPAN[-1:]), PADA),
        # something came, though it could not be taken
        (sent(PILANG, DELAPAN[-1:]) + sent(JATI)
         + sent(PILANG, DELAPAN[:-1], "ditolak"), PADA),
    ],
)  # fmt: skip
def test_a_kelurahan_is_not_said_to_have_stopped(kiriman, pada):
    for i, k in enumerate(kiriman):
        k["kiriman_id"] = i + 1
    data = town(meetings(*[3] * 7), kiriman=kiriman)
    assert alerts(data, pada).empty


def test_thresholds_that_people_set_are_the_ones_used():
    data = town({"anggota_akhir": [20] * 6 + [17]})
    assert list(alerts(data, PADA)["jenis"]) == ["anggota"]
    b = rules(data, PADA)["anggota"]
    longgar = replace(b, isi={**b.isi, "batas": 40})
    assert alerts(replace(data, acuan=data.acuan.plus([longgar])), PADA).empty


def test_the_gravest_come_first_and_the_order_of_rows_changes_nothing():
    data = simulated(3, rusak="rapat").data
    tanda = alerts(data, dt.date(2025, 6, 30))
    assert list(tanda["gawat"]) == sorted(tanda["gawat"], reverse=True)
    balik = replace(
        data,
        posisi=data.posisi.iloc[::-1].reset_index(drop=True),
        kelompok=data.kelompok.iloc[::-1].reset_index(drop=True),
        kiriman=data.kiriman.iloc[::-1].reset_index(drop=True),
    )
    pd.testing.assert_frame_equal(tanda, alerts(balik, dt.date(2025, 6, 30)))


def test_nothing_gives_nothing():
    assert alerts(KOSONG, PADA).empty
    assert record(KOSONG, PADA)["n_tanda"].sum() == 0


def test_the_measured_rates_are_within_their_aims():
    """At most 5 of 100 group-quarters of a calm city; 80 of 100 declines are found."""
    u = measured()
    assert list(u.index) == list(KINDS)
    assert (u["keliru_pct"] <= 5).all()
    assert (u["ditemukan_pct"] >= 80).all()


def test_the_rates_are_those_of_the_rules_as_they_are_now():
    """New cities agree with what the bench wrote, give or take chance."""
    u = measured()
    dilihat, keliru = bench.false_signs(simulated(9))
    for jenis in KINDS:
        p, n = u.at[jenis, "keliru_pct"] / 100, dilihat[jenis]
        assert abs(keliru[jenis] - n * p) <= 4 * np.sqrt(n * p) + 3
    for jenis in ("rapat", "anggota"):
        n, ketemu = bench.found(simulated(109, rusak=jenis), jenis)
        p = u.at[jenis, "ditemukan_pct"] / 100
        assert abs(ketemu - n * p) <= 3 * np.sqrt(n * p * (1 - p)) + 1


def test_what_became_of_a_sign():
    """Members fell in 2025-T4 and stayed away; in another town they came back."""
    tetap = town({"anggota_akhir": [20, 20, 20, 14, 14, 14, 14]})
    pulih = town({"anggota_akhir": [20, 20, 20, 14, 18, 20, 20]})
    assert record(tetap, PADA).loc["anggota"].tolist() == [1, 1, 1]
    assert record(pulih, PADA).loc["anggota"].tolist() == [1, 1, 0]
    diam = town({"anggota_akhir": [20, 20, 20, 14, None, None, 14]})
    assert record(diam, PADA).loc["anggota"].tolist() == [1, 0, 0]
