"""What a group's own next step is, as one sentence beside those on its figures."""

import datetime as dt

from indicators.data import Data
from indicators.sentences import Dasar, Kalimat
from planning.pathway.standing import read

USULAN = "Menurut aturan yang masih usulan; Pokja II dapat mengubahnya."
RESMI = "Menurut aturan dan laporan terakhirnya."


def next_step(
    data: Data, kode_kelompok: str, pada: dt.date, sumbu: str = "tingkat"
) -> Kalimat | None:
    """The sentence on the single next missing item of a group.

    It stands on the report that the reading stands on. None for a group that is not
    open that day, or of which nothing was read.
    """
    try:
        kini = read(data, kode_kelompok, pada, sumbu=sumbu)
    except KeyError:
        return None
    baca = kini if kini.periode or kini.sebelumnya is None else kini.sebelumnya
    if baca.periode is None or not baca.butir:
        return None
    return Kalimat(
        "langkah", baca.alasan, USULAN if baca.usulan else RESMI,
        (Dasar(sumbu, kode_kelompok, baca.periode, None, ()),),
        halaman="menuju_koperasi",
    )  # fmt: skip
