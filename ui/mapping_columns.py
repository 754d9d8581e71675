"""The columns of a sheet of somebody's own: what each holds, and what it means."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

import pandas as pd
import streamlit as st

from reference.kosakata import (
    ASET,
    BUKU,
    MODAL_LUAR,
    MODAL_UP2K,
    TUNGGAKAN,
    at_level,
    variables,
)
from reference.tulisan import daftar
from ui.teks import plain

TIDAK, CATATAN = "", "catatan"
_TETAP = ("nomor", "tempat", "waktu", "pribadi")
_KEYAKINAN = {
    "tinggi": ":green-badge[yakin]",
    "sedang": ":orange-badge[mungkin]",
    "rendah": ":red-badge[kurang yakin]",
    "": ":gray-badge[tidak dibaca]",
}
_FAKTOR = {1: "rupiah penuh", 1000: "ribuan rupiah", 10**6: "jutaan rupiah"}
_GAYA = {
    "1.500,0": "1.500.000 (titik memisahkan ribuan)",
    "1,500.0": "1,500,000 (koma memisahkan ribuan)",
    "campur": "campuran; yang meragukan ditanyakan",
}
_KELUARGA = (
    ("modal", (*MODAL_UP2K, *MODAL_LUAR)),
    ("kekayaan", ASET),
    ("tunggakan", TUNGGAKAN),
    ("buku", BUKU),
)
Pilihan = tuple[str, int, str]
Sel = tuple[str, str]

_SATUAN = {
    "orang": "anggota",
    "KK": "anggota",
    "kali": "rapat",
    "usaha": "usaha",
    "Rp": "uang",
}


class Column(Protocol):
    """A guessed column, as `loaders.mapping.records.KolomUsulan` holds it."""

    @property
    def huruf(self) -> str: ...
    @property
    def judul(self) -> str: ...
    @property
    def peran(self) -> str: ...
    @property
    def nama(self) -> str: ...
    @property
    def keyakinan(self) -> str: ...
    @property
    def sebab(self) -> Sequence[str]: ...
    @property
    def faktor(self) -> int: ...
    @property
    def gaya(self) -> str: ...
    @property
    def contoh(self) -> Sequence[str]: ...


class Table(Protocol):
    """A guessed table, as `loaders.mapping.records.TabelUsulan` holds it."""

    @property
    def lembar(self) -> str: ...
    @property
    def judul_akhir(self) -> int: ...
    @property
    def n_baris(self) -> int: ...
    @property
    def kolom(self) -> Sequence[Column]: ...
    @property
    def cuplikan(self) -> Sequence[tuple[int, Sequence[str]]]: ...


def ask_columns(tabel: Table, kunci: str) -> dict[Sel, Pilihan]:
    """The first rows of a table, and a choice for each of its columns."""
    st.markdown(
        f"Lembar **{plain(tabel.lembar)}**: judul kolom sampai baris "
        f"{tabel.judul_akhir}, {tabel.n_baris} baris kelompok."
    )
    st.dataframe(
        sample(tabel), height="content", width="content",
        alt=f"Baris pertama lembar {tabel.lembar}",
    )  # fmt: skip
    yakin = [k for k in tabel.kolom if k.keyakinan == "tinggi"]
    tetap = [k for k in tabel.kolom if k.peran in _TETAP]
    tidak = [k for k in tabel.kolom if k.peran == "lain"]
    lihat = [k for k in tabel.kolom if k not in (*yakin, *tetap, *tidak)]
    hasil: dict[Sel, Pilihan] = {}
    for judul, kolom, buka in (
        ("Perlu dilihat", lihat, True),
        ("Sudah yakin", yakin, False),
        ("Tidak dibaca; pilih bila isinya penting", tidak, not lihat and not yakin),
    ):
        if kolom:
            with st.expander(f"{judul} ({len(kolom)})", expanded=buka):
                hasil |= {
                    (tabel.lembar, k.huruf): _column(k, f"{kunci}_{tabel.lembar}")
                    for k in kolom
                }
    _left_alone(tetap)
    return hasil


def sample(tabel: Table) -> pd.DataFrame:
    """The first rows of a table as the sheet shows them, by letter and heading."""
    judul = [f"{k.huruf} · {k.judul}" for k in tabel.kolom]
    return pd.DataFrame.from_dict(
        {nomor: list(sel) for nomor, sel in tabel.cuplikan},
        orient="index",
        columns=judul,
    )


def _left_alone(kolom: Sequence[Column]) -> None:
    pribadi = [k.huruf for k in kolom if k.peran == "pribadi"]
    if pribadi:
        st.caption(
            f"Kolom {daftar(pribadi)} berisi data pribadi: tidak dibaca, dan "
            "dikosongkan sebelum berkas disimpan."
        )


def choices() -> dict[str, str]:
    """Everything that a column may be, as it is shown: the label and its family."""
    hasil = {TIDAK: "Tidak dibaca", CATATAN: "Catatan atau keterangan"}
    for nama, v in at_level("kelompok").items():
        keluarga = next((k for k, isi in _KELUARGA if nama in isi), "")
        if not keluarga:
            keluarga = _SATUAN.get(v.unit, "keterangan")
        hasil[nama] = f"{v.label} · {keluarga}"
    return hasil


def _column(k: Column, kunci: str) -> Pilihan:
    """One column: what it holds, what it means, and its unit where it is money."""
    semua = choices()
    kiri, kanan = st.columns([2, 3], vertical_alignment="center")
    kiri.markdown(f"**{k.huruf}** {plain(k.judul)} {_KEYAKINAN[k.keyakinan]}")
    contoh = " · ".join(plain(c) for c in k.contoh) or "kosong"
    ragu = k.keyakinan != "tinggi" and k.sebab
    sebab = f" ({plain('; '.join(k.sebab))})" if ragu else ""
    kiri.caption(f"{contoh}{sebab}")
    awal = k.nama or (CATATAN if k.peran == CATATAN else TIDAK)
    nama = kanan.selectbox(
        f"Arti kolom {k.huruf}", list(semua), index=list(semua).index(awal),
        format_func=semua.__getitem__, key=f"susunan_{kunci}_{k.huruf}",
        label_visibility="collapsed",
    )  # fmt: skip
    v = variables().get(nama)
    faktor, gaya = 1, k.gaya
    if v and v.unit == "Rp":
        pilih = list(dict.fromkeys([k.faktor, *_FAKTOR]))
        faktor = kanan.selectbox(
            f"Satuan kolom {k.huruf}", pilih, key=f"susunan_satuan_{kunci}_{k.huruf}",
            format_func=lambda f: _FAKTOR.get(f, str(f)),
            label_visibility="collapsed",
        )  # fmt: skip
    if v and v.type in ("integer", "decimal") and k.gaya:
        gaya = kanan.selectbox(
            f"Cara menulis angka di kolom {k.huruf}", list(_GAYA),
            index=list(_GAYA).index(k.gaya), format_func=_GAYA.__getitem__,
            key=f"susunan_gaya_{kunci}_{k.huruf}", label_visibility="collapsed",
        )  # fmt: skip
    return nama, faktor, gaya


def problems(tabel: Iterable[Table], pilihan: Mapping[Sel, Pilihan]) -> list[str]:
    """What keeps the answers from being confirmed, each in a sentence."""
    hasil: list[str] = []
    dipakai: dict[tuple[str, str], list[str]] = {}
    for t in tabel:
        nama = [pilihan[t.lembar, k.huruf][0] for k in t.kolom
                if (t.lembar, k.huruf) in pilihan]  # fmt: skip
        if any(n not in (TIDAK, CATATAN) for n in nama) and not (
            {"nama_kelompok", "kode_kelompok"} & set(nama)
        ):
            hasil.append(
                f"Pilih kolom yang berisi nama kelompok di lembar {plain(t.lembar)}."
            )
        for k in t.kolom:
            satu = pilihan.get((t.lembar, k.huruf), (TIDAK, 1, ""))[0]
            if satu in (TIDAK, CATATAN):
                continue
            kunci = (satu, t.lembar if satu.endswith("_kelompok") else "")
            dipakai.setdefault(kunci, []).append(k.huruf)
    for (satu, _), huruf in dipakai.items():
        if len(huruf) > 1:
            label = variables()[satu].label
            hasil.append(f"{label} dipilih untuk kolom {daftar(huruf)}; satu saja.")
    return hasil
