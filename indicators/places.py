"""The places that values are given for: city, kecamatan, kelurahan, groups."""

from functools import cache

import numpy as np
import pandas as pd

from reference.pengaturan import pengaturan
from reference.wilayah import kecamatan, kelurahan

BY = ("kelompok", "kelurahan", "kecamatan", "kota")


def places(by: str) -> list[str]:
    """All codes of one level of places, in their order.

    >>> len(places("kelurahan")), len(places("kecamatan")), places("kota")
    (29, 5, ['35.74'])
    """
    if by == "kelurahan":
        return list(kelurahan())
    return list(kecamatan()) if by == "kecamatan" else [pengaturan().kode_kota]


@cache
def place_index(by: str) -> pd.Index:
    """`places` as the index that frames of values have."""
    return pd.Index(places(by), name="kode", dtype="str")


def level_of(kode: str) -> str:
    """Which level of places a code belongs to.

    >>> [level_of(k) for k in ("35.74", "35.74.04", "35.74.04.1006")]
    ['kota', 'kecamatan', 'kelurahan']
    """
    if kode in kelurahan():
        return "kelurahan"
    if kode in kecamatan():
        return "kecamatan"
    return "kota" if kode == pengaturan().kode_kota else "kelompok"


def in_place(kode: pd.Index, wilayah: str) -> np.ndarray:
    """Which codes lie in a place: a code begins with that of what it lies in.

    >>> kode = pd.Index(["35.74.04.1006-01", "35.74.01.1009-01"])
    >>> in_place(kode, "35.74.04").tolist()
    [True, False]
    """
    return np.array(
        [k == wilayah or k.startswith((f"{wilayah}.", f"{wilayah}-")) for k in kode],
        dtype=bool,
    )
