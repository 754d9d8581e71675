"""A text file as rows: its encoding and its separator are found, not asked."""

import csv
import io

from loaders.formats.unreadable import UnreadableError

NAMA_LEMBAR = "CSV"
_PEMISAH = (";", ",", "\t", "|")
_CONTOH_BARIS = 50
_DILIHAT = 4096
_SEL_TERPANJANG = 2**30


def looks_utf16(data: bytes) -> str:
    """The kind of UTF-16 in which a text is written, "" when it is none.

    Without a byte order mark it is told by every other byte being zero.

    >>> looks_utf16("Kas;1".encode("utf-16-be")), looks_utf16(b"Kas;1")
    ('utf-16-be', '')
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    awal = data[:_DILIHAT]
    for sandi, nol, huruf in (("utf-16-le", 1, 0), ("utf-16-be", 0, 1)):
        banyak = len(awal[nol::2])
        if banyak > 1 and awal[nol::2].count(0) > 0.7 * banyak:
            return sandi if 0 not in awal[huruf::2] else ""
    return ""


def decode(data: bytes) -> str:
    """The text of a file in UTF-16, UTF-8 or, failing these, Windows-1252.

    >>> decode("Kas é".encode("cp1252")), decode("Kas é".encode("utf-16"))
    ('Kas é', 'Kas é')
    """
    if sandi := looks_utf16(data):
        return data.decode(sandi, errors="replace")
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


def _refuse_unclosed(teks: str, pemisah: str) -> None:
    """Refuses a text in which a quotation mark swallows all rows that follow."""
    if teks.count('"') % 2 == 0:
        return
    baris = csv.reader(io.StringIO(teks, newline=""), delimiter=pemisah, strict=True)
    awal = 1
    try:
        for _ in baris:
            awal = baris.line_num + 1
    except csv.Error as sebab:
        if "end of data" not in str(sebab):
            return
        raise UnreadableError(
            "berkas_rusak",
            f'Lembar {NAMA_LEMBAR}, baris {awal}: tanda petik (") dibuka tetapi tidak '
            "pernah ditutup, sehingga baris-baris sesudahnya tertelan.",
            "Hapus tanda petik itu, lalu kirim ulang.",
            NAMA_LEMBAR,
        ) from sebab


def read_rows(data: bytes) -> list[list[object]]:
    """The rows of a CSV, equally long, every cell a text.

    Raises UnreadableError when it is plain prose or cannot be taken apart.

    >>> read_rows(b"sep=;\\nKas;Bank\\n1.500;2\\n")
    [['Kas', 'Bank'], ['1.500', '2']]
    """
    teks = decode(data).replace("\0", "")
    pemisah = ""
    if teks[:4].lower() == "sep=" and teks[4:5] in _PEMISAH:
        pemisah, teks = teks[4], teks.partition("\n")[2]
    csv.field_size_limit(_SEL_TERPANJANG)
    try:
        pemisah = pemisah or _separator(teks)
        _refuse_unclosed(teks, pemisah)
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
