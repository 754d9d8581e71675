"""A picture of each page, for the documents: `make gambar`."""

from bench import server
from bench.contoh import sample_city
from bench.peramban import browser, opened
from reference.paths import ROOT

FOLDER = ROOT / "docs" / "gambar"
SIZE = {"width": 1440, "height": 1200}
# Path of each page, with the choices that show it best, and the name of its picture.
PAGES = {
    "": "ringkasan",
    "peta": "peta",
    "modal": "modal",
    "keanggotaan": "keanggotaan",
    "menuju_koperasi": "menuju_koperasi",
    "profil?wilayah=35.74.04.1006": "profil",
    "rencana_pembinaan?bagian_rencana=Rencana+anggaran": "rencana_pembinaan",
    "tindakan": "tindakan",
    "peringatan_dini": "peringatan_dini",
    "linimasa": "linimasa",
    "sosialisasi": "sosialisasi",
    "lomba": "lomba",
    "kampanye": "kampanye",
    "presentasi": "presentasi",
    "rapor?wilayah=35.74.04.1006": "rapor",
    "kirim_laporan": "kirim_laporan",
    "kiriman": "kiriman",
    "definisi": "definisi",
}


def main() -> None:
    """Open every page on the sample city and keep what it looks like."""
    FOLDER.mkdir(exist_ok=True)
    with (
        sample_city() as data_dir,
        browser() as chromium,
        server.ours(data_dir) as app,
    ):
        for path, nama in PAGES.items():
            with opened(chromium, f"{app.url}/{path}") as (sheet, _):
                sheet.page.set_viewport_size(SIZE)
                sheet.page.wait_for_timeout(1500)
                sheet.page.screenshot(path=FOLDER / f"{nama}.png")
                print(f"{nama}.png")


if __name__ == "__main__":
    main()
