"""One requirement as it stands for one group on one day."""

from dataclasses import dataclass

from planning.pathway import measures
from planning.pathway.aturan import Aturan
from planning.pathway.measures import Bukti
from reference.periode import Periode
from reference.tulisan import is_missing

KEADAAN = {True: "✓ terpenuhi", False: "✗ belum terpenuhi", None: "– belum dilaporkan"}
TAK_DIKETAHUI = "belum diketahui"


@dataclass(frozen=True, slots=True)
class Syarat:
    """A requirement: what it asks, what the group has, and where that stands.

    `terpenuhi` None is not known (not reported, does not apply, cannot be computed),
    never False; `nilai` None then. `bukti` are (periode, variable) pairs, variable as
    in the vocabulary or `langkah:kode`. `catatan` says what the number alone does not.
    `diukur` False: no report can show it, it is only asked; `ragu`: its limit is not
    confirmed. `golongan` is the rung of a ladder, or the kind of thing that a way asks.
    """

    kode: str
    label: str
    golongan: str
    terpenuhi: bool | None
    nilai: float | None
    batas: float | None
    satuan: str
    tertulis: str
    syarat: str
    sumber: str
    usulan: bool
    ditetapkan_oleh: str
    bukti: Bukti = ()
    catatan: str = ""
    diukur: bool = True
    ragu: bool = False

    @property
    def kalimat(self) -> str:
        """What it asks and what there is, as half a sentence."""
        bila = f" ({self.catatan})" if self.catatan else ""
        if not self.diukur:
            return self.label + (f": {self.syarat}" if self.syarat else "") + bila
        if self.tertulis == self.syarat:
            return f"{self.label}: {self.tertulis}{bila}"
        return f"{self.label}: {self.tertulis}, syaratnya {self.syarat}{bila}"

    @property
    def status(self) -> str:
        """How firm the rule itself is."""
        if self.ragu:
            return "belum dikonfirmasi"
        return "usulan" if self.usulan else "ada sumbernya"

    @property
    def keadaan(self) -> str:
        """Its state with a sign of its own: `✓ terpenuhi`."""
        if not self.diukur:
            return "• diminta"
        if self.terpenuhi is None and self.tertulis == TAK_DIKETAHUI:
            return f"– {TAK_DIKETAHUI}"
        return KEADAAN[self.terpenuhi]


def requirement(
    a: Aturan, periode: Periode, nilai: float, golongan: str, sebab: str = ""
) -> Syarat:
    """A rule and a group's value of it, as a requirement.

    `sebab` says why the value is not known, where it is more than not reported.
    """
    kosong = is_missing(nilai)
    return Syarat(
        kode=a.kode,
        label=a.label,
        golongan=golongan,
        terpenuhi=a.met(nilai),
        nilai=None if kosong else float(nilai),
        batas=None if is_missing(a.batas) else a.batas,
        satuan=a.satuan,
        tertulis=TAK_DIKETAHUI if kosong and sebab else a.words(nilai),
        syarat=a.syarat,
        sumber=a.sumber,
        usulan=a.usulan,
        ditetapkan_oleh=a.ditetapkan_oleh,
        bukti=measures.evidence(periode, a.dari, a.ukuran, nilai),
        ragu=a.ragu,
        catatan=sebab or measures.unreadable(a.dari, a.ukuran) or "",
    )
