"""The receipt of one file: taken, held or rejected, why and where."""

import dataclasses
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from checks.temuan import JENIS, Temuan
from loaders.bacaan import Potongan
from reference.periode import Periode
from reference.wilayah import nama_wilayah

_TANDA = {"galat": "✖", "periksa": "▲", "info": "·"}
_PALING_BANYAK = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class TandaTerima:
    """What became of one file.

    `keadaan` is diterima, sebagian (some groups held), ditolak or sudah_diterima;
    `kelompok_baru` names the groups seen for the first time, with the code given if
    it was stored; `cuplikan[i]` is a piece of the sheet around `temuan[i]`;
    `kiriman_id` is None when nothing was stored.
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

    @property
    def semua_diterima(self) -> bool:
        """Whether nothing of the file was held or rejected."""
        return self.keadaan in ("diterima", "sudah_diterima")


def _about(kode_wilayah: str | None, periode: str | None) -> str:
    if not (kode_wilayah and periode):
        return ""
    return f" ({nama_wilayah(kode_wilayah)}, {Periode.parse(periode).label})"


def taken_sentence(
    n_diterima: int, n_tertahan: int, kode_wilayah: str, periode: str
) -> str:
    """The line for a file that was taken, whole or in part.

    >>> taken_sentence(9, 2, "35.74.04.1006", "2026-T3")
    '9 dari 11 kelompok diterima, 2 ditahan (Kebonsari Kulon, Triwulan III 2026).'
    """
    tentang = _about(kode_wilayah, periode)
    semua = n_diterima + n_tertahan
    if n_tertahan:
        return f"{n_diterima} dari {semua} kelompok diterima, {n_tertahan} ditahan{tentang}."
    if not semua:
        return f"Diterima tanpa kelompok{tentang}."
    return f"Diterima: {semua} kelompok{tentang}."


def rejected_sentence(temuan: Iterable[Temuan]) -> str:
    """The line for a rejected file: the first thing that stops it, in full."""
    galat = [
        t for t in temuan
        if t.tingkat == "galat" and JENIS[t.jenis].lingkup == "berkas"
    ]  # fmt: skip
    return f"Ditolak: {galat[0].pesan}" if galat else "Ditolak."


def _one_kind(isi: Sequence[Temuan]) -> list[str]:
    butir = JENIS[isi[0].jenis]
    banyak = f" ({len(isi)})" if len(isi) > 1 else ""
    baris = [f"  {_TANDA[isi[0].tingkat]} {butir.judul}{banyak}"]
    for t in isi[:_PALING_BANYAK]:
        tempat = " › ".join(b for b in (t.lembar, t.sel) if b)
        baris.append(f"      {tempat + ': ' if tempat else ''}{t.pesan}")
        if t.alasan:
            baris.append(f"        Alasan pengirim: {t.alasan}")
    if len(isi) > _PALING_BANYAK:
        baris.append(f"      … dan {len(isi) - _PALING_BANYAK} lainnya.")
    saran = dict.fromkeys(t.saran for t in isi if t.saran)
    if isi[0].tingkat != "info":
        baris += [f"      → {s}" for s in list(saran)[:2]]
    return baris


def as_text(t: TandaTerima) -> str:
    """The receipt for a terminal, the gravest findings first, grouped with counts."""
    urutan = list(_TANDA)
    temuan = sorted(t.temuan, key=lambda f: (urutan.index(f.tingkat), f.jenis))
    baris = [f"{t.nama}: {t.kalimat}"]
    for _, isi in groupby(temuan, key=lambda f: f.jenis):
        baris += _one_kind(list(isi))
    if t.kelompok_baru:
        baris.append(f"  Kelompok baru: {', '.join(t.kelompok_baru)}")
    return "\n".join(baris)


def as_json(semua: Iterable[TandaTerima]) -> str:
    """Receipts as one JSON list, for other programs."""

    def plain(nilai: Any) -> Any:  # noqa: ANN401
        return nilai.isoformat() if hasattr(nilai, "isoformat") else str(nilai)

    isi = [dataclasses.asdict(t) for t in semua]
    return json.dumps(isi, ensure_ascii=False, indent=2, default=plain)
