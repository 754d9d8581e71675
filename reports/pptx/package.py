"""The finished file with the clock taken out of it."""

import datetime as dt
import io
import re
import zipfile

_AWAL_ZIP = (1980, 1, 1, 0, 0, 0)
_WAKTU = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")


def without_clock(data: bytes, pada: dt.date) -> bytes:
    """The same package, every moment in it that of the day: equal in, equal out.

    Reaches into the workbooks behind charts, which carry a moment of their own.
    """
    keluar = io.BytesIO()
    waktu = f"{pada.isoformat()}T00:00:00Z".encode()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as lama,
        zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as baru,
    ):
        for nama in lama.namelist():
            isi = lama.read(nama)
            if nama == "docProps/core.xml":
                isi = _WAKTU.sub(rb"\g<1>" + waktu + rb"\g<2>", isi)
            elif nama.endswith(".xlsx"):
                isi = without_clock(isi, pada)
            bagian = zipfile.ZipInfo(nama, _AWAL_ZIP)
            bagian.compress_type = zipfile.ZIP_DEFLATED
            bagian.external_attr = 0o600 << 16
            baru.writestr(bagian, isi)
    return keluar.getvalue()
