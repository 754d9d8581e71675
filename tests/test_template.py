"""The form as an officer meets it: what stands where, what it checks, what it knows."""

import argparse
import datetime as dt
import io

import openpyxl
import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from loaders.template.cli import add_template_parser
from loaders.template.isian import KolomTambahan, Perubahan
from loaders.template.write import (
    IsianFormulir,
    IsianKelompok,
    KelompokLama,
    write_template,
)
from reference.kosakata import at_level, variables
from reference.periode import Periode
from reference.syarat import langkah

KODE = "35.74.04.1006"
TW = Periode.parse("2026-T3")
LAMA = KelompokLama(
    f"{KODE}-01",
    "Melati",
    {
        "rw": "03", "tanggal_berdiri": dt.date(2015, 8, 17), "status": "aktif",
        "tingkat": "madya", "tahap": "pra_koperasi", "jalur": "kkmp",
        "bidang_usaha": "Kue kering", "anggota_akhir": 21, "kas": 450_000,
        "jasa_diterima": 90_000,
    },
    {"penyuluhan": ("selesai", dt.date(2022, 9, 20), "UND-1/2022")},
)  # fmt: skip


def written(*, nilai: bool = True, **pilihan) -> Workbook:
    isi = io.BytesIO()
    write_template(isi, KODE, TW, **pilihan)
    isi.seek(0)
    return openpyxl.load_workbook(isi, data_only=nilai)


def header_row(lembar: Worksheet) -> int:
    return next(r[0].row for r in lembar.iter_rows() if r[0].value == "No")


def columns(lembar: Worksheet) -> dict[str, int]:
    kepala = lembar[header_row(lembar)]
    judul = [sel.value for sel in kepala if sel.value]
    assert len(judul) == len(set(judul)), "two columns with one heading"
    return {sel.value: sel.column for sel in kepala if sel.value}


def at(lembar: Worksheet, judul: str, urut: int = 1):
    return lembar.cell(header_row(lembar) + urut, columns(lembar)[judul])


def labels(lembar: Worksheet) -> dict[str, object]:
    return {r[0].value: r[1].value for r in lembar.iter_rows(min_row=1) if r[0].value}


@pytest.fixture(scope="module")
def blank() -> Workbook:
    return written()


def test_every_group_variable_has_one_column(blank):
    judul = [j for n in ("Kelompok", "Keuangan", "Buku dan Langkah")
             for j in columns(blank[n])]  # fmt: skip
    for v in at_level("kelompok").values():
        kali = 3 if v.name in ("kode_kelompok", "nama_kelompok") else 1
        assert judul.count(v.label_satuan) == kali, v.name


def test_every_step_has_status_date_and_document(blank):
    judul = columns(blank["Buku dan Langkah"])
    for satu in langkah().values():
        for apa in ("", ": tanggal", ": nomor dokumen"):
            assert satu.singkat + apa in judul


def test_every_kelurahan_variable_and_activity_has_its_place(blank):
    assert {v.label_satuan for v in at_level("kelurahan").values()} <= set(
        labels(blank["Identitas"])
    )
    assert {v.label_satuan for v in at_level("kegiatan").values()} <= set(
        columns(blank["Kegiatan"])
    )


def test_the_form_says_whose_it_is_and_carries_its_stamp(blank):
    isi = labels(blank["Identitas"])
    assert isi["Kelurahan"] == "Kebonsari Kulon"
    assert isi["Kecamatan"] == "Kanigaran"
    assert isi["Periode"] == "2026-T3"
    assert "FORMULIR-UP2K/1" in isi


def test_a_sample_form_says_contoh_on_every_sheet():
    buku = written(contoh=True)
    assert "FORMULIR-UP2K/1/CONTOH" in labels(buku["Identitas"])
    for lembar in buku.worksheets:
        teks = " ".join(str(s.value) for r in lembar.iter_rows() for s in r if s.value)
        assert "CONTOH" in teks, lembar.title


def test_a_blank_form_holds_rows_but_no_numbers(blank):
    for nama in ("Kelompok", "Keuangan", "Buku dan Langkah"):
        lembar = blank[nama]
        awal = header_row(lembar)
        nomor = [lembar.cell(awal + i, 1).value for i in range(1, 16)]
        assert nomor == list(range(1, 16))
        angka = [s for r in lembar.iter_rows(min_row=awal + 1, min_col=2) for s in r
                 if isinstance(s.value, int | float)]  # fmt: skip
        assert angka == []


def test_formulas_are_stored_with_empty_results_in_a_blank_form():
    """XlsxWriter would store 0, which a re-save keeps as if it had been reported."""
    rumus, nilai = written(nilai=False), written()
    n = 0
    for lembar in rumus.worksheets:
        for baris in lembar.iter_rows():
            for sel in baris:
                if isinstance(sel.value, str) and sel.value.startswith("="):
                    n += 1
                    hasil = nilai[lembar.title][sel.coordinate].value
                    assert hasil in (None, ""), f"{lembar.title} {sel.coordinate}"
    assert n > 100


def test_sums_are_right_when_written():
    #  pokok 500 + wajib 300 + hibah 200 = 1.000; aset 400 + 650 = 1.050; selisih 50
    baris = {"simpanan_pokok": 500, "simpanan_wajib": 300, "hibah_pemerintah": 200,
             "kas": 400, "pinjaman_beredar": 650}  # fmt: skip
    lain = {"simpanan_pokok": 70, "kas": 70}
    isian = IsianFormulir(
        (
            IsianKelompok("", "Mawar", baris | {"buku_kas": 2, "buku_tamu": 1}),
            IsianKelompok("", "Soka", lain),
        )
    )
    buku = written(isian=isian)
    uang = buku["Keuangan"]
    assert at(uang, "Jumlah modal").value == 1_000
    assert at(uang, "Jumlah aset").value == 1_050
    assert at(uang, "Selisih neraca").value == 50
    assert at(uang, "Nama kelompok").value == "Mawar"
    assert at(buku["Buku dan Langkah"], "Nilai buku").value == 3
    jumlah = next(r for r in uang.iter_rows() if r[0].value == "JUMLAH")[0].row
    assert uang.cell(jumlah, columns(uang)["Simpanan pokok (Rp)"]).value == 570
    assert uang.cell(jumlah, columns(uang)["Jumlah aset"]).value == 1_120
    assert uang.cell(jumlah, columns(uang)["Biaya (Rp)"]).value in (None, "")


def test_known_groups_are_prefilled_but_money_is_only_told():
    buku = written(kelompok=[LAMA])
    kel, uang = buku["Kelompok"], buku["Keuangan"]
    terisi = {"Kode kelompok": f"{KODE}-01", "Nama kelompok": "Melati", "RW": "03",
              "Tanggal berdiri": dt.datetime(2015, 8, 17), "Status kelompok": "Aktif",
              "Tingkat": "Madya", "Tahap kelembagaan": "Pra-koperasi",
              "Bidang usaha": "Kue kering", "Anggota awal (orang)": 21,
              "Jalur koperasi": "Koperasi Kelurahan Merah Putih (KKMP)"}  # fmt: skip
    assert {j: at(kel, j).value for j in terisi} == terisi
    assert at(kel, "Anggota akhir (orang)").value is None
    assert at(uang, "Kas (Rp)").value is None
    assert at(uang, "Nama kelompok").value == "Melati"
    langkah_ = buku["Buku dan Langkah"]
    assert at(langkah_, "Penyuluhan").value == "Selesai"
    assert at(langkah_, "Penyuluhan: tanggal").value == dt.datetime(2022, 9, 20)
    assert at(langkah_, "Penyuluhan: nomor dokumen").value == "UND-1/2022"
    alamat = at(uang, "Kas (Rp)").coordinate
    pesan = [v.prompt for v in uang.data_validations.dataValidation
             if alamat in v.sqref]  # fmt: skip
    assert len(pesan) == 1 and pesan[0].startswith("Periode lalu: Rp 450.000.")
    arus = at(uang, "Jasa diterima (Rp)").coordinate
    lain = [v.prompt for v in uang.data_validations.dataValidation if arus in v.sqref]
    assert "Periode lalu" not in lain[0]


def rule(lembar: Worksheet, judul: str):
    alamat = at(lembar, judul, 7).coordinate
    (satu,) = (v for v in lembar.data_validations.dataValidation if alamat in v.sqref)
    return satu


def test_lists_bounds_and_dates_are_checked_by_the_form(blank):
    kel, uang = blank["Kelompok"], blank["Keuangan"]
    assert rule(kel, "Tingkat").formula1 == '"Pemula,Madya,Utama,Mandiri"'
    anggota = rule(kel, "Anggota akhir (orang)")
    assert (anggota.type, anggota.operator, anggota.formula1) == (
        "whole", "greaterThanOrEqual", "0",
    )  # fmt: skip
    assert "tidak berlaku" in anggota.error
    assert rule(kel, "Hadir rata-rata (orang)").type == "decimal"
    assert rule(kel, "Tanggal berdiri").type == "date"
    assert float(rule(uang, "SHU periode ini (Rp)").formula1) == -10_000_000_000
    assert rule(blank["Buku dan Langkah"], "Buku kas").formula1 == '"0,1,2"'
    assert rule(blank["Buku dan Langkah"], "NIB koperasi").formula1 == (
        '"Belum,Proses,Selesai"'
    )


def test_no_validation_list_is_longer_than_excel_takes(blank):
    for lembar in blank.worksheets:
        for v in lembar.data_validations.dataValidation:
            assert len(v.formula1 or "") <= 257
            assert len(v.prompt or "") <= 255 and len(v.error or "") <= 255


def test_wrong_identities_turn_red(blank):
    def merah(lembar: Worksheet) -> set[str]:
        awal = columns(lembar)
        kolom = {nomor: judul for judul, nomor in awal.items()}
        return {kolom[next(iter(r.sqref.ranges)).min_col]
                for r in lembar.conditional_formatting}  # fmt: skip

    assert {"Anggota akhir (orang)", "Anggota perempuan (orang)"} <= merah(
        blank["Kelompok"]
    )
    assert {"Selisih neraca", "SHU periode ini (Rp)"} <= merah(blank["Keuangan"])


def test_columns_that_an_office_moved_or_added_keep_the_sums_right():
    hp = KolomTambahan("Keuangan", "Keterangan", "cadangan", ("baik",))
    perubahan = Perubahan({"Keuangan": ("KELURAHAN KEBONSARI KULON",)}, (hp,),
                          (("Keuangan", "kas", "simpanan_pokok"),))  # fmt: skip
    baris = {"simpanan_pokok": 500, "cadangan": 40, "kas": 540}
    isian = IsianFormulir((IsianKelompok("", "Mawar", baris),), perubahan=perubahan)
    uang = written(isian=isian)["Keuangan"]
    judul = list(columns(uang))
    assert judul.index("Kas (Rp)") + 1 == judul.index("Simpanan pokok (Rp)")
    assert at(uang, "Keterangan").value == "baik"
    assert at(uang, "Selisih neraca").value == 0


def test_the_same_form_twice_is_the_same_bytes():
    def sekali() -> bytes:
        isi = io.BytesIO()
        write_template(isi, KODE, TW, kelompok=[LAMA])
        return isi.getvalue()

    assert sekali() == sekali()


def test_it_prints_on_a4_with_headings_repeated(blank):
    for nama in ("Kelompok", "Keuangan", "Buku dan Langkah"):
        lembar = blank[nama]
        assert lembar.page_setup.paperSize == 9
        assert lembar.page_setup.orientation == "landscape"
        assert lembar.print_title_cols == "$A:$C"
        kepala = header_row(lembar)
        assert lembar.print_title_rows == f"$1:${kepala}"
        putus = [0, *(b.id for b in lembar.col_breaks.brk), lembar.max_column]
        lebar = [b - a for a, b in zip(putus, putus[1:], strict=False)]
        assert max(lebar) <= 13
        assert "FORMULIR-UP2K/1" in lembar.oddFooter.left.text


def run(*kata: str) -> int:
    parser = argparse.ArgumentParser()
    add_template_parser(parser.add_subparsers(required=True))
    args = parser.parse_args(["template", *kata])
    return args.run(args)


def test_the_command_writes_one_form_by_code_or_name(tmp_path, capsys):
    store = str(tmp_path / "up2k.db")
    for i, siapa in enumerate((KODE, "kel. kebonsari kulon", "Bonsakul")):
        berkas = tmp_path / f"{i}.xlsx"
        assert run("--kelurahan", siapa, "--periode", "2026-T3", "-o", str(berkas),
                   "--store", store) == 0  # fmt: skip
        buku = openpyxl.load_workbook(berkas)
        assert labels(buku["Identitas"])["Kelurahan"] == "Kebonsari Kulon"
        assert str(berkas) in capsys.readouterr().out


def test_the_command_writes_all_29(tmp_path):
    run("--all", "--periode", "2026-T3", "-o", str(tmp_path / "formulir"),
        "--store", str(tmp_path / "up2k.db"))  # fmt: skip
    nama = {p.name for p in (tmp_path / "formulir").iterdir()}
    assert len(nama) == 29
    assert "Formulir UP2K 2026-T3 Kebonsari Kulon.xlsx" in nama


def test_a_wrong_place_or_period_is_said_and_nothing_is_written(tmp_path, capsys):
    berkas = tmp_path / "x.xlsx"
    assert run("--kelurahan", "Jrebeng Kidl", "-o", str(berkas)) == 2
    assert "Jrebeng Kidul" in capsys.readouterr().err
    assert run("--kelurahan", "Pohsangit Lor", "-o", str(berkas)) == 2
    assert "bukan bagian kota ini" in capsys.readouterr().err
    assert run("--kelurahan", KODE, "--periode", "2026-T5", "-o", str(berkas)) == 2
    assert "2026-T5" in capsys.readouterr().err
    assert not berkas.exists()


def test_help_texts_reach_the_officer(blank):
    kas = rule(blank["Keuangan"], "Kas (Rp)")
    assert kas.prompt == variables()["kas"].help
