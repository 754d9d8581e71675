"""Which columns a sheet of the form has, under which captions, on which page."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from loaders.form.layout import JUDUL_NOMOR, Layout, Lembar, layouts
from loaders.form.layout import Kolom as Judul
from loaders.template.isian import Perubahan
from reference.kosakata import Variable, variables
from reference.syarat import langkah

BARIS_KELOMPOK = 15
BARIS_KEGIATAN = 12

_PITA = {
    "kode_kelompok": "Kelompok",
    "rw": "Identitas kelompok",
    "anggota_awal": "Anggota",
    "rapat_direncanakan": "Rapat",
    "simpanan_pokok": "Modal sendiri dan swadaya",
    "pinjaman_bank": "Modal luar",
    "simpanan_sukarela": "Kewajiban (bukan modal)",
    "kas": "Aset",
    "tunggakan_1_30": "Tunggakan pokok",
    "pinjaman_disalurkan": "Arus selama periode",
    "usaha_ber_nib": "Usaha anggota",
    "buku_anggota": "Buku: 0 tidak ada, 1 ada, 2 tertib",
    "tanggal": "Kegiatan UP2K selama periode",
}
_HALAMAN_BARU = {
    "anggota_awal", "rapat_direncanakan",
    "pinjaman_bank", "kas", "pinjaman_disalurkan", "usaha_ber_nib",
    "calon_pendiri:status", "nama_koperasi:status", "akta_notaris:status", "nib:status",
}  # fmt: skip
_OTOMATIS_SESUDAH = {
    "pinjaman_lain": ("Jumlah modal",),
    "aset_lain": ("Jumlah aset", "Selisih neraca"),
    "buku_kegiatan": ("Nilai buku",),
}
_LEBAR = {
    "no": 4.0, "kode_kelompok": 14.5, "nama_kelompok": 18.0, "rw": 5.0,
    "tanggal_berdiri": 10.5, "bidang_usaha": 20.0, "status": 10.0, "tingkat": 9.0,
    "tahap": 12.0, "jalur": 24.0, "tanggal": 10.5, "jenis": 14.0, "nomor": 13.5,
    "tempat": 32.0, "penyelenggara": 32.0, "hadir_orang": 12.0,
}  # fmt: skip
_LEBAR_SATUAN = {"Rp": 10.5, "orang": 10.5, "KK": 10.5, "kali": 11.0, "usaha": 11.0}
_LEBAR_BUKU = 10.0
_LEBAR_CATATAN = 30.0
_LEBAR_OTOMATIS = 11.0


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column: its heading, caption, kind, and which variable it holds.

    `jenis` is no, kunci, variabel, langkah, otomatis, catatan or tambahan; `nama` is
    the variable, `kode:status|tanggal|nomor` for a step, or the automatic heading.
    """

    judul: str
    pita: str
    jenis: str
    nama: str
    lebar: float = 12.0
    halaman_baru: bool = False
    isi: tuple[str, ...] = ()
    variabel: Variable | None = None


@dataclass(frozen=True, slots=True)
class Susunan:
    """A table sheet: its name, its columns in order, and where its rows stand.

    Row numbers count from 0: `judul` title rows, then a caption row, the header row and
    `n` rows, then the sum row if there is one.
    """

    nama: str
    kolom: tuple[Kolom, ...]
    n: int
    judul_tambahan: tuple[str, ...] = ()
    ada_jumlah: bool = True
    letak: dict[str, int] = field(default_factory=dict, compare=False)

    def __post_init__(self) -> None:
        self.letak.update({k.nama: i for i, k in enumerate(self.kolom)})

    @property
    def baris_pita(self) -> int:
        """The row of captions."""
        return 3 + len(self.judul_tambahan)

    @property
    def baris_kepala(self) -> int:
        """The header row."""
        return self.baris_pita + 1

    @property
    def baris_awal(self) -> int:
        """The first row of data."""
        return self.baris_kepala + 1

    @property
    def baris_akhir(self) -> int:
        """The last row of data."""
        return self.baris_kepala + self.n


def formulir() -> Layout:
    """The layout that this writer writes."""
    return layouts()["formulir_up2k"]


def _lebar(nama: str) -> float:
    if nama in _LEBAR:
        return _LEBAR[nama]
    return _LEBAR_SATUAN.get(variables()[nama].unit, _LEBAR_BUKU)


def _langkah(satu: Judul) -> Kolom:
    apa = satu.peran.removeprefix("langkah_")
    nama = f"{satu.nama}:{apa}"
    pita = langkah()[satu.nama].label
    return Kolom(satu.judul, pita, "langkah", nama, _LEBAR[apa], nama in _HALAMAN_BARU)


def _kolom(isi: Lembar) -> Iterable[Kolom]:
    """The layout's columns, automatic ones put behind what they add."""
    pita = _PITA[isi.kunci[0]]
    yield Kolom(JUDUL_NOMOR, pita, "no", "no", _LEBAR["no"])
    for satu in isi.kolom():
        if satu.peran.startswith("langkah_"):
            yield _langkah(satu)
        elif satu.peran == "catatan":
            lebar = _LEBAR_CATATAN
            yield Kolom(satu.judul, "Keterangan", "catatan", "catatan", lebar)
        elif satu.nama:
            pita = _PITA.get(satu.nama, pita)
            lebar, baru = _lebar(satu.nama), satu.nama in _HALAMAN_BARU
            yield Kolom(
                satu.judul, pita, satu.peran, satu.nama, lebar, baru,
                variabel=variables()[satu.nama],
            )  # fmt: skip
        for judul in _OTOMATIS_SESUDAH.get(satu.nama, ()):
            if judul in isi.otomatis:
                yield Kolom(judul, pita, "otomatis", judul, _LEBAR_OTOMATIS)


def _ubah(nama: str, kolom: list[Kolom], perubahan: Perubahan) -> list[Kolom]:
    for lembar_, variabel, sebelum in perubahan.pindah:
        if lembar_ == nama:
            satu = next(k for k in kolom if k.nama == variabel)
            kolom.remove(satu)
            tempat = next(i for i, k in enumerate(kolom) if k.nama == sebelum)
            kolom.insert(tempat, replace(satu, pita=kolom[tempat].pita))
    for t in perubahan.kolom:
        if t.lembar == nama:
            tempat = next(i for i, k in enumerate(kolom) if k.nama == t.sebelum)
            pita = kolom[tempat].pita
            baru = Kolom(t.judul, pita, "tambahan", f"+{t.judul}", 14.0, isi=t.isi)
            kolom.insert(tempat, baru)
    return kolom


def susun(nama: str, n: int, perubahan: Perubahan) -> Susunan:
    """The columns and rows of a table sheet, with what an office changed in it.

    >>> s = susun("Keuangan", 15, Perubahan())
    >>> s.kolom[3].judul, s.letak["kas"], s.baris_awal
    ('Simpanan pokok (Rp)', 17, 5)
    """
    isi = formulir().sheet(nama)
    kolom = _ubah(nama, list(_kolom(isi)), perubahan)
    tambahan = perubahan.judul_tambahan.get(nama, ())
    return Susunan(nama, tuple(kolom), n, tambahan, isi.level == "kelompok")
