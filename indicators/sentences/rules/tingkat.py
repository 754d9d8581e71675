"""Which way groups moved on the official ladder, as they reported it."""

from indicators.movement import counts, states
from indicators.sentences.kalimat import SEMUA, Aturan, Dasar, Kalimat
from indicators.sentences.soal import Soal
from reference.kosakata import label_pilihan
from reference.tulisan import daftar

_KOLOM = ("naik", "tetap", "turun", "n_kelompok")


def tulis(soal: Soal) -> Kalimat | None:
    """The sentence on the ladder, where some group moved."""
    if soal.by == "kelompok":
        return _one(soal)
    jumlah = counts(soal.data, soal.periode, soal.pembanding, soal.by).loc[soal.kode]
    naik, tetap, turun = (int(jumlah[k]) for k in _KOLOM[:3])
    if not naik and not turun:
        return None
    kata = {"naik tingkat": naik, "tetap": tetap, "turun tingkat": turun}
    isi = daftar([f"{n} kelompok {k}" for k, n in kata.items() if n])
    teks = f"Menurut laporan, {isi} sejak {soal.pembanding.label}."
    angka = tuple((k, float(jumlah[k])) for k in _KOLOM)
    return _sentence(soal, teks, angka)


def _one(soal: Soal) -> Kalimat | None:
    keadaan = states(soal.data, soal.periode, soal.pembanding)
    if soal.kode not in keadaan.index:
        return None
    satu = keadaan.loc[soal.kode]
    if satu["keadaan"] not in ("naik", "turun"):
        return None
    teks = (
        f"Tingkat yang dilaporkan {satu['keadaan']} dari "
        f"{label_pilihan('tingkat', satu['dulu'])} menjadi "
        f"{label_pilihan('tingkat', satu['kini'])} sejak {soal.pembanding.label}."
    )
    return _sentence(soal, teks, ((str(satu["keadaan"]), 1.0),))


def _sentence(soal: Soal, teks: str, angka: tuple[tuple[str, float], ...]) -> Kalimat:
    dasar = Dasar("tingkat", soal.kode, soal.periode, soal.pembanding, angka)
    yakin = "Dihitung satu per satu dari laporan; tingkat menurut pelapor."
    return Kalimat("tingkat", teks, yakin, (dasar,), "", "menuju_koperasi")


ATURAN = Aturan("tingkat", 50, SEMUA, tulis)
