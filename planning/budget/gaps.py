"""The work list: which group lacks what, since when, and what is advised.

Gaps come from the next rung's rules that are known to be short (`planning.pathway`)
and from plain facts of the report. A group that did not report has one gap, "belum
lapor", and no other: nothing is known of it.
"""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd

from indicators.data import Data
from planning.budget import facts
from planning.pathway.judge import Penilaian, judge
from planning.pathway.measures import period_on
from planning.pathway.syarat import requirement
from reference.acuan import Butir
from reference.kosakata import label_pilihan
from reference.periode import Periode

DIAM, TIDUR, LAINNYA = "belum_lapor", "nonaktif", "syarat_jenjang"
KOLOM = (
    "kode_kelompok", "nama_kelompok", "kode_wilayah", "kode_kecamatan", "tingkat",
    "kekurangan", "label", "sejak", "bukti", "saran", "paket", "paket_label",
    "biaya_rp", "hari", "pelaksana", "periode", "usulan",
)  # fmt: skip


def several(teks: str | None) -> tuple[str, ...]:
    """The codes in a cell that may hold several.

    >>> several("pokja_ii; kelurahan"), several(None)
    (('pokja_ii', 'kelurahan'), ())
    """
    return tuple(k.strip() for k in (teks or "").split(";") if k.strip())


def gaps(data: Data, pada: dt.date, acuan_pada: dt.date | None = None) -> pd.DataFrame:
    """One row a (group, gap) on a day, in the order of codes and of the list of gaps.

    The lists of gaps and packages are those in force on `acuan_pada` (None: `pada`).

    Columns `KOLOM`: `tingkat` as reported (None unknown), `sejak` the code of the first
    period of the run (None where it cannot be told), `bukti` what was reported, `paket`
    the advised package (None without one) with its cost (rupiah), days and who can do
    it (codes, a tuple); `usulan` whether the gap's definition has no official source.
    """
    berlaku = acuan_pada or pada
    return data.kept(("kekurangan", pada, berlaku), lambda: _frame(data, pada, berlaku))


def _frame(data: Data, pada: dt.date, berlaku: dt.date) -> pd.DataFrame:
    periode = period_on(data, pada)
    daftar = data.acuan.pada("kekurangan", berlaku)
    paket = data.acuan.pada("paket", berlaku)
    semua = judge(data, pada)
    cut, baris = data.at(periode), []
    tingkat = dict(zip(cut.index, cut.text("tingkat"), strict=True))
    for g, kode in enumerate(semua.index):
        ada = _of_group(data, semua, g, periode, daftar)
        milik = data.groups.loc[kode]
        dasar = {
            "kode_kelompok": kode,
            "nama_kelompok": milik["nama_kelompok"],
            "kode_wilayah": milik["kode_wilayah"],
            "kode_kecamatan": milik["kode_wilayah"][:8],
            "tingkat": tingkat.get(kode),
            "periode": str(periode),
        }
        for nama in daftar:
            if nama in ada:
                anjuran = _advice(daftar[nama], paket)
                baris.append({**dasar, **anjuran, **ada[nama]})
    hasil = pd.DataFrame(baris, columns=list(KOLOM))
    return hasil.astype({"biaya_rp": "float64", "hari": "float64", "usulan": "bool"})


def _advice(butir: Butir, paket: dict[str, Butir]) -> dict[str, Any]:
    p = paket.get(butir["paket"] or "")
    return {
        "kekurangan": butir.kode,
        "label": butir.label,
        "saran": butir["saran"],
        "usulan": butir.usulan,
        "paket": p.kode if p else None,
        "paket_label": p.label if p else None,
        "biaya_rp": p["biaya_rp"] if p else np.nan,
        "hari": p["hari"] if p else np.nan,
        "pelaksana": several(p["pelaksana"]) if p else (),
    }


def _of_group(
    data: Data, semua: Penilaian, g: int, periode: Periode, daftar: dict[str, Butir]
) -> dict[str, dict[str, str | None]]:
    """`sejak` and `bukti` of every gap of one group, by the gap's code."""
    kode = str(semua.index[g])
    if not semua.lapor[g]:
        sejak, kata = facts.silent_since(data, kode, periode)
        return {DIAM: {"sejak": str(sejak) if sejak else None, "bukti": kata}}
    hasil: dict[str, dict[str, str | None]] = {}
    for nama in facts.FAKTA:
        butir = daftar.get(nama)
        if butir and facts.holds(data, periode, butir).get(kode) is True:
            hasil[nama] = {
                "sejak": str(facts.since(data, butir, kode, periode)),
                "bukti": facts.evidence(data, periode, butir, kode),
            }
    for nama, kata in _short_of_rung(semua, g, daftar):
        lama = hasil.get(nama)
        hasil[nama] = {
            "sejak": lama["sejak"] if lama else None,
            "bukti": f"{lama['bukti']}; {kata}" if lama and nama != TIDUR else kata,
        }
    return hasil


def _short_of_rung(
    semua: Penilaian, g: int, daftar: dict[str, Butir]
) -> Iterator[tuple[str, str]]:
    """What the next rung asks and the group is known not to have, with the words."""
    milik = {b: k for k, butir in daftar.items() for b in several(butir["butir"])}
    for i in semua.missing(g):
        a = semua.aturan[i]
        if semua.terpenuhi[g, i] == 0:
            s = requirement(a, semua.periode, float(semua.nilai[g, i]), a.jenjang)
            awal = a.kode.removesuffix(f"_{a.jenjang}")
            jenjang = label_pilihan(semua.sumbu, a.jenjang)
            kata = f"{s.label}: {s.tertulis} (syarat {jenjang} {s.syarat})"
            yield milik.get(awal, LAINNYA), kata
