"""`python -m reports`: what lands on disk, the receipt, exit status, no half files."""

import json
import zipfile
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace

import pytest

from reports import __main__ as perintah
from reports.commands import output, source
from reports.commands.output import write_whole
from tests import city

STORE_YANG_ADA = object()


@pytest.fixture
def ada(monkeypatch):
    """The hand-made city as the store in use; its sample says so."""
    monkeypatch.setattr(source, "_store", lambda args: (STORE_YANG_ADA, args.contoh))
    monkeypatch.setattr(source, "snapshot", lambda *_: city.snapshot())
    monkeypatch.delenv("UP2K_PERAN", raising=False)


def run(*args: object) -> int:
    return perintah.main([str(a) for a in args])


@pytest.mark.usefixtures("ada")
def test_a_deck_is_written_and_its_receipt_tells_bytes_and_stamp(tmp_path, capsys):
    tujuan, tanda = tmp_path / "kota.html", tmp_path / "tanda.json"
    assert run("deck", "-o", tujuan, "--tanda-terima", tanda,
               "--seperti-diketahui", "2026-10-26") == 0  # fmt: skip
    isi = json.loads(tanda.read_text(encoding="utf-8"))
    data = tujuan.read_bytes()
    assert isi["berkas"] == [
        {"nama": str(tujuan), "ukuran": len(data), "sha256": sha256(data).hexdigest()}
    ]
    assert (isi["periode"], isi["pembanding"]) == ("2026-T3", "2026-T2")
    # five groups are open at the end of September, b2 has not reported
    assert "4 dari 5 kelompok melapor" in isi["cap"]
    keluar = capsys.readouterr().out
    assert isi["cap"] in keluar
    assert sha256(data).hexdigest() in keluar


@pytest.mark.usefixtures("ada")
def test_the_same_day_gives_the_same_bytes(tmp_path):
    for nama in ("a.pptx", "b.pptx"):
        assert run("pptx", "--seperti-diketahui", "2026-10-26",
                   "-o", tmp_path / nama) == 0  # fmt: skip
    assert (tmp_path / "a.pptx").read_bytes() == (tmp_path / "b.pptx").read_bytes()


@pytest.mark.parametrize(
    ("nama", "awal"),
    [("r.pdf", b"%PDF-"), ("r.png", b"\x89PNG"), ("r.xlsx", b"PK"), ("r.txt", b"")],
)
@pytest.mark.usefixtures("ada")
def test_a_report_is_what_its_ending_says(tmp_path, nama, awal):
    tujuan = tmp_path / nama
    assert run("rapor", "--kelurahan", "sukoharjo", "-o", tujuan) == 0
    assert tujuan.read_bytes().startswith(awal)
    if nama.endswith(".txt"):
        assert "Sukoharjo" in tujuan.read_text(encoding="utf-8")


@pytest.mark.usefixtures("ada")
def test_a_kecamatan_gives_three_files_a_kelurahan_with_progress(tmp_path, capsys):
    di = tmp_path / "rapor"
    assert run("rapor", "--kecamatan", city.KADEMANGAN, "-o", di, "--contoh") == 0
    berkas = sorted(p.name for p in di.iterdir())
    # Kademangan has six kelurahan
    assert len(berkas) == 18
    assert "contoh_rapor_kelurahan_pilang_2026-T3.pdf" in berkas
    tulis = capsys.readouterr()
    assert tulis.err.splitlines()[-1] == "6 dari 6: Pilang"
    assert "CONTOH, bukan data sebenarnya" in tulis.out


@pytest.mark.usefixtures("ada")
def test_many_reports_may_be_one_zip(tmp_path):
    tujuan = tmp_path / "rapor.zip"
    assert run("rapor", "--kecamatan", "Kademangan", "-o", tujuan) == 0
    assert len(zipfile.ZipFile(tujuan).namelist()) == 18


@pytest.mark.parametrize(
    ("args", "status", "kata"),
    [
        (["deck", "--periode", "2019-T1"], 1, "laporan untuk Triwulan I 2019"),
        (["deck", "--kelurahan", "Atlantis"], 2, "tidak dikenal"),
        (["deck", "--audiens", "turis"], 2, "Audiens"),
        (["deck", "--urutan", "pembuka,tamasya"], 2, "tamasya"),
        (["pptx"], 2, ".pptx"),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("ada")
def test_what_cannot_be_done_is_said_and_nothing_written(
    tmp_path, capsys, args, status, kata
):
    tujuan = tmp_path / "x.html"
    assert run(*args, "-o", tujuan) == status
    assert kata in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_nothing_reported_is_status_one(monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("UP2K_DATA_DIR", str(tmp_path / "data"))
    assert run("rapor", "-o", tmp_path / "x.pdf") == 1
    assert "Belum ada laporan" in capsys.readouterr().err


@pytest.mark.usefixtures("ada")
def test_a_folder_is_never_replaced_and_one_that_is_missing_is_named(tmp_path, capsys):
    di = tmp_path / "kota.html"
    di.mkdir()
    assert run("deck", "-o", di) == 2
    assert di.is_dir()
    assert run("deck", "-o", tmp_path / "tiada" / "kota.html") == 2
    assert "tiada" in capsys.readouterr().err


@pytest.mark.usefixtures("ada")
def test_a_day_that_is_none_is_wrong_use(tmp_path, capsys):
    with pytest.raises(SystemExit) as keluar:
        run("deck", "--seperti-diketahui", "kemarin", "-o", tmp_path / "x.html")
    assert keluar.value.code == 2
    assert "bukan tanggal" in capsys.readouterr().err


def test_what_stood_there_stays_whole_when_writing_fails(tmp_path, monkeypatch):
    tujuan = tmp_path / "rapor.pdf"
    tujuan.write_bytes(b"lama")

    def fail(_: int) -> None:
        raise OSError("disk penuh")

    monkeypatch.setattr(output.os, "fsync", fail)
    with pytest.raises(OSError, match="disk penuh"):
        write_whole(tujuan, b"baru")
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [
        ("rapor.pdf", b"lama")
    ]


@pytest.mark.usefixtures("ada")
def test_the_public_role_is_that_of_the_environment(tmp_path, monkeypatch):
    monkeypatch.setenv("UP2K_PERAN", "umum")
    tanda = tmp_path / "t.json"
    assert run("deck", "-o", tmp_path / "x.html", "--tanda-terima", tanda) == 0
    assert json.loads(Path(tanda).read_text(encoding="utf-8"))["peran"] == "umum"


@pytest.mark.usefixtures("ada")
def test_the_live_address_is_asked_for_or_taken_from_the_settings(tmp_path):
    tujuan = tmp_path / "x.html"
    assert run("deck", "-o", tujuan, "--alamat", "https://contoh.test/up2k") == 0
    assert "contoh.test/up2k" in tujuan.read_text(encoding="utf-8").replace("<wbr>", "")


@pytest.mark.usefixtures("ada")
def test_a_copy_of_the_sample_store_is_still_marked_as_made_up(
    tmp_path, capsys, monkeypatch
):
    isi = city.snapshot()
    kiriman = isi.kiriman.assign(contoh=True)
    monkeypatch.setattr(
        source,
        "snapshot",
        lambda *_: SimpleNamespace(**{**vars(isi), "kiriman": kiriman}),
    )
    assert run("rapor", "--kelurahan", "sukoharjo", "-o", tmp_path / "r.pdf") == 0
    assert "CONTOH" in capsys.readouterr().out
