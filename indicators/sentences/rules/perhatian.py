"""The one thing to do next: the gravest of what needs a person, and its next step."""

from indicators.attention import attention
from indicators.places import in_place
from indicators.punctuality import first_received
from indicators.sentences.kalimat import TEMPAT, Aturan, Dasar, Kalimat
from indicators.sentences.soal import Soal

_BERIKUT = {
    "ditolak": "bantu kelurahan memperbaiki berkasnya, lalu kirim ulang",
    "belum_lapor": "kirim pengingat dan tawarkan bantuan mengisi",
    "menunggu": "ingatkan sebelum batas lapor",
    "tertahan": "perbaiki isian yang ditandai, lalu kirim ulang",
    "kelompok_belum_lapor": "tanyakan kepada kelurahan bagaimana kelompoknya",
    "tunggakan": "dampingi penagihan dan pencatatan pinjamannya",
    "nonaktif": "tengok kelompoknya dan tanyakan apa yang dibutuhkan",
}  # fmt: skip
_HALAMAN = {"tunggakan": "modal", "nonaktif": "profil"}
_YAKIN = "Menurut laporan yang sudah diterima."


def tulis(soal: Soal) -> Kalimat:
    """The gravest thing to look after; that all is well where there is none."""
    ada = attention(soal.data, soal.periode, soal.hari_ini, soal.kode)
    if not ada:
        return _nothing(soal)
    satu = ada[0]
    teks = f"{satu.kalimat} Berikutnya: {_BERIKUT[satu.jenis]}."
    tunggakan = satu.jenis == "tunggakan"
    id_ = "rasio_tunggakan_pct" if tunggakan else "tingkat_pelaporan_pct"
    dasar = tuple(Dasar(id_, k, soal.periode, None, ()) for k in satu.kode)
    halaman = _HALAMAN.get(satu.jenis, "kiriman")
    return Kalimat("perhatian", teks, _YAKIN, dasar, "", halaman)


def _nothing(soal: Soal) -> Kalimat:
    hari = first_received(soal.data, soal.periode)
    n = int(in_place(hari.index, soal.kode).sum())
    siapa = f"Semua {n} kelurahan" if n > 1 else "Kelurahan ini"
    teks = (
        f"{siapa} sudah lapor untuk {soal.periode.label}; menurut laporannya tidak "
        "ada isian tertahan, tunggakan di atas batas, atau kelompok nonaktif."
    )
    dasar = Dasar("tingkat_pelaporan_pct", soal.kode, soal.periode, None, ())
    return Kalimat("perhatian", teks, _YAKIN, (dasar,), "", "kiriman")


ATURAN = Aturan("perhatian", 90, TEMPAT, tulis)
