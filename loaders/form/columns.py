"""Accounts for every sheet and every column of a workbook."""

from collections.abc import Collection, Iterable

from loaders.bacaan import CATATAN_SEL
from loaders.cells.personal import personal_heading, personal_texts, personal_value
from loaders.form.layout import Kolom, Lembar, fold_judul
from loaders.form.match import Cocok, Kecocokan
from loaders.formats.grid import Grid
from loaders.formats.workbook import Workbook
from loaders.record import Pencatat, quote
from reference.tulisan import angka, daftar

_LABEL_PENDEK = 40
_KOLOM_SATU_SATU = 5


class Pemeriksa:
    """What a workbook holds besides what the form asks for, and what it lacks.

    `buang` collects the personal cells of every sheet.
    """

    def __init__(self, pencatat: Pencatat, buku: Workbook) -> None:
        """Starts with nothing to throw away."""
        self.pencatat = pencatat
        self.buku = buku
        self.buang: dict[str, dict[str, None]] = {}

    def sheets(self, k: Kecocokan) -> None:
        """Accounts for the sheets: missing, renamed, doubled, unknown."""
        for lembar in k.layout.lembar:
            cocok = k.cocok.get(lembar.nama)
            if cocok is None:
                if lembar.wajib:
                    self._missing_sheet(lembar)
            elif fold_judul(cocok.grid.nama) != fold_judul(lembar.nama):
                self.pencatat.catat(
                    "lembar_berganti_nama",
                    f"lembar ini dibaca sebagai lembar {lembar.nama}",
                    lembar=cocok.grid.nama,
                )
        for nama, kembar in k.ganda.items():
            self.pencatat.catat(
                "lembar_ganda",
                f"lembar {daftar(kembar)} sama-sama cocok dengan lembar {nama}",
                ditemukan=daftar(kembar),
            )
        if self.buku.catatan_pribadi:
            self.buang[CATATAN_SEL] = {"": None}
            self.pencatat.catat(
                "sel_pribadi", "komentar pada sel memuat NIK atau nomor telepon"
            )
        abaikan = {fold_judul(n) for n in k.layout.abaikan}
        for nama in k.lain:
            if fold_judul(nama) in abaikan:
                if self.buku.mungkin_pribadi:
                    self.texts(self.buku.grid(nama))
                continue
            grid = self.buku.grid(nama)
            if grid.rows:
                self.pencatat.catat(
                    "lembar_tidak_dikenal", "lembar ini tidak dibaca", lembar=nama
                )
                self.unknown_sheet(grid)

    def _missing_sheet(self, lembar: Lembar) -> None:
        self.pencatat.catat(
            "lembar_hilang",
            f"lembar {lembar.nama} tidak ada; semua isinya dicatat belum dilaporkan",
            diharapkan=lembar.nama,
        )

    def columns(self, cocok: Cocok) -> None:
        """Accounts for the columns of one table: doubled, missing, unknown."""
        grid, nama = cocok.grid, cocok.grid.nama
        for judul, letak in cocok.kepala.ganda.items():
            sel = [grid.sel(cocok.judul, j) for j in letak]
            self.pencatat.catat(
                "judul_ganda",
                f"judul {quote(judul)} muncul {len(sel)} kali",
                lembar=nama,
                sel=sel[0],
                sel_lain=tuple(sel[1:]),
                variabel=cocok.kepala.kolom[letak[0]].nama or None,
            )
        for j in cocok.kepala.ribuan:
            self.pencatat.catat(
                "satuan_judul",
                f"judul {quote(grid.rows[cocok.judul][j])} memakai satuan lain",
                lembar=nama,
                sel=grid.sel(cocok.judul, j),
                variabel=cocok.kepala.kolom[j].nama or None,
                diharapkan=cocok.kepala.kolom[j].judul,
            )
        self._missing_columns(cocok)
        for j in cocok.kepala.asing:
            self.unknown_column(grid, cocok.judul, j)
        self._headless_columns(cocok)
        self.texts(grid, kecuali=set(cocok.kepala.data))

    def _missing_columns(self, cocok: Cocok) -> None:
        hilang = [k for k in cocok.kepala.hilang if _wanted(k)]
        if hilang:
            judul = [quote(k.judul) for k in hilang]
            satu = hilang[0].nama if len(hilang) == 1 else None
            self.pencatat.catat(
                "kolom_hilang",
                f"kolom {daftar(judul, paling_banyak=6)} tidak ada",
                lembar=cocok.grid.nama,
                variabel=satu,
                diharapkan=daftar([k.judul for k in hilang]),
            )

    def unknown_column(self, grid: Grid, baris: int, j: int) -> None:
        """Accounts for a column that is no part of the form; `baris` heads it."""
        judul = grid.rows[baris][j]
        isi = _below(grid, baris, j)
        sebutan = quote(judul) if judul != "" else "tanpa judul"
        if personal_heading(judul) or _personal_column(grid, isi):
            self._drop_column(grid, baris, j, isi, sebutan)
            return
        self.pencatat.catat(
            "kolom_tidak_dikenal",
            f"kolom {sebutan} tidak dikenal dan tidak dibaca",
            lembar=grid.nama,
            sel=grid.sel(baris, j),
            ditemukan=judul,
        )

    def drop_column(self, grid: Grid, judul: int, j: int, sebutan: str) -> None:
        """Throws a personal column away, from its heading (not included) down."""
        self._drop_column(grid, judul, j, _below(grid, judul, j), sebutan)

    def _headless_columns(self, cocok: Cocok) -> None:
        """Columns without a heading: many of them are one finding, not hundreds."""
        semua, grid = _headless(cocok), cocok.grid
        pribadi = {
            j for j in semua if _personal_column(grid, _below(grid, cocok.judul, j))
        }
        lain = [j for j in semua if j not in pribadi]
        banyak = len(lain) > _KOLOM_SATU_SATU
        for j in sorted(pribadi) if banyak else semua:
            self.unknown_column(grid, cocok.judul, j)
        if banyak:
            awal, akhir = grid.kolom(lain[0]), grid.kolom(lain[-1])
            self.pencatat.catat(
                "kolom_tidak_dikenal",
                f"{angka(len(lain))} kolom tanpa judul ({awal} sampai {akhir}) "
                "tidak dibaca",
                lembar=grid.nama,
                sel=grid.sel(cocok.judul, lain[0]),
            )

    def _drop_column(
        self, grid: Grid, judul: int, j: int, isi: list[tuple[int, int]], sebutan: str
    ) -> None:
        dibuang = self.buang.setdefault(grid.nama, {})
        dibuang.update((grid.sel(*s), None) for s in isi)
        self.pencatat.catat(
            "kolom_pribadi",
            f"kolom {sebutan} berisi data pribadi dan tidak disimpan",
            lembar=grid.nama,
            sel=grid.sel(judul, j),
        )

    def drop(self, lembar: str, sel: str) -> None:
        """Throws one cell away that holds a NIK or a telephone number."""
        if sel in self.buang.setdefault(lembar, {}):
            return
        self.buang[lembar][sel] = None
        self.pencatat.catat(
            "sel_pribadi",
            "isi sel ini memuat NIK atau nomor telepon",
            lembar=lembar,
            sel=sel,
        )

    def labels(self, cocok: Cocok) -> None:
        """Drops what stands beside a label for personal data in a sheet of labels."""
        grid = cocok.grid
        for i, baris in enumerate(grid.rows):
            terisi = [j for j, s in enumerate(baris) if s != ""]
            if len(terisi) < 2 or not isinstance(s := baris[terisi[0]], str):
                continue
            if fold_judul(s) in cocok.terurai.judul or len(s) > _LABEL_PENDEK:
                continue
            if personal_heading(s, lembar_asing=True):
                isi = [(i, j) for j in terisi[1:] if baris[j] != ":"]
                self._drop_column(grid, i, terisi[0], isi, quote(s))
        self.texts(grid)

    def texts(self, grid: Grid, kecuali: Collection[int] = ()) -> None:
        """Drops the cells whose text holds a NIK or a telephone number.

        `kecuali` are columns whose cells are looked at one by one when they are read.
        """
        if self.buku.mungkin_pribadi:
            for i, j in personal_texts(grid):
                if j not in kecuali:
                    self.drop(grid.nama, grid.sel(i, j))

    def unknown_sheet(self, grid: Grid) -> None:
        """Drops personal columns and cells of a sheet that is no part of the form."""
        for j in range(len(grid.rows[0]) if grid.rows else 0):
            judul = next(
                (
                    i
                    for i, b in enumerate(grid.rows)
                    if personal_heading(b[j], lembar_asing=True)
                    and len(str(b[j])) <= _LABEL_PENDEK
                ),
                None,
            )
            isi = _below(grid, -1 if judul is None else judul, j)
            if judul is None and not _personal_column(grid, isi):
                continue
            i = isi[0][0] if judul is None and isi else judul or 0
            sebutan = "tanpa judul" if judul is None else quote(grid.rows[judul][j])
            if isi:
                self._drop_column(grid, i, j, isi, sebutan)
        self.texts(grid)


def _wanted(kolom: Kolom) -> bool:
    return kolom.peran != "kunci" or kolom.nama != "kode_kelompok"


def _below(grid: Grid, judul: int, j: int) -> list[tuple[int, int]]:
    return [(i, j) for i in range(judul + 1, len(grid.rows)) if grid.rows[i][j] != ""]


def _personal_column(grid: Grid, isi: Iterable[tuple[int, int]]) -> bool:
    """Whether a column holds NIK or telephone numbers: one cell is enough."""
    return any(personal_value(grid.rows[i][j], angka_telepon=True) for i, j in isi)


def _headless(cocok: Cocok) -> list[int]:
    """Columns with content in the rows below, but without a heading."""
    bawah = cocok.grid.rows[cocok.judul + 1 : cocok.judul + 6]
    return [j for j in cocok.kepala.tanpa_judul if any(b[j] != "" for b in bawah)]
