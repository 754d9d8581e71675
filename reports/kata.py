"""Who reported a figure, and what it could be: the words beside every number."""

from typing import Any, TypeAlias

from indicators.indicator import Indicator
from reference.tulisan import angka, bernilai, is_missing, rentang

# a row of `compute` or `series`, by the names of its columns
Baris: TypeAlias = Any

_BESAR = ((1e12, "triliun"), (1e9, "miliar"), (1e6, "juta"), (1e3, "ribu"))


def reporting(baris: Baris, satuan: str = "kelompok") -> str:
    """The reporting rate of a row of `compute`, as it stands beside every number.

    >>> reporting({"n_lapor": 87, "n_kelompok": 112})
    'dilaporkan 87 dari 112 kelompok'
    """
    n, m = angka(baris["n_lapor"]), angka(baris["n_kelompok"])
    return f"dilaporkan {n} dari {m} {satuan}"


def doubt(baris: Baris, indikator: Indicator, *, singkat: bool = False) -> str:
    """What a value could be if the rest came in; empty where nobody is silent.

    `baris` is a row of `indicators.doubt.spread`; `singkat` for the line on a card.
    """
    belum, satuan = int(baris["n_belum_pernah"]), indikator.satuan_lapor
    teks = ""
    if not is_missing(baris["bawah"]):
        teks = rentang(baris["bawah"], baris["atas"], indikator.unit)
    pasti = not teks or _same(baris, indikator.unit)
    if pasti and not belum:
        return ""
    siapa = f"{angka(belum)} {satuan}"
    if pasti:
        return f"{siapa} belum pernah melaporkan angka ini; batasnya belum diketahui"
    bila = "bila sisanya ikut lapor"
    if not singkat:
        bila = "bila sisanya melapor antara nol dan laporan terakhirnya"
    tanpa = f", belum termasuk {siapa} yang belum pernah melaporkannya"
    return f"{bila}: {teks}{tanpa if belum else ''}"


def _same(baris: Baris, satuan: str) -> bool:
    """Whether both ends of a range are written the same."""
    return bernilai(baris["bawah"], satuan) == bernilai(baris["atas"], satuan)


def signed(selisih: float, satuan: str) -> str:
    """A difference with its sign; percentages differ by points.

    >>> signed(-1500, "Rp"), signed(2.25, "%"), signed(3, "orang")
    ('-Rp 1.500', '+2,2 poin', '+3 orang')
    """
    teks = f"{angka(selisih, 1)} poin" if satuan == "%" else bernilai(selisih, satuan)
    return teks if selisih < 0 else f"+{teks}"


def spoken(value: float | None, satuan: str) -> str:
    """A value as it is said aloud, rounded where nobody would say it in full.

    >>> spoken(4_312_000, "Rp"), spoken(250_000, "Rp"), spoken(81.27, "%")
    ('sekitar 4,3 juta rupiah', '250 ribu rupiah', '81,3 persen')
    >>> spoken(2_250_000, "Rp"), spoken(1_999_999, "Rp")
    ('2,25 juta rupiah', 'sekitar 2 juta rupiah')
    >>> spoken(None, "orang"), spoken(12, "orang")
    ('belum diketahui', '12 orang')
    """
    if value is None or is_missing(value):
        return "belum diketahui"
    if satuan == "%":
        return f"{_trim(angka(value, 1))} persen"
    if satuan != "Rp":
        return bernilai(value, satuan)
    for besar, nama in _BESAR:
        if abs(value) >= besar * 0.99995:
            dibagi = value / besar
            tepat = round(dibagi, 2) * besar == value
            teks = angka(dibagi, 2 if tepat else 1)
            return f"{'' if tepat else 'sekitar '}{_trim(teks)} {nama} rupiah"
    return f"{angka(value)} rupiah"


def moved(selisih: float, satuan: str) -> str:
    """A change as it is said in a sentence.

    >>> moved(5000, "Rp"), moved(-2.0, "%"), moved(0, "orang")
    ('naik Rp 5.000', 'turun 2,0 poin', 'tetap')
    """
    if round(selisih, 1) == 0:
        return "tetap"
    return f"{'naik' if selisih > 0 else 'turun'} {signed(abs(selisih), satuan)[1:]}"


def lowered(label: str) -> str:
    """A label inside a sentence: `Modal UP2K` becomes `modal UP2K`.

    >>> lowered("Modal UP2K"), lowered("RAT pertama")
    ('modal UP2K', 'RAT pertama')
    """
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def _trim(teks: str) -> str:
    return teks.rstrip("0").rstrip(",") if "," in teks else teks
