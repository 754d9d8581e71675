"""The sample city's recaps: read without a fault, true but for what was slipped in."""

import datetime as dt

import pytest

from loaders.form.read import read
from reference.rekap import columns_of, from_groups, rung_of
from reference.wilayah import kecamatan, kelurahan
from sample.cerita import history, level, stage
from sample.kota import groups, periods
from sample.rekap import half_years, render_recap, schedule_recaps, slip

HARI_INI = dt.date(2026, 10, 30)
SEMUA = [k for t in half_years() for k in schedule_recaps(t, tuple(kelurahan()))]


def truth(kode: str, t: int) -> dict[str, int]:
    """What the groups of a kelurahan add up to, group by group."""
    hasil = dict.fromkeys(from_groups(), 0)
    for k in groups(kode):
        if t in history(k):
            klp, orang = columns_of(rung_of(level(k, t), stage(k, t)))
            hasil[klp] += 1
            hasil[orang] += history(k)[t]["anggota_akhir"]
    return hasil


def of_kelurahan(kiriman) -> bool:
    return kiriman.kode_wilayah in kelurahan()


@pytest.mark.parametrize("t", half_years())
def test_some_send_none_and_some_slip(t):
    kiriman = [k for k in schedule_recaps(t, tuple(kelurahan())) if of_kelurahan(k)]
    assert 20 <= len(kiriman) <= 28
    assert 3 <= sum(bool(slip(k.kode_wilayah, t)) for k in kiriman) <= 14
    assert all(k.diterima > periods()[t].end for k in kiriman)


def test_every_recap_is_read_without_a_finding_and_is_a_sample():
    for kiriman in SEMUA:
        b = read(render_recap(kiriman), kiriman.nama_berkas, hari_ini=HARI_INI)
        assert (b.temuan, b.contoh) == ([], True), kiriman
        assert (b.kode_wilayah, b.periode) == (
            kiriman.kode_wilayah,
            str(kiriman.periode),
        )
        tingkat = "kecamatan" if kiriman.kode_wilayah in kecamatan() else "kelurahan"
        assert b.tingkat_wilayah == tingkat
        total = b.rekap[-1].nilai
        if of_kelurahan(kiriman):
            benar = truth(kiriman.kode_wilayah, kiriman.t)
            sama = {n: total[n] for n in from_groups()} == benar
            assert sama == (not slip(kiriman.kode_wilayah, kiriman.t)), kiriman


def test_a_quarter_in_the_middle_of_a_half_year_has_none():
    assert schedule_recaps(half_years()[0] + 1, tuple(kelurahan())) == []
