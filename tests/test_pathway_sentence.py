"""The sentence on a group's own next step: the reading's reason, or nothing."""

import datetime as dt

from planning.pathway.sentence import next_step
from planning.pathway.standing import read
from tests.city import KINI, KODE, city, empty


def test_it_says_what_the_reading_says_and_on_which_report_it_stands():
    k = next_step(city(), KODE["a1"], KINI.end)
    assert k.teks == read(city(), KODE["a1"], KINI.end).alasan
    assert k.dasar[0].periode == KINI and k.dasar[0].kode == KODE["a1"]
    assert k.arah == "" and k.yakin.endswith("Pokja II dapat mengubahnya.")


def test_a_silent_group_is_read_by_its_report_before():
    k = next_step(city(), KODE["b2"], KINI.end)
    assert k.dasar[0].periode == KINI.previous()


def test_a_closed_or_unknown_group_has_no_next_step():
    # c2 closed on 15 August 2026
    assert next_step(city(), KODE["c2"], dt.date(2026, 10, 1)) is None
    assert next_step(empty(), KODE["a1"], KINI.end) is None
