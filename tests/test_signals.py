"""Quiet signs of copying: found, rarely false, and for the coordinator alone."""

import dataclasses
import datetime as dt
import random
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import store as gudang
from checks.rules import compare
from checks.rules.isyarat import ANGKA, BERGERAK
from checks.temuan import JENIS
from loaders.bantuan import Bantuan
from loaders.form.read import read
from loaders.ingest import ingest
from loaders.reader import Reader
from loaders.rebuild import reread
from loaders.receipt import as_text
from reference.tulisan import hari_ini
from sample.cerita import history
from sample.kota import all_groups
from sample.tabiat import is_dormant
from store.lineage import kept
from tests.faults import HARI_INI, Form
from tests.forms_city import KELOMPOK, KINI, PILANG, SUKOHARJO, values
from tests.forms_city import form as city_form
from tests.surroundings import WILAYAH, Keliling, past, peer

BERULANG, KEMBAR, BULAT = (
    "angka_berulang",
    "angka_sama_kelompok_lain",
    "angka_bulat_menumpuk",
)
ISYARAT = {BERULANG, KEMBAR, BULAT}
DUA, PENUH = "kelompok_dua_kelurahan", "hadir_selalu_penuh"
# 4 + 3 + 3 + 2 + 3 + 3 digits that say something
BARIS = {
    "kas": 347_500, "pinjaman_disalurkan": 1_250_000, "angsuran_pokok": 905_000,
    "jasa_diterima": 67_000, "biaya": 21_500, "omzet_usaha": 12_300_000,
    "hadir_rata_rata": 14.5, "simpanan_pokok": 500_000, "simpanan_wajib": 2_345_000,
    "pinjaman_beredar": 4_170_000,
}  # fmt: skip


def said(s: Keliling) -> dict:
    return {a.kode: p for a, p in compare(s) if a.kode in ISYARAT}


# ------------------------------------------------------------------ one rule at a time
def test_figures_of_an_earlier_quarter_are_recognised():
    lain = {**BARIS, "kas": 120_500, "jasa_diterima": 58_500}
    p = said(Keliling(BARIS, past(BARIS, lain)))[BERULANG]
    assert p.kalimat == (
        "7 angka sama dengan Triwulan I 2026: kas Rp 347.500, pinjaman disalurkan "
        "Rp 1.250.000, angsuran pokok Rp 905.000, dan 4 lainnya; mungkin memang sama"
    )
    assert p.variabel == "kas"


@pytest.mark.parametrize(
    "ubah",
    [
        # cash moved by Rp 500: the quarter was another one
        {"kas": 348_000},
        {"jasa_diterima": 67_500},
        # one figure less than was there
        {"omzet_usaha": 0},
    ],
)
def test_one_figure_that_moved_is_enough_to_be_another_quarter(ubah):
    assert said(Keliling({**BARIS, **ubah}, past(BARIS))) == {}


def test_a_group_in_which_nothing_moves_is_not_suspect():
    """Dormant: cash and savings stay, all else is nought."""
    diam = {"kas": 347_500, "simpanan_pokok": 500_000, "simpanan_wajib": 2_345_000,
            **dict.fromkeys(("pinjaman_disalurkan", "angsuran_pokok"), 0)}  # fmt: skip
    assert said(Keliling(diam, past(diam, diam))) == {}


def test_plain_round_figures_that_come_back_say_nothing():
    """1 + 1 + 1 + 1 + 2 digits: any small group may have these, quarter by quarter."""
    bulat = {"kas": 100_000, "pinjaman_disalurkan": 1_000_000,
             "angsuran_pokok": 1_000_000, "biaya": 30_000,
             "jasa_diterima": 60_000, "hadir_rata_rata": 15}  # fmt: skip
    assert said(Keliling(bulat, past(bulat))) == {}


def test_the_row_of_another_kelurahan_is_recognised_and_both_are_named():
    p = said(Keliling(BARIS, others=[peer(3, **BARIS)]))[KEMBAR]
    assert p.kalimat == (
        "9 angka sama dengan kelompok Kenanga 3, Sukoharjo: simpanan pokok Rp 500.000, "
        "simpanan wajib Rp 2.345.000, kas Rp 347.500, dan 6 lainnya; mungkin memang "
        "sama"
    )


def test_the_row_of_a_neighbour_in_the_same_workbook_is_recognised():
    tetangga = peer(2, wilayah=WILAYAH, **BARIS)
    p = said(Keliling(BARIS, others=[tetangga]))[KEMBAR]
    assert "sama dengan kelompok Kenanga 2:" in p.kalimat
    lama = {**tetangga, "periode": "2026-T1"}
    p = said(Keliling(BARIS, others=[lama]))[KEMBAR]
    assert "kelompok Kenanga 2 pada Triwulan I 2026:" in p.kalimat


def test_one_altered_figure_does_not_hide_a_copy_but_three_make_it_another_row():
    """8 of 9 are more than four fifths, 6 of 9 are not."""
    satu = {**BARIS, "simpanan_pokok": 520_000}
    tiga = {**satu, "omzet_usaha": 11_000_000, "biaya": 19_000}
    assert set(said(Keliling(satu, others=[peer(**BARIS)]))) == {KEMBAR}
    assert said(Keliling(tiga, others=[peer(**BARIS)])) == {}


def test_groups_that_share_what_was_agreed_are_not_twins():
    """The same dues, grant and number of members; what they did with it differs."""
    sama = {"simpanan_pokok": 375_000, "simpanan_wajib": 1_125_000, "cadangan": 50_000}
    satu = {**sama, "kas": 61_500, "jasa_diterima": 45_000, "angsuran_pokok": 420_000}
    dua = {**sama, "kas": 48_000, "jasa_diterima": 45_000, "angsuran_pokok": 395_000}
    assert said(Keliling(satu, others=[peer(**dua)])) == {}


BULAT_SEMUA = {
    "kas": 150_000, "simpanan_wajib": 2_400_000, "cadangan": 250_000,
    "simpanan_sukarela": 300_000, "angsuran_pokok": 900_000, "biaya": 100_000,
}  # fmt: skip


def test_round_sums_that_heap_up_are_told_with_their_number():
    """All six at chance 0,35 each: 0,0018, below 0,002."""
    p = said(Keliling(BULAT_SEMUA))[BULAT]
    assert p.ditemukan == "6 dari 6"
    # one of seven is not round: 7 x 0,35^6 x 0,65 + 0,35^7 = 0,009
    assert said(Keliling({**BULAT_SEMUA, "jasa_diterima": 112_500})) == {}


def test_what_is_naturally_round_is_not_counted():
    bulat = {"simpanan_pokok": 500_000, "hibah_pemerintah": 1_500_000,
             "pinjaman_disalurkan": 2_000_000, "omzet_usaha": 9_000_000,
             "kas": 50_000, "biaya": 50_000, "cadangan": 100_000,
             "simpanan_wajib": 1_350_000, "angsuran_pokok": 450_000}  # fmt: skip
    assert said(Keliling(bulat)) == {}


def test_where_everybody_rounds_roundness_says_nothing():
    """Other groups: 120 sums, three of four round; 0,75 to the sixth is 0,18."""
    lain = [peer(i, kas=125_000 if i % 4 == 0 else 150_000) for i in range(1, 121)]
    assert said(Keliling(BULAT_SEMUA, peers=lain)) == {}


BERDIRI = dt.date(2015, 8, 17)


@pytest.mark.parametrize(
    ("lain", "ciri"),
    [
        ({"tanggal_berdiri": BERDIRI}, "tanggal berdiri 17 Agustus 2015"),
        (BARIS, "angka yang sama"),
        # another day, other figures: two groups may be called Melati
        ({"tanggal_berdiri": dt.date(2016, 8, 17), "kas": 347_500}, None),
        ({"nama_kelompok": "Melati Putih", "tanggal_berdiri": BERDIRI}, None),
    ],
)
def test_one_group_in_two_kelurahan_is_asked_about(lain, ciri):
    nilai = {**BARIS, "tanggal_berdiri": BERDIRI}
    baris = peer(7, **{"nama_kelompok": " MELATI ", **lain})
    for di in ("peers", "earlier_peers"):
        s = Keliling(nilai, kode=None, **{di: [baris]})
        (p,) = [p for a, p in compare(s) if a.kode == DUA] or [None]
        assert (p is not None) == (ciri is not None)
        assert (
            p is None or f"nama ini dan {ciri} juga dilaporkan Sukoharjo" in p.kalimat
        )
    lama = Keliling(nilai, past(BARIS), peers=[baris])
    assert DUA not in {a.kode for a, _ in compare(lama)}


def test_attendance_that_is_always_full_is_tried_out():
    """Four quarters with meetings; three, or one that fell short, are not always."""
    penuh = {"hadir_rata_rata": 15.0, "anggota_akhir": 15, "rapat_terlaksana": 3}
    kurang = {**penuh, "hadir_rata_rata": 14.0}

    def menyala(*lalu: dict) -> bool:
        return PENUH in {a.kode for a, _ in compare(Keliling(penuh, past(*lalu)))}

    assert menyala(penuh, penuh, penuh) and menyala(kurang, penuh, penuh, penuh)
    assert not menyala(penuh, penuh)
    assert not menyala(penuh, kurang, penuh)
    assert not menyala(penuh, penuh, {**penuh, "rapat_terlaksana": 0})
    assert JENIS[PENUH].uji_coba


def test_every_sign_is_worded_without_blame_and_for_the_coordinator_alone():
    milik = [j for j in JENIS.values() if j.pembaca == "koordinator"]
    assert {j.kode for j in milik} >= {*ISYARAT, "berkas_sama_dua_kelurahan"}
    for j in milik:
        kata = " ".join((j.judul, j.penjelasan, j.tindakan, j.rumus)).casefold()
        assert not any(
            k in kata
            for k in ("salin", "curang", "palsu", "contek", "curiga", "bohong")
        )
        assert j.tingkat == "info" and not j.disampaikan


# ------------------------------------------------------------------ how often right
def _numbers(k, t: int) -> dict:
    return {n: v for n, v in history(k)[t].items() if isinstance(v, int | float)}


def _rows(k, t: int) -> list[dict]:
    return past(*(_numbers(k, i) for i in sorted(history(k)) if i < t))


def _active() -> list:
    return [
        (k, t)
        for k in all_groups()
        for t in history(k)
        if t - 1 in history(k) and not is_dormant(k, t) and not is_dormant(k, t - 1)
    ]


def test_of_copies_planted_in_the_sample_city_at_least_95_in_100_are_found():
    """A quarter handed in again, or the money of another group; 300 of each."""
    acak = random.Random(20260930)
    ditemukan, semua = Counter(), _active()
    for k, t in acak.sample(semua, 300):
        lama = acak.choice([i for i in history(k) if i < t and not is_dormant(k, i)])
        ulang = Keliling(_numbers(k, lama), _rows(k, t))
        ditemukan[BERULANG] += BERULANG in said(ulang)
        g, _ = acak.choice([(g, i) for g, i in semua if i == t and g is not k])
        lain = _numbers(g, t)
        uang = {n: lain.get(n) for n in ANGKA}
        kembar = Keliling({**_numbers(k, t), **uang}, others=[peer(**lain)])
        ditemukan[KEMBAR] += KEMBAR in said(kembar)
    assert min(ditemukan[BERULANG], ditemukan[KEMBAR]) >= 285


def test_of_the_sample_citys_honest_rows_at_most_5_in_100_are_flagged():
    per_periode = {t: [g for g in all_groups() if t in history(g)] for t in range(12)}
    salah = 0
    semua = random.Random(7).sample(
        [(k, t) for k in all_groups() for t in history(k)], 400
    )
    for k, t in semua:
        lain = [peer(**_numbers(g, t)) for g in per_periode[t] if g is not k]
        salah += bool(said(Keliling(_numbers(k, t), _rows(k, t), lain)))
    assert salah <= 20


def _steady(acak: random.Random, n: int) -> list[dict]:
    """An honest group that does the same each quarter, as its treasurer writes it.

    Fixed dues, three tenths of the loans repaid and lent again at once, flat interest,
    snacks at each meeting, the same guess of turnover; people come and pay or do not,
    and what is left lies in the box.
    """
    anggota, wajib = acak.randint(10, 20), acak.choice((2_000, 5_000, 10_000))
    bunga, kas = acak.choice((0.01, 0.015, 0.02)), acak.randint(20, 80) * 1_000
    beredar, simpanan = acak.randint(10, 60) * 50_000, acak.randint(10, 80) * 25_000
    deret = []
    for _ in range(n):
        angsuran = beredar * 3 // 10 // 5_000 * 5_000
        jasa = int(beredar * bunga * 3) // 500 * 500
        biaya = 3 * acak.choice((10_000, 10_000, 15_000))
        setor = 3 * wajib * acak.randint(anggota - 4, anggota)
        kas += jasa + setor - biaya
        simpanan += setor
        deret.append(
            {
                "kas": kas, "pinjaman_disalurkan": angsuran, "angsuran_pokok": angsuran,
                "jasa_diterima": jasa, "biaya": biaya, "pinjaman_beredar": beredar,
                "omzet_usaha": anggota * 500_000, "simpanan_wajib": simpanan,
                "simpanan_pokok": anggota * 10_000,
                "hadir_rata_rata": round(acak.uniform(0.6, 1) * anggota),
            }
        )  # fmt: skip
    return deret


def test_of_groups_that_honestly_stay_the_same_at_most_5_in_100_are_flagged():
    acak = random.Random(1)
    kelompok = [_steady(acak, 8) for _ in range(100)]
    salah = 0
    for i, deret in enumerate(kelompok):
        for t in range(4, 8):
            lain = [peer(j, **k[t]) for j, k in enumerate(kelompok) if j != i]
            salah += bool(said(Keliling(deret[t], past(*deret[:t]), lain)))
    assert salah <= 20


@settings(max_examples=60)
@given(st.dictionaries(st.sampled_from(sorted({*ANGKA, *BERGERAK})),
                       st.none() | st.integers(-10**9, 10**9)))  # fmt: skip
def test_no_row_is_too_odd_for_a_rule(nilai):
    """Losses, gaps and empty rows: rules say something or nothing, never fail."""
    list(compare(Keliling(nilai, past(nilai, nilai), [peer(**nilai)])))
    list(compare(Keliling(nilai, kode=None, earlier_peers=[peer(**nilai)])))


# ------------------------------------------------------------------ through the store
@pytest.fixture(scope="module")
def reader():
    with Reader() as satu:
        yield satu


@pytest.fixture
def send(store, reader):
    """Hand in the form of a kelurahan: two groups, told apart by `beda`."""

    def kirim(kode: str, periode=KINI, beda: int = 0, nama=(), **salah):
        nama = nama or KELOMPOK[kode]
        ubah = {
            n: own(periode, beda + i, **salah.get(n, {})) for i, n in enumerate(nama)
        }
        return ingest(
            store, f"{kode} {periode} {beda}.xlsx",
            city_form(kode, periode, nama, **ubah),
            oleh="petugas", reader=reader,
            diterima=min(periode.deadline, hari_ini()),
        )  # fmt: skip

    return kirim


def own(periode, siapa: int, **ubah) -> dict:
    """Figures that only group number `siapa` has in that period; its books balance."""
    ke = (periode.tahun - KINI.tahun) * 4 + periode.nomor - KINI.nomor
    jasa, uang = 91_500 + 1_700 * siapa + 700 * ke, 12_500 * siapa
    return {
        "kas": 100_000 + uang, "simpanan_wajib": 1_000_000 + 100_000 * ke + uang,
        "pinjaman_disalurkan": 607_500 + 3_500 * siapa + 20_500 * ke,
        "angsuran_pokok": 507_500 + 3_500 * siapa + 20_500 * ke,
        "jasa_diterima": jasa, "shu": jasa - 10_000, "shu_dibagi": jasa - 10_000,
        "omzet_usaha": 3_100_000 + 70_000 * siapa + 110_000 * ke, **ubah,
    }  # fmt: skip


def findings(store, kode: str) -> list[tuple]:
    t = gudang.snapshot(store).temuan
    t = t[t["jenis"] == kode]
    return list(zip(t["kiriman_id"], t["nama_kelompok"], t["sel"], strict=True))


def test_the_books_of_these_tests_balance_and_say_nothing(store, send):
    assert values(2)["kas"] == 100_000
    for periode in (KINI.shift(-1), KINI):
        for ke, kode in enumerate((PILANG, SUKOHARJO)):
            tanda = send(kode, periode, beda=10 * ke)
            assert {t.jenis for t in tanda.temuan} <= {
                "kelompok_baru", "dikenali_dari_nama"
            }  # fmt: skip
    assert set(gudang.snapshot(store).temuan["jenis"]) <= {
        "kelompok_baru", "dikenali_dari_nama"
    }  # fmt: skip


def test_a_copy_is_kept_for_the_coordinator_and_hidden_from_the_sender(store, send):
    send(PILANG)
    jujur = send(SUKOHARJO, beda=10)
    tanda = send(SUKOHARJO, beda=10, Kenanga=own(KINI, 0))
    assert not {t.jenis for t in tanda.temuan} & ISYARAT
    assert "Seruni" not in as_text(tanda)
    assert tanda.kalimat == jujur.kalimat
    assert set(tanda.cuplikan) <= set(range(len(tanda.temuan)))
    ((kiriman, nama, sel),) = findings(store, KEMBAR)
    assert (kiriman, nama) == (tanda.kiriman_id, "Kenanga")
    assert sel
    isi = gudang.snapshot(store)
    (pesan,) = isi.temuan.loc[isi.temuan["jenis"] == KEMBAR, "pesan"]
    assert "sama dengan kelompok Seruni, Pilang" in pesan
    k = isi.kiriman.set_index("kiriman_id").loc[tanda.kiriman_id]
    assert (k["keadaan"], k["n_galat"], k["n_periksa"]) == ("diterima", 0, 0)


def test_a_copy_within_one_workbook_is_told_once_of_the_later_group(store, send):
    send(PILANG, Cempaka=own(KINI, 0))
    assert [nama for _, nama, _ in findings(store, KEMBAR)] == ["Cempaka"]


def test_only_rows_that_count_are_looked_at(store, send):
    """Pilang mended its figures, then took the whole back: nothing is left to equal."""
    send(PILANG)
    send(PILANG, beda=5)
    send(SUKOHARJO, beda=10, Kenanga=own(KINI, 0))
    assert findings(store, KEMBAR) == []
    send(SUKOHARJO, beda=10, Kenanga=own(KINI, 5))
    assert [nama for _, nama, _ in findings(store, KEMBAR)] == ["Kenanga"]
    gudang.undo(store, "2", oleh="petugas", alasan="berkas keliru")
    send(SUKOHARJO, beda=11, Kenanga=own(KINI, 5))
    assert [k for k, *_ in findings(store, KEMBAR)] == [4]


def test_a_new_group_of_the_same_name_and_day_elsewhere_is_asked_about_once(send):
    """All groups of the little city were founded on 17 August 2015."""
    lama = KINI.shift(-1)
    send(PILANG, lama)
    ganti = {"nama": ("Seruni", "Anggrek")}
    tanda = send(SUKOHARJO, lama, beda=10, **ganti)
    (t,) = [t for t in tanda.temuan if t.jenis == DUA]
    assert (t.tingkat, t.kelompok, t.variabel) == ("periksa", "Seruni", "nama_kelompok")
    assert (
        "Kelompok dengan nama ini dan tanggal berdiri 17 Agustus 2015 juga dilaporkan "
        f"Pilang ({PILANG}-01)"
    ) in t.pesan
    tanda = send(SUKOHARJO, beda=10, **ganti)
    assert DUA not in {t.jenis for t in tanda.temuan}


def test_an_older_quarter_handed_in_again_is_recognised(store, send):
    for mundur in (2, 1):
        send(PILANG, KINI.shift(-mundur))
    lama = {n: v for n, v in own(KINI.shift(-2), 0).items() if n in BERGERAK}
    send(PILANG, Seruni=lama)
    assert [nama for _, nama, _ in findings(store, BERULANG)] == ["Seruni"]


def test_reading_everything_again_finds_the_same(store, send, reader):
    """Also though others have come since, and the period before was corrected."""
    send(PILANG, KINI.shift(-1))
    send(SUKOHARJO, KINI.shift(-1), beda=10)
    send(SUKOHARJO, beda=10)
    send(PILANG, Seruni=own(KINI, 10), Cempaka=own(KINI, 1, status="nonaktif"))
    send(SUKOHARJO, beda=10, Anggrek=own(KINI, 0))
    send(PILANG, KINI.shift(-1), beda=3)

    def semua() -> list[tuple]:
        t = gudang.snapshot(store).temuan
        t = t[~t["jenis"].isin(("kelompok_baru", "dikenali_dari_nama", "menggantikan"))]
        return sorted(
            zip(t["kiriman_id"], t["jenis"], t["sel"], t["pesan"], strict=True)
        )

    dulu = semua()
    assert {KEMBAR, "nonaktif_berkegiatan"} <= {jenis for _, jenis, *_ in dulu}
    for lama in kept(store):
        tanda = reread(store, reader, lama)
        assert not {t.jenis for t in tanda.temuan} & ISYARAT
    assert semua() == dulu


def test_what_the_coordinator_answered_is_kept_and_survives_a_rereading(
    store, send, reader
):
    send(PILANG, Cempaka=own(KINI, 0))
    ((kiriman, _, sel),) = findings(store, KEMBAR)
    t = gudang.snapshot(store).temuan
    lembar = t.loc[t["jenis"] == KEMBAR, "lembar"].item()
    jejak = gudang.fingerprint(store)
    sebut = (kiriman, KEMBAR, f"{lembar}!{sel}")
    gudang.confirm(store, *sebut, oleh="koordinator", catatan="satu bendahara")
    assert gudang.fingerprint(store) != jejak
    (baris,) = gudang.snapshot(store).alasan.itertuples()
    assert baris.alasan == "memang sama: satu bendahara"
    assert (baris.oleh, baris.dicatat_pada.date()) == ("koordinator", hari_ini())
    with pytest.raises(gudang.StoreError, match="sudah dinilai"):
        gudang.confirm(store, *sebut, oleh="koordinator")
    for lama in kept(store):
        reread(store, reader, lama)
    t = gudang.snapshot(store).temuan
    assert t.loc[t["jenis"] == KEMBAR, "alasan"].tolist() == [baris.alasan]


def test_the_same_bytes_from_two_kelurahan_are_told_to_the_coordinator(store, reader):
    """The second sender wrote another kelurahan on screen."""
    berkas = Form().put("Identitas", B4=str(KINI)).put("Kegiatan", A2=KINI.end)
    for lembar in ("Kelompok", "Keuangan", "Buku dan Langkah"):
        berkas.put(lembar, A2=None, A3=None)
    kirim = {"oleh": "petugas", "reader": reader}
    data, ubah = berkas.write(), {("Identitas", "B2"): "Sukoharjo"}
    awal = ingest(store, "a.xlsx", data, **kirim)
    lagi = ingest(store, "b.xlsx", data, bantuan=Bantuan(perbaikan=ubah), **kirim)
    assert (awal.kode_wilayah, lagi.kode_wilayah) == (WILAYAH, SUKOHARJO)
    assert (awal.keadaan, lagi.keadaan) == ("diterima", "diterima")
    kode = "berkas_sama_dua_kelurahan"
    assert kode not in {t.jenis for t in lagi.temuan}
    assert [k for k, *_ in findings(store, kode)] == [lagi.kiriman_id]
    for lama in kept(store):
        reread(store, reader, lama)
    assert [k for k, *_ in findings(store, kode)] == [lagi.kiriman_id]


# ------------------------------------------------------------------ trials
def test_a_rule_on_trial_only_counts(store, send, monkeypatch):
    """Switched on and off by one word."""
    coba = dataclasses.replace(JENIS[KEMBAR], uji_coba=True)
    monkeypatch.setitem(JENIS, KEMBAR, coba)
    send(PILANG)
    send(SUKOHARJO, Kenanga=own(KINI, 0), beda=10)
    assert findings(store, KEMBAR) == []
    u = gudang.snapshot(store).uji_coba
    jumlah = u[u["jenis"] == KEMBAR].set_index("kiriman_id")["jumlah"]
    assert jumlah.tolist() == [0, 1]


def test_a_rule_over_one_row_can_be_tried_out_too(monkeypatch):
    kode = "bagian_lebih_dari_anggota"
    monkeypatch.setitem(JENIS, kode, dataclasses.replace(JENIS[kode], uji_coba=True))
    bacaan = read(Form().put("Kelompok", N2=22).write(), "a.xlsx", hari_ini=HARI_INI)
    assert bacaan.temuan == [] and bacaan.tertahan() == set()
    assert bacaan.uji_coba == {kode: 1}
