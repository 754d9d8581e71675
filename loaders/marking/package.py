"""An xlsx as parts that may be changed; what is not changed stays byte for byte."""

import io
import posixpath
import re
import zipfile
import zlib

from lxml import etree

_HUBUNGAN = "http://schemas.openxmlformats.org/package/2006/relationships"
_JENIS_ISI = "http://schemas.openxmlformats.org/package/2006/content-types"
DOKUMEN = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
UTAMA = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
ISI_PAKET = "[Content_Types].xml"
BATAS_BAGIAN = 32 * 2**20
_RUSAK = (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError)


class NotMarkableError(Exception):
    """A workbook that must not be patched; the message says why, in Indonesian."""


def parse(xml: bytes) -> etree._Element:
    """The root of a part; raises NotMarkableError for one that may not be opened."""
    if len(xml) > BATAS_BAGIAN:
        raise NotMarkableError("lembarnya terlalu besar")
    pengurai = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        akar = etree.fromstring(xml, pengurai)
    except etree.XMLSyntaxError as sebab:
        raise NotMarkableError("susunan isi berkas tidak lazim") from sebab
    if akar.getroottree().docinfo.internalDTD is not None:
        raise NotMarkableError("berkas memuat perintah XML yang tidak aman")
    return akar


def written(akar: etree._Element) -> bytes:
    """A part as bytes."""
    return etree.tostring(akar, xml_declaration=True, encoding="UTF-8", standalone=True)


def local(unsur: etree._Element) -> str:
    """An element's name without its namespace; empty for a comment."""
    return etree.QName(unsur).localname if isinstance(unsur.tag, str) else ""


def add(induk: etree._Element, nama: str, **isi: str) -> etree._Element:
    """A new last child in the namespace of its parent."""
    return etree.SubElement(induk, etree.QName(etree.QName(induk).namespace, nama), isi)


def _rels_of(bagian: str) -> str:
    map_, nama = posixpath.split(bagian)
    return posixpath.join(map_, "_rels", f"{nama}.rels")


class Package:
    """The parts of an xlsx by name, in their order, and what connects them."""

    def __init__(self, data: bytes) -> None:
        """Opens the bytes; raises NotMarkableError when they are no sound package."""
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as paket:
                self._info = paket.infolist()
                self.isi = {i.filename: paket.read(i) for i in self._info}
        except _RUSAK as sebab:
            raise NotMarkableError("berkas ini bukan .xlsx yang utuh") from sebab
        if len(self.isi) < len(self._info) or ISI_PAKET not in self.isi:
            raise NotMarkableError("susunan isi berkas tidak lazim")
        self._nama = {n.lower(): n for n in self.isi}

    def __contains__(self, bagian: str) -> bool:
        return bagian in self.isi

    def xml(self, bagian: str) -> etree._Element:
        """The root of a part."""
        return parse(self.isi[bagian])

    def put(self, bagian: str, isi: etree._Element | bytes) -> None:
        """Writes a part, new or old."""
        self.isi[bagian] = isi if isinstance(isi, bytes) else written(isi)
        self._nama[bagian.lower()] = bagian

    def drop(self, bagian: str) -> None:
        """Removes a part, what it points to alone, and what the package says of it."""
        tujuan = [t for _, _, t in self.relations(bagian)]
        for nama in (bagian, _rels_of(bagian)):
            self.isi.pop(nama, None)
            self._nama.pop(nama.lower(), None)
        akar = self.xml(ISI_PAKET)
        for butir in list(akar):
            if (butir.get("PartName") or "").lower() == f"/{bagian}".lower():
                akar.remove(butir)
                self.put(ISI_PAKET, akar)
        for satu in tujuan:
            if satu in self.isi and not self._pointed_at(satu):
                self.drop(satu)

    def _pointed_at(self, bagian: str) -> bool:
        return any(
            bagian == tujuan
            for rels in self.isi
            if rels.endswith(".rels")
            for _, _, tujuan in self._relations(rels)
        )

    def relations(self, bagian: str) -> list[tuple[str, str, str]]:
        """What a part points to inside the package: (id, kind, part)."""
        return self._relations(_rels_of(bagian))

    def _relations(self, rels: str) -> list[tuple[str, str, str]]:
        if rels not in self.isi:
            return []
        dari = posixpath.dirname(posixpath.dirname(rels))
        hasil = []
        for h in self.xml(rels):
            if h.get("TargetMode") == "External":
                continue
            tuju = h.get("Target", "").replace("\\", "/")
            jalur = posixpath.normpath(posixpath.join("/", dari, tuju)).lstrip("/")
            jenis = h.get("Type", "").rpartition("/")[2]
            hasil.append((h.get("Id", ""), jenis, self._nama.get(jalur.lower(), jalur)))
        return hasil

    def related(self, bagian: str, jenis: str) -> list[str]:
        """The parts of one kind that a part points to, as far as they exist."""
        return [t for _, j, t in self.relations(bagian) if j == jenis and t in self]

    def relate(self, bagian: str, jenis: str, tujuan: str) -> str:
        """Makes one part point to another; gives the new relation's id."""
        rels = _rels_of(bagian)
        akar = (
            self.xml(rels)
            if rels in self.isi
            else etree.Element(
                etree.QName(_HUBUNGAN, "Relationships"), nsmap={None: _HUBUNGAN}
            )
        )
        ada = {h.get("Id") for h in akar}
        nomor = len(akar) + 1
        while f"rId{nomor}" in ada:
            nomor += 1
        dari = posixpath.dirname(bagian) or "."
        isi = {
            "Id": f"rId{nomor}",
            "Type": f"{DOKUMEN}/{jenis}",
            "Target": posixpath.relpath(tujuan, dari),
        }
        etree.SubElement(akar, etree.QName(_HUBUNGAN, "Relationship"), isi)
        self.put(rels, akar)
        return f"rId{nomor}"

    def unrelate(self, bagian: str, tujuan: str) -> None:
        """Makes a part point to another no more."""
        rels = _rels_of(bagian)
        nomor = {i for i, _, t in self.relations(bagian) if t == tujuan}
        akar = self.xml(rels)
        for h in [h for h in akar if h.get("Id") in nomor]:
            akar.remove(h)
        if len(akar):
            self.put(rels, akar)
        else:
            del self.isi[rels]

    def declare(self, bagian: str, jenis: str) -> None:
        """Says what a new part holds."""
        akar = self.xml(ISI_PAKET)
        isi = {"PartName": f"/{bagian}", "ContentType": jenis}
        etree.SubElement(akar, etree.QName(_JENIS_ISI, "Override"), isi)
        self.put(ISI_PAKET, akar)

    def declared(self, bagian: str) -> str:
        """What a part is said to hold; empty when nothing is said of it alone."""
        cari = f"/{bagian}".lower()
        for butir in self.xml(ISI_PAKET):
            if (butir.get("PartName") or "").lower() == cari:
                return str(butir.get("ContentType"))
        return ""

    def free(self, pola: str) -> str:
        """A name that no part has, `pola` holding {} for its number."""
        bentuk = re.escape(pola).replace(r"\{\}", r"(\d+)")
        ada = [m for n in self._nama if (m := re.fullmatch(bentuk, n, re.I))]
        return pola.format(max((int(m[1]) for m in ada), default=0) + 1)

    def to_bytes(self) -> bytes:
        """The package: old parts in their order, then new ones."""
        lama = [i for i in self._info if i.filename in self.isi]
        baru = [n for n in self.isi if n not in {i.filename for i in lama}]
        keluar = io.BytesIO()
        with zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as paket:
            for info in lama:
                tulis = zipfile.ZipInfo(info.filename, info.date_time)
                tulis.external_attr = info.external_attr
                tulis.compress_type = zipfile.ZIP_DEFLATED
                paket.writestr(tulis, self.isi[info.filename])
            for nama in baru:
                paket.writestr(nama, self.isi[nama])
        return keluar.getvalue()
