"""A text file as rows: its encoding and its separator are found, not asked."""

import csv
import io

from loaders.formats.unreadable import UnreadableError

_PEMISAH = (";", ",", "\t")
_CONTOH_BARIS = 50


def decode(data: bytes) -> str:
    """The text of a file in UTF-16, UTF-8 or, failing these, Windows-1252.

    >>> decode("Kas é".encode("cp1252")), decode("Kas é".encode("utf-16"))
    ('Kas é', 'Kas é')
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _separator(teks: str) -> str:
    """The separator that makes the rows widest and most alike."""

    def worth(pemisah: str) -> tuple[int, int]:
        awal = teks[:65536]
        baris = csv.reader(io.StringIO(awal, newline=""), delimiter=pemisah)
        lebar = [len(b) for _, b in zip(range(_CONTOH_BARIS), baris, strict=False)]
        berkolom = [n for n in lebar if n > 1]
        umum = max(set(berkolom), key=berkolom.count, default=1)
        return berkolom.count(umum), umum

    return max(_PEMISAH, key=worth)


def read_rows(data: bytes) -> list[list[object]]:
    """The rows of a CSV, equally long, every cell a text.

    Raises UnreadableError when it is plain prose or cannot be taken apart.

    >>> read_rows(b"sep=;\\nKas;Bank\\n1.500;2\\n")
    [['Kas', 'Bank'], ['1.500', '2']]
    """
    teks = decode(data)
    pemisah = ""
    if teks[:4].lower() == "sep=" and teks[4:5] in _PEMISAH:
        pemisah, teks = teks[4], teks.partition("\n")[2]
    try:
        pemisah = pemisah or _separator(teks)
        rows = list(csv.reader(io.StringIO(teks, newline=""), delimiter=pemisah))
    except csv.Error as sebab:
        raise UnreadableError(
            "berkas_rusak", "Berkas teks ini tidak dapat dibaca sebagai CSV."
        ) from sebab
    lebar = max((len(b) for b in rows), default=0)
    if lebar < 2:
        raise UnreadableError(
            "berkas_bukan_lembar_kerja",
            "Berkas ini teks biasa tanpa kolom, bukan lembar kerja.",
        )
    return [[*b, *[""] * (lebar - len(b))] for b in rows]
