"""Rapor kelurahan and Rapor kota as PDF, and the picture for WhatsApp."""

from dataclasses import astuple
from typing import Any

from reports.context import Konteks
from reports.drawing import chart
from reports.rapor import city
from reports.rapor.content import Rapor, report
from reports.rapor.groups import short
from reports.rapor.typeset import typeset

ATAS = "UP2K PKK Kota Probolinggo"
CARA = (
    "Formulir laporan dapat diambil di halaman Kirim Laporan pada dasbor, diisi "
    "bersama pengurus Poksus, lalu dikirim kembali lewat halaman yang sama. "
    "Laporan yang menyusul tetap diterima. Bila ada kesulitan, Pokja II TP PKK Kota "
    "dengan senang hati membantu."
)
CATATAN = (
    "Perubahan dihitung pada kelompok yang melapor di kedua periode. “–” berarti belum "
    "dilaporkan, bukan nol. Tingkat seperti dilaporkan kelompok: P Pemula, M Madya, "
    "U Utama, Ma Mandiri. Berikutnya: syarat tingkat yang terdekat; * masih usulan."
)
_LEBAR, _TINGGI, _HURUF = 640.0, 330.0, 20.0
_JUDUL_PENDEK, _ANGKA_PENDEK, _DI_GAMBAR, _BUTIR_GAMBAR = 18, 12, 4, 110


def rapor_pdf(konteks: Konteks) -> bytes:
    """The report as PDF: one A4 page for a kelurahan; for the city, Rapor kota.

    Letters are embedded, pictures are drawn for a black-and-white copier. Raises
    ValueError for a kecamatan, of which there is no report.
    """
    if konteks.tingkat == "kota":
        return typeset("kota.typ", city.contents(konteks), hari=konteks.hari)
    return typeset("kelurahan.typ", _paper(report(konteks), konteks), hari=konteks.hari)


def rapor_png(konteks: Konteks) -> bytes:
    """The picture for WhatsApp: 1080 × 1350 pixels, one kelurahan.

    Raises ValueError for any other place.
    """
    isi = _picture(report(konteks), konteks)
    return typeset("gambar.typ", isi, hari=konteks.hari, format="png")


def _paper(r: Rapor, konteks: Konteks) -> dict[str, Any]:
    return {
        "atas": f"{ATAS} · Kecamatan {r.kecamatan.removeprefix('Kecamatan ')} · "
        f"{r.periode}",
        "judul": f"Rapor Kelurahan {r.nama}",
        "nama": r.nama,
        "kecamatan": r.kecamatan.removeprefix("Kecamatan "),
        "pembanding": konteks.pembanding.label_pendek,
        "contoh": r.contoh,
        "alasan": r.alasan,
        "cara": CARA,
        "terakhir": r.terakhir,
        "kabar": r.kabar,
        "ukuran": [astuple(b) for b in r.ukuran],
        "kelompok": [astuple(b) for b in r.kelompok],
        "baik": r.baik,
        "berikut": r.berikut,
        "tenggat": r.tenggat,
        "catatan": CATATAN,
        "cap": r.cap,
        "kredit": "",
        **_chart(r),
    }


def _chart(r: Rapor) -> dict[str, str]:
    if r.grafik is None:
        return {"svg": "", "alt": "", "judul_grafik": "", "sumber": ""}
    svg = chart.svg(
        r.grafik, _LEBAR, _TINGGI, hitam_putih=True, contoh=r.contoh, huruf=_HURUF
    )
    return {
        "svg": svg,
        "alt": r.grafik.alt,
        "judul_grafik": r.grafik.judul,
        "sumber": r.grafik.sumber,
    }


def _picture(r: Rapor, konteks: Konteks) -> dict[str, Any]:
    judul = f"Kelurahan {r.nama}"
    return {
        "atas": f"{ATAS} · {r.periode}",
        "judul": judul,
        "besar_judul": 70 if len(judul) > _JUDUL_PENDEK else 84,
        "contoh": r.contoh,
        "alasan": r.alasan,
        "cara": CARA,
        "terakhir": r.terakhir,
        "kabar": r.kabar_pendek,
        "angka": [
            {
                "label": u.label,
                "teks": u.sini,
                "besar": 58 if len(u.sini) <= _ANGKA_PENDEK else 48,
                "bawah": f"{u.perubahan} sejak {konteks.pembanding.label_pendek}"
                if u.perubahan != "–"
                else f"dilaporkan {u.lapor} kelompok",
            }
            for u in r.ukuran[:_DI_GAMBAR]
        ],
        "berikut": [short(t, _BUTIR_GAMBAR) for t in r.berikut],
        "tenggat": r.tenggat,
        "cap": r.cap,
    }
