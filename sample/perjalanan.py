"""The path of a group through the quarters; every accounting identity holds exactly.

Each quarter moves money by double entry, so that cash is what remains: assets always
equal own capital, loans taken, voluntary savings and results not yet shared.
"""

from collections.abc import Iterator, Mapping

from reference.kosakata import (
    KEWAJIBAN_LAIN,
    MODAL_LUAR,
    MODAL_UP2K,
    TUNGGAKAN,
)
from sample.acak import Acak, bulatkan
from sample.kota import JUMLAH_PERIODE, KelompokContoh, periods
from sample.orang import BULAN, Angka, businesses, is_lebaran, members, people
from sample.tabiat import TABIAT, UMUR_TUNGGAKAN, Tabiat, behaviour

_SUMBER = (*MODAL_UP2K, *MODAL_LUAR, *KEWAJIBAN_LAIN)
_ASET_TETAP = ("pinjaman_beredar", "persediaan", "aset_lain")
_MODAL_STIMULAN_RP = 500_000
_TRIWULAN_STIMULAN = 1  # 2024-T1, after the evaluation of December 2023


def _cash(p: Angka) -> int:
    return int(sum(p[n] for n in _SUMBER) - sum(p[n] for n in _ASET_TETAP))


def _opening(k: KelompokContoh) -> Angka:
    """The balance sheet on the eve of the first quarter."""
    acak = Acak(k.kunci, "awal")
    p: Angka = dict.fromkeys((*_SUMBER, *_ASET_TETAP), 0)
    p["hibah_pemerintah"] = k.hibah_rp
    p["simpanan_pokok"] = k.pokok_rp * k.anggota
    sisa = max(0, k.modal_rp - k.hibah_rp - int(p["simpanan_pokok"]))
    p["simpanan_wajib"] = bulatkan(sisa * acak.antara(0.45, 0.6))
    p["iuran_swadaya"] = bulatkan(sisa * acak.antara(0.03, 0.12))
    p["cadangan"] = bulatkan(sisa * acak.antara(0.05, 0.15))
    p["simpanan_sukarela"] = bulatkan(sisa * acak.antara(0.05, 0.2))
    if acak.mungkin(0.06):
        p["hibah_swasta"] = 1_000_000
    if k.watak in ("bintang", "tumbuh") and acak.mungkin(0.35):
        p["pinjaman_bergulir"] = bulatkan(sisa * 0.25, 100_000)
    if acak.mungkin(0.25):
        p["aset_lain"] = bulatkan(min(_cash(p) * 0.2, 600_000), 50_000)
    if acak.mungkin(0.12):
        p["persediaan"] = bulatkan(min(_cash(p) * 0.15, 900_000), 10_000)
    pakai = TABIAT[behaviour(k, 0)].pakai
    if not k.mulai:
        p["pinjaman_beredar"] = bulatkan(_cash(p) * pakai, 10_000)
    p["anggota"] = k.anggota
    return p


def _savings(k: KelompokContoh, p: Angka, m: Angka, tab: Tabiat, acak: Acak) -> None:
    """Leavers take their savings along, the others pay according to their diligence."""
    wajib_seorang = bulatkan(p["simpanan_wajib"] / max(1, m["anggota_awal"]))
    p["simpanan_wajib"] -= wajib_seorang * m["anggota_keluar"]
    p["simpanan_pokok"] += k.pokok_rp * (m["anggota_masuk"] - m["anggota_keluar"])
    bayar = k.wajib_rp * BULAN * m["anggota_akhir"] * tab.rajin
    p["simpanan_wajib"] += bulatkan(bayar * acak.antara(0.85, 1.0), 1_000)
    if tab.rajin > 0.5 and acak.mungkin(0.5):
        p["iuran_swadaya"] += bulatkan(m["anggota_akhir"] * acak.antara(500, 2_000))
    titipan = p["simpanan_sukarela"] * acak.antara(-0.12, 0.18)
    if tab.rajin > 0.2:
        p["simpanan_sukarela"] += max(-p["simpanan_sukarela"], bulatkan(titipan, 5_000))


def _grants(k: KelompokContoh, p: Angka, t: int) -> int:
    """Starter capital of early 2024, and later gifts to a few; gives the inflow."""
    acak = Acak(k.kunci, "hibah")
    peluang = 0.75 if k.tertib < 0.26 else 0.22
    terima: dict[str, int] = {}
    if t == _TRIWULAN_STIMULAN and acak.mungkin(peluang):
        terima["hibah_pemerintah"] = _MODAL_STIMULAN_RP
    if k.mulai and t == k.mulai + 1:
        terima["hibah_pemerintah"] = _MODAL_STIMULAN_RP
    if acak.mungkin(0.07) and t == acak.bulat(4, 11):
        terima["hibah_pemerintah"] = 1_500_000
    if acak.mungkin(0.04) and t == acak.bulat(2, 10):
        terima["hibah_swasta"] = 2_000_000
    for nama, rupiah in terima.items():
        p[nama] += rupiah
    return sum(terima.values())


def _borrowing(k: KelompokContoh, p: Angka, t: int) -> None:
    """Revolving loans are paid off over two years; some stars borrow from a bank."""
    acak = Acak(k.kunci, "utang")
    p["pinjaman_bergulir"] -= min(
        p["pinjaman_bergulir"], bulatkan(p["pinjaman_bergulir"] * 0.13, 50_000)
    )
    p["pinjaman_bank"] -= bulatkan(p["pinjaman_bank"] * 0.12, 50_000)
    besar = k.watak == "bintang" or (k.watak == "tumbuh" and acak.mungkin(0.15))
    if besar and t == acak.bulat(2, 8):
        p["pinjaman_bank"] += bulatkan(max(2e6, 0.12 * k.modal_rp), 500_000)


def _lending(p: Angka, tab: Tabiat, t: int, acak: Acak) -> Angka:
    """Loans paid out before Lebaran and paid back after; never more than the cash."""
    awal = p["pinjaman_beredar"]
    angsuran = bulatkan(awal * tab.angsur * acak.antara(0.85, 1.15), 5_000)
    p["pinjaman_beredar"] = awal - angsuran
    musim = 1.06 if is_lebaran(t) or is_lebaran(t + 1) else 0.97
    bisa_dipinjamkan = _cash(p) + p["pinjaman_beredar"]
    ingin = bisa_dipinjamkan * min(0.92, tab.pakai * musim) - p["pinjaman_beredar"]
    batas = max(0, _cash(p) - 20_000)
    salur = bulatkan(min(max(0.0, ingin), batas), 10_000) if tab.angsur else 0
    p["pinjaman_beredar"] += salur
    return {
        "pinjaman_disalurkan": salur,
        "angsuran_pokok": angsuran if tab.angsur else 0,
    }


def _write_off(p: Angka, watak: str, acak: Acak) -> int:
    """Very old arrears are written off now and then, against the reserve."""
    if watak not in ("lesu", "jalan_di_tempat") or not acak.mungkin(0.08):
        return 0
    rupiah = bulatkan(min(p["cadangan"], p["pinjaman_beredar"] * 0.1), 5_000)
    p["cadangan"] -= rupiah
    p["pinjaman_beredar"] -= rupiah
    return rupiah


def _result(k: KelompokContoh, p: Angka, awal: float, tab: Tabiat, acak: Acak) -> Angka:
    """Interest on what was lent, little else, and the costs of meeting."""
    rata = (awal + p["pinjaman_beredar"]) / 2
    jasa = bulatkan(rata * k.jasa * BULAN * tab.lancar * acak.antara(0.94, 1.0))
    lain = bulatkan(p["persediaan"] * acak.antara(0.05, 0.2), 1_000)
    lain = lain if tab.angsur else 0
    biaya = bulatkan(jasa * tab.biaya * acak.antara(0.8, 1.25), 1_000)
    if k.membaik_sejak is None and tab.biaya >= 0.75 and acak.mungkin(0.3):
        biaya += 15_000
    biaya = min(biaya, max(0, _cash(p)) + jasa + lain)
    shu = jasa + lain - biaya
    p["shu_belum_dibagi"] += shu
    return {
        "jasa_diterima": jasa,
        "pendapatan_lain": lain,
        "biaya": biaya,
        "shu": shu,
    }


def _share(p: Angka, t: int) -> int:
    """In the first quarter the year's result goes to members and to the reserve."""
    ada = p["shu_belum_dibagi"]
    if periods()[t].nomor != 1 or ada < 50_000:
        return 0
    dibagi = min(bulatkan(ada * 0.5), max(0, bulatkan(_cash(p))))
    ke_cadangan = bulatkan(ada * 0.4)
    p["shu_belum_dibagi"] -= dibagi + ke_cadangan
    p["cadangan"] += ke_cadangan
    return int(dibagi)


def _arrears(p: Angka, watak: str, tab: Tabiat, acak: Acak) -> Angka:
    rasio = min(1.0, tab.tunggak * acak.antara(0.6, 1.4)) if tab.tunggak < 1 else 1.0
    semua = bulatkan(p["pinjaman_beredar"] * rasio, 5_000)
    bagian = [bulatkan(semua * u, 5_000) for u in UMUR_TUNGGAKAN[watak]]
    return dict(zip(TUNGGAKAN, (*bagian, semua - sum(bagian)), strict=True))


def _cash_split(k: KelompokContoh, p: Angka) -> Angka:
    """Groups with an account keep a little cash and bring the rest to the bank."""
    ada = _cash(p)
    punya_rekening = k.modal_rp > 4_000_000 or Acak(k.kunci, "bank").mungkin(0.3)
    bank = bulatkan(ada * 0.75, 50_000) if punya_rekening and ada > 300_000 else 0
    return {"kas": ada - bank, "simpanan_di_bank": bank}


def _quarter(k: KelompokContoh, p: Angka, t: int) -> Angka:
    watak = behaviour(k, t)
    tab, acak = TABIAT[watak], Acak(k.kunci, t)
    m = members(k, p, tab, acak)
    _savings(k, p, m, tab, acak)
    hibah = _grants(k, p, t) if watak != "nonaktif" else 0
    if watak != "nonaktif":
        _borrowing(k, p, t)
    awal = p["pinjaman_beredar"]
    pinjaman = _lending(p, tab, t, acak)
    hapus = _write_off(p, watak, acak)
    hasil = _result(k, p, awal, tab, acak)
    dibagi = _share(p, t) if watak != "nonaktif" else 0
    posisi = {n: p[n] for n in (*_SUMBER, *_ASET_TETAP)}
    orang = people(k, m, p, tab, t)
    usaha = businesses(k, m, tab, t)
    lain: Angka = {"hapus_buku": hapus, "shu_dibagi": dibagi, "hibah_diterima": hibah}
    tunggakan = _arrears(p, watak, tab, acak)
    return {**m, **orang, **posisi, **_cash_split(k, p), **tunggakan, **pinjaman,
            **lain, **hasil, **usaha}  # fmt: skip


def journey(k: KelompokContoh) -> Iterator[tuple[int, Mapping[str, int | float]]]:
    """Every quarter in which a group exists: its number and the group's values.

    Money is whole rupiah; the identities of the vocabulary hold exactly.
    """
    p = _opening(k)
    for t in range(k.mulai, k.tutup if k.tutup is not None else JUMLAH_PERIODE):
        if t == k.mulai and k.mulai:
            p["anggota"] = k.anggota
        yield t, _quarter(k, p, t)
