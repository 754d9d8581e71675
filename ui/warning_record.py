"""How often early warnings err, as measured, and the rules by which they are given."""

import datetime as dt

import pandas as pd
import streamlit as st

from indicators.data import Data
from planning.warning.alerts import rules
from planning.warning.measured import measured
from planning.warning.record import PALING_SEDIKIT, record
from reference.tulisan import angka
from ui import cached, downloads, gambar, selection
from ui.downloads import Kolom
from ui.teks import plain

SUMBER = "Kota simulasi, dihitung ulang dengan python -m bench warning"


def how_often_wrong(pada: dt.date) -> None:
    """The measured rates in words and as a table, and what became of earlier signs."""
    ukuran = cached.of(_rates, pada)
    st.markdown(
        "Tanda dapat keliru. Supaya jelas seberapa sering, aturannya dicoba pada kota "
        "simulasi: kota yang **tidak ada masalahnya**, dan kota yang **sengaja diberi "
        "masalah**."
    )
    for u in ukuran.to_dict("records"):
        satuan = "kelurahan" if u["jenis"] == "lapor" else "kelompok"
        st.markdown(
            f"- **{u['label']}**: pada kota tanpa masalah, {_of_100(u['keliru_pct'])} "
            f"dari 100 {satuan}-triwulan tetap diberi tanda. Masalah yang ditanam "
            f"({u['ditanam']}) ditemukan dalam dua triwulan pada "
            f"{angka(u['n_ditemukan'])} dari {angka(u['n_ditanam'])} {satuan}."
        )
    downloads.table(
        ukuran, judul="Seberapa sering tanda keliru", nama="ukuran_peringatan",
        kolom={
            "label": Kolom("Tanda"),
            "n_diperiksa": Kolom("Diperiksa tanpa masalah"),
            "n_keliru": Kolom("Tetap diberi tanda"),
            "n_ditanam": Kolom("Masalah ditanam"),
            "n_ditemukan": Kolom("Ditemukan dalam dua triwulan"),
            "ditanam": Kolom("Masalah yang ditanam"),
        },
        keterangan=gambar.Keterangan(sumber=SUMBER),
    )  # fmt: skip
    st.caption(f"Sumber: {SUMBER.lower()}.")
    st.subheader("Tanda yang dulu")
    st.markdown(_past(cached.of(record, pada)))


def _of_100(pct: float) -> str:
    """A share as a count out of 100, never rounded to none.

    >>> _of_100(2.4), _of_100(0.2)
    ('2', 'kurang dari 1')
    """
    return angka(round(pct)) if pct >= 1 else "kurang dari 1"


def _past(jejak: pd.DataFrame) -> str:
    tahu, terbukti = int(jejak["n_diketahui"].sum()), int(jejak["n_terbukti"].sum())
    if tahu < PALING_SEDIKIT:
        return (
            f"Data belum cukup: baru {tahu} tanda terdahulu yang kelanjutannya "
            f"diketahui; perlu paling sedikit {PALING_SEDIKIT}."
        )
    return (
        f"Bila aturan ini dipakai pada laporan terdahulu, ada {tahu} tanda yang "
        f"kelanjutannya diketahui. Dua periode kemudian **{terbukti}** di antaranya "
        "tetap atau memburuk (atau kelompoknya tutup atau nonaktif), dan "
        f"**{tahu - terbukti}** sudah pulih paling sedikit separuhnya."
    )


def rules_table(pilihan: selection.Selection, pada: dt.date) -> None:
    """Every rule with its thresholds, what it means, and that it is a proposal."""
    st.markdown(
        "Semua batas ini **usulan**: belum ada sumber resminya. Kelompok yang sudah "
        "tutup atau melaporkan diri nonaktif tidak diberi tanda lagi. Yang **tidak "
        "dilaporkan** tidak pernah dianggap berhenti atau nol."
    )
    aturan = cached.of(_rules, pada)
    for b in aturan.to_dict("records"):
        st.markdown(f"- **{plain(b['label'])}**: {plain(b['arti'])}")
    downloads.table(
        aturan, judul="Aturan peringatan dini", nama="aturan_tanda",
        kolom={
            "label": Kolom("Tanda", lebar=140),
            "arti": Kolom("Kapan diberi", hanya_berkas=True),
            "batas": Kolom("Batas"),
            "batas_gawat": Kolom("Batas didahulukan"),
            "satuan": Kolom("Satuan"),
            "status": Kolom("Status"),
            "sumber": Kolom("Sumber"),
        },
        keterangan=gambar.keterangan(pilihan),
    )  # fmt: skip


def _rates(data: Data, pada: dt.date) -> pd.DataFrame:
    label = {k: b.label for k, b in rules(data, pada).items()}
    u = measured().reset_index()
    return u.assign(label=u["jenis"].map(label))


def _rules(data: Data, pada: dt.date) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {**b.isi, "label": b.label, "sumber": b.sumber,
             "status": "usulan" if b.usulan else "berlaku"}
            for b in rules(data, pada).values()
        ]
    )  # fmt: skip
