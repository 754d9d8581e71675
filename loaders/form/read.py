"""A workbook's bytes -> what it says, with everything that is wrong in it.

Pure: looks at nothing but the bytes, the reference data and the given day. Runs in a
process of its own (`loaders.worker`), so it imports neither pandas nor Streamlit.
"""

import datetime as dt
import re

from checks.temuan import Temuan
from loaders.acuan.read import read_acuan
from loaders.bacaan import Bacaan
from loaders.bantuan import TANPA_BANTUAN, Bantuan
from loaders.cells.personal import mask
from loaders.cells.terbaca import plain_text
from loaders.daftar.read import read_list
from loaders.form.activities import read_activities
from loaders.form.columns import Pemeriksa
from loaders.form.excerpt import excerpts
from loaders.form.groups import Lembaran, Penggabung
from loaders.form.identity import Isian, Pengenal, read_labels
from loaders.form.layout import Layout, layouts
from loaders.form.match import Cocok, Kecocokan, match
from loaders.form.nearest import expected, why_not
from loaders.form.other import Dibaca, OtherReader, Tugas
from loaders.form.ruled import Penguji
from loaders.form.unseen import note_hidden
from loaders.form.values import Pembaca
from loaders.formats.grid import column_number
from loaders.formats.unreadable import UnreadableError
from loaders.formats.workbook import Workbook
from loaders.mapping.take import read_foreign
from loaders.names import lock_file
from loaders.record import Pencatat
from loaders.rekap.read import read_recap
from loaders.tindakan.read import read_register
from reference.periode import Periode

OTHER_READERS: tuple[OtherReader, ...] = (
    read_recap,
    read_register,
    read_acuan,
    read_list,
    read_foreign,
)
"""Tried in turn when no UP2K form fits; the first that knows the workbook reads it."""

_HANYA_DAFTAR = (
    "Berkas ini hanya berisi daftar perbaikan dari aplikasi, bukan laporan.",
    "Perbaiki berkas laporan Anda menurut daftar itu, lalu kirim berkas laporannya.",
)
_CAP = re.compile(r"/(\d+)(/CONTOH)?")
_SEL = re.compile(r"([A-Z]+)(\d+)")


def read(
    data: bytes,
    nama: str,
    *,
    hari_ini: dt.date,
    bantuan: Bantuan = TANPA_BANTUAN,
) -> Bacaan:
    """What a workbook says: identity, rows with their places, and all findings.

    Never raises for what is in the bytes: whatever is wrong is a finding, and a file
    that cannot be taken has `kode_wilayah` and `periode` None.
    """
    pencatat = Pencatat()
    bacaan = Bacaan()
    try:
        if program := lock_file(nama):
            raise UnreadableError(
                "berkas_bukan_lembar_kerja",
                f"Berkas ini hanya tanda bahwa formulir sedang dibuka di {program}.",
                f"Tutup {program}, lalu kirim berkas formulir yang sebenarnya.",
            )
        buku = Workbook(data, perbaikan=bantuan.perbaikan, teliti=bantuan.teliti)
        _Pembacaan(buku, bacaan, pencatat, hari_ini, bantuan, nama).run()
        bacaan.semula = {k: mask(plain_text(v)) for k, v in buku.semula.items()}
        bacaan.putaran = buku.putaran
    except UnreadableError as sebab:
        bacaan = Bacaan()
        pencatat.temuan.clear()
        pencatat.unreadable(sebab)
    bacaan.temuan = pencatat.temuan
    bacaan.uji_coba = dict(pencatat.uji_coba)
    if bacaan.ditolak:
        bacaan.kode_wilayah = bacaan.periode = None
    return bacaan


class _Pembacaan:
    """One reading, step by step."""

    def __init__(
        self,
        buku: Workbook,
        bacaan: Bacaan,
        pencatat: Pencatat,
        hari_ini: dt.date,
        bantuan: Bantuan,
        nama: str,
    ) -> None:
        self.buku = buku
        self.bantuan = bantuan
        self.nama = nama
        self.bacaan = bacaan
        self.pencatat = pencatat
        self.hari_ini = hari_ini
        self.pemeriksa = Pemeriksa(pencatat, buku)
        self.pembaca = Pembaca(bacaan, self.pemeriksa, hari_ini)
        self.penguji = Penguji(bacaan, self.pemeriksa)

    def run(self) -> None:
        """Reads everything; a workbook that is no form gives one finding."""
        k = _best(self.buku)
        if not self.buku.names and self.buku.putaran is not None:
            raise UnreadableError("bukan_formulir", *_HANYA_DAFTAR)
        identitas = k.identitas
        if k.utama is None or identitas is None:
            self._other(k)
            return
        self.bacaan.layout = k.layout.kode
        self.pemeriksa.sheets(k)
        note_hidden(self.buku, k, self.pencatat)
        isian = read_labels(identitas, k.layout)
        self._stamp(k.layout, identitas, isian)
        periode = self._identify(identitas, isian)
        self.pemeriksa.labels(identitas)
        self.pembaca.kelurahan(identitas, isian.isi, isian.letak)
        self._groups(k)
        self._activities(k, periode)
        self.penguji.outside_groups(self.bacaan.kelurahan, self.bacaan.sel_kelurahan)
        self._finish({c.grid.nama: (c.grid, c.judul) for c in k.cocok.values()})

    def _other(self, k: Kecocokan) -> None:
        """Reads what is no UP2K form, if another reader knows it."""
        tugas = Tugas(
            self.buku, self.bacaan, self.pemeriksa, self.hari_ini, self.bantuan,
            self.nama,
        )  # fmt: skip
        for baca in OTHER_READERS:
            dibaca = baca(tugas)
            if dibaca is not None:
                self._finish(dibaca)
                return
        self.pencatat.catat(
            "bukan_formulir", why_not(self.buku, k), diharapkan=expected(k.layout)
        )

    def _stamp(self, layout: Layout, cocok: Cocok, isian: Isian) -> None:
        cap = _CAP.match(isian.cap[len(layout.cap) :])
        if not cap or not isian.sel_cap:
            self.pencatat.catat("cap_tidak_ada", "tanda formulir tidak ditemukan")
            return
        self.bacaan.versi = int(cap[1])
        self.bacaan.contoh = bool(cap[2])
        if self.bacaan.versi != layout.versi:
            self.pencatat.catat(
                "versi_berbeda",
                f"formulir ini versi {cap[1]}, yang berlaku versi {layout.versi}",
                lembar=cocok.grid.nama,
                sel=cocok.grid.sel(*isian.sel_cap),
                ditemukan=cap[1],
                diharapkan=str(layout.versi),
            )

    def _identify(self, cocok: Cocok, isian: Isian) -> Periode | None:
        pengenal = Pengenal(self.pencatat, cocok, isian)
        self.bacaan.kode_wilayah = pengenal.kelurahan()
        periode = pengenal.periode(self.hari_ini)
        self.bacaan.periode = str(periode) if periode else None
        return periode

    def _groups(self, k: Kecocokan) -> None:
        gabung = Penggabung(self.pencatat, self.bacaan.kode_wilayah)
        lembaran: list[Lembaran] = []
        for lembar in k.layout.lembar:
            cocok = k.cocok.get(lembar.nama)
            if cocok is None or lembar.level != "kelompok":
                continue
            self.pemeriksa.columns(cocok)
            utama = not lembaran
            lembaran.append(gabung.first(cocok) if utama else gabung.further(cocok))
        for satu in lembaran:
            self.pembaca.groups(satu)
        for satu in lembaran[1:]:
            gabung.missing(satu.cocok)
        self.bacaan.kelompok = gabung.kelompok
        if not gabung.kelompok and k.utama:
            self.pencatat.catat(
                "tidak_ada_kelompok", "tidak ada kelompok", lembar=k.utama.grid.nama
            )
        self.penguji.groups()
        if k.utama:
            self.penguji.leave_out_empty(k.utama.grid.nama)

    def _activities(self, k: Kecocokan, periode: Periode | None) -> None:
        for lembar in k.layout.lembar:
            cocok = k.cocok.get(lembar.nama)
            if cocok is None or lembar.level != "kegiatan":
                continue
            self.pemeriksa.columns(cocok)
            read_activities(self.pembaca, cocok, periode)
            letak = {c.nama: cocok.grid.kolom(j) for j, c in cocok.kepala.kolom.items()}
            for satu in self.bacaan.kegiatan:
                tempat = {
                    n: (cocok.grid.nama, f"{huruf}{satu['baris']}")
                    for n, huruf in letak.items()
                }
                self.penguji.outside_groups(satu, tempat)

    def _finish(self, dibaca: Dibaca) -> None:
        """Puts the findings in the order of the workbook, with slices of its sheets."""
        self.bacaan.buang = {
            lembar: list(sel) for lembar, sel in self.pemeriksa.buang.items() if sel
        }
        if self.pencatat.temuan:
            urutan = {n: i for i, n in enumerate(self.buku.names)}
            self.pencatat.temuan.sort(key=lambda t: _order(t, urutan))
            self.bacaan.cuplikan = excerpts(
                self.pencatat.temuan, dibaca, self.bacaan.buang
            )


def _best(buku: Workbook) -> Kecocokan:
    """The form that fits best."""
    terbaik = None
    for layout in layouts().values():
        k = match(buku, layout)
        if terbaik is None or _fit(k) > _fit(terbaik):
            terbaik = k
        if _fit(terbaik)[0] and len(terbaik.cocok) == len(layout.lembar):
            break
    if terbaik is None:
        raise LookupError("no layout")
    return terbaik


def _fit(k: Kecocokan) -> tuple[bool, int]:
    return k.utama is not None and k.identitas is not None, len(k.cocok)


def _order(t: Temuan, urutan: dict[str, int]) -> tuple[int, int, int]:
    letak = _SEL.fullmatch(t.sel or "")
    lembar = urutan.get(t.lembar or "", -1)
    if not letak:
        return lembar, -1, -1
    return lembar, int(letak[2]), column_number(letak[1])
