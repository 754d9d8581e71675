"""What kinds of groups there are, and which kind a group is in a quarter."""

from dataclasses import dataclass

from sample.acak import Acak
from sample.kota import KelompokContoh


@dataclass(frozen=True, slots=True)
class Tabiat:
    """How a kind of group behaves in a quarter; shares between 0 and 1.

    `rajin`: members who pay their savings; `pakai`: share of money that is lent out;
    `angsur`: principal paid back; `lancar`: interest collected; `tunggak`: loans
    overdue; `biaya`: costs per rupiah of interest; `rapat`: meetings held.
    """

    rajin: float
    pakai: float
    angsur: float
    lancar: float
    tunggak: float
    biaya: float
    rapat: float
    masuk: float
    keluar: float


TABIAT = {
    "bintang": Tabiat(0.98, 0.86, 0.36, 0.97, 0.012, 0.28, 0.98, 0.04, 0.008),
    "tumbuh": Tabiat(0.93, 0.82, 0.36, 0.93, 0.03, 0.32, 0.93, 0.045, 0.012),
    "stabil": Tabiat(0.75, 0.74, 0.33, 0.88, 0.06, 0.42, 0.85, 0.02, 0.015),
    "jalan_di_tempat": Tabiat(0.12, 0.6, 0.26, 0.7, 0.14, 0.75, 0.55, 0.008, 0.012),
    "lesu": Tabiat(0.08, 0.58, 0.17, 0.5, 0.3, 0.9, 0.35, 0.004, 0.035),
    "nonaktif": Tabiat(0.0, 0.5, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0),
}
UMUR_TUNGGAKAN = {
    "bintang": (0.8, 0.2, 0.0), "tumbuh": (0.7, 0.25, 0.05),
    "stabil": (0.5, 0.3, 0.15), "jalan_di_tempat": (0.3, 0.3, 0.25),
    "lesu": (0.15, 0.2, 0.25), "nonaktif": (0.0, 0.0, 0.0),
}  # fmt: skip
"""Of the overdue loans, the shares 1-30, 31-90 and 91-180 days late; the rest older."""


def is_dormant(k: KelompokContoh, t: int) -> bool:
    """Whether a group does nothing in a quarter: always, or after fading away."""
    if k.watak == "nonaktif":
        return t not in (4, 5)
    return k.watak == "lesu" and t >= Acak(k.kunci, "padam").bulat(4, 22)


def behaviour(k: KelompokContoh, t: int) -> str:
    """The kind of group that it is in a quarter: coaching lifts some, rest fades."""
    if is_dormant(k, t):
        return "nonaktif"
    membaik = k.membaik_sejak is not None and t >= k.membaik_sejak
    naik = {"jalan_di_tempat": "stabil", "lesu": "jalan_di_tempat", "stabil": "tumbuh"}
    return (
        naik.get(k.watak, k.watak) if membaik else k.watak.replace("nonaktif", "lesu")
    )
