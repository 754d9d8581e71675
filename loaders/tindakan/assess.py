"""Holding a register against what is known: its groups, its kinds, its codes."""

import difflib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection

from checks.temuan import JENIS, Temuan
from loaders.bacaan import Bacaan, BarisDaftar
from loaders.cells.choice_cells import fold_choice
from loaders.record import Pencatat, quote
from loaders.tindakan.kode import PemberiKode
from reference.tindakan import HARI_DISIMPAN, LAIN, TEKS_DISIMPAN
from reference.tulisan import daftar
from reference.wilayah import fold, nama_wilayah
from store.context import SEMUA, registry
from store.register import codes_by_row, every_group, known_actions
from store.rules import in_all, sent_in

PAKET = "paket"
"""The list of `reference.acuan` that the kinds of actions come from."""
_LAINNYA = ("lain", "lainnya", "lain lain")
_MIRIP = 0.6


@dataclass(slots=True)
class DinilaiTindakan:
    """A register held against the store: rows to keep, findings, and how many held."""

    rows: list[dict[str, Any]] = field(default_factory=list)
    temuan: list[Temuan] = field(default_factory=list)
    n_tertahan: int = 0


def packages(conn: Connection, sebelum: int = SEMUA) -> dict[str, str]:
    """Every kind of action that the list of packages ever had, label by kode.

    Also those that people sent in, with a submission before `sebelum`.
    """
    acuan = in_all(sent_in(conn, sebelum=sebelum))
    return {b.kode: b.label for b in acuan.butir if b.daftar == PAKET}


def assess_actions(conn: Connection, bacaan: Bacaan, sebelum: int) -> DinilaiTindakan:
    """Hold a register that was read against the store.

    `sebelum` is its own number when it is read again (`store.context.SEMUA` for a new
    one): its rows then keep the codes that they were given.
    """
    penilai = _Penilai(conn, bacaan, packages(conn, sebelum))
    for b in bacaan.tindakan:
        penilai.row(b)
    dulu = {} if sebelum == SEMUA else codes_by_row(conn, sebelum)
    pemberi = PemberiKode(
        known_actions(conn, sebelum), dulu, penilai.note, str(bacaan.periode)
    )
    terambil = [b for b in bacaan.tindakan if not b.tertahan]
    pemberi.give(terambil)
    rows = [_stored(b) for b in terambil if not b.tertahan]
    tertahan = len(bacaan.tindakan) - len(rows)
    return DinilaiTindakan(rows, penilai.pencatat.temuan, tertahan)


def _stored(b: BarisDaftar) -> dict[str, Any]:
    kolom = ("kode_tindakan", "kode_wilayah", "biaya_rp")
    isi = {n: b.nilai[n] for n in (*kolom, *TEKS_DISIMPAN, *HARI_DISIMPAN)}
    return {**isi, "kode_kelompok": isi["kode_kelompok"] or None, "baris": b.baris}


class _Penilai:
    """Says of each row which group and which kind it means."""

    def __init__(
        self, conn: Connection, bacaan: Bacaan, paket: Mapping[str, str]
    ) -> None:
        self.conn = conn
        self.lembar = bacaan.kolom["status"][0] if "status" in bacaan.kolom else None
        self.pencatat = Pencatat()
        self.kelompok = every_group(conn)
        self.paket = paket
        self.senama: dict[str, dict[str, list[str]]] = {}

    def note(
        self,
        b: BarisDaftar,
        jenis: str,
        kalimat: str,
        kolom: str,
        **isi: Any,  # noqa: ANN401
    ) -> None:
        """A finding in one cell of a row; a galat holds the row."""
        self.pencatat.catat(
            jenis, kalimat, lembar=self.lembar, sel=b.sel.get(kolom), **isi
        )
        b.tertahan |= JENIS[jenis].tingkat == "galat"

    def row(self, b: BarisDaftar) -> None:
        """Puts the codes of group, kelurahan and kind into a row."""
        self._group(b)
        self._kind(b)

    def _group(self, b: BarisDaftar) -> None:
        kode, nama = b.nilai["kode_kelompok"], b.nilai["nama_kelompok"]
        wilayah = b.nilai["kode_wilayah"]
        if kode and kode not in self.kelompok:
            saran = self._alike(kode, wilayah, nama)
            self.note(
                b, "tindakan_kelompok_tidak_dikenal",
                f"kode kelompok {quote(kode)} tidak terdaftar", "kode_kelompok",
                ditemukan=kode, saran=saran,
            )  # fmt: skip
        elif kode and wilayah and self.kelompok[kode] != wilayah:
            self.note(
                b, "tindakan_kelompok_lain_kelurahan",
                f"kelompok {kode} berada di {nama_wilayah(self.kelompok[kode])}, bukan "
                f"di {nama_wilayah(wilayah)}", "kelurahan",
            )  # fmt: skip
        elif kode:
            b.nilai["kode_wilayah"] = self.kelompok[kode]
        elif nama:
            self._by_name(b, nama, wilayah)

    def _by_name(self, b: BarisDaftar, nama: str, wilayah: str | None) -> None:
        senama = self._names(wilayah).get(fold(nama), []) if wilayah else []
        if len(senama) == 1:
            b.nilai["kode_kelompok"] = senama[0]
            return
        kalimat = f"kelompok {quote(nama)} tidak terdaftar dengan nama itu"
        if senama:
            kalimat = f"{quote(nama)} adalah nama kelompok {daftar(senama)}"
        elif wilayah is None:
            kalimat = f"kelompok {quote(nama)} tanpa kode dan tanpa kelurahan"
        saran = self._alike("", wilayah, nama)
        self.note(
            b, "tindakan_kelompok_tidak_dikenal", kalimat, "nama_kelompok",
            ditemukan=nama, saran=saran,
        )  # fmt: skip

    def _names(self, wilayah: str) -> dict[str, list[str]]:
        if wilayah not in self.senama:
            per: dict[str, list[str]] = {}
            for g in registry(self.conn, wilayah).values():
                per.setdefault(fold(g.nama), []).append(g.kode)
            self.senama[wilayah] = per
        return self.senama[wilayah]

    def _alike(self, kode: str, wilayah: str | None, nama: str) -> str:
        """Which group may be meant, by its name or by its code; "" for none."""
        if nama and wilayah:
            ada = self._names(wilayah)
            dekat = difflib.get_close_matches(fold(nama), ada, n=1, cutoff=_MIRIP)
            if dekat:
                return f"Yang mirip: {daftar(ada[dekat[0]])}. Tulis kodenya."
        calon = [k for k in self.kelompok if not wilayah or k.startswith(wilayah)]
        dekat = difflib.get_close_matches(kode, calon, n=3, cutoff=_MIRIP)
        return f"Yang mirip: {daftar(dekat)}." if kode and dekat else ""

    def _kind(self, b: BarisDaftar) -> None:
        teks = b.nilai["jenis"] or ""
        kode = _known_kind(teks, self.paket)
        b.nilai["jenis"] = kode
        if kode == LAIN and not b.nilai["uraian"]:
            kalimat = "jenis Lainnya tanpa uraian"
            self.note(b, "tindakan_tanpa_uraian", kalimat, "uraian")
        elif kode is None:
            label = list(self.paket.values())
            dekat = difflib.get_close_matches(teks, label, n=2, cutoff=_MIRIP)
            saran = f"Maksudnya {' atau '.join(map(quote, dekat))}? " if dekat else ""
            apa = f"jenis tindakan {quote(teks)} tidak dikenal"
            self.note(
                b, "jenis_tindakan_tidak_dikenal",
                apa if teks else "jenis tindakan belum diisi", "jenis", ditemukan=teks,
                diharapkan=daftar([*label, "Lainnya"]),
                saran=f"{saran}{JENIS['jenis_tindakan_tidak_dikenal'].tindakan}",
            )  # fmt: skip


def _known_kind(teks: str, paket: Mapping[str, str]) -> str | None:
    """The kode of a kind as somebody wrote it: its kode, its label, or another one.

    >>> _known_kind("pelatihan pembukuan", {"buku": "Pelatihan Pembukuan"})
    'buku'
    >>> _known_kind("Lain-lain", {}), _known_kind("sesuatu", {})
    ('lain', None)
    """
    kunci = fold_choice(teks)
    for kode, label in paket.items():
        if kunci in (fold_choice(kode), fold_choice(label)):
            return kode
    return LAIN if kunci in _LAINNYA else None
