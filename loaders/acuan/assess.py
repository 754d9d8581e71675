"""Holding a workbook of rules against what counts: what in it is really a change."""

import datetime as dt
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection

from checks.temuan import Temuan
from loaders.acuan.pairs import Pasangan, pairs
from loaders.acuan.records import BarisAcuan, IsiAcuan, LembarAcuan
from loaders.acuan.sourced import codes, sourced
from loaders.record import Pencatat, quote
from reference.acuan import Acuan, Butir, daftar
from reference.acuan_beda import Beda, changes, day_key, mark, same_content
from reference.tulisan import tanggal
from store.context import SEMUA
from store.rules import in_all, sent_in


@dataclass(slots=True)
class DinilaiAcuan:
    """A workbook of rules held against the store: entries to keep, and what they do."""

    butir: list[Butir] = field(default_factory=list)
    beda: list[Beda] = field(default_factory=list)
    temuan: list[Temuan] = field(default_factory=list)
    n_tertahan: int = 0


def assess_acuan(conn: Connection, isi: IsiAcuan, sebelum: int = SEMUA) -> DinilaiAcuan:
    """Hold a workbook that was read against what counted before it.

    Only rows that somebody changed since the workbook was written are changes.
    `sebelum` is its own number when it is read again.
    """
    return judge(in_all(sent_in(conn, sebelum=sebelum)), isi)


def judge(acuan: Acuan, isi: IsiAcuan) -> DinilaiAcuan:
    """What a workbook changes in what counts; pure."""
    penilai = _Penilai(acuan, isi.hari)
    for lembar in isi.lembar:
        penilai.sheet(lembar)
    ditahan = penilai.unknown_references()
    butir = penilai.butir
    return DinilaiAcuan(
        butir, changes(acuan, butir), penilai.pencatat.temuan,
        isi.n_tertahan + ditahan,
    )  # fmt: skip


class _Penilai:
    def __init__(self, acuan: Acuan, hari: dt.date) -> None:
        self.acuan = acuan
        self.hari = hari
        self.pencatat = Pencatat()
        self.butir: list[Butir] = []
        self.asal: list[tuple[Butir, str, BarisAcuan]] = []
        self.lembar = LembarAcuan("", "")

    def sheet(self, lembar: LembarAcuan) -> None:
        self.lembar = lembar
        self.ada = {
            (b.kode, day_key(b.berlaku_sejak)): b
            for b in self.acuan.entries(lembar.daftar)
        }
        self.semula = lembar.semula
        if self.semula is None:
            self.semula = {k: mark(b) for k, b in self.ada.items()}
        hasil = pairs(lembar.rows, self.semula)
        for satu in hasil.pasangan:
            self._row(satu)
        hilang = [self.ada[k] for k in hasil.hilang if k in self.ada]
        self._gone(hilang, {b.kunci[0] for b in lembar.rows})

    def _row(self, p: Pasangan) -> None:
        b, lama = p.baris, self.ada.get(p.kunci) if p.kunci else None
        if b.butir is None:
            return
        if lama is None:
            hari = b.butir.berlaku_sejak or self.hari
            self._keep(b, replace(b.butir, berlaku_sejak=hari), None)
        elif p.kunci == b.kunci or b.tanpa_hari:
            self._edited(b, replace(b.butir, berlaku_sejak=lama.berlaku_sejak), lama)
        else:
            self._moved(b, b.butir, lama)

    def _edited(self, b: BarisAcuan, baru: Butir, lama: Butir) -> None:
        """A row that kept its first day: from today on, or in its own place."""
        if mark(baru) == mark(lama):
            return
        if self._past(lama):
            kalimat = f"{quote(lama.label)} sudah tidak berlaku hari ini"
            self._note("acuan_lampau", kalimat, b)
        elif self._from_today(baru, lama):
            baru = replace(baru, berlaku_sejak=self.hari, ketelitian="hari")
            if self._overtaken(b, sourced(baru, lama)[0], lama):
                return
        self._keep(b, baru, lama)

    def _from_today(self, baru: Butir, lama: Butir) -> bool:
        """Whether a change counts from today: what it says, or who says so, differs."""
        if lama.berlaku_sejak and lama.berlaku_sejak >= self.hari:
            return False
        dulu = lama.sumber, lama.usulan, lama.ditetapkan_oleh
        kini = baru.sumber, baru.usulan, baru.ditetapkan_oleh
        return dulu != kini or not same_content(baru, lama)

    def _past(self, lama: Butir) -> bool:
        """Whether an entry was over when the workbook was written."""
        if lama.berlaku_sampai and lama.berlaku_sampai < self.hari:
            return True
        return any(
            kode == lama.kode
            and day_key(lama.berlaku_sejak) < hari <= day_key(self.hari)
            and not self.ada.get((kode, hari), lama).berlaku_sampai
            for kode, hari in self.semula or {}
        )

    def _overtaken(self, b: BarisAcuan, baru: Butir, lama: Butir) -> bool:
        """Whether another submission said the same since; says so when it said else."""
        kini = self.acuan.pada(lama.daftar, self.hari).get(lama.kode, lama)
        if (kini.kode, day_key(kini.berlaku_sejak)) in (self.semula or {}):
            return False
        sama = replace(
            baru, berlaku_sejak=kini.berlaku_sejak, ketelitian=kini.ketelitian
        )
        if mark(sama) == mark(kini):
            return True
        kalimat = (
            f"{quote(kini.label)} sudah diubah kiriman lain yang berlaku sejak "
            f"{tanggal(kini.berlaku_sejak)}"
        )
        self._note("acuan_didahului", kalimat, b)
        return False

    def _moved(self, b: BarisAcuan, baru: Butir, lama: Butir) -> None:
        """A row with another first day; the old entry stays before it, if it can."""
        hanya_hari = mark(replace(baru, berlaku_sejak=lama.berlaku_sejak)) == mark(lama)
        if hanya_hari or day_key(baru.berlaku_sejak) < day_key(lama.berlaku_sejak):
            self.butir.append(replace(lama, dicabut=True))
        self._keep(b, baru, lama)

    def _keep(self, b: BarisAcuan, baru: Butir, lama: Butir | None) -> None:
        """Keeps an entry, marked as a proposal where no source says so."""
        baru, catatan = sourced(baru, lama)
        for jenis, kalimat, nama in catatan:
            self._note(jenis, f"{quote(baru.label)} {kalimat}", b, nama)
        self.butir.append(baru)
        self.asal.append((baru, self.lembar.lembar, b))

    def unknown_references(self) -> int:
        """Leaves out entries that name what is in no list; gives how many."""
        kelak = self.acuan.plus(self.butir)
        ditahan = 0
        for baru, lembar, b in self.asal:
            for k in daftar()[baru.daftar].kolom:
                ada = {x.kode for n in k.rujuk for x in kelak.entries(n)}
                asing = [t for t in codes(baru[k.nama]) if t not in ada]
                if not (k.rujuk and asing):
                    continue
                self.pencatat.catat(
                    "rujukan_acuan_tidak_dikenal",
                    f"{k.label} {quote(asing[0])} tidak ada di daftarnya",
                    lembar=lembar, sel=b.sel.get(k.nama), ditemukan=asing[0],
                    diharapkan=", ".join(sorted(ada)),
                )  # fmt: skip
                if baru in self.butir:
                    self.butir.remove(baru)
                    ditahan += 1
        return ditahan

    def _gone(self, hilang: list[Butir], tersisa: set[str]) -> None:
        """Entries whose rows were deleted: they end yesterday, once that is confirmed.

        What was over already is kept for judging the past; only when no row of its
        kode is left does it end too, lest it count again.
        """
        for b in hilang:
            belum = b.berlaku_sejak and b.berlaku_sejak >= self.hari
            if not belum and self._past(b) and b.kode in tersisa:
                kalimat = f"{quote(b.label)} yang sudah lewat dihapus dari lembar ini"
                self._note("acuan_lampau_tetap", kalimat)
            elif belum:
                self._withdraw(b, replace(b, dicabut=True))
            elif not b.berlaku_sampai or b.berlaku_sampai >= self.hari:
                kemarin = self.hari - dt.timedelta(days=1)
                self._withdraw(b, replace(b, berlaku_sampai=kemarin))

    def _withdraw(self, lama: Butir, baru: Butir) -> None:
        self.butir.append(baru)
        if self._past(lama):
            return
        kembali = self.acuan.plus(self.butir).pada(lama.daftar, self.hari)
        lagi = "; yang sebelumnya berlaku lagi" if lama.kode in kembali else ""
        kalimat = f"{quote(lama.label)} dihapus, jadi tidak berlaku lagi mulai "
        self._note("acuan_dicabut", f"{kalimat}{tanggal(self.hari)}{lagi}")

    def _note(
        self, jenis: str, kalimat: str, b: BarisAcuan | None = None, nama: str = "label"
    ) -> None:
        sel = b.sel.get(nama) if b else None
        self.pencatat.catat(jenis, kalimat, lembar=self.lembar.lembar, sel=sel)
