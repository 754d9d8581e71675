"""The reports of many kelurahan in one file, with progress."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from reference.wilayah import nama_wilayah
from reports.context import Konteks
from reports.rapor.sheet import rapor_pdf, rapor_png
from reports.rapor.text import rapor_text

Progress = Callable[[int, int, str], None]
_BUKAN_NAMA = re.compile(r"[^A-Za-z0-9]+")


def file_stem(konteks: Konteks) -> str:
    """The name of a place's files: no spaces, the period and CONTOH in it."""
    nama = _BUKAN_NAMA.sub("_", konteks.nama).strip("_").lower()
    awalan = "contoh_" if konteks.contoh else ""
    return f"{awalan}rapor_{nama}_{konteks.periode}"


def each(
    konteks: Konteks, kode: Sequence[str], progress: Progress | None = None
) -> Iterator[tuple[str, bytes]]:
    """The three files of every kelurahan, by name: PDF, PNG, TXT.

    `progress(selesai, banyak, nama)` is told after each kelurahan.
    """
    for n, satu in enumerate(kode, 1):
        k = replace(konteks, wilayah=satu)
        nama = file_stem(k)
        yield f"{nama}.pdf", rapor_pdf(k)
        yield f"{nama}.png", rapor_png(k)
        yield f"{nama}.txt", rapor_text(k).encode()
        if progress:
            progress(n, len(kode), nama_wilayah(satu))


def rapor_all(
    konteks: Konteks, kode: Sequence[str], progress: Progress | None = None
) -> bytes:
    """A ZIP of PDF, PNG and TXT for every kelurahan named.

    The same context gives the same bytes: the files carry the day it is made from.
    """
    keluar = io.BytesIO()
    saat = (*konteks.hari.timetuple()[:3], 0, 0, 0)
    with zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as arsip:
        for nama, isi in each(konteks, kode, progress):
            arsip.writestr(zipfile.ZipInfo(nama, saat), isi, zipfile.ZIP_DEFLATED)
    return keluar.getvalue()
