"""Places beside each other without calling chance a difference: funnel and order."""

from typing import Any

import streamlit as st

from charts import funnel, ranking
from charts.theme import Chart
from indicators.funnel import Penilaian
from indicators.indicator import Indicator
from indicators.places import in_place
from indicators.ranking import ranking as rank
from reference.tulisan import angka, is_missing
from reports import kolom
from reports.exports import Kolom
from ui import cached, gambar, kalimat, selection, visible

BANYAK_KELOMPOK = "banyaknya kelompok yang lapor"


def kelurahan(indikator: Indicator, pilihan: selection.Selection) -> None:
    """The kelurahan judged on an indicator of groups: who differs, then the order.

    Judged over the whole city, shown for the kecamatan chosen.
    """
    nilai = visible.judged(indikator.id, pilihan.periode)
    tabel = nilai.tabel
    if pilihan.kecamatan:
        tabel = tabel[in_place(tabel.index, pilihan.kecamatan)]
    label = indikator.label
    if nilai.per_kelompok:
        label = f"{label}, rata-rata per kelompok"
    st.markdown(kalimat.judged(tabel, label, pilihan.periode))
    umum: dict[str, Any] = {
        "label": label,
        "satuan": indikator.unit,
        "sorot": pilihan.kelurahan,
        "contoh": cached.contoh(),
    }
    corong = funnel.draw(
        tabel, nilai.corong,
        pembagi=BANYAK_KELOMPOK if nilai.per_kelompok else divisor(indikator), **umum,
    )  # fmt: skip
    kota = None if is_missing(nilai.corong.kota) else nilai.corong.kota
    urut = ranking.draw(tabel, kota=kota, **umum)
    keterangan = gambar.keterangan(pilihan, saringan="Semua kelurahan")
    gambar.draw(
        corong, nama=f"corong_{indikator.id}", judul=f"Corong kelurahan, {label}",
        kolom=_columns(corong, label, indikator.unit), keterangan=keterangan,
    )  # fmt: skip
    st.caption(_how(nilai))
    st.subheader("Bagaimana urutannya?")
    gambar.draw(
        urut, nama=f"urutan_{indikator.id}", judul=f"Urutan kelurahan menurut {label}",
        kolom=_columns(urut, label, indikator.unit), keterangan=keterangan,
    )  # fmt: skip


def _columns(gambar_: Chart, label: str, satuan: str) -> dict[str, Kolom]:
    """Columns of what was judged, those that the table behind the figure has."""
    semua = kolom.judged(label, satuan)
    return {nama: k for nama, k in semua.items() if nama in gambar_.table}


def kecamatan(indikator: Indicator, pilihan: selection.Selection) -> None:
    """The kecamatan in order; those whose ranges meet share their ranks."""
    nilai = visible.values(indikator.id, pilihan.periode, "kecamatan")
    kota = visible.values(indikator.id, pilihan.periode, "kota").iloc[0]
    ragu = visible.spread(indikator.id, pilihan.periode, "kecamatan")
    urut = rank(indikator, nilai, 1, ragu).join(ragu[["bawah", "atas"]])
    st.markdown(kalimat.ranking(urut, indikator, pilihan.periode))
    gambar.draw(
        ranking.draw(
            urut,
            label=indikator.label,
            satuan=indikator.unit,
            kota=None if is_missing(kota["denominator"]) else float(kota["value"]),
            sorot=pilihan.kelurahan,
            contoh=cached.contoh(),
        ),
        nama=f"urutan_{indikator.id}",
        judul=f"Urutan kecamatan menurut {indikator.label}",
        kolom=kolom.values(indikator, "urutan", "wilayah")
        | kolom.range_of(indikator)
        | kolom.ALASAN,
        keterangan=gambar.keterangan(pilihan, kota, saringan="Semua kecamatan"),
    )


def divisor(indikator: Indicator) -> str:
    """What a quotient is divided by, as its formula says it.

    >>> from indicators import INDICATORS
    >>> divisor(INDICATORS["modal_per_anggota"])
    'anggota akhir'
    """
    kata = indikator.formula.partition("÷")[2]
    for akhir in ("×", ";"):
        kata = kata.partition(akhir)[0]
    return kata.strip(" ()")


def _how(nilai: Penilaian) -> str:
    return (
        "Wilayah di dalam pita masih dalam batas wajar: selisihnya dari kota dapat "
        "timbul karena kebetulan, lebih-lebih bila laporannya sedikit. Batasnya "
        f"dipilih agar paling banyak {angka(nilai.salah)} dari 100 kali ada wilayah "
        "yang disebut berbeda nyata padahal hanya kebetulan. Peringkat diberikan mulai "
        f"{angka(nilai.minimal)} kelompok yang lapor. Kedua angka ini usulan."
    )
