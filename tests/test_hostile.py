"""Every hostile or broken file costs one sentence, at its cell; the reader goes on."""

import pytest

from checks.temuan import JENIS
from loaders.reader import Reader
from tests.faults import HARI_INI, Form
from tests.hostile_files import HOSTILE


@pytest.fixture(scope="module")
def reader():
    with Reader() as reader:
        yield reader


@pytest.mark.parametrize("apa", HOSTILE)
def test_a_hostile_file_costs_one_sentence(reader, apa):
    hostile = HOSTILE[apa]
    bacaan = reader.read(hostile.buat(), hostile.nama, hari_ini=HARI_INI)
    assert [t.pesan for t in bacaan.temuan] == [hostile.pesan]
    (temuan,) = bacaan.temuan
    assert (temuan.lembar, temuan.sel) == (hostile.lembar, hostile.sel)
    assert bacaan.ditolak == (JENIS[temuan.jenis].lingkup == "berkas")


def test_the_next_file_is_read(reader):
    assert reader.read(Form().write(), "f.xlsx", hari_ini=HARI_INI).temuan == []
