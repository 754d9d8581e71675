"""The map's shapes: the standard boundary, and the better file a user may bring."""

import json
from pathlib import Path

import geopandas as gpd
import pytest
import shapely
from shapely import Point

from reference import build_boundaries
from reference.boundaries import (
    BoundaryError,
    boundaries,
    standard,
    usable_boundaries,
)
from reference.paths import REFERENCE_DIR
from reference.wilayah import kelurahan

RINCI = (
    Path(__file__).resolve().parents[2]
    / "shared"
    / "wilayah"
    / "batas_kelurahan_rinci.geojson"
)


def shapes(collection):
    return {
        f["properties"]["kode_wilayah"]: shapely.from_geojson(json.dumps(f["geometry"]))
        for f in collection["features"]
    }


@pytest.fixture
def rinci():
    return gpd.read_file(RINCI)


@pytest.fixture
def bring(tmp_path, monkeypatch):
    """Writes a frame to a file, and makes it the user's boundary file."""
    monkeypatch.setenv("UP2K_DATA_DIR", str(tmp_path / "store"))

    def _bring(frame, nama="batas.geojson", **kwargs):
        if frame is not None:
            frame.to_file(tmp_path / nama, **kwargs)
        monkeypatch.setenv("UP2K_BATAS", str(tmp_path / nama))
        return boundaries()

    return _bring


def refusal(bring, *args, **kwargs):
    with pytest.raises(BoundaryError) as salah:
        bring(*args, **kwargs)
    return str(salah.value)


def test_standard_has_29_valid_polygons_each_holding_its_label_point():
    bidang = shapes(standard())
    assert list(bidang) == list(kelurahan())
    for kode, k in kelurahan().items():
        assert bidang[kode].geom_type == "Polygon"
        assert bidang[kode].is_valid
        assert bidang[kode].contains(Point(k.label_lon, k.label_lat))


def test_standard_has_no_overlap_and_no_gap():
    bidang = list(shapes(standard()).values())
    kota = shapely.union_all(bidang)
    assert kota.geom_type == "Polygon"
    assert not kota.interiors
    assert kota.area == pytest.approx(sum(b.area for b in bidang), rel=1e-9)
    assert shapely.coverage_is_valid(bidang)


def test_standard_covers_the_area_that_the_source_states():
    """54.68 km2 drawn, by the note that came with the boundary points."""
    batas = gpd.GeoSeries(shapes(standard()), crs=4326).to_crs(epsg=32749)
    assert batas.area.sum() / 1e6 == pytest.approx(54.68, abs=0.2)


def test_standard_is_what_the_script_builds():
    tersimpan = (REFERENCE_DIR / "batas_kelurahan.geojson").read_bytes()
    assert build_boundaries.build().encode() == tersimpan


def test_a_label_point_outside_every_face_stops_the_build(monkeypatch):
    tanpa = dict(list(kelurahan().items())[1:])
    monkeypatch.setattr(build_boundaries, "kelurahan", lambda: tanpa)
    with pytest.raises(ValueError, match="titik label"):
        build_boundaries.polygons()


def test_without_a_setting_the_standard_is_in_force(monkeypatch):
    monkeypatch.delenv("UP2K_BATAS", raising=False)
    assert boundaries() is standard()


@pytest.mark.parametrize("nama", ["rinci.geojson", "rinci.gpkg", "rinci.shp"])
def test_a_better_file_is_taken_in_each_format(bring, rinci, nama):
    hasil = shapes(bring(rinci, nama))
    assert list(hasil) == list(kelurahan())
    assert shapely.coverage_is_valid(list(hasil.values()))
    for kode, asli in zip(rinci["kode"], rinci.geometry, strict=True):
        irisan = hasil[kode].intersection(asli).area / hasil[kode].union(asli).area
        assert irisan > 0.85


def test_a_better_file_becomes_small_enough_for_every_rerun(bring, rinci):
    assert len(json.dumps(bring(rinci))) < 25_000


def test_other_coordinate_systems_are_turned_into_degrees(bring, rinci):
    bidang = shapes(bring(rinci.to_crs(epsg=32749), "utm.gpkg"))
    assert bidang["35.74.04.1006"].contains(Point(113.21612, -7.758039))


def test_bps_codes_are_not_taken_for_kemendagri_codes(bring, rinci):
    """3574011001 is Ketapang for one office and Sumber Wetan for the other."""
    bps = [kelurahan()[kode].kode_bps for kode in rinci["kode"]]
    frame = gpd.GeoDataFrame({"ADM4": [f"ID{b}" for b in bps]}, geometry=rinci.geometry)
    bidang = shapes(bring(frame))
    assert bidang["35.74.01.1001"].contains(Point(113.179909, -7.75475))


def test_names_serve_when_there_are_no_codes(bring, rinci):
    frame = rinci[["nama", "geometry"]]
    assert len(bring(frame)["features"]) == 29


def test_places_outside_the_city_are_left_out(bring, rinci):
    luar = rinci.iloc[[0]].assign(kode="35.13.07.2001", nama="Sumberasih")
    frame = gpd.pd.concat([rinci, luar], ignore_index=True)
    assert list(shapes(bring(frame))) == list(kelurahan())


def test_the_second_start_reads_what_the_first_one_made(bring, rinci, tmp_path):
    pertama = bring(rinci)
    (simpanan,) = (tmp_path / "store").glob("batas-*.geojson")
    assert json.loads(simpanan.read_text("utf-8")) == pertama


def test_a_missing_file_is_said(bring):
    assert "tidak ditemukan" in refusal(bring, None, "tidak-ada.gpkg")


def test_an_unreadable_file_is_said(bring, tmp_path):
    (tmp_path / "rusak.gpkg").write_bytes(b"bukan geopackage")
    assert "tidak dapat dibaca" in refusal(bring, None, "rusak.gpkg")


def test_a_table_without_shapes_is_said(bring, tmp_path):
    (tmp_path / "tabel.csv").write_text("kode,nama\n35.74.01.1001,Ketapang\n")
    assert "tidak memuat gambar wilayah" in refusal(bring, None, "tabel.csv")


def test_another_city_is_said(bring, rinci):
    lain = rinci.assign(kode=[f"35.13.01.{2001 + i}" for i in range(29)], nama="X")
    assert "bukan batas Kota Probolinggo" in refusal(bring, lain)


def test_a_missing_kelurahan_is_named(bring, rinci):
    pesan = refusal(bring, rinci[rinci["nama"] != "Pilang"])
    assert "tidak memuat Kelurahan Pilang (35.74.01.1009)" in pesan


def test_a_kelurahan_drawn_twice_is_named(bring, rinci):
    ganda = gpd.pd.concat([rinci, rinci[rinci["nama"] == "Jati"]], ignore_index=True)
    assert "Kelurahan Jati (35.74.03.1004) lebih dari sekali" in refusal(bring, ganda)


def test_a_shape_that_crosses_itself_is_named(bring, rinci):
    pita = shapely.from_wkt(
        "POLYGON((113.17 -7.76, 113.18 -7.75, 113.18 -7.76, 113.17 -7.75, "
        "113.17 -7.76))"
    )
    rinci.loc[rinci["nama"] == "Ketapang", "geometry"] = pita
    assert "Gambar Kelurahan Ketapang (35.74.01.1001)" in refusal(bring, rinci)


def test_swapped_codes_are_seen_by_where_the_shapes_lie(bring, rinci):
    rinci["kode"] = rinci["kode"].to_numpy()[::-1]
    assert "tidak sesuai" in refusal(bring, rinci[["kode", "geometry"]])


def test_metres_without_a_coordinate_system_are_said(bring, rinci):
    meter = rinci.to_crs(epsg=32749).set_crs(None, allow_override=True)
    assert "sistem koordinat" in refusal(bring, meter, "meter.shp")


def test_a_wrong_file_leaves_the_standard_map_and_says_why(bring, rinci, monkeypatch):
    refusal(bring, rinci[rinci["nama"] != "Pilang"])
    batas, masalah = usable_boundaries()
    assert batas is standard()
    assert "tidak memuat Kelurahan Pilang" in masalah
    monkeypatch.delenv("UP2K_BATAS")
    assert usable_boundaries() == (standard(), "")
