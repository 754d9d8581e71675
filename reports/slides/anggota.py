"""How membership goes: the line over time, who joined and who left."""

from reference.tulisan import angka, is_missing
from reports.blocks import bare, doubt_of, known, line, number, sentences
from reports.context import Konteks
from reports.kata import moved, reporting
from reports.slide import BarisAngka, Slide

ID = "anggota"
JUDUL = "Bagaimana keanggotaan?"
URUTAN = 40
AUDIENS = ("pimpinan", "kelurahan")
ARUS = ("anggota_masuk", "anggota_keluar")


def make(konteks: Konteks, audiens: str) -> Slide | None:  # noqa: ARG001
    """Members over the periods, beside those who came and went."""
    if not known(konteks):
        return None
    baris = konteks.value("anggota")
    if is_missing(baris["value"]):
        return bare(ID, JUDUL, f"Anggota {konteks.nama} belum dilaporkan.")
    ragu = doubt_of(konteks, "anggota")
    return Slide(
        id=ID,
        judul=JUDUL,
        kalimat=f"{angka(baris['value'])} anggota. {_flow(konteks)}",
        isi=(
            line(konteks, "anggota", f"Anggota {konteks.nama}"),
            BarisAngka(tuple(number(konteks, i) for i in ARUS)),
        ),
        catatan=sentences(
            f"Pada {konteks.periode.label} {konteks.nama} mempunyai "
            f"{angka(baris['value'])} anggota, {reporting(baris)}.",
            _flow(konteks),
            _change(konteks),
            f"Banyaknya dapat berubah {ragu}." if ragu else "",
            "Orang yang menjadi anggota dua kelompok terhitung dua kali.",
        ),
    )


def _flow(konteks: Konteks) -> str:
    masuk, keluar = (konteks.value(i)["value"] for i in ARUS)
    if is_missing(masuk) or is_missing(keluar):
        return "Yang masuk dan keluar belum dilaporkan."
    return (
        f"{angka(masuk)} orang masuk dan {angka(keluar)} keluar pada "
        f"{konteks.periode.label}."
    )


def _change(konteks: Konteks) -> str:
    baris = konteks.change("anggota").loc[konteks.wilayah]
    if is_missing(baris["selisih_sama"]):
        return f"Belum dapat dibandingkan dengan {konteks.pembanding.label}."
    return (
        f"Pada {angka(baris['n_sama'])} kelompok yang melapor di kedua periode, "
        f"anggotanya {moved(baris['selisih_sama'], 'orang')}."
    )
