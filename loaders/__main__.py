"""The command line: `python -m loaders template | lampiran | daftar | ingest …`.

Exit status: 0 all taken, 1 something held or rejected, 2 wrong use or a store that
fails, 130 or 143 stopped by Ctrl-C or SIGTERM between two files.
"""

import argparse
import datetime as dt
import io
import os
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from itertools import takewhile
from pathlib import Path

from loaders.acuan.cli import add_acuan_parser
from loaders.ahead import Readers
from loaders.daftar.cli import add_list_parser
from loaders.many import Cara, take
from loaders.marking.cli import add_mark_parser
from loaders.paths import find_files
from loaders.progress import clear, counted
from loaders.reader import Reader
from loaders.rebuild import reread
from loaders.receipt import TandaTerima, as_json, as_text
from loaders.rekap.cli import add_recap_parser
from loaders.stopping import Berhenti, stoppable
from loaders.template.cli import add_template_parser
from loaders.tindakan.cli import add_register_parser
from store import StoreError, new_batch, open_store, sample_url
from store.lineage import kept

SALAH_PAKAI = 2
_PROSES_TERBANYAK = 64


def _day(teks: str) -> dt.date:
    """A day of receipt as typed: 2026-10-09 or 09/10/2026."""
    for bentuk in ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y"):
        try:
            hari = dt.datetime.strptime(teks, bentuk).date()
        except ValueError:
            continue
        if hari > dt.date.today():
            raise argparse.ArgumentTypeError(f"tanggal {teks} belum tiba")
        return hari
    raise argparse.ArgumentTypeError(f"“{teks}” bukan tanggal; tulis 2026-10-09")


def _count(teks: str) -> int:
    """A number of processes as typed."""
    if not teks.isdecimal() or not 1 <= int(teks) <= _PROSES_TERBANYAK:
        raise argparse.ArgumentTypeError(f"tulis angka 1 sampai {_PROSES_TERBANYAK}")
    return int(teks)


def _parser() -> argparse.ArgumentParser:
    induk = argparse.ArgumentParser(
        prog="python -m loaders", description="Formulir UP2K: tulis, terima, periksa."
    )
    perintah = induk.add_subparsers(required=True, metavar="PERINTAH")
    add_template_parser(perintah)
    add_recap_parser(perintah)
    add_register_parser(perintah)
    add_acuan_parser(perintah)
    add_list_parser(perintah)
    add_mark_parser(perintah)
    for nama, arti in (
        ("ingest", "terima berkas laporan ke dalam store"),
        ("check", "periksa berkas laporan tanpa menyimpan apa-apa"),
    ):
        p = perintah.add_parser(nama, help=arti, description=arti.capitalize() + ".")
        p.add_argument("path", nargs="+", type=Path, metavar="PATH",
                       help="berkas atau folder")  # fmt: skip
        p.add_argument("--json", action="store_true", help="tanda terima sebagai JSON")
        p.add_argument("--diterima", type=_day, metavar="TANGGAL",
                       help="hari berkas diterima, misalnya 2026-10-09")  # fmt: skip
        p.add_argument("--oleh", default=os.environ.get("USER") or "baris perintah",
                       metavar="NAMA", help="siapa yang menerima")  # fmt: skip
        p.add_argument("--ulang", action="store_true",
                       help="berlakukan lagi berkas yang sudah digantikan")  # fmt: skip
        p.add_argument("--proses", type=_count, metavar="BANYAK",
                       help="banyaknya proses pembaca")  # fmt: skip
        p.add_argument("--contoh", action="store_true", help=argparse.SUPPRESS)
        p.set_defaults(run=_ingest_command, simpan=nama == "ingest")
    p = perintah.add_parser("rebuild", help="baca ulang semua berkas yang tersimpan")
    p.add_argument("--json", action="store_true", help="tanda terima sebagai JSON")
    p.add_argument("--contoh", action="store_true", help=argparse.SUPPRESS)
    p.set_defaults(run=_rebuild_command, simpan=True, tumpukan=None)
    return induk


def _report(
    receipts: Iterator[TandaTerima], semua: int, berhenti: Berhenti, args: Namespace
) -> int:
    """Print receipts as they come (or one JSON list); gives the exit status.

    When it ends before all are done, also by an error, it says how many are.
    """
    sudah: list[TandaTerima] = []
    try:
        for tanda in counted(receipts, semua):
            sudah.append(tanda)
            if not args.json:
                clear()
                print(as_text(tanda), flush=True)
    except KeyboardInterrupt:
        if not berhenti:
            raise
    finally:
        clear()
        if args.json:
            print(as_json(sudah), flush=True)
        _sum_up(sudah, semua, args)
    if len(sudah) < semua:
        return berhenti.status
    return 0 if all(t.semua_diterima for t in sudah) else 1


def _sum_up(sudah: Sequence[TandaTerima], semua: int, args: Namespace) -> None:
    """Say how many are done and taken, and how to undo what was stored."""
    if len(sudah) < semua:
        print(_unfinished(len(sudah), semua, args), file=sys.stderr)
    elif semua > 1 and not args.json:
        beres = sum(t.semua_diterima for t in sudah)
        print(f"{beres} dari {semua} berkas diterima seluruhnya.")
    if args.tumpukan:
        _how_to_undo(sudah, args)


def _how_to_undo(sudah: Sequence[TandaTerima], args: Namespace) -> None:
    """Say under what number this run is kept, and how to undo all of it."""
    banyak = sum(t.keadaan in ("diterima", "sebagian") for t in sudah)
    if banyak:
        print(
            f"Tumpukan {args.tumpukan}: {banyak} berkas disimpan. "
            f'Membatalkan semuanya: python -m store batal {args.tumpukan} --alasan "…"',
            file=sys.stderr if args.json else sys.stdout,
        )


def _unfinished(sudah: int, semua: int, args: Namespace) -> str:
    kalimat = f"Berhenti: {sudah} dari {semua} berkas selesai"
    if not args.simpan:
        return f"{kalimat}; tidak ada yang disimpan."
    return f"{kalimat}. Jalankan lagi perintah yang sama untuk melanjutkan."


def _ingest_command(args: Namespace) -> int:
    ada = find_files(args.path)
    for path in ada.dilewati:
        print(f"{path.name}: dilewati, bukan laporan.", file=sys.stderr)
    if not ada.berkas:
        raise FileNotFoundError("Tidak ada berkas di sana.")
    store = open_store(sample_url() if args.contoh else None)
    args.tumpukan = new_batch() if args.simpan and not args.contoh else None
    cara = Cara(
        oleh=args.oleh, diterima=args.diterima, contoh=args.contoh,
        simpan=args.simpan, ulang=args.ulang, tumpukan=args.tumpukan,
    )  # fmt: skip
    with stoppable() as berhenti, Readers(args.proses) as readers:
        isi = take(store, ada.berkas, cara, readers, berhenti)
        return _report(isi, len(ada.berkas), berhenti, args)


def _rebuild_command(args: Namespace) -> int:
    store = open_store(sample_url() if args.contoh else None)
    lama = kept(store)
    with stoppable() as berhenti, Reader() as reader:
        sisa = takewhile(lambda _: not berhenti, lama)
        isi = (reread(store, reader, satu) for satu in sisa)
        return _report(isi, len(lama), berhenti, args)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; gives the exit status."""
    for aliran in (sys.stdout, sys.stderr):
        if isinstance(aliran, io.TextIOWrapper):
            aliran.reconfigure(encoding="utf-8", errors="replace")
    args = _parser().parse_args(argv)
    try:
        return int(args.run(args))
    except (StoreError, FileNotFoundError) as sebab:
        print(sebab, file=sys.stderr)
        return SALAH_PAKAI


if __name__ == "__main__":
    sys.exit(main())
