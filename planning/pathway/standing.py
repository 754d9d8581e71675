"""Where a group stands by the rules: the rung reached, its evidence, what is missing.

A rung is reached when every rule of it and of all rungs below is known to be met. Only
the report of the period that had ended counts, so that a report left out never raises
a group; the earlier report then stands beside it (`Kedudukan.sebelumnya`).
"""

import dataclasses
import datetime as dt
from dataclasses import dataclass
from typing import Any

import pandas as pd

from indicators.data import Data
from planning.pathway.judge import SUMBU, Penilaian, judge
from planning.pathway.reason import reason
from planning.pathway.syarat import Syarat, requirement
from reference.acuan import Acuan
from reference.kosakata import label_pilihan, pilihan_untuk
from reference.periode import Periode

KOLOM = (
    "nama_kelompok", "kode_wilayah", "periode", "dilaporkan", "tangga", "beda",
    "kurang", "kurang_label", "kurang_terpenuhi", "n_syarat", "n_terpenuhi",
    "n_belum_diketahui", "alasan", "usulan",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Kedudukan:
    """The reading of one group on one day under the rules of a day.

    `tangga` is the rung's code or None; `butir` are all rules of the ladder, lowest
    rung first; `kurang` the single next missing one (None at the top, without rules and
    without a report). `dilaporkan` maps "tingkat" and "tahap" to what the group said
    (None not reported). `periode` is the period of the report it stands on, None when
    there is none; then `sebelumnya` is the reading of the group's newest report before.
    """

    kode_kelompok: str
    sumbu: str
    pada: dt.date
    aturan_pada: dt.date
    tangga: str | None
    butir: tuple[Syarat, ...]
    kurang: Syarat | None
    alasan: str
    dilaporkan: dict[str, str | None]
    periode: Periode | None
    usulan: bool
    sebelumnya: "Kedudukan | None" = None

    @property
    def label(self) -> str:
        """The rung in words."""
        return rung_words(self.sumbu, self.tangga, self.periode is not None)


def rung_words(sumbu: str, tangga: str | None, lapor: bool) -> str:
    """A rung in words, also where none is reached or nothing was reported.

    >>> rung_words("tingkat", None, True), rung_words("tahap", None, False)
    ('belum Pemula', 'belum dapat dibaca')
    """
    if not lapor:
        return "belum dapat dibaca"
    if tangga is None:
        return f"belum {label_pilihan(sumbu, next(iter(pilihan_untuk(sumbu))))}"
    return label_pilihan(sumbu, tangga)


def read(
    data: Data,
    kode_kelompok: str,
    pada: dt.date,
    acuan: Acuan | None = None,
    *,
    aturan_pada: dt.date | None = None,
    sumbu: str = "tingkat",
) -> Kedudukan:
    """The reading of one group; arguments as of `judge`.

    Raises KeyError for a group that is not in the registry, or not open that day.
    """
    p = judge(data, pada, acuan, aturan_pada, sumbu)
    g = p.index.get_loc(kode_kelompok)
    hari = aturan_pada or pada
    sebelumnya = None
    if not p.lapor[g] and (lalu := _newest_before(data, kode_kelompok, p.periode)):
        dulu = judge(data, lalu.end, acuan, hari, sumbu)
        if kode_kelompok in dulu.index:
            sebelumnya = _standing(dulu, kode_kelompok, lalu.end, hari)
    hasil = _standing(p, kode_kelompok, pada, hari)
    return dataclasses.replace(hasil, sebelumnya=sebelumnya)


def _newest_before(data: Data, kode: str, periode: Periode) -> Periode | None:
    lapor = data.posisi.loc[data.posisi["kode_kelompok"] == kode, "periode"]
    lalu = [q for q in map(Periode.parse, lapor.unique()) if q < periode]
    return max(lalu, default=None)


def _standing(
    p: Penilaian, kode: str, pada: dt.date, aturan_pada: dt.date
) -> Kedudukan:
    g = p.index.get_loc(kode)
    butir = tuple(
        requirement(a, p.periode, n, a.jenjang, p.sebab.get((g, i), ""))
        for i, (a, n) in enumerate(zip(p.aturan, p.nilai[g].tolist(), strict=True))
    )
    kurang = p.missing(g) if p.lapor[g] else []
    return Kedudukan(
        kode_kelompok=kode,
        sumbu=p.sumbu,
        pada=pada,
        aturan_pada=aturan_pada,
        tangga=p.rung(g),
        butir=butir,
        kurang=butir[kurang[0]] if kurang else None,
        alasan=reason(p, g, aturan_pada, kurang),
        dilaporkan={s: p.dilaporkan[s][g] for s in SUMBU},
        periode=p.periode if p.lapor[g] else None,
        usulan=p.proposed(g, kurang),
    )


def read_all(
    data: Data,
    pada: dt.date,
    acuan: Acuan | None = None,
    *,
    aturan_pada: dt.date | None = None,
    sumbu: str = "tingkat",
) -> pd.DataFrame:
    """Every group open on a day, by kode_kelompok, columns `KOLOM`.

    `dilaporkan` and `tangga` are codes (None unknown, none reached); `beda` is "sama",
    "lebih tinggi" (the rules read higher than reported), "lebih rendah" or
    "belum dapat dibandingkan"; `kurang` is the code of the next missing rule and
    `kurang_terpenuhi` False or None (not reported).
    """
    p = judge(data, pada, acuan, aturan_pada, sumbu)
    hari = aturan_pada or pada
    baris = [_row(p, g, hari) for g in range(len(p.index))]
    hasil = pd.DataFrame(baris, columns=KOLOM, index=p.index, dtype=object)
    hasil[["nama_kelompok", "kode_wilayah"]] = data.groups.loc[
        p.index, ["nama_kelompok", "kode_wilayah"]
    ]
    angka = {k: "int64" for k in KOLOM if k.startswith("n_")}
    return hasil.rename_axis("kode_kelompok").astype({**angka, "usulan": "bool"})


def _row(p: Penilaian, g: int, hari: dt.date) -> dict[str, Any]:
    kurang = p.missing(g) if p.lapor[g] else []
    satu = p.aturan[kurang[0]] if kurang else None
    dilaporkan, tangga = p.dilaporkan[p.sumbu][g], p.rung(g)
    return {
        "periode": str(p.periode) if p.lapor[g] else None,
        "dilaporkan": dilaporkan,
        "tangga": tangga,
        "beda": _difference(p, dilaporkan, tangga, bool(p.lapor[g])),
        "kurang": satu.kode if satu else None,
        "kurang_label": satu.label if satu else None,
        "kurang_terpenuhi": False
        if kurang and p.terpenuhi[g, kurang[0]] == 0
        else None,
        "n_syarat": len(p.aturan),
        "n_terpenuhi": int((p.terpenuhi[g] == 1).sum()),
        "n_belum_diketahui": int((p.terpenuhi[g] == -1).sum()),
        "alasan": reason(p, g, hari, kurang),
        "usulan": p.proposed(g, kurang),
    }


def _difference(
    p: Penilaian, dilaporkan: str | None, tangga: str | None, lapor: bool
) -> str:
    if not lapor or dilaporkan is None or not p.aturan:
        return "belum dapat dibandingkan"
    urut = list(pilihan_untuk(p.sumbu))
    selisih = (urut.index(tangga) if tangga else -1) - urut.index(dilaporkan)
    if selisih == 0:
        return "sama"
    return "lebih tinggi" if selisih > 0 else "lebih rendah"
