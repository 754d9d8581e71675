"""What a report says went well, what comes next, and by when."""

import pandas as pd

from indicators import movement
from indicators.punctuality import STATES, punctuality
from indicators.sentences.soal import Soal
from planning.budget.gaps import DIAM, gaps
from reference.pengaturan import pengaturan
from reference.tulisan import angka, bernilai, daftar, is_missing, tanggal
from reports.blocks import hidden, some, unseen_groups
from reports.context import Konteks
from reports.kata import moved
from reports.rapor.groups import short

BANYAK_BAIK, BANYAK_BERIKUT = 3, 2
_DISEBUT, _NAMA = 3, 40


def state(konteks: Konteks) -> str:
    """How the report of the period came in: a key of `punctuality.STATES`."""
    k = konteks

    def make() -> pd.Series:
        baris = punctuality(k.data, (k.periode,), k.hari)
        return baris.set_index("kode_wilayah")["keadaan"]

    semua = k.data.kept(("rapor keadaan", k.periode, k.hari), make)
    return str(semua[k.wilayah])


def received(konteks: Konteks) -> str:
    """How the report of the period came in, in words."""
    return STATES[state(konteks)]


def well_done(konteks: Konteks) -> tuple[str, ...]:
    """What went well, at most three facts; a change counts only beyond the noise."""
    if hidden(konteks):
        return ()
    isi = [
        _in_time(konteks), _all_reported(konteks), _rose(konteks), _grew(konteks),
        _within_goal(konteks),
    ]  # fmt: skip
    return tuple([satu for satu in isi if satu][:BANYAK_BAIK])


def _in_time(konteks: Konteks) -> str:
    tepat = state(konteks) == "tepat"
    return f"Laporan {konteks.periode.label} diterima tepat waktu." if tepat else ""


def _all_reported(konteks: Konteks) -> str:
    b = konteks.value("tingkat_pelaporan_pct")
    penuh = b["n_kelompok"] and b["n_lapor"] == b["n_kelompok"]
    return f"Semua {angka(b['n_kelompok'])} kelompok sudah melapor." if penuh else ""


def _rose(konteks: Konteks) -> str:
    k = konteks
    naik = movement.counts(k.data, k.periode, k.pembanding, k.tingkat).at[
        k.wilayah, "naik"
    ]
    return f"{angka(naik)} kelompok melaporkan naik tingkat." if naik else ""


def _grew(konteks: Konteks) -> str:
    k = konteks
    p = Soal(k.data, k.periode, k.pembanding, k.hari, k.wilayah).change("modal_up2k")
    baris = k.change("modal_up2k").loc[k.wilayah]
    if p.arah != "naik" or is_missing(baris["selisih_sama"]):
        return ""
    naik = moved(baris["selisih_sama"], "Rp")
    return f"Modal {angka(baris['n_sama'])} kelompok yang sama {naik}."


def _within_goal(konteks: Konteks) -> str:
    i = konteks.indicator("rasio_tunggakan_pct")
    nilai = konteks.value(i.id)["value"]
    if is_missing(nilai) or i.goal is None or not i.goal.is_met(nilai):
        return ""
    batas = f"{bernilai(i.goal.value, i.unit)} ({i.goal.source})"
    return f"{i.label} {bernilai(nilai, i.unit)}, memenuhi batas {batas}."


def next_things(konteks: Konteks) -> tuple[str, ...]:
    """The next two things to do: who has not reported, then the commonest gaps."""
    if hidden(konteks):
        return ()
    milik = place_gaps(konteks)
    diam = milik[milik["kekurangan"] == DIAM]
    lain = milik[milik["kekurangan"] != DIAM]
    urut = lain["kekurangan"].value_counts(sort=False)
    urut = urut.sort_values(ascending=False, kind="stable")
    hasil = [f"Mohon laporan {_who(konteks, diam)}."] if len(diam) else []
    for kode in urut.index:
        satu = lain[lain["kekurangan"] == kode]
        hasil.append(f"{satu['label'].iloc[0]}: {_who(konteks, satu)}.")
    return tuple(hasil[:BANYAK_BERIKUT])


def place_gaps(konteks: Konteks) -> pd.DataFrame:
    """`planning.budget.gaps` of the place in the period of the report."""
    semua = gaps(konteks.data, konteks.periode.end, konteks.hari)
    return semua[semua["kode_wilayah"] == konteks.wilayah]


def _who(konteks: Konteks, baris: pd.DataFrame) -> str:
    """How many groups, and the first few names that the role may see."""
    terlihat = baris[~baris["kode_kelompok"].isin(unseen_groups(konteks))]
    nama = daftar(
        some([short(str(n), _NAMA) for n in terlihat["nama_kelompok"]], _DISEBUT)
    )
    banyak = f"{angka(len(baris))} kelompok"
    return f"{banyak} ({nama})" if len(terlihat) == len(baris) else banyak


def deadline(konteks: Konteks) -> str:
    """Which report is awaited next, and by when; the limit is marked as proposed."""
    k = konteks
    p = k.periode if state(k) in ("belum_waktunya", "ditolak") else k.periode.next()
    if p.deadline < k.hari:
        p = k.periode.next()
    usulan = " (batas usulan)" if pengaturan().batas_hari_usulan else ""
    return f"Laporan {p.label} dinanti paling lambat {tanggal(p.deadline)}{usulan}."
