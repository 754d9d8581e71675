"""How many past ranges can be checked, and how many held."""

from dataclasses import dataclass

from reference.tulisan import angka


@dataclass(frozen=True, slots=True)
class Hitungan:
    """Past ranges: how many can be checked by now, and in how many the truth lay.

    >>> Hitungan(120, 97).per_seratus
    81
    """

    n_diperiksa: int
    n_tepat: int

    @property
    def per_seratus(self) -> int | None:
        """How many of a hundred held; None before any can be checked."""
        if not self.n_diperiksa:
            return None
        return round(100 * self.n_tepat / self.n_diperiksa)

    @property
    def kalimat(self) -> str:
        """The score for people."""
        if not self.n_diperiksa:
            return "Belum ada perkiraan lama yang sudah dapat diperiksa."
        return (
            f"Dari {angka(self.n_diperiksa)} perkiraan yang sudah dapat diperiksa, "
            f"{angka(self.n_tepat)} kali kenyataan ada di dalamnya "
            f"({self.per_seratus} dari 100)."
        )
