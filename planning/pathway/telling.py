"""An explanation as lines of text, for a terminal."""

from collections.abc import Iterator
from typing import Any

from reference.kosakata import variables
from reference.periode import Periode
from reference.syarat import langkah
from reference.tulisan import bernilai, tanggal
from reference.tulisan import daftar as sentence_list

CONTOH = "CONTOH: kelompok dan angka ini dibuat-buat, bukan data sebenarnya."
_SUMBU = {"tingkat": "TINGKAT", "tahap": "TAHAP"}
_USULAN = " [usulan]"
_KEWAJIBAN = "kewajiban"
Isi = dict[str, Any]


def lines(isi: Isi, hari: Any, *, contoh: bool) -> Iterator[str]:  # noqa: ANN401
    """The explanation (of `explained.explain`) of a day, line by line."""
    if contoh:
        yield CONTOH
    yield (
        f"{isi['nama_kelompok']} ({isi['kode_kelompok']}), Kelurahan "
        f"{isi['kelurahan']}, per {tanggal(hari)}."
    )
    for sumbu, judul in _SUMBU.items():
        yield ""
        yield from _standing(isi[sumbu], judul)
        yield f"Kapan naik? {isi['kapan'][sumbu]['kalimat']}"
    yield ""
    yield "JALAN KE KOPERASI"
    yield isi["jalan_kalimat"]
    for j in isi["jalan"]:
        yield from _way(j)
    yield ""
    yield (
        "[usulan] = belum ada sumber resmi, atau belum dikonfirmasi; dapat diubah "
        "Pokja II."
    )


def _standing(isi: Isi, judul: str) -> Iterator[str]:
    dari = f", dari laporan {_period(isi['periode'])}" if isi["periode"] else ""
    yield judul
    yield f"Dilaporkan: {isi['dilaporkan_label']}."
    usul = _USULAN if isi["usulan"] else ""
    yield f"Menurut aturan: {isi['menurut_aturan_label']}{dari}.{usul}"
    yield isi["alasan"]
    if lalu := isi["sebelumnya"]:
        yield (
            f"Menurut laporan terakhirnya, {_period(lalu['periode'])}: "
            f"{lalu['menurut_aturan_label']}. {lalu['alasan']}"
        )
        isi = lalu
    if isi["periode"]:
        for s in _near(isi):
            yield from _requirement(s)


def _near(isi: Isi) -> list[Isi]:
    """The requirements up to the rung that comes next."""
    jenjang = list(dict.fromkeys(s["golongan"] for s in isi["syarat"]))
    di = jenjang.index(isi["menurut_aturan"]) + 1 if isi["menurut_aturan"] else 0
    return [s for s in isi["syarat"] if s["golongan"] in jenjang[: di + 1]]


def _requirement(s: Isi) -> Iterator[str]:
    tanda = s["keadaan"].partition(" ")[0]
    usul = _USULAN if s["usulan"] else ""
    golongan = s["golongan"].replace("_", "-")
    yield f"  {tanda} [{golongan}] {s['kalimat']} ({s['sumber']}){usul}"
    for c in s["sel"]:
        yield (
            f"      {c['berkas']} › {c['lembar']} › {c['sel']}: "
            f"{_written(c['variabel'], c['nilai'])}"
        )


def _written(variabel: str, nilai: Any) -> str:  # noqa: ANN401
    awalan, _, kode = variabel.partition(":")
    if awalan == "langkah" and kode:
        return f"{langkah()[kode].singkat} = {nilai or 'belum dilaporkan'}"
    v = variables()[variabel]
    teks = nilai if isinstance(nilai, str) else bernilai(nilai, v.unit)
    return f"{v.label} = {teks}"


def _way(j: Isi) -> Iterator[str]:
    usul = _USULAN if j["usulan"] else ""
    yield f"  {j['keadaan']}: {j['label']} ({j['sumber']}){usul}"
    if j["bersama"]:
        yield f"      bersama {sentence_list(j['bersama'])}"
    if j["penghalang"]:
        yield f"      penghalang: {j['penghalang']}"
    for s in j["syarat"]:
        if s["keadaan"][0] != "✓" and s["golongan"] != _KEWAJIBAN:
            usul = _USULAN if s["usulan"] else ""
            yield f"      {s['keadaan'][0]} {s['kalimat']}{usul}"
    wajib = [s["label"] for s in j["syarat"] if s["golongan"] == _KEWAJIBAN]
    if wajib:
        yield f"      sesudahnya: {'; '.join(wajib)}"


def _period(kode: str) -> str:
    return Periode.parse(kode).label
