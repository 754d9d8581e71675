"""The compound file around an old Office document: its streams, by name.

As in [MS-CFB]; every chain is followed once, so that a broken one comes to an end.
"""

import struct
from collections.abc import Iterator, Sequence

TANDA = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_AKHIR = 0xFFFFFFFA
_BATAS_KECIL, _SEKTOR_KECIL = 4096, 64
_DIREKTORI = 128
_DIFAT_KEPALA = 109
_TANPA = 0xFFFFFFFF


class Ole:
    """A compound file; raises ValueError, struct.error or IndexError when broken."""

    def __init__(self, data: bytes) -> None:
        """Reads the tables and the directory, no stream."""
        if len(data) < 512:
            raise ValueError("header")
        self._data = data
        self._sektor = 1 << min(struct.unpack_from("<H", data, 30)[0], 12)
        self._fat = self._table()
        direktori = self._chain(struct.unpack_from("<I", data, 48)[0])
        self._isi = [
            direktori[i : i + _DIREKTORI]
            for i in range(0, len(direktori) - _DIREKTORI + 1, _DIREKTORI)
        ]
        self.streams = dict(self._root()) or dict(map(_entry, self._isi))
        """Entries at the top of the file by name: (kind, first sector, length)."""

    def _sector(self, n: int) -> bytes:
        return self._data[(n + 1) * self._sektor : (n + 2) * self._sektor]

    def _table(self) -> Sequence[int]:
        banyak = struct.unpack_from("<I", self._data, 44)[0]
        letak = list(struct.unpack_from(f"<{_DIFAT_KEPALA}I", self._data, 76))
        lanjut, dilihat = struct.unpack_from("<I", self._data, 68)[0], set()
        while lanjut < _AKHIR and lanjut not in dilihat and len(letak) < banyak:
            dilihat.add(lanjut)
            *isi, lanjut = _numbers(self._sector(lanjut))
            letak += isi
        fat: list[int] = []
        for n in letak[:banyak]:
            fat += _numbers(self._sector(n))
        return fat

    def _chain(self, n: int) -> bytes:
        return b"".join(self._sector(s) for s in _follow(n, self._fat))

    def _root(self) -> Iterator[tuple[str, tuple[int, int, int]]]:
        """The entries directly under the root, embedded documents left out."""
        if not self._isi:
            raise ValueError("directory")
        tumpuk = [struct.unpack_from("<I", self._isi[0], 76)[0]]
        dilihat: set[int] = set()
        while tumpuk:
            n = tumpuk.pop()
            if n == _TANPA or n in dilihat or n >= len(self._isi):
                continue
            dilihat.add(n)
            isi = self._isi[n]
            yield _entry(isi)
            tumpuk += struct.unpack_from("<II", isi, 68)

    def read(self, nama: str) -> bytes:
        """The content of one stream; raises KeyError when there is none."""
        _, awal, panjang = self.streams[nama]
        if panjang >= _BATAS_KECIL:
            return self._chain(awal)[:panjang]
        mini_fat = _numbers(self._chain(struct.unpack_from("<I", self._data, 60)[0]))
        wadah = self._chain(struct.unpack_from("<I", self._isi[0], 116)[0])
        potongan = (
            wadah[s * _SEKTOR_KECIL : (s + 1) * _SEKTOR_KECIL]
            for s in _follow(awal, mini_fat)
        )
        return b"".join(potongan)[:panjang]


def _entry(isi: bytes) -> tuple[str, tuple[int, int, int]]:
    panjang = min(struct.unpack_from("<H", isi, 64)[0], 64)
    nama = isi[: max(panjang - 2, 0)].decode("utf-16-le", "replace")
    return nama, (isi[66], *struct.unpack_from("<II", isi, 116))


def _numbers(isi: bytes) -> Sequence[int]:
    return struct.unpack(f"<{len(isi) // 4}I", isi[: len(isi) // 4 * 4])


def _follow(n: int, fat: Sequence[int]) -> Iterator[int]:
    """The sectors of a chain; one that bites its tail or leaves the table ends."""
    for _ in fat:
        if n >= _AKHIR:
            return
        yield n
        n = fat[n]
