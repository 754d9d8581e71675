"""What a list is written with when its thing is known, and what may be chosen."""

from typing import Any

import pandas as pd

from loaders.daftar.write import Isi, Pilihan
from reference.daftar import Formulir
from reference.tulisan import is_missing
from store import Snapshot


def known(isi: Snapshot, form: Formulir, kode: str) -> Isi:
    """The head and the rows that count of one thing; KeyError when there is none."""
    kepala = _rows(isi.daftar[form.tabel_kepala], form, kode)
    if not kepala:
        raise KeyError(kode)
    tabel = {t.nama: _rows(isi.daftar[t.nama], form, kode) for t in form.tabel}
    return Isi(kepala[0], tabel)


def choices(isi: Snapshot, form: Formulir) -> Pilihan:
    """The groups that are open, and the institutions that took part before."""
    k = isi.kelompok
    buka = k.loc[k["tanggal_tutup"].isna(), "kode_kelompok"]
    lembaga: dict[str, None] = {}
    for nama, kolom in form.columns().items():
        for n, satu in kolom.items():
            if "lembaga" in satu.peserta:
                ada = isi.daftar[nama][n].dropna()
                lembaga |= dict.fromkeys(t for t in ada if not t[:2].isdecimal())
    return Pilihan(tuple(buka), tuple(sorted(lembaga)))


def _rows(frame: pd.DataFrame, form: Formulir, kode: str) -> list[dict[str, Any]]:
    milik = frame[frame[form.kolom_kode] == kode]
    return [{str(n): _plain(v) for n, v in b.items()} for b in milik.to_dict("records")]


def _plain(nilai: Any) -> Any:  # noqa: ANN401
    if is_missing(nilai):
        return None
    return nilai.date() if isinstance(nilai, pd.Timestamp) else nilai
