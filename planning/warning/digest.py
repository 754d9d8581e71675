"""The week's signs of one kelurahan as a text for WhatsApp, and of all as a table."""

import datetime as dt

import pandas as pd

from indicators.reminder import letter
from planning.warning.alerts import GAWAT
from reference.tulisan import tampak, tanggal
from reference.wilayah import kelurahan

TERBANYAK = 3
CONTOH = "*CONTOH, bukan data sebenarnya*"
TERPANJANG = 900 - len(CONTOH) - 2
_NAMA_TERPANJANG = 40
_MARKUP = str.maketrans(dict.fromkeys("*_~`>", " "))
_PENUTUP = (
    "Ini bukan penilaian, hanya ajakan menengok bersama; laporannya bisa saja belum "
    "lengkap. Bila ada yang keliru atau perlu bantuan, mohon kabari kami."
)


def digest(
    kode_wilayah: str, alerts: pd.DataFrame, pada: dt.date, *, contoh: bool = False
) -> str:
    """The text for one kelurahan, at most 900 characters, about its own signs alone.

    `alerts` as `planning.warning.alerts.alerts` gives them (of the whole city or of
    this kelurahan); the gravest three are told, the others counted. `contoh` says in
    its first line that the city is made up. Raises KeyError for a code that is no
    kelurahan.
    """
    if contoh:
        return f"{CONTOH}\n\n{digest(kode_wilayah, alerts, pada)}"
    nama = kelurahan()[kode_wilayah].nama
    milik = alerts[alerts["kode_wilayah"] == kode_wilayah]
    if milik.empty:
        return letter(
            nama,
            f"Menurut laporan UP2K PKK yang kami terima sampai {tanggal(pada)}, minggu "
            "ini tidak ada yang perlu ditengok secara khusus.",
        )
    for sebut in range(min(TERBANYAK, len(milik)), 0, -1):
        teks = _letter(nama, milik, sebut, pada)
        if len(teks) <= TERPANJANG:
            return teks
    return _letter(nama, milik, 0, pada)


def _letter(nama: str, milik: pd.DataFrame, sebut: int, pada: dt.date) -> str:
    butir = [
        f"{i}. {_item(r)}"
        for i, r in enumerate(milik.head(sebut).to_dict("records"), 1)
    ]
    if sisa := len(milik) - sebut:
        butir.append(f"{'Dan' if sebut else 'Ada'} {sisa} hal lain; lihat dasbor.")
    awal = (
        f"Menurut laporan UP2K PKK yang kami terima sampai {tanggal(pada)}, "
        f"*{len(milik)} hal* barangkali perlu ditengok:"
    )
    return letter(nama, awal, "\n".join(butir), _PENUTUP)


def _item(baris: dict[str, str]) -> str:
    if baris["lingkup"] == "kelurahan":
        kata = baris["kalimat"]
        besar = f"{kata[:1].upper()}{kata[1:]}"
        return f"{besar}. Mohon dikirim; dengan senang hati kami bantu."
    return f"*{_safe(baris['nama'])}*: {baris['kalimat']}."


def _safe(nama: str) -> str:
    """A name that WhatsApp shows as it is, on one line, not too long."""
    bersih = " ".join(tampak(nama).translate(_MARKUP).split())
    if len(bersih) <= _NAMA_TERPANJANG:
        return bersih or "(tanpa nama)"
    return bersih[: _NAMA_TERPANJANG - 1].rstrip() + "…"


def table(alerts: pd.DataFrame, pada: dt.date, *, contoh: bool = False) -> pd.DataFrame:
    """The week's table, one row a kelurahan: counts by weight and the text.

    All 29 kelurahan are rows; columns `kode_wilayah`, `kelurahan`, `n_didahulukan`,
    `n_ditengok`, `teks`.
    """
    jumlah = pd.crosstab(alerts["kode_wilayah"], alerts["gawat"]).reindex(
        index=list(kelurahan()), columns=list(GAWAT), fill_value=0
    )
    return pd.DataFrame(
        {
            "kode_wilayah": list(kelurahan()),
            "kelurahan": [k.nama for k in kelurahan().values()],
            "n_didahulukan": jumlah[2].to_numpy(),
            "n_ditengok": jumlah[1].to_numpy(),
            "teks": [digest(k, alerts, pada, contoh=contoh) for k in kelurahan()],
        }
    )


def all_texts(alerts: pd.DataFrame, pada: dt.date, *, contoh: bool = False) -> str:
    """All 29 texts in one file, each under the name of its kelurahan."""
    pisah = "=" * 40
    return "\n\n".join(
        f"{pisah}\nKelurahan {k.nama}\n{pisah}\n"
        + digest(kode, alerts, pada, contoh=contoh)
        for kode, k in kelurahan().items()
    )
