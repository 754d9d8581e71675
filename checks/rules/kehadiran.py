"""Rules about attendance that never falls short; on trial."""

from collections.abc import Iterator

from checks.aturan import Banding, Nilai, Pelanggaran
from checks.sekitar import Sekitar
from reference.tulisan import bernilai

PERIODE_MINIMAL = 4
_KOLOM = ("hadir_rata_rata", "anggota_akhir", "rapat_terlaksana")


def _full(nilai: Nilai) -> bool:
    hadir, akhir, rapat = (nilai.get(n) for n in _KOLOM)
    return bool(rapat and hadir and hadir == akhir)


def _always_full(s: Sekitar) -> Iterator[Pelanggaran]:
    """Everybody came to every meeting, in this period and those before it."""
    if not (s.lalu and _full(s.nilai) and _full(s.lalu)):
        return
    letak = s.riwayat.letak
    dulu = [
        {n: b[letak[n]] for n in _KOLOM} for b in s.riwayat.rows[1 - PERIODE_MINIMAL :]
    ]
    if len(dulu) == PERIODE_MINIMAL - 1 and all(map(_full, dulu)):
        yield Pelanggaran(
            "hadir_rata_rata", bernilai(s.nilai["hadir_rata_rata"], "orang"), "",
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
