"""Reads a boundary file that a user brings, checks it, and makes it small.

Any file that geopandas reads will do (GeoJSON, GeoPackage, Shapefile), in any known
coordinate system, with more places than ours in it. Which column tells the places
apart is found by its values: Kemendagri codes or BPS codes, with or without dots; or,
when there are no codes, names, which are unique within the city.
"""

import re
from collections.abc import Callable
from pathlib import Path

import geopandas as gpd
import pyogrio.errors
import shapely
from shapely import Point

from reference.batas_geojson import feature, feature_collection
from reference.boundaries import BoundaryError
from reference.tulisan import daftar
from reference.wilayah import find_kelurahan, kelurahan

# Weighted area tolerance of the coverage simplification, in degrees (about 110 m):
# the detailed 2022 boundary falls from 1,948 vertices to some 660.
TOLERANSI_DERAJAT = 0.001
# How far a label point may lie outside its polygon (about 500 m): drawings differ.
JARAK_LABEL_DERAJAT = 0.005
DESIMAL = 5
# With fewer of the 29 known, it is another place where some names happen to recur.
SEBAGIAN_BESAR = 15
_BUKAN_ANGKA = re.compile(r"\D")


def read(berkas: Path) -> str:
    """The file's 29 kelurahan as compact GeoJSON text in degrees (EPSG:4326).

    Raises BoundaryError with an Indonesian sentence when the file cannot be read,
    lacks a kelurahan, has one twice, or draws one broken or in another place.
    """
    frame = _frame(berkas)
    frame = _to_degrees(frame, berkas)
    shapes = _shapes(frame, berkas)
    _check(shapes, berkas)
    kecil = shapes.simplify_coverage(TOLERANSI_DERAJAT)
    return feature_collection(
        feature(str(kode), bentuk, desimal=DESIMAL) for kode, bentuk in kecil.items()
    )


def _frame(berkas: Path) -> gpd.GeoDataFrame:
    try:
        frame = gpd.read_file(berkas)
    except (pyogrio.errors.DataSourceError, OSError, ValueError) as masalah:
        raise BoundaryError(
            f"Berkas batas “{berkas.name}” tidak dapat dibaca. "
            "Gunakan GeoJSON, GeoPackage, atau Shapefile yang utuh."
        ) from masalah
    if not isinstance(frame, gpd.GeoDataFrame) or frame.geometry.isna().all():
        raise BoundaryError(
            f"Berkas batas “{berkas.name}” tidak memuat gambar wilayah."
        )
    return frame


def _to_degrees(frame: gpd.GeoDataFrame, berkas: Path) -> gpd.GeoDataFrame:
    if frame.crs is not None:
        return frame.to_crs(epsg=4326)
    barat, selatan, timur, utara = frame.total_bounds
    if -180 <= barat <= timur <= 180 and -90 <= selatan <= utara <= 90:
        return frame.set_crs(epsg=4326)
    raise BoundaryError(
        f"Berkas batas “{berkas.name}” tidak menyebut sistem koordinatnya. "
        "Untuk Shapefile, sertakan berkas .prj; atau simpan ulang dalam EPSG:4326."
    )


def _shapes(frame: gpd.GeoDataFrame, berkas: Path) -> gpd.GeoSeries:
    kode = _kode(frame)
    dikenal = len(set(kode.values()))
    if dikenal < SEBAGIAN_BESAR:
        raise BoundaryError(
            f"Berkas batas “{berkas.name}” bukan batas Kota Probolinggo: "
            f"hanya {dikenal} dari 29 kelurahan dikenali, lewat kode maupun nama."
        )
    ganda = sorted({k for k in kode.values() if [*kode.values()].count(k) > 1})
    if ganda:
        raise BoundaryError(
            f"Berkas batas “{berkas.name}” memuat {_nama(ganda)} lebih dari sekali."
        )
    hilang = sorted(set(kelurahan()) - set(kode.values()))
    if hilang:
        raise BoundaryError(
            f"Berkas batas “{berkas.name}” tidak memuat {_nama(hilang)}."
        )
    shapes = frame.geometry.loc[list(kode)]
    return shapes.set_axis(list(kode.values())).sort_index()


def _kode(frame: gpd.GeoDataFrame) -> dict[int, str]:
    """Row label -> our code, by the column and reading that know most of our places."""
    kolom = [k for k in frame.columns if k != frame.geometry.name]
    coba = [
        _dikenal(frame, k, baca) for baca in (_kemendagri, _bps, _name) for k in kolom
    ]
    return max(coba, key=lambda c: len(set(c.values())), default={})


def _dikenal(
    frame: gpd.GeoDataFrame, kolom: str, baca: Callable[[str], str | None]
) -> dict[int, str]:
    hasil = {i: baca(str(v)) for i, v in frame[kolom].items()}
    return {i: kode for i, kode in hasil.items() if kode}


def _digits(teks: str) -> str:
    return _BUKAN_ANGKA.sub("", teks.removesuffix(".0"))


def _kemendagri(teks: str) -> str | None:
    """Not `find_kelurahan`: 3574011001 is Ketapang here and Sumber Wetan for BPS."""
    d = _digits(teks)
    kode = f"{d[:2]}.{d[2:4]}.{d[4:6]}.{d[6:]}"
    return kode if kode in kelurahan() else None


def _bps(teks: str) -> str | None:
    bps = {k.kode_bps: k.kode for k in kelurahan().values()}
    return bps.get(_digits(teks))


def _name(teks: str) -> str | None:
    return find_kelurahan(teks).kode


def _check(shapes: gpd.GeoSeries, berkas: Path) -> None:
    bukan_bidang = ~shapes.geom_type.isin(["Polygon", "MultiPolygon"])
    rusak = shapes.index[bukan_bidang | ~shapes.is_valid | shapes.is_empty]
    if len(rusak):
        raise BoundaryError(
            f"Gambar {_nama(rusak)} pada berkas batas “{berkas.name}” rusak: "
            "bukan bidang tertutup, atau garisnya memotong diri."
        )
    tempat = [kelurahan()[kode] for kode in shapes.index]
    label = [Point(k.label_lon, k.label_lat) for k in tempat]
    jauh = shapes.index[shapely.distance(shapes.values, label) > JARAK_LABEL_DERAJAT]
    if len(jauh):
        raise BoundaryError(
            f"Letak {_nama(jauh)} pada berkas batas “{berkas.name}” tidak sesuai. "
            "Periksa apakah kode atau sistem koordinatnya tertukar."
        )


def _nama(kode: list[str]) -> str:
    sebutan = [f"{kelurahan()[k].nama} ({k})" for k in kode]
    return "Kelurahan " + daftar(sebutan, paling_banyak=5)
