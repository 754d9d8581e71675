"""`plan`: the groups and packages to choose under a ceiling, beside a plain ranking."""

import argparse
import json
import re
import sys
from dataclasses import replace
from typing import Any

from planning.budget.answer import Jawaban, answer, table
from planning.budget.limits import days
from planning.budget.request import Permintaan, words
from planning.budget.solve import Rencana
from planning.commands import data_on, day
from reference.tulisan import angka, hari_ini, rupiah, tanggal
from reference.wilayah import kecamatan, kelurahan, nama_wilayah

ANGGAPAN = (
    "Langkah yang diharapkan dihitung dari anggapan peluang setiap paket, bukan dari "
    "hasil pengukuran."
)
CONTOH = "CONTOH: kelompok dan angka ini dibuat-buat, bukan data sebenarnya."
_KALI = {"": 1, "rb": 10**3, "ribu": 10**3, "jt": 10**6, "juta": 10**6, "m": 10**9}
_RUPIAH = re.compile(r"(?:rp\.?)?\s*([\d.]+)(?:,(\d+))?\s*([a-z]*)")
STATUS = {
    "terbukti": "Tidak ada pilihan lain yang memberi lebih banyak langkah.",
    "belum_terbukti": "Waktu hitung habis: belum terbukti ini yang terbaik.",
}


def amount(teks: str) -> int:
    """A sum as people write it, in whole rupiah.

    >>> amount("25000000"), amount("25.000.000"), amount("25jt"), amount("Rp 2,5 juta")
    (25000000, 25000000, 25000000, 2500000)

    Raises ArgumentTypeError for anything else.
    """
    cocok = _RUPIAH.fullmatch(teks.strip().lower())
    salah = argparse.ArgumentTypeError(f"bukan jumlah rupiah: {teks!r}")
    if not cocok or cocok[3] not in _KALI:
        raise salah
    utuh, pecahan, kali = cocok[1], cocok[2] or "", _KALI[cocok[3]]
    if "." in utuh and not re.fullmatch(r"\d{1,3}(\.\d{3})+", utuh):
        raise salah
    jumlah = int(utuh.replace(".", "") + pecahan) * kali
    if jumlah % 10 ** len(pecahan):
        raise salah
    return jumlah // 10 ** len(pecahan)


def coach_days(teks: str) -> float:
    """A number of coach days; raises ArgumentTypeError below 0 or for no number.

    >>> coach_days("40"), coach_days("2,5")
    (40.0, 2.5)
    """
    if not re.fullmatch(r"\d+(?:[.,]\d+)?", teks.strip()):
        raise argparse.ArgumentTypeError(f"bukan jumlah hari: {teks!r}")
    return float(teks.replace(",", "."))


def add_parser(perintah: Any) -> None:  # noqa: ANN401
    """Add the command and its options."""
    p: argparse.ArgumentParser = perintah.add_parser(
        "plan", help="kelompok dan paket di bawah pagu, di samping urutan sederhana"
    )
    p.add_argument("--ceiling", type=amount, required=True, metavar="RUPIAH",
                   help="pagu: 25000000, 25.000.000, atau 25jt")  # fmt: skip
    p.add_argument("--coach-days", type=coach_days, metavar="N", help="hari pendamping")
    p.add_argument("--place", metavar="KODE", help="kode kecamatan atau kelurahan")
    p.add_argument("--on", type=day, metavar="TANGGAL",
                   help="seperti diketahui hari itu")  # fmt: skip
    p.add_argument("--json", action="store_true", help="sebagai JSON")
    p.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the plan; 1 when there is nothing to plan or no plan is possible."""
    if args.place and args.place not in {**kecamatan(), **kelurahan()}:
        print(f"Kode wilayah tidak dikenal: {args.place}", file=sys.stderr)
        return 1
    data, contoh = data_on(args.on)
    if not data.periodes:
        print("Belum ada laporan.", file=sys.stderr)
        return 1
    pada = args.on or data.periodes[-1].end
    minta = Permintaan.default(data.acuan, pada, args.ceiling, args.on or hari_ini())
    minta = replace(minta, wilayah=args.place)
    if args.coach_days is not None:
        minta = replace(minta, hari=args.coach_days)
    jawab = answer(data, minta)
    if args.json:
        isi = {**as_json(minta, jawab), "contoh": contoh}
        print(json.dumps(isi, ensure_ascii=False, indent=2))
    else:
        print("\n".join([CONTOH] * contoh + lines(minta, jawab)))
    return 1 if jawab.rencana.status == "tidak_mungkin" else 0


def lines(minta: Permintaan, jawab: Jawaban) -> list[str]:
    """The answer in words."""
    r, u = jawab.rencana, jawab.urutan.rencana
    hari = "tanpa batas" if minta.hari is None else days(minta.hari)
    kepala = [
        f"Rencana pembinaan {words(minta)}, keadaan per {tanggal(minta.pada)}",
        f"Pagu {rupiah(minta.pagu_rp)}, hari pendamping {hari}",
    ]
    if r.status == "tidak_mungkin":
        return [*kepala, "Tidak ada rencana yang memenuhi semua batas:", *r.sebab]
    isi = [
        f"  {b.kode_kelompok}  {b.nama_kelompok} ({nama_wilayah(b.kode_wilayah)}): "
        f"{b.paket_label}, {rupiah(b.biaya_rp)}, {days(b.hari)}, "
        f"{angka(b.langkah, 2)} langkah"
        for b in table(jawab.masalah, r).itertuples()
    ]
    return [
        *kepala,
        f"Rencana terbaik: {_sum(r)}. {STATUS[r.status]}",
        *isi,
        f"Urutan sederhana: {_sum(u)}.",
        *([jawab.banding.judul] if jawab.banding else []),
        *(f"  {b.kalimat}" for b in (jawab.banding.ubahan if jawab.banding else ())),
        ANGGAPAN,
    ]


def _sum(r: Rencana) -> str:
    return (
        f"{len(r.pilihan)} kelompok, {rupiah(r.biaya_rp)}, {days(r.hari)}, "
        f"{angka(r.langkah, 2)} langkah yang diharapkan menurut anggapan"
    )


def as_json(minta: Permintaan, jawab: Jawaban) -> dict[str, Any]:
    """The answer as plain values; money in rupiah, steps by the assumptions."""
    r, u = jawab.rencana, jawab.urutan
    return {
        "pada": minta.pada.isoformat(),
        "wilayah": minta.wilayah,
        "pagu_rp": minta.pagu_rp,
        "hari_pendamping": minta.hari,
        "lantai_kelompok": dict(jawab.masalah.batas.lantai_kelompok),
        "lantai_bagian_pct": dict(jawab.masalah.batas.lantai_bagian),
        "status": r.status,
        "sebab": list(r.sebab),
        "rencana": _plan_json(r),
        "urutan_sederhana": {
            **_plan_json(u.rencana),
            "melanggar": list(u.melanggar),
        },
        "perbandingan": [
            *([jawab.banding.judul] if jawab.banding else []),
            *(b.kalimat for b in (jawab.banding.ubahan if jawab.banding else ())),
        ],
        "anggapan": {
            "keterangan": ANGGAPAN,
            "peluang": {p.kode: p.peluang for p in jawab.masalah.paket},
            "nilai_langkah": dict(jawab.masalah.bobot),
        },
    }


def _plan_json(r: Rencana) -> dict[str, Any]:
    pilihan = [
        {
            "kode_kelompok": p.kode,
            "paket": list(p.susunan.paket),
            "biaya_rp": p.susunan.biaya_rp,
            "hari": p.susunan.hari,
            "langkah": p.susunan.langkah,
        }
        for p in r.pilihan
    ]
    return {
        "biaya_rp": r.biaya_rp,
        "hari": r.hari,
        "langkah_diharapkan": r.langkah,
        "pilihan": pilihan,
    }
