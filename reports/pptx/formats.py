"""How numbers read in a native chart, whatever language the office program speaks.

The dots between thousands are written into the format: the sign that a format code
asks for is that of the reader's own program, and `Rp 4,100,000` reads as 4 rupiah to
who learnt numbers here. Decimals follow the program; charts have few.
"""

from collections.abc import Sequence

_RIBU, _JUTA, _MILIAR = 10**3, 10**6, 10**9


def number_format(nilai: Sequence[float], satuan: str) -> str:
    """The format code for values in a unit; whole rupiah, one decimal for shares.

    >>> number_format([4_100_000.0], "Rp")
    '[>=1000000]"Rp\\xa0"#\\\\.###\\\\.##0;[>=1000]"Rp\\xa0"#\\\\.##0;"Rp\\xa0"0'
    >>> number_format([81.27], "%"), number_format([12.0], "orang")
    ('0.0" %"', '0')
    """
    if satuan == "%":
        return '0" %"' if _whole(nilai) else '0.0" %"'
    if satuan != "Rp" and not _whole(nilai):
        return "0.0"
    return _dotted(nilai, '"Rp\u00a0"' if satuan == "Rp" else "")


def axis_format(nilai: Sequence[float], satuan: str) -> str:
    """The format code of an axis: millions as `jt` where its marks are whole ones."""
    if satuan == "Rp" and max(nilai) >= 10 * _JUTA and min(nilai) >= 0:
        return r'[>=1000000000]#\.###,," jt";[>=1000000]0,," jt";0'
    if satuan == "%":
        return '0" %"'
    return _dotted(nilai, "")


def _whole(nilai: Sequence[float]) -> bool:
    return all(float(v).is_integer() for v in nilai)


def _dotted(nilai: Sequence[float], awal: str) -> str:
    """Whole numbers with dots; a format has room for two conditions and the rest."""
    if min(nilai) < 0:
        return f"{awal}#,##0"
    bagian = [
        (_MILIAR, rf"{awal}#\.###\.###\.##0"),
        (_JUTA, rf"{awal}#\.###\.##0"),
        (_RIBU, rf"{awal}#\.##0"),
    ]
    perlu = [f"[>={b}]{pola}" for b, pola in bagian if max(nilai) >= b][:2]
    return ";".join([*perlu, f"{awal}0"])
