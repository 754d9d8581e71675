"""Rules about attendance that never falls short; on trial."""

from collections.abc import Iterator

from checks.aturan import Banding, Pelanggaran
from checks.sekitar import Sekitar
from reference.tulisan import bernilai

PERIODE_MINIMAL = 4
_KOLOM = ("hadir_rata_rata", "anggota_akhir", "rapat_terlaksana")


def _always_full(s: Sekitar) -> Iterator[Pelanggaran]:
    """Everybody came to every meeting, in this period and all those before it."""
    kini = tuple(s.nilai.get(n) for n in _KOLOM)
    letak = [s.riwayat.letak[n] for n in _KOLOM]
    dulu = [tuple(b[i] for i in letak) for b in s.riwayat.rows[1 - PERIODE_MINIMAL :]]
    semua = [kini, *dulu]
    penuh = all(rapat and hadir and hadir == akhir for hadir, akhir, rapat in semua)
    if penuh and len(semua) == PERIODE_MINIMAL:
        yield Pelanggaran(
            "hadir_rata_rata", bernilai(kini[0], "orang"), "",
            "Tanyakan bagaimana kehadiran dihitung.",
            f"Semua anggota selalu hadir selama {PERIODE_MINIMAL} periode",
            ("anggota_akhir",),
        )  # fmt: skip


ATURAN = (
    Banding(
        kode="hadir_selalu_penuh",
        tingkat="info",
        pembaca="koordinator",
        uji_coba=True,
        judul="Kehadiran selalu penuh",
        penjelasan="Rata-rata hadir sama dengan seluruh anggota, periode demi periode.",
        tindakan="Tanyakan bagaimana kehadiran dihitung.",
        rumus=f"Hadir rata-rata = anggota akhir selama {PERIODE_MINIMAL} periode "
        "berturut-turut yang ada rapatnya.",
        jalankan=_always_full,
        kolom=_KOLOM,
    ),
)
