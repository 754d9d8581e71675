"""The official recap beside the groups: what the page says, shows and leads back to."""

from collections.abc import Callable, Sequence

import pandas as pd
import streamlit as st

from indicators.rekap import STATES, TIERS, Titik
from reference.rekap import columns_of, counted, label_of
from reference.tulisan import angka, daftar, is_missing
from reference.wilayah import nama_wilayah
from reports.exports import Keterangan, Kolom
from store import recap_cells
from ui import cached, downloads, gambar, lineage, peran, selection, visible
from ui.teks import plain

KOLOM = {
    "kelurahan": Kolom("Kelurahan"),
    "tingkat": Kolom("Tingkat"),
    "rekap_klp": Kolom("Kelompok di rekap"),
    "data_klp": Kolom("Kelompok menurut laporan"),
    "selisih_klp": Kolom("Selisih kelompok", bantuan="Rekap dikurangi laporan"),
    "rekap_orang": Kolom("Peserta di rekap", "orang"),
    "data_orang": Kolom("Anggota menurut laporan", "orang"),
    "selisih_orang": Kolom("Selisih orang", bantuan="Rekap dikurangi laporan"),
    "sebab": Kolom("Mungkin karena", lebar=320),
    "sumber": Kolom("Menurut"),
    "nama_keadaan": Kolom("Keadaan"),
    "kelompok": Kolom("Kelompok pada tingkat itu (anggota)", hanya_berkas=True),
}
_SEBUT = 8


def introduce(titik: Titik, pilihan: selection.Selection) -> None:
    """Which recap is held beside which reports, and how groups are counted."""
    st.caption(
        f"{pilihan.nama} · rekap {titik.rekap.label} di samping laporan kelompok "
        f"{titik.kelompok.label}, keduanya keadaan pada hari yang sama."
    )
    st.markdown(
        "Rekap resmi (Lampiran 4.22) hanya memuat banyaknya kelompok dan pesertanya. "
        "Di sini kelompok dihitung menurut **tingkat yang dilaporkannya**; kelompok "
        "bertahap koperasi dihitung sebagai koperasi. Peserta disandingkan dengan "
        "**anggota pada akhir periode** (belum dikonfirmasi)."
    )


def stamp(pilihan: selection.Selection, titik: Titik) -> Keterangan:
    """Where recap and groups stand side by side: who reported is of the groups."""
    lapor = visible.values("tingkat_pelaporan_pct", titik.kelompok, pilihan.tingkat)
    return gambar.keterangan(
        pilihan, lapor.loc[pilihan.wilayah], periode=titik.rekap.label
    )


def words(semua: pd.DataFrame) -> pd.DataFrame:
    """The rows of `indicators.rekap.beside` in words."""
    return semua.assign(
        kelurahan=[nama_wilayah(k) for k in semua["kode_wilayah"]],
        tingkat=[label_of(j) for j in semua["jenjang"]],
        sumber=[TIERS[m] for m in semua["menurut"]],
        nama_keadaan=[STATES[k] for k in semua["keadaan"]],
        sebab=semua["sebab"].where(semua["sebab"] != "", "–"),
    )


def sentence(semua: pd.DataFrame, belum: Sequence[str], banyak: int) -> str:
    """How many kelurahan have a recap, and in how many it differs from the groups."""
    ada = semua["kode_wilayah"].nunique()
    beda = semua.loc[semua["keadaan"] == "beda", "kode_wilayah"].nunique()
    if not ada:
        return f"Belum ada rekap dari {banyak} kelurahan ini."
    awal = f"Rekap sudah ada untuk **{ada} dari {banyak} kelurahan**. "
    akhir = (
        f"Di **{beda} kelurahan** ada angka yang berbeda dari laporan kelompoknya."
        if beda
        else "Tidak ada angka yang berbeda dari laporan kelompoknya."
    )
    if belum:
        nama = daftar([nama_wilayah(k) for k in belum], paling_banyak=_SEBUT)
        akhir += f" Belum ada rekap: {nama}."
    return awal + akhir


def table(semua: pd.DataFrame, titik: Titik, keterangan: Keterangan) -> None:
    """The differences, or at will every row; a click shows where a row comes from."""
    semuanya = st.toggle(
        "Tampilkan juga yang cocok", key="semua_baris", bind="query-params"
    )
    tampil = semua if semuanya else semua[semua["keadaan"] == "beda"]
    if tampil.empty:
        st.success("Tidak ada perbedaan.", icon=":material/check_circle:")
        return
    st.caption("Centang satu baris untuk melihat sel asalnya dan kelompoknya.")
    tampil = words(tampil)
    ke = downloads.table(
        tampil,
        judul=f"Rekap Lampiran 4.22 di samping laporan kelompok, {titik.rekap.label}",
        nama="rekap",
        kolom=KOLOM,
        keterangan=keterangan,
        pilih=True,
    )
    if ke is not None and ke < len(tampil):
        _detail(tampil.iloc[ke])


def _detail(baris: pd.Series) -> None:
    """One row: the cells of the recap, and the groups that the reports put there."""
    with st.container(border=True):
        st.markdown(f"**{plain(baris['kelurahan'])}, {baris['tingkat']}**")
        isi = baris["kelompok"] or "tidak ada"
        st.markdown(f"Kelompok pada tingkat itu menurut laporan: {plain(isi)}.")
        if baris["keadaan"] == "beda":
            st.markdown(plain(baris["sebab"]))
        _origin(baris)


def _origin(baris: pd.Series) -> None:
    if is_missing(baris["urut"]):
        st.caption("Angka rekap adalah jumlah barisnya; rekap ini tanpa baris JUMLAH.")
    else:
        asal = recap_cells(
            cached.store(), int(baris["pembacaan_id"]), int(baris["urut"]),
            columns_of(str(baris["jenjang"])),
        )  # fmt: skip
        for b in asal.itertuples():
            nilai = "kosong" if is_missing(b.nilai) else angka(b.nilai)
            tempat = f"{b.nama_berkas} › {b.lembar} › {b.sel}"
            st.markdown(
                plain(f"{counted()[str(b.variabel)].label}: {nilai} ({tempat})")
            )
    lineage.original_button(int(baris["kiriman_id"]), kunci="asli_rekap")


def how_to_start() -> None:
    """What to do when no recap has come yet."""
    st.info(
        "**Belum ada rekap Lampiran 4.22.** Kirim berkasnya lewat halaman *Kirim "
        "Laporan*, sama seperti formulir. Rekap kelurahan maupun kecamatan dapat "
        "diterima; di atas tabelnya harus tertulis nama wilayah dan semesternya.",
        icon=":material/inbox:",
    )


def write(
    pilihan: selection.Selection,
    titik: Titik,
    tulis: Callable[[], bytes],
    nama: str,
) -> None:
    """The recap of the place chosen, filled from the groups, to print and sign."""
    if not peran.boleh_mengirim():
        return
    st.subheader("Lampiran 4.22 dari laporan kelompok")
    st.markdown(
        f"Siap cetak untuk {pilihan.nama}, {titik.rekap.label}. **Hanya kolom 26–35** "
        "yang terisi; kolom lain tidak diketahui aplikasi ini dan dibiarkan kosong. "
        "Kelompok yang belum melapor atau belum bertingkat disebut di bawah tabelnya."
    )
    berkas = f"contoh_{nama}" if cached.contoh() else nama
    st.download_button(
        "Unduh Lampiran 4.22", tulis, berkas, downloads.XLSX, key="lampiran",
        on_click="ignore", icon=":material/download:",
    )  # fmt: skip
