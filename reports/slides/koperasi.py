"""The path to a koperasi: where groups stand on the ladder and on the path."""

from charts.theme import (
    HURUF_TINGKAT,
    TAHAP,
    TANDA_TAHAP,
    TINGKAT,
    WARNA_TAHAP,
    WARNA_TINGKAT,
)
from reference.kosakata import label_pilihan
from reference.tulisan import angka, daftar, is_missing
from reports.blocks import known, sentences, source
from reports.context import Konteks
from reports.kata import reporting
from reports.slide import Grafik, Seri, Slide

ID = "koperasi"
JUDUL = "Sejauh mana menuju koperasi?"
URUTAN = 50
AUDIENS = ("pimpinan", "dkupp", "kelurahan")
TANDA = {"tingkat": HURUF_TINGKAT, "tahap": TANDA_TAHAP}
JENJANG = {"tingkat": TINGKAT, "tahap": TAHAP}
WARNA = {"tingkat": WARNA_TINGKAT["utama"], "tahap": WARNA_TAHAP["pra_koperasi"]}
JUDUL_SUMBU = {"tingkat": "Tingkat", "tahap": "Tahap"}


def make(konteks: Konteks, audiens: str) -> Slide | None:  # noqa: ARG001
    """Both axes side by side, never as one; None where nothing is known."""
    if not known(konteks):
        return None
    tahap = standing(konteks, "tahap")
    return Slide(
        id=ID,
        judul=JUDUL,
        kalimat=_sentence(konteks, "tahap", tahap),
        isi=tuple(_chart(konteks, s, standing(konteks, s)) for s in JENJANG),
        catatan=sentences(
            _sentence(konteks, "tingkat", standing(konteks, "tingkat")),
            _sentence(konteks, "tahap", tahap),
            "Tingkat adalah jenjang resmi kelompok; tahap adalah jalannya menuju "
            "koperasi. Keduanya tidak sama.",
            "Keduanya seperti yang dilaporkan kelompok. Kelompok tetap kelompok UP2K "
            "walaupun anggotanya sudah berkoperasi.",
        ),
    )


def standing(konteks: Konteks, sumbu: str) -> dict[str, float | None]:
    """How many groups of the place report each rung; None where nobody told."""
    nilai = {j: konteks.value(f"kelompok_{j}")["value"] for j in JENJANG[sumbu]}
    return {j: None if is_missing(v) else float(v) for j, v in nilai.items()}


def _sentence(konteks: Konteks, sumbu: str, isi: dict[str, float | None]) -> str:
    if all(v is None for v in isi.values()):
        return f"Belum ada kelompok yang melaporkan {sumbu}nya."
    kata = [f"{angka(v)} {label_pilihan(sumbu, j)}" for j, v in isi.items()]
    lapor = reporting(konteks.value(f"kelompok_{JENJANG[sumbu][0]}"))
    return f"{JUDUL_SUMBU[sumbu]}: {daftar(kata)}, {lapor}."


def _chart(konteks: Konteks, sumbu: str, isi: dict[str, float | None]) -> Grafik:
    pertama = f"kelompok_{JENJANG[sumbu][0]}"
    kata = [f"{TANDA[sumbu][j]} {label_pilihan(sumbu, j)}" for j in isi]
    return Grafik(
        judul=f"Kelompok menurut {sumbu}",
        jenis="kolom",
        kategori=tuple(kata),
        seri=(Seri("Kelompok", tuple(isi.values()), WARNA[sumbu]),),
        satuan="kelompok",
        alt=f"Grafik kolom kelompok menurut {sumbu}. " + _sentence(konteks, sumbu, isi),
        sumber=source(konteks, konteks.value(pertama), konteks.indicator(pertama)),
    )
