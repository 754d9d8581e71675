"""The closing: thanks, and where the numbers can be read on."""

from reference.pengaturan import pengaturan
from reports.blocks import sentences
from reports.context import Konteks
from reports.slide import AUDIENS as SEMUA
from reports.slide import Slide

ID = "terima_kasih"
JUDUL = "Terima kasih"
URUTAN = 100
AUDIENS = tuple(SEMUA)


def make(konteks: Konteks, audiens: str) -> Slide:  # noqa: ARG001
    """Thanks; whoever draws it adds the code of the live address, when one is set."""
    pengirim = f"Pokja II TP PKK {pengaturan().nama_kota}"
    alamat = konteks.alamat
    return Slide(
        id=ID,
        judul=JUDUL,
        kalimat=f"Terima kasih atas kerja sama Bapak dan Ibu. {pengirim}.",
        catatan=sentences(
            "Terima kasih atas perhatian dan kerja sama Bapak dan Ibu.",
            "Bila ada angka yang keliru, mohon kabari kami; kami perbaiki bersama "
            "dari laporannya.",
            "Dasbornya dapat dibuka lewat kode QR di layar." if alamat else "",
        ),
        jenis="penutup",
    )
