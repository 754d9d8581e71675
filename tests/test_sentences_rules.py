"""What every sentence keeps to, whatever the reports say."""

import datetime as dt
import re
from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from bench.warned_city import city as simulated
from indicators import INDICATORS
from indicators.change import change
from indicators.movement import counts, states
from indicators.places import in_place, level_of, places
from indicators.sentences import ATURAN, sentences
from indicators.sentences.noise import among_groups, in_history
from indicators.sentences.soal import ANGKA, Soal
from reference.kosakata import at_level
from reference.periode import Periode
from reference.tulisan import angka, rupiah
from tests.city import (
    KANIGARAN,
    KINI,
    KODE,
    KOTA,
    LALU,
    TAHUN_LALU,
    city,
    empty,
    frame,
    full_city,
)

HARI = dt.date(2026, 10, 30)
TEMPAT = (KOTA, KANIGARAN, "35.74.04.1006", "35.74.04.1006-01")
UANG = [n for n, v in at_level("kelompok").items() if v.unit == "Rp"]
BERGERAK = ("modal", "anggota", "tunggakan")


def said(data, kode=KOTA, pembanding=LALU):
    return sentences(data, KINI, pembanding, HARI, kode)


def bold(data):
    """With thresholds so low that every movement is told."""
    dasar = {"kelompok_paling_sedikit": 1, "peluang_kebetulan": 100}
    semua = data.acuan.pada("kalimat", HARI)
    baru = [replace(semua[k], isi={"batas": v}) for k, v in dasar.items()]
    return replace(data, acuan=data.acuan.plus(baru))


kosong = cache(empty)


@cache
def _kiriman():
    return frame(
        "kiriman",
        [
            {"kiriman_id": 1, "kode_wilayah": "35.74.04.1006", "periode": str(KINI),
             "diterima_pada": "2026-10-10 09:00", "keadaan": "diterima",
             "n_tertahan": 0}
        ],
    )  # fmt: skip


def two_quarters(kelompok):
    """A city of some groups, each (kelurahan, then, now): a state (a dict) or None."""
    posisi, daftar = [], []
    for i, (wilayah, *keadaan) in enumerate(kelompok):
        kode = f"{wilayah}-{i + 1:02d}"
        tetap = {
            "kode_kelompok": kode, "kode_wilayah": wilayah,
            "kode_kecamatan": wilayah[:8], "nama_kelompok": f"Uji {i}",
        }  # fmt: skip
        daftar.append({**tetap, "periode_pertama": str(LALU)})
        for periode, isi in zip((LALU, KINI), keadaan, strict=True):
            if isi is not None:
                nol = dict.fromkeys(UANG, 0)
                posisi.append({**tetap, "periode": str(periode), **nol, **isi})
    return replace(
        kosong(),
        posisi=frame("posisi", posisi),
        kelompok=frame("kelompok", daftar),
        kiriman=_kiriman(),
    )


KEADAAN = st.none() | st.fixed_dictionaries(
    {
        "simpanan_wajib": st.integers(0, 5_000_000),
        "hibah_pemerintah": st.sampled_from([0, 500_000]),
        "pinjaman_beredar": st.integers(0, 3_000_000),
        "tunggakan_1_30": st.integers(0, 500_000),
        "anggota_akhir": st.integers(5, 40),
        "tingkat": st.sampled_from(["pemula", "madya", "utama", None]),
        "status": st.just("aktif"),
    }
)
WILAYAH = ("35.74.04.1006", "35.74.04.1002", "35.74.01.1009")
KOTA_UJI = st.lists(
    st.tuples(st.sampled_from(WILAYAH), KEADAAN, KEADAAN), min_size=1, max_size=9
)
BANYAK = settings(
    max_examples=4, deadline=None, phases=(Phase.explicit, Phase.generate)
)


def test_every_rule_is_found_by_file_and_speaks_once():
    nama = [a.nama for a in ATURAN]
    assert {"pelaporan", *BERGERAK, "tenang", "tingkat", "perhatian"} <= set(nama)
    assert len(nama) == len(set(nama))
    assert nama[0] == "pelaporan" and nama[-1] == "perhatian"


@pytest.mark.parametrize("kode", TEMPAT)
@pytest.mark.parametrize("pembanding", [LALU, TAHUN_LALU])
def test_every_number_of_a_sentence_can_be_worked_out_again(kode, pembanding):
    for data in (bold(city()), full_city()):
        for k in said(data, kode, pembanding):
            for d in k.dasar:
                assert d.periode == KINI and d.kode.startswith(kode)
                assert worked_out(data, d) == pytest.approx(known(d), nan_ok=True)


def known(d):
    return {k: d[k] for k, _ in d.angka}


def worked_out(data, d):
    kolom = [k for k, _ in d.angka]
    if d.indikator == "tingkat":
        by = level_of(d.kode)
        if by == "kelompok":
            satu = states(data, d.periode, d.pembanding).loc[d.kode, "keadaan"]
            return {k: float(satu == k) for k in kolom}
        baris = counts(data, d.periode, d.pembanding, by).loc[d.kode]
        return {k: float(baris[k]) for k in kolom}
    dulu = d.pembanding or d.periode.previous()
    tabel = change(ANGKA[d.indikator], data, d.periode, dulu, level_of(d.kode))
    return {k: float(tabel.loc[d.kode, k]) for k in kolom}


def test_the_numbers_read_are_the_numbers_kept():
    for k in said(bold(city())):
        if k.jenis in BERGERAK:
            d = k.dasar[0]
            tulis = {
                "modal": rupiah,
                "anggota": angka,
                "tunggakan": lambda v: angka(v, 1),
            }
            assert tulis[k.jenis](abs(d["selisih_sama"])) in k.teks
            assert tulis[k.jenis](d["value_sama"]) in k.teks


def test_every_sentence_leads_to_a_page_and_a_figure():
    from ui import halaman

    for data in (bold(city()), full_city(), city()):
        for kode in TEMPAT:
            for k in said(data, kode):
                assert (
                    k.halaman in halaman.semua() or k.dasar[0].indikator in INDICATORS
                )
                assert k.dasar
                assert all(d.indikator in ANGKA or d.indikator == "tingkat"
                           for d in k.dasar)  # fmt: skip


@BANYAK
@given(KOTA_UJI)
def test_no_two_contradict_and_the_words_agree_with_the_figures(kelompok):
    for data in (two_quarters(kelompok), bold(two_quarters(kelompok))):
        for kode in (KOTA, WILAYAH[0]):
            semua = said(data, kode)
            no_contradiction(semua)
            for k in semua:
                right_direction(data, k, kode)


def no_contradiction(semua):
    assert len({k.jenis for k in semua}) == len(semua)
    diam = " ".join(k.teks for k in semua if k.jenis == "tenang").lower()
    for pokok in BERGERAK:
        assert not (pokok in diam and [k for k in semua if k.jenis == pokok])
    teks = " ".join(k.teks for k in semua)
    assert not ("Semua" in teks and re.search("belum (lapor|ada laporan)", teks))


def right_direction(data, k, kode):
    if not k.arah:
        assert k.jenis not in BERGERAK
        return
    indikator = INDICATORS[k.dasar[0].indikator]
    beda = change(indikator, data, KINI, LALU, level_of(kode)).loc[kode, "selisih_sama"]
    assert (k.arah == "naik") == (beda > 0)
    assert f" {k.arah} " in k.teks.partition(";")[0]
    if k.jenis != "tunggakan":
        per = change(indikator, data, KINI, LALU, "kelompok")
        per = per.loc[in_place(per.index, kode), "selisih_sama"]
        assert (per > 0).any() if k.arah == "naik" else (per < 0).any()


@BANYAK
@given(KOTA_UJI)
def test_a_place_is_told_of_its_own_groups_alone(kelompok):
    kelompok.sort(key=lambda k: k[0] != WILAYAH[0])
    sendiri = [k for k in kelompok if k[0] == WILAYAH[0]]
    semua, milik = (
        said(bold(two_quarters(k)), WILAYAH[0]) for k in (kelompok, sendiri)
    )
    assert semua == milik


@BANYAK
@given(KOTA_UJI, st.randoms(use_true_random=False))
def test_neither_the_order_of_rows_nor_the_unit_of_money_matters(kelompok, acak):
    data = two_quarters(kelompok)
    urut = list(range(len(data.posisi)))
    acak.shuffle(urut)
    lain = replace(
        data,
        posisi=data.posisi.iloc[urut].reset_index(drop=True),
        kelompok=data.kelompok.iloc[::-1].reset_index(drop=True),
    )
    assert said(data) == said(lain)
    seribu = data.posisi.copy()
    seribu[UANG] = seribu[UANG] * 1000
    kecil, besar = (
        [(k.jenis, k.arah, k.yakin) for k in said(bold(d))]
        for d in (data, replace(data, posisi=seribu))
    )
    assert kecil == besar


@pytest.mark.parametrize("n", [5, 8, 12, 13, 30])
def test_groups_that_move_at_random_are_seldom_taken_for_a_change(n):
    """With ten of a hundred as the bound, ten of a hundred are; tails are heavy."""
    acak = np.random.default_rng(n)
    kali = [among_groups(acak.standard_t(2, n)) <= 0.1 for _ in range(1500)]
    assert np.mean(kali) <= 0.12


def test_in_a_calm_city_few_sentences_would_claim_a_movement():
    """Members come and go as before, loans waver: at most ten of a hundred are told."""
    kota, kali = simulated(0), []
    for p in kota.periodes[8:]:
        for kode in (KOTA, *places("kecamatan")):
            soal = Soal(kota.data, p, p.previous(), p.next().end, kode)
            for id_ in ("anggota", "rasio_tunggakan_pct"):
                kali.append(soal.change(id_).peluang <= 0.1)
    assert len(kali) == 72
    # ten of a hundred, and twice what chance adds to a count of so many
    assert np.mean(kali) <= 0.1 + 2 * np.sqrt(0.1 * 0.9 / len(kali))


def test_a_change_like_the_ones_before_is_seldom_told():
    acak = np.random.default_rng(1)
    banyak = acak.standard_t(2, (1500, 11))
    assert np.mean([in_history(v[0], v[1:]) <= 0.1 for v in banyak]) <= 0.12
    # a steady row is asked for ten times as rarely
    assert np.mean([among_groups(v) <= 0.01 for v in banyak]) <= 0.015


def test_chances_by_hand():
    # of the 16 ways to choose four signs only +++ + and ---- reach a sum of 4
    assert among_groups(np.array([1.0, 1, 1, 1])) == 2 / 16
    assert among_groups(np.array([0.0, 0.0])) == 1
    # twenty groups, all up by one: z is the square root of 20
    assert among_groups(np.ones(20)) == pytest.approx(7.744e-06, rel=1e-3)
    assert in_history(-4.0, np.array([1.0, 4.0, -5.0])) == 3 / 4


def test_one_large_grant_is_no_change_of_the_city():
    satu = {"simpanan_wajib": 1_000_000, "anggota_akhir": 10, "status": "aktif"}
    naik = satu | {"hibah_pemerintah": 50_000_000}
    data = two_quarters([(WILAYAH[0], satu, naik), *[(WILAYAH[1], satu, satu)] * 5])
    assert not [k for k in said(data) if k.arah]
    tenang = next(k.teks for k in said(data) if k.jenis == "tenang")
    assert tenang.startswith("Perubahan modal dan anggota sejak Triwulan II 2026 belum "
                             "dapat dibedakan dari naik-turun biasa.")  # fmt: skip


def test_how_sure_is_said_in_plain_words():
    satu = {"simpanan_wajib": 1_000_000, "status": "aktif"}
    naik = satu | {"simpanan_wajib": 1_100_000}
    modal = next(
        k for k in said(two_quarters([(WILAYAH[0], satu, naik)] * 6)) if k.arah
    )
    # 2 of the 64 ways
    assert modal.teks.startswith("Modal UP2K 6 kelompok yang sama naik Rp 600.000")
    assert modal.yakin == (
        "Bila kelompok naik dan turun secara kebetulan, perubahan sebesar ini muncul "
        "sekitar 3 dari 100 kali."
    )


def twelve_quarters(*anggota):
    """One group through twelve quarters up to the newest."""
    wilayah = WILAYAH[0]
    tetap = {
        "kode_kelompok": f"{wilayah}-01", "kode_wilayah": wilayah,
        "kode_kecamatan": wilayah[:8], "nama_kelompok": "Uji",
    }  # fmt: skip
    periodes = [str(KINI.shift(i - 11)) for i in range(12)]
    posisi = [
        {**tetap, "periode": p, "anggota_akhir": n}
        for p, n in zip(periodes, anggota, strict=True)
    ]
    daftar = [{**tetap, "periode_pertama": periodes[0]}]
    return replace(
        kosong(), posisi=frame("posisi", posisi), kelompok=frame("kelompok", daftar)
    )


def test_a_group_is_held_against_its_own_past():
    def anggota(data, pembanding=LALU):
        semua = said(data, f"{WILAYAH[0]}-01", pembanding)
        return next((k for k in semua if k.jenis == "anggota"), None)

    # eleven changes, all up: 2 of 2048 ways
    k = anggota(twelve_quarters(*range(10, 22)))
    assert (k.arah, k.yakin) == (
        "naik",
        "Searah dengan 10 dari 10 perubahan sebelumnya.",
    )
    # up and down by one, then four at once: larger than all ten before
    k = anggota(twelve_quarters(*[20, 21] * 5, 20, 16))
    assert k.arah == "turun"
    assert k.yakin == "Lebih besar daripada 10 dari 10 perubahan terdahulu."
    # up and down by one
    assert anggota(twelve_quarters(*[20, 21] * 6)) is None
    # a steady row cannot be told from changes over a year, which overlap
    assert anggota(twelve_quarters(*range(10, 22)), TAHUN_LALU) is None


def test_a_small_change_is_not_worth_a_word():
    satu = {"simpanan_wajib": 1_000_000, "status": "aktif"}
    naik = satu | {"simpanan_wajib": 1_009_000}
    assert not [k for k in said(two_quarters([(WILAYAH[0], satu, naik)] * 6)) if k.arah]


def test_thresholds_that_people_set_are_the_ones_used():
    data = two_quarters(
        [(WILAYAH[0], {"anggota_akhir": 10}, {"anggota_akhir": 12})] * 6
    )
    assert [k.arah for k in said(data) if k.jenis == "anggota"] == ["naik"]
    semua = data.acuan.pada("kalimat", HARI)
    ketat = replace(semua["peluang_kebetulan"], isi={"batas": 1})
    lain = replace(data, acuan=data.acuan.plus([ketat]))
    assert not [k for k in said(lain) if k.jenis == "anggota"]


def test_a_question_about_nobody_is_answered_with_silence():
    soal = Soal(empty(), KINI, LALU, HARI, KODE["a1"])
    assert [a.tulis(soal) for a in ATURAN if soal.by in a.untuk and a.tulis(soal)] == []
    assert said(empty(), KODE["a1"]) == []
    assert Periode.parse("2026-T3") == KINI
