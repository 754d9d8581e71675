"""Rules about the bounds that the vocabulary sets for each number."""

from collections.abc import Callable, Iterator
from functools import cache

from checks.aturan import Aturan, Nilai, Pelanggaran
from reference.kosakata import variables
from reference.tulisan import bernilai


@cache
def _bounds() -> dict[str, tuple[float, float]]:
    tanpa = float("-inf"), float("inf")
    return {
        n: (
            tanpa[0] if v.min is None else v.min,
            tanpa[1] if v.max is None else v.max,
        )
        for n, v in variables().items()
        if v.type in ("integer", "decimal")
    }


def _outside(di_bawah: bool) -> Callable[[Nilai, Nilai], Iterator[Pelanggaran]]:
    def jalankan(nilai: Nilai, _lalu: Nilai) -> Iterator[Pelanggaran]:
        batas = _bounds()
        for nama, ada in nilai.items():
            if ada is None or nama not in batas:
                continue
            rendah, tinggi = batas[nama]
            if ada < rendah if di_bawah else ada > tinggi:
                yield _breach(nama, ada, rendah if di_bawah else tinggi, di_bawah)

    return jalankan


def _breach(nama: str, ada: float, batas: float, di_bawah: bool) -> Pelanggaran:
    v = variables()[nama]
    tertulis, harus = bernilai(ada, v.unit), bernilai(batas, v.unit)
    if di_bawah:
        saran = "Tulis angka tanpa minus, atau kosongkan bila belum tahu."
        kalimat = f"{v.label} {tertulis} kurang dari {harus}"
        return Pelanggaran(nama, tertulis, f"paling sedikit {harus}", saran, kalimat)
    saran = "Periksa banyaknya nol; bila memang benar, tulis alasannya."
    kalimat = f"{v.label} {tertulis} lebih dari batas wajar {harus}"
    return Pelanggaran(nama, tertulis, f"paling banyak {harus}", saran, kalimat)


ATURAN = (
    Aturan(
        kode="di_bawah_batas",
        tingkat="galat",
        judul="Angka kurang dari yang mungkin",
        penjelasan="Jumlah orang, kali, usaha, dan uang tidak mungkin kurang dari nol "
        "(kecuali SHU, yang boleh minus).",
        tindakan="Tulis angka tanpa minus, atau kosongkan bila belum tahu.",
        jalankan=_outside(di_bawah=True),
    ),
    Aturan(
        kode="di_atas_batas",
        tingkat="periksa",
        judul="Angka lebih dari batas wajar",
        penjelasan="Angka jauh lebih besar dari yang wajar bagi satu kelompok atau "
        "satu kelurahan; batasnya ada di daftar variabel.",
        tindakan="Periksa banyaknya nol; bila memang benar, tulis alasannya.",
        jalankan=_outside(di_bawah=False),
    ),
)
