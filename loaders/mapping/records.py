"""What is guessed of a foreign sheet, and what somebody confirmed: plain records."""

from dataclasses import dataclass

VARIABEL = "variabel"
KUNCI = "kunci"
CATATAN = "catatan"
NOMOR = "nomor"
TEMPAT = "tempat"
WAKTU = "waktu"
LAIN = "lain"
PRIBADI = "pribadi"
"""What a column can be; LAIN and PRIBADI are not read."""

TINGGI, SEDANG, RENDAH = "tinggi", "sedang", "rendah"


@dataclass(frozen=True, slots=True, kw_only=True)
class Profil:
    """What stood in a column when it was read: rows, filled ones, values by group.

    `nilai` holds numbers in their final unit, by the group's folded name; for a column
    of text `angka` counts the cells with digits.
    """

    baris: int
    isi: int
    angka: int = 0
    nilai: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KolomPeta:
    """One column as confirmed.

    `kunci` is its heading folded, by which it is known again; `peran` what it is, with
    `nama` the variable; `faktor` what its numbers are multiplied by, `gaya` how they
    are written ("" when only as numbers of Excel).
    """

    kunci: str
    judul: str
    peran: str
    nama: str = ""
    faktor: int = 1
    gaya: str = ""
    profil: Profil | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TabelPeta:
    """One table: all its columns in order, and the unit said above it."""

    kolom: tuple[KolomPeta, ...]
    satuan: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Pemetaan:
    """How the tables of one layout are to be read, as somebody confirmed.

    `sidik` is the fingerprint of the headings; `kode_wilayah` and `periode` are what
    the file it was confirmed with was about. `ingat` says that the next file of this
    kelurahan may be read so without a question.
    """

    sidik: str
    tabel: tuple[TabelPeta, ...]
    kode_wilayah: str
    periode: str
    ingat: bool = True
    oleh: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KolomUsulan:
    """Our guess of one column.

    `huruf` is its letter and `judul` its heading as written; `keyakinan` is tinggi,
    sedang or rendah, "" when nothing is guessed; `sebab` says why, in words; `contoh`
    are sample cells, masked when `peran` is pribadi; `satuan` is the unit that its
    variable has.
    """

    huruf: str
    judul: str
    kunci: str
    peran: str
    nama: str = ""
    keyakinan: str = ""
    sebab: tuple[str, ...] = ()
    faktor: int = 1
    gaya: str = ""
    contoh: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TabelUsulan:
    """Our guess of one table: where its headings and rows stand, and its columns.

    Row numbers are those that the sender sees; `cuplikan` are its first rows, each
    with its number and the cells under `kolom`.
    """

    lembar: str
    judul_awal: int
    judul_akhir: int
    n_baris: int
    kolom: tuple[KolomUsulan, ...]
    satuan: int = 1
    cuplikan: tuple[tuple[int, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Usulan:
    """Our guess of a whole file, for somebody to confirm or change.

    `kode_wilayah` and `periode` are None when the file does not say them, or says two
    of them; `kelurahan_dari` and `periode_dari` say where they stand. `sebab` says why
    we ask. `diingat_dari` is the kelurahan whose remembered layout this guess follows.
    """

    sidik: str
    tabel: tuple[TabelUsulan, ...]
    kode_wilayah: str | None = None
    periode: str | None = None
    kelurahan_dari: str = ""
    periode_dari: str = ""
    sebab: tuple[str, ...] = ()
    diingat_dari: str = ""

    @property
    def n_kolom(self) -> int:
        """How many columns there are."""
        return sum(len(t.kolom) for t in self.tabel)

    @property
    def n_tertebak(self) -> int:
        """How many columns stand for something that is read."""
        return sum(
            k.peran in (VARIABEL, KUNCI, CATATAN) for t in self.tabel for k in t.kolom
        )
