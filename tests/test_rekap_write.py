"""Lampiran 4.22 written from groups: what is read back is what the groups report.

The small city drawn in `city.py`: at the end of 2026-T2 Kebonsari Kulon has Melati
(Pemula, 20) while Mawar is silent, Sukoharjo has Kenanga (Madya, 15) and Anggrek
(Pemula, 12), Pilang has Seruni (Madya, 8) and Cempaka (Pemula, 4).
"""

import datetime as dt
import io
import subprocess
import sys

import openpyxl
import pytest

from loaders.form.read import read
from loaders.ingest import ingest
from loaders.rekap.dari_kelompok import TANPA_RW, from_groups
from loaders.rekap.write import file_name, write_recap
from reference.paths import ROOT
from reference.periode import Periode
from reference.rekap import columns_of, counted
from reference.rekap import from_groups as filled_columns
from reference.wilayah import kecamatan
from store import open_store
from tests import city, forms_city

S1, T3 = Periode.parse("2026-S1"), Periode.parse("2026-T3")
HARI_INI = dt.date(2026, 10, 9)
KEPALA, NOMOR = 7, 11
NOL = dict.fromkeys(filled_columns(), 0)


@pytest.fixture
def kota():
    return city.snapshot()


def written(isi, kode: str, periode: Periode = S1, **apa) -> bytes:
    keluar = io.BytesIO()
    write_recap(keluar, kode, periode, from_groups(isi, kode, periode), **apa)
    return keluar.getvalue()


def on(jenjang: str, klp: int, orang: int | None) -> dict:
    return dict(zip(columns_of(jenjang), (klp, orang), strict=True))


def known(nilai) -> dict:
    return {n: v for n, v in nilai.items() if v is not None}


def read_back(data: bytes):
    return read(data, "rekap.xlsx", hari_ini=HARI_INI)


def test_a_kecamatan_lists_its_kelurahan_and_reads_back_the_same(kota):
    b = read_back(written(kota, city.KANIGARAN))
    assert (b.temuan, b.kode_wilayah, b.periode) == ([], city.KANIGARAN, "2026-S1")
    rows = {r.kode: known(r.nilai) for r in b.rekap if not r.jumlah}
    assert len(rows) == 6
    assert rows[city.KEBONSARI_KULON] == NOL | on("pemula", 1, 20)
    assert rows[city.SUKOHARJO] == NOL | on("pemula", 1, 12) | on("madya", 1, 15)
    # of the other four kelurahan nobody reported: blank, not 0
    assert [known(rows[k]) for k in rows if k not in (city.KEBONSARI_KULON,
            city.SUKOHARJO)] == [{}] * 4  # fmt: skip
    assert known(b.rekap[-1].nilai) == NOL | on("pemula", 2, 32) | on("madya", 1, 15)


def test_the_city_lists_its_kecamatan(kota):
    b = read_back(written(kota, city.KOTA))
    assert (b.temuan, b.tingkat_wilayah) == ([], "kota")
    rows = {r.kode: known(r.nilai) for r in b.rekap if not r.jumlah}
    assert list(rows) == list(kecamatan())
    assert rows[city.KADEMANGAN] == NOL | on("pemula", 1, 4) | on("madya", 1, 8)


def test_a_kelurahan_lists_its_rw(kota):
    kota.posisi["rw"] = [
        "RW 7" if n == "2026-T2" else None for n in kota.posisi["periode"]
    ]
    b = read_back(written(kota, city.SUKOHARJO))
    assert (b.temuan, b.tingkat_wilayah) == ([], "kelurahan")
    (baris, total) = b.rekap
    assert (baris.nama, total.jumlah) == ("RW 07", True)
    assert known(baris.nilai) == NOL | on("pemula", 1, 12) | on("madya", 1, 15)


def test_groups_without_rw_stand_in_a_row_of_their_own(kota):
    isi = from_groups(kota, city.SUKOHARJO, S1)
    assert [b.nama for b in isi.rows] == [TANPA_RW]


def test_a_koperasi_is_counted_as_such_and_the_closed_no_more(kota):
    rows = {b.nama: b.nilai for b in from_groups(kota, city.KOTA, T3).rows}
    assert known(rows["Kanigaran"]) == (
        NOL | on("pemula", 1, 10) | on("madya", 1, 22) | on("koperasi", 1, 13)
    )
    assert known(rows["Kademangan"]) == NOL | on("pemula", 1, 5)


def test_who_is_not_counted_is_named_below(kota):
    catatan = from_groups(kota, city.KANIGARAN, S1).catatan
    assert "Hanya kolom 26–35" in catatan[0] and "Triwulan II 2026" in catatan[0]
    assert "anggota pada akhir periode" in catatan[1]
    assert catatan[2:] == (
        "Belum melapor, jadi tidak terhitung (1): Mawar (Kebonsari Kulon).",
    )
    di = (kota.posisi["kode_kelompok"] == city.KODE["b2"]) & (
        kota.posisi["periode"] == "2026-T2"
    )
    kota.posisi.loc[di, "tingkat"] = None
    isi = from_groups(kota, city.SUKOHARJO, S1)
    assert isi.catatan[2] == (
        "Tingkatnya belum dilaporkan, jadi tidak terhitung (1): Anggrek."
    )
    assert known(isi.rows[0].nilai) == NOL | on("madya", 1, 15)


def test_unknown_members_leave_the_cell_blank_and_are_said(kota):
    di = (kota.posisi["kode_kelompok"] == city.KODE["b1"]) & (
        kota.posisi["periode"] == "2026-T2"
    )
    kota.posisi.loc[di, "anggota_akhir"] = None
    isi = from_groups(kota, city.SUKOHARJO, S1)
    klp, orang = columns_of("madya")
    assert (isi.rows[0].nilai[klp], isi.rows[0].nilai[orang]) == (1, None)
    assert isi.catatan[2].startswith("Anggotanya belum dilaporkan")


def test_the_printed_form_is_that_of_the_guideline(kota):
    data = written(kota, city.KANIGARAN)
    lembar = openpyxl.load_workbook(io.BytesIO(data)).active
    gabung = {str(g) for g in lembar.merged_cells.ranges}
    assert {"A7:A10", "B7:B10", "D7:K7", "L7:Y7", "Z7:AI7", "AJ7:AJ10", "D8:E8",
            "L8:L10", "N8:Q8", "Z8:AG8", "AH8:AI8", "Z9:AA9", "AH9:AH10",
            } <= gabung  # fmt: skip
    assert lembar["Z8"].value == "PRA KOPERASI/USAHA BERSAMA/UP2K"
    assert [c.value for c in lembar[NOMOR]] == list(range(1, 37))
    assert [lembar[f"{k}10"].value for k in ("Z", "AA")] == ["JML KLP", "PESERTA"]
    assert lembar.page_setup.orientation == "landscape"
    assert lembar.print_title_rows == f"${KEPALA}:${NOMOR}"
    assert lembar.sheet_properties.pageSetUpPr.fitToPage and lembar.print_area
    # six kelurahan in rows 12 to 17, then the total
    assert lembar["B18"].value == "JUMLAH"
    assert lembar["Z18"].value == "=SUM(Z12:Z17)"
    assert lembar["C18"].value is None and lembar["C13"].value is None
    hasil = openpyxl.load_workbook(io.BytesIO(data), data_only=True).active
    assert (hasil["Z18"].value, hasil["AA18"].value) == (2, 32)
    teks = [str(c.value) for b in lembar.iter_rows(min_row=19) for c in b if c.value]
    assert any(t.startswith("Ketua TP PKK Kecamatan Kanigaran") for t in teks)
    assert "Ketua Pokja II" in teks


def test_the_same_groups_give_the_same_bytes(kota):
    assert written(kota, city.KOTA) == written(kota, city.KOTA)


def test_a_sample_says_so_and_the_real_store_refuses_it(kota, tmp_path):
    data = written(kota, city.KANIGARAN, contoh=True)
    assert read_back(data).contoh
    store = open_store(tmp_path / "up2k.db")
    tanda = ingest(store, "rekap.xlsx", data, oleh="uji", diterima=HARI_INI)
    assert [t.jenis for t in tanda.temuan] == ["contoh_ditolak"]
    store.close()


def test_no_such_place_and_the_name_of_the_file(kota):
    with pytest.raises(KeyError):
        from_groups(kota, "35.13.01", S1)
    assert file_name(city.SUKOHARJO, S1) == "Lampiran 4.22 2026-S1 Sukoharjo.xlsx"


def test_columns_that_reports_do_not_fill_are_blank_at_every_tier(kota):
    for kode in (city.KOTA, city.KANIGARAN, city.SUKOHARJO):
        for b in from_groups(kota, kode, S1).rows:
            assert set(known(b.nilai)) <= set(filled_columns())
            assert set(b.nilai) == set(counted())


@pytest.mark.libreoffice
def test_libreoffice_reckons_the_same_totals(kota, tmp_path):
    (tmp_path / "rekap.xlsx").write_bytes(written(kota, city.KANIGARAN))
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profil", "--headless",
         "--convert-to", "ods", "rekap.xlsx"],
        cwd=tmp_path, check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    b = read((tmp_path / "rekap.ods").read_bytes(), "rekap.ods", hari_ini=HARI_INI)
    assert b.temuan == []
    assert known(b.rekap[-1].nilai) == NOL | on("pemula", 2, 32) | on("madya", 1, 15)


def run(*args: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", "loaders", "lampiran", *args],
        cwd=ROOT, capture_output=True, text=True,
    )  # fmt: skip


def test_the_command_writes_it_or_says_why_not(office, tmp_path):  # noqa: ARG001
    akhir = str(forms_city.KINI)
    ke = tmp_path / "hasil" / "rekap.xlsx"
    hasil = run("--wilayah", forms_city.PILANG, "--periode", akhir, "-o", str(ke))
    assert (hasil.returncode, hasil.stdout.strip()) == (0, str(ke))
    b = read(ke.read_bytes(), ke.name, hari_ini=forms_city.KINI.deadline)
    # Seruni and Cempaka, both Pemula in RW 03 with 20 members
    assert [(r.nama, known(r.nilai)) for r in b.rekap] == [
        (nama, NOL | on("pemula", 2, 40)) for nama in ("RW 03", "JUMLAH")
    ]
    hasil = run("--wilayah", forms_city.PILANG, "--periode", "2019-S1")
    assert hasil.returncode == 2
    assert hasil.stderr.strip() == (
        "Belum ada laporan kelompok pada akhir Semester I 2019."
    )
    assert run("--wilayah", "35.13").returncode == 2
