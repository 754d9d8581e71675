"""How capital grew: the line over time, and the change among the same groups."""

from indicators.sentences.kata import sure
from indicators.sentences.soal import Soal
from reference.tulisan import angka, is_missing, rupiah
from reports.blocks import bare, doubt_of, known, line, sentences
from reports.context import Konteks
from reports.kata import moved, reporting, spoken
from reports.slide import Slide

ID = "modal"
JUDUL = "Bagaimana modal tumbuh?"
URUTAN = 30
AUDIENS = ("pimpinan", "kelurahan")
INDIKATOR = "modal_up2k"


def make(konteks: Konteks, audiens: str) -> Slide | None:  # noqa: ARG001
    """Capital over the periods; None where nothing is known of the place."""
    if not known(konteks):
        return None
    baris = konteks.value(INDIKATOR)
    if is_missing(baris["value"]):
        return bare(ID, JUDUL, f"Modal {konteks.nama} belum dilaporkan.")
    ragu = doubt_of(konteks, INDIKATOR)
    return Slide(
        id=ID,
        judul=JUDUL,
        kalimat=f"{rupiah(baris['value'])}. {_change(konteks)}",
        isi=(line(konteks, INDIKATOR, f"Modal UP2K {konteks.nama}"),),
        catatan=sentences(
            f"Modal UP2K {konteks.nama} pada {konteks.periode.label} adalah "
            f"{spoken(baris['value'], 'Rp')}, {reporting(baris)}.",
            _change(konteks),
            _sure(konteks),
            f"Angkanya dapat berubah {ragu}." if ragu else "",
            "Yang dihitung adalah simpanan, dana cadangan, iuran swadaya, dan hibah "
            "kelompok; pinjaman dari luar tidak termasuk.",
        ),
    )


def _change(konteks: Konteks) -> str:
    """How capital of the same groups moved."""
    baris = konteks.change(INDIKATOR).loc[konteks.wilayah]
    beda, dulu = baris["selisih_sama"], baris["value_dulu_sama"]
    lalu = konteks.pembanding.label
    if is_missing(beda):
        return f"Belum dapat dibandingkan dengan {lalu}."
    bagian = f" ({angka(abs(beda) / dulu * 100, 1)} %)" if dulu and beda else ""
    siapa = f"{angka(baris['n_sama'])} kelompok yang sama"
    return f"Modal {siapa} {moved(beda, 'Rp')}{bagian} sejak {lalu}."


def _sure(konteks: Konteks) -> str:
    """Whether the change goes beyond the noise, in words."""
    k = konteks
    p = Soal(k.data, k.periode, k.pembanding, k.hari, k.wilayah).change(INDIKATOR)
    if is_missing(p["selisih_sama"]) or p.arah:
        return sure(p)
    return "Perubahan ini masih dalam naik-turun yang biasa."
