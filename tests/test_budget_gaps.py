"""The work list and the question made of it, on the city that is computed by hand.

In 2026-T3: b2 (Anggrek) is silent since its report of 2026-T2, c1 (Seruni) is nonaktif
and held no meeting, b1 (Kenanga) has 140 of 1.000 thousand rupiah overdue.
"""

import datetime as dt
from dataclasses import replace

import pandas as pd

from planning.budget.answer import answer, table
from planning.budget.ceilings import ceilings
from planning.budget.gaps import KOLOM, gaps
from planning.budget.request import Permintaan, packages, problem, setting
from reference.acuan import bawaan, daftar
from tests import city

PADA = city.KINI.end
ACUAN = bawaan()


def rows(data, kelompok: str, pada=PADA) -> pd.DataFrame:
    f = gaps(data, pada)
    return f[f["kode_kelompok"] == city.KODE[kelompok]].set_index("kekurangan")


def ask(**lain) -> Permintaan:
    awal = Permintaan.default(ACUAN, PADA)
    return replace(awal, kelompok_per_kecamatan=0, **lain)


def test_a_silent_group_has_one_gap_and_nothing_invented():
    b2 = rows(city.city(), "b2")
    assert list(b2.index) == ["belum_lapor"]
    assert b2.loc["belum_lapor", "bukti"] == "laporan terakhir Triwulan II 2026"
    assert b2.loc["belum_lapor", "sejak"] == "2026-T3"
    assert b2["tingkat"].isna().all()


def test_a_group_that_never_reported_has_no_day_since_when():
    data = city.city()
    tanpa = data.posisi[data.posisi["kode_kelompok"] != city.KODE["b2"]]
    b2 = rows(city.changed(data, posisi=tanpa), "b2")
    assert list(b2.index) == ["belum_lapor"]
    assert b2.loc["belum_lapor", "bukti"] == "belum pernah melapor"
    assert pd.isna(b2.loc["belum_lapor", "sejak"])


def test_arrears_above_the_limit_with_numbers_and_since_when():
    b1 = rows(city.city(), "b1").loc["tunggakan"]
    # (40 + 60 + 40) of 1.000 thousand
    assert "tunggakan 14,0 % dari pinjaman beredar (batas 5,0 %)" in b1["bukti"]
    # 0 of 800 in 2025-T4; 50 of 900 in 2026-T1 is 5,6 %
    assert b1["sejak"] == "2026-T1"
    assert b1["paket"] == "tertib_pinjaman"
    assert b1["biaya_rp"] == 300_000
    assert b1["pelaksana"] == ("dkupp", "pokja_ii")


def test_no_meetings_no_books_and_dormant_are_plain_facts():
    c1 = rows(city.city(), "c1")
    assert {"nonaktif", "jarang_rapat", "buku_lemah"} <= set(c1.index)
    assert "rapat terlaksana 0 kali" in c1.loc["jarang_rapat", "bukti"]
    # all eight books 0 of 16 points
    assert "nilai pembukuan 0,0 %" in c1.loc["buku_lemah", "bukti"]


def test_what_is_not_reported_is_no_gap():
    data = city.city()
    posisi = data.posisi.copy()
    kini = posisi["periode"].eq("2026-T3")
    buku = [k for k in posisi if k.startswith("buku_")]
    posisi.loc[kini, [*buku, "rapat_terlaksana", "tunggakan_1_30"]] = pd.NA
    f = gaps(city.changed(data, posisi=posisi), PADA)
    # nothing is known of c1's books and meetings, nor of b1's arrears
    assert not set(f["kekurangan"]) & {"buku_lemah", "jarang_rapat", "tunggakan"}


def test_closed_groups_are_not_on_the_list():
    # c2 closed on 15 August 2026
    assert rows(city.city(), "c2").empty


def test_the_list_of_an_empty_city_is_empty_with_its_columns():
    f = gaps(city.empty(), PADA)
    assert f.empty and list(f.columns) == list(KOLOM)


def test_every_package_and_gap_names_what_is_there():
    paket, gap = (ACUAN.pada(n, PADA) for n in ("paket", "kekurangan"))
    siapa = ACUAN.pada("pelaksana", PADA)
    for p in packages(ACUAN, PADA):
        assert p.menutup and set(p.menutup) <= set(gap), p.kode
        assert p.pelaksana and set(p.pelaksana) <= set(siapa), p.kode
        assert set(p.memerlukan) | set(p.tidak_bersama) <= set(paket), p.kode
    for b in gap.values():
        if b["paket"]:
            assert b.kode in paket[b["paket"]]["menutup"], b.kode


def test_every_figure_fits_its_column_and_is_called_a_proposal():
    for nama in ("paket", "kekurangan", "pelaksana", "rencana"):
        for b in ACUAN.pada(nama, PADA).values():
            for k in daftar()[nama].kolom:
                assert k.fault(b[k.nama]) is None, (nama, b.kode, k.nama)
            assert b.usulan, (nama, b.kode)
    assert setting(ACUAN, PADA)["ubah_anggapan"] == 50


def test_the_question_holds_the_groups_of_the_place_and_their_gaps():
    m = problem(city.city(), ask(wilayah=city.SUKOHARJO))
    assert [c.nama for c in m.calon] == ["Kenanga", "Anggrek"]
    assert m.calon[1].kekurangan == ("belum_lapor",)


def test_floors_hold_where_somebody_can_be_helped():
    m = problem(city.city(), replace(Permintaan.default(ACUAN, PADA)))
    # Kademangan has Seruni alone, Kanigaran four groups; two each are asked for
    assert m.batas.lantai_kelompok == ((city.KADEMANGAN, 1), (city.KANIGARAN, 2))


def test_figures_tried_out_replace_those_in_force():
    coba = replace(packages(ACUAN, PADA)[0], biaya_rp=1)
    m = problem(city.city(), ask(coba=(coba,)))
    assert {p.kode: p.biaya_rp for p in m.paket}["bantu_lapor"] == 1


def test_a_plan_as_rows_adds_up_to_the_plan():
    minta = ask(pagu_rp=3_000_000, hari=20.0)
    j = answer(city.city(), minta)
    t = table(j.masalah, j.rencana)
    assert j.rencana.status == "terbukti"
    assert int(t["biaya_rp"].sum()) == j.rencana.biaya_rp <= 3_000_000
    assert t["hari"].sum() == j.rencana.hari <= 20
    assert round(t["langkah"].sum(), 6) == round(j.rencana.langkah, 6)


def test_fifty_thousand_helps_one_silent_group_to_report():
    """A visit costs 50.000, mends half a step with six chances in ten: 0,3 steps."""
    j = answer(city.city(), ask(pagu_rp=50_000, wilayah=city.SUKOHARJO))
    (pilih,) = j.rencana.pilihan
    assert pilih.susunan.paket == ("bantu_lapor",)
    assert j.rencana.langkah == 0.3


def test_more_money_never_brings_fewer_steps():
    f = ceilings(city.city(), ask(pagu_rp=2_000_000))
    assert list(f["pagu_rp"]) == [
        500_000, 1_000_000, 1_500_000, 2_000_000, 2_500_000, 3_000_000, 4_000_000,
    ]  # fmt: skip
    assert f["langkah"].is_monotonic_increasing
    assert (f["biaya_rp"] <= f["pagu_rp"]).all()
    assert (f["langkah"] >= f["langkah_sederhana"]).all()


def test_an_earlier_day_reads_the_report_of_that_day():
    # on 30 June 2026 b2 had reported 2026-T2, a2 had not
    assert "belum_lapor" not in rows(city.city(), "b2", dt.date(2026, 6, 30)).index
    assert list(rows(city.city(), "a2", dt.date(2026, 6, 30)).index) == ["belum_lapor"]


def test_a_figure_changed_today_counts_for_the_plan_made_today():
    hari = dt.date(2026, 11, 24)
    lama = ACUAN.pada("paket", PADA)["bantu_lapor"]
    baru = replace(
        lama, isi={**lama.isi, "biaya_rp": 75_000}, berlaku_sejak=hari, usulan=False
    )
    data = replace(city.city(), acuan=ACUAN.plus([baru]))
    minta = replace(ask(wilayah=city.SUKOHARJO), acuan_pada=hari)
    assert {p.kode: p.biaya_rp for p in problem(data, minta).paket}["bantu_lapor"] == (
        75_000
    )
    f = gaps(data, PADA, hari).set_index("kekurangan")
    assert f.loc["belum_lapor", "biaya_rp"] == 75_000
    assert gaps(data, PADA).set_index("kekurangan").loc["belum_lapor", "biaya_rp"] == (
        50_000
    )
