"""The ways to be (in) a koperasi: which are open to a group, what each asks of it."""

import datetime as dt
from dataclasses import dataclass

from indicators.data import Data
from planning.pathway.asked import KEWAJIBAN, Keadaan
from planning.pathway.judge import open_on
from planning.pathway.syarat import Syarat
from reference.acuan import Acuan, Butir
from reference.tulisan import daftar


@dataclass(frozen=True, slots=True)
class Jalan:
    """One way, for one group on one day.

    `terbuka` False: something that closes the way is known to be lacking; None: it is
    not known; `penghalang` names it then. `syarat` is all that the way asks, with the
    yearly duties (`golongan` "kewajiban") last; `kurang` the first that is measured and
    not known to be met (what is asked only under a condition comes
    last). `bersama` are the sister groups of the way "gabung".
    """

    kode: str
    label: str
    keterangan: str
    terbuka: bool | None
    syarat: tuple[Syarat, ...]
    kurang: Syarat | None
    penghalang: str
    sumber: str
    usulan: bool
    bersama: tuple[str, ...] = ()

    @property
    def missing(self) -> tuple[Syarat, ...]:
        """All that is measured and not known to be met, without the yearly duties."""
        return tuple(
            s for s in self.syarat
            if s.diukur and s.terpenuhi is not True and s.golongan != KEWAJIBAN
        )  # fmt: skip

    @property
    def keadaan(self) -> str:
        """Its state with a sign of its own: `✓ terbuka`."""
        return {
            True: "✓ terbuka", False: "✗ belum terbuka", None: "– belum diketahui"
        }[self.terbuka]  # fmt: skip


def ways(
    data: Data,
    kode_kelompok: str,
    pada: dt.date,
    acuan: Acuan | None = None,
    *,
    aturan_pada: dt.date | None = None,
) -> tuple[Jalan, ...]:
    """Every way in force on `aturan_pada` (default: `pada`), as it stands for a group.

    Read from the report of the period that had ended by `pada`. Raises KeyError for a
    group that is not in the registry, or not open that day.
    """
    if kode_kelompok not in open_on(data, pada):
        raise KeyError(kode_kelompok)
    acuan, hari = acuan or data.acuan, aturan_pada or pada
    keadaan = Keadaan(data, kode_kelompok, pada, acuan, hari)
    diminta = acuan.pada("syarat_jalur", hari).values()
    return tuple(
        _way(keadaan, b, [s for s in diminta if s["jalur"] == b.kode])
        for b in acuan.pada("jalur", hari).values()
    )


def _way(keadaan: Keadaan, jalur: Butir, diminta: list[Butir]) -> Jalan:
    pasangan = [
        (bool(b["menghalangi"]), s) for b in diminta for s in keadaan.requirements(b)
    ]
    pasangan.sort(key=lambda p: p[1].golongan == KEWAJIBAN)
    tutup = [s for halang, s in pasangan if halang and s.terpenuhi is not True]
    pasti = [s for s in tutup if s.terpenuhi is False]
    terukur = [
        s for _, s in pasangan
        if s.diukur and s.terpenuhi is not True and s.golongan != KEWAJIBAN
    ]  # fmt: skip
    terukur.sort(key=lambda s: bool(s.catatan))
    return Jalan(
        kode=jalur.kode,
        label=jalur.label,
        keterangan=jalur["keterangan"] or "",
        terbuka=True if not tutup else (False if pasti else None),
        syarat=tuple(s for _, s in pasangan),
        kurang=next(iter((*pasti, *tutup, *terukur)), None),
        penghalang=(pasti or tutup)[0].kalimat if tutup else "",
        sumber=jalur.sumber,
        usulan=jalur.usulan,
        bersama=keadaan.bersama.kode if jalur.kode == "gabung" else (),
    )


def summary(jalan: tuple[Jalan, ...]) -> str:
    """Which ways are open, in a sentence; what stands in the way where none is."""
    terbuka = [j.label for j in jalan if j.terbuka]
    if terbuka:
        return f"Jalan yang terbuka: {daftar(terbuka)}."
    if not jalan:
        return "Belum ada jalan yang berlaku pada hari itu."
    return f"Belum ada jalan yang pasti terbuka. Penghalang: {jalan[0].penghalang}."
