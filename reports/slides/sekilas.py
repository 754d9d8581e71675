"""The state of things at one glance: four numbers."""

from reference.tulisan import angka
from reports.blocks import doubt_of, known, number, sentences
from reports.context import Konteks
from reports.kata import lowered, spoken
from reports.slide import BarisAngka, Slide

ID = "sekilas"
JUDUL = "Sekilas keadaan"
URUTAN = 10
AUDIENS = ("pimpinan", "dkupp")
DISEBUT = ("tingkat_pelaporan_pct", "modal_up2k", "anggota", "rasio_tunggakan_pct")


def make(konteks: Konteks, audiens: str) -> Slide | None:  # noqa: ARG001
    """Reporting, capital, members and arrears; None where nothing is known."""
    if not known(konteks):
        return None
    isi = tuple(number(konteks, i) for i in DISEBUT)
    lapor = konteks.value("tingkat_pelaporan_pct")
    n, m = angka(lapor["n_lapor"]), angka(lapor["n_kelompok"])
    ragu = doubt_of(konteks, "modal_up2k")
    sebut = "; ".join(f"{lowered(a.label)} {spoken(a.nilai, a.satuan)}" for a in isi)
    return Slide(
        id=ID,
        judul=JUDUL,
        kalimat=f"{n} dari {m} kelompok {konteks.nama} melapor untuk "
        f"{konteks.periode.label}.",
        isi=(BarisAngka(isi),),
        catatan=sentences(
            f"Inilah {konteks.nama} dalam empat angka: {sebut}.",
            "Di bawah setiap angka tertulis berapa kelompok yang melaporkannya dan "
            "perubahannya pada kelompok yang sama.",
            f"Modal dapat berubah {ragu}." if ragu else "Semua kelompok sudah melapor.",
            "Angkanya dari formulir yang dikirim kelurahan.",
        ),
    )
