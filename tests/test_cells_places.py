"""Places as offices write them: one kelurahan, or nothing and names to choose from."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.form.read import read
from reference.wilayah import find_kecamatan, find_kelurahan, kecamatan, kelurahan
from tests.faults import HARI_INI, Form

KEBONSARI_KULON = "35.74.04.1006"
JATI = "35.74.03.1004"

# Kemendagri spelling, code, BPS code, other spellings seen: domain facts, 4a.
SEMUA = """
35.74.01.1001 3574010009 Ketapang
35.74.01.1002 3574010008 Triwung Lor
35.74.01.1003 3574010001 Triwung Kidul
35.74.01.1007 3574010003 Pohsangit Kidul; Poh Sangit Kidul
35.74.01.1008 3574010002 Kademangan
35.74.01.1009 3574010007 Pilang
35.74.02.1001 3574020002 Jrebeng Kidul
35.74.02.1002 3574020003 Pakistaji; Pakis Taji
35.74.02.1003 3574020004 Kedunggaleng; Kedung Galeng ; Kedung Galeng
35.74.02.1005 3574020005 Kedung Asem; Kedungasem
35.74.02.1006 3574020006 Sumber Taman; Sumbertaman
35.74.02.1007 3574020001 Wonoasih
35.74.03.1001 3574030011 Mayangan
35.74.03.1002 3574030010 Mangunharjo
35.74.03.1004 3574030006 Jati
35.74.03.1007 3574030009 Sukabumi
35.74.03.1010 3574030005 Wiroborang
35.74.04.1001 3574031006 Tisnonegaran
35.74.04.1002 3574031004 Sukoharjo
35.74.04.1003 3574031002 Kanigaran
35.74.04.1004 3574031003 Kebonsari Wetan
35.74.04.1005 3574031001 Curahgrinting; Curah Grinting
35.74.04.1006 3574031005 Kebonsari Kulon; Bonsakul
35.74.05.1001 3574011004 Jrebeng Kulon
35.74.05.1002 3574011002 Kareng Lor
35.74.05.1003 3574011001 Sumber Wetan; Sumberwetan
35.74.05.1004 3574011006 Jrebeng Lor
35.74.05.1005 3574011003 Kedopok
35.74.05.1006 3574011005 Jrebeng Wetan
"""
TEMPAT = [
    (kode, bps, [n for n in nama.split(";") if n.strip()])
    for kode, bps, nama in (b.split(" ", 2) for b in SEMUA.strip().splitlines())
]
NAMA_KECAMATAN = {"01": "Kademangan", "02": "Wonoasih", "03": "Mayangan",
                  "04": "Kanigaran", "05": "Kedopok"}  # fmt: skip


@pytest.mark.parametrize(("kode", "bps", "nama"), TEMPAT)
def test_every_spelling_of_every_kelurahan(kode, bps, nama):
    kec = NAMA_KECAMATAN[kode[6:8]]
    for n in nama:
        for teks in (
            n, n.upper(), f" {n.lower()}  ", f"Kel. {n}", f"Kelurahan {n}", f"KEL.{n}",
            f"Kelurahan: {n}", f"Kel/Desa {n}", n.replace(" ", "\u00a0"),
            f"{n}, Kota Probolinggo", f"{n} Kota Probolinggo",
            f"Kel. {n} (Kota Probolinggo)",
            f"Kel. {n} Kec. {kec} Kota Probolinggo", f"{n}, Kecamatan {kec}, "
            "Kota Probolinggo, Jawa Timur",
        ):  # fmt: skip
            assert find_kelurahan(teks).kode == kode, teks
    assert find_kelurahan(kode).kode == kode
    # Twelve Kemendagri codes without dots are BPS codes of another kelurahan.
    lain = {b: k for k, b, _ in TEMPAT}
    tanpa_titik = kode.replace(".", "")
    if lain.get(tanpa_titik, kode) == kode:
        assert find_kelurahan(tanpa_titik).kode == kode
    else:
        assert find_kelurahan(tanpa_titik).kode is None
    if kelurahan().get(f"{bps[:2]}.{bps[2:4]}.{bps[4:6]}.{bps[6:]}", None) is None:
        assert find_kelurahan(bps).kode == kode


@pytest.mark.parametrize(
    ("teks", "saran"),
    [
        ("Pohsangit Lor", "Pohsangit Kidul"),
        ("Pohsangit Tengah", "Pohsangit Kidul"),
        ("Jrebeng", "Jrebeng Lor"),
        ("Kareng Kidul", "Kareng Lor"),
        ("Manguharjo", "Mangunharjo"),
        ("Poh Sangkir", "Pohsangit Kidul"),
        ("Kebonsari", "Kebonsari Wetan"),
        ("Kedupok", "Kedopok"),
        ("Jati1", "Jati"),
        ("Jati 1)", "Jati"),
        ("Jati RW 03", "Jati"),
        ("Sumber", "Sumber Wetan"),
    ],
)
def test_what_is_only_alike_is_never_taken(teks, saran):
    hasil = find_kelurahan(teks)
    assert hasil.kode is None
    assert saran in hasil.saran


@pytest.mark.parametrize(
    "teks",
    ["", "Kota", "Probolinggo", "Kota Probolinggo", "Kabupaten Probolinggo",
     "Jati, Kabupaten Probolinggo", "Kab. Probolinggo Kec. Wonomerto", "Kelurahan",
     "35.74", "3513010001", "BELUM DIKETAHUI"],
)  # fmt: skip
def test_what_is_no_kelurahan_of_the_city(teks):
    assert find_kelurahan(teks).kode is None


@pytest.mark.parametrize(
    "teks",
    ["Jati dan Pilang", "Jati/Pilang", "Jati, Pilang", "Jati & Pilang", "Jati Pilang",
     "Kel. Jati Kel. Pilang", "Kelurahan Jati - Pilang", "Jati; Pilang", "JATI+PILANG"],
)  # fmt: skip
def test_two_places_in_one_cell_are_asked_about(teks):
    hasil = find_kelurahan(teks)
    assert (hasil.kode, hasil.saran) == (None, ("Jati", "Pilang"))
    assert hasil.alasan == f"“{teks}” menyebut dua tempat: Jati dan Pilang"


def test_a_kecamatan_of_the_same_name_is_told_apart():
    """All five kecamatan have a kelurahan of their name."""
    for kode, nama in NAMA_KECAMATAN.items():
        assert find_kelurahan(f"Kec. {nama}").kode is None
        assert kelurahan()[find_kelurahan(nama).kode].nama == nama
        assert find_kecamatan(nama).kode == f"35.74.{kode}"
        assert find_kecamatan(f"KECAMATAN {nama} ").kode == f"35.74.{kode}"
        assert find_kecamatan(f"Kel. {nama}").kode is None
    assert find_kelurahan("Kec. Kademangan").alasan == (
        "“Kec. Kademangan” menyebut kecamatan, bukan kelurahan"
    )


def test_kecamatan_by_code_and_old_spelling():
    assert find_kecamatan("Kedupok").kode == "35.74.05"
    assert find_kecamatan("357405").kode == "35.74.05"
    assert {find_kecamatan(k.kode_bps).kode for k in kecamatan().values()} == set(
        kecamatan()
    )
    assert find_kecamatan("Kraksaan").kode is None


def test_a_kelurahan_in_the_wrong_kecamatan_is_refused():
    """A public app really puts Triwung Lor in Kedopok."""
    hasil = find_kelurahan("Kel. Triwung Lor Kec. Kedopok")
    assert (hasil.kode, hasil.saran) == (None, ("Triwung Lor",))
    assert hasil.alasan == (
        "Triwung Lor berada di Kecamatan Kademangan, bukan Kecamatan Kedopok"
    )


@pytest.mark.parametrize("teks", ["J a t i", "01   J a t i", "1. Jati", "3) JATI"])
def test_letters_apart_and_numbers_before_a_name(teks):
    """A published table writes “01   N i a s”."""
    assert find_kelurahan(teks).kode == JATI


@pytest.mark.parametrize(
    ("teks", "kode"),
    [
        ("Kebonsari Kulon Kota Probolinggo", KEBONSARI_KULON),
        ("Kel. Kebonsari Kulon, Kec. Kanigaran", KEBONSARI_KULON),
        (3574041006, KEBONSARI_KULON),
        ("3574041006 Kebonsari Kulon", KEBONSARI_KULON),
        # Ketapang by Kemendagri, Sumber Wetan by BPS: the name says which.
        ("3574011001 Sumber Wetan", None),
    ],
)
def test_a_form_names_its_place(teks, kode):
    form = Form().put("Identitas", B2=teks)
    bacaan = read(form.write(), "f.xlsx", hari_ini=HARI_INI)
    if kode is None:
        # Found, and then in another kecamatan than the form says.
        assert [t.jenis for t in bacaan.temuan] == ["kecamatan_berbeda"]
    else:
        assert (bacaan.kode_wilayah, bacaan.temuan) == (kode, [])


def test_two_places_in_a_form_reject_it_with_both_names():
    form = Form().put("Identitas", B2="Kebonsari Wetan dan Kebonsari Kulon")
    (temuan,) = read(form.write(), "f.xlsx", hari_ini=HARI_INI).temuan
    assert temuan.pesan == (
        "Lembar Identitas, sel B2: “Kebonsari Wetan dan Kebonsari Kulon” menyebut dua "
        "tempat: Kebonsari Wetan dan Kebonsari Kulon. Tulis salah satu dari 29 "
        "kelurahan di kota ini. Yang mirip: Kebonsari Wetan dan Kebonsari Kulon."
    )


@settings(deadline=None)
@given(st.sampled_from(TEMPAT), st.sampled_from(TEMPAT))
def test_two_names_never_become_one(satu, dua):
    hasil = find_kelurahan(f"{satu[2][0]} / {dua[2][0]}")
    assert hasil.kode == (satu[0] if satu[0] == dua[0] else None)


@settings(deadline=None)
@given(st.text(max_size=20), st.sampled_from(TEMPAT))
def test_a_name_with_something_before_or_behind_is_its_own_place_or_none(teks, satu):
    """Whatever is typed around a name, another kelurahan never comes out."""
    for tulisan in (f"{teks} {satu[2][0]}", f"{satu[2][0]} {teks}"):
        assert find_kelurahan(tulisan).kode in (satu[0], None)
