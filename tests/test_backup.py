"""The copy of the real store: whole, openable, never over an older one."""

import contextlib

import pytest

from store import StoreError, fingerprint, open_store, start_empty
from store.backup import backup, main


def test_a_copy_opens_and_holds_the_same(tmp_path):
    with contextlib.closing(open_store(tmp_path / "up2k.db")) as asli:
        start_empty(asli)
        backup(asli, tmp_path / "salinan.db")
        with contextlib.closing(open_store(tmp_path / "salinan.db")) as salinan:
            assert fingerprint(salinan) == fingerprint(asli)


def test_an_older_copy_is_never_overwritten(tmp_path):
    (tmp_path / "salinan.db").write_bytes(b"lama")
    with (
        contextlib.closing(open_store(tmp_path / "up2k.db")) as asli,
        pytest.raises(StoreError, match="sudah ada"),
    ):
        backup(asli, tmp_path / "salinan.db")
    assert (tmp_path / "salinan.db").read_bytes() == b"lama"


@pytest.mark.postgresql
def test_postgresql_is_sent_to_its_own_tools(postgresql_url, tmp_path):
    with (
        contextlib.closing(open_store(postgresql_url)) as store,
        pytest.raises(StoreError, match="pg_dump"),
    ):
        backup(store, tmp_path / "salinan.db")


def test_by_command(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("UP2K_DATA_DIR", str(tmp_path))
    monkeypatch.delenv("UP2K_DATABASE_URL", raising=False)
    salinan = str(tmp_path / "salinan.db")
    assert main([salinan]) == 0
    assert "Tersalin" in capsys.readouterr().out
    assert main([salinan]) == 1
    assert "sudah ada" in capsys.readouterr().err
