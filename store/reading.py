"""Reading the store: everything that counts, now or as of a day."""

import datetime as dt
from operator import itemgetter
from typing import Any

import pandas as pd
from sqlalchemy import Connection, func, select

from reference.acuan import KODE as ACUAN
from reference.daftar import forms, tables
from reference.periode import Periode
from reference.tindakan import KODE as TINDAKAN
from store import frames as bentuk
from store.current import BATAS, last_closings, withdrawn
from store.current_rows import (
    action_rows,
    activity_rows,
    finding_rows,
    group_rows,
    kecamatan_of,
    kelurahan_rows,
    list_rows,
    reason_rows,
    recap_rows,
    step_rows,
    submission_rows,
    trial_rows,
)
from store.decisions import (
    alasan,
    peristiwa_kelompok,
    peristiwa_kiriman,
    peristiwa_periode,
)
from store.engine import Store, read
from store.frames import Snapshot, frame
from store.moments import end_of_day_text
from store.prepared import Prepared
from store.rules import in_all, sent_in
from store.tables import catatan_store, kelompok, kiriman, pembacaan

_POSISI = Prepared(group_rows(*bentuk.POSISI, "urut"))
_LANGKAH = Prepared(step_rows())
_KELURAHAN = Prepared(kelurahan_rows(*bentuk.KELURAHAN))
_KEGIATAN = Prepared(activity_rows(*bentuk.KEGIATAN))
_REKAP = Prepared(recap_rows(*bentuk.REKAP))
_TINDAKAN = Prepared(action_rows(*bentuk.TINDAKAN))
_ISI_DAFTAR = {
    nama: Prepared(list_rows(f, nama, *bentuk.DAFTAR[nama])) for f, nama, _ in tables()
}
_KIRIMAN = Prepared(submission_rows(*bentuk.KIRIMAN))
_TEMUAN = Prepared(finding_rows(*bentuk.TEMUAN))
_ALASAN = Prepared(reason_rows(*bentuk.ALASAN))
_UJI_COBA = Prepared(trial_rows(*bentuk.UJI_COBA))
_TUTUP_KELOMPOK = Prepared(
    last_closings(peristiwa_kelompok, "kode_kelompok", "tanggal")
)
_TUTUP_PERIODE = Prepared(last_closings(peristiwa_periode, "periode", "dicatat_pada"))
_PERIODE_DISEBUT = Prepared(
    select(peristiwa_periode.c.periode).where(peristiwa_periode.c.dicatat_pada < BATAS)
)
_DAFTAR = Prepared(
    select(
        kelompok.c.kode_kelompok,
        kelompok.c.kode_wilayah,
        kecamatan_of(kelompok.c.kode_wilayah),
        (kiriman.c.diterima_pada < BATAS) & kiriman.c.kiriman_id.not_in(withdrawn()),
    )
    .join(kiriman, kiriman.c.kiriman_id == kelompok.c.kiriman_id)
    .order_by(kelompok.c.kode_wilayah, kelompok.c.nomor)
)
_DARI_LAPORAN = ["nama_kelompok", "rw", "tanggal_berdiri"]
_SIDIK = Prepared(
    select(
        select(func.max(kiriman.c.kiriman_id)).scalar_subquery(),
        select(func.max(pembacaan.c.pembacaan_id)).scalar_subquery(),
        select(func.max(peristiwa_kelompok.c.peristiwa_id)).scalar_subquery(),
        select(func.max(peristiwa_periode.c.peristiwa_id)).scalar_subquery(),
        select(func.max(peristiwa_kiriman.c.peristiwa_id)).scalar_subquery(),
        select(func.max(alasan.c.alasan_id)).scalar_subquery(),
        select(func.max(catatan_store.c.catatan_id)).scalar_subquery(),
        select(catatan_store.c.nilai)
        .where(catatan_store.c.kunci == "identitas")
        .scalar_subquery(),
    )
)


def fingerprint(store: Store) -> str:
    """A short text that changes exactly when what pages show may change.

    Two stores never share one. Nothing is ever overwritten, so the newest number of
    each table that pages read says it all; one query that touches only indexes.
    """
    with read(store) as conn:
        return "-".join(str(n or 0) for n in _SIDIK.first(conn, {}) or ())


def _periods_in_order(periode: pd.Series) -> pd.Series:
    """Position of each period on the time axis, for sorting."""
    urut = {p: n for n, p in enumerate(sorted(periode.unique(), key=Periode.parse))}
    return periode.map(urut)


def _registry(conn: Connection, batas: dict[str, str], posisi: pd.DataFrame) -> Any:  # noqa: ANN401
    tutup: dict[str, str] = dict(_TUTUP_KELOMPOK.rows(conn, batas))
    urut = posisi[["kode_kelompok", "periode", *_DARI_LAPORAN]]
    urut = urut.assign(ke=_periods_in_order(posisi["periode"])).sort_values("ke")
    per = urut.groupby("kode_kelompok", sort=False)
    akhir = per[_DARI_LAPORAN].last()
    isi = dict(zip(akhir.index, akhir.itertuples(index=False), strict=True))
    pertama = per["periode"].first().to_dict()
    baris = []
    for kode, wilayah, kecamatan, ada in _DAFTAR.rows(conn, batas):
        if ada or kode in pertama:
            nama, rw, berdiri = isi.get(kode, (None, None, None))
            hari = None if pd.isna(berdiri) else f"{berdiri:%Y-%m-%d}"
            baris.append(
                (kode, wilayah, kecamatan, nama, rw, hari, tutup.get(kode),
                 pertama.get(kode))
            )  # fmt: skip
    return frame(bentuk.KELOMPOK, baris)


def _periods(conn: Connection, batas: dict[str, str], kiriman: pd.DataFrame) -> Any:  # noqa: ANN401
    tutup: dict[str, str] = dict(_TUTUP_PERIODE.rows(conn, batas))
    diambil = kiriman["keadaan"].isin(("diterima", "sebagian"))
    diambil &= ~kiriman["layout"].isin((TINDAKAN, ACUAN, *forms()))
    diterima = kiriman.loc[diambil, "periode"].dropna()
    disebut = (p for (p,) in _PERIODE_DISEBUT.rows(conn, batas))
    semua = sorted({*diterima, *disebut}, key=Periode.parse)
    return frame(bentuk.PERIODE, [(p, p in tutup, tutup.get(p)) for p in semua])


def _groups(
    conn: Connection, batas: dict[str, str]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The group rows that count, and the steps that stand in them."""
    rows = _POSISI.rows(conn, batas)
    posisi = frame({**bentuk.POSISI, "urut": "Int64"}, rows)
    tanpa = [frozenset(t.split()) for t in posisi["tidak_berlaku"]]
    posisi["tidak_berlaku"] = pd.Series(tanpa, dtype="object")
    kunci = itemgetter(*map(posisi.columns.get_loc, ("pembacaan_id", "urut")))
    siapa = {kunci(b): b[:3] for b in rows}
    langkah = [
        (*ada[:2], *isi, ada[2])
        for nomor, urut, *isi in _LANGKAH.rows(conn, batas)
        if (ada := siapa.get((nomor, urut)))
    ]
    return posisi.drop(columns="urut"), frame(bentuk.LANGKAH, langkah)


def snapshot(store: Store, as_of: dt.date | None = None) -> Snapshot:
    """Everything that counts, as frames; `as_of` cuts at 24.00 WIB of that day.

    The columns and types of each frame are in `store.frames`, also when it is empty.
    """
    batas = {"batas": end_of_day_text(as_of)}
    with read(store) as conn:

        def ambil(perintah: Prepared, kolom: dict[str, Any]) -> pd.DataFrame:
            return frame(kolom, perintah.rows(conn, batas))

        posisi, langkah = _groups(conn, batas)
        terkirim = ambil(_KIRIMAN, bentuk.KIRIMAN)
        masuk = sent_in(conn, batas=batas["batas"])
        return Snapshot(
            posisi=posisi,
            kelurahan=ambil(_KELURAHAN, bentuk.KELURAHAN),
            langkah=langkah,
            kegiatan=ambil(_KEGIATAN, bentuk.KEGIATAN),
            kelompok=_registry(conn, batas, posisi),
            kiriman=terkirim,
            temuan=ambil(_TEMUAN, bentuk.TEMUAN),
            periode=_periods(conn, batas, terkirim),
            rekap=ambil(_REKAP, bentuk.REKAP),
            tindakan=ambil(_TINDAKAN, bentuk.TINDAKAN),
            alasan=ambil(_ALASAN, bentuk.ALASAN),
            uji_coba=ambil(_UJI_COBA, bentuk.UJI_COBA),
            acuan=in_all(masuk),
            acuan_masuk=masuk,
            daftar={n: ambil(p, bentuk.DAFTAR[n]) for n, p in _ISI_DAFTAR.items()},
        )
