"""What the coordinator says of a finding: that it is so, with who said it and when."""

from sqlalchemy import Connection, select

from store.decisions import alasan
from store.engine import Store, StoreError, write
from store.tables import kiriman
from store.writing import add_reasons

MEMANG_SAMA = "memang sama"


def confirm(
    store: Store,
    kiriman_id: int,
    jenis: str,
    tempat: str,
    *,
    oleh: str,
    catatan: str = "",
) -> None:
    """Keep that what a finding says is so ("memang sama"), beside the finding.

    `tempat` is where it stands, as reasons remember it: `Keuangan!F14`, else the
    group, else empty. Raises StoreError without a name, for an unknown submission, and
    when it was said before.
    """
    if not oleh.strip():
        raise StoreError("Sebutkan siapa yang memutuskan.")
    teks = f"{MEMANG_SAMA}: {catatan.strip()}" if catatan.strip() else MEMANG_SAMA
    kiriman_id = int(kiriman_id)  # frames give numpy's, which SQLite keeps as bytes
    with write(store) as conn:
        ada = select(kiriman.c.kiriman_id).where(kiriman.c.kiriman_id == kiriman_id)
        if conn.execute(ada).scalar() is None:
            raise StoreError(f"Kiriman nomor {kiriman_id} tidak ada.")
        if _was_said(conn, kiriman_id, jenis, tempat):
            raise StoreError("Temuan ini sudah dinilai.")
        baris = {"jenis": jenis, "sel": tempat, "alasan": teks}
        add_reasons(conn, kiriman_id, [baris], oleh.strip())


def _was_said(conn: Connection, kiriman_id: int, jenis: str, tempat: str) -> bool:
    kunci = (
        alasan.c.kiriman_id == kiriman_id,
        alasan.c.jenis == jenis,
        alasan.c.sel == tempat,
    )
    return conn.execute(select(alasan.c.alasan_id).where(*kunci)).first() is not None
