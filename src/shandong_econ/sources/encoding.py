"""Which encoding bytes are a text in: by their mark, by what the document says, as UTF-8, or as the library finds."""

from __future__ import annotations

import codecs
import re

from shandong_econ.errors import ReadError
from shandong_econ.extras import extra

REMEDY = "save it as plain text in UTF-8, or as .docx, .html or .pdf, or give format= if an exporter wrote it"
_SIGNATURES = {
    b"PK\x03\x04": "a zip archive",
    b"\xd0\xcf\x11\xe0": "a file of an old Word or Excel",
    b"%PDF-": "a PDF",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
}
"""What files that are no texts begin with, where that alone tells what they are."""
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_GB = frozenset({"gb2312", "gbk", "hz", "gb18030"})  # pages say the small one and use the characters of the large one
_WIDE = ("utf_16_le", "utf_16_be")
_NARROW = ("gb18030", "cp1252")
_SAMPLE = 1 << 20  # bytes that the library looks at
_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")
_PRIVATE = re.compile(r"[\ue000-\uf8ff]")  # a text in GB18030 has next to none; read so, one in Big5 has a quarter
_MOST_PRIVATE = 2
"""Characters for private use that any text may have; they may also be a twentieth of all but ASCII."""


def decode(data: bytes, declared: str | None = None) -> str:
    """The text, its line ends as they are, without a mark of byte order; ReadError if it is no text.

    A mark of byte order goes first, then what the document declares, then UTF-8, which no other text passes for by
    chance. What is left is UTF-16 without a mark if it has zero bytes, and else GB18030 or Windows-1252, which the
    extra `encodings` tells apart: MissingExtraError where it is not installed.

    >>> decode("地区生产总值".encode("gb18030"))
    '地区生产总值'
    """
    other = next((what for signature, what in _SIGNATURES.items() if data.startswith(signature)), None)
    if other is not None:
        raise ReadError(f"it is no text but {other}: {REMEDY}")
    marked = [encoding for mark, encoding in _BOMS if data.startswith(mark)][:1]
    candidates = marked or [*_known(declared), *(["utf-8"] if b"\0" not in data else [])]
    text = next((text for each in candidates if (text := _decoded(data, each)) is not None), None)
    if text is not None:
        return _checked(text, re.compile("\0"))
    if marked:
        raise ReadError(f"it is no text in {marked[0].upper()}, as its first bytes say: {REMEDY}")
    found = _found(data)
    if found is None:
        raise ReadError(f"it is no text in UTF-8, UTF-16, GB18030 or Windows-1252: {REMEDY}")
    private, beyond_ascii = len(_PRIVATE.findall(found)), len(found) - len(found.encode("ascii", "ignore"))
    if private > max(_MOST_PRIVATE, beyond_ascii // 20):
        signs = f"it has {private} characters for private use, as one in Big5 would"
        raise ReadError(f"it is no text in UTF-8, UTF-16, GB18030 or Windows-1252: {signs}; {REMEDY}")
    return _checked(found, _NO_TEXT)


def _checked(text: str, wrong: re.Pattern[str]) -> str:
    """The text, if it has no sign of being none: nearly any bytes are GB18030 or UTF-16, so there are more signs."""
    if match := wrong.search(text):
        raise ReadError(f"it is no text: it has {match[0]!r} at character {match.start()}; {REMEDY}")
    return text


def _known(declared: str | None) -> list[str]:
    if declared is None:
        return []
    try:
        name = codecs.lookup(declared).name
    except (LookupError, ValueError):  # ValueError: a name with a NUL in it
        return []
    return ["gb18030" if name in _GB else name]


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError, TypeError):  # the codecs that make no text of bytes, such as "base64"
        return None


def _found(data: bytes) -> str | None:
    """The text in the encoding that the library finds the likeliest; a text too short to tell may be GB18030."""
    with extra("encodings", "reading a text that is not in UTF-8"):
        from charset_normalizer import from_bytes  # here, because most texts are UTF-8 and have no need of it

    candidates, otherwise = (_WIDE, []) if b"\0" in data else (_NARROW, _NARROW[:1])
    best = from_bytes(data[:_SAMPLE], cp_isolation=list(candidates), enable_fallback=False).best()
    likeliest = [best.encoding] if best is not None and best.encoding in candidates else []
    return next((text for each in [*likeliest, *otherwise] if (text := _decoded(data, each)) is not None), None)
