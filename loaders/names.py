"""The name of a received file, as it may be kept and shown."""

from reference.tulisan import tampak

_TERPANJANG = 120
_TANPA_NAMA = "tanpa nama"


def file_name(nama: str) -> str:
    """A file's own name: no folders, nothing unseen, not longer than a screen is wide.

    >>> file_name("../../etc/Laporan.xlsx"), file_name("C:\\\\data\\\\Laporan.xlsx")
    ('Laporan.xlsx', 'Laporan.xlsx')
    >>> file_name("Lapor\\x00an\\u202exslx"), file_name("../..")
    ('Laporanxslx', 'tanpa nama')
    """
    polos = " ".join(tampak(nama).replace("\\", "/").rpartition("/")[2].split())
    if not polos.strip(". "):
        return _TANPA_NAMA
    if len(polos) <= _TERPANJANG:
        return polos
    akhiran = polos[polos.rfind(".") :][:10] if "." in polos else ""
    return polos[: _TERPANJANG - len(akhiran) - 1] + "…" + akhiran


def lock_file(nama: str) -> str:
    """Which program left a file of that name while it had a workbook open; "" if none.

    >>> lock_file("~$Laporan.xlsx"), lock_file(".~lock.Laporan.xlsx#")
    ('Excel', 'LibreOffice')
    """
    polos = file_name(nama)
    if polos.startswith("~$"):
        return "Excel"
    return "LibreOffice" if polos.startswith(".~lock.") else ""
