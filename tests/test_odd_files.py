"""Files that odd programs write are read as what they are, cell for cell."""

import pytest

from loaders.form.read import read
from loaders.privacy import clean
from tests import odd_files
from tests.faults import HARI_INI, Form
from tests.odd_files import ODD
from tests.packages import parts

BIASA = read(Form().write(), "formulir.xlsx", hari_ini=HARI_INI)


@pytest.mark.parametrize("apa", ODD)
def test_an_odd_file_says_the_same(apa):
    # The name lies on purpose: what a file is, is told by its bytes.
    bacaan = read(ODD[apa](), "laporan.pdf", hari_ini=HARI_INI)
    assert [t.pesan for t in bacaan.temuan] == []
    assert bacaan.kelompok == BIASA.kelompok
    assert bacaan.kegiatan == BIASA.kegiatan
    assert bacaan.kelurahan == BIASA.kelurahan
    assert bacaan.kolom == BIASA.kolom
    assert (bacaan.kode_wilayah, bacaan.periode) == ("35.74.04.1006", "2026-T3")


NIK = "3574014107850001"


def _with_nik() -> Form:
    """AO is the last column of the form: no cell before the personal one is blank."""
    return Form().put("Keuangan", AO2="-", AO3="-", AP1="NIK ketua", AP2=NIK, AP3=NIK)


@pytest.mark.parametrize("apa", ODD)
def test_a_personal_column_of_an_odd_file_is_not_stored(apa, monkeypatch):
    """And what is stored instead says the same of every group."""
    monkeypatch.setattr(odd_files, "Form", _with_nik)
    data = ODD[apa]()
    bacaan = read(data, "laporan.xlsx", hari_ini=HARI_INI)
    assert [t.jenis for t in bacaan.temuan] == ["kolom_pribadi"]
    bersih = clean(data, "laporan.xlsx", bacaan.buang)
    isi = [bersih, *parts(bersih).values()]
    for sandi in ("utf-8", "utf-16-le", "utf-16-be"):
        assert not any(NIK.encode(sandi) in b for b in isi)
    lagi = read(bersih, "laporan.xlsx", hari_ini=HARI_INI)
    assert [g.nilai for g in lagi.kelompok] == [g.nilai for g in bacaan.kelompok]
