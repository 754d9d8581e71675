"""Packages (xlsx, ods, …) taken apart, changed in one place and put together again."""

import io
import re
import zipfile
from collections.abc import Callable, Mapping

UBAH = Callable[[bytes], bytes]


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of a package by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as paket:
        return {i.filename: paket.read(i) for i in paket.infolist()}


def packed(isi: Mapping[str, bytes]) -> bytes:
    """A package of those parts."""
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as paket:
        for nama, badan in isi.items():
            paket.writestr(nama, badan)
    return keluar.getvalue()


def changed(data: bytes, pola: str, ubah: UBAH) -> bytes:
    """A package in which every part whose name fits is changed."""
    isi = parts(data)
    kena = [n for n in isi if re.fullmatch(pola, n)]
    assert kena, pola
    baru = {n: ubah(b) if n in kena else b for n, b in isi.items()}
    assert baru != isi
    return packed(baru)


def dropped(data: bytes, nama: str) -> bytes:
    """A package without one part."""
    isi = parts(data)
    del isi[nama]
    return packed(isi)


def swapped(lama: bytes, baru: bytes) -> UBAH:
    """Puts one text in the place of another, which must be there."""

    def ubah(xml: bytes) -> bytes:
        assert lama in xml, lama
        return xml.replace(lama, baru)

    return ubah


def cell(alamat: str, isi: bytes) -> UBAH:
    """Puts an element in the place of a cell's own: `@` stands for its attributes."""
    pola = re.compile(rb'<c( r="' + alamat.encode() + rb'"[^>]*?)(?:/>|>.*?</c>)', re.S)

    def ubah(xml: bytes) -> bytes:
        baru, kali = pola.subn(lambda c: isi.replace(b"@", c[1]), xml)
        assert kali == 1, alamat
        return baru

    return ubah
