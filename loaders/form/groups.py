"""Joins the rows of several sheets to groups: by kode, else by nama, else by number."""

import difflib
import re
from dataclasses import dataclass, field
from functools import cache

from loaders.bacaan import BarisKelompok
from loaders.form.keys import Kunci, fold_nama, place_of, read_keys
from loaders.form.match import Cocok
from loaders.form.table import Jumlah, data_rows
from loaders.record import Pencatat, quote
from reference.kosakata import at_level
from reference.wilayah import nama_wilayah

KODE_KELOMPOK = re.compile(r"(35\.74\.\d{2}\.\d{4})-\d{2,}")


@dataclass(slots=True)
class Lembaran:
    """One table with its rows joined to groups, and its printed totals."""

    cocok: Cocok
    baris: list[tuple[int, BarisKelompok]] = field(default_factory=list)
    jumlah: list[Jumlah] = field(default_factory=list)


@cache
def blank_values() -> dict[str, None]:
    """A group of which nothing is reported yet."""
    kunci = ("kode_kelompok", "nama_kelompok")
    return {n: None for n in at_level("kelompok") if n not in kunci}


class Penggabung:
    """The groups of one workbook, as its sheets are joined one after another."""

    def __init__(self, pencatat: Pencatat, kode_wilayah: str | None) -> None:
        """Starts without groups; `kode_wilayah` is where their codes must belong."""
        self.pencatat = pencatat
        self.kode_wilayah = kode_wilayah
        self.kelompok: list[BarisKelompok] = []
        self._kode: dict[str, BarisKelompok] = {}
        self._nama: dict[str, list[BarisKelompok]] = {}
        self._nomor: dict[str, list[BarisKelompok]] = {}
        self._kunci: dict[tuple[str, int], Kunci] = {}

    def first(self, cocok: Cocok) -> Lembaran:
        """Makes the groups from the sheet in which all must stand."""
        lembaran = Lembaran(cocok)
        for k in self._rows(lembaran):
            if not (k.kode or k.nama):
                self._nameless(cocok, k)
                continue
            kembar = self._kode.get(k.kode) if k.kode else None
            kembar = kembar or self._same_name(k)
            if kembar:
                self._twice(cocok, kembar, k)
                continue
            g = BarisKelompok(k.kode, k.nama, dict(blank_values()))
            self._check_code(cocok, k, g)
            self.kelompok.append(g)
            if k.kode:
                self._kode[k.kode] = g
            self._nama.setdefault(fold_nama(k.nama), []).append(g)
            self._nomor.setdefault(k.nomor, []).append(g)
            self._place(cocok, g, k, lembaran)
        return lembaran

    def further(self, cocok: Cocok) -> Lembaran:
        """Joins the rows of another sheet to the groups."""
        lembaran = Lembaran(cocok)
        for k in self._rows(lembaran):
            g = self._find(cocok, k)
            if g is None:
                continue
            if cocok.grid.nama in g.baris:
                self._twice(cocok, g, k)
            else:
                self._place(cocok, g, k, lembaran)
        return lembaran

    def missing(self, cocok: Cocok) -> None:
        """Says which groups have no row in a sheet."""
        for g in self.kelompok:
            if cocok.grid.nama not in g.baris:
                self.pencatat.catat(
                    "kelompok_tidak_diisi",
                    f"kelompok {g.nama or g.kode} tidak ada di lembar ini",
                    lembar=cocok.grid.nama,
                    kelompok=g.sebutan,
                    alasan=g.catatan,
                )

    def _rows(self, lembaran: Lembaran) -> list[Kunci]:
        cocok = lembaran.cocok
        baris = data_rows(cocok)
        lembaran.jumlah = baris.jumlah
        for k in read_keys(cocok, baris.sesudah):
            self.pencatat.catat(
                "baris_sesudah_jumlah",
                f"{quote(k.nama or k.kode)} berada di bawah baris jumlah",
                lembar=cocok.grid.nama,
                sel=place_of(cocok, k),
            )
        return read_keys(cocok, baris.isi)

    def _place(
        self, cocok: Cocok, g: BarisKelompok, k: Kunci, lembaran: Lembaran
    ) -> None:
        g.baris[cocok.grid.nama] = cocok.grid.baris(k.i)
        self._kunci[cocok.grid.nama, id(g)] = k
        lembaran.baris.append((k.i, g))

    def _same_name(self, k: Kunci) -> BarisKelompok | None:
        """A group of the same name, unless two codes tell them apart."""
        for g in self._nama.get(fold_nama(k.nama), ()) if k.nama else ():
            if not (k.kode and g.kode):
                return g
        return None

    def _find(self, cocok: Cocok, k: Kunci) -> BarisKelompok | None:
        if k.kode:
            g = self._kode.get(k.kode)
            if g and k.nama and g.nama and fold_nama(g.nama) != fold_nama(k.nama):
                self._name_differs(cocok, g, k)
        else:
            calon = self._nama.get(fold_nama(k.nama), []) if k.nama else []
            if not k.nama and k.nomor:
                calon = self._nomor.get(k.nomor, [])
            g = calon[0] if len(calon) == 1 else None
        if g is None:
            (self._unknown if k.kode or k.nama else self._nameless)(cocok, k)
        return g

    def _unknown(self, cocok: Cocok, k: Kunci) -> None:
        sebutan = k.kode or k.nama
        lembar = cocok.grid.nama
        nama = {fold_nama(g.nama): g.nama for g in self.kelompok if g.nama}
        dekat = difflib.get_close_matches(fold_nama(k.nama), nama, n=1, cutoff=0.7)
        saran = ""
        if dekat:
            mirip = quote(nama[dekat[0]])
            saran = f"Mungkin maksudnya {mirip}; samakan namanya, lalu kirim ulang."
        self.pencatat.catat(
            "kelompok_tidak_terdaftar",
            f"kelompok {quote(k.nama or k.kode)} tidak ada di lembar Kelompok",
            lembar=lembar,
            sel=place_of(cocok, k),
            kelompok=sebutan,
            ditemukan=sebutan,
            saran=saran,
        )

    def _nameless(self, cocok: Cocok, k: Kunci) -> None:
        self.pencatat.catat(
            "baris_tanpa_kelompok",
            f"baris {cocok.grid.baris(k.i)} berisi data tanpa kode dan nama kelompok",
            lembar=cocok.grid.nama,
            sel=place_of(cocok, k),
        )

    def _twice(self, cocok: Cocok, g: BarisKelompok, k: Kunci) -> None:
        self.pencatat.catat(
            "kelompok_ganda",
            f"kelompok {g.nama or g.kode} ditulis dua kali",
            lembar=cocok.grid.nama,
            sel=place_of(cocok, self._kunci[cocok.grid.nama, id(g)]),
            sel_lain=(place_of(cocok, k),),
            kelompok=g.sebutan,
        )

    def _name_differs(self, cocok: Cocok, g: BarisKelompok, k: Kunci) -> None:
        self.pencatat.catat(
            "nama_tidak_cocok",
            f"kode {k.kode} di sini bernama {quote(k.nama)}, sedangkan di lembar "
            f"Kelompok {quote(g.nama)}",
            lembar=cocok.grid.nama,
            sel=place_of(cocok, k),
            kelompok=g.sebutan,
            ditemukan=k.nama,
            diharapkan=g.nama,
        )

    def _check_code(self, cocok: Cocok, k: Kunci, g: BarisKelompok) -> None:
        if not k.kode:
            return
        pola = KODE_KELOMPOK.fullmatch(k.kode)
        if pola and self.kode_wilayah in (None, pola[1]):
            return
        letak = next(
            j for j, c in cocok.kepala.kolom.items() if c.nama == "kode_kelompok"
        )
        apa = "tidak seperti 35.74.04.1006-03"
        if pola:
            apa = f"milik kelurahan lain ({nama_wilayah(pola[1])})"
        self.pencatat.catat(
            "kode_salah",
            f"kode kelompok {quote(k.kode)} {apa}",
            lembar=cocok.grid.nama,
            sel=cocok.grid.sel(k.i, letak),
            variabel="kode_kelompok",
            kelompok=g.sebutan,
            ditemukan=k.kode,
        )
