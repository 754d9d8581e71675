"""What a kelurahan can mend: its groups' next step, or what is most lacking."""

import pandas as pd

from planning.budget.gaps import gaps
from planning.pathway.standing import read, read_all
from reference.kosakata import label_pilihan
from reference.tulisan import angka
from reports.blocks import bare, known, sentences, unseen_groups
from reports.context import Konteks
from reports.slide import Slide, Tabel
from reports.within import within

ID = "benahi"
JUDUL = "Apa yang dapat dibenahi?"
URUTAN = 75
AUDIENS = ("kelurahan",)
TERBANYAK = 7
USULAN = "Syaratnya masih usulan; Pokja II dapat mengubahnya."


def make(konteks: Konteks, audiens: str) -> Slide | None:  # noqa: ARG001
    """A kelurahan by its groups; a larger place by what most groups lack."""
    k = konteks
    if not known(k):
        return None
    return _by_group(k) if k.tingkat == "kelurahan" else _by_gap(k)


def _by_group(k: Konteks) -> Slide | None:
    semua = within(read_all(k.data, k.periode.end), k.wilayah)
    semua = semua.drop(unseen_groups(k), errors="ignore")
    if semua.empty:
        return None
    kurang = int(semua["kurang_label"].notna().sum())
    baris = tuple(_row(k, str(kode), b) for kode, b in semua.iterrows())
    sisa = len(baris) - TERBANYAK
    return Slide(
        id=ID,
        judul=JUDUL,
        kalimat=f"{angka(kurang)} dari {angka(len(semua))} kelompok: langkah "
        "berikutnya terlihat dari laporannya.",
        isi=(
            Tabel(
                "Langkah berikutnya per kelompok",
                ("Kelompok", "Tingkat", "Berikutnya"),
                baris[:TERBANYAK],
                f"{angka(sisa)} kelompok lain tidak tertulis di sini. {USULAN}"
                if sisa > 0
                else USULAN,
            ),
        ),
        catatan=sentences(
            f"Ini langkah berikutnya bagi kelompok di {k.nama} menurut laporannya.",
            "Satu langkah sudah cukup untuk dimulai; tidak perlu semuanya sekaligus.",
            "Kelompok yang belum lapor belum kami ketahui keadaannya.",
            USULAN,
        ),
    )


def _row(k: Konteks, kode: str, b: pd.Series) -> tuple[str, str, str]:
    nama = str(b["nama_kelompok"])
    if b["periode"] is None:
        return nama, "belum lapor", "Kirim laporannya"
    tingkat = label_pilihan("tingkat", b["dilaporkan"])
    kurang = read(k.data, kode, k.periode.end).kurang
    return nama, tingkat, f"{kurang.label}: {kurang.syarat}" if kurang else "–"


def _by_gap(k: Konteks) -> Slide:
    semua = within(gaps(k.data, k.periode.end, k.hari), k.wilayah)
    if semua.empty:
        return bare(ID, JUDUL, f"Tidak ada kekurangan yang terlihat di {k.nama}.")
    per = semua.groupby("label").agg(
        n=("kode_kelompok", "nunique"), saran=("saran", "first")
    )
    per = per.sort_values("n", ascending=False, kind="stable")
    terbanyak = f"{per.index[0]} ({angka(int(per['n'].iloc[0]))} kelompok)"
    return Slide(
        id=ID,
        judul=JUDUL,
        kalimat=f"Yang paling banyak: {terbanyak}.",
        isi=(
            Tabel(
                "Kekurangan menurut laporan",
                ("Kekurangan", "Kelompok"),
                tuple(
                    (str(nama), angka(int(b["n"])))
                    for nama, b in per.head(TERBANYAK).iterrows()
                ),
                USULAN,
            ),
        ),
        catatan=sentences(
            f"Menurut laporan {k.periode.label}, inilah yang paling banyak kurang di "
            f"{k.nama}.",
            f"Untuk yang pertama kami anjurkan: {per['saran'].iloc[0]}",
            "Satu kelompok dapat mempunyai lebih dari satu kekurangan.",
            USULAN,
        ),
    )
