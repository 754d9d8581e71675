"""The blocks of a profile: main numbers, history, comparison, groups, steps, origin."""

import pandas as pd
import streamlit as st

from charts import trend
from indicators.data import level_of
from indicators.indicator import Indicator
from indicators.profile import around
from reference.kosakata import label_pilihan, variables
from reference.syarat import langkah
from reference.tulisan import is_missing, tanggal
from reports import kolom
from ui import cached, gambar, kalimat, lineage, peran, profile_data, selection, visible
from ui.downloads import Kolom, table
from ui.selection import Selection
from ui.teks import plain

UTAMA = ("modal_up2k", "anggota", "pinjaman_beredar", "rasio_tunggakan_pct")
LEVEL = {
    "kelompok": "Kelompok",
    "kelurahan": "Kelurahan",
    "kecamatan": "Kecamatan",
    "kota": "Kota",
}
STATUS_LANGKAH = {"selesai": "✓ selesai", "proses": "◐ proses", "belum": "○ belum"}
BELUM_LAPOR = "– belum dilaporkan"


def history(pilihan: Selection, kode: str, i: Indicator) -> pd.DataFrame:
    """One indicator over the last periods; for ratios beside what the place lies in."""
    periodes = cached.periode_sampai(pilihan.periode)
    lapis = []
    for by, k in around(kode).items():
        deret = visible.series(i.id, periodes, by)
        lapis.append(deret[deret.index == k])
        if lapis[0]["denominator"].isna().all():
            break
    return pd.concat(lapis)


def show_history(pilihan: Selection, kode: str, i: Indicator, nama: str) -> None:
    """The line of one indicator over time, under the sentence that sums it up."""
    deret = history(pilihan, kode, i)
    sendiri = deret[deret.index == kode]
    if sendiri["value"].isna().all():
        st.info(f"{i.label} {plain(nama)} belum pernah dilaporkan.")
        return
    ragu = None
    if (tingkat := level_of(kode)) != "kelompok":
        ragu = visible.spread(i.id, pilihan.periode, tingkat).loc[kode]
    st.markdown(
        kalimat.headline(i, sendiri.iloc[-1], plain(nama), pilihan.periode, ragu)
    )
    gambar.draw(
        trend.draw(
            deret.rename(index={kode: nama}), label=i.label, satuan=i.unit,
            satuan_lapor=i.satuan_lapor, goal=i.goal, contoh=cached.contoh(),
        ),
        nama="riwayat", judul=f"{i.label}, {nama}",
        kolom=kolom.values(i, "wilayah", "nama_periode"),
        keterangan=gambar.keterangan(pilihan),
    )  # fmt: skip


def show_origin(pilihan: Selection, pelapor: dict[str, str], i: Indicator) -> None:
    """From the number to the cells: only for those who handle reports."""
    if not peran.boleh_mengirim():
        return
    buka = st.expander(
        f"Dari sel mana angka “{i.label}” ini?", icon=":material/account_tree:",
        key="asal", on_change="rerun",
    )  # fmt: skip
    if not buka.open:
        return
    with buka:
        if not i.variables:
            st.caption("Angka ini dihitung dari daftar kiriman, bukan dari sel.")
            return
        asal = lineage.gather(pelapor, i.reads(pilihan.periode), i.variables)
        lineage.trace(asal, nama="asal", keterangan=gambar.keterangan(pilihan))


def show_beside(pilihan: Selection, kode: str, keluarga: str, nama: str) -> None:
    """The table of a family's indicators beside kecamatan and city."""
    isi = {"label": Kolom("Angka", lebar=230)}
    for by in around(kode):
        judul = LEVEL[by]
        if by == level_of(kode):
            judul = nama.removeprefix("Kelurahan ")
        isi[by] = Kolom(judul, satuan_dari="satuan")
    isi |= {"lapor": Kolom("Melapor"), "satuan": Kolom("Satuan", hanya_berkas=True)}
    table(
        cached.of(profile_data.beside, keluarga, pilihan.periode, kode),
        judul=f"Profil {nama}", nama="profil", kolom=isi,
        keterangan=gambar.keterangan(pilihan),
    )  # fmt: skip


def show_groups(pilihan: Selection, kode: str) -> None:
    """The groups of a kelurahan; choosing one opens its profile."""
    st.subheader("Kelompok")
    daftar = cached.of(profile_data.groups, pilihan.periode, kode, peran.peran())
    if daftar.empty:
        st.caption("Belum ada kelompok yang terdaftar.")
        return
    st.caption("Centang satu kelompok untuk membuka profilnya.")
    terpilih = table(
        daftar, judul="Kelompok di kelurahan ini", nama="kelompok", pilih=True,
        kolom={
            "nama": Kolom("Kelompok"),
            "laporan": Kolom("Laporan"),
            "tingkat": Kolom("Tingkat"),
            "tahap": Kolom("Tahap"),
            "anggota": Kolom("Anggota", "orang"),
            "modal_up2k": Kolom("Modal UP2K", "Rp"),
            "n_selesai": Kolom("Langkah selesai", f"dari {len(langkah())}"),
            "berikut": Kolom("Langkah berikutnya"),
        },
        keterangan=gambar.keterangan(pilihan),
    )  # fmt: skip
    if terpilih is not None:
        baris = daftar.iloc[terpilih]
        selection.button(
            f"Buka profil {plain(baris['nama'])}", "profil", key="buka_kelompok",
            wilayah=kode, kelompok=baris["kode_kelompok"],
        )  # fmt: skip


def show_steps(pilihan: Selection, kode: str) -> None:
    """The steps to koperasi of one group, each with its date and document."""
    st.subheader("Langkah menuju koperasi")
    lapor = cached.data().langkah
    milik = lapor[
        (lapor["kode_kelompok"] == kode) & (lapor["periode"] == str(pilihan.periode))
    ].set_index("kode_langkah")
    semua = milik.reindex(list(langkah())).reset_index()
    table(
        semua.assign(
            langkah=[s.label for s in langkah().values()],
            keadaan=[STATUS_LANGKAH.get(s, BELUM_LAPOR) for s in semua["status"]],
            sumber=[s.sumber for s in langkah().values()],
        ),
        judul="Langkah menuju koperasi", nama="langkah",
        kolom={
            "langkah": Kolom("Langkah"),
            "keadaan": Kolom("Keadaan"),
            "tanggal": Kolom("Tanggal"),
            "nomor": Kolom("Nomor dokumen"),
            "sumber": Kolom("Dasar"),
        },
        keterangan=gambar.keterangan(pilihan),
    )  # fmt: skip


def show_activities(pilihan: Selection, kode: str) -> None:
    """What was held in a kelurahan during the period."""
    st.subheader("Kegiatan")
    k = cached.data().kegiatan
    milik = k[(k["kode_wilayah"] == kode) & (k["periode"] == str(pilihan.periode))]
    if milik.empty:
        st.caption(f"Belum ada kegiatan yang dilaporkan untuk {pilihan.periode.label}.")
        return
    table(
        milik.assign(jenis=[label_pilihan("jenis", j) for j in milik["jenis"]]),
        judul="Kegiatan", nama="kegiatan",
        kolom={
            "tanggal": Kolom("Tanggal"),
            "jenis": Kolom("Jenis"),
            "tempat": Kolom("Tempat"),
            "penyelenggara": Kolom("Penyelenggara"),
            "hadir_orang": Kolom("Hadir", "orang"),
        },
        keterangan=gambar.keterangan(pilihan),
    )  # fmt: skip


def show_identity(pilihan: Selection, kode: str) -> None:
    """What a group says of itself; nothing for a kelurahan."""
    if level_of(kode) == "kelurahan":
        return
    baris = cached.data().at(pilihan.periode).posisi.loc[kode]
    isi = [f"**Kode** {kode}"]
    isi += [
        f"**{variables()[v].label}** {plain(label_pilihan(v, baris[v]))}"
        for v in ("tingkat", "tahap", "jalur", "status", "bidang_usaha", "rw")
        if not is_missing(baris[v])
    ]
    berdiri = cached.data().groups.loc[kode, "tanggal_berdiri"]
    if not is_missing(berdiri):
        isi.append(f"**Berdiri** {tanggal(berdiri)}")
    st.markdown(" · ".join(isi))
