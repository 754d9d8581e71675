"""29 sheets as 29 offices would make them for themselves, by code and seeded.

Every kelurahan has a layout of its own: which columns, in which order and words, how
many header rows, which unit, how numbers are written, where place and period stand.
Two periods are written with it. The truth is known for every cell, and a sheet may be
spoilt in nine ways before it is written. No word here comes from the loaders.
"""

import csv
import dataclasses
import io
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import xlsxwriter

from reference.kosakata import variables
from reference.periode import Periode
from reference.wilayah import kecamatan, kelurahan

PERIODE = (Periode.parse("2026-T2"), Periode.parse("2026-T3"))
BENIH = 29
GAYA = ("angka", "angka", "angka", "indonesia", "rp", "inggris")
NAMA = (
    "Melati", "Mawar", "Kenanga", "Anggrek", "Seruni", "Cempaka", "Dahlia", "Kamboja",
    "Teratai", "Flamboyan", "Bougenvil", "Sakura", "Tulip", "Asoka", "Lavender",
)  # fmt: skip
BIDANG = ("makanan ringan", "kerajinan", "jahit", "warung", "jamu", "batik")

# A heading is one text, or a text above and one below.
JUDUL: dict[str, tuple[str | tuple[str, str], ...]] = {
    "nama_kelompok": ("Nama Kelompok", "Kelompok UP2K", "Nama Klp", "NAMA POKLAK"),
    "rw": ("RW", "Lokasi (RW)"),
    "tanggal_berdiri": ("Tgl Berdiri", "Tanggal dibentuk"),
    "bidang_usaha": ("Jenis Usaha", "Bidang usaha", "Bid. Usaha"),
    "tingkat": ("Tingkat", "Strata Kelompok", "TINGKATAN"),
    "anggota_awal": (("Anggota", "Awal"), "Agt. Awal TW", "Jml Anggota Awal"),
    "anggota_masuk": (("Anggota", "Masuk"), "Agt. Masuk", "Anggota baru"),
    "anggota_keluar": (("Anggota", "Keluar"), "Agt. Keluar", "Anggota berhenti"),
    "anggota_akhir": (("Anggota", "Jml"), "Jml Anggota", "JUMLAH ANGGOTA", "Peserta"),
    "anggota_perempuan": (("Anggota", "P"), "Anggota Perempuan", "Agt. Wanita"),
    "peminjam_aktif": ("Peminjam", "Jml Peminjam Aktif", "Agt. yg meminjam"),
    "simpanan_pokok": (("Simpanan", "Pokok"), "Simp. Pokok", "SIMPANAN POKOK"),
    "simpanan_wajib": (("Simpanan", "Wajib"), "Sim Wajib", "Simpnn Wajib"),
    "simpanan_sukarela": (("Simpanan", "Sukarela"), "Simp. Sukarela", "Tab. Sukarela"),
    "iuran_swadaya": ("Iuran", "Swadaya Anggota", "Dana Swadaya"),
    "cadangan": ("Dana Cadangan", "Cadangan", "Cad. SHU"),
    "hibah_pemerintah": (("Hibah", "Pemerintah"), "Bantuan Pemkot", "Hibah Pem."),
    "hibah_swasta": (("Hibah", "Swasta"), "CSR", "Bantuan Swasta"),
    "pinjaman_bank": (("Pinjaman", "Bank"), "Hutang Bank", "Pinj. dari BRI"),
    "pinjaman_bergulir": (("Pinjaman", "Bergulir"), "Dana Bergulir"),
    "shu_belum_dibagi": ("SHU blm dibagi", "SHU Belum Dibagikan"),
    "kas": (("Kekayaan", "Kas"), "Kas", "Saldo Kas", "Uang Kas Tunai"),
    "simpanan_di_bank": (("Kekayaan", "Bank"), "Tabungan di Bank", "Saldo di bank"),
    "pinjaman_beredar": (("Kekayaan", "Pinj. Beredar"), "Pinj. beredar",
                         "Sisa Pinjaman Anggota", "Piutang"),
    "persediaan": ("Persediaan", "Stok Barang", "Persed. barang"),
    "tunggakan_1_30": (("Tunggakan", "1-30 hr"), "Tgk 1 s/d 30 hari"),
    "tunggakan_31_90": (("Tunggakan", "31-90 hr"), "Tgk 31 s/d 90 hari"),
    "pinjaman_disalurkan": ("Pinj. disalurkan", "Penyaluran", "Pinjaman Baru"),
    "angsuran_pokok": ("Angs. Pokok", "Angsuran Pokok", "Pengembalian pokok"),
    "jasa_diterima": ("Jasa", "Jasa Pinjaman", "Bunga pinj."),
    "biaya": ("Biaya", "Pengeluaran", "Biaya Ops"),
    "shu": ("SHU", "SHU TW ini", "Sisa Hasil Usaha"),
    "omzet_usaha": ("Omset", "Omzet Usaha", "Perkiraan omzet"),
    "usaha_ber_nib": ("Ber-NIB", "Usaha yg punya NIB"),
}  # fmt: skip
WAJIB = ("nama_kelompok", "anggota_akhir", "simpanan_pokok", "simpanan_wajib")
LAIN = ("Anggota L", "RT", "Jml Modal", "Keterangan", "Paraf", "No. HP Ketua", "Ketua")

Values = dict[str, dict[str, object]]


@dataclass
class Col:
    """One column: its variable ("" for none), heading, cells by group, unit, style."""

    nama: str
    judul: tuple[str, ...]
    isi: list[object]
    faktor: int = 1
    gaya: str = "angka"

    def text(self, nilai: object) -> object:
        """A cell as this office writes it."""
        if not isinstance(nilai, int | float) or not self.nama:
            return "" if nilai is None else nilai
        besar = nilai / self.faktor
        besar = int(besar) if besar == int(besar) else besar
        if self.gaya == "angka":
            return besar
        teks = f"{besar:,}"
        if self.gaya != "inggris":
            teks = teks.translate(str.maketrans(",.", ".,"))
        rupiah = variables()[self.nama].unit == "Rp"
        return (
            f"Rp {teks},-" if self.gaya == "rp" and rupiah and "," not in teks else teks
        )


@dataclass(frozen=True)
class Office:
    """The habits of one office."""

    kode: str
    urut: int
    baris_judul: int
    kosong_atas: int
    satuan: str  # "judul", "atas" or "" (whole rupiah, not said)
    faktor: int
    gaya: str
    csv: bool
    tempat: str  # "atas", "label", "lembar", "berkas", "kolom"
    waktu: str  # "atas", "label", "lembar", "berkas"
    nomor: bool
    bernomor_kolom: bool
    jumlah: bool
    tanda_tangan: bool
    gabung: bool
    geser: int
    kolom: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def nama(self) -> str:
        """The kelurahan's name."""
        return kelurahan()[self.kode].nama


@dataclass
class Sheet:
    """One sheet before it is written: columns and the rows above."""

    office: Office
    periode: Periode
    kolom: list[Col]
    atas: list[list[object]] = field(default_factory=list)

    def copy(self) -> "Sheet":
        """The same sheet, to be spoilt."""
        kolom = [dataclasses.replace(k, isi=list(k.isi)) for k in self.kolom]
        return Sheet(self.office, self.periode, kolom, [list(b) for b in self.atas])

    def of(self, nama: str) -> Col:
        """The column of a variable."""
        return next(k for k in self.kolom if k.nama == nama)

    @property
    def uang(self) -> list[Col]:
        """The columns of money that hold something."""
        return [
            k
            for k in self.kolom
            if k.nama and variables()[k.nama].unit == "Rp" and any(k.isi)
        ]

    @property
    def file_name(self) -> str:
        """How this office names its file."""
        o, p = self.office, self.periode
        bagian = ["laporan up2k"]
        if o.tempat == "berkas":
            bagian.append(o.nama)
        if o.waktu == "berkas":
            bagian.append(f"TW{p.nomor} {p.tahun}")
        return "_".join(bagian).replace(" ", "_") + (".csv" if o.csv else ".xlsx")

    @property
    def sheet_name(self) -> str:
        """How this office names its sheet."""
        o, p = self.office, self.periode
        if o.waktu == "lembar":
            return f"TW {'I' * p.nomor} {p.tahun}"
        return (
            f"Kel. {o.nama}"
            if o.tempat == "lembar"
            else ("Sheet1", "REKAP")[o.urut % 2]
        )


def _round(rp: float) -> int:
    return int(rp // 500) * 500


def _first(rng: random.Random, awal: int) -> dict[str, object]:
    """A group at the end of the first period."""
    pokok, wajib = awal * 25_000, awal * rng.randrange(20, 90) * 1000
    isi: dict[str, object] = {
        "rw": f"{rng.randrange(1, 12):02d}",
        "bidang_usaha": rng.choice(BIDANG),
        "tingkat": rng.choice(("Pemula", "Madya", "Utama")),
        "anggota_awal": awal, "anggota_masuk": 2, "anggota_keluar": 1,
        "anggota_akhir": awal + 1,
        "simpanan_pokok": pokok, "simpanan_wajib": wajib,
        "simpanan_sukarela": _round(rng.uniform(50, 400) * 1000),
        "iuran_swadaya": _round(rng.uniform(30, 300) * 1000),
        "cadangan": _round(rng.uniform(60, 500) * 1000),
        "hibah_pemerintah": rng.choice((0, 500_000, 1_000_000)),
        "hibah_swasta": rng.choice((0, 0, 750_000)),
        "pinjaman_bank": rng.choice((0, 0, 2_500_000)),
        "pinjaman_bergulir": rng.choice((0, 1_500_000)),
    }  # fmt: skip
    return _closed(rng, isi, None)


def _next(rng: random.Random, lalu: dict[str, object]) -> dict[str, object]:
    """The same group one period later."""

    def grown(nama: str, paling: float) -> int:
        return _round(int(lalu[nama]) * rng.uniform(1.0, 1 + paling))  # type: ignore[call-overload]

    akhir = int(lalu["anggota_akhir"])  # type: ignore[call-overload]
    masuk, keluar = rng.randrange(0, 3), rng.randrange(0, 2)
    isi = dict(lalu) | {
        "anggota_awal": akhir, "anggota_masuk": masuk, "anggota_keluar": keluar,
        "anggota_akhir": akhir + masuk - keluar,
        "simpanan_pokok": int(lalu["simpanan_pokok"]) + (masuk - keluar) * 25_000,  # type: ignore[call-overload]
        "simpanan_wajib": grown("simpanan_wajib", 0.15),
        "simpanan_sukarela": grown("simpanan_sukarela", 0.3),
        "iuran_swadaya": grown("iuran_swadaya", 0.2),
        "cadangan": grown("cadangan", 0.1),
    }  # fmt: skip
    return _closed(rng, isi, lalu)


def _closed(
    rng: random.Random, isi: dict[str, object], lalu: dict[str, object] | None
) -> dict[str, object]:
    """A group's books closed: what it owns is what it owes, and the loans run on."""
    akhir = int(isi["anggota_akhir"])  # type: ignore[call-overload]
    beredar = sum(
        int(isi[n])  # type: ignore[call-overload]
        for n in ("simpanan_pokok", "simpanan_wajib", "iuran_swadaya", "cadangan",
                  "hibah_pemerintah", "hibah_swasta", "pinjaman_bank",
                  "pinjaman_bergulir", "simpanan_sukarela")
    )  # fmt: skip
    belum = _round(rng.uniform(20, 90) * 1000)
    kas = _round(rng.uniform(0.03, 0.06) * beredar)
    bank = _round(rng.uniform(0.10, 0.16) * beredar)
    barang = _round(rng.uniform(0.01, 0.02) * beredar)
    pinjaman = beredar + belum - kas - bank - barang
    sebelum = int(lalu["pinjaman_beredar"]) if lalu else _round(pinjaman * 0.95)  # type: ignore[call-overload]
    salur = max(_round(rng.uniform(0.3, 0.5) * pinjaman), pinjaman - sebelum)
    jasa, biaya = _round(pinjaman * 0.03), _round(rng.uniform(10, 30) * 1000)
    telat = rng.random() < 0.5
    return isi | {
        "anggota_perempuan": akhir, "peminjam_aktif": akhir // 2,
        "shu_belum_dibagi": belum, "kas": kas, "simpanan_di_bank": bank,
        "persediaan": barang, "pinjaman_beredar": pinjaman,
        "pinjaman_disalurkan": salur, "angsuran_pokok": sebelum + salur - pinjaman,
        "tunggakan_1_30": _round(rng.uniform(20, 120) * 1000) if telat else 0,
        "tunggakan_31_90": _round(rng.uniform(20, 60) * 1000) if telat else 0,
        "jasa_diterima": jasa, "biaya": biaya, "shu": jasa - biaya,
        "omzet_usaha": _round(rng.uniform(2, 9) * 1_000_000),
        "usaha_ber_nib": rng.randrange(0, 6),
    }  # fmt: skip


def truth(office: Office) -> tuple[Values, Values]:
    """What the groups of a kelurahan report in the two periods."""
    rng = random.Random(f"{BENIH} nilai {office.kode}")
    nama = rng.sample(NAMA, rng.randrange(3, 8))
    satu: Values = {n: _first(rng, rng.randrange(12, 31)) for n in nama}
    for urut, isi in enumerate(satu.values()):
        isi["tanggal_berdiri"] = f"{urut + 3:02d}/08/{2010 + urut}"
    return satu, {n: _next(rng, isi) for n, isi in satu.items()}


def _headings(rng: random.Random, dua_baris: bool) -> list[tuple[str, tuple[str, ...]]]:
    """The columns of an office: a choice, each in its words, families together."""
    lain = [n for n in JUDUL if n not in WAJIB]
    dipilih = {*WAJIB, *rng.sample(lain, rng.randrange(8, 22))}
    hasil = []
    for nama in (n for n in JUDUL if n in dipilih):
        semua = JUDUL[nama]
        dua = [j for j in semua if isinstance(j, tuple)]
        satu = [j for j in semua if isinstance(j, str)]
        judul = dua[0] if dua and dua_baris else (rng.choice(satu),)
        hasil.append((nama, judul))
    kepala, sisa = hasil[:1], hasil[1:]
    keluarga: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for nama, judul in sisa:
        kunci = judul[0] if len(judul) > 1 else nama
        keluarga.setdefault(kunci, []).append((nama, judul))
    urut = list(keluarga.values())
    rng.shuffle(urut)
    return kepala + [k for satu_ in urut for k in satu_]


def office(urut: int, kode: str) -> Office:
    """The habits of office number `urut`."""
    rng = random.Random(f"{BENIH} kantor {kode}")
    dua_baris = urut % 3 != 0
    berkas_csv = urut % 7 == 6
    satuan = ("", "judul", "", "atas", "")[urut % 5]
    tempat = ("atas", "label", "berkas", "kolom", "lembar")[urut % 5]
    waktu = ("atas", "label", "berkas", "atas", "lembar")[(urut // 2) % 5]
    if berkas_csv or (tempat == "lembar" and waktu == "lembar"):
        tempat = "label" if tempat == "lembar" else tempat
        waktu = "label" if waktu == "lembar" else waktu
    kolom = _headings(rng, dua_baris)
    for lain in rng.sample(LAIN, rng.randrange(0, 4)):
        kolom.insert(rng.randrange(1, len(kolom) + 1), ("", (lain,)))
    return Office(
        kode=kode, urut=urut, baris_judul=2 if dua_baris else 1,
        kosong_atas=rng.randrange(0, 3), satuan=satuan,
        faktor=1000 if satuan else 1,
        gaya="angka" if not berkas_csv and urut % 2 else GAYA[urut % len(GAYA)],
        csv=berkas_csv, tempat=tempat, waktu=waktu, nomor=urut % 4 != 3,
        bernomor_kolom=urut % 3 == 1, jumlah=urut % 4 != 1, tanda_tangan=urut % 3 != 2,
        gabung=not berkas_csv and urut % 2 == 0, geser=urut % 2,
        kolom=tuple(kolom),
    )  # fmt: skip


def offices() -> list[Office]:
    """All 29."""
    return [office(n, kode) for n, kode in enumerate(kelurahan())]


def _other(
    judul: str, office: Office, kelompok: Sequence[dict[str, object]]
) -> list[object]:
    """The cells of a column that is nobody's variable; names are plainly made up."""
    n = len(kelompok)
    if judul == "No. HP Ketua":
        return [f"0812000000{i:02d}" for i in range(n)]
    if judul == "Ketua":
        return [f"Ibu Contoh {i}" for i in range(n)]
    if judul == "Jml Modal":
        return [
            (int(k["simpanan_pokok"]) + int(k["simpanan_wajib"])) // office.faktor  # type: ignore[call-overload]
            for k in kelompok
        ]
    if judul in ("Anggota L", "RT"):
        return [i % 3 for i in range(n)]
    return ["lancar"] * n if judul == "Keterangan" else [""] * n


def sheet(office: Office, ke: int, nilai: Values) -> Sheet:
    """The sheet that an office makes for its period number `ke`."""
    p, kelompok = PERIODE[ke], list(nilai.values())
    kolom: list[Col] = []
    for nama, judul in office.kolom:
        if not nama:
            kolom.append(Col("", judul, _other(judul[0], office, kelompok)))
            continue
        isi = list(nilai) if nama == "nama_kelompok" else [k[nama] for k in kelompok]
        uang = variables()[nama].unit == "Rp"
        if uang and office.satuan == "judul":
            judul = (*judul[:-1], f"{judul[-1]} (Rp.000)")
        kolom.append(Col(nama, judul, isi, office.faktor if uang else 1, office.gaya))
    if office.tempat == "kolom":
        kolom.insert(0, Col("", ("Kelurahan",), [office.nama] * len(kelompok)))
    return Sheet(office, p, kolom, _title(office, p))


def _title(office: Office, p: Periode) -> list[list[object]]:
    romawi = "I" * p.nomor
    judul = "REKAPITULASI KEGIATAN KELOMPOK PKK"
    if office.tempat == "atas":
        kec = kecamatan()[kelurahan()[office.kode].kode_kecamatan].nama
        judul += f" KELURAHAN {office.nama.upper()} KECAMATAN {kec.upper()}"
    if office.waktu == "atas":
        akhir = f"{p.end.day} {('JUNI', 'SEPTEMBER')[p.nomor - 2]} {p.tahun}"
        judul += (f" TRIWULAN {romawi} TAHUN {p.tahun}", f" PER {akhir}")[
            office.urut % 2
        ]
    rows: list[list[object]] = [[judul]]
    if office.tempat == "label":
        rows.append(["Kelurahan", ":", office.nama])
    if office.waktu == "label":
        rows.append(["Periode", ":", f"TW {romawi} / {p.tahun}"])
    if office.satuan == "atas":
        rows.append(["(dalam ribuan rupiah)"])
    return rows + [[] for _ in range(office.kosong_atas)]


@dataclass
class Written:
    """A sheet as bytes, with what an officer knows of it: letters of its columns."""

    nama: str
    data: bytes
    lembar: str
    letak: list[int]


def write(s: Sheet) -> Written:
    """The sheet as the office's file."""
    o = s.office
    rows = [[*[""] * (o.geser if b else 0), *b] for b in s.atas]
    gabung: list[tuple[int, int, int, int]] = []
    awal, kiri = len(rows), o.geser + o.nomor
    tinggi = max(len(k.judul) for k in s.kolom)
    kepala = [[""] * (kiri + len(s.kolom)) for _ in range(tinggi)]
    if o.nomor:
        kepala[0][o.geser] = "No"
    for j, k in enumerate(s.kolom, start=kiri):
        for i, teks in enumerate(k.judul):
            kepala[i][j] = teks
        if tinggi > 1 and len(k.judul) == 1 and o.gabung:
            gabung.append((awal, j, awal + tinggi - 1, j))
    _share_tops(s, kepala, gabung, awal, kiri)
    rows += kepala
    if o.bernomor_kolom:
        rows.append([*[""] * o.geser, *range(1, o.nomor + len(s.kolom) + 1)])
    banyak = len(s.kolom[0].isi)
    for n in range(banyak):
        isi = [k.text(k.isi[n]) for k in s.kolom]
        rows.append([*[""] * o.geser, *([n + 1] if o.nomor else []), *isi])
    if o.jumlah:
        rows.append(_totals(s, kiri))
    if o.tanda_tangan:
        rows += [[], [*[""] * (kiri + 1), "Mengetahui,"],
                 [*[""] * (kiri + 1), "Ketua TP PKK Kelurahan"]]  # fmt: skip
    letak = list(range(kiri, kiri + len(s.kolom)))
    data = _csv(rows) if o.csv else _xlsx(rows, gabung, s.sheet_name)
    return Written(s.file_name, data, "CSV" if o.csv else s.sheet_name, letak)


def _share_tops(
    s: Sheet, kepala: list[list[object]], gabung: list, awal: int, kiri: int
) -> None:
    """Writes a heading above several columns once, merged or not."""
    j = 0
    while j < len(s.kolom):
        sampai = j
        if len(s.kolom[j].judul) > 1:
            while (
                sampai + 1 < len(s.kolom)
                and len(s.kolom[sampai + 1].judul) > 1
                and s.kolom[sampai + 1].judul[0] == s.kolom[j].judul[0]
            ):
                sampai += 1
                kepala[0][kiri + sampai] = ""
        if sampai > j and s.office.gabung:
            gabung.append((awal, kiri + j, awal, kiri + sampai))
        j = sampai + 1


def _totals(s: Sheet, kiri: int) -> list[object]:
    isi: list[object] = [""] * (kiri + len(s.kolom))
    for j, k in enumerate(s.kolom, start=kiri):
        if k.nama and variables()[k.nama].type == "integer":
            isi[j] = k.text(sum(int(v) for v in k.isi if v is not None))  # type: ignore[call-overload]
        elif k.nama == "nama_kelompok":
            isi[j] = "JUMLAH"
    return isi


def _csv(rows: list[list[object]]) -> bytes:
    keluar = io.StringIO()
    csv.writer(keluar, delimiter=";").writerows(rows)
    return keluar.getvalue().encode()


def _xlsx(rows: list[list[object]], gabung: list, lembar: str) -> bytes:
    keluar = io.BytesIO()
    with xlsxwriter.Workbook(keluar) as buku:
        s = buku.add_worksheet(lembar[:31])
        for i, baris in enumerate(rows):
            for j, sel in enumerate(baris):
                if sel != "":
                    s.write(i, j, sel)
        for r0, k0, r1, k1 in gabung:
            if (r0, k0) != (r1, k1):
                s.merge_range(r0, k0, r1, k1, rows[r0][k0])
    return keluar.getvalue()


# ------------------------------------------------------------------ nine ways to spoil
def _two(s: Sheet, rng: random.Random) -> tuple[Col, Col]:
    a, b = rng.sample(s.uang, 2)
    return a, b


def swap_headings(s: Sheet, rng: random.Random) -> None:
    """Two headings change places; the amounts stay."""
    a, b = _two(s, rng)
    a.judul, b.judul = b.judul, a.judul


def swap_contents(s: Sheet, rng: random.Random) -> None:
    """The amounts of two columns change places; the headings stay."""
    a, b = _two(s, rng)
    a.isi, b.isi = b.isi, a.isi


def insert_column(s: Sheet, rng: random.Random) -> None:
    """A new column of amounts stands in the middle."""
    baru = Col("", ("Titipan Arisan",), [50_000] * len(s.kolom[0].isi))
    s.kolom.insert(rng.randrange(1, len(s.kolom)), baru)


def rename_heading(s: Sheet, rng: random.Random) -> None:
    """A heading gets another word."""
    k = rng.choice(s.uang)
    k.judul = (*k.judul[:-1], f"{k.judul[-1]} lama")


def change_unit(s: Sheet, rng: random.Random) -> None:
    """A heading says another unit; the amounts stay."""
    k = rng.choice(s.uang)
    akhir = k.judul[-1].removesuffix(" (Rp.000)")
    lain = "(Rp)" if k.faktor == 1000 else "(Rp.000)"
    k.judul = (*k.judul[:-1], f"{akhir} {lain}")


def multiply(s: Sheet, rng: random.Random) -> None:
    """The amounts of a column are written a thousand times larger."""
    k = rng.choice(s.uang)
    k.isi = [int(v) * 1000 for v in k.isi]  # type: ignore[call-overload]


def delete_column(s: Sheet, rng: random.Random) -> None:
    """A column is gone."""
    s.kolom.remove(rng.choice(s.uang))


def move_header(s: Sheet, rng: random.Random) -> None:
    """The table starts some rows further down."""
    s.atas += [[] for _ in range(rng.randrange(1, 4))]


def change_style(s: Sheet, rng: random.Random) -> None:
    """A column's numbers are typed in another way."""
    k = rng.choice(s.uang)
    k.gaya = rng.choice([g for g in ("indonesia", "inggris", "angka") if g != k.gaya])


MUTATIONS: dict[str, Callable[[Sheet, random.Random], None]] = {
    f.__name__: f
    for f in (
        swap_headings, swap_contents, insert_column, rename_heading, change_unit,
        multiply, delete_column, move_header, change_style,
    )
}  # fmt: skip
