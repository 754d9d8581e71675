"""What a text says when its row is no group: a total, a mean, a signature."""

import re
from functools import lru_cache

JUMLAH, JUMLAH_ANTARA, BUKAN_KELOMPOK = "jumlah", "jumlah antara", "bukan kelompok"

_AWAL = r"grand|sub|j *u *m *l|jml|total|t o t|rata|rera|pe?ro?sen"
_POLA_TANDA_TANGAN = (
    r"mengetahui|menyetujui|disetujui|probolinggo\s*,|ketua (?:tp|tim|poksus|pokja)"
    r"|nip\s*[.:]|\(?\s*[._…]{5,}"
)
_TANDA_TANGAN = re.compile(rf"\s*(?:{_POLA_TANDA_TANGAN})", re.I)
_BUKAN_NAMA = re.compile(rf"\s*(?:{_AWAL}|{_POLA_TANDA_TANGAN})", re.I)
_KATA = r"(?:j ?u ?m ?l ?a ?h|jml|total|t o t a l)"
_POLA = (
    (BUKAN_KELOMPOK,
     rf"{_KATA}\b.*\b(?:lalu|sebelum\w*|(?:di)?pindah\w*)\b.*"
     r"|(?:rata ?- ?rata|rerata|persen\w*|prosen\w*)\b.*"),
    (JUMLAH_ANTARA,
     rf"sub ?-? ?{_KATA}\b.*|{_KATA} (?:rw|rt|lingk\w*|dusun|blok|wilayah|hal\w*"
     r"|lembar|bagian|sementara|[ivx]+|[a-h]|[0-9]+)\b.*"),
    (JUMLAH,
     rf"(?:grand ?)?{_KATA}(?: (?:total|semua|seluruh\w*|keseluruhan|akhir|kelompok"
     r"|(?:kelurahan|kel|kecamatan|kec|kota)\b.*))*[ .:]*"),
)  # fmt: skip
_JENIS = tuple((apa, re.compile(pola)) for apa, pola in _POLA)


@lru_cache(maxsize=8192)
def names_a_group(teks: str) -> bool:
    """Whether a text cannot be the label of a total or of a signature: a quick look.

    >>> names_a_group("Melati"), names_a_group("Jumlah RW 01")
    (True, False)
    """
    return _BUKAN_NAMA.match(teks) is None


def signs(teks: str) -> bool:
    """Whether a text belongs to the signatures below a table."""
    return _TANDA_TANGAN.match(teks) is not None


@lru_cache(maxsize=1024)
def total_kind(teks: str) -> str:
    """What a label says of its row: a total, one of a part, no group at all, or "".

    >>> total_kind("J U M L A H"), total_kind("Jumlah RW 01"), total_kind("Melati")
    ('jumlah', 'jumlah antara', '')
    """
    rapi = " ".join(teks.split()).casefold()
    return next((apa for apa, pola in _JENIS if pola.fullmatch(rapi)), "")
