"""A sheet of an office's own: asked about, confirmed, remembered, read and kept."""

import csv
import datetime as dt
import io
from pathlib import Path

import pytest
import xlsxwriter

from loaders.bantuan import TANPA_BANTUAN, Bantuan
from loaders.form.read import read
from loaders.formats.workbook import Workbook
from loaders.ingest import ingest
from loaders.mapping.confirm import confirmed
from loaders.mapping.records import PRIBADI, Pemetaan
from loaders.mapping.remembered import from_text, to_text
from loaders.reader import Reader
from loaders.rebuild import reread
from store import cells, close_period, original, snapshot
from store import read as reading_store
from store.lineage import kept
from store.mappings import remembered

BERKAS_NYATA = Path(__file__).resolve().parents[2] / "shared" / "berkas-nyata"
HARI_INI = dt.date(2026, 10, 10)
JATI, PILANG = "35.74.03.1004", "35.74.01.1009"
KEPALA = ["No", "Nama Klp", "Jml Anggota", "Simp. Pokok", "Simp. Wajib", "Kas",
          "Pinj. beredar", "Ketua", "Ket"]  # fmt: skip
LALU = [
    [1, "Melati", 20, 500_000, 700_000, 120_000, 1_080_000, "Ibu Contoh A", ""],
    [2, "Mawar", 15, 375_000, 300_000, 45_000, 630_000, "Ibu Contoh B", "libur"],
]
KINI = [
    [1, "Melati", 21, 525_000, 760_000, 135_000, 1_150_000, "Ibu Contoh A", ""],
    [2, "Mawar", 15, 375_000, 345_000, 60_000, 660_000, "Ibu Contoh B", ""],
]


def rows(isi, triwulan="II", kelurahan="JATI", kepala=KEPALA):
    judul = f"LAPORAN UP2K KELURAHAN {kelurahan} TRIWULAN {triwulan} TAHUN 2026"
    jumlah = ["", "JUMLAH", *[sum(b[j] for b in isi) for j in range(2, 7)], "", ""]
    tanda = [[], [*[""] * 6, "Mengetahui,"], [*[""] * 6, "Bu X"]]
    return [[judul], [], list(kepala), *isi, jumlah, *tanda]


def workbook(**lembar) -> bytes:
    """An xlsx of sheets by name, `_` for a space."""
    keluar = io.BytesIO()
    with xlsxwriter.Workbook(keluar) as buku:
        for nama, isi in lembar.items():
            s = buku.add_worksheet(nama.replace("_", " "))
            for i, baris in enumerate(isi):
                for j, sel in enumerate(baris):
                    if sel != "":
                        s.write(i, j, sel)
    return keluar.getvalue()


def text(isi) -> bytes:
    keluar = io.StringIO()
    csv.writer(keluar, delimiter=";").writerows(isi)
    return keluar.getvalue().encode()


def baca(data, bantuan=TANPA_BANTUAN, nama="rekap.xlsx"):
    return read(data, nama, hari_ini=HARI_INI, bantuan=bantuan)


def pasti(data, pilihan=None, kode=JATI, periode="2026-T2", **lain) -> Pemetaan:
    """What is remembered once a file was confirmed and read."""
    usulan = baca(data).usulan
    p = confirmed(usulan, pilihan or {}, kode_wilayah=kode, periode=periode, **lain)
    dibaca = baca(data, Bantuan(susunan=p))
    assert dibaca.pemetaan, [t.pesan for t in dibaca.temuan]
    return dibaca.pemetaan


def kolom(dibaca, judul):
    return next(k for t in dibaca.usulan.tabel for k in t.kolom if k.judul == judul)


def nilai(dibaca, nama):
    return next(g.nilai for g in dibaca.kelompok if g.nama == nama)


# ---------------------------------------------------------------------- the guess
def test_the_guess_says_where_headings_stand_and_why():
    dibaca = baca(workbook(Rekap=rows(LALU)))
    (t,) = dibaca.temuan
    assert (t.jenis, t.lembar, t.sel) == ("perlu_pemetaan", "Rekap", "B3")
    (tabel,) = dibaca.usulan.tabel
    assert (tabel.judul_awal, tabel.judul_akhir, tabel.n_baris) == (3, 3, 2)
    assert [k.nama for k in tabel.kolom] == [
        "", "nama_kelompok", "anggota_akhir", "simpanan_pokok", "simpanan_wajib", "kas",
        "pinjaman_beredar", "", "",
    ]  # fmt: skip
    kas = kolom(dibaca, "Kas")
    assert (kas.huruf, kas.keyakinan, kas.contoh) == (
        "F",
        "tinggi",
        ("120.000", "45.000"),
    )
    assert kas.sebab == ("judulnya menyebut “Kas”", "isinya cocok")
    assert tabel.cuplikan[0] == (
        4, ("1", "Melati", "20", "500.000", "700.000", "120.000", "1.080.000",
            "[disamarkan]", ""),
    )  # fmt: skip


def test_names_of_people_are_never_shown_nor_offered():
    dibaca = baca(workbook(Rekap=rows(LALU)))
    ketua = kolom(dibaca, "Ketua")
    assert (ketua.peran, ketua.contoh) == (PRIBADI, ("[disamarkan]",))
    assert "Ibu Contoh" not in repr(dibaca)


@pytest.mark.parametrize(
    ("judul", "isi", "kata"),
    [
        ("Kas", ["lancar", "macet"], "isinya bukan angka"),
        ("Jml Anggota", [250_000, 90_000], "terlalu besar"),
    ],
)
def test_a_heading_is_not_believed_against_its_values(judul, isi, kata):
    j = KEPALA.index(judul)
    salah = [[*b[:j], s, *b[j + 1 :]] for b, s in zip(LALU, isi, strict=True)]
    dibaca = baca(text([KEPALA, *salah]), nama="rekap.csv")
    k = kolom(dibaca, judul)
    assert k.nama == ""
    assert kata in k.sebab[0]


def test_one_variable_is_never_guessed_for_two_columns():
    kepala = [*KEPALA[:8], "Saldo Kas"]
    isi = [[*b[:8], 99_000] for b in LALU]
    dibaca = baca(text([kepala, *isi]), nama="rekap.csv")
    nama = [k.nama for k in dibaca.usulan.tabel[0].kolom if k.nama]
    assert len(nama) == len(set(nama))
    assert kolom(dibaca, "Kas").keyakinan != "tinggi"


def test_small_sums_without_a_unit_are_doubted():
    ribuan = [[*b[:3], *(v // 1000 for v in b[3:7]), *b[7:]] for b in LALU]
    kas = kolom(baca(text([KEPALA, *ribuan]), nama="rekap.csv"), "Kas")
    assert kas.keyakinan != "tinggi"


def test_a_members_list_is_no_report_of_groups():
    isi = [["No", "Nama", "Simpanan Pokok", "Simpanan Wajib", "Kas"],
           [1, "Ibu Contoh A", 25_000, 30_000, 5_000]]  # fmt: skip
    dibaca = baca(text(isi), nama="anggota.csv")
    assert [t.jenis for t in dibaca.temuan] == ["bukan_formulir"]
    assert dibaca.usulan is None


@pytest.mark.parametrize(
    "nama",
    [
        "bencana_sumut.xls", "kelurahan_dki_2020-05-31.xlsx", "penduduk_ntb.xlsx",
        "kemiskinan_pesawaran.csv", "kriminalitas_jatim_2020.xlsx",
        "modul_pkk_pecalungan.xlsx",
    ],
)  # fmt: skip
def test_no_real_file_of_another_kind_is_taken(nama):
    dibaca = baca((BERKAS_NYATA / nama).read_bytes(), nama=nama)
    assert dibaca.ditolak
    assert dibaca.kelompok == []
    assert [t.jenis for t in dibaca.temuan] in (["bukan_formulir"], ["perlu_pemetaan"])


def test_a_nik_above_a_heading_is_neither_shown_nor_remembered():
    atas = ["", "", "", "", "", "3574014107850001", "", "", ""]
    isi = [["Kelurahan Jati TW II 2026"], atas, KEPALA, *LALU]
    p = pasti(workbook(Rekap=isi))
    assert "3574014107850001" not in repr(baca(workbook(Rekap=isi))) + to_text(p)


def test_odd_cells_do_not_stop_the_reader():
    kepala = ["Nama Klp", "Periode", "Pinj. beredar", "Kas"]
    isi = [["Melati", "½", -500_000, 20_000]]
    isi += [[f"Mawar {n}", "?", 90_000 + n, 10_000 + n] for n in range(1, 6)]
    data = text([["Kelurahan Jati TW II 2026"], kepala, *isi])
    dibaca = baca(data, Bantuan(susunan=pasti(data)))
    assert nilai(dibaca, "Melati")["pinjaman_beredar"] == -500_000
    assert dibaca.tertahan() == {"Melati"}


# ---------------------------------------------------------------- confirmed and read
def test_a_confirmed_file_is_read_like_a_form():
    data = workbook(Rekap=rows(LALU))
    p = pasti(data)
    dibaca = baca(data, Bantuan(susunan=p))
    assert (dibaca.kode_wilayah, dibaca.periode, dibaca.layout) == (
        JATI, "2026-T2", "pemetaan",
    )  # fmt: skip
    melati = nilai(dibaca, "Melati")
    assert (melati["kas"], melati["anggota_akhir"], melati["biaya"]) == (
        120_000,
        20,
        None,
    )
    assert dibaca.kelompok[1].catatan == "libur"
    assert dibaca.tempat(dibaca.kelompok[1], "kas") == ("Rekap", "F5")
    assert {t.jenis for t in dibaca.temuan} == {"kolom_pribadi", "tanda_tangan_dibuang"}
    assert dibaca.buang == {"Rekap": ["H4", "H5", "G8", "G9"]}


def test_units_and_styles_are_read_as_confirmed():
    kepala = ["Nama Klp", "Kas (Rp.000)", "Simp. Wajib (Rp.000)", "Jml Anggota"]
    isi = [["Melati", "1.250", "2.000,5", "21"], ["Mawar", "90", "1.100", "14"]]
    data = text([["Kelurahan Jati TW II 2026"], kepala, *isi])
    p = pasti(data)
    melati = nilai(baca(data, Bantuan(susunan=p)), "Melati")
    assert (melati["kas"], melati["simpanan_wajib"]) == (1_250_000, 2_000_500)
    assert melati["anggota_akhir"] == 21


def test_a_cell_with_a_unit_of_its_own_in_a_column_of_thousands_is_asked():
    kepala = ["Nama Klp", "Kas (Rp.000)", "Jml Anggota"]
    isi = [["Melati", "1,5 jt", "21"], ["Mawar", "90", "14"]]
    data = text([["Kelurahan Jati TW II 2026"], kepala, *isi])
    dibaca = baca(data, Bantuan(susunan=pasti(data)))
    (t,) = [t for t in dibaca.temuan if t.tingkat == "galat"]
    assert (t.jenis, t.sel) == ("angka_rancu", "B3")
    assert nilai(dibaca, "Melati")["kas"] is None


def test_a_printed_total_is_held_against_its_rows_in_the_same_unit():
    kepala = ["Nama Klp", "Kas (Rp.000)", "Jml Anggota"]
    isi = [["Melati", 250, 21], ["Mawar", 90, 14]]
    atas = [["Kelurahan Jati TW II 2026"], kepala, *isi]
    benar, salah = [*atas, ["JUMLAH", 340, 35]], [*atas, ["JUMLAH", 430, 35]]
    p = pasti(workbook(A=benar))
    assert baca(workbook(A=benar), Bantuan(susunan=p)).temuan == []
    (t,) = baca(workbook(A=salah), Bantuan(susunan=p)).temuan
    assert (t.jenis, t.sel) == ("jumlah_tidak_cocok", "B5")
    assert "Rp 430.000" in t.pesan and "Rp 340.000" in t.pesan


def test_two_sheets_are_joined_by_the_groups_names():
    anggota = [["Nama kelompok", "Anggota awal", "Jml Anggota"],
               ["Melati", 20, 21], ["Mawar", 15, 15]]  # fmt: skip
    uang = [["Kelompok", "Kas", "Simp. Wajib"], ["Mawar", 60_000, 345_000],
            ["Melati", 135_000, 760_000]]  # fmt: skip
    data = workbook(Sampul=[["Kelurahan", "Jati"], ["Periode", "TW II 2026"]],
                    Anggota=anggota, Uang=uang)  # fmt: skip
    dibaca = baca(data, Bantuan(susunan=pasti(data)))
    assert (dibaca.kode_wilayah, dibaca.periode) == (JATI, "2026-T2")
    melati = nilai(dibaca, "Melati")
    assert (melati["anggota_akhir"], melati["kas"]) == (21, 135_000)
    assert dibaca.tempat(dibaca.kelompok[0], "kas") == ("Uang", "B3")


@pytest.mark.parametrize(
    ("pilihan", "kata"),
    [
        ({("Rekap", "I"): ("kas", 1, "")}, "Kas dipilih untuk Kas dan Ket"),
        ({("Rekap", "B"): ("", 1, "")}, "nama kelompok"),
        ({("Rekap", "F"): ("laba", 1, "")}, "bukan isian yang dikenal"),
    ],
)
def test_what_cannot_be_is_not_confirmed(pilihan, kata):
    usulan = baca(workbook(Rekap=rows(LALU))).usulan
    with pytest.raises(ValueError, match=kata):
        confirmed(usulan, pilihan, kode_wilayah=JATI, periode="2026-T2")


def test_a_mapping_survives_being_written_down():
    p = pasti(workbook(Rekap=rows(LALU)))
    assert from_text(to_text(p)) == p


# ------------------------------------------------------------------- the next period
def test_the_next_period_needs_no_question():
    p = pasti(workbook(Rekap=rows(LALU)))
    dibaca = baca(workbook(Rekap=rows(KINI, "III")), Bantuan(pemetaan=(p,)))
    assert dibaca.usulan is None
    assert (dibaca.kode_wilayah, dibaca.periode) == (JATI, "2026-T3")
    assert nilai(dibaca, "Melati")["kas"] == 135_000


def tanya(isi, bantuan, **lain) -> tuple[str, ...]:
    dibaca = baca(workbook(Rekap=isi), bantuan, **lain)
    assert dibaca.usulan and dibaca.kelompok == []
    return dibaca.usulan.sebab


def test_another_kelurahan_with_the_same_sheet_is_asked_and_offered_the_same():
    p = pasti(workbook(Rekap=rows(LALU)))
    dibaca = baca(workbook(Rekap=rows(KINI, "III", "PILANG")), Bantuan(pemetaan=(p,)))
    assert dibaca.usulan.sebab == ("susunan ini baru dipastikan untuk Jati",)
    assert (dibaca.usulan.diingat_dari, dibaca.usulan.kode_wilayah) == (JATI, PILANG)


def test_two_kelurahan_or_two_periods_in_one_file_are_asked():
    ingat = Bantuan(pemetaan=(pasti(workbook(Rekap=rows(LALU))),))
    assert tanya(rows(KINI, "III"), ingat, nama="pilang.xlsx") == (
        "kelurahannya disebut berbeda-beda: Jati dan Pilang",
        "susunan ini belum pernah dipastikan",
    )
    (sebab,) = tanya(rows(KINI, "III"), ingat, nama="laporan TW 2 2026.xlsx")
    assert sebab == "periodenya disebut berbeda-beda: 2026-T3 dan 2026-T2"


def test_a_file_without_period_is_asked_though_its_layout_is_known():
    ingat = Bantuan(pemetaan=(pasti(workbook(Rekap=rows(LALU))),))
    isi = [["Kelurahan Jati"], *rows(KINI)[1:]]
    assert "periodenya belum jelas" in tanya(isi, ingat)


def test_other_headings_are_named():
    ingat = Bantuan(pemetaan=(pasti(workbook(Rekap=rows(LALU))),))
    lain = [*KEPALA[:5], "Bank", *KEPALA[6:]]
    assert tanya(rows(KINI, "III", kepala=lain), ingat) == (
        "susunannya berubah: judul “Kas” tidak ada lagi dan judul “Bank” baru",
    )


def test_other_groups_under_the_same_headings_are_asked():
    ingat = Bantuan(pemetaan=(pasti(workbook(Rekap=rows(LALU))),))
    isi = [[*b[:1], f"Ibu Contoh {n}", *b[2:]] for n, b in enumerate(KINI)]
    assert tanya(rows(isi, "III"), ingat) == (
        "sebagian besar nama kelompoknya berbeda dari yang dulu",
    )


def test_a_column_that_was_empty_and_now_is_a_thousand_times_too_large_is_asked():
    nol = [[*b[:5], 0, *b[6:]] for b in LALU]
    ingat = Bantuan(pemetaan=(pasti(workbook(Rekap=rows(nol))),))
    wajar = baca(workbook(Rekap=rows(KINI, "III")), ingat)
    assert wajar.usulan is None
    besar = [[*b[:5], b[5] * 1000, *b[6:]] for b in KINI]
    assert tanya(rows(besar, "III"), ingat) == (
        "kolom “Kas” dulu kosong atau nol; besar nilainya perlu dipastikan",
    )


def test_a_workbook_that_gets_a_sheet_each_period_is_read_at_its_newest():
    p = pasti(workbook(TW_II=rows(LALU)))
    data = workbook(TW_II=rows(LALU), TW_III=rows(KINI, "III"))
    dibaca = baca(data, Bantuan(pemetaan=(p,)))
    assert dibaca.periode == "2026-T3"
    assert nilai(dibaca, "Mawar")["kas"] == 60_000
    assert [t.lembar for t in dibaca.temuan if t.jenis == "lembar_tidak_dikenal"] == [
        "TW II"
    ]


def test_a_period_that_is_not_over_is_refused_as_in_any_form():
    p = pasti(workbook(Rekap=rows(LALU)))
    dibaca = baca(workbook(Rekap=rows(KINI, "IV")), Bantuan(pemetaan=(p,)))
    assert [t.jenis for t in dibaca.temuan if t.tingkat == "galat"] == [
        "periode_mendatang"
    ]
    assert dibaca.kode_wilayah is None


# ------------------------------------------------------------------------- the store
@pytest.fixture(scope="module")
def pembaca():
    with Reader() as reader:
        yield reader


def terima(store, pembaca, data, *, nama="rekap.xlsx", **lain):
    return ingest(store, nama, data, oleh="petugas", reader=pembaca, **lain)


def confirm_and_store(store, pembaca, data, **lain):
    tanda = terima(store, pembaca, data, simpan=False)
    p = confirmed(tanda.usulan, {}, kode_wilayah=JATI, periode="2026-T2", **lain)
    return terima(store, pembaca, data, bantuan=Bantuan(susunan=p))


def test_nothing_is_stored_before_somebody_confirms(store, pembaca):
    tanda = terima(store, pembaca, workbook(Rekap=rows(LALU)))
    assert (tanda.keadaan, tanda.kiriman_id) == ("ditolak", None)
    assert tanda.usulan.n_tertebak == 7
    assert "periksa arti tiap kolom" in tanda.kalimat
    assert snapshot(store).kiriman.empty


def test_confirmed_once_the_next_is_taken_by_itself(store, pembaca):
    pertama = confirm_and_store(store, pembaca, workbook(Rekap=rows(LALU)))
    assert (pertama.keadaan, pertama.n_diterima) == ("diterima", 2)
    kedua = terima(store, pembaca, workbook(Rekap=rows(KINI, "III")))
    assert (kedua.keadaan, kedua.periode) == ("diterima", "2026-T3")
    posisi = snapshot(store).posisi
    kas = {(g.nama_kelompok, g.periode): g.kas for g in posisi.itertuples()}
    assert kas == {
        ("Melati", "2026-T2"): 120_000, ("Mawar", "2026-T2"): 45_000,
        ("Melati", "2026-T3"): 135_000, ("Mawar", "2026-T3"): 60_000,
    }  # fmt: skip
    asal = cells(store, f"{JATI}-01", "2026-T3", ["kas"]).iloc[0]
    assert (asal["lembar"], asal["sel"], asal["nilai"]) == ("Rekap", "F4", 135_000)


def test_each_taken_file_renews_what_the_next_is_held_against(store, pembaca):
    confirm_and_store(store, pembaca, workbook(Rekap=rows(LALU)))
    terima(store, pembaca, workbook(Rekap=rows(KINI, "III")))
    with reading_store(store) as conn:
        (satu,) = remembered(conn)
    peta = from_text(satu.isi)
    assert (satu.kode_wilayah, peta.periode) == (JATI, "2026-T3")
    kas = next(k for k in peta.tabel[0].kolom if k.nama == "kas")
    assert dict(kas.profil.nilai) == {"melati": 135_000, "mawar": 60_000}


def test_a_mapping_for_one_file_is_not_remembered_but_reread_with(store, pembaca):
    confirm_and_store(store, pembaca, workbook(Rekap=rows(LALU)), ingat=False)
    with reading_store(store) as conn:
        assert remembered(conn) == []
    assert terima(store, pembaca, workbook(Rekap=rows(KINI, "III"))).usulan
    (lama,) = kept(store)
    ulang = reread(store, pembaca, lama)
    assert (ulang.keadaan, ulang.n_diterima) == ("diterima", 2)
    assert set(snapshot(store).kiriman["n_diterima"]) == {2}
    assert set(snapshot(store).posisi["kas"]) == {120_000, 45_000}


def test_what_is_kept_has_no_names_of_people(store, pembaca):
    tanda = confirm_and_store(store, pembaca, workbook(Rekap=rows(LALU)))
    _, isi = original(store, tanda.kiriman_id)
    grid = Workbook(isi).grid("Rekap")
    semua = {s for baris in grid.rows for s in baris if isinstance(s, str)}
    assert not {"Ibu Contoh A", "Ibu Contoh B", "Bu X"} & semua
    assert {"Melati", "Ketua"} <= semua


def test_a_file_of_a_closed_period_is_refused_and_can_be_reread(store, pembaca):
    close_period(store, "2026-T2", alasan="selesai", oleh="koordinator")
    tanda = confirm_and_store(store, pembaca, workbook(Rekap=rows(LALU)))
    assert tanda.keadaan == "ditolak"
    (lama,) = kept(store)
    assert reread(store, pembaca, lama).keadaan == "ditolak"


def test_a_csv_is_kept_without_names_and_reread_the_same(store, pembaca):
    data = text(rows(LALU))
    tanda = terima(store, pembaca, data, nama="rekap.csv", simpan=False)
    p = confirmed(tanda.usulan, {}, kode_wilayah=JATI, periode="2026-T2")
    terima(store, pembaca, data, nama="rekap.csv", bantuan=Bantuan(susunan=p))
    (lama,) = kept(store)
    nama, isi = original(store, lama.kiriman_id)
    assert nama == "rekap.csv.xlsx"
    assert b"Ibu Contoh" not in isi
    ulang = reread(store, pembaca, lama)
    assert (ulang.keadaan, ulang.n_diterima) == ("diterima", 2)
