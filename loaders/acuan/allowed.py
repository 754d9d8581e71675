"""What a cell of a column may hold, as office programs ask it."""

from reference.acuan import Kolom

YA_TIDAK = ["ya", "tidak"]
_PILIHAN_TERPANJANG = 255


def allowed(k: Kolom) -> dict[str, object] | None:
    """The data validation of a column; None where anything may be written."""
    if k.jenis == "ya_tidak":
        return {"validate": "list", "source": YA_TIDAK}
    if k.jenis == "pilihan" and len(",".join(k.pilihan)) <= _PILIHAN_TERPANJANG:
        return {"validate": "list", "source": list(k.pilihan)}
    if k.jenis not in ("angka", "rupiah", "bagian"):
        return None
    bawah, atas = (0, 1) if k.jenis == "bagian" else (k.min, k.max)
    if bawah is None or atas is None:
        return None
    rentang = "0% sampai 100%" if k.jenis == "bagian" else f"{bawah} sampai {atas}"
    return {
        "validate": "integer" if k.jenis == "rupiah" else "decimal",
        "criteria": "between", "minimum": bawah, "maximum": atas,
        "error_title": k.label[:32], "error_message": f"Isi angka {rentang}.",
    }  # fmt: skip
