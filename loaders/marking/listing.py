"""What the sheet *Perbaikan* says: findings in the order in which to mend them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checks.temuan import Temuan
from loaders.cells.personal import mask
from loaders.formats.grid import position
from loaders.marking.keys import shown
from reference.tulisan import angka, daftar

TINGKAT = {
    "galat": "Harus diperbaiki",
    "periksa": "Perlu diperiksa",
    "info": "Untuk diketahui",
}
_JAUH = (1_048_576, 16_384)
_PALING_BANYAK_LAIN = 5


@dataclass(frozen=True, slots=True)
class Butir:
    """One finding as a row of the list, and what its note says."""

    temuan: Temuan
    nomor: int

    @property
    def kalimat(self) -> str:
        """What was found, without the place and without the advice."""
        return sentence(self.temuan)

    def row(self) -> tuple[str, ...]:
        """Its cells, from the tingkat on; personal data are blotted out."""
        t = self.temuan
        lain = daftar(t.sel_lain, paling_banyak=_PALING_BANYAK_LAIN)
        temu = f"{self.kalimat} Lihat juga sel {lain}." if lain else self.kalimat
        if t.alasan:
            temu += f" Alasan yang ditulis: {t.alasan}"
        isi = (
            TINGKAT[t.tingkat], t.lembar or "", t.sel or "", t.kelompok or "", temu,
            t.diharapkan, t.saran,
        )  # fmt: skip
        return tuple(mask(s) for s in isi)


def sentence(t: Temuan) -> str:
    """A finding's sentence without the place where it stands and without the advice.

    >>> sentence(Temuan("bukan_angka", "galat", "Lembar Keuangan, sel P2: “x” bukan "
    ...     "angka. Tulis angka saja.", "Keuangan", "P2", saran="Tulis angka saja."))
    '“x” bukan angka.'
    """
    isi = t.pesan.removesuffix(t.saran).strip()
    if t.lembar and isi.startswith(f"Lembar {t.lembar}"):
        isi = isi.removeprefix(f"Lembar {t.lembar}")
        tempat, titik_dua, sisa = isi.partition(": ")
        isi = sisa if titik_dua and tempat in ("", *_places(t)) else isi
    return isi[:1].upper() + isi[1:]


def _places(t: Temuan) -> list[str]:
    semua = [str(t.sel), *t.sel_lain]
    return [f", sel {daftar(semua[:n])}" for n in range(1, len(semua) + 1)]


def listed(temuan: Sequence[Temuan], lembar: Sequence[str] = ()) -> list[Butir]:
    """The findings that the sender is told of, in the order in which to mend them.

    What must be mended comes first; then by the order of the sheets (`lembar`), rows
    and columns; what stands in no cell comes before the cells.
    """
    tempat = {nama: i for i, nama in enumerate(lembar)}
    beratnya = list(TINGKAT)

    def order(t: Temuan) -> tuple[int, ...]:
        di = tempat.get(t.lembar or "", len(tempat) if t.lembar else -1)
        return beratnya.index(t.tingkat), di, *_cell(t.sel)

    ada = sorted((t for t in temuan if shown(t)), key=order)
    return [Butir(t, n) for n, t in enumerate(ada, start=1)]


def _cell(sel: str | None) -> tuple[int, int]:
    if not sel:
        return -1, -1
    try:
        return position(sel)
    except ValueError:
        return _JAUH


def counted(butir: Sequence[Butir]) -> str:
    """How many there are of each tingkat, in words; polite where there is nothing."""
    banyak = {k: sum(b.temuan.tingkat == k for b in butir) for k in TINGKAT}
    isi = [f"{angka(n)} {TINGKAT[k].lower()}" for k, n in banyak.items() if n]
    return daftar(isi) if isi else "tidak ada yang perlu diperbaiki"


def opening(nama: str, butir: Sequence[Butir], *, samping: str = "") -> list[str]:
    """The lines above the list: thanks, how many, and what to do with this file.

    `samping` says why the sender's file itself could not be marked, if so.
    """
    terima = f"Terima kasih. Berkas {nama} sudah kami periksa: {counted(butir)}."
    if samping:
        return [
            terima,
            f"Berkas aslinya tidak kami tandai karena {samping}. Perbaiki berkas asli "
            "menurut daftar ini, lalu kirim berkas asli itu, bukan daftar ini.",
        ]
    return [
        terima,
        "Klik alamat sel untuk menuju ke sana. Perbaiki di berkas ini, simpan, lalu "
        "kirim lagi. Warna dan catatan kami hilang sendiri pada pemeriksaan "
        "berikutnya; lembar ini tidak dibaca sebagai laporan.",
    ]


def mended_rows(perbaikan: Mapping[tuple[str, str], str]) -> list[tuple[str, ...]]:
    """Cells mended on screen that still hold the old value in this file, as rows."""
    return [
        (
            "Sudah diperbaiki di layar", lembar, sel, "",
            "Di berkas ini masih tertulis isi yang lama.", mask(str(isi)),
            "Tulis juga di berkas ini bila akan dikirim lagi.",
        )
        for (lembar, sel), isi in perbaikan.items()
    ]  # fmt: skip
