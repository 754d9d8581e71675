"""The groups nearest to a koperasi, and the step that each needs next."""

from indicators.next_steps import next_steps
from reference.syarat import langkah
from reference.tulisan import angka
from reference.wilayah import nama_wilayah
from reports.blocks import bare, known, sentences, unseen_groups
from reports.context import Konteks
from reports.slide import Slide, Tabel

ID = "terdekat"
JUDUL = "Kelompok mana yang paling dekat?"
URUTAN = 55
AUDIENS = ("dkupp",)
TERBANYAK = 6


def make(konteks: Konteks, audiens: str) -> Slide | None:  # noqa: ARG001
    """The groups with the most steps done and some left."""
    k = konteks
    if not known(k):
        return None
    semua = next_steps(k.data, k.periode, k.wilayah)
    semua = semua.drop(unseen_groups(k), errors="ignore")
    jalan = semua[semua["berikut"].notna() & (semua["n_selesai"] > 0)]
    if jalan.empty:
        return bare(
            ID, JUDUL, f"Belum ada langkah yang dilaporkan selesai di {k.nama}."
        )
    satu = jalan.iloc[0]
    tabel = Tabel(
        judul="Langkah berikutnya",
        kepala=("Kelompok", "Kelurahan", "Selesai", "Berikutnya"),
        baris=tuple(
            (
                str(b.nama_kelompok), nama_wilayah(str(b.kode_wilayah)),
                f"{angka(b.n_selesai)} dari {b.n_langkah}",
                langkah()[str(b.berikut)].singkat,
            )
            for b in jalan.head(TERBANYAK).itertuples()
        ),
        sumber="Menurut langkah yang dilaporkan; tidak mengatakan kapan selesai.",
    )  # fmt: skip
    lapor = int(semua["n_dilaporkan"].notna().sum())
    return Slide(
        id=ID,
        judul=JUDUL,
        kalimat=f"{satu['nama_kelompok']} ({nama_wilayah(satu['kode_wilayah'])}): "
        f"{angka(satu['n_selesai'])} dari {satu['n_langkah']} langkah selesai.",
        isi=(tabel,),
        catatan=sentences(
            f"{angka(lapor)} dari {angka(len(semua))} kelompok {k.nama} melaporkan "
            "langkahnya menuju koperasi.",
            f"{angka(len(jalan))} kelompok sudah menyelesaikan sedikitnya satu langkah "
            "dan masih berjalan.",
            f"Untuk {satu['nama_kelompok']}, berikutnya: "
            f"{langkah()[satu['berikut']].label}.",
            "Langkah yang tidak dilaporkan kami anggap belum diketahui selesainya.",
        ),
    )
