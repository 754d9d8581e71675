"""Whether the numbers of a recap agree with each other and with its own total."""

from collections.abc import Mapping, Sequence

from loaders.formats.grid import Grid
from loaders.record import Pencatat, quote
from loaders.rekap.baris import Mentah
from loaders.rekap.kepala import Kepala
from loaders.rekap.tempat import Nilai
from reference.rekap import columns_of, counted, rungs
from reference.tulisan import angka


def check_totals(
    pencatat: Pencatat,
    grid: Grid,
    kepala: Kepala,
    rows: Sequence[Mentah],
    nilai: Mapping[int, Nilai],
) -> None:
    """Holds the printed total against the rows above it, column by column.

    All rows that stand there are summed, also those of which the place is not known.
    """
    total = next((b for b in reversed(rows) if b.jumlah), None)
    biasa = [b for b in rows if not b.jumlah]
    if total is None:
        return
    for nama, v in counted().items():
        j = kepala.letak(nama)
        if j is None:
            continue
        isi = [nilai[b.i][nama] for b in biasa]
        ada = [n for n in isi if n is not None]
        tak_terbaca = any(
            n is None and grid.rows[b.i][j] not in ("", "-")
            for b, n in zip(biasa, isi, strict=True)
        )
        tertulis = nilai[total.i][nama]
        if tertulis is None or tak_terbaca or not ada or tertulis == sum(ada):
            continue
        pencatat.catat(
            "jumlah_rekap_berbeda",
            f"{quote(total.label)} {v.label} tertulis {angka(tertulis)}, sedangkan "
            f"jumlah barisnya {angka(sum(ada))}",
            lembar=grid.nama, sel=grid.sel(total.i, j), ditemukan=angka(tertulis),
            diharapkan=angka(sum(ada)),
        )  # fmt: skip


def check_values(
    pencatat: Pencatat,
    grid: Grid,
    kepala: Kepala,
    rows: Sequence[Mentah],
    nilai: Mapping[int, Nilai],
) -> None:
    """Looks for members without a group, and for groups with fewer members than one."""
    for b in rows:
        for jenjang in rungs():
            klp, orang = columns_of(jenjang)
            n, m = nilai[b.i][klp], nilai[b.i][orang]
            if n is None or m is None or (m >= n if n else not m):
                continue
            j, k = kepala.letak(orang), kepala.letak(klp)
            label = counted()[orang].label
            pencatat.catat(
                "rekap_tidak_wajar",
                f"{label} {angka(m)} orang pada {angka(n)} kelompok ({b.label})",
                lembar=grid.nama, sel=grid.sel(b.i, j or 0),
                sel_lain=(grid.sel(b.i, k or 0),), ditemukan=angka(m),
            )  # fmt: skip
