"""The triggers that keep every table append-only."""

from collections.abc import Iterable


def guards(dialect: str, tabel: Iterable[str], *, baru: bool = True) -> list[str]:
    """The statements that make UPDATE and DELETE impossible on those tables.

    `baru` says that the store has no guarded table yet.
    """
    pesan = "hanya boleh ditambah, tidak diubah atau dihapus"
    if dialect == "postgresql":
        buat = (
            "CREATE FUNCTION tolak_ubah() RETURNS trigger LANGUAGE plpgsql AS $$ "
            f"BEGIN RAISE EXCEPTION USING MESSAGE = TG_TABLE_NAME || ' {pesan}'; END $$"
        )
        return [buat] * baru + [
            f"CREATE TRIGGER {t}_tetap BEFORE UPDATE OR DELETE OR TRUNCATE ON {t} "
            "FOR EACH STATEMENT EXECUTE FUNCTION tolak_ubah()"
            for t in tabel
        ]
    return [
        f"CREATE TRIGGER {t}_{aksi.lower()} BEFORE {aksi} ON {t} "
        f"BEGIN SELECT RAISE(ABORT, '{t} {pesan}'); END"
        for t in tabel
        for aksi in ("UPDATE", "DELETE")
    ]
