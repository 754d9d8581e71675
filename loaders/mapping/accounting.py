"""Accounts for every column of a mapped table, and for what stands around it."""

from loaders.form.columns import Pemeriksa
from loaders.form.match import Cocok
from loaders.form.table import is_signature
from loaders.formats.grid import Grid
from loaders.mapping.proposal import is_personal
from loaders.mapping.records import NOMOR, PRIBADI, KolomPeta, TabelPeta
from loaders.mapping.tables import DIBACA, Tabel
from loaders.record import quote
from reference.tulisan import daftar

_TIDAK_DIBACA_DISEBUT = 6


def columns_of(tabel: Tabel, peta: TabelPeta) -> dict[int, KolomPeta]:
    """Which column of a table is which of the mapping, by its heading."""
    letak = {k: j for j, k in tabel.kunci.items()}
    return {letak[k.kunci]: k for k in peta.kolom if k.kunci in letak}


def account(pemeriksa: Pemeriksa, tabel: Tabel, peta: TabelPeta, cocok: Cocok) -> None:
    """Drops personal columns and names, and says which columns are not read."""
    kolom = columns_of(tabel, peta)
    grid, baris = tabel.blok.grid, tabel.blok.akhir
    tidak: list[int] = []
    for j in tabel.kolom:
        peran = kolom[j].peran if j in kolom else ""
        if peran in DIBACA:
            continue
        if peran == PRIBADI or is_personal(tabel, j):
            judul = tabel.blok.judul(j)
            sebutan = quote(judul) if judul else "tanpa judul"
            pemeriksa.drop_column(grid, baris, j, sebutan)
        elif peran != NOMOR:
            tidak.append(j)
    if tidak:
        judul_ = [quote(tabel.blok.judul(j) or "tanpa judul") for j in tidak]
        pemeriksa.pencatat.catat(
            "kolom_tidak_dikenal",
            f"kolom {daftar(judul_, paling_banyak=_TIDAK_DIBACA_DISEBUT)} tidak dibaca",
            lembar=grid.nama,
            sel=grid.sel(baris, tidak[0]),
            sel_lain=tuple(grid.sel(baris, j) for j in tidak[1:]),
            saran="Bila isinya penting, ubah arti kolomnya di halaman Kirim Laporan.",
        )
    _around(pemeriksa, tabel, cocok)


def _around(pemeriksa: Pemeriksa, tabel: Tabel, cocok: Cocok) -> None:
    """Drops personal data above the table, and the names signed below it."""
    grid, blok = tabel.blok.grid, tabel.blok
    atas = Grid(grid.nama, grid.rows[: blok.awal], grid.baris0, grid.kolom0)
    pemeriksa.labels(Cocok(cocok.terurai, atas))
    pemeriksa.texts(grid, kecuali=set(cocok.kepala.data))
    mulai = max(tabel.rows, default=blok.akhir) + 1
    tanda = next(
        (i for i in range(mulai, len(grid.rows)) if is_signature(grid.rows[i])), None
    )
    if tanda is None:
        return
    dibuang = pemeriksa.buang.setdefault(grid.nama, {})
    sel = [
        grid.sel(i, j)
        for i in range(tanda, len(grid.rows))
        for j, s in enumerate(grid.rows[i])
        if isinstance(s, str) and s.strip()
    ]
    dibuang.update(dict.fromkeys(sel))
    pemeriksa.pencatat.catat(
        "tanda_tangan_dibuang",
        "nama di bagian tanda tangan tidak disimpan",
        lembar=grid.nama,
        sel=sel[0],
    )
