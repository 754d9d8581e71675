"""Reading every stored original again, with today's loaders."""

import datetime as dt

from sqlalchemy import Connection

from loaders.assess import Penilaian, assess, stops
from loaders.bacaan import Bacaan
from loaders.bantuan import Bantuan
from loaders.filing import rejected_reading, with_reasons
from loaders.keeping import keep_reading
from loaders.mapping.reading import KODE
from loaders.own_layouts import layout_of_submission
from loaders.reader import Reader
from loaders.receipt import TandaTerima, rejected_sentence, taken_sentence, told
from loaders.received import closed_period, same_elsewhere
from reference.tulisan import WIB
from store import Store, original, read, write
from store.earlier import codes_given, mends, reasons, same_bytes
from store.lineage import Kept
from store.mappings import layout_used
from store.moments import moment_text
from store.writing import add_reading

_SEMENTARA = ("berkas_tidak_terbaca", "perlu_pemetaan")


def reread(store: Store, reader: Reader, lama: Kept) -> TandaTerima:
    """Add a new reading of one submission, dated now; the older ones stay.

    The file is judged as on the day it was received: a period closed later does not
    reject it, and its groups keep the codes that they were given. When the worker
    fails on it, or a layout of its own is no longer found in it, which says nothing
    about the file, nothing is added.
    """
    nama, data = original(store, lama.kiriman_id)
    with read(store) as conn:
        bantuan = Bantuan(
            perbaikan=mends(conn, lama.kiriman_id),
            susunan=layout_of_submission(conn, lama.kiriman_id),
        )
    bacaan = reader.read(
        data, nama, hari_ini=lama.diterima_pada.date(), bantuan=bantuan
    )
    if any(t.jenis in _SEMENTARA for t in bacaan.temuan):
        kalimat = "Tidak terbaca kali ini; pembacaan yang lama tetap berlaku."
        return TandaTerima(nama=lama.nama_berkas, keadaan="ditolak", kalimat=kalimat)
    with write(store) as conn:
        if bacaan.pemetaan:
            bacaan.layout = layout_used(conn, lama.kiriman_id, KODE)
        return _add(conn, lama, bacaan)


def _add(conn: Connection, lama: Kept, bacaan: Bacaan) -> TandaTerima:
    sekarang = dt.datetime.now(WIB)
    temuan = list(bacaan.temuan)
    if bacaan.periode and not bacaan.ditolak and bacaan.berperiode:
        temuan += closed_period(conn, bacaan.periode, moment_text(lama.dicatat_pada))
    penilaian = Penilaian()
    if not stops(temuan):
        penilaian = assess(
            conn, bacaan, codes_given(conn, lama.kiriman_id), lama.kiriman_id
        )
        temuan += penilaian.temuan
    dulu = [e for e in same_bytes(conn, lama.sha256) if e.kiriman_id < lama.kiriman_id]
    temuan += same_elsewhere(dulu, bacaan)
    temuan = with_reasons(temuan, reasons(conn, lama.kiriman_id))
    n_tertahan = penilaian.n_tertahan
    n_diterima = penilaian.n_diterima
    if stops(temuan):
        keadaan, kalimat = "ditolak", rejected_sentence(temuan)
        add_reading(conn, lama.kiriman_id, rejected_reading(bacaan, temuan, sekarang))
    else:
        keadaan = "sebagian" if n_tertahan else "diterima"
        tentang = str(bacaan.kode_wilayah), str(bacaan.periode)
        kalimat = taken_sentence(
            n_diterima, n_tertahan, *tentang, len(bacaan.rekap),
            apa=bacaan.satuan, hal=bacaan.sebutan,
        )  # fmt: skip
        keep_reading(conn, lama.kiriman_id, bacaan, penilaian, temuan, sekarang)
    return TandaTerima(
        nama=lama.nama_berkas,
        keadaan=keadaan,
        kalimat=kalimat,
        kode_wilayah=bacaan.kode_wilayah,
        periode=bacaan.periode,
        n_diterima=n_diterima,
        n_tertahan=n_tertahan,
        temuan=told(temuan, {})[0],
        kiriman_id=lama.kiriman_id,
    )
