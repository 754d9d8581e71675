"""The way to a koperasi of one group: what the rules read, which ways are open."""

import datetime as dt
from collections.abc import Iterable

import pandas as pd
import streamlit as st

from indicators.data import Data
from planning.pathway.aturan import years_of_change
from planning.pathway.standing import Kedudukan, read
from planning.pathway.syarat import Syarat
from planning.pathway.ways import Jalan, summary, ways
from reference.acuan import Acuan
from reference.kosakata import label_pilihan
from reference.periode import Periode
from reference.tulisan import daftar, tanggal
from ui import cached, gambar, lineage, peran, profile, selection
from ui.downloads import Kolom, table
from ui.teks import plain

SUMBU = {"tingkat": "Tingkat", "tahap": "Tahap"}
DAFTAR = ("tingkat", "tahap", "pendiri", "modal_minimal", "jalur", "syarat_jalur")
USULAN = ":orange-badge[usulan]"
RESMI = {True: "usulan", False: "ada sumbernya"}
KOLOM = {
    "keadaan": Kolom("Keadaan"),
    "label": Kolom("Syarat", lebar=230),
    "tertulis": Kolom("Yang ada"),
    "syarat": Kolom("Yang diminta"),
    "golongan": Kolom("Untuk"),
    "status": Kolom("Status aturan"),
    "catatan": Kolom("Catatan"),
    "sumber": Kolom("Dasar"),
    "ditetapkan_oleh": Kolom("Ditetapkan oleh", hanya_berkas=True),
}
KOLOM_JALAN = {
    "label": Kolom("Jalan", lebar=230),
    "keadaan": Kolom("Keadaan"),
    "kurang": Kolom("Yang pertama masih kurang", lebar=300),
    "banyak": Kolom("Syarat yang kurang"),
    "status": Kolom("Status aturan"),
    "sumber": Kolom("Dasar"),
}


def rules_day(acuan: Acuan, pada: dt.date) -> dt.date:
    """The day whose rules are used, as the reader chose: that of the period, or older.

    Only years in which some rule changed are offered.
    """
    tahun = [
        str(t) for t in years_of_change(acuan, DAFTAR) if dt.date(t, 12, 31) < pada
    ]
    dipilih = selection.pick(
        "Aturan yang dipakai", tahun, key="aturan",
        labels=lambda t: f"Seperti akhir {t}",
        placeholder=f"Yang berlaku {tanggal(pada)}",
        bantuan="Baca keadaan yang sama menurut aturan tahun lain, misalnya sebelum "
        "batas pendiri koperasi diubah.",
    )  # fmt: skip
    return dt.date(int(dipilih), 12, 31) if dipilih else pada


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


def _ways(
    data: Data, kode: str, pada: dt.date, aturan_pada: dt.date
) -> tuple[Jalan, ...]:
    return ways(data, kode, pada, aturan_pada=aturan_pada)


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
    _rules(pilihan, k, nama)
    st.subheader("Jalan mana yang terbuka?")
    jalan = cached.of(_ways, kode, pada, hari)
    _open_ways(pilihan, jalan)
    profile.show_steps(pilihan, kode)


def _standing(k: Kedudukan) -> None:
    """Reported and read, side by side, and why."""
    dilaporkan = label_pilihan(k.sumbu, k.dilaporkan[k.sumbu])
    st.markdown(
        f"{SUMBU[k.sumbu]} yang dilaporkan: **{dilaporkan}**. Menurut aturan: "
        f"**{k.label}** {USULAN if k.usulan else ''}"
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
            f"Kriteria {k.sumbu} tidak diumumkan oleh sumber resmi. Yang bertanda "
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
        frame(dipilih, k.sumbu), judul=f"{judul}, {nama}", nama="syarat", kolom=KOLOM,
        keterangan=gambar.keterangan(pilihan),
    )  # fmt: skip
    _cells(pilihan, k.kode_kelompok, nama, dipilih)


def frame(syarat: Iterable[Syarat], sumbu: str = "") -> pd.DataFrame:
    """Requirements as a table, columns `KOLOM`."""
    baris = [
        {
            **{n: getattr(s, n) for n in KOLOM if n not in ("status", "golongan")},
            "golongan": label_pilihan(sumbu, s.golongan) if sumbu else s.golongan,
            "status": RESMI[s.usulan],
        }
        for s in syarat
    ]
    return pd.DataFrame(baris, columns=list(KOLOM))


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


def _open_ways(pilihan: selection.Selection, jalan: tuple[Jalan, ...]) -> None:
    st.markdown(plain(summary(jalan)))
    baris = [
        {
            "label": j.label, "keadaan": j.keadaan, "sumber": j.sumber,
            "kurang": j.kurang.kalimat if j.kurang else "tidak ada",
            "banyak": len(j.missing), "status": RESMI[j.usulan],
        }
        for j in jalan
    ]  # fmt: skip
    table(
        pd.DataFrame(baris, columns=list(KOLOM_JALAN)), judul="Jalan ke koperasi",
        nama="jalan", kolom=KOLOM_JALAN, keterangan=gambar.keterangan(pilihan),
    )  # fmt: skip
    label = {j.kode: j.label for j in jalan}
    dipilih = selection.pick(
        "Apa yang diminta jalan ini?", list(label), key="jalan",
        labels=label.__getitem__, placeholder="Pilih jalan",
    )  # fmt: skip
    for j in jalan:
        if j.kode == dipilih:
            _one_way(pilihan, j)


def _one_way(pilihan: selection.Selection, j: Jalan) -> None:
    usul = f" {USULAN}" if j.usulan else ""
    st.markdown(f"**{plain(j.label)}**{usul}: {plain(j.keterangan)}")
    if j.bersama:
        nama = cached.data().groups["nama_kelompok"]
        bersama = [f"{plain(nama[k])} ({k})" for k in j.bersama]
        st.markdown(f"Bersama {daftar(bersama)}.")
    if j.penghalang:
        st.warning(f"Penghalang: {plain(j.penghalang)}.", icon=":material/block:")
    table(
        frame(j.syarat), judul=f"Yang diminta: {j.label}", nama="syarat_jalan",
        kolom=KOLOM, keterangan=gambar.keterangan(pilihan),
    )  # fmt: skip
