"""What Rapor kota says: the slides of the leaders' deck, set on paper."""

import re
from typing import Any

from charts.geometry import rings
from indicators.places import places
from indicators.punctuality import punctuality
from reference.pengaturan import pengaturan
from reference.wilayah import nama_wilayah
from reports.context import Konteks
from reports.deck import build
from reports.drawing import chart, map
from reports.slide import BarisAngka, Butir, Grafik, Isi, Peta, Slide, Tabel

LEWAT = ("pembuka", "terima_kasih", "sekilas")
_PENUH, _SEPARUH, _TINGGI = 1000.0, 480.0, 300.0
_TINGGI_PETA = 560.0
_ANGKA = re.compile(r"(?:Rp )?[+-]?[\d.,]+(?: \S+)?|–|belum.*")


def contents(konteks: Konteks) -> dict[str, Any]:
    """The contents of `kota.typ`: the news, every slide, and who did not report."""
    dek = build(konteks, "pimpinan")
    sekilas = next((s for s in dek.slides if s.id == "sekilas"), None)
    return {
        "atas": f"UP2K PKK · {konteks.periode.label} · dibandingkan dengan "
        f"{konteks.pembanding.label}",
        "judul": f"Rapor {konteks.nama}",
        "contoh": konteks.contoh,
        "kabar": sekilas.kalimat if sekilas else konteks.cap.kalimat,
        "angka": _numbers(sekilas),
        "bagian": [_section(s, konteks) for s in dek.slides if s.id not in LEWAT],
        "belum": _silent(konteks),
        "cap": konteks.cap.kalimat,
        "kredit": pengaturan().kredit_peta,
    }


def _numbers(slide: Slide | None) -> list[dict[str, str]]:
    isi = slide.isi if slide else ()
    return [
        {"label": a.label, "teks": a.teks, "bawah": a.keterangan}
        for baris in isi
        if isinstance(baris, BarisAngka)
        for a in baris.angka
    ]


def _section(slide: Slide, konteks: Konteks) -> dict[str, Any]:
    lebar = _PENUH if len(slide.isi) == 1 else _SEPARUH
    return {
        "judul": slide.judul,
        "kalimat": slide.kalimat,
        "isi": [
            _block(satu, konteks, lebar, f"{slide.id}{n}")
            for n, satu in enumerate(slide.isi)
        ],
    }


def _block(isi: Isi, konteks: Konteks, lebar: float, tanda: str) -> dict[str, Any]:
    gaya = {"hitam_putih": True, "contoh": konteks.contoh, "tanda": tanda}
    if isinstance(isi, Grafik):
        tinggi = max(_TINGGI, len(isi.kategori) * 34.0 if isi.jenis != "garis" else 0)
        svg = chart.svg(isi, lebar, tinggi, huruf=21, **gaya)
        return {"jenis": "gambar", "judul": isi.judul, "svg": svg, "alt": isi.alt,
                "sumber": isi.sumber}  # fmt: skip
    if isinstance(isi, Peta):
        svg = map.svg(isi, rings(konteks.batas), lebar, _TINGGI_PETA, huruf=19, **gaya)
        return {"jenis": "gambar", "judul": isi.judul, "svg": svg, "alt": isi.alt,
                "sumber": isi.sumber}  # fmt: skip
    if isinstance(isi, Tabel):
        return {"jenis": "tabel", "judul": isi.judul, "kepala": isi.kepala,
                "baris": isi.baris, "angka": _numeric(isi), "sumber": isi.sumber}  # fmt: skip
    if isinstance(isi, Butir):
        return {"jenis": "butir", "judul": isi.judul, "butir": isi.butir, "sumber": ""}
    butir = [f"{a.label}: {a.teks} ({a.keterangan})" for a in isi.angka]
    return {"jenis": "butir", "judul": "", "butir": butir, "sumber": ""}


def _numeric(tabel: Tabel) -> list[bool]:
    """Which columns hold numbers, and so stand to the right."""
    return [
        all(_ANGKA.fullmatch(baris[j]) for baris in tabel.baris)
        for j in range(len(tabel.kepala))
    ]


def _silent(konteks: Konteks) -> list[str]:
    """The kelurahan whose report has not come, by name."""
    p = punctuality(konteks.data, (konteks.periode,), konteks.hari)
    p = p.set_index("kode_wilayah")["keadaan"]
    return [
        nama_wilayah(k) for k in places("kelurahan") if p[k] in ("belum", "ditolak")
    ]
