"""Handing in a report as a sender meets it: nothing is stored before a yes."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from reference.periode import Periode
from reference.wilayah import nama_wilayah
from store import is_started, open_store, snapshot
from tests.forms_city import JATI, KINI, PILANG, fill, form

PAGE = str(Path(__file__).resolve().parents[1] / "pages" / "07_kirim_laporan.py")
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
    alasan = [t for t in app.text_input if t.key.startswith("alasan_")]
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
