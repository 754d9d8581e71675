"""Whom to coach, and with what: what groups lack, by the package advised."""

import pandas as pd

from planning.budget.gaps import gaps
from reference.tulisan import angka, daftar, rupiah
from reports.blocks import bare, known, sentences
from reports.context import Konteks
from reports.slide import Slide, Tabel
from reports.within import within

ID = "pembinaan"
JUDUL = "Siapa dibina, dengan apa?"
URUTAN = 80
AUDIENS = ("dkupp",)
TERBANYAK = 6


def make(konteks: Konteks, audiens: str) -> Slide | None:  # noqa: ARG001
    """Packages by how many groups are advised them; None where nothing is known."""
    k = konteks
    if not known(k):
        return None
    kurang = within(gaps(k.data, k.periode.end, k.hari), k.wilayah)
    kurang = kurang[kurang["paket"].notna()]
    if kurang.empty:
        return bare(ID, JUDUL, f"Tidak ada kekurangan yang terlihat di {k.nama}.")
    n = kurang["kode_kelompok"].nunique()
    per = packages(kurang)
    pertama = f"{per.index[0]} ({angka(int(per['n'].iloc[0]))} kelompok)"
    return Slide(
        id=ID,
        judul=JUDUL,
        kalimat=f"{angka(n)} kelompok perlu pembinaan; terbanyak: {pertama}.",
        isi=(_table(per),),
        catatan=sentences(
            f"Menurut laporan {k.periode.label}, {angka(n)} kelompok {k.nama} "
            "mempunyai kekurangan yang dapat dibantu.",
            f"Yang paling banyak dianjurkan: {daftar(list(per.index[:3]))}.",
            "Satu kelompok dapat memerlukan lebih dari satu paket.",
            "Syarat, paket, dan biayanya masih usulan; Pokja II dan dinas dapat "
            "mengubahnya.",
        ),
    )


def packages(kurang: pd.DataFrame) -> pd.DataFrame:
    """By package: `n` (groups advised it), `untuk` (what it mends), `biaya_rp`."""
    per = kurang.groupby("paket_label").agg(
        n=("kode_kelompok", "nunique"),
        untuk=("label", lambda s: daftar(list(dict.fromkeys(s))[:2])),
        biaya_rp=("biaya_rp", "first"),
    )
    return per.sort_values("n", ascending=False, kind="stable")


def _table(per: pd.DataFrame) -> Tabel:
    return Tabel(
        judul="Paket yang dianjurkan",
        kepala=("Paket", "Untuk", "Kelompok", "Biaya satu kelompok"),
        baris=tuple(
            (str(nama), str(b["untuk"]), angka(int(b["n"])), rupiah(b["biaya_rp"]))
            for nama, b in per.head(TERBANYAK).iterrows()
        ),
        sumber="Paket dan biaya: anggapan (usulan), belum ada daftar resmi.",
    )
