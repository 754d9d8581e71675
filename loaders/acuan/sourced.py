"""What follows from the source of an entry, and which codes it names."""

from dataclasses import replace

from loaders.acuan.records import BELUM_ADA_SUMBER, BELUM_DISEBUT
from reference.acuan import Butir, bawaan
from reference.acuan_beda import same_content


def codes(isi: object) -> list[str]:
    """The codes that a cell names, parted by semicolons.

    >>> codes("kelurahan; pokja_ii"), codes(None)
    (['kelurahan', 'pokja_ii'], [])
    """
    semua = str(isi).split(";") if isi else []
    return [t.strip() for t in semua if t.strip()]


def sourced(
    baru: Butir, lama: Butir | None
) -> tuple[Butir, list[tuple[str, str, str]]]:
    """An entry with what follows from its source; and what to say of that.

    Without an official source, and with other values by the old source, it is a
    proposal. Other values that still name who set those of the product name nobody.
    """
    catatan = []
    ubah = lama is None or not same_content(baru, lama)
    tanpa = baru.sumber.casefold().startswith(BELUM_ADA_SUMBER)
    sama = lama is not None and baru.sumber == lama.sumber
    if (tanpa or (ubah and sama)) and not baru.usulan:
        baru = replace(baru, usulan=True)
        catatan.append(("acuan_tanpa_sumber", "diubah tanpa sumber baru", "sumber"))
    bawaan_saja = lama is not None and lama in bawaan().butir
    if ubah and bawaan_saja and lama and baru.ditetapkan_oleh == lama.ditetapkan_oleh:
        baru = replace(baru, ditetapkan_oleh=BELUM_DISEBUT)
        kalimat = "diubah tanpa menyebut yang menetapkan"
        catatan.append(("acuan_tanpa_penetap", kalimat, "ditetapkan_oleh"))
    return baru, catatan
