"""One well-filled form for each layout, and what must be read from it.

Values are those of `tests.faults`, written out by hand from its lists.
"""

import csv
import datetime as dt
import io

from loaders.form.layout import layouts
from tests.faults import BUKU, KELOMPOK, KEUANGAN, NAMA, Form

# Variable by variable, as the lists KELOMPOK, KEUANGAN and BUKU say.
NILAI = {
    "rw": "03", "tanggal_berdiri": dt.date(2015, 8, 17),
    "bidang_usaha": "Makanan ringan", "status": "aktif", "tingkat": "pemula",
    "tahap": "up2k", "jalur": "tetap_up2k",
    "anggota_awal": 20, "anggota_masuk": 2, "anggota_keluar": 1, "anggota_akhir": 21,
    "anggota_perempuan": 21, "keluarga_anggota_kk": 20, "peminjam_aktif": 10,
    "anggota_kkmp": 5, "rapat_direncanakan": 3, "rapat_terlaksana": 3,
    "hadir_rata_rata": 15.5,
    "simpanan_pokok": 300_000, "simpanan_wajib": 400_000, "iuran_swadaya": 100_000,
    "cadangan": 50_000, "hibah_pemerintah": 100_000, "hibah_swasta": 0,
    "hibah_luar_negeri": 0, "hibah_lain": 0, "pinjaman_bank": 0,
    "pinjaman_bergulir": 0, "pinjaman_lain": 0, "simpanan_sukarela": 20_000,
    "shu_belum_dibagi": 30_000, "kas": 250_000, "simpanan_di_bank": 0,
    "pinjaman_beredar": 700_000, "persediaan": 50_000, "aset_lain": 0,
    "tunggakan_1_30": 10_000, "tunggakan_31_90": 0, "tunggakan_91_180": 0,
    "tunggakan_lebih_180": 0, "pinjaman_disalurkan": 500_000,
    "angsuran_pokok": 300_000, "hapus_buku": 0, "jasa_diterima": 60_000,
    "pendapatan_lain": 0, "biaya": 20_000, "shu": 40_000, "shu_dibagi": 10_000,
    "hibah_diterima": 0, "omzet_usaha": 5_000_000, "usaha_ber_nib": 2,
    "usaha_ber_pirt": 1, "usaha_ber_halal": 0,
    "buku_anggota": 2, "buku_kas": 2, "buku_simpanan": 1, "buku_pinjaman": 1,
    "buku_notulen": 1, "buku_inventaris": 0, "buku_tamu": 0, "buku_kegiatan": 1,
}  # fmt: skip
LANGKAH = [("penyuluhan", "selesai", dt.date(2024, 5, 20), "12/DKUPP/2024")]
KELURAHAN = {
    "poksus_ada": True, "pengurus_poksus_orang": 5, "usaha_perorangan": 12,
    "kader_koperasi_orang": 1, "kader_dilatih_orang": 2,
}  # fmt: skip


def full_form() -> Form:
    """Formulir UP2K, with a step taken by Melati."""
    return Form().put(
        "Buku dan Langkah", N2="Selesai", O2=dt.date(2024, 5, 20), P2="12/DKUPP/2024"
    )


def one_table() -> list[list[object]]:
    """The same groups as one table, as a program of the office's own writes it."""
    lembar = layouts()["formulir_up2k_csv"].sheet("CSV")
    judul = [k.judul for k in lembar.kolom() if k.peran != "isian"]
    atas = [
        ["FORMULIR-UP2K/1"],
        ["Kelurahan", "Kebonsari Kulon"],
        ["Periode", "Triwulan III 2026"],
        [],
    ]
    return [*atas, judul, *(_row(judul, *n) for n in NAMA)]


def _row(judul: list[str], kode: str, nama: str) -> list[object]:
    # Without the columns for remarks and the form's own sums.
    isi = [kode, nama, *KELOMPOK[:-1], *KEUANGAN[:-4], *BUKU]
    langkah: list[object] = [""] * (len(judul) - len(isi))
    if nama == "Melati":
        langkah[3:6] = ["Selesai", "20/05/2024", "12/DKUPP/2024"]
    return [*isi, *langkah]


def _shown(isi: object) -> str:
    if isinstance(isi, dt.date):
        return f"{isi:%d/%m/%Y}"
    return str(isi).replace(".", ",") if isinstance(isi, float) else str(isi)


def write_csv(rows: list[list[object]], pemisah: str, sandi: str) -> bytes:
    """Rows as a CSV file."""
    keluar = io.StringIO()
    tulis = csv.writer(keluar, delimiter=pemisah)
    tulis.writerows([_shown(s) for s in baris] for baris in rows)
    return keluar.getvalue().encode(sandi)


GOLDEN = {
    "formulir_up2k": lambda: full_form().write(),
    "formulir_up2k_csv": lambda: write_csv(one_table(), ";", "utf-8"),
}
