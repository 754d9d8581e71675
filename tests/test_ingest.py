"""Files in, receipts out: the way of a submission through reader, checks and store."""

import dataclasses
import datetime as dt
import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import store as gudang
from loaders.__main__ import main
from loaders.ingest import ingest
from loaders.reader import Reader
from loaders.rebuild import reread
from loaders.receipt import TandaTerima, as_text
from loaders.template.isian import (
    IsianFormulir,
    IsianKelompok,
    KolomTambahan,
    Perubahan,
)
from loaders.template.write import write_template
from reference.periode import Periode
from reference.syarat import langkah
from reference.tulisan import hari_ini
from reference.wilayah import kelurahan
from store.lineage import kept
from tests.forms_city import KINI, values

ROOT = Path(__file__).resolve().parent.parent
KULON = "35.74.04.1006"
JATI = "35.74.03.1004"
LALU = KINI.previous()
ONE, TWO = f"{KULON}-01", f"{KULON}-02"


@pytest.fixture(scope="module")
def reader():
    with Reader() as satu:
        yield satu


def form(
    *kelompok: tuple,
    periode: Periode = KINI,
    kode_wilayah: str = KULON,
    contoh: bool = False,
    perubahan: Perubahan | None = None,
) -> bytes:
    """A filled form: groups as (kode, nama, changed values, remark)."""
    ke = 1 if periode == KINI else 0
    isian = IsianFormulir(
        kelompok=tuple(
            IsianKelompok(
                kode,
                nama,
                values(ke) | dict(*ubah[:1]),
                dict.fromkeys(langkah(), ("belum", None, "")),
                catatan=ubah[1] if len(ubah) > 1 else "",
            )
            for kode, nama, *ubah in kelompok
        ),
        nilai={"poksus_ada": "ya", "usaha_perorangan": 4},
        perubahan=perubahan or Perubahan(),
    )
    keluar = io.BytesIO()
    write_template(keluar, kode_wilayah, periode, contoh=contoh, isian=isian)
    return keluar.getvalue()


def every_part(data: bytes) -> bytes:
    """All that stands in a workbook, unpacked."""
    with zipfile.ZipFile(io.BytesIO(data)) as paket:
        return b"".join(paket.read(n) for n in paket.namelist())


@pytest.fixture
def send(store, reader):
    """Hand in a form; what is not said is the same for all."""

    def kirim(data: bytes, nama: str = "a.xlsx", **lain) -> TandaTerima:
        isi = {"oleh": "petugas", "reader": reader, **lain}
        return ingest(store, nama, data, **isi)

    return kirim


@pytest.fixture
def city(store, send):
    """Melati (-01) and Mawar (-02) reported last period, long ago."""
    lama = form(("", "Melati"), ("", "Mawar"), periode=LALU)
    send(lama, "lama.xlsx", diterima=LALU.end + dt.timedelta(days=3))
    return store


def both(one: dict | None = None, two: dict | None = None, **lain) -> bytes:
    satu, dua = (ONE, "Melati", one or {}), (TWO, "Mawar", two or {})
    return form(satu, dua, **lain)


def kinds(tanda: TandaTerima) -> set[str]:
    return {t.jenis for t in tanda.temuan}


def kas(store) -> dict:
    p = gudang.snapshot(store).posisi
    p = p[p["periode"] == str(KINI)]
    return dict(zip(p["kode_kelompok"], p["kas"], strict=True))


def swapped(kas: int) -> dict:
    """Cash and stock that keep the books balanced."""
    return {"kas": kas, "persediaan": 100_000 - kas}


def test_new_groups_get_codes_and_the_receipt_names_them(store, send):
    tanda = send(form(("", "Melati"), ("", "Mawar")), "kulon.xlsx")
    assert tanda.keadaan == "diterima"
    assert tanda.kalimat == f"Diterima: 2 kelompok (Kebonsari Kulon, {KINI.label})."
    assert tanda.kelompok_baru == (f"Melati ({ONE})", f"Mawar ({TWO})")
    assert kinds(tanda) == {"kelompok_baru"}
    # the names stand in column C under the heading in row 5
    assert [(t.lembar, t.sel) for t in tanda.temuan] == [
        ("Kelompok", "C6"),
        ("Kelompok", "C7"),
    ]
    snap = gudang.snapshot(store)
    assert snap.kelompok["nama_kelompok"].tolist() == ["Melati", "Mawar"]
    assert snap.kelurahan["usaha_perorangan"].tolist() == [4]
    assert len(snap.langkah) == 2 * len(langkah())


def test_every_value_written_comes_out_of_the_store_with_its_cell(store, send):
    send(form(("", "Melati", {"hadir_rata_rata": 12.5})))
    baris = gudang.snapshot(store).posisi.iloc[0]
    ditulis = values(1) | {"hadir_rata_rata": 12.5, "tanggal_berdiri": None}
    for nama, nilai in ditulis.items():
        if nilai is not None:
            assert baris[nama] == nilai, nama
    assert baris["tanggal_berdiri"].date() == dt.date(2015, 8, 17)
    asal = gudang.cells(store, ONE, str(KINI), ["kas", "anggota_akhir"])
    assert asal["lembar"].tolist() == ["Keuangan", "Kelompok"]
    assert asal["nilai"].tolist() == [100_000, 20]


@pytest.mark.usefixtures("city")
def test_a_quiet_report_of_known_groups_has_nothing_to_say(send):
    assert send(both()).temuan == ()


def test_the_same_bytes_again_change_nothing(city, send):
    pertama = send(both())
    sebelum = gudang.fingerprint(city)
    lagi = send(both(), "nama lain.xlsx")
    assert lagi.keadaan == "sudah_diterima"
    assert lagi.kalimat.startswith("Sudah diterima")
    assert lagi.kiriman_id == pertama.kiriman_id
    assert lagi.semua_diterima
    assert gudang.fingerprint(city) == sebelum


def test_a_newer_file_supersedes_group_by_group(city, send):
    send(both(swapped(90_000), swapped(80_000)))
    tanda = send(both(swapped(70_000), {"kas": "dua juta"}))
    assert tanda.keadaan == "sebagian"
    assert tanda.kalimat == (
        f"1 dari 2 kelompok diterima, 1 ditahan (Kebonsari Kulon, {KINI.label})."
    )
    assert {"bukan_angka", "menggantikan"} <= kinds(tanda)
    assert kas(city) == {ONE: 70_000, TWO: 80_000}
    posisi = gudang.snapshot(city).posisi
    tertahan = posisi[posisi["tertahan"]]
    assert tertahan[["kode_kelompok", "periode"]].values.tolist() == [[TWO, str(KINI)]]


def test_a_superseded_file_is_asked_about_and_then_the_newest(city, send):
    lama, baru = both(swapped(90_000)), both(swapped(70_000))
    send(lama)
    send(baru)
    sebelum = gudang.fingerprint(city)
    dilihat = send(lama, simpan=False)
    assert (dilihat.keadaan, dilihat.perlu_jawaban) == ("diterima", True)
    ditanya = send(lama)
    assert (ditanya.keadaan, ditanya.perlu_jawaban) == ("ditolak", True)
    assert "pernah diterima" in ditanya.kalimat
    assert not ditanya.semua_diterima
    assert gudang.fingerprint(city) == sebelum
    assert kas(city)[ONE] == 70_000
    assert send(lama, ulang=True).keadaan == "diterima"
    assert kas(city)[ONE] == 90_000


def test_an_answer_to_the_question_is_as_good_as_asking_for_it(city, send):
    lama = both(swapped(90_000))
    send(lama)
    send(both(swapped(70_000)))
    tanda = send(lama, alasan={("berkas_lama", ""): "yang pertama yang benar"})
    assert tanda.keadaan == "diterima"
    alasan = gudang.snapshot(city).temuan.set_index("jenis")["alasan"]
    assert alasan["berkas_lama"] == "yang pertama yang benar"


def test_check_stores_nothing(store, send):
    sebelum = gudang.fingerprint(store)
    tanda = send(form(("", "Melati")), simpan=False)
    assert tanda.keadaan == "diterima"
    assert tanda.kelompok_baru == ("Melati",)
    assert tanda.kiriman_id is None
    assert send(b"bukan apa-apa", simpan=False).keadaan == "ditolak"
    assert gudang.fingerprint(store) == sebelum
    assert not gudang.is_started(store)


def test_a_closed_period_is_refused_with_the_date_until_it_is_reopened(city, send):
    gudang.close_period(city, str(KINI), oleh="koordinator")
    tanda = send(both())
    assert tanda.keadaan == "ditolak"
    assert f"{KINI.label} sudah ditutup sejak" in tanda.kalimat
    assert kas(city) == {}
    kiriman = gudang.snapshot(city).kiriman.set_index("kiriman_id")
    assert kiriman.loc[tanda.kiriman_id, "keadaan"] == "ditolak"
    gudang.reopen_period(city, str(KINI), oleh="koordinator")
    assert send(both()).keadaan == "diterima"
    assert set(kas(city)) == {ONE, TWO}


def test_a_file_rejected_again_is_not_written_down_again(city, send):
    gudang.close_period(city, str(KINI), oleh="koordinator")
    pertama = send(both())
    sebelum = gudang.fingerprint(city)
    assert send(both()).kiriman_id == pertama.kiriman_id
    assert gudang.fingerprint(city) == sebelum


def test_a_sample_form_never_enters_the_real_store(store, send):
    contoh = form(("", "Melati"), contoh=True)
    tanda = send(contoh)
    assert tanda.keadaan == "ditolak"
    assert kinds(tanda) == {"contoh_ditolak"}
    assert not gudang.is_started(store)


def test_a_store_holds_samples_or_real_reports_never_both(send):
    assert send(form(("", "Melati"), contoh=True), contoh=True).keadaan == "diterima"
    with pytest.raises(gudang.StoreError, match="data contoh"):
        send(form(("", "Mawar")))


def test_a_code_that_was_never_given_holds_its_group(city, send):
    tanda = send(form((ONE, "Melati"), (f"{KULON}-77", "Sakura")))
    assert tanda.keadaan == "sebagian"
    assert "kode_belum_terdaftar" in kinds(tanda)
    (kode,) = [t for t in tanda.temuan if t.jenis == "kode_belum_terdaftar"]
    assert kode.sel == "B7"
    assert set(kas(city)) == {ONE}


def test_a_group_without_code_is_known_by_its_exact_name(city, send):
    tanda = send(form(("", "MELATI"), (TWO, "Mawar")))
    assert kinds(tanda) == {"dikenali_dari_nama"}
    assert set(kas(city)) == {ONE, TWO}


def test_a_name_that_is_only_alike_is_a_new_group_and_asked_about(city, send):
    tanda = send(form((ONE, "Melati"), (TWO, "Mawar"), ("", "Melatii")))
    assert {"kelompok_baru", "nama_mirip"} == kinds(tanda)
    assert tanda.kelompok_baru == (f"Melatii ({KULON}-03)",)
    assert len(gudang.snapshot(city).kelompok) == 3


@pytest.mark.usefixtures("city")
def test_a_code_with_another_name_is_asked_about(send):
    tanda = send(form((ONE, "Sakura"), (TWO, "Mawar")))
    assert kinds(tanda) == {"nama_berganti"}
    (temuan,) = tanda.temuan
    assert (temuan.lembar, temuan.kelompok) == ("Kelompok", ONE)


def test_one_group_written_by_code_and_by_name_is_held(city, send):
    tanda = send(form((ONE, "Melati"), ("", "Melati"), (TWO, "Mawar")))
    assert tanda.keadaan == "sebagian"
    assert "kelompok_ganda" in kinds(tanda)
    assert set(kas(city)) == {TWO}


def test_a_group_left_out_is_asked_about_until_it_is_closed(city, send):
    tanda = send(form((ONE, "Melati")))
    (temuan,) = tanda.temuan
    assert temuan.jenis == "kelompok_tidak_dilaporkan"
    assert f"Mawar ({TWO})" in temuan.pesan
    assert tanda.keadaan == "diterima"
    tutup = KINI.start - dt.timedelta(days=1)
    gudang.close_group(city, TWO, oleh="koordinator", tanggal=tutup)
    assert "kelompok_tidak_dilaporkan" not in kinds(
        send(form((ONE, "Melati", {"rw": "9"})))
    )
    lagi = send(both())
    assert "kelompok_sudah_tutup" in kinds(lagi)


@pytest.mark.usefixtures("city")
def test_opening_members_must_be_the_last_closing(send):
    salah = {"anggota_awal": 21, "anggota_masuk": 0, "anggota_keluar": 1}
    tanda = send(both(salah))
    assert kinds(tanda) == {"anggota_awal_berbeda"}
    (temuan,) = tanda.temuan
    assert (temuan.tingkat, temuan.kelompok) == ("periksa", ONE)
    assert temuan.sel


@pytest.mark.usefixtures("city")
def test_loans_must_follow_from_the_last_balance(send):
    tanda = send(both({"angsuran_pokok": 400_000}))
    assert kinds(tanda) == {"pinjaman_beredar_tidak_cocok"}


@pytest.mark.usefixtures("city")
def test_last_periods_numbers_handed_in_again_are_asked_about(send):
    tanda = send(both(values(0)))
    assert "sama_dengan_lalu" in kinds(tanda)


def test_the_senders_reasons_are_kept_with_the_finding(city, send):
    nakal = {"anggota_awal": 21, "anggota_keluar": 1}
    data = form((ONE, "Melati", nakal, "salah hitung dulu"), (TWO, "Mawar", nakal))
    dilihat = send(data, simpan=False)
    mawar = next(t for t in dilihat.temuan if t.kelompok == TWO)
    kunci = (mawar.jenis, f"{mawar.lembar}!{mawar.sel}")
    send(data, alasan={kunci: "pindah dari kelompok lain"})

    def alasan() -> dict:
        t = gudang.snapshot(city).temuan
        t = t[t["jenis"] == mawar.jenis]
        return dict(zip(t["kode_kelompok"], t["alasan"], strict=True))

    diharapkan = {ONE: "salah hitung dulu", TWO: "pindah dari kelompok lain"}
    assert alasan() == diharapkan
    with Reader() as satu:
        for lama in kept(city):
            reread(city, satu, lama)
    assert alasan() == diharapkan


def test_older_backlog_is_kept_and_does_not_count(city, send):
    send(both(swapped(90_000)))
    tanda = send(both(swapped(70_000)), diterima=KINI.end + dt.timedelta(days=2))
    assert tanda.keadaan == "diterima"
    assert kinds(tanda) == {"lebih_baru_sudah_ada"}
    assert kas(city)[ONE] == 90_000
    hari = KINI.end + dt.timedelta(days=2)
    assert gudang.snapshot(city, hari).posisi["kas"].tolist().count(70_000) == 1


def test_a_day_of_receipt_that_has_not_come_is_refused(send):
    with pytest.raises(ValueError, match="belum tiba"):
        send(form(("", "Melati")), diterima=hari_ini() + dt.timedelta(days=2))


@pytest.mark.parametrize(
    ("nama", "data", "kata"),
    [
        ("kosong.xlsx", b"", "kosong"),
        ("foto.jpg", b"\xff\xd8\xff\xe0" + bytes(50), "JPEG"),
        ("potong.xlsx", both()[:5000], "rusak"),
        ("daftar.csv", b"Nama;NIK\nContoh;0000000000000000\n", "Bukan Formulir UP2K"),
    ],
)
def test_what_is_no_form_is_listed_with_its_cause_and_its_bytes_are_not_kept(
    store, send, nama, data, kata
):
    tanda = send(data, nama)
    assert tanda.keadaan == "ditolak"
    assert kata in tanda.kalimat
    assert "\n" not in tanda.kalimat
    with pytest.raises(gudang.StoreError, match="tidak disimpan"):
        gudang.original(store, tanda.kiriman_id)
    snap = gudang.snapshot(store)
    assert snap.kiriman["nama_berkas"].tolist() == [nama]
    assert snap.temuan["tingkat"].tolist() == ["galat"]
    assert snap.posisi.empty


def test_personal_columns_are_blanked_before_the_file_is_kept(store, send):
    nik = "3574" + "0" * 12
    kolom = KolomTambahan("Kelompok", "NIK Ketua", "rw", (nik, nik))
    data = form(("", "Melati"), perubahan=Perubahan(kolom=(kolom,)))
    tanda = send(data, "kulon.xlsx")
    assert "kolom_pribadi" in kinds(tanda)
    assert tanda.keadaan == "diterima"
    nama, disimpan = gudang.original(store, tanda.kiriman_id)
    assert nama == "kulon.xlsx"
    assert every_part(data).count(nik.encode()) > 0
    assert every_part(disimpan).count(nik.encode()) == 0
    assert send(data).keadaan == "sudah_diterima"


def test_rebuild_adds_readings_and_changes_no_code_and_no_value(city, send, reader):
    send(form((ONE, "Melati"), ("", "Kenanga")))
    gudang.close_period(city, str(KINI), oleh="koordinator")
    sebelum = gudang.snapshot(city)
    hasil = [reread(city, reader, lama) for lama in kept(city)]
    assert [t.keadaan for t in hasil] == ["diterima", "diterima"]
    sesudah = gudang.snapshot(city)
    beda = ["pembacaan_id"]
    assert sesudah.posisi.drop(columns=beda).equals(sebelum.posisi.drop(columns=beda))
    assert (sesudah.posisi["pembacaan_id"] > sebelum.posisi["pembacaan_id"]).all()
    assert sesudah.kelompok.equals(sebelum.kelompok)


def test_rebuild_takes_what_todays_loaders_read(city, send, reader, monkeypatch):
    send(both(swapped(90_000)))
    asli = Reader.read

    def another_loader(self, data, nama, *, hari_ini, bantuan):
        bacaan = asli(self, data, nama, hari_ini=hari_ini, bantuan=bantuan)
        for g in bacaan.kelompok:
            g.nilai["kas"] = 1
        return bacaan

    monkeypatch.setattr(Reader, "read", another_loader)
    for lama in kept(city):
        reread(city, reader, lama)
    assert kas(city) == {ONE: 1, TWO: 1}
    kemarin = hari_ini() - dt.timedelta(days=1)
    lalu = gudang.snapshot(city, kemarin).posisi
    assert lalu["kas"].tolist() == [100_000, 100_000]


def test_a_worker_that_fails_during_rebuild_costs_nothing(city):
    sebelum = gudang.fingerprint(city)
    with Reader(perintah=(sys.executable, "-c", "")) as mati:
        (tanda,) = [reread(city, mati, lama) for lama in kept(city)]
    assert tanda.keadaan == "ditolak"
    assert "pembacaan yang lama tetap berlaku" in tanda.kalimat
    assert gudang.fingerprint(city) == sebelum


@pytest.mark.usefixtures("city")
def test_the_receipt_reads_like_a_letter(send):
    teks = as_text(send(both(two={"kas": "dua juta"}), "kulon.xlsx"))
    baris = teks.splitlines()
    assert baris[0].startswith("kulon.xlsx: 1 dari 2 kelompok diterima, 1 ditahan")
    assert baris[1] == "  ✖ Bukan angka"
    assert "Lembar Keuangan, sel" in baris[2]
    assert "“dua juta” bukan angka" in baris[2]


# ------------------------------------------------------------------ command line


@pytest.fixture
def office(tmp_path, monkeypatch) -> Path:
    """A folder with a good form, and a data folder that is empty."""
    monkeypatch.setenv("UP2K_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.delenv("UP2K_DATABASE_URL", raising=False)
    folder = tmp_path / "kiriman"
    folder.mkdir()
    (folder / "kulon.xlsx").write_bytes(form(("", "Melati")))
    return folder


def stored() -> list[str]:
    with gudang.read(s := gudang.open_store()):
        return gudang.snapshot(s).kiriman["nama_berkas"].tolist()


def test_all_taken_ends_with_0_also_the_second_time(office, capsys):
    assert main(["ingest", str(office)]) == 0
    assert "Diterima: 1 kelompok" in capsys.readouterr().out
    assert main(["ingest", str(office)]) == 0
    assert "Sudah diterima" in capsys.readouterr().out
    assert stored() == ["kulon.xlsx"]


def test_one_bad_file_stops_no_other_and_ends_with_1(office, capsys):
    (office / "a_rusak.xlsx").write_bytes(b"PK\3\4 rusak")
    (office / "sub").mkdir()
    (office / "sub" / "jati.xlsx").write_bytes(form(("", "Dahlia"), kode_wilayah=JATI))
    (office / "~$kulon.xlsx").write_bytes(b"kunci")
    assert main(["ingest", str(office)]) == 1
    keluar = capsys.readouterr()
    assert "2 dari 3 berkas diterima seluruhnya." in keluar.out
    assert "a_rusak.xlsx: Ditolak:" in keluar.out
    assert "~$kulon.xlsx: dilewati" in keluar.err
    assert stored() == ["a_rusak.xlsx", "kulon.xlsx", "jati.xlsx"]


def test_a_held_group_ends_with_1(office):
    (office / "kulon.xlsx").write_bytes(form(("", "Melati", {"kas": "dua juta"})))
    assert main(["ingest", str(office)]) == 1


def test_check_ends_alike_and_stores_nothing(office):
    assert main(["check", str(office)]) == 0
    (office / "rusak.xlsx").write_bytes(b"PK\3\4 rusak")
    assert main(["check", str(office)]) == 1
    assert stored() == []


@pytest.mark.parametrize(
    "argv",
    [
        [],
        ["ingest"],
        ["ingest", "tidak ada.xlsx"],
        ["ingest", ".", "--diterima", "kemarin"],
        ["ingest", ".", "--diterima", "2999-01-01"],
    ],
)
@pytest.mark.usefixtures("office")
def test_wrong_use_ends_with_2(argv):
    try:
        assert main(argv) == 2
    except SystemExit as keluar:
        assert keluar.code == 2


def test_an_unreachable_store_ends_with_2_and_a_sentence(office, capsys, monkeypatch):
    monkeypatch.setenv("UP2K_DATABASE_URL", "mysql://tidak/ada")
    assert main(["ingest", str(office)]) == 2
    assert "tidak didukung" in capsys.readouterr().err


def test_the_day_of_receipt_can_be_stated(office):
    hari = KINI.end + dt.timedelta(days=5)
    assert main(["ingest", str(office), "--diterima", hari.isoformat()]) == 0
    diterima = gudang.snapshot(gudang.open_store()).kiriman["diterima_pada"]
    assert [d.date() for d in diterima] == [hari]


def test_receipts_as_json_are_for_other_programs(office, capsys):
    (office / "salah.xlsx").write_bytes(
        form(("", "Dahlia", {"kas": "dua juta"}), kode_wilayah=JATI)
    )
    assert main(["ingest", str(office), "--json"]) == 1
    satu, dua = json.loads(capsys.readouterr().out)
    assert (satu["keadaan"], satu["kelompok_baru"]) == ("diterima", [f"Melati ({ONE})"])
    assert dua["temuan"][0]["jenis"] == "bukan_angka"
    assert set(satu) == {f.name for f in dataclasses.fields(TandaTerima)}


def test_an_old_file_counts_again_only_when_said_so(office):
    lama, baru = form(("", "Melati", swapped(90_000))), form(("", "Melati"))
    for isi in (lama, baru):
        (office / "kulon.xlsx").write_bytes(isi)
        assert main(["ingest", str(office)]) == 0
    (office / "kulon.xlsx").write_bytes(lama)
    assert main(["check", str(office)]) == 1
    assert main(["ingest", str(office)]) == 1
    assert main(["ingest", str(office), "--ulang"]) == 0
    assert kas(gudang.open_store())[ONE] == 90_000


def test_rebuild_reads_everything_again(office, capsys):
    main(["ingest", str(office)])
    sebelum = gudang.fingerprint(gudang.open_store())
    assert main(["rebuild"]) == 0
    assert "kulon.xlsx: Diterima: 1 kelompok" in capsys.readouterr().out
    assert gudang.fingerprint(gudang.open_store()) != sebelum
    assert stored() == ["kulon.xlsx"]


def test_eight_processes_taking_files_at_once_lose_nothing(tmp_path, store_url):
    """Each brings a file of its own, and all of them one that is the same."""
    tempat = [k for k in kelurahan() if k != KULON][:8]
    for n, kode in enumerate(tempat):
        folder = tmp_path / f"p{n}"
        folder.mkdir()
        (folder / "sendiri.xlsx").write_bytes(
            form(("", "Melati"), ("", "Mawar"), kode_wilayah=kode)
        )
        (folder / "sama.xlsx").write_bytes(form(("", "Dahlia"), ("", "Kenanga")))
    env = {**os.environ, "UP2K_DATABASE_URL": store_url}
    proses = [
        subprocess.Popen(
            [sys.executable, "-m", "loaders", "ingest", str(tmp_path / f"p{n}")],
            cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            text=True,
        )
        for n in range(8)
    ]  # fmt: skip
    for p in proses:
        keluar, galat = p.communicate()
        assert (p.returncode, galat) == (0, ""), keluar + galat
    snap = gudang.snapshot(gudang.open_store(store_url))
    assert len(snap.kiriman) == 9
    assert sorted(snap.posisi["kode_kelompok"]) == sorted(
        f"{k}-0{n}" for k in [*tempat, KULON] for n in (1, 2)
    )
