"""What the upload page asks for: a form, a marked workbook, reasons at their places."""

import io
from collections.abc import Mapping, Sequence

from checks.temuan import Temuan
from loaders.filing import Alasan, place
from loaders.marking import Tertanda, mark
from loaders.receipt import TandaTerima
from loaders.template.lama import known_groups
from loaders.template.write import write_template
from reference.periode import Periode
from store import Store


def prefilled(store: Store, kode_wilayah: str, periode: Periode) -> bytes:
    """The form of a kelurahan, with what a store knows of its groups filled in."""
    keluar = io.BytesIO()
    lama = known_groups(store, kode_wilayah, periode)
    write_template(keluar, kode_wilayah, periode, kelompok=lama)
    return keluar.getvalue()


def marked(tanda: TandaTerima, data: bytes) -> Tertanda:
    """The sender's workbook with the findings of its receipt marked in it."""
    baru = {(d.lembar, d.sel): d.baru for d in tanda.diperbaiki}
    return mark(data, tanda.nama, tanda.temuan, perbaikan=baru, cuplikan=tanda.cuplikan)


def placed(temuan: Sequence[Temuan], alasan: Mapping[int, str]) -> Alasan:
    """Reasons by the number of their finding as the store remembers them.

    >>> placed([Temuan("shu_tidak_cocok", "periksa", "", "Keuangan", "F14")], {0: "a"})
    {('shu_tidak_cocok', 'Keuangan!F14'): 'a'}
    """
    return {(temuan[i].jenis, place(temuan[i])): a for i, a in alasan.items()}
