"""A competition on its page: who wins, in what each is strong, who needs coaching."""

import pandas as pd
import streamlit as st

from charts import outcome
from indicators import scoring
from indicators.places import in_place
from indicators.privacy import hidden_groups
from indicators.scoring.sheets import ASPEK
from reference.boundaries import usable_boundaries
from reference.tulisan import bernilai, tanggal
from reports.exports import Keterangan, Kolom
from ui import cached, downloads, gambar, lomba_kata, lomba_ringkas, peran, selection
from ui.teks import plain

FORM = "penilaian"
USULAN = ":orange-badge[:material/edit_note: usulan]"
PETA = {
    "kelurahan": Kolom("Kelurahan"),
    "kecamatan": Kolom("Kecamatan"),
    "golongan": Kolom("Hasil"),
    "tip": Kolom("Keterangan"),
}

CATATAN_FORM = (
    f"{USULAN} Aspek dan bobot di lembar kosong hanyalah usulan dan boleh diubah; "
    "jumlah bobotnya harus 100. Juri ditulis Juri 1, Juri 2, dan seterusnya."
)


def any_known() -> bool:
    """Whether the data hold any score sheet."""
    return not cached.data().penilaian.empty


def codes() -> dict[str, str]:
    """The competitions of the data, newest first, with words of their own."""
    ada = cached.of(scoring.competitions)
    return {
        str(k): f"{b['nama']} ({tanggal(b['tanggal'].date(), singkat=True)})"
        for k, b in ada.iterrows()
    }


def chosen() -> str:
    """The competition that is looked at: the newest, unless one was picked."""
    ada = codes()
    kode = selection.pick("Lomba", list(ada), key="lomba", labels=ada.__getitem__)
    return kode or next(iter(ada))


def head(kode: str) -> None:
    """When it was, what was judged by whom, and by which weights."""
    lembar = cached.of(scoring.judge, kode).lembar
    bagian = [tanggal(lembar.tanggal), f"{len(lembar.peserta)} {_kind(lembar)} dinilai"]
    if lembar.juri:
        bagian.append(f"{len(lembar.juri)} juri")
    if lembar.penyelenggara:
        bagian.append(f"oleh {plain(lembar.penyelenggara)}")
    st.markdown(" · ".join(bagian))
    bobot = [
        f"{plain(str(b['nama_aspek']))} {bernilai(b['bobot_pct'], '')}"
        for _, b in lembar.aspek.iterrows()
    ]
    st.caption(
        f"Aspek dan bobot menurut lembar penilaiannya: {', '.join(bobot)}. Bobot resmi "
        "yang berlaku umum tidak ada."
    )


def results(kode: str) -> None:
    """Winners, ties and who is under the standard: sentence, map, table."""
    hasil, tabel = cached.of(scoring.judge, kode), shown(kode)
    if hasil.tabel.empty:
        st.info("Belum ada nilai di lembar ini.", icon=":material/inbox:")
        return
    lomba_ringkas.summary(hasil, tabel)
    if hasil.lembar.peserta_dinilai == "kelurahan":
        _map(hasil, tabel)
    pilihan = selection.current()
    st.subheader("Urutan dan hasil")
    downloads.table(
        tabel, judul=f"Hasil {hasil.lembar.nama}", nama="hasil_lomba",
        kolom=lomba_kata.columns(tabel), keterangan=stamp(hasil, pilihan.nama),
    )  # fmt: skip
    for catatan in lomba_ringkas.how(hasil):
        st.caption(catatan)


def shown(kode: str) -> pd.DataFrame:
    """The rows that the reader may see, of the place chosen; ranks are of all."""
    tabel = cached.of(lomba_kata.rows, kode)
    pilihan = selection.current()
    tabel = tabel[in_place(tabel.index, pilihan.wilayah)]
    sembunyi = cached.of(hidden_groups, cached.periode_terbaru(), peran.peran())
    return tabel[~tabel.index.isin(sembunyi)]


def stamp(hasil: scoring.Hasil, tempat: str) -> Keterangan:
    """Where a table of results comes from."""
    lembar = hasil.lembar
    juri = f"{len(lembar.juri)} juri" if lembar.juri else "belum ada juri"
    return gambar.keterangan(
        selection.current(), periode=tanggal(lembar.tanggal),
        saringan=f"{lembar.nama}, {tempat}, {juri}",
    )  # fmt: skip


def how_to_start() -> None:
    """What to do where no score sheet has come in."""
    st.info(
        "**Belum ada lembar penilaian.** Unduh formulirnya di bawah, sesuaikan aspek "
        "dan bobotnya, isi nilai tiap juri, lalu kirim lewat *Kirim Laporan*.",
        icon=":material/trophy:",
    )


def proposed() -> list[dict[str, str | float]]:
    """The aspects and weights proposed for a new sheet, as rows of the form."""
    butir = cached.data().acuan.pada(ASPEK, cached.hari())
    return [
        {"kode_aspek": k, "nama_aspek": b.label, "bobot_pct": float(b["bobot"]),
         "keterangan": b["keterangan"]}
        for k, b in butir.items()
    ]  # fmt: skip


def _kind(lembar: scoring.Lembar) -> str:
    return "kelompok" if lembar.peserta_dinilai == "kelompok" else "kelurahan"


def _map(hasil: scoring.Hasil, tabel: pd.DataFrame) -> None:
    pilihan = selection.current()
    batas, masalah = usable_boundaries()
    if masalah:
        st.warning(masalah)
    gambar.draw(
        outcome.draw(
            lomba_kata.on_map(tabel), lomba_kata.classes(tabel), batas,
            judul=hasil.lembar.nama, sorot=pilihan.kelurahan, contoh=cached.contoh(),
        ),
        nama="peta_lomba", judul=f"Hasil {hasil.lembar.nama} per kelurahan",
        kolom=PETA, keterangan=stamp(hasil, pilihan.nama), buka_profil=True,
    )  # fmt: skip
