"""How often signs err on simulated cities: what `python -m bench warning` counted."""

import pandas as pd

from reference.paths import REFERENCE_DIR

BERKAS = REFERENCE_DIR / "ukuran_peringatan.csv"
KOLOM = (
    "jenis", "n_diperiksa", "n_keliru", "n_ditanam", "n_ditemukan", "ditanam",
)  # fmt: skip


def measured() -> pd.DataFrame:
    """The counts by kind, with the shares out of 100.

    Indexed by `jenis`: `n_diperiksa` (group- or kelurahan-quarters of calm cities),
    `n_keliru` (signs given there), `n_ditanam` (declines planted), `n_ditemukan`
    (found within two quarters), `ditanam` (in words), `keliru_pct`, `ditemukan_pct`.
    """
    u = pd.read_csv(BERKAS).set_index("jenis")
    return u.assign(
        keliru_pct=u["n_keliru"] / u["n_diperiksa"] * 100,
        ditemukan_pct=u["n_ditemukan"] / u["n_ditanam"] * 100,
    )
