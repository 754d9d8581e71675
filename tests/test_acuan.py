"""The rules and assumptions that the product brings along, and what is in force."""

import datetime as dt
from collections import defaultdict

import pytest

from reference.acuan import (
    FOLDER,
    JENIS,
    TETAP,
    Acuan,
    Butir,
    Kolom,
    bawaan,
    daftar,
)
from reference.acuan_beda import changes, mark, summary, written

BUTIR = bawaan().butir
HARI = dt.date(2026, 11, 24)


def name(b: Butir) -> str:
    return f"{b.daftar}/{b.kode}/{b.berlaku_sejak}"


def test_every_file_is_a_list():
    assert set(daftar()) == {p.stem for p in FOLDER.glob("*.toml")}
    assert all(d.judul and d.keterangan for d in daftar().values())
    judul = [d.judul for d in daftar().values()]
    assert len(set(judul)) == len(judul)


@pytest.mark.parametrize("d", daftar().values(), ids=lambda d: d.nama)
def test_columns_are_of_a_known_kind_and_named_once(d):
    assert {k.jenis for k in d.kolom} <= set(JENIS)
    assert not {k.nama for k in d.kolom} & set(TETAP)
    label = [k.label for k in d.kolom]
    assert len(set(label)) == len(label)
    assert all(k.pilihan for k in d.kolom if k.jenis == "pilihan")


@pytest.mark.parametrize("b", BUTIR, ids=name)
def test_every_entry_fits_its_columns_and_says_who_says_so(b):
    kolom = daftar()[b.daftar].kolom
    assert set(b.isi) <= {k.nama for k in kolom}
    assert {k.nama: s for k in kolom if (s := k.fault(b[k.nama]))} == {}
    assert b.label and b.ditetapkan_oleh
    assert b.sumber or b.usulan
    if "belum ada sumber" in b.sumber.casefold():
        assert b.usulan
    assert b.ketelitian in ("hari", "tahun")
    assert not b.dicabut


def test_entries_of_one_kode_do_not_overlap():
    per = defaultdict(list)
    for b in BUTIR:
        per[b.daftar, b.kode].append(b)
    for semua in per.values():
        urut = sorted(semua, key=lambda b: b.berlaku_sejak or dt.date.min)
        for a, b in zip(urut, urut[1:], strict=False):
            assert b.berlaku_sejak is not None, name(b)
            assert a.berlaku_sampai is not None, name(a)
            assert a.berlaku_sampai < b.berlaku_sejak, name(b)
        for b in semua:
            if b.berlaku_sejak and b.berlaku_sampai:
                assert b.berlaku_sejak <= b.berlaku_sampai, name(b)


@pytest.mark.parametrize("b", BUTIR, ids=name)
def test_what_refers_to_other_entries_finds_them(b):
    for k in daftar()[b.daftar].kolom:
        if not k.rujuk or not b[k.nama]:
            continue
        dikenal = {x.kode for x in BUTIR if x.daftar in k.rujuk}
        disebut = {t.strip() for t in str(b[k.nama]).split(";") if t.strip()}
        assert disebut <= dikenal, name(b)


def test_founders_were_twenty_and_are_nine():
    batas = {
        hari: bawaan().pada("pendiri", hari)["pendiri_primer"]["batas_orang"]
        for hari in (dt.date(2020, 11, 1), dt.date(2020, 11, 2), HARI)
    }
    assert list(batas.values()) == [20, 9, 9]
    assert bawaan().pada("pendiri", dt.date(1990, 1, 1)) == {}


def entry(nilai, sejak=None, sampai=None, **lain) -> Butir:
    isi = {"nilai": nilai}
    return Butir("x", "a", "A", isi, "", True, "Pokja II", sejak, sampai, **lain)


def test_what_began_later_counts_and_then_what_was_sent_in_later():
    satu, dua = dt.date(2026, 1, 1), dt.date(2026, 6, 1)
    acuan = Acuan((entry(1), entry(2, satu), entry(3, dua, dt.date(2026, 6, 30))))
    hari = (dt.date(2025, 1, 1), satu, dua, dt.date(2026, 7, 1))
    assert [acuan.pada("x", h)["a"]["nilai"] for h in hari] == [1, 2, 3, 2]
    baru = acuan.plus([entry(4, satu)])
    assert baru.pada("x", satu)["a"]["nilai"] == 4
    assert len(baru.butir) == 3


def test_what_was_taken_out_counts_nowhere():
    acuan = Acuan((entry(1),)).plus([entry(1, dicabut=True)])
    assert acuan.pada("x", HARI) == {}
    assert acuan.entries("x") == []


def test_an_entry_ends_the_day_before_the_next_one_without_end():
    satu, dua = dt.date(2026, 1, 1), dt.date(2026, 6, 1)
    a, b, c = entry(1), entry(2, satu), entry(3, dua, dt.date(2026, 6, 30))
    acuan = Acuan((a, b, c))
    assert acuan.last_day(a) == dt.date(2025, 12, 31)
    assert acuan.last_day(b) is None
    assert acuan.last_day(c) == dt.date(2026, 6, 30)


@pytest.mark.parametrize(
    ("kolom", "nilai", "sebab"),
    [
        (Kolom("a", "A", "bagian"), 1.2, "tidak boleh lebih dari 1"),
        (Kolom("a", "A", "angka", min=1), 0, "tidak boleh kurang dari 1"),
        (Kolom("a", "A", "angka"), "dua", "harus berupa angka"),
        (Kolom("a", "A", "angka"), True, "harus berupa angka"),
        (Kolom("a", "A", "angka"), float("nan"), "harus berupa angka"),
        (Kolom("a", "A", "angka"), float("inf"), "harus berupa angka"),
        (Kolom("a", "A", "rupiah"), 1.5, "harus rupiah bulat"),
        (Kolom("a", "A", "rupiah"), float("inf"), "harus berupa angka"),
        (Kolom("a", "A", "ya_tidak"), 1, "harus ya atau tidak"),
        (Kolom("a", "A", "pilihan", pilihan=("x",)), "z", "harus salah satu dari: x"),
        (Kolom("a", "A", "teks"), None, "belum diisi"),
        (Kolom("a", "A", "teks", wajib=False), None, None),
        (Kolom("a", "A", "bagian"), 0.5, None),
    ],
)  # fmt: skip
def test_what_does_not_fit_a_column_is_told(kolom, nilai, sebab):
    assert kolom.fault(nilai) == sebab


def test_a_mark_is_the_same_exactly_when_an_entry_says_the_same():
    satu = entry(2)
    assert mark(satu) == mark(entry(2.0))
    assert mark(satu) != mark(entry(3))
    assert mark(satu) != mark(entry(2, HARI))
    assert len({mark(b) for b in BUTIR}) == len(BUTIR)


def test_a_new_entry_is_told_as_new():
    lama = bawaan().pada("rencana", HARI)["pagu"]
    baru = Butir("rencana", "lain", "Lain", lama.isi, "", True, "Pokja II", HARI)
    (beda,) = changes(bawaan(), [baru])
    assert (beda.lama, beda.sejak) == ("tidak ada", HARI)
    assert summary(lama) == "Nilai: Rp 25.000.000"


def test_numbers_are_written_the_indonesian_way():
    kolom = Kolom("a", "A", "angka", satuan="hari")
    assert [written(kolom, n) for n in (1500, 1.5, 1.25, None)] == [
        "1.500 hari",
        "1,5 hari",
        "1,25 hari",
        "kosong",
    ]
