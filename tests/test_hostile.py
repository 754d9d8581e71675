"""Every hostile or broken file costs one sentence, at its cell; the reader goes on."""

from functools import cache

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


@pytest.fixture(scope="module")
def dibaca(reader):
    """The bytes of a hostile file and what the reader says of it, once for all."""

    @cache
    def baca(apa: str):
        hostile = HOSTILE[apa]
        data = hostile.buat()
        return data, reader.read(data, hostile.nama, hari_ini=HARI_INI)

    return baca


@pytest.mark.parametrize("apa", HOSTILE)
def test_a_hostile_file_costs_one_sentence(dibaca, apa):
    hostile, (_, bacaan) = HOSTILE[apa], dibaca(apa)
    assert [t.pesan for t in bacaan.temuan] == [hostile.pesan]
    (temuan,) = bacaan.temuan
    assert (temuan.lembar, temuan.sel) == (hostile.lembar, hostile.sel)
    assert bacaan.ditolak == (JENIS[temuan.jenis].lingkup == "berkas")


@pytest.mark.parametrize("apa", HOSTILE)
def test_a_hostile_file_is_handed_back_with_its_sentence(dibaca, apa):
    """Marking opens the file outside the reading process: it must not trip there."""
    data, bacaan = dibaca(apa)
    tertanda = mark(data, HOSTILE[apa].nama, bacaan.temuan)
    if bacaan.temuan[0].jenis in ("berkas_rusak", "berkas_berbahaya"):
        assert tertanda.samping
    assert tertanda.isi.startswith(b"PK")


def test_the_next_file_is_read(reader):
    assert reader.read(Form().write(), "f.xlsx", hari_ini=HARI_INI).temuan == []
