"""Lampiran: the tables behind the reports as one workbook."""

import pandas as pd

from indicators import INDICATORS
from indicators.compute import compute
from indicators.indicator import Indicator
from indicators.places import in_place, places
from indicators.privacy import PUBLIC
from indicators.punctuality import STATES, punctuality
from reference.kosakata import label_pilihan
from reference.wilayah import nama_wilayah
from reports.context import Konteks
from reports.exports import Kolom
from reports.exports_xlsx import Lembar, to_workbook
from reports.rapor.content import UKURAN

PER_WILAYAH = {"kecamatan": "Per kecamatan", "kelurahan": "Per kelurahan"}


def lampiran_xlsx(konteks: Konteks) -> bytes:
    """Every indicator of the place, and the main ones by kecamatan, kelurahan, group.

    Groups are left out for the public. Numbers stay numbers; a cell that nobody
    reported is empty. Every sheet carries the stamp.
    """
    lembar = [_all_indicators(konteks)]
    lembar += [_by_place(konteks, by, nama) for by, nama in PER_WILAYAH.items()]
    if konteks.siapa != PUBLIC:
        lembar.append(_by_group(konteks))
    lembar.append(_received(konteks))
    judul = f"Lampiran UP2K PKK {konteks.nama}, {konteks.periode.label}"
    return to_workbook(judul, [x for x in lembar if len(x.isi)], konteks.cap)


def _all_indicators(konteks: Konteks) -> Lembar:
    baris = []
    for i in INDICATORS.values():
        satu = compute(i, konteks.data, konteks.periode, konteks.tingkat)
        nilai = konteks.value(i.id)
        baris.append(
            (i.label, nilai["value"], i.unit, satu.loc[konteks.wilayah, "n_lapor"],
             satu.loc[konteks.wilayah, "n_kelompok"], i.satuan_lapor)
        )  # fmt: skip
    kolom = {
        "label": Kolom("Indikator"),
        "nilai": Kolom("Nilai", satuan_dari="satuan"),
        "satuan": Kolom("Satuan"),
        "n_lapor": Kolom("Dilaporkan"),
        "n": Kolom("Dari"),
        "apa": Kolom("Yang melapor"),
    }
    return Lembar("Semua indikator", pd.DataFrame(baris, columns=list(kolom)), kolom)


def _columns(indikator: Indicator) -> dict[str, Kolom]:
    return {
        indikator.id: Kolom(indikator.label, indikator.unit, bantuan=indikator.formula),
        f"{indikator.id}_n": Kolom(f"{indikator.label}: dilaporkan"),
    }


def _values(konteks: Konteks, by: str) -> pd.DataFrame:
    kolom: dict[str, pd.Series] = {}
    for u in UKURAN:
        isi = konteks.values(u, by)
        kolom |= {u: isi["value"], f"{u}_n": isi["n_lapor"]}
    return pd.DataFrame(kolom)


def _by_place(konteks: Konteks, by: str, nama: str) -> Lembar:
    isi = _values(konteks, by)
    jumlah = konteks.values("tingkat_pelaporan_pct", by)["n_kelompok"]
    isi = isi.assign(wilayah=[nama_wilayah(k) for k in isi.index], n_kelompok=jumlah)
    isi = isi[in_place(isi.index, konteks.wilayah)]
    kolom = {"wilayah": Kolom("Wilayah"), "n_kelompok": Kolom("Kelompok")}
    for u in UKURAN:
        kolom |= _columns(konteks.indicator(u))
    return Lembar(nama, isi, kolom)


def _by_group(konteks: Konteks) -> Lembar:
    k = konteks
    ukuran = [u for u in UKURAN if u != "tingkat_pelaporan_pct"]
    kolom = {u: k.values(u, "kelompok")["value"] for u in ukuran}
    isi = pd.DataFrame(kolom)
    isi = isi[in_place(isi.index, k.wilayah)]
    milik = k.data.groups.loc[isi.index]
    cut = k.data.at(k.periode)
    lapor = pd.Series(cut.lapor, index=cut.index).reindex(isi.index)
    isi = isi.assign(
        kode=isi.index,
        kelompok=milik["nama_kelompok"],
        kelurahan=[nama_wilayah(w) for w in milik["kode_wilayah"]],
        lapor=["ya" if x else "belum" for x in lapor],
        tingkat=_labels(konteks, "tingkat", isi.index),
        tahap=_labels(konteks, "tahap", isi.index),
    )
    nama = {
        "kode": Kolom("Kode kelompok"),
        "kelompok": Kolom("Kelompok"),
        "kelurahan": Kolom("Kelurahan"),
        "lapor": Kolom("Melapor"),
        "tingkat": Kolom("Tingkat"),
        "tahap": Kolom("Tahap"),
    }
    for u in ukuran:
        i = k.indicator(u)
        nama[u] = Kolom(i.label, i.unit, bantuan=i.formula)
    return Lembar("Per kelompok", isi, nama)


def _labels(konteks: Konteks, sumbu: str, index: pd.Index) -> list[str | None]:
    """The rung that each group reports, in words; None where it reports none."""
    cut = konteks.data.at(konteks.periode)
    isi = dict(zip(cut.index, cut.text(sumbu), strict=True))
    return [label_pilihan(sumbu, isi[k]) if isi[k] else None for k in index]


def _received(konteks: Konteks) -> Lembar:
    p = punctuality(konteks.data, (konteks.periode,), konteks.hari)
    p = p.set_index("kode_wilayah").loc[places("kelurahan")]
    p = p[in_place(p.index, konteks.wilayah)]
    isi = p.assign(
        kelurahan=[nama_wilayah(k) for k in p.index],
        kata=[STATES[k] for k in p["keadaan"]],
    )
    kolom = {
        "kelurahan": Kolom("Kelurahan"),
        "kata": Kolom("Laporan"),
        "diterima": Kolom("Diterima"),
        "n_lapor": Kolom("Kelompok melapor"),
        "n_kelompok": Kolom("Kelompok"),
        "n_tertahan": Kolom("Tertahan"),
    }
    return Lembar("Penerimaan laporan", isi[list(kolom)], kolom)
