"""What counted at the end of a day stays what it was, whatever happens afterwards."""

import dataclasses

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from indicators import INDICATORS
from indicators.compute import compute
from indicators.data import Data
from reports.exports import Keterangan, Kolom, to_csv
from reports.exports_xlsx import to_xlsx
from store import cells_many, open_store, snapshot
from store.frames import Snapshot
from store.revisions import ANGKA, PERISTIWA, revisions
from tests.forms_city import JATI, KINI, PILANG, SUKOHARJO
from tests.past_office import (
    ANGGREK,
    CEMPAKA,
    HARI,
    KAS_BARU,
    KENANGA,
    SERUNI,
    since,
    then,
)

FRAMES = [f.name for f in dataclasses.fields(Snapshot)]
DAHLIA = f"{JATI}-01"


@pytest.fixture(scope="module")
def stores(tmp_path_factory):
    """The store of that day, and the same one now."""
    dulu = then(tmp_path_factory.mktemp("dulu"))
    nanti = since(dulu, tmp_path_factory.mktemp("nanti"))
    with_ = [open_store(p) for p in (dulu, nanti)]
    yield with_
    for s in with_:
        s.close()


@pytest.fixture(scope="module")
def snapshots(stores):
    """On that day; that day seen from now; and now."""
    dulu, nanti = stores
    return snapshot(dulu), snapshot(nanti, HARI), snapshot(nanti)


def test_so_much_happened_since(snapshots):
    _, _, kini = snapshots
    modal = compute(INDICATORS["modal_up2k"], Data.from_snapshot(kini), KINI, "kota")
    # 1.000.000 + 1.000.000 + 200.000 of Seruni, Cempaka and Dahlia
    assert modal["value"].tolist() == [6_600_000]


@pytest.mark.parametrize("nama", FRAMES)
def test_a_past_day_is_read_as_it_was(snapshots, nama):
    dulu, nanti, _ = snapshots
    satu, dua = getattr(nanti, nama), getattr(dulu, nama)
    if isinstance(satu, pd.DataFrame):
        assert_frame_equal(satu, dua)
    elif nama == "daftar":
        assert list(satu) == list(dua)
        for daftar in satu:
            assert_frame_equal(satu[daftar], dua[daftar])
    else:
        assert satu == dua


def test_every_value_of_a_past_day_is_what_it_was(snapshots):
    dulu, nanti = (Data.from_snapshot(s) for s in snapshots[:2])
    modal = compute(INDICATORS["modal_up2k"], nanti, KINI, "kota")
    assert modal["value"].tolist() == [8_800_000]
    for i in INDICATORS.values():
        assert_frame_equal(compute(i, nanti, KINI, "kelurahan"),
                           compute(i, dulu, KINI, "kelurahan"))  # fmt: skip


def test_the_cells_of_a_past_day_are_those_that_counted(stores, snapshots):
    dulu, nanti = stores
    p = snapshots[0].posisi
    kunci = list(zip(p["kode_kelompok"], p["periode"], strict=True))
    nama = ["kas", "tingkat", "langkah:akta_notaris"]
    lama = cells_many(dulu, kunci, nama)
    assert len(lama) == len(kunci) * len(nama)
    assert_frame_equal(cells_many(nanti, kunci, nama, HARI), lama)


def test_the_same_table_of_the_same_day_is_the_same_file(snapshots):
    kolom = {"kode_kelompok": Kolom("Kode"), "kas": Kolom("Kas", "Rp")}
    isi = [
        (s.posisi, "Kas", kolom, Keterangan(periode=KINI.label, pada=HARI))
        for s in snapshots[:2]
    ]
    for tulis in (to_csv, to_xlsx):
        dulu, nanti = (tulis(*satu) for satu in isi)
        assert dulu == nanti
    assert f"# Seperti diketahui pada: {HARI.day} " in to_csv(*isi[0]).decode()


@pytest.fixture(scope="module")
def changed(snapshots):
    """What is different now."""
    _, nanti, kini = snapshots
    return revisions(nanti, kini)


def test_a_correction_is_listed_with_both_values(changed):
    satu = changed.angka.set_index("kode").loc[[CEMPAKA]]
    assert satu[["periode", "variabel", "dulu", "kini", "sebab"]].values.tolist() == [
        [str(KINI), "kas", 100_000, KAS_BARU, "diganti"]
    ]
    # three quarters of two kelurahan, then Jati, then the correction
    assert satu[["kiriman_dulu", "kiriman_kini"]].values.tolist() == [[5, 8]]


def test_a_held_group_and_a_second_reading_change_nothing(changed):
    assert SERUNI not in set(changed.angka["kode"])
    assert "dibaca_ulang" not in set(changed.angka["sebab"])


def test_what_was_undone_counts_no_more(changed):
    batal = changed.angka[changed.angka["sebab"] == "dibatalkan"]
    assert set(batal["kode"]) == {KENANGA, ANGGREK, SUKOHARJO}
    assert set(batal["periode"]) == {str(KINI)}
    assert batal["kini"].isna().all()
    assert batal["kiriman_kini"].isna().all()
    kas = batal[batal["variabel"] == "kas"]
    assert kas["dulu"].tolist() == [100_000, 100_000]
    langkah = batal[batal["variabel"] == "langkah:akta_notaris"]
    assert langkah["dulu"].tolist() == ["belum", "belum"]
    poksus = batal[batal["variabel"] == "pengurus_poksus_orang"]
    assert poksus[["kode", "dulu"]].values.tolist() == [[SUKOHARJO, 3]]


def test_a_late_report_is_no_revision_but_is_told(changed):
    assert changed.laporan[["kode", "periode", "kiriman_kini"]].values.tolist() == [
        [DAHLIA, str(KINI), 7]
    ]
    assert not changed.angka["kode"].str.startswith(JATI).any()


def test_groups_that_appeared_and_closed_are_told(changed):
    assert changed.kelompok.values.tolist() == [[DAHLIA, "muncul"], [KENANGA, "tutup"]]
    assert set(changed.kelompok["peristiwa"]) <= set(PERISTIWA)


def test_nothing_changed_between_a_day_and_itself(snapshots):
    r = revisions(snapshots[2], snapshots[2])
    assert r.angka.empty and r.laporan.empty and r.kelompok.empty
    assert r.angka.dtypes.astype(str).to_dict() == changed_types()


def test_before_the_first_report_everything_came_since(stores):
    _, nanti = stores
    r = revisions(snapshot(nanti, pd.Timestamp("2001-01-01").date()), snapshot(nanti))
    assert r.angka.empty
    # Pilang three quarters, Sukoharjo the two that were not undone, two groups each;
    # and Dahlia once
    assert len(r.laporan) == 3 * 2 + 2 * 2 + 1


def changed_types() -> dict[str, str]:
    kosong = pd.DataFrame({k: pd.Series(dtype=v) for k, v in ANGKA.items()})
    return kosong.dtypes.astype(str).to_dict()


def test_a_value_that_does_not_apply_any_more_is_told(snapshots):
    kini = snapshots[2]
    posisi = kini.posisi.copy()
    satu = posisi["kode_kelompok"].eq(CEMPAKA) & posisi["periode"].eq(str(KINI))
    posisi.loc[satu, "kas"] = pd.NA
    posisi.loc[satu, "pembacaan_id"] += 1000
    posisi.loc[satu, "tidak_berlaku"] = pd.Series(
        [frozenset({"kas"})], index=posisi.index[satu]
    )
    r = revisions(kini, dataclasses.replace(kini, posisi=posisi))
    assert r.angka[["kode", "dulu", "kini"]].values.tolist() == [
        [CEMPAKA, KAS_BARU, "tidak berlaku"]
    ]
    assert {PILANG} == set(r.angka["kode"].str.partition("-")[0])
