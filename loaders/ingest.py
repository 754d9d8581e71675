"""One file in: read it, hold it against the store, keep it, and give a receipt."""

import dataclasses
import datetime as dt
import hashlib
from collections.abc import Sequence
from contextlib import nullcontext
from typing import Any

from sqlalchemy import Connection

from checks.temuan import Temuan
from loaders.assess import Penilaian, assess, stops
from loaders.bantuan import TANPA_BANTUAN, Bantuan
from loaders.changes import would_change
from loaders.filing import (
    Alasan,
    answered,
    rejected_reading,
    with_reasons,
)
from loaders.keeping import keep_mends, keep_reading, to_keep
from loaders.marking.rounds import progress
from loaders.mended import masked, mended, personal_cells
from loaders.names import file_name
from loaders.own_layouts import keep_layout, with_known_layouts
from loaders.reader import Pembaca, Reader
from loaders.receipt import (
    PERTANYAAN,
    TandaTerima,
    rejected_sentence,
    taken_sentence,
    told,
)
from loaders.received import (
    Berkas,
    current,
    from_here,
    on_the_file,
    one_finding,
    same_elsewhere,
)
from reference.tulisan import waktu
from store import Store, read, write
from store.earlier import Earlier, newest_taken, same_bytes
from store.moments import receipt_moment
from store.writing import (
    add_reading,
    add_reasons,
    add_submission,
    add_to_batch,
)

TIDAK_BERUBAH = "Tidak ada yang berubah: isinya sama dengan aturan yang tersimpan."


def ingest(
    store: Store,
    nama: str,
    data: bytes,
    *,
    oleh: str,
    diterima: dt.date | dt.datetime | None = None,
    contoh: bool = False,
    simpan: bool = True,
    alasan: Alasan | None = None,
    ulang: bool = False,
    bantuan: Bantuan = TANPA_BANTUAN,
    tumpukan: str | None = None,
    mengatur: bool = True,
    reader: Pembaca | None = None,
) -> TandaTerima:
    """Take one file into the store, all of it or nothing, and give its receipt.

    `diterima` states the true day of receipt of backlog; `contoh` says that this is
    the sample city's store; `simpan=False` only looks; `alasan` are the sender's
    answers to findings, by (jenis, place). A file that a newer one superseded, that was
    undone, or that lost cells mended before is taken, as the newest, only with `ulang`
    or an answer to that finding. `bantuan` is what the sender told on screen about the
    file, `tumpukan` the batch (`store.new_batch`) that is undone as one. A file that
    changes rules is taken only when the sender may do so (`mengatur`). A warm `reader`
    may be lent; otherwise one is started for this file.

    Raises ValueError for a day of receipt in the future, StoreError when the store
    cannot be reached, both with a sentence for people.
    """
    saat, alasan = receipt_moment(diterima), alasan or {}
    bantuan = masked(bantuan)
    with Reader() if reader is None else nullcontext(reader) as pembaca:
        bacaan = pembaca.read(data, nama, hari_ini=saat.date(), bantuan=bantuan)
        if bacaan.usulan and not bantuan.susunan:
            bantuan = with_known_layouts(store, bantuan)
            bacaan = pembaca.read(data, nama, hari_ini=saat.date(), bantuan=bantuan)
        if bantuan.perbaikan:
            polos = dataclasses.replace(bantuan, perbaikan={})
            mentah = pembaca.read(data, nama, hari_ini=saat.date(), bantuan=polos)
            bacaan.buang = personal_cells(mentah, bacaan)
    bacaan, bersih = to_keep(data, nama, bacaan)
    berkas = Berkas(
        nama=file_name(nama),
        data=data,
        sha256=hashlib.sha256(data).hexdigest(),
        bersih=bersih,
        bacaan=bacaan,
        oleh=oleh,
        saat=saat,
        contoh=contoh,
        alasan=alasan,
        perbaikan=bantuan.perbaikan,
        tumpukan=tumpukan,
        mengatur=mengatur,
    )
    setuju = ulang or any(jenis in PERTANYAAN for jenis, _ in alasan)
    with write(store) if simpan else read(store) as conn:
        return _receive(conn, berkas, simpan=simpan, setuju=setuju)


def already_received(store: Store, nama: str, sha256: str) -> TandaTerima | None:
    """The receipt of bytes that count already, told without reading them; else None.

    None also for bytes that were rejected or superseded: they must be read again.
    """
    with read(store) as conn:
        lama = current(conn, same_bytes(conn, sha256))
    return _already_received(nama, lama) if lama else None


def _receive(conn: Connection, b: Berkas, *, simpan: bool, setuju: bool) -> TandaTerima:
    dulu = same_bytes(conn, b.sha256)
    sini = [e for e in dulu if from_here(e, b.bacaan)]
    berlaku = current(conn, sini, b.perbaikan)
    if berlaku:
        return _already_received(b.nama, berlaku)
    temuan = [*b.bacaan.temuan, *on_the_file(conn, b, sini)]
    temuan += same_elsewhere(dulu, b.bacaan)
    penilaian = Penilaian()
    if not stops(temuan):
        penilaian = assess(conn, b.bacaan)
        temuan += penilaian.temuan
    temuan = with_reasons(temuan, b.alasan)
    b = dataclasses.replace(b, putaran=progress(conn, b.bacaan, temuan))
    if b.bacaan.acuan and not (
        stops(temuan) or penilaian.n_diterima + penilaian.n_tertahan
    ):
        return _receipt(b, temuan, keadaan="sudah_diterima", kalimat=TIDAK_BERUBAH)
    tanya = not setuju and any(t.jenis in PERTANYAAN for t in temuan)
    if stops(temuan) or (tanya and simpan):
        return _reject(conn, b, temuan, sini, simpan=simpan, tanya=tanya)
    return _take(conn, b, penilaian, temuan, simpan=simpan, tanya=tanya)


def _receipt(b: Berkas, temuan: Sequence[Temuan], **lain: Any) -> TandaTerima:  # noqa: ANN401
    disampaikan, cuplikan = told(temuan, b.bacaan.cuplikan)
    return TandaTerima(
        nama=b.nama,
        kode_wilayah=b.bacaan.kode_wilayah,
        periode=b.bacaan.periode,
        temuan=disampaikan,
        cuplikan=cuplikan,
        putaran=b.putaran,
        diperbaiki=tuple(mended(b.bacaan, b.perbaikan)),
        usulan=b.bacaan.usulan,
        susunan_sendiri=b.bacaan.pemetaan is not None,
        **lain,
    )


def _already_received(nama: str, lama: Earlier) -> TandaTerima:
    kalimat = f"Sudah diterima {waktu(lama.diterima_pada)}"
    return TandaTerima(
        nama=nama,
        keadaan="sudah_diterima",
        kalimat=f"{kalimat}.",
        kode_wilayah=lama.kode_wilayah,
        periode=lama.periode,
        temuan=one_finding("sudah_diterima", kalimat),
        kiriman_id=lama.kiriman_id,
    )


def _reject(
    conn: Connection,
    b: Berkas,
    temuan: Sequence[Temuan],
    dulu: Sequence[Earlier],
    *,
    simpan: bool,
    tanya: bool,
) -> TandaTerima:
    """Reject a file; the same file rejected before is not written down again.

    Nor is one that only waits for the sender's answer, or for its layout to be
    confirmed, nor a sample.
    """
    sudah = [
        e.kiriman_id
        for e in dulu
        if e.keadaan == "ditolak" and e.perbaikan == b.perbaikan
    ]
    nomor = sudah[-1] if sudah else None
    contoh = any(t.jenis == "contoh_ditolak" for t in temuan)
    tanya_saja = tanya or b.bacaan.usulan is not None
    if simpan and nomor is None and not tanya_saja and not contoh:
        nomor = add_submission(conn, b.submission())
        keep_layout(conn, b.bacaan, b.oleh)
        keep_mends(conn, nomor, b)
        add_reading(conn, nomor, rejected_reading(b.bacaan, temuan, b.saat))
    return _receipt(
        b, temuan, keadaan="ditolak", kalimat=rejected_sentence(temuan),
        kiriman_id=nomor, perlu_jawaban=tanya,
    )  # fmt: skip


def _take(
    conn: Connection,
    b: Berkas,
    penilaian: Penilaian,
    temuan: Sequence[Temuan],
    *,
    simpan: bool,
    tanya: bool,
) -> TandaTerima:
    tentang = str(b.bacaan.kode_wilayah), str(b.bacaan.periode)
    kode: list[str | None] = [g.kode for g in penilaian.kelompok]
    nomor = None
    if simpan:
        terbaru = newest_taken(
            conn, *tentang, golongan=b.bacaan.golongan, hal=b.bacaan.hal
        )
        nomor = add_submission(conn, b.submission(terbaru[0] if terbaru else None))
        keep_layout(conn, b.bacaan, b.oleh)
        kode = keep_reading(conn, nomor, b.bacaan, penilaian, temuan, b.saat)
        add_reasons(conn, nomor, answered(temuan, b.alasan), b.oleh)
        keep_mends(conn, nomor, b)
        if b.tumpukan:
            add_to_batch(conn, nomor, b.tumpukan)
    n_diterima, n_tertahan = penilaian.n_diterima, penilaian.n_tertahan
    return _receipt(
        b,
        temuan,
        keadaan="sebagian" if n_tertahan else "diterima",
        kalimat=taken_sentence(
            n_diterima,
            n_tertahan,
            *tentang,
            len(b.bacaan.rekap),
            apa=b.bacaan.satuan,
            hal=b.bacaan.sebutan,
        ),
        n_diterima=n_diterima,
        n_tertahan=n_tertahan,
        kelompok_baru=tuple(
            f"{g.baris.nama} ({k})" if k else g.baris.nama
            for g, k in zip(penilaian.kelompok, kode, strict=True)
            if g.baru or (k in penilaian.dibatalkan and not g.tertahan)
        ),
        kiriman_id=nomor,
        perlu_jawaban=tanya,
        acuan=tuple(penilaian.acuan),
        perubahan=None if simpan else would_change(conn, b.bacaan, penilaian),
    )
