"""Lampiran 4.22 as offices send it: read the same whatever its wording and numbering.

What must be read stands in `tests.recaps`, written out by hand.
"""

import contextlib
import datetime as dt
import io
import subprocess
import zipfile

import pytest

from checks.temuan import JENIS
from indicators.data import Data
from indicators.punctuality import punctuality
from loaders.bantuan import Bantuan
from loaders.form.read import read
from loaders.ingest import ingest
from loaders.reader import Reader
from loaders.rebuild import reread
from reference.paths import ROOT
from reference.rekap import from_groups
from store import close_period, open_store, original, recap_cells, snapshot
from store.lineage import kept
from tests import forms_city
from tests.golden import write_csv
from tests.recaps import JUMLAH, LEMBAR, RW, Recap, of_kecamatan

HARI_INI = dt.date(2026, 10, 10)
KEBONSARI_KULON = "35.74.04.1006"
KOLOM = from_groups()
NOL = (0,) * 10


def bacaan(
    recap: Recap | bytes, nama: str = "rekap.xlsx", hari_ini: dt.date = HARI_INI
):
    data = recap if isinstance(recap, bytes) else recap.write()
    return read(data, nama, hari_ini=hari_ini)


def ten(baris) -> tuple:
    return tuple(baris.nilai[k] for k in KOLOM)


def read_rows(b) -> dict:
    return {r.nama: ten(r) for r in b.rekap}


def kinds(b) -> list[str]:
    return sorted(t.jenis for t in b.temuan)


def test_the_form_as_typed_is_read_without_a_finding():
    b = bacaan(Recap())
    assert b.temuan == []
    assert (b.layout, b.tingkat_wilayah) == ("lampiran_4_22", "kelurahan")
    assert (b.kode_wilayah, b.periode) == (KEBONSARI_KULON, "2026-T3")
    assert read_rows(b) == {**RW, "JUMLAH": JUMLAH}
    assert [(r.baris, r.jumlah, r.kode) for r in b.rekap] == [
        (11, False, None),
        (12, False, None),
        (13, True, None),
    ]
    assert b.kolom["up2k_pemula_klp"] == (LEMBAR, "Z")
    assert b.kolom["koperasi_anggota_orang"] == (LEMBAR, "AI")
    assert b.kolom["tiga_buta_orang"] == (LEMBAR, "C")
    assert b.kelompok == []


@pytest.mark.parametrize(
    "nomor",
    [lambda n: -n, "({})".format, "{}.".format, str, "( {} )".format],
    ids=["minus", "brackets", "dot", "text", "wide brackets"],
)
def test_column_numbers_may_be_stored_in_any_way(nomor):
    b = bacaan(Recap(nomor=nomor))
    assert b.temuan == []
    assert read_rows(b) == {**RW, "JUMLAH": JUMLAH}


def _typos() -> Recap:
    r = Recap()
    for lama, baru in (
        ("PRA KOPERASI/USAHA BERSAMA/UP2K", "PARA KOPERASI / USAHA BERSAMA / UP2K"),
        ("PEMULA", "Permula"),
        ("JML KLP", "Jml. Kel"),
        ("PESERTA", "ANGGOTA"),
        ("JML ANGGOTA", "Jumlah Anggota"),
        ("NAMA WILAYAH (Dusun/Lingk/Desa/Kel/Kec/Kab/Kota/Prov)", "Lingkungan / RW"),
        ("PENGEMBANGAN KEHIDUPAN BERKOPERASI", "Pengembangan kehidupan koperasi"),
        ("KET.", "Keterangan"),
    ):
        r.heading(lama, baru)
    return r


def _older_header() -> Recap:
    """The wording of an older copy: the first row spans all of education."""
    r = Recap().put(
        C6="PENDIDIKAN DAN KETERAMPILAN", C7="Jumlah warga yang masih 3 buta"
    )
    r.put(L6=None, D7="Jumlah kelompok belajar", L7=None, L8="PAUD SEJENIS")
    for huruf, paket in zip(
        "DFHJ", ("Paket A", "Paket B", "Paket C", "KF"), strict=True
    ):
        r.put(**{f"{huruf}8": paket, f"{huruf}9": "Jumlah Kelompok"})
    r.put(F7=None, H7=None, J7=None)
    for huruf in "EGIK":
        r.put(**{f"{huruf}8": None, f"{huruf}9": "Warga belajar"})
    r.put(R7="KADER khusus", R8="Tutor", R9="KF", S8=None, S9="Paud Sejenis", T7=None)
    return r


@pytest.mark.parametrize(
    "recap", [_typos(), _older_header()], ids=["typos", "older header"]
)
def test_other_wordings_are_the_same_columns(recap):
    b = bacaan(recap)
    assert b.temuan == []
    assert read_rows(b) == {**RW, "JUMLAH": JUMLAH}
    assert {n: huruf for n, (_, huruf) in b.kolom.items()}["tutor_paud_orang"] == "S"
    assert b.kolom["paud_klp"] == (LEMBAR, "L")


def test_without_remarks_there_are_35_columns():
    b = bacaan(Recap().without("AJ"))
    assert b.temuan == []
    assert read_rows(b) == {**RW, "JUMLAH": JUMLAH}


def test_without_numbers_of_rows_the_columns_are_numbered_from_the_places():
    r = Recap(jumlah=None).without("A")
    for n, huruf in enumerate((*map(chr, range(65, 91)), "AA", "AB", "AC"), start=1):
        r.put(**{f"{huruf}10": n})
    r.put(AD10=30, AE10=31, AF10=32, AG10=33, AH10=34, AI10=35, AJ10=None)
    r.put(A3="TP PKK KELURAHAN KEBONSARI KULON", A4="TRIWULAN III TAHUN 2026")
    b = bacaan(r)
    assert kinds(b) == ["nomor_kolom"]
    assert read_rows(b) == RW


def test_a_recap_of_the_up2k_block_alone_says_what_it_lacks():
    b = bacaan(Recap().without(*[chr(c) for c in range(ord("C"), ord("Z"))]))
    assert "kolom_hilang" in kinds(b)
    assert read_rows(b) == {**RW, "JUMLAH": JUMLAH}
    assert b.rekap[0].nilai["bkb_klp"] is None


def test_swapped_headings_are_never_read_by_guess():
    b = bacaan(Recap().put(AB8="UTAMA", AD8="MADYA"))
    assert "kolom_bertentangan" in kinds(b)
    rw1 = b.rekap[0].nilai
    assert (rw1["up2k_madya_klp"], rw1["up2k_utama_klp"]) == (None, None)
    assert (rw1["up2k_pemula_klp"], rw1["up2k_pemula_peserta_orang"]) == (1, 12)


def test_columns_in_another_order_are_known_by_their_headings():
    """The whole columns of Madya and Utama have changed places, numbers and all."""
    r = Recap()
    for a, b in (("AB", "AD"), ("AC", "AE")):
        for baris in range(6, 14):
            kiri, kanan = r.sel.get(f"{a}{baris}"), r.sel.get(f"{b}{baris}")
            r.put(**{f"{a}{baris}": kanan, f"{b}{baris}": kiri})
    b = bacaan(r)
    assert kinds(b) == ["nomor_kolom"]
    assert read_rows(b) == {**RW, "JUMLAH": JUMLAH}
    assert b.kolom["up2k_madya_klp"] == (LEMBAR, "AD")


def test_a_numbered_column_of_the_offices_own_shifts_the_numbers_and_nothing_else():
    r = Recap().put(AK6="KET.", AK10=37, AJ6="TOKO PKK", AJ11=4)
    b = bacaan(r)
    assert kinds(b) == ["kolom_tidak_dikenal", "nomor_kolom"]
    assert read_rows(b) == {**RW, "JUMLAH": JUMLAH}


def test_the_total_may_stand_on_top():
    r = Recap({"JUMLAH": JUMLAH, **RW}, jumlah=None)
    b = bacaan(r)
    assert b.temuan == []
    assert read_rows(b) == {"JUMLAH": JUMLAH, **RW}
    assert [x.jumlah for x in b.rekap] == [False, False, True]


def test_what_was_told_on_screen_takes_the_place_of_what_is_missing():
    data = Recap().put(A3=None, A4=None).write()
    tahu = Bantuan(kode_wilayah=KEBONSARI_KULON, periode="2026-S1")
    b = read(data, "rekap.xlsx", hari_ini=HARI_INI, bantuan=tahu)
    assert (b.kode_wilayah, b.periode, b.temuan) == (KEBONSARI_KULON, "2026-S1", [])
    nanti = Bantuan(kode_wilayah=KEBONSARI_KULON, periode="2026-S2")
    b = read(data, "rekap.xlsx", hari_ini=HARI_INI, bantuan=nanti)
    assert kinds(b) == ["periode_mendatang"]


def test_one_heading_twice_rejects_the_recap():
    b = bacaan(Recap().put(AB8="PEMULA"))
    assert b.ditolak
    (t,) = [t for t in b.temuan if t.jenis == "judul_ganda"][:1]
    assert (t.lembar, t.sel, t.sel_lain) == (LEMBAR, "Z9", ("AB9",))


def test_a_column_of_the_offices_own_is_left_out_by_name():
    r = Recap(nomor=None).put(AK6="TOKO PKK", AK11=4)
    b = bacaan(r)
    t = next(t for t in b.temuan if t.jenis == "kolom_tidak_dikenal")
    assert (t.sel, t.ditemukan) == ("AK6", "TOKO PKK")
    assert read_rows(b) == {**RW, "JUMLAH": JUMLAH}


def test_blank_and_dash_are_not_zero():
    b = bacaan(Recap(jumlah=None).put(Z11=None, AA11="-", AB11="nihil"))
    assert ten(b.rekap[0])[:3] == (None, None, 0)
    assert b.temuan == []


def test_what_is_no_number_is_told_at_its_cell_and_leaves_the_rest():
    b = bacaan(Recap().put(AC12="lima belas"))
    (t,) = b.temuan
    assert (t.jenis, t.sel) == ("bukan_angka", "AC12")
    assert ten(b.rekap[1])[2:4] == (1, None)


@pytest.mark.parametrize(
    ("baris", "kode"),
    [
        ("TP PKK KELURAHAN : PILANG", "35.74.01.1009"),
        ("Kel. Kedungasem Kec. Wonoasih Kota Probolinggo", "35.74.02.1005"),
        ("TP.PKK KELURAHAN KANIGARAN KECAMATAN KANIGARAN", "35.74.04.1003"),
        ("TP PKK KANIGARAN", "35.74.04.1003"),
    ],
)
def test_the_kelurahan_stands_above_the_table(baris, kode):
    assert bacaan(Recap().put(A3=baris)).kode_wilayah == kode


@pytest.mark.parametrize(
    ("baris", "periode"),
    [
        (("SEMESTER I TAHUN 2026", None), "2026-S1"),
        (("Semester : 1", "Tahun : 2026"), "2026-S1"),
        (("KEADAAN S/D JUNI 2026", None), "2026-B06"),
        (("Posisi s/d 30 Juni 2026", None), "2026-B06"),
        (("TW III TAHUN 2026", None), "2026-T3"),
    ],
)
def test_any_kind_of_period_will_do(baris, periode):
    b = bacaan(Recap().put(A4=baris[0], A5=baris[1]))
    assert (b.periode, b.temuan) == (periode, [])


@pytest.mark.parametrize(
    ("isi", "jenis", "sel"),
    [
        ({"A4": "TAHUN 2026"}, "periode_tidak_dikenal", "A4"),
        ({"A4": "s/d 15 Juni 2026"}, "periode_tidak_dikenal", "A4"),
        ({"A4": "SEMESTER II TAHUN 2026"}, "periode_mendatang", "A4"),
        ({"A5": "s/d Juni 2026"}, "periode_tidak_dikenal", "A4"),
        ({"A4": None}, "periode_kosong", None),
        ({"A3": None}, "kelurahan_kosong", None),
        ({"A3": "TP PKK KELURAHAN POHSANGIT LOR"}, "kelurahan_tidak_dikenal", "A3"),
        ({"A3": "KELURAHAN PILANG KECAMATAN MAYANGAN"}, "kecamatan_berbeda", "A3"),
    ],
)
def test_a_recap_without_a_sure_place_and_period_is_rejected(isi, jenis, sel):
    b = bacaan(Recap().put(**isi))
    assert b.ditolak and (b.kode_wilayah, b.periode) == (None, None)
    (t,) = [t for t in b.temuan if JENIS[t.jenis].lingkup == "berkas"]
    assert (t.jenis, t.sel) == (jenis, sel)
    assert "Identitas" not in t.pesan


LIMA = {
    "Tisnonegaran": (1, 10, 0, 0, 0, 0, 0, 0, 0, 0),
    "Kel. Sukoharjo": (2, 20, 1, 11, 0, 0, 0, 0, 0, 0),
    "Kanigaran": (1, 15, 0, 0, 1, 22, 0, 0, 1, 40),
    "KEBONSARI WETAN": (0, 0, 1, 12, 0, 0, 0, 0, 0, 0),
    "Curah Grinting": (1, 9, 0, 0, 0, 0, 0, 0, 0, 0),
    "Bonsakul": (3, 33, 0, 0, 0, 0, 0, 0, 0, 0),
}
SEMUA = (8, 87, 2, 23, 1, 22, 0, 0, 1, 40)
KODE_LIMA = [f"35.74.04.{n}" for n in (1001, 1002, 1003, 1004, 1005, 1006)]


@pytest.mark.parametrize("nama", ["JUMLAH", "KECAMATAN KANIGARAN", "Kanigaran"])
def test_the_kecamatan_of_a_kelurahans_name_is_never_read_as_the_kelurahan(nama):
    r = of_kecamatan(LIMA)
    r.put(B17=nama, A17=None)
    for huruf, nilai in zip(
        ("Z", "AA", "AB", "AC", "AD", "AE", "AF", "AG", "AH", "AI"), SEMUA, strict=True
    ):
        r.put(**{f"{huruf}17": nilai})
    b = bacaan(r)
    assert (b.kode_wilayah, b.tingkat_wilayah) == ("35.74.04", "kecamatan")
    rows = [x for x in b.rekap if not x.jumlah]
    assert [x.kode for x in rows] == KODE_LIMA
    assert ten(rows[2]) == LIMA["Kanigaran"]
    assert [ten(x) for x in b.rekap if x.jumlah] == [SEMUA]
    assert kinds(b) == ([] if nama == "JUMLAH" else ["baris_subtotal"])


def test_two_rows_of_one_name_that_are_no_sum_are_both_left_out():
    b = bacaan(of_kecamatan({**LIMA, "KEL KANIGARAN": (5, 50, *NOL[2:])}))
    assert kinds(b) == ["wilayah_baris_ganda"]
    assert [x.kode for x in b.rekap] == [k for k in KODE_LIMA if k != "35.74.04.1003"]


def test_neighbours_and_misspelt_places_are_named_and_left_out():
    b = bacaan(of_kecamatan({**LIMA, "Kebonsari Kidul": NOL, "Kareng Kidul": NOL}))
    pesan = [t.pesan for t in b.temuan]
    assert kinds(b) == ["wilayah_baris_tidak_dikenal"] * 2
    assert "Kebonsari Kulon" in pesan[0] and "Kabupaten Probolinggo" in pesan[1]
    assert [x.kode for x in b.rekap] == KODE_LIMA


def test_a_kelurahan_with_a_blank_row_is_there_and_says_nothing():
    b = bacaan(of_kecamatan({**LIMA, "Kanigaran": (None,) * 10}))
    assert [x.kode for x in b.rekap] == KODE_LIMA
    assert set(ten(b.rekap[2])) == {None}


def test_the_city_lists_kecamatan():
    r = of_kecamatan({"Kademangan": SEMUA, "Kec. Wonoasih": NOL, "Mayangan": NOL,
                      "Kanigaran": NOL, "Kedupok": NOL})  # fmt: skip
    b = bacaan(r.put(A3="TP PKK KOTA PROBOLINGGO"))
    assert (b.kode_wilayah, b.tingkat_wilayah, b.temuan) == ("35.74", "kota", [])
    assert [x.kode for x in b.rekap] == [f"35.74.0{n}" for n in range(1, 6)]


def test_a_total_of_a_part_is_no_place_and_rows_below_the_total_are_told():
    r = Recap({**RW, "SUB JUMLAH": JUMLAH, "RW 03": (1, 8, *NOL[2:])})
    r.row(15, "JUMLAH", (4, 45, *JUMLAH[2:])).row(17, "RW 04", NOL).put(A17=4)
    b = bacaan(r)
    assert read_rows(b) == {
        **RW, "RW 03": (1, 8, *NOL[2:]), "JUMLAH": (4, 45, *JUMLAH[2:])
    }  # fmt: skip
    (t,) = b.temuan
    assert (t.jenis, t.sel) == ("baris_sesudah_jumlah", "B17")


def test_two_recaps_in_one_file_are_asked_about():
    dua = Recap().write()
    keluar = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(dua)) as asal, zipfile.ZipFile(keluar, "w") as ke:
        for nama in asal.namelist():
            isi = asal.read(nama)
            if nama == "xl/workbook.xml":
                satu = b'<sheet name="Rekap" sheetId="1" r:id="rId1"/>'
                assert satu in isi
                lain = satu.replace(b"Rekap", b"Salinan").replace(b'"1"', b'"2"')
                isi = isi.replace(satu, satu + lain)
            ke.writestr(nama, isi)
    b = bacaan(keluar.getvalue())
    assert b.ditolak and "lembar_ganda" in kinds(b)


def test_as_csv_and_with_numbers_as_text_it_is_the_same():
    b = bacaan(write_csv(Recap().grid(), ";", "utf-8"), "rekap.csv")
    assert b.temuan == []
    assert read_rows(b) == {**RW, "JUMLAH": JUMLAH}


@pytest.mark.libreoffice
@pytest.mark.parametrize("format_", ["xls", "ods"])
def test_saved_by_libreoffice_in_another_format_it_is_the_same(tmp_path, format_):
    (tmp_path / "rekap.xlsx").write_bytes(Recap().write())
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profil", "--headless",
         "--convert-to", format_, "rekap.xlsx"],
        cwd=tmp_path, check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    b = bacaan((tmp_path / f"rekap.{format_}").read_bytes(), f"rekap.{format_}")
    assert b.temuan == []
    assert read_rows(b) == {**RW, "JUMLAH": JUMLAH}


def test_a_real_sheet_of_pkk_that_is_no_recap_is_refused_with_what_it_is():
    berkas = ROOT.parent / "shared" / "berkas-nyata" / "modul_pkk_pecalungan.xlsx"
    b = bacaan(berkas.read_bytes(), berkas.name)
    assert b.ditolak and b.rekap == []
    assert "“Daftar Modul”" in b.temuan[0].pesan


@pytest.fixture
def toko(tmp_path):
    with contextlib.closing(open_store(tmp_path / "up2k.db")) as s, Reader() as r:
        yield s, r


def hand_in(toko, recap, hari: dt.date = dt.date(2026, 10, 9), nama="rekap.xlsx"):
    store, reader = toko
    data = recap if isinstance(recap, bytes) else recap.write()
    return ingest(store, nama, data, oleh="uji", diterima=hari, reader=reader)


def test_names_of_who_signed_and_numbers_of_persons_are_never_kept(toko):
    r = Recap().put(
        B16="Mengetahui,", B17="Ketua TP PKK Kelurahan", B21="NYONYA UJI COBA",
        AD16="Probolinggo, 5 Oktober 2026", AD21="IBU CONTOH SAJA",
        AD22="NIP. 19000101 190001 2 001", AJ11="telp 0812-0000-0000",
        B12="RW 02, 0812-0000-0000",
    )  # fmt: skip
    tanda = hand_in(toko, r)
    assert tanda.keadaan == "diterima"
    _, isi = original(toko[0], tanda.kiriman_id)
    with zipfile.ZipFile(io.BytesIO(isi)) as paket:
        semua = b"".join(paket.read(n) for n in paket.namelist())
    for rahasia in (b"NYONYA", b"IBU CONTOH", b"190001", b"0812"):
        assert rahasia not in semua
    assert b"Ketua TP PKK Kelurahan" in semua
    isi = snapshot(toko[0])
    assert "NYONYA" not in isi.temuan.to_csv() and "0812" not in isi.temuan.to_csv()
    assert isi.rekap["nama_baris"].tolist()[1] == "RW 02, [disamarkan]"


def test_a_recap_stands_beside_the_report_of_the_same_place_and_period(toko):
    """Neither supersedes the other; nobody is punctual by a recap."""
    kini = forms_city.KINI
    periode = f"{kini.label.upper().replace(str(kini.tahun), '')}TAHUN {kini.tahun}"
    hari = kini.deadline
    recap = Recap().put(A4=periode)
    assert hand_in(toko, recap, hari).temuan == ()
    data = Data.from_snapshot(snapshot(toko[0]))
    belum = punctuality(data, [kini], hari).set_index("kode_wilayah")
    assert belum.loc[KEBONSARI_KULON, "keadaan"] == "belum_waktunya"

    form = forms_city.form(KEBONSARI_KULON)
    tanda = hand_in(toko, form, hari, "formulir.xlsx")
    assert "menggantikan" not in {t.jenis for t in tanda.temuan}
    tanda = hand_in(toko, recap.put(AA11=13), hari)
    assert {t.jenis for t in tanda.temuan} == {"jumlah_rekap_berbeda", "menggantikan"}
    assert hand_in(toko, form, hari, "formulir.xlsx").keadaan == "sudah_diterima"

    isi = snapshot(toko[0])
    assert len(isi.posisi) == 2
    assert len(isi.rekap) == 3
    assert isi.rekap["up2k_pemula_peserta_orang"].tolist() == [13, 25, 37]
    assert isi.kiriman["layout"].tolist() == [
        "lampiran_4_22", "formulir_up2k", "lampiran_4_22"
    ]  # fmt: skip
    data = Data.from_snapshot(isi)
    tepat = punctuality(data, [kini], hari).set_index("kode_wilayah")
    assert tepat.loc[KEBONSARI_KULON, "keadaan"] == "tepat"
    assert len(data.kiriman) == 1 and len(data.rekap) == 3


def test_the_same_recap_twice_is_known_and_a_newer_one_counts(toko):
    assert hand_in(toko, Recap()).kalimat == (
        "Rekap Lampiran 4.22 diterima: 3 baris (Kebonsari Kulon, Triwulan III 2026)."
    )
    assert hand_in(toko, Recap()).keadaan == "sudah_diterima"
    baru = hand_in(toko, Recap(jumlah=None))
    assert [t.jenis for t in baru.temuan] == ["menggantikan"]
    assert snapshot(toko[0]).rekap["nama_baris"].tolist() == ["RW 01", "RW 02"]


def test_a_number_of_a_recap_leads_back_to_its_cell(toko):
    hand_in(toko, of_kecamatan(LIMA))
    isi = snapshot(toko[0]).rekap
    baris = isi[isi["kode_baris"] == "35.74.04.1003"].iloc[0]
    asal = recap_cells(
        toko[0], int(baris["pembacaan_id"]), int(baris["urut"]), KOLOM[:2]
    )
    assert asal["sel"].tolist() == ["Z13", "AA13"]
    assert asal["nilai"].tolist() == [1, 15]
    assert set(asal["nama_berkas"]) == {"rekap.xlsx"}


def test_a_closed_period_takes_no_recap_and_reading_again_changes_nothing(toko):
    hand_in(toko, of_kecamatan(LIMA))
    dulu = snapshot(toko[0]).rekap
    (lama,) = kept(toko[0])
    assert reread(toko[0], toko[1], lama).keadaan == "diterima"
    kini = snapshot(toko[0]).rekap
    tetap = [k for k in dulu.columns if k != "pembacaan_id"]
    assert kini[tetap].equals(dulu[tetap])
    close_period(toko[0], "2026-S1", oleh="uji")
    ditolak = hand_in(toko, of_kecamatan(LIMA, SEMUA))
    assert ditolak.keadaan == "ditolak"
    assert "periode_ditutup" in {t.jenis for t in ditolak.temuan}


def test_both_databases_keep_it_alike(store):
    with Reader() as reader:
        for recap in (Recap(), of_kecamatan(LIMA, SEMUA)):
            assert hand_in((store, reader), recap).keadaan == "diterima"
            assert hand_in((store, reader), recap).keadaan == "sudah_diterima"
    isi = snapshot(store).rekap
    assert isi["kode_wilayah"].value_counts().to_dict() == {
        "35.74.04": 7, KEBONSARI_KULON: 3
    }  # fmt: skip
    assert isi["jumlah"].sum() == 2
    assert isi["kode_baris"].dropna().tolist() == KODE_LIMA
