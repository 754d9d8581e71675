"""The codes of actions: kept where a row means a known one, else the next number."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence

from loaders.bacaan import BarisDaftar
from loaders.record import quote
from reference.periode import Periode
from reference.tindakan import code_number, new_code
from reference.tulisan import daftar
from reference.wilayah import fold
from store.register import KnownAction

Kunci = tuple[str, str, str, str]
Catat = Callable[..., None]
_SEBUT = 6


def _key(nilai: Mapping[str, object]) -> Kunci:
    """What makes an action the same without a code: for whom, what, and when."""
    hari = nilai["tanggal_rencana"]
    return (
        str(nilai["kode_kelompok"] or nilai["kode_wilayah"]),
        str(nilai["jenis"]),
        hari.isoformat() if isinstance(hari, dt.date) else "",
        fold(str(nilai["uraian"] or "")),
    )


class PemberiKode:
    """Gives every row its code.

    A row without one is the known action for the same group (or kelurahan), of the
    same kind, planned for the same day with the same description; so a register that
    is handed in again adds nothing. `dulu` are codes given before, by row.
    """

    def __init__(
        self,
        dikenal: Mapping[str, KnownAction],
        dulu: Mapping[int, str],
        catat: Catat,
        periode: str,
    ) -> None:
        self.dikenal = dikenal
        self.dulu = dulu
        self.catat = catat
        self.tahun = Periode.parse(periode).tahun
        self.bebas: dict[Kunci, list[str]] = {}
        for a in dikenal.values():
            kunci = (
                a.kode_kelompok or a.kode_wilayah, a.jenis, a.tanggal_rencana,
                fold(a.uraian),
            )  # fmt: skip
            self.bebas.setdefault(kunci, []).append(a.kode)

    def give(self, rows: Sequence[BarisDaftar]) -> None:
        """Puts a code into each row; says which are new and what is doubtful."""
        for b in rows:
            if b.nilai["kode_tindakan"]:
                self._check(b)
        terpakai = {b.nilai["kode_tindakan"] for b in rows}
        terakhir = self._last_numbers(terpakai)
        baru = []
        for b in rows:
            if b.nilai["kode_tindakan"]:
                continue
            kode = self.dulu.get(b.baris) or self._same(b, terpakai)
            if kode is None:
                kode = self._next(b, terakhir)
                baru.append(b)
            b.nilai["kode_tindakan"] = kode
            terpakai.add(kode)
        self._twins(rows)
        self._tell(baru)

    def _check(self, b: BarisDaftar) -> None:
        """A code that stood for another group is no longer the same action."""
        kode = b.nilai["kode_tindakan"]
        lama = self.dikenal.get(kode)
        if lama is None:
            return
        dulu = lama.kode_kelompok or lama.kode_wilayah
        kini = b.nilai["kode_kelompok"] or b.nilai["kode_wilayah"]
        if dulu != kini:
            self.catat(
                b, "tindakan_berganti_sasaran",
                f"tindakan {quote(kode)} sebelumnya untuk {dulu}, kini untuk {kini}",
                "kode_tindakan", ditemukan=kini, diharapkan=dulu,
            )  # fmt: skip

    def _same(self, b: BarisDaftar, terpakai: set[str]) -> str | None:
        calon = self.bebas.get(_key(b.nilai), [])
        return next((k for k in calon if k not in terpakai), None)

    def _last_numbers(self, terpakai: set[str]) -> dict[int, int]:
        hasil: dict[int, int] = {}
        for kode in (*self.dikenal, *terpakai, *self.dulu.values()):
            if nomor := code_number(kode):
                hasil[nomor[0]] = max(hasil.get(nomor[0], 0), nomor[1])
        return hasil

    def _next(self, b: BarisDaftar, terakhir: dict[int, int]) -> str:
        hari = b.nilai["tanggal_rencana"] or b.nilai["tanggal_selesai"]
        tahun = hari.year if isinstance(hari, dt.date) else self.tahun
        terakhir[tahun] = terakhir.get(tahun, 0) + 1
        return new_code(tahun, terakhir[tahun])

    def _twins(self, rows: Sequence[BarisDaftar]) -> None:
        per: dict[Kunci, list[BarisDaftar]] = {}
        for b in rows:
            per.setdefault(_key(b.nilai), []).append(b)
        for kembar in per.values():
            if len(kembar) > 1:
                sel = tuple(b.sel["jenis"] for b in kembar[1:])
                self.catat(
                    kembar[0], "tindakan_kembar",
                    f"{len(kembar)} baris sama: sasaran, jenis, tanggal rencana, dan "
                    "uraiannya", "jenis", sel_lain=sel,
                )  # fmt: skip

    def _tell(self, baru: Sequence[BarisDaftar]) -> None:
        if baru:
            kode = daftar([b.nilai["kode_tindakan"] for b in baru], _SEBUT)
            sel = tuple(
                b.sel["kode_tindakan"] for b in baru if "kode_tindakan" in b.sel
            )
            self.catat(
                baru[0], "kode_tindakan_baru",
                f"{len(baru)} tindakan baru diberi kode {kode}", "kode_tindakan",
                sel_lain=sel[1:], ditemukan=kode,
            )  # fmt: skip
