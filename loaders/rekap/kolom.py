"""What is to be said of the columns of a recap."""

from loaders.form.columns import Pemeriksa
from loaders.formats.grid import Grid
from loaders.record import quote
from loaders.rekap.kepala import Kepala
from reference.rekap import KETERANGAN, NOMOR
from reference.tulisan import daftar

_BOLEH_TANPA = (NOMOR, KETERANGAN)
_SEBUT = 6


def note_columns(pemeriksa: Pemeriksa, grid: Grid, kepala: Kepala) -> None:
    """Accounts for every column: doubled, doubtful, missing, unknown."""
    catat, lembar = pemeriksa.pencatat.catat, grid.nama

    def sel(j: int) -> str:
        return grid.sel(kepala.baris[j], j)

    for letak in kepala.ganda.values():
        catat(
            "judul_ganda", f"judul {quote(kepala.teks[letak[0]])} muncul "
            f"{len(letak)} kali pada golongan yang sama",
            lembar=lembar, sel=sel(letak[0]), sel_lain=tuple(map(sel, letak[1:])),
        )  # fmt: skip
    if kepala.bertentangan:
        j, *lain = kepala.bertentangan
        isi = [
            f"{quote(kepala.teks[a])} adalah kolom {k.nomor} tetapi bernomor {nomor}"
            for a, (k, nomor) in kepala.bertentangan.items()
        ]
        catat(
            "kolom_bertentangan", daftar(isi, paling_banyak=_SEBUT),
            lembar=lembar, sel=sel(j), sel_lain=tuple(map(sel, lain)),
        )  # fmt: skip
    for j in kepala.lewat_nomor:
        k = kepala.kolom[j]
        catat(
            "judul_kolom_asing", f"judul {quote(kepala.teks[j])} tidak dikenal; kolom "
            f"ini dibaca sebagai {k.label} karena nomornya {k.nomor}",
            lembar=lembar, sel=sel(j), ditemukan=kepala.teks[j], diharapkan=k.label,
        )  # fmt: skip
    _numbering(pemeriksa, grid, kepala)
    hilang = [k for k in kepala.hilang if k.nama not in _BOLEH_TANPA]
    if hilang:
        nama = [f"{k.nomor} ({k.label})" for k in hilang]
        catat(
            "kolom_hilang", f"kolom {daftar(nama, paling_banyak=_SEBUT)} tidak ada",
            lembar=lembar, diharapkan=daftar(nama),
            saran="Lengkapi kolomnya bila memang diisi, atau tulis alasannya.",
        )  # fmt: skip
    for j in kepala.asing:
        pemeriksa.unknown_column(grid, kepala.baris[j], j)


def _numbering(pemeriksa: Pemeriksa, grid: Grid, kepala: Kepala) -> None:
    if kepala.nomor is None:
        kalimat = "tidak ada baris nomor kolom; kolom dikenali dari judulnya saja"
        pemeriksa.pencatat.catat("nomor_kolom", kalimat, lembar=grid.nama)
    elif kepala.bergeser:
        pemeriksa.pencatat.catat(
            "nomor_kolom", "nomor kolom tidak seperti di Lampiran 4.22 karena ada "
            "kolom yang kurang atau ditambah; kolom dikenali dari judulnya",
            lembar=grid.nama, sel=grid.sel(kepala.nomor, min(kepala.kolom)),
        )  # fmt: skip
