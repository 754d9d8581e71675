"""Rules about a group that seems to be reported by two kelurahan."""

from collections.abc import Iterator

from checks.aturan import Banding, Pelanggaran
from checks.rules.isyarat import ANGKA, same_figures
from checks.sekitar import Baris, Sekitar, Tabel
from reference.tulisan import tanggal
from reference.wilayah import fold, nama_wilayah

_TINDAKAN = (
    "Bila kelompoknya sama, cukup satu kelurahan yang melaporkan; bila memang dua "
    "kelompok, tulis keterangannya."
)


def _elsewhere_rows(s: Sekitar) -> Iterator[tuple[Tabel, Baris]]:
    for tabel in (s.sebaya, s.pendahulu):
        for baris in tabel.rows:
            yield tabel, baris


def _elsewhere(s: Sekitar) -> Iterator[Pelanggaran]:
    """Asked once, when the group is new: later both have reasons to be there."""
    if s.lalu is not None or s.riwayat.rows:
        return
    berdiri = s.nilai.get("tanggal_berdiri")
    hari = berdiri.isoformat() if berdiri else None
    angka = {n: v for n in ANGKA if (v := s.nilai.get(n))}
    nama = fold(s.nama)
    for tabel, baris in _elsewhere_rows(s):
        if fold(tabel.cell(baris, "nama_kelompok") or "") != nama:
            continue
        sama = hari and tabel.cell(baris, "tanggal_berdiri") == hari
        if sama or same_figures(angka, tabel, baris):
            kode = tabel.cell(baris, "kode_kelompok")
            wilayah = nama_wilayah(tabel.cell(baris, "kode_wilayah"))
            ciri = f"tanggal berdiri {tanggal(berdiri)}" if sama else "angka yang sama"
            yield Pelanggaran(
                "nama_kelompok", s.nama, "", _TINDAKAN,
                f"Kelompok dengan nama ini dan {ciri} juga dilaporkan {wilayah} "
                f"({kode})",
                ("tanggal_berdiri",) if sama else (),
            )  # fmt: skip
            return


ATURAN = (
    Banding(
        kode="kelompok_dua_kelurahan",
        tingkat="periksa",
        judul="Kelompok yang sama di dua kelurahan",
        penjelasan="Kelompok baru bernama sama dan berdiri pada tanggal yang sama, "
        "atau berangka sama, dengan kelompok di kelurahan lain. Kode kelompok "
        "kelurahan lain sudah ditolak sebagai “Kode kelompok salah”.",
        tindakan=_TINDAKAN,
        rumus="Nama sama (tanpa membedakan huruf besar dan spasi), dan tanggal berdiri "
        "sama atau angkanya sama; ditanyakan sekali, ketika kelompok itu pertama "
        "melapor.",
        jalankan=_elsewhere,
        kolom=("tanggal_berdiri", *ANGKA),
    ),
)
