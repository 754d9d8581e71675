"""A workbook that is none of our forms: read as remembered or confirmed, else asked."""

from collections.abc import Callable, Sequence

from loaders.form.layout import layouts
from loaders.form.other import Dibaca, Tugas
from loaders.formats.workbook import Workbook
from loaders.mapping.changes import drift, layout_changes
from loaders.mapping.confirm import as_read
from loaders.mapping.follow import followed
from loaders.mapping.places import Bukti, agreed
from loaders.mapping.proposal import guess, readable
from loaders.mapping.reading import Hasil, located, read_mapped
from loaders.mapping.records import Pemetaan, Usulan
from loaders.mapping.sources import newest, several_places, sources
from loaders.mapping.tables import DIBACA, Tabel, find_tables, layout_of
from reference.tulisan import daftar
from reference.wilayah import nama_wilayah

_BARIS_CAP = 12
_CUKUP_SAMA = 0.5


def _has_stamp(buku: Workbook) -> bool:
    """Whether the workbook began as a form of ours: that form is to be mended."""
    cap = tuple(layout.cap for layout in layouts().values() if layout.cap)
    return any(
        isinstance(sel, str) and sel.strip().upper().startswith(cap)
        for nama in buku.names
        for baris in buku.grid(nama).rows[:_BARIS_CAP]
        for sel in baris
    )


def read_foreign(tugas: Tugas) -> Dibaca | None:
    """Reads a sheet of no known form with a mapping, or says that one is needed.

    None when no table names groups and at least two of our numbers.
    """
    if _has_stamp(tugas.buku):
        return None
    semua = find_tables(tugas.buku)
    if not semua:
        return None
    tabel, ragu = newest(semua)
    return _Asing(tugas, semua, tabel, ragu).run()


class _Asing:
    """One such workbook, step by step."""

    def __init__(
        self, tugas: Tugas, semua: Sequence[Tabel], tabel: Sequence[Tabel], ragu: bool
    ) -> None:
        self.tugas = tugas
        self.tabel = tabel
        self.ragu = ragu
        self.bantuan = tugas.bantuan
        self.sidik = layout_of(list(tabel))
        self.tempat, self.waktu = sources(tugas.buku, tabel, semua, tugas.nama)
        self.kode, self.kode_dari = agreed(self.tempat)
        self.periode, self.periode_dari = agreed(self.waktu)

    def run(self) -> Dibaca | None:
        if self.bantuan.susunan:
            hasil = self._read(self.bantuan.susunan, *self._told(self.bantuan.susunan))
            if hasil:
                return self._take(self.bantuan.susunan, hasil)
        tebakan = guess(self.tabel)
        if not readable(tebakan):
            return None
        if banyak := several_places(self.tabel):
            return self._several(banyak)
        sebab: list[str] = []
        milik = self._remembered()
        if milik and self._settled():
            hasil = self._read(milik, *self._found())
            if hasil:
                terpetakan = located(self.tabel, milik.tabel)
                sebab = drift(hasil.bacaan, terpetakan)
                if not sebab:
                    return self._take(milik, hasil)
        model = milik or self._model()
        return self._ask(
            Usulan(
                sidik=self.sidik,
                tabel=followed(tebakan, self.tabel, model),
                kode_wilayah=self.kode,
                periode=self.periode,
                kelurahan_dari=self.kode_dari,
                periode_dari=self.periode_dari,
                sebab=tuple(sebab or self._why(milik)),
                diingat_dari=model.kode_wilayah if model else "",
            )
        )

    def _settled(self) -> bool:
        """Whether nothing about the file must be asked before it is read."""
        jelas = self.kode is not None and self.periode is not None
        return jelas and not self.ragu and not self.bantuan.tanya_lagi

    def _told(self, p: Pemetaan) -> tuple[Bukti, Bukti]:
        dari = "pilihan Anda"
        return (
            Bukti(self.bantuan.kode_wilayah or p.kode_wilayah, dari),
            Bukti(self.bantuan.periode or p.periode, dari),
        )

    def _found(self) -> tuple[Bukti, Bukti]:
        return (
            next(b for b in self.tempat if b.nilai == self.kode),
            next(b for b in self.waktu if b.nilai == self.periode),
        )

    def _read(self, p: Pemetaan, tempat: Bukti, waktu: Bukti) -> Hasil | None:
        ada = located(self.tabel, p.tabel)
        if not ada:
            return None
        return read_mapped(
            self.tugas.buku, p, ada, tempat=tempat, waktu=waktu,
            hari_ini=self.tugas.hari_ini,
        )  # fmt: skip

    def _take(self, p: Pemetaan, hasil: Hasil) -> Dibaca:
        dibaca = hasil.take_over(self.tugas.bacaan, self.tugas.pemeriksa)
        self.tugas.bacaan.pemetaan = as_read(p, hasil.bacaan)
        return dibaca

    def _remembered(self) -> Pemetaan | None:
        """What this kelurahan confirmed for exactly these headings."""
        return next(
            (
                p
                for p in self.bantuan.pemetaan
                if p.ingat and p.sidik == self.sidik and p.kode_wilayah == self.kode
            ),
            None,
        )

    def _model(self) -> Pemetaan | None:
        """The nearest layout remembered: the same headings, else this kelurahan's."""
        ingat = [p for p in self.bantuan.pemetaan if p.ingat]
        sama = [p for p in ingat if p.sidik == self.sidik]
        if sama:
            return sama[0]
        dekat = [(self._share(p), -n, p) for n, p in enumerate(ingat)
                 if p.kode_wilayah == self.kode]  # fmt: skip
        terdekat = max(dekat, key=lambda x: x[:2], default=None)
        return terdekat[2] if terdekat and terdekat[0] >= _CUKUP_SAMA else None

    def _share(self, p: Pemetaan) -> float:
        """Which share of a mapping's columns stand in this file."""
        ada = {k for t in self.tabel for k in t.kunci.values()}
        dicari = [k.kunci for t in p.tabel for k in t.kolom if k.peran in DIBACA]
        return sum(k in ada for k in dicari) / len(dicari) if dicari else 0.0

    def _why(self, milik: Pemetaan | None) -> list[str]:
        sebab = []
        if self.ragu:
            sebab.append("beberapa lembar mempunyai susunan yang sama")
        if self.bantuan.tanya_lagi:
            sebab.append("Anda ingin memeriksa arti kolomnya lagi")
        if self.kode is None:
            sebab.append(_unsettled("kelurahannya", self.tempat, nama_wilayah))
        if self.periode is None:
            penuh = [b for b in self.waktu if b.nilai[0] != "?"]
            sebab.append(_unsettled("periodenya", penuh, str))
        if milik is None:
            sebab.append(self._why_unknown())
        return sebab

    def _why_unknown(self) -> str:
        model = self._model()
        if model is None or self.kode is None:
            return "susunan ini belum pernah dipastikan"
        if model.sidik == self.sidik:
            lain = nama_wilayah(model.kode_wilayah)
            return f"susunan ini baru dipastikan untuk {lain}"
        judul = {k: t.blok.judul(j) or "(tanpa judul)"
                 for t in self.tabel for j, k in t.kunci.items()}  # fmt: skip
        lama = [k for t in model.tabel for k in t.kolom]
        return f"susunannya berubah: {daftar(layout_changes(lama, judul))}"

    def _ask(self, usulan: Usulan) -> Dibaca:
        self.tugas.bacaan.usulan = usulan
        utama = self.tabel[0].blok
        self.tugas.pemeriksa.pencatat.catat(
            "perlu_pemetaan",
            f"arti {usulan.n_kolom} kolom perlu dipastikan "
            f"({usulan.n_tertebak} sudah ditebak), karena {daftar(list(usulan.sebab))}",
            lembar=utama.grid.nama,
            sel=utama.grid.sel(utama.akhir, utama.nama),
        )
        return self._sheets()

    def _several(self, kode: Sequence[str]) -> Dibaca:
        utama = self.tabel[0].blok
        nama = daftar([nama_wilayah(k) for k in kode], paling_banyak=4)
        self.tugas.pemeriksa.pencatat.catat(
            "banyak_kelurahan",
            f"tabel ini memuat kelompok dari {len(kode)} kelurahan: {nama}",
            lembar=utama.grid.nama,
            sel=utama.grid.sel(utama.akhir, utama.nama),
        )
        return self._sheets()

    def _sheets(self) -> Dibaca:
        return {t.nama: (t.blok.grid, t.blok.akhir) for t in self.tabel}


def _unsettled(apa: str, bukti: Sequence[Bukti], sebut: Callable[[str], str]) -> str:
    """Why a place or period is not settled: not said, or said twice."""
    dua = list(dict.fromkeys(b.nilai for b in bukti))
    if len(dua) < 2:
        return f"{apa} belum jelas"
    nama = [sebut(n) for n in dua]
    return f"{apa} disebut berbeda-beda: {daftar(nama)}"
