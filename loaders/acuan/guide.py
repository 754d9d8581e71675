"""The first sheet of *Acuan UP2K*: what it is and how to change something."""

import datetime as dt
from collections.abc import Mapping

from xlsxwriter import Workbook

from loaders.acuan.records import LEMBAR_PETUNJUK
from loaders.template.gaya import Gaya
from reference.acuan import daftar
from reference.tulisan import tanggal

_CARA = (
    "Buka lembar daftar yang akan diubah, lalu ganti isi sel yang kuning.",
    "Tulis di kolom Sumber peraturan, surat, atau rapat yang menetapkannya. Tanpa "
    "sumber resmi, butir itu ditandai usulan.",
    "Tulis di kolom Ditetapkan oleh lembaga yang menetapkan, misalnya Pokja II TP PKK. "
    "Jangan menulis nama orang.",
    "Perubahan berlaku sejak hari berkas diterima. Bila berlaku sejak hari lain, ganti "
    "tanggal di kolom Berlaku sejak. Yang lama tetap dipakai untuk menilai masa lalu.",
    "Butir baru ditulis di bawah baris terakhir; kodenya boleh dikosongkan.",
    "Menghapus baris berarti mencabut butir itu. Aplikasi bertanya dahulu.",
    "Simpan, lalu kirim di halaman Kirim Laporan. Aplikasi menunjukkan apa yang akan "
    "berubah sebelum menyimpannya. Hanya koordinator yang dapat mengirim.",
)
_SEBARIS = 80
_CATATAN = (
    "Berkas ini boleh dikirim sebagian saja: lembar yang dihapus tidak mengubah "
    "apa-apa. Yang tidak diubah tidak dikirim ulang, meskipun berkasnya sudah lama."
)


def write_guide(
    buku: Workbook,
    gaya: Gaya,
    lembar: Mapping[str, str],
    *,
    hari: dt.date,
    contoh: bool,
) -> None:
    """Adds the first sheet; `lembar` are the sheets of the lists, by list."""
    satu = buku.add_worksheet(LEMBAR_PETUNJUK)
    satu.set_column(0, 0, 4)
    satu.set_column(1, 1, 40)
    satu.set_column(2, 2, 80)
    satu.hide_gridlines(2)
    satu.write_string(0, 0, "Acuan UP2K: aturan dan anggapan", gaya["judul"])
    if contoh:
        satu.write_string(0, 2, "CONTOH – bukan data sebenarnya", gaya["contoh"])
    satu.write_string(1, 0, f"Keadaan pada {tanggal(hari)}.", gaya["redup"])
    satu.write_string(3, 0, "Cara mengubah", gaya["bagian"])
    for n, teks in enumerate(_CARA):
        satu.write_number(4 + n, 0, n + 1, gaya["bungkus"])
        satu.merge_range(4 + n, 1, 4 + n, 2, teks, gaya["bungkus"])
        satu.set_row(4 + n, 30)
    i = 5 + len(_CARA)
    satu.merge_range(i, 1, i, 2, _CATATAN, gaya["bungkus"])
    satu.set_row(i, 30)
    i += 2
    satu.write_string(i, 0, "Daftar", gaya["bagian"])
    for n, (nama, judul) in enumerate(lembar.items(), i + 1):
        d = daftar()[nama]
        satu.write_url(n, 1, f"internal:'{judul}'!A1", gaya["bungkus"], d.judul)
        satu.write_string(n, 2, d.keterangan, gaya["bungkus"])
        if len(d.keterangan) > _SEBARIS or len(d.judul) > _SEBARIS // 2:
            satu.set_row(n, 28)
    satu.set_landscape()
    satu.set_paper(9)
    satu.fit_to_pages(1, 0)
