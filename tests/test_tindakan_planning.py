"""Actions on a time line, their cost, and what may be said of what came after."""

import dataclasses
import datetime as dt
import re

import numpy as np
import pandas as pd
import pytest

from indicators.data import Data
from planning.actions import effect, timeline
from planning.actions.matching import Batas, Pasangan, pair
from planning.actions.measures import UKURAN
from planning.actions.windows import done_windows
from reference.periode import Periode
from tests import city
from tests.action_city import AKHIR, AWAL, PADA, action, register_frame, simulated

HARI = dt.date(2026, 10, 10)
A1, A2 = city.KODE["a1"], city.KODE["a2"]
KEBONSARI = city.KEBONSARI_KULON
BATAS = Batas(8, 5, 2.0, 1.5, 990.0)


def with_actions(*rows: dict) -> Data:
    return dataclasses.replace(city.city(), tindakan=register_frame(*rows))


def planned(kode: str, sasaran: str, hari: str, status: str = "rencana", **isi) -> dict:
    return action(
        kode, sasaran, selesai=None, tanggal_rencana=hari, status=status, **isi
    )


SATU = (
    action("T1", A1, biaya_rp=100_000),
    planned("T2", A1, "2026-10-09"),
    planned("T3", A2, "2026-10-10", biaya_rp=None, pelaksana=None),
    planned("T4", KEBONSARI, "2026-12-01", "berjalan", jenis="lain", uraian="Bazar"),
    planned("T5", A2, "2026-01-01", "batal"),
    planned("T6", city.SUKOHARJO, "2026-11-01", biaya_rp=70_000, pelaksana="DKUPP"),
)


def test_an_action_is_late_the_day_after_it_was_planned_for():
    daftar = timeline.register(with_actions(*SATU), HARI).set_index("kode_tindakan")
    assert daftar["keadaan"].to_dict() == {
        "T2": "terlambat", "T3": "rencana", "T6": "rencana", "T4": "berjalan",
        "T1": "selesai", "T5": "batal",
    }  # fmt: skip
    assert daftar.index[0] == "T2"
    assert daftar.loc["T4", "nama_jenis"] == "Lainnya: Bazar"
    assert daftar.loc["T4", "nama_kelompok"] == "Seluruh kelurahan"
    assert daftar.loc["T1", "nama_jenis"] == "Pendampingan pembukuan"
    assert timeline.counts(daftar) == {
        "terlambat": 1, "rencana": 2, "berjalan": 1, "selesai": 1, "batal": 1,
    }  # fmt: skip


def test_a_group_has_its_own_actions_and_those_of_its_kelurahan():
    data = with_actions(*SATU)
    assert timeline.of(data, A1, HARI)["kode_tindakan"].tolist() == ["T1", "T2", "T4"]
    assert timeline.of(data, KEBONSARI, HARI)["kode_tindakan"].tolist() == [
        "T5", "T1", "T2", "T3", "T4",
    ]  # fmt: skip
    assert timeline.of(city.city(), A1, HARI).empty


def test_costs_leave_out_what_was_cancelled_and_name_what_nobody_stated():
    daftar = timeline.register(with_actions(*SATU), HARI)
    per = timeline.costs(daftar, "nama_kecamatan").set_index("nama_kecamatan")
    # T1 done; T2, T4 and T6 to come (350 + 350 + 70 thousand), T3 without a cost
    assert per.loc["Kecamatan Kanigaran"].tolist() == [5, 1, 100_000, 770_000, 1]
    siapa = timeline.costs(daftar, "pelaksana").set_index("pelaksana")
    assert siapa.loc["DKUPP", ["selesai_rp", "rencana_rp"]].tolist() == [0, 70_000]
    kosong = siapa.loc[timeline.TANPA_PELAKSANA]
    assert (kosong["n_tindakan"], kosong["n_tanpa_biaya"]) == (1, 1)
    assert pd.isna(kosong["rencana_rp"])


def couple(n: int, perubahan: float, serupa: dict[str, float]) -> Pasangan:
    return Pasangan(
        f"k{n}", f"T{n}", AWAL, AKHIR, perubahan, tuple(serupa), tuple(serupa.values())
    )


def test_two_pairs_by_hand():
    """10 beside 4 and 6 (mean 5): +5. 20 beside 6: +14. "b" stands in both.

    Mean +9,5. Pairs differ from it by 4,5: 2 × 4,5² × 2/1 = 81. b's share is
    0,5 + 1: (1,5² − 1,25) = 1 times the variance within {4, 6}, 2. √83 / 2 = 4,5552.
    t with 1 degree of freedom holds 80 of 100 times within 3,0777: 14,0195 each way.
    """
    dua = [couple(1, 10, {"a": 4, "b": 6}), couple(2, 20, {"b": 6})]
    assert effect.standard_error(dua) == pytest.approx(np.sqrt(83) / 2)
    s = effect.judged(dua, "nilai_buku_pct", 2, dataclasses.replace(
        BATAS, pasangan_terkecil=2))  # fmt: skip
    assert (s.rata_dibina, s.rata_serupa, s.selisih) == (15, 5.5, 9.5)
    assert (s.bawah, s.atas) == pytest.approx((-4.5195, 23.5195), abs=1e-3)
    assert s.keadaan == "belum"
    assert "80 dari 100 kali antara −4,5 poin dan +23,5 poin" in effect.sentence(s)


def test_under_the_stated_number_of_pairs_nothing_is_said():
    tujuh = [couple(n, 100 + n, {f"s{n}": 0.0}) for n in range(7)]
    s = effect.judged(tujuh, "modal_tanpa_hibah", 2, BATAS)
    assert s.keadaan == "kurang"
    assert effect.sentence(s) == (
        "**Belum dapat dikatakan.** Baru 7 kelompok yang sudah dibina dan mempunyai "
        "kelompok serupa; paling sedikit 8 (usulan)."
    )
    delapan = [*tujuh, couple(7, 107, {"s7": 0.0})]
    assert effect.judged(delapan, "modal_tanpa_hibah", 2, BATAS).keadaan == "lebih"


def test_nothing_moving_anywhere_is_no_difference():
    sama = [couple(n, 0.0, {f"s{n}": 0.0}) for n in range(9)]
    assert effect.judged(sama, "langkah_selesai", 2, BATAS).keadaan == "belum"


def test_no_sentence_says_that_one_thing_caused_another():
    acak = np.random.default_rng(4)
    for geser in (-9, 0, 9):
        isi = [couple(n, geser + acak.normal(), {f"s{n}": 0.0}) for n in range(12)]
        for ukuran in UKURAN:
            kalimat = effect.sentence(effect.judged(isi, ukuran, 2, BATAS))
            assert not re.search(r"karena|akibat|berkat|menyebabkan|dampak", kalimat)
            assert "80 dari 100 kali" in kalimat


def test_without_an_effect_it_cannot_tell():
    """Of 24 readings without any effect at most one may be told otherwise (5 %)."""
    keadaan = [
        effect.beside(data, "dampingi_buku", ukuran, PADA).keadaan
        for data in map(simulated, range(12))
        for ukuran in ("modal_tanpa_hibah", "nilai_buku_pct")
    ]
    assert set(keadaan) <= {"belum", "lebih", "tertinggal"}
    assert sum(k != "belum" for k in keadaan) <= 1


@pytest.mark.parametrize("ukuran", ["modal_tanpa_hibah", "nilai_buku_pct"])
def test_a_big_planted_effect_is_found(ukuran):
    """Rp 400.000 on the capital, 4 of 16 points (25 %) on the books."""
    data = simulated(7, naik_rp=400_000, naik_buku=4)
    s = effect.beside(data, "dampingi_buku", ukuran, PADA)
    assert s.keadaan == "lebih"
    benar = {"modal_tanpa_hibah": 400_000, "nilai_buku_pct": 25}[ukuran]
    assert s.selisih == pytest.approx(benar, rel=0.25)
    assert "lebih tinggi" in effect.sentence(s)


def test_similar_groups_are_alike_and_none_of_them_was_acted_on():
    data = simulated(3)
    (j, *_), _ = done_windows(data, data.tindakan, "modal_tanpa_hibah", 2)
    assert (j.sebelum, j.sesudah) == (AWAL, AKHIR)
    p = pair(data, j, "modal_tanpa_hibah", BATAS)
    awal = data.at(AWAL).posisi
    dibina = set(data.tindakan["kode_kelompok"])
    for k in p.serupa:
        assert k not in dibina
        kali = (
            awal.loc[k, "simpanan_wajib"] / awal.loc[p.kode_kelompok, "simpanan_wajib"]
        )
        assert 0.49 < kali < 2.01
    assert 1 <= len(p.serupa) <= 5


def test_a_whole_kelurahan_acted_on_gives_no_similar_groups():
    data = simulated(3)
    seluruh = [action(f"K{n}", w) for n, w in enumerate(data.kelompok["kode_wilayah"])]
    satu = data.tindakan.iloc[:1]
    baru = dataclasses.replace(data, tindakan=satu)
    assert effect.beside(baru, "dampingi_buku", "modal_tanpa_hibah", PADA).pasangan
    semua = register_frame(
        *satu.assign(tanggal_selesai="2026-05-10", tanggal_rencana="2026-05-10")
        .drop(columns=["diterima_pada"]).to_dict("records"),
        *seluruh,
    )  # fmt: skip
    baru = dataclasses.replace(data, tindakan=semua)
    s = effect.beside(baru, "dampingi_buku", "modal_tanpa_hibah", PADA)
    assert (len(s.pasangan), s.n_tanpa_serupa) == (0, 1)


def test_the_report_after_must_have_come():
    data = simulated(3)
    s = effect.beside(data, "dampingi_buku", "modal_tanpa_hibah", PADA, k=1)
    assert (len(s.pasangan), s.n_menunggu) == (0, 30)
    assert "Belum ada kelompok" in effect.sentence(s)


def test_one_group_alone_is_never_enough():
    data = simulated(5, naik_rp=5_000_000)
    s = effect.of_group(data, "TB-2026-001", "modal_tanpa_hibah", PADA)
    assert (s.keadaan, len(s.pasangan)) == ("kurang", 1)
    assert Periode.parse("2026-T1") == s.pasangan[0].sebelum
