"""A competition judged: fair ranks with ties, who wins, who is under the standard."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from indicators.data import Data
from indicators.ranking import shared_ranks
from indicators.scoring.sheets import Lembar, setting, sheet
from indicators.scoring.totals import Jumlah, rounded, sums

PEMENANG, SERI_BATAS = "pemenang", "seri di batas pemenang"
BAWAH, MEMENUHI, PESERTA = "di bawah standar", "memenuhi standar", "peserta"
BELUM, TERPISAH = "belum lengkap", "juri tidak terhubung"


@dataclass(frozen=True, eq=False)
class Hasil:
    """A competition and what comes of it; shared, so never changed.

    `tabel`, by participant, arenas in order and the best first: `arena`, `nilai` (the
    total, NaN while not complete), `setara` (made comparable where juries were unlike),
    `peringkat` (Int64: 1, 2, 2, 4), `seri` (exactly as much as another), `mulai` and
    `sampai` (Int64: the ranks that the juries' disagreement allows), `putusan` (one of
    the words above), `sementara` (somebody in its arena has no total yet),
    `juri_sama` (all in its arena were scored by the same juries), `n_juri`,
    `beda_juri` (between the highest and the lowest jury), `beda_bersih` (the same with
    each jury's own generosity taken out), `kurang` (tuple of kode_aspek nobody scored).
    """

    lembar: Lembar
    bobot: dict[str, float]
    jumlah: Jumlah
    tabel: pd.DataFrame

    @property
    def terurut(self) -> pd.DataFrame:
        """The rows that have a rank."""
        return self.tabel[self.tabel["peringkat"].notna()]


def judge(data: Data, kode: str, bobot: tuple[tuple[str, float], ...] = ()) -> Hasil:
    """Judge a competition, by its own weights unless others are given.

    KeyError when there is no such competition.
    """
    lembar = sheet(data, kode)
    pakai = dict(bobot) or lembar.bobot
    salah = setting(data, "salah_beda", lembar.tanggal) / 100
    jumlah = sums(lembar, pakai, salah)
    tabel = pd.concat(
        [_facts(lembar, pakai, jumlah), _agreement(lembar, jumlah)], axis=1
    )
    tabel = tabel.join(_ranks(tabel, jumlah)).join(_verdicts(lembar, tabel))
    urut = tabel.assign(_v=-tabel["setara"]).reset_index()
    urut = urut.sort_values(["arena", "_v", "peserta"], kind="stable")
    return Hasil(lembar, pakai, jumlah, tabel.loc[urut["peserta"]])


def _facts(lembar: Lembar, bobot: dict[str, float], jumlah: Jumlah) -> pd.DataFrame:
    peserta = jumlah.aspek.index
    arena = pd.Series([lembar.arena(p) for p in peserta], index=peserta)
    pakai = [k for k, b in bobot.items() if b > 0]
    kosong = jumlah.aspek[pakai].isna()
    per = lembar.nilai[lembar.nilai["kode_aspek"].isin(pakai)].groupby("peserta")
    oleh = {p: frozenset(zip(g["juri"], g["kode_aspek"], strict=True)) for p, g in per}
    lengkap = [p for p in peserta if pd.notna(jumlah.nilai[p])]
    sama = pd.Series({p: oleh[p] for p in lengkap}, dtype="object")
    sama = sama.groupby([arena[p] for p in lengkap]).nunique()
    belum = jumlah.nilai.isna().groupby(arena).any()
    return pd.DataFrame(
        {
            "arena": arena,
            "nilai": jumlah.nilai,
            "setara": jumlah.setara,
            "kelompok": jumlah.kelompok,
            "kurang": [tuple(kosong.columns[b]) for b in kosong.to_numpy()],
            "juri_sama": ~(arena.map(sama) > 1),
            "sementara": arena.map(belum),
            "n_juri": per["juri"].nunique().reindex(peserta, fill_value=0),
        }
    )


def _agreement(lembar: Lembar, jumlah: Jumlah) -> pd.DataFrame:
    """How far juries that scored every aspect are apart on each participant."""
    mentah = jumlah.per_juri
    bersih = mentah.copy()
    for (arena, juri), murah in jumlah.murah.items():
        milik = [lembar.arena(p) == arena for p in mentah.index]
        bersih.loc[milik, juri] -= murah
    banyak = mentah.notna().sum(axis=1) > 1
    return pd.DataFrame(
        {
            "beda_juri": rounded(mentah.max(axis=1) - mentah.min(axis=1)).where(banyak),
            "beda_bersih": rounded(bersih.max(axis=1) - bersih.min(axis=1)).where(
                banyak
            ),
        }
    )


def _ranks(tabel: pd.DataFrame, jumlah: Jumlah) -> pd.DataFrame:
    """Ranks among those who can be compared; who has no total has none."""
    hasil = []
    for _, satu in tabel[tabel["setara"].notna()].groupby(["arena", "kelompok"]):
        nilai = satu["setara"].to_numpy()
        di = tabel.index.get_indexer(satu.index)
        beda = nilai[:, None] - nilai[None, :]
        mulai, sampai = shared_ranks(beda > jumlah.jarak[np.ix_(di, di)])
        peringkat, seri = 1 + (beda.T > 0).sum(axis=1), (beda == 0).sum(axis=1) > 1
        hasil.append(
            pd.DataFrame(
                {
                    "peringkat": peringkat,
                    "seri": seri,
                    "mulai": mulai,
                    "sampai": sampai,
                },
                index=satu.index,
            )
        )
    kolom = ["peringkat", "mulai", "sampai"]
    semua = pd.concat(hasil) if hasil else pd.DataFrame(columns=[*kolom, "seri"])
    semua = semua.reindex(tabel.index)
    return semua.astype(dict.fromkeys(kolom, "Int64")).assign(
        seri=semua["seri"].eq(True)
    )


def _verdicts(lembar: Lembar, tabel: pd.DataFrame) -> pd.Series:
    putusan = pd.Series(PESERTA, index=tabel.index, dtype="object", name="putusan")
    if lembar.standar is not None:
        putusan[tabel["nilai"] >= lembar.standar] = MEMENUHI
        putusan[tabel["nilai"] < lembar.standar] = BAWAH
    putusan[tabel["nilai"].isna()] = BELUM
    layak = tabel[putusan.isin((PESERTA, MEMENUHI))]
    if lembar.pemenang is None:
        if lembar.standar is not None:
            putusan[layak.index] = PEMENANG
        return putusan
    for _, satu in layak.groupby("arena"):
        putusan.update(_winners(satu, lembar.pemenang))
    return putusan


def _winners(layak: pd.DataFrame, banyak: int) -> pd.Series:
    """Who wins among those who may; a tie at the cut is named, never broken."""
    if layak["kelompok"].nunique() > 1 and len(layak) > banyak:
        return pd.Series(TERPISAH, index=layak.index)
    nilai = layak["setara"].to_numpy()
    lebih = (nilai[None, :] > nilai[:, None]).sum(axis=1)
    sama = (nilai[None, :] == nilai[:, None]).sum(axis=1)
    kata = np.select(
        [lebih + sama <= banyak, lebih < banyak], [PEMENANG, SERI_BATAS], default=""
    )
    return pd.Series(kata, index=layak.index)[kata != ""]
