"""What a report says plainly: which groups have a gap, as True, False or not known."""

import numpy as np
import pandas as pd

from indicators.data import Data
from indicators.next_steps import step_counts, step_status
from planning.pathway.measures import measure
from reference.acuan import Butir
from reference.periode import Periode
from reference.tulisan import angka, bernilai

UKURAN = {
    "tunggakan": ("indikator", "rasio_tunggakan_pct", "di atas"),
    "buku_lemah": ("indikator", "nilai_buku_pct", "di bawah"),
    "jarang_rapat": ("isian", "rapat_terlaksana", "di bawah"),
}
_KATA = {
    "tunggakan": "tunggakan {nilai} dari pinjaman beredar (batas {batas})",
    "buku_lemah": "nilai pembukuan {nilai} (batas {batas})",
    "jarang_rapat": "rapat terlaksana {nilai} (paling sedikit {batas})",
}
AKHIR = ("akta_notaris", "badan_hukum", "nib", "rat")
"""The steps that remain once everything before the deed is done."""
FAKTA = (*UKURAN, "nonaktif", "langkah_belum_mulai", "badan_hukum_belum")


def holds(data: Data, periode: Periode, butir: Butir) -> pd.Series:
    """Whether a gap holds, by open group: True, False, or None where not reported.

    `butir` is the gap's entry in the list `kekurangan`. All None for a gap that is no
    plain fact, or whose limit is empty.
    """
    kunci = ("kekurangan", periode, butir.kode, butir["batas"])
    return data.kept(kunci, lambda: _holds(data, periode, butir))


def _holds(data: Data, periode: Periode, butir: Butir) -> pd.Series:
    index = data.at(periode).index
    if butir.kode in UKURAN and butir["batas"] is not None:
        dari, ukuran, arah = UKURAN[butir.kode]
        nilai = measure(data, periode, dari, ukuran)
        batas = butir["batas"]
        kena = nilai > batas if arah == "di atas" else nilai < batas
        return _known(index, kena, ~np.isnan(nilai))
    if butir.kode == "nonaktif":
        nilai = measure(data, periode, "pilihan", "status=nonaktif")
        return _known(index, nilai == 1, ~np.isnan(nilai))
    if butir.kode == "langkah_belum_mulai":
        n = step_counts(data, periode)
        mulai = (n["n_selesai"] + n["n_proses"]).to_numpy()
        return _known(index, mulai == 0, ~np.isnan(mulai))
    if butir.kode == "badan_hukum_belum":
        status = step_status(data, periode)
        awal = status.drop(columns=list(AKHIR))
        kena = (awal == "selesai").all(axis=1) & (status["badan_hukum"] != "selesai")
        return _known(index, kena.to_numpy(), status.notna().any(axis=1).to_numpy())
    return _known(index, np.zeros(len(index), bool), np.zeros(len(index), bool))


def _known(index: pd.Index, kena: np.ndarray, tahu: np.ndarray) -> pd.Series:
    isi = [bool(k) if t else None for k, t in zip(kena, tahu, strict=True)]
    return pd.Series(isi, index=index, dtype="object")


def evidence(data: Data, periode: Periode, butir: Butir, kode: str) -> str:
    """What was reported that makes it a gap, as half a sentence."""
    if butir.kode in UKURAN:
        dari, ukuran, _ = UKURAN[butir.kode]
        di = data.at(periode).index.get_loc(kode)
        nilai = float(measure(data, periode, dari, ukuran)[di])
        return _KATA[butir.kode].format(
            nilai=bernilai(nilai, butir["satuan"] or ""),
            batas=bernilai(butir["batas"], butir["satuan"] or ""),
        )
    if butir.kode == "nonaktif":
        return "melaporkan status nonaktif"
    n = step_counts(data, periode).loc[kode]
    if butir.kode == "langkah_belum_mulai":
        return f"{angka(n['n_dilaporkan'])} langkah dilaporkan, semuanya belum"
    return f"{angka(n['n_selesai'])} langkah selesai, badan hukum belum"


def since(data: Data, butir: Butir, kode: str, periode: Periode) -> Periode:
    """The first period of the unbroken run of reports in which the gap held."""
    p = periode
    while True:
        lalu = p.previous()
        if lalu not in data.periodes or holds(data, lalu, butir).get(kode) is not True:
            return p
        p = lalu


def silent_since(data: Data, kode: str, periode: Periode) -> tuple[Periode | None, str]:
    """Since when a group has not reported (None: never did), and the words for it."""
    lapor = data.kept("kapan lapor", lambda: _reports(data)).get(kode, ())
    lalu = [p for p in lapor if p < periode]
    if not lalu:
        return None, "belum pernah melapor"
    return max(lalu).shift(1), f"laporan terakhir {max(lalu).label}"


def _reports(data: Data) -> dict[str, tuple[Periode, ...]]:
    kode_periode = data.posisi.groupby("kode_kelompok")["periode"]
    return {str(k): tuple(map(Periode.parse, p.unique())) for k, p in kode_periode}
