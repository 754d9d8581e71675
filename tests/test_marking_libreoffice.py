"""The real LibreOffice opens, saves and re-saves marked workbooks in every format."""

import io
import subprocess
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from loaders.bacaan import Bacaan
from loaders.form.read import read
from loaders.formats.workbook import Workbook
from loaders.marking import Tertanda, mark
from tests.faults import HARI_INI
from tests.marked_files import BENTUK, expected

pytestmark = pytest.mark.libreoffice

DETIK = 240
WARNA = {"galat": "FFF8D3CD", "periksa": "FFFAE6BE", "info": "FFD6EBE9"}
# Saved by LibreOffice before they are marked: shapes of its own making.
DISIMPAN_DULU = ("berformat", "semua_sekaligus", "openpyxl_lengkap")
# What these hold, "semua_sekaligus" and others hold too.
TERCAKUP = {
    "grafik_gambar", "aturan", "catatan_lain", "kolom_beku", "nama_dan_cetak", "percik",
    "tautan", "tombol", "lembar_terbuka_lain", "tanpa_mampat", "baris_kosong",
}  # fmt: skip
DISIMPAN_ULANG = ("polos", "berformat", "catatan_pada_sel_salah", "judul_gabung")


def convert(folder: Path, berkas: dict[str, bytes], akhiran: str) -> dict[str, bytes]:
    """Workbooks as LibreOffice saves them; all in one run, since starting is slow."""
    asal, tujuan = folder / f"ke-{akhiran}", folder / akhiran
    asal.mkdir()
    for nama, isi in berkas.items():
        (asal / f"{nama}.xlsx").write_bytes(isi)
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(folder / 'profil').as_uri()}",
         "--headless", "--convert-to", akhiran, "--outdir", str(tujuan),
         *(str(asal / f"{n}.xlsx") for n in berkas)],
        check=True, timeout=DETIK, capture_output=True,
    )  # fmt: skip
    return {n: (tujuan / f"{n}.{akhiran}").read_bytes() for n in berkas}


def marked(data: bytes) -> Tertanda:
    temuan = read(data, "laporan.xlsx", hari_ini=HARI_INI).temuan
    return mark(data, "laporan.xlsx", temuan)


@pytest.fixture(scope="session")
def originals(tmp_path_factory) -> dict[str, bytes]:
    semua = {nama: buat() for nama, buat in BENTUK.items() if nama not in TERCAKUP}
    folder = tmp_path_factory.mktemp("dulu")
    lo = convert(folder, {n: semua[n] for n in DISIMPAN_DULU}, "xlsx")
    return semua | {f"libreoffice_{n}": isi for n, isi in lo.items()}


@pytest.fixture(scope="session")
def bertanda(originals) -> dict[str, bytes]:
    hasil = {nama: marked(data) for nama, data in originals.items()}
    assert not [n for n, h in hasil.items() if h.samping]
    return {nama: h.isi for nama, h in hasil.items()}


@pytest.fixture(scope="session")
def saved(bertanda, tmp_path_factory) -> dict[str, bytes]:
    """Every marked workbook, opened and saved by LibreOffice."""
    return convert(tmp_path_factory.mktemp("kini"), bertanda, "xlsx")


@pytest.fixture(scope="session")
def resaved(bertanda, saved, tmp_path_factory) -> dict[str, dict[str, bytes]]:
    """Some of them in the other formats."""
    folder = tmp_path_factory.mktemp("lain")
    sedikit = {n: bertanda[n] for n in DISIMPAN_ULANG}
    lain = {akhiran: convert(folder, sedikit, akhiran) for akhiran in ("xls", "ods")}
    return {"xlsx": {n: saved[n] for n in DISIMPAN_ULANG}, **lain}


def values(data: bytes, lembar: list[str]) -> dict[str, dict[str, object]]:
    """Every cell of the sheets, by address."""
    buku = Workbook(data)
    hasil = {}
    for nama in lembar:
        grid = buku.grid(nama)
        hasil[nama] = {
            grid.sel(i, j): v
            for i, baris in enumerate(grid.rows)
            for j, v in enumerate(baris)
            if v != ""
        }
    return hasil


def test_libreoffice_reads_the_same_values_from_every_marked_workbook(originals, saved):
    assert len(saved) >= 30
    for nama, asal in originals.items():
        lembar = Workbook(asal).names
        assert values(saved[nama], lembar) == values(asal, lembar), nama


def test_libreoffice_sees_every_mark_on_its_cell(originals, saved):
    for nama in originals:
        buku = openpyxl.load_workbook(io.BytesIO(saved[nama]))
        assert buku.sheetnames[0].startswith("Perbaikan"), nama
        for (lembar, sel), tingkat in expected(
            nama.removeprefix("libreoffice_")
        ).items():
            satu = buku[lembar][sel]
            assert satu.fill.fgColor.rgb == WARNA[tingkat], (nama, lembar, sel)
            if nama != "percakapan" or sel != "P2":
                assert "Pemeriksaan UP2K: " in satu.comment.text, (nama, lembar, sel)
                assert satu.comment.text.count("Pemeriksaan UP2K: ") == 1


def content(b: Bacaan) -> dict[str, object]:
    return {
        "siapa": (b.layout, b.versi, b.kode_wilayah, b.periode),
        "kelompok": b.kelompok,
        "kelurahan": b.kelurahan,
        "kegiatan": b.kegiatan,
        "kolom": b.kolom,
        "temuan": [replace(t, ditemukan="") for t in b.temuan],
    }


@pytest.mark.parametrize("akhiran", ["xlsx", "xls", "ods"])
def test_a_round_survives_being_saved_again(akhiran, originals, bertanda, resaved):
    for nama in DISIMPAN_ULANG:
        dulu = read(bertanda[nama], "a.xlsx", hari_ini=HARI_INI)
        kini = read(resaved[akhiran][nama], f"a.{akhiran}", hari_ini=HARI_INI)
        assert len(kini.putaran) == 5
        assert kini.putaran == dulu.putaran, nama
        asal = read(originals[nama], "a.xlsx", hari_ini=HARI_INI)
        assert content(kini) == content(asal), nama


@pytest.mark.parametrize("akhiran", ["xls", "ods"])
def test_other_formats_get_a_list_beside_them(akhiran, resaved):
    hasil = marked(resaved[akhiran]["polos"])
    assert hasil.samping and f".{akhiran}" in hasil.sebab


def test_marks_of_an_earlier_round_go_after_libreoffice_saved_it(originals, saved):
    """Formats numbered anew: each cell gets its own ground back, and one new note."""
    for nama, bawah in (("polos", ""), ("berformat", "FFFFF2CC")):
        buku = openpyxl.load_workbook(io.BytesIO(saved[nama]))
        buku["Keuangan"]["P2"] = 250_000
        keluar = io.BytesIO()
        buku.save(keluar)
        hasil = marked(keluar.getvalue())
        kini = openpyxl.load_workbook(io.BytesIO(hasil.isi))
        dulu = openpyxl.load_workbook(io.BytesIO(originals[nama]))
        assert kini.sheetnames == ["Perbaikan", *dulu.sheetnames]
        sel = kini["Keuangan"]["P2"]
        assert (sel.value, sel.comment) == (250_000, None)
        warna = sel.fill.fgColor.rgb if sel.fill.fill_type == "solid" else ""
        assert warna == bawah
        assert sel.number_format == dulu["Keuangan"]["P2"].number_format
        lain = kini["Kelompok"]["G3"]
        assert lain.fill.fgColor.rgb == WARNA["galat"]
        assert lain.comment.text.count("Pemeriksaan UP2K: ") == 1


def test_the_senders_note_survives_a_round_through_libreoffice(saved):
    hasil = marked(saved["catatan_pada_sel_salah"])
    catatan = openpyxl.load_workbook(io.BytesIO(hasil.isi))["Keuangan"]["P2"].comment
    assert catatan.text.startswith("Tolong dicek lagi, Bu.")
    assert catatan.text.count("Pemeriksaan UP2K: ") == 1


def test_the_list_is_printed_on_a4(bertanda, tmp_path):
    pdf = convert(tmp_path, {"polos": bertanda["polos"]}, "pdf")["polos"]
    (tmp_path / "a.pdf").write_bytes(pdf)
    keluar = subprocess.run(
        ["pdfinfo", "-f", "1", "-l", "1", str(tmp_path / "a.pdf")],
        check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    ukuran = next(b for b in keluar.splitlines() if "size" in b and "Page" in b)
    _, _, lebar, _, tinggi, *_ = ukuran.replace("Page    1", "Page 1").split()[1:]
    assert abs(float(lebar) - 842) < 2 and abs(float(tinggi) - 595) < 2
    teks = subprocess.run(
        ["pdftotext", "-f", "1", "-l", "1", "-layout", str(tmp_path / "a.pdf"), "-"],
        check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    assert "Perbaikan" in teks and "dua puluh" in teks and "PERBAIKAN-UP2K" not in teks
