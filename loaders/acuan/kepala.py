"""The heading row of one list: which column is what."""

from dataclasses import dataclass, field

from loaders.acuan.records import KEADAAN, TETAP
from loaders.form.layout import fold_judul
from loaders.formats.grid import Grid
from reference.acuan import Daftar, Kolom

_BARIS_DICARI = 30


@dataclass(slots=True)
class Kepala:
    """A heading row, worked out; `judul` is its index.

    `letak` gives the column of each name, `ganda` the headings that stand more than
    once (none of them is read), `asing` the columns nobody knows.
    """

    judul: int
    letak: dict[str, int] = field(default_factory=dict)
    ganda: dict[str, list[int]] = field(default_factory=dict)
    asing: list[int] = field(default_factory=list)


def titles(d: Daftar) -> dict[str, str]:
    """The heading of every column of a list, by name."""
    sisa = {n: t for n, t in TETAP.items() if n not in ("kode", "label")}
    awal = {n: TETAP[n] for n in ("kode", "label")}
    return {**awal, **{k.nama: title(k) for k in d.kolom}, **sisa}


def title(k: Kolom) -> str:
    """The heading of a column, with its unit."""
    satuan = {"rupiah": "Rp", "bagian": "%"}.get(k.jenis, k.satuan)
    return f"{k.label} ({satuan})" if satuan else k.label


def headings(grid: Grid, d: Daftar) -> Kepala | None:
    """The heading row of a sheet with that list; None when there is none."""
    nama = {fold_judul(t): n for n, t in titles(d).items()}
    nama |= {fold_judul(k.label): k.nama for k in d.kolom}
    wajib = {fold_judul(TETAP["kode"]), fold_judul(TETAP["label"])}
    for i, baris in enumerate(grid.rows[:_BARIS_DICARI]):
        tulis = [fold_judul(s) if isinstance(s, str) else "" for s in baris]
        if wajib <= set(tulis):
            return _settle(Kepala(i), baris, [nama.get(t, "") for t in tulis])
    return None


def _settle(kepala: Kepala, baris: list[object], nama: list[str]) -> Kepala:
    per: dict[str, list[int]] = {}
    for j, n in enumerate(nama):
        if n:
            per.setdefault(n, []).append(j)
        elif baris[j] != "" and fold_judul(str(baris[j])) != fold_judul(KEADAAN):
            kepala.asing.append(j)
    for n, letak in per.items():
        if len(letak) > 1:
            kepala.ganda[str(baris[letak[0]])] = letak
        else:
            kepala.letak[n] = letak[0]
    return kepala
