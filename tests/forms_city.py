"""A small city that comes in the way a real one does: as filled forms.

Three kelurahan, two groups each, three quarters, all books balanced: nothing to mend.
Every number follows from `values`. Jati has one group and has never reported.
"""

import contextlib
import datetime as dt
import io

from loaders.ingest import ingest
from loaders.reader import Reader
from loaders.template.isian import IsianFormulir, IsianKelompok
from loaders.template.write import write_template
from reference.kosakata import BUKU, HIBAH, MODAL_LUAR, TUNGGAKAN
from reference.periode import Periode
from reference.syarat import langkah
from reference.tulisan import hari_ini
from store import Store

KINI = Periode.last_ended(hari_ini(), "triwulan")
PERIODE = (KINI.shift(-2), KINI.shift(-1), KINI)
KEBONSARI_KULON = "35.74.04.1006"
SUKOHARJO = "35.74.04.1002"
PILANG = "35.74.01.1009"
JATI = "35.74.03.1004"
KELOMPOK = {
    KEBONSARI_KULON: ("Melati", "Mawar"),
    SUKOHARJO: ("Kenanga", "Anggrek"),
    PILANG: ("Seruni", "Cempaka"),
    JATI: ("Dahlia",),
}
PELAPOR = (KEBONSARI_KULON, SUKOHARJO, PILANG)
MODAL_AWAL = 2_000_000
TUMBUH = 100_000


def values(ke: int) -> dict:
    """What a group reports in its period number `ke` (0 is the first)."""
    return {
        "rw": "03", "tanggal_berdiri": dt.date(2015, 8, 17),
        "bidang_usaha": "makanan ringan", "status": "aktif", "tingkat": "pemula",
        "tahap": "up2k", "jalur": "kkmp",
        "anggota_awal": 20, "anggota_masuk": 0, "anggota_keluar": 0,
        "anggota_akhir": 20, "anggota_perempuan": 20, "keluarga_anggota_kk": 18,
        "peminjam_aktif": 10, "anggota_kkmp": 2,
        "rapat_direncanakan": 3, "rapat_terlaksana": 3, "hadir_rata_rata": 15,
        "simpanan_pokok": 1_000_000, "simpanan_wajib": 800_000 + ke * TUMBUH,
        "iuran_swadaya": 0, "cadangan": 200_000,
        **dict.fromkeys((*HIBAH, *MODAL_LUAR, *TUNGGAKAN), 0),
        "simpanan_sukarela": 0, "shu_belum_dibagi": 0,
        "kas": 100_000, "simpanan_di_bank": 0,
        "pinjaman_beredar": 1_900_000 + ke * TUMBUH, "persediaan": 0, "aset_lain": 0,
        "pinjaman_disalurkan": 500_000 + TUMBUH, "angsuran_pokok": 500_000,
        "hapus_buku": 0, "jasa_diterima": 90_000 + ke, "pendapatan_lain": 0,
        "biaya": 10_000, "shu": 80_000 + ke, "shu_dibagi": 80_000 + ke,
        "hibah_diterima": 0, "omzet_usaha": 3_000_000,
        "usaha_ber_nib": 2, "usaha_ber_pirt": 1, "usaha_ber_halal": 0,
        **dict.fromkeys(BUKU, 2),
    }  # fmt: skip


def form(
    kode_wilayah: str,
    periode: Periode = KINI,
    kelompok: tuple[str, ...] | None = None,
    **salah: dict,
) -> bytes:
    """The filled form of one kelurahan; `salah` overwrites values by group name.

    `form(PILANG, Seruni={"kas": "dua juta"})` has a fault in one cell.
    """
    ke = (periode.tahun - PERIODE[0].tahun) * 4 + periode.nomor - PERIODE[0].nomor
    proses = dict.fromkeys(langkah(), ("belum", None, ""))
    isian = IsianFormulir(
        kelompok=tuple(
            IsianKelompok("", nama, values(ke) | salah.get(nama, {}), proses)
            for nama in kelompok or KELOMPOK[kode_wilayah]
        ),
        nilai={
            "poksus_ada": "ya", "pengurus_poksus_orang": 3, "usaha_perorangan": 4,
            "kader_koperasi_orang": 1, "kader_dilatih_orang": 2,
        },
    )  # fmt: skip
    keluar = io.BytesIO()
    write_template(keluar, kode_wilayah, periode, isian=isian)
    return keluar.getvalue()


def fill(store: Store, *, contoh: bool) -> None:
    """The whole city, each of its three kelurahan in time; closes the store."""
    with contextlib.closing(store), Reader() as reader:
        for periode in PERIODE:
            for kode in PELAPOR:
                ingest(
                    store, f"{kode} {periode}.xlsx", form(kode, periode),
                    oleh="petugas", diterima=min(periode.deadline, hari_ini()),
                    contoh=contoh, reader=reader,
                )  # fmt: skip
