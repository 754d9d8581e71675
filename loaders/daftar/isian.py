"""The head of a list: labels with their values, above its tables."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from loaders.daftar.kepala import spellings
from loaders.form.layout import fold_judul
from loaders.formats.grid import Grid
from reference.daftar import Formulir


@dataclass(slots=True)
class KepalaIsian:
    """Where the value of each label stands, and what stands there."""

    grid: Grid
    letak: dict[str, tuple[int, int]] = field(default_factory=dict)
    isi: dict[str, object] = field(default_factory=dict)


def find_head(grid: Grid, form: Formulir, batas: int) -> KepalaIsian:
    """The labels of a form's head in a sheet, above row `batas`.

    A label is the first thing in its row. All values stand equally far to the right,
    so that the help behind a blank one is never taken for it.
    """
    kenal = spellings(form.kepala)
    label: dict[str, tuple[int, int]] = {}
    jarak: list[int] = []
    for i, baris in enumerate(grid.rows[:batas]):
        j = next((j for j, s in enumerate(baris) if s != ""), None)
        sel = baris[j] if j is not None else None
        if j is None or not isinstance(sel, str):
            continue
        k = kenal.get(fold_judul(sel))
        if k and k.nama not in label:
            label[k.nama] = (i, j)
            jarak += _distance(baris, j, k.bantuan)
    hasil = KepalaIsian(grid)
    lebar = min(jarak, default=1)
    for nama, (i, j) in label.items():
        letak = (i, min(j + lebar, len(grid.rows[i]) - 1))
        hasil.letak[nama] = letak
        hasil.isi[nama] = grid.rows[i][letak[1]] if letak[1] > j else ""
    return hasil


def _distance(baris: Sequence[object], j: int, bantuan: str) -> list[int]:
    for kanan in range(j + 1, len(baris)):
        if baris[kanan] not in ("", ":", bantuan):
            return [kanan - j]
    return []
