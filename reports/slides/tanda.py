"""Early signs: which groups or kelurahan should be visited first."""

from planning.warning.alerts import alerts
from reference.tulisan import angka
from reference.wilayah import nama_wilayah
from reports.blocks import bare, known, sentences, unseen_groups
from reports.context import Konteks
from reports.slide import Slide, Tabel
from reports.within import within

ID = "tanda"
JUDUL = "Siapa ditengok lebih dulu?"
URUTAN = 85
AUDIENS = ("dkupp",)
TERBANYAK = 6


def make(konteks: Konteks, audiens: str) -> Slide | None:  # noqa: ARG001
    """The gravest signs of the place; None where nothing is known."""
    k = konteks
    if not known(k):
        return None
    terbaru = k.periode == max(k.data.periodes)
    pada = k.hari if terbaru else min(k.hari, k.periode.next().end)
    semua = within(alerts(k.data, pada), k.wilayah)
    semua = semua[~semua["kode"].isin(unseen_groups(k))]
    if semua.empty:
        return bare(ID, JUDUL, f"Tidak ada tanda peringatan untuk {k.nama}.")
    dulu = int((semua["gawat"] == semua["gawat"].max()).sum())
    tabel = Tabel(
        judul="Tanda yang paling berat",
        kepala=("Nama", "Kelurahan", "Tanda"),
        baris=tuple(
            (str(b.nama), nama_wilayah(str(b.kode_wilayah)), str(b.label))
            for b in semua.head(TERBANYAK).itertuples()
        ),
        sumber="Dari laporan beberapa periode; batasnya usulan.",
    )
    return Slide(
        id=ID,
        judul=JUDUL,
        kalimat=f"{angka(len(semua))} tanda; {angka(dulu)} di antaranya yang paling "
        "berat.",
        isi=(tabel,),
        catatan=sentences(
            f"Dari laporan yang masuk terlihat {angka(len(semua))} tanda di {k.nama}.",
            f"Yang pertama: {semua['nama'].iloc[0]}, {semua['kalimat'].iloc[0]}.",
            f"Yang dapat dilakukan: {str(semua['saran'].iloc[0]).rstrip('.')}.",
            "Ini bukan penilaian, hanya ajakan menengok bersama; laporannya bisa saja "
            "belum lengkap.",
        ),
    )
