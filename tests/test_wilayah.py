"""Places as people write them: exactly one kelurahan, or nothing and suggestions."""

import pytest

from loaders.form.read import read
from reference.wilayah import find_kelurahan, kecamatan, kelurahan
from tests.faults import HARI_INI, Form


@pytest.mark.parametrize("kode", kelurahan())
def test_every_kelurahan_is_found_by_code_name_and_aliases(kode):
    k = kelurahan()[kode]
    tulisan = [k.kode, k.nama, *k.alias]
    tulisan += [k.nama.upper(), f"Kel. {k.nama}", f"  kelurahan   {k.nama} "]
    assert {find_kelurahan(t).kode for t in tulisan} == {kode}


def test_a_code_without_dots_is_found_unless_it_means_two_places():
    assert find_kelurahan("3574041006").kode == "35.74.04.1006"
    assert find_kelurahan("3574031005").kode == "35.74.04.1006"  # BPS
    # Ketapang by Kemendagri, Sumber Wetan by BPS.
    dua = find_kelurahan("3574011001")
    assert (dua.kode, set(dua.saran)) == (None, {"Ketapang", "Sumber Wetan"})


@pytest.mark.parametrize(
    "teks",
    ["Pohsangit Lor", "Jrebeng", "Kareng Kidul", "Manguharjo", "Kebonsari", "", "Kota"],
)
def test_a_place_elsewhere_is_never_guessed(teks):
    assert find_kelurahan(teks).kode is None


def test_the_two_jrebengs_stay_apart():
    kidul = find_kelurahan("Jrebeng Kidul").kode
    kulon = find_kelurahan("Jrebeng Kulon").kode
    assert kecamatan()[kelurahan()[kidul].kode_kecamatan].nama == "Wonoasih"
    assert kecamatan()[kelurahan()[kulon].kode_kecamatan].nama == "Kedopok"


def _read(**sel):
    return read(Form().put("Identitas", **sel).write(), "f.xlsx", hari_ini=HARI_INI)


@pytest.mark.parametrize(
    "teks",
    [
        "Kebonsari Kulon",
        "KEL. KEBONSARI KULON",
        "Bonsakul",
        "35.74.04.1006",
        "35.74.04.1006 Kebonsari Kulon",
        "Kebonsari Kulon (35.74.04.1006)",
        "Kode wilayah 35.74.04.1006",
        3574041006,
    ],
)
def test_a_form_may_name_its_kelurahan_in_many_ways(teks):
    bacaan = _read(B2=teks)
    assert bacaan.kode_wilayah == "35.74.04.1006"
    assert bacaan.temuan == []


def test_a_code_that_contradicts_the_name_is_refused():
    bacaan = _read(B2="35.74.04.1006 Kebonsari Wetan")
    (temuan,) = bacaan.temuan
    assert temuan.jenis == "kelurahan_tidak_dikenal"
    assert "kode 35.74.04.1006 adalah Kebonsari Kulon, bukan Kebonsari Wetan" in (
        temuan.pesan
    )


def test_kecamatan_may_be_left_out_or_written_otherwise():
    assert _read(B3=None).temuan == []
    assert _read(B3="Kec. KANIGARAN").temuan == []


def test_an_explanation_beside_a_blank_is_no_value():
    bacaan = _read(C6="Jumlah pengurus Poksus.", B6=None)
    assert bacaan.kelurahan["pengurus_poksus_orang"] is None
    assert bacaan.temuan == []
