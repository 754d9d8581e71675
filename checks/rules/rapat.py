"""Rules about meetings."""

from collections.abc import Iterator

from checks.aturan import Aturan, Nilai, Pelanggaran
from reference.tulisan import bernilai


def _more_held(nilai: Nilai, _lalu: Nilai) -> Iterator[Pelanggaran]:
    rencana, nyata = nilai.get("rapat_direncanakan"), nilai.get("rapat_terlaksana")
    if rencana is None or nyata is None or nyata <= rencana:
        return
    yield Pelanggaran(
        "rapat_terlaksana", bernilai(nyata, "kali"),
        f"paling banyak {bernilai(rencana, 'kali')}",
        "Periksa keduanya; bila memang ada rapat tambahan, tulis alasannya.",
        f"Rapat terlaksana ({bernilai(nyata, 'kali')}) lebih banyak dari yang "
        f"direncanakan ({bernilai(rencana, 'kali')})",
        ("rapat_direncanakan",),
    )  # fmt: skip


ATURAN = (
    Aturan(
        kode="rapat_melebihi_rencana",
        tingkat="periksa",
        judul="Rapat lebih banyak dari rencana",
        penjelasan="Rapat yang terlaksana biasanya tidak lebih banyak dari yang "
        "direncanakan.",
        tindakan="Periksa keduanya; bila memang ada rapat tambahan, tulis alasannya.",
        rumus="Rapat terlaksana tidak lebih dari rapat direncanakan.",
        jalankan=_more_held,
    ),
)
