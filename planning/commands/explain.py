"""`python -m planning explain KODE`: where a group stands, why, what next, and when."""

import argparse
import datetime as dt
import difflib
import json
import sys
from typing import Any

from indicators.data import Data
from planning.commands import day, earlier, store_in_use
from planning.pathway.explained import explain
from planning.pathway.judge import open_on
from planning.pathway.telling import lines
from reference.tulisan import daftar, hari_ini, tanggal
from store import cells, snapshot


def add_parser(perintah: Any) -> None:  # noqa: ANN401
    """Add the command and its options."""
    p: argparse.ArgumentParser = perintah.add_parser(
        "explain", help="kedudukan satu kelompok, buktinya, dan jalan yang terbuka"
    )
    p.add_argument("kode_kelompok", metavar="KODE_KELOMPOK")
    p.add_argument(
        "--on", type=day, metavar="TANGGAL",
        help="seperti diketahui hari itu, menurut aturan hari itu",
    )  # fmt: skip
    p.add_argument("--json", action="store_true", help="sebagai JSON")
    p.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the explanation; 1 when there is no such group that day."""
    pada = args.on or hari_ini()
    toko, contoh = store_in_use()
    batas = earlier(args.on)
    data = Data.from_snapshot(snapshot(toko, batas))
    if args.kode_kelompok not in open_on(data, pada):
        kini = Data.from_snapshot(snapshot(toko)) if batas else data
        print(fault(data, kini, args.kode_kelompok, pada), file=sys.stderr)
        return 1
    isi = explain(
        data, args.kode_kelompok, pada,
        lambda periode, nama: cells(toko, args.kode_kelompok, periode, nama, batas),
    )  # fmt: skip
    if args.json:
        print(json.dumps({**isi, "contoh": contoh}, ensure_ascii=False, indent=2))
    else:
        print("\n".join(lines(isi, pada, contoh=contoh)))
    return 0


def fault(data: Data, kini: Data, kode: str, pada: dt.date) -> str:
    """Why a code names no group open that day, with what may be meant.

    `data` is what was known that day, `kini` what is known now.
    """
    nama = kini.groups["nama_kelompok"]
    if kode in nama.index:
        apa = "sudah tutup" if kode in data.groups.index else "belum tercatat"
        return f"Kelompok {nama[kode]} ({kode}) {apa} pada {tanggal(pada)}."
    teks = f"Kode kelompok “{kode}” tidak dikenal."
    mirip = _alike(kini, kode)
    if not mirip:
        return f"{teks} Kodenya seperti 35.74.04.1006-03; lihat halaman Profil."
    return f"{teks} Mungkin: {daftar([f'{k} ({nama[k]})' for k in mirip])}."


def _alike(data: Data, kode: str) -> list[str]:
    """Codes that look like it, or of groups whose name has it, at most five."""
    nama = data.groups["nama_kelompok"].str.casefold()
    sama = list(nama.index[nama.str.contains(kode.casefold(), regex=False)])
    dekat = difflib.get_close_matches(kode, list(nama.index), n=5, cutoff=0.8)
    return list(dict.fromkeys([*sama, *dekat]))[:5]
