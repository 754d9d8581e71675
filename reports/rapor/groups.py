"""The groups of one kelurahan as the rows of its report."""

from dataclasses import dataclass

import pandas as pd

from charts.theme import HURUF_TINGKAT
from indicators.places import in_place
from planning.pathway.standing import Kedudukan, read
from reference.kosakata import label_pilihan
from reference.periode import Periode
from reference.tulisan import bernilai, is_missing, tampak
from reports.blocks import unseen_groups
from reports.context import Konteks

KOSONG = "–"
USULAN = "*"
_NAMA_TERPANJANG, _BERIKUT_TERPANJANG = 60, 110


@dataclass(frozen=True, slots=True)
class BarisKelompok:
    """One group in words: name, rung with its letter, members, capital, next step."""

    nama: str
    tingkat: str
    anggota: str
    modal: str
    berikut: str


def groups(konteks: Konteks) -> tuple[BarisKelompok, ...]:
    """Every group open in the period that the role may see alone, by its code."""
    k = konteks
    cut, tutup = k.data.at(k.periode), unseen_groups(k)
    tingkat = dict(zip(cut.index, cut.text("tingkat"), strict=True))
    lapor = dict(zip(cut.index, cut.lapor, strict=True))
    nilai = {u: k.values(u, "kelompok")["value"] for u in ("anggota", "modal_up2k")}
    nama = k.data.groups["nama_kelompok"]
    return tuple(
        BarisKelompok(
            nama=short(str(nama[g]), _NAMA_TERPANJANG),
            tingkat=_rung(tingkat[g]),
            anggota=_words(nilai["anggota"][g], ""),
            modal=_words(nilai["modal_up2k"][g], "Rp"),
            berikut=_next(k, g) if lapor[g] else _silent(k, g),
        )
        for g in map(str, cut.index[in_place(cut.index, k.wilayah)])
        if g not in tutup
    )


def newest_before(konteks: Konteks, kode: str) -> Periode | None:
    """The newest period before this one that a place or group reported."""
    posisi = konteks.data.posisi
    milik = posisi[in_place(pd.Index(posisi["kode_kelompok"]), kode)]["periode"]
    ada = [p for p in map(Periode.parse, milik.unique()) if p < konteks.periode]
    return max(ada, default=None)


def short(teks: str, terpanjang: int) -> str:
    """A text on one line, cut where it would push the rest off the page.

    >>> short("Melati  01", 60), short("Sumber Rejeki Makmur", 10)
    ('Melati 01', 'Sumber Re…')
    """
    bersih = " ".join(tampak(teks).split()) or KOSONG
    if len(bersih) <= terpanjang:
        return bersih
    return bersih[: terpanjang - 1].rstrip() + "…"


def _next(konteks: Konteks, kode: str) -> str:
    """The single next missing requirement of the ladder, as the app reads it."""
    kini = read(konteks.data, kode, konteks.periode.end)
    return short(_requirement(kini), _BERIKUT_TERPANJANG)


def _requirement(kini: Kedudukan) -> str:
    tanda = USULAN if kini.usulan else ""
    if kini.kurang is None:
        return f"{kini.alasan}{tanda}"
    return f"{kini.kurang.kalimat}{tanda}"


def _silent(konteks: Konteks, kode: str) -> str:
    lalu = newest_before(konteks, kode)
    return f"Belum lapor; terakhir {lalu.label}" if lalu else "Belum pernah lapor"


def _rung(tingkat: str | None) -> str:
    """A rung with the letter that a photocopy keeps.

    >>> _rung("madya"), _rung(None)
    ('M · Madya', '–')
    """
    if tingkat is None:
        return KOSONG
    return f"{HURUF_TINGKAT[tingkat]} · {label_pilihan('tingkat', tingkat)}"


def _words(nilai: float, satuan: str) -> str:
    return KOSONG if is_missing(nilai) else bernilai(nilai, satuan)
