"""Why a text in a number cell is no number, in words that help to mend it."""

import re
from typing import NamedTuple

from loaders.cells.digits import GARIS, KATA_SATUAN
from loaders.cells.numbers import fold_text


class Sebab(NamedTuple):
    """What a text is instead of a number, and what to do ("" for the usual advice)."""

    apa: str
    saran: str = ""


_ANGKA = r"[0-9](?:[0-9.,' ]*[0-9])?"
_BIASA = Sebab("bukan angka")
_SEBAB = (
    (re.compile(r"[0-9][.,]?[0-9]* ?e ?[+-]?[0-9]+"),
     Sebab("angka yang dipendekkan Excel, sehingga sebagian digitnya hilang",
           "Lebarkan kolomnya, ubah format selnya menjadi Angka, lalu tulis lagi "
           "angkanya.")),
    (re.compile(r"(?:±|~|≈|[<>≤≥]|(?:sekitar|kira-kira|kurang lebih|k/l|lebih dari|"
                r"kurang dari|hampir|minimal|maksimal)\b).*"
                r"|.*[0-9a-z] ?- ?an|.*[0-9]an|.*[0-9] ?\+|.* lebih"
                r"|(?:.* )?(?:puluhan|ratusan|ribuan|jutaan|miliaran|milyaran)\b.*"),
     Sebab("perkiraan, bukan angka yang pasti",
           "Tulis satu angka yang pasti, misalnya 2000000.")),
    (re.compile(rf"(?:rp\.? ?)?{_ANGKA} ?(?:[{GARIS}]|s\.?/?d\.?|sampai|hingga|atau) ?"
                rf"(?:rp\.? ?)?{_ANGKA}"),
     Sebab("dua angka dalam satu sel", "Tulis satu angka saja.")),
    (re.compile(r".*(?:%|\bpersen|\bprosen).*"),
     Sebab("persen, sedangkan kolom ini meminta jumlahnya",
           "Tulis jumlahnya, bukan persennya.")),
    (re.compile(rf"{_ANGKA} ?(?:[⁰¹²³⁴-⁹*†‡]+\)?|\(?[0-9a-z]\))"),
     Sebab("angka dengan tanda catatan di belakangnya",
           "Hapus tanda catatannya, lalu tulis angkanya saja.")),
    (re.compile(r"(?:rp\.? ?)?[0-9][0-9.,' ]*"),
     Sebab("angka yang letak titik atau komanya tidak beraturan",
           "Tulis angka tanpa titik atau koma, misalnya 1500000.")),
)  # fmt: skip
_KATA_SATUAN_LAIN = re.compile(rf"{_ANGKA} ?([a-z]+)\.?")


def why_no_number(isi: str, satuan: str) -> Sebab:
    """Why a text is no number in a column of a unit.

    >>> why_no_number("2 jt-an", "Rp").apa
    'perkiraan, bukan angka yang pasti'
    >>> why_no_number("25 orang", "Rp").apa
    'memakai satuan orang, sedangkan kolom ini Rp'
    >>> why_no_number("dua puluh", "Rp").apa
    'bukan angka'
    """
    teks = fold_text(isi)
    if any(h.isdecimal() and not h.isascii() for h in teks):
        return Sebab("memakai angka dari aksara lain", "Tulis dengan angka 0 sampai 9.")
    cocok = _KATA_SATUAN_LAIN.fullmatch(teks)
    for lain, kata in KATA_SATUAN.items():
        if cocok and satuan and lain != satuan and cocok[1] in kata:
            return Sebab(f"memakai satuan {lain}, sedangkan kolom ini {satuan}")
    return next((s for pola, s in _SEBAB if pola.fullmatch(teks)), _BIASA)
