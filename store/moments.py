"""Days and moments as the store keeps them: ISO text, moments in UTC."""

import datetime as dt

from reference.tulisan import WIB, hari_ini

NOW = "9999"
"""Later than every moment: the limit when nothing is cut."""

_NOON = dt.time(12)


def moment_text(saat: dt.datetime) -> str:
    """A moment as stored; all have the same width, so text order is time order.

    >>> moment_text(dt.datetime(2026, 10, 9, 10, 5, tzinfo=WIB))
    '2026-10-09T03:05:00.000000Z'
    """
    utc = saat.astimezone(dt.UTC).replace(tzinfo=None)
    return f"{utc.isoformat(timespec='microseconds')}Z"


def now_text() -> str:
    """This moment as stored."""
    return moment_text(dt.datetime.now(dt.UTC))


def end_of_day_text(hari: dt.date | None) -> str:
    """The moment (24.00 WIB) before which things count "as of" a day.

    Without a day everything counts.

    >>> end_of_day_text(dt.date(2026, 10, 9))
    '2026-10-09T17:00:00.000000Z'
    """
    if hari is None:
        return NOW
    besok = dt.datetime.combine(hari + dt.timedelta(days=1), dt.time(), WIB)
    return moment_text(besok)


def receipt_moment(diterima: dt.date | dt.datetime | None) -> dt.datetime:
    """When a file counts as received: now, or the day that was stated, at noon WIB.

    Raises ValueError, in Indonesian, for a day that has not come yet.
    """
    sekarang = dt.datetime.now(WIB)
    if diterima is None:
        return sekarang
    if isinstance(diterima, dt.datetime):
        saat = diterima if diterima.tzinfo else diterima.replace(tzinfo=WIB)
    elif diterima == hari_ini():
        return sekarang
    else:
        saat = dt.datetime.combine(diterima, _NOON, WIB)
    if saat > sekarang:
        raise ValueError(
            f"Tanggal terima {saat:%d/%m/%Y} belum tiba; tulis hari berkas diterima."
        )
    return saat


def moment(teks: str) -> dt.datetime:
    """The moment behind stored text, in western Indonesian time.

    >>> moment("2026-10-09T03:05:00.000000Z").isoformat()
    '2026-10-09T10:05:00+07:00'
    """
    return dt.datetime.fromisoformat(teks).astimezone(WIB)
