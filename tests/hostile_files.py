"""Files that must not be read, or not without a word: each with its exact sentence."""

# ruff: noqa: E501 (sentences stand as the sender reads them)
import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass

from tests.faults import Form, Galat
from tests.odd_files import as_text, spreadsheet_xml
from tests.ods import Mentah, content, write_ods
from tests.ods import packed as packed_ods
from tests.packages import cell, changed, dropped, packed, parts, swapped
from tests.xls import ole, record, write_xls
from tests.xlsb import write_xlsb

KEUANGAN = r"xl/worksheets/sheet3\.xml"
SIMPAN_LAGI = "Buka berkas di Excel atau LibreOffice, simpan lagi sebagai .xlsx, lalu kirim ulang."
SIMPAN_XLSX = "Buka dengan Excel atau LibreOffice, simpan sebagai .xlsx, lalu kirim."
SALIN = "Salin isinya ke Formulir UP2K (.xlsx), lalu kirim formulir itu."
LAMPIRAN = "Simpan lampirannya, lalu kirim lampiran itu."
UNDUH_DULU = "Unduh dahulu sebagai berkas .xlsx, lalu kirim berkas itu."
HAPUS_JAUH = "Hapus isi yang jauh di bawah atau di kanan tabel, lalu kirim ulang."
JANGAN = "Jangan membuka berkas itu; salin angkanya ke Formulir UP2K yang baru, lalu kirim yang baru itu."
FORMULIR_BARU = (
    "Salin isi formulir ke Formulir UP2K yang baru, lalu kirim yang baru itu."
)
KUNCI = "Berkas terkunci kata sandi. Buka berkas, hapus kata sandinya (Simpan Sebagai, kosongkan kata sandi), lalu kirim ulang."
GALAT_KAS = "Lembar Keuangan, sel P2: rumus di sel ini rusak ({}) (Kas, kelompok Melati). Perbaiki rumusnya atau tulis angkanya, lalu kirim ulang."
BELUM_DIHITUNG = "Lembar Keuangan, sel P2: rumus di sel ini belum dihitung (Kas, kelompok Melati). Buka berkas di Excel atau LibreOffice, simpan, lalu kirim ulang."
RUSAK = f"Isi berkas rusak, sehingga tidak dapat dibaca. {SIMPAN_LAGI}"
KOSONG = "Bukan Formulir UP2K: berkas tidak berisi tabel; lembar Identitas, Kelompok, Keuangan, Buku dan Langkah, dan Kegiatan tidak ada. Unduh Formulir UP2K, isi, lalu kirim formulir itu."
TERPOTONG = f"Berkas terpotong atau rusak, sehingga tidak dapat dibuka. {SIMPAN_LAGI}"

BOM = b"<!DOCTYPE x [<!ENTITY a0 'ha'>" + b"".join(
    b"<!ENTITY a%d '%s'>" % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 10)
) + b"]>"  # fmt: skip
LUAR = b"<!DOCTYPE x [<!ENTITY luar SYSTEM 'file:///etc/passwd'>]>"


@dataclass(frozen=True)
class Hostile:
    """A file and the one sentence that it costs, at which sheet and cell."""

    buat: Callable[[], bytes]
    pesan: str
    lembar: str | None = None
    sel: str | None = None
    nama: str = "formulir.xlsx"


def bukan(apa: str, saran: str = SALIN) -> str:
    return f"Berkas ini {apa}, bukan lembar kerja Excel, LibreOffice, atau CSV. {saran}"


def tak_terbaca(apa: str) -> str:
    return f"Berkas ini {apa}, yang tidak dapat dibaca di sini. {SIMPAN_XLSX}"


def terkunci(kunci: bytes) -> Callable[[], bytes]:
    return lambda: write_xls(Form().sheets, kunci=kunci)


def bagian(pola: str, ubah: Callable[[bytes], bytes]) -> Callable[[], bytes]:
    return lambda: changed(Form().write(), pola, ubah)


def kas(isi: bytes) -> Callable[[], bytes]:
    """The form with one element in the place of Melati's cash; `@` its attributes."""
    return bagian(KEUANGAN, cell("P2", isi))


def kas_ods(isi: str) -> Callable[[], bytes]:
    return lambda: write_ods(Form().put("Keuangan", P2=Mentah(isi)).sheets)


def ekor(baris: bytes) -> Callable[[], bytes]:
    """Rows put behind the last of the sheet Keuangan."""
    return bagian(KEUANGAN, swapped(b"</sheetData>", baris + b"</sheetData>"))


def with_doctype(pola: str, doctype: bytes = BOM) -> Callable[[], bytes]:
    def ubah(xml: bytes) -> bytes:
        akhir = xml.index(b"?>") + 2
        return xml[:akhir] + doctype + xml[akhir:]

    return bagian(pola, ubah)


def doctype(nama: str) -> str:
    return f"Berkas ini memuat perintah XML (DOCTYPE di bagian {nama}) yang tidak pernah ditulis Excel atau LibreOffice. {JANGAN}"


def ekor_ods(baris: str) -> Callable[[], bytes]:
    xml = content(Form().sheets)
    akhir = xml.index("</table:table>", xml.index('table:name="Keuangan"'))
    return lambda: packed_ods(xml[:akhir] + baris + xml[akhir:])


def _zip(isi: dict[str, bytes]) -> bytes:
    return packed(isi)


def _nested() -> bytes:
    """A ZIP of ZIPs, each of which would open to a hundred megabytes."""
    dalam = packed({"nol": bytes(2**20)})
    return packed({f"{n}.zip": dalam for n in range(20)})


def _same_part_twice() -> bytes:
    keluar = io.BytesIO(Form().write())
    with zipfile.ZipFile(keluar, "a") as paket:
        # What a writer that was interrupted and went on leaves behind.
        info = zipfile.ZipInfo("xl/worksheets/sheet3.xml")
        paket.NameToInfo.pop(info.filename)
        paket.writestr(info, b"<worksheet/>")
    return keluar.getvalue()


def _locked_zip() -> bytes:
    """The form in a ZIP whose entries carry the flag of a password."""
    data = bytearray(packed({"formulir.xlsx": Form().write()}))
    data[6] |= 1
    data[data.index(b"PK\1\2") + 8] |= 1
    return bytes(data)


def _lying_sizes() -> bytes:
    """A part of 420 MB that claims to be of a thousand bytes."""
    pemadat = zlib.compressobj(9, zlib.DEFLATED, -15)
    satu = pemadat.compress(bytes(2**20)) + pemadat.flush(zlib.Z_FULL_FLUSH)
    mentah = satu * 420 + zlib.compressobj(9, zlib.DEFLATED, -15).flush()
    isi = parts(Form().write())
    del isi["xl/styles.xml"]
    keluar = io.BytesIO(packed(isi))
    with zipfile.ZipFile(keluar, "a", zipfile.ZIP_STORED) as paket:
        paket.writestr("xl/styles.xml", mentah)
    data = bytearray(keluar.getvalue())
    lokal = data.index(b"xl/styles.xml") - 30
    pusat = data.rindex(b"xl/styles.xml") - 46
    for letak in (lokal + 8, pusat + 10):
        data[letak : letak + 2] = struct.pack("<H", zipfile.ZIP_DEFLATED)
    for letak in (lokal + 22, pusat + 24):
        data[letak : letak + 4] = struct.pack("<I", 1000)
    return bytes(data)


def _overlapping() -> bytes:
    """Three hundred entries of 2 MB that all point at the same bytes."""
    satu = packed({"xl/workbook.xml": bytes(2 * 2**20)})
    pusat = satu.index(b"PK\1\2")
    akhir = satu.index(b"PK\5\6")
    entri = satu[pusat:akhir]
    nama = (b"xl/workb%03d.xml" % n for n in range(300))
    semua = b"".join(entri.replace(b"xl/workbook.xml", n) for n in nama)
    ujung = bytearray(satu[akhir:])
    ujung[8:12] = struct.pack("<HH", 300, 300)
    ujung[12:16] = struct.pack("<I", len(semua))
    return satu[:pusat] + semua + bytes(ujung)


def _chart_only() -> bytes:
    isi = parts(Form().write())
    rel, buku = "xl/_rels/workbook.xml.rels", "xl/workbook.xml"
    isi[rel] = isi[rel].replace(b"relationships/worksheet", b"relationships/chartsheet")
    return packed(
        {
            n.replace("worksheets", "chartsheets"): b.replace(
                b"worksheets/", b"chartsheets/"
            )
            if n == rel
            else b
            for n, b in isi.items()
        }
        | {buku: isi[buku]}
    )


def _empty_book() -> bytes:
    return bagian(
        r"xl/workbook\.xml", lambda x: re.sub(rb"<sheets>.*</sheets>", b"<sheets/>", x)
    )()


def _numbers() -> bytes:
    return packed({"Index/Document.iwa": b"\0", "Metadata/Properties.plist": b""})


def _unclosed_quote() -> bytes:
    return b'Kelompok;Kas;Bank\nMelati;100;200\nMawar;"300;400\nKenanga;500;600\n'


HOSTILE: dict[str, Hostile] = {
    # ------------------------------------------------------------ locked
    "xlsx with a password": Hostile(
        lambda: ole({"EncryptionInfo": b"\4\0\4\0", "EncryptedPackage": bytes(64)}), KUNCI
    ),
    "xls with a password (XOR)": Hostile(terkunci(struct.pack("<HHH", 0, 0x1234, 0x5678)), KUNCI),
    "xls with a password (RC4)": Hostile(terkunci(struct.pack("<HHH", 1, 1, 1) + bytes(48)), KUNCI),
    "xls with a password (CryptoAPI)": Hostile(terkunci(struct.pack("<HHH", 1, 4, 2) + bytes(80)), KUNCI),
    "ods with a password": Hostile(
        lambda: packed_ods(content(Form().sheets), manifes="<manifest:encryption-data/>"), KUNCI
    ),
    "a ZIP with a password": Hostile(_locked_zip, KUNCI),
    # ------------------------------------------------------------ bombs
    "entities in the content types": Hostile(with_doctype(r"\[Content_Types\]\.xml"), doctype("[Content_Types].xml")),
    "entities in the relations": Hostile(with_doctype(r"xl/_rels/.*"), doctype("xl/_rels/workbook.xml.rels")),
    "entities in the workbook": Hostile(with_doctype(r"xl/workbook\.xml"), doctype("xl/workbook.xml")),
    "entities in a sheet": Hostile(with_doctype(KEUANGAN), doctype("xl/worksheets/sheet3.xml")),
    "entities in the texts": Hostile(with_doctype(r"xl/sharedStrings\.xml"), doctype("xl/sharedStrings.xml")),
    "entities in the properties": Hostile(with_doctype(r"docProps/core\.xml"), doctype("docProps/core.xml")),
    "another file as an entity": Hostile(with_doctype(r"xl/styles\.xml", LUAR), doctype("xl/styles.xml")),
    "entities in UTF-16": Hostile(
        bagian(r"xl/styles\.xml", lambda _: (b"<?xml version='1.0'?>" + BOM + b"<a/>").decode().encode("utf-16")),
        doctype("xl/styles.xml"),
    ),
    "entities behind a long comment": Hostile(
        with_doctype(r"xl/styles\.xml", b"<!--" + b" " * 5000 + b"-->" + BOM), doctype("xl/styles.xml")
    ),
    "entities in an ods": Hostile(
        lambda: packed_ods(content(Form().sheets).replace("?>", "?>" + BOM.decode(), 1)), doctype("content.xml")
    ),
    "entities in the manifest of an ods": Hostile(
        lambda: packed_ods(content(Form().sheets), awal=BOM.decode()), doctype("META-INF/manifest.xml")
    ),
    "entities in a flat ods": Hostile(
        lambda: content(Form().sheets, unsur="document").replace("?>", "?>" + BOM.decode(), 1).encode(),
        doctype("content.xml"),
    ),
    "entities in XML of Excel 2003": Hostile(
        lambda: spreadsheet_xml(Form(), awal=BOM.decode()), doctype("berkas"), nama="laporan.xls"
    ),
    "a ZIP of ZIPs": Hostile(
        _nested,
        bukan("arsip ZIP berisi 20 berkas", "Keluarkan isinya dari ZIP, lalu kirim berkas formulirnya satu per satu."),
        nama="formulir.zip",
    ),
    "sizes that lie": Hostile(
        _lying_sizes, f"Isi berkas menjadi lebih dari 400 MB bila dibuka; sebuah formulir tidak pernah sebesar itu. {FORMULIR_BARU}"
    ),
    "entries that overlap": Hostile(
        _overlapping, f"Isi berkas menjadi lebih dari 400 MB bila dibuka; sebuah formulir tidak pernah sebesar itu. {FORMULIR_BARU}"
    ),
    "a text of a thousand million blanks": Hostile(
        kas_ods('<table:table-cell office:value-type="string"><text:p><text:s text:c="1000000000"/></text:p></table:table-cell>'),
        f"Lembar Keuangan memuat teks yang sengaja dibuat raksasa. {JANGAN}",
        "Keuangan",
    ),
    # ------------------------------------------------------------ far cells
    "a last cell in the last row": Hostile(
        ekor(b'<row r="1048576"><c r="A1048576"><v>1</v></c></row>'),
        f"Lembar Keuangan terisi sampai sel A1048576, jauh di luar tabel formulir. {HAPUS_JAUH}",
        "Keuangan", "A1048576",
    ),
    "a far cell among the others": Hostile(
        bagian(KEUANGAN, swapped(b'<row r="2"', b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row><row r="2"')),
        f"Lembar Keuangan terisi sampai sel XFD1048576, jauh di luar tabel formulir. {HAPUS_JAUH}",
        "Keuangan", "XFD1048576",
    ),
    "a far cell in an xls": Hostile(
        lambda: write_xls(Form().put("Keuangan", IV65536=1).sheets),
        f"Lembar Keuangan terisi sampai sel IV65536, jauh di luar tabel formulir. {HAPUS_JAUH}",
        "Keuangan", "IV65536",
    ),
    "a far cell in an xlsb": Hostile(
        lambda: write_xlsb(as_text(Form().put("Keuangan", XFD1048576=1))),
        f"Lembar Keuangan terisi sampai sel XFD1048576, jauh di luar tabel formulir. {HAPUS_JAUH}",
        "Keuangan", "XFD1048576",
    ),
    "a cell repeated over a million rows": Hostile(
        ekor_ods('<table:table-row table:number-rows-repeated="1048573"><table:table-cell office:value-type="float" office:value="1"/></table:table-row>'),
        f"Lembar Keuangan terisi sampai sel A1048576, jauh di luar tabel formulir. {HAPUS_JAUH}",
        "Keuangan", "A1048576",
    ),
    "a cell behind a million empty rows": Hostile(
        ekor_ods('<table:table-row table:number-rows-repeated="1048572"/><table:table-row><table:table-cell office:value-type="float" office:value="1"/></table:table-row>'),
        f"Lembar Keuangan terisi sampai sel A1048576, jauh di luar tabel formulir. {HAPUS_JAUH}",
        "Keuangan", "A1048576",
    ),
    "a far cell in XML of Excel 2003": Hostile(
        lambda: spreadsheet_xml(Form().put("Keuangan", XFD1048576=1)),
        f"Lembar Keuangan terisi sampai sel XFD1048576, jauh di luar tabel formulir. {HAPUS_JAUH}",
        "Keuangan", "XFD1048576",
    ),
    # ------------------------------------------------------------ error cells, formulas
    "an error in an xlsx": Hostile(
        lambda: Form().put("Keuangan", P2=Galat("#DIV/0!")).write(), GALAT_KAS.format("#DIV/0!"), "Keuangan", "P2"
    ),
    "an error that old Excel does not know": Hostile(
        kas(b'<c@ t="e" cm="1"><f>A1:A9</f><v>#SPILL!</v></c>'), GALAT_KAS.format("#SPILL!"), "Keuangan", "P2"
    ),
    "an error in an xls": Hostile(
        lambda: write_xls(Form().put("Keuangan", P2="#REF!").sheets), GALAT_KAS.format("#REF!"), "Keuangan", "P2"
    ),
    "an error of a formula in an xls": Hostile(
        lambda: write_xls(
            Form().put("Keuangan", P2=None).sheets,
            tambahan={"Keuangan": record(6, struct.pack("<HHH", 1, 15, 0) + b"\2\0\x2a\0\0\0\xff\xff" + bytes(8))},
        ),
        GALAT_KAS.format("#N/A"), "Keuangan", "P2",
    ),
    "an error in an xlsb": Hostile(
        lambda: write_xlsb(as_text(Form().put("Keuangan", P2="#REF!"))), GALAT_KAS.format("#REF!"), "Keuangan", "P2"
    ),
    "an error in an ods": Hostile(
        lambda: write_ods(Form().put("Keuangan", P2="#REF!").sheets), GALAT_KAS.format("#REF!"), "Keuangan", "P2"
    ),
    "an error as old LibreOffice wrote it": Hostile(
        kas_ods('<table:table-cell table:formula="of:=1/0" office:value-type="float" office:value="0"><text:p>#DIV/0!</text:p></table:table-cell>'),
        GALAT_KAS.format("#DIV/0!"), "Keuangan", "P2",
    ),
    "an error in XML of Excel 2003": Hostile(
        lambda: spreadsheet_xml(Form().put("Keuangan", P2='<Cell ss:Formula="=1/0"><Data ss:Type="Error">#DIV/0!</Data></Cell>')),
        GALAT_KAS.format("#DIV/0!"), "Keuangan", "P2",
    ),
    "a formula without result": Hostile(kas(b"<c@><f>Q2*2</f></c>"), BELUM_DIHITUNG, "Keuangan", "P2"),
    "a formula with an empty result": Hostile(kas(b"<c@><f>Q2*2</f><v></v></c>"), BELUM_DIHITUNG, "Keuangan", "P2"),
    "a formula that is shared, without result": Hostile(
        kas(b'<c@><f t="shared" si="0"/><v/></c>'), BELUM_DIHITUNG, "Keuangan", "P2"
    ),
    "a formula without result in an ods": Hostile(
        kas_ods('<table:table-cell table:formula="of:=[.Q2]*2"/>'), BELUM_DIHITUNG, "Keuangan", "P2"
    ),
    "a formula without result in XML of Excel 2003": Hostile(
        lambda: spreadsheet_xml(Form().put("Keuangan", P2='<Cell ss:Formula="=RC[1]*2"></Cell>')),
        BELUM_DIHITUNG, "Keuangan", "P2",
    ),
    # ------------------------------------------------------------ broken inside
    "the texts are missing": Hostile(
        lambda: dropped(Form().write(), "xl/sharedStrings.xml"),
        f"Berkas tidak utuh: bagian xl/sharedStrings.xml tidak ada di dalamnya. {SIMPAN_LAGI}",
    ),
    "a sheet is missing": Hostile(
        lambda: dropped(Form().write(), "xl/worksheets/sheet3.xml"),
        f"Berkas tidak utuh: isi lembar Keuangan tidak ada di dalamnya. {SIMPAN_LAGI}",
    ),
    "relations are missing": Hostile(
        lambda: dropped(Form().write(), "xl/_rels/workbook.xml.rels"),
        f"Berkas tidak utuh: bagian xl/_rels/workbook.xml.rels tidak ada di dalamnya. {SIMPAN_LAGI}",
    ),
    "the first relations are missing": Hostile(
        lambda: dropped(Form().write(), "_rels/.rels"),
        f"Berkas tidak utuh: bagian _rels/.rels tidak ada di dalamnya. {SIMPAN_LAGI}",
    ),
    "a sheet that ends in the middle": Hostile(
        bagian(KEUANGAN, lambda x: x[: len(x) // 2]),
        f"Isi lembar Keuangan terpotong atau rusak, sehingga tidak dapat dibaca. {SIMPAN_LAGI}",
    ),
    "a text that is not there": Hostile(
        kas(b'<c r="P2" t="s"><v>99999</v></c>'),
        f"Lembar Keuangan, sel P2: sel ini menunjuk teks nomor 99999 yang tidak ada di dalam berkas. {SIMPAN_LAGI}",
        "Keuangan", "P2",
    ),
    "a value of an unknown kind": Hostile(
        kas(b'<c@ t="mata-uang"><v>250000</v></c>'),
        f"Lembar Keuangan, sel P2: sel ini berisi nilai berjenis “mata-uang” yang tidak dikenal. {SIMPAN_LAGI}",
        "Keuangan", "P2",
    ),
    "an address that is none": Hostile(
        bagian(KEUANGAN, swapped(b'r="P2"', b'r="2P"')),
        f"Lembar Keuangan: alamat sel “2P” tidak sah. {SIMPAN_LAGI}",
        "Keuangan",
    ),
    "a row beyond the last": Hostile(
        bagian(KEUANGAN, swapped(b'r="P2"', b'r="P99999999"')),
        f"Lembar Keuangan: alamat sel “P99999999” tidak sah. {SIMPAN_LAGI}",
        "Keuangan",
    ),
    "one cell twice": Hostile(
        bagian(KEUANGAN, lambda x: x.replace(b'<c r="P3"', b"<!-- --><c r='P2'><v>1</v></c><c r=\"P3\"")),
        f"Lembar Keuangan, sel P2: sel ini ditulis dua kali di dalam berkas. {SIMPAN_LAGI}",
        "Keuangan", "P2",
    ),
    "one part twice": Hostile(
        _same_part_twice,
        f"Berkas rusak: bagian xl/worksheets/sheet3.xml ada dua kali di dalamnya, sehingga tidak jelas mana yang berlaku. {SIMPAN_LAGI}",
    ),
    "two sheets of one name": Hostile(
        bagian(r"xl/workbook\.xml", swapped(b'name="Kegiatan"', b'name="KEUANGAN"')),
        "Dua lembar bernama sama (Keuangan dan KEUANGAN), sehingga tidak jelas mana yang berlaku. Hapus atau ganti nama salah satunya, lalu kirim ulang.",
    ),
    "an xls cut off": Hostile(
        lambda: write_xls(Form().sheets)[:5000], f"Berkas Excel lama (.xls) ini terpotong atau rusak. {SIMPAN_LAGI}", nama="laporan.xls"
    ),
    "an xlsx cut off": Hostile(lambda: Form().write()[:5000], TERPOTONG),
    "an ods cut off inside": Hostile(lambda: packed_ods(content(Form().sheets)[:9000]), RUSAK),
    "nothing but zeros": Hostile(
        lambda: bytes(4096), "Berkas kosong: tidak ada isinya. Buka berkas di komputer Anda, pastikan ada isinya, lalu kirim ulang."
    ),
    # ------------------------------------------------------------ something else
    "a PDF": Hostile(lambda: b"%PDF-1.7\n%\xe2\xe3\n", bukan("dokumen PDF")),
    "a PNG": Hostile(lambda: b"\x89PNG\r\n\x1a\n", bukan("gambar (PNG)")),
    "a photo named xlsx": Hostile(lambda: b"\xff\xd8\xff\xe0\0\x10JFIF", bukan("foto (JPEG)")),
    "a photo of an iPhone": Hostile(lambda: b"\0\0\0\x24ftypheic\0\0\0\0", bukan("foto atau video")),
    "a Word document": Hostile(lambda: _zip({"word/document.xml": b"<a/>"}), bukan("dokumen Word atau PowerPoint")),
    "a presentation": Hostile(lambda: _zip({"ppt/presentation.xml": b"<a/>"}), bukan("dokumen Word atau PowerPoint")),
    "an old Word document": Hostile(lambda: ole({"WordDocument": b"x"}), bukan("dokumen Word atau PowerPoint lama")),
    "a letter of Outlook": Hostile(lambda: ole({"__properties_version1.0": b"x"}), bukan("surat Outlook", LAMPIRAN)),
    "a text document of LibreOffice": Hostile(
        lambda: packed_ods("<office/>", jenis="application/vnd.oasis.opendocument.text"), bukan("dokumen teks LibreOffice")
    ),
    "a document of OpenOffice 1": Hostile(
        lambda: packed_ods("<office/>", jenis="application/vnd.sun.xml.calc"), tak_terbaca("dokumen OpenOffice yang sangat lama")
    ),
    "an RTF document": Hostile(lambda: b"{\\rtf1 Laporan}", bukan("dokumen RTF")),
    "a RAR archive": Hostile(lambda: b"Rar!\x1a\7\0", bukan("arsip RAR")),
    "a 7z archive": Hostile(lambda: b"7z\xbc\xaf\x27\x1c\0\4", bukan("arsip 7z")),
    "a ZIP of forms": Hostile(
        lambda: _zip({"a.xlsx": Form().write(), "b.xlsx": Form().write()}),
        bukan("arsip ZIP berisi 2 berkas", "Keluarkan isinya dari ZIP, lalu kirim berkas formulirnya satu per satu."),
    ),
    "a document of Apple Numbers": Hostile(
        _numbers,
        bukan("dokumen Apple (Numbers, Pages, atau Keynote)", "Di Numbers pilih Berkas, Ekspor ke, Excel, lalu kirim hasilnya."),
    ),
    "a shortcut to Google Sheets": Hostile(
        lambda: b'{"url": "https://docs.google.com/open?id=1", "doc_id": "1"}',
        f"Berkas ini hanya pintasan ke Google Spreadsheet, bukan berkasnya sendiri. {UNDUH_DULU}",
        nama="Laporan.gsheet",
    ),
    "a link": Hostile(
        lambda: b"[InternetShortcut]\r\nURL=https://contoh.id/formulir.xlsx\r\n",
        f"Berkas ini hanya pintasan ke tempat lain, bukan berkasnya sendiri. {UNDUH_DULU}",
    ),
    "a shortcut of Windows": Hostile(
        lambda: b"\x4c\0\0\0\x01\x14\x02\0" + bytes(60),
        f"Berkas ini hanya pintasan ke berkas lain, bukan berkasnya sendiri. {UNDUH_DULU}",
    ),
    "an e-mail": Hostile(
        lambda: b"From: a@contoh.id\r\nTo: b@contoh.id\r\nSubject: Laporan\r\n\r\nTerlampir.\r\n", bukan("surel", LAMPIRAN)
    ),
    "a web page in one file": Hostile(
        lambda: b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<html><table><tr><td>1</table></html>",
        tak_terbaca("halaman web dalam bentuk surel (MHTML)"), nama="laporan.xls",
    ),
    "a web page whose tables are elsewhere": Hostile(
        lambda: b"<html><frameset rows='*'><frame src='laporan_files/sheet001.htm'></frameset></html>",
        "Berkas ini halaman web (HTML) yang tabelnya ada di berkas lain, bukan lembar kerja. Buka dengan Excel atau LibreOffice, simpan sebagai .xlsx, lalu kirim ulang.",
        nama="laporan.xls",
    ),
    "Excel 2 (BIFF2)": Hostile(lambda: b"\x09\0\4\0\2\0\x10\0" + bytes(40), tak_terbaca("lembar kerja Excel yang sangat lama")),
    "Excel 4 (BIFF4)": Hostile(lambda: b"\x09\4\6\0\0\4\x10\0\0\0" + bytes(40), tak_terbaca("lembar kerja Excel yang sangat lama")),
    "Excel records without a container": Hostile(
        lambda: b"\x09\x08\x08\0\0\0\x10\0\0\0\0\0" + bytes(40), tak_terbaca("lembar kerja Excel yang sangat lama")
    ),
    "SYLK": Hostile(lambda: b"ID;PWXL;N;E\nC;Y1;X1;K1\nE\n", tak_terbaca("lembar kerja SYLK")),
    "JSON": Hostile(lambda: b'{"kas": 1}', bukan("berkas JSON")),
    "bytes without meaning": Hostile(
        lambda: bytes(range(1, 32)) * 20,
        f"Isi berkas ini tidak dikenal; bukan lembar kerja Excel, LibreOffice, atau CSV. {SALIN}",
    ),
    "a lock file of Excel": Hostile(
        lambda: b"\x05Petugas" + bytes(150),
        "Berkas ini hanya tanda bahwa formulir sedang dibuka di Excel. Tutup Excel, lalu kirim berkas formulir yang sebenarnya.",
        nama="~$formulir.xlsx",
    ),
    "a lock file of LibreOffice": Hostile(
        lambda: b",petugas,komputer,09.10.2026 10:00,file:///home/petugas;",
        "Berkas ini hanya tanda bahwa formulir sedang dibuka di LibreOffice. Tutup LibreOffice, lalu kirim berkas formulir yang sebenarnya.",
        nama=".~lock.formulir.ods#",
    ),
    # ------------------------------------------------------------ empty, or nearly
    "a workbook without sheets": Hostile(_empty_book, KOSONG),
    "a workbook of charts alone": Hostile(_chart_only, KOSONG),
    "an ods without tables": Hostile(lambda: packed_ods(content({})), KOSONG),
    "a CSV with a quote that never ends": Hostile(
        _unclosed_quote,
        "Lembar CSV, baris 3: tanda petik (\") dibuka tetapi tidak pernah ditutup, sehingga baris-baris sesudahnya tertelan. Hapus tanda petik itu, lalu kirim ulang.",
        "CSV", nama="laporan.csv",
    ),
}  # fmt: skip
