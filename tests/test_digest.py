"""The week's texts: polite, short, about one kelurahan alone; and the command."""

import datetime as dt
import json

import pandas as pd
import pytest

from planning import commands
from planning.__main__ import main
from planning.commands import digest as command
from planning.warning.alerts import COLUMNS
from planning.warning.digest import all_texts, digest, table
from reference.wilayah import kelurahan
from tests.city import city, empty
from tests.test_warning import PADA, PILANG, meetings, town

JATI = "35.74.03.1004"


def tanda(n, nama="Melati", kode=PILANG, **lain):
    isi = dict.fromkeys(COLUMNS, "")
    baris = {
        **isi, "kode_wilayah": kode, "nama": nama, "lingkup": "kelompok", "gawat": 1,
        "kalimat": "anggota 22 orang pada TW I 26, 17 orang pada TW III 26", **lain,
    }  # fmt: skip
    return pd.DataFrame([{**baris, "kode": f"{kode}-{i:02d}"} for i in range(n)])


def test_the_letter_as_it_is_sent():
    assert digest(PILANG, tanda(1), PADA) == (
        "Yth. Ibu Ketua TP PKK Kelurahan Pilang,\n\n"
        "Menurut laporan UP2K PKK yang kami terima sampai 24 November 2026, *1 hal* "
        "barangkali perlu ditengok:\n\n"
        "1. *Melati*: anggota 22 orang pada TW I 26, 17 orang pada TW III 26.\n\n"
        "Ini bukan penilaian, hanya ajakan menengok bersama; laporannya bisa saja "
        "belum lengkap. Bila ada yang keliru atau perlu bantuan, mohon kabari kami.\n\n"
        "Terima kasih.\nPokja II TP PKK Kota Probolinggo"
    )


def test_three_are_told_and_the_others_counted():
    teks = digest(PILANG, tanda(5), PADA)
    assert "*5 hal*" in teks
    assert "3. *Melati*" in teks and "4. *" not in teks
    assert "Dan 2 hal lain; lihat dasbor." in teks


@pytest.mark.parametrize(
    "nama", ["*_~`" * 30, "A" * 400, "Melati\nMawar\u202e", "", "=1+1"]
)
@pytest.mark.parametrize("kata", ["pendek", "panjang " * 40])
def test_it_fits_a_phone_and_no_name_breaks_its_marks(nama, kata):
    for contoh in (False, True):
        teks = digest(PILANG, tanda(4, nama, kalimat=kata), PADA, contoh=contoh)
        assert len(teks) <= 900
        assert teks.count("*") % 2 == 0
        assert not {"_", "~", "`", "\u202e"} & set(teks)
        assert teks.startswith("*CONTOH") == contoh


def test_a_kelurahan_reads_of_itself_alone():
    semua = pd.concat([tanda(2), tanda(3, "Mawar", JATI)], ignore_index=True)
    assert "Mawar" not in digest(PILANG, semua, PADA)
    assert digest(PILANG, semua, PADA) == digest(PILANG, tanda(2), PADA)
    with pytest.raises(KeyError):
        digest("35.74.99.9999", semua, PADA)


def test_without_a_sign_it_says_so_kindly():
    teks = digest(JATI, tanda(2), PADA)
    assert "tidak ada yang perlu ditengok secara khusus" in teks
    assert teks.endswith("Terima kasih.\nPokja II TP PKK Kota Probolinggo")


def test_a_missing_report_is_asked_for():
    satu = tanda(
        1, "Pilang", lingkup="kelurahan", kalimat="laporan TW belum kami terima"
    )
    assert (
        "1. Laporan TW belum kami terima. Mohon dikirim; dengan senang hati kami bantu."
    ) in digest(PILANG, satu, PADA)


def test_all_29_in_one_table_and_one_file():
    isi = table(tanda(2), PADA)
    assert list(isi["kode_wilayah"]) == list(kelurahan())
    assert isi["n_ditengok"].sum() == 2 and isi["n_didahulukan"].sum() == 0
    semua = all_texts(tanda(2), PADA)
    assert semua.count("Yth. Ibu Ketua TP PKK Kelurahan") == 29


@pytest.fixture
def store_of(monkeypatch):
    def use(data, contoh=False):
        monkeypatch.setattr(command, "data_on", lambda _hari: (data, contoh))

    return use


def test_the_command_writes_texts_and_a_table(store_of, capsys):
    store_of(town(meetings(3, 3, 3, 3, 3, 0, 0)), contoh=True)
    assert main(["digest", "--on", "2026-11-24"]) == 0
    keluar = capsys.readouterr().out
    assert keluar.startswith("CONTOH")
    assert "Peringatan dini per 24 November 2026: 1 tanda." in keluar
    assert keluar.count("Yth. Ibu") == 1
    assert "Rapat berhenti atau jauh berkurang sejak TW II 26" in keluar


def test_the_command_as_json_and_for_all(store_of, capsys):
    store_of(town(meetings(3, 3, 3, 3, 3, 0, 0)))
    assert main(["digest", "--all", "--json", "--on", "2026-11-24"]) == 0
    isi = json.loads(capsys.readouterr().out)
    assert isi["pada"] == "2026-11-24" and isi["contoh"] is False
    assert len(isi["teks"]) == 29
    (satu,) = isi["tanda"]
    assert satu["jenis"] == "rapat" and satu["kode"] == f"{PILANG}-01"
    assert satu["bukti"][0] == ["2026-T2", "rapat_direncanakan", 3.0]


def test_one_kelurahan_hears_of_itself_even_without_a_sign(store_of, capsys):
    store_of(city())
    assert main(["digest", "--kelurahan", JATI, "--on", "2026-10-10"]) == 0
    assert capsys.readouterr().out.count("Yth. Ibu") == 1
    assert main(["digest", "--kelurahan", "35.74.99.9999"]) == 1
    assert "tidak dikenal" in capsys.readouterr().err
    with pytest.raises(SystemExit) as keluar:
        main(["digest", "--on", "kemarin"])
    assert keluar.value.code == 2


def test_the_command_reads_the_store_that_the_app_shows(office, capsys):  # noqa: ARG001
    assert main(["digest"]) == 0
    assert "CONTOH" not in capsys.readouterr().out
    data, contoh = commands.data_on()
    assert not contoh and len(data.posisi)
    lama, _ = commands.data_on(dt.date(2020, 1, 1))
    assert lama.posisi.empty


def test_an_empty_store_has_nothing_to_say(data_dir, capsys):  # noqa: ARG001
    assert main(["digest"]) == 0
    assert ": 0 tanda." in capsys.readouterr().out
    assert commands.data_on()[0].periodes == empty().periodes
