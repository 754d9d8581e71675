"""Boundaries as GeoJSON text: compact, sorted, the same bytes for the same shapes."""

import json
from collections.abc import Iterable
from typing import Any

import shapely
from shapely import MultiPolygon, Polygon

from reference.wilayah import kelurahan

Ring = list[list[float]]


def feature(kode: str, shape: Polygon | MultiPolygon, *, desimal: int) -> dict:
    """One kelurahan as a GeoJSON feature, its coordinates rounded to so many decimals.

    >>> kotak = shapely.box(113.2, -7.8, 113.3, -7.7)
    >>> f = feature("35.74.04.1006", kotak, desimal=4)
    >>> f["properties"]["nama_kelurahan"], f["geometry"]["coordinates"][0][0]
    ('Kebonsari Kulon', [113.2, -7.8])
    """
    k = kelurahan()[kode]
    bagian = [
        [_ring(r, desimal) for r in (p.exterior, *p.interiors)]
        for p in shapely.get_parts(shapely.orient_polygons(shape))
    ]
    tunggal = len(bagian) == 1
    return {
        "type": "Feature",
        "properties": {
            "kode_wilayah": kode,
            "nama_kelurahan": k.nama,
            "kode_kecamatan": k.kode_kecamatan,
        },
        "geometry": {
            "type": "Polygon" if tunggal else "MultiPolygon",
            "coordinates": bagian[0] if tunggal else bagian,
        },
    }


def feature_collection(features: Iterable[dict[str, Any]]) -> str:
    """The features as one GeoJSON text, a line each so that a change can be read."""
    baris = ",\n".join(
        json.dumps(f, ensure_ascii=False, separators=(",", ":")) for f in features
    )
    return f'{{"type":"FeatureCollection","features":[\n{baris}\n]}}\n'


def _ring(ring: shapely.LinearRing, desimal: int) -> Ring:
    titik = [tuple(round(x, desimal) for x in t) for t in ring.coords[:-1]]
    beda = [t for i, t in enumerate(titik) if t != titik[i - 1]]
    mulai = beda.index(min(beda))
    urut = [*beda[mulai:], *beda[:mulai]]
    return [list(t) for t in (*urut, urut[0])]
