"""What was revised since a day: two snapshots of the same store held side by side."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from reference.kosakata import at_level
from store.frames import MOMENT, Snapshot
from store.origin import LANGKAH

TIDAK_BERLAKU = "tidak berlaku"
PERISTIWA = {"muncul": "baru dikenal", "tutup": "ditutup", "buka": "dibuka kembali"}
ANGKA = {
    "kode": "str",
    "periode": "str",
    "variabel": "str",
    "dulu": "object",
    "kini": "object",
    "kiriman_dulu": "Int64",
    "kiriman_kini": "Int64",
    "sebab": "str",
    "diterima_pada": MOMENT,
}
_KELOMPOK = [n for n in at_level("kelompok") if n != "kode_kelompok"]
_KELURAHAN = list(at_level("kelurahan"))
_DARI = ("kiriman_id", "pembacaan_id", "diterima_pada")


@dataclass(frozen=True, slots=True, eq=False)
class Revisions:
    """What counts differently now than it did.

    `angka` has a row a value that counted then and counts differently: kode (of a
    group or kelurahan), periode, variabel ("langkah:KODE" for a step), `dulu` and
    `kini` (None: not reported, or counting no more), kiriman_dulu, kiriman_kini (NA:
    nothing counts), `sebab` ("diganti" by a newer submission, "dibatalkan",
    "dibaca_ulang") and diterima_pada of what counts now. `laporan` has a row a report
    of a group that came since (kode, periode, kiriman_kini, diterima_pada), `kelompok`
    a row a group that appeared, closed or opened (kode, peristiwa: a key of
    `PERISTIWA`).
    """

    angka: pd.DataFrame
    laporan: pd.DataFrame
    kelompok: pd.DataFrame


def revisions(dulu: Snapshot, kini: Snapshot) -> Revisions:
    """What changed between a snapshot and a later one of the same store."""
    a, b = _reports(dulu), _reports(kini)
    batal = kini.kiriman.loc[kini.kiriman["keadaan"] == "dibatalkan", "kiriman_id"]
    kunci = ["kode_wilayah", "periode"]
    angka = [
        _changed(a, b, [*_KELOMPOK, *(k for k in a if k.startswith(LANGKAH))]),
        _changed(
            dulu.kelurahan.set_index(kunci), kini.kelurahan.set_index(kunci), _KELURAHAN
        ),
    ]
    semua = pd.concat(angka, ignore_index=True)
    baru = b.loc[b.index.difference(a.index), ["kiriman_id", "diterima_pada"]]
    laporan = baru.rename(columns={"kiriman_id": "kiriman_kini"}).reset_index()
    return Revisions(
        angka=semua.assign(sebab=_cause(semua, set(batal))).astype(ANGKA)[list(ANGKA)],
        laporan=laporan.rename(columns={"kode_kelompok": "kode"}),
        kelompok=_groups(dulu.kelompok, kini.kelompok),
    )


def _reports(isi: Snapshot) -> pd.DataFrame:
    """Group rows with a column a step, by kode_kelompok and periode."""
    kunci = ["kode_kelompok", "periode"]
    langkah = isi.langkah.drop_duplicates([*kunci, "kode_langkah"], keep="last")
    lebar = langkah.pivot(index=kunci, columns="kode_langkah", values="status")
    return isi.posisi.set_index(kunci).join(lebar.add_prefix(LANGKAH))


def _changed(a: pd.DataFrame, b: pd.DataFrame, nama: Sequence[str]) -> pd.DataFrame:
    """Values that counted in `a` and count differently in `b`; what was read once and
    the same way cannot differ, so only other readings are looked at.
    """
    kini = b.reindex(a.index)
    lain = kini["pembacaan_id"].ne(a["pembacaan_id"]).fillna(True).to_numpy(bool)
    a, kini = a[lain], kini[lain]
    lama, baru = _values(a, nama), _values(kini, nama)
    baris, kolom = np.nonzero(lama != baru)
    kode, periode = (a.index.get_level_values(i)[baris] for i in (0, 1))
    return pd.DataFrame(
        {
            "kode": kode,
            "periode": periode,
            "variabel": np.array(nama, dtype=object)[kolom],
            "dulu": lama[baris, kolom],
            "kini": baru[baris, kolom],
            "kiriman_dulu": a["kiriman_id"].to_numpy()[baris],
            "kiriman_kini": kini["kiriman_id"].array[baris],
            "diterima_pada": kini["diterima_pada"].array[baris],
        }
    )


def _values(rows: pd.DataFrame, nama: Sequence[str]) -> np.ndarray:
    isi = rows.reindex(columns=list(nama)).astype("object")
    nilai = isi.where(isi.notna(), None).to_numpy(dtype=object)
    if "tidak_berlaku" in rows:
        di = {n: i for i, n in enumerate(nama)}
        for baris, tanpa in enumerate(rows["tidak_berlaku"]):
            for n in tanpa if isinstance(tanpa, frozenset) else ():
                nilai[baris, di[n]] = TIDAK_BERLAKU
    return nilai


def _cause(angka: pd.DataFrame, batal: set[int]) -> np.ndarray:
    sama = angka["kiriman_dulu"].eq(angka["kiriman_kini"]).fillna(False)
    return np.select(
        [angka["kiriman_dulu"].isin(batal).to_numpy(bool), sama.to_numpy(bool)],
        ["dibatalkan", "dibaca_ulang"],
        default="diganti",
    )


def _groups(dulu: pd.DataFrame, kini: pd.DataFrame) -> pd.DataFrame:
    lama = dulu.set_index("kode_kelompok")["tanggal_tutup"]
    baru = kini.set_index("kode_kelompok")["tanggal_tutup"]
    muncul = baru.index.difference(lama.index)
    sama = baru.index.intersection(lama.index)
    tutup = sama[lama[sama].isna() & baru[sama].notna()]
    buka = sama[lama[sama].notna() & baru[sama].isna()]
    kode = {"muncul": muncul, "tutup": tutup, "buka": buka}
    return pd.DataFrame(
        [(k, p) for p, semua in kode.items() for k in semua],
        columns=["kode", "peristiwa"],
    ).astype("str")
