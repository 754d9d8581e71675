"""Each form is read to what stands in it, however an office has rearranged it."""

import datetime as dt
import random
import subprocess
from pathlib import Path

import pytest

from loaders.form.layout import LayoutError, layouts, read_layout
from loaders.form.read import read
from reference.kosakata import at_level
from tests.faults import BUKU, HARI_INI, KELOMPOK, MAWAR, MELATI, Form, Galat
from tests.golden import (
    GOLDEN,
    KELURAHAN,
    LANGKAH,
    NILAI,
    full_form,
    one_table,
    write_csv,
)
from tests.xlsb import write_xlsb

BERKAS_NYATA = Path(__file__).parents[2] / "shared" / "berkas-nyata"


def reading(data, nama="formulir.xlsx"):
    return read(data, nama, hari_ini=HARI_INI)


def kinds(bacaan):
    return [t.jenis for t in bacaan.temuan]


def assert_golden(bacaan):
    assert [t.pesan for t in bacaan.temuan] == []
    assert (bacaan.kode_wilayah, bacaan.periode) == ("35.74.04.1006", "2026-T3")
    assert [(g.kode, g.nama) for g in bacaan.kelompok] == [
        (MELATI, "Melati"),
        (MAWAR, "Mawar"),
    ]
    for g in bacaan.kelompok:
        assert g.nilai == NILAI
    assert bacaan.kelompok[0].langkah == LANGKAH
    assert bacaan.kelompok[1].langkah == []


def test_every_layout_has_a_golden_form():
    assert set(GOLDEN) == set(layouts())
    assert set(NILAI) == set(at_level("kelompok")) - {"kode_kelompok", "nama_kelompok"}


@pytest.mark.parametrize("kode", GOLDEN)
def test_the_golden_form_is_read_to_its_values(kode):
    bacaan = reading(GOLDEN[kode]())
    assert_golden(bacaan)
    assert (bacaan.layout, bacaan.versi, bacaan.contoh) == (kode, 1, False)


def test_kelurahan_and_activities_come_with_their_cells():
    bacaan = reading(full_form().write())
    assert bacaan.kelurahan == KELURAHAN
    assert bacaan.sel_kelurahan["kader_koperasi_orang"] == ("Identitas", "B8")
    assert bacaan.kegiatan == [
        {
            "baris": 2, "tanggal": dt.date(2026, 8, 1), "jenis": "rapat",
            "tempat": "Balai kelurahan", "penyelenggara": "TP PKK", "hadir_orang": 25,
        }
    ]  # fmt: skip


def test_every_value_knows_its_cell():
    bacaan = reading(full_form().write())
    mawar = bacaan.kelompok[1]
    assert bacaan.tempat(mawar, "kas") == ("Keuangan", "P3")
    assert bacaan.tempat(mawar, "hadir_rata_rata") == ("Kelompok", "T3")
    assert bacaan.tempat(mawar, "buku_kegiatan") == ("Buku dan Langkah", "J3")


@pytest.mark.parametrize("benih", range(5))
def test_columns_may_stand_in_any_order(benih):
    form = full_form()
    acak = random.Random(benih)
    for nama, isi in form.sheets.items():
        if nama == "Identitas":
            continue
        lebar = max(j for _, j in isi) + 1
        urutan = acak.sample(range(lebar + 3), lebar)
        form.sheets[nama] = {(i, urutan[j]): sel for (i, j), sel in isi.items()}
    assert_golden(reading(form.write()))


def test_headings_may_stand_anywhere_and_be_typed_otherwise():
    form = full_form()
    isi = form.sheets["Keuangan"]
    geser = {(i + 7, j + 2): sel for (i, j), sel in isi.items()}
    geser[0, 0] = "LAPORAN KEUANGAN UP2K"
    geser[2, 4] = "Modal sendiri"
    geser[7, 4] = "  SIMPANAN  POKOK (Rp.)"
    geser[7, 17] = "kas"
    geser[7, 25] = "Tunggakan > 180 hari"
    form.sheets["Keuangan"] = geser
    bacaan = reading(form.write())
    assert_golden(bacaan)
    assert bacaan.tempat(bacaan.kelompok[0], "kas") == ("Keuangan", "R9")


def test_the_total_and_the_signatures_end_the_table():
    bacaan = reading(
        full_form()
        .put("Kelompok", A4="JUMLAH", J4=40, M4=42)
        .put("Keuangan", B4="Total", P4=500_000)
        .put("Kelompok", A6="Probolinggo, 3 Oktober 2026", A7="Mengetahui,")
        .put("Kelompok", C8="Ketua TP PKK Kelurahan", C12="( ................... )")
        .put("Kegiatan", B3="Mengetahui, Ketua Poksus UP2K PKK")
        .write()
    )
    assert_golden(bacaan)
    assert len(bacaan.kegiatan) == 1


def test_a_header_repeated_after_notes_takes_the_table_up_again():
    form = full_form()
    isi = form.sheets["Keuangan"]
    kepala = {(5, j): sel for (i, j), sel in isi.items() if i == 0}
    mawar = {(6, j): sel for (i, j), sel in isi.items() if i == 2}
    sisa = {t: sel for t, sel in isi.items() if t[0] != 2}
    catatan = {(3, 0): "Mengetahui, Ketua TP PKK", (4, 0): "1. Kas belum dihitung"}
    form.sheets["Keuangan"] = {**sisa, **catatan, **kepala, **mawar}
    bacaan = reading(form.write())
    assert_golden(bacaan)
    assert bacaan.tempat(bacaan.kelompok[1], "kas") == ("Keuangan", "P7")


@pytest.mark.parametrize("tulis", [lambda n: f"({n})", lambda n: -n, lambda n: n])
def test_a_row_that_numbers_the_columns_is_no_group(tulis):
    form = full_form()
    isi = form.sheets["Kelompok"]
    lebar = max(j for _, j in isi) + 1
    bawah = {(i + (i > 0), j): sel for (i, j), sel in isi.items()}
    nomor = {(1, j): tulis(j + 1) for j in range(lebar)}
    form.sheets["Kelompok"] = {**bawah, **nomor}
    assert_golden(reading(form.write()))


def test_groups_are_joined_by_name_and_then_by_number():
    form = full_form()
    form.put("Keuangan", A2=None, B2="KELOMPOK  melati", A3=None, B3="mawar.")
    form.column("Kelompok", "V", "No", 1, 2)
    form.column("Buku dan Langkah", "AO", "No", 2, 1)
    form.put("Buku dan Langkah", A2=None, B2=None, A3=None, B3=None, C2=0)
    bacaan = reading(form.write())
    assert bacaan.temuan == []
    assert [g.nilai["kas"] for g in bacaan.kelompok] == [250_000, 250_000]
    # Row 2 of the books is number 2: Mawar's, with the step and a 0 for its first book.
    assert [g.nilai["buku_anggota"] for g in bacaan.kelompok] == [2, 0]
    assert [len(g.langkah) for g in bacaan.kelompok] == [0, 1]


def test_two_groups_of_one_name_are_told_apart_by_their_codes():
    form = full_form()
    for nama in ("Kelompok", "Keuangan", "Buku dan Langkah"):
        form.put(nama, B3="Melati")
    bacaan = reading(form.write())
    assert bacaan.temuan == []
    assert [g.kode for g in bacaan.kelompok] == [MELATI, MAWAR]


def test_blank_dash_zero_and_not_applicable_are_four_things():
    bacaan = reading(
        full_form()
        .put("Keuangan", AI2=None, AI3="-", AJ2="nihil", AJ3="tidak berlaku")
        .write()
    )
    assert bacaan.temuan == []
    melati, mawar = bacaan.kelompok
    assert (melati.nilai["usaha_ber_nib"], mawar.nilai["usaha_ber_nib"]) == (None, None)
    assert (melati.nilai["usaha_ber_pirt"], mawar.nilai["usaha_ber_pirt"]) == (0, None)
    assert (melati.tidak_berlaku, mawar.tidak_berlaku) == (set(), {"usaha_ber_pirt"})


def test_a_missing_column_is_missing_and_not_zero():
    bacaan = reading(full_form().put("Keuangan", P1=None, P2=None, P3=None).write())
    assert [g.nilai["kas"] for g in bacaan.kelompok] == [None, None]
    assert "kas" not in bacaan.kolom


def test_a_dormant_group_may_leave_its_numbers_blank():
    form = full_form().put("Kelompok", F3="Tidak aktif")
    for huruf in "JKLMNOPQRST":
        form.put("Kelompok", **{f"{huruf}3": None})
    for nama in ("Keuangan", "Buku dan Langkah"):
        isi = form.sheets[nama]
        form.sheets[nama] = {t: s for t, s in isi.items() if t[0] != 2 or t[1] < 2}
    bacaan = reading(form.write())
    assert bacaan.temuan == []
    assert [g.nilai["status"] for g in bacaan.kelompok] == ["aktif", "nonaktif"]


def test_the_senders_reason_goes_with_what_is_odd():
    bacaan = reading(
        full_form()
        .put("Kelompok", S2=4, U2="Rapat tambahan untuk lomba")
        .put("Keuangan", AO2="Kas dihitung ulang")
        .write()
    )
    (temuan,) = bacaan.temuan
    assert temuan.alasan == "Rapat tambahan untuk lomba; Kas dihitung ulang"


def test_a_sample_form_says_so():
    bacaan = reading(full_form().put("Identitas", A1="FORMULIR-UP2K/1/CONTOH").write())
    assert (bacaan.versi, bacaan.contoh) == (1, True)


def test_a_finding_shows_a_piece_of_the_senders_sheet():
    bacaan = reading(full_form().put("Keuangan", P3="dua puluh").write())
    potongan = bacaan.cuplikan[0]
    assert (potongan.lembar, potongan.sel, potongan.judul) == ("Keuangan", ("P3",), 1)
    assert potongan.kolom == ("A", "B", "C", "O", "P", "Q")
    assert [n for n, _ in potongan.baris] == [1, 2, 3]
    assert potongan.baris[2][1] == (
        MAWAR,
        "Mawar",
        "300.000",
        "30.000",
        "dua puluh",
        "0",
    )


@pytest.mark.parametrize("pemisah", [";", ",", "\t"])
@pytest.mark.parametrize("sandi", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_csv_in_every_encoding_and_separator(pemisah, sandi):
    assert_golden(reading(write_csv(one_table(), pemisah, sandi), "laporan.txt"))


def _plain(sel):
    return f"{sel:%d/%m/%Y}" if isinstance(sel, dt.date) else sel


def test_binary_workbook():
    isi = full_form().sheets
    data = write_xlsb({n: {t: _plain(s) for t, s in b.items()} for n, b in isi.items()})
    assert_golden(reading(data, "formulir.xlsb"))


def test_the_only_sheet_of_a_form_is_refused_with_what_is_missing():
    judul = [k.judul for k in layouts()["formulir_up2k"].sheet("Kelompok").kolom()]
    (temuan,) = reading(write_csv([judul, [MELATI, "Melati"]], ";", "utf-8")).temuan
    assert temuan.jenis == "bukan_formulir"
    assert temuan.pesan.startswith(
        "Formulir UP2K tidak lengkap: ada lembar Kelompok, tetapi lembar Identitas, "
        "Keuangan, Buku dan Langkah, dan Kegiatan tidak ada."
    )


# What each file is, by its README: its headings must be named, and what it lacks.
NYATA = {
    "bencana_sumut.xls": ("Kabupaten/Kota", "Banjir", "Gempa Bumi", "Tanah Longsor"),
    "kelurahan_dki_2020-05-31.xlsx": ("data", "pivot kecamatan", "nama_kecamatan"),
    "kemiskinan_pesawaran.csv": ("tabel CSV", "Kabupaten", "Kecamatan", "Desa"),
    "kriminalitas_jatim_2020.xlsx": ("Jumlah Kejahatan yang Dilaporkan",),
    "modul_pkk_pecalungan.xlsx": ("Daftar Modul", "Nama Modul"),
    "penduduk_ntb.xlsx": ("Kabupaten/Kota", "2018", "2019"),
}


@pytest.mark.parametrize("nama", NYATA)
def test_a_real_file_of_another_kind_is_refused_in_one_line(nama):
    bacaan = reading((BERKAS_NYATA / nama).read_bytes(), nama)
    (temuan,) = bacaan.temuan
    assert temuan.jenis == "bukan_formulir"
    assert temuan.pesan.startswith("Bukan Formulir UP2K: berkas berisi ")
    assert "\n" not in temuan.pesan
    for kata in (*NYATA[nama], "lembar Identitas, Kelompok, Keuangan"):
        assert kata in temuan.pesan
    assert bacaan.ditolak and bacaan.kelompok == []


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        ('kode = "x"\nnama = "X"\nversi = 1\ncap = "X"\nwarna = "biru"', "warna"),
        (
            'kode = "x"\nnama = "X"\nversi = 1\ncap = "X"\n[[lembar]]\nnama = "A"\n'
            'jenis = "tabel"\nwajib = true\nvariabel = ["kass"]',
            "kass",
        ),
        (
            'kode = "x"\nnama = "X"\nversi = 1\ncap = "X"\n[[lembar]]\nnama = "A"\n'
            'jenis = "gambar"\nwajib = true',
            "gambar",
        ),
        ('kode = "x"', "nama"),
    ],
)
def test_a_layout_file_that_says_something_unknown_is_named(tmp_path, isi, kata):
    berkas = tmp_path / "salah.toml"
    berkas.write_text(isi, encoding="utf-8")
    with pytest.raises(LayoutError, match=r"salah\.toml.*" + kata):
        read_layout(berkas)


def test_the_lists_of_values_fit_the_headings():
    """The helpers above are only right while no heading was added between theirs."""
    lembar = layouts()["formulir_up2k"]
    assert len(lembar.sheet("Kelompok").kolom()) == 2 + len(KELOMPOK)
    assert len(BUKU) == 8
    assert kinds(reading(Form().write())) == []


def test_an_error_in_a_binary_workbook_is_never_a_blank():
    isi = full_form().put("Keuangan", P3="#REF!").sheets
    data = write_xlsb({n: {t: _plain(s) for t, s in b.items()} for n, b in isi.items()})
    (temuan,) = reading(data, "formulir.xlsb").temuan
    assert (temuan.jenis, temuan.lembar, temuan.sel) == ("sel_galat", "Keuangan", "P3")


@pytest.mark.libreoffice
@pytest.mark.parametrize("format_", ["xls", "ods"])
def test_old_excel_and_opendocument_files_are_read_alike(tmp_path, format_):
    form = full_form().put("Keuangan", AH3=Galat("#REF!"), AI3="Rp 2.500,-")
    (tmp_path / "formulir.xlsx").write_bytes(form.write())
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profil", "--headless",
         "--convert-to", format_, "--outdir", str(tmp_path), "formulir.xlsx"],
        cwd=tmp_path, check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    bacaan = reading((tmp_path / f"formulir.{format_}").read_bytes())
    assert [(t.jenis, t.lembar, t.sel) for t in bacaan.temuan] == [
        ("sel_galat", "Keuangan", "AH3"),
        ("bukan_angka", "Keuangan", "AI3"),
    ]
    assert bacaan.kelompok[0].nilai == NILAI
    tanpa = {"omzet_usaha": None, "usaha_ber_nib": None}
    assert bacaan.kelompok[1].nilai == NILAI | tanpa
    assert bacaan.kelompok[0].langkah == LANGKAH
