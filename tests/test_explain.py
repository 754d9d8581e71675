"""`python -m planning explain`, on a city that came in as filled forms.

Each group of `tests.forms_city` has, in its third period, 20 members, 10 borrowers,
three meetings with 15 of 20 present, all books in order, savings of 1.000.000 +
1.000.000 and capital of 2.200.000: Madya but for the capital (2.500.000).
"""

import json
from pathlib import Path

import pytest

from loaders.ingest import ingest
from planning.__main__ import main
from reference.tulisan import hari_ini
from store import close_group, open_store
from tests.forms_city import KINI, PERIODE, PILANG, form

SERUNI = f"{PILANG}-01"


def run(capsys, *args: str) -> tuple[int, str, str]:
    status = main(["explain", *args])
    keluar = capsys.readouterr()
    return status, keluar.out, keluar.err


@pytest.mark.usefixtures("office")
def test_the_text_gives_rung_cells_next_item_ways_and_when(capsys):
    status, teks, _ = run(capsys, SERUNI)
    assert status == 0
    assert teks.startswith(f"Seruni ({SERUNI}), Kelurahan Pilang, per ")
    assert f"Menurut aturan: Pemula, dari laporan {KINI.label}. [usulan]" in teks
    assert (
        "Semua syarat Pemula terpenuhi; untuk Madya yang terdekat ialah modal UP2K: "
        "Rp 2.200.000, syaratnya paling sedikit Rp 2.500.000."
    ) in teks
    # the first group stands in the sixth row of the form
    berkas = f"{PILANG} {KINI}.xlsx"
    assert f"{berkas} › Kelompok › N6: Anggota akhir = 20 orang" in teks
    assert f"{berkas} › Keuangan › E6: Simpanan wajib = Rp 1.000.000" in teks
    assert f"{berkas} › Buku dan Langkah › P6: Penyuluhan = belum" in teks
    assert "Jalan yang terbuka: Mendirikan koperasi sendiri, " in teks
    assert "bersama 35.74.01.1009-02" in teks
    assert "Kapan naik? Data belum cukup" in teks
    assert "CONTOH" not in teks


@pytest.mark.usefixtures("office")
def test_json_holds_the_same_and_every_cell(capsys):
    status, teks, _ = run(capsys, SERUNI, "--json")
    isi = json.loads(teks)
    assert (status, isi["contoh"]) == (0, False)
    tingkat = isi["tingkat"]
    assert (tingkat["dilaporkan"], tingkat["menurut_aturan"]) == ("pemula", "pemula")
    assert (tingkat["kurang"], tingkat["usulan"]) == ("modal_madya", True)
    modal = next(s for s in tingkat["syarat"] if s["kode"] == "modal_madya")
    # what the cells hold adds up to what the rule read
    assert sum(c["nilai"] for c in modal["sel"]) == modal["nilai"] == 2_200_000
    assert {c["berkas"] for c in modal["sel"]} == {f"{PILANG} {KINI}.xlsx"}
    assert [j["kode"] for j in isi["jalan"] if j["terbuka"]] == [
        "koperasi_sendiri", "kkmp", "kopwan", "usp", "gabung", "tetap_up2k",
    ]  # fmt: skip
    assert isi["kapan"]["tingkat"]["cukup"] is False
    assert isi["tahap"]["menurut_aturan"] == "up2k"


@pytest.mark.usefixtures("office")
def test_an_earlier_day_is_told_as_it_was_known_then(capsys):
    lalu = PERIODE[1]
    status, teks, _ = run(capsys, SERUNI, "--json", "--on", str(lalu.deadline))
    isi = json.loads(teks)
    assert (status, isi["tingkat"]["periode"]) == (0, str(lalu))
    modal = next(s for s in isi["tingkat"]["syarat"] if s["kode"] == "modal_madya")
    assert modal["nilai"] == 2_100_000
    assert {c["berkas"] for c in modal["sel"]} == {f"{PILANG} {lalu}.xlsx"}


def test_a_day_before_a_mend_gives_the_old_cell(office, capsys):
    toko = open_store(office / "up2k.db")
    ubah = form(PILANG, Seruni={"anggota_perempuan": 19})
    ingest(toko, "perbaikan.xlsx", ubah, oleh="petugas", diterima=hari_ini())
    kini, dulu = (
        json.loads(run(capsys, SERUNI, "--json", *pada)[1])
        for pada in ((), ("--on", str(KINI.deadline)))
    )

    def women(isi: dict) -> dict:
        kopwan = next(j for j in isi["jalan"] if j["kode"] == "kopwan")
        return next(s for s in kopwan["syarat"] if s["kode"] == "pendiri_kopwan")

    assert (women(kini)["nilai"], women(dulu)["nilai"]) == (19, 20)
    assert women(kini)["sel"][0]["berkas"] == "perbaikan.xlsx"
    assert women(dulu)["sel"][0]["berkas"] == f"{PILANG} {KINI}.xlsx"


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(
    ("kode", "kata"),
    [
        ("35.74.01.1009-1", f"Mungkin: {SERUNI} (Seruni)"),
        ("seruni", f"Mungkin: {SERUNI} (Seruni)."),
        ("abc", "Kodenya seperti 35.74.04.1006-03"),
    ],
)
def test_an_unknown_code_is_answered_with_what_may_be_meant(capsys, kode, kata):
    status, teks, galat = run(capsys, kode)
    assert (status, teks) == (1, "")
    assert f"Kode kelompok “{kode}” tidak dikenal." in galat
    assert kata in galat


def test_a_closed_group_and_one_not_yet_known_are_told_apart(office, capsys):
    close_group(open_store(office / "up2k.db"), SERUNI, alasan="Bubar", oleh="uji")
    assert f"Kelompok Seruni ({SERUNI}) sudah tutup pada " in run(capsys, SERUNI)[2]
    status, _, galat = run(capsys, SERUNI, "--on", "2001-01-01")
    assert (status, galat) == (
        1, f"Kelompok Seruni ({SERUNI}) belum tercatat pada 1 Januari 2001.\n",
    )  # fmt: skip


@pytest.mark.usefixtures("data_dir")
def test_an_empty_store_and_a_bad_day_are_answered_in_words(capsys):
    assert run(capsys, SERUNI)[0] == 1
    with pytest.raises(SystemExit) as henti:
        main(["explain", SERUNI, "--on", "kemarin"])
    assert henti.value.code == 2
    assert "“kemarin” bukan tanggal" in capsys.readouterr().err


def test_a_sample_city_says_that_it_is_one(data_dir: Path, capsys):
    from tests.forms_city import fill

    fill(open_store(data_dir / "contoh.db"), contoh=True)
    assert run(capsys, SERUNI)[1].startswith("CONTOH: ")
