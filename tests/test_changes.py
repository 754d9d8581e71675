"""What storing a file would change is said before; whole columns are held against
what they and the others were."""

import datetime as dt

import pytest

import store as gudang
from checks.bergeser import moved
from checks.bukti import digits
from checks.tertukar import look_alikes
from checks.urutan import reordered
from loaders.assess import Dinilai, Penilaian
from loaders.bacaan import Bacaan, BarisKelompok, BarisLangkah
from loaders.changes import Berubah, changes, written
from loaders.ingest import ingest
from loaders.reader import Reader
from loaders.receipt import as_text
from store.reported import Reported
from tests.forms_city import KINI, PERIODE, PILANG, form

SERUNI, CEMPAKA = f"{PILANG}-01", f"{PILANG}-02"
LALU = PERIODE[1]


def group(nama: str, kode: str = "", langkah: tuple = (), **nilai) -> BarisKelompok:
    return BarisKelompok(kode, nama, nilai, langkah=list(langkah))


def judged(*isi: tuple[BarisKelompok, str | None], **lain) -> Penilaian:
    return Penilaian([Dinilai(g, k, tertahan=False) for g, k in isi], **lain)


def reading(**lain) -> Bacaan:
    return Bacaan(kode_wilayah=PILANG, periode=str(KINI), **lain)


def stored(**nilai) -> Reported:
    return Reported(kelompok={SERUNI: {"nama_kelompok": "Seruni", **nilai}})


def test_a_first_report_only_brings_new_groups():
    p = changes(reading(), judged((group("Seruni"), None)), Reported(), Reported())
    assert p.kelompok_baru == ("Seruni",)
    assert (p.berubah, p.mengejutkan) == ((), False)


def test_a_changed_value_is_told_as_it_was_and_as_it_becomes():
    baru = group("Seruni", SERUNI, kas=250_000, anggota_akhir=20)
    lama = stored(kas=100_000, anggota_akhir=20)
    p = changes(reading(), judged((baru, SERUNI)), lama, Reported())
    assert p.berubah == (Berubah("Seruni", "Kas", "Rp 100.000", "Rp 250.000"),)
    assert not p.mengejutkan


def test_equal_groups_are_counted_and_change_nothing():
    baru = group("Seruni", SERUNI, kas=100_000)
    p = changes(reading(), judged((baru, SERUNI)), stored(kas=100_000), Reported())
    assert (p.sama, bool(p)) == (1, False)


@pytest.mark.parametrize(
    ("lama", "baru", "besar"),
    [
        (100_000, 1_000_000, True),
        (100_000, 999_999, False),
        (100_000, 10_000, True),
        (100_000, None, True),
        (None, 100_000, False),
        (0, 100_000, False),
    ],
)
def test_ten_times_as_much_or_nothing_at_all_is_worth_a_look(lama, baru, besar):
    g = group("Seruni", SERUNI, kas=baru, anggota_akhir=20)
    dulu = stored(kas=lama, anggota_akhir=20)
    p = changes(reading(), judged((g, SERUNI)), dulu, Reported())
    assert ([b.besar for b in p.berubah], p.mengejutkan) == ([besar], besar)


def test_a_group_whose_numbers_are_all_gone_is_named_once():
    g = group("Seruni", SERUNI, kas=None, anggota_akhir=None, status="aktif")
    dulu = stored(kas=100_000, anggota_akhir=20, status="aktif")
    p = changes(reading(), judged((g, SERUNI)), dulu, Reported())
    assert (p.menjadi_kosong, p.berubah) == (("Seruni",), ())
    assert p.mengejutkan


def test_a_held_group_changes_nothing():
    tahan = Penilaian([Dinilai(group("Seruni", SERUNI, kas=1), SERUNI, tertahan=True)])
    p = changes(reading(), tahan, stored(kas=100_000), Reported())
    assert not p


def test_steps_and_the_kelurahan_and_its_activities_change_too():
    g = group("Seruni", SERUNI, (BarisLangkah("penyuluhan", "selesai", None, None),))
    kini = Reported(
        kelompok={SERUNI: {"nama_kelompok": "Seruni"}},
        langkah={SERUNI: {"penyuluhan": "belum"}},
        kelurahan={"usaha_perorangan": 4, "poksus_ada": True},
        kegiatan=2,
    )
    bacaan = reading(kelurahan={"usaha_perorangan": 5, "poksus_ada": True})
    p = changes(bacaan, judged((g, SERUNI)), kini, Reported())
    assert [(b.pelapor, b.lama, b.baru, b.besar) for b in p.berubah] == [
        ("Seruni", "belum", "selesai", False),
        ("Pilang", "4 usaha", "5 usaha", False),
        ("Pilang", "2 kegiatan", "0 kegiatan", True),
    ]


@pytest.mark.parametrize(
    ("nama", "nilai", "kata"),
    [
        ("tanggal_berdiri", dt.date(2015, 8, 17), "17 Agustus 2015"),
        ("hadir_rata_rata", 15.5, "15,5 orang"),
        ("poksus_ada", False, "tidak"),
        ("bidang_usaha", "kue", "kue"),
        ("kas", 0, "Rp 0"),
    ],
)
def test_values_are_written_for_people(nama, nilai, kata):
    assert written(nama, nilai) == kata


# --- columns that changed places


def rows(**kolom: list) -> list[dict]:
    return [
        dict(zip(kolom, isi, strict=True)) for isi in zip(*kolom.values(), strict=True)
    ]


def test_two_columns_that_changed_places_are_seen_though_values_moved_on():
    lalu = rows(kas=[100_000, 80_000, 150_000], pinjaman_beredar=[2e6, 1.7e6, 2.4e6])
    kini = rows(pinjaman_beredar=[110_000, 90_000, 140_000], kas=[2.1e6, 1.8e6, 2.3e6])
    (satu,) = look_alikes(kini, lalu)
    assert (satu.variabel, satu.mirip, satu.timbal_balik) == (
        "kas", "pinjaman_beredar", True,
    )  # fmt: skip


def test_a_column_pasted_over_another_is_seen_as_well():
    lalu = rows(kas=[100_000, 80_000, 150_000], pinjaman_beredar=[2e6, 1.7e6, 2.4e6])
    kini = rows(kas=[2e6, 1.7e6, 2.4e6], pinjaman_beredar=[2.1e6, 1.8e6, 2.5e6])
    (satu,) = look_alikes(kini, lalu)
    assert (satu.variabel, satu.mirip, satu.timbal_balik) == (
        "kas", "pinjaman_beredar", False,
    )  # fmt: skip


@pytest.mark.parametrize(
    "kini",
    [
        # all grew alike
        rows(kas=[200_000, 160_000, 300_000], pinjaman_beredar=[4e6, 3.4e6, 4.8e6]),
        # one group alone moved its cash to its borrowers
        rows(kas=[2e6, 80_000, 150_000], pinjaman_beredar=[100_000, 1.7e6, 2.4e6]),
        # much more cash than before, but like no other column
        rows(kas=[600_000, 480_000, 900_000], pinjaman_beredar=[2e6, 1.7e6, 2.4e6]),
        # not reported
        rows(kas=[None, None, None], pinjaman_beredar=[2e6, 1.7e6, 2.4e6]),
    ],
)
def test_what_changes_by_nature_is_no_swap(kini):
    lalu = rows(kas=[100_000, 80_000, 150_000], pinjaman_beredar=[2e6, 1.7e6, 2.4e6])
    assert look_alikes(kini, lalu) == []


def test_one_group_is_believed_only_when_its_numbers_are_particular():
    lalu = rows(kas=[100_000], persediaan=[2_000_000])
    assert look_alikes(rows(kas=[2_000_000], persediaan=[100_000]), lalu) == []
    lalu = rows(kas=[103_500], persediaan=[2_117_000])
    assert len(look_alikes(rows(kas=[2_117_000], persediaan=[103_500]), lalu)) == 1


def test_columns_of_different_units_are_never_held_together():
    lalu = rows(anggota_akhir=[20, 31, 44], kas=[100, 100, 100])
    kini = rows(anggota_akhir=[100, 100, 100], kas=[20, 31, 44])
    assert look_alikes(kini, lalu) == []


# --- columns that were sorted or slid


def test_eighty_groups_of_which_one_column_was_sorted():
    # 80 different savings that in the order of the sheet go up and down
    simpanan = [300_000 + 7_300 * (n * 37 % 80) for n in range(80)]
    lalu = rows(simpanan_wajib=simpanan, kas=[90_000] * 80)
    kini = rows(simpanan_wajib=sorted(simpanan), kas=[95_000] * 80)
    (satu,) = moved(kini, lalu)
    assert satu.variabel == ("simpanan_wajib",)
    # the smallest, of the first group, stays; the second smallest was number 13's
    assert 0 not in satu.asal
    assert satu.asal[1] == 13


def test_names_that_were_sorted_alone_move_all_columns_alike():
    lalu = rows(
        simpanan_wajib=[810_000, 425_000, 633_000], kas=[21_500, 87_250, 43_100]
    )
    kini = [lalu[1], lalu[2], lalu[0]]
    (satu,) = moved(kini, lalu)
    assert set(satu.variabel) == {"simpanan_wajib", "kas"}
    assert satu.asal == {0: 1, 1: 2, 2: 0}


def test_a_column_slid_down_by_one_cell_is_seen():
    lama = [125_000, 731_500, 2_450_000, 318_200]
    (satu,) = moved(rows(kas=[0, *lama[:3]]), rows(kas=lama))
    assert satu.asal == {1: 0, 2: 1, 3: 2}


@pytest.mark.parametrize(
    "kini",
    [
        [125_000, 731_500, 2_450_000],  # as it was
        [140_000, 735_000, 2_400_000],  # moved on
        [731_500, 800_000, 2_450_000],  # one coincidence
        [None, None, 125_000],
    ],
)
def test_what_stands_in_its_own_row_did_not_move(kini):
    assert moved(rows(kas=kini), rows(kas=[125_000, 731_500, 2_450_000])) == []


def test_round_numbers_that_change_places_are_chance():
    lalu = rows(pinjaman_disalurkan=[500_000, 1_000_000])
    assert moved(rows(pinjaman_disalurkan=[1_000_000, 500_000]), lalu) == []
    assert digits([1_000_000, 500_000]) == 2


def test_an_order_is_seen_though_every_value_moved_on():
    lama = [500_000, 90_000, 2_000_000, 250_000, 1_000_000, 40_000]
    naik = [n * 21 // 20 for n in lama]
    assert reordered(naik, lama) == {}
    assert reordered(sorted(naik), lama) == {0: 5, 2: 3, 3: 0, 5: 2}
    assert reordered([10_000, *naik[:-1]], lama) == {1: 0, 2: 1, 3: 2, 4: 3, 5: 4}


# --- all of it, through a real form and the store


@pytest.fixture(scope="module")
def reader():
    with Reader() as satu:
        yield satu


@pytest.fixture
def check(store, reader):
    """Pilang reported last quarter; look at its form of this one."""
    ingest(store, "lalu.xlsx", form(PILANG, LALU), oleh="a", reader=reader)

    def lihat(data: bytes, **lain):
        isi = {"oleh": "a", "reader": reader, "simpan": False, **lain}
        return ingest(store, "pilang.xlsx", data, **isi)

    return lihat


def test_the_receipt_of_a_checked_file_says_what_would_change(store, check):
    awal = check(form(PILANG, kelompok=("Seruni", "Anyelir")))
    assert awal.perubahan.kelompok_baru == ("Anyelir",)
    assert awal.perubahan.hilang == ("Cempaka",)
    check(form(PILANG), simpan=True)
    koreksi = check(form(PILANG, Seruni={"omzet_usaha": 40_000_000}))
    assert koreksi.perubahan.berubah == (
        Berubah("Seruni", "Omzet usaha anggota", "Rp 3.000.000", "Rp 40.000.000", True),
    )
    assert koreksi.perubahan.sama == 1
    assert "Seruni, Omzet usaha anggota: Rp 3.000.000 → Rp 40.000.000" in as_text(
        koreksi
    )
    assert len(gudang.snapshot(store).posisi) == 4


def test_swapped_columns_are_asked_about_in_their_cells(check):
    # last quarter both had kas 100.000 and pinjaman_beredar 2.000.000
    tukar = {"kas": 2_100_000, "pinjaman_beredar": 100_000}
    tanda = check(form(PILANG, Seruni=tukar, Cempaka=tukar))
    (t,) = [t for t in tanda.temuan if t.jenis == "kolom_tertukar"]
    assert (t.lembar, t.sel, t.sel_lain) == ("Keuangan", "R6", ("R7",))
    assert (
        f"nilai kolom Kas mirip kolom Pinjaman beredar pada {LALU.label}, dan "
        "sebaliknya; apakah kolomnya tertukar? " in t.pesan
    )


def test_rows_that_moved_are_asked_about_once(check):
    # savings of 810.000 and 423.000, and no other value, change places
    lalu = form(
        PILANG, LALU, Seruni={"simpanan_sukarela": 813_700},
        Cempaka={"simpanan_sukarela": 423_100},
    )  # fmt: skip
    check(lalu, simpan=True)
    kini = form(
        PILANG, Seruni={"simpanan_sukarela": 423_100},
        Cempaka={"simpanan_sukarela": 813_700},
    )  # fmt: skip
    (t,) = [t for t in check(kini).temuan if t.jenis == "kolom_bergeser"]
    assert t.variabel == "simpanan_sukarela"
    assert f"isian Seruni kini seperti isian Cempaka pada {LALU.label}" in t.pesan
