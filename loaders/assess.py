"""Holding a workbook, once read, against what is stored: what is new, held, left out.

Only reads; the caller holds the transaction, so that nothing changes in between.
"""

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection

from checks.temuan import JENIS, Temuan
from loaders.bacaan import Bacaan, BarisKelompok
from loaders.record import Pencatat, breaches, quote
from reference.kosakata import at_level
from reference.periode import Periode
from reference.tulisan import daftar, tanggal
from reference.wilayah import fold as fold_name
from store.context import Registered, registry, values_in

MIRIP = 0.85
_ANGKA = tuple(
    n for n, v in at_level("kelompok").items() if v.is_number and v.type != "score"
)
_TEMPAT = ("kode_kelompok", "nama_kelompok", "status")


fold = lru_cache(maxsize=4096)(fold_name)


@dataclass(slots=True)
class Dinilai:
    """One group of the workbook: its code (None: new), and whether it is held."""

    baris: BarisKelompok
    kode: str | None
    tertahan: bool

    @property
    def baru(self) -> bool:
        """Whether a code must be given to it."""
        return self.kode is None and not self.tertahan


@dataclass(slots=True)
class Penilaian:
    """A workbook held against the store: its groups, and what was found doing so."""

    kelompok: list[Dinilai] = field(default_factory=list)
    temuan: list[Temuan] = field(default_factory=list)
    nama_terdaftar: dict[str, str] = field(default_factory=dict)

    @property
    def n_tertahan(self) -> int:
        """How many groups are held."""
        return sum(g.tertahan for g in self.kelompok)


def stops(temuan: Iterable[Temuan]) -> bool:
    """Whether a finding rejects the whole file."""
    return any(
        t.tingkat == "galat" and JENIS[t.jenis].lingkup == "berkas" for t in temuan
    )


def assess(
    conn: Connection, bacaan: Bacaan, kode_dulu: Mapping[str, str] | None = None
) -> Penilaian:
    """Hold a workbook that was not rejected against the store.

    `kode_dulu` are the codes that an earlier reading of the same file gave, by name.
    """
    periode = Periode.parse(str(bacaan.periode))
    terdaftar = registry(conn, str(bacaan.kode_wilayah))
    lalu = values_in(conn, str(bacaan.kode_wilayah), str(periode.previous()))
    penilai = _Penilai(bacaan, periode, terdaftar, lalu)
    return penilai.run(kode_dulu or {})


class _Penilai:
    """One assessment, step by step."""

    def __init__(
        self,
        bacaan: Bacaan,
        periode: Periode,
        terdaftar: Mapping[str, Registered],
        lalu: Mapping[str, Mapping[str, Any]],
    ) -> None:
        self.bacaan = bacaan
        self.periode = periode
        self.terdaftar = terdaftar
        self.lalu = lalu
        self.pencatat = Pencatat()
        self.senama: dict[str, list[str]] = {}
        for g in terdaftar.values():
            self.senama.setdefault(fold(g.nama), []).append(g.kode)

    def run(self, kode_dulu: Mapping[str, str]) -> Penilaian:
        """Everything that the store has to say about the groups."""
        dulu = {fold(nama): kode for nama, kode in kode_dulu.items()}
        kode = [self._code(g, dulu) for g in self.bacaan.kelompok]
        isi = list(zip(self.bacaan.kelompok, kode, strict=True))
        self._twice(isi)
        for g, k in isi:
            if k is None:
                self._unknown(g)
            else:
                self._known(g, self.terdaftar[k])
                self._against_last(g, self.lalu.get(k))
        self._left_out({k for k in kode if k})
        temuan = self.pencatat.temuan
        tertahan = self.bacaan.tertahan() | {
            t.kelompok
            for t in temuan
            if t.tingkat == "galat" and JENIS[t.jenis].lingkup == "kelompok"
        }
        dinilai = [Dinilai(g, k, g.sebutan in tertahan) for g, k in isi]
        return Penilaian(dinilai, temuan, {g.kode: g.nama for g in self._groups()})

    def _groups(self) -> Iterable[Registered]:
        return self.terdaftar.values()

    def _note(self, jenis: str, g: BarisKelompok, kalimat: str) -> None:
        """A finding about a whole group, standing at its code, else at its name."""
        semua = (self.bacaan.tempat(g, v) for v in _TEMPAT if g.kode or v != _TEMPAT[0])
        lembar, sel = next((t for t in semua if t[1]), (None, None))
        alasan = g.catatan if JENIS[jenis].tingkat == "periksa" else ""
        self.pencatat.catat(
            jenis, kalimat, lembar=lembar, sel=sel, kelompok=g.sebutan, alasan=alasan
        )

    def _code(self, g: BarisKelompok, dulu: Mapping[str, str]) -> str | None:
        """The registered code of a group: as written, else by its exact name."""
        kunci = fold(g.nama)
        senama = self.senama.get(kunci, [])
        kode = g.kode or dulu.get(kunci) or (senama[0] if len(senama) == 1 else "")
        return kode if kode in self.terdaftar else None

    def _twice(self, isi: Iterable[tuple[BarisKelompok, str | None]]) -> None:
        """Rows that turn out to be one group, once written by code, once by name."""
        per: dict[str, list[BarisKelompok]] = {}
        for g, k in isi:
            per.setdefault(k or g.sebutan, []).append(g)
        for kode, rows in per.items():
            if len({g.sebutan for g in rows}) > 1:
                nama = daftar([quote(g.nama) for g in rows])
                for g in rows:
                    self._note(
                        "kelompok_ganda", g, f"{nama} adalah satu kelompok, {kode}"
                    )

    def _unknown(self, g: BarisKelompok) -> None:
        """What is to be said of a group that the registry does not know."""
        senama = self.senama.get(fold(g.nama), [])
        if g.kode:
            pesan = f"kode {g.kode} ({g.nama}) belum pernah diberikan oleh aplikasi"
            self._note("kode_belum_terdaftar", g, pesan)
        elif len(senama) > 1:
            pesan = f"{quote(g.nama)} adalah nama kelompok {daftar(senama)}"
            self._note("nama_rancu", g, pesan)
        else:
            self._note(
                "kelompok_baru", g, f"{quote(g.nama)} belum ada di daftar kelompok"
            )
            self._alike(g)

    def _alike(self, g: BarisKelompok) -> None:
        dekat = difflib.get_close_matches(fold(g.nama), self.senama, n=1, cutoff=MIRIP)
        for kode in self.senama[dekat[0]] if dekat else ():
            nama = self.terdaftar[kode].nama
            pesan = f"{quote(g.nama)} mirip dengan {quote(nama)} ({kode})"
            self._note("nama_mirip", g, pesan)

    def _known(self, g: BarisKelompok, d: Registered) -> None:
        """What is odd about who a registered group says it is."""
        nama = self.lalu.get(d.kode, {}).get("nama_kelompok") or d.nama
        if not g.kode:
            pesan = f"{quote(g.nama)} tanpa kode dikenali sebagai {d.kode}"
            self._note("dikenali_dari_nama", g, pesan)
        elif nama and fold(nama) != fold(g.nama):
            pesan = f"{d.kode} sebelumnya bernama {quote(nama)}, kini {quote(g.nama)}"
            self._note("nama_berganti", g, pesan)
        if d.tutup and d.tutup < self.periode.start:
            pesan = f"{d.nama} ({d.kode}) sudah ditutup sejak {tanggal(d.tutup)}"
            self._note("kelompok_sudah_tutup", g, pesan)

    def _against_last(self, g: BarisKelompok, lalu: Mapping[str, Any] | None) -> None:
        """What a group's values say when held against those of the period before."""
        if lalu is None:
            return
        self.pencatat.temuan += breaches(self.bacaan, g, lalu)
        sama = all(g.nilai.get(n) == lalu.get(n) for n in _ANGKA)
        if sama and any(g.nilai.get(n) for n in _ANGKA):
            dulu = self.periode.previous().label
            pesan = f"semua angka {g.nama} sama persis dengan {dulu}"
            self._note("sama_dengan_lalu", g, pesan)

    def _left_out(self, ada: set[str]) -> None:
        """The groups that were open in the period and are not in the workbook."""
        kosong = {
            t.kelompok for t in self.bacaan.temuan if t.jenis == "kelompok_kosong"
        }
        for d in self._groups():
            if d.kode in ada or kosong & {d.kode, d.nama} or not d.periode_pertama:
                continue
            belum_ada = Periode.parse(d.periode_pertama) > self.periode
            if not belum_ada and (d.tutup is None or d.tutup >= self.periode.start):
                self.pencatat.catat(
                    "kelompok_tidak_dilaporkan",
                    f"{d.nama} ({d.kode}) tidak ada di kiriman ini",
                    kelompok=d.kode,
                    alasan=self.bacaan.catatan_kelurahan,
                )
