"""Fills the sample store from the synthetic city: `python -m sample`."""

import argparse
import gc
import os
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from sqlalchemy import make_url

from sample.simpan import build
from store import StoreError, is_started, open_store, sample_url

_LEBAR_BILAH = 30


def _progress(selesai: int, semua: int, apa: str) -> None:
    """A bar on a terminal; a line now and then in a log."""
    if sys.stderr.isatty():
        penuh = "█" * (_LEBAR_BILAH * selesai // semua)
        bilah = f"{penuh:░<{_LEBAR_BILAH}}"
        print(f"\r{bilah} {selesai}/{semua} {apa[:44]:44}", end="", file=sys.stderr)
        if selesai == semua:
            print(file=sys.stderr)
    elif selesai == semua or selesai % 50 == 0:
        print(f"{selesai}/{semua} {apa}", file=sys.stderr)


def _path(url: str) -> Path:
    return Path(make_url(url).database or "")


def _is_filled(url: str) -> bool:
    if not _path(url).exists():
        return False
    store = open_store(url)
    try:
        return is_started(store)
    finally:
        store.close()


def _remove(path: Path) -> None:
    for akhiran in ("", "-wal", "-shm"):
        path.with_name(path.name + akhiran).unlink(missing_ok=True)


def _fill(url: str, folder: Path | None, ganti: bool) -> int:
    """Builds beside the store and moves it in place, so that it is whole or absent.

    Without `ganti` the store stays as it is, and only the forms in `folder` are new.
    """
    tujuan = _path(url)
    sementara = tujuan.with_name(f"{tujuan.stem}-{os.getpid()}.baru")
    tujuan.parent.mkdir(parents=True, exist_ok=True)
    try:
        store = open_store(sementara)
        # What is imported stays: no need to look through it after each form.
        with ProcessPoolExecutor(2, initializer=gc.freeze) as pekerja:
            n = build(store, pekerja=pekerja, folder=folder, progress=_progress)
        store.close()
        if ganti:
            _remove(tujuan)
            sementara.replace(tujuan)
    finally:
        _remove(sementara)
    return n


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command; gives the exit status."""
    p = argparse.ArgumentParser(
        prog="python -m sample",
        description="Isi basis data contoh dengan kota buatan: formulir sungguhan yang "
        "dibaca oleh pembaca yang sama. Semua data contoh, bukan data sebenarnya.",
    )
    p.add_argument("--mulai-baru", action="store_true",
                   help="buat ulang walaupun data contoh sudah ada")  # fmt: skip
    p.add_argument("-o", "--output", type=Path, metavar="FOLDER",
                   help="simpan juga semua formulir contoh di folder ini")  # fmt: skip
    args = p.parse_args(argv)
    url = sample_url()
    ganti = args.mulai_baru or not _is_filled(url)
    if not ganti and not args.output:
        print("Data contoh sudah ada. Pakai --mulai-baru untuk membuat ulang.")
        return 0
    mulai = time.monotonic()
    try:
        n = _fill(url, args.output, ganti)
    except (ValueError, StoreError, OSError) as sebab:
        print(sebab, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nDihentikan; tidak ada yang disimpan.", file=sys.stderr)
        return 1
    detik, ke = time.monotonic() - mulai, _path(url) if ganti else args.output
    print(f"{n} formulir contoh masuk ke {ke} dalam {detik:.0f} detik.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
