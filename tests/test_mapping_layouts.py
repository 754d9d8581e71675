"""29 layouts of 29 offices: how good the guess is, and that nothing slips through.

An officer confirms the first period's sheet, changing the guess where it is wrong. The
second period must then pass by itself, and every way of spoiling it must be asked
about or read right.
"""

import datetime as dt
import random
from functools import cache

import pytest

from loaders.bacaan import Bacaan
from loaders.bantuan import TANPA_BANTUAN, Bantuan
from loaders.form.read import read
from loaders.formats.grid import column_letters
from loaders.mapping.confirm import confirmed
from loaders.mapping.records import TINGGI, Pemetaan
from reference.kosakata import variables
from tests.layouts29 import (
    BENIH,
    MUTATIONS,
    PERIODE,
    Office,
    Sheet,
    Written,
    offices,
    sheet,
    truth,
    write,
)

HARI_INI = dt.date(2026, 10, 10)
KANTOR = {o.kode: o for o in offices()}
BANYAK_MUTASI = 2


def reading(berkas: Written, bantuan: Bantuan = TANPA_BANTUAN) -> Bacaan:
    return read(berkas.data, berkas.nama, hari_ini=HARI_INI, bantuan=bantuan)


@cache
def first(office: Office) -> tuple[Sheet, Written, Bacaan]:
    """The first period's sheet, as written and as guessed."""
    s = sheet(office, 0, truth(office)[0])
    berkas = write(s)
    return s, berkas, reading(berkas)


@cache
def remembered(office: Office) -> Pemetaan:
    """What the office remembers once its first sheet was confirmed and read."""
    s, berkas, dibaca = first(office)
    assert dibaca.usulan, [t.pesan for t in dibaca.temuan]
    (tabel,) = dibaca.usulan.tabel
    gaya = {k.huruf: k.gaya for k in tabel.kolom}
    pilihan = {
        (berkas.lembar, huruf): (k.nama, k.faktor, gaya[huruf])
        for k, j in zip(s.kolom, berkas.letak, strict=True)
        if (huruf := column_letters(j)) in gaya
    }
    p = confirmed(
        dibaca.usulan, pilihan, kode_wilayah=office.kode, periode=str(PERIODE[0])
    )
    lagi = reading(berkas, Bantuan(susunan=p))
    assert lagi.pemetaan, [t.pesan for t in lagi.temuan]
    assert_right(lagi, s)
    return lagi.pemetaan


def mapped(s: Sheet) -> list[str]:
    return [k.nama for k in s.kolom if k.nama and k.nama != "nama_kelompok"]


def same(baca: object, benar: object) -> bool:
    if isinstance(baca, dt.date):
        return f"{baca:%d/%m/%Y}" == benar
    return str(baca).casefold() == str(benar).casefold()


def wrong(dibaca: Bacaan, s: Sheet) -> list[str]:
    """The values that differ from the truth; one that is held is not stored."""
    nilai = {g.nama: g.nilai for g in dibaca.kelompok}
    tertahan = dibaca.tertahan()
    salah = []
    for k in s.kolom:
        if not k.nama or k.nama == "nama_kelompok":
            continue
        for nama, benar in zip(s.of("nama_kelompok").isi, k.isi, strict=True):
            if nama in tertahan:
                continue
            baca = nilai.get(nama, {}).get(k.nama)
            if baca is not None and not same(baca, benar):
                salah.append(f"{k.nama} {nama}: {baca} bukan {benar}")
    return salah


def assert_right(dibaca: Bacaan, s: Sheet) -> None:
    """Every value of every group was read, and is right."""
    assert not dibaca.tertahan(), [t.pesan for t in dibaca.temuan]
    assert wrong(dibaca, s) == []
    nama = s.of("nama_kelompok").isi
    assert [g.nama for g in dibaca.kelompok] == nama
    for g in dibaca.kelompok:
        for v in mapped(s):
            assert g.nilai[v] is not None, (v, g.nama)
    assert (dibaca.kode_wilayah, dibaca.periode) == (s.office.kode, str(s.periode))


def second(office: Office) -> Sheet:
    return sheet(office, 1, truth(office)[1])


def remember(office: Office) -> Bantuan:
    """All that is remembered, as the ingest hands it in."""
    return Bantuan(pemetaan=(remembered(office),))


def test_the_first_guess_is_mostly_right_and_never_surely_wrong():
    benar = semua = yakin = 0
    salah_yakin = []
    for office in KANTOR.values():
        s, berkas, dibaca = first(office)
        (tabel,) = dibaca.usulan.tabel
        usul = {k.huruf: k for k in tabel.kolom}
        for k, j in zip(s.kolom, berkas.letak, strict=True):
            u = usul.get(column_letters(j))
            tebak = u.nama if u else ""
            semua += 1
            benar += tebak == k.nama
            if u and u.keyakinan == TINGGI:
                yakin += 1
                if tebak != k.nama or u.faktor != k.faktor:
                    salah_yakin.append((office.nama, k.judul, tebak))
    assert salah_yakin == []
    assert yakin / semua >= 0.6
    assert benar / semua >= 0.9, f"{benar} dari {semua} kolom ditebak benar"


def test_place_and_period_are_found_wherever_they_stand():
    for office in KANTOR.values():
        usulan = first(office)[2].usulan
        assert (usulan.kode_wilayah, usulan.periode) == (office.kode, str(PERIODE[0]))


def test_nine_of_ten_second_uploads_need_no_click():
    tanya = {}
    for office in KANTOR.values():
        s = second(office)
        dibaca = reading(write(s), remember(office))
        if dibaca.usulan:
            tanya[office.nama] = dibaca.usulan.sebab
        else:
            assert_right(dibaca, s)
    tanpa = len(KANTOR) - len(tanya)
    assert tanpa / len(KANTOR) >= 0.9, (
        f"{tanpa} dari {len(KANTOR)} kiriman kedua tanpa pertanyaan; {tanya}"
    )


def spoilt(office: Office, cara: str, ke: int) -> tuple[Sheet, Bacaan]:
    """The true second sheet, and what is read of a spoilt copy."""
    benar = second(office)
    rusak = benar.copy()
    MUTATIONS[cara](rusak, random.Random(f"{BENIH} {cara} {office.kode} {ke}"))
    return benar, reading(write(rusak), remember(office))


@pytest.mark.parametrize("cara", [m for m in MUTATIONS if m != "swap_contents"])
def test_no_spoilt_sheet_is_read_wrongly_without_a_question(cara):
    lolos = []
    for office in KANTOR.values():
        for ke in range(BANYAK_MUTASI):
            benar, dibaca = spoilt(office, cara, ke)
            assert dibaca.usulan or dibaca.kelompok, [t.pesan for t in dibaca.temuan]
            if dibaca.usulan is None:
                lolos += [(office.nama, ke, x) for x in wrong(dibaca, benar)]
    assert lolos == []


ASKS = ("swap_headings", "insert_column", "rename_heading", "change_unit",
        "multiply", "delete_column")  # fmt: skip


@pytest.mark.parametrize("cara", ASKS)
def test_what_changes_the_meaning_is_always_asked(cara):
    for office in KANTOR.values():
        _, dibaca = spoilt(office, cara, 0)
        assert dibaca.usulan is not None, office.nama
        assert [t.jenis for t in dibaca.temuan] == ["perlu_pemetaan"]
        assert dibaca.kelompok == []


def test_a_header_that_moved_down_needs_no_question():
    for office in KANTOR.values():
        benar, dibaca = spoilt(office, "move_header", 0)
        if reading(write(benar), remember(office)).usulan is None:
            assert dibaca.usulan is None, dibaca.usulan
            assert_right(dibaca, benar)


def test_contents_that_changed_places_are_asked_about():
    """But for a few columns so alike, or so restless, that values alone do not tell."""
    tanya, lolos = 0, []
    for office in KANTOR.values():
        for ke in range(BANYAK_MUTASI):
            benar, dibaca = spoilt(office, "swap_contents", ke)
            if dibaca.usulan:
                tanya += 1
            elif salah := wrong(dibaca, benar):
                lolos.append((office.nama, {x.split()[0] for x in salah}))
    semua = len(KANTOR) * BANYAK_MUTASI
    assert tanya / semua >= 0.95, f"{tanya} dari {semua} ditanyakan; {lolos}"
    tetap = {"simpanan_pokok", "simpanan_wajib", "cadangan", "pinjaman_beredar"}
    assert not [x for x in lolos if len(x[1] & tetap) > 1]


def test_a_money_column_in_thousands_is_stored_in_rupiah():
    office = next(o for o in KANTOR.values() if o.satuan == "judul")
    s, berkas, _ = first(office)
    k = s.uang[0]
    assert variables()[k.nama].unit == "Rp"
    lagi = reading(berkas, Bantuan(susunan=remembered(office)))
    assert lagi.kelompok[0].nilai[k.nama] == k.isi[0]
