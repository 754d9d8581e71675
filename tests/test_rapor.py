"""Reports on paper: their words against hand arithmetic, one page whatever comes.

In 2026-T3 four of five groups reported (b2 did not); `city.py` draws their numbers.
"""

import datetime as dt
import re
import struct
import subprocess
from pathlib import Path

import pandas as pd
import pytest

from indicators.compute import compute
from indicators.data import Data
from reference.boundaries import usable_boundaries
from reference.tulisan import bernilai
from reference.wilayah import kelurahan
from reports.context import Konteks
from reports.rapor import rapor_pdf, rapor_png, rapor_text
from reports.rapor.content import UKURAN, report
from tests import city

HARI = dt.date(2026, 10, 25)
JAHAT = ("#let x = 1", "*tebal* _miring_ $x^2$", "@acuan <label> \\ #panic()")


def konteks(
    data: Data, wilayah: str, siapa: str = "koordinator", contoh: bool = True
) -> Konteks:
    batas = usable_boundaries()[0]
    return Konteks(data, city.KINI, city.LALU, wilayah, HARI, contoh, siapa, batas)


def saved(tmp_path: Path, isi: bytes) -> Path:
    berkas = tmp_path / "rapor.pdf"
    berkas.write_bytes(isi)
    return berkas


def words(tmp_path: Path, isi: bytes) -> str:
    perintah = ["pdftotext", "-layout", str(saved(tmp_path, isi)), "-"]
    return subprocess.run(perintah, capture_output=True, check=True, text=True).stdout


def pages(tmp_path: Path, isi: bytes) -> int:
    perintah = ["pdfinfo", str(saved(tmp_path, isi))]
    keluar = subprocess.run(perintah, capture_output=True, check=True, text=True).stdout
    cocok = re.search(r"Pages:\s+(\d+)", keluar)
    assert cocok
    return int(cocok[1])


def row(teks: str, *sel: str) -> bool:
    """Whether a line of a table holds these cells, in this order."""
    return re.search(r"\s+".join(re.escape(s) for s in sel), teks) is not None


def renamed(data: Data, nama: str, banyak: int = 0) -> Data:
    """The city with other names, and so many groups more in Kebonsari Kulon."""
    daftar = city.frame(
        "kelompok",
        [
            {"kode_kelompok": f"{city.KEBONSARI_KULON}-{i:02d}", "nama_kelompok": nama,
             "kode_wilayah": city.KEBONSARI_KULON, "kode_kecamatan": city.KANIGARAN,
             "periode_pertama": "2026-T3"}
            for i in range(10, 10 + banyak)
        ],
    )  # fmt: skip
    semua = data.kelompok.assign(nama_kelompok=nama)
    if banyak:
        semua = pd.concat([semua, daftar], ignore_index=True)
    return city.changed(data, kelompok=semua)


def test_a_kelurahan_stands_beside_its_kecamatan_and_the_city(tmp_path: Path) -> None:
    # modal: a1 750 + a2 300; Kanigaran + b1 1100; city + c1 100 (thousand rupiah);
    # a1 alone reported both periods: 710 then, 750 now. Members 22 + 10, + 13, + 5.
    teks = words(tmp_path, rapor_pdf(konteks(city.city(), city.KEBONSARI_KULON)))
    assert row(teks, "Modal UP2K", "Rp 1.050.000", "+Rp 40.000", "Rp 2.150.000",
               "Rp 2.250.000", "2 dari 2")  # fmt: skip
    assert row(teks, "Anggota", "32 orang", "+2 orang", "45 orang", "50 orang")
    assert row(teks, "Tingkat pelaporan", "100,0 %", "+50,0 poin", "75,0 %", "80,0 %")
    # 2.150 ÷ 45 and 2.250 ÷ 50; of a1 750 ÷ 22 now, 710 ÷ 20 then
    assert row(teks, "-Rp 1.409", "Rp 47.778", "Rp 45.000")
    assert row(teks, "Melati", "M · Madya", "22", "Rp 750.000")
    assert row(teks, "Mawar", "P · Pemula", "10", "Rp 300.000")


def test_it_carries_the_stamp_and_says_that_it_is_a_sample(tmp_path: Path) -> None:
    contoh = words(tmp_path, rapor_pdf(konteks(city.city(), city.KEBONSARI_KULON)))
    assert "CONTOH – bukan data sebenarnya" in contoh
    cap = "Triwulan III 2026 · Kelurahan Kebonsari Kulon · 2 dari 2 kelompok melapor"
    assert cap in contoh
    assert "25 Oktober 2026" in contoh
    nyata = konteks(city.city(), city.KEBONSARI_KULON, contoh=False)
    assert "CONTOH" not in words(tmp_path, rapor_pdf(nyata))


def test_the_next_report_is_awaited_with_a_limit_marked_as_proposed() -> None:
    r = report(konteks(city.city(), city.KEBONSARI_KULON))
    assert r.tenggat == (
        "Laporan Triwulan IV 2026 dinanti paling lambat 15 Januari 2027 (batas usulan)."
    )
    assert len(r.berikut) == 2
    # the first report came on 10 October, five days before the limit; a1 rose
    assert r.baik[:3] == (
        "Laporan Triwulan III 2026 diterima tepat waktu.",
        "Semua 2 kelompok sudah melapor.",
        "1 kelompok melaporkan naik tingkat.",
    )


@pytest.mark.parametrize("kode", list(kelurahan()))
def test_every_kelurahan_gets_one_page_with_its_own_numbers_alone(
    kode: str, tmp_path: Path
) -> None:
    k = konteks(city.full_city(), kode)
    isi = rapor_pdf(k)
    assert pages(tmp_path, isi) == 1
    teks = words(tmp_path, isi)
    for u in UKURAN:
        i = k.indicator(u)
        sel = [
            bernilai(compute(i, k.data, k.periode, by).at[di, "value"], i.unit)
            for by, di in (("kelurahan", kode), ("kecamatan", kode[:8]),
                           ("kota", city.KOTA))
        ]  # fmt: skip
        assert row(teks, i.label, sel[0]), i.label
        assert re.search(
            re.escape(i.label) + ".*".join(re.escape(s) for s in ("", *sel)), teks
        ), (i.label, sel)
    sendiri = kelurahan()[kode].nama
    kecamatan = ("Kademangan", "Wonoasih", "Mayangan", "Kanigaran", "Kedopok")
    for lain in kelurahan().values():
        if lain.nama not in sendiri and lain.nama not in kecamatan:
            assert lain.nama not in teks


@pytest.mark.parametrize("nama", JAHAT)
def test_a_name_is_never_read_as_markup(nama: str, tmp_path: Path) -> None:
    data = renamed(city.city(), nama)
    assert nama in words(tmp_path, rapor_pdf(konteks(data, city.KEBONSARI_KULON)))


def test_forty_groups_of_long_names_still_fit_one_page(tmp_path: Path) -> None:
    nama = "Kelompok Usaha Bersama Sumber Rejeki Makmur Sejahtera Abadi 1"
    isi = rapor_pdf(konteks(renamed(city.city(), nama, 40), city.KEBONSARI_KULON))
    assert pages(tmp_path, isi) == 1
    teks = words(tmp_path, isi)
    cocok = re.search(r"… dan (\d+) kelompok lain, lihat dasbor\.", teks)
    assert cocok
    # what is shown and what is counted are all 42
    tampil = len(re.findall(r"Sejahtera|Belum pernah lapor", teks))
    assert 1 <= int(cocok[1]) < 42
    assert tampil > 0
    assert "dari 42 kelompok melapor" in teks


def test_a_kelurahan_without_report_is_told_kindly_how_to_send(tmp_path: Path) -> None:
    # c1 is the only group of Pilang that is open
    data = city.without(city.city(), "c1", city.KINI)
    isi = rapor_pdf(konteks(data, city.PILANG))
    assert pages(tmp_path, isi) == 1
    teks = words(tmp_path, isi)
    assert "Belum ada laporan Kelurahan Pilang untuk Triwulan III 2026." in teks
    assert "Laporan terakhir yang diterima: Triwulan II 2026." in teks
    assert "Kirim Laporan" in teks
    assert row(teks, "Seruni", "–", "–", "–", "Belum lapor; terakhir Triwulan II 2026")


def test_nothing_at_all_is_one_page_too(tmp_path: Path) -> None:
    for kode in (city.PILANG, city.KOTA):
        assert rapor_pdf(konteks(city.empty(), kode)).startswith(b"%PDF")
    isi = rapor_pdf(konteks(city.empty(), city.PILANG))
    assert pages(tmp_path, isi) == 1
    assert "Belum pernah ada laporan yang diterima." in words(tmp_path, isi)


def test_the_public_sees_no_small_group_by_name(tmp_path: Path) -> None:
    # c1 has 5 members; with 4 it is small, and it is all that Pilang has
    p = city.city().posisi
    kecil = (p["kode_kelompok"] == city.KODE["c1"]) & (p["periode"] == str(city.KINI))
    p = p.assign(anggota_akhir=p["anggota_akhir"].mask(kecil, 4))
    data = city.changed(city.city(), posisi=p)
    teks = words(tmp_path, rapor_pdf(konteks(data, city.PILANG, "umum")))
    assert "tidak ditampilkan tersendiri" in teks
    assert "Seruni" not in teks
    assert "Rp 100.000" not in teks
    assert "Seruni" in words(tmp_path, rapor_pdf(konteks(data, city.PILANG)))


def test_the_city_has_its_five_kecamatan_side_by_side(tmp_path: Path) -> None:
    isi = rapor_pdf(konteks(city.city(), city.KOTA))
    assert 1 <= pages(tmp_path, isi) <= 3
    teks = words(tmp_path, isi)
    belum = "belum ada data"
    assert row(teks, "Modal UP2K", "Rp 100.000", belum, belum, "Rp 2.150.000", belum,
               "Rp 2.250.000", "4 dari 5")  # fmt: skip
    assert row(teks, "Tetap")
    # c1 fell to nonaktif, b2 is silent: nobody is called fallen for being silent
    assert row(teks, "Naik", "0", "0", "0", "1", "0", "1")
    assert row(teks, "Belum lapor", "0", "0", "0", "1", "0", "1")


def test_there_is_no_report_of_a_kecamatan() -> None:
    with pytest.raises(ValueError, match="bukan kelurahan"):
        rapor_pdf(konteks(city.city(), city.KANIGARAN))


def test_letters_are_embedded(tmp_path: Path) -> None:
    isi = saved(tmp_path, rapor_pdf(konteks(city.city(), city.KEBONSARI_KULON)))
    keluar = subprocess.run(
        ["pdffonts", str(isi)], capture_output=True, check=True, text=True
    ).stdout.splitlines()[2:]
    assert keluar
    assert all("SourceSans3" in baris for baris in keluar)
    assert all(re.search(r"yes yes yes", baris) for baris in keluar)


@pytest.mark.parametrize("kode", [city.KEBONSARI_KULON, city.PILANG])
def test_the_picture_has_the_size_of_a_telephone(kode: str) -> None:
    png = rapor_png(konteks(city.city(), kode))
    assert png.startswith(b"\x89PNG")
    assert struct.unpack(">II", png[16:24]) == (1080, 1350)


def test_equal_contexts_give_equal_bytes() -> None:
    def made() -> tuple[bytes, bytes, str]:
        k = konteks(renamed(city.city(), "Melati"), city.KEBONSARI_KULON)
        return rapor_pdf(k), rapor_png(k), rapor_text(k)

    assert made() == made()
