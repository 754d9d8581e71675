"""Every figure is the sum of its cells: the ones in the senders' own workbooks.

The store is filled through the real loaders with two kelurahan of two groups each over
six quarters; one group is held once, another is mended on screen, a third falls silent.
"""

import contextlib
import datetime as dt
import io
import math
import random

import openpyxl
import pytest

from indicators import INDICATORS
from indicators.compute import compute
from indicators.contributions import by_unit, contributions, parts_of
from indicators.data import Data
from indicators.places import BY
from indicators.terms import CARA
from loaders.bantuan import Bantuan
from loaders.ingest import ingest
from loaders.reader import Reader
from store import cells, cells_many, open_store, original, snapshot
from tests import city
from tests.forms_city import KINI, PILANG, SUKOHARJO, form

SEED = 20_26
BANYAK = 100
PERIODE = [KINI.shift(-i) for i in range(5, -1, -1)]
SERUNI, CEMPAKA = f"{PILANG}-01", f"{PILANG}-02"

# How each figure stands on its cells. What is in no list is a plain sum of cells, or
# one such sum divided by another.
WEIGHTED = {
    # what came less what went, then less now
    "pertumbuhan_anggota_bersih",
    *(i for i in INDICATORS if i.startswith("pertumbuhan_")),
    # half of the stock at each end of the year
    "jasa_terhadap_pinjaman_pct", "rasio_biaya_pct", "roa_pct",
    # each member as often as there were meetings
    "kehadiran_pct",
}  # fmt: skip
COUNTED_FROM_WORDS = {
    "kelompok_pemula", "kelompok_madya", "kelompok_utama", "kelompok_mandiri",
    "kelompok_up2k", "kelompok_pra_koperasi", "kelompok_koperasi", "kelompok_nonaktif",
    "kelompok_naik", "kelompok_tetap", "kelompok_turun",
    "langkah_selesai", "langkah_selesai_pct",
}  # fmt: skip
FROM_THE_LISTS = {
    "tingkat_pelaporan_pct",
    "kelompok_tidak_lapor",
    "ketepatan_waktu_pct",
}


def told(ke: int, urut: int) -> dict:
    """What a group reports in one quarter: unlike its neighbours, rising over time."""
    return {
        "simpanan_wajib": 400_000 + 10_000 * ke + 7_000 * urut,
        "kas": 50_000 + 1_000 * ke + 300 * urut,
        "anggota_akhir": 20 + urut, "anggota_awal": 20 + urut,
        "anggota_perempuan": 15 + urut, "peminjam_aktif": 8 + urut,
        "hadir_rata_rata": 11 + urut, "shu": 60_000 + 500 * ke + urut,
        "tunggakan_1_30": 1_000 * urut, "biaya": 10_000 + 100 * ke + urut,
        "tingkat": "madya" if ke + urut > 5 else "pemula",
    }  # fmt: skip


@pytest.fixture(scope="module")
def full(tmp_path_factory):
    """The store and what counts in it."""
    s = open_store(tmp_path_factory.mktemp("asal") / "up2k.db")
    with contextlib.closing(s), Reader() as reader:
        for ke, periode in enumerate(PERIODE):
            for urut, (kode, nama) in enumerate(
                ((PILANG, ("Seruni", "Cempaka")), (SUKOHARJO, ("Kenanga", "Anggrek")))
            ):
                isi = {n: told(ke, 2 * urut + i) for i, n in enumerate(nama)}
                lapor = nama[:1] if (ke, urut) == (4, 1) else nama
                ingest(
                    s, f"{kode} {periode}.xlsx", form(kode, periode, lapor, **isi),
                    oleh="petugas", diterima=periode.end, reader=reader,
                )  # fmt: skip
        again = {n: told(5, i) for i, n in enumerate(("Seruni", "Cempaka"))}
        again["Seruni"]["kas"] = "dua juta"
        again["Cempaka"]["kas"] = 77_000
        data = form(PILANG, **again)
        letak = cells(s, CEMPAKA, str(KINI), ["simpanan_wajib"]).iloc[0]
        mends = Bantuan(perbaikan={(letak["lembar"], letak["sel"]): "999000"})
        tanda = ingest(
            s, "koreksi.xlsx", data, oleh="petugas", reader=reader, bantuan=mends
        )
        assert (tanda.n_diterima, tanda.n_tertahan) == (1, 1)
        yield s, Data.from_snapshot(snapshot(s))


@pytest.fixture(scope="module")
def written(full):
    """What stands in a cell of a sender's own workbook."""
    s, _ = full
    buku = {}

    def read(kiriman_id: int, lembar: str, sel: str):
        if kiriman_id not in buku:
            _, isi = original(s, kiriman_id)
            buku[kiriman_id] = openpyxl.load_workbook(io.BytesIO(isi), data_only=True)
        return buku[kiriman_id][lembar][sel].value

    return read


def chosen() -> list[tuple]:
    """A hundred figures by chance, always the same; every indicator among them."""
    acak = random.Random(SEED)
    id_ = [*INDICATORS, *acak.choices(list(INDICATORS), k=BANYAK - len(INDICATORS))]
    return [(i, acak.choice(BY), acak.choice(PERIODE[-2:])) for i in id_]


def test_a_hundred_figures_are_the_sum_of_their_cells(full, written):
    s, data = full
    acak, seen = random.Random(SEED), 0
    assert len(chosen()) == BANYAK
    for id_, by, periode in chosen():
        nilai = compute(INDICATORS[id_], data, periode, by)
        if len(ada := nilai.index[nilai["numerator"].notna()]):
            kode = acak.choice(list(ada))
            rows = contributions(INDICATORS[id_], data, periode, by, kode)
            tersusun = with_cells(s, rows, written)
            assert_sums(tersusun, nilai.loc[kode], (id_, by, kode, periode))
            seen += 1
    assert seen > BANYAK * 3 / 4


def with_cells(s, rows, written):
    """The rows with `terhitung`: what the cell in the workbook itself adds."""
    sel = rows[rows["variabel"] != ""]
    kunci = zip(sel["kode"], sel["periode"], strict=True)
    letak = cells_many(s, kunci, sel["variabel"].unique()).set_index(
        ["kode", "periode", "variabel"]
    )
    hasil = []
    for b in rows.itertuples():
        if not b.variabel:
            hasil.append(b.nilai * b.bobot)
            continue
        asal = letak.loc[(b.kode, b.periode, b.variabel)]
        isi = written(int(asal["kiriman_id"]), asal["lembar"], asal["sel"])
        if asal["keadaan"] == "diperbaiki":
            assert str(isi) == asal["lama"]
            isi = int(asal["baru"])
        if b.isi is None:
            hasil.append({"ya": 1, "tidak": 0}.get(isi, isi) * b.bobot)
        else:
            assert isi.casefold() == b.isi
            hasil.append(b.nilai * b.bobot)
    return rows.assign(terhitung=hasil)


def assert_sums(rows, nilai, tentang) -> None:
    for bagian, kolom in (("pembilang", "numerator"), ("penyebut", "denominator")):
        milik = rows.loc[rows["bagian"] == bagian, "terhitung"]
        if math.isnan(nilai[kolom]):
            assert milik.empty, tentang
        else:
            assert milik.sum() == pytest.approx(nilai[kolom], rel=1e-12), tentang


def test_every_indicator_stands_on_its_cells_in_a_way_that_is_said():
    assert set(CARA) == {"jumlah", "tertimbang", "hitungan", "daftar"}
    per = {
        c: {i.id for i in INDICATORS.values() if parts_of(i).cara == c} for c in CARA
    }
    assert per["tertimbang"] == WEIGHTED
    assert per["hitungan"] == COUNTED_FROM_WORDS
    assert per["daftar"] == FROM_THE_LISTS
    assert set().union(*per.values()) == set(INDICATORS)


def test_all_figures_of_the_small_city_are_the_sum_of_what_they_name():
    data = city.city()
    for i in INDICATORS.values():
        for by, kode in (
            ("kecamatan", city.KANIGARAN), ("kelompok", city.KODE["a1"]),
        ):  # fmt: skip
            nilai = compute(i, data, city.KINI, by).loc[kode]
            rows = contributions(i, data, city.KINI, by, kode)
            assert_sums(rows.assign(terhitung=rows["sumbangan"]), nilai, (i.id, by))


def test_words_count_one_each_and_the_others_nothing():
    rows = contributions(
        INDICATORS["kelompok_madya"], city.city(), city.KINI, "kota", city.KOTA
    )
    isi = {b.kode: (b.isi, b.nilai) for b in rows.itertuples()}
    # a1 and b1 are madya, a2 and c1 pemula; b2 did not report
    assert isi == {
        city.KODE["a1"]: ("madya", 1), city.KODE["b1"]: ("madya", 1),
        city.KODE["a2"]: ("pemula", 0), city.KODE["c1"]: ("pemula", 0),
    }  # fmt: skip
    assert set(rows["variabel"]) == {"tingkat"}


def test_growth_takes_the_earlier_cells_away():
    rows = contributions(
        INDICATORS["pertumbuhan_modal_pct"], city.city(), city.KINI, "kelompok",
        city.KODE["a1"],
    )  # fmt: skip
    # simpanan wajib of a1 went from 260 to 300 thousand
    wajib = rows[rows["variabel"] == "simpanan_wajib"]
    assert sorted(wajib[["bagian", "periode", "sumbangan"]].values.tolist()) == [
        ["pembilang", "2026-T2", -260_000],
        ["pembilang", "2026-T3", 300_000],
        ["penyebut", "2026-T2", 260_000],
    ]


def test_a_year_counts_four_quarters_and_half_of_each_end():
    rows = contributions(
        INDICATORS["jasa_terhadap_pinjaman_pct"], city.city(), city.KINI, "kelompok",
        city.KODE["a1"],
    )  # fmt: skip
    atas = rows[rows["bagian"] == "pembilang"]
    assert atas["nilai"].tolist() == [35_000, 30_000, 25_000, 20_000]
    bawah = rows[rows["bagian"] == "penyebut"]
    assert bawah[["periode", "nilai", "bobot"]].values.tolist() == [
        ["2026-T3", 800_000, 0.5],
        ["2025-T3", 500_000, 0.5],
    ]


def test_who_adds_how_much():
    rows = contributions(
        INDICATORS["rasio_tunggakan_pct"], city.city(), city.KINI, "kecamatan",
        city.KANIGARAN,
    )  # fmt: skip
    # overdue of loans out: b1 140 of 1.000, a1 60 of 800, a2 nothing of 200 thousand
    assert by_unit(rows).reset_index().values.tolist() == [
        [city.KODE["b1"], 140_000, 1_000_000],
        [city.KODE["a1"], 60_000, 800_000],
        [city.KODE["a2"], 0, 200_000],
    ]


def test_a_figure_that_nobody_reported_has_no_cells():
    rows = contributions(
        INDICATORS["anggota"], city.city(), city.KINI, "kelurahan", "35.74.03.1004"
    )
    assert rows.empty
    assert by_unit(rows).empty


def test_a_place_that_there_is_not_is_no_figure():
    with pytest.raises(KeyError):
        contributions(INDICATORS["anggota"], city.city(), city.KINI, "kota", "35.75")


def test_a_held_group_keeps_its_older_cell_and_a_mended_cell_says_both(full):
    s, _ = full
    letak = cells_many(
        s, [(SERUNI, str(KINI)), (CEMPAKA, str(KINI))], ["kas", "simpanan_wajib"]
    ).set_index(["kode", "variabel"])
    held = letak.loc[(SERUNI, "kas")]
    assert (held["keadaan"], held["nilai"]) == ("tertahan", told(5, 0)["kas"])
    assert held["nama_berkas"] == f"{PILANG} {KINI}.xlsx"
    new = letak.loc[(CEMPAKA, "kas")]
    assert (new["keadaan"], new["nilai"]) == ("diterima", 77_000)
    assert (new["nama_berkas"], new["layout"]) == ("koreksi.xlsx", "formulir_up2k")
    mended = letak.loc[(CEMPAKA, "simpanan_wajib")]
    assert (mended["keadaan"], mended["nilai"]) == ("diperbaiki", 999_000)
    assert (mended["lama"], mended["baru"]) == (
        str(told(5, 1)["simpanan_wajib"]),
        "999000",
    )


def test_many_cells_are_those_found_one_by_one(full):
    s, data = full
    nama = ["kas", "tingkat", "langkah:akta_notaris", "rw"]
    kunci = list(zip(data.posisi["kode_kelompok"], data.posisi["periode"], strict=True))
    banyak = cells_many(s, kunci, nama).set_index(["kode", "periode"])
    for kode, periode in kunci[::5]:
        satu = cells(s, kode, periode, nama)
        sama = banyak.loc[[(kode, periode)], list(satu.columns)]
        assert sama.values.tolist() == satu.values.tolist()
    assert cells_many(s, [], nama).empty


def test_cells_of_a_past_day_are_those_that_counted_then(full):
    s, _ = full
    kini = cells(s, CEMPAKA, str(KINI), ["kas"]).iloc[0]
    dulu = cells(s, CEMPAKA, str(KINI), ["kas"], KINI.end).iloc[0]
    assert (kini["nilai"], kini["nama_berkas"]) == (77_000, "koreksi.xlsx")
    assert (dulu["nilai"], dulu["nama_berkas"]) == (
        told(5, 1)["kas"], f"{PILANG} {KINI}.xlsx",
    )  # fmt: skip
    sebelum = KINI.end - dt.timedelta(days=1)
    assert cells(s, CEMPAKA, str(KINI), ["kas"], sebelum).empty
