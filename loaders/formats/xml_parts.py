"""XML parts of packages: which may be opened, and the plain way to write them.

No office program writes a document type with declarations of its own; they are how a
small file swells to gigabytes ("billion laughs") or reaches for other files.
"""

import re
from xml.etree import ElementTree
from xml.parsers import expat

from loaders.formats.unreadable import UnreadableError

_BIASA = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*"
    rb"(?:<\?xml(?:(?!encoding)[^>])*(?:encoding=[\"'](?i:utf-8|us-ascii)[\"'][^>]*)?\?>)?"
    rb"(?:\s|<\?mso[^>]*>)*<[A-Za-z]"
)


_DEKLARASI = re.compile(r"\s*<\?xml[^>]*\?>")
_SANDI = re.compile(rb"<\?xml[^>]*encoding=[\"']([\w-]+)[\"']")


class _SeenError(Exception):
    """The root element begins: what stands before it is known."""


def plain(xml: bytes) -> bool:
    """Whether a part begins as office programs write it: UTF-8, no document type.

    >>> plain(b'<?xml version="1.0" encoding="UTF-8"?><sst/>'), plain(b"<!DOCTYPE x>")
    (True, False)
    """
    return _BIASA.match(xml) is not None


def refuse_declarations(xml: bytes, bagian: str) -> None:
    """Raises UnreadableError when a part declares entities of its own.

    A document type that only names itself, as old OpenOffice wrote, passes.
    """
    if plain(xml):
        return

    def doctype(
        _nama: str, _sistem: str | None, _umum: str | None, dalam: bool
    ) -> None:
        if dalam:
            raise UnreadableError(
                "berkas_berbahaya",
                f"Berkas ini memuat perintah XML (DOCTYPE di bagian {bagian}) yang "
                "tidak pernah ditulis Excel atau LibreOffice.",
            )

    def root(_nama: str, _atribut: dict[str, str]) -> None:
        raise _SeenError

    pembaca = expat.ParserCreate()
    pembaca.StartDoctypeDeclHandler = doctype
    pembaca.StartElementHandler = root
    try:
        pembaca.Parse(xml, True)
    except (_SeenError, expat.ExpatError):
        # A part that is no XML at all is found broken by whoever reads it.
        return


def parse(xml: bytes, bagian: str) -> ElementTree.Element:
    """The root of a part, without its comments.

    Raises UnreadableError for declarations, ElementTree.ParseError when broken.
    """
    refuse_declarations(xml, bagian)
    return ElementTree.fromstring(xml)


def as_utf8(xml: bytes) -> bytes:
    """A part in UTF-8 without its declaration, whatever it was written in.

    Raises UnicodeDecodeError or LookupError when it is not what it says.

    >>> as_utf8("<?xml version='1.0' encoding='UTF-16'?><a>é</a>".encode("utf-16"))
    b'<a>\\xc3\\xa9</a>'
    """
    if xml[:2] in (b"\xff\xfe", b"\xfe\xff"):
        teks = xml.decode("utf-16")
    elif b"\0" in xml[:4]:
        teks = xml.decode("utf-16-le" if xml[1:2] == b"\0" else "utf-16-be")
    else:
        sandi = _SANDI.match(xml)
        teks = xml.decode(sandi[1].decode() if sandi else "utf-8-sig")
    return _DEKLARASI.sub("", teks, count=1).encode()
