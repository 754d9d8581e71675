"""What kelurahan did before and after an event, on the page of events."""

import pandas as pd
import streamlit as st

from planning.actions import effect
from planning.actions.measures import UKURAN
from planning.outreach.beside import beside
from planning.outreach.path import DUA, Perjalanan, path, told
from reference.tulisan import angka, rupiah, tanggal
from reference.wilayah import nama_wilayah
from ui import cached, downloads, peran, selection, sosialisasi
from ui.downloads import Kolom
from ui.teks import plain

SESUDAH = {2: "2 triwulan sesudahnya", 1: "1 triwulan", 4: "4 triwulan"}
KATA = effect.Kata(
    satuan="kelurahan", dibina="terjangkau", serupa="kelurahan lain",
    pembanding="pembanding", sesudah="acara", menolak="Data belum cukup.",
)  # fmt: skip
PASANGAN = {
    "kelurahan": Kolom("Kelurahan terjangkau"),
    "dari": Kolom("Dari"),
    "sampai": Kolom("Sampai"),
    "perubahan": Kolom("Perubahannya", satuan_dari="satuan"),
    "perubahan_serupa": Kolom("Kelurahan lain", satuan_dari="satuan"),
    "selisih": Kolom("Selisih", satuan_dari="satuan"),
    "serupa": Kolom("Kelurahan pembanding", hanya_berkas=True),
    "satuan": Kolom("Satuan", hanya_berkas=True),
}
PERJALANAN = {
    "bagian": Kolom("Kelurahan", lebar=180),
    "n_kelurahan": Kolom("Banyaknya"),
    "n_kelompok": Kolom("Kelompok"),
    "lapor_sebelum": Kolom("Melapor sebelum"),
    "lapor_sesudah": Kolom("Melapor sesudah"),
    "naik": Kolom("Naik tingkat"),
    "tetap": Kolom("Tetap"),
    "turun": Kolom("Turun"),
    "modal_sebelum": Kolom("Modal sebelum", "Rp", bantuan="Tanpa hibah."),
    "modal_sesudah": Kolom("Modal sesudah", "Rp", bantuan="Tanpa hibah."),
    "n_modal": Kolom("Kelompok yang menyebut modalnya dua kali"),
}
BUKAN_SEBAB = (
    "**Sesudah bukan berarti karena.** Satu kelurahan dihitung satu, menurut acara "
    "pertama yang menjangkaunya sejak ada laporan; kelompoknya disandingkan dengan "
    "kelompok serupa di kelurahan yang pada masa itu tidak terjangkau acara apa pun. "
    "Yang diundang dapat memang lain sejak awal, dan tindakan pembinaan pada masa yang "
    "sama tidak dipisahkan. Selisih disebut hanya bila tetap ada pada {} dari 1.000 "
    "kali (usulan)."
)


def effects(jenis: str) -> None:
    """What kelurahan did after an event, beside kelurahan that none reached."""
    hari = cached.hari()
    st.markdown("Apa yang berubah sesudah acara, di samping kelurahan lain?")
    with st.container(horizontal=True):
        ukuran = selection.pick(
            "Angka", list(UKURAN), key="ukuran_acara", labels=lambda u: UKURAN[u].label
        )
        k = st.selectbox(
            "Dilihat", list(SESUDAH), format_func=SESUDAH.__getitem__,
            key="sesudah_acara",
        )  # fmt: skip
    u = UKURAN[ukuran or next(iter(UKURAN))]
    s = cached.of(beside, u.kode, hari, k, jenis)
    st.markdown(effect.sentence(s, KATA))
    st.caption(
        f"{s.n_menunggu} kelompok di kelurahan terjangkau belum melapor sebelum atau "
        f"{k} triwulan sesudahnya; {s.n_tanpa_serupa} tidak mempunyai kelompok serupa. "
        "Dihitung seluruh kota."
    )
    if s.pasangan and peran.boleh_mengirim():
        _pairs(s)
    st.caption(BUKAN_SEBAB.format(angka(s.yakin)))
    _one_event(k, jenis)


def _pairs(s: effect.Sandingan) -> None:
    u = UKURAN[s.ukuran]
    satuan = "poin" if u.satuan == "%" else u.satuan
    isi = [
        {
            **b,
            "kelurahan": nama_wilayah(p.kode_kelompok),
            "serupa": ", ".join(nama_wilayah(w) for w in p.serupa),
            "satuan": satuan,
        }
        for p, b in zip(s.pasangan, effect.table(cached.data(), s), strict=True)
    ]
    downloads.table(
        pd.DataFrame(isi), judul=f"{u.label} sebelum dan sesudah acara",
        nama="sandingan_acara", kolom=PASANGAN,
        keterangan=sosialisasi.stamp(saringan="Seluruh kota"),
    )  # fmt: skip


def _one_event(k: int, jenis: str) -> None:
    st.subheader("Satu acara dari dekat")
    acara = cached.data().acara.set_index("kode_acara")
    ada = [a for a in cached.of(told, cached.hari(), k) if _kind(acara, a, jenis)]
    if not ada:
        st.info(
            "Data belum cukup: belum ada acara yang laporan "
            f"{SESUDAH[k].split(' sesudah')[0]} sesudahnya sudah masuk.",
            icon=":material/hourglass_empty:",
        )
        return
    kode = selection.pick(
        "Acara", ada, key="acara_dekat",
        labels=lambda a: f"{acara.loc[a, 'nama']} ({tanggal(acara.loc[a, 'tanggal'])})",
    )  # fmt: skip
    p = cached.of(path, kode or ada[0], cached.hari(), k)
    if p.alasan:
        st.info(f"{p.alasan[0].upper()}{p.alasan[1:]}.", icon=":material/balance:")
        return
    st.markdown(_path_words(p))
    downloads.table(
        p.tabel.assign(bagian=[DUA[n] for n in p.tabel.index]),
        judul=f"Sebelum dan sesudah {plain(acara.loc[kode or ada[0], 'nama'])}",
        nama="perjalanan_acara", kolom=PERJALANAN,
        keterangan=sosialisasi.stamp(saringan="Seluruh kota"),
    )  # fmt: skip
    if p.n_lain:
        st.caption(
            f"{p.n_lain} kelurahan lain terjangkau acara lain pada masa itu, atau "
            "kehadirannya tidak tercatat; keduanya tidak disandingkan."
        )


def _kind(acara: pd.DataFrame, kode: str, jenis: str) -> bool:
    return not jenis or acara.loc[kode, "jenis"] == jenis


def _path_words(p: Perjalanan) -> str:
    kalimat = [f"Dari {p.sebelum.label} sampai {p.sesudah.label}:"]
    for nama, b in p.tabel.iterrows():
        n = int(b["n_kelompok"])
        kalimat.append(
            f"- **{DUA[str(nama)]}**: {int(b['n_kelurahan'])} kelurahan, {n} kelompok. "
            f"Yang melapor {int(b['lapor_sebelum'])} lalu {int(b['lapor_sesudah'])} "
            f"kelompok; {int(b['naik'])} naik tingkat, {int(b['turun'])} turun. Modal "
            f"tanpa hibah {rupiah(b['modal_sebelum'])} lalu "
            f"{rupiah(b['modal_sesudah'])} pada {int(b['n_modal'])} kelompok yang sama."
        )
    return "\n".join(kalimat)
