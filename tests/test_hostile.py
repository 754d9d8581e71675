"""Every hostile or broken file costs one sentence, at its cell; the reader goes on."""

import pytest

from checks.temuan import JENIS
from loaders.marking import mark
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


@pytest.mark.parametrize("apa", HOSTILE)
def test_a_hostile_file_is_handed_back_with_its_sentence(reader, apa):
    """Marking opens the file outside the reading process: it must not trip there."""
    hostile = HOSTILE[apa]
    data = hostile.buat()
    bacaan = reader.read(data, hostile.nama, hari_ini=HARI_INI)
    tertanda = mark(data, hostile.nama, bacaan.temuan)
    if bacaan.temuan[0].jenis in ("berkas_rusak", "berkas_berbahaya"):
        assert tertanda.samping
    assert tertanda.isi.startswith(b"PK")


def test_the_next_file_is_read(reader):
    assert reader.read(Form().write(), "f.xlsx", hari_ini=HARI_INI).temuan == []
