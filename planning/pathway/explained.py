"""All that is known of one group's way, as plain values: rung, cells, ways, when."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import Any

import pandas as pd

from indicators.data import Data
from planning.forecast.rungs import Perkiraan, next_rung
from planning.pathway.judge import SUMBU
from planning.pathway.standing import Kedudukan, read
from planning.pathway.syarat import Syarat
from planning.pathway.ways import Jalan, summary, ways
from reference.kosakata import label_pilihan
from reference.tulisan import is_missing
from reference.wilayah import nama_wilayah

Cells = Callable[[str, Sequence[str]], pd.DataFrame]
"""From a periode and variables to cells, as `store.cells` gives them."""
Isi = dict[str, Any]


def explain(data: Data, kode: str, pada: dt.date, cells: Cells) -> Isi:
    """A group's standing on a day under the rules of that day, ready for JSON.

    Keys: kode_kelompok, nama_kelompok, kelurahan, pada, tingkat and tahap (dilaporkan,
    menurut_aturan, periode, alasan, usulan, kurang, syarat with `sel`, sebelumnya),
    jalan, jalan_kalimat, kapan (one a ladder). Raises KeyError for a group that is not
    open that day.
    """
    g = data.groups.loc[kode]
    kedudukan = {s: read(data, kode, pada, sumbu=s) for s in SUMBU}
    jalan = ways(data, kode, pada)
    semua = [s for k in kedudukan.values() for s in _all(k)]
    semua += [s for j in jalan for s in j.syarat]
    sel = _cells(semua, cells)
    return {
        "kode_kelompok": kode,
        "nama_kelompok": str(g["nama_kelompok"]),
        "kelurahan": nama_wilayah(g["kode_wilayah"]),
        "pada": pada.isoformat(),
        **{s: _standing(k, sel) for s, k in kedudukan.items()},
        "jalan": [_way(j, sel) for j in jalan],
        "jalan_kalimat": summary(jalan),
        "kapan": {s: _when(next_rung(data, kode, pada, s)) for s in SUMBU},
    }


def _all(k: Kedudukan) -> Iterator[Syarat]:
    yield from k.butir
    if k.sebelumnya:
        yield from k.sebelumnya.butir


def _cells(syarat: Iterable[Syarat], cells: Cells) -> dict[tuple[str, str], Isi]:
    """The cell of every (periode, variable) that the requirements stand on."""
    per: dict[str, dict[str, None]] = {}
    for periode, nama in (b for s in syarat for b in s.bukti):
        per.setdefault(periode, {})[nama] = None
    return {
        (periode, str(r["variabel"])): {
            "periode": periode,
            "variabel": str(r["variabel"]),
            "berkas": str(r["nama_berkas"]),
            "lembar": str(r["lembar"]),
            "sel": str(r["sel"]),
            "nilai": None if is_missing(r["nilai"]) else _plain(r["nilai"]),
        }
        for periode, nama in per.items()
        for r in cells(periode, list(nama)).to_dict("records")
    }


def _plain(nilai: Any) -> Any:  # noqa: ANN401
    if isinstance(nilai, str | bool | int):
        return nilai
    if isinstance(nilai, float):
        return int(nilai) if nilai.is_integer() else nilai
    return str(nilai)


def _requirement(s: Syarat, sel: dict[tuple[str, str], Isi]) -> Isi:
    isi = {k: v for k, v in asdict(s).items() if k not in ("bukti", "diukur")}
    return {
        **isi,
        "keadaan": s.keadaan,
        "kalimat": s.kalimat,
        "sel": [sel[b] for b in s.bukti if b in sel],
    }


def _standing(k: Kedudukan, sel: dict[tuple[str, str], Isi]) -> Isi:
    return {
        "dilaporkan": k.dilaporkan[k.sumbu],
        "dilaporkan_label": label_pilihan(k.sumbu, k.dilaporkan[k.sumbu]),
        "menurut_aturan": k.tangga,
        "menurut_aturan_label": k.label,
        "periode": str(k.periode) if k.periode else None,
        "alasan": k.alasan,
        "usulan": k.usulan,
        "kurang": k.kurang.kode if k.kurang else None,
        "syarat": [_requirement(s, sel) for s in k.butir],
        "sebelumnya": _standing(k.sebelumnya, sel) if k.sebelumnya else None,
    }


def _way(j: Jalan, sel: dict[tuple[str, str], Isi]) -> Isi:
    return {
        "kode": j.kode, "label": j.label, "terbuka": j.terbuka, "keadaan": j.keadaan,
        "penghalang": j.penghalang, "kurang": j.kurang.kode if j.kurang else None,
        "bersama": list(j.bersama), "sumber": j.sumber, "usulan": j.usulan,
        "syarat": [_requirement(s, sel) for s in j.syarat],
    }  # fmt: skip


def _when(p: Perkiraan) -> Isi:
    isi = asdict(p)
    return {**isi, "kalimat": p.kalimat}
