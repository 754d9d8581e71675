"""The boundaries of the 29 kelurahan, ready to draw: the standard ones or the user's.

The standard ones are built once (`reference.build_boundaries`). `UP2K_BATAS` names a
better file (GeoJSON, GeoPackage or Shapefile); it is checked and made small once, and
what came of it is kept beside the store, so that later starts need no geopandas.
"""

import hashlib
import json
import os
from functools import cache
from pathlib import Path
from typing import Any

from reference.paths import REFERENCE_DIR, store_dir


class BoundaryError(Exception):
    """The user's boundary file cannot be used; the sentence says why, in Indonesian."""


def boundaries() -> dict[str, Any]:
    """The boundaries in force as a GeoJSON FeatureCollection in degrees (EPSG:4326).

    29 features in the order of their codes, with properties kode_wilayah,
    nama_kelurahan and kode_kecamatan. Shared by all callers: never change it.
    Raises BoundaryError when `UP2K_BATAS` names a file that cannot be used.
    """
    pilihan = os.environ.get("UP2K_BATAS", "").strip()
    if not pilihan:
        return standard()
    berkas = Path(pilihan).expanduser()
    if not berkas.is_file():
        raise BoundaryError(
            f"Berkas batas “{berkas}” tidak ditemukan. "
            "Periksa letaknya pada pengaturan UP2K_BATAS."
        )
    keadaan = berkas.stat()
    hasil = _user(berkas, keadaan.st_mtime_ns, keadaan.st_size)
    if isinstance(hasil, BoundaryError):
        raise hasil
    return hasil


def usable_boundaries() -> tuple[dict[str, Any], str]:
    """Boundaries that can be drawn in any case, and why they are not the user's.

    With a file that cannot be used: the standard ones and the sentence of the
    BoundaryError; otherwise those in force and an empty text.

    >>> batas, masalah = usable_boundaries()
    >>> len(batas["features"]), masalah
    (29, '')
    """
    try:
        return boundaries(), ""
    except BoundaryError as masalah:
        return standard(), f"{masalah} Peta memakai batas baku."


@cache
def standard() -> dict[str, Any]:
    """The standard boundaries, generalised to about 180 m: indicative, not legal."""
    return json.loads(
        (REFERENCE_DIR / "batas_kelurahan.geojson").read_text(encoding="utf-8")
    )


@cache
def _user(berkas: Path, *_mtime_and_size: int) -> dict[str, Any] | BoundaryError:
    """What came of a file; a refusal too is remembered until the file changes."""
    simpanan = store_dir() / f"batas-{_digest(berkas)}.geojson"
    if not simpanan.exists():
        from reference import user_boundaries  # geopandas costs half a second

        try:
            teks = user_boundaries.read(berkas)
        except BoundaryError as masalah:
            return masalah
        simpanan.parent.mkdir(parents=True, exist_ok=True)
        sementara = simpanan.with_suffix(f".{os.getpid()}")
        sementara.write_text(teks, encoding="utf-8", newline="\n")
        sementara.replace(simpanan)
    return json.loads(simpanan.read_text(encoding="utf-8"))


def _digest(berkas: Path) -> str:
    hasil = hashlib.sha256()
    bagian = [berkas]
    if berkas.suffix.lower() == ".shp":
        bagian = sorted(berkas.parent.glob(f"{berkas.stem}.*"))
    for satu in bagian:
        hasil.update(satu.read_bytes())
    return hasil.hexdigest()[:16]
