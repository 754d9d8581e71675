"""What public sources say of the past: events with their figures and sources.

Real whatever store is in use, never sample; shown only together with the source.
"""

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from reference.paths import REFERENCE_DIR
from reference.tulisan import tanggal as tulis_tanggal

GOLONGAN = {
    "lomba": "Lomba",
    "sosialisasi": "Sosialisasi",
    "evaluasi": "Evaluasi",
    "kampanye": "Kampanye",
    "kelembagaan": "Kelembagaan",
}
"""The kinds of events, by code."""

KEYAKINAN = {
    "S": "seperti tertulis di sumbernya",
    "D": "sebagian disimpulkan, lihat catatannya",
}
"""How sure an entry is; what is only general knowledge has no entry."""


@dataclass(frozen=True, slots=True)
class Peristiwa:
    """One event of the past.

    `tanggal` is its first day, `sampai` its last (None: one day); where the source
    names no day, `waktu` says what it does name. `angka` are (label, value, unit),
    `wilayah` the codes named, `hasil` (kode_wilayah, word), `sumber` (name, address).
    `keyakinan` is a code of `KEYAKINAN`.
    """

    kode: str
    tanggal: dt.date
    judul: str
    golongan: str
    kalimat: str
    keyakinan: str
    sumber: tuple[tuple[str, str], ...]
    sampai: dt.date | None = None
    waktu: str = ""
    angka: tuple[tuple[str, float, str], ...] = ()
    wilayah: tuple[str, ...] = ()
    hasil: tuple[tuple[str, str], ...] = ()
    catatan: str = ""

    @property
    def kapan(self) -> str:
        """When it was, as exactly as the source says.

        >>> [arsip()[0].kapan, arsip()[-1].kapan]
        ['21–22 Agustus 2019', 'Agustus 2025']
        """
        if self.waktu:
            return self.waktu
        return days(self.tanggal, self.sampai)

    def results(self, kata: str) -> tuple[str, ...]:
        """The places with that word, by code: `results("di bawah standar")`."""
        return tuple(kode for kode, k in self.hasil if k == kata)


@dataclass(frozen=True, slots=True)
class AngkaArsip:
    """A figure that a source names, beside when: `golongan` "modal" or "koperasi".

    Sources disagree on some of them, so none is shown without its source and `waktu`.
    """

    kode: str
    golongan: str
    tanggal: dt.date
    waktu: str
    judul: str
    nilai: float
    satuan: str
    sumber: tuple[tuple[str, str], ...]
    catatan: str = ""


@cache
def arsip() -> tuple[Peristiwa, ...]:
    """All events, the oldest first; one file each in `data/reference/arsip/`.

    >>> [p.kode for p in arsip()][:2]
    ['lomba-2019', 'kampanye-2022']
    """
    semua = [
        _event(tomllib.loads(f.read_text(encoding="utf-8")))
        for f in sorted((REFERENCE_DIR / "arsip").glob("*.toml"))
    ]
    return tuple(sorted(semua, key=lambda p: (p.tanggal, p.kode)))


@cache
def figures() -> tuple[AngkaArsip, ...]:
    """All figures of the past, the oldest first, from `arsip_angka.toml`.

    >>> figures()[0].nilai, figures()[0].waktu
    (250000, '2001')
    """
    isi = tomllib.loads((REFERENCE_DIR / "arsip_angka.toml").read_text("utf-8"))
    semua = [
        AngkaArsip(**{**a, "sumber": _pairs(a["sumber"], "nama", "alamat")})
        for a in isi["angka"]
    ]
    return tuple(sorted(semua, key=lambda a: (a.tanggal, a.kode)))


def days(dari: dt.date, sampai: dt.date | None) -> str:
    """A day, or the days from one to another, as briefly as can be.

    >>> days(dt.date(2019, 8, 21), dt.date(2019, 8, 22))
    '21–22 Agustus 2019'
    >>> days(dt.date(2022, 9, 19), dt.date(2022, 10, 31))
    '19 September 2022–31 Oktober 2022'
    """
    if sampai is None or sampai == dari:
        return tulis_tanggal(dari)
    if (dari.year, dari.month) == (sampai.year, sampai.month):
        return f"{dari.day}–{tulis_tanggal(sampai)}"
    return f"{tulis_tanggal(dari)}–{tulis_tanggal(sampai)}"


def event(kode: str) -> Peristiwa:
    """The event of that code; KeyError when there is none.

    >>> event("evaluasi-2023").results("di bawah standar")[0]
    '35.74.02.1005'
    """
    return {p.kode: p for p in arsip()}[kode]


def _event(isi: Mapping[str, Any]) -> Peristiwa:
    angka = tuple((a["label"], a["nilai"], a["satuan"]) for a in isi.get("angka", ()))
    rapi = {
        "angka": angka,
        "wilayah": tuple(isi.get("wilayah", ())),
        "hasil": _pairs(isi.get("hasil", ()), "wilayah", "kata"),
        "sumber": _pairs(isi["sumber"], "nama", "alamat"),
    }
    return Peristiwa(**{**isi, **rapi})


def _pairs(baris: Any, satu: str, dua: str) -> tuple[tuple[str, str], ...]:  # noqa: ANN401
    return tuple((b[satu], b[dua]) for b in baris)
