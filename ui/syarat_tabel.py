"""Requirements as a table, the same wherever they are shown."""

from collections.abc import Iterable

import pandas as pd

from planning.pathway.syarat import Syarat
from reference.kosakata import label_pilihan
from ui.downloads import Kolom

USULAN = ":orange-badge[usulan]"
TANPA_RESMI = {
    "tingkat": "Kriteria tingkat tidak diumumkan oleh sumber resmi",
    "tahap": "Ambang pra-koperasi tidak ditetapkan oleh sumber resmi",
}
RESMI = {True: "usulan", False: "ada sumbernya"}
KOLOM = {
    "keadaan": Kolom("Keadaan"),
    "label": Kolom("Syarat", lebar=230),
    "tertulis": Kolom("Yang ada", lebar=150),
    "syarat": Kolom("Yang diminta", lebar=240),
    "status": Kolom("Status aturan"),
    "catatan": Kolom("Catatan", lebar=300),
    "golongan": Kolom("Untuk"),
    "sumber": Kolom("Dasar"),
    "ditetapkan_oleh": Kolom("Ditetapkan oleh", hanya_berkas=True),
}


def frame(syarat: Iterable[Syarat], sumbu: str = "") -> pd.DataFrame:
    """Requirements as a table, columns `KOLOM`."""
    baris = [
        {
            **{n: getattr(s, n) for n in KOLOM if n != "golongan"},
            "golongan": label_pilihan(sumbu, s.golongan) if sumbu else s.golongan,
        }
        for s in syarat
    ]
    return pd.DataFrame(baris, columns=list(KOLOM))
