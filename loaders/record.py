"""Writes findings down while a workbook is read, each with its whole sentence."""

from checks.aturan import Aturan, Nilai, Pelanggaran
from checks.rules import check
from checks.temuan import JENIS, Temuan
from loaders.bacaan import Bacaan, BarisKelompok
from loaders.cells.personal import mask
from loaders.formats.unreadable import UnreadableError
from reference.tulisan import daftar

_PANJANG_KUTIPAN = 60


def quote(isi: object) -> str:
    """A cell's content as it is quoted in a sentence.

    >>> quote(" dua   puluh ")
    '“dua puluh”'
    """
    teks = mask(" ".join(str(isi).split()))
    if len(teks) > _PANJANG_KUTIPAN:
        teks = teks[: _PANJANG_KUTIPAN - 1] + "…"
    return f"“{teks}”"


def _capital(teks: str) -> str:
    return teks[:1].upper() + teks[1:]


class Pencatat:
    """The findings of one workbook, in the order in which they were made."""

    def __init__(self) -> None:
        """Starts with no finding."""
        self.temuan: list[Temuan] = []

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
        saran = saran or butir.tindakan
        tempat = ""
        if lembar:
            semua = [sel, *sel_lain] if len(sel_lain) <= 2 else [sel]
            di = f", sel {daftar([s for s in semua if s])}" if sel else ""
            tempat = f"Lembar {lembar}{di}: "
        kalimat = kalimat.removesuffix(".")
        pesan = f"{tempat}{kalimat if tempat else _capital(kalimat)}. {saran}"
        self.temuan.append(
            Temuan(
                jenis, butir.tingkat, pesan, lembar, sel, sel_lain, variabel, kelompok,
                mask(str(ditemukan)), diharapkan, saran, alasan,
            )
        )  # fmt: skip

    def unreadable(self, sebab: UnreadableError) -> None:
        """Adds why the file cannot be read."""
        saran = sebab.saran or JENIS[sebab.jenis].tindakan
        self.temuan.append(
            Temuan(
                sebab.jenis, "galat", f"{sebab} {saran}",
                sebab.lembar or None, sebab.sel or None, saran=saran,
            )
        )  # fmt: skip

    def breach(
        self, aturan: Aturan, p: Pelanggaran, bacaan: Bacaan, kelompok: BarisKelompok
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


def breaches(
    bacaan: Bacaan, kelompok: BarisKelompok, lalu: Nilai | None = None
) -> list[Temuan]:
    """What breaks a rule in one group, as findings with their cells.

    With `lalu` (the values that count one period earlier) only the rules that need
    both rows run.
    """
    pencatat = Pencatat()
    for aturan, p in check(kelompok.nilai, lalu):
        pencatat.breach(aturan, p, bacaan, kelompok)
    return pencatat.temuan
