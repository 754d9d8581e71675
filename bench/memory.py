"""The server's memory, and how it grows over 300 reruns of one visitor."""

from contextlib import ExitStack

from bench import server
from bench.contoh import sample_city
from bench.hasil import Aim, Hasil
from bench.pages import LANTAI, PERIODE
from bench.peramban import browser, opened
from loaders.progress import watched

RERUNS = 300
WARM_UP = 30
LIMIT_PCT = 5


def measure(rounds: int) -> list[Hasil]:  # noqa: ARG001
    """Megabytes after warming up, and growth after 300 more reruns of *Peta*.

    One round: each rerun is a sample of its own. The warm-up fills the caches.
    """
    with ExitStack() as stack:
        data_dir = stack.enter_context(sample_city())
        chromium = stack.enter_context(browser())
        folder = data_dir / "stock"
        folder.mkdir()
        app = stack.enter_context(server.ours(data_dir))
        satu_baris = LANTAI / "satu_baris.py"
        stock = stack.enter_context(server.stock(satu_baris, folder, {}))
        servers = {
            "ours": (app, f"{app.url}/peta", PERIODE),
            "stock": (stock, stock.url, ("Dua", "Tiga", "Satu")),
        }
        before: dict[str, float] = {}
        growth: dict[str, float] = {}
        for nama, (satu, url, pilihan) in servers.items():
            lembar = stack.enter_context(opened(chromium, url))[0]
            for i in watched(range(WARM_UP + RERUNS)):
                if i == WARM_UP:
                    before[nama] = satu.rss_mb()
                lembar.pick_ms("Periode", pilihan[i % len(pilihan)])
            growth[nama] = 100 * (satu.rss_mb() / before[nama] - 1)
    return [
        Hasil("server memory, one visitor", before["ours"], "MB", before["stock"]),
        Hasil(f"growth over {RERUNS} reruns", growth["ours"], "%",
              growth["stock"], Aim("most", LIMIT_PCT)),
    ]  # fmt: skip
