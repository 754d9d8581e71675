"""The assumptions that plans stand on, on screen: every package and every gap."""

import pandas as pd
import streamlit as st

from planning.budget.gaps import several
from reference.acuan import Butir
from reference.tulisan import angka, daftar
from ui import cached, downloads, selection
from ui.downloads import Kolom
from ui.plan_table import ANGGAPAN, actors, provenance, who

PAKET = {
    "label": Kolom("Paket"),
    "biaya_rp": Kolom("Biaya satu kelompok", "Rp"),
    "hari": Kolom("Hari pendamping", "hari"),
    "peluang": Kolom("Anggapan berhasil", "dari 100 kelompok"),
    "menutup": Kolom("Kekurangan yang ditutup"),
    "siapa": Kolom("Dapat dijalankan oleh"),
    "bersama": Kolom("Syarat bersama paket lain"),
    "sumber": Kolom("Sumber"),
}
KEKURANGAN = {
    "label": Kolom("Kekurangan"),
    "batas": Kolom("Batas"),
    "bobot": Kolom("Nilai langkah", desimal=2),
    "saran": Kolom("Tindakan yang dianjurkan"),
    "paket": Kolom("Paket"),
    "sumber": Kolom("Sumber"),
}


def assumptions(pilihan: selection.Selection) -> None:
    """Every package and every gap as they count now, with who says so."""
    acuan, pada = cached.data().acuan, cached.hari()
    paket, kekurangan = acuan.pada("paket", pada), acuan.pada("kekurangan", pada)
    st.subheader("Anggapan apa yang dipakai?")
    st.markdown(
        f"{ANGGAPAN} Satu **langkah** berarti satu kekurangan tertutup. Bila beberapa "
        "paket menutup kekurangan yang sama, hanya peluang terbesar yang dihitung."
    )
    selection.button("Ubah anggapan di halaman Definisi", "definisi", key="ke_definisi")
    downloads.table(
        package_frame(list(paket.values()), kekurangan, cached.of(actors, pada)),
        judul="Paket pembinaan dan anggapannya",
        nama="paket",
        kolom=PAKET,
        keterangan=provenance(pilihan, "Semua paket"),
    )
    st.subheader("Apa yang dianggap kekurangan?")
    downloads.table(
        gap_frame(list(kekurangan.values()), paket),
        judul="Kekurangan, batasnya, dan tindakan yang dianjurkan",
        nama="kekurangan",
        kolom=KEKURANGAN,
        keterangan=provenance(pilihan, "Semua kekurangan"),
    )


def package_frame(
    paket: list[Butir], kekurangan: dict[str, Butir], siapa: dict[str, str]
) -> pd.DataFrame:
    """Packages in words; the chance as groups out of a hundred."""
    nama = {b.kode: b.label for b in paket}
    return pd.DataFrame(
        [
            {
                "label": b.label,
                "biaya_rp": b["biaya_rp"],
                "hari": b["hari"],
                "peluang": b["peluang"] * 100,
                "menutup": daftar(
                    [kekurangan[k].label for k in several(b["menutup"])
                     if k in kekurangan]
                ),
                "siapa": who(several(b["pelaksana"]), siapa),
                "bersama": _together(b, nama),
                "sumber": _source(b),
            }
            for b in paket
        ]
    )  # fmt: skip


def _together(b: Butir, nama: dict[str, str]) -> str:
    def sebut(kolom: str) -> str:
        return daftar([nama.get(k, k) for k in several(b[kolom])])

    bagian = []
    if b["memerlukan"]:
        bagian.append(f"bersama {sebut('memerlukan')}, bila itu juga kurang")
    if b["tidak_bersama"]:
        bagian.append(f"tidak bersama {sebut('tidak_bersama')}")
    return "; ".join(bagian) or "-"


def gap_frame(kekurangan: list[Butir], paket: dict[str, Butir]) -> pd.DataFrame:
    """Gaps in words."""
    return pd.DataFrame(
        [
            {
                "label": b.label,
                "batas": "-" if b["batas"] is None
                else f"{angka(b['batas'])} {b['satuan'] or ''}".strip(),
                "bobot": float(b["bobot"]),
                "saran": b["saran"],
                "paket": paket[b["paket"]].label if b["paket"] in paket else "-",
                "sumber": _source(b),
            }
            for b in kekurangan
        ]
    )  # fmt: skip


def _source(b: Butir) -> str:
    return f"usulan: {b.sumber}" if b.usulan else b.sumber
