"""The command that writes lists: `python -m loaders daftar FORMULIR`."""

import argparse
import sys
from pathlib import Path

from loaders.daftar.isi import choices, known
from loaders.daftar.write import form_bytes
from reference.daftar import forms
from store import StoreError, open_store, sample_url, snapshot

SALAH_PAKAI = 2


def add_list_parser(
    subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> None:
    """Adds `daftar` to the command line of the loaders."""
    p = subparsers.add_parser(
        "daftar", help="tulis formulir acara, penilaian, atau kampanye"
    )
    p.add_argument("formulir", choices=list(forms()), metavar="FORMULIR",
                   help=", ".join(forms()))  # fmt: skip
    p.add_argument(
        "--kode",
        default="",
        metavar="KODE",
        help="dengan isi yang tersimpan, misalnya SO-20220920-5e3eaa",
    )
    p.add_argument("-o", "--output", type=Path, metavar="FILE", help="berkas tujuan")
    p.add_argument("--store", help="alamat basis data; bawaan: basis data sebenarnya")
    p.add_argument("--contoh", action="store_true", help="dari data contoh")
    p.set_defaults(run=list_command)


def list_command(args: argparse.Namespace) -> int:
    """Writes a list to fill in, or what counts; gives the exit status: 0, or 2."""
    try:
        print(_write(args))
    except KeyError:
        print(f"Tidak ada yang berkode “{args.kode}”.", file=sys.stderr)
        return SALAH_PAKAI
    except (OSError, StoreError) as sebab:
        print(sebab, file=sys.stderr)
        return SALAH_PAKAI
    return 0


def _write(args: argparse.Namespace) -> Path:
    form = forms()[args.formulir]
    store = open_store(sample_url() if args.contoh else args.store)
    kini = snapshot(store)
    store.close()
    isi = known(kini, form, args.kode) if args.kode else None
    target: Path = args.output or Path(f"{form.nama}.xlsx")
    target.parent.mkdir(parents=True, exist_ok=True)
    data = form_bytes(form, isi, choices(kini, form), contoh=args.contoh)
    target.write_bytes(data)
    return target
