"""What a profile shows, as frames: one place or group, now, before, beside others.

Pure functions of `Data`, made to be remembered by `ui.cached.of`.
"""

from collections.abc import Sequence

import pandas as pd

from indicators import INDICATORS
from indicators.compute import compute
from indicators.data import Data, in_place, level_of
from indicators.next_steps import next_steps
from indicators.privacy import without_small
from indicators.profile import profile
from reference.kosakata import label_pilihan
from reference.periode import Periode
from reference.syarat import langkah
from reference.tulisan import angka, is_missing


def beside(data: Data, keluarga: str, periode: Periode, kode: str) -> pd.DataFrame:
    """The indicators of one family, of a place beside those around it, with words."""
    dipilih = [i for i in INDICATORS.values() if i.kelompok_indikator == keluarga]
    nilai = profile(dipilih, data, periode, kode).reset_index()
    by = level_of(kode)
    return nilai.assign(
        label=[i.label for i in dipilih],
        satuan=[i.unit for i in dipilih],
        lapor=[
            f"{angka(n)} dari {angka(m)} {i.satuan_lapor}"
            for i, n, m in zip(
                dipilih, nilai[f"n_lapor_{by}"], nilai[f"n_kelompok_{by}"], strict=True
            )
        ],
    )


def groups(data: Data, periode: Periode, kode: str, untuk: str) -> pd.DataFrame:
    """The groups open in a kelurahan, as they stand in a period, by kode_kelompok."""
    cut = data.at(periode)
    milik = in_place(cut.index, kode)
    langkah_kini = next_steps(data, periode, kode)
    posisi = cut.posisi[milik]
    hasil = pd.DataFrame(
        {
            "nama": data.groups.loc[posisi.index, "nama_kelompok"],
            "laporan": [
                _report(*b)
                for b in zip(
                    posisi["periode"], posisi["tertahan"], posisi["status"], strict=True
                )
            ],
            "tingkat": [
                label_pilihan("tingkat", t) for t in cut.text("tingkat")[milik]
            ],
            "tahap": [label_pilihan("tahap", t) for t in cut.text("tahap")[milik]],
        }
    )
    for id_ in ("anggota", "modal_up2k"):
        nilai = compute(INDICATORS[id_], data, periode, "kelompok")
        hasil[id_] = without_small(nilai, data, periode, untuk)[0]["value"]
    hasil["n_selesai"] = langkah_kini["n_selesai"]
    hasil["berikut"] = [
        "" if is_missing(k) else langkah()[k].singkat
        for k in langkah_kini["berikut"].reindex(hasil.index)
    ]
    return hasil.rename_axis("kode_kelompok").reset_index()


def _report(periode: object, tertahan: object, status: object) -> str:
    if is_missing(periode):
        return "belum lapor"
    if status == "nonaktif":
        return "nonaktif"
    return "melapor, perbaikan tertahan" if tertahan is True else "melapor"


def names(data: Data, kode: Sequence[str]) -> dict[str, str]:
    """The names of groups, told apart by their number where two are alike."""
    nama = data.groups["nama_kelompok"].reindex(list(kode))
    kembar = nama.duplicated(keep=False)
    return {
        k: f"{n} ({k.rpartition('-')[2]})" if sama else str(n)
        for k, n, sama in zip(nama.index, nama, kembar, strict=True)
    }
