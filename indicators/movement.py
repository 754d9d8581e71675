"""How groups moved on a ladder between two periods: up, down, same, silent, new."""

import numpy as np
import pandas as pd

from indicators.data import Data
from indicators.parts import frame
from indicators.places import in_place, place_index
from indicators.terms import Layer, Parts
from reference.kosakata import pilihan_untuk
from reference.periode import Periode

STATES = {
    "naik": "Naik",
    "tetap": "Tetap",
    "turun": "Turun",
    "nonaktif": "Nonaktif",
    "baru": "Kelompok baru",
    "tanpa_pembanding": "Belum dapat dibandingkan",
    "tidak_lapor": "Belum lapor",
}
OUTSIDE = {
    "baru": "Belum berdiri",
    "tidak_lapor": "Belum lapor",
    "tutup": "Sudah tutup",
}


def states(
    data: Data, periode: Periode, pembanding: Periode, sumbu: str = "tingkat"
) -> pd.DataFrame:
    """Every group open now: `dulu` and `kini` (its rungs) and `keadaan` (its state).

    `sumbu` is "tingkat" or "tahap". The first that holds counts: no report now; dormant
    now; not founded then; no rung known at either end; else the rungs are compared.
    """
    kunci = ("gerak", periode, pembanding, sumbu)
    return data.kept(kunci, lambda: _states(data, periode, pembanding, sumbu))


def _states(
    data: Data, periode: Periode, pembanding: Periode, sumbu: str
) -> pd.DataFrame:
    cut, lalu = data.at(periode), data.at(pembanding)
    anak_tangga = list(pilihan_untuk(sumbu))
    kini = pd.Series(cut.text(sumbu), index=cut.index, dtype="object")
    dulu = pd.Series(lalu.text(sumbu), index=lalu.index, dtype="object")
    dulu = dulu.reindex(cut.index)
    beda = _rung(kini, anak_tangga) - _rung(dulu, anak_tangga)
    keadaan = np.select(
        [
            ~cut.lapor,
            cut.text("status") == "nonaktif",
            ~cut.index.isin(lalu.index),
            np.isnan(beda),
            beda > 0,
            beda < 0,
        ],
        ["tidak_lapor", "nonaktif", "baru", "tanpa_pembanding", "naik", "turun"],
        default="tetap",
    )
    return pd.DataFrame({"dulu": dulu, "kini": kini, "keadaan": keadaan})


def counts(
    data: Data,
    periode: Periode,
    pembanding: Periode,
    by: str,
    sumbu: str = "tingkat",
) -> pd.DataFrame:
    """How many groups of each place are in each state, and `n_kelompok`.

    All places of the level (kelurahan, kecamatan, kota) are rows; here 0 is a true
    count, since every open group has a state.
    """
    keadaan = states(data, periode, pembanding, sumbu)["keadaan"].to_numpy()
    di = data.at(periode).di[by]
    kode = place_index(by)
    hasil = {k: np.bincount(di[keadaan == k], minlength=len(kode)) for k in STATES}
    hasil["n_kelompok"] = np.bincount(di, minlength=len(kode))
    return pd.DataFrame(hasil, index=kode)


def flows(
    data: Data,
    periode: Periode,
    pembanding: Periode,
    sumbu: str = "tingkat",
    wilayah: str | None = None,
) -> pd.DataFrame:
    """What a flow picture shows: `dari`, `ke`, `n` (groups), in the ladder's order.

    All groups open at either end are in it, so what flows out of a rung is what stood
    on it. Beside the rungs as reported: "baru" (from), "tutup" (to) and "tidak_lapor"
    (rung not reported). `wilayah` limits it to one place.
    """
    ujung = {"dari": data.at(pembanding), "ke": data.at(periode)}
    index = ujung["dari"].index.union(ujung["ke"].index)
    if wilayah:
        index = index[in_place(index, wilayah)]
    kolom = {}
    for nama, cut in ujung.items():
        tangga = pd.Series(cut.text(sumbu), index=cut.index, dtype="object")
        tangga = tangga.where(tangga.notna(), "tidak_lapor").reindex(index)
        kolom[nama] = tangga.where(
            tangga.notna(), "baru" if nama == "dari" else "tutup"
        )
    urutan = nodes(sumbu)
    ringkas = pd.DataFrame(kolom).value_counts(sort=False).rename("n")
    urut = ringkas.reset_index().sort_values(
        ["dari", "ke"], key=lambda k: k.map(urutan.index), ignore_index=True
    )
    return urut.astype({"dari": "str", "ke": "str"})


def nodes(sumbu: str) -> list[str]:
    """The nodes of the flow picture: the rungs from the lowest up, then the rest.

    >>> nodes("tahap")
    ['up2k', 'pra_koperasi', 'koperasi', 'baru', 'tidak_lapor', 'tutup']
    """
    return [*pilihan_untuk(sumbu), *OUTSIDE]


def rungs(
    data: Data, periode: Periode, sumbu: str, wilayah: str | None = None
) -> pd.Series:
    """How many groups report each rung, from the lowest up; NaN when none reports."""
    cut = data.at(periode)
    isi = pd.Series(cut.text(sumbu), index=cut.index, dtype="object")
    if wilayah:
        isi = isi[in_place(isi.index, wilayah)]
    jumlah = isi.value_counts().reindex(list(pilihan_untuk(sumbu)), fill_value=0)
    return jumlah.astype("float64") if isi.notna().any() else jumlah * np.nan


def label(sumbu: str, kode: str) -> str:
    """The name of a node of the flow picture.

    >>> label("tahap", "pra_koperasi"), label("tahap", "tutup")
    ('Pra-koperasi', 'Sudah tutup')
    """
    return OUTSIDE.get(kode) or pilihan_untuk(sumbu)[kode].label


def moved(keadaan: str) -> Parts:
    """The parts of an indicator: 1 for a group in that state since last period.

    A group that is silent, or cannot be compared, has no part.
    """

    def parts(data: Data, periode: Periode) -> pd.DataFrame:
        kini = states(data, periode, periode.previous())["keadaan"]
        tahu = ~kini.isin(["tidak_lapor", "tanpa_pembanding"])
        sama = (kini == keadaan).astype("float64")
        return frame(kini.index, sama.where(tahu).to_numpy())

    def layers(data: Data, periode: Periode) -> list[Layer]:
        cut, lalu = data.at(periode), periode.previous()
        satu = parts(data, periode)["numerator"].to_numpy()
        dulu = states(data, periode, lalu)["dulu"]
        dulu = dulu.where(dulu.notna(), None).to_numpy()
        isi, status = cut.text("tingkat"), cut.text("status")

        def seen(p: Periode, variabel: str, isi: np.ndarray) -> Layer:
            ada = np.where(pd.isna(isi), np.nan, 0.0)
            return Layer("dasar", cut.index, ada, p, variabel, 0.0, isi)

        return [
            Layer("pembilang", cut.index, satu, periode, "tingkat", isi=isi),
            seen(lalu, "tingkat", dulu),
            seen(periode, "status", status),
        ]

    return Parts("hitungan", parts, layers)


def _rung(tangga: pd.Series, anak_tangga: list[str]) -> np.ndarray:
    di = {nama: float(i) for i, nama in enumerate(anak_tangga)}
    return tangga.map(di).to_numpy("float64", na_value=np.nan)
