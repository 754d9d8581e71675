"""What Rapor kota says: five kecamatan side by side, and slides of the deck on paper.

The slides are the records that the deck is drawn from, so that paper and screen cannot
differ.
"""

from typing import Any

from charts.geometry import rings
from indicators import movement
from indicators.places import places
from indicators.punctuality import STATES, punctuality
from reference.pengaturan import pengaturan
from reference.tulisan import angka, bernilai, daftar
from reference.wilayah import kecamatan, nama_wilayah
from reports.context import Konteks
from reports.deck import build
from reports.drawing import chart, map
from reports.rapor.content import UKURAN
from reports.slide import BarisAngka, Butir, Grafik, Isi, Peta, Slide, Tabel

SALINDIA = (
    "sekilas", "peta", "modal", "anggota", "koperasi", "benahi", "permintaan",
)  # fmt: skip
BELUM = ("belum", "ditolak", "sebagian_tertahan", "belum_waktunya")
_PENUH, _SEPARUH = 1000.0, 480.0
_TINGGI, _TINGGI_PETA = 250.0, 430.0
_HURUF = 20.0

Blok = dict[str, Any]


def contents(konteks: Konteks) -> Blok:
    """The contents of `kota.typ`; every text as it is read."""
    dek = build(konteks, "pimpinan", SALINDIA)
    bagian = {s.id: s for s in dek.slides}
    sekilas = bagian.pop("sekilas", None)
    return {
        "atas": f"UP2K PKK · {konteks.periode.label} · dibandingkan dengan "
        f"{konteks.pembanding.label}",
        "judul": f"Rapor {konteks.nama}",
        "contoh": konteks.contoh,
        "kabar": sekilas.kalimat if sekilas else konteks.cap.kalimat,
        "angka": _numbers(sekilas),
        "bagian": [
            _beside(konteks),
            *(_section(s, konteks) for s in bagian.values()),
            _moves(konteks),
            _silent(konteks),
        ],
        "cap": konteks.cap.kalimat,
        "kredit": pengaturan().kredit_peta,
    }


def _numbers(slide: Slide | None) -> list[Blok]:
    return [
        {"label": a.label, "teks": a.teks, "bawah": a.keterangan}
        for baris in (slide.isi if slide else ())
        if isinstance(baris, BarisAngka)
        for a in baris.angka
    ]


def _beside(konteks: Konteks) -> Blok:
    """The five kecamatan and the city: quotients of sums, in the order of codes."""
    baris = []
    for u in UKURAN:
        i = konteks.indicator(u)
        kec, kota = konteks.values(u, "kecamatan")["value"], konteks.value(u)
        baris.append(
            (i.label, *(bernilai(v, i.unit) for v in kec),
             bernilai(kota["value"], i.unit),
             f"{angka(kota['n_lapor'])} dari {angka(kota['n_kelompok'])}")
        )  # fmt: skip
    kepala = ("Ukuran", *_names(), "Kota", "Dilaporkan")
    tabel = Tabel("", kepala, tuple(baris), "Urut menurut kode, bukan peringkat.")
    return _part("Lima kecamatan berdampingan", "", tabel, konteks)


def _moves(konteks: Konteks) -> Blok:
    """How many groups of each kecamatan rose, stayed, fell, or are not known."""
    k = konteks
    lapis = [
        movement.counts(k.data, k.periode, k.pembanding, by)
        for by in ("kecamatan", "kota")
    ]
    baris = tuple(
        (label, *(angka(n) for isi in lapis for n in isi[keadaan]))
        for keadaan, label in movement.STATES.items()
    )
    kata = f"Sejak {k.pembanding.label}, dihitung dalam kelompok menurut laporannya."
    kepala = ("Tingkat", *_names(), "Kota")
    return _part("Siapa yang berpindah tingkat?", kata, Tabel("", kepala, baris), k)


def _silent(konteks: Konteks) -> Blok:
    """The kelurahan whose report has not come or is not whole, by name."""
    p = punctuality(konteks.data, (konteks.periode,), konteks.hari)
    keadaan = p.set_index("kode_wilayah")["keadaan"]
    butir = []
    for satu in BELUM:
        nama = [nama_wilayah(k) for k in places("kelurahan") if keadaan[k] == satu]
        if nama:
            butir.append(f"{STATES[satu]} ({len(nama)} kelurahan): {daftar(nama)}.")
    semua = "Laporan semua kelurahan sudah diterima. Terima kasih."
    isi = Butir(tuple(butir) or (semua,))
    return _part("Laporan yang masih dinanti", "", isi, konteks)


def _names() -> list[str]:
    return [k.nama for k in kecamatan().values()]


def _part(judul: str, kalimat: str, isi: Isi, konteks: Konteks) -> Blok:
    return {
        "judul": judul,
        "kalimat": kalimat,
        "isi": [_block(isi, konteks, _PENUH, "")],
    }


def _section(slide: Slide, konteks: Konteks) -> Blok:
    gambar = [b for b in slide.isi if not isinstance(b, BarisAngka)]
    lebar = _PENUH if len(gambar) == 1 else _SEPARUH
    return {
        "judul": slide.judul,
        "kalimat": slide.kalimat,
        "isi": [
            _block(b, konteks, lebar, f"{slide.id}{n}") for n, b in enumerate(gambar)
        ],
    }


def _block(isi: Isi, konteks: Konteks, lebar: float, tanda: str) -> Blok:
    """A block of a slide for `kota.typ`: a drawing, a table, points."""
    if isinstance(isi, Grafik | Peta):
        return {
            "jenis": "gambar", "judul": isi.judul, "alt": isi.alt, "sumber": isi.sumber,
            "svg": _drawn(isi, konteks, lebar, tanda),
        }  # fmt: skip
    if isinstance(isi, Tabel):
        return {
            "jenis": "tabel", "judul": isi.judul, "kepala": isi.kepala,
            "baris": isi.baris, "angka": _numeric(isi), "sumber": isi.sumber,
        }  # fmt: skip
    butir = isi.butir if isinstance(isi, Butir) else ()
    return {"jenis": "butir", "judul": "", "butir": butir, "sumber": ""}


def _drawn(isi: Grafik | Peta, konteks: Konteks, lebar: float, tanda: str) -> str:
    contoh = konteks.contoh
    if isinstance(isi, Peta):
        return map.svg(
            isi, rings(konteks.batas), lebar, _TINGGI_PETA, hitam_putih=True,
            contoh=contoh, huruf=17, tanda=tanda,
        )  # fmt: skip
    return chart.svg(
        isi, lebar, _TINGGI, hitam_putih=True, contoh=contoh, huruf=_HURUF, tanda=tanda
    )


def _numeric(tabel: Tabel) -> list[bool]:
    """Which columns hold numbers, and so stand to the right: not the first, and every
    cell with a digit or without a value."""
    return [
        j > 0
        and all(b[j][:1] in "-+–R0123456789" or b[j] == bernilai(None, "")
                for b in tabel.baris)
        for j in range(len(tabel.kepala))
    ]  # fmt: skip
