"""What groups did before and after an action, beside similar groups without it.

The range of a mean difference of matched pairs, in which similar groups may stand
beside several: Abadie & Imbens 2006 (Econometrica 74), their estimator of the variance
for matching with replacement, with Student's t. It never says why anything happened.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from indicators.data import Data
from planning.actions.matching import Batas, Pasangan, pairs, shares
from planning.actions.measures import UKURAN
from planning.actions.windows import done_windows
from reference.tulisan import angka, bernilai
from reference.wilayah import nama_wilayah

BAGIAN = 0.8
"""The range that is shown: 80 of 100 times."""
KURANG, BELUM, LEBIH, TERTINGGAL = "kurang", "belum", "lebih", "tertinggal"
_TAK_BERUBAH = 1e-12


@dataclass(frozen=True, slots=True)
class Sandingan:
    """Groups acted on beside groups like them, on one number.

    `keadaan`: "kurang" (too few pairs), "belum" (cannot tell), "lebih" or "tertinggal"
    (the difference is told). `rata_dibina` and `rata_serupa` are mean changes from the
    report before to the one `k` periods after; `bawah` to `atas` holds the difference
    80 of 100 times; NaN below two pairs. `n_menunggu` groups have no report at one of
    the ends, `n_tanpa_serupa` no group like them.
    """

    ukuran: str
    k: int
    keadaan: str
    pasangan: tuple[Pasangan, ...]
    n_menunggu: int
    n_tanpa_serupa: int
    pasangan_terkecil: int
    yakin: float
    rata_dibina: float = float("nan")
    rata_serupa: float = float("nan")
    selisih: float = float("nan")
    bawah: float = float("nan")
    atas: float = float("nan")


def beside(
    data: Data,
    jenis: str,
    ukuran: str,
    pada: dt.date,
    k: int = 2,
    wilayah: str = "",
) -> Sandingan:
    """Groups for which one kind of action was done, beside similar groups without.

    `jenis` is a kode of the packages ("" for any), `ukuran` one of `measures.UKURAN`,
    `pada` the day whose limits count, `k` how many periods after the action the report
    after lies.
    """
    t = data.tindakan
    t = t[t["kode_wilayah"].str.startswith(wilayah)]
    t = t[t["jenis"] == jenis] if jenis else t
    batas = Batas.pada(data, pada)
    jendela, menunggu = done_windows(data, t, ukuran, k)
    ada = pairs(data, jendela, ukuran, batas)
    return judged(ada, ukuran, k, batas, menunggu, len(jendela) - len(ada))


def of_group(
    data: Data, kode_tindakan: str, ukuran: str, pada: dt.date, k: int = 2
) -> Sandingan:
    """One group's action beside similar groups: one pair tells nothing ("kurang").

    Its pair is what a page may show.
    """
    t = data.tindakan[data.tindakan["kode_tindakan"] == kode_tindakan]
    batas = Batas.pada(data, pada)
    jendela, menunggu = done_windows(data, t, ukuran, k)
    ada = pairs(data, jendela, ukuran, batas)
    return judged(ada, ukuran, k, batas, menunggu, len(jendela) - len(ada))


def judged(
    pasangan: Sequence[Pasangan],
    ukuran: str,
    k: int,
    batas: Batas,
    n_menunggu: int = 0,
    n_tanpa_serupa: int = 0,
) -> Sandingan:
    """What pairs say: too few, cannot tell, or a difference.

    A difference is told only when the range that holds `batas.yakin` of 1.000 times
    leaves out zero.
    """
    n = len(pasangan)
    tetap = {
        "ukuran": ukuran, "k": k, "pasangan": tuple(pasangan),
        "n_menunggu": n_menunggu, "n_tanpa_serupa": n_tanpa_serupa,
        "pasangan_terkecil": batas.pasangan_terkecil, "yakin": batas.yakin,
    }  # fmt: skip
    if not n:
        return Sandingan(keadaan=KURANG, **tetap)  # type: ignore[arg-type]
    dibina = float(np.mean([p.perubahan for p in pasangan]))
    selisih = float(np.mean([p.selisih for p in pasangan]))
    rata = {
        "rata_dibina": dibina, "rata_serupa": dibina - selisih, "selisih": selisih,
    }  # fmt: skip
    if n < 2:
        return Sandingan(keadaan=KURANG, **rata, **tetap)  # type: ignore[arg-type]
    galat = standard_error(pasangan)
    lebar = galat * _t(n, BAGIAN)
    rata |= {"bawah": selisih - lebar, "atas": selisih + lebar}
    keadaan = BELUM
    if n < batas.pasangan_terkecil:
        keadaan = KURANG
    elif galat > _TAK_BERUBAH and abs(selisih) > galat * _t(n, batas.yakin / 1000):
        keadaan = LEBIH if selisih > 0 else TERTINGGAL
    return Sandingan(keadaan=keadaan, **rata, **tetap)  # type: ignore[arg-type]


def _t(n: int, bagian: float) -> float:
    """How many standard errors hold a share of the times, with n pairs."""
    from scipy.special import stdtrit  # scipy.stats would cost a second more

    return float(stdtrit(n - 1, 0.5 + bagian / 2))


def standard_error(pasangan: Sequence[Pasangan]) -> float:
    """The standard error of the mean difference, similar groups being used again.

    The variance of the pairs' differences, and for a similar group that stands beside
    several the variance of its change as often as it does; the latter from the spread
    of changes within each pair's similar groups (Abadie & Imbens 2006, theorem 7).
    """
    n = len(pasangan)
    d = np.array([p.selisih for p in pasangan])
    jumlah = float(((d - d.mean()) ** 2).sum()) * n / (n - 1)
    ulang = sum(satu * satu - dua for satu, dua in shares(pasangan).values())
    return float(np.sqrt(jumlah + max(ulang, 0.0) * _within(pasangan))) / n


def _within(pasangan: Sequence[Pasangan]) -> float:
    """The variance of changes among groups that are like each other."""
    lebih = [p for p in pasangan if len(p.serupa) > 1]
    kuadrat = sum(
        float(np.var(p.perubahan_serupa)) * len(p.serupa) for p in lebih
    )  # fmt: skip
    derajat = sum(len(p.serupa) - 1 for p in lebih)
    return kuadrat / derajat if derajat else 0.0


@dataclass(frozen=True, slots=True)
class Kata:
    """How a reading names what was held side by side."""

    satuan: str = "kelompok"
    dibina: str = "dibina"
    serupa: str = "kelompok serupa"
    pembanding: str = "kelompok serupa"
    sesudah: str = "pembinaan"
    menolak: str = "Belum dapat dikatakan."


def sentence(s: Sandingan, kata: Kata | None = None) -> str:
    """What may be said, in words; never that one thing caused another."""
    u, w = UKURAN[s.ukuran], kata or Kata()
    n = len(s.pasangan)
    if s.keadaan == KURANG:
        ada = f"baru {n} {w.satuan}" if n else f"belum ada {w.satuan}"
        return (
            f"**{w.menolak}** {ada.capitalize()} yang sudah {w.dibina} dan "
            f"mempunyai {w.pembanding}; paling sedikit {s.pasangan_terkecil} (usulan)."
        )
    rentang = (
        f"80 dari 100 kali antara {signed(s.bawah, u.satuan)} dan "
        f"{signed(s.atas, u.satuan)}"
    )
    apa = u.label[:1].lower() + u.label[1:]
    if s.keadaan == BELUM:
        return (
            f"**Belum dapat dikatakan** apakah {apa} {n} {w.satuan} yang {w.dibina} "
            f"berubah lain daripada {w.serupa}: selisihnya {rentang}, dan rentang yang "
            "lebih hati-hati masih memuat nol."
        )
    arah = "lebih tinggi" if s.keadaan == LEBIH else "lebih rendah"
    return (
        f"Sesudah {w.sesudah}, perubahan {apa} {n} {w.satuan} yang {w.dibina} "
        f"**{arah}** daripada {w.serupa}: selisihnya rata-rata "
        f"{signed(s.selisih, u.satuan)}, {rentang}. Ini tidak membuktikan sebabnya."
    )


def signed(nilai: float, satuan: str) -> str:
    """A change with its sign, in percentage points where the unit is percent."""
    if satuan == "%":
        teks = f"{angka(nilai, 1)} poin"
    else:
        teks = bernilai(round(nilai) if satuan == "Rp" else nilai, satuan)
    # no line may end behind this minus
    return f"+{teks}" if nilai > 0 else teks.replace("-", "−", 1)


def table(data: Data, s: Sandingan) -> list[dict[str, object]]:
    """The pairs behind a reading, one row each, for people to look through."""
    nama = data.groups["nama_kelompok"]
    return [
        {
            "kode_tindakan": p.kode_tindakan,
            "kelompok": str(nama.get(p.kode_kelompok, p.kode_kelompok)),
            "kelurahan": nama_wilayah(p.kode_kelompok.partition("-")[0]),
            "dari": p.sebelum.label_pendek,
            "sampai": p.sesudah.label_pendek,
            "perubahan": p.perubahan,
            "perubahan_serupa": float(np.mean(p.perubahan_serupa)),
            "selisih": p.selisih,
            "serupa": ", ".join(str(nama.get(k, k)) for k in p.serupa),
        }
        for p in s.pasangan
    ]
