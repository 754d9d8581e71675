"""Boundaries ready to draw: whole tens of metres on a flat map, small to send."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

Titik = tuple[int, int]
Ring = list[Titik]
Garis = tuple[list[int | None], list[int | None]]

_UTARA = -7.70
_BARAT = 113.15
_SEPULUH_METER_PER_DERAJAT = 11132.0
_COS = math.cos(math.radians(-7.77))


def project(lon: float, lat: float) -> Titik:
    """Degrees to tens of metres east and north of a corner near the city.

    One unit is the same length both ways, so shapes keep their form.

    >>> project(113.15, -7.70), project(113.16, -7.71)
    ((0, 0), (110, -111))
    """
    return (
        round((lon - _BARAT) * _SEPULUH_METER_PER_DERAJAT * _COS),
        round((lat - _UTARA) * _SEPULUH_METER_PER_DERAJAT),
    )


def rings(boundaries: Mapping[str, Any]) -> dict[str, list[Ring]]:
    """The outlines of each kelurahan, by code, from a GeoJSON FeatureCollection."""
    hasil = {}
    for f in boundaries["features"]:
        bentuk = f["geometry"]
        bagian = bentuk["coordinates"]
        poligon = [bagian] if bentuk["type"] == "Polygon" else bagian
        hasil[f["properties"]["kode_wilayah"]] = [
            [project(*titik[:2]) for titik in ring] for p in poligon for ring in p
        ]
    return hasil


def joined(garis: Iterable[Ring]) -> Garis:
    """Several lines as one pair of x and y, parted by None: one trace draws them."""
    x: list[int | None] = []
    y: list[int | None] = []
    for satu in garis:
        if x:
            x.append(None)
            y.append(None)
        x.extend(t[0] for t in satu)
        y.extend(t[1] for t in satu)
    return x, y


def outlines(bentuk: Mapping[str, list[Ring]]) -> list[Ring]:
    """The lines between kecamatan and around the city, joined end to end.

    An edge is inner when two kelurahan of one kecamatan share it.

    >>> kotak = {"35.74.01.1": [[(0, 0), (1, 0), (1, 1), (0, 0)]],
    ...          "35.74.01.2": [[(0, 0), (1, 1), (0, 1), (0, 0)]]}
    >>> outlines(kotak)
    [[(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)]]
    """
    pemilik: dict[frozenset[Titik], list[str]] = defaultdict(list)
    arah: dict[frozenset[Titik], tuple[Titik, Titik]] = {}
    for kode, daftar in bentuk.items():
        for ring in daftar:
            for a, b in zip(ring, ring[1:], strict=False):
                if a != b:
                    pemilik[frozenset((a, b))].append(kode[:8])
                    arah.setdefault(frozenset((a, b)), (a, b))
    luar = [
        arah[s] for s, kec in pemilik.items() if len(kec) == 1 or len(set(kec)) == 2
    ]
    return _chains(luar)


def _chains(ruas: list[tuple[Titik, Titik]]) -> list[Ring]:
    di: dict[Titik, list[tuple[Titik, Titik]]] = defaultdict(list)
    for satu in ruas:
        di[satu[0]].append(satu)
        di[satu[1]].append(satu)
    sisa = dict.fromkeys(ruas)
    hasil = []
    while sisa:
        mulai, ujung = next(iter(sisa))
        del sisa[(mulai, ujung)]
        rantai = [mulai, ujung]
        while lanjut := next((s for s in di[rantai[-1]] if s in sisa), None):
            del sisa[lanjut]
            rantai.append(lanjut[1] if lanjut[0] == rantai[-1] else lanjut[0])
        hasil.append(rantai)
    return hasil
