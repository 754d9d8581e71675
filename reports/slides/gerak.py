"""Who rose: groups up, still, down, dormant and silent since the period before."""

import pandas as pd

from charts.theme import HURUF_TINGKAT, TANDA_TAHAP
from indicators import movement
from indicators.places import in_place
from indicators.privacy import hidden_places
from reference.kosakata import label_pilihan
from reference.tulisan import angka, daftar
from reference.wilayah import nama_wilayah
from reports.blocks import known, sentences, unseen_groups
from reports.context import Konteks
from reports.slide import Grafik, Seri, Slide, Tabel

ID = "gerak"
JUDUL = "Siapa yang naik?"
URUTAN = 60
AUDIENS = ("pimpinan", "dkupp", "kelurahan")
SUMBU = {"pimpinan": "tingkat", "dkupp": "tahap", "kelurahan": "tingkat"}
TANDA = {"tingkat": HURUF_TINGKAT, "tahap": TANDA_TAHAP}
DISEBUT = 7
DITABEL = ("naik", "tetap", "turun", "nonaktif", "tidak_lapor")


def make(konteks: Konteks, audiens: str) -> Slide | None:
    """The count of each state, and which groups or places rose."""
    k, sumbu = konteks, SUMBU[audiens]
    if not known(k):
        return None
    jumlah = counts(k, sumbu)
    rinci = _detail(k, sumbu)
    return Slide(
        id=ID,
        judul=f"Siapa yang naik {sumbu}?",
        kalimat=_sentence(k, sumbu, jumlah),
        isi=(_chart(k, sumbu, jumlah), *((rinci,) if rinci else ())),
        catatan=sentences(
            _sentence(k, sumbu, jumlah),
            f"Yang dibandingkan adalah {sumbu} yang dilaporkan kelompok pada "
            f"{k.pembanding.label} dan {k.periode.label}.",
            "Kelompok yang belum lapor tidak kami anggap turun; keadaannya belum kami "
            "ketahui.",
            "Urutan pada tabel bukan peringkat.",
            "Terima kasih kepada kelompok yang sudah naik." if jumlah["naik"] else "",
        ),
    )


def counts(konteks: Konteks, sumbu: str) -> dict[str, int]:
    """How many groups of the place are in each state of `movement.STATES`."""
    k = konteks
    baris = movement.counts(k.data, k.periode, k.pembanding, k.tingkat, sumbu)
    return {s: int(baris.at[k.wilayah, s]) for s in movement.STATES}


def _sentence(konteks: Konteks, sumbu: str, jumlah: dict[str, int]) -> str:
    gerak = [f"{angka(jumlah[s])} {s}" for s in ("naik", "tetap", "turun")]
    lain = {"nonaktif": "nonaktif", "baru": "baru", "tidak_lapor": "belum lapor"}
    sisa = [f"{angka(jumlah[s])} {kata}" for s, kata in lain.items() if jumlah[s]]
    return (
        f"{sumbu.capitalize()} sejak {konteks.pembanding.label}: {daftar(gerak)}"
        f"{'; ' if sisa else ''}{daftar(sisa)}."
    )


def _chart(konteks: Konteks, sumbu: str, jumlah: dict[str, int]) -> Grafik:
    ada = {s: n for s, n in jumlah.items() if n or s in ("naik", "tetap", "turun")}
    semua = sum(jumlah.values())
    return Grafik(
        judul=f"Kelompok menurut gerak {sumbu}",
        jenis="batang",
        kategori=tuple(movement.STATES[s] for s in ada),
        seri=(Seri("Kelompok", tuple(float(n) for n in ada.values())),),
        satuan="kelompok",
        alt=f"Grafik batang. {_sentence(konteks, sumbu, jumlah)}",
        sumber=f"Dilaporkan {angka(semua - jumlah['tidak_lapor'])} dari "
        f"{angka(semua)} kelompok pada {konteks.periode.label}.",
        sorot=0,
    )


def _detail(konteks: Konteks, sumbu: str) -> Tabel | None:
    """The groups that rose, where they are few; else the places within."""
    k = konteks
    semua = movement.states(k.data, k.periode, k.pembanding, sumbu)
    naik = semua[(semua["keadaan"] == "naik") & in_place(semua.index, k.wilayah)]
    if len(naik) > DISEBUT:
        return _by_place(k, sumbu)
    naik = naik.drop(unseen_groups(k), errors="ignore")
    return _groups(k, naik, sumbu) if len(naik) else None


def _groups(konteks: Konteks, naik: pd.DataFrame, sumbu: str) -> Tabel:
    milik = konteks.data.groups.loc[naik.index]

    def rung(kode: str) -> str:
        return f"{TANDA[sumbu][kode]} {label_pilihan(sumbu, kode)}"

    return Tabel(
        judul="Kelompok yang naik",
        kepala=("Kelompok", "Kelurahan", f"{sumbu.capitalize()}"),
        baris=tuple(
            (str(n), nama_wilayah(w), f"{rung(a)} → {rung(b)}")
            for n, w, a, b in zip(
                milik["nama_kelompok"], milik["kode_wilayah"], naik["dulu"],
                naik["kini"], strict=True,
            )
        ),
        sumber="Urut menurut kode kelompok; bukan peringkat.",
    )  # fmt: skip


def _by_place(konteks: Konteks, sumbu: str) -> Tabel | None:
    k = konteks
    by = {"kota": "kecamatan", "kecamatan": "kelurahan"}.get(k.tingkat)
    if by is None:
        return None
    semua = movement.counts(k.data, k.periode, k.pembanding, by, sumbu)
    semua = semua[in_place(semua.index, k.wilayah)]
    semua = semua.drop(hidden_places(k.data, k.periode, k.siapa), errors="ignore")
    return Tabel(
        judul=f"Gerak {sumbu} per {by}",
        kepala=(by.capitalize(), *(movement.STATES[s] for s in DITABEL)),
        baris=tuple(
            (_short(str(kode)), *(angka(int(b[s])) for s in DITABEL))
            for kode, b in semua.iterrows()
        ),
        sumber="Banyaknya kelompok; urut menurut kode, bukan peringkat.",
    )


def _short(kode: str) -> str:
    return nama_wilayah(kode).removeprefix("Kecamatan ")
