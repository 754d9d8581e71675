"""Where a group stands by the rules; figures follow by hand from `tests.city`.

In 2026-T3 (thousands of rupiah): a1 has 22 members, savings 100 + 300, capital 750,
11 borrowers, arrears 60 of 800, three meetings with 18 of 22 present; a2 10 members,
savings 200, capital 300, 4 borrowers, and no report for 2026-T2; b1 13 members, savings
500, capital 1.100, 10 borrowers, arrears 140 of 1.000; c1 says nonaktif, capital 100,
no loan; b2 did not report; c2 closed.
"""

import dataclasses
import datetime as dt

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planning.pathway import measures
from planning.pathway.aturan import ladder, years_of_change
from planning.pathway.judge import judge
from planning.pathway.standing import read, read_all
from reference.acuan import Acuan, Butir, bawaan
from reference.kosakata import BUKU, HIBAH, pilihan_untuk
from tests import city
from tests.city import KINI, KODE, changed

PADA = KINI.end
TINGKAT = list(pilihan_untuk("tingkat"))


def rule(
    kode: str, jenjang: str, dari: str, ukuran: str, batas: float, **lain
) -> Butir:
    """An entry of the list `tingkat`, as somebody may send it in."""
    isi = {
        "jenjang": jenjang, "diukur_dari": dari, "ukuran": ukuran, "batas": batas,
        "banding": lain.pop("banding", "paling sedikit"), "satuan": "",
    }  # fmt: skip
    return Butir(
        "tingkat", kode, kode, isi, "uji", lain.pop("usulan", False), "", **lain
    )


def of(kel: str, **lain):
    return read(city.city(), KODE[kel], lain.pop("pada", PADA), **lain)


def test_a_group_is_read_with_its_one_next_missing_item():
    k = of("b1")
    assert (k.tangga, k.dilaporkan["tingkat"], k.periode) == ("pemula", "madya", KINI)
    assert (k.kurang.kode, k.kurang.nilai, k.kurang.batas) == (
        "modal_madya", 1_100_000, 2_500_000,
    )  # fmt: skip
    assert k.alasan == (
        "Semua syarat Pemula terpenuhi; untuk Madya yang terdekat ialah modal UP2K: "
        "Rp 1.100.000, syaratnya paling sedikit Rp 2.500.000."
    )
    assert k.usulan


def test_the_nearest_of_several_missing_items_comes_first():
    # savings 400 of 500 (four fifths of the way), capital 750 of 2.500
    k = of("a1")
    assert k.kurang.kode == "simpanan_madya"
    assert k.alasan.endswith("paling sedikit Rp 500.000, dan 1 syarat Madya lainnya.")
    # 4 of 5 borrowers; 3 of 6 months; savings 200 of 500; capital 300 of 2.500
    assert of("a2").kurang.kode == "pinjam_madya"


def test_what_a_group_says_of_itself_comes_before_what_it_owns():
    k = of("c1")
    assert (k.tangga, k.kurang.kode, k.kurang.terpenuhi) == (
        None,
        "aktif_pemula",
        False,
    )
    assert "kelompok aktif, yang menurut laporannya nonaktif" in k.alasan


def test_without_a_report_nothing_is_known_and_the_earlier_report_stands_beside():
    k = of("b2")
    assert (k.tangga, k.periode, k.kurang) == (None, None, None)
    assert {b.terpenuhi for b in k.butir} == {None}
    assert {b.keadaan for b in k.butir} == {"– belum dilaporkan"}
    assert "Laporan Triwulan III 2026 dari kelompok ini belum diterima" in k.alasan
    # 12 members, capital 100 + 100 = 200 thousand, below the 250 of Pemula
    assert str(k.sebelumnya.periode) == "2026-T2"
    assert k.sebelumnya.kurang.kode == "modal_pemula"


def test_every_rule_has_its_evidence_and_its_source():
    butir = {b.kode: b for b in of("a1").butir}
    assert butir["anggota_madya"].bukti == (("2026-T3", "anggota_akhir"),)
    assert butir["simpanan_madya"].bukti == (
        ("2026-T3", "simpanan_pokok"), ("2026-T3", "simpanan_wajib"),
    )  # fmt: skip
    assert butir["penyuluhan_utama"].bukti == (("2026-T3", "langkah:penyuluhan"),)
    assert butir["penyuluhan_utama"].terpenuhi is True
    # five quarters in a row, three months each
    assert butir["lapor_utama"].nilai == 15
    assert [p for p, _ in butir["lapor_utama"].bukti] == [
        "2026-T3", "2026-T2", "2026-T1", "2025-T4", "2025-T3",
    ]  # fmt: skip
    assert {p for p, _ in butir["shu_mandiri"].bukti} == {
        "2026-T3", "2026-T2", "2026-T1", "2025-T4",
    }  # fmt: skip
    # 25 + 20 + 17 + 15 thousand
    assert butir["shu_mandiri"].nilai == 77_000
    # founded 17 August 2015; 30 September 2026 is 133 whole months later
    assert butir["umur_mandiri"].nilai == 133
    assert all(b.sumber for b in butir.values())


def test_what_cannot_be_computed_is_not_called_unreported():
    # c1 has no loans out, so arrears have nothing to be divided by
    b = {b.kode: b for b in of("c1").butir}["tunggakan_madya"]
    assert (b.terpenuhi, b.keadaan) == (None, "– belum diketahui")
    assert b.catatan == "tidak dapat dihitung karena pembaginya nol"


def test_what_does_not_apply_is_not_called_unreported():
    p = city.city().posisi.copy()
    mana = (p["kode_kelompok"] == KODE["a1"]) & (p["periode"] == str(KINI))
    p.loc[mana, "peminjam_aktif"] = pd.NA
    p.loc[p.index[mana], "tidak_berlaku"] = [frozenset({"peminjam_aktif"})]
    k = read(changed(city.city(), posisi=p), KODE["a1"], PADA)
    b = {b.kode: b for b in k.butir}["pinjam_madya"]
    assert (b.terpenuhi, b.catatan) == (None, "ditandai tidak berlaku")


def test_the_criteria_of_the_official_ladder_are_never_called_official():
    tingkat = [b for b in bawaan().butir if b.daftar == "tingkat"]
    assert {b["jenjang"] for b in tingkat} == set(TINGKAT)
    assert all(b.usulan and "belum ada sumber resmi" in b.sumber for b in tingkat)


def test_everything_that_ships_can_be_measured():
    for sumbu in ("tingkat", "tahap"):
        for a in ladder(bawaan(), sumbu, PADA):
            assert measures.unreadable(a.dari, a.ukuran) is None, a.kode


@pytest.mark.parametrize(
    ("dari", "ukuran", "kata"),
    [
        ("isian", "kas + emas", "isian “emas” tidak dikenal"),
        ("isian", "", "isian “” tidak dikenal"),
        ("isian", "nama_kelompok", "isian “nama_kelompok” tidak dikenal"),
        ("indikator", "poksus_ada", "indikator “poksus_ada” tidak dikenal"),
        ("langkah", "terbang", "langkah “terbang” tidak dikenal"),
        ("pilihan", "kas=1", "isian “kas” tidak dikenal"),
        ("ramalan", "kas", "cara mengukur “ramalan” tidak dikenal"),
    ],
)
def test_a_rule_that_nobody_can_measure_says_so_and_is_not_met(dari, ukuran, kata):
    acuan = Acuan((rule("aneh", "pemula", dari, ukuran, 1),))
    k = of("a1", acuan=acuan)
    assert (k.tangga, k.butir[0].terpenuhi, k.butir[0].catatan) == (None, None, kata)


def test_a_limit_left_empty_or_mistyped_never_lets_a_group_through():
    kosong = rule("p1", "pemula", "isian", "anggota_akhir", None)
    salah = rule("p1", "pemula", "isian", "anggota_akhir", None)
    salah = dataclasses.replace(salah, isi={**salah.isi, "batas_dari": "pendirii"})
    for butir in (kosong, salah):
        k = of("a1", acuan=Acuan((butir,)))
        assert (k.tangga, k.butir[0].terpenuhi) == (None, None)
        assert k.butir[0].catatan == "batas aturannya belum diisi"


def test_a_rung_needs_all_rungs_below():
    acuan = Acuan(
        (
            rule("m1", "madya", "isian", "anggota_akhir", 1),
            rule("p1", "pemula", "isian", "anggota_akhir", 15),
        )
    )
    tangga = read_all(city.city(), PADA, acuan)["tangga"]
    # 22 members reach both; 13 and 10 have Madya's item and lack Pemula's
    assert tangga[KODE["a1"]] == "madya"
    assert tangga[KODE["b1"]] is None
    assert tangga[KODE["a2"]] is None


def test_a_rung_without_rules_is_not_reached_by_itself():
    acuan = Acuan((rule("p1", "pemula", "isian", "anggota_akhir", 1),))
    assert of("a1", acuan=acuan).tangga == "pemula"
    assert of("a1", acuan=acuan).alasan.startswith("Semua syarat Pemula, tingkat")
    kosong = of("a1", acuan=Acuan(()))
    assert (kosong.tangga, kosong.usulan) == (None, False)
    assert (
        "Belum ada aturan tingkat yang berlaku pada 30 September 2026" in kosong.alasan
    )


def test_pokja_may_change_a_limit_and_the_day_counts():
    baru = rule(
        "modal_madya", "madya", "indikator", "modal_up2k", 1_000_000,
        berlaku_sejak=dt.date(2026, 9, 1),
    )  # fmt: skip
    acuan = bawaan().plus([baru])
    assert of("b1", acuan=acuan).tangga == "madya"
    assert of("b1", acuan=acuan, aturan_pada=dt.date(2026, 8, 31)).tangga == "pemula"


def test_founders_are_twenty_before_the_law_of_2020_and_nine_after():
    def founders(hari: dt.date):
        k = of("b1", sumbu="tahap", aturan_pada=hari)
        return {b.kode: b for b in k.butir}["pendiri_koperasi"]

    # b1 has 13 members
    dulu, kini = founders(dt.date(2019, 6, 30)), founders(dt.date(2021, 6, 30))
    assert (dulu.batas, dulu.terpenuhi, dulu.usulan) == (20, False, False)
    assert (kini.batas, kini.terpenuhi, kini.usulan) == (9, True, False)
    assert dulu.sumber == "UU 25/1992 Pasal 6"
    assert kini.sumber == "UU 11/2020 Pasal 86; PP 7/2021"
    # every step but the first RAT is done
    assert of("b1", sumbu="tahap").tangga == "koperasi"
    assert of("b1", sumbu="tahap", aturan_pada=dt.date(2019, 6, 30)).tangga == "up2k"
    assert 2020 in years_of_change(bawaan(), ["pendiri"])


def test_an_earlier_day_is_read_from_the_report_of_that_day():
    # one day before the quarter ended, the newest ended one is 2026-T2
    k = of("a1", pada=dt.date(2026, 9, 29))
    assert (str(k.periode), k.dilaporkan["tingkat"]) == ("2026-T2", "pemula")
    assert of("c2", pada=dt.date(2026, 6, 30)).dilaporkan["tahap"] == "up2k"
    with pytest.raises(KeyError):
        of("c2")
    with pytest.raises(ValueError, match="sumbu"):
        of("a1", sumbu="umur")


def test_all_groups_at_once_say_the_same_as_each_alone():
    data = city.city()
    semua = read_all(data, PADA)
    assert set(semua.index) == {KODE[k] for k in ("a1", "a2", "b1", "b2", "c1")}
    for kode, baris in semua.iterrows():
        k = read(data, kode, PADA)
        assert (baris["tangga"], baris["alasan"]) == (k.tangga, k.alasan)
        assert baris["kurang"] == (k.kurang.kode if k.kurang else None)
        assert baris["usulan"] == k.usulan
        assert baris["n_terpenuhi"] == sum(b.terpenuhi is True for b in k.butir)
    beda = semua["beda"]
    assert beda[KODE["a1"]] == beda[KODE["b1"]] == "lebih rendah"
    assert beda[KODE["a2"]] == "sama"
    assert beda[KODE["b2"]] == "belum dapat dibandingkan"
    assert read_all(city.empty(), PADA).empty


NAIK = (
    "simpanan_pokok", "simpanan_wajib", "cadangan", "iuran_swadaya", *HIBAH,
    "peminjam_aktif", "rapat_terlaksana", "hadir_rata_rata", "shu", *BUKU,
)  # fmt: skip
"""Only asked "at least", and in no denominator: more of it can never be worse.

Members are not among them: one who never comes lowers the attendance.
"""


def _drawn(acak: np.random.Generator) -> pd.DataFrame:
    """The rows of a whole city, the newest drawn so that groups stand on every rung."""
    posisi = city.full_city().posisi.copy()
    kini = (posisi["periode"] == str(KINI)).to_numpy()
    n, baik = int(kini.sum()), acak.random(int(kini.sum()))
    uang = (baik * 20 + acak.integers(0, 3, n)).astype(int)
    isi = {
        "status": "aktif", "anggota_akhir": 22, "simpanan_wajib": uang * 1_000_000,
        "cadangan": uang * 200_000, "tunggakan_1_30": 0,
        "peminjam_aktif": np.minimum((baik * 24).astype(int), 22),
        "rapat_terlaksana": np.clip((baik * 5).astype(int), 0, 3),
        "hadir_rata_rata": 12 + baik * 10,
        **{b: np.minimum((baik * 4 + acak.random(n)).astype(int), 2) for b in BUKU},
    }  # fmt: skip
    for nama, nilai in isi.items():
        posisi.loc[kini, nama] = nilai
    return posisi


@pytest.mark.parametrize("benih", range(4))
def test_more_of_what_is_asked_at_least_never_lowers_a_rung(benih):
    acak = np.random.default_rng(benih)
    langkah = city.full_city().langkah
    langkah = langkah.assign(status="selesai")
    posisi = _drawn(acak)
    sebelum = judge(changed(city.full_city(), posisi=posisi, langkah=langkah), PADA)
    assert len(set(sebelum.naik.tolist())) >= 4
    di = np.flatnonzero(posisi["periode"] == str(KINI))
    for i, nama in zip(di, acak.choice(NAIK, len(di)), strict=True):
        letak = posisi.columns.get_loc(nama)
        besar = posisi[nama].max() > 100 or nama in (*HIBAH, "iuran_swadaya")
        tambah = int(acak.integers(1, 5)) * (1_000_000 if besar else 1)
        posisi.iloc[i, letak] = posisi.iloc[i, letak] + tambah
    sesudah = judge(changed(city.full_city(), posisi=posisi, langkah=langkah), PADA)
    assert (sesudah.naik >= sebelum.naik).all()
    assert (sesudah.naik > sebelum.naik).any()


LONGGAR = Acuan(
    (
        rule("p", "pemula", "isian", "anggota_akhir", 8),
        rule("m", "madya", "indikator", "modal_up2k", 1_500_000),
        rule("m2", "madya", "lapor_bulan", "", 6),
        rule("u", "utama", "setahun", "shu", 1),
        rule(
            "u2",
            "utama",
            "indikator",
            "rasio_tunggakan_pct",
            20,
            banding="paling banyak",
        ),
        rule("r", "mandiri", "lapor_bulan", "", 15),
        rule("r2", "mandiri", "per_triwulan", "rapat_terlaksana", 3),
    )
)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(benih=st.integers(0, 10_000), bagian=st.floats(0.02, 0.6))
def test_a_report_left_out_never_raises_a_rung(benih, bagian):
    penuh = city.full_city()
    sebelum = judge(penuh, PADA, LONGGAR)
    assert len(set(sebelum.naik.tolist())) == 5
    tinggal = np.random.default_rng(benih).random(len(penuh.posisi)) > bagian
    sesudah = judge(changed(penuh, posisi=penuh.posisi[tinggal]), PADA, LONGGAR)
    assert list(sesudah.index) == list(sebelum.index)
    assert (sesudah.naik <= sebelum.naik).all()


def test_a_half_years_meetings_are_counted_for_three_months():
    acuan = Acuan((rule("r", "pemula", "per_triwulan", "rapat_terlaksana", 3),))
    p = city.city().posisi
    p = p[p["periode"] == str(KINI)].assign(periode="2026-S1", rapat_terlaksana=6)
    k = read(changed(city.city(), posisi=p), KODE["a1"], dt.date(2026, 6, 30), acuan)
    assert (str(k.periode), k.butir[0].nilai) == ("2026-S1", 3)
