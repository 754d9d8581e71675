"""Whether a file whose headings are as remembered still holds what it held before.

A column whose unit changed, whose content changed places with another's, or whose
numbers are written in another style has the same headings as ever. Each is a reason to
ask again, in words.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from statistics import median

from loaders.bacaan import Bacaan
from loaders.form.keys import fold_nama
from loaders.mapping.accounting import columns_of
from loaders.mapping.evidence import CAMPUR, style_of
from loaders.mapping.reading import Terpetakan
from loaders.mapping.records import KUNCI, VARIABEL, KolomPeta, Profil
from loaders.mapping.swaps import amounts, swaps
from loaders.record import quote
from reference.kosakata import MODAL_LUAR, MODAL_UP2K, TUNGGAKAN, variables
from reference.tulisan import daftar

_SATUAN_LAIN = 1.5
"""Half of three powers of ten: beyond it thousands and rupiah are mixed up."""
_SATU_KELOMPOK = 2.5
_LAMBAT = 1.1
"""What members and donors put in does not treble or shrink to a third in a period."""
_SIMPANAN = (*MODAL_UP2K, *MODAL_LUAR)
_CUKUP_BANYAK = 3
_BANYAK_NOL = 0.4
_LN10 = math.log(10)
_JENIS_SALAH = frozenset(
    ("bukan_angka", "angka_rancu", "angka_tidak_bulat", "pilihan_tidak_dikenal",
     "bukan_tanggal", "tanggal_rancu")
)  # fmt: skip

Nilai = Mapping[str, float]


def profile(bacaan: Bacaan, kolom: KolomPeta) -> Profil | None:
    """What stood in a mapped column, by the values that were read."""
    if kolom.peran not in (VARIABEL, KUNCI):
        return None
    baris = len(bacaan.kelompok)
    if kolom.peran == KUNCI:
        nama = tuple((fold_nama(g.nama), 0.0) for g in bacaan.kelompok)
        return Profil(baris=baris, isi=baris, nilai=nama)
    isi = [(g, v) for g in bacaan.kelompok if (v := g.nilai[kolom.nama]) is not None]
    if variables()[kolom.nama].is_number:
        nilai = tuple((fold_nama(g.nama), float(v)) for g, v in isi)  # type: ignore[arg-type]
        return Profil(baris=baris, isi=len(isi), angka=len(isi), nilai=nilai)
    berangka = sum(any(h.isdecimal() for h in str(v)) for _, v in isi)
    return Profil(baris=baris, isi=len(isi), angka=berangka)


def drift(bacaan: Bacaan, terpetakan: Sequence[Terpetakan]) -> list[str]:
    """Why a file read with a remembered mapping must be looked at by somebody.

    Empty when every column still holds what it held when it was last read.
    """
    semua = [k for _, p in terpetakan for k in p.kolom if k.peran in (VARIABEL, KUNCI)]
    kini = {k.nama: p for k in semua if (p := profile(bacaan, k))}
    lalu = {k.nama: k.profil for k in semua if k.profil}
    judul = {k.nama: quote(k.judul) for k in semua}
    sebab = [*_styles(terpetakan), *_unread(bacaan, kini, judul)]
    sebab += _names(kini, lalu)
    angka = [
        n for n in kini if n in lalu and variables()[n].type in ("integer", "decimal")
    ]
    sebab += _magnitudes(angka, kini, lalu, judul)
    sebab += _emptied(angka, kini, lalu, judul)
    sebab += _texts(kini, lalu, judul)
    sebab += swaps(angka, kini, lalu, judul)
    return list(dict.fromkeys(sebab))


def _styles(terpetakan: Sequence[Terpetakan]) -> Iterable[str]:
    """Columns whose numbers are written in another style than confirmed."""
    for tabel, peta in terpetakan:
        for j, k in columns_of(tabel, peta).items():
            if k.peran != VARIABEL or variables()[k.nama].type not in (
                "integer",
                "decimal",
            ):
                continue
            gaya = style_of(tabel.cells(j), variables()[k.nama].unit)
            beda = gaya and k.gaya and gaya != k.gaya
            if beda or (gaya == CAMPUR) or (gaya and not k.gaya and k.faktor != 1):
                yield f"angka pada kolom {quote(k.judul)} ditulis dengan cara lain"


def _unread(
    bacaan: Bacaan, kini: Mapping[str, Profil], judul: Mapping[str, str]
) -> Iterable[str]:
    """Columns of which half the cells can no longer be read."""
    for nama, p in kini.items():
        salah = sum(
            t.variabel == nama and t.jenis in _JENIS_SALAH for t in bacaan.temuan
        )
        if salah and salah >= (p.isi + salah) / 2:
            label = variables()[nama].label
            yield f"isi kolom {judul[nama]} tidak dapat dibaca sebagai {label}"


def _names(kini: Mapping[str, Profil], lalu: Mapping[str, Profil]) -> Iterable[str]:
    dulu, kini_ = lalu.get("nama_kelompok"), kini.get("nama_kelompok")
    if not dulu or not kini_:
        return
    lama, baru = {n for n, _ in dulu.nilai}, {n for n, _ in kini_.nilai}
    if lama and len(lama & baru) < min(len(lama), len(baru)) / 2:
        yield "sebagian besar nama kelompoknya berbeda dari yang dulu"


def _magnitudes(
    angka: Sequence[str],
    kini: Mapping[str, Profil],
    lalu: Mapping[str, Profil],
    judul: Mapping[str, str],
) -> Iterable[str]:
    """Columns whose amounts are now in another unit, or may be."""
    for nama in angka:
        baru, lama = amounts(kini[nama]), amounts(lalu[nama])
        if not baru:
            continue
        if not lama:
            if variables()[nama].unit == "Rp" and not _within(nama, angka, kini):
                yield (
                    f"kolom {judul[nama]} dulu kosong atau nol; besar nilainya "
                    "perlu dipastikan"
                )
            continue
        bersama = _ratios(kini[nama], lalu[nama])
        geser = median(bersama) if bersama else math.log10(median(baru) / median(lama))
        if abs(geser) > _SATUAN_LAIN:
            apa = "besar" if geser > 0 else "kecil"
            yield f"nilai kolom {judul[nama]} jauh lebih {apa} dari dulu"
        elif nama in _SIMPANAN and len(bersama) > 1 and abs(geser) > _LAMBAT / _LN10:
            yield f"nilai kolom {judul[nama]} berubah jauh dari dulu"
        elif any(abs(r) > _SATU_KELOMPOK for r in bersama):
            yield f"salah satu nilai kolom {judul[nama]} jauh berbeda dari dulu"


def _ratios(kini: Profil, lalu: Profil) -> list[float]:
    """How many powers of ten each group's amount changed by."""
    dulu = dict(lalu.nilai)
    return [
        math.log10(abs(v) / abs(dulu[n])) for n, v in kini.nilai if v and dulu.get(n)
    ]


def _within(nama: str, angka: Sequence[str], kini: Mapping[str, Profil]) -> bool:
    """Whether new amounts lie among the other sums: below the largest, above its
    thousandth. No amount lies there both in rupiah and in thousands."""
    lain = [
        v
        for n in angka
        if n != nama and variables()[n].unit == "Rp"
        for v in amounts(kini[n])
    ]
    besar = max(lain, default=0.0)
    return all(besar / 1000 < v <= besar for v in amounts(kini[nama]))


def _emptied(
    angka: Sequence[str],
    kini: Mapping[str, Profil],
    lalu: Mapping[str, Profil],
    judul: Mapping[str, str],
) -> Iterable[str]:
    """Columns in which every group had something, and many now have nothing."""
    for nama in angka:
        dulu = dict(lalu[nama].nilai)
        bersama = [v for n, v in kini[nama].nilai if n in dulu]
        if (
            _is_lasting(nama)
            and len(bersama) >= _CUKUP_BANYAK
            and all(dulu.values())
            and bersama.count(0) >= _BANYAK_NOL * len(bersama)
        ):
            yield f"banyak nilai kolom {judul[nama]} kini nol"


def _is_lasting(nama: str) -> bool:
    """Whether a sum does not vanish in most groups at once, as arrears may."""
    v = variables()[nama]
    return v.kind == "posisi" and v.unit == "Rp" and nama not in TUNGGAKAN


def _texts(
    kini: Mapping[str, Profil], lalu: Mapping[str, Profil], judul: Mapping[str, str]
) -> Iterable[str]:
    """Columns of text that held numbers, or the other way round."""
    for nama, p in kini.items():
        dulu = lalu.get(nama)
        if (
            dulu is None
            or variables()[nama].type != "text"
            or nama == "nama_kelompok"
            or not (p.isi and dulu.isi)
        ):
            continue
        if abs(p.angka / p.isi - dulu.angka / dulu.isi) > 0.6:
            yield f"isi kolom {judul[nama]} berbeda jenisnya dari dulu"


def layout_changes(lama: Iterable[KolomPeta], kunci: Mapping[str, str]) -> list[str]:
    """What differs between remembered headings and those of a file.

    `kunci` gives each folded heading of the file as it is written.
    """
    dulu = {k.kunci: k.judul for k in lama}
    hilang = [quote(j) for k, j in dulu.items() if k not in kunci]
    baru = [quote(j) for k, j in kunci.items() if k not in dulu]
    sebab = []
    if hilang:
        sebab.append(f"judul {daftar(hilang, paling_banyak=4)} tidak ada lagi")
    if baru:
        sebab.append(f"judul {daftar(baru, paling_banyak=4)} baru")
    if not sebab:
        sebab.append("urutan kolom atau satuannya berbeda dari dulu")
    return sebab
