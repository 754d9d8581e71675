"""One spoilt register for each kind of finding that only a register has."""

# ruff: noqa: E501 (sentences stand as the sender reads them)
import datetime as dt

from tests.faults import Fault
from tests.registers import LEMBAR, Register, row

KOTA = "35.74"


def _of(*rows: dict):
    return lambda: Register(*rows).write()


REGISTER_FAULTS: dict[str, Fault] = {
    "tindakan_tanpa_sasaran": Fault(
        _of(row(kode_kelompok=None, kelurahan=None)),
        "Lembar Daftar, sel B6: tidak ada kelompok atau kelurahan yang dibina. Isi kode kelompok, atau kelurahannya bila seluruh kelurahan yang dibina.",
        LEMBAR, "B6", kode=KOTA,
    ),
    "tindakan_kelurahan_tidak_dikenal": Fault(
        _of(row(kelurahan="Kebonsari Kolon")),
        "Lembar Daftar, sel D6: “Kebonsari Kolon” bukan nama kelurahan di kota ini. Maksudnya Kebonsari Kulon atau Kebonsari Wetan?",
        LEMBAR, "D6", kode=KOTA,
    ),
    "status_tindakan_tidak_dikenal": Fault(
        _of(row(status="Molor", tanggal_selesai=None)),
        "Lembar Daftar, sel H6: status “Molor” tidak dikenal (Status). Pilih Rencana, Berjalan, Selesai, atau Batal.",
        LEMBAR, "H6", kode=KOTA,
    ),
    "selesai_tanpa_tanggal": Fault(
        _of(row(tanggal_selesai=None)),
        "Lembar Daftar, sel I6: status Selesai tanpa tanggal selesai. Isi tanggal selesainya, atau ganti statusnya.",
        LEMBAR, "I6", kode=KOTA,
    ),
    "selesai_di_depan": Fault(
        # the register is read on 10 October 2026
        _of(row(tanggal_selesai=dt.date(2026, 10, 11))),
        "Lembar Daftar, sel I6: tanggal selesai 11 Oktober 2026 belum tiba. Perbaiki tanggal selesainya; yang baru direncanakan ditulis di kolom Tanggal rencana.",
        LEMBAR, "I6", kode=KOTA,
    ),
    "status_dan_tanggal_berbeda": Fault(
        _of(row(status="Berjalan")),
        "Lembar Daftar, sel H6: status Berjalan tetapi tanggal selesai 9 Mei 2026 diisi. Ganti statusnya menjadi Selesai, atau kosongkan tanggal selesainya.",
        LEMBAR, "H6", kode=KOTA,
    ),
    "tindakan_tanpa_jadwal": Fault(
        _of(row(status="Rencana", tanggal_rencana=None, tanggal_selesai=None)),
        "Lembar Daftar, sel G6: belum ada tanggal rencana. Isi tanggal rencananya, atau tulis alasannya.",
        LEMBAR, "G6", kode=KOTA,
    ),
    "kode_tindakan_ganda": Fault(
        _of(row(kode_tindakan="TB-2026-001"), row(kode_tindakan="TB-2026-001")),
        "Lembar Daftar, sel A6 dan A7: kode “TB-2026-001” ditulis pada 2 baris. Satu kode untuk satu tindakan: hapus baris yang salah, atau kosongkan kodenya bila tindakannya memang baru.",
        LEMBAR, "A6", ("A7",), kode=KOTA,
    ),
    "biaya_tindakan_mustahil": Fault(
        _of(row(biaya_rp=-5000)),
        "Lembar Daftar, sel K6: biaya -Rp 5.000 tidak mungkin. Tulis biaya dalam rupiah penuh.",
        LEMBAR, "K6", kode=KOTA,
    ),
    "pelaksana_bukan_lembaga": Fault(
        _of(row(pelaksana="Ibu Contoh")),
        "Lembar Daftar, sel J6: pelaksana tidak dikenal sebagai lembaga, sehingga tidak disimpan. Tulis nama lembaganya, misalnya DKUPP atau Pokja II.",
        LEMBAR, "J6", kode=KOTA,
    ),
    "tindakan_kosong": Fault(
        _of(),
        "Lembar Daftar: tidak ada satu tindakan pun. Isi satu baris untuk tiap tindakan, lalu kirim ulang.",
        LEMBAR, kode=KOTA,
    ),
}  # fmt: skip
