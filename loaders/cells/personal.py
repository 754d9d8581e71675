"""What looks like personal data: headings, NIK and telephone numbers (UU 27/2022)."""

import re
from collections.abc import Iterator

from loaders.formats.grid import Grid

SAMARAN = "[disamarkan]"
_PANJANG_NIK = 16
_JAWA_TIMUR = "35"

_JUDUL = re.compile(
    r"\b(?:nik|ktp|nomor kk|no kk|kartu keluarga|telepon|telpon|telp|tlp|hp|handphone"
    r"|ponsel|wa|whatsapp|email|e mail|alamat|ttl|lahir|rekening|ketua|bendahara"
    r"|sekretaris|nama (?:lengkap|anggota|ketua|bendahara|sekretaris|pengurus|kader"
    r"|peminjam|penerima|pemilik|orang|ibu|bapak|suami|istri|warga|nasabah"
    r"|kepala keluarga))\b"
)
_JUMLAH = re.compile(r"^(?:jumlah|jml|banyaknya|total|ada)\b")
_NAMA_SAJA = re.compile(r"^nama(?: orang)?$")
_TANDA = re.compile(r"[\W_]+")

_CALON = re.compile(r"\d[\d .\-]{8,}\d")
_NIK = re.compile(r"(?<!\d)(?:\d[ .\-]?){15}\d(?!\d)")
_TELEPON = re.compile(r"(?<!\d)(?:\+?62[ .\-]?|0)8[1-9](?:[ .\-]?\d){7,10}(?!\d)")
# What Excel makes of a NIK or telephone number in a narrow or General cell.
_DIPENDEKKAN = re.compile(
    r"(?<![0-9.,])([1-9])[.,]([0-9]+) ?E\+(09|1[0-5])(?![0-9])", re.I
)
_PALING_PENDEK = 8
_DIGIT = bytes.maketrans(b"123456789", b"0" * 9)
_ENAM_BELAS_DIGIT = b"0" * _PANJANG_NIK
_AWAL_TELEPON = tuple(b"08%d" % n for n in range(1, 10))
_TELEPON_ANGKA = (8_100_000_000, 8_999_999_999_999)


def personal_heading(judul: object, *, lembar_asing: bool = False) -> bool:
    """Whether a heading announces personal data.

    In a sheet that is no part of the form a bare "Nama" counts too.

    >>> personal_heading("No. HP Ketua"), personal_heading("Jumlah ketua RT")
    (True, False)
    >>> personal_heading("Nama"), personal_heading("Nama", lembar_asing=True)
    (False, True)
    """
    if not isinstance(judul, str):
        return False
    teks = _TANDA.sub(" ", judul).strip().casefold()
    if _JUMLAH.match(teks):
        return False
    return bool(_JUDUL.search(teks) or (lembar_asing and _NAMA_SAJA.match(teks)))


def is_nik(angka: str) -> bool:
    """Whether sixteen digits are built like a NIK: province, birth day and month.

    One of this province whose last ten digits became zeros is one too.

    >>> is_nik("3574014107850001"), is_nik("9900000000000000")
    (True, False)
    >>> is_nik("3574020000000000")
    True
    """
    if angka[:2] == _JAWA_TIMUR and angka[6:] == "0" * 10 and angka[2:6] != "0000":
        return len(angka) == _PANJANG_NIK
    hari = int(angka[6:8])
    return (
        len(angka) == _PANJANG_NIK
        and 11 <= int(angka[:2]) <= 97
        and (1 <= hari <= 31 or 41 <= hari <= 71)
        and 1 <= int(angka[8:10]) <= 12
    )


def mask(teks: str, *, telepon: bool = True) -> str:
    """A text with every NIK, and every mobile number, blotted out.

    `telepon=False` leaves telephone numbers, where document numbers look like them.

    >>> mask("hubungi 0812-3456-7890 (Bu Ani)"), mask("NIK 3,57402E+15")
    ('hubungi [disamarkan] (Bu Ani)', 'NIK [disamarkan]')
    """
    if "E+" in teks or "e+" in teks:
        teks = _DIPENDEKKAN.sub(lambda c: _shortened(c, telepon=telepon), teks)
    if not _CALON.search(teks):
        return teks
    teks = _NIK.sub(
        lambda c: SAMARAN if is_nik(re.sub(r"\D", "", c[0])) else c[0], teks
    )
    return _TELEPON.sub(SAMARAN, teks) if telepon else teks


def _shortened(c: re.Match[str], *, telepon: bool) -> str:
    """A number that Excel wrote with an exponent, blotted out if it was personal."""
    digit, pangkat = c[1] + c[2], int(c[3])
    if pangkat == _PANJANG_NIK - 1 and 11 <= int(digit[:2]) <= 97:
        return SAMARAN
    lokal = c[1] == "8" and 9 <= pangkat <= 11
    negara = digit[:2] == "62" and 11 <= pangkat <= 13
    return SAMARAN if telepon and (lokal or negara) else c[0]


def personal_value(isi: object, *, angka_telepon: bool = False) -> bool:
    """Whether a cell holds a NIK or a mobile number.

    `angka_telepon` also takes numbers that lost their leading 0 for telephone numbers:
    only where no sum of money can stand.
    """
    if type(isi) is str:
        return len(isi) >= _PALING_PENDEK and mask(isi) != isi
    if type(isi) not in (int, float) or isi < _TELEPON_ANGKA[0]:  # type: ignore[operator]
        return False
    bulat = int(isi)  # type: ignore[call-overload]
    if angka_telepon and _TELEPON_ANGKA[0] <= bulat <= _TELEPON_ANGKA[1]:
        return str(bulat)[0] == "8"
    return len(str(bulat)) == _PANJANG_NIK and is_nik(str(bulat))


def may_hold(teks: str) -> bool:
    """Whether a text could hold a NIK or mobile number: rough, fast, never wrongly no.

    >>> may_hold("35 74 01 41 07 85 00 01"), may_hold("35.74.04.1006-01 Melati")
    (True, False)
    """
    rapat = teks.encode("utf-8", "replace").translate(None, b" .-")
    if _ENAM_BELAS_DIGIT in rapat.translate(_DIGIT):
        return True
    if b"628" in rapat or b"E+" in rapat or b"e+" in rapat:
        return True
    return b"08" in rapat and any(awal in rapat for awal in _AWAL_TELEPON)


def personal_texts(grid: Grid) -> Iterator[tuple[int, int]]:
    """The text cells of a sheet that hold a NIK or a mobile number."""
    isi: set[object] = set().union(*grid.rows)
    unik = "\n".join([s for s in isi if type(s) is str and len(s) >= _PALING_PENDEK])
    if not may_hold(unik):
        return
    for i, baris in enumerate(grid.rows):
        for j, sel in enumerate(baris):
            if type(sel) is str and personal_value(sel):
                yield i, j
