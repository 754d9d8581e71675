"""Files that odd programs write are read as what they are, cell for cell."""

import pytest

from loaders.form.read import read
from tests.faults import HARI_INI, Form
from tests.odd_files import ODD

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
