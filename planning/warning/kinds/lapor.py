"""Kelurahan that used to report and whose report is overdue."""

import datetime as dt
from collections.abc import Iterator

import pandas as pd

from indicators.places import places
from indicators.punctuality import first_received
from planning.warning.history import Riwayat
from planning.warning.tanda import Jenis, Tanda
from reference.acuan import Butir
from reference.periode import Periode
from reference.tulisan import daftar, tanggal


def cari(r: Riwayat, aturan: Butir) -> Iterator[Tanda]:
    """Overdue for some days, though most of the periods before were reported."""
    lewat = dt.timedelta(days=int(aturan["batas"]))
    tempo = [p for p in r.periodes if p.deadline + lewat < r.pada]
    if not tempo:
        return
    lapor = {p: _received(r, p) for p in tempo}
    ditolak, berjalan = _rejected(r, tempo[-1]), set(r.index.str[:13])
    if not lapor[tempo[-1]]:
        return
    for kode in places("kelurahan"):
        kosong = [p for p in tempo if kode not in lapor[p]]
        putus = _unbroken(kosong, tempo)
        sebelum = tempo[: len(tempo) - len(putus)][-int(aturan["laporan"]) :]
        masuk = [p for p in sebelum if kode in lapor[p]]
        cukup = len(masuk) >= aturan["paling_sedikit"]
        lama = len(putus) > aturan["laporan"]
        if putus and cukup and not lama and kode in berjalan and kode not in ditolak:
            yield _sign(r, kode, putus, masuk, sebelum, aturan)


def _received(r: Riwayat, periode: Periode) -> set[str]:
    """The kelurahan whose report had come by the day."""
    hari = first_received(r.data, periode)
    return set(hari.index[hari <= pd.Timestamp(r.pada)])


def _rejected(r: Riwayat, periode: Periode) -> set[str]:
    """The kelurahan that sent something for the period, though it was not taken."""
    k = r.data.kiriman
    milik = k[(k["periode"] == str(periode)) & (k["keadaan"] == "ditolak")]
    return set(milik["kode_wilayah"])


def _unbroken(kosong: list[Periode], tempo: list[Periode]) -> list[Periode]:
    """The run of missing periods that ends with the newest one due."""
    hasil: list[Periode] = []
    for p in reversed(tempo):
        if p not in kosong:
            break
        hasil.insert(0, p)
    return hasil


def _sign(
    r: Riwayat,
    kode: str,
    putus: list[Periode],
    masuk: list[Periode],
    sebelum: list[Periode],
    aturan: Butir,
) -> Tanda:
    hari = (r.pada - putus[0].deadline).days
    kata = (
        f"laporan {daftar([p.label for p in putus])} belum kami terima (batas lapor "
        f"{tanggal(putus[0].deadline)}, lewat {hari} hari); sebelumnya lapor "
        f"{len(masuk)} dari {len(sebelum)} periode"
    )
    bukti = tuple((str(p), "laporan", 1.0) for p in masuk)
    gawat = 2 if hari >= aturan["batas_gawat"] else 1
    return Tanda(kode, putus[0], float(len(masuk)), 0.0, kata, bukti, gawat)


JENIS = Jenis("lapor", 4, "kelurahan", "periode", "tingkat_pelaporan_pct", cari)
