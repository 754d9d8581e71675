"""`python -m planning digest`: the week's early warnings, a text for each kelurahan."""

import argparse
import json
import sys
from typing import Any

import pandas as pd

from planning.commands import data_on, day
from planning.warning.alerts import GAWAT, alerts
from planning.warning.digest import digest
from reference.periode import Periode
from reference.tulisan import hari_ini, tanggal
from reference.wilayah import kelurahan, nama_wilayah

CONTOH = "CONTOH: kelompok dan angka ini dibuat-buat, bukan data sebenarnya."


def add_parser(perintah: Any) -> None:  # noqa: ANN401
    """Add the command and its options."""
    p: argparse.ArgumentParser = perintah.add_parser(
        "digest", help="peringatan dini mingguan, teks WhatsApp tiap kelurahan"
    )
    pilih = p.add_mutually_exclusive_group()
    pilih.add_argument("--kelurahan", metavar="KODE", help="satu kelurahan saja")
    pilih.add_argument(
        "--all", action="store_true", help="semua, juga yang tidak ada tandanya"
    )
    p.add_argument(
        "--on", type=day, metavar="TANGGAL", help="seperti diketahui hari itu"
    )
    p.add_argument("--json", action="store_true", help="sebagai JSON")
    p.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the texts and the table (or JSON); 1 when the code is no kelurahan."""
    if args.kelurahan and args.kelurahan not in kelurahan():
        print(f"Kode kelurahan “{args.kelurahan}” tidak dikenal.", file=sys.stderr)
        return 1
    pada = args.on or hari_ini()
    data, contoh = data_on(args.on)
    tanda = alerts(data, pada)
    if args.kelurahan:
        tanda = tanda[tanda["kode_wilayah"] == args.kelurahan]
    ada = [args.kelurahan] if args.kelurahan else list(kelurahan())
    if not (args.all or args.kelurahan):
        ada = [k for k in ada if k in set(tanda["kode_wilayah"])]
    teks = {k: digest(k, tanda, pada, contoh=contoh) for k in ada}
    if args.json:
        isi = {
            "pada": pada.isoformat(),
            "contoh": contoh,
            "tanda": [_plain(b) for b in tanda.to_dict("records")],
            "teks": teks,
        }
        print(json.dumps(isi, ensure_ascii=False, indent=2))
    else:
        print("\n\n".join(_lines(tanda, teks, tanggal(pada), contoh)))
    return 0


def _plain(baris: dict[Any, Any]) -> dict[str, Any]:
    """A row as JSON holds it: what is not known is null."""
    return {
        str(k): None if isinstance(v, float) and pd.isna(v) else v
        for k, v in baris.items()
    }


def _lines(
    tanda: pd.DataFrame, teks: dict[str, str], pada: str, contoh: bool
) -> list[str]:
    hasil = [CONTOH] if contoh else []
    hasil.append(f"Peringatan dini per {pada}: {len(tanda)} tanda.")
    for kode, isi in teks.items():
        hasil.append(f"--- {nama_wilayah(kode)} ({kode}) ---\n{isi}")
    if len(tanda):
        hasil.append("\n".join(_table(tanda)))
    return hasil


def _table(tanda: pd.DataFrame) -> list[str]:
    return [
        f"{GAWAT[int(t.gawat)]:14}  {nama_wilayah(t.kode_wilayah):18}  "  # type: ignore[arg-type]
        f"{str(t.nama)[:24]:24}  {t.label} sejak "
        f"{Periode.parse(str(t.sejak)).label_pendek}: {t.kalimat}"
        for t in tanda.itertuples()
    ]
