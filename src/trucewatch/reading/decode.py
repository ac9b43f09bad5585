"""Bytes to text: the encoding that a browser would settle on, and no character that a database cannot hold."""

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from trucewatch.record.outcomes import Why


@dataclass(frozen=True, slots=True)
class Undecodable:
    """Why bytes could not be read as text: `EMPTY` or `NOT_TEXT`."""

    why: Why
    detail: str


_BOMS = (  # UTF-32 first: its little-endian mark begins with UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY_HEADS = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"\x1f\x8b",
    b"\x7fELF",
    b"SQLite format 3\x00",
    b"\xd0\xcf\x11\xe0",
    b"Rar!",
    b"7z\xbc\xaf",
)
_CONTROLS = bytes(b for b in (*range(0x20), 0x7F) if b not in b"\t\n\x0b\x0c\r\x1b")
_HIGH = bytes(range(0x80, 0x100))
_MAX_CONTROL_SHARE = 0.05
_MAX_LOST_SHARE = 0.3
_DECLARED_WITHIN = 4096  # bytes; browsers look at 1,024, saved pages put their own comment before the tag
_SAMPLE = 65_536  # bytes shown to the detector, whose time grows with them
_FEW_HIGH = 0.02  # below this share of high bytes a Latin text is Western; the detector needs more to go by

_META = re.compile(rb"<meta\b[^>]{0,400}?\bcharset\s{0,9}=\s{0,9}[\"']?\s{0,9}([A-Za-z0-9_:.+-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"<\?xml\b[^>]{0,200}?\bencoding\s{0,9}=\s{0,9}[\"']([A-Za-z0-9_:.+-]{2,40})[\"']", re.IGNORECASE)
_FIRST_HIGH = re.compile(rb"[\x80-\xff]")
_SURROGATE = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")  # written out in UTF-8, where none may stand
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_WINDOWS = {byte: bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0xA0)}
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")

_AS_BROWSERS_DO = {  # what pages mean when they say the key
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "utf-16": "utf-8",  # a declaration that could be read as ASCII was not in UTF-16
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
    "utf-7": "utf-8",
    "utf-8-sig": "utf-8",
}
_SEVEN_BIT = frozenset({"iso2022_jp", "hz"})  # pure ASCII on the outside: only a declaration tells them
_DETECTED = [
    *("cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "koi8_r", "cp866"),
    *("iso8859_2", "gb18030", "big5", "cp932", "euc_jp", "cp949"),
]


def decode(data: bytes, *, declared: str | None = None) -> str | Undecodable:
    """The text of `data`; `declared` is a charset that stood outside it (a response header, a caller's word).

    In this order: byte order mark, UTF-8 where the bytes are valid, mostly valid UTF-8 with its stray bytes read as
    windows-1252, what is declared outside and inside, detection. The mark stays in the text as U+FEFF, line ends stay
    as they are; NUL and lone surrogates become U+FFFD, one for one.
    """
    if not data.strip(b"\x00 \t\r\n\x0b\x0c\xef\xbb\xbf\xff\xfe"):
        return Undecodable(Why.EMPTY, f"{len(data)} bytes, none of them text")
    if marked := _by_mark(data):
        return storable(marked)
    if _looks_binary(data):
        return Undecodable(Why.NOT_TEXT, "binary content")
    text = _by_content(data, declared)
    if _lost(text) > _MAX_LOST_SHARE * len(text):
        return Undecodable(Why.NOT_TEXT, "no encoding gives readable text")
    if not text.strip():
        return Undecodable(Why.EMPTY, "nothing but white space")
    return storable(text)


def storable(text: str) -> str:
    """`text` with each NUL and lone surrogate turned into U+FFFD, so that any database and UTF-8 can hold it."""
    if "\x00" not in text and _encodable(text):
        return text  # nearly every page, told without a look at each character
    return _UNSTORABLE.sub("�", text)


def _encodable(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _by_mark(data: bytes) -> str | None:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            if encoding == "utf-8":
                return _SURROGATE.sub("�".encode(), data).decode(encoding, _STRAY)
            return data.decode(encoding, "replace")
    return None


def _looks_binary(data: bytes) -> bool:
    if data.startswith(_BINARY_HEADS):
        return True
    if _unmarked_utf16(data):
        return False
    controls = len(data) - len(data.translate(None, _CONTROLS))
    return controls > max(3, _MAX_CONTROL_SHARE * len(data))


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 of mostly Latin text shows as a NUL in every second byte."""
    sample = data[:4096]
    odd, even = sample[1::2].count(0), sample[::2].count(0)
    if odd > 0.35 * len(sample) and even < 0.05 * len(sample):
        return "utf-16-le"
    if even > 0.35 * len(sample) and odd < 0.05 * len(sample):
        return "utf-16-be"
    return None


def _by_content(data: bytes, declared: str | None) -> str:
    if wide := _unmarked_utf16(data):
        return data.decode(wide, "replace")
    said = [name for name in (_known(declared), _known(_inside(data))) if name]
    seven_bit = next((name for name in said if name in _SEVEN_BIT), None)
    if seven_bit:
        return data.decode(seven_bit, "replace")
    utf8 = _SURROGATE.sub("�".encode(), data)
    try:
        return utf8.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if _mostly_utf8(utf8):
        return utf8.decode("utf-8", _STRAY)
    for name in said:
        if name != "utf-8" and (text := _in(data, name)) is not None:
            return text
    return _detected(data)


def _inside(data: bytes) -> str | None:
    """The charset that the page's own XML declaration or meta tag names."""
    head = data[:_DECLARED_WITHIN]
    found = _XML.match(head.lstrip()) or _META.search(head)
    return found.group(1).decode("ascii") if found else None


def _known(label: str | None) -> str | None:
    if not label:
        return None
    try:
        name = codecs.lookup(label.strip()).name
    except (LookupError, ValueError):
        return None
    return _AS_BROWSERS_DO.get(name, name)


def _in(data: bytes, name: str) -> str | None:
    """`data` in the encoding a page names; None where it plainly is not that, or the codec gives no text."""
    try:
        if name == "cp1252":
            return _windows(data)
        text = data.decode(name, "replace")
    except (LookupError, ValueError):
        return None
    return text if _lost(text) <= max(2, 0.01 * len(text)) else None


def _mostly_utf8(data: bytes) -> bool:
    """Whether the sequences that are valid UTF-8 clearly outnumber the stray bytes; an end broken off is none."""
    valid = data.decode("utf-8", "ignore")
    strays = len(data) - len(valid.encode("utf-8"))
    sequences = sum(1 for _ in _NOT_ASCII.finditer(valid))
    broken_off = (sequences or strays > 1) and _begins_one(data[-strays:]) and data[:-strays] == valid.encode("utf-8")
    return bool(broken_off) or sequences > 2 * strays


def _begins_one(tail: bytes) -> bool:
    """Whether `tail` is the beginning of one character of UTF-8."""
    return len(tail) <= 3 and 0xC2 <= tail[0] <= 0xF4 and all(0x80 <= byte <= 0xBF for byte in tail[1:])


def _windows(data: bytes) -> str:
    """`data` as windows-1252, the five bytes that it leaves open as the controls that browsers make of them."""
    return data.decode("latin-1").translate(_WINDOWS)


def _detected(data: bytes) -> str:
    """The text in the encoding that fits best; windows-1252, which gives a character for nearly any byte, at worst."""
    high = len(data) - len(data.translate(None, _HIGH))
    if high >= _FEW_HIGH * len(data):
        best = from_bytes(_telling(data), cp_isolation=_DETECTED).best()
        if best is not None and (text := _in(data, best.encoding)) is not None:
            return text
    return _windows(data)


def _telling(data: bytes) -> bytes:
    """The part of `data` that shows the encoding: from a little before the first high byte."""
    first = _FIRST_HIGH.search(data)
    start = max(0, first.start() - 200) if first else 0
    return data[start : start + _SAMPLE]


def _lost(text: str) -> int:
    """Characters that no encoding should have given: replacements and C1 controls."""
    return sum(text.count(c) for c in "�\x80\x81\x8d\x8f\x90\x9d")


def _stray(error: UnicodeError) -> tuple[str, int]:
    """Reads a byte that is not UTF-8 as windows-1252, the browsers' reading; broken-off characters are U+FFFD."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    start, data = error.start, error.object
    if error.reason == "unexpected end of data":
        return "�", len(data)
    return _windows(data[start : start + 1]), start + 1


_STRAY = "trucewatch-stray"
codecs.register_error(_STRAY, _stray)
