"""How rules and assumptions differ: an entry's own mark, and what newer ones change."""

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from reference.acuan import Acuan, Butir, Kolom, Nilai, daftar
from reference.tulisan import angka, persen, rupiah, tanggal

TIDAK_ADA = "tidak ada"
SEMULA = "sejak semula"
SETERUSNYA = "sampai diubah"
_DESIMAL = 2


@dataclass(frozen=True, slots=True)
class Beda:
    """One thing that an entry sent in changes: what it was and becomes, since when.

    `sejak` None is "since ever".
    """

    daftar: str
    kode: str
    label: str
    hal: str
    lama: str
    baru: str
    sejak: dt.date | None


def written(kolom: Kolom, nilai: Nilai) -> str:
    """A value of a column as people read it.

    >>> written(Kolom("peluang", "Peluang", "bagian"), 0.6)
    '60 %'
    >>> written(Kolom("biaya", "Biaya", "rupiah", satuan="Rp"), 250000)
    'Rp 250.000'
    """
    if nilai is None or nilai == "":
        return "kosong"
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    if isinstance(nilai, str):
        return nilai
    if kolom.jenis == "rupiah":
        return rupiah(nilai)
    if kolom.jenis == "bagian":
        return persen(nilai * 100, 0 if round(nilai * 100, 6) % 1 == 0 else 1)
    desimal = next(n for n in range(_DESIMAL + 1) if n == _DESIMAL or _exact(nilai, n))
    return f"{angka(nilai, desimal)} {kolom.satuan}".strip()


def _exact(nilai: float, desimal: int) -> bool:
    """Whether so many decimals say all of a number."""
    return round(nilai, desimal) == nilai


def mark(b: Butir) -> str:
    """A short mark of all that an entry says; equal exactly when it says the same.

    >>> b = Butir("x", "a", "A", {"nilai": 2}, "", True, "Pokja II")
    >>> mark(b) == mark(Butir("x", "a", " A", {"nilai": 2.0}, "", True, "Pokja II"))
    True
    """
    isi = {n: _plain(v) for n, v in sorted(b.isi.items()) if _plain(v) is not None}
    semua = [
        _plain(b.label), isi, _plain(b.sumber), b.usulan, _plain(b.ditetapkan_oleh),
        day_key(b.berlaku_sejak), day_key(b.berlaku_sampai), b.ketelitian,
    ]  # fmt: skip
    teks = json.dumps(semua, ensure_ascii=False)
    return hashlib.sha256(teks.encode("utf-8", "replace")).hexdigest()[:10]


def day_key(hari: dt.date | None) -> str:
    """A day as it is written in keys; empty for none.

    >>> day_key(dt.date(2020, 11, 2)), day_key(None)
    ('2020-11-02', '')
    """
    return hari.isoformat() if hari else ""


def _plain(nilai: Any) -> Any:  # noqa: ANN401
    """A value as every office program gives it back: 2 and 2.0 are the same."""
    if isinstance(nilai, bool):
        return nilai
    if isinstance(nilai, int | float):
        return f"{float(nilai):.12g}"
    if isinstance(nilai, str):
        return " ".join(nilai.split()) or None
    return nilai


def same_content(a: Butir, b: Butir) -> bool:
    """Whether two entries hold the same values, whoever says so and since when."""
    return {n: _plain(v) for n, v in a.isi.items() if _plain(v) is not None} == {
        n: _plain(v) for n, v in b.isi.items() if _plain(v) is not None
    }


def before(acuan: Acuan, b: Butir) -> Butir | None:
    """The entry that one sent in takes the place of; None when its kode is new.

    That is the one with the same first day, else what was in force on that day.
    """
    for lama in acuan.butir:
        if (lama.daftar, lama.kode) == (b.daftar, b.kode) and (
            lama.berlaku_sejak == b.berlaku_sejak and not lama.dicabut
        ):
            return lama
    if b.berlaku_sejak is None:
        return None
    return acuan.pada(b.daftar, b.berlaku_sejak).get(b.kode)


def changes(acuan: Acuan, masuk: Iterable[Butir]) -> list[Beda]:
    """What entries sent in together change in what was known before."""
    return [beda for b in masuk for beda in _of_entry(before(acuan, b), b)]


def _of_entry(lama: Butir | None, b: Butir) -> Iterator[Beda]:
    def beda(hal: str, dulu: str, kini: str) -> Beda:
        return Beda(b.daftar, b.kode, b.label, hal, dulu, kini, b.berlaku_sejak)

    if b.dicabut:
        yield beda("Seluruhnya", "ada" if lama else TIDAK_ADA, "dicabut")
        return
    if lama is None:
        yield beda("Seluruhnya", TIDAK_ADA, f"baru: {summary(b)}")
        return
    dulu, kini = (dict(_said(x)) for x in (lama, b))
    for hal, teks in kini.items():
        if dulu.get(hal) != teks:
            yield beda(hal, dulu.get(hal, "kosong"), teks)


def _said(b: Butir) -> Iterator[tuple[str, str]]:
    yield "Nama", " ".join(b.label.split())
    for k in daftar()[b.daftar].kolom if b.daftar in daftar() else ():
        yield k.label, written(k, b[k.nama])
    yield "Sumber", b.sumber or "kosong"
    yield "Usulan", "ya" if b.usulan else "tidak"
    yield "Ditetapkan oleh", b.ditetapkan_oleh or "kosong"
    sampai = b.berlaku_sampai
    yield "Berlaku sampai", tanggal(sampai) if sampai else SETERUSNYA


def summary(b: Butir) -> str:
    """The values of an entry in one line, those that are filled in.

    A unit that stands in a column of its own is said with the only number.
    """
    kolom = daftar()[b.daftar].kolom if b.daftar in daftar() else ()
    angka_saja = [k for k in kolom if k.jenis == "angka" and b[k.nama] is not None]
    satuan = b["satuan"] if len(angka_saja) == 1 else None
    isi = []
    for k in kolom:
        if b[k.nama] is None or (satuan and k.nama == "satuan"):
            continue
        teks = written(k, b[k.nama])
        if satuan == "Rp" and k in angka_saja:
            teks = rupiah(b[k.nama])
        elif satuan and k in angka_saja:
            teks = f"{teks} {satuan}"
        isi.append(f"{k.label}: {teks.rstrip('.')}")
    return "; ".join(isi)
