"""The heading row of a register: which column is what."""

from loaders.daftar import kepala as judul
from loaders.formats.grid import Grid
from reference.tindakan import KolomTindakan, daftar_tindakan

_KOLOM_SEDIKIT = 6
_TANDA = {"jenis", "status", "tanggal_rencana"}
_BOLEH_TANPA = {"nama_kelompok", "catatan", "uraian"}
Kepala = judul.Kepala[KolomTindakan]


def find_header(grid: Grid) -> Kepala | None:
    """The heading row of a sheet that is a register; None for any other sheet."""
    return judul.find_header(
        grid, daftar_tindakan().kolom,
        tanda=_TANDA, sedikit=_KOLOM_SEDIKIT, boleh_tanpa=_BOLEH_TANPA,
    )  # fmt: skip
