"""What a workbook's values say when held against what the store holds already."""

from collections.abc import Mapping, Sequence
from typing import Any

from checks.rules import check, compare
from loaders.around import Tetangga
from loaders.bacaan import Bacaan, BarisKelompok
from loaders.columns_moved import column_questions
from loaders.record import Pencatat
from reference.kosakata import at_level
from reference.periode import Periode

_ANGKA = tuple(
    n for n, v in at_level("kelompok").items() if v.is_number and v.type != "score"
)
_ARUS = tuple(
    n
    for n, v in at_level("kelompok").items()
    if v.kind == "arus" and v.is_number and n != "rapat_direncanakan"
)


class Pembanding:
    """The groups of one workbook beside their past and their neighbours."""

    def __init__(self, bacaan: Bacaan, pencatat: Pencatat) -> None:
        self.bacaan = bacaan
        self.pencatat = pencatat
        self._dulu = Periode.parse(str(bacaan.periode)).previous().label

    def last(self, g: BarisKelompok, lalu: Mapping[str, Any] | None) -> None:
        """What a group's values say when held against those of the period before.

        Where nothing happened, equal numbers are what one expects.
        """
        if lalu is None:
            return
        for aturan, p in check(g.nilai, lalu):
            self.pencatat.breach(aturan, p, self.bacaan, g)
        sama = all(g.nilai.get(n) == lalu.get(n) for n in _ANGKA)
        if sama and any(g.nilai.get(n) for n in _ARUS):
            pesan = f"semua angka {g.nama} sama persis dengan {self._dulu}"
            self.pencatat.about("sama_dengan_lalu", self.bacaan, g, pesan)

    def columns(self, isi: Sequence[tuple[BarisKelompok, Mapping[str, Any]]]) -> None:
        """What whole columns say when held against those of the period before."""
        if isi:
            self.pencatat.temuan += column_questions(self.bacaan, isi, self._dulu)

    def around(self, tetangga: Tetangga) -> None:
        """What each group's values say beside its past and other groups.

        A value that is asked about already, or cannot be, is asked about once.
        """
        sudah = {
            (t.kelompok, t.variabel)
            for t in (*self.bacaan.temuan, *self.pencatat.temuan)
            if t.tingkat != "info"
        }
        for satu in tetangga:
            g = satu.baris
            for aturan, p in compare(satu):
                ditanya = aturan.tingkat != "info" and (g.sebutan, p.variabel) in sudah
                if not ditanya:
                    self.pencatat.breach(aturan, p, self.bacaan, g)
