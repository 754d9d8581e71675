"""Valid files spoilt in small ways: in their bytes, or in the XML inside them."""

import random
import re
from collections.abc import Callable

from tests.faults import Form
from tests.odd_files import as_text, spreadsheet_xml
from tests.ods import content, write_ods
from tests.packages import packed, parts
from tests.xls import write_xls
from tests.xlsb import write_xlsb

Acak = random.Random
_UNSUR = re.compile(rb"<[^<>]+>")
_ANGKA = re.compile(rb"\d+")
_ANEH = (
    b"", b"0", b"-1", b"99999999999999999999", b"1E400", b"NaN", b"&amp;", b"&x;", b"<",
    b"]]>", b"<!-- -->", b"\0", b"\xff\xfe", b"A1048577", b"XFD1048576", b"=1+1",
    b"\xe2\x80\xae", b"_x0000_", b'"', b"'", b"#REF!",
)  # fmt: skip


def _csv() -> bytes:
    baris = [["Kelompok", "Kas (Rp)", "Bank (Rp)"], ["Melati", "1.500", '"2;3"']]
    return "\r\n".join(";".join(b) for b in baris * 20).encode()


def _html() -> bytes:
    sel = "".join(f"<tr><td rowspan=2>Melati {n}<td>{n}</tr>" for n in range(20))
    return f"<html><body><table><tr><th>Nama<th>Kas</tr>{sel}</table>".encode()


VALID: dict[str, Callable[[], bytes]] = {
    "xlsx": lambda: Form().write(),
    "xls": lambda: write_xls(Form().sheets),
    "xlsb": lambda: write_xlsb(as_text(Form())),
    "ods": lambda: write_ods(Form().sheets),
    "fods": lambda: content(Form().sheets, unsur="document").encode(),
    "xml": lambda: spreadsheet_xml(Form()),
    "csv": _csv,
    "html": _html,
}
"""A good file of every format."""


def _flip(data: bytearray, acak: Acak) -> None:
    for _ in range(acak.choice((1, 1, 4, 32))):
        data[acak.randrange(len(data))] ^= 1 << acak.randrange(8)


def _cut(data: bytearray, acak: Acak) -> None:
    del data[acak.randrange(len(data)) :]


def _splice(data: bytearray, acak: Acak) -> None:
    awal, tuju = acak.randrange(len(data)), acak.randrange(len(data))
    data[tuju:tuju] = data[awal : awal + acak.choice((1, 16, 512))]


def _drop(data: bytearray, acak: Acak) -> None:
    awal = acak.randrange(len(data))
    del data[awal : awal + acak.choice((1, 4, 64, 1024))]


def _overwrite(data: bytearray, acak: Acak) -> None:
    awal = acak.randrange(len(data))
    isi = acak.choice((b"\0", b"\xff", b"\x7f", b" ")) * acak.choice((1, 4, 64))
    data[awal : awal + len(isi)] = isi


def _odd_text(data: bytearray, acak: Acak) -> None:
    awal = acak.randrange(len(data))
    data[awal:awal] = acak.choice(_ANEH)


_BITA = (_flip, _cut, _splice, _drop, _overwrite, _odd_text)


def spoil(data: bytes, acak: Acak) -> bytes:
    """A file with one or two mutations of its bytes."""
    rusak = bytearray(data)
    for _ in range(acak.choice((1, 1, 2))):
        if rusak:
            acak.choice(_BITA)(rusak, acak)
    return bytes(rusak)


def _spoil_elements(xml: bytes, acak: Acak) -> bytes:
    """One element dropped, doubled, moved, or with an odd thing behind it."""
    unsur = list(_UNSUR.finditer(xml))
    if not unsur:
        return xml + acak.choice(_ANEH)
    satu, lain = acak.choice(unsur), acak.choice(unsur)
    cara = acak.randrange(4)
    if cara == 0:
        return xml[: satu.start()] + xml[satu.end() :]
    if cara == 1:
        return xml[: satu.end()] + satu[0] + xml[satu.end() :]
    if cara == 2:
        return xml[: lain.start()] + satu[0] + xml[lain.start() :]
    return xml[: satu.end()] + acak.choice(_ANEH) + xml[satu.end() :]


def _spoil_numbers(xml: bytes, acak: Acak) -> bytes:
    """A number in the XML (a row, an index, a value, a style) made another."""
    angka = list(_ANGKA.finditer(xml))
    if not angka:
        return xml
    satu = acak.choice(angka)
    return xml[: satu.start()] + acak.choice(_ANEH) + xml[satu.end() :]


def spoil_inside(data: bytes, acak: Acak) -> bytes:
    """A package with one part spoilt, packed anew so that its sums are right."""
    isi = parts(data)
    nama = acak.choice(sorted(isi))
    cara = acak.randrange(5)
    if cara == 0:
        del isi[nama]
    elif cara == 1:
        isi[nama] = spoil(isi[nama], acak) if isi[nama] else b"x"
    elif cara == 2:
        isi[nama] = _spoil_numbers(isi[nama], acak)
    else:
        isi[nama] = _spoil_elements(isi[nama], acak)
    return packed(isi)
