"""Question to answer in one call: the plan, the plain ranking, and what differs."""

from dataclasses import dataclass

import pandas as pd

from indicators.data import Data
from planning.budget import plain, solve
from planning.budget.compare import Banding, compare
from planning.budget.plain import Urutan
from planning.budget.problem import Masalah, Paket
from planning.budget.request import Permintaan, problem, setting
from planning.budget.solve import Rencana
from planning.budget.stability import Kokoh, stability

KOLOM = (
    "kode_kelompok", "nama_kelompok", "kode_wilayah", "kode_kecamatan", "kekurangan",
    "paket", "paket_label", "biaya_rp", "hari", "langkah", "pelaksana", "setara",
    "tetap", "n_percobaan", "kokoh", "wajib",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Jawaban:
    """Everything about one question; `banding` is None where no plan is possible."""

    masalah: Masalah
    rencana: Rencana
    urutan: Urutan
    banding: Banding | None


def answer(data: Data, minta: Permintaan) -> Jawaban:
    """The best plan beside the plain ranking; solved once for the same question."""
    return data.kept(("rencana", minta), lambda: _answer(data, minta))


def _answer(data: Data, minta: Permintaan) -> Jawaban:
    masalah = problem(data, minta)
    rencana, urutan = solve.plan(masalah), plain.plan(masalah)
    banding = (
        None if rencana.status == "tidak_mungkin" else compare(masalah, rencana, urutan)
    )
    return Jawaban(masalah, rencana, urutan, banding)


def firmness(data: Data, minta: Permintaan) -> Kokoh:
    """How firm the plan is, by the settings in force (list `rencana`)."""
    return data.kept(("kokoh", minta), lambda: _firmness(data, minta))


def _firmness(data: Data, minta: Permintaan) -> Kokoh:
    jawab = answer(data, minta)
    b = setting(data.acuan, minta.berlaku)
    return stability(
        jawab.masalah,
        jawab.rencana,
        ubah=b["ubah_anggapan"] / 100,
        acak=int(b["percobaan_acak"]),
        ambang=b["ambang_kokoh"] / 100,
    )


def table(
    masalah: Masalah, rencana: Rencana, kokoh: Kokoh | None = None
) -> pd.DataFrame:
    """One row a (group, package) of a plan, in the order of codes.

    `kekurangan` are the gaps that the package is for; `langkah` is what the package
    adds in that group by the assumptions; `setara` counts groups left out that have the
    same gaps; `tetap` of `n_percobaan` is how often it stayed (NA without `kokoh`).
    """
    calon = {c.kode: c for c in masalah.calon}
    paket = {p.kode: p for p in masalah.paket}
    setara = _alike_left_out(masalah, rencana)
    baris = []
    for p in rencana.pilihan:
        c, sisa = calon[p.kode], masalah.options(calon[p.kode].kekurangan)
        nilai = {s.paket: s.langkah for s in sisa}
        sudah: tuple[str, ...] = ()
        for kode in sorted(p.susunan.paket, key=lambda k: -nilai.get((k,), 0.0)):
            sampai = tuple(sorted((*sudah, kode)))
            tambah = _steps(masalah, c.kekurangan, sampai) - _steps(
                masalah, c.kekurangan, sudah
            )
            sudah = sampai
            baris.append({
                "kode_kelompok": c.kode, "nama_kelompok": c.nama,
                "kode_wilayah": c.kode_wilayah, "kode_kecamatan": c.kecamatan,
                "kekurangan": tuple(
                    k for k in c.kekurangan if k in paket[kode].menutup
                ),
                "paket": kode, "paket_label": paket[kode].label,
                "biaya_rp": paket[kode].biaya_rp, "hari": paket[kode].hari,
                "langkah": tambah, "pelaksana": paket[kode].pelaksana,
                "setara": setara[c.kode], **_kept(kokoh, c.kode, kode),
                "wajib": c.kode in masalah.batas.wajib,
            })  # fmt: skip
    hasil = pd.DataFrame(baris, columns=list(KOLOM))
    return hasil.astype(
        {"biaya_rp": "int64", "hari": "float64", "langkah": "float64",
         "setara": "int64", "tetap": "Int64", "n_percobaan": "Int64",
         "kokoh": "boolean", "wajib": "bool"}
    )  # fmt: skip


def _kept(kokoh: Kokoh | None, kode: str, paket: str) -> dict[str, object]:
    if kokoh is None:
        return {"tetap": pd.NA, "n_percobaan": pd.NA, "kokoh": pd.NA}
    n = kokoh.count(kode, paket)
    return {"tetap": n, "n_percobaan": kokoh.n_percobaan, "kokoh": kokoh.is_firm(n)}


def _steps(
    masalah: Masalah, kekurangan: tuple[str, ...], paket: tuple[str, ...]
) -> float:
    """Expected steps of some packages together, whether or not they may stand alone."""
    bobot = dict(masalah.bobot)
    pilih: list[Paket] = [p for p in masalah.paket if p.kode in paket]
    return sum(
        bobot[k] * max((p.peluang for p in pilih if k in p.menutup), default=0.0)
        for k in set(kekurangan)
    )


def _alike_left_out(masalah: Masalah, rencana: Rencana) -> dict[str, int]:
    """For each group chosen, how many groups left out have the same gaps."""
    terpilih = {p.kode for p in rencana.pilihan}
    jangan = set(masalah.batas.jangan)
    sisa: dict[frozenset[str], int] = {}
    for c in masalah.calon:
        if c.kode not in terpilih and c.kode not in jangan:
            kunci = frozenset(c.kekurangan)
            sisa[kunci] = sisa.get(kunci, 0) + 1
    return {
        c.kode: sisa.get(frozenset(c.kekurangan), 0)
        for c in masalah.calon
        if c.kode in terpilih
    }
