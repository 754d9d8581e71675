"""A group with rows around it, given outright, for rules that look beyond one row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from checks.rules import KOLOM_BANDING
from checks.sekitar import KEPALA, PETUNJUK, Tabel

KOLOM = (*KEPALA, *KOLOM_BANDING)
WILAYAH, LAIN = "35.74.04.1006", "35.74.04.1002"
KODE = f"{WILAYAH}-01"
KINI = "2026-T3"


def table(rows: Sequence[Mapping]) -> Tabel:
    """Rows by column; what is not named is not reported, days become ISO text."""
    isi = [
        tuple(
            v.isoformat() if hasattr(v, "isoformat") else v for v in map(b.get, KOLOM)
        )
        for b in rows
    ]
    return Tabel.of(KOLOM, isi)


@dataclass
class Keliling:
    """A `checks.sekitar.Sekitar` whose tables are lists of rows by column."""

    nilai: Mapping
    past: Sequence[Mapping] = ()
    peers: Sequence[Mapping] = ()
    earlier_peers: Sequence[Mapping] = ()
    others: Sequence[Mapping] = ()
    kode: str | None = KODE
    nama: str = "Melati"
    kode_wilayah: str = WILAYAH
    periode: str = KINI
    lalu: Mapping | None = field(init=False)

    def __post_init__(self) -> None:
        self.lalu = self.past[-1] if self.past else None

    @property
    def riwayat(self) -> Tabel:
        return table(self.past)

    @property
    def sebaya(self) -> Tabel:
        return table(self.peers)

    @property
    def pendahulu(self) -> Tabel:
        return table(self.earlier_peers)

    @property
    def seangka(self) -> Tabel:
        """What shares two telltale figures, the newest first."""
        semua = [*self.others, *self.peers, *reversed(self.past)]
        return table([b for b in semua if self._shares(b)])

    def _shares(self, baris: Mapping) -> bool:
        sama = [n for n in PETUNJUK if self.nilai.get(n) == baris.get(n) != 0]
        return sum(baris.get(n) is not None for n in sama) >= 2


def period(ke: int, akhir: int = 2026 * 4 + 2) -> str:
    """The code of a quarter so many before 2026-T3 (`period(1)` is 2026-T2)."""
    tahun, nomor = divmod(akhir - ke, 4)
    return f"{tahun}-T{nomor + 1}"


def past(*nilai: Mapping, kode: str = KODE) -> list[dict]:
    """Rows of the periods before 2026-T3, the oldest first."""
    kepala = {"kode_kelompok": kode, "kode_wilayah": WILAYAH, "nama_kelompok": "Melati"}
    return [
        {**kepala, "periode": period(len(nilai) - i), **isi}
        for i, isi in enumerate(nilai)
    ]


def peer(ke: int = 1, wilayah: str = LAIN, periode: str = KINI, **nilai) -> dict:
    """A row of another kelurahan's group number `ke`."""
    return {
        "kode_kelompok": f"{wilayah}-{ke:02d}", "kode_wilayah": wilayah,
        "periode": periode, "nama_kelompok": f"Kenanga {ke}", **nilai,
    }  # fmt: skip
