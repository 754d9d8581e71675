"""From a workbook held against the store to the rows that the store keeps."""

import dataclasses
import datetime as dt
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from checks.temuan import JENIS, Temuan
from loaders.assess import Dinilai, Penilaian
from loaders.bacaan import Bacaan
from reference.acuan import TETAP, Butir
from store.writing import NewReading

Alasan = Mapping[tuple[str, str | None], str]


def place(t: Temuan) -> str:
    """Where a finding stands, as reasons remember it: `Keuangan!F14`, else the group.

    >>> place(Temuan("shu_tidak_cocok", "periksa", "", "Keuangan", "F14"))
    'Keuangan!F14'
    """
    return f"{t.lembar or ''}!{t.sel}" if t.sel else t.kelompok or ""


def with_reasons(temuan: Iterable[Temuan], alasan: Alasan) -> list[Temuan]:
    """Findings with what the sender answered.

    A reason is found by (jenis, place), else by (jenis, cell), else by (jenis, group),
    else by (jenis, None) for findings without a cell.
    """
    if not alasan:
        return list(temuan)
    hasil = []
    for t in temuan:
        kunci = [place(t), t.sel, t.kelompok] if t.sel else [t.kelompok, "", None]
        teks = next((alasan[t.jenis, k] for k in kunci if (t.jenis, k) in alasan), None)
        hasil.append(dataclasses.replace(t, alasan=teks) if teks else t)
    return hasil


def answered(temuan: Iterable[Temuan], alasan: Alasan) -> list[dict[str, str]]:
    """The reasons to keep with the submission, each at its finding's place."""
    if not alasan:
        return []
    return [
        {"jenis": t.jenis, "sel": place(t), "alasan": t.alasan}
        for t in temuan
        if t.alasan in alasan.values()
    ]


@lru_cache(maxsize=1024)
def _as_json(isi: tuple[tuple[str, Any], ...]) -> str:
    """Places as JSON; forms of one layout have the same ones again and again."""
    return json.dumps(dict(isi))


def _group_row(g: Dinilai, kode: str | None) -> dict[str, Any]:
    return {
        **g.baris.nilai,
        "kode_kelompok": kode,
        "kode_tertulis": g.baris.kode,
        "nama_kelompok": g.baris.nama,
        "keadaan": "tertahan" if g.tertahan else "diterima",
        "catatan": g.baris.catatan,
        "tidak_berlaku": " ".join(sorted(g.baris.tidak_berlaku)),
        "baris": _as_json(tuple(g.baris.baris.items())),
    }


def _kelurahan_row(bacaan: Bacaan) -> dict[str, Any] | None:
    if all(v is None for v in bacaan.kelurahan.values()):
        return None
    return {
        **bacaan.kelurahan,
        "catatan": bacaan.catatan_kelurahan,
        "tidak_berlaku": " ".join(sorted(bacaan.tidak_berlaku_kelurahan)),
        "sel": _as_json(tuple(bacaan.sel_kelurahan.items())),
    }


def _recap_rows(bacaan: Bacaan) -> list[dict[str, Any]]:
    return [
        {
            **b.nilai,
            "tingkat_wilayah": bacaan.tingkat_wilayah,
            "kode_baris": b.kode,
            "nama_baris": b.nama,
            "jumlah": b.jumlah,
            "baris": b.baris,
        }
        for b in bacaan.rekap
    ]


def _rule_row(b: Butir) -> dict[str, Any]:
    tetap = {n: getattr(b, n) for n in ("daftar", *TETAP)}
    return {**tetap, "isi": json.dumps(dict(b.isi), ensure_ascii=False)}


def _finding_row(t: Temuan, siapa: Mapping[str, tuple[str | None, str]]) -> Any:  # noqa: ANN401
    kode, nama = siapa.get(t.kelompok or "", (None, t.kelompok))
    return {
        "jenis": t.jenis,
        "tingkat": t.tingkat,
        "lembar": t.lembar,
        "sel": t.sel,
        "sel_lain": " ".join(t.sel_lain),
        "variabel": t.variabel,
        "kode_kelompok": kode,
        "nama_kelompok": nama,
        "ditemukan": t.ditemukan,
        "diharapkan": t.diharapkan,
        "saran": t.saran,
        "pesan": t.pesan,
        "alasan": t.alasan,
    }


def finding_counts(temuan: Iterable[Temuan]) -> dict[str, Any]:
    """How many findings the sender must mend, and how many look at."""
    tingkat = [t.tingkat for t in temuan if JENIS[t.jenis].disampaikan]
    return {"n_galat": tingkat.count("galat"), "n_periksa": tingkat.count("periksa")}


def _on_trial(bacaan: Bacaan, penilaian: Penilaian) -> dict[str, int]:
    """How often each kind on trial would have said something; also how often not."""
    if bacaan.golongan != "laporan":
        return {}
    dihitung = Counter(bacaan.uji_coba) + penilaian.uji_coba
    return {kode: dihitung[kode] for kode, j in JENIS.items() if j.uji_coba}


def rejected_reading(
    bacaan: Bacaan, temuan: Sequence[Temuan], dibaca_pada: dt.datetime
) -> NewReading:
    """The reading of a file that is rejected as a whole: only its findings."""
    return NewReading(
        dibaca_pada=dibaca_pada,
        layout=bacaan.layout,
        versi=bacaan.versi,
        kode_wilayah=bacaan.kode_wilayah,
        periode=bacaan.periode,
        keadaan="ditolak",
        temuan=[_finding_row(t, {}) for t in temuan],
        **finding_counts(temuan),
    )


def taken_reading(
    bacaan: Bacaan,
    penilaian: Penilaian,
    kode: Sequence[str | None],
    temuan: Sequence[Temuan],
    dibaca_pada: dt.datetime,
) -> NewReading:
    """The reading of a file that is taken; `kode` are the groups' codes, in order."""
    isi = list(zip(penilaian.kelompok, kode, strict=True))
    siapa: dict[str, tuple[str | None, str]] = {
        k: (k, nama) for k, nama in penilaian.nama_terdaftar.items()
    }
    siapa |= {g.baris.sebutan: (k, g.baris.nama) for g, k in isi}
    return NewReading(
        dibaca_pada=dibaca_pada,
        layout=bacaan.layout,
        versi=bacaan.versi,
        kode_wilayah=bacaan.kode_wilayah,
        periode=bacaan.periode,
        keadaan="sebagian" if penilaian.n_tertahan else "diterima",
        n_diterima=penilaian.n_diterima,
        n_tertahan=penilaian.n_tertahan,
        kolom=bacaan.kolom,
        posisi=[_group_row(g, k) for g, k in isi],
        kelurahan=_kelurahan_row(bacaan),
        langkah=[
            (n, *satu)
            for n, (g, _) in enumerate(isi)
            for satu in g.baris.langkah
            if any(satu[1:])
        ],
        kegiatan=bacaan.kegiatan,
        rekap=_recap_rows(bacaan),
        tindakan=penilaian.tindakan,
        daftar=penilaian.daftar,
        acuan=[_rule_row(b) for b in penilaian.acuan],
        temuan=[_finding_row(t, siapa) for t in temuan],
        uji_coba=_on_trial(bacaan, penilaian),
        **finding_counts(temuan),
    )
