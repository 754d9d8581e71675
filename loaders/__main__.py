"""The command line: `python -m loaders template | ingest | check | rebuild`.

Exit status: 0 all taken, 1 something held or rejected, 2 wrong use.
"""

import argparse
import datetime as dt
import io
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from loaders.ingest import ingest
from loaders.paths import find_files
from loaders.progress import clear, watched
from loaders.reader import Reader
from loaders.rebuild import reread
from loaders.receipt import TandaTerima, as_json, as_text, rejected_sentence
from loaders.received import one_finding
from loaders.template.cli import add_template_parser
from store import Store, StoreError, open_store, sample_url
from store.lineage import kept

SALAH_PAKAI = 2


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


def _parser() -> argparse.ArgumentParser:
    induk = argparse.ArgumentParser(
        prog="python -m loaders", description="Formulir UP2K: tulis, terima, periksa."
    )
    perintah = induk.add_subparsers(required=True, metavar="PERINTAH")
    add_template_parser(perintah)
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
        p.add_argument("--contoh", action="store_true", help=argparse.SUPPRESS)
        p.set_defaults(run=_ingest_command, simpan=nama == "ingest")
    p = perintah.add_parser("rebuild", help="baca ulang semua berkas yang tersimpan")
    p.add_argument("--json", action="store_true", help="tanda terima sebagai JSON")
    p.add_argument("--contoh", action="store_true", help=argparse.SUPPRESS)
    p.set_defaults(run=_rebuild_command)
    return induk


def _one_file(
    store: Store, reader: Reader, path: Path, args: argparse.Namespace
) -> TandaTerima:
    """The receipt of one file; whatever happens to it never stops the others."""
    try:
        return ingest(
            store, path.name, path.read_bytes(), oleh=args.oleh, reader=reader,
            diterima=args.diterima, contoh=args.contoh, simpan=args.simpan,
            ulang=args.ulang,
        )  # fmt: skip
    except StoreError:
        raise
    except OSError as sebab:
        pesan = f"berkas tidak dapat dibuka: {sebab.strerror or sebab}"
    except Exception as sebab:  # noqa: BLE001
        pesan = f"kesalahan tak terduga ({type(sebab).__name__}: {sebab})"
    temuan = one_finding("berkas_tidak_terbaca", pesan)
    kalimat = rejected_sentence(temuan)
    return TandaTerima(
        nama=path.name, keadaan="ditolak", kalimat=kalimat, temuan=temuan
    )


def _report(receipts: Iterator[TandaTerima], as_list: bool) -> int:
    """Print receipts as they come (or one JSON list); gives the exit status."""
    semua = []
    for tanda in receipts:
        semua.append(tanda)
        if not as_list:
            clear()
            print(as_text(tanda), flush=True)
    if as_list:
        print(as_json(semua))
    elif len(semua) > 1:
        beres = sum(t.semua_diterima for t in semua)
        print(f"{beres} dari {len(semua)} berkas diterima seluruhnya.")
    return 0 if all(t.semua_diterima for t in semua) else 1


def _ingest_command(args: argparse.Namespace) -> int:
    ada = find_files(args.path)
    for path in ada.dilewati:
        print(f"{path.name}: dilewati, bukan laporan.", file=sys.stderr)
    if not ada.berkas:
        raise FileNotFoundError("Tidak ada berkas di sana.")
    store = open_store(sample_url() if args.contoh else None)
    with Reader() as reader:
        isi = (_one_file(store, reader, p, args) for p in watched(ada.berkas))
        return _report(isi, args.json)


def _rebuild_command(args: argparse.Namespace) -> int:
    store = open_store(sample_url() if args.contoh else None)
    with Reader() as reader:
        isi = (reread(store, reader, lama) for lama in watched(kept(store)))
        return _report(isi, args.json)


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
