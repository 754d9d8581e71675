"""The planner: what a group may get, the best plan, the plain one, and what differs.

Expected values are worked out by hand on a case of three groups, or by going through
every possible choice (`everything`) on small random ones.
"""

from dataclasses import replace
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from planning.budget import plain, solve
from planning.budget.compare import compare
from planning.budget.limits import breaches, floors, spent
from planning.budget.problem import Batas, Calon, Masalah, Paket, Pilihan
from planning.budget.stability import stability, trials

PILANG, SUKOHARJO = "35.74.01.1009", "35.74.04.1002"
BUKU = Paket("buku", "Buku", 300, 3, 0.5, ("buku",))
RAPAT = Paket("rapat", "Rapat", 100, 2, 0.4, ("rapat",))
PENUH = Paket("penuh", "Penuh", 900, 6, 0.75, ("buku", "rapat"),
              tidak_bersama=("buku",))  # fmt: skip
MODAL = Paket("modal", "Modal", 400, 1, 0.25, ("modal",), memerlukan=("buku",))
A = Calon(f"{PILANG}-01", "Ayu", PILANG, ("buku", "rapat"))
B = Calon(f"{PILANG}-02", "Bunga", PILANG, ("buku",))
C = Calon(f"{SUKOHARJO}-01", "Citra", SUKOHARJO, ("rapat",))
BOBOT = (("buku", 1.0), ("rapat", 1.0), ("modal", 1.0))


def question(batas: Batas, *calon: Calon, paket=(BUKU, RAPAT, PENUH, MODAL)) -> Masalah:
    return Masalah(calon or (A, B, C), paket, BOBOT, batas)


def chosen(rencana: solve.Rencana) -> dict[str, tuple[str, ...]]:
    nama = {c.kode: c.nama for c in (A, B, C)}
    return {nama[p.kode]: p.susunan.paket for p in rencana.pilihan}


def everything(masalah: Masalah) -> list[tuple[Pilihan, ...]]:
    """Every choice that keeps the limits."""
    pilih = [
        [None, *(Pilihan(c.kode, s) for s in masalah.options(c.kekurangan))]
        for c in masalah.calon
    ]
    semua = (tuple(p for p in isi if p) for isi in product(*pilih))
    return [isi for isi in semua if not breaches(masalah, isi)]


def test_packages_for_the_same_gap_do_not_add_up():
    m = question(Batas(0, paket_per_kelompok=3))
    langkah = {s.paket: s.langkah for s in m.options(("buku", "rapat"))}
    # full alone mends both at 0,75; with meetings besides still 0,75 for meetings
    assert langkah[("penuh",)] == 1.5
    assert langkah[("penuh", "rapat")] == 1.5
    assert langkah[("buku", "rapat")] == 0.9


def test_packages_that_exclude_each_other_are_never_together():
    m = question(Batas(0, paket_per_kelompok=3))
    assert not any(
        {"buku", "penuh"} <= set(s.paket) for s in m.options(("buku", "rapat"))
    )


def test_what_is_needed_comes_along_only_where_it_is_a_gap_too():
    m = question(Batas(0))
    assert [s.paket for s in m.options(("modal",))] == [("modal",)]
    assert ("modal",) not in [s.paket for s in m.options(("modal", "buku"))]
    assert ("buku", "modal") in [s.paket for s in m.options(("modal", "buku"))]


def test_the_best_plan_beats_the_plain_one_where_a_large_package_fits_better():
    """500 rupiah: by ratio Citra and Ayu's meetings (0,8 for 200), then Ayu's books."""
    m = question(Batas(500))
    u = plain.plan(m)
    # meetings at both (200), then books at one of them (300): 0,4 + 0,4 + 0,5
    assert u.rencana.langkah == 1.3
    assert solve.plan(m).langkah == 1.3
    # with 5 days only: meetings twice is 4 days; books and a meeting is 5 days, 0,9
    hari = question(Batas(500, 5.0))
    assert plain.plan(hari).rencana.langkah == 0.8
    assert solve.plan(hari).langkah == 0.9
    assert solve.plan(hari).hari == 5.0


def test_of_equal_plans_the_cheapest_then_the_first_codes():
    m = question(Batas(150))
    assert chosen(solve.plan(m)) == {"Ayu": ("rapat",)}
    mahal = replace(RAPAT, kode="rapat_mahal", biaya_rp=120)
    m = question(Batas(150), paket=(mahal, RAPAT))
    assert solve.plan(m).biaya_rp == 100


def test_floors_and_picks_are_kept():
    m = question(Batas(100, lantai_kelompok=(("35.74.04", 1),)))
    assert chosen(solve.plan(m)) == {"Citra": ("rapat",)}
    m = question(Batas(300, wajib=(B.kode,)))
    assert chosen(solve.plan(m)) == {"Bunga": ("buku",)}
    m = question(Batas(10_000, jangan=(A.kode,)))
    assert "Ayu" not in chosen(solve.plan(m))
    assert "Ayu" not in {p.kode for p in plain.plan(m).rencana.pilihan}


def test_a_share_of_the_money_goes_to_every_kecamatan():
    m = question(Batas(400, lantai_bagian=(("35.74.01", 25), ("35.74.04", 25))))
    # books and meetings at Ayu would bring 0,9 but leave Sukoharjo with nothing
    r = solve.plan(m)
    assert r.langkah == 0.9
    assert chosen(r)["Citra"] == ("rapat",)
    assert r.biaya_rp == 400


def test_a_kecamatan_with_fewer_groups_than_the_floor_has_all_of_them_as_floor():
    assert floors((A, B, C), 2, 10) == (
        (("35.74.01", 2), ("35.74.04", 1)),
        (("35.74.01", 10), ("35.74.04", 10)),
    )


def test_too_small_a_ceiling_is_named_with_what_is_missing():
    m = question(Batas(250, wajib=(B.kode, C.kode)))
    r = solve.plan(m)
    assert r.status == "tidak_mungkin" and not r.pilihan
    # Bunga needs 300, Citra 100
    assert any(
        s == "Pagu terlalu kecil: batas lainnya memerlukan paling sedikit Rp 400, "
        "kurang Rp 150."
        for s in r.sebab
    )


def test_too_few_days_are_named_with_what_is_missing():
    m = question(Batas(10_000, 1.0, lantai_kelompok=(("35.74.01", 2),)))
    # Ayu's meetings 2 days and Bunga's books 3
    assert any(
        "Hari pendamping terlalu sedikit" in s and "5 hari, kurang 4 hari" in s
        for s in solve.plan(m).sebab
    )


def test_contradicting_picks_are_told_before_anything_is_solved():
    m = question(Batas(10_000, wajib=(A.kode,), jangan=(A.kode,)))
    assert solve.plan(m).sebab[0] == "Ayu dipilih wajib sekaligus dikecualikan."
    tanpa = replace(A, kekurangan=("umur",))
    m = Masalah((tanpa,), (BUKU,), (*BOBOT, ("umur", 0.0)), Batas(1, wajib=(A.kode,)))
    assert "tidak ada paket yang menutup" in solve.plan(m).sebab[0]


def test_nobody_to_help_is_an_empty_plan():
    r = solve.plan(Masalah((), (BUKU,), BOBOT, Batas(1000)))
    assert r.status == "terbukti" and r.pilihan == () and r.biaya_rp == 0


def test_a_plan_that_ran_out_of_time_never_claims_to_be_the_best(monkeypatch):
    asli = solve.run

    def slow(*args, **lain):
        jawab = asli(*args, **lain)
        jawab.status, jawab.mip_dual_bound = 1, -5.0
        return jawab

    monkeypatch.setattr(solve, "run", slow)
    m = question(Batas(500))
    r = solve.plan(m)
    assert r.status == "belum_terbukti" and r.paling_banyak is not None
    assert not breaches(m, r.pilihan)


def test_sentences_say_who_came_for_whom_with_true_numbers():
    m = question(Batas(500, 5.0))
    r, u = solve.plan(m), plain.plan(m)
    b = compare(m, r, u)
    # 0,9 against 0,8 steps, 400 against 200 rupiah
    assert b.judul == (
        "Dibanding urutan sederhana, rencana ini memberi 0,10 langkah lebih banyak "
        "menurut anggapan dengan biaya Rp 200 lebih besar."
    )
    assert len(b.ubahan) + b.n_sama >= len(r.pilihan)
    sama = compare(m, r, plain.Urutan(r, ()))
    assert sama.judul == "Rencana ini sama dengan urutan sederhana."
    assert sama.ubahan == ()


def test_a_choice_without_rival_is_firm_and_a_close_race_is_not():
    m = question(Batas(10_000), paket=(BUKU, RAPAT))
    k = stability(m, solve.plan(m), acak=2)
    # everything can be afforded: meetings at Citra stay whatever the chances
    assert k.count(C.kode, "rapat") == k.n_percobaan
    # one of two packages that are all but alike: half the chance, and the other wins
    dekat = (replace(BUKU, biaya_rp=100, peluang=0.41), RAPAT)
    m = Masalah((B, C), dekat, BOBOT, Batas(100))
    k = stability(m, solve.plan(m), acak=0)
    # of books lower, books higher, meetings lower, meetings higher it loses two
    assert (k.count(B.kode, "buku"), k.n_percobaan) == (2, 4)
    assert not k.is_firm(2)


def test_equals_are_no_reason_to_call_a_choice_unsure():
    kembar = replace(B, kode=f"{PILANG}-03", nama="Dian")
    m = Masalah((B, kembar), (BUKU,), BOBOT, Batas(300))
    k = stability(m, solve.plan(m), acak=3)
    assert k.count(B.kode, "buku") == k.n_percobaan


def test_trials_are_the_same_every_time_and_no_chance_passes_one():
    m = question(Batas(500))
    dua = [list(trials(m, 0.5, 3)) for _ in range(2)]
    assert dua[0] == dua[1]
    # three packages fit somebody (modal fits none): up and down each, and three drawn
    assert len(dua[0]) == 3 * 2 + 3
    assert all(p.peluang <= 1 for paket in dua[0] for p in paket)
    tinggi = [p for paket in dua[0] for p in paket if p.kode == "penuh"]
    assert max(p.peluang for p in tinggi) == 1.0


GAP = ("a", "b", "c")


@st.composite
def small_questions(draw) -> Masalah:
    paket = tuple(
        Paket(
            f"p{i}", f"P{i}", draw(st.integers(0, 60)), draw(st.integers(0, 4)),
            draw(st.integers(0, 20)) / 20,
            tuple(sorted(draw(st.sets(st.sampled_from(GAP), min_size=1, max_size=2)))),
            memerlukan=("p0",) if i == 2 and draw(st.booleans()) else (),
            tidak_bersama=("p0",) if i == 1 and draw(st.booleans()) else (),
        )
        for i in range(draw(st.integers(1, 3)))
    )  # fmt: skip
    tempat = st.sampled_from([PILANG, SUKOHARJO])
    calon = tuple(
        Calon(f"{w}-{i:02d}", f"K{i}", w,
              tuple(sorted(draw(st.sets(st.sampled_from(GAP), max_size=3)))))
        for i, w in enumerate(draw(st.lists(tempat, min_size=1, max_size=4)))
    )  # fmt: skip
    kode = [c.kode for c in calon]
    pilih = draw(st.permutations(kode))
    lantai = floors(calon, draw(st.integers(0, 2)), draw(st.sampled_from([0, 0, 30])))
    batas = Batas(
        draw(st.integers(0, 150)),
        draw(st.one_of(st.none(), st.integers(0, 8).map(float))),
        lantai[0], lantai[1],
        tuple(pilih[: draw(st.integers(0, 1))]),
        tuple(pilih[1 : 1 + draw(st.integers(0, 1))]),
        draw(st.integers(1, 2)),
    )  # fmt: skip
    return Masalah(calon, paket, (("a", 1.0), ("b", 0.5), ("c", 1.0)), batas)


@settings(max_examples=120, deadline=None)
@given(small_questions())
def test_it_equals_going_through_everything(masalah):
    semua = everything(masalah)
    r = solve.plan(masalah)
    assert (r.status == "tidak_mungkin") == (not semua)
    if not semua:
        assert r.sebab and all(s.endswith(".") for s in r.sebab)
        return
    assert r.status == "terbukti"
    assert not breaches(masalah, r.pilihan)
    nilai, biaya, _ = min((-n, rp, h) for n, rp, h in map(spent, semua))
    assert (r.nilai, r.biaya_rp) == (-nilai, biaya)


@settings(max_examples=60, deadline=None)
@given(small_questions(), st.randoms(use_true_random=False))
def test_nobody_spends_more_than_there_is_and_the_order_does_not_matter(masalah, acak):
    r, u = solve.plan(masalah), plain.plan(masalah)
    for rencana in (r, u.rencana):
        assert rencana.biaya_rp <= masalah.batas.pagu_rp
        if masalah.batas.hari is not None:
            assert rencana.hari <= masalah.batas.hari
    if r.status == "terbukti" and not u.melanggar:
        assert u.rencana.nilai <= r.nilai
    calon, paket = list(masalah.calon), list(masalah.paket)
    acak.shuffle(calon)
    acak.shuffle(paket)
    lain = replace(masalah, calon=tuple(calon), paket=tuple(paket))
    assert solve.plan(lain) == r
