"""Reminders to paste into WhatsApp: polite, complete, with the date that counts."""

import datetime as dt
from collections.abc import Sequence

from reference.pengaturan import pengaturan
from reference.periode import Periode
from reference.tulisan import daftar, tanggal


def _deadline(periode: Periode, hari_ini: dt.date) -> str:
    lewat = (hari_ini - periode.deadline).days
    batas = f"Batas lapor: {tanggal(periode.deadline)}"
    if lewat > 0:
        return f"{batas} (sudah lewat {lewat} hari)."
    return f"{batas} (hari ini)." if lewat == 0 else f"{batas} ({-lewat} hari lagi)."


def letter(kelurahan: str, *alinea: str) -> str:
    """A letter to one kelurahan; `alinea` are its paragraphs.

    Every text that goes to a kelurahan is one: the same greeting, the same sender.
    """
    return "\n\n".join(
        (
            f"Yth. Ibu Ketua TP PKK Kelurahan {kelurahan},",
            *alinea,
            f"Terima kasih.\nPokja II TP PKK {pengaturan().nama_kota}",
        )
    )


def not_reported(kelurahan: str, periode: Periode, hari_ini: dt.date) -> str:
    """The reminder to a kelurahan whose report has not come.

    >>> print(not_reported("Pilang", Periode.parse("2026-T3"), dt.date(2026, 10, 25)))
    Yth. Ibu Ketua TP PKK Kelurahan Pilang,
    <BLANKLINE>
    Laporan UP2K PKK *Triwulan III 2026* dari Kelurahan Pilang belum kami terima. \
Batas lapor: 15 Oktober 2026 (sudah lewat 10 hari).
    <BLANKLINE>
    Mohon Formulir UP2K diisi dan dikirim. Bila ada kesulitan, silakan hubungi kami; \
dengan senang hati kami bantu.
    <BLANKLINE>
    Terima kasih.
    Pokja II TP PKK Kota Probolinggo
    """
    return letter(
        kelurahan,
        f"Laporan UP2K PKK *{periode.label}* dari Kelurahan {kelurahan} belum kami "
        f"terima. {_deadline(periode, hari_ini)}",
        "Mohon Formulir UP2K diisi dan dikirim. Bila ada kesulitan, silakan hubungi "
        "kami; dengan senang hati kami bantu.",
    )


def to_mend(kelurahan: str, periode: Periode, kelompok: Sequence[str]) -> str:
    """The reminder to a kelurahan some of whose groups are held back."""
    return letter(
        kelurahan,
        f"Laporan UP2K PKK *{periode.label}* dari Kelurahan {kelurahan} sudah kami "
        f"terima, terima kasih. Masih ada isian yang perlu diperbaiki untuk "
        f"{len(kelompok)} kelompok: {daftar(kelompok)}.",
        "Mohon isian itu diperbaiki pada formulir yang sama, lalu formulirnya dikirim "
        "ulang. Kelompok yang lain tidak perlu diubah.",
    )


def rejected(kelurahan: str, periode: Periode, sebab: str, hari_ini: dt.date) -> str:
    """The reminder to a kelurahan whose file could not be taken; `sebab` says why."""
    return letter(
        kelurahan,
        f"Berkas laporan UP2K PKK *{periode.label}* dari Kelurahan {kelurahan} belum "
        f"dapat kami terima: {sebab.rstrip('.')}. {_deadline(periode, hari_ini)}",
        "Mohon berkasnya diperbaiki, lalu dikirim ulang. Bila ada kesulitan, silakan "
        "hubungi kami; dengan senang hati kami bantu.",
    )


def for_everyone(
    periode: Periode,
    hari_ini: dt.date,
    belum: Sequence[str],
    perbaikan: Sequence[str] = (),
) -> str:
    """One message for the group chat, naming who is still awaited.

    `belum` and `perbaikan` are names of kelurahan. With nobody awaited it is a thank
    you.

    >>> print(for_everyone(Periode.parse("2026-T3"), dt.date(2026, 10, 10), ["Jati"]))
    Yth. Ibu-ibu TP PKK Kelurahan,
    <BLANKLINE>
    Laporan UP2K PKK *Triwulan III 2026*. Batas lapor: 15 Oktober 2026 (5 hari lagi).
    <BLANKLINE>
    Belum kami terima (1 kelurahan):
    1. Jati
    <BLANKLINE>
    Terima kasih kepada yang sudah mengirim. Mohon yang lain segera menyusul.
    Pokja II TP PKK Kota Probolinggo
    """
    salam = "Yth. Ibu-ibu TP PKK Kelurahan,"
    penutup = f"Pokja II TP PKK {pengaturan().nama_kota}"
    if not belum and not perbaikan:
        return (
            f"{salam}\n\nLaporan UP2K PKK *{periode.label}* dari semua kelurahan sudah "
            f"kami terima lengkap. Terima kasih atas kerja samanya.\n{penutup}"
        )
    bagian = [
        salam,
        f"Laporan UP2K PKK *{periode.label}*. {_deadline(periode, hari_ini)}",
    ]
    bagian += _numbered("Belum kami terima", belum)
    bagian += _numbered("Perlu diperbaiki", perbaikan)
    bagian.append(
        "Terima kasih kepada yang sudah mengirim. Mohon yang lain segera menyusul."
        f"\n{penutup}"
    )
    return "\n\n".join(bagian)


def _numbered(judul: str, nama: Sequence[str]) -> list[str]:
    baris = [f"{i}. {n}" for i, n in enumerate(nama, 1)]
    return ["\n".join([f"{judul} ({len(nama)} kelurahan):", *baris])] if nama else []
