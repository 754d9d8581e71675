"""The receipt of one file: taken, held or rejected, why and where."""

import dataclasses
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from checks.temuan import JENIS, Temuan
from loaders.bacaan import Potongan
from loaders.changes import Berubah, Perubahan
from loaders.mapping.records import Usulan
from loaders.mended import Diperbaiki
from reference.acuan import Butir
from reference.periode import Periode
from reference.wilayah import nama_wilayah

_TANDA = {"galat": "✖", "periksa": "▲", "info": "·"}
_PALING_BANYAK = 5
PERTANYAAN = frozenset(
    {"berkas_lama", "pernah_dibatalkan", "perbaikan_hilang", "acuan_dicabut"}
)
"""Findings that hold a file until the sender says that it shall count all the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TandaTerima:
    """What became of one file.

    `keadaan` is diterima, sebagian (some groups held), ditolak or sudah_diterima;
    `kelompok_baru` names the groups seen for the first time, with the code given if
    it was stored; `cuplikan[i]` is a piece of the sheet around `temuan[i]`;
    `kiriman_id` is None when nothing was stored; `perlu_jawaban` says that it is only
    taken once the sender confirms that an old file shall count again.
    `diperbaiki` are the cells mended on screen; `perubahan` says, of a file that was
    only checked, what storing it would change. `putaran` says what the sender has
    finished since the round before, "12 selesai, 3 tersisa, 1 baru"; empty at first.
    `usulan` is our guess of a sheet of no known form, to be confirmed on the page;
    `susunan_sendiri` says that the file was read by a confirmed layout of its own.
    `acuan` are the rules that a workbook of rules changes.
    """

    nama: str
    keadaan: str
    kalimat: str
    kode_wilayah: str | None = None
    periode: str | None = None
    n_diterima: int = 0
    n_tertahan: int = 0
    kelompok_baru: tuple[str, ...] = ()
    temuan: tuple[Temuan, ...] = ()
    cuplikan: dict[int, Potongan] = field(default_factory=dict)
    kiriman_id: int | None = None
    perlu_jawaban: bool = False
    diperbaiki: tuple[Diperbaiki, ...] = ()
    perubahan: Perubahan | None = None
    putaran: str = ""
    usulan: Usulan | None = None
    susunan_sendiri: bool = False
    acuan: tuple[Butir, ...] = ()

    @property
    def semua_diterima(self) -> bool:
        """Whether nothing of the file was held or rejected."""
        beres = self.keadaan in ("diterima", "sudah_diterima")
        return beres and not self.perlu_jawaban


def told(
    temuan: Sequence[Temuan], cuplikan: Mapping[int, Potongan]
) -> tuple[tuple[Temuan, ...], dict[int, Potongan]]:
    """The findings that the sender is told, with their slices of the sheet."""
    nomor = [i for i, t in enumerate(temuan) if JENIS[t.jenis].disampaikan]
    potongan = {
        ke: cuplikan[i] for ke, i in enumerate(nomor) if i in cuplikan
    }  # fmt: skip
    return tuple(temuan[i] for i in nomor), potongan


def _about(kode_wilayah: str | None, periode: str | None) -> str:
    if not (kode_wilayah and periode):
        return ""
    return f" ({nama_wilayah(kode_wilayah)}, {Periode.parse(periode).label})"


def taken_sentence(
    n_diterima: int,
    n_tertahan: int,
    kode_wilayah: str,
    periode: str,
    n_rekap: int = 0,
    *,
    apa: str = "kelompok",
    hal: str = "",
) -> str:
    """The line for a file that was taken, whole or in part.

    `n_rekap` are the rows of an official recap, which names no groups; `apa` says what
    is counted: kelompok, tindakan (of a register), baris (of a list that is no report,
    whose thing is `hal`), or perubahan aturan.

    >>> taken_sentence(9, 2, "35.74.04.1006", "2026-T3")
    '9 dari 11 kelompok diterima, 2 ditahan (Kebonsari Kulon, Triwulan III 2026).'
    """
    tentang = f" ({hal})" if hal else _about(kode_wilayah, periode)
    if n_rekap:
        return f"Rekap Lampiran 4.22 diterima: {n_rekap} baris{tentang}."
    semua = n_diterima + n_tertahan
    if apa == "perubahan aturan":
        tentang = ""
    if n_tertahan:
        hasil = f"{n_diterima} dari {semua} {apa} diterima, {n_tertahan} ditahan"
        return f"{hasil}{tentang}."
    if not semua:
        return f"Diterima tanpa {apa}{tentang}."
    return f"Diterima: {semua} {apa}{tentang}."


def rejected_sentence(temuan: Sequence[Temuan]) -> str:
    """The line for a file that is not taken: what stops it, in full.

    That is a galat about the file, else a question about it that is not answered yet.
    """
    galat = [t for t in temuan if t.tingkat == "galat"]
    sebab = [t for t in galat if JENIS[t.jenis].lingkup == "berkas"]
    sebab += [t for t in temuan if t.jenis in PERTANYAAN]
    return f"Ditolak: {sebab[0].pesan}"


def _one_kind(isi: Sequence[Temuan]) -> list[str]:
    banyak = f" ({len(isi)})" if len(isi) > 1 else ""
    baris = [f"  {_TANDA[isi[0].tingkat]} {JENIS[isi[0].jenis].judul}{banyak}"]
    for t in isi[:_PALING_BANYAK]:
        baris.append(f"      {t.pesan}")
        if t.alasan:
            baris.append(f"        Alasan pengirim: {t.alasan}")
    if len(isi) > _PALING_BANYAK:
        baris.append(f"      … dan {len(isi) - _PALING_BANYAK} lainnya.")
    return baris


def _changes(berubah: Sequence[Berubah]) -> list[str]:
    baris = [f"  Yang akan berubah: {len(berubah)} isian"]
    for b in berubah[:_PALING_BANYAK]:
        baris.append(f"      {b.pelapor}, {b.isian}: {b.lama} → {b.baru}")
    if len(berubah) > _PALING_BANYAK:
        baris.append(f"      … dan {len(berubah) - _PALING_BANYAK} lainnya.")
    return baris


def as_text(t: TandaTerima) -> str:
    """The receipt for a terminal, the gravest findings first, grouped with counts."""
    urutan = list(_TANDA)
    lain = (f for f in t.temuan if f.pesan not in t.kalimat)
    temuan = sorted(lain, key=lambda f: (urutan.index(f.tingkat), f.jenis))
    baris = [f"{t.nama}: {t.kalimat}"]
    if t.putaran:
        baris.append(f"  Sejak pemeriksaan sebelumnya: {t.putaran}.")
    for _, isi in groupby(temuan, key=lambda f: f.jenis):
        baris += _one_kind(list(isi))
    if t.diperbaiki:
        baris.append("  Diperbaiki di layar:")
        baris += [f"      {d.kalimat}" for d in t.diperbaiki]
    if t.perubahan and t.perubahan.berubah:
        baris += _changes(t.perubahan.berubah)
    if t.kelompok_baru:
        baris.append(f"  Kelompok baru: {', '.join(t.kelompok_baru)}")
    return "\n".join(baris)


def as_json(semua: Iterable[TandaTerima]) -> str:
    """Receipts as one JSON list, for other programs."""

    def plain(nilai: Any) -> Any:  # noqa: ANN401
        return nilai.isoformat() if hasattr(nilai, "isoformat") else str(nilai)

    isi = [dataclasses.asdict(t) for t in semua]
    return json.dumps(isi, ensure_ascii=False, indent=2, default=plain)
