"""Where in the city: the map of the one figure that the audience needs."""

from indicators import seen
from indicators.funnel import ATAS, BAWAH
from reference.tulisan import angka, bernilai, daftar
from reference.wilayah import nama_wilayah
from reports.blocks import city_map, sentences, some
from reports.context import Konteks
from reports.kata import lowered, reporting, spoken
from reports.slide import Slide

ID = "peta"
JUDUL = "Peta 29 kelurahan"
URUTAN = 20
AUDIENS = ("pimpinan", "dkupp", "kelurahan")
INDIKATOR = {
    "pimpinan": "modal_per_anggota",
    "dkupp": "langkah_selesai_pct",
    "kelurahan": "tingkat_pelaporan_pct",
}
"""Which figure each audience sees: wealth, progress to a koperasi, who reported."""


def make(konteks: Konteks, audiens: str) -> Slide | None:
    """The map of the city; None when nobody in it reported."""
    i = konteks.indicator(INDIKATOR[audiens])
    kota = konteks.values(i.id, "kota").iloc[0]
    if not konteks.values("tingkat_pelaporan_pct", "kota")["n_lapor"].iloc[0]:
        return None
    isi = _reported(konteks) if audiens == "kelurahan" else _judged(konteks, i.id)
    return Slide(
        id=ID,
        judul=f"{i.label} di 29 kelurahan",
        kalimat=f"{i.label} seluruh kota {bernilai(kota['value'], i.unit)}. {isi}",
        isi=(city_map(konteks, i.id),),
        catatan=sentences(
            f"Peta ini menunjukkan {lowered(i.label)} tiap kelurahan pada "
            f"{konteks.periode.label}.",
            f"Untuk seluruh kota {spoken(kota['value'], i.unit)}, "
            f"{reporting(kota, i.satuan_lapor)}.",
            isi,
            "Kelurahan yang diarsir belum ada datanya; itu tidak berarti nol.",
        ),
    )


def _reported(konteks: Konteks) -> str:
    """How many kelurahan reported all their groups."""
    k = konteks.values("tingkat_pelaporan_pct", "kelurahan")
    punya = k[k["n_kelompok"] > 0]
    penuh = int((punya["n_lapor"] == punya["n_kelompok"]).sum())
    kosong = int((punya["n_lapor"] == 0).sum())
    sisa = f"; {angka(kosong)} belum sama sekali" if kosong else ""
    return (
        f"{angka(penuh)} dari {angka(len(punya))} kelurahan sudah melaporkan semua "
        f"kelompoknya{sisa}."
    )


def _judged(konteks: Konteks, indikator: str) -> str:
    """Which kelurahan really differ from the city."""
    k = konteks
    urut = seen.judged(k.data, indikator, k.periode, k.siapa).tabel
    if not (urut["alasan"] == "").any():
        return "Kelurahan belum dapat dibandingkan: laporannya terlalu sedikit."
    isi = []
    for putusan in (ATAS, BAWAH):
        nama = [nama_wilayah(str(w)) for w in urut.index[urut["putusan"] == putusan]]
        if nama:
            isi.append(f"{daftar(some(nama))} {putusan}")
    if not isi:
        return "Perbedaan antarkelurahan dapat terjadi karena kebetulan saja."
    return f"{daftar(isi)}; yang lain tidak berbeda nyata."
