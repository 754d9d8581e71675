"""The sample city: the same everywhere, exact in its accounts, honest in its faults."""

import contextlib
import hashlib
import os
import subprocess
import sys
from collections import Counter

import pytest

from loaders.template.write import known_groups
from reference.kosakata import (
    ASET,
    KEWAJIBAN_LAIN,
    MODAL_LUAR,
    MODAL_UP2K,
    TUNGGAKAN,
    variables,
)
from reference.wilayah import kelurahan
from sample.cacat import CACAT, TEMUAN
from sample.cerita import books, history, level, stage
from sample.kebiasaan import habits
from sample.kiriman import is_missing, render, schedule
from sample.kota import (
    JUMLAH_PERIODE,
    KURANG_2023,
    MEMBAIK_SEJAK,
    all_groups,
    groups,
    periods,
)
from sample.simpan import build
from store import open_store, snapshot

KECIL = ("35.74.01.1001", "35.74.01.1002", "35.74.04.1004")
N_PERIODE = 4
SUMBER = (*MODAL_UP2K, *MODAL_LUAR, *KEWAJIBAN_LAIN)
TANGGA = ("pemula", "madya", "utama", "mandiri")


def all_rows():
    for k in all_groups():
        for t, nilai in history(k).items():
            yield k, t, nilai, history(k).get(t - 1)


def test_another_process_makes_the_same_form():
    kode = (
        "import hashlib; from sample.kiriman import render, schedule;"
        "print(hashlib.sha256(render(schedule(5)[3], {})).hexdigest())"
    )
    sidik = [
        subprocess.run(
            [sys.executable, "-c", kode], check=True, capture_output=True, text=True,
            env={**os.environ, "PYTHONHASHSEED": benih},
        ).stdout.strip()
        for benih in ("1", "2")
    ]  # fmt: skip
    sini = hashlib.sha256(render(schedule(5)[3], {})).hexdigest()
    assert sidik == [sini, sini]


def test_assets_equal_what_they_were_paid_with():
    for k, t, n, _ in all_rows():
        assert sum(n[a] for a in ASET) == sum(n[s] for s in SUMBER), (k.kunci, t)


def test_results_members_loans_and_arrears_add_up():
    for k, t, n, lalu in all_rows():
        di = (k.kunci, t)
        assert n["shu"] == n["jasa_diterima"] + n["pendapatan_lain"] - n["biaya"], di
        masuk, keluar = n["anggota_masuk"], n["anggota_keluar"]
        assert n["anggota_awal"] + masuk - keluar == n["anggota_akhir"], di
        assert n["anggota_perempuan"] <= n["anggota_akhir"], di
        assert n["peminjam_aktif"] <= n["anggota_akhir"], di
        assert sum(n[u] for u in TUNGGAKAN) <= n["pinjaman_beredar"], di
        if lalu:
            assert n["anggota_awal"] == lalu["anggota_akhir"], di
            gerak = n["pinjaman_disalurkan"] - n["angsuran_pokok"] - n["hapus_buku"]
            assert n["pinjaman_beredar"] - lalu["pinjaman_beredar"] == gerak, di


def test_results_not_shared_and_grants_move_only_by_what_is_reported():
    for k, t, n, lalu in all_rows():
        if lalu:
            hibah = [m for m in MODAL_UP2K if m.startswith("hibah")]
            naik = sum(n[h] - lalu[h] for h in hibah)
            assert naik == n["hibah_diterima"], (k.kunci, t)


def test_no_value_is_outside_the_vocabulary_bounds():
    for k, t, nilai, _ in all_rows():
        for nama, angka in nilai.items():
            v = variables()[nama]
            assert v.min <= angka <= v.max, (k.kunci, t, nama)
            assert v.type == "decimal" or isinstance(angka, int), nama


def test_the_city_is_as_large_as_it_should_be():
    assert len(kelurahan()) == 29
    assert {len(groups(kode)) for kode in kelurahan()} == {3, 4, 5}
    for t in range(JUMLAH_PERIODE):
        assert 105 <= sum(t in history(k) for k in all_groups()) <= 115
    assert [str(periods()[0]), str(periods()[-1])] == ["2023-T4", "2026-T3"]


def test_sums_are_small_and_members_few():
    akhir = [sum(history(k)[11][a] for a in ASET) for k in all_groups()
             if 11 in history(k)]  # fmt: skip
    tengah = sorted(akhir)[len(akhir) // 2]
    assert 2_000_000 <= tengah <= 8_000_000
    assert sum(a > 25_000_000 for a in akhir) <= 2
    assert max(akhir) <= 80_000_000
    assert all(8 <= n["anggota_akhir"] <= 45 for _, _, n, _ in all_rows())


def test_levels_rise_and_sometimes_fall_and_few_are_koperasi():
    gerak = Counter()
    for k in all_groups():
        tingkat = [TANGGA.index(level(k, t)) for t in history(k)]
        gerak.update(
            (b > a) - (b < a) for a, b in zip(tingkat, tingkat[1:], strict=False)
        )
    assert gerak[1] > 20 and gerak[-1] > 0
    tahap = Counter(stage(k, 11) for k in all_groups() if 11 in history(k))
    assert 1 <= tahap["koperasi"] <= 3
    assert tahap["up2k"] > tahap["pra_koperasi"] > 5


def _book_score(kode: str, t: int) -> float:
    ada = [sum(books(k, t).values()) for k in groups(kode) if t in history(k)]
    return sum(ada) / len(ada)


def test_the_six_that_fell_short_in_2023_look_like_it():
    lain = [kode for kode in kelurahan() if kode not in KURANG_2023]
    assert max(_book_score(k, 0) for k in KURANG_2023) < 5
    assert sum(_book_score(k, 0) > 7 for k in lain) > len(lain) / 2
    for kode in KURANG_2023:
        naik = _book_score(kode, 11) - _book_score(kode, 0)
        assert naik > 5 if kode in MEMBAIK_SEJAK else naik < 2


def test_reports_are_missing_late_and_corrected():
    hilang = [sum(is_missing(k, t) for k in kelurahan()) for t in range(JUMLAH_PERIODE)]
    assert 0.05 <= sum(hilang) / (29 * JUMLAH_PERIODE) <= 0.09
    assert hilang[-1] == 3
    assert [is_missing("35.74.02.1003", t) for t in (9, 10, 11)] == [False, True, True]
    tiba = [k for t in range(JUMLAH_PERIODE) for k in schedule(t)]
    lambat = sum(k.diterima > periods()[k.t].deadline for k in tiba)
    assert 0.1 < lambat / len(tiba) < 0.4
    assert sum("(perbaikan)" in k.nama_berkas for k in tiba) == sum(
        c.diperbaiki_hari is not None and not c.susulan for c in CACAT
    )


def test_every_planted_mistake_meets_a_group_that_reports():
    for c in CACAT:
        assert c.t in history(groups(c.kode_wilayah)[c.urut - 1]), c
        assert not is_missing(c.kode_wilayah, c.t), c


@pytest.fixture(scope="module")
def small_city(tmp_path_factory):
    """Three kelurahan over four quarters, through the real loaders."""
    alamat = tmp_path_factory.mktemp("contoh") / "contoh.db"
    with contextlib.closing(open_store(alamat)) as s:
        build(s, kode_wilayah=KECIL, n_periode=N_PERIODE)
        yield s


def test_the_loaders_find_exactly_what_was_planted(small_city):
    isi = snapshot(small_city)
    temuan = isi.temuan[isi.temuan["tingkat"] != "info"].merge(
        isi.kiriman[["kiriman_id", "kode_wilayah", "periode"]], on="kiriman_id"
    )
    ditemukan = sorted(
        zip(temuan["kode_wilayah"], temuan["periode"], temuan["jenis"], strict=True)
    )
    ditanam = sorted(
        (c.kode_wilayah, str(periods()[c.t]), TEMUAN[c.jenis])
        for c in CACAT
        if c.kode_wilayah in KECIL and c.t < N_PERIODE
    )
    assert len(ditanam) == 3
    assert ditemukan == sorted(ditanam + _sums_without_text())


def _sums_without_text():
    """The form's own sums leave out what an office types as “Rp 250.000,-”."""
    return [
        (kode, str(periods()[t]), "hitungan_tidak_cocok")
        for kode in KECIL
        if "rupiah" in habits(kode)
        for t in range(N_PERIODE)
        if not is_missing(kode, t)
        for _ in ("Jumlah modal", "Jumlah aset")
    ]


def test_reasons_travel_with_their_findings(small_city):
    temuan = snapshot(small_city).temuan
    kas = temuan[temuan["jenis"] == "neraca_tidak_seimbang"]
    assert kas["alasan"].tolist() == ["Selisih kas Rp 25.000 masih dicari bendahara."]


def test_every_group_counts_once_a_quarter_after_the_correction(small_city):
    isi = snapshot(small_city)
    lapor = {(k, t) for k in KECIL for t in range(N_PERIODE) if not is_missing(k, t)}
    harap = sum(t in history(g) for k, t in lapor for g in groups(k))
    assert len(isi.posisi) == harap
    assert not isi.posisi["tertahan"].any()
    assert len(isi.kelompok) == sum(len(groups(k)) for k in KECIL)
    assert isi.kiriman["contoh"].all()
    assert len(isi.kiriman) == len(lapor) + 1


def test_what_is_stored_is_what_the_group_wrote(small_city):
    """Once through form, loaders and store: the money of a group is unchanged."""
    posisi = snapshot(small_city).posisi.set_index(
        ["kode_wilayah", "nama_kelompok", "periode"]
    )
    for kode in ("35.74.01.1002", "35.74.04.1004"):
        for k in groups(kode):
            baris = posisi.loc[(kode, k.nama, "2023-T4")]
            for nama in (*ASET, *SUMBER, "anggota_akhir", "shu"):
                assert baris[nama] == history(k)[0][nama], (k.nama, nama)


def test_the_next_form_knows_the_groups(small_city):
    kode = "35.74.04.1004"
    lama = known_groups(small_city, kode, periods()[N_PERIODE])
    assert [k.nama for k in lama] == [k.nama for k in groups(kode)]
    assert lama[0].kode.startswith(f"{kode}-")
    terakhir = history(groups(kode)[0])[N_PERIODE - 1]
    assert lama[0].nilai["anggota_akhir"] == terakhir["anggota_akhir"]
    assert lama[0].nilai["kas"] == terakhir["kas"]
    assert lama[0].langkah["calon_pendiri"][0] in ("belum", "proses", "selesai")
    assert known_groups(small_city, kode, periods()[0]) == []
