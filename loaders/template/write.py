"""Writes *Formulir UP2K*, blank, prefilled or filled in."""

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from loaders.template.cetak import Kepala
from loaders.template.gaya import make
from loaders.template.isian import IsianFormulir, IsianKelompok, KelompokLama, Nilai
from loaders.template.lama import known_groups
from loaders.template.petunjuk import write_identitas, write_petunjuk
from loaders.template.susunan import (
    BARIS_KEGIATAN,
    BARIS_KELOMPOK,
    Susunan,
    formulir,
    susun,
)
from loaders.template.tabel import Baris, write_table
from reference.kosakata import variables
from reference.periode import Periode
from reference.tulisan import bernilai
from reference.wilayah import Kelurahan, kecamatan, kelurahan

__all__ = [
    "IsianFormulir",
    "IsianKelompok",
    "KelompokLama",
    "known_groups",
    "write_template",
]

_JUDUL = {
    "Kelompok": "Kelompok dan anggota",
    "Keuangan": "Keuangan kelompok",
    "Buku dan Langkah": "Buku dan langkah koperasi",
    "Kegiatan": "Kegiatan UP2K",
}
_BARIS_CADANGAN = 3
_TETAP = (
    "rw", "tanggal_berdiri", "bidang_usaha", "status", "tingkat", "tahap", "jalur",
)  # fmt: skip


class _Lembar(Worksheet):
    """A sheet whose formulas use only functions that Excel has always had."""

    def _prepare_formula(
        self, formula: str, expand_future_functions: bool = False
    ) -> str:
        # The parent looks for sixty newer functions: a third of the time of a form.
        if expand_future_functions:
            return super()._prepare_formula(formula, expand_future_functions)
        return formula.removeprefix("=")


def _langkah(langkah: Mapping[str, tuple[Nilai, ...]]) -> dict[str, Nilai]:
    apa = ("status", "tanggal", "nomor")
    return {
        f"{kode}:{a}": (isi.capitalize() if a == "status" else isi)  # type: ignore[union-attr]
        for kode, tiga in langkah.items()
        for a, isi in zip(apa, tiga, strict=True)
    }


def _prefill(lama: KelompokLama) -> dict[str, Nilai]:
    """What a new form may carry over: identity, steps, and the opening members."""
    isi = {n: lama.nilai[n] for n in _TETAP if lama.nilai.get(n) is not None}
    if lama.nilai.get("anggota_akhir") is not None:
        isi["anggota_awal"] = lama.nilai["anggota_akhir"]
    kunci = {"kode_kelompok": lama.kode, "nama_kelompok": lama.nama}
    return {**kunci, **isi, **_langkah(lama.langkah)}


def _lalu(lama: KelompokLama) -> dict[str, str]:
    """Last period's closing positions in words; shown, never copied forward."""
    return {
        n: bernilai(nilai, variables()[n].unit)
        for n, nilai in lama.nilai.items()
        if variables()[n].kind == "posisi" and isinstance(nilai, int | float)
    }


def _filled(satu: IsianKelompok, lama: KelompokLama | None, catatan: str) -> Baris:
    dasar = _prefill(lama) if lama else {}
    kunci = {"kode_kelompok": satu.kode, "nama_kelompok": satu.nama, "catatan": catatan}
    nilai = {**dasar, **kunci, **satu.nilai, **_langkah(satu.langkah)}
    return Baris(nilai, _lalu(lama) if lama else {})


def _rows(
    nama: str, lama: Sequence[KelompokLama], isian: IsianFormulir | None
) -> list[Baris]:
    if isian is None:
        return [Baris(_prefill(k), _lalu(k)) for k in lama]
    kenal = {k.kode: k for k in lama}
    keuangan = nama == "Keuangan"
    return [
        _filled(g, kenal.get(g.kode), g.catatan_keuangan if keuangan else g.catatan)
        for g in isian.kelompok
    ]


def _kepala(tempat: Kelurahan, periode: Periode, contoh: bool) -> Kepala:
    kec = kecamatan()[tempat.kode_kecamatan].nama
    baris = f"{tempat.nama} (Kec. {kec}) · {periode.label}"
    versi = formulir().stamp(contoh=contoh)
    kaki = f"{versi} · {tempat.nama} · {periode}"
    return Kepala(baris, kaki, periode.end, contoh)


def _write_sheets(
    buku: Workbook,
    tempat: Kelurahan,
    periode: Periode,
    lama: Sequence[KelompokLama],
    isian: IsianFormulir | None,
    kepala: Kepala,
) -> None:
    gaya = make(buku)
    isi = isian or IsianFormulir()
    n = max(BARIS_KELOMPOK, len(isi.kelompok or lama) + _BARIS_CADANGAN)
    write_petunjuk(buku.add_worksheet("Petunjuk", _Lembar), gaya, periode, kepala)
    lembar = buku.add_worksheet("Identitas", _Lembar)
    lembar.activate()
    write_identitas(lembar, gaya, tempat, periode, kepala, isi)
    kelompok: Susunan | None = None
    for nama in ("Kelompok", "Keuangan", "Buku dan Langkah"):
        s = susun(nama, n, isi.perubahan)
        rows = _rows(nama, lama, isian)
        lembar = buku.add_worksheet(nama, _Lembar)
        judul = _JUDUL[nama]
        write_table(lembar, gaya, s, rows, kepala, judul=judul, kelompok=kelompok)
        kelompok = kelompok or s
    s = susun("Kegiatan", max(BARIS_KEGIATAN, len(isi.kegiatan)), isi.perubahan)
    rows = [Baris(k) for k in isi.kegiatan]
    lembar = buku.add_worksheet("Kegiatan", _Lembar)
    write_table(lembar, gaya, s, rows, kepala, judul=_JUDUL["Kegiatan"])


def write_template(
    target: Path | BinaryIO,
    kode_wilayah: str,
    periode: Periode,
    *,
    kelompok: Sequence[KelompokLama] = (),
    contoh: bool = False,
    isian: IsianFormulir | None = None,
) -> None:
    """Writes the form of one kelurahan and period as XLSX.

    `kelompok` are the groups that the registry knows: identity, steps and opening
    members are prefilled, closing positions of the last period are shown as messages.
    `isian` fills the form in; then only the groups named there have rows. `contoh`
    stamps it as made from sample data. The same arguments always give the same bytes.

    Sheets are not protected: offices add columns, widen them and paste rows, which
    protection forbids even without a password; the reader finds columns by their
    headings and ignores the form's own sums, so that nothing depends on locked cells.

    Raises KeyError for an unknown kode_wilayah.
    """
    tempat = kelurahan()[kode_wilayah]
    kepala = _kepala(tempat, periode, contoh)
    tujuan = str(target) if isinstance(target, Path) else target
    buku = Workbook(tujuan, {"in_memory": True})
    buku.set_properties(
        {
            "title": f"Formulir UP2K {periode} {tempat.nama}",
            "comments": formulir().stamp(contoh=contoh),
            "created": dt.datetime.combine(periode.start, dt.time()),
        }
    )
    _write_sheets(buku, tempat, periode, kelompok, isian, kepala)
    buku.close()
