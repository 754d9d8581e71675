"""`python -m reports rapor`: reports on paper, as pictures, texts and tables."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from reference.wilayah import nama_wilayah
from reports.commands.output import TandaTerima, ending, folder, progress, stem
from reports.commands.source import Sumber, add_options, source
from reports.context import Konteks

Pembuat = Callable[[Konteks], bytes]


def add_parser(perintah: Any) -> None:  # noqa: ANN401
    """Add the command and its options."""
    p: argparse.ArgumentParser = perintah.add_parser(
        "rapor",
        help="rapor kota, satu kelurahan, atau semua: PDF, PNG, teks",
        description="Tanpa wilayah: rapor kota. Satu rapor ditulis menurut akhiran "
        "nama berkasnya: .pdf, .png (WhatsApp), .txt, .xlsx (tabel Lampiran). Dengan "
        "--all atau --kecamatan: PDF, PNG, dan teks setiap kelurahan ke dalam folder, "
        "atau menjadi satu berkas .zip.",
    )
    add_options(p)
    p.set_defaults(run=run)


def run(args: argparse.Namespace) -> None:
    """Write them; raises NothingToShowError and WrongUseError."""
    sumber = source(args, many_in_kecamatan=True)
    tanda = TandaTerima("rapor", sumber.konteks if sumber.banyak else sumber.each()[0])
    if not sumber.banyak:
        make = _makers()[ending(args.output, tuple(_makers()))]
        tanda.write(Path(args.output), make(sumber.each()[0]))
    elif Path(args.output).suffix.lower() == ".zip":
        from reports.rapor import rapor_all

        isi = rapor_all(sumber.konteks, sumber.wilayah, progress)
        tanda.write(Path(args.output), isi)
    else:
        _many(sumber, folder(args.output), tanda)
    tanda.finish(args.tanda_terima)


def _makers() -> dict[str, Pembuat]:
    """What is written into a file of each ending."""
    from reports.rapor import lampiran_xlsx, rapor_pdf, rapor_png, rapor_text

    return {
        ".pdf": rapor_pdf,
        ".png": rapor_png,
        ".txt": lambda k: rapor_text(k).encode(),
        ".xlsx": lampiran_xlsx,
    }


def _many(sumber: Sumber, di: Path, tanda: TandaTerima) -> None:
    make = _makers()
    for n, k in enumerate(sumber.each(), 1):
        for akhiran in (".pdf", ".png", ".txt"):
            tanda.write(di / f"{stem('rapor', k)}{akhiran}", make[akhiran](k))
        progress(n, len(sumber.wilayah), nama_wilayah(k.wilayah))
