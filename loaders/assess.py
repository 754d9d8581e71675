"""Holding a workbook, once read, against what is stored: what is new, held, left out.

Only reads; the caller holds the transaction, so that nothing changes in between.
"""

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection

from checks.aturan import Aturan, Pelanggaran
from checks.rules import check
from checks.temuan import JENIS, Temuan
from loaders.bacaan import Bacaan, BarisKelompok
from reference.kosakata import at_level
from reference.periode import Periode
from reference.tulisan import tanggal
from reference.wilayah import fold
from store.context import Registered, registry, values_in

MIRIP = 0.85
_ANGKA = tuple(
    n for n, v in at_level("kelompok").items() if v.is_number and v.type != "score"
)


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


@dataclass(frozen=True, slots=True)
class _Latar:
    """What the store knows: the registry, the last period, codes given before."""

    bacaan: Bacaan
    periode: Periode
    daftar: Mapping[str, Registered]
    lalu: Mapping[str, Mapping[str, Any]]


def found(jenis: str, pesan: str, **lain: Any) -> Temuan:  # noqa: ANN401
    """A finding of a kind, with the grade and the advice that the kind has."""
    butir = JENIS[jenis]
    return Temuan(jenis, butir.tingkat, pesan, **{"saran": butir.tindakan, **lain})


def stops(temuan: Iterable[Temuan]) -> bool:
    """Whether a finding rejects the whole file."""
    return any(
        t.tingkat == "galat" and JENIS[t.jenis].lingkup == "berkas" for t in temuan
    )


def _on_group(jenis: str, latar: _Latar, g: BarisKelompok, pesan: str) -> Temuan:
    """A finding about a whole group, standing at its name."""
    lembar, sel = next(
        (t for v in ("kode_kelompok", "nama_kelompok", "status")
         if (t := latar.bacaan.tempat(g, v))[1]), ("", "")
    )  # fmt: skip
    return found(
        jenis, pesan, lembar=lembar or None, sel=sel or None, kelompok=g.sebutan,
        alasan=g.catatan if JENIS[jenis].tingkat == "periksa" else "",
    )  # fmt: skip


def _codes(latar: _Latar, dulu: Mapping[str, str]) -> list[str | None]:
    """The registered code of each group: as written, else by its exact name."""
    per_nama: dict[str, list[str]] = {}
    for g in latar.daftar.values():
        per_nama.setdefault(fold(g.nama), []).append(g.kode)
    lama = {fold(nama): kode for nama, kode in dulu.items()}
    hasil: list[str | None] = []
    for g in latar.bacaan.kelompok:
        senama = per_nama.get(fold(g.nama), ())
        sendiri = senama[0] if len(senama) == 1 else None
        kode = g.kode or lama.get(fold(g.nama)) or sendiri
        hasil.append(kode if kode in latar.daftar else None)
    return hasil


def _identity(latar: _Latar, g: BarisKelompok, kode: str | None) -> Iterator[Temuan]:
    """What is odd about who a group says it is."""
    if kode is None and g.kode:
        yield _on_group(
            "kode_belum_terdaftar", latar, g,
            f"Kode {g.kode} ({g.nama}) belum pernah diberikan oleh aplikasi.",
        )  # fmt: skip
    elif kode is None:
        yield from _new_group(latar, g)
    else:
        yield from _known_group(latar, g, latar.daftar[kode])


def _new_group(latar: _Latar, g: BarisKelompok) -> Iterator[Temuan]:
    senama = [d.kode for d in latar.daftar.values() if fold(d.nama) == fold(g.nama)]
    if len(senama) > 1:
        yield _on_group(
            "nama_rancu", latar, g,
            f"“{g.nama}” adalah nama {len(senama)} kelompok terdaftar "
            f"({', '.join(senama)}); tulis kodenya.",
        )  # fmt: skip
        return
    yield _on_group(
        "kelompok_baru", latar, g, f"“{g.nama}” belum ada di daftar: kelompok baru."
    )
    nama = {fold(d.nama): d for d in latar.daftar.values()}
    for dekat in difflib.get_close_matches(fold(g.nama), nama, n=1, cutoff=MIRIP):
        d = nama[dekat]
        yield _on_group(
            "nama_mirip", latar, g,
            f"“{g.nama}” mirip dengan “{d.nama}” ({d.kode}) yang sudah terdaftar.",
        )  # fmt: skip


def _known_group(latar: _Latar, g: BarisKelompok, d: Registered) -> Iterator[Temuan]:
    lama = latar.lalu.get(d.kode, {}).get("nama_kelompok") or d.nama
    if not g.kode:
        yield _on_group(
            "dikenali_dari_nama", latar, g,
            f"“{g.nama}” tanpa kode; dikenali dari namanya sebagai {d.kode}.",
        )  # fmt: skip
    elif lama and fold(lama) != fold(g.nama):
        yield _on_group(
            "nama_berganti", latar, g,
            f"Kode {d.kode} sebelumnya bernama “{lama}”, sekarang “{g.nama}”.",
        )  # fmt: skip
    if d.tutup and d.tutup < latar.periode.start:
        yield _on_group(
            "kelompok_sudah_tutup", latar, g,
            f"{d.nama} ({d.kode}) sudah ditutup sejak {tanggal(d.tutup)}.",
        )  # fmt: skip


def _breach(latar: _Latar, g: BarisKelompok, aturan: Aturan, p: Pelanggaran) -> Temuan:
    lembar, sel = latar.bacaan.tempat(g, p.variabel)
    lain = [latar.bacaan.tempat(g, v) for v in p.terkait if v != p.variabel]
    return Temuan(
        aturan.kode, aturan.tingkat, f"{g.nama}: {p.kalimat}.", lembar or None,
        sel or None, tuple(s for n, s in lain if n == lembar and s != sel), p.variabel,
        g.sebutan, p.ditemukan, p.diharapkan, p.saran, g.catatan,
    )  # fmt: skip


def _against_last(latar: _Latar, g: BarisKelompok, kode: str) -> Iterator[Temuan]:
    """What a group's values say when held against those of the period before."""
    lalu = latar.lalu.get(kode)
    if lalu is None:
        return
    for aturan, pelanggaran in check(g.nilai, lalu):
        yield _breach(latar, g, aturan, pelanggaran)
    kini = [g.nilai.get(n) for n in _ANGKA]
    if any(kini) and kini == [lalu.get(n) for n in _ANGKA]:
        yield _on_group(
            "sama_dengan_lalu", latar, g,
            f"Semua angka {g.nama} sama dengan {latar.periode.previous().label}.",
        )  # fmt: skip


def _left_out(latar: _Latar, ada: set[str | None]) -> Iterator[Temuan]:
    """The groups that were open in the period and are not in the workbook."""
    for d in latar.daftar.values():
        mulai = Periode.parse(d.periode_pertama) if d.periode_pertama else None
        buka = d.tutup is None or d.tutup >= latar.periode.start
        if d.kode not in ada and buka and mulai and mulai <= latar.periode:
            yield found(
                "kelompok_tidak_dilaporkan",
                f"{d.nama} ({d.kode}) tidak ada di kiriman ini.",
                kelompok=d.kode, alasan=latar.bacaan.catatan_kelurahan,
            )  # fmt: skip


def _twice(latar: _Latar, kode: list[str | None]) -> Iterator[Temuan]:
    """Rows that turn out to be one group, once written by code and once by name."""
    for satu in dict.fromkeys(k for k in kode if k and kode.count(k) > 1):
        rows = [
            g for g, k in zip(latar.bacaan.kelompok, kode, strict=True) if k == satu
        ]
        if len({g.sebutan for g in rows}) > 1:
            for g in rows:
                pesan = (
                    f"{satu} ditulis dua kali: “{rows[0].nama}” dan “{rows[1].nama}”."
                )
                yield _on_group("kelompok_ganda", latar, g, pesan)


def assess(
    conn: Connection, bacaan: Bacaan, kode_dulu: Mapping[str, str] | None = None
) -> Penilaian:
    """Hold a workbook that was not rejected against the store.

    `kode_dulu` are the codes that an earlier reading of the same file gave, by name.
    """
    assert bacaan.kode_wilayah and bacaan.periode
    periode = Periode.parse(bacaan.periode)
    daftar = registry(conn, bacaan.kode_wilayah)
    lalu = values_in(conn, bacaan.kode_wilayah, str(periode.previous()))
    latar = _Latar(bacaan, periode, daftar, lalu)
    kode = _codes(latar, kode_dulu or {})
    temuan = [*_twice(latar, kode)]
    for g, k in zip(bacaan.kelompok, kode, strict=True):
        temuan += _identity(latar, g, k)
        if k:
            temuan += _against_last(latar, g, k)
    temuan += _left_out(latar, set(kode))
    tertahan = bacaan.tertahan() | {
        t.kelompok
        for t in temuan
        if t.kelompok and t.tingkat == "galat" and JENIS[t.jenis].lingkup == "kelompok"
    }
    dinilai = [
        Dinilai(g, k, g.sebutan in tertahan)
        for g, k in zip(bacaan.kelompok, kode, strict=True)
    ]
    return Penilaian(dinilai, temuan, {d.kode: d.nama for d in daftar.values()})
