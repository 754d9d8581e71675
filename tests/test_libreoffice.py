"""The real LibreOffice opens, recalculates and re-saves the form; nothing is lost."""

import datetime as dt
import io
import subprocess
from pathlib import Path

import openpyxl
import pytest

from loaders.bacaan import Bacaan
from loaders.form.read import read
from loaders.template.write import (
    IsianFormulir,
    IsianKelompok,
    KelompokLama,
    write_template,
)
from reference.periode import Periode

pytestmark = pytest.mark.libreoffice

KODE = "35.74.04.1006"
TW = Periode.parse("2026-T3")
HARI_INI = dt.date(2026, 10, 9)
DETIK = 120

# Recalculate everything on load, as a user may choose: the formulas must work.
_PENGATURAN = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>"""

# Modal 500.000 + 300.000 + 200.000 = 1.000.000; aset 150.000 + 900.000 = 1.050.000;
# simpanan sukarela 50.000, jadi selisih neraca 0. Dua anggota lebih pada Soka: 12 + 1
# - 0 bukan 15.
MELATI = {
    "rw": "03", "tanggal_berdiri": dt.date(2015, 8, 17), "bidang_usaha": "Kue kering",
    "status": "aktif", "tingkat": "madya", "tahap": "up2k", "jalur": "kkmp",
    "anggota_awal": 20, "anggota_masuk": 2, "anggota_keluar": 1, "anggota_akhir": 21,
    "anggota_perempuan": 21, "hadir_rata_rata": 17.5, "rapat_direncanakan": 3,
    "rapat_terlaksana": 3,
    "simpanan_pokok": 500_000, "simpanan_wajib": "Rp 300.000,-",
    "hibah_pemerintah": 200_000, "hibah_swasta": "nihil", "hibah_lain": 0,
    "simpanan_sukarela": 50_000, "kas": 150_000, "pinjaman_beredar": 900_000,
    "omzet_usaha": "1,5 jt", "usaha_ber_nib": "tidak berlaku",
    "buku_kas": 2, "buku_tamu": 0,
}  # fmt: skip
SOKA = {"anggota_awal": 12, "anggota_masuk": 1, "anggota_keluar": 0,
        "anggota_akhir": 15, "kas": "entah", "simpanan_pokok": 120_000}  # fmt: skip
LANGKAH = {
    "penyuluhan": ("selesai", dt.date(2022, 9, 20), "UND-1/2022"),
    "rapat_pendirian": ("proses", None, ""),
}


def filled() -> bytes:
    isi = io.BytesIO()
    kelompok = (
        IsianKelompok(f"{KODE}-01", "Melati", MELATI, LANGKAH),
        IsianKelompok("", "Soka", SOKA, catatan="Dua anggota belum dicatat."),
    )
    kegiatan = ({"tanggal": dt.date(2026, 8, 3), "jenis": "pelatihan",
                 "tempat": "Balai kelurahan", "hadir_orang": 35},)  # fmt: skip
    lama = [KelompokLama(f"{KODE}-01", "Melati", {"anggota_akhir": 20, "kas": 90_000})]
    isian = IsianFormulir(kelompok, {"poksus_ada": True}, kegiatan)
    write_template(isi, KODE, TW, kelompok=lama, isian=isian)
    return isi.getvalue()


def convert(profil: Path, berkas: Path, akhiran: str) -> bytes:
    tujuan = berkas.parent / akhiran
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profil.as_uri()}", "--headless",
         "--convert-to", akhiran, "--outdir", str(tujuan), str(berkas)],
        check=True, timeout=DETIK, capture_output=True,
    )  # fmt: skip
    return (tujuan / f"{berkas.stem}.{akhiran}").read_bytes()


@pytest.fixture(scope="session")
def resaved(tmp_path_factory) -> dict[str, bytes]:
    """The filled form as written, and as LibreOffice saved it again."""
    folder = tmp_path_factory.mktemp("libreoffice")
    profil = folder / "profil"
    (profil / "user").mkdir(parents=True)
    (profil / "user" / "registrymodifications.xcu").write_text(_PENGATURAN)
    berkas = folder / "formulir.xlsx"
    berkas.write_bytes(filled())
    lain = {
        akhiran: convert(profil, berkas, akhiran) for akhiran in ("xlsx", "ods", "xls")
    }
    return {"asli": berkas.read_bytes(), **lain}


def bacaan(resaved: dict[str, bytes], akhiran: str) -> Bacaan:
    nama = "formulir.xlsx" if akhiran == "asli" else f"formulir.{akhiran}"
    return read(resaved[akhiran], nama, hari_ini=HARI_INI)


def content(b: Bacaan) -> dict[str, object]:
    """Everything that a reading says, cuttings of the sheet aside."""
    return {
        "siapa": (b.layout, b.versi, b.contoh, b.kode_wilayah, b.periode),
        "kelompok": b.kelompok,
        "kelurahan": b.kelurahan,
        "kegiatan": b.kegiatan,
        "kolom": b.kolom,
        "temuan": b.temuan,
    }


def test_the_form_is_read_as_it_was_filled(resaved):
    b = bacaan(resaved, "asli")
    assert (b.kode_wilayah, b.periode) == (KODE, "2026-T3")
    melati, soka = b.kelompok
    assert (melati.kode, melati.nama) == (f"{KODE}-01", "Melati")
    assert melati.nilai["simpanan_wajib"] == 300_000
    assert melati.nilai["omzet_usaha"] == 1_500_000
    assert melati.nilai["hibah_swasta"] == 0
    assert melati.nilai["hibah_luar_negeri"] is None
    assert melati.nilai["tanggal_berdiri"] == dt.date(2015, 8, 17)
    assert "usaha_ber_nib" in melati.tidak_berlaku
    assert soka.catatan == "Dua anggota belum dicatat."
    assert {t.jenis for t in b.temuan if t.kelompok == "Soka"} >= {
        "bukan_angka", "anggota_tidak_cocok",
    }  # fmt: skip


@pytest.mark.parametrize("akhiran", ["xlsx", "ods", "xls"])
def test_what_libreoffice_saves_is_read_alike(resaved, akhiran):
    assert content(bacaan(resaved, akhiran)) == content(bacaan(resaved, "asli"))


def test_libreoffice_calculates_the_form_sums(resaved):
    buku = openpyxl.load_workbook(io.BytesIO(resaved["xlsx"]), data_only=True)
    lembar = buku["Keuangan"]
    baris = next(r[0].row for r in lembar.iter_rows() if r[0].value == "No")
    judul = {s.value: s.column for s in lembar[baris]}

    def angka(nama: str) -> object:
        return lembar.cell(baris + 1, judul[nama]).value

    # "Rp 300.000,-" is text to a spreadsheet, so the form itself cannot add it.
    assert angka("Jumlah modal") == 700_000
    assert angka("Jumlah aset") == 1_050_000
    assert angka("Selisih neraca") == 300_000
    for satu in buku.worksheets:
        for r in satu.iter_rows():
            for sel in r:
                assert not str(sel.value or "").startswith(("#", "Err:")), sel


def test_lists_and_red_cells_survive(resaved):
    buku = openpyxl.load_workbook(io.BytesIO(resaved["xlsx"]))
    aturan = buku["Kelompok"].data_validations.dataValidation
    assert any("Pemula" in (v.formula1 or "") for v in aturan)
    pesan = [v.prompt or "" for v in buku["Keuangan"].data_validations.dataValidation]
    assert any(p.startswith("Periode lalu: Rp 90.000.") for p in pesan)
    assert len(list(buku["Keuangan"].conditional_formatting)) > 0
