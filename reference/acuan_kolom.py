"""What one column of a list of rules or assumptions holds."""

from dataclasses import dataclass
from math import isfinite
from typing import TypeAlias

JENIS = ("angka", "rupiah", "bagian", "teks", "pilihan", "ya_tidak")

Nilai: TypeAlias = int | float | str | bool | None


@dataclass(frozen=True, slots=True)
class Kolom:
    """What one column of a list holds.

    `jenis` is one of `JENIS` ("bagian" is a share from 0 to 1); `satuan` stands beside
    numbers; `min`, `max` bound them; `pilihan` are the words of a choice; `rujuk` are
    the lists whose codes, parted by semicolons, may stand in it; a column that is not
    `wajib` may be empty.
    """

    nama: str
    label: str
    jenis: str
    bantuan: str = ""
    satuan: str = ""
    min: float | None = None
    max: float | None = None
    pilihan: tuple[str, ...] = ()
    rujuk: tuple[str, ...] = ()
    wajib: bool = True

    def fault(self, nilai: Nilai) -> str | None:
        """Why a value does not fit, as half a sentence; None when it does.

        >>> Kolom("biaya", "Biaya", "rupiah", min=0).fault(-5)
        'tidak boleh kurang dari 0'
        >>> Kolom("biaya", "Biaya", "rupiah", min=0).fault(None)
        'belum diisi'
        """
        if nilai is None or nilai == "":
            return "belum diisi" if self.wajib else None
        if self.jenis == "ya_tidak":
            return None if isinstance(nilai, bool) else "harus ya atau tidak"
        if self.jenis == "teks":
            return None if isinstance(nilai, str) else "harus berupa tulisan"
        if self.jenis == "pilihan":
            pilih = ", ".join(self.pilihan)
            return None if nilai in self.pilihan else f"harus salah satu dari: {pilih}"
        return self._number_fault(nilai)

    def _number_fault(self, nilai: Nilai) -> str | None:
        if isinstance(nilai, str | bool) or nilai is None or not isfinite(nilai):
            return "harus berupa angka"
        if self.jenis == "rupiah" and nilai != int(nilai):
            return "harus rupiah bulat"
        bawah = 0.0 if self.jenis == "bagian" else self.min
        atas = 1.0 if self.jenis == "bagian" else self.max
        if bawah is not None and nilai < bawah:
            return f"tidak boleh kurang dari {bawah:g}"
        if atas is not None and nilai > atas:
            return f"tidak boleh lebih dari {atas:g}"
        return None
