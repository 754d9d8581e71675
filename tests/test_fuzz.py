"""Spoilt files: no death, no hang, no half-written report, no finding without a cause.

`make soak` tries more of them (UP2K_UJI_RUSAK).
"""

import os
import random
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from checks.temuan import JENIS
from loaders.form.read import read
from loaders.ingest import ingest
from loaders.reader import Reader
from store import open_store
from store import read as read_store
from store.tables import berkas, kiriman, pembacaan, posisi
from tests.faults import HARI_INI
from tests.mutations import VALID, spoil, spoil_inside

KALI = int(os.environ.get("UP2K_UJI_RUSAK", "120"))
"""How many spoilt files of each format: more in `make soak`."""
_SEL = re.compile(r"[A-Z]{1,4}[1-9]\d{0,9}")
_TENTANG_BERKAS = {
    "lembar_hilang", "cap_tidak_ada", "lembar_ganda", "sel_pribadi", "bukan_formulir",
}  # fmt: skip


@pytest.fixture(scope="module")
def reader():
    with Reader(batas_detik=30.0) as reader:
        yield reader


def check(bacaan) -> None:
    """Every finding says a cause, and where: in a cell or sheet, or in the file."""
    for t in bacaan.temuan:
        assert t.pesan.strip() and t.saran.strip(), t
        assert t.pesan.isprintable(), t
        assert t.sel is None or _SEL.fullmatch(t.sel), t
        lingkup = JENIS[t.jenis].lingkup
        assert t.lembar or lingkup == "berkas" or t.jenis in _TENTANG_BERKAS, t
        # It never came to a death or a hang of the reader.
        assert t.jenis != "berkas_tidak_terbaca", t
    assert bacaan.temuan or bacaan.kode_wilayah


@pytest.mark.parametrize("format_", VALID)
def test_spoilt_bytes_cost_a_sentence_at_most(reader, format_):
    data, acak = VALID[format_](), random.Random(format_)
    for n in range(KALI):
        check(reader.read(spoil(data, acak), f"{n}.{format_}", hari_ini=HARI_INI))


@pytest.mark.parametrize("format_", ["xlsx", "xlsb", "ods"])
def test_spoilt_parts_cost_a_sentence_at_most(reader, format_):
    data, acak = VALID[format_](), random.Random(format_)
    for n in range(2 * KALI):
        rusak = spoil_inside(data, acak)
        check(reader.read(rusak, f"{n}.{format_}", hari_ini=HARI_INI))


@settings(
    max_examples=KALI, deadline=None, derandomize=True,
    suppress_health_check=list(HealthCheck),
)  # fmt: skip
@given(st.binary(max_size=200), st.sampled_from(["", "PK\3\4", "<table>", "sep=;\n"]))
def test_any_bytes_cost_a_sentence_at_most(isi, awal):
    check(read(awal.encode() + isi, "x", hari_ini=HARI_INI))


@settings(
    max_examples=KALI, deadline=None, derandomize=True,
    suppress_health_check=list(HealthCheck),
)  # fmt: skip
@given(st.text(max_size=200), st.text(max_size=40))
def test_any_text_and_any_name_cost_a_sentence_at_most(isi, nama):
    check(read(isi.encode("utf-8", "surrogatepass"), nama, hari_ini=HARI_INI))


def test_nothing_is_ever_half_written(reader, tmp_path):
    """Whatever comes of a spoilt file, what the store holds of it is whole."""
    store = open_store(f"sqlite:///{tmp_path / 'uji.db'}")
    acak, tercatat = random.Random(4), set()
    for n in range(KALI // 2):
        format_ = acak.choice(["xlsx", "xlsx", "xls", "ods"])
        cara = spoil_inside if format_ != "xls" and acak.random() < 0.8 else spoil
        data = cara(VALID[format_](), acak)
        tanda = ingest(
            store, f"{n}.{format_}", data, oleh="uji", reader=reader, ulang=True
        )
        if tanda.kiriman_id:
            tercatat.add(tanda.kiriman_id)
        with read_store(store) as conn:
            assert set(conn.scalars(select(kiriman.c.kiriman_id))) == tercatat
            satu = select(func.count()).select_from(pembacaan)
            assert conn.scalar(satu) == len(tercatat)
            yatim = select(posisi.c.pembacaan_id).where(
                posisi.c.pembacaan_id.not_in(select(pembacaan.c.pembacaan_id))
            )
            assert conn.execute(yatim).first() is None
            assert conn.scalar(select(func.count()).select_from(berkas)) <= len(
                tercatat
            )
    assert tercatat
