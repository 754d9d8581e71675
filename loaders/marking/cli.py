"""The command that hands a file back marked: `python -m loaders mark`."""

import argparse
import sys
from pathlib import Path

from loaders.ingest import ingest
from loaders.marking.mark import Tertanda, mark
from loaders.receipt import TandaTerima
from reference.tulisan import angka
from store import open_store, sample_url

SALAH_PAKAI = 2


def add_mark_parser(
    subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> None:
    """Adds `mark` to the command line of the loaders."""
    arti = "periksa satu berkas tanpa menyimpannya, lalu tulis salinan bertanda"
    p = subparsers.add_parser("mark", help=arti, description=f"{arti.capitalize()}.")
    p.add_argument("path", type=Path, metavar="FILE", help="berkas laporan")
    p.add_argument("-o", "--output", type=Path, metavar="OUT",
                   help="tujuan; bawaan: di samping FILE")  # fmt: skip
    p.add_argument("--contoh", action="store_true", help=argparse.SUPPRESS)
    p.set_defaults(run=mark_command)


def mark_command(args: argparse.Namespace) -> int:
    """Writes the marked copy; 0 all would be taken, 1 not all, 2 wrong use."""
    path: Path = args.path
    try:
        data = path.read_bytes()
        store = open_store(sample_url() if args.contoh else None)
        tanda = ingest(
            store, path.name, data, oleh="mark", contoh=args.contoh, simpan=False
        )
        tertanda = mark(data, path.name, tanda.temuan, cuplikan=tanda.cuplikan)
        tujuan = _target(path, args.output, tertanda.nama)
        if tujuan.resolve() == path.resolve():
            print("Tujuan tidak boleh berkas itu sendiri.", file=sys.stderr)
            return SALAH_PAKAI
        tujuan.write_bytes(tertanda.isi)
    except OSError as sebab:
        print(f"{sebab.filename or path}: {sebab.strerror or sebab}", file=sys.stderr)
        return SALAH_PAKAI
    print(_said(tanda, tertanda, tujuan))
    return 0 if tanda.semua_diterima else 1


def _target(path: Path, diminta: Path | None, nama: str) -> Path:
    """Where the copy goes: as asked, else beside the file under a name still free."""
    if diminta and not diminta.is_dir():
        return diminta
    tujuan = (diminta or path.parent) / nama
    nomor = 1
    while tujuan.exists():
        nomor += 1
        stem = nama.removesuffix(").xlsx")
        tujuan = tujuan.with_name(f"{stem} {nomor}).xlsx")
    return tujuan


def _said(tanda: TandaTerima, tertanda: Tertanda, tujuan: Path) -> str:
    baris = [f"{tanda.nama}: {tanda.kalimat}"]
    if tanda.putaran:
        baris.append(f"Sejak pemeriksaan sebelumnya: {tanda.putaran}.")
    if tertanda.samping:
        baris.append(
            f"Berkas itu sendiri tidak ditandai karena {tertanda.sebab}; "
            "daftar perbaikannya ditulis tersendiri."
        )
    else:
        baris.append(f"{angka(tertanda.n_sel)} sel ditandai.")
    return "\n".join([*baris, str(tujuan)])
