"""Slides say the app's own numbers; what they should be follows from `city.py`.

In 2026-T3 four of five groups reported (b2 did not), three of them also in 2026-T2
(a1, b1, c1); the sums stand beside each number.
"""

import datetime as dt
from collections.abc import Iterator

import pytest

from indicators.data import Data
from reference.boundaries import usable_boundaries
from reports.context import Konteks
from reports.deck import PEMBUAT, build, choices, order
from reports.slide import (
    AUDIENS,
    BarisAngka,
    Butir,
    Deck,
    Grafik,
    Peta,
    Slide,
    Tabel,
)
from tests import city

HARI = dt.date(2026, 10, 25)


def konteks(data: Data, wilayah: str = city.KOTA, siapa: str = "koordinator", **lain):
    batas = usable_boundaries()[0]
    return Konteks(
        data, city.KINI, city.LALU, wilayah, HARI, True, siapa, batas, **lain
    )


def deck(wilayah: str = city.KOTA, audiens: str = "pimpinan", **lain) -> Deck:
    return build(konteks(city.city(), wilayah, **lain), audiens)


def slide(d: Deck, id_: str) -> Slide:
    return next(s for s in d.slides if s.id == id_)


def block(s: Slide, jenis: type):
    return next(b for b in s.isi if isinstance(b, jenis))


def words(d: Deck) -> str:
    return "\n".join(f"{s.judul}\n{s.kalimat}\n{s.catatan}\n{s.isi}" for s in d.slides)


@pytest.fixture(scope="module")
def kota() -> Deck:
    return deck()


@pytest.fixture(scope="module")
def dinas() -> Deck:
    return deck(audiens="dkupp")


def test_four_numbers_at_a_glance(kota):
    lapor, modal, anggota, tunggakan = block(slide(kota, "sekilas"), BarisAngka).angka
    # of five open groups a1, a2, b1 and c1 reported
    assert (lapor.nilai, lapor.teks) == (80, "80,0 %")
    # a1 100+300+50+50+250, a2 50+150+100, b1 200+300+100+500, c1 100, in thousands
    assert modal.nilai == (750 + 300 + 1100 + 100) * 1000
    assert anggota.nilai == 22 + 10 + 13 + 5
    # late 60 + 140 of 800 + 200 + 1000 + 0 lent
    assert tunggakan.nilai == pytest.approx(200 / 2000 * 100)
    assert "dilaporkan 4 dari 5 kelompok" in modal.keterangan


def test_capital_over_time_and_among_the_same_groups(kota):
    s = slide(kota, "modal")
    garis = block(s, Grafik)
    assert garis.kategori[-1] == "TW III 26"
    assert garis.seri[0].nilai[-1] == 2_250_000
    assert garis.seri[0].nilai[-2] == (710 + 600 + 200 + 200 + 150) * 1000
    # a1 +40, b1 +500, c1 -100 of 710 + 600 + 200
    assert "Modal 3 kelompok yang sama naik Rp 440.000 (29,1 %)" in s.kalimat
    assert "2,25 juta rupiah" in s.catatan
    assert "bila sisanya ikut lapor: Rp 2.250.000–2.450.000" in s.catatan


def test_members_who_came_and_went(kota):
    s = slide(kota, "anggota")
    masuk, keluar = block(s, BarisAngka).angka
    assert (masuk.nilai, keluar.nilai) == (3 + 1 + 0 + 0, 1 + 0 + 2 + 3)
    assert s.kalimat.startswith("50 anggota. 4 orang masuk dan 6 keluar")


def test_both_ladders_stand_apart_with_their_letters(kota):
    tingkat, tahap = slide(kota, "koperasi").isi
    assert tingkat.kategori == ("P Pemula", "M Madya", "U Utama", "Ma Mandiri")
    # a2 and c1 pemula, a1 and b1 madya
    assert tingkat.seri[0].nilai == (2, 2, 0, 0)
    assert tahap.kategori == ("● UP2K", "■ Pra-koperasi", "◆ Koperasi")
    assert tahap.seri[0].nilai == (2, 1, 1)


def test_who_rose_is_counted_and_named_without_a_rank(kota):
    s = slide(kota, "gerak")
    grafik = block(s, Grafik)
    isi = dict(zip(grafik.kategori, grafik.seri[0].nilai, strict=True))
    # a1 rose, b1 stayed, c1 is dormant, b2 silent, a2 was silent before
    assert isi == {
        "Naik": 1, "Tetap": 1, "Turun": 0, "Nonaktif": 1,
        "Belum dapat dibandingkan": 1, "Belum lapor": 1,
    }  # fmt: skip
    tabel = block(s, Tabel)
    assert tabel.baris == (("Melati", "Kebonsari Kulon", "P Pemula → M Madya"),)
    assert "bukan peringkat" in tabel.sumber


def test_the_map_has_the_apps_values_and_says_nothing_where_nothing_is_known(kota):
    peta = block(slide(kota, "peta"), Peta)
    assert len(peta.kelas_di) == len(peta.nilai) == len(peta.tip) == 29
    # Sukoharjo: only b1 reported, 1.100 thousand over 13 members
    assert peta.nilai[city.SUKOHARJO] == pytest.approx(1_100_000 / 13)
    assert sum(v is not None for v in peta.nilai.values()) == 3
    assert all((peta.kelas_di[k] is None) == (v is None) for k, v in peta.nilai.items())
    assert "dilaporkan 1 dari 2 kelompok" in peta.tip[city.SUKOHARJO]


def test_the_office_sees_whom_to_coach_and_who_is_nearest(dinas):
    terdekat = block(slide(dinas, "terdekat"), Tabel)
    assert terdekat.baris[0] == ("Kenanga", "Sukoharjo", "9 dari 10", "RAT pertama")
    assert [b[0] for b in terdekat.baris] == ["Kenanga", "Melati"]
    bina = block(slide(dinas, "pembinaan"), Tabel)
    jumlah = [int(b[2]) for b in bina.baris]
    assert jumlah == sorted(jumlah, reverse=True)
    assert "usulan" in bina.sumber
    assert "tahap" in slide(dinas, "gerak").judul


def test_a_kelurahan_stands_beside_its_kecamatan_and_the_city():
    d = deck(city.KEBONSARI_KULON, "kelurahan")
    tabel = block(slide(d, "tempat"), Tabel)
    assert tabel.kepala == (
        "", "Kebonsari Kulon", "Kecamatan Kanigaran", "Kota Probolinggo",
    )  # fmt: skip
    baris = {b[0]: b[1:] for b in tabel.baris}
    # 2 of 2, 3 of 4 and 4 of 5 groups reported
    assert baris["Tingkat pelaporan"] == ("100,0 %", "75,0 %", "80,0 %")
    # 1.050 over 32, 2.150 over 45, 2.250 over 50, in thousands
    assert baris["Modal per anggota"] == ("Rp 32.812", "Rp 47.778", "Rp 45.000")
    assert block(slide(d, "peta"), Peta).sorot == city.KEBONSARI_KULON
    benahi = block(slide(d, "benahi"), Tabel)
    assert [b[:2] for b in benahi.baris] == [("Melati", "Madya"), ("Mawar", "Pemula")]
    assert d.cap.saringan == "Kelurahan Kebonsari Kulon"


def test_requests_come_from_the_reports_and_name_the_next_day():
    minta = block(slide(deck(audiens="kelurahan"), "permintaan"), Butir).butir
    # Sukoharjo holds one group back, c1 is dormant; T3 was due on 15 October
    assert any("tertahan" in m and "Sukoharjo" in m for m in minta)
    kecamatan = deck(city.KADEMANGAN, "kelurahan")
    sini = block(slide(kecamatan, "permintaan"), Butir).butir
    assert "Mohon 1 kelompok nonaktif ditengok: Seruni (Pilang)." in sini
    akhir = "Laporan Triwulan IV 2026 ditunggu sampai 15 Januari 2027 (batas usulan)."
    assert minta[-1] == akhir


def test_nothing_is_said_of_who_has_not_reported():
    d = build(konteks(city.empty()), "pimpinan")
    assert [s.id for s in d.slides] == [
        "pembuka", "linimasa", "permintaan", "terima_kasih",
    ]  # fmt: skip
    assert slide(d, "pembuka").kalimat.startswith("Belum ada laporan Kota Probolinggo")
    kademangan = deck("35.74.01.1001", "kelurahan")
    assert "modal" not in [s.id for s in kademangan.slides]
    assert (
        "Belum ada laporan Kelurahan Ketapang" in slide(kademangan, "pembuka").kalimat
    )


def test_the_public_sees_no_small_group_alone():
    terbuka = words(deck(city.PILANG, "kelurahan"))
    assert "Seruni" in terbuka
    umum = words(deck(city.PILANG, "kelurahan", siapa="umum"))
    # in 2026-T2 Pilang had a group of four: neither of its two may be told apart
    assert "Seruni" not in umum
    assert "satu kelompok di Pilang" in umum


def test_the_presenter_keeps_order_and_notes():
    k = konteks(city.city())
    d = build(
        k, "pimpinan", ["modal", "pembuka", "terdekat"], {"modal": "Pelan-pelan."}
    )
    assert [s.id for s in d.slides] == ["modal", "pembuka", "terdekat"]
    assert slide(d, "modal").catatan == "Pelan-pelan."
    assert slide(d, "pembuka").catatan.startswith("Assalamualaikum")


@pytest.mark.parametrize(("audiens", "urutan"), [("wartawan", None), ("dkupp", ["x"])])
def test_an_unknown_audience_or_slide_is_said(audiens, urutan):
    with pytest.raises(ValueError, match="tidak dikenal"):
        order(audiens, urutan)


def test_a_slide_for_all_is_offered_to_all_and_has_its_own_place():
    urut = [s.URUTAN for s in PEMBUAT.values()]
    assert urut == sorted(urut)
    assert len(set(urut)) == len(urut)
    for audiens in AUDIENS:
        sendiri = {p.id for p in choices(audiens) if p.dengan_sendirinya}
        assert {"pembuka", "peta", "permintaan", "terima_kasih"} <= sendiri


def _blocks(d: Deck) -> Iterator[tuple[Slide, object]]:
    return ((s, b) for s in d.slides for b in s.isi)


@pytest.mark.parametrize("audiens", AUDIENS)
@pytest.mark.parametrize(
    ("buat", "wilayah"),
    [(city.city, city.KOTA), (city.full_city, city.KOTA),
     (city.full_city, city.KANIGARAN), (city.full_city, city.PILANG)],
)  # fmt: skip
def test_every_slide_can_be_read_in_a_hall(buat, wilayah, audiens):
    d = build(konteks(buat(), wilayah, alamat="https://up2k.example"), audiens)
    for s in d.slides:
        assert len(s.judul) <= 45
        assert len(s.kalimat) <= 160
        assert len(s.isi) <= 2
        assert s.catatan.count(".") >= 2
        assert "nan" not in f"{s.kalimat} {s.catatan}".split()
        assert "**" not in s.kalimat + s.catatan
    for _, b in _blocks(d):
        if isinstance(b, Tabel):
            assert 1 <= len(b.baris) <= 8
            assert all(len(r) == len(b.kepala) for r in b.baris)
        if isinstance(b, Grafik):
            assert all(len(x.nilai) == len(b.kategori) for x in b.seri)
        if isinstance(b, Grafik | Peta):
            assert b.alt
            assert b.sumber
    assert d.cap.contoh
    assert len(d.batas) == 29
