"""The story so far: what sources say of the past, and what was sent in since."""

import datetime as dt
from dataclasses import dataclass

import pandas as pd

from indicators.data import Data
from reference.arsip import KEYAKINAN, arsip, days
from reference.daftar import forms
from reference.tulisan import is_missing, tanggal, waktu

ARSIP, KIRIMAN = "arsip", "kiriman"
JENIS = {
    "lomba": "Lomba",
    "sosialisasi": "Sosialisasi",
    "evaluasi": "Evaluasi",
    "kampanye": "Kampanye",
    "kelembagaan": "Kelembagaan",
    "pembinaan": "Pelatihan dan pendampingan",
}
"""The kinds of moments, by code, in the order in which they are offered."""


@dataclass(frozen=True, slots=True)
class Saat:
    """One moment of the story.

    `kapan` says when as exactly as is known; `asal` is "arsip" (a public source) or
    "kiriman" (a form that was sent in); `sumber` are (name, address), the address ""
    where there is none; `keyakinan` says how sure, in words.
    """

    tanggal: dt.date
    sampai: dt.date | None
    kapan: str
    judul: str
    golongan: str
    kalimat: str
    sumber: tuple[tuple[str, str], ...]
    asal: str
    keyakinan: str
    catatan: str = ""
    contoh: bool = False

    @property
    def sebutan(self) -> str:
        """The title; made-up moments say so."""
        return f"{self.judul} (contoh)" if self.contoh else self.judul


def story(data: Data, hari: dt.date, contoh: bool) -> tuple[Saat, ...]:
    """Every moment that had begun by a day, the oldest first.

    `contoh` says that what was sent in is made up; what the archive holds never is.
    """
    semua = [*_archive(), *_events(data, contoh), *_contests(data, contoh),
             *_campaigns(data, contoh)]  # fmt: skip
    ada = [s for s in semua if s.tanggal <= hari]
    return tuple(sorted(ada, key=lambda s: (s.tanggal, s.judul)))


def frame(saat: tuple[Saat, ...]) -> pd.DataFrame:
    """The moments as a table, numbered from the oldest; `kode_golongan` is the kind."""
    return pd.DataFrame(
        {
            "nomor": list(range(1, len(saat) + 1)),
            "tanggal": pd.to_datetime(pd.Series([s.tanggal for s in saat])),
            "sampai": pd.to_datetime(pd.Series([s.sampai for s in saat])),
            "kode_golongan": [s.golongan for s in saat],
            "kapan": [s.kapan for s in saat],
            "judul": [s.sebutan for s in saat],
            "golongan": [JENIS[s.golongan] for s in saat],
            "kalimat": [s.kalimat for s in saat],
            "sumber": ["; ".join(n for n, _ in s.sumber) for s in saat],
            "alamat": ["; ".join(a for _, a in s.sumber if a) for s in saat],
            "keyakinan": [s.keyakinan for s in saat],
            "catatan": [s.catatan for s in saat],
        }
    )


def _archive() -> list[Saat]:
    return [
        Saat(
            p.tanggal, p.sampai, p.kapan, p.judul, p.golongan, p.kalimat, p.sumber,
            ARSIP, KEYAKINAN[p.keyakinan], p.catatan,
        )
        for p in arsip()
    ]  # fmt: skip


def _sent(baris: pd.Series) -> tuple[tuple[str, str], ...]:
    if is_missing(baris["diterima_pada"]):
        return (("Formulir yang dikirim", ""),)
    return ((f"Formulir yang diterima {waktu(baris['diterima_pada'])}", ""),)


def _said(kalimat: str) -> str:
    return f"{kalimat.rstrip('.')}."


def _events(data: Data, contoh: bool) -> list[Saat]:
    return [
        Saat(
            b["tanggal"].date(), None, tanggal(b["tanggal"].date()), str(b["nama"]),
            "sosialisasi" if b["jenis"] == "sosialisasi" else "pembinaan",
            _event_words(b), _sent(b), KIRIMAN, "menurut penyelenggara", contoh=contoh,
        )
        for _, b in data.acara.dropna(subset="tanggal").iterrows()
    ]  # fmt: skip


def _event_words(b: pd.Series) -> str:
    bagian = [
        _choice("sosialisasi", "jenis", b["jenis"]),
        "" if is_missing(b["tempat"]) else f"di {b['tempat']}",
        "" if is_missing(b["peserta_orang"]) else f"{b['peserta_orang']} peserta",
        "" if is_missing(b["penyelenggara"]) else f"penyelenggara {b['penyelenggara']}",
    ]
    return _said("; ".join(x for x in bagian if x))


def _choice(formulir: str, kepala: str, nilai: object) -> str:
    isian = next(k for k in forms()[formulir].kepala if k.nama == kepala)
    return next((p.label for p in isian.pilihan if p.nilai == nilai), "")


def _contests(data: Data, contoh: bool) -> list[Saat]:
    semua = []
    for _, b in data.penilaian.dropna(subset="tanggal").iterrows():
        n = data.penilaian_nilai
        peserta = n.loc[n["kode_penilaian"] == b["kode_penilaian"], "peserta"].nunique()
        kalimat = _said(f"Penilaian tingkat {b['tingkat']}; {peserta} peserta dinilai")
        hari = b["tanggal"].date()
        semua.append(
            Saat(
                hari, None, tanggal(hari), str(b["nama"]), "evaluasi", kalimat,
                _sent(b), KIRIMAN, "menurut penyelenggara", contoh=contoh,
            )
        )  # fmt: skip
    return semua


def _campaigns(data: Data, contoh: bool) -> list[Saat]:
    return [
        Saat(
            b["mulai"].date(), _day(b["selesai"]), _span(b), str(b["nama"]), "kampanye",
            _said(f"Kampanye {'' if is_missing(b['tagar']) else b['tagar']}".strip()),
            _sent(b), KIRIMAN, "menurut penyelenggara", contoh=contoh,
        )
        for _, b in data.kampanye.dropna(subset="mulai").iterrows()
    ]  # fmt: skip


def _day(hari: pd.Timestamp) -> dt.date | None:
    return None if is_missing(hari) else hari.date()


def _span(b: pd.Series) -> str:
    return days(b["mulai"].date(), _day(b["selesai"]))
