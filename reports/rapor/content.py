"""What a report on paper says of one kelurahan, as records of words.

Only the kelurahan's own figures, beside its kecamatan's and the city's.
"""

import datetime as dt
from dataclasses import dataclass

import pandas as pd

from charts.theme import HURUF_TINGKAT
from indicators.places import in_place
from indicators.privacy import PUBLIC
from indicators.profile import around
from indicators.punctuality import STATES, punctuality
from indicators.sentences import sentences
from planning.budget.gaps import DIAM, gaps
from reference.kosakata import label_pilihan
from reference.periode import Periode
from reference.tulisan import angka, bernilai, daftar, is_missing, tanggal
from reference.wilayah import nama_wilayah
from reports.blocks import hidden, known, line, some, unknown
from reports.context import Konteks
from reports.kata import moved, signed
from reports.slide import Grafik

UKURAN = (
    "tingkat_pelaporan_pct", "modal_up2k", "modal_per_anggota", "anggota",
    "kehadiran_pct", "rasio_tunggakan_pct", "nilai_buku_pct",
)  # fmt: skip
PALING_BANYAK_KELOMPOK = 14
KOSONG = "–"
_LENGKAP, _DUA = 100.0, 2


@dataclass(frozen=True, slots=True)
class BarisUkuran:
    """One indicator in words: here, its change, the kecamatan, the city, who said so."""

    label: str
    sini: str
    perubahan: str
    kecamatan: str
    kota: str
    lapor: str


@dataclass(frozen=True, slots=True)
class BarisKelompok:
    """One group in words: name, rung with its letter, members, capital, what is next."""

    nama: str
    tingkat: str
    anggota: str
    modal: str
    berikut: str


@dataclass(frozen=True, slots=True)
class Rapor:
    """The report of one kelurahan; `alasan` says why there are no figures ("" if so).

    `baik` is what went well, `berikut` the next two things; `sisa` says how many groups
    stand in the list no more.
    """

    nama: str
    kecamatan: str
    periode: str
    pembanding: str
    alasan: str
    terakhir: str
    kabar: str
    kabar_pendek: str
    ukuran: tuple[BarisUkuran, ...]
    kelompok: tuple[BarisKelompok, ...]
    sisa: str
    baik: tuple[str, ...]
    berikut: tuple[str, ...]
    tenggat: str
    grafik: Grafik | None
    cap: str
    contoh: bool


def report(konteks: Konteks) -> Rapor:
    """The report of the kelurahan of a context; ValueError for any other place."""
    if konteks.tingkat != "kelurahan":
        raise ValueError(f"{konteks.nama} bukan kelurahan.")
    ada = known(konteks)
    kelompok = _groups(konteks) if ada else ()
    kabar = _news(konteks) if ada else []
    return Rapor(
        nama=nama_wilayah(konteks.wilayah),
        kecamatan=nama_wilayah(konteks.wilayah[:8]),
        periode=konteks.periode.label,
        pembanding=konteks.pembanding.label,
        alasan="" if ada else unknown(konteks),
        terakhir="" if ada or hidden(konteks) else _last_report(konteks),
        kabar=" ".join(kabar),
        kabar_pendek=kabar[0] if kabar else "",
        ukuran=tuple(_measure(konteks, u) for u in UKURAN) if ada else (),
        kelompok=kelompok[:PALING_BANYAK_KELOMPOK],
        sisa=_rest(len(kelompok)),
        baik=well_done(konteks),
        berikut=next_things(konteks),
        tenggat=deadline(konteks),
        grafik=line(konteks, "modal_up2k", "Modal UP2K") if ada else None,
        cap=konteks.cap.kalimat,
        contoh=konteks.contoh,
    )


def day_read(konteks: Konteks) -> dt.date:
    """The last day on which the period was the one that had ended last."""
    return min(konteks.hari, konteks.periode.next().end)


def _news(konteks: Konteks) -> list[str]:
    k = konteks
    kata = sentences(k.data, k.periode, k.pembanding, k.hari, k.wilayah)
    return [satu.teks for satu in kata[:_DUA]]


def _last_report(konteks: Konteks) -> str:
    """The period of the place's newest report before this one, in words."""
    posisi = konteks.data.posisi
    milik = posisi.loc[posisi["kode_wilayah"] == konteks.wilayah, "periode"]
    ada = [p for p in map(Periode.parse, milik.unique()) if p < konteks.periode]
    if not ada:
        return "Belum pernah ada laporan yang diterima."
    return f"Laporan terakhir yang diterima: {max(ada).label}."


def _measure(konteks: Konteks, indikator: str) -> BarisUkuran:
    i = konteks.indicator(indikator)
    sini = konteks.value(indikator)
    beda = konteks.change(indikator).loc[konteks.wilayah]
    ubah = beda["selisih_sama"] if i.needs_report else beda["selisih"]
    lain = {
        by: bernilai(konteks.values(indikator, by).loc[kode, "value"], i.unit)
        for by, kode in around(konteks.wilayah).items()
    }
    return BarisUkuran(
        label=i.label,
        sini=bernilai(sini["value"], i.unit),
        perubahan=KOSONG if is_missing(ubah) else _changed(ubah, i.unit),
        kecamatan=lain["kecamatan"],
        kota=lain["kota"],
        lapor=f"{angka(sini['n_lapor'])} dari {angka(sini['n_kelompok'])}",
    )


def _changed(beda: float, satuan: str) -> str:
    return "tetap" if round(beda, 1) == 0 else signed(beda, satuan)


def _groups(konteks: Konteks) -> tuple[BarisKelompok, ...]:
    """Every open group; none for the public, to whom groups are not shown alone."""
    if konteks.siapa == PUBLIC:
        return ()
    k = konteks
    cut = k.data.at(k.periode)
    kode = [str(g) for g in cut.index[in_place(cut.index, k.wilayah)]]
    modal = k.values("modal_up2k", "kelompok")["value"]
    anggota = k.values("anggota", "kelompok")["value"]
    kurang = _next_gap(k)
    lapor = dict(zip(cut.index, cut.lapor, strict=True))
    tingkat = dict(zip(cut.index, cut.text("tingkat"), strict=True))
    nama = k.data.groups["nama_kelompok"]
    return tuple(
        BarisKelompok(
            nama=KOSONG if is_missing(nama[g]) else str(nama[g]),
            tingkat=_rung(tingkat[g]),
            anggota=_words(anggota[g], ""),
            modal=_words(modal[g], "Rp"),
            berikut=kurang.get(g, "Tidak ada kekurangan tercatat")
            if lapor[g]
            else "Belum lapor",
        )
        for g in kode
    )


def _next_gap(konteks: Konteks) -> dict[str, str]:
    """The first gap of each group of the place, in words."""
    g = _gaps(konteks).drop_duplicates("kode_kelompok")
    return dict(zip(g["kode_kelompok"], g["label"], strict=True))


def _gaps(konteks: Konteks) -> pd.DataFrame:
    semua = gaps(konteks.data, day_read(konteks), konteks.hari)
    return semua[semua["kode_wilayah"] == konteks.wilayah]


def _rung(tingkat: str | None) -> str:
    """A rung with the letter that a photocopy keeps.

    >>> _rung("madya"), _rung(None)
    ('M · Madya', '–')
    """
    if tingkat is None:
        return KOSONG
    return f"{HURUF_TINGKAT[tingkat]} · {label_pilihan('tingkat', tingkat)}"


def _words(nilai: float, satuan: str) -> str:
    return KOSONG if is_missing(nilai) else bernilai(nilai, satuan)


def _rest(banyak: int) -> str:
    sisa = banyak - PALING_BANYAK_KELOMPOK
    return f"… dan {sisa} kelompok lain; lihat dasbor." if sisa > 0 else ""


def well_done(konteks: Konteks) -> tuple[str, ...]:
    """What went well in the period, at most three things, none of them flattery."""
    k = konteks
    if hidden(k):
        return ()
    hasil = []
    keadaan = punctuality(k.data, (k.periode,), k.hari).set_index("kode_wilayah")
    if keadaan.loc[k.wilayah, "keadaan"] == "tepat":
        hasil.append(f"Laporan {k.periode.label} diterima tepat waktu.")
    if k.value("tingkat_pelaporan_pct")["value"] == _LENGKAP:
        hasil.append("Semua kelompok sudah melapor.")
    modal = k.change("modal_up2k").loc[k.wilayah]
    if not is_missing(modal["selisih_sama"]) and modal["selisih_sama"] > 0:
        n = angka(modal["n_sama"])
        hasil.append(
            f"Modal {n} kelompok yang sama {moved(modal['selisih_sama'], 'Rp')}."
        )
    hadir = k.value("kehadiran_pct")["value"]
    kota = k.values("kehadiran_pct", "kota")["value"].iloc[0]
    if not is_missing(hadir) and not is_missing(kota) and hadir > kota:
        hasil.append(f"Kehadiran rapat {bernilai(hadir, '%')}, di atas angka kota.")
    return tuple(hasil[:3])


def next_things(konteks: Konteks) -> tuple[str, ...]:
    """The next two things to do: who has not reported, then the commonest gaps."""
    k = konteks
    if hidden(k):
        return ()
    g = _gaps(k)
    hasil = []
    diam = g[g["kekurangan"] == DIAM]
    if len(diam):
        siapa = "" if k.siapa == PUBLIC else f": {_names(diam)}"
        hasil.append(f"Mohon laporan {len(diam)} kelompok{siapa}.")
    lain = g[g["kekurangan"] != DIAM]
    urut = lain.groupby("kekurangan", sort=False).size().sort_values(
        ascending=False, kind="stable"
    )  # fmt: skip
    for kode in urut.index:
        satu = lain[lain["kekurangan"] == kode]
        siapa = "" if k.siapa == PUBLIC else f" ({_names(satu)})"
        hasil.append(f"{satu['label'].iloc[0]}: {len(satu)} kelompok{siapa}.")
    return tuple(hasil[:_DUA])


def _names(baris: pd.DataFrame) -> str:
    return daftar(some([str(n) for n in baris["nama_kelompok"]], 3))


def deadline(konteks: Konteks) -> str:
    """By when the next report is asked for."""
    berikut = konteks.periode.next()
    return f"Laporan {berikut.label} dinanti paling lambat {tanggal(berikut.deadline)}."


def reported(konteks: Konteks) -> str:
    """How the report of the period came in, in words."""
    k = konteks
    keadaan = punctuality(k.data, (k.periode,), k.hari).set_index("kode_wilayah")
    return STATES[str(keadaan.loc[k.wilayah, "keadaan"])]
