"""Everything that gave a sign by a day, gravest first."""

import datetime as dt
import importlib
import pkgutil

import pandas as pd

from indicators.data import Data
from planning.warning import kinds
from planning.warning.history import Riwayat
from planning.warning.tanda import Jenis, Tanda
from reference.acuan import Butir
from reference.wilayah import nama_wilayah

COLUMNS = (
    "kode", "kode_wilayah", "nama", "lingkup", "jenis", "label", "gawat", "sejak",
    "dulu", "kini", "satuan", "kalimat", "saran", "bukti",
)  # fmt: skip
GAWAT = {2: "Didahulukan", 1: "Perlu ditengok"}


def _found() -> dict[str, Jenis]:
    semua = [
        importlib.import_module(f"{kinds.__name__}.{m.name}").JENIS
        for m in pkgutil.iter_modules(kinds.__path__)
    ]
    return {j.kode: j for j in sorted(semua, key=lambda j: j.urut)}


KINDS: dict[str, Jenis] = _found()
"""Every kind of sign by its code, in the order of its weight."""


def rules(data: Data, pada: dt.date) -> dict[str, Butir]:
    """The kinds in force on a day with their thresholds and words, by code."""
    ada = data.acuan.pada("peringatan", pada)
    return {k: ada[k] for k in KINDS if k in ada}


def alerts(data: Data, pada: dt.date) -> pd.DataFrame:
    """Every sign on a day, one row each, gravest first.

    Columns: `kode` (group or kelurahan), `kode_wilayah`, `nama`, `lingkup`
    ("kelompok" | "kelurahan"), `jenis`, `label`, `gawat` (2 comes first, 1), `sejak`
    (str of the periode), `dulu` and `kini` (the kind's measure, in `satuan`),
    `kalimat` (words without the name), `saran` (what may be done), `bukti` (tuple of
    (periode, variable, value)). Rules: the list "peringatan" in force that day.
    Reports of periods that had ended are read as they count now.
    """
    riwayat = Riwayat(data, pada)
    baris = [
        _row(data, KINDS[kode], aturan, t)
        for kode, aturan in rules(data, pada).items()
        for t in KINDS[kode].cari(riwayat, aturan)
    ]
    hasil = pd.DataFrame(baris, columns=list(COLUMNS))
    urut = hasil["jenis"].map({k: j.urut for k, j in KINDS.items()})
    hasil = hasil.assign(urut=urut).sort_values(
        ["gawat", "urut", "kode"], ascending=[False, True, True], ignore_index=True
    )
    return hasil[list(COLUMNS)]


def _row(data: Data, jenis: Jenis, aturan: Butir, t: Tanda) -> dict[str, object]:
    wilayah = t.kode.partition("-")[0]
    kelompok = jenis.lingkup == "kelompok"
    nama = (
        data.groups.at[t.kode, "nama_kelompok"] if kelompok else nama_wilayah(wilayah)
    )
    return {
        "kode": t.kode,
        "kode_wilayah": wilayah,
        "nama": str(nama),
        "lingkup": jenis.lingkup,
        "jenis": jenis.kode,
        "label": aturan.label,
        "gawat": t.gawat,
        "sejak": str(t.sejak),
        "dulu": t.dulu,
        "kini": t.kini,
        "satuan": jenis.satuan,
        "kalimat": t.kata,
        "saran": aturan["saran"],
        "bukti": t.bukti,
    }
