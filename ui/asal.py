"""One click from a figure to what it is the sum of: groups, then file, sheet, cell."""

from collections.abc import Iterable

import pandas as pd
import streamlit as st

from indicators import INDICATORS
from indicators.compute import compute
from indicators.contributions import by_unit, contributions, parts_of
from indicators.data import Data, level_of
from indicators.indicator import Indicator
from indicators.terms import CARA
from reference.periode import Periode
from reference.tulisan import angka, is_missing
from reference.wilayah import nama_wilayah
from store import cells_many
from ui import cached, gambar, kalimat, lineage, peran, selection
from ui.downloads import Kolom, table
from ui.teks import plain

LABEL = "Dari mana angka ini?"
BAGIAN = {"pembilang": "Pembilang", "penyebut": "Penyebut", "dasar": "Ikut dilihat"}
KEADAAN = {
    "diterima": "diterima",
    "diperbaiki": "diperbaiki di layar",
    "tertahan": "kiriman terbaru tertahan, isian ini masih berlaku",
}
LUAR_SEL = "tidak berasal dari sel"
TIDAK_TERCATAT = "letak selnya tidak tercatat"
SEL = {
    "nama": Kolom("Pelapor"),
    "nama_periode": Kolom("Periode"),
    "bagian": Kolom("Bagian"),
    "isian": Kolom("Isian"),
    "tertulis": Kolom("Nilai yang dicatat"),
    "kali": Kolom("Bobot", bantuan="Kosong berarti dijumlahkan apa adanya."),
    "tempat": Kolom("Asal", bantuan="Berkas › lembar › sel"),
    "keadaan": Kolom("Keadaan"),
    "diterima_pada": Kolom("Diterima"),
    "versi": Kolom("Versi", bantuan="Nomor kiriman, pembacaan, dan bentuk formulir"),
}
_BERKAS_PALING_BANYAK = 3


def button(
    indikator_id: str, kode: str, periode: Periode, *, key: str, label: str = LABEL
) -> None:
    """A quiet button that opens the cells behind a figure of a place or group.

    Only for those who handle reports: the public sees no cell.
    """
    if peran.boleh_mengirim() and st.button(
        label, key=key, type="tertiary", icon=":material/account_tree:"
    ):
        _open(indikator_id, kode, periode)


@st.dialog(LABEL, width="large", icon=":material/account_tree:")
def _open(indikator_id: str, kode: str, periode: Periode) -> None:
    show(INDICATORS[indikator_id], kode, periode)


def show(indikator: Indicator, kode: str, periode: Periode) -> None:
    """The way from a figure to its cells: sentence, groups, cells, files."""
    baris: kalimat.Baris = cached.of(_figure, indikator.id, kode, periode)
    nama = _names([kode])[kode]
    st.markdown(kalimat.headline(indikator, baris, plain(nama), periode))
    st.caption(_made_of(indikator, baris))
    isi = cached.of(_contributions, indikator.id, kode, periode)
    if isi.empty:
        st.caption("Tidak ada sel asal: angka ini belum dilaporkan.")
        return
    asal = _traced(isi)
    satuan = by_unit(isi)
    keterangan = gambar.keterangan(
        selection.current(), baris, periode=periode.label, saringan=nama
    )
    if len(satuan) > 1:
        st.markdown(
            "**Siapa saja yang dihitung.** Centang satu untuk melihat selnya saja."
        )
        dipilih = table(
            satuan.assign(nama=_names(satuan.index)).reset_index(),
            judul=f"{indikator.label}: yang dihitung", nama="asal_kelompok",
            kolom=_unit_columns(satuan), keterangan=keterangan, pilih=True, tinggi=240,
        )  # fmt: skip
        if dipilih is not None:
            asal = asal[asal["kode"] == satuan.index[dipilih]]
    st.markdown("**Selnya**")
    table(
        asal, judul=f"{indikator.label}: sel asal", nama="asal_sel",
        kolom=_cell_columns(asal), keterangan=keterangan,
    )  # fmt: skip
    kiriman = list(dict.fromkeys(asal["kiriman_id"].dropna()))
    for nomor in kiriman if len(kiriman) <= _BERKAS_PALING_BANYAK else ():
        lineage.original_button(int(nomor), kunci="asal_asli")


def _figure(data: Data, indikator_id: str, kode: str, periode: Periode) -> pd.Series:
    return compute(INDICATORS[indikator_id], data, periode, level_of(kode)).loc[kode]


def _contributions(
    data: Data, indikator_id: str, kode: str, periode: Periode
) -> pd.DataFrame:
    return contributions(INDICATORS[indikator_id], data, periode, level_of(kode), kode)


def _made_of(indikator: Indicator, baris: kalimat.Baris) -> str:
    """How the figure stands on its cells, and what was divided by what."""
    cara = CARA[parts_of(indikator).cara]
    kata = f"Rumus: {indikator.formula}. Angka ini {cara}."
    if is_missing(baris["numerator"]) or is_missing(baris["denominator"]):
        return kata
    atas, bawah = _short(baris["numerator"]), _short(baris["denominator"])
    return f"{kata} Pembilang {atas}, penyebut {bawah}."


def _names(kode: Iterable[str]) -> dict[str, str]:
    """Groups by their name with the kelurahan, places by theirs."""
    nama = cached.data().groups["nama_kelompok"]
    return {
        k: f"{nama[k]} ({nama_wilayah(k.partition('-')[0])})"
        if "-" in k else nama_wilayah(k)
        for k in kode
    }  # fmt: skip


def _unit_columns(satuan: pd.DataFrame) -> dict[str, Kolom]:
    dibagi = satuan["penyebut"].notna().any()
    atas = BAGIAN["pembilang"] if dibagi else "Sumbangannya"
    isi = {"nama": Kolom("Pelapor"), "pembilang": Kolom(atas, desimal=0)}
    if dibagi:
        isi["penyebut"] = Kolom(BAGIAN["penyebut"], desimal=0)
    return isi | {"kode": Kolom("Kode")}


def _cell_columns(asal: pd.DataFrame) -> dict[str, Kolom]:
    tanpa = set() if asal["kali"].any() else {"kali"}
    if (asal["bagian"] == BAGIAN["pembilang"]).all():
        tanpa.add("bagian")
    return {k: v for k, v in SEL.items() if k not in tanpa}


def _traced(isi: pd.DataFrame) -> pd.DataFrame:
    """The contributions with their cells, in words, with columns `SEL`."""
    sel = isi[isi["variabel"] != ""]
    letak = cells_many(
        cached.store(), zip(sel["kode"], sel["periode"], strict=True),
        sel["variabel"].unique(), cached.pada(),
    ).drop(columns="nilai")  # fmt: skip
    asal = isi.merge(letak, how="left", on=["kode", "periode", "variabel"])
    label = {p: Periode.parse(p).label for p in asal["periode"].unique()}
    return asal.assign(
        nama=asal["kode"].map(_names(asal["kode"].unique())),
        nama_periode=asal["periode"].map(label),
        bagian=asal["bagian"].map(BAGIAN),
        isian=[lineage.label(v) if v else LUAR_SEL for v in asal["variabel"]],
        tertulis=[_written(b) for b in asal.itertuples()],
        kali=[_times(b) for b in asal["bobot"]],
        tempat=[_place(b) for b in asal.itertuples()],
        versi=[_version(b) for b in asal.itertuples()],
        keadaan=[_state(b) for b in asal.itertuples()],
    )


def _written(b: kalimat.Baris) -> str:
    if b.variabel:
        return lineage.written(b.variabel, b.nilai if is_missing(b.isi) else b.isi)
    return f"{angka(b.nilai)} ({b.isi})"


def _times(bobot: float) -> str:
    """A weight in words; empty where a cell is simply added.

    >>> [_times(b) for b in (1, -1, 0.5, 0)]
    ['', 'dikurangkan', '× 0,5', 'tidak dijumlahkan']
    """
    if bobot in (1, -1, 0):
        return {1: "", -1: "dikurangkan", 0: "tidak dijumlahkan"}[int(bobot)]
    return f"× {_short(bobot)}"


def _short(nilai: float) -> str:
    return angka(nilai, 0 if nilai == int(nilai) else 1)


def _place(b: kalimat.Baris) -> str:
    if is_missing(b.sel):
        return TIDAK_TERCATAT if b.variabel else LUAR_SEL
    return f"{b.nama_berkas} › {b.lembar} › {b.sel}"


def _version(b: kalimat.Baris) -> str:
    if is_missing(b.kiriman_id):
        return ""
    versi = "" if is_missing(b.versi) else f" versi {b.versi}"
    bentuk = f"{b.layout}{versi}".replace("_", " ")
    return f"kiriman {b.kiriman_id:.0f}, pembacaan {b.pembacaan_id:.0f}, {bentuk}"


def _state(b: kalimat.Baris) -> str:
    if is_missing(b.keadaan):
        return ""
    return lineage.mended(b.lama, b.baru) or KEADAAN[b.keadaan]
