"""One spoilt recap for each kind of finding that only a recap has."""

# ruff: noqa: E501 (sentences stand as the sender reads them)
from tests.faults import Fault
from tests.recaps import JUMLAH, LEMBAR, RW, Recap, of_kecamatan

KANIGARAN = "35.74.04"
_DUA = {
    "Tisnonegaran": (1, 10, 0, 0, 0, 0, 0, 0, 0, 0),
    "Sukoharjo": (2, 20, 0, 0, 0, 0, 0, 0, 0, 0),
}
_NOL = (0,) * 10


def _kecamatan(rows: dict) -> Recap:
    return of_kecamatan(rows).put(A4="TRIWULAN III TAHUN 2026")


RECAP_FAULTS: dict[str, Fault] = {
    "kolom_bertentangan": Fault(
        # the headings of Madya and Utama have changed places, their numbers have not
        lambda: Recap().put(AB8="UTAMA", AD8="MADYA").write(),
        "Lembar Rekap, sel AB9: “JML KLP” adalah kolom 30 tetapi bernomor 28, “PESERTA” adalah kolom 31 tetapi bernomor 29, “JML KLP” adalah kolom 28 tetapi bernomor 30, dan “PESERTA” adalah kolom 29 tetapi bernomor 31. Samakan judul dan nomor kolomnya dengan Lampiran 4.22, lalu kirim ulang.",
        LEMBAR, "AB9", ("AC9", "AD9", "AE9"),
    ),
    "judul_kolom_asing": Fault(
        lambda: Recap().put(U8="KOPRS").write(),
        "Lembar Rekap, sel U8: judul “KOPRS” tidak dikenal; kolom ini dibaca sebagai Kader khusus koperasi karena nomornya 21. Pastikan kolom itu memang yang dimaksud, atau perbaiki judulnya.",
        LEMBAR, "U8",
    ),
    "nomor_kolom": Fault(
        lambda: Recap(nomor=None).write(),
        "Lembar Rekap: tidak ada baris nomor kolom; kolom dikenali dari judulnya saja. Tidak perlu apa-apa bila susunan kolomnya memang begitu.",
        LEMBAR,
    ),
    "wilayah_baris_tidak_dikenal": Fault(
        lambda: _kecamatan({**_DUA, "Pilang": _NOL}).write(),
        "Lembar Rekap, sel B13: “Pilang” berada di Kecamatan Kademangan. Tulis nama wilayahnya seperti di daftar, lalu kirim ulang.",
        LEMBAR, "B13", kode=KANIGARAN,
    ),
    "wilayah_baris_ganda": Fault(
        lambda: _kecamatan({**_DUA, "Kel. Sukoharjo": _NOL}).write(),
        "Lembar Rekap, sel B12 dan B13: “Sukoharjo” ditulis pada 2 baris. Hapus salah satu baris; baris jumlah dinamai JUMLAH.",
        LEMBAR, "B12", ("B13",), kode=KANIGARAN,
    ),
    "baris_subtotal": Fault(
        lambda: _kecamatan({**_DUA, "KANIGARAN": (3, 30, *_NOL[2:])}).write(),
        "Lembar Rekap, sel B13: baris “KANIGARAN” sama dengan jumlah semua baris lain. Tidak perlu apa-apa bila memang baris jumlah; sebaiknya dinamai JUMLAH.",
        LEMBAR, "B13", kode=KANIGARAN,
    ),
    "jumlah_rekap_berbeda": Fault(
        lambda: Recap(jumlah=(3, 47, *JUMLAH[2:])).write(),
        "Lembar Rekap, sel AA13: “JUMLAH” Peserta UP2K tingkat Pemula tertulis 47, sedangkan jumlah barisnya 37. Periksa rumus baris JUMLAH dan isi barisnya, atau tulis alasannya.",
        LEMBAR, "AA13",
    ),
    "rekap_tidak_wajar": Fault(
        lambda: Recap({**RW, "RW 03": (0, 9, *_NOL[2:])}, jumlah=None).write(),
        "Lembar Rekap, sel AA13 dan Z13: Peserta UP2K tingkat Pemula 9 orang pada 0 kelompok (RW 03). Periksa kedua angkanya, atau tulis alasannya.",
        LEMBAR, "AA13", ("Z13",),
    ),
    "angka_rekap_mustahil": Fault(
        lambda: Recap(jumlah=None).put(AA12=-25).write(),
        "Lembar Rekap, sel AA12: -25 tidak mungkin (Peserta UP2K tingkat Pemula, RW 02). Perbaiki angkanya, lalu kirim ulang.",
        LEMBAR, "AA12",
    ),
    "rekap_kosong": Fault(
        lambda: Recap({}, jumlah=None).write(),
        "Lembar Rekap: tidak ada satu baris wilayah pun. Isi satu baris untuk tiap wilayah, lalu kirim ulang.",
        LEMBAR,
    ),
    "tanda_tangan_dibuang": Fault(
        lambda: Recap().put(AB16="Ketua Pokja II", AB20="NYONYA UJI COBA").write(),
        "Lembar Rekap, sel AB20: nama dan NIP di bagian tanda tangan tidak disimpan. Tidak perlu apa-apa.",
        LEMBAR, "AB20",
    ),
}  # fmt: skip
