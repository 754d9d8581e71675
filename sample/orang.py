"""The people of a group: members, borrowers, meetings, and their businesses."""

from sample.acak import Acak, bulatkan
from sample.kota import KelompokContoh
from sample.tabiat import Tabiat

Angka = dict[str, int | float]
BULAN = 3  # months, and planned meetings, in a quarter


def is_lebaran(t: int) -> bool:
    """Lebaran fell in the second quarter of 2024, in the first of 2025 and 2026."""
    return t in (2, 5, 9)


def members(k: KelompokContoh, p: Angka, tab: Tabiat, acak: Acak) -> Angka:
    """Who joined and left; never fewer than eight nor more than 45 members."""
    awal = int(p["anggota"])
    masuk = sum(acak.mungkin(tab.masuk) for _ in range(awal)) if awal < 45 else 0
    masuk = min(masuk, 45 - awal) if awal < 45 else 0
    keluar = sum(acak.mungkin(tab.keluar) for _ in range(max(0, awal - 8)))
    akhir = p["anggota"] = awal + masuk - keluar
    pria = Acak(k.kunci, "pria").bulat(0, 2) if k.watak != "bintang" else 0
    return {
        "anggota_awal": awal,
        "anggota_masuk": masuk,
        "anggota_keluar": keluar,
        "anggota_akhir": akhir,
        "anggota_perempuan": akhir - pria,
        "keluarga_anggota_kk": akhir - Acak(k.kunci, "serumah").bulat(0, 2),
    }


def people(k: KelompokContoh, m: Angka, p: Angka, tab: Tabiat, t: int) -> Angka:
    """Borrowers, members who are in the KKMP too, and meetings."""
    acak = Acak(k.kunci, "orang", t)
    akhir = int(m["anggota_akhir"])
    rata_pinjaman = max(150_000, k.modal_rp / max(10, k.anggota))
    peminjam = min(akhir, max(1, round(p["pinjaman_beredar"] / rata_pinjaman)))
    terlaksana = sum(acak.mungkin(tab.rapat) for _ in range(BULAN))
    hadir = round(akhir * acak.antara(0.55, 0.75) + akhir * 0.22 * tab.rapat, 1)
    kkmp = Acak(k.kunci, "kkmp").antara(0.0, 0.05) * max(0, t - 6)
    return {
        "peminjam_aktif": peminjam if p["pinjaman_beredar"] else 0,
        "anggota_kkmp": min(akhir, int(akhir * kkmp)),
        "rapat_direncanakan": BULAN,
        "rapat_terlaksana": terlaksana,
        "hadir_rata_rata": min(float(akhir), hadir) if terlaksana else 0.0,
    }


def businesses(k: KelompokContoh, m: Angka, tab: Tabiat, t: int) -> Angka:
    """The members' own businesses: what they sell and which licences they hold."""
    acak = Acak(k.kunci, "usaha")
    akhir = int(m["anggota_akhir"])
    usaha = akhir * acak.antara(0.35, 0.7)
    nib = int(usaha * min(0.8, acak.antara(0.05, 0.25) + 0.02 * t * (tab.rajin > 0.5)))
    pirt = int(nib * acak.antara(0.1, 0.6))
    halal = int(pirt * min(1.0, acak.antara(0.1, 0.4) + 0.05 * t))
    musim = 1.35 if is_lebaran(t) else Acak(k.kunci, "omzet", t).antara(0.88, 1.06)
    omzet = usaha * acak.antara(900_000, 3_200_000) * musim * (1 + 0.012 * t)
    return {
        "omzet_usaha": bulatkan(omzet, 100_000) if tab.angsur else 0,
        "usaha_ber_nib": nib,
        "usaha_ber_pirt": pirt,
        "usaha_ber_halal": halal,
    }
