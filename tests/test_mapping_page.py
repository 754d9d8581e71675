"""A sheet of an office's own on the upload page: asked once, then never again."""

from streamlit.testing.v1 import AppTest

from reference.periode import Periode
from store import open_store, snapshot
from tests.forms_city import JATI, KINI, PERIODE, PILANG
from tests.test_upload_page import button, opened, submissions, upload, words

KEPALA = "Nama klp;Jml anggota;Simp. Wajib;Kas;Iuran sosial;No HP"


def rekap(periode: Periode, wajib: int, kas: int, kepala: str = KEPALA) -> bytes:
    """A small sheet in CSV with two groups of Jati."""
    baris = [
        f"Laporan UP2K Kelurahan Jati {periode.label}",
        kepala,
        f"Melati;21;{wajib};{kas};5000;081200000001",
        f"Mawar;14;{wajib - 50_000};{kas - 10_000};4000;081200000002",
    ]
    return "\n".join(baris).encode()


def asked(app: AppTest) -> bool:
    return "Apa arti tiap kolom?" in words(app)


def choose(app: AppTest, huruf: str, nama: str) -> AppTest:
    """Says what a column means."""
    kotak = next(s for s in app.selectbox if s.label == f"Arti kolom {huruf}")
    return kotak.select(nama).run()


def sure(app: AppTest) -> AppTest:
    return _press(app, "susunan_pastikan_")


def _press(app: AppTest, awal: str) -> AppTest:
    return next(b for b in app.button if (b.key or "").startswith(awal)).click().run()


def save(app: AppTest) -> AppTest:
    for kotak in app.checkbox:
        if not kotak.value:
            kotak.check()
    app.run()
    return button(app, "simpan").click().run()


def test_asked_once_confirmed_stored_and_taken_by_itself_next_time(office):
    sebelum = len(submissions(office))
    app = upload(opened(), ("jati.csv", rekap(PERIODE[1], 500_000, 90_000)))
    assert not app.exception
    assert asked(app)
    assert "Kolom F berisi data pribadi" in words(app)
    assert "0812" not in words(app)
    assert button(app, "simpan") is None

    choose(app, "E", "iuran_swadaya")
    sure(app)
    assert not app.exception
    assert not asked(app)
    assert "Diterima: 2 kelompok (Jati" in words(app)
    assert "Dibaca menurut arti kolom yang Anda pastikan." in words(app)
    assert len(submissions(office)) == sebelum
    save(app)
    assert not app.exception
    posisi = snapshot(open_store(office / "up2k.db")).posisi
    melati = posisi[
        (posisi["kode_wilayah"] == JATI) & (posisi["nama_kelompok"] == "Melati")
    ]
    assert melati[["iuran_swadaya", "kas"]].to_numpy().tolist() == [[5000, 90_000]]

    lagi = upload(opened(), ("jati 2.csv", rekap(KINI, 520_000, 95_000)))
    assert not asked(lagi)
    assert "Dibaca menurut arti kolom yang diingat" in words(lagi)
    save(lagi)
    assert len(submissions(office)) == sebelum + 2


def test_a_changed_sheet_is_asked_again_and_the_answer_can_be_changed(office):
    app = upload(opened(), ("jati.csv", rekap(PERIODE[1], 500_000, 90_000)))
    save(sure(app))
    lain = KEPALA.replace("Kas", "Bank")
    app = upload(opened(), ("jati.csv", rekap(KINI, 520_000, 95_000, lain)))
    assert asked(app)
    assert "judul “Kas” tidak ada lagi" in words(app)

    app = upload(opened(), ("jati 2.csv", rekap(KINI, 520_000, 95_000)))
    assert not asked(app)
    _press(app, "susunan_ubah_")
    assert asked(app)
    assert "Anda ingin memeriksa arti kolomnya lagi" in words(app)
    assert len(submissions(office)) == 10


def test_one_variable_twice_or_no_group_name_cannot_be_confirmed(office):
    app = upload(opened(), ("jati.csv", rekap(PERIODE[1], 500_000, 90_000)))
    choose(app, "E", "kas")
    assert "Kas dipilih untuk kolom D dan E; satu saja." in words(app)
    assert _disabled(app)
    choose(app, "E", "")
    assert not _disabled(app)
    choose(app, "A", "")
    assert "Pilih kolom yang berisi nama kelompok di lembar CSV." in words(app)
    assert len(submissions(office)) == 9


def _disabled(app: AppTest) -> bool:
    return next(
        b.disabled for b in app.button if (b.key or "").startswith("susunan_pastikan_")
    )


def test_a_file_without_place_or_period_is_completed_on_the_page(office):
    isi = rekap(PERIODE[1], 500_000, 90_000).split(b"\n", 1)[1]
    app = upload(opened(), ("rekap.csv", isi))
    assert "Pilih kelurahannya." in words(app)
    assert "Pilih periodenya." in words(app)
    assert _disabled(app)
    next(s for s in app.selectbox if s.label == "Kelurahan").select(PILANG).run()
    next(s for s in app.selectbox if s.label == "Periode").select(KINI).run()
    sure(app)
    assert f"(Pilang, {KINI.label})" in words(app)
    assert len(submissions(office)) == 9
