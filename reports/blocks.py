"""Blocks of a slide from the app's own values: big numbers, lines, the map."""

from collections.abc import Sequence

import pandas as pd

from charts import map as peta
from charts import trend
from charts.classes import classify
from indicators import seen
from indicators.indicator import Indicator
from indicators.privacy import hidden_groups, hidden_places
from reference.tulisan import angka, bernilai, is_missing
from reports.context import Konteks
from reports.kata import doubt, reporting, signed
from reports.slide import Angka, Grafik, KelasPeta, Peta, Seri, Slide


def hidden(konteks: Konteks) -> bool:
    """Whether the place may not be shown alone: one small group is all it has."""
    k = konteks
    return k.wilayah in hidden_places(k.data, k.periode, k.siapa)


def known(konteks: Konteks) -> bool:
    """Whether anything may be said of the place in this period."""
    lapor = konteks.value("tingkat_pelaporan_pct")["n_lapor"]
    return bool(lapor) and not hidden(konteks)


def unknown(konteks: Konteks) -> str:
    """Why nothing is said of the place."""
    if hidden(konteks):
        return (
            f"Angka {konteks.nama} tidak ditampilkan tersendiri agar anggota kelompok "
            "kecil tidak dikenali."
        )
    return f"Belum ada laporan {konteks.nama} untuk {konteks.periode.label}."


def unseen_groups(konteks: Konteks) -> set[str]:
    """The groups that the role may not see alone in either of the two periods."""
    k = konteks
    return {
        kode
        for p in (k.periode, k.pembanding)
        for kode in hidden_groups(k.data, p, k.siapa)
    }


def number(konteks: Konteks, indikator: str, label: str = "") -> Angka:
    """One indicator of the place: its value, change and who reported."""
    i = konteks.indicator(indikator)
    baris = konteks.value(indikator)
    nilai = None if is_missing(baris["value"]) else float(baris["value"])
    bawah = [reporting(baris, i.satuan_lapor), _changed(konteks, i)]
    return Angka(
        label=label or i.label,
        teks=bernilai(nilai, i.unit),
        nilai=nilai,
        satuan=i.unit,
        keterangan="; ".join(b for b in bawah if b),
    )


def _changed(konteks: Konteks, i: Indicator) -> str:
    """The change among the same groups, as on the app's cards."""
    baris = konteks.change(i.id).loc[konteks.wilayah]
    beda = baris["selisih_sama"] if i.needs_report else baris["selisih"]
    if is_missing(beda):
        return ""
    sejak = f"sejak {konteks.pembanding.label_pendek}"
    if round(beda, 1) == 0:
        return f"tetap {sejak}"
    siapa = ""
    if i.needs_report:
        siapa = f" pada {angka(baris['n_sama'])} {i.satuan_lapor} yang sama"
    return f"{signed(beda, i.unit)} {sejak}{siapa}"


def doubt_of(konteks: Konteks, indikator: str) -> str:
    """What the value could be if the silent reported; "" where nobody is silent."""
    k = konteks
    baris = seen.spread(k.data, indikator, k.periode, k.tingkat, k.siapa)
    return doubt(baris.loc[k.wilayah], k.indicator(indikator), singkat=True)


def source(konteks: Konteks, baris: pd.Series, i: Indicator) -> str:
    """Who reported what a chart shows, as it stands below it."""
    lapor = reporting(baris, i.satuan_lapor)
    return f"{lapor[0].upper()}{lapor[1:]} pada {konteks.periode.label}."


def values(kolom: pd.Series) -> tuple[float | None, ...]:
    """A column as plain numbers; what is not known is None."""
    return tuple(None if is_missing(v) else float(v) for v in kolom)


def line(konteks: Konteks, indikator: str, judul: str) -> Grafik:
    """An indicator of the place over the periods, without gaps in time."""
    i = konteks.indicator(indikator)
    deret = konteks.series(indikator).loc[[konteks.wilayah]]
    return Grafik(
        judul=judul,
        jenis="garis",
        kategori=tuple(p.label_pendek for p in konteks.periodes),
        seri=(Seri(i.label, values(deret["value"])),),
        satuan=i.unit,
        alt=trend.alt(deret, [konteks.wilayah], i.label, i.unit),
        sumber=source(konteks, deret.iloc[-1], i),
        goal=(i.goal.value, i.goal.label) if i.goal else None,
    )


def city_map(konteks: Konteks, indikator: str) -> Peta:
    """The 29 kelurahan by the classes that the page Peta has, in every period."""
    i, k = konteks.indicator(indikator), konteks
    semua = seen.series(k.data, i.id, tuple(k.data.periodes), "kelurahan", k.siapa)
    kelas = classify(
        semua["value"].tolist(), i.unit, tujuan=i.goal.value if i.goal else None
    )
    kini = k.values(i.id, "kelurahan")
    nilai = {
        str(w): None if is_missing(v) else float(v) for w, v in kini["value"].items()
    }
    label = f"{i.label}, {k.periode.label}"
    kosong = [w for w, v in nilai.items() if v is None]
    return Peta(
        judul=i.label_satuan,
        satuan=i.unit,
        kelas=tuple(KelasPeta(s.label, s.warna, s.pola) for s in kelas.kelas),
        kelas_di={w: None if v is None else kelas.index(v) for w, v in nilai.items()},
        nilai=nilai,
        tip={
            str(w): f"{bernilai(nilai[str(w)], i.unit)}; {reporting(b, i.satuan_lapor)}"
            for w, b in kini.iterrows()
        },
        alt=peta.words(kini, kosong, label, i.unit),
        sumber=source(k, k.values(i.id, "kota").iloc[0], i),
        sorot="" if k.tingkat == "kota" else k.wilayah,
    )


def sentences(*teks: str) -> str:
    """Sentences one after the other, those that say nothing left out.

    >>> sentences("Satu.", "", "Dua.")
    'Satu. Dua.'
    """
    return " ".join(t for t in teks if t)


def bare(id_: str, judul: str, kalimat: str) -> Slide:
    """A slide that has one sentence to show and nothing to draw."""
    return Slide(
        id_,
        judul,
        kalimat,
        catatan=sentences(
            kalimat,
            "Yang tidak dilaporkan tidak kami anggap nol.",
            "Keadaannya dapat berubah bila laporan berikutnya masuk.",
        ),
    )


def some(nama: Sequence[str], paling_banyak: int = 3) -> list[str]:
    """The first few names, and how many more there are.

    >>> some(["Jati", "Pilang", "Jrebeng"], 2)
    ['Jati', 'Pilang', '1 lainnya']
    """
    sisa = len(nama) - paling_banyak
    depan = list(nama[:paling_banyak])
    return [*depan, f"{sisa} lainnya"] if sisa > 0 else depan
