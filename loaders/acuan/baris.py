"""The rows of one list, read into entries, with what is wrong in them."""

from typing import Any

from loaders.acuan.kepala import Kepala, titles
from loaders.acuan.nilai import TidakTerbacaError, read_day, read_value, read_yes
from loaders.acuan.records import (
    BELUM_ADA_SUMBER,
    BELUM_DISEBUT,
    BarisAcuan,
)
from loaders.cells.personal import mask
from loaders.cells.terbaca import plain_text
from loaders.daftar.sel import code_of
from loaders.form.columns import Pemeriksa
from loaders.formats.grid import ErrorCell, Grid
from loaders.record import quote
from reference.acuan import Butir, Daftar, bawaan
from reference.acuan_beda import day_key
from reference.lembaga import is_institution
from reference.tulisan import tanggal

_TEKS_TERPANJANG = 600


class Pembaca:
    """Reads rows into `BarisAcuan`; a galat in one of its cells holds a row."""

    def __init__(
        self, pemeriksa: Pemeriksa, grid: Grid, kepala: Kepala, d: Daftar
    ) -> None:
        self.pemeriksa = pemeriksa
        self.grid = grid
        self.kepala = kepala
        self.d = d
        self.judul = titles(d)

    def read(self) -> list[BarisAcuan]:
        """Every row below the headings that says something."""
        awal = self.kepala.judul + 1
        dipakai = sorted(self.kepala.letak.values())
        rows = [
            self._row(i)
            for i in range(awal, len(self.grid.rows))
            if any(plain_text(self.grid.rows[i][j]) for j in dipakai)
        ]
        self._twice(rows)
        self._overlap([b for b in rows if b.butir])
        return rows

    def _row(self, i: int) -> BarisAcuan:
        letak = self.kepala.letak
        sel = {n: self.grid.sel(i, j) for n, j in letak.items()}
        self.isi = {n: self.grid.rows[i][j] for n, j in letak.items()}
        self.sel, self.baik = sel, True
        label = self._text("label")
        kode = code_of(self._text("kode")) or code_of(label)
        if not kode:
            self._fault("label", "belum diisi")
        sejak, sampai = self._days()
        butir = Butir(
            daftar=self.d.nama,
            kode=kode,
            label=label or kode,
            isi={k.nama: self._read(k.nama) for k in self.d.kolom},
            berlaku_sejak=sejak,
            berlaku_sampai=sampai,
            **self._said(),
        )
        kunci = (kode, day_key(sejak))
        baris = self.grid.baris(i)
        return BarisAcuan(kunci, butir if self.baik else None, sel, baris, not sejak)

    def _text(self, nama: str) -> str:
        isi = self.isi.get(nama, "")
        if isinstance(isi, ErrorCell):
            self._fault(nama, "berisi rumus yang rusak atau belum dihitung")
            return ""
        return mask(plain_text(isi))[:_TEKS_TERPANJANG]

    def _days(self) -> tuple[Any, Any]:
        hari = []
        for nama in ("berlaku_sejak", "berlaku_sampai"):
            try:
                hari.append(read_day(self.isi.get(nama, "")))
            except TidakTerbacaError as sebab:
                self._fault(nama, str(sebab))
                hari.append(None)
        sejak, sampai = hari
        if sejak and sampai and sampai < sejak:
            self._note(
                "masa_acuan_terbalik",
                f"berlaku sampai {tanggal(sampai)}, sebelum berlaku sejak "
                f"{tanggal(sejak)}",
                "berlaku_sampai",
            )
            self.baik = False
        return sejak, sampai

    def _read(self, nama: str) -> Any:  # noqa: ANN401
        kolom = self.d.column(nama)
        if nama not in self.kepala.letak:
            if kolom.wajib:
                self._fault(nama, "belum diisi: kolomnya tidak ada")
            return None
        try:
            return read_value(kolom, self.isi[nama])
        except TidakTerbacaError as sebab:
            self._fault(nama, str(sebab))
            return None

    def _said(self) -> dict[str, Any]:
        """Who says so, by what source, and how precisely."""
        sumber, penetap = self._text("sumber"), self._text("ditetapkan_oleh")
        teliti = self._text("ketelitian").casefold() or "hari"
        if teliti not in ("hari", "tahun"):
            self._fault("ketelitian", "harus hari atau tahun")
        return {
            "sumber": sumber or BELUM_ADA_SUMBER,
            "usulan": self._proposal() or not sumber,
            "ditetapkan_oleh": self._institution(penetap) or BELUM_DISEBUT,
            "ketelitian": teliti,
        }

    def _proposal(self) -> bool:
        isi = self.isi.get("usulan", "")
        try:
            return not isinstance(isi, ErrorCell) and isi != "" and read_yes(isi)
        except TidakTerbacaError as sebab:
            self._fault("usulan", str(sebab))
            return True

    def _institution(self, teks: str) -> str:
        """A name of who decided that names no person; "" for one that may."""
        dikenal = {" ".join(b.ditetapkan_oleh.split()) for b in bawaan().butir}
        if not teks or teks in {*dikenal, BELUM_DISEBUT} or is_institution(teks):
            return teks
        sel = self.sel["ditetapkan_oleh"]
        self.pemeriksa.buang.setdefault(self.grid.nama, {})[sel] = None
        self._note(
            "penetap_bukan_lembaga",
            "yang menetapkan tidak dikenal sebagai lembaga, sehingga tidak disimpan",
            "ditetapkan_oleh",
        )
        return ""

    def _fault(self, nama: str, sebab: str) -> None:
        isi = plain_text(self.isi.get(nama, ""))
        ada = f"{quote(isi)} " if isi else ""
        self._note(
            "isi_acuan_tidak_sesuai", f"{self.judul[nama]} {ada}{sebab}", nama, isi
        )
        self.baik = False

    def _note(self, jenis: str, kalimat: str, nama: str, isi: str = "") -> None:
        sel = self.sel.get(nama)
        self.pemeriksa.pencatat.catat(
            jenis, kalimat, lembar=self.grid.nama, sel=sel, ditemukan=isi
        )

    def _twice(self, rows: list[BarisAcuan]) -> None:
        """Holds rows of one kode and one first day: which counts is not known."""
        per: dict[tuple[str, str], list[BarisAcuan]] = {}
        for b in rows:
            per.setdefault(b.kunci, []).append(b)
        for (kode, _), sama in per.items():
            if len(sama) > 1 and kode:
                sel = [b.sel["kode"] for b in sama]
                self.pemeriksa.pencatat.catat(
                    "kode_acuan_ganda",
                    f"{quote(kode)} ditulis {len(sama)} kali dengan hari yang sama",
                    lembar=self.grid.nama, sel=sel[0], sel_lain=tuple(sel[1:]),
                    ditemukan=kode,
                )  # fmt: skip
                for b in sama:
                    b.butir = None

    def _overlap(self, rows: list[BarisAcuan]) -> None:
        """Asks about an entry that ends after a later one of its kode has begun."""
        urut = sorted(rows, key=lambda b: b.kunci)
        for a, b in zip(urut, urut[1:], strict=False):
            if a.kunci[0] != b.kunci[0] or not (a.butir and b.butir):
                continue
            akhir, mulai = a.butir.berlaku_sampai, b.butir.berlaku_sejak
            lewat = b.butir.berlaku_sampai
            if akhir and mulai and mulai <= akhir and not (lewat and lewat <= akhir):
                self.pemeriksa.pencatat.catat(
                    "masa_acuan_bertumpang",
                    f"{quote(a.butir.label)} berlaku sampai {tanggal(akhir)}, padahal "
                    f"yang berikutnya mulai {tanggal(mulai)}",
                    lembar=self.grid.nama, sel=a.sel.get("berlaku_sampai"),
                    sel_lain=tuple(s for s in (b.sel.get("berlaku_sejak"),) if s),
                )  # fmt: skip
