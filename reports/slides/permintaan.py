"""What we ask of you: derived from the reports, in the words of each audience."""

from indicators.attention import Perhatian, attention
from indicators.privacy import hidden_places
from planning.budget.gaps import gaps
from reference.pengaturan import pengaturan
from reference.periode import Periode
from reference.tulisan import angka, daftar, tanggal
from reference.wilayah import nama_wilayah
from reports.blocks import hidden, sentences, some, unseen_groups
from reports.context import Konteks
from reports.slide import AUDIENS as SEMUA
from reports.slide import Butir, Slide
from reports.within import within

ID = "permintaan"
JUDUL = "Yang kami minta dari Bapak/Ibu"
URUTAN = 90
AUDIENS = tuple(SEMUA)
TERBANYAK = 4

MINTA = {
    "pimpinan": {
        "ditolak": "Mohon berkas yang ditolak segera diganti: {siapa}.",
        "belum_lapor": "Mohon dorongan agar {n} kelurahan melapor: {siapa}.",
        "menunggu": "Mohon {n} kelurahan diingatkan sebelum {batas}: {siapa}.",
        "tunggakan": "Mohon perhatian pada tunggakan di {n} kelurahan: {siapa}.",
        "nonaktif": "Mohon {n} kelompok nonaktif ditengok: {siapa}.",
    },
    "dkupp": {
        "tunggakan": "Mohon pendampingan pinjaman di {n} kelurahan: {siapa}.",
        "nonaktif": "Mohon {n} kelompok nonaktif ditengok bersama: {siapa}.",
    },
    "kelurahan": {
        "ditolak": "Mohon berkas yang ditolak diperbaiki dan dikirim ulang: {siapa}.",
        "belum_lapor": "Mohon laporan {periode} dikirim: {siapa}.",
        "menunggu": "Mohon laporan {periode} dikirim sebelum {batas}: {siapa}.",
        "tertahan": "Mohon isian yang tertahan diperbaiki: {siapa}.",
        "kelompok_belum_lapor": "Mohon laporan {n} kelompok dilengkapi: {siapa}.",
        "tunggakan": "Mohon tunggakan ditengok bersama: {siapa}.",
        "nonaktif": "Mohon {n} kelompok nonaktif ditengok: {siapa}.",
    },
}
"""What is asked of whom, by the kind of `indicators.attention`."""


def make(konteks: Konteks, audiens: str) -> Slide:
    """The requests, gravest first, and the next day that a report is due."""
    k = konteks
    minta = [_asked(k, audiens, p) for p in _attention(k)]
    isi = [m for m in minta if m]
    if audiens == "dkupp":
        isi = [*_packages(k), *isi]
    isi = isi[:TERBANYAK]
    kalimat = (
        f"{angka(len(isi))} hal, menurut laporan {k.periode.label}."
        if isi
        else "Tidak ada permintaan khusus; terima kasih atas laporannya."
    )
    return Slide(
        id=ID,
        judul=JUDUL,
        kalimat=kalimat,
        isi=(Butir((*isi, deadline(k))),),
        catatan=sentences(
            "Perkenankan kami menyampaikan permintaan kepada Bapak dan Ibu.",
            *isi,
            deadline(k),
            "Semuanya diturunkan dari laporan yang kami terima; bila ada yang keliru, "
            "mohon kabari kami.",
        ),
    )


def deadline(konteks: Konteks) -> str:
    """The next day on which a report is due, as seen from the day shown."""
    p = Periode.last_ended(konteks.hari, konteks.periode.irama)
    p = p if konteks.hari <= p.deadline else p.next()
    usulan = " (batas usulan)" if pengaturan().batas_hari_usulan else ""
    return f"Laporan {p.label} ditunggu sampai {tanggal(p.deadline)}{usulan}."


def _attention(konteks: Konteks) -> list[Perhatian]:
    k = konteks
    if hidden(k):
        return []
    return attention(k.data, k.periode, k.hari, k.wilayah)


def _asked(konteks: Konteks, audiens: str, p: Perhatian) -> str:
    pola = MINTA[audiens].get(p.jenis)
    siapa = _names(konteks, p.kode)
    if pola is None or not siapa:
        return ""
    return pola.format(
        n=angka(len(p.kode)),
        siapa=daftar(some(siapa)),
        periode=konteks.periode.label,
        batas=tanggal(konteks.periode.deadline),
    )


def _names(konteks: Konteks, kode: tuple[str, ...]) -> list[str]:
    """Places and groups by name; a group that the role may not see by its place."""
    k = konteks
    tutup, kecil = hidden_places(k.data, k.periode, k.siapa), unseen_groups(k)
    nama = []
    for satu in kode:
        wilayah = satu.partition("-")[0]
        tempat = nama_wilayah(wilayah)
        if "-" not in satu:
            nama += [] if satu in tutup else [tempat]
        elif satu in kecil:
            nama += [] if wilayah in tutup else [f"satu kelompok di {tempat}"]
        else:
            nama.append(f"{k.data.groups.at[satu, 'nama_kelompok']} ({tempat})")
    return nama


def _packages(konteks: Konteks) -> list[str]:
    """The two packages that most groups are advised."""
    k = konteks
    if hidden(k):
        return []
    kurang = within(gaps(k.data, k.periode.end, k.hari), k.wilayah)
    banyak = kurang.groupby("paket_label")["kode_kelompok"].nunique()
    urut = banyak.sort_values(ascending=False, kind="stable").head(2)
    return [
        f"Mohon “{nama}” bagi {angka(int(n))} kelompok." for nama, n in urut.items()
    ]
