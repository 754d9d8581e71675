"""How each rule does: how often it fired, was explained away, and led to mending."""

from collections.abc import Iterable

import pandas as pd

from reference.acuan import KODE as ACUAN
from reference.daftar import forms
from reference.periode import Periode
from reference.rekap import KODE as REKAP
from reference.tindakan import KODE as TINDAKAN

_DITERIMA = ("diterima", "sebagian")
_BUKAN_LAPORAN = (REKAP, TINDAKAN, ACUAN, *forms())
_TAK_DILAPORKAN = "kelompok_tidak_dilaporkan"


def finding_place(temuan: pd.DataFrame) -> pd.Series:
    """Where findings stand, as reasons remember it: `Keuangan!F14`, else the group.

    `temuan` as in a store's snapshot.

    >>> t = pd.DataFrame({"lembar": ["Keuangan", None], "sel": ["F14", None],
    ...                   "kode_kelompok": ["35.74.04.1006-01"] * 2,
    ...                   "nama_kelompok": ["Melati"] * 2}, dtype="str")
    >>> finding_place(t).tolist()
    ['Keuangan!F14', '35.74.04.1006-01']
    """
    sel = temuan["lembar"].fillna("") + "!" + temuan["sel"]
    return sel.fillna(_group(temuan))


def _group(temuan: pd.DataFrame) -> pd.Series:
    return temuan["kode_kelompok"].fillna(temuan["nama_kelompok"]).fillna("")


def explained(temuan: pd.DataFrame, alasan: pd.DataFrame) -> pd.Series:
    """Whether each finding was explained away: by its sender, or as "memang sama"."""
    kunci = ["kiriman_id", "jenis"]
    dijawab = set(alasan[[*kunci, "sel"]].itertuples(index=False, name=None))
    siapa = zip(
        *(temuan[k] for k in kunci), finding_place(temuan), _group(temuan), strict=True
    )
    kemudian = [
        (k, j, tempat) in dijawab or (k, j, kelompok) in dijawab
        for k, j, tempat, kelompok in siapa
    ]
    return temuan["alasan"].fillna("").ne("") | pd.Series(
        kemudian, index=temuan.index, dtype="bool"
    )


def newest_taken(kiriman: pd.DataFrame) -> pd.Series:
    """The submission (kiriman_id) taken last, by kode_wilayah, periode and `rekap`.

    What is no report of groups (`rekap` True: a recap, a register) never supersedes
    one.
    """
    ada = kiriman[kiriman["keadaan"].isin(_DITERIMA)]
    ada = ada.assign(rekap=ada["layout"].isin(_BUKAN_LAPORAN))
    urut = ada.sort_values(["diterima_pada", "kiriman_id"])
    return urut.groupby(["kode_wilayah", "periode", "rekap"])["kiriman_id"].last()


def measures(
    temuan: pd.DataFrame,
    alasan: pd.DataFrame,
    kiriman: pd.DataFrame,
    jenis: Iterable[str],
) -> pd.DataFrame:
    """One row a kind of finding, also those that never fired.

    The frames are those of a store's snapshot. Columns: `n_kiriman` submissions on
    which it fired, `n_temuan` how often, `n_dijelaskan` of these explained away,
    `n_disusul` of these followed by a newer submission of the same kelurahan and
    period, `n_diperbaiki` of those no longer found there.
    """
    t = temuan.assign(dijelaskan=explained(temuan, alasan), siapa=_group(temuan))
    dari = ["kiriman_id", "kode_wilayah", "periode", "diterima_pada"]
    t = t.merge(
        kiriman[dari].assign(rekap=kiriman["layout"].isin(_BUKAN_LAPORAN)),
        on="kiriman_id",
    )
    t["disusul"], t["diperbaiki"] = _mended(t, kiriman)
    per = t.groupby("jenis")
    hasil = pd.DataFrame(
        {
            "n_kiriman": per["kiriman_id"].nunique(),
            "n_temuan": per.size(),
            "n_dijelaskan": per["dijelaskan"].sum(),
            "n_disusul": per["disusul"].sum(),
            "n_diperbaiki": per["diperbaiki"].sum(),
        }
    )
    return hasil.reindex(list(jenis), fill_value=0).astype("Int64")


def _mended(t: pd.DataFrame, kiriman: pd.DataFrame) -> tuple[pd.Series, pd.Series]:
    """Whether a newer submission followed each finding, and has it no more.

    A group that the newer one leaves out has not been mended.
    """
    akhir = newest_taken(kiriman).rename("akhir").reset_index()
    akhir["pada"] = akhir["akhir"].map(kiriman.set_index("kiriman_id")["diterima_pada"])
    t = t.merge(akhir, on=["kode_wilayah", "periode", "rekap"], how="left")
    sendiri = list(zip(t["diterima_pada"], t["kiriman_id"], strict=True))
    sesudah = list(zip(t["pada"], t["akhir"], strict=True))
    disusul = [pd.notna(b[1]) and b > a for a, b in zip(sendiri, sesudah, strict=True)]
    kunci = ["jenis", "siapa", "variabel"]
    masih = set(
        zip(t["kiriman_id"], *(t[k].fillna("") for k in kunci), strict=True)
    ) | {
        (k, "", siapa, "")
        for k, j, siapa in zip(t["kiriman_id"], t["jenis"], t["siapa"], strict=True)
        if j == _TAK_DILAPORKAN
    }
    baris = zip(disusul, t["akhir"], *(t[k].fillna("") for k in kunci), strict=True)
    diperbaiki = [
        ya and (akhir, j, siapa, v) not in masih and (akhir, "", siapa, "") not in masih
        for ya, akhir, j, siapa, v in baris
    ]
    return pd.Series(disusul, dtype="bool"), pd.Series(diperbaiki, dtype="bool")


def trials(uji_coba: pd.DataFrame) -> pd.DataFrame:
    """One row a kind on trial: `n_kiriman` on which it would have fired, of `n_dibaca`.

    `uji_coba` as in a store's snapshot; submissions read before the trial began are
    not among `n_dibaca`. `n_temuan` is how often in all.
    """
    per = uji_coba.assign(menyala=uji_coba["jumlah"] > 0).groupby("jenis")
    return pd.DataFrame(
        {
            "n_kiriman": per["menyala"].sum(),
            "n_dibaca": per.size(),
            "n_temuan": per["jumlah"].sum(),
        }
    ).astype("Int64")


def period_range(kiriman: pd.DataFrame) -> tuple[Periode, Periode] | None:
    """The first and the last period of the submissions taken; None without any."""
    ada = kiriman.loc[kiriman["keadaan"].isin(_DITERIMA), "periode"].dropna().unique()
    semua = sorted(Periode.parse(p) for p in ada)
    return (semua[0], semua[-1]) if semua else None
