"""Writes findings down while a workbook is read, each with its whole sentence."""

from collections import Counter

from checks.aturan import Jenis, Pelanggaran
from checks.temuan import JENIS, Temuan
from loaders.bacaan import Bacaan, BarisKelompok
from loaders.cells.personal import mask
from loaders.formats.unreadable import UnreadableError
from reference.tulisan import angka, daftar, tampak

_PANJANG_KUTIPAN = 60
_NAMA_TERPANJANG = 40
_TEMUAN_TERPANJANG = 1000
MAX_TEMUAN = 2000
_SEBUTAN = ("kode_kelompok", "nama_kelompok", "status")


def quote(isi: object) -> str:
    """A cell's content as it is quoted in a sentence.

    >>> quote(" dua   puluh ")
    '“dua puluh”'
    """
    teks = mask(" ".join(tampak(str(isi)).split()))
    if len(teks) > _PANJANG_KUTIPAN:
        teks = teks[: _PANJANG_KUTIPAN - 1] + "…"
    return f"“{teks}”"


def _short(lembar: str) -> str:
    """A sheet's name as a sentence can bear it; Excel allows 31 letters."""
    nama = tampak(lembar)
    return nama if len(nama) <= _NAMA_TERPANJANG else nama[:_NAMA_TERPANJANG] + "…"


def _too_many() -> UnreadableError:
    return UnreadableError(
        "temuan_terlalu_banyak",
        f"Berkas ini menimbulkan lebih dari {angka(MAX_TEMUAN)} temuan; susunannya "
        "mungkin bergeser atau isinya bukan laporan.",
    )


def _capital(teks: str) -> str:
    return teks[:1].upper() + teks[1:]


class Pencatat:
    """The findings of one workbook, in the order in which they were made.

    Those of kinds on trial are only counted, in `uji_coba`.
    """

    def __init__(self) -> None:
        """Starts with no finding."""
        self.temuan: list[Temuan] = []
        self.uji_coba: Counter[str] = Counter()

    def catat(
        self,
        jenis: str,
        kalimat: str,
        *,
        lembar: str | None = None,
        sel: str | None = None,
        sel_lain: tuple[str, ...] = (),
        variabel: str | None = None,
        kelompok: str | None = None,
        ditemukan: object = "",
        diharapkan: str = "",
        saran: str = "",
        alasan: str = "",
    ) -> None:
        """Adds a finding; `kalimat` says it without its place and without a stop."""
        butir = JENIS[jenis]
        if butir.uji_coba:
            self.uji_coba[jenis] += 1
            return
        if len(self.temuan) >= MAX_TEMUAN:
            raise _too_many()
        saran = saran or butir.tindakan
        tempat = ""
        if lembar:
            semua = [sel, *sel_lain] if len(sel_lain) <= 2 else [sel]
            di = f", sel {daftar([s for s in semua if s])}" if sel else ""
            tempat = f"Lembar {_short(lembar)}{di}: "
        kalimat = kalimat.removesuffix(".")
        titik = "" if kalimat.endswith("?") else "."
        pesan = f"{tempat}{kalimat if tempat else _capital(kalimat)}{titik} {saran}"
        self.temuan.append(
            Temuan(
                jenis, butir.tingkat, pesan, lembar, sel, sel_lain, variabel, kelompok,
                tampak(mask(str(ditemukan)))[:_TEMUAN_TERPANJANG], diharapkan, saran,
                alasan,
            )
        )  # fmt: skip

    def about(
        self, jenis: str, bacaan: Bacaan, kelompok: BarisKelompok, kalimat: str
    ) -> None:
        """Adds a finding about a whole group, at its code, else at its name."""
        kolom = _SEBUTAN if kelompok.kode else _SEBUTAN[1:]
        tempat = (bacaan.tempat(kelompok, v) for v in kolom)
        lembar, sel = next((t for t in tempat if t[1]), (None, None))
        alasan = kelompok.catatan if JENIS[jenis].tingkat == "periksa" else ""
        self.catat(
            jenis,
            kalimat,
            lembar=lembar,
            sel=sel,
            kelompok=kelompok.sebutan,
            alasan=alasan,
        )

    def unreadable(self, sebab: UnreadableError) -> None:
        """Adds why the file cannot be read."""
        saran = sebab.saran or JENIS[sebab.jenis].tindakan
        self.temuan.append(
            Temuan(
                sebab.jenis, "galat", tampak(f"{sebab} {saran}"),
                sebab.lembar or None, sebab.sel or None, saran=saran,
            )
        )  # fmt: skip

    def breach(
        self, aturan: Jenis, p: Pelanggaran, bacaan: Bacaan, kelompok: BarisKelompok
    ) -> None:
        """Adds the breach of a rule by one group, at the suspect's cell."""
        tempat = {v: bacaan.tempat(kelompok, v) for v in (p.variabel, *p.terkait)}
        utama = next((v for v, t in tempat.items() if t[0]), p.variabel)
        lembar, sel = tempat[utama]
        lain = [s for b, s in tempat.values() if b == lembar and s and s != sel]
        self.catat(
            aturan.kode,
            f"{p.kalimat} (kelompok {kelompok.nama or kelompok.kode})",
            lembar=lembar or None,
            sel=sel or None,
            sel_lain=tuple(dict.fromkeys(lain)) if len(lain) <= 5 else (),
            variabel=p.variabel,
            kelompok=kelompok.sebutan,
            ditemukan=p.ditemukan,
            diharapkan=p.diharapkan,
            saran=p.saran,
            alasan=kelompok.catatan if aturan.tingkat == "periksa" else "",
        )
