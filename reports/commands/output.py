"""Files written whole or not at all, and the receipt of what was written."""

import contextlib
import hashlib
import json
import os
import re
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reference.tulisan import angka
from reports.commands import WrongUseError
from reports.context import Konteks

_BUKAN_NAMA = re.compile(r"[^a-z0-9]+")


@dataclass(slots=True)
class TandaTerima:
    """What one command wrote: each file with its size and its SHA-256."""

    perintah: str
    konteks: Konteks
    berkas: list[dict[str, Any]] = field(default_factory=list)

    def write(self, tujuan: Path, isi: bytes) -> None:
        """Write a file and note it down."""
        write_whole(tujuan, isi)
        self.berkas.append({
            "nama": str(tujuan), "ukuran": len(isi),
            "sha256": hashlib.sha256(isi).hexdigest(),
        })  # fmt: skip

    def finish(self, json_ke: str | None) -> None:
        """Print the receipt, and write it as JSON where that is asked for."""
        for b in self.berkas:
            print(f"{b['nama']}  {angka(b['ukuran'])} bita  sha256 {b['sha256']}")
        print(self.konteks.cap.kalimat)
        if json_ke:
            write_whole(Path(json_ke), self.as_json())

    def as_json(self) -> bytes:
        """The receipt as JSON: equal contexts give equal bytes."""
        k = self.konteks
        isi = {
            "perintah": self.perintah,
            "periode": str(k.periode),
            "pembanding": str(k.pembanding),
            "contoh": k.contoh,
            "peran": k.siapa,
            "seperti_diketahui": k.hari.isoformat(),
            "cap": k.cap.kalimat,
            "berkas": self.berkas,
        }
        return (json.dumps(isi, ensure_ascii=False, indent=2) + "\n").encode()


def write_whole(tujuan: Path, isi: bytes) -> None:
    """Put a file in its place in one step: nobody ever finds half of it.

    Raises WrongUseError where the place is a folder or lies in none.
    """
    if tujuan.is_dir():
        raise WrongUseError(f"{tujuan} adalah folder; tulis nama berkasnya.")
    if not tujuan.parent.is_dir():
        raise WrongUseError(f"Folder {tujuan.parent} tidak ada.")
    nomor, sementara = tempfile.mkstemp(
        dir=tujuan.parent, prefix=f".{tujuan.name}.", suffix=".tmp"
    )
    try:
        with os.fdopen(nomor, "wb") as berkas:
            berkas.write(isi)
            berkas.flush()
            os.fsync(berkas.fileno())
        Path(sementara).chmod(0o644)
        Path(sementara).replace(tujuan)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            Path(sementara).unlink()
        raise


def folder(tujuan: str) -> Path:
    """A folder for many files, made where it is not there; WrongUseError for a file."""
    di = Path(tujuan)
    if di.exists() and not di.is_dir():
        raise WrongUseError(
            f"{di} adalah berkas; untuk banyak berkas tulis nama folder."
        )
    di.mkdir(parents=True, exist_ok=True)
    return di


def ending(tujuan: str, boleh: tuple[str, ...]) -> str:
    """The ending of a file to be written; WrongUseError for one that cannot be."""
    akhiran = Path(tujuan).suffix.lower()
    if akhiran not in boleh:
        raise WrongUseError(
            f"Nama berkas harus berakhiran {', '.join(boleh)}: {tujuan}"
        )
    return akhiran


def stem(jenis: str, k: Konteks) -> str:
    """The name of a place's file: what, where, when; samples say so first."""
    nama = _BUKAN_NAMA.sub("_", k.nama.lower()).strip("_")
    return f"{'contoh_' if k.contoh else ''}{jenis}_{nama}_{k.periode}"


def progress(selesai: int, banyak: int, nama: str) -> None:
    """One line on how far it is: "3 dari 29: Pilang"."""
    print(f"{selesai} dari {banyak}: {nama}", file=sys.stderr, flush=True)
