"""Handing in a report as a sender meets it: nothing is stored before a yes."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from loaders.ingest import ingest
from loaders.reader import Reader
from reference.periode import Periode
from reference.wilayah import kelurahan, nama_wilayah
from store import cells, is_started, open_store, original, snapshot, undo
from tests.forms_city import JATI, KINI, PILANG, fill, form
from ui.lineage import gather

PAGE = str(Path(__file__).resolve().parents[1] / "pages" / "21_kirim_laporan.py")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def opened() -> AppTest:
    return AppTest.from_file(PAGE, default_timeout=60).run()


def upload(app: AppTest, *berkas: tuple[str, bytes]) -> AppTest:
    app.file_uploader[0].set_value([(nama, isi, XLSX) for nama, isi in berkas])
    return app.run()


def words(app: AppTest) -> str:
    """Everything that the page says, without the backslashes that keep it plain."""
    bagian = [
        e.value
        for jenis in ("markdown", "caption", "info", "warning", "error", "subheader")
        for e in getattr(app, jenis)
    ]
    return "\n".join([*bagian, *(e.label for e in app.expander)]).replace("\\", "")


def button(app: AppTest, key: str):
    return next((b for b in app.button if b.key == key), None)


def submissions(folder: Path):
    return snapshot(open_store(folder / "up2k.db")).kiriman


@pytest.mark.usefixtures("data_dir")
def test_an_empty_store_offers_the_form_and_the_uploader():
    app = opened()
    assert not app.exception
    assert len(app.file_uploader) == 1
    assert app.download_button[0].proto.disabled
    app.selectbox(key="pelapor").select(PILANG).run()
    assert [b.label for b in app.download_button] == ["Unduh formulir Pilang"]
    assert app.selectbox(key="periode_laporan").value == KINI


@pytest.mark.usefixtures("data_dir")
def test_the_public_cannot_hand_in(monkeypatch):
    monkeypatch.setenv("UP2K_PERAN", "umum")
    app = opened()
    assert "Halaman ini untuk petugas dan koordinator." in words(app)
    assert not app.file_uploader


def test_a_good_form_is_stored_only_after_a_yes_to_it_and_its_new_group(office):
    sebelum = len(submissions(office))
    app = upload(opened(), ("jati.xlsx", form(JATI)))
    assert not app.exception
    assert f"Diterima: 1 kelompok (Jati, {KINI.label})." in words(app)
    assert "Siap disimpan" in words(app)
    assert len(submissions(office)) == sebelum
    assert button(app, "simpan").disabled

    baru = app.checkbox[0]
    assert "1 kelompok ini memang kelompok baru" in baru.label
    assert "Dahlia" in baru.label
    baru.check().run()
    button(app, "simpan").click().run()
    assert not app.exception
    assert len(submissions(office)) == sebelum + 1
    assert "Tanda terima" in words(app)
    assert f"Dahlia ({JATI}-01)" in words(app)
    assert not app.file_uploader[0].value


def test_three_faults_are_shown_in_their_cells_and_only_their_group_is_held(office):
    salah = {"kas": "dua juta", "peminjam_aktif": 25, "anggota_masuk": "tiga orang"}
    app = upload(opened(), ("pilang.xlsx", form(PILANG, Seruni=salah)))
    assert not app.exception
    teks = words(app)
    assert "Siap disimpan sebagian" in teks
    assert "1 dari 2 kelompok diterima, 1 ditahan" in teks
    for kutipan in ("“dua juta” bukan angka", "“tiga orang” bukan angka"):
        assert kutipan in teks
    potongan = [str(d.value.to_numpy().tolist()) for d in app.dataframe]
    assert any("▶ dua juta" in p and "Seruni" in p for p in potongan)
    assert any("▶ 25" in p for p in potongan)

    button(app, "simpan").click().run()
    terakhir = submissions(office).iloc[-1]
    assert (terakhir["keadaan"], terakhir["n_diterima"], terakhir["n_tertahan"]) == (
        "sebagian", 1, 1,
    )  # fmt: skip


def test_the_reason_that_the_sender_writes_is_kept(office):
    app = upload(opened(), ("pilang.xlsx", form(PILANG, Seruni={"shu": 70_000})))
    assert "SHU" in words(app)
    alasan = [t for t in app.text_input if str(t.key).startswith("alasan_")]
    for kotak in alasan:
        kotak.input("Ada pembulatan kas")
    app.run()
    button(app, "simpan").click().run()
    assert not app.exception
    temuan = snapshot(open_store(office / "up2k.db")).temuan
    assert alasan
    assert (temuan["alasan"] == "Ada pembulatan kas").sum() == len(alasan)


@pytest.mark.parametrize(
    ("nama", "isi"),
    [
        ("virus.xlsx", b"MZ\x90\x00" + bytes(range(256)) * 20),
        ("terpotong.xlsx", None),
        ("kosong.xlsx", b""),
        ("surat.xlsx", b"%PDF-1.7 bukan lembar kerja"),
        ("acak.csv", bytes(range(256)) * 50),
    ],
)
def test_a_hostile_or_broken_file_gets_a_sentence_and_nothing_is_stored(
    office, nama, isi
):
    sebelum = len(submissions(office))
    app = upload(opened(), (nama, form(PILANG)[:9000] if isi is None else isi))
    assert not app.exception
    teks = words(app)
    assert "Ditolak: " in teks
    assert "Belum ada yang dapat disimpan." in teks
    assert button(app, "simpan") is None
    assert len(submissions(office)) == sebelum


@pytest.mark.usefixtures("office")
def test_one_bad_file_does_not_stop_the_other():
    app = upload(opened(), ("rusak.xlsx", b"PK rusak"), ("jati.xlsx", form(JATI)))
    assert not app.exception
    assert "Ditolak: " in words(app)
    assert button(app, "simpan").label == "Simpan"


@pytest.mark.usefixtures("office")
def test_the_same_bytes_are_recognised():
    app = upload(opened(), ("lagi.xlsx", form(PILANG)))
    assert not app.exception
    assert "Sudah diterima" in words(app)
    assert app.success[0].value.startswith("Semuanya sudah diterima")
    assert button(app, "simpan") is None


@pytest.mark.usefixtures("office")
def test_a_period_that_has_not_ended_is_refused():
    depan = KINI.shift(2)
    app = upload(opened(), ("depan.xlsx", form(PILANG, depan)))
    assert not app.exception
    assert "Ditolak: " in words(app)
    assert Periode.parse(str(depan)).label in words(app)


@pytest.mark.usefixtures("office")
def test_a_file_name_is_shown_as_typed_not_as_markup():
    app = upload(opened(), ("![x](http://a.b/c)*tebal*.xlsx", b"PK rusak"))
    kepala = [m.value for m in app.markdown if "tebal" in m.value]
    assert kepala == [r"#### \!\[x\]\(http\:\/\/a\.b\/c\)\*tebal\*\.xlsx"]


def test_the_first_real_report_says_that_the_sample_goes_and_ends_it(data_dir):
    fill(open_store(data_dir / "contoh.db"), contoh=True)
    app = upload(opened(), ("jati.xlsx", form(JATI)))
    assert "data contoh tidak ditampilkan lagi" in words(app)
    assert not is_started(open_store(data_dir / "up2k.db"))
    app.checkbox[0].check().run()
    button(app, "simpan").click().run()
    assert not app.exception
    assert is_started(open_store(data_dir / "up2k.db"))
    assert list(submissions(data_dir)["kode_wilayah"]) == [JATI]
    assert nama_wilayah(JATI) in words(app)


def labelled(app: AppTest, label: str):
    return next(b for b in app.button if b.label == label)


def fields(app: AppTest, awal: str) -> list:
    return [t for t in app.text_input if str(t.key).startswith(awal)]


@pytest.mark.usefixtures("data_dir")
def test_with_nothing_chosen_there_is_nothing_to_check_or_to_undo():
    app = opened()
    assert [s.value for s in app.subheader] == [
        "1. Ambil formulir",
        "2. Kirim laporan",
    ]
    assert not app.button


@pytest.mark.usefixtures("office")
def test_a_clean_file_says_what_it_would_change_without_opening_it():
    app = upload(opened(), ("jati.xlsx", form(JATI)))
    (lipat,) = [e for e in app.expander if e.label.startswith("Yang akan berubah")]
    assert lipat.label == "Yang akan berubah: 1 kelompok baru"
    assert not lipat.proto.expanded
    assert "Kelompok baru: **Dahlia**." in words(app)
    assert not fields(app, "betul_")


@pytest.mark.usefixtures("office")
def test_what_may_not_be_meant_is_open_and_written_as_it_was_and_becomes():
    besar = {"omzet_usaha": 30_000_000}
    app = upload(
        opened(), ("pilang.xlsx", form(PILANG, kelompok=("Seruni",), Seruni=besar))
    )
    (lipat,) = [e for e in app.expander if e.label.startswith("Yang akan berubah")]
    assert lipat.label.endswith("1 kelompok tidak dilaporkan, 1 isian berubah")
    assert lipat.proto.expanded
    teks = words(app).replace("*", "")
    assert "Seruni, Omzet usaha anggota: Rp 3.000.000 → Rp 30.000.000" in teks
    assert "tidak ada di berkas ini: Cempaka." in teks


def test_small_faults_are_mended_on_the_page_and_the_file_stays_as_it_was(
    office, monkeypatch
):
    salah = form(PILANG, Seruni={"kas": "seratus rb"})
    app = upload(opened(), ("pilang.xlsx", salah))
    assert "Siap disimpan sebagian" in words(app)
    (isian,) = fields(app, "betul_")
    assert isian.label.replace("\\", "") == "Kas, Seruni (Keuangan › R6)"
    assert isian.value == "seratus rb"
    labelled(app, "Periksa ulang").click().run()
    assert "Belum ada isian yang diubah." in words(app)

    fields(app, "betul_")[0].input("100.000")
    labelled(app, "Periksa ulang").click().run()
    assert not app.exception
    assert "Siap disimpan" in words(app)
    assert "sebagian" not in words(app)
    assert "Diperbaiki di layar (1)" in words(app)
    assert "sel R6: “seratus rb” → “100.000”" in words(app)

    button(app, "simpan").click().run()
    assert "1 sel diperbaiki di layar." in words(app)
    toko = open_store(office / "up2k.db")
    nomor = int(submissions(office)["kiriman_id"].max())
    assert original(toko, nomor)[1] == salah
    asal = cells(toko, f"{PILANG}-01", str(KINI), ["kas"])
    assert asal[["nilai", "lama", "baru"]].values.tolist() == [
        [100_000, "seratus rb", "100.000"]
    ]
    # Outside a page nothing tells the caches of other tests from those of this one.
    monkeypatch.setattr("ui.cached.store", lambda: toko)
    asal = gather({f"{PILANG}-01": "Seruni"}, [KINI], ["kas", "omzet_usaha"])
    assert asal["perbaikan"].tolist() == [
        "diperbaiki di layar: seratus rb → 100.000",
        "",
    ]


@pytest.mark.usefixtures("office")
def test_a_mend_can_be_taken_back():
    app = upload(opened(), ("pilang.xlsx", form(PILANG, Seruni={"kas": "seratus rb"})))
    fields(app, "betul_")[0].input("100000")
    labelled(app, "Periksa ulang").click().run()
    labelled(app, "Pakai lagi isian asli").click().run()
    assert "Siap disimpan sebagian" in words(app)
    assert fields(app, "betul_")[0].value == "seratus rb"


@pytest.mark.usefixtures("office")
def test_the_marked_workbook_is_made_when_it_is_asked_for():
    app = upload(opened(), ("pilang.xlsx", form(PILANG, Seruni={"kas": "seratus rb"})))
    assert "Unduh berkas bertanda" not in [b.label for b in app.download_button]
    labelled(app, "Siapkan berkas bertanda").click().run()
    assert "Unduh berkas bertanda" in [b.label for b in app.download_button]


def test_columns_that_changed_places_are_asked_about_before_storing(office):
    tukar = {"kas": 2_100_000, "pinjaman_beredar": 100_000}
    app = upload(opened(), ("pilang.xlsx", form(PILANG, Seruni=tukar, Cempaka=tukar)))
    assert "apakah kolomnya tertukar?" in words(app)
    assert button(app, "simpan").disabled
    (tanya,) = [c for c in app.checkbox if c.key.startswith("kolom_")]
    tanya.check().run()
    button(app, "simpan").click().run()
    temuan = snapshot(open_store(office / "up2k.db")).temuan
    (satu,) = temuan[temuan["jenis"] == "kolom_tertukar"]["alasan"]
    assert satu == "Sudah dicocokkan pengirim"


def test_a_batch_of_three_with_one_rejected_is_stored_and_undone_as_one(office):
    sebelum = list(submissions(office)["keadaan"])
    koreksi = form(PILANG, Seruni={"omzet_usaha": 3_500_000})
    app = upload(
        opened(), ("jati.xlsx", form(JATI)), ("rusak.xlsx", b"PK rusak"),
        ("pilang.xlsx", koreksi),
    )  # fmt: skip
    assert "**3 berkas:** 2 siap disimpan dan 1 ditolak." in words(app)
    app.checkbox[0].check().run()
    assert button(app, "simpan").label == "Simpan 2 berkas"
    button(app, "simpan").click().run()
    teks = words(app)
    for kata in ("**jati.xlsx**: Diterima", "**pilang.xlsx**: Diterima",
                 "**rusak.xlsx**: Ditolak"):  # fmt: skip
        assert kata in teks
    assert list(submissions(office)["keadaan"]) == [*sebelum, "diterima", "diterima"]

    labelled(app, "Ya, batalkan").click().run()
    assert "Tulis alasan pembatalannya terlebih dahulu." in words(app)
    fields(app, "sebab_baru_saja_")[0].input("berkas bulan lalu")
    labelled(app, "Ya, batalkan").click().run()
    assert not app.exception
    assert app.success[0].value == "2 berkas dibatalkan."
    kini = list(submissions(office)["keadaan"])
    assert kini == [*sebelum, "dibatalkan", "dibatalkan"]
    daftar = snapshot(open_store(office / "up2k.db")).kelompok
    assert JATI not in set(daftar["kode_wilayah"])

    labelled(app, "Berlakukan lagi").click().run()
    assert app.success[0].value == "2 berkas berlaku lagi."
    assert list(submissions(office)["keadaan"]) == [*sebelum, "diterima", "diterima"]


def test_a_file_that_was_undone_is_stored_again_only_after_a_yes(office):
    nomor = int(submissions(office)["kiriman_id"].max())
    undo(open_store(office / "up2k.db"), str(nomor), oleh="a", alasan="salah")
    app = upload(opened(), ("pilang.xlsx", form(PILANG)))
    (tanya,) = [c for c in app.checkbox if c.key.startswith("ulang_")]
    assert button(app, "simpan").disabled
    tanya.check().run()
    button(app, "simpan").click().run()
    assert submissions(office).iloc[-1]["keadaan"] == "diterima"


def test_an_officer_may_undo_only_what_officers_sent(office, monkeypatch):
    toko = open_store(office / "up2k.db")
    with Reader() as reader:
        ingest(toko, "jati.xlsx", form(JATI), oleh="koordinator", reader=reader)
    judul = [e.label for e in opened().expander]
    assert any("Jati" in j for j in judul)
    monkeypatch.setenv("UP2K_PERAN", "petugas")
    judul = [e.label for e in opened().expander]
    assert judul
    assert not any("Jati" in j for j in judul)


def test_the_new_groups_of_many_files_are_named_and_confirmed_in_one_go(data_dir):
    empat = [k for k in kelurahan() if k.startswith("35.74.01")][:4]
    berkas = [(f"{k}.xlsx", form(k, kelompok=("Teratai",))) for k in empat]
    app = upload(opened(), *berkas)
    assert "4 kelompok baru di 4 berkas" in words(app)
    (tanya,) = app.checkbox
    assert tanya.label == "Benar, 4 kelompok itu memang kelompok baru."
    tanya.check().run()
    button(app, "simpan").click().run()
    assert len(submissions(data_dir)) == 4
