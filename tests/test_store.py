"""The store on both databases: append-only, superseding, as of, registry, lineage."""

import contextlib
import datetime as dt
import hashlib
import subprocess
import sys

import pytest
from sqlalchemy import BigInteger, Column, text
from sqlalchemy.exc import DBAPIError

import store as gudang
from reference.tulisan import WIB
from store.__main__ import main
from store.context import closed_since, registry
from store.earlier import codes_given
from store.frames import (
    KEGIATAN,
    KELOMPOK,
    KELURAHAN,
    KIRIMAN,
    LANGKAH,
    PERIODE,
    POSISI,
    TEMUAN,
    Snapshot,
)
from store.schema import note
from store.tables import metadata
from store.writing import (
    NewReading,
    NewSubmission,
    add_reading,
    add_submission,
    register_groups,
)

KULON = "35.74.04.1006"
WETAN = "35.74.04.1004"


def at(hari: str, jam: int = 9) -> dt.datetime:
    return dt.datetime.combine(dt.date.fromisoformat(hari), dt.time(jam), WIB)


def row(kode, kas=None, keadaan="diterima", **lain):
    isi = {
        "kode_tertulis": kode or "",
        "catatan": "",
        "tidak_berlaku": "",
        "baris": "{}",
    }
    return {**isi, "kode_kelompok": kode, "keadaan": keadaan, "kas": kas, **lain}


def reading(rows, *, hari="2026-10-05", keadaan="diterima", **lain) -> NewReading:
    return NewReading(
        **{
            "dibaca_pada": at(hari),
            "layout": "formulir_up2k",
            "versi": 1,
            "kode_wilayah": KULON,
            "periode": "2026-T3",
            "keadaan": keadaan,
            "posisi": rows,
            **lain,
        }
    )


def submission(nama="a.xlsx", hari="2026-10-05", isi=b"PK bytes", **lain):
    sha = hashlib.sha256(isi or nama.encode()).hexdigest()
    return NewSubmission(
        **{
            "nama_berkas": nama,
            "nama_disimpan": nama,
            "ukuran": len(isi or b""),
            "sha256_diterima": sha,
            "sha256_disimpan": sha if isi is not None else None,
            "isi": isi,
            "diterima_pada": at(hari),
            "oleh": "petugas",
            **lain,
        }
    )


def submit(store, rows, *, hari="2026-10-05", keadaan="diterima", **lain) -> int:
    """One submission with one reading of Kebonsari Kulon, 2026-T3."""
    with gudang.write(store) as conn:
        nomor = add_submission(conn, submission(f"{hari}.xlsx", hari))
        add_reading(conn, nomor, reading(rows, hari=hari, keadaan=keadaan, **lain))
    return nomor


@pytest.fixture
def city(store):
    """A store where Kebonsari Kulon has groups -01 and -02, first named on 1 July."""
    with gudang.write(store) as conn:
        nomor = add_submission(conn, submission("awal.xlsx", "2026-07-01"))
        kode = register_groups(conn, nomor, KULON, 2)
        rows = [
            row(kode[0], 100, nama_kelompok="Melati", anggota_akhir=12),
            row(kode[1], 200, nama_kelompok="Mawar", anggota_akhir=8),
        ]
        add_reading(conn, nomor, reading(rows, hari="2026-07-01", periode="2026-T2"))
    return store


ONE, TWO = f"{KULON}-01", f"{KULON}-02"


def kas(snap: Snapshot, periode="2026-T3") -> dict:
    p = snap.posisi[snap.posisi["periode"] == periode]
    return dict(zip(p["kode_kelompok"], p["kas"], strict=True))


def test_an_empty_store_gives_every_frame_with_its_types(store):
    snap = gudang.snapshot(store)
    for nama, kolom in {
        "posisi": POSISI,
        "kelurahan": KELURAHAN,
        "langkah": LANGKAH,
        "kegiatan": KEGIATAN,
        "kelompok": KELOMPOK,
        "kiriman": KIRIMAN,
        "temuan": TEMUAN,
        "periode": PERIODE,
    }.items():
        frame = getattr(snap, nama)
        assert frame.empty
        assert {k: str(t) for k, t in frame.dtypes.items()} == {
            k: str(t) for k, t in kolom.items()
        }


def test_types_are_the_same_when_there_are_rows(city):
    submit(
        city,
        [
            row(
                ONE,
                10**10,
                nama_kelompok="Melati",
                hadir_rata_rata=12.5,
                tanggal_berdiri=dt.date(2015, 8, 17),
                buku_kas=2,
                tidak_berlaku="persediaan aset_lain",
            )
        ],
        kelurahan={"catatan": "", "tidak_berlaku": "", "sel": "{}", "poksus_ada": True},
    )
    snap = gudang.snapshot(city)
    assert {k: str(t) for k, t in snap.posisi.dtypes.items()} == {
        k: str(t) for k, t in POSISI.items()
    }
    baris = snap.posisi.set_index(["kode_kelompok", "periode"]).loc[(ONE, "2026-T3")]
    assert baris["kas"] == 10_000_000_000
    assert baris["hadir_rata_rata"] == 12.5
    assert baris["tanggal_berdiri"].date() == dt.date(2015, 8, 17)
    assert baris["tidak_berlaku"] == frozenset({"persediaan", "aset_lain"})
    assert baris["kode_kecamatan"] == "35.74.04"
    assert baris["diterima_pada"].isoformat() == "2026-10-05T09:00:00+07:00"
    assert baris.isna()["simpanan_pokok"]
    assert snap.kelurahan["poksus_ada"].tolist() == [1]


@pytest.mark.parametrize("tabel", ["posisi", "kiriman", "berkas", "catatan_store"])
@pytest.mark.parametrize("perintah", ["UPDATE {} SET {} = NULL", "DELETE FROM {}"])
def test_nothing_can_be_changed_or_deleted(city, tabel, perintah):
    kolom = {"posisi": "kas", "kiriman": "oleh", "berkas": "isi"}.get(tabel, "nilai")
    tolak = pytest.raises(DBAPIError, match="hanya boleh ditambah")
    with tolak, gudang.write(city) as conn:
        conn.execute(text(perintah.format(tabel, kolom)))
    assert kas(gudang.snapshot(city), "2026-T2") == {ONE: 100, TWO: 200}


def test_the_newest_taken_row_counts_per_group(city):
    submit(city, [row(ONE, 110), row(TWO, 210)])
    submit(city, [row(ONE, 111), row(TWO, 211)], hari="2026-10-06")
    assert kas(gudang.snapshot(city)) == {ONE: 111, TWO: 211}


def test_a_held_group_keeps_its_older_row_marked(city):
    submit(city, [row(ONE, 110), row(TWO, 210)])
    baru = [row(ONE, 111), row(TWO, -5, "tertahan")]
    submit(city, baru, hari="2026-10-06", keadaan="sebagian")
    snap = gudang.snapshot(city)
    assert kas(snap) == {ONE: 111, TWO: 210}
    kini = snap.posisi[snap.posisi["periode"] == "2026-T3"]
    assert dict(zip(kini["kode_kelompok"], kini["tertahan"], strict=True)) == {
        ONE: False,
        TWO: True,
    }


def test_a_mended_group_is_no_longer_marked(city):
    submit(city, [row(TWO, 210)])
    submit(city, [row(TWO, -5, "tertahan")], hari="2026-10-06", keadaan="sebagian")
    submit(city, [row(TWO, 212)], hari="2026-10-07")
    assert kas(gudang.snapshot(city)) == {TWO: 212}
    assert not gudang.snapshot(city).posisi["tertahan"].any()


def test_a_group_left_out_keeps_its_older_row_unmarked(city):
    submit(city, [row(ONE, 110), row(TWO, 210)])
    submit(city, [row(ONE, 111)], hari="2026-10-06")
    snap = gudang.snapshot(city)
    assert kas(snap) == {ONE: 111, TWO: 210}
    assert not snap.posisi["tertahan"].any()


def test_a_late_recorded_older_submission_does_not_win(city):
    submit(city, [row(ONE, 111)], hari="2026-10-06")
    submit(city, [row(ONE, 110)], hari="2026-10-05")
    assert kas(gudang.snapshot(city)) == {ONE: 111}


def test_of_two_received_at_one_moment_the_later_recorded_counts(city):
    submit(city, [row(ONE, 110)])
    submit(city, [row(ONE, 111)])
    assert kas(gudang.snapshot(city)) == {ONE: 111}


def test_a_rejected_submission_is_listed_and_counts_nowhere(city):
    submit(city, [row(ONE, 110)], kegiatan=[{"jenis": "rapat", "hadir_orang": 9}])
    nomor = submit(city, [], hari="2026-10-06", keadaan="ditolak")
    snap = gudang.snapshot(city)
    assert kas(snap) == {ONE: 110}
    assert snap.kegiatan["hadir_orang"].tolist() == [9]
    ditolak = snap.kiriman.set_index("kiriman_id").loc[nomor]
    assert ditolak["keadaan"] == "ditolak"


def test_activities_and_steps_follow_what_counts(city):
    langkah = [(0, "penyuluhan", "proses", dt.date(2026, 8, 2), None)]
    rapat = [{"tanggal": dt.date(2026, 8, 1), "jenis": "rapat", "hadir_orang": 9}]
    submit(city, [row(ONE, 110)], langkah=langkah, kegiatan=rapat)
    selesai = [(0, "penyuluhan", "selesai", dt.date(2026, 8, 2), "12/A")]
    held = [row(ONE, -1, "tertahan")]
    submit(
        city, held, hari="2026-10-06", keadaan="sebagian", langkah=selesai, kegiatan=[]
    )
    snap = gudang.snapshot(city)
    assert snap.langkah[["kode_kelompok", "status"]].values.tolist() == [
        [ONE, "proses"]
    ]
    assert snap.kegiatan.empty


def test_the_newest_kelurahan_report_that_exists_counts(city):
    isi = {"catatan": "", "tidak_berlaku": "", "sel": "{}"}
    submit(city, [row(ONE)], kelurahan={**isi, "usaha_perorangan": 7})
    submit(city, [row(ONE)], hari="2026-10-06")
    assert gudang.snapshot(city).kelurahan["usaha_perorangan"].tolist() == [7]


def test_as_of_cuts_submissions_at_midnight_wib(city):
    submit(city, [row(ONE, 110)], hari="2026-10-05")
    with gudang.write(city) as conn:
        nomor = add_submission(
            conn,
            submission(diterima_pada=dt.datetime(2026, 10, 5, 23, 59, 59, tzinfo=WIB)),
        )
        terbaca = reading([row(TWO, 210)])
        terbaca.dibaca_pada = dt.datetime(2026, 10, 5, 23, 59, 59, tzinfo=WIB)
        add_reading(conn, nomor, terbaca)
    submit(city, [row(ONE, 111)], hari="2026-10-06")
    assert kas(gudang.snapshot(city, dt.date(2026, 10, 4))) == {}
    assert kas(gudang.snapshot(city, dt.date(2026, 10, 5))) == {ONE: 110, TWO: 210}
    assert kas(gudang.snapshot(city, dt.date(2026, 10, 6))) == {ONE: 111, TWO: 210}


def test_as_of_cuts_the_registry_and_the_findings(city):
    submit(city, [row(ONE, 110)])
    sebelum = gudang.snapshot(city, dt.date(2026, 6, 30))
    assert sebelum.kelompok.empty and sebelum.kiriman.empty and sebelum.periode.empty
    assert len(gudang.snapshot(city, dt.date(2026, 7, 1)).kelompok) == 2


def test_a_newer_reading_wins_from_its_day_on(city):
    nomor = submit(city, [row(ONE, 110), row(TWO, 5, "tertahan")], keadaan="sebagian")
    with gudang.write(city) as conn:
        ulang = reading([row(ONE, 1100), row(TWO, 50)], hari="2026-11-20")
        add_reading(conn, nomor, ulang)
    assert kas(gudang.snapshot(city)) == {ONE: 1100, TWO: 50}
    assert kas(gudang.snapshot(city, dt.date(2026, 11, 19))) == {ONE: 110}
    assert len(gudang.snapshot(city).kiriman) == 2


def test_a_newer_reading_of_an_older_submission_does_not_overtake(city):
    lama = submit(city, [row(ONE, 110)])
    submit(city, [row(ONE, 111)], hari="2026-10-06")
    with gudang.write(city) as conn:
        add_reading(conn, lama, reading([row(ONE, 999)], hari="2026-11-20"))
    assert kas(gudang.snapshot(city)) == {ONE: 111}


def test_codes_are_given_in_order_and_never_again(city):
    with gudang.write(city) as conn:
        nomor = add_submission(conn, submission("baru.xlsx"))
        assert register_groups(conn, nomor, KULON, 2) == [f"{KULON}-03", f"{KULON}-04"]
        assert register_groups(conn, nomor, WETAN, 1) == [f"{WETAN}-01"]
    gudang.close_group(city, f"{KULON}-04", oleh="koordinator")
    with gudang.write(city) as conn:
        assert register_groups(conn, nomor, KULON, 1) == [f"{KULON}-05"]


def test_the_registry_says_name_first_period_and_closing_day(city):
    submit(city, [row(ONE, 1, nama_kelompok="Melati Jaya", rw="03")])
    gudang.close_group(city, TWO, oleh="koordinator", tanggal=dt.date(2026, 8, 15))
    daftar = gudang.snapshot(city).kelompok.set_index("kode_kelompok")
    assert daftar["nama_kelompok"].to_dict() == {ONE: "Melati Jaya", TWO: "Mawar"}
    assert daftar["periode_pertama"].to_dict() == {ONE: "2026-T2", TWO: "2026-T2"}
    assert daftar.loc[TWO, "tanggal_tutup"].date() == dt.date(2026, 8, 15)
    assert daftar["tanggal_tutup"].isna()[ONE]
    with gudang.read(city) as conn:
        assert registry(conn, KULON)[TWO].tutup == dt.date(2026, 8, 15)
    gudang.reopen_group(city, TWO, oleh="koordinator")
    assert gudang.snapshot(city).kelompok["tanggal_tutup"].isna().all()


def test_only_known_groups_and_open_periods_can_be_closed(city):
    with pytest.raises(gudang.StoreError, match="tidak ada dalam daftar"):
        gudang.close_group(city, f"{KULON}-77", oleh="koordinator")
    gudang.close_period(city, "2026-T2", oleh="koordinator", alasan="rekap selesai")
    with pytest.raises(gudang.StoreError, match="sudah ditutup"):
        gudang.close_period(city, "2026-T2", oleh="koordinator")
    with pytest.raises(gudang.StoreError, match="tidak dikenal"):
        gudang.close_period(city, "triwulan 3", oleh="koordinator")
    periode = gudang.snapshot(city).periode.set_index("periode")
    assert periode["ditutup"].to_dict() == {"2026-T2": True}
    with gudang.read(city) as conn:
        assert closed_since(conn, "2026-T2") is not None
    gudang.reopen_period(city, "2026-T2", oleh="koordinator")
    assert not gudang.snapshot(city).periode["ditutup"].any()
    with gudang.read(city) as conn:
        assert closed_since(conn, "2026-T2") is None


def test_bytes_are_kept_once_and_given_back(city):
    satu = submit(city, [row(ONE, 110)])
    dua = submit(city, [row(ONE, 110)], hari="2026-10-06")
    assert gudang.original(city, dua) == ("2026-10-06.xlsx", b"PK bytes")
    assert gudang.original(city, satu)[1] == b"PK bytes"
    with gudang.read(city) as conn:
        assert conn.execute(text("SELECT count(*) FROM berkas")).scalar() == 1


def test_a_file_that_is_no_form_of_ours_keeps_no_bytes(store):
    with gudang.write(store) as conn:
        nomor = add_submission(conn, submission("daftar.xlsx", isi=None))
        add_reading(conn, nomor, reading([], keadaan="ditolak", kode_wilayah=None))
    with pytest.raises(gudang.StoreError, match="tidak disimpan"):
        gudang.original(store, nomor)
    with pytest.raises(gudang.StoreError, match="tidak ada"):
        gudang.original(store, nomor + 1)


def test_a_number_leads_back_to_its_cell(city):
    nomor = submit(
        city,
        [row(ONE, 110, baris='{"Keuangan": 14}')],
        kolom={"kas": ("Keuangan", "F"), "rw": ("Kelompok", "C")},
        kelurahan={
            "catatan": "",
            "tidak_berlaku": "",
            "sel": '{"usaha_perorangan": ["Identitas", "C9"]}',
            "usaha_perorangan": 7,
        },
    )
    asal = gudang.cells(city, ONE, "2026-T3", ["kas", "rw", "shu"])
    assert asal.values.tolist() == [
        [nomor, "2026-10-05.xlsx", "Keuangan", "F14", "kas", 110, None, None]
    ]
    asal = gudang.cells(city, KULON, "2026-T3", ["usaha_perorangan"])
    assert asal[["sel", "nilai"]].values.tolist() == [["C9", 7]]
    assert gudang.cells(city, ONE, "2025-T3", ["kas"]).empty


def test_the_fingerprint_changes_exactly_with_what_pages_show(city):
    seen = [gudang.fingerprint(city)]

    def changed() -> bool:
        seen.append(gudang.fingerprint(city))
        return seen[-1] not in seen[:-1]

    assert not changed()
    nomor = submit(city, [row(ONE, 110)])
    assert changed()
    submit(city, [], hari="2026-10-06", keadaan="ditolak")
    assert changed()
    with gudang.write(city) as conn:
        add_reading(conn, nomor, reading([row(ONE, 110)], hari="2026-11-20"))
    assert changed()
    gudang.close_period(city, "2026-T2", oleh="koordinator")
    assert changed()
    gudang.close_group(city, TWO, oleh="koordinator")
    assert changed()
    gudang.snapshot(city)
    gudang.original(city, nomor)
    assert not changed()
    with pytest.raises(gudang.StoreError):
        gudang.close_group(city, TWO, oleh="koordinator")
    assert not changed()


def test_two_stores_never_share_a_fingerprint(store, tmp_path):
    lain = gudang.open_store(tmp_path / "lain.db")
    assert gudang.fingerprint(store) != gudang.fingerprint(lain)


def test_a_store_starts_with_a_submission_or_on_purpose(store):
    assert not gudang.is_started(store)
    sebelum = gudang.fingerprint(store)
    gudang.start_empty(store)
    assert gudang.is_started(store)
    assert gudang.fingerprint(store) != sebelum


def test_any_submission_starts_the_store(city):
    assert gudang.is_started(city)


def test_a_transaction_that_fails_leaves_nothing(city):
    sebelum = gudang.fingerprint(city)
    with pytest.raises(ZeroDivisionError), gudang.write(city) as conn:
        nomor = add_submission(conn, submission("separuh.xlsx", isi=b"PK lain"))
        register_groups(conn, nomor, KULON, 1)
        raise ZeroDivisionError
    assert gudang.fingerprint(city) == sebelum
    with gudang.write(city) as conn:
        assert register_groups(conn, 1, KULON, 1) == [f"{KULON}-03"]


def test_a_process_that_dies_while_writing_leaves_nothing(city, store_url):
    sebelum = gudang.fingerprint(city)
    program = (
        "import os, sys, store\n"
        "from sqlalchemy import text\n"
        "s = store.open_store(sys.argv[1])\n"
        "with store.write(s) as conn:\n"
        "    conn.execute(text(\"INSERT INTO berkas VALUES ('x', 'y')\"))\n"
        "    os._exit(9)\n"
    )
    mati = subprocess.run([sys.executable, "-c", program, store_url])
    assert mati.returncode == 9
    assert gudang.fingerprint(city) == sebelum
    with gudang.write(city) as conn:
        assert conn.execute(text("SELECT count(*) FROM berkas")).scalar() == 1


def test_a_store_that_stays_busy_is_said_in_words(store_url, monkeypatch):
    monkeypatch.setattr("store.engine.BUSY_SECONDS", 1)
    satu, dua = gudang.open_store(store_url), gudang.open_store(store_url)
    with (
        gudang.write(satu),
        pytest.raises(gudang.StoreError, match="sedang dipakai"),
        gudang.write(dua),
    ):
        pass
    with gudang.write(dua) as conn:
        assert conn.execute(text("SELECT count(*) FROM kiriman")).scalar() == 0


def test_what_no_database_can_hold_is_stored_as_not_reported(city):
    rows = [row(ONE, 10**30, "tertahan", nama_kelompok="Mel\0ati", rw="\ud800")]
    submit(city, rows, keadaan="sebagian")
    with gudang.read(city) as conn:
        baris = conn.execute(
            text("SELECT kas, nama_kelompok, rw FROM posisi WHERE keadaan='tertahan'")
        ).one()
    assert tuple(baris) == (None, "Melati", "?")


def test_new_variables_get_their_columns_when_the_store_is_opened(city, store_url):
    posisi = metadata.tables["posisi"]
    posisi.append_column(baru := Column("kolom_percobaan", BigInteger()))
    try:
        lagi = gudang.open_store(store_url)
        with gudang.read(lagi) as conn:
            nilai = conn.execute(text("SELECT kolom_percobaan FROM posisi")).all()
        assert nilai == [(None,), (None,)]
        assert gudang.fingerprint(lagi) == gudang.fingerprint(city)
    finally:
        posisi._columns.remove(baru)


def test_a_store_of_a_newer_app_is_refused_with_a_sentence(store, store_url):
    with gudang.write(store) as conn:
        note(conn, "versi_skema", "99")
    with pytest.raises(gudang.StoreError, match="versi aplikasi yang lebih baru"):
        gudang.open_store(store_url)


@pytest.mark.parametrize(
    ("url", "kata"),
    [
        ("mysql://localhost/up2k", "tidak didukung"),
        ("postgresql://127.0.0.1:1/tidak_ada", "tidak dapat dibuka"),
        ("sqlite:////proc/tidak/boleh/up2k.db", "tidak dapat dibuat"),
    ],
)
def test_a_store_that_cannot_be_reached_is_said_in_words(url, kata):
    with pytest.raises(gudang.StoreError, match=kata):
        gudang.open_store(url)


def test_codes_given_before_are_found_by_the_name_written(city):
    nomor = submit(city, [row(ONE, 1, nama_kelompok="Melati")])
    with gudang.read(city) as conn:
        assert codes_given(conn, nomor) == {"Melati": ONE}


def test_the_coordinators_commands(city, store_url, monkeypatch, capsys):
    monkeypatch.setenv("UP2K_DATABASE_URL", store_url)
    assert (
        main(["tutup-periode", "2026-T2", "--oleh", "Ketua", "--alasan", "rekap"]) == 0
    )
    assert main(["tutup-periode", "2026-T2"]) == 2
    assert "Periode 2026-T2 sudah ditutup." in capsys.readouterr().err
    assert main(["tutup-kelompok", TWO, "--tanggal", "2026-08-15"]) == 0
    snap = gudang.snapshot(city)
    assert snap.periode["ditutup"].tolist() == [True]
    tutup = snap.kelompok.set_index("kode_kelompok")["tanggal_tutup"]
    assert tutup[TWO].date() == dt.date(2026, 8, 15)
    assert main(["buka-periode", "2026-T2"]) == 0
    assert main(["buka-kelompok", TWO]) == 0
    snap = gudang.snapshot(city)
    assert not snap.periode["ditutup"].any()
    assert snap.kelompok["tanggal_tutup"].isna().all()


def test_starting_empty_by_command(store, store_url, monkeypatch):
    monkeypatch.setenv("UP2K_DATABASE_URL", store_url)
    assert main(["mulai-kosong"]) == 0
    assert gudang.is_started(store)


def test_a_store_of_the_first_version_gains_the_newer_tables_and_their_guards(store):
    """What version 1 did not have is dropped, as if it had made the store."""
    baru = ("perbaikan", "peristiwa_kiriman", "tumpukan", "pemetaan", "uji_coba")
    with store.engine.begin() as conn:
        for tabel in baru:
            conn.exec_driver_sql(f"DROP TABLE {tabel}")
    url = store.engine.url.render_as_string(hide_password=False)
    with contextlib.closing(gudang.open_store(url)) as lagi:
        with lagi.engine.begin() as conn:
            isi = "(kode_wilayah, sidik, isi, oleh, dicatat_pada)"
            conn.exec_driver_sql(
                f"INSERT INTO pemetaan {isi} VALUES ('a','b','c','d','e')"
            )
        with pytest.raises(DBAPIError), lagi.engine.begin() as conn:
            conn.exec_driver_sql("DELETE FROM pemetaan")
