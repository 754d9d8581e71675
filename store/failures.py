"""What may befall a database while it works, in words for people."""

from typing import Any

_UTUH = "Yang sudah diterima tetap utuh; yang sedang disimpan tidak jadi disimpan."
SIBUK = (
    "Store sedang dipakai menulis lebih dari {detik} detik. Coba lagi sebentar lagi."
)
PENUH = f"Disk tempat data disimpan penuh. {_UTUH} Kosongkan tempat, lalu ulangi."
HANYA_BACA = (
    "Data hanya dapat dibaca: berkas basis data atau foldernya tidak boleh ditulisi. "
    f"{_UTUH} Beri izin menulis kepada pemakai komputer yang menjalankan aplikasi ini, "
    "lalu ulangi."
)
TIDAK_TERBUKA = (
    "Basis data tidak dapat dibuka: berkas atau foldernya tidak ada atau tidak boleh "
    "dibuka oleh pemakai komputer yang menjalankan aplikasi ini. Periksa letak dan "
    "izinnya, lalu ulangi."
)
DISK_GAGAL = (
    "Disk tempat data disimpan tidak dapat dibaca atau ditulisi, mungkin karena penuh "
    f"atau rusak. {_UTUH} Periksa disknya, lalu ulangi."
)
RUSAK = (
    "Berkas basis data rusak atau bukan basis data UP2K. Pulihkan dari cadangan "
    "terakhir; caranya ada di README."
)
TERPUTUS = (
    f"Sambungan ke basis data terputus. {_UTUH} Periksa server basis datanya, lalu "
    "ulangi."
)

_SQLITE = {
    "BUSY": SIBUK,
    "LOCKED": SIBUK,
    "FULL": PENUH,
    "READONLY": HANYA_BACA,
    "CANTOPEN": TIDAK_TERBUKA,
    "IOERR": DISK_GAGAL,
    "CORRUPT": RUSAK,
    "NOTADB": RUSAK,
}
_POSTGRESQL = {
    "55P03": SIBUK,
    "53100": PENUH,
    "25006": HANYA_BACA,
    "42501": HANYA_BACA,
    "57P01": TERPUTUS,
    "57P02": TERPUTUS,
    "08006": TERPUTUS,
}


def in_words(sebab: BaseException, detik: int) -> str | None:
    """The sentence for an error of the driver or of SQLAlchemy; None for unknown ones.

    `detik` is how long the store waits for other writers.

    >>> import sqlite3
    >>> try:
    ...     _ = sqlite3.connect("/tidak/ada/up2k.db")
    ... except sqlite3.Error as sebab:
    ...     print(in_words(sebab, 60)[:30])
    Basis data tidak dapat dibuka:
    """
    asal: Any = getattr(sebab, "orig", None) or sebab
    # SQLITE_IOERR_WRITE and its like are kinds of SQLITE_IOERR
    nama = (getattr(asal, "sqlite_errorname", None) or "_").split("_")[1]
    kalimat = _SQLITE.get(nama) or _POSTGRESQL.get(
        getattr(asal, "sqlstate", None) or ""
    )
    return kalimat.format(detik=detik) if kalimat else None
