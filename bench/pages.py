"""A page's rerun after a picker change, until the last figure is painted."""

from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from itertools import cycle

from bench import server
from bench.contoh import sample_city
from bench.hasil import Aim, Hasil, interleaved
from bench.peramban import Lembar, browser, opened
from reference.paths import ROOT

LANTAI = ROOT / "bench" / "lantai"
PERIODE = ("Triwulan II 2026", "Triwulan I 2026", "Triwulan IV 2025")
# Path and name; pages that do not change with the period have nothing to measure.
PAGES = {
    "": "Ringkasan",
    "peta": "Peta",
    "modal": "Modal",
    "keanggotaan": "Keanggotaan",
    "menuju_koperasi": "Menuju Koperasi",
    "profil?wilayah=35.74.04.1006": "Profil",
    "kiriman": "Kiriman",
}
PLANNING = {
    "menuju_koperasi?bagian_koperasi=Menurut+aturan": "Menuju Koperasi, by the rules",
    "menuju_koperasi?bagian_koperasi=Kapan%3F": "Menuju Koperasi, when",
    "rencana_pembinaan": "Rencana Pembinaan, the work list",
    "rencana_pembinaan?bagian_rencana=Rencana+anggaran": "Rencana Pembinaan, the plan",
    "peringatan_dini": "Peringatan Dini",
}
LIMIT_KB = 40


def measure(rounds: int) -> list[Hasil]:
    """Milliseconds and bytes of one rerun, each page beside the one-line page."""
    with ExitStack() as stack:
        data_dir = stack.enter_context(sample_city())
        chromium = stack.enter_context(browser())
        app = stack.enter_context(server.ours(data_dir))
        folder = data_dir / "stock"
        folder.mkdir()
        env = {"UP2K_DATA_DIR": str(data_dir)}
        dash = LANTAI / "dash_peta.py"
        satu_baris = LANTAI / "satu_baris.py"
        alamat = {nama: f"{app.url}/{nama}" for nama in PAGES | PLANNING}
        alamat["stock"] = stack.enter_context(server.stock(satu_baris, folder, {})).url
        alamat["dash"] = stack.enter_context(server.script(dash, env)).url
        env_peta = {**env, "ISI": "peta"}
        alamat["dash map"] = stack.enter_context(server.script(dash, env_peta)).url
        lembar = {
            nama: stack.enter_context(opened(chromium, url))[0]
            for nama, url in alamat.items()
        }
        tasks: dict[str, Callable[[], float]] = {}
        bytes_sent: dict[str, list[int]] = {nama: [] for nama in lembar}
        for nama, satu in lembar.items():
            pilihan = ("Dua", "Tiga", "Satu") if nama == "stock" else PERIODE
            tasks[nama] = partial(_rerun_ms, satu, cycle(pilihan), bytes_sent[nama])
        for task in tasks.values():
            for _ in PERIODE:
                task()
        ms = interleaved(rounds, tasks)
    return [
        row
        for nama in PAGES | PLANNING
        for row in _rows(nama, ms, max(bytes_sent[nama]))
    ]


def _rerun_ms(satu: Lembar, pilihan: "cycle[str]", sent: list[int]) -> float:
    ms = satu.pick_ms("Periode", next(pilihan))
    sent.append(satu.received_bytes)
    return ms


def _rows(nama: str, ms: dict[str, float], sent: int) -> list[Hasil]:
    judul = f"rerun of *{(PAGES | PLANNING)[nama]}*"
    kali = 3 if nama in PLANNING else 2
    rows = [
        Hasil(f"{judul}, against one line of text in stock Streamlit",
              ms[nama], "ms", ms["stock"], Aim("ratio", kali)),
        Hasil(f"{judul}, most bytes sent", sent / 1000, "kB",
              aim=Aim("most", LIMIT_KB)),
    ]  # fmt: skip
    if nama == "peta":
        rows += [
            Hasil(f"{judul}, against the map, three charts and the table in Dash",
                  ms[nama], "ms", ms["dash"], Aim("ratio", 0.6)),
            Hasil(f"{judul}, against the map alone in Dash",
                  ms[nama], "ms", ms["dash map"]),
        ]  # fmt: skip
    return rows
