"""Units that a heading or a line above a table says: `(Rp.000)`, `(ribuan rupiah)`."""

import re
from functools import lru_cache

_JUTA = re.compile(r"\b(?:juta(?:an)?|jt)\b|[.,]?000[.,\s]?000\b|\brp\.?\s*juta", re.I)
_RIBU = re.compile(r"\b(?:ribu(?:an)?|rb)\b|(?<![\d])[.,x]?\s*000\b", re.I)
_KURUNG = re.compile(r"\(([^)]*)\)|\[([^\]]*)\]")
_KATA_SATUAN = re.compile(
    r"rp|rupiah|idr|ribu(?:an)?|rb|juta(?:an)?|jt|orang|org|jiwa|kali|kk|usaha|unit|hari"
    r"|dalam|dlm|satuan|x|[\d.,\s]+",
    re.I,
)
_KALIMAT = re.compile(r"\b(?:dalam|dlm|satuan|nilai dalam|angka dalam)\b[^;\n]*", re.I)
_BAGIAN = re.compile(r"[^\W\d_]+|[\d.,]+|\S")


def _is_unit(teks: str) -> bool:
    """Whether a text in brackets is nothing but a unit."""
    bagian = [b for b in _BAGIAN.findall(teks) if b not in ".,:;/-="]
    return bool(bagian) and all(_KATA_SATUAN.fullmatch(b) for b in bagian)


def _factor(teks: str) -> int:
    if _JUTA.search(teks):
        return 10**6
    return 1000 if _RIBU.search(teks) else 1


@lru_cache(maxsize=4096)
def split_unit(judul: str) -> tuple[str, int | None]:
    """A heading without its unit, and what its numbers count; None when none is said.

    >>> split_unit("Kas (Rp.000)"), split_unit("Kas (Rp)"), split_unit("Kas")
    (('Kas', 1000), ('Kas', 1), ('Kas', None))
    >>> split_unit("Kas dalam jutaan rupiah"), split_unit("Pinjaman (anggota)")
    (('Kas', 1000000), ('Pinjaman (anggota)', None))
    """
    faktor: int | None = None
    for cocok in _KURUNG.finditer(judul):
        isi = cocok[1] or cocok[2] or ""
        if _is_unit(isi):
            faktor = max(faktor or 1, _factor(isi))
            judul = judul.replace(cocok[0], " ")
    kalimat = _KALIMAT.search(judul)
    if kalimat and (f := _factor(kalimat[0])) > 1:
        faktor = max(faktor or 1, f)
        judul = judul.replace(kalimat[0], " ")
    ekor = re.search(r"\b(?:rp|idr)[.\s]*((?:[.,]?000)+)?\s*$", judul, re.I)
    if ekor:
        faktor = max(faktor or 1, _factor(ekor[1] or ""))
        judul = judul[: ekor.start()]
    return " ".join(judul.split()), faktor


def unit_above(teks: str) -> int | None:
    """What a line above a table says of all its sums of money; None when nothing.

    >>> unit_above("(dalam ribuan rupiah)"), unit_above("Laporan 2.000 keluarga")
    (1000, None)
    """
    for isi in (*(a or b for a, b in _KURUNG.findall(teks)), *_KALIMAT.findall(teks)):
        if (_is_unit(isi) or _KALIMAT.fullmatch(isi.strip())) and re.search(
            r"rp|rupiah|ribuan|jutaan", isi, re.I
        ):
            return _factor(isi)
    return None
