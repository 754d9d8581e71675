"""The part that lists the sheets of an xlsx; whether the workbook may be patched."""

from dataclasses import dataclass

from lxml import etree

from loaders.marking.package import (
    DOKUMEN,
    UTAMA,
    NotMarkableError,
    Package,
    add,
    local,
)

_ID = f"{{{DOKUMEN}}}id"
_LEMBAR = "worksheet"
_JENIS_LEMBAR = (
    "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
)
_SESUDAH_NAMA = (
    "calcPr", "oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr",
    "smartTagTypes", "webPublishing", "fileRecoveryPr", "webPublishObjects", "extLst",
)  # fmt: skip
_TANDA_TANGAN = "berkas ini bertanda tangan digital, yang akan batal bila berkas diubah"
_MAKRO = "berkas ini memuat makro"
_BERSAMA = "berkas ini sedang disunting bersama (workbook bersama)"
_STRICT = "berkas ini disimpan sebagai Strict Open XML"


@dataclass(frozen=True, slots=True)
class LembarBuku:
    """One sheet as the workbook lists it: its name, and the part that holds it."""

    nama: str
    bagian: str
    tersembunyi: bool


class Book:
    """The sheets of a package, in their order.

    Raises NotMarkableError for a workbook that must not be patched.
    """

    def __init__(self, paket: Package) -> None:
        """Finds the workbook in the package and judges it."""
        self.paket = paket
        if any(n.lower().startswith("_xmlsignatures/") for n in paket.isi):
            raise NotMarkableError(_TANDA_TANGAN)
        buku = paket.related("", "officeDocument")
        if not buku:
            raise NotMarkableError("susunan isi berkas tidak lazim")
        self.bagian = buku[0]
        self.akar = paket.xml(self.bagian)
        jenis = {j for _, j, _ in paket.relations(self.bagian)}
        if "vbaProject" in jenis or "macroEnabled" in paket.declared(self.bagian):
            raise NotMarkableError(_MAKRO)
        if jenis & {"revisionHeaders", "usernames"}:
            raise NotMarkableError(_BERSAMA)
        if etree.QName(self.akar).namespace != UTAMA:
            strict = "purl.oclc.org" in (etree.QName(self.akar).namespace or "")
            raise NotMarkableError(
                _STRICT if strict else "susunan isi berkas tidak lazim"
            )

    @property
    def _daftar(self) -> etree._Element:
        daftar = self.akar.find("{*}sheets")
        if daftar is None:
            raise NotMarkableError("berkas tidak mempunyai lembar")
        return daftar

    def sheets(self) -> list[LembarBuku]:
        """The worksheets, in their order; chart and dialogue sheets are left out."""
        tujuan = {i: (j, t) for i, j, t in self.paket.relations(self.bagian)}
        hasil = []
        for s in self._daftar:
            jenis, bagian = tujuan.get(s.get(_ID, ""), ("", ""))
            if jenis == _LEMBAR and bagian in self.paket:
                rahasia = s.get("state", "visible") != "visible"
                hasil.append(LembarBuku(s.get("name", ""), bagian, rahasia))
        return hasil

    def styles(self) -> str | None:
        """The part with the cell formats; None when there is none."""
        return next(iter(self.paket.related(self.bagian, "styles")), None)

    def shared_texts(self) -> str | None:
        """The part with the shared texts; None when there is none."""
        return next(iter(self.paket.related(self.bagian, "sharedStrings")), None)

    def sibling(self, nama: str) -> str:
        """The name of a part beside the workbook."""
        map_ = self.bagian.rpartition("/")[0]
        return f"{map_}/{nama}" if map_ else nama

    def save(self) -> None:
        """Writes the list of sheets back."""
        self.paket.put(self.bagian, self.akar)

    def insert_first(self, nama: str, cetak: str) -> str:
        """Puts a new sheet before all others; gives the name of its part.

        `cetak` are the rows repeated on each printed page. Whatever counts sheets by
        their place (the sheet that is open, names of one sheet) is shifted.
        """
        bagian = self.paket.free(self.sibling("worksheets/sheet{}.xml"))
        self.paket.declare(bagian, _JENIS_LEMBAR)
        nomor = self.paket.relate(self.bagian, _LEMBAR, bagian)
        daftar = self._daftar
        pakai = [int(s.get("sheetId", 0)) for s in daftar]
        ruang = etree.QName(self.akar).namespace
        lembar = etree.Element(etree.QName(ruang, "sheet"), nsmap={"r": DOKUMEN})
        lembar.set("name", nama)
        lembar.set("sheetId", str(max(pakai, default=0) + 1))
        lembar.set(_ID, nomor)
        daftar.insert(0, lembar)
        etree.cleanup_namespaces(lembar)
        if self.akar.find("{*}bookViews") is None:
            # without it the first sheet is the open one, beside one that says it is
            buka = add(self.akar, "bookViews")
            add(buka, "workbookView")
            daftar.addprevious(buka)
        for lihat in self.akar.iter("{*}workbookView"):
            lihat.set("activeTab", str(int(lihat.get("activeTab", 0)) + 1))
            if lihat.get("firstSheet", "0") != "0":
                lihat.set("firstSheet", str(int(lihat.get("firstSheet", 0)) + 1))
        for satu in self.akar.iter("{*}definedName"):
            if satu.get("localSheetId"):
                satu.set("localSheetId", str(int(satu.get("localSheetId", 0)) + 1))
        kutip = nama.replace("'", "''")
        self._name("_xlnm.Print_Titles", f"'{kutip}'!{cetak}")
        return bagian

    def _name(self, nama: str, isi: str) -> None:
        daftar = self.akar.find("{*}definedNames")
        if daftar is None:
            daftar = add(self.akar, "definedNames")
            sesudah = [u for u in self.akar if local(u) in _SESUDAH_NAMA]
            if sesudah:
                sesudah[0].addprevious(daftar)
        satu = add(daftar, "definedName", name=nama, localSheetId="0")
        satu.text = isi

    def remove(self, lembar: LembarBuku) -> None:
        """Takes a sheet out, with whatever belongs to it alone."""
        tujuan = {i: t for i, _, t in self.paket.relations(self.bagian)}
        daftar = self._daftar
        tempat = next(
            i
            for i, s in enumerate(daftar)
            if tujuan.get(s.get(_ID, "")) == lembar.bagian
        )
        daftar.remove(daftar[tempat])
        for lihat in self.akar.iter("{*}workbookView"):
            for n in ("activeTab", "firstSheet"):
                kini = int(lihat.get(n, 0))
                _shift(lihat, n, kini - 1 if kini > tempat else kini)
        self._forget_bare_views()
        nama = self.akar.find("{*}definedNames")
        for satu in list(nama) if nama is not None else ():
            letak = satu.get("localSheetId")
            if letak and int(letak) == tempat:
                nama.remove(satu)
            elif letak and int(letak) > tempat:
                satu.set("localSheetId", str(int(letak) - 1))
        if nama is not None and not len(nama):
            self.akar.remove(nama)
        self.paket.unrelate(self.bagian, lembar.bagian)
        self.paket.drop(lembar.bagian)

    def _forget_bare_views(self) -> None:
        buka = self.akar.find("{*}bookViews")
        if buka is not None and not any(len(v) or v.attrib for v in buka):
            self.akar.remove(buka)


def _shift(unsur: etree._Element, nama: str, nilai: int) -> None:
    """Sets a count, leaving out the zero that need not be written."""
    if nilai or nama in unsur.attrib:
        unsur.set(nama, str(nilai))
    if not nilai:
        unsur.attrib.pop(nama, None)
