"""One spoilt list for each kind of finding that only lists have."""

# ruff: noqa: E501 (sentences stand as the sender reads them)
import datetime as dt

from tests.faults import Fault
from tests.lists import drive, event, scores

KOTA = "35.74"
BESOK = dt.date(2026, 10, 11)  # lists are read on 10 October 2026

LIST_FAULTS: dict[str, Fault] = {
    "daftar_kepala_kosong": Fault(
        lambda: event(Nama_acara=None).write(),
        "Lembar Kepala, sel B3: Nama acara belum diisi. Isi di bagian atas berkas, lalu kirim ulang.",
        "Kepala", "B3",
    ),
    "daftar_masa_terbalik": Fault(
        lambda: drive(Selesai=dt.date(2026, 8, 31)).write(),
        "Lembar Kepala, sel B7: Selesai 31 Agustus 2026 sebelum Mulai 1 September 2026. Perbaiki tanggalnya, lalu kirim ulang.",
        "Kepala", "B7",
    ),
    "daftar_jumlah_salah": Fault(
        lambda: scores(aspek=(["", "Administrasi", 60, ""], ["lap", "Kegiatan lapangan", 30, ""])).write(),
        "Lembar Aspek, sel C2 dan C3: jumlah Bobot (%) 90, bukan 100. Perbaiki bobotnya sampai jumlahnya 100, lalu kirim ulang.",
        "Aspek", "C2", ("C3",),
    ),
    "daftar_isian_wajib_kosong": Fault(
        lambda: event(["Pilang", None, 3, 2]).write(),
        "Lembar Kehadiran, sel B2: Peran belum diisi. Lengkapi barisnya, lalu kirim ulang.",
        "Kehadiran", "B2", kode=KOTA,
    ),
    "daftar_peserta_tidak_dikenal": Fault(
        lambda: event(["Kebonsari Kolon", "Poksus", 3, 2]).write(),
        "Lembar Kehadiran, sel A2: “Kebonsari Kolon” bukan nama kelurahan di kota ini. Maksudnya Kebonsari Kulon atau Kebonsari Wetan?",
        "Kehadiran", "A2", kode=KOTA,
    ),
    "daftar_di_luar_batas": Fault(
        lambda: scores((["Pilang", "Juri 1", 105, 70],)).write(),
        "Lembar Nilai, sel C2: Nilai 105 tidak mungkin. Tulis 0 sampai 100.",
        "Nilai", "C2", kode=KOTA,
    ),
    "daftar_baris_ganda": Fault(
        lambda: event(["Pilang", "Poksus", 3, 2], ["Kel. Pilang", "Poksus UP2K", 3, 1]).write(),
        "Lembar Kehadiran, sel A2 dan A3: Pilang, Poksus ditulis pada 2 baris. Hapus baris yang salah, atau gabungkan keduanya.",
        "Kehadiran", "A2", ("A3",), kode=KOTA,
    ),
    "daftar_hari_depan": Fault(
        lambda: drive([BESOK, "Pilang", "Komentar", 4]).write(),
        "Lembar Harian, sel A2: Tanggal 11 Oktober 2026 belum tiba. Perbaiki tanggalnya.",
        "Harian", "A2", kode=KOTA,
    ),
    "daftar_di_luar_masa": Fault(
        lambda: drive([dt.date(2026, 8, 31), "Pilang", "Komentar", 4]).write(),
        "Lembar Harian, sel A2: Tanggal di luar masa kampanye (1 September 2026 sampai 30 Oktober 2026). Periksa tanggalnya, atau masa di kepala berkas.",
        "Harian", "A2", kode=KOTA,
    ),
    "daftar_belum_berlangsung": Fault(
        lambda: event(**{"Tanggal": BESOK, "Jumlah peserta (orang)": None}).write(),
        "Lembar Kehadiran, sel D2: Hadir (orang) sudah diisi, padahal acara ini baru 11 Oktober 2026. Periksa tanggalnya, atau kosongkan isiannya sampai hari itu.",
        "Kehadiran", "D2", kode=KOTA, periode="2026-T4",
    ),
    "daftar_lebih_dari_undangan": Fault(
        lambda: event(["Pilang", "Poksus", 3, 5]).write(),
        "Lembar Kehadiran, sel D2: Hadir (orang) 5 lebih dari Diundang (orang) 3. Periksa kedua angka itu; bila memang benar, tulis alasannya.",
        "Kehadiran", "D2", kode=KOTA,
    ),
    "daftar_jumlah_melebihi": Fault(
        lambda: event(["Pilang", "Poksus", 60, 40], ["Jati", "Poksus", 60, 36]).write(),
        "Lembar Kepala, sel B10: jumlah Hadir (orang) 76 lebih dari Jumlah peserta (orang) 75. Periksa jumlah peserta dan baris-barisnya; bila memang benar, tulis alasannya.",
        "Kepala", "B10", kode=KOTA,
    ),
    "daftar_bukan_lembaga": Fault(
        lambda: event(Lembaga_narasumber="Ibu Contoh, S.E.").write(),
        "Lembar Kepala, sel B8: Lembaga narasumber tidak dikenal sebagai lembaga, sehingga tidak disimpan. Tulis nama lembaganya, misalnya TP PKK Kota atau LAPENKOP Jawa Timur.",
        "Kepala", "B8", kode=KOTA,
    ),
    "daftar_juri_dinomori": Fault(
        lambda: scores((["Pilang", "Nyonya Uji", 80, 70], ["Jati", "Nyonya Uji", 70, 70])).write(),
        "Lembar Nilai, sel B2 dan B3: nama juri tidak disimpan; dicatat sebagai Juri 1. Tulis Juri 1, Juri 2, dan seterusnya pada kiriman berikutnya.",
        "Nilai", "B2", ("B3",), kode=KOTA,
    ),
    "daftar_tanpa_baris": Fault(
        lambda: event([None, None, None, None]).write(),
        "Lembar Kepala: tidak ada satu baris pun yang terisi di bawah kepala berkas. Tidak perlu apa-apa bila memang baru direncanakan; bila tidak, isi tabelnya lalu kirim ulang.",
        "Kepala", kode=KOTA,
    ),
}  # fmt: skip
