"""Every kind of finding, on the smallest form that has it: sentence and cell."""

import pytest

from checks.temuan import JENIS
from loaders.form.read import read
from tests.acuan_faults import ACUAN_FAULTS
from tests.faults import FAULTS as FORM_FAULTS
from tests.faults import HARI_INI, Form
from tests.list_faults import LIST_FAULTS
from tests.recap_faults import RECAP_FAULTS
from tests.register_faults import REGISTER_FAULTS

FAULTS = {
    **FORM_FAULTS, **RECAP_FAULTS, **REGISTER_FAULTS, **ACUAN_FAULTS, **LIST_FAULTS,
}  # fmt: skip

# Said by the process that reads, or only with the period before at hand.
ELSEWHERE = {"berkas_tidak_terbaca"}
READ = {
    kode
    for kode, j in JENIS.items()
    if j.asal != "terima" and not j.uji_coba and not getattr(j, "perlu_lalu", False)
} - ELSEWHERE


def test_a_good_form_has_no_finding():
    bacaan = read(Form().write(), "formulir.xlsx", hari_ini=HARI_INI)
    assert bacaan.temuan == []
    assert [g.nama for g in bacaan.kelompok] == ["Melati", "Mawar"]


def test_every_kind_has_a_fault():
    assert set(FAULTS) == READ


@pytest.mark.parametrize("kode", FAULTS)
def test_the_fault_is_told_with_its_cell(kode):
    fault = FAULTS[kode]
    bacaan = read(fault.buat(), fault.nama, hari_ini=HARI_INI)
    temuan = [t for t in bacaan.temuan if t.jenis == kode]
    assert [t.pesan for t in temuan] == [fault.pesan]
    (t,) = temuan
    assert (t.lembar, t.sel, t.sel_lain, t.kelompok) == (
        fault.lembar,
        fault.sel,
        fault.sel_lain,
        fault.kelompok,
    )
    assert t.tingkat == JENIS[kode].tingkat


@pytest.mark.parametrize("kode", FAULTS)
def test_only_a_finding_about_the_file_rejects_it(kode):
    fault = FAULTS[kode]
    bacaan = read(fault.buat(), fault.nama, hari_ini=HARI_INI)
    ditolak = JENIS[kode].lingkup == "berkas"
    assert bacaan.ditolak == ditolak
    assert (bacaan.kode_wilayah, bacaan.periode) == (
        (None, None) if ditolak else (fault.kode, fault.periode)
    )
    galat_kelompok = JENIS[kode].tingkat == "galat" and fault.kelompok
    assert bacaan.tertahan() == ({fault.kelompok} if galat_kelompok else set())
