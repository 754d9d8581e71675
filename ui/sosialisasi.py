"""Events on their page: how many, how many came, each one, and those of the past."""

import dataclasses
import datetime as dt

import pandas as pd
import streamlit as st

from indicators import outreach
from indicators.data import Data
from reference.daftar import forms
from reference.tulisan import angka, is_missing, persen, tanggal
from ui import arsip, cached, downloads, gambar, peran, selection
from ui.downloads import Keterangan, Kolom
from ui.teks import plain

FORM = "sosialisasi"
BELUM = "belum ada data"
_KARTU = 8
TAHUN = {
    "tahun": Kolom("Tahun"),
    "n_acara": Kolom("Acara"),
    "peserta": Kolom("Peserta", "orang", bantuan="Menurut hitungan penyelenggara."),
    "n_menyebut": Kolom("Acara yang menyebut jumlah peserta"),
    "diundang": Kolom("Diundang", "orang"),
    "hadir": Kolom("Hadir", "orang"),
    "kehadiran_pct": Kolom("Kehadiran", "%"),
    "n_lengkap": Kolom(
        "Baris lengkap", bantuan="Baris daftar hadir yang menyebut keduanya."
    ),
    "n_kelurahan": Kolom("Kelurahan terjangkau"),
}
ACARA = {
    "hari": Kolom("Tanggal"),
    "nama": Kolom("Acara", lebar=220),
    "nama_jenis": Kolom("Jenis"),
    "tempat": Kolom("Tempat"),
    "penyelenggara": Kolom("Penyelenggara"),
    "lembaga_narasumber": Kolom("Lembaga narasumber"),
    "topik": Kolom("Topik"),
    "peserta_orang": Kolom("Peserta", "orang"),
    "n_kelurahan": Kolom("Kelurahan terjangkau"),
    "diundang": Kolom("Diundang", "orang"),
    "hadir": Kolom("Hadir", "orang"),
    "kehadiran_pct": Kolom("Kehadiran", "%"),
    "n_lengkap": Kolom("Baris lengkap"),
    "n_baris": Kolom("Baris daftar hadir"),
    "kode_acara": Kolom("Kode", hanya_berkas=True),
}


def kinds() -> dict[str, str]:
    """The kinds of events in words, by value."""
    return {p.nilai: p.label for p in forms()[FORM].head("jenis").pilihan}


def roles() -> dict[str, str]:
    """The roles of participants in words, by value."""
    peran_ = forms()[FORM].table("kehadiran").column("peran")
    return {p.nilai: p.label for p in peran_.pilihan}


def stamp(dari: dt.date | None = None, *, saringan: str | None = None) -> Keterangan:
    """Where a table of events comes from: span, place, newest record, CONTOH."""
    hari, data = cached.hari(), cached.data()
    masa = f"{tanggal(dari)} – {tanggal(hari)}" if dari else f"sampai {tanggal(hari)}"
    isi = gambar.keterangan(selection.current(), periode=masa, saringan=saringan)
    masuk = data.acara["diterima_pada"].max()
    return dataclasses.replace(
        isi, data_per=None if is_missing(masuk) else masuk.to_pydatetime(),
        sumber=f"Laporan {len(data.acara)} acara yang dikirim penyelenggara",
    )  # fmt: skip


def summary(data: Data, hari: dt.date, jenis: str, wilayah: str) -> outreach.Rangkuman:
    """`outreach.summed` of the months that count as lately, for `ui.cached.of`."""
    return outreach.summed(data, outreach.since(data, hari), hari, jenis, wilayah)


def overview(jenis: str) -> None:
    """What was held and who came, lately and year by year."""
    pilihan, hari = selection.current(), cached.hari()
    kota = pilihan.tingkat == "kota"
    wilayah = "" if kota else pilihan.wilayah
    sejak = cached.of(outreach.since, hari)
    r = cached.of(summary, hari, jenis, wilayah)
    bulan = cached.of(outreach.limit, "belum_terjangkau", hari)
    st.subheader(f"{bulan} bulan terakhir")
    st.caption(
        f"{tanggal(sejak)} sampai {tanggal(hari)}, menurut acara yang dilaporkan."
    )
    with st.container(horizontal=True):
        _metric("Acara", angka(r.n_acara), "dilaporkan penyelenggara")
        _metric("Peserta", _people(r.peserta_orang), _said(r))
        _metric("Kehadiran", _percent(r.kehadiran_pct), present_words(r))
    if not kota:
        st.caption(
            "Peserta dihitung untuk seluruh acara yang mencatat wilayah ini; "
            "kehadiran hanya untuk wilayah ini."
        )
    per_tahun = cached.of(outreach.by_year, hari, jenis, wilayah)
    lipatan = st.expander("Menurut tahun", key="buka_tahun", on_change="rerun")
    if lipatan.open:
        with lipatan:
            baris = [_year(t, r) for t, r in per_tahun.items()]
            downloads.table(
                pd.DataFrame(baris, columns=list(TAHUN)).astype({"tahun": "str"}),
                judul="Acara menurut tahun", nama="acara_tahun", kolom=TAHUN,
                keterangan=stamp(),
            )  # fmt: skip


def _metric(label: str, nilai: str, catatan: str) -> None:
    with st.container(border=True, width=250):
        st.metric(label, nilai)
        st.caption(catatan)


def _people(n: int | None) -> str:
    return BELUM if n is None else f"{angka(n)} orang"


def _percent(nilai: float | None) -> str:
    return BELUM if nilai is None else persen(nilai)


def _said(r: outreach.Rangkuman) -> str:
    if not r.n_acara:
        return "belum ada acara"
    return f"dari {r.n_menyebut} dari {r.n_acara} acara yang menyebut jumlahnya"


def present_words(r: outreach.Rangkuman) -> str:
    """A rate of attendance with its parts and who stated them."""
    if not r.n_lengkap:
        return "belum ada baris yang menyebut diundang dan hadir"
    return (
        f"{angka(r.hadir)} hadir dari {angka(r.diundang)} yang diundang, pada "
        f"{r.n_lengkap} dari {r.n_baris} baris daftar hadir yang menyebut keduanya"
    )


def _year(tahun: int, r: outreach.Rangkuman) -> dict[str, object]:
    ada = r.n_lengkap > 0
    return {
        "tahun": tahun, "n_acara": r.n_acara, "peserta": r.peserta_orang,
        "n_menyebut": r.n_menyebut, "diundang": r.diundang if ada else None,
        "hadir": r.hadir if ada else None, "kehadiran_pct": r.kehadiran_pct,
        "n_lengkap": r.n_lengkap, "n_kelurahan": r.n_kelurahan,
    }  # fmt: skip


def listing(jenis: str) -> None:
    """The events themselves, newest first, then the table of all with downloads."""
    pilihan, hari = selection.current(), cached.hari()
    wilayah = "" if pilihan.tingkat == "kota" else pilihan.wilayah
    semua = cached.of(outreach.events, hari, jenis, wilayah)
    tahun = selection.pick(
        "Tahun", sorted({str(t.year) for t in semua["tanggal"]}, reverse=True),
        key="tahun_acara", placeholder="Semua tahun",
    )  # fmt: skip
    if tahun:
        semua = semua[semua["tanggal"].dt.year == int(tahun)]
    if semua.empty:
        st.caption("Tidak ada acara dengan saringan itu.")
        return
    st.markdown(f"**{len(semua)} acara**, yang terbaru di atas.")
    for kode, baris in semua.head(_KARTU).iterrows():
        _event(str(kode), baris)
    if len(semua) > _KARTU:
        st.caption(f"{len(semua) - _KARTU} acara lain ada di tabel di bawah.")
    tabel = semua.reset_index().assign(
        hari=[t.date() for t in semua["tanggal"]],
        nama_jenis=[kinds().get(j, j) for j in semua["jenis"]],
    )
    downloads.table(
        tabel, judul="Daftar acara", nama="acara", kolom=ACARA, keterangan=stamp()
    )


def _event(kode: str, a: pd.Series) -> None:
    with st.container(border=True):
        with st.container(horizontal=True, gap="small"):
            st.markdown(f"**{plain(a['nama'])}**")
            st.badge(kinds().get(a["jenis"], a["jenis"]), color="green")
            if a["rencana"]:
                st.badge("direncanakan", icon=":material/event:", color="orange")
        bagian = [tanggal(a["tanggal"].date())]
        bagian += [plain(a["tempat"])] if isinstance(a["tempat"], str) else []
        st.markdown(" · ".join(bagian))
        st.markdown("  \n".join(_about(a)))
        if a["rencana"]:
            return
        st.markdown("\n".join(f"- {t}" for t in _counts(kode, a)))
        if peran.boleh_mengirim():
            st.caption(f"Dicatat {tanggal(a['diterima_pada'].date())}; kode {kode}.")


def _about(a: pd.Series) -> list[str]:
    isi = {
        "Penyelenggara": a["penyelenggara"],
        "Narasumber": a["lembaga_narasumber"],
        "Topik": a["topik"],
    }
    return [f"{k}: {plain(v) if isinstance(v, str) else BELUM}" for k, v in isi.items()]


def _counts(kode: str, a: pd.Series) -> list[str]:
    orang = a["peserta_orang"]
    jumlah = BELUM if is_missing(orang) else f"**{angka(orang)} orang**"
    baris = [
        f"Peserta menurut penyelenggara: {jumlah}",
        f"Kelurahan yang tercatat hadir: **{a['n_kelurahan']}**",
    ]
    for nilai, b in cached.of(outreach.by_role, kode).iterrows():
        baris.append(f"{roles().get(str(nilai), str(nilai))}: {_role(b)}")
    return baris


def _role(b: pd.Series) -> str:
    if not b["n_lengkap"]:
        ada = b["hadir_tercatat"]
        return BELUM if is_missing(ada) else f"{angka(ada)} hadir, undangan tak disebut"
    teks = f"{angka(b['hadir'])} hadir dari {angka(b['diundang'])} diundang"
    if b["n_lengkap"] < b["n_baris"]:
        teks += f" (pada {b['n_lengkap']} dari {b['n_baris']} baris)"
    return teks


def held(jenis: str) -> None:
    """The part about events: numbers, each one, and those of public sources."""
    overview(jenis)
    st.subheader("Acara")
    listing(jenis)
    past()


def past() -> None:
    """The events that public sources tell of."""
    st.subheader("Dari sumber publik")
    st.caption(
        "Sumbernya tidak memuat daftar hadir per kelurahan. Karena itu acara di bawah "
        "ini tidak dihitung dalam jumlah di atas dan tidak dalam jangkauan."
    )
    for p in arsip.entries(FORM):
        arsip.card(p)


def how_to_start() -> None:
    """What to do where no event is known yet."""
    st.info(
        "**Belum ada acara yang dilaporkan.** Unduh formulirnya, isi satu berkas untuk "
        "satu acara, lalu kirim lewat halaman *Kirim Laporan*; atau isi langsung di "
        "bagian bawah halaman ini.",
        icon=":material/event_note:",
    )
