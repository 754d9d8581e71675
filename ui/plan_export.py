"""The whole plan as one workbook: choices, plain ranking, differences, assumptions."""

import pandas as pd

from planning.budget.answer import Jawaban
from planning.budget.limits import days
from planning.budget.request import Permintaan
from reference.tulisan import daftar, rupiah
from reference.wilayah import nama_wilayah
from reports.exports import Keterangan, Kolom
from reports.exports_xlsx import Lembar, to_workbook

BEDA = {"kalimat": Kolom("Yang diubah terhadap urutan sederhana, dan sebabnya")}
ANGGAPAN = {
    "label": Kolom("Paket"),
    "biaya_rp": Kolom("Biaya satu kelompok, anggapan", "Rp"),
    "hari": Kolom("Hari pendamping, anggapan", "hari", desimal=1),
    "peluang": Kolom("Anggapan berhasil", "dari 100 kelompok"),
    "menutup": Kolom("Kekurangan yang ditutup"),
    "coba": Kolom("Percobaan"),
}
BATAS = {"batas": Kolom("Batas"), "isi": Kolom("Isi")}


def workbook(
    judul: str,
    terpilih: pd.DataFrame,
    sederhana: pd.DataFrame,
    kolom: dict[str, Kolom],
    minta: Permintaan,
    jawab: Jawaban,
    keterangan: Keterangan,
    label: dict[str, str],
) -> bytes:
    """The bytes of the workbook; `label` names the gaps."""
    return to_workbook(
        judul,
        [
            Lembar("Rencana", terpilih, kolom),
            Lembar("Urutan sederhana", sederhana, kolom),
            Lembar("Perbedaan", _differences(jawab), BEDA),
            Lembar("Anggapan", _assumptions(minta, jawab, label), ANGGAPAN),
            Lembar("Batas", _limits(jawab), BATAS),
        ],
        keterangan,
    )


def _differences(jawab: Jawaban) -> pd.DataFrame:
    b = jawab.banding
    isi = [b.judul, *(u.kalimat for u in b.ubahan)] if b else []
    return pd.DataFrame({"kalimat": pd.Series(isi, dtype="str")})


def _assumptions(
    minta: Permintaan, jawab: Jawaban, label: dict[str, str]
) -> pd.DataFrame:
    coba = {p.kode for p in minta.coba}
    return pd.DataFrame(
        [
            {
                "label": p.label,
                "biaya_rp": p.biaya_rp,
                "hari": p.hari,
                "peluang": p.peluang * 100,
                "menutup": daftar([label.get(k, k) for k in p.menutup]),
                "coba": "diubah di halaman, tidak disimpan" if p.kode in coba else "-",
            }
            for p in jawab.masalah.paket
        ]
    )


def _limits(jawab: Jawaban) -> pd.DataFrame:
    b, nama = jawab.masalah.batas, {c.kode: c.nama for c in jawab.masalah.calon}
    baris: list[tuple[str, object]] = [
        ("Pagu", rupiah(b.pagu_rp)),
        ("Hari pendamping", "tanpa batas" if b.hari is None else days(b.hari)),
        ("Paling banyak paket per kelompok", b.paket_per_kelompok),
    ]
    baris += [
        (f"Paling sedikit kelompok, {nama_wilayah(k)}", n) for k, n in b.lantai_kelompok
    ]
    baris += [
        (f"Paling sedikit bagian biaya (%), {nama_wilayah(k)}", n)
        for k, n in b.lantai_bagian
    ]
    for kata, kode in (("Wajib masuk", b.wajib), ("Jangan masuk", b.jangan)):
        baris += [(kata, f"{nama.get(k, k)} ({k})") for k in kode]
    terbukti = "terbukti" if jawab.rencana.status == "terbukti" else "belum terbukti"
    baris.append(("Terbaik menurut anggapan dan batas ini", terbukti))
    return pd.DataFrame(
        [{"batas": k, "isi": str(v)} for k, v in baris], columns=list(BATAS)
    )
