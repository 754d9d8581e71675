"""Which registered group each row of a workbook is, and what is odd about that."""

import difflib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from loaders.bacaan import Bacaan, BarisKelompok
from loaders.record import Pencatat, quote
from reference.periode import Periode
from reference.tulisan import daftar, tanggal
from reference.wilayah import fold as fold_name
from store.context import Registered

MIRIP = 0.85

fold = lru_cache(maxsize=4096)(fold_name)


class Daftar:
    """A kelurahan's registry, held against the groups of one workbook.

    `lalu` are the values that count one period before, by code.
    """

    def __init__(
        self,
        bacaan: Bacaan,
        pencatat: Pencatat,
        terdaftar: Mapping[str, Registered],
        lalu: Mapping[str, Mapping[str, Any]],
    ) -> None:
        self.bacaan = bacaan
        self.pencatat = pencatat
        self.periode = Periode.parse(str(bacaan.periode))
        self.terdaftar = terdaftar
        self.lalu = lalu
        self.senama: dict[str, list[str]] = {}
        for g in terdaftar.values():
            self.senama.setdefault(fold(g.nama), []).append(g.kode)

    def _note(self, jenis: str, g: BarisKelompok, kalimat: str) -> None:
        self.pencatat.about(jenis, self.bacaan, g, kalimat)

    def codes(self, kode_dulu: Mapping[str, str]) -> list[str | None]:
        """The registered code of each group of the workbook, None for a new one.

        `kode_dulu` are the codes that an earlier reading of the same file gave, by
        name.
        """
        dulu = {fold(nama): kode for nama, kode in kode_dulu.items()}
        return [self._code(g, dulu) for g in self.bacaan.kelompok]

    def _code(self, g: BarisKelompok, dulu: Mapping[str, str]) -> str | None:
        """The registered code of a group: as written, else by its exact name."""
        kunci = fold(g.nama)
        senama = self.senama.get(kunci, [])
        kode = g.kode or dulu.get(kunci) or (senama[0] if len(senama) == 1 else "")
        return kode if kode in self.terdaftar else None

    def twice(self, isi: Iterable[tuple[BarisKelompok, str | None]]) -> None:
        """Rows that turn out to be one group, once written by code, once by name."""
        per: dict[str, list[BarisKelompok]] = {}
        for g, k in isi:
            per.setdefault(k or g.sebutan, []).append(g)
        for kode, rows in per.items():
            if len({g.sebutan for g in rows}) > 1:
                nama = daftar([quote(g.nama) for g in rows])
                for g in rows:
                    self._note(
                        "kelompok_ganda", g, f"{nama} adalah satu kelompok, {kode}"
                    )

    def who(self, g: BarisKelompok, kode: str | None) -> None:
        """What is to be said of who a group is."""
        if kode is None:
            self._unknown(g)
        else:
            self._known(g, self.terdaftar[kode])

    def _unknown(self, g: BarisKelompok) -> None:
        """What is to be said of a group that the registry does not know."""
        senama = self.senama.get(fold(g.nama), [])
        if g.kode:
            pesan = f"kode {g.kode} ({g.nama}) belum pernah diberikan oleh aplikasi"
            self._note("kode_belum_terdaftar", g, pesan)
        elif len(senama) > 1:
            pesan = f"{quote(g.nama)} adalah nama kelompok {daftar(senama)}"
            self._note("nama_rancu", g, pesan)
        else:
            self._note(
                "kelompok_baru", g, f"{quote(g.nama)} belum ada di daftar kelompok"
            )
            self._alike(g)

    def _alike(self, g: BarisKelompok) -> None:
        dekat = difflib.get_close_matches(fold(g.nama), self.senama, n=1, cutoff=MIRIP)
        for kode in self.senama[dekat[0]] if dekat else ():
            nama = self.terdaftar[kode].nama
            pesan = f"{quote(g.nama)} mirip dengan {quote(nama)} ({kode})"
            self._note("nama_mirip", g, pesan)

    def _known(self, g: BarisKelompok, d: Registered) -> None:
        """What is odd about who a registered group says it is."""
        nama = self.lalu.get(d.kode, {}).get("nama_kelompok") or d.nama
        if not g.kode:
            pesan = f"{quote(g.nama)} tanpa kode dikenali sebagai {d.kode}"
            self._note("dikenali_dari_nama", g, pesan)
        elif nama and fold(nama) != fold(g.nama):
            pesan = f"{d.kode} sebelumnya bernama {quote(nama)}, kini {quote(g.nama)}"
            self._note("nama_berganti", g, pesan)
        if d.tutup and d.tutup < self.periode.start:
            pesan = f"{d.nama} ({d.kode}) sudah ditutup sejak {tanggal(d.tutup)}"
            self._note("kelompok_sudah_tutup", g, pesan)

    def left_out(self, ada: set[str]) -> None:
        """The groups that were open in the period and are not in the workbook."""
        kosong = {
            t.kelompok for t in self.bacaan.temuan if t.jenis == "kelompok_kosong"
        }
        for d in self.terdaftar.values():
            if d.kode in ada or kosong & {d.kode, d.nama} or not d.periode_pertama:
                continue
            belum_ada = Periode.parse(d.periode_pertama) > self.periode
            if not belum_ada and (d.tutup is None or d.tutup >= self.periode.start):
                self.pencatat.catat(
                    "kelompok_tidak_dilaporkan",
                    f"{d.nama} ({d.kode}) tidak ada di kiriman ini",
                    kelompok=d.kode,
                    alasan=self.bacaan.catatan_kelurahan,
                )
