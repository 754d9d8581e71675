"""Lists that are no report: read whatever their wording, kept thing by thing.

What must be read stands in `tests.lists`, written out by hand.
"""

import contextlib
import datetime as dt
import io
import shutil
import subprocess
import sys
import zipfile

import pandas as pd
import pytest

import store as gudang
from indicators.data import Data
from loaders.__main__ import main
from loaders.daftar.isi import choices, known
from loaders.daftar.write import form_bytes
from loaders.form.read import read
from loaders.ingest import ingest
from loaders.reader import Reader
from loaders.rebuild import reread
from reference.daftar import forms
from reference.paths import REFERENCE_DIR, ROOT
from store import close_period, open_store, original, redo, snapshot, undo
from store.lineage import kept
from tests.forms_city import JATI, PILANG
from tests.forms_city import form as write_form
from tests.lists import HADIR, drive, event, scores

HARI_INI = dt.date(2026, 10, 10)
KEBONSARI_KULON = "35.74.04.1006"
MELATI = f"{KEBONSARI_KULON}-01"
ASAL = ["kiriman_id", "pembacaan_id", "diterima_pada"]


@pytest.fixture(scope="module")
def reader():
    with Reader() as satu:
        yield satu


@pytest.fixture
def toko(office):
    """The small city of forms: Melati and Mawar in Kebonsari Kulon, and others."""
    with contextlib.closing(open_store(office / "up2k.db")) as satu:
        yield satu


@pytest.fixture
def send(toko, reader):
    def kirim(isi, nama: str = "daftar.xlsx", **lain):
        data = isi if isinstance(isi, bytes) else isi.write()
        return ingest(toko, nama, data, oleh="petugas", reader=reader, **lain)

    return kirim


def frame(toko, nama: str) -> pd.DataFrame:
    return snapshot(toko).daftar[nama]


def rows(toko, nama: str, *kolom: str) -> list[tuple]:
    """The rows of a frame as plain values, NA as None."""
    isi = frame(toko, nama)[list(kolom)]
    return [
        tuple(None if pd.isna(v) else v for v in b)
        for b in isi.itertuples(index=False, name=None)
    ]


def kinds(temuan) -> list[str]:
    return sorted(t.jenis for t in temuan)


def day(*angka: int) -> pd.Timestamp:
    return pd.Timestamp(*angka)


# ------------------------------------------------------------------ golden


def test_an_event_is_kept_as_it_was_written(send, toko):
    tanda = send(
        event(
            ["Pilang", "TP PKK", 2, 2],
            ["Pilang", "Poksus", 3, 2],
            ["Jati", "Kader", "", 0],
        )
    )
    assert tanda.temuan == ()
    assert tanda.kalimat == "Diterima: 3 baris (Sosialisasi UP2K, 20 September 2026)."
    assert rows(
        toko, "acara", "kode_acara", "nama", "jenis", "tanggal", "tempat",
        "penyelenggara", "lembaga_narasumber", "topik", "peserta_orang",
    ) == [(
        "SO-20260920-5e3eaa", "Sosialisasi UP2K", "sosialisasi", day(2026, 9, 20),
        "Aula kecamatan", "TP PKK Kota", "LAPENKOP Jawa Timur", "Administrasi", 75,
    )]  # fmt: skip
    kolom = ("peserta", "peran", "diundang_orang", "hadir_orang", "baris")
    assert rows(toko, "kehadiran", *kolom) == [
        (PILANG, "tp_pkk", 2, 2, 2),
        (PILANG, "poksus", 3, 2, 3),
        (JATI, "kader", None, 0, 4),
    ]


def test_a_competition_is_kept_long_and_a_blank_score_is_none(send, toko):
    tanda = send(scores())
    assert tanda.temuan == ()
    # two aspects, two jurors by two aspects, one coaching
    assert tanda.kalimat.startswith("Diterima: 7 baris (Evaluasi Administrasi, 12 Ag")
    assert rows(
        toko, "penilaian", "nama", "tanggal", "tingkat", "peserta_dinilai", "standar",
        "pemenang",
    ) == [(
        "Evaluasi Administrasi", day(2026, 8, 12), "kecamatan", "kelurahan", 70.0, 2,
    )]  # fmt: skip
    aspek = ("kode_aspek", "nama_aspek", "bobot_pct", "keterangan")
    assert rows(toko, "penilaian_aspek", *aspek) == [
        ("administrasi", "Administrasi", 60.0, None),
        ("lap", "Kegiatan lapangan", 40.0, "usaha"),
    ]
    isi = rows(toko, "penilaian_nilai", "peserta", "juri", "kode_aspek", "nilai")
    assert sorted(isi, key=str) == [
        (PILANG, "Juri 1", "administrasi", 80.0),
        (PILANG, "Juri 1", "lap", 70.5),
        (PILANG, "Juri 2", "administrasi", 78.0),
        (PILANG, "Juri 2", "lap", None),
    ]
    bina = ("peserta", "pembinaan", "tanggal")
    assert rows(toko, "penilaian_pembinaan", *bina) == [(PILANG, "Pendampingan", None)]


def test_a_campaign_is_kept_with_its_targets_and_daily_counts(send, toko):
    hari = dt.date(2026, 9, 2)
    tanda = send(
        drive([hari, "Pilang", "Vote", 12], [hari, "Dinas Kesehatan", "Share", 0])
    )
    assert tanda.temuan == ()
    assert rows(
        toko, "kampanye", "nama", "tagar", "mulai", "selesai", "pengumuman"
    ) == [(
        "Bangga UP2K", "#banggaup2k", day(2026, 9, 1), day(2026, 10, 30),
        day(2026, 11, 15),
    )]  # fmt: skip
    assert rows(toko, "kampanye_sasaran", "saluran", "sasaran") == [("suara", 1000)]
    isi = rows(toko, "kampanye_harian", "tanggal", "peserta", "saluran", "jumlah")
    assert isi == [
        (day(2026, 9, 2), PILANG, "suara", 12),
        (day(2026, 9, 2), "Dinas Kesehatan", "berbagi", 0),
    ]


def test_the_frames_of_indicators_are_those_of_the_store(send, toko):
    send(event())
    isi = snapshot(toko)
    data, kosong = Data.from_snapshot(isi), Data.empty()
    for nama, ada in isi.daftar.items():
        pd.testing.assert_series_equal(ada.dtypes, getattr(kosong, nama).dtypes)
        assert getattr(data, nama).equals(ada)
    assert len(data.kehadiran) == 1


# ------------------------------------------------------------------ as people type


def test_other_words_no_stamp_and_all_on_one_sheet_mean_the_same():
    b = event(["Kel. Pilang", "Poksus UP2K", "3 orang", "2"])
    satu = b.sheets.pop("Kehadiran")
    for (i, j), isi in satu.items():
        b.sheets["Kepala"][i + 13, j] = isi
    b.put("Kepala", A1=None, A3="NAMA KEGIATAN :", A5="Hari/tanggal", A10="Peserta")
    b.put(
        "Kepala", B5="Minggu, 20 September 2026", A16="Jumlah", D16=2, A20="Mengetahui,"
    )
    kini = read(b.write(), "acara.xlsx", hari_ini=HARI_INI)
    dulu = read(
        event(["Pilang", "Poksus", 3, 2]).write(), "acara.xlsx", hari_ini=HARI_INI
    )
    assert (kini.layout, kini.versi) == ("sosialisasi", None)
    assert [t.pesan for t in kini.temuan] == []
    assert kini.daftar.kepala.nilai == dulu.daftar.kepala.nilai
    assert [r.nilai for r in kini.daftar.rows["kehadiran"]] == [
        r.nilai for r in dulu.daftar.rows["kehadiran"]
    ]


def test_rows_with_a_galat_are_held_and_the_rest_is_taken(send, toko):
    tanda = send(
        event(
            ["Pilang", "Poksus", 3, 2],
            ["Pilangg", "Poksus", 3, 2],
            ["Jati", "Ketua", 1, 1],
        )
    )
    assert tanda.keadaan == "sebagian"
    assert tanda.kalimat.startswith("1 dari 3 baris diterima, 2 ditahan (Sosialisasi")
    assert {t.sel: t.jenis for t in tanda.temuan} == {
        "A3": "daftar_peserta_tidak_dikenal", "B4": "pilihan_tidak_dikenal",
    }  # fmt: skip
    assert "Maksudnya Pilang" in tanda.temuan[0].saran
    assert len(frame(toko, "kehadiran")) == 1


def test_weights_that_are_not_100_and_a_nameless_event_stop_the_file(send, toko):
    ringan = send(scores(aspek=(["", "Administrasi", 60, ""],)))
    assert ringan.keadaan == "ditolak"
    assert "jumlah Bobot (%) 60, bukan 100" in ringan.kalimat
    tanpa = send(event(Tanggal="31 Februari 2026"))
    assert tanpa.keadaan == "ditolak"
    assert {"bukan_tanggal", "daftar_kepala_kosong"} <= set(kinds(tanpa.temuan))
    assert frame(toko, "penilaian").empty


def test_an_event_may_be_planned(send, toko):
    rencana = event(
        ["Pilang", "Poksus", 3, None],
        **{"Tanggal": dt.date(2027, 3, 1), "Jumlah peserta (orang)": None},
    )
    assert send(rencana).temuan == ()
    assert rows(toko, "kehadiran", "hadir_orang") == [(None,)]


def test_a_score_of_a_group_needs_a_registered_group(send, toko):
    nilai = (
        [MELATI, "Juri 1", 80, 70], [f"{PILANG}-77", "Juri 1", 80, 70],
        ["Pilang", "Juri 1", 90, 90],
    )  # fmt: skip
    tanda = send(scores(nilai, bina=(), Yang_dinilai="Kelompok UP2K"))
    assert {t.sel: t.jenis for t in tanda.temuan} == {
        "A3": "daftar_kelompok_tidak_dikenal", "A4": "daftar_peserta_tidak_dikenal",
    }  # fmt: skip
    assert {r[0] for r in rows(toko, "penilaian_nilai", "peserta")} == {MELATI}


def test_the_same_institution_is_one_however_it_is_written(send, toko):
    satu, dua = dt.date(2026, 9, 2), dt.date(2026, 9, 3)
    send(drive([satu, "Dinas Kesehatan", "Suara", 3]))
    send(drive([dua, "DINAS  KESEHATAN", "Suara", 4]))
    isi = rows(toko, "kampanye_harian", "peserta", "jumlah")
    assert isi == [("Dinas Kesehatan", 3), ("Dinas Kesehatan", 4)]


# ------------------------------------------------------------------ privacy, hostility


def test_names_and_numbers_of_persons_are_dropped_and_said_so(send, toko):
    b = scores(
        (["Pilang", "Nyonya Uji", 80, 70], ["Pilang", "Juri 2", 70, 70],
         ["Jati", "Tuan Coba", 60, 60], ["Jati", "Nyonya Uji", 50, 50]),
        bina=(["Pilang", "hubungi 0812-3456-7890", None],), Penyelenggara="Bu Sembunyi",
    )  # fmt: skip
    b.put(
        "Nilai", E1="NIK", E2="3574014107850001", A8="Mengetahui,", A9="KEPALA RAHASIA"
    )
    tanda = send(b)
    assert set(kinds(tanda.temuan)) == {
        "daftar_bukan_lembaga", "daftar_juri_dinomori", "kolom_pribadi", "sel_pribadi",
        "tanda_tangan_dibuang",
    }  # fmt: skip
    _, isi = original(toko, tanda.kiriman_id)
    with zipfile.ZipFile(io.BytesIO(isi)) as paket:
        semua = b"".join(paket.read(n) for n in paket.namelist())
    for rahasia in (b"Nyonya", b"Tuan", b"35740141", b"0812", b"RAHASIA", b"Sembunyi"):
        assert rahasia not in semua
    nilai = rows(toko, "penilaian_nilai", "peserta", "juri", "nilai")
    assert set(nilai) == {
        (PILANG, "Juri 1", 80.0), (PILANG, "Juri 1", 70.0), (PILANG, "Juri 2", 70.0),
        (JATI, "Juri 3", 60.0), (JATI, "Juri 1", 50.0),
    }  # fmt: skip
    assert rows(toko, "penilaian", "penyelenggara") == [(None,)]


def test_a_participant_who_may_be_a_person_is_not_kept(send, toko):
    tanda = send(drive([dt.date(2026, 9, 2), "Sri Contoh", "Suara", 3]))
    assert kinds(tanda.temuan) == ["daftar_peserta_tidak_dikenal"]
    assert "Sri Contoh" not in tanda.temuan[0].pesan
    _, isi = original(toko, tanda.kiriman_id)
    with zipfile.ZipFile(io.BytesIO(isi)) as paket:
        assert all(b"Sri Contoh" not in paket.read(n) for n in paket.namelist())


def test_text_where_numbers_belong_and_formulas_in_texts_do_no_harm(send, toko):
    b = event(
        ["=cmd|'/c calc'!A1", "Poksus", "banyak", "ramai"],
        ["Pilang", "Poksus", "x", "y"],
        Topik="=HYPERLINK(\"http://contoh\")", Tempat="<script>alert(1)</script>",
    )  # fmt: skip
    tanda = send(b)
    assert tanda.keadaan == "sebagian"
    assert {"bukan_angka", "daftar_peserta_tidak_dikenal"} <= set(kinds(tanda.temuan))
    assert frame(toko, "kehadiran").empty
    # written out again a formula is a text, never a formula
    data = form_bytes(forms()["sosialisasi"], known(snapshot(toko), *_only(toko)))
    with zipfile.ZipFile(io.BytesIO(data)) as paket:
        lembar = [n for n in paket.namelist() if n.startswith("xl/worksheets/")]
        assert all(b"<f>" not in paket.read(n) for n in lembar)


def _only(toko):
    return forms()["sosialisasi"], frame(toko, "acara")["kode_acara"].iloc[0]


# ------------------------------------------------------------------ as the store keeps


def test_a_newer_workbook_of_an_event_replaces_all_its_rows(send, toko):
    send(event(["Pilang", "Poksus", 3, 2], ["Jati", "Poksus", 3, 3]))
    lain = send(event(["Jati", "Kader", 1, 1], Nama_acara="Rapat lain"))
    baru = send(event(["Pilang", "Poksus", 3, 3], Nama_acara="sosialisasi  UP2K"))
    assert lain.temuan == ()
    assert kinds(baru.temuan) == ["menggantikan"]
    assert "tetap berlaku" not in baru.temuan[0].pesan
    isi = frame(toko, "kehadiran")
    assert isi.groupby("kode_acara")["hadir_orang"].apply(list).tolist() in (
        [[3], [1]], [[1], [3]],
    )  # fmt: skip
    assert len(frame(toko, "acara")) == 2


def test_a_newer_count_of_a_campaign_stands_beside_the_older_ones(send, toko):
    satu, dua = dt.date(2026, 9, 2), dt.date(2026, 9, 3)
    send(drive([satu, "Pilang", "Suara", 5], [dua, "Pilang", "Suara", 6]))
    baru = send(
        drive([dua, "Pilang", "Suara", 7], [dua, "Jati", "Suara", 1], sasaran=())
    )
    assert "baris yang tidak ada di berkas ini tetap berlaku" in baru.temuan[0].pesan
    isi = rows(toko, "kampanye_harian", "tanggal", "peserta", "jumlah")
    assert sorted(isi) == [
        (day(2026, 9, 2), PILANG, 5),
        (day(2026, 9, 3), PILANG, 7),
        (day(2026, 9, 3), JATI, 1),
    ]
    assert rows(toko, "kampanye_sasaran", "saluran", "sasaran") == [("suara", 1000)]


def test_undone_it_counts_nowhere_and_what_it_replaced_counts_again(send, toko):
    send(event(["Pilang", "Poksus", 3, 1]))
    baru = send(event(["Pilang", "Poksus", 3, 2]))
    undo(toko, str(baru.kiriman_id), oleh="petugas", alasan="salah berkas")
    assert rows(toko, "kehadiran", "hadir_orang") == [(1,)]
    redo(toko, str(baru.kiriman_id), oleh="petugas", alasan="ternyata benar")
    assert rows(toko, "kehadiran", "hadir_orang") == [(2,)]


def test_the_same_bytes_are_known_and_an_older_file_is_asked_about(send):
    lama, baru = event(["Pilang", "Poksus", 3, 1]).write(), event().write()
    send(lama)
    assert send(lama).keadaan == "sudah_diterima"
    send(baru)
    tanda = send(lama)
    assert tanda.perlu_jawaban
    assert "berkas_lama" in kinds(tanda.temuan)


def test_it_is_no_report_and_a_closed_period_takes_it(send, toko):
    dulu = Data.from_snapshot(snapshot(toko))
    close_period(toko, "2026-T3", oleh="koordinator", alasan="selesai")
    assert send(event()).keadaan == "diterima"
    isi = snapshot(toko)
    assert Data.from_snapshot(isi).kiriman.equals(dulu.kiriman)
    assert isi.kiriman["layout"].iloc[-1] == "sosialisasi"


def test_an_earlier_day_knows_what_was_known_then(send, toko):
    send(event(), diterima=dt.date(2026, 9, 25))
    assert snapshot(toko, dt.date(2026, 9, 24)).daftar["acara"].empty
    assert len(snapshot(toko, dt.date(2026, 9, 25)).daftar["acara"]) == 1


def test_reading_again_gives_the_same_also_where_jurors_lost_their_names(
    send, toko, reader
):
    nilai = (
        ["Pilang", "Nyonya Uji", 80, 70], ["Pilang", "Tuan Coba", 70, 60],
        ["Jati", "Tuan Coba", 60, 50], ["Jati", "Nyonya Uji", 50, 40],
    )  # fmt: skip
    send(scores(nilai))
    send(event())
    dulu = snapshot(toko).daftar
    for lama in [k for k in kept(toko) if k.nama_berkas == "daftar.xlsx"]:
        assert reread(toko, reader, lama).keadaan == "diterima"
    kini = snapshot(toko).daftar
    for nama, isi in dulu.items():
        sama = isi.drop(columns="pembacaan_id")
        assert kini[nama].drop(columns="pembacaan_id").equals(sama), nama


def test_a_sample_does_not_enter_the_real_store(send, toko):
    tanda = send(event().put("Kepala", A1="SOSIALISASI/1/CONTOH"))
    assert "contoh_ditolak" in kinds(tanda.temuan)
    assert frame(toko, "acara").empty


def test_they_are_kept_on_both_databases(store, reader):
    for isi in (event(), scores(), drive(), event(["Pilang", "Poksus", 3, 3])):
        ingest(store, "daftar.xlsx", isi.write(), oleh="petugas", reader=reader)
    isi = snapshot(store).daftar
    assert {n: len(f) for n, f in isi.items()} == {
        "acara": 1, "kehadiran": 1, "penilaian": 1, "penilaian_aspek": 2,
        "penilaian_nilai": 4, "penilaian_pembinaan": 1, "kampanye": 1,
        "kampanye_sasaran": 1, "kampanye_harian": 1,
    }  # fmt: skip
    assert isi["kehadiran"]["hadir_orang"].tolist() == [3]
    assert isi["acara"]["tanggal"].dt.date.tolist() == [dt.date(2026, 9, 20)]


def test_a_store_made_before_gets_the_tables_and_new_columns(tmp_path, reader):
    url = tmp_path / "lama.db"
    with contextlib.closing(open_store(url)) as s, gudang.write(s) as conn:
        for nama in ("acara", "kehadiran"):
            conn.exec_driver_sql(f"DROP TABLE {nama}")
        conn.exec_driver_sql("ALTER TABLE kampanye DROP COLUMN tagar")
    with contextlib.closing(open_store(url)) as s:
        for isi in (event(), drive()):
            ingest(s, "d.xlsx", isi.write(), oleh="p", reader=reader)
        kini = snapshot(s).daftar
        assert len(kini["kehadiran"]) == 1
        assert kini["kampanye"]["tagar"].tolist() == ["#banggaup2k"]


# ------------------------------------------------------------------ the forms


@pytest.mark.parametrize("kode", list(forms()))
def test_a_form_is_whole_and_always_the_same_bytes(kode):
    from python_calamine import CalamineWorkbook

    f = forms()[kode]
    data = form_bytes(f)
    assert data == form_bytes(f)
    buku = CalamineWorkbook.from_filelike(io.BytesIO(data))
    assert buku.sheet_names == [f.lembar, *(t.lembar for t in f.tabel), "Pilihan"]
    kepala = buku.get_sheet_by_name(f.lembar).to_python(skip_empty_area=False)
    assert kepala[0][0] == f.stamp()
    assert [b[0] for b in kepala[5 : 5 + len(f.kepala)]] == [k.judul for k in f.kepala]


def test_the_forms_propose_every_kelurahan_and_the_aspects():
    from python_calamine import CalamineWorkbook

    def lembar(kode: str, nama: str) -> list[list]:
        buku = CalamineWorkbook.from_filelike(io.BytesIO(form_bytes(forms()[kode])))
        semua = buku.get_sheet_by_name(nama).to_python(skip_empty_area=False)
        return [b for b in semua if any(s != "" for s in b)]

    judul, *hadir = lembar("sosialisasi", "Kehadiran")[2:]
    assert judul == HADIR
    assert len(hadir) == 29 * 2
    judul, *nilai = lembar("penilaian", "Nilai")[2:]
    assert judul == ["Peserta", "Juri", "Administrasi", "Profil", "Kegiatan lapangan"]
    assert len(nilai) == 29 * 2
    aspek = lembar("penilaian", "Aspek")[3:]
    assert [b[2] for b in aspek] == [40, 30, 30]
    assert all(str(b[3]).startswith("Usulan") for b in aspek)


@pytest.mark.parametrize(("kode", "buku"), [
    ("sosialisasi", event), ("penilaian", scores), ("kampanye", drive),
])  # fmt: skip
def test_what_was_written_out_comes_in_again_unchanged(kode, buku, send, toko):
    send(buku())
    dulu, f = snapshot(toko), forms()[kode]
    hal = dulu.daftar[f.tabel_kepala][f.kolom_kode].iloc[0]
    tanda = send(form_bytes(f, known(dulu, f, hal), choices(dulu, f)))
    assert kinds(tanda.temuan) == ["menggantikan"]
    for nama in f.columns():
        sama = [*ASAL, "baris"]
        urut = list(dulu.daftar[nama].columns.drop(sama))
        kini = frame(toko, nama)[urut].sort_values(urut, ignore_index=True)
        lama = dulu.daftar[nama][urut].sort_values(urut, ignore_index=True)
        pd.testing.assert_frame_equal(kini, lama)


def test_the_command_writes_what_the_commands_take(office, tmp_path, capsys):
    berkas = tmp_path / "acara.xlsx"
    berkas.write_bytes(event().write())
    assert main(["check", str(berkas)]) == 0
    assert "Diterima: 1 baris (Sosialisasi UP2K" in capsys.readouterr().out
    assert main(["ingest", str(berkas)]) == 0
    baru = tmp_path / "baru.xlsx"
    kode = "SO-20260920-5e3eaa"
    assert main(["daftar", "sosialisasi", "--kode", kode, "-o", str(baru)]) == 0
    assert main(["ingest", str(baru)]) == 0
    with contextlib.closing(open_store(office / "up2k.db")) as s:
        assert len(snapshot(s).daftar["kehadiran"]) == 1
    assert main(["daftar", "sosialisasi", "--kode", "SO-1", "-o", str(baru)]) == 2


def test_a_form_of_groups_is_still_a_form_of_groups(send, toko):
    tanda = send(write_form(JATI), "jati.xlsx")
    assert tanda.kalimat.startswith("Diterima: 1 kelompok (Jati")
    assert all(f.empty for f in snapshot(toko).daftar.values())


_KEEMPAT = """
import datetime as dt, pathlib, sys, types
import reference.paths
reference.paths.REFERENCE_DIR = pathlib.Path(sys.argv[1])
from loaders.daftar.write import Isi, form_bytes
from loaders.form.read import read
from loaders.ingest import ingest
from reference.daftar import forms
from store import open_store, snapshot
isi = Isi(
    {"nama": "Bazar", "tanggal": dt.date(2026, 9, 1)},
    {"bazar_lapak": [{"peserta": "35.74.01.1009", "omzet_rp": 250000}]},
)
s = open_store(pathlib.Path(sys.argv[1]) / "bazar.db")
di_sini = types.SimpleNamespace(read=read)  # a worker would know the real forms
data = form_bytes(forms()["bazar"], isi)
print(ingest(s, "b.xlsx", data, oleh="p", reader=di_sini).kalimat)
print(snapshot(s).daftar["bazar_lapak"][["peserta", "omzet_rp"]].values.tolist())
"""
_BAZAR = """
kode = "bazar"
nama = "Laporan Bazar"
satuan = "bazar"
versi = 1
cap = "BAZAR"
huruf = "BZ"
lembar = "Bazar"
tabel_kepala = "bazar"
kolom_kode = "kode_bazar"
identitas = ["tanggal", "nama"]
petunjuk = ["Satu berkas satu bazar."]

[[kepala]]
nama = "nama"
judul = "Nama bazar"
tipe = "teks"
wajib = true

[[kepala]]
nama = "tanggal"
judul = "Tanggal"
tipe = "tanggal"
wajib = true

[[tabel]]
nama = "bazar_lapak"
judul = "Lapak"
lembar = "Lapak"
kunci = ["peserta"]
utuh = true

[[tabel.kolom]]
nama = "peserta"
judul = "Kelurahan"
tipe = "kelurahan"
wajib = true

[[tabel.kolom]]
nama = "omzet_rp"
judul = "Omzet (Rp)"
tipe = "rupiah"
min = 0
"""


def test_a_fourth_form_is_one_file(tmp_path):
    acuan = tmp_path / "reference"
    shutil.copytree(REFERENCE_DIR, acuan)
    (acuan / "daftar" / "bazar.toml").write_text(_BAZAR, "utf-8")
    keluar = subprocess.run(
        [sys.executable, "-c", _KEEMPAT, str(acuan)], check=True, capture_output=True,
        text=True, cwd=ROOT,
    ).stdout.splitlines()  # fmt: skip
    assert keluar == [
        "Diterima: 1 baris (Bazar, 1 September 2026).",
        "[['35.74.01.1009', 250000]]",
    ]
