"""The way to a koperasi of one group: what the rules read, which ways are open."""

import datetime as dt
from collections.abc import Iterable

import pandas as pd
import streamlit as st

from indicators.data import Data
from planning.pathway.aturan import years_of_change
from planning.pathway.standing import Kedudukan, read
from planning.pathway.syarat import Syarat
from planning.pathway.ways import summary
from reference.acuan import Acuan
from reference.kosakata import label_pilihan
from reference.periode import Periode
from reference.tulisan import tanggal
from ui import cached, gambar, jalan, lineage, peran, profile, selection, syarat_tabel
from ui.downloads import table
from ui.teks import plain

SUMBU = {"tingkat": "Tingkat", "tahap": "Tahap"}
DAFTAR = ("tingkat", "tahap", "pendiri", "modal_minimal", "jalur", "syarat_jalur")


def rules_day(acuan: Acuan, pada: dt.date) -> dt.date:
    """The day whose rules are used, as the reader chose: that of the period by default.

    Offered are today and the ends of the years in which some rule changed.
    """
    kini = cached.hari()
    tahun = {kini.year, *years_of_change(acuan, DAFTAR)}
    dipilih = selection.pick(
        "Aturan yang dipakai",
        [str(t) for t in sorted(tahun, reverse=True) if t <= kini.year],
        key="aturan",
        labels=lambda t: "Yang berlaku hari ini"
        if int(t) == kini.year else f"Seperti akhir {t}",
        placeholder=f"Yang berlaku {tanggal(pada)}",
        bantuan="Baca keadaan yang sama menurut aturan tahun lain, misalnya sebelum "
        "batas pendiri koperasi diubah.",
    )  # fmt: skip
    return min(dt.date(int(dipilih), 12, 31), kini) if dipilih else pada


def pick_ladder(key: str) -> str:
    """Which of the two ladders is read; never both at once."""
    pilih: str = st.segmented_control(
        "Jenjang", list(SUMBU), default="tingkat", required=True,
        format_func=SUMBU.__getitem__, key=key, bind="query-params",
    )  # fmt: skip
    return pilih


def _read(
    data: Data, kode: str, pada: dt.date, aturan_pada: dt.date, sumbu: str
) -> Kedudukan:
    return read(data, kode, pada, aturan_pada=aturan_pada, sumbu=sumbu)


def on_profile(pilihan: selection.Selection, kode: str, nama: str) -> None:
    """The whole part of a group's profile: rules, ways and steps."""
    pada = pilihan.periode.end
    st.subheader("Di mana kelompok ini menurut aturan?")
    kiri, kanan = st.columns(2, vertical_alignment="bottom")
    with kiri:
        sumbu = pick_ladder("sumbu_jalan")
    with kanan:
        hari = rules_day(cached.data().acuan, pada)
    k = cached.of(_read, kode, pada, hari, sumbu)
    _standing(k)
    terbuka = jalan.of(kode, pada, hari)
    st.markdown(plain(summary(terbuka)))
    selection.sections(
        {
            "Syarat": lambda: _rules(pilihan, k, nama),
            "Jalan": lambda: jalan.show(pilihan, terbuka),
            "Langkah": lambda: profile.show_steps(pilihan, kode),
        },
        key="bagian_jalan",
    )


def _standing(k: Kedudukan) -> None:
    """Reported and read, side by side, and why."""
    dilaporkan = label_pilihan(k.sumbu, k.dilaporkan[k.sumbu])
    st.markdown(
        f"{SUMBU[k.sumbu]} yang dilaporkan: **{dilaporkan}**. Menurut aturan: "
        f"**{k.label}** {syarat_tabel.USULAN if k.usulan else ''}"
    )
    st.markdown(plain(k.alasan))
    if k.sebelumnya and k.sebelumnya.periode:
        st.info(
            f"Menurut laporan terakhirnya, {k.sebelumnya.periode.label}: "
            f"**{k.sebelumnya.label}**. {plain(k.sebelumnya.alasan)}",
            icon=":material/history:",
        )
    if k.usulan:
        st.caption(
            f"{syarat_tabel.TANPA_RESMI[k.sumbu]}. Yang bertanda "
            "*usulan* dapat diubah Pokja II; yang dilaporkan tetap tercatat seperti "
            "dilaporkan."
        )


def _rules(pilihan: selection.Selection, k: Kedudukan, nama: str) -> None:
    k = k.sebelumnya or k
    if not k.butir:
        return
    jenjang = list(dict.fromkeys(s.golongan for s in k.butir))
    kini = jenjang.index(k.tangga) if k.tangga else -1
    berikut = jenjang[min(kini + 1, len(jenjang) - 1)]
    semua = st.toggle(f"Semua {k.sumbu}", key="semua_jenjang", bind="query-params")
    dipilih = [s for s in k.butir if semua or s.golongan == berikut]
    judul = (
        f"Syarat {k.sumbu}" if semua else f"Syarat {label_pilihan(k.sumbu, berikut)}"
    )
    st.markdown(f"**{judul}**")
    table(
        syarat_tabel.frame(dipilih, k.sumbu), judul=f"{judul}, {nama}", nama="syarat",
        kolom=syarat_tabel.KOLOM, keterangan=gambar.keterangan(pilihan),
    )  # fmt: skip
    _cells(pilihan, k.kode_kelompok, nama, dipilih)


def _cells(
    pilihan: selection.Selection, kode: str, nama: str, syarat: Iterable[Syarat]
) -> None:
    """The cells that requirements stand on; only for those who handle reports."""
    if not peran.boleh_mengirim():
        return
    buka = st.expander(
        "Dari sel mana bukti ini?", icon=":material/account_tree:", key="asal_syarat",
        on_change="rerun",
    )  # fmt: skip
    if not buka.open:
        return
    per: dict[str, list[str]] = {}
    for periode, variabel in dict.fromkeys(b for s in syarat for b in s.bukti):
        per.setdefault(periode, []).append(variabel)
    with buka:
        lapis = [
            lineage.gather({kode: nama}, [Periode.parse(p)], v) for p, v in per.items()
        ]
        asal = pd.concat(lapis, ignore_index=True) if lapis else pd.DataFrame()
        lineage.trace(asal, nama="asal_syarat", keterangan=gambar.keterangan(pilihan))
