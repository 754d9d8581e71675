"""The text that goes with a report, all reports in one file, and the tables behind."""

import io
import zipfile

import openpyxl
import pytest

from indicators.compute import compute
from reference.wilayah import kelurahan
from reports.rapor import lampiran_xlsx, rapor_all, rapor_text
from tests import city
from tests.test_rapor import konteks, renamed

TERPANJANG = 700


def sheet(isi: bytes, nama: str) -> list[dict[str, object]]:
    lembar = openpyxl.load_workbook(io.BytesIO(isi))[nama]
    kepala, *baris = list(lembar.iter_rows(min_row=4, values_only=True))
    return [dict(zip(map(str, kepala), b, strict=True)) for b in baris]


def test_the_text_thanks_and_asks_for_two_things() -> None:
    teks = rapor_text(konteks(city.city(), city.KEBONSARI_KULON))
    assert teks.startswith("*CONTOH, bukan data sebenarnya*\n\nYth. Ibu ")
    assert "Kelurahan Kebonsari Kulon" in teks
    assert "Terima kasih, laporannya kami terima tepat waktu." in teks
    assert "\n1. " in teks
    assert "\n2. " in teks
    assert "15 Januari 2027" in teks
    assert "2 dari 2 kelompok melapor" in teks
    nyata = rapor_text(konteks(city.city(), city.KEBONSARI_KULON, contoh=False))
    assert "CONTOH" not in nyata


@pytest.mark.parametrize("kode", list(kelurahan()))
def test_every_text_fits(kode: str) -> None:
    assert len(rapor_text(konteks(city.full_city(), kode))) <= TERPANJANG


def test_no_name_marks_the_text_up_or_makes_it_long() -> None:
    nama = "*Sumber*_Rejeki_~Makmur~`Abadi` Sejahtera Selalu Bersama Kita"
    biasa = rapor_text(konteks(city.city(), city.KEBONSARI_KULON))
    teks = rapor_text(konteks(renamed(city.city(), nama, 9), city.KEBONSARI_KULON))
    assert len(teks) <= TERPANJANG
    for tanda in "*_~`":
        assert teks.count(tanda) == biasa.count(tanda)


def test_without_a_report_the_text_is_kind() -> None:
    data = city.without(city.city(), "c1", city.KINI)
    teks = rapor_text(konteks(data, city.PILANG))
    assert "Belum ada laporan Kelurahan Pilang" in teks
    assert "dengan senang hati kami bantu" in teks
    assert "tepat waktu" not in teks


def test_all_kelurahan_in_one_file_each_with_three() -> None:
    kode = list(kelurahan())
    maju = []
    isi = rapor_all(
        konteks(city.full_city(), city.KOTA), kode, lambda *a: maju.append(a)
    )
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        nama = arsip.namelist()
        assert len(nama) == len(set(nama)) == 29 * 3
        assert {i.date_time for i in arsip.infolist()} == {(2026, 10, 25, 0, 0, 0)}
        assert "contoh_rapor_kelurahan_pilang_2026-T3.pdf" in nama
        assert arsip.read(nama[0]).startswith(b"%PDF")
    assert [m[:2] for m in maju] == [(i, 29) for i in range(1, 30)]
    assert maju[0][2] == kelurahan()[kode[0]].nama


def test_the_tables_hold_the_apps_own_values() -> None:
    k = konteks(city.full_city(), city.KOTA)
    isi = lampiran_xlsx(k)
    per = {b["Wilayah"]: b for b in sheet(isi, "Per kelurahan")}
    for u in ("modal_up2k", "anggota", "rasio_tunggakan_pct"):
        i = k.indicator(u)
        judul = f"{i.label} ({i.unit})"
        nilai = compute(i, k.data, k.periode, "kelurahan")
        for kode, tempat in kelurahan().items():
            assert per[tempat.nama][judul] == pytest.approx(nilai.at[kode, "value"])
            assert (
                per[tempat.nama][f"{i.label}: dilaporkan"] == nilai.at[kode, "n_lapor"]
            )
    assert len(per) == 29
    assert len(sheet(isi, "Per kecamatan")) == 5
    assert len(sheet(isi, "Per kelompok")) == 29 * 4
    buku = openpyxl.load_workbook(io.BytesIO(isi))
    kata = " ".join(str(s.value) for b in buku["Keterangan"].iter_rows() for s in b)
    assert "CONTOH, bukan data sebenarnya" in kata


def test_what_was_not_reported_is_an_empty_cell() -> None:
    baris = sheet(lampiran_xlsx(konteks(city.city(), city.KOTA)), "Per kelompok")
    anggrek = next(b for b in baris if b["Kelompok"] == "Anggrek")
    assert anggrek["Modal UP2K (Rp)"] is None
    assert anggrek["Melapor"] == "belum"
    melati = next(b for b in baris if b["Kelompok"] == "Melati")
    assert melati["Modal UP2K (Rp)"] == 750_000
    assert melati["Tingkat"] == "Madya"


def test_the_public_gets_no_table_of_groups() -> None:
    isi = lampiran_xlsx(konteks(city.city(), city.KOTA, "umum"))
    assert "Per kelompok" not in openpyxl.load_workbook(io.BytesIO(isi)).sheetnames
