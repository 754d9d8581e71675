"""A received file as a whole: who brought it, and what the store says of it."""

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from sqlalchemy import Connection

from checks.temuan import Temuan
from loaders.bacaan import Bacaan
from loaders.bantuan import TANPA_BANTUAN, Sel
from loaders.filing import Alasan
from loaders.record import Pencatat
from reference.daftar import forms
from reference.periode import Periode
from reference.tulisan import daftar, waktu
from reference.wilayah import nama_wilayah
from store.context import closed_since
from store.earlier import Earlier, newest_taken
from store.moments import NOW
from store.writing import NewSubmission

_BERKAS_EXCEL = (".xlsx", ".xlsm")


@dataclass(frozen=True, slots=True, kw_only=True)
class Berkas:
    """A received file, what was read from it, who brought it and when.

    `bersih` are the bytes to keep, without personal cells; None for a file that is
    none of our forms. `contoh` says that it comes to the sample city's store;
    `perbaikan` are the cells mended on screen, `tumpukan` the batch it comes with.
    `putaran` says what the sender finished since the round before; `mengatur` that the
    sender may change rules.
    """

    nama: str
    data: bytes
    sha256: str
    bersih: bytes | None
    bacaan: Bacaan
    oleh: str
    saat: dt.datetime
    contoh: bool
    alasan: Alasan
    perbaikan: Mapping[Sel, str]
    tumpukan: str | None = None
    putaran: str = ""
    mengatur: bool = True

    def submission(self, menggantikan: int | None = None) -> NewSubmission:
        """The file as the store takes it in."""
        nama, sha = PurePath(self.nama), None
        if self.bersih is not None:
            sama = self.bersih is self.data
            sha = self.sha256 if sama else hashlib.sha256(self.bersih).hexdigest()
            if not sama and nama.suffix.lower() not in _BERKAS_EXCEL:
                nama = nama.with_name(f"{nama.name}.xlsx")
        return NewSubmission(
            nama_berkas=self.nama,
            nama_disimpan=nama.name,
            ukuran=len(self.data),
            sha256_diterima=self.sha256,
            sha256_disimpan=sha,
            isi=self.bersih,
            diterima_pada=self.saat,
            oleh=self.oleh,
            contoh=self.contoh,
            menggantikan=menggantikan,
        )


def one_finding(jenis: str, kalimat: str) -> tuple[Temuan, ...]:
    """A finding about a file as a whole."""
    pencatat = Pencatat()
    pencatat.catat(jenis, kalimat)
    return tuple(pencatat.temuan)


def closed_period(
    conn: Connection, periode: str, batas: str = NOW
) -> tuple[Temuan, ...]:
    """The finding that a period was closed at a moment (now), if it was."""
    sejak = closed_since(conn, periode, batas)
    if sejak is None:
        return ()
    label = Periode.parse(periode).label
    return one_finding("periode_ditutup", f"{label} sudah ditutup sejak {waktu(sejak)}")


def current(
    conn: Connection,
    dulu: Sequence[Earlier],
    perbaikan: Mapping[Sel, str] = TANPA_BANTUAN.perbaikan,
) -> Earlier | None:
    """Which of the submissions with the same bytes is the newest for its period.

    The same bytes with other cells mended on screen are not the same.
    """
    for lama in dulu:
        if lama.dibatalkan or lama.perbaikan != perbaikan:
            continue
        if lama.keadaan != "ditolak" and lama.kode_wilayah and lama.periode:
            terbaru = newest_taken(
                conn, lama.kode_wilayah, lama.periode, golongan=lama.golongan,
                hal=lama.hal,
            )  # fmt: skip
            if terbaru and terbaru[0] == lama.kiriman_id:
                return lama
    return None


def from_here(e: Earlier, bacaan: Bacaan) -> bool:
    """Whether an earlier submission of the same bytes was not of another kelurahan."""
    return not (e.kode_wilayah and bacaan.kode_wilayah) or (
        e.kode_wilayah == bacaan.kode_wilayah
    )


def same_elsewhere(dulu: Sequence[Earlier], bacaan: Bacaan) -> tuple[Temuan, ...]:
    """The finding that another kelurahan handed in the same bytes, if one did."""
    for e in dulu:
        taken = e.keadaan != "ditolak" and not e.dibatalkan and e.kode_wilayah
        if taken and not from_here(e, bacaan):
            kalimat = (
                "berkas ini sama persis dengan yang diterima dari "
                f"{nama_wilayah(str(e.kode_wilayah))} {waktu(e.diterima_pada)}; "
                "mungkin memang sama"
            )
            return one_finding("berkas_sama_dua_kelurahan", kalimat)
    return ()


def _without(lama: Earlier, hilang: Sequence[Sel]) -> str:
    sel = daftar([f"{lembar} › {alamat}" for lembar, alamat in hilang], 5)
    kapan = waktu(lama.diterima_pada)
    return f"berkas ini diterima {kapan} dengan perbaikan di layar pada sel {sel}"


def on_the_file(
    conn: Connection, b: Berkas, dulu: Sequence[Earlier]
) -> tuple[Temuan, ...]:
    """What the store says about a file as a whole; `dulu` held the same bytes."""
    if b.bacaan.contoh and not b.contoh:
        return one_finding(
            "contoh_ditolak",
            "formulir bertanda CONTOH tidak dapat masuk ke data sebenarnya",
        )
    if b.bacaan.acuan and not b.mengatur:
        return one_finding(
            "acuan_hanya_koordinator", "berkas ini mengubah aturan dan anggapan"
        )
    if not (b.bacaan.kode_wilayah and b.bacaan.periode):
        return ()
    tutup = closed_period(conn, b.bacaan.periode) if b.bacaan.berperiode else ()
    diterima = [e for e in dulu if e.keadaan != "ditolak" and not e.dibatalkan]
    terbaru = newest_taken(
        conn, b.bacaan.kode_wilayah, b.bacaan.periode, golongan=b.bacaan.golongan,
        hal=b.bacaan.hal,
    )  # fmt: skip
    if terbaru and (sama := [e for e in diterima if e.kiriman_id == terbaru[0]]):
        if hilang := sorted(set(sama[0].perbaikan) - set(b.perbaikan)):
            return tutup + one_finding("perbaikan_hilang", _without(sama[0], hilang))
    elif diterima:
        kapan = waktu(diterima[-1].diterima_pada)
        kalimat = (
            f"berkas ini pernah diterima {kapan} dan sudah digantikan yang lebih baru"
        )
        return tutup + one_finding("berkas_lama", kalimat)
    if not diterima and any(e.dibatalkan and e.perbaikan == b.perbaikan for e in dulu):
        kalimat = "berkas ini pernah diterima lalu dibatalkan"
        return tutup + one_finding("pernah_dibatalkan", kalimat)
    if terbaru and terbaru[1] > b.saat:
        kalimat = (
            f"kiriman yang diterima {waktu(terbaru[1])} lebih baru dan tetap berlaku"
        )
        return tutup + one_finding("lebih_baru_sudah_ada", kalimat)
    if terbaru and not b.bacaan.acuan:
        kalimat = f"menggantikan kiriman yang diterima {waktu(terbaru[1])}"
        kalimat += _goes_on(b.bacaan)
        return tutup + one_finding("menggantikan", kalimat)
    return tutup


def _goes_on(bacaan: Bacaan) -> str:
    """What of the submission before goes on counting beside the new one."""
    sebagian = bacaan.daftar and not forms()[bacaan.golongan].menimpa
    if bacaan.golongan == "tindakan" or sebagian:
        return f"; {bacaan.satuan} yang tidak ada di berkas ini tetap berlaku"
    return ""
