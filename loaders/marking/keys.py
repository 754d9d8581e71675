"""By what a finding is known again in the next upload."""

import base64
import hashlib
from collections import Counter
from collections.abc import Iterable

from checks.temuan import JENIS, Temuan
from reference.tulisan import angka

_PANJANG = 10


def counts(t: Temuan) -> bool:
    """Whether a finding is something to mend or to look at in the workbook itself.

    Not what only the coordinator is told, nor what receipt alone says of the file.
    """
    butir = JENIS[t.jenis]
    tentang_berkas = butir.asal == "terima" and not t.kelompok
    return t.tingkat != "info" and shown(t) and not tentang_berkas


def shown(t: Temuan) -> bool:
    """Whether the sender is told of a finding."""
    butir = JENIS[t.jenis]
    return butir.pembaca == "semua" and not butir.uji_coba


def key(t: Temuan, kelompok: str | None = None) -> str:
    """A finding's key: sixteen letters and digits that quote nothing of the workbook.

    It is made of kind, sheet, group (`kelompok`, else the finding's own) and variable;
    only a finding that has neither group nor variable is known by its cell.

    >>> a = Temuan("bukan_angka", "galat", "", "Keuangan", "P2", (), "kas", "Melati")
    >>> b = Temuan("bukan_angka", "galat", "", "Keuangan", "P9", (), "kas", "Melati")
    >>> key(a) == key(b), len(key(a))
    (True, 16)
    """
    siapa = kelompok or t.kelompok
    tempat = (siapa, t.variabel) if siapa or t.variabel else (t.sel,)
    isi = "\n".join(str(s or "") for s in (t.jenis, t.lembar, *tempat))
    sidik = hashlib.blake2b(isi.encode(), digest_size=_PANJANG).digest()
    return base64.b32encode(sidik).decode().lower()


def keys(temuan: Iterable[Temuan]) -> tuple[str, ...]:
    """The keys of the findings that count, in their order."""
    return tuple(key(t) for t in temuan if counts(t))


def since(dulu: Iterable[str], kini: Iterable[str]) -> str:
    """What became of the findings of an earlier round, in words.

    >>> since(["a", "a", "b"], ["a", "c"])
    '2 selesai, 1 tersisa, 1 baru'
    """
    lama, ini = Counter(dulu), Counter(kini)
    selesai, tersisa, baru = (
        angka(c.total()) for c in (lama - ini, lama & ini, ini - lama)
    )
    return f"{selesai} selesai, {tersisa} tersisa, {baru} baru"
