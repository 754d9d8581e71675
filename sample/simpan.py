"""Building the sample store: the city's forms, quarter by quarter, through the loaders.

Codes are given by the store when a group first reports, so the forms of a quarter can
only be written after those of the quarter before have been stored.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from itertools import chain, repeat
from pathlib import Path

from loaders.ingest import ingest
from loaders.reader import Reader
from reference.wilayah import kelurahan
from sample.daftar import DaftarLain, render_list, schedule_lists
from sample.formulir import Codes
from sample.kiriman import KirimanContoh, render, schedule
from sample.kota import all_groups, periods
from sample.rekap import RekapContoh, render_recap, schedule_recaps
from sample.tindakan import DaftarContoh, render_register, schedule_register
from store import Store, close_group, read
from store.context import registry

OLEH = "Kota contoh"

Datang = KirimanContoh | RekapContoh | DaftarContoh | DaftarLain
Progress = Callable[[int, int, str], None]
"""Called with how many forms are done, of how many, and what was done last."""


def _codes(store: Store, kode_wilayah: tuple[str, ...]) -> Codes:
    with read(store) as conn:
        return {
            (kode, g.nama): g.kode
            for kode in kode_wilayah
            for g in registry(conn, kode).values()
        }


def _rendered(
    kiriman: list[KirimanContoh], codes: Codes, pekerja: Executor | None
) -> Iterator[bytes]:
    if pekerja is None:
        return (render(k, codes) for k in kiriman)
    return pekerja.map(render, kiriman, repeat(codes), chunksize=2)


def _rendered_recaps(
    rekap: list[RekapContoh], pekerja: Executor | None
) -> Iterator[bytes]:
    if pekerja is None:
        return map(render_recap, rekap)
    return pekerja.map(render_recap, rekap, chunksize=2)


def _close_groups(store: Store, t: int, codes: Codes) -> None:
    for k in all_groups():
        kode = codes.get((k.kode_wilayah, k.nama))
        if k.tutup == t and kode:
            hari = periods()[t].start - dt.timedelta(days=1)
            alasan = "Anggota bergabung dengan kelompok lain."
            close_group(store, kode, oleh=OLEH, alasan=alasan, tanggal=hari)


def _write(folder: Path | None, satu: Datang, isi: bytes) -> None:
    if folder is not None:
        periode = periods()[satu.t] if isinstance(satu, KirimanContoh) else satu.periode
        tujuan = folder / str(periode)
        tujuan.mkdir(parents=True, exist_ok=True)
        (tujuan / satu.nama_berkas).write_bytes(isi)


def _ingest(store: Store, reader: Reader, satu: Datang, isi: bytes) -> None:
    nama, hari = satu.nama_berkas, satu.diterima
    ingest(store, nama, isi, oleh=OLEH, diterima=hari, contoh=True, reader=reader)


def build(
    store: Store,
    *,
    kode_wilayah: tuple[str, ...] | None = None,
    n_periode: int | None = None,
    pekerja: Executor | None = None,
    folder: Path | None = None,
    progress: Progress | None = None,
) -> int:
    """Fills an empty store from the city's forms and lists; gives how many.

    `kode_wilayah` and `n_periode` take a part of the city; `pekerja` writes the forms
    in other processes; `folder` also keeps the forms as files, a folder a quarter.

    Raises ValueError, in Indonesian, on a computer whose clock is before the last form.
    """
    tempat = kode_wilayah or tuple(kelurahan())
    rencana = {t: schedule(t, tempat) for t in range(n_periode or len(periods()))}
    rekap = {t: schedule_recaps(t, tempat) for t in rencana}
    semua = sum(len(rencana[t]) + len(rekap[t]) for t in rencana)
    selesai = 0
    codes: Codes = {}
    with Reader() as reader:
        for t, kiriman in rencana.items():
            _close_groups(store, t, codes)
            datang: list[KirimanContoh | RekapContoh] = [*kiriman, *rekap[t]]
            isi_semua = chain(
                _rendered(kiriman, codes, pekerja), _rendered_recaps(rekap[t], pekerja)
            )
            for satu, isi in zip(datang, isi_semua, strict=True):
                _write(folder, satu, isi)
                _ingest(store, reader, satu, isi)
                selesai += 1
                if progress:
                    progress(selesai, semua, f"{periods()[t]} {satu.nama_berkas}")
            codes = _codes(store, tempat)
            for daftar in schedule_register(t, codes):
                isi = render_register(daftar)
                _write(folder, daftar, isi)
                _ingest(store, reader, daftar, isi)
                semua += 1
            for lain in schedule_lists(periods()[t], tempat):
                isi = render_list(lain)
                _write(folder, lain, isi)
                _ingest(store, reader, lain, isi)
                semua += 1
    return semua
