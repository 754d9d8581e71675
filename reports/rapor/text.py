"""The text for WhatsApp that goes with a report: polite, short, about one kelurahan."""

from indicators.reminder import letter
from reference.tulisan import tampak
from reports.context import Konteks
from reports.rapor.advice import received
from reports.rapor.content import Rapor, report

CONTOH = "*CONTOH, bukan data sebenarnya*"
TERPANJANG = 700
_MARKUP = str.maketrans(dict.fromkeys("*_~`>", " "))


def rapor_text(konteks: Konteks) -> str:
    """At most 700 characters of plain text; ValueError for a place that is no
    kelurahan.

    Names of groups cannot mark the text up. The things to do are told in full, or
    fewer of them where they would not fit.
    """
    r = report(konteks)
    for banyak in range(len(r.berikut), -1, -1):
        teks = _letter(r, konteks, banyak)
        if len(teks) <= TERPANJANG:
            return teks
    return _letter(r, konteks, 0)[:TERPANJANG]


def _letter(r: Rapor, konteks: Konteks, banyak: int) -> str:
    bagian = [
        f"Terlampir rapor UP2K PKK *{r.periode}* kelurahan Ibu. {_state(r, konteks)}"
    ]
    if r.berikut and banyak:
        butir = [f"{n}. {_plain(t)}" for n, t in enumerate(r.berikut[:banyak], 1)]
        bagian.append("\n".join(("Yang dapat dikerjakan berikutnya:", *butir)))
    bagian.append(r.tenggat)
    cap = konteks.cap
    bagian.append(f"_{cap.periode}; {cap.lapor} melapor._")
    teks = letter(r.nama, *bagian)
    return f"{CONTOH}\n\n{teks}" if r.contoh else teks


def _state(r: Rapor, konteks: Konteks) -> str:
    """How the report came in: thanks where it did, a kind word where it did not."""
    if r.alasan:
        return f"{r.alasan} Kami tunggu, dan dengan senang hati kami bantu."
    keadaan = received(konteks).lower()
    if keadaan == "tepat waktu":
        return "Terima kasih, laporannya kami terima tepat waktu."
    return "Terima kasih, laporannya sudah kami terima."


def _plain(teks: str) -> str:
    """A text that WhatsApp shows as it is, on one line."""
    return " ".join(tampak(teks).translate(_MARKUP).split())
