"""Not a byte of a NIK, a telephone number or a member's name is kept (UU 27/2022).

Everything personal here is made up: the NIK has the province code of no real place in
use by the tests, the names are called Contoh.
"""

import io
import zipfile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.cells.personal import SAMARAN, mask, may_hold, personal_heading
from loaders.form.read import read
from loaders.privacy import clean
from tests.faults import HARI_INI, Form
from tests.golden import NILAI, full_form, one_table, write_csv

NIK = "3574990101990001"
NIK_LAIN = "3574994112990002"
TELEPON = "081200000000"
NAMA = "Contoh Binti Contoh"
PRIBADI = (NIK, NIK_LAIN, TELEPON, NAMA)


def personal_form() -> Form:
    """A form with personal data in columns, in free text and in a sheet of its own."""
    form = full_form()
    form.column("Kelompok", "V", "NIK ketua", NIK, float(NIK_LAIN))
    form.column("Kelompok", "W", "Nama ketua", NAMA, NAMA)
    form.column("Keuangan", "AP", "Keterangan petugas", float(TELEPON), TELEPON)
    form.put("Kegiatan", C2=f"Rumah {TELEPON}")
    form.put("Kelompok", U2=f"Ketua baru, NIK {NIK}")
    form.put("Identitas", A12="Nama petugas", B12="-", A13="No. HP", B13=TELEPON)
    form.column("Anggota", "B", "Daftar anggota", "Nama", NAMA, "Contoh Dua")
    form.column("Anggota", "C", "", "No. KTP", NIK, NIK_LAIN)
    form.column("Anggota", "D", "", "Usaha", "Keripik", "Jamu")
    return form


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as paket:
        return {n: paket.read(n) for n in paket.namelist()}


def assert_nothing_personal(data: bytes) -> None:
    for nama, isi in parts(data).items():
        for satu in PRIBADI:
            assert satu.encode() not in isi, nama
            assert satu.encode("utf-16-le") not in isi, nama


def test_personal_columns_and_cells_are_told():
    bacaan = read(personal_form().write(), "f.xlsx", hari_ini=HARI_INI)
    assert {k: sorted(v) for k, v in bacaan.buang.items()} == {
        "Identitas": ["B13"],
        "Kelompok": ["U2", "V2", "V3", "W2", "W3"],
        "Keuangan": ["AP2", "AP3"],
        "Kegiatan": ["C2"],
        "Anggota": ["B3", "B4", "C3", "C4"],
    }
    assert not bacaan.ditolak and bacaan.tertahan() == set()
    assert {g.nama: g.nilai for g in bacaan.kelompok} == {
        "Melati": NILAI,
        "Mawar": NILAI,
    }


def test_nothing_personal_leaves_the_reader():
    bacaan = read(personal_form().write(), "f.xlsx", hari_ini=HARI_INI)
    semua = repr(bacaan)
    for satu in PRIBADI:
        assert satu not in semua
    assert bacaan.kelompok[0].catatan == f"Ketua baru, NIK {SAMARAN}"
    assert bacaan.kegiatan[0]["tempat"] == f"Rumah {SAMARAN}"


def test_a_faulty_cell_does_not_quote_a_nik():
    bacaan = read(
        full_form()
        .put("Kelompok", G2=NIK, K2=float(NIK), N3=TELEPON, V1="NIK", V2=NIK)
        .write(),
        "f.xlsx",
        hari_ini=HARI_INI,
    )
    assert bacaan.temuan
    assert NIK not in repr(bacaan) and TELEPON not in repr(bacaan)
    assert bacaan.kelompok[0].nilai["anggota_masuk"] is None


def test_the_kept_file_is_the_same_but_for_those_cells():
    data = personal_form().write()
    bacaan = read(data, "f.xlsx", hari_ini=HARI_INI)
    bersih = clean(data, "f.xlsx", bacaan.buang)
    assert_nothing_personal(bersih)
    lama, baru = parts(data), parts(bersih)
    berubah = {n for n in lama if lama[n] != baru[n]}
    assert list(lama) == list(baru)
    assert berubah == {
        "xl/sharedStrings.xml",
        *(f"xl/worksheets/sheet{n}.xml" for n in (1, 2, 3, 5, 6)),
    }
    sel_lama = openpyxl.load_workbook(io.BytesIO(data))
    sel_baru = openpyxl.load_workbook(io.BytesIO(bersih))
    for lembar in sel_lama:
        for baris in lembar:
            for sel in baris:
                dibuang = sel.coordinate in bacaan.buang.get(lembar.title, ())
                harap = None if dibuang else sel.value
                assert sel_baru[lembar.title][sel.coordinate].value == harap


def test_the_kept_file_is_read_to_the_same_values():
    data = personal_form().write()
    lama = read(data, "f.xlsx", hari_ini=HARI_INI)
    baru = read(clean(data, "f.xlsx", lama.buang), "f.xlsx", hari_ini=HARI_INI)
    assert [g.nilai for g in baru.kelompok] == [g.nilai for g in lama.kelompok]
    assert [g.baris for g in baru.kelompok] == [g.baris for g in lama.kelompok]
    assert baru.kolom == lama.kolom
    assert baru.buang == {}


def test_notes_links_and_copies_go_too():
    buku = openpyxl.load_workbook(io.BytesIO(personal_form().write()))
    lembar = buku["Kelompok"]
    lembar["W2"].comment = openpyxl.comments.Comment(f"tanya {NAMA}", "petugas")
    lembar["B3"].comment = openpyxl.comments.Comment(f"telepon {TELEPON}", "petugas")
    lembar["V3"].hyperlink = f"tel:{TELEPON}"
    keluar = io.BytesIO()
    buku.save(keluar)
    data = keluar.getvalue()
    bacaan = read(data, "f.xlsx", hari_ini=HARI_INI)
    bersih = clean(data, "f.xlsx", bacaan.buang)
    assert_nothing_personal(bersih)
    ulang = read(bersih, "f.xlsx", hari_ini=HARI_INI)
    assert [g.nilai for g in ulang.kelompok] == [NILAI, NILAI]


def test_a_note_alone_is_reason_enough():
    buku = openpyxl.load_workbook(io.BytesIO(full_form().write()))
    catatan = openpyxl.comments.Comment(f"tanya Bu Contoh {TELEPON}", "petugas")
    buku["Keuangan"]["P2"].comment = catatan
    keluar = io.BytesIO()
    buku.save(keluar)
    data = keluar.getvalue()
    bacaan = read(data, "f.xlsx", hari_ini=HARI_INI)
    assert [t.pesan for t in bacaan.temuan] == [
        "Komentar pada sel memuat NIK atau nomor telepon. Jangan menulis NIK atau "
        "nomor telepon di formulir."
    ]
    bersih = clean(data, "f.xlsx", bacaan.buang)
    assert_nothing_personal(bersih)
    ulang = openpyxl.load_workbook(io.BytesIO(bersih))["Keuangan"]["P2"]
    assert (ulang.value, ulang.comment.text) == (250_000, f"tanya Bu Contoh {SAMARAN}")


def test_a_file_of_another_format_is_kept_as_values():
    rows = one_table()
    rows[4].append("Nama bendahara")
    rows[5].append(NAMA)
    rows[6].append(f"{NAMA} {TELEPON}")
    data = write_csv(rows, ";", "utf-8")
    bacaan = read(data, "f.csv", hari_ini=HARI_INI)
    bersih = clean(data, "f.csv", bacaan.buang)
    assert_nothing_personal(bersih)
    ulang = read(bersih, "f.xlsx", hari_ini=HARI_INI)
    assert [g.nilai for g in ulang.kelompok] == [NILAI, NILAI]
    assert ulang.kolom == bacaan.kolom


def test_a_clean_file_is_kept_as_it_is():
    data = full_form().write()
    assert clean(data, "f.xlsx", {}) is data


@pytest.mark.parametrize(
    "judul",
    ["NIK", "No. KTP", "Nomor KK", "No HP", "Telp.", "WA", "Alamat rumah", "E-mail",
     "Nama anggota", "Nama Lengkap", "Nama ketua", "Ketua", "Bendahara",
     "Tempat, tgl lahir", "Tanggal lahir", "No. rekening"],
)  # fmt: skip
def test_headings_that_announce_a_person(judul):
    assert personal_heading(judul)


@pytest.mark.parametrize(
    "judul",
    ["Nama kelompok", "Kas (Rp)", "Jumlah ketua RT", "Nama koperasi", "Keterangan",
     "Hari rapat", "Wali", "Nikmat", 2026, ""],
)  # fmt: skip
def test_headings_that_do_not(judul):
    assert not personal_heading(judul)


@pytest.mark.parametrize(
    ("teks", "bersih"),
    [
        (f"NIK {NIK}", f"NIK {SAMARAN}"),
        ("35 74 99 010199 0001", SAMARAN),
        ("wa 0812-0000-0000.", f"wa {SAMARAN}."),
        ("+62 812 0000 0000", SAMARAN),
        ("35.74.04.1006-03", "35.74.04.1006-03"),
        ("SK 094/0123/2026", "SK 094/0123/2026"),
        ("Rp 1.500.000.000.000", "Rp 1.500.000.000.000"),
        ("NIP 19700101 199003 2 001", "NIP 19700101 199003 2 001"),
        ("AHU-0001234.AH.01.26.TAHUN 2024", "AHU-0001234.AH.01.26.TAHUN 2024"),
    ],
)
def test_what_is_blotted_out_of_a_text(teks, bersih):
    assert mask(teks) == bersih


def test_a_business_number_is_no_telephone_number():
    """A NIB has 13 digits and begins with a date: 08 December 2022 looks like 0812."""
    bacaan = read(
        full_form().put("Buku dan Langkah", AI2="Selesai", AK2="0812220012345").write(),
        "f.xlsx",
        hari_ini=HARI_INI,
    )
    assert bacaan.temuan == []
    assert ("nib", "selesai", None, "0812220012345") in bacaan.kelompok[0].langkah


@settings(deadline=None)
@given(
    st.text(alphabet="ab .-\n1", max_size=20),
    st.sampled_from([NIK, "35 74 99 010199 0001", TELEPON, "0812-0000-0000",
                     "+62 812 0000 0000"]),
    st.text(alphabet="ab .\n", max_size=20),
)  # fmt: skip
def test_the_quick_look_never_overlooks(kiri, pribadi, kanan):
    teks = f"{kiri}a {pribadi} b{kanan}"
    if mask(teks) != teks:
        assert may_hold(teks)
