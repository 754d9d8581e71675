"""The limits within which anything is forecast: people set them, none is official."""

import datetime as dt
from dataclasses import dataclass
from typing import Self

from indicators.data import Data


@dataclass(frozen=True, slots=True)
class Batas:
    """What is in force on a day of the list "perkiraan" (all of it usulan).

    `kejadian_kota`, `kejadian_jenjang`: rises needed, in the city and from the same
    rung; `laporan_terlama`, `jangka_jenjang`, `jangka_modal` in months; `bagian` of
    100; `perubahan_modal` in pairs of periods; `kelompok_modal` in groups.
    """

    kejadian_kota: int
    kejadian_jenjang: int
    laporan_terlama: int
    bagian: int
    jangka_jenjang: int
    jangka_modal: int
    perubahan_modal: int
    kelompok_modal: int

    @classmethod
    def pada(cls, data: Data, hari: dt.date) -> Self:
        """The limits on a day, as the store (or the product) holds them."""
        butir = data.acuan.pada("perkiraan", hari)
        return cls(**{nama: int(butir[nama]["nilai"]) for nama in cls.__slots__})
