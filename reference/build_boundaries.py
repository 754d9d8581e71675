"""Builds the standard boundaries from boundary points and the runs between them.

`python -m reference.build_boundaries` writes `data/reference/batas_kelurahan.geojson`.
"""

import csv

import shapely
from shapely import LineString, Point, Polygon

from reference.batas_geojson import feature, feature_collection
from reference.paths import REFERENCE_DIR
from reference.wilayah import kelurahan


def polygons() -> dict[str, Polygon]:
    """The polygon of each kelurahan, in degrees (EPSG:4326).

    The runs are cut into faces; each face takes the kelurahan whose label point it
    holds. Raises ValueError when a face holds none or several.
    """
    runs = [LineString(deret) for deret in _runs()]
    titik = {k.kode: Point(k.label_lon, k.label_lat) for k in kelurahan().values()}
    hasil: dict[str, Polygon] = {}
    for bidang in shapely.polygonize(runs).geoms:
        isi = [kode for kode, label in titik.items() if bidang.contains(label)]
        if len(isi) != 1:
            raise ValueError(f"bidang {bidang.bounds} memuat titik label {isi}")
        hasil[isi[0]] = bidang
    return dict(sorted(hasil.items()))


def build() -> str:
    """The standard boundaries as compact GeoJSON text, the same on every machine."""
    return feature_collection(
        feature(kode, bidang, desimal=4) for kode, bidang in polygons().items()
    )


def _runs() -> list[list[tuple[float, float]]]:
    with (REFERENCE_DIR / "titik_batas.csv").open(encoding="utf-8") as berkas:
        titik = {
            r["titik"]: (float(r["bujur"]), float(r["lintang"]))
            for r in csv.DictReader(berkas)
        }
    with (REFERENCE_DIR / "ruas_batas.csv").open(encoding="utf-8") as berkas:
        return [
            [titik[t] for t in r["deret_titik"].split()] for r in csv.DictReader(berkas)
        ]


if __name__ == "__main__":
    tujuan = REFERENCE_DIR / "batas_kelurahan.geojson"
    tujuan.write_text(build(), encoding="utf-8", newline="\n")
    print(f"{tujuan.name}: {len(polygons())} kelurahan")
