"""How numbers are written: our short way is Babel's way."""

from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from reference.tulisan import angka

BULAT = st.integers(-(10**20), 10**20)


@given(BULAT | BULAT.map(float))
def test_whole_numbers_are_written_as_babel_writes_them(n):
    babel = format_decimal(n, "#,##0", locale="id_ID")
    assert angka(n) == ("0" if babel == "-0" else babel)
