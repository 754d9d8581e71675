"""The figures of a page as it draws them, for floors that show the same."""

import json
import os
from pathlib import Path
from typing import Any

from plotly.offline import get_plotlyjs
from streamlit.testing.v1 import AppTest

from reference.paths import ROOT

TIMEOUT_SECONDS = 60


def figures(page: str, data_dir: Path) -> list[dict[str, Any]]:
    """The Plotly figures of a page (`02_peta`) with its defaults, in their order."""
    os.environ["UP2K_DATA_DIR"] = str(data_dir)
    berkas = ROOT / "pages" / f"{page}.py"
    at = AppTest.from_file(str(berkas), default_timeout=TIMEOUT_SECONDS).run()
    if at.exception:
        raise RuntimeError(f"{page}: {at.exception[0].message}")
    return [json.loads(chart.proto.spec) for chart in at.get("plotly_chart")]


def static_page(gambar: list[dict[str, Any]]) -> str:
    """One HTML file with the figures and all it takes to draw them."""
    wadah = "".join(f'<div id="g{i}"></div>' for i in range(len(gambar)))
    isi = json.dumps(gambar)
    return (
        '<!doctype html><html lang="id"><meta charset="utf-8"><title>Gambar</title>'
        f'<div id="isi">{wadah}</div><script>{get_plotlyjs()}</script>'
        f"<script>{isi}.forEach((g, i) => Plotly.newPlot('g' + i, g.data, g.layout));"
        "</script></html>"
    )
