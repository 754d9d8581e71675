"""What the definitions page prints, made from the very objects that run."""

from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass, fields
from typing import Protocol

import pandas as pd

from indicators import FAMILIES, INDICATORS
from indicators.indicator import Indicator
from reference.kosakata import Variable, label_pilihan, variables
from reference.rekap import counted, lampiran
from reference.syarat import langkah
from reference.tulisan import angka, daftar
from reports.exports import Kolom
from ui.teks import plain

JENIS_VARIABEL = {
    "identitas": "keterangan tetap",
    "posisi": "posisi pada akhir periode",
    "arus": "jumlah selama periode",
}
LEVEL = {
    "kelompok": "Isian tiap kelompok",
    "kelurahan": "Isian kelurahan",
    "kegiatan": "Isian kegiatan",
}
TINGKAT_TEMUAN = {
    "galat": "Harus diperbaiki",
    "periksa": "Perlu diperiksa atau diberi alasan",
    "info": "Pemberitahuan",
}
UNTUK_KOORDINATOR = "Isyarat, hanya untuk koordinator"
ASAL_TEMUAN = {
    "baca": "aplikasi ini, saat berkas dibaca",
    "aturan": "aplikasi ini, aturan atas isian satu kelompok",
    "terima": "aplikasi ini, saat laporan dicatat",
}


class Kind(Protocol):
    """A kind of finding, as `checks.temuan.JENIS` holds it."""

    kode: str
    tingkat: str
    judul: str
    penjelasan: str
    tindakan: str
    asal: str
    pembaca: str
    uji_coba: bool
    rumus: str

    @property
    def disampaikan(self) -> bool:
        """Whether the sender is told."""


@dataclass(frozen=True, slots=True)
class Definisi:
    """One word of the app: what it means, how it is reckoned, who says so."""

    golongan: str
    nama: str
    kode: str
    satuan: str = ""
    arti: str = ""
    rumus: str = ""
    aturan: str = ""
    sumber: str = ""
    status: str = ""

    def has(self, cari: str) -> bool:
        """Whether every word looked for stands somewhere in it.

        >>> Definisi("Modal", "Modal sendiri", "modal_sendiri", "Rp").has("modal rp")
        True
        """
        isi = " ".join(astuple(self)).casefold()
        return all(kata in isi for kata in cari.casefold().split())

    def markdown(self) -> str:
        """The entry as a reader sees it; `status` as a badge."""
        satuan = f" ({plain(self.satuan)})" if self.satuan else ""
        status = f" :orange-badge[{self.status}]" if self.status else ""
        baris = [f"**{plain(self.nama)}**{satuan}{status}", plain(self.arti)]
        baris.append(f"Rumus: {plain(self.rumus)}" if self.rumus else "")
        baris.append(plain(self.aturan))
        sumber = f"Sumber: {plain(self.sumber)} · " if self.sumber else ""
        baris.append(f":small[:gray[{sumber}`{self.kode}`]]")
        return "  \n".join(b for b in baris if b)


KOLOM = {
    "golongan": Kolom("Golongan"),
    "nama": Kolom("Nama"),
    "kode": Kolom("Kode"),
    "satuan": Kolom("Satuan"),
    "arti": Kolom("Arti"),
    "rumus": Kolom("Rumus"),
    "aturan": Kolom("Aturan"),
    "sumber": Kolom("Sumber"),
    "status": Kolom("Status"),
}


def status_of(sumber: str, *, usulan: bool = False) -> str:
    """The label for what no official source confirms yet.

    >>> status_of("Formulir UP2K (usulan)"), status_of("UU 25/1992 Pasal 41")
    ('usulan', '')
    """
    teks = sumber.casefold()
    if usulan or "usulan" in teks:
        return "usulan"
    return "belum dikonfirmasi" if "belum dikonfirmasi" in teks else ""


def of_indicators() -> list[Definisi]:
    """Every indicator of the catalogue."""
    return [
        Definisi(
            FAMILIES[i.kelompok_indikator], i.label, i.id, i.unit, i.help, i.formula,
            _direction(i), i.source,
            status_of(f"{i.source} {i.goal.source if i.goal else ''}"),
        )
        for i in INDICATORS.values()
    ]  # fmt: skip


def of_variables() -> list[Definisi]:
    """Every variable of the form."""
    return [
        Definisi(
            LEVEL[v.level], v.label, v.name, v.unit, v.help, "",
            " ".join((JENIS_VARIABEL[v.kind].capitalize() + ".", _bounds(v))).strip(),
            v.source, status_of(v.source),
        )
        for v in variables().values()
    ]  # fmt: skip


def of_recap() -> list[Definisi]:
    """Every counted column of the official recap, with its number and headings."""
    nomor = {k.nama: k for k in lampiran().kolom}
    return [
        Definisi(
            " · ".join(nomor[v.name].judul[:-1]) or lampiran().nama, v.label, v.name,
            v.unit, v.help, aturan=f"Kolom {nomor[v.name].nomor} Lampiran 4.22.",
            sumber=v.source,
        )
        for v in counted().values()
    ]  # fmt: skip


def of_steps() -> list[Definisi]:
    """Every step to a koperasi with legal status."""
    return [
        Definisi(
            "Langkah menuju koperasi", s.label, s.kode,
            aturan=f"Berlaku sejak {s.berlaku_sejak}." if s.berlaku_sejak else "",
            sumber=s.sumber, status=status_of(s.sumber, usulan=s.usulan),
        )
        for s in langkah().values()
    ]  # fmt: skip


def of_findings(jenis: Mapping[str, Kind], *, koordinator: bool) -> list[Definisi]:
    """Every kind of finding, the gravest first.

    Those that the sender is not told of come last, for the `koordinator` alone.
    """
    urutan = list(TINGKAT_TEMUAN)
    tampak = [j for j in jenis.values() if j.disampaikan or koordinator]
    tampak.sort(key=lambda j: (not j.disampaikan, urutan.index(j.tingkat)))
    return [
        Definisi(
            TINGKAT_TEMUAN[j.tingkat] if j.disampaikan else UNTUK_KOORDINATOR,
            j.judul, j.kode, arti=j.penjelasan, rumus=j.rumus, aturan=j.tindakan,
            sumber=ASAL_TEMUAN[j.asal], status="uji coba" if j.uji_coba else "",
        )
        for j in tampak
    ]  # fmt: skip


def frame(definisi: Iterable[Definisi]) -> pd.DataFrame:
    """Definitions as a table for the downloads, one row each."""
    kolom = [f.name for f in fields(Definisi)]
    return pd.DataFrame([astuple(d) for d in definisi], columns=kolom, dtype="str")


def _direction(i: Indicator) -> str:
    kata = {"high": "Makin tinggi makin baik.", "low": "Makin rendah makin baik."}
    teks = kata.get(i.better or "", "")
    if i.goal:
        teks += f" Sasaran: {i.goal.label} {i.unit} ({i.goal.source})."
    return teks.strip()


def _bounds(v: Variable) -> str:
    if v.choices:
        return f"Pilihan: {daftar([label_pilihan(v.name, c) for c in v.choices])}."
    if v.min is None or v.max is None:
        return ""
    return f"Antara {angka(v.min)} dan {angka(v.max)}."
