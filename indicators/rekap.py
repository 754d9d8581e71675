"""The official recap beside what the groups add up to, and which groups explain it."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from indicators.data import Data
from indicators.places import places
from indicators.rekap_kelompok import Kelompok, counted_on, groups_of
from indicators.rekap_sebab import Penjelasan, explain
from reference.periode import Periode
from reference.rekap import columns_of, from_groups, rungs
from reference.tulisan import is_missing

TIERS = {"kelurahan": "Rekap kelurahan", "kecamatan": "Rekap kecamatan"}
STATES = {
    "cocok": "Cocok",
    "beda": "Berbeda",
    "kosong": "Tidak diisi di rekap",
    "belum_lapor": "Kelompok belum melapor",
}
COLUMNS = (
    "kode_wilayah", "menurut", "jenjang", "keadaan", "rekap_klp", "data_klp",
    "selisih_klp", "rekap_orang", "data_orang", "selisih_orang", "sebab", "tepat",
    "kelompok", "kiriman_id", "pembacaan_id", "urut",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Rekap:
    """What one recap says of one kelurahan, and the row that it stands in."""

    kode: str
    menurut: str
    nilai: dict[str, float]
    asal: Any


@dataclass(frozen=True, slots=True)
class Titik:
    """A day on which recap and groups are held side by side, with both periods."""

    rekap: Periode
    kelompok: Periode


def meeting_point(data: Data, periode: Periode) -> Titik:
    """The newest day up to a period's end at which recaps stand.

    A stock at the end of a half-year is the stock at the end of its last quarter; with
    no recap at all it is the last half-year that had ended.
    """
    ada = {Periode.parse(p) for p in data.rekap["periode"].unique()}
    sampai = [p for p in ada if p.end <= periode.end]
    akhir = max(sampai, default=Periode.last_ended(periode.end, "semester"))
    if not sampai and akhir.next().end <= periode.end:
        akhir = akhir.next()
    return Titik(akhir, _ending(data, akhir, periode.irama))


def _ending(data: Data, rekap: Periode, irama: str) -> Periode:
    """The period of groups' reports that ends on the same day."""
    sama = [p for p in data.periodes if p.end == rekap.end]
    return sama[0] if sama else Periode.containing(rekap.end, irama)


def beside(data: Data, titik: Titik) -> pd.DataFrame:
    """Recap and groups side by side: a row for each kelurahan, source and rung.

    `menurut` is the tier whose recap it is (a key of TIERS): a kelurahan may stand in
    its own recap and in its kecamatan's. `keadaan` is a key of STATES; numbers are
    floats, NaN where not reported; `selisih_…` is recap less groups. `sebab` says which
    groups may explain a difference (`tepat`: exactly), `kelompok` names those that
    count on the rung. `kiriman_id`, `pembacaan_id` and `urut` lead to the recap's cell
    (`urut` NA where it is a sum of rows without a printed total).
    """
    kunci = ("rekap", titik.rekap.end, titik.kelompok)
    return data.kept(kunci, lambda: _beside(data, titik)).copy()


def without_recap(data: Data, titik: Titik) -> list[str]:
    """The kelurahan of which neither their own recap nor their kecamatan's speaks."""
    ada = set(beside(data, titik)["kode_wilayah"])
    return [k for k in places("kelurahan") if k not in ada]


def _beside(data: Data, titik: Titik) -> pd.DataFrame:
    kelompok = groups_of(data, titik.kelompok)
    baris = [
        _row(satu, jenjang, kelompok.get(satu.kode, []))
        for satu in _recaps(data, titik)
        for jenjang in rungs()
    ]
    return pd.DataFrame(baris, columns=list(COLUMNS))


def _recaps(data: Data, titik: Titik) -> Iterator[_Rekap]:
    """What the newest recap of each place says of each kelurahan on that day."""
    r = data.rekap
    ada = (p for p in r["periode"].unique() if Periode.parse(p).end == titik.rekap.end)
    r = r[r["periode"].isin(list(ada))]
    urut = r.sort_values(["diterima_pada", "kiriman_id"], kind="stable")
    terbaru = urut.groupby("kode_wilayah")["pembacaan_id"].last()
    r = r[r["pembacaan_id"].isin(terbaru)]
    for tempat, isi in r[r["tingkat_wilayah"] == "kelurahan"].groupby("kode_wilayah"):
        yield _summed(str(tempat), isi)
    kecamatan = r[(r["tingkat_wilayah"] == "kecamatan") & ~r["jumlah"]]
    for _, baris in kecamatan[kecamatan["kode_baris"].notna()].iterrows():
        nilai = {n: _number(baris[n]) for n in from_groups()}
        yield _Rekap(str(baris["kode_baris"]), "kecamatan", nilai, baris)


def _summed(tempat: str, isi: pd.DataFrame) -> _Rekap:
    """A kelurahan's own recap: its rows summed, else its printed total.

    A blank row adds nothing; a column with blank rows only is not reported.
    """
    total, rows = isi[isi["jumlah"]], isi[~isi["jumlah"]]
    nilai = {}
    for nama in from_groups():
        jumlah = rows[nama].sum(min_count=1)
        if pd.isna(jumlah) and len(total):
            jumlah = total[nama].iloc[-1]
        nilai[nama] = _number(jumlah)
    asal = (total if len(total) else rows).iloc[-1]
    if not len(total) and len(rows) > 1:
        asal = asal.copy()
        asal["urut"] = pd.NA
    return _Rekap(tempat, "kelurahan", nilai, asal)


def _number(nilai: object) -> float:
    return math.nan if is_missing(nilai) else float(nilai)  # type: ignore[arg-type]


def _row(satu: _Rekap, jenjang: str, kelompok: Sequence[Kelompok]) -> dict[str, Any]:
    klp, orang = (satu.nilai[k] for k in columns_of(jenjang))
    data_klp, data_orang = _counted(kelompok, jenjang)
    beda_klp, beda_orang = klp - data_klp, orang - data_orang
    sebab = Penjelasan(())
    if math.isnan(klp) and math.isnan(orang):
        keadaan = "kosong"
    elif math.isnan(data_klp):
        keadaan = "belum_lapor"
    elif not beda_klp and (math.isnan(beda_orang) or not beda_orang):
        keadaan = "cocok"
    else:
        keadaan = "beda"
        tahu = None if math.isnan(beda_orang) else int(beda_orang)
        if not math.isnan(beda_klp):
            sebab = explain(kelompok, jenjang, int(beda_klp), tahu)
    nama = [_with_members(k) for k in counted_on(kelompok, jenjang)]
    return {
        "kode_wilayah": satu.kode,
        "menurut": satu.menurut,
        "jenjang": jenjang,
        "keadaan": keadaan,
        "rekap_klp": klp,
        "data_klp": data_klp,
        "selisih_klp": beda_klp,
        "rekap_orang": orang,
        "data_orang": data_orang,
        "selisih_orang": beda_orang,
        "sebab": sebab.kalimat if keadaan == "beda" else "",
        "tepat": sebab.tepat,
        "kelompok": ", ".join(nama),
        **{n: satu.asal[n] for n in ("kiriman_id", "pembacaan_id", "urut")},
    }


def _with_members(k: Kelompok) -> str:
    orang = k.kini.anggota if k.kini else None
    return f"{k.nama} ({'?' if orang is None else orang})"


def _counted(kelompok: Sequence[Kelompok], jenjang: str) -> tuple[float, float]:
    """How many groups report a rung, and their members; NaN where nobody reports."""
    if not any(k.kini and not k.tutup for k in kelompok):
        return math.nan, math.nan
    anggota = [k.kini.anggota for k in counted_on(kelompok, jenjang) if k.kini]
    if None in anggota:
        return float(len(anggota)), math.nan
    return float(len(anggota)), float(sum(n for n in anggota if n is not None))
