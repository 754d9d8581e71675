"""What the reader chose: the shared pickers, and the only way to go to another page.

Every choice lives in the URL through `bind="query-params"`, by the words shown
(`?wilayah=Pilang`); a link may also carry the code (`?wilayah=35.74.01.1006`).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import streamlit as st

from reference.pengaturan import pengaturan
from reference.periode import Periode
from reference.tulisan import hari_ini
from reference.wilayah import kecamatan, kelurahan, nama_wilayah
from ui import cached, halaman

PEMBANDING = {"lalu": "Periode lalu", "tahun": "Tahun lalu"}
SELURUH_KOTA = "Seluruh kota"


@dataclass(frozen=True, slots=True)
class Selection:
    """The reader's choices; `pembanding` is the period that numbers are held against.

    With a kelurahan, `kecamatan` is the one it lies in; both None is the whole city.
    """

    periode: Periode
    pembanding: Periode
    kecamatan: str | None = None
    kelurahan: str | None = None
    cara_banding: Literal["lalu", "tahun"] = "lalu"
    terbaru: bool = True

    @property
    def wilayah(self) -> str:
        """The code of the place chosen: a kelurahan, a kecamatan or the city."""
        return self.kelurahan or self.kecamatan or pengaturan().kode_kota

    @property
    def tingkat(self) -> Literal["kelurahan", "kecamatan", "kota"]:
        """What kind of place is chosen; fits `compute(…, by=…)`."""
        if self.kelurahan:
            return "kelurahan"
        return "kecamatan" if self.kecamatan else "kota"

    @property
    def nama(self) -> str:
        """The name of the place chosen: `Kelurahan Pilang`."""
        awalan = "Kelurahan " if self.kelurahan else ""
        return awalan + nama_wilayah(self.wilayah)


def wilayah_options() -> list[str]:
    """Codes in the order of the picker: each kecamatan, then its kelurahan."""
    return [
        kode
        for kec in kecamatan()
        for kode in (kec, *(k for k in kelurahan() if k.startswith(f"{kec}.")))
    ]


def current() -> Selection:
    """What is chosen now; with defaults when the pickers are not there."""
    pilihan = st.session_state
    terpilih = pilihan.get("periode")
    periode = Periode.parse(terpilih) if terpilih else cached.periode_terbaru()
    cara: Literal["lalu", "tahun"] = pilihan.get("pembanding") or "lalu"
    kode = pilihan.get("wilayah")
    return Selection(
        periode=periode,
        pembanding=periode.year_ago() if cara == "tahun" else periode.previous(),
        kecamatan=kode[:8] if kode else None,
        kelurahan=kode if kode in kelurahan() else None,
        cara_banding=cara,
        terbaru=terpilih is None,
    )


def pick(
    label: str,
    options: Sequence[str],
    *,
    key: str,
    labels: Callable[[str], str] = str,
    placeholder: str | None = None,
    bantuan: str | None = None,
) -> str | None:
    """A picker in the URL; with a placeholder it starts empty and gives None.

    `labels` must give every option words of its own: they are what the URL carries.
    """
    _accept_code(key, options, labels)
    return st.selectbox(
        label,
        options,
        index=0 if placeholder is None else None,
        format_func=labels,
        key=key,
        placeholder=placeholder,
        help=bantuan,
        bind="query-params",
    )


def sections(isi: Mapping[str, Callable[[], None]], *, key: str) -> None:
    """One part of a page at a time, chosen in the URL; only that one is drawn."""
    pilih = st.segmented_control(
        "Bagian", list(isi), default=next(iter(isi)), required=True,
        key=key, bind="query-params", label_visibility="collapsed",
    )  # fmt: skip
    isi[pilih]()


def pickers() -> None:
    """The pickers that all pages share; drawn once, by the frame."""
    periode = [str(p) for p in cached.periode()]
    pick(
        "Periode",
        periode,
        key="periode",
        labels=lambda kode: Periode.parse(kode).label,
        placeholder=f"Terbaru ({cached.periode_terbaru().label})",
    )
    pick(
        "Wilayah",
        wilayah_options(),
        key="wilayah",
        labels=nama_wilayah,
        placeholder=SELURUH_KOTA,
        bantuan="Ketik nama kecamatan atau kelurahan untuk mencari.",
    )
    _accept_code("pembanding", list(PEMBANDING), PEMBANDING.__getitem__)
    st.segmented_control(
        "Dibandingkan dengan",
        list(PEMBANDING),
        default="lalu",
        required=True,
        format_func=PEMBANDING.__getitem__,
        key="pembanding",
        bind="query-params",
        width="stretch",
    )


def known_on() -> None:
    """The picker of the day whose knowledge is shown; empty is now. In the frame."""
    diterima = cached.snapshot(kini=True).kiriman["diterima_pada"]
    if diterima.empty:
        return
    st.date_input(
        "Seperti diketahui pada",
        value=None,
        min_value=min(diterima.min().date(), hari_ini()),
        max_value=hari_ini(),
        format="DD/MM/YYYY",
        key=cached.PADA,
        bind="query-params",
        help="Kosong berarti hari ini. Dengan tanggal, semua halaman menampilkan apa "
        "yang sudah diketahui sampai akhir hari itu.",
    )


def back_to_today() -> None:
    """Callback: shows what is known now."""
    st.session_state[cached.PADA] = None


def go(page: str, **choices: str | None) -> None:
    """Open a page (`"profil"`) with choices set: `go("profil", wilayah=kode)`.

    For callbacks only (`on_click=go, args=("profil",), kwargs={"wilayah": kode}`): a
    widget's state cannot be set once the widget stands. Choices not named stay.
    """
    for kunci, nilai in choices.items():
        st.session_state[kunci] = nilai
    st.switch_page(halaman.semua()[page].path, query_params={})


def button(label: str, page: str, *, key: str, **choices: str | None) -> None:
    """A quiet button that opens a page with choices set."""
    st.button(
        label,
        key=key,
        type="tertiary",
        icon=":material/arrow_forward:",
        on_click=go,
        args=(page,),
        kwargs=choices,
    )


def _accept_code(
    key: str, options: Sequence[str], labels: Callable[[str], str]
) -> None:
    """A link may carry a code: it is turned into the words that the picker knows."""
    kode = st.query_params.get(key, "")
    if key not in st.session_state and kode in options and labels(kode) != kode:
        st.query_params[key] = labels(kode)
        st.rerun()


def open_place(kode: Sequence[str], *, key: str) -> None:
    """A picker that opens the profile of a kelurahan."""
    st.selectbox(
        "Buka profil kelurahan",
        kode,
        index=None,
        format_func=nama_wilayah,
        placeholder="Pilih kelurahan",
        key=key,
        on_change=_open_picked,
        args=(key,),
    )


def open_clicked(key: str) -> None:
    """Callback of a figure: opens the profile of the place that was clicked."""
    titik = st.session_state[key].selection.points
    kode = [t["customdata"] for t in titik if isinstance(t.get("customdata"), str)]
    if kode:
        go("profil", wilayah=kode[0])


def _open_picked(key: str) -> None:
    if st.session_state[key]:
        go("profil", wilayah=st.session_state[key])
