"""The map, three charts and the table in Dash, from the same data and functions.

Run as a script: reads the store of `UP2K_DATA_DIR`, serves on `PORT`. With `ISI=peta`
only the map is shown.
"""

import logging
import os
from functools import cache
from typing import Any

from dash import Dash, Input, Output, callback, dash_table, dcc, html

from charts import composition, ranking, trend
from charts import map as peta
from charts.classes import Klasifikasi, classify
from charts.theme import CONFIG, Chart
from indicators import INDICATORS
from indicators.composition import composition_over
from indicators.compute import compute, series
from indicators.data import Data
from indicators.ranking import ranking as rank
from reference.boundaries import boundaries
from reference.periode import Periode
from store import open_store, sample_url, snapshot

MODAL = INDICATORS["modal_sendiri"]
DATA = Data.from_snapshot(snapshot(open_store(sample_url())))
PERIODE = tuple(DATA.periodes)
KOLOM = ("kelurahan", "kecamatan", "value", "n_lapor", "n_kelompok")
SATUAN = {"label": MODAL.label, "satuan": MODAL.unit}
PETA_SAJA = os.environ.get("ISI") == "peta"
BANYAK = 1 if PETA_SAJA else 4


@cache
def kelas() -> Klasifikasi:
    """The class breaks of all periods."""
    semua = series(MODAL, DATA, PERIODE, "kelurahan")
    return classify(semua["value"].tolist(), MODAL.unit)


@cache
def charts(kode: str) -> tuple[Chart, ...]:
    """The figures of one period."""
    periode = Periode.parse(kode)
    sampai = [p for p in PERIODE if p <= periode]
    nilai = compute(MODAL, DATA, periode, "kelurahan")
    batas = boundaries()
    gambar = [peta.draw(nilai, kelas(), batas, **SATUAN, contoh=True)]
    if not PETA_SAJA:
        deret = series(MODAL, DATA, sampai, "kecamatan")
        isi = composition_over(DATA, sampai, "35.74")
        gambar.append(trend.draw(deret, **SATUAN, contoh=True))
        gambar.append(composition.draw(isi, label="Modal", contoh=True))
        urut = rank(MODAL, nilai, 2)
        gambar.append(ranking.draw(urut, **SATUAN, contoh=True))
    return tuple(gambar)


@callback(
    [Output(f"gambar{i}", "figure") for i in range(BANYAK)],
    Output("tabel", "data"),
    Input("periode", "value"),
)
def show(kode: str) -> list[Any]:
    """Everything that a new period changes."""
    gambar = charts(kode)
    tabel = [] if PETA_SAJA else gambar[0].table[list(KOLOM)].to_dict("records")
    return [*(g.figure for g in gambar), tabel]


def main() -> None:
    """Serve on localhost."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    app = Dash(__name__, update_title=None)
    pilihan = [{"label": p.label, "value": str(p)} for p in reversed(PERIODE)]
    gambar = [dcc.Graph(id=f"gambar{i}", config=CONFIG) for i in range(BANYAK)]
    tabel = dash_table.DataTable(
        id="tabel", columns=[{"id": k, "name": k} for k in KOLOM]
    )
    app.layout = html.Div(
        [
            html.Label("Periode", htmlFor="periode"),
            dcc.Dropdown(pilihan, pilihan[0]["value"], id="periode", clearable=False),
            html.Div([*gambar, tabel], id="isi"),
        ]
    )
    app.run(host="localhost", port=int(os.environ["PORT"]), debug=False)


if __name__ == "__main__":
    main()
