"""The form's own formulas, each with the value that it has when written.

A formula's stored result survives when another program re-saves the file without
recalculating, so it must be right (or empty) from the start.
"""

from collections.abc import Iterable, Mapping

from xlsxwriter.utility import xl_col_to_name

from loaders.form.sums import PENJUMLAHAN
from loaders.template.isian import Nilai
from loaders.template.susunan import Susunan
from reference.kosakata import KEWAJIBAN_LAIN


def sel(susunan: Susunan, nama: str, baris: int) -> str:
    """The address of a variable's cell in a row, its column fixed: `$F9`."""
    return f"${xl_col_to_name(susunan.letak[nama])}{baris + 1}"


def _daftar(susunan: Susunan, nama: Iterable[str], baris: int) -> str:
    """The cells of some variables as arguments, neighbours as one range.

    Columns that an office put between two variables stay outside the sum.
    """
    letak = sorted(susunan.letak[n] for n in nama)
    runs: list[list[int]] = []
    for i in letak:
        if runs and i == runs[-1][-1] + 1:
            runs[-1].append(i)
        else:
            runs.append([i])
    return ",".join(
        f"{xl_col_to_name(r[0])}{baris + 1}:{xl_col_to_name(r[-1])}{baris + 1}"
        for r in runs
    )


def _angka(nilai: Mapping[str, Nilai], nama: Iterable[str]) -> list[float]:
    ada = (nilai.get(n) for n in nama)
    return [n for n in ada if isinstance(n, int | float)]


def otomatis(
    susunan: Susunan, nama: str, baris: int, nilai: Mapping[str, Nilai]
) -> tuple[str, float | str]:
    """The formula of an automatic column in a row, and its value ("" when empty)."""
    if nama == "Selisih neraca":
        return _selisih(susunan, baris, nilai)
    cells = _daftar(susunan, PENJUMLAHAN[nama], baris)
    angka = _angka(nilai, PENJUMLAHAN[nama])
    return f'=IF(COUNT({cells})=0,"",SUM({cells}))', sum(angka) if angka else ""


def _selisih(
    susunan: Susunan, baris: int, nilai: Mapping[str, Nilai]
) -> tuple[str, float | str]:
    modal = sel(susunan, "Jumlah modal", baris)
    aset = sel(susunan, "Jumlah aset", baris)
    lain = _daftar(susunan, KEWAJIBAN_LAIN, baris)
    rumus = f'=IF(OR({modal}="",{aset}=""),"",{aset}-{modal}-SUM({lain}))'
    angka_modal = _angka(nilai, PENJUMLAHAN["Jumlah modal"])
    angka_aset = _angka(nilai, PENJUMLAHAN["Jumlah aset"])
    if not angka_modal or not angka_aset:
        return rumus, ""
    return rumus, sum(angka_aset) - sum(angka_modal) - sum(
        _angka(nilai, KEWAJIBAN_LAIN)
    )


def jumlah(
    susunan: Susunan, kolom: int, nilai: Iterable[Nilai]
) -> tuple[str, float | str]:
    """The sum of a column, and its value; empty while nothing is filled in."""
    huruf = xl_col_to_name(kolom)
    jangkauan = f"{huruf}{susunan.baris_awal + 1}:{huruf}{susunan.baris_akhir + 1}"
    angka = [n for n in nilai if isinstance(n, int | float)]
    rumus = f'=IF(COUNT({jangkauan})=0,"",SUM({jangkauan}))'
    return rumus, sum(angka) if angka else ""


def rujukan(kelompok: Susunan, nama: str, urut: int) -> str:
    """The formula that repeats kode or nama from the sheet Kelompok."""
    alamat = sel(kelompok, nama, kelompok.baris_awal + urut).replace("$", "")
    return f'=IF(Kelompok!{alamat}="","",Kelompok!{alamat})'
