"""How rules are measured: fired, explained away, mended; counted by hand."""

import pandas as pd
import pytest

from indicators.rule_measures import measures, newest_taken, period_range, trials
from store.frames import ALASAN, KIRIMAN, TEMUAN, UJI_COBA, frame

PILANG, JATI = "35.74.01.1009", "35.74.03.1004"
SATU, DUA = f"{PILANG}-01", f"{PILANG}-02"


def made(kolom: dict, *rows: dict) -> pd.DataFrame:
    return frame(kolom, [tuple(b.get(k) for k in kolom) for b in rows])


def sent(nomor: int, hari: int, keadaan="diterima", kode=PILANG, periode="2026-T3"):
    pada = f"2026-10-{hari:02d}T03:00:00.000000Z"
    return {"kiriman_id": nomor, "kode_wilayah": kode, "periode": periode,
            "keadaan": keadaan, "diterima_pada": pada, "contoh": False}  # fmt: skip


def found(kiriman: int, jenis: str, kode=SATU, variabel="kas", **lain):
    return {"kiriman_id": kiriman, "jenis": jenis, "kode_kelompok": kode,
            "variabel": variabel, "lembar": "Keuangan", "sel": "F14",
            "alasan": "", **lain}  # fmt: skip


# Pilang sent twice for 2026-T3, once for 2026-T2 (undone) and once rejected; Jati once.
KIRIMAN_SEMUA = made(
    KIRIMAN,
    sent(1, 5), sent(2, 9, "sebagian"), sent(3, 6, "dibatalkan", periode="2026-T2"),
    sent(4, 7, kode=JATI, periode="2025-T4"), sent(5, 11, "ditolak"),
)  # fmt: skip


def test_what_the_newer_submission_no_longer_has_was_mended():
    temuan = made(
        TEMUAN,
        # gone in number 2
        found(1, "neraca_tidak_seimbang"),
        # still there, on another cell: the group, kind and variable are the same
        found(1, "shu_tidak_cocok", variabel="shu"),
        found(2, "shu_tidak_cocok", variabel="shu", sel="F15"),
        # nothing came after number 4
        found(4, "neraca_tidak_seimbang", kode=f"{JATI}-01"),
    )
    hasil = measures(
        temuan,
        made(ALASAN),
        KIRIMAN_SEMUA,
        ("neraca_tidak_seimbang", "shu_tidak_cocok"),
    )
    assert hasil.columns.tolist() == [
        "n_kiriman", "n_temuan", "n_dijelaskan", "n_disusul", "n_diperbaiki",
    ]  # fmt: skip
    assert hasil.loc["neraca_tidak_seimbang"].tolist() == [2, 2, 0, 1, 1]
    assert hasil.loc["shu_tidak_cocok"].tolist() == [2, 2, 0, 1, 0]


def test_a_group_that_was_left_out_has_not_been_mended():
    temuan = made(
        TEMUAN,
        found(1, "bukan_angka", kode=DUA),
        found(2, "kelompok_tidak_dilaporkan", kode=DUA, variabel=None, sel=None),
    )
    hasil = measures(temuan, made(ALASAN), KIRIMAN_SEMUA, ["bukan_angka"])
    assert hasil.loc["bukan_angka"].tolist() == [1, 1, 0, 1, 0]


def test_an_official_recap_mends_no_report():
    rekap = {**sent(6, 20), "layout": "lampiran_4_22"}
    kiriman = made(KIRIMAN, sent(1, 5), rekap)
    hasil = measures(
        made(TEMUAN, found(1, "bukan_angka")), made(ALASAN), kiriman, ["bukan_angka"]
    )
    assert hasil.loc["bukan_angka", ["n_disusul", "n_diperbaiki"]].tolist() == [0, 0]


def test_a_rejected_or_undone_submission_mends_nothing():
    temuan = made(TEMUAN, found(2, "bukan_angka"), found(3, "bukan_angka"))
    hasil = measures(temuan, made(ALASAN), KIRIMAN_SEMUA, ["bukan_angka"])
    assert hasil.loc["bukan_angka"].tolist() == [2, 2, 0, 0, 0]


def test_a_file_of_nowhere_is_counted_too():
    """Rejected, so that neither kelurahan nor period is known."""
    asing = made(KIRIMAN, sent(9, 5, "ditolak", kode=None, periode=None), sent(1, 6))
    temuan = made(TEMUAN, found(9, "kelurahan_kosong", kode=None, variabel=None))
    hasil = measures(temuan, made(ALASAN), asing, ["kelurahan_kosong", "bukan_angka"])
    assert hasil.loc["kelurahan_kosong"].tolist() == [1, 1, 0, 0, 0]
    assert hasil.loc["bukan_angka"].tolist() == [0, 0, 0, 0, 0]


@pytest.mark.parametrize("sel", ["Keuangan!F14", SATU])
def test_reasons_count_whether_they_came_with_the_form_or_later(sel):
    """One with the form, one later at its cell (or group); the third has none."""
    temuan = made(
        TEMUAN,
        found(1, "angka_berulang", alasan="kegiatan memang tetap", kode=DUA, sel="F15"),
        found(2, "angka_berulang"),
        found(4, "angka_berulang", kode=f"{JATI}-01"),
    )
    alasan = made(
        ALASAN,
        {"kiriman_id": 2, "jenis": "angka_berulang", "sel": sel,
         "alasan": "memang sama", "dicatat_pada": "2026-10-12T03:00:00.000000Z"},
    )  # fmt: skip
    hasil = measures(temuan, alasan, KIRIMAN_SEMUA, ["angka_berulang"])
    assert hasil.loc["angka_berulang", ["n_temuan", "n_dijelaskan"]].tolist() == [3, 2]


def test_a_trial_is_counted_over_the_submissions_that_it_saw():
    uji = made(
        UJI_COBA,
        *({"kiriman_id": k, "jenis": "hadir_selalu_penuh", "jumlah": n}
          for k, n in ((1, 0), (2, 3), (4, 1))),
    )  # fmt: skip
    assert trials(uji).loc["hadir_selalu_penuh"].tolist() == [2, 3, 4]
    assert trials(made(UJI_COBA)).empty


def test_the_newest_taken_and_the_range_leave_out_what_does_not_count():
    assert newest_taken(KIRIMAN_SEMUA).to_dict() == {
        (PILANG, "2026-T3", False): 2,
        (JATI, "2025-T4", False): 4,
    }
    assert [str(p) for p in period_range(KIRIMAN_SEMUA)] == ["2025-T4", "2026-T3"]
    assert period_range(made(KIRIMAN)) is None
