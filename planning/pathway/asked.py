"""What a way asks of one group: each entry of the list, measured where it can be."""

import dataclasses
import datetime as dt
import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from indicators.data import Data
from planning.pathway import measures
from planning.pathway.aturan import Aturan, rule
from planning.pathway.sisters import Bersama, together
from planning.pathway.syarat import TAK_DIKETAHUI, Syarat, requirement
from reference.acuan import Acuan, Butir
from reference.kosakata import label_pilihan
from reference.periode import Periode
from reference.syarat import langkah

NAN = float("nan")
KEWAJIBAN = "kewajiban"
_BERSAMA = {
    "kelompok": ("banyak", ("isian", "anggota_akhir")),
    "anggota_akhir": ("anggota", ("isian", "anggota_akhir")),
    "modal_sendiri": ("modal_sendiri", ("indikator", "modal_sendiri")),
}
"""What may be summed with sister groups: where it stands, and what it is read from."""


@dataclass(frozen=True, eq=False)
class Keadaan:
    """One group on one day, under the rules of a day: all that a way may ask about."""

    data: Data
    kode: str
    pada: dt.date
    acuan: Acuan
    hari: dt.date

    @cached_property
    def periode(self) -> Periode:
        """The period whose report is read."""
        return measures.period_on(self.data, self.pada)

    @cached_property
    def bersama(self) -> Bersama:
        """The sister groups with which it could found a koperasi."""
        orang = self.acuan.pada("pendiri", self.hari).get("pendiri_primer")
        modal = self.acuan.pada("modal_minimal", self.hari).get("ksp_primer")
        return together(
            self.data, self.kode, self.pada,
            orang["batas_orang"] if orang else 0,
            modal["batas_rp"] if modal else None,
        )  # fmt: skip

    def value(self, a: Aturan) -> float:
        """What the group has of what is asked; NaN not known."""
        if a.dari == "jalur":
            ada = a.ukuran in self.acuan.pada("jalur", self.hari)
            return 1.0 if ada else NAN
        if a.dari == "bersama":
            nama, _ = _BERSAMA.get(a.ukuran, ("", None))
            return float(getattr(self.bersama, nama, NAN))
        cut = self.data.at(self.periode)
        di = cut.index.get_indexer(pd.Index([self.kode]))[0]
        ukur = measures.measure(self.data, self.periode, a.dari, a.ukuran)
        return float(ukur[di]) if di >= 0 else NAN

    def requirements(self, butir: Butir) -> Iterator[Syarat]:
        """An entry of the list as requirements: none out of force, one a step."""
        dari = butir["diukur_dari"]
        if dari == "tanpa":
            yield from self._only_asked(butir)
        elif dari == "langkah":
            yield from self._steps(butir)
        elif a := rule(butir, self.acuan, self.hari):
            yield self._measured(a, butir)

    def _measured(self, a: Aturan, butir: Butir) -> Syarat:
        nilai = self.value(a)
        bila = [butir["bila"], "angka batas belum dikonfirmasi" if a.ragu else None]
        catatan = "; ".join(b for b in bila if b)
        if a.dari == "jalur":
            s = self._of_way(a, butir, nilai)
        elif a.dari == "bersama" and a.ukuran in _BERSAMA:
            dari, ukuran = _BERSAMA[a.ukuran][1]
            asal = dataclasses.replace(a, dari=dari, ukuran=ukuran)
            s = requirement(asal, self.periode, nilai, butir["golongan"])
        else:
            s = requirement(a, self.periode, nilai, butir["golongan"])
        return dataclasses.replace(s, catatan=s.catatan or catatan)

    def _of_way(self, a: Aturan, butir: Butir, nilai: float) -> Syarat:
        s = requirement(
            dataclasses.replace(a, dari="umur_bulan"), self.periode, nilai,
            butir["golongan"],
        )  # fmt: skip
        ada = label_pilihan("jalur", a.ukuran)
        if math.isnan(nilai):
            return dataclasses.replace(
                s, tertulis=TAK_DIKETAHUI, syarat="ada", bukti=()
            )
        return dataclasses.replace(s, tertulis=ada, syarat=ada, bukti=())

    def _steps(self, butir: Butir) -> Iterator[Syarat]:
        for kode in (butir["ukuran"] or "").replace(";", " ").split():
            langkah_ini = langkah().get(kode)
            if langkah_ini is None or _later(langkah_ini.berlaku_sejak, self.hari):
                continue
            a = Aturan(
                f"{butir.kode}:{kode}", langkah_ini.label, "", "langkah", kode,
                "paling sedikit", 1, "", langkah_ini.sumber, langkah_ini.usulan,
                butir.ditetapkan_oleh,
            )  # fmt: skip
            yield requirement(a, self.periode, self.value(a), butir["golongan"])

    def _only_asked(self, butir: Butir) -> Iterator[Syarat]:
        a = rule(butir, self.acuan, self.hari)
        if a is None:
            return
        kosong = math.isnan(a.batas)
        yield Syarat(
            kode=butir.kode, label=butir.label, golongan=butir["golongan"],
            terpenuhi=None, nilai=None, batas=None if kosong else a.batas,
            satuan=a.satuan, tertulis="tidak dapat dibaca dari laporan",
            syarat="" if kosong else a.syarat, sumber=a.sumber, usulan=a.usulan,
            ditetapkan_oleh=a.ditetapkan_oleh, catatan=butir["bila"] or "",
            diukur=False, ragu=a.ragu,
        )  # fmt: skip


def _later(sejak: str, hari: dt.date) -> bool:
    return bool(sejak) and int(sejak[:4]) > hari.year
