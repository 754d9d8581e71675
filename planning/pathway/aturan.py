"""One rule of a ladder as data: what is measured, against what, for which rung."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from reference.acuan import Acuan, Butir
from reference.kosakata import label_pilihan, pilihan_untuk
from reference.tulisan import bernilai, is_missing

BATAS = MappingProxyType({"pendiri": "batas_orang", "modal_minimal": "batas_rp"})
"""Lists from which a rule may take its limit (`batas_dari`), and the column of it."""
PALING_BANYAK = "paling banyak"
TANPA_BATAS = "batas aturannya belum diisi"


@dataclass(frozen=True, slots=True)
class Aturan:
    """One rule in force: `dari` and `ukuran` say what is measured (see `measures`).

    `jenjang` is the rung that needs it, "" for a rule of no ladder; `batas` NaN is a
    limit that nobody filled in: then nothing is known to meet it. `usulan` also when
    only its limit has no official source: then `ragu` is True.
    """

    kode: str
    label: str
    jenjang: str
    dari: str
    ukuran: str
    banding: str
    batas: float
    satuan: str
    sumber: str
    usulan: bool
    ditetapkan_oleh: str
    berlaku_sejak: dt.date | None = None
    berlaku_sampai: dt.date | None = None
    ketelitian: str = "hari"
    ragu: bool = False

    def met(self, nilai: float) -> bool | None:
        """Whether a value lies on the right side; None when it is not known.

        >>> a = Aturan("x", "X", "", "isian", "kas", "paling sedikit", 5, "", "", True,
        ...            "")
        >>> a.met(5), a.met(4), a.met(float("nan"))
        (True, False, None)
        """
        if is_missing(nilai) or is_missing(self.batas):
            return None
        if self.banding == PALING_BANYAK:
            return nilai <= self.batas
        return nilai >= self.batas

    def nearness(self, nilai: float) -> float:
        """How much of the way a value has gone, 1 at the limit; 0 unknown.

        What is either so or not is one decision away: 1.
        """
        if self.dari in ("langkah", "pilihan") and not is_missing(nilai):
            return 1.0
        atas, bawah = nilai, self.batas
        if self.banding == PALING_BANYAK:
            atas, bawah = bawah, atas
        if is_missing(nilai) or is_missing(self.batas) or bawah <= 0:
            return 0.0
        return max(0.0, min(1.0, atas / bawah))

    def words(self, nilai: float | None) -> str:
        """A value of what is measured, as people say it."""
        if nilai is None or is_missing(nilai):
            return "belum dilaporkan"
        if self.dari == "langkah":
            return "selesai" if nilai else "belum selesai"
        if self.dari == "pilihan":
            return self._chosen(bool(nilai))
        if self.dari == "terendah" and self.ukuran.startswith("buku_"):
            label = pilihan_untuk("buku_kas")[str(int(nilai))].label
            return label.partition(" - ")[2].lower()
        return bernilai(nilai, self.satuan)

    def _chosen(self, ya: bool) -> str:
        nama, _, boleh = self.ukuran.partition("=")
        lain = [n for n in pilihan_untuk(nama) if n not in boleh.split("|")]
        if ya or len(lain) != 1:
            kata = " atau ".join(label_pilihan(nama, b) for b in boleh.split("|"))
            return kata.lower() if ya else f"bukan {kata.lower()}"
        return label_pilihan(nama, lain[0]).lower()

    @property
    def syarat(self) -> str:
        """What it asks, in words: `paling sedikit 9 orang`."""
        if is_missing(self.batas):
            return TANPA_BATAS
        batas = self.words(self.batas)
        if self.dari in ("langkah", "pilihan"):
            return batas
        if self.dari == "terendah" and self.ukuran.startswith("buku_"):
            return f"semua {batas}"
        if self.banding == PALING_BANYAK and not self.batas:
            return "tidak ada"
        return f"{self.banding} {batas}"


def rule(butir: Butir, acuan: Acuan, hari: dt.date) -> Aturan | None:
    """The rule in an entry, its limit looked up; None where no limit is in force."""
    batas, sumber, usulan = butir["batas"], butir.sumber, butir.usulan
    ragu = False
    if asal := butir["batas_dari"]:
        rujukan = _limits(acuan, hari).get(asal)
        if rujukan:
            batas = rujukan[BATAS[rujukan.daftar]]
            sumber = f"{sumber}; {rujukan.sumber}" if usulan else rujukan.sumber
            usulan, ragu = usulan or rujukan.usulan, rujukan.usulan
        elif any(b.kode == asal and b.daftar in BATAS for b in acuan.butir):
            return None
    return Aturan(
        butir.kode, butir.label, butir["jenjang"] or "", butir["diukur_dari"] or "",
        butir["ukuran"] or "", butir["banding"] or "paling sedikit",
        float("nan") if batas is None else float(batas),
        butir["satuan"] or "", sumber, usulan, butir.ditetapkan_oleh,
        butir.berlaku_sejak, butir.berlaku_sampai, butir.ketelitian, ragu,
    )  # fmt: skip


def _limits(acuan: Acuan, hari: dt.date) -> Mapping[str, Butir]:
    hasil: dict[str, Butir] = {}
    for daftar in BATAS:
        hasil |= acuan.pada(daftar, hari)
    return hasil


def ladder(acuan: Acuan, sumbu: str, hari: dt.date) -> tuple[Aturan, ...]:
    """The rules of one ladder ("tingkat" or "tahap") in force, lowest rung first."""
    jenjang = list(pilihan_untuk(sumbu))
    semua = (rule(b, acuan, hari) for b in acuan.pada(sumbu, hari).values())
    ada = [a for a in semua if a is not None and a.jenjang in jenjang]
    return tuple(sorted(ada, key=lambda a: jenjang.index(a.jenjang)))


def years_of_change(acuan: Acuan, daftar: Iterable[str]) -> tuple[int, ...]:
    """The years in which the rules of some lists changed, newest first."""
    milik = [b for b in acuan.butir if b.daftar in set(daftar)]
    hari = [b.berlaku_sejak for b in milik if b.berlaku_sejak]
    hari += [b.berlaku_sampai + dt.timedelta(1) for b in milik if b.berlaku_sampai]
    return tuple(sorted({h.year for h in hari}, reverse=True))
