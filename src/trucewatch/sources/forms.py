"""What a file is: by its name's extension first, by its first bytes where the name does not say or cannot be right."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from trucewatch.sources.names import extension

HEAD = 4096
"""First bytes that are looked at."""


class Form(StrEnum):
    """The forms that are told apart; each that can be opened has an opener in `intake`."""

    PAGE = "page"
    LINES = "lines"
    GZIP = "gzip"
    BZIP2 = "bzip2"
    XZ = "xz"
    ZIP = "zip"
    TAR = "tar"
    NO_PAGE = "no page"
    """Pictures, styles, scripts, fonts, sound, databases: plainly no page, whatever they contain."""
    UNKNOWN = "unknown"


READABLE = "HTML, XHTML, plain text, Markdown, JSONL, and gz, bz2, xz, zip or tar of them"

MEDIA_TYPES: Mapping[str, str] = {
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".xht": "application/xhtml+xml",
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
}

_PACKERS: Mapping[str, tuple[Form, str]] = {
    ".gz": (Form.GZIP, ""),
    ".tgz": (Form.GZIP, ".tar"),
    ".bz2": (Form.BZIP2, ""),
    ".tbz": (Form.BZIP2, ".tar"),
    ".tbz2": (Form.BZIP2, ".tar"),
    ".xz": (Form.XZ, ""),
    ".txz": (Form.XZ, ".tar"),
}
"""Packers of one stream, and the extension that theirs stands for once it is unpacked."""

_OTHERS: Mapping[str, Form] = {
    **dict.fromkeys((".jsonl", ".ndjson"), Form.LINES),
    ".zip": Form.ZIP,
    ".tar": Form.TAR,
    **dict.fromkeys(
        (
            ".css .scss .less .js .mjs .cjs .map .ts .tsx .jsx .wasm .swf .json5 .webmanifest "
            ".png .jpg .jpeg .jpe .jfif .gif .webp .avif .heic .bmp .ico .cur .svg .svgz .tif .tiff .psd "
            ".mp3 .m4a .aac .ogg .oga .opus .wav .flac .mp4 .m4v .mov .avi .mkv .webm .ogv .mpg .mpeg .wmv .flv .m3u8 "
            ".woff .woff2 .ttf .otf .eot .db .sqlite .sqlite3 .db-wal .db-shm .db-journal "
            ".py .pyc .sh .bat .exe .dll .so .dylib .o .class .ini .lnk .tmp .part .crdownload"
        ).split(),
        Form.NO_PAGE,
    ),
}

_DATA = frozenset(
    ".json .xml .csv .tsv .yaml .yml .toml .rss .atom .rdf .pdf .warc .arc .wacz .parquet .arrow .eml .mbox .msg "
    ".mht .mhtml .maff .doc .docx .odt .rtf .xls .xlsx .ods .ppt .pptx .epub .mobi .ps .tex "
    ".7z .rar .zst .lz4 .br".split()
)
"""Forms that may hold pages but cannot be read yet; their text is not taken for a page's."""

_PACKED_STARTS = ((b"\x1f\x8b", Form.GZIP), (b"\xfd7zXZ\x00", Form.XZ))
_TAR_MARK, _TAR_MARK_AT = b"ustar", 257

_HTML_STARTS = ("<!doctype html", "<html", "<head", "<body", "<title", "<meta")
_WRAPPED_STARTS = ("<?xml", "<!--", "<!doctype")
_CONTROLS = frozenset(range(0x20)) - frozenset(b"\t\n\r\f\x1b")
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Kind:
    """A form, and for a page the media type it is read as."""

    form: Form
    media_type: str = ""


def kind_of(name: str, head: bytes) -> Kind:
    """What the file of this name and these first bytes is."""
    ending = extension(name)
    packed = _packed_as(head)
    if ending in _PACKERS:
        # Some servers and browsers unpack what they save and keep the name.
        return Kind(packed) if packed else kind_of(unpacked_name(name), head)
    if ending in MEDIA_TYPES:
        # Crawlers keep the server's compression under the page's own name; no text begins like these.
        return Kind(packed) if packed else Kind(Form.PAGE, MEDIA_TYPES[ending])
    if ending in _OTHERS:
        form = _OTHERS[ending]
        return Kind(packed) if packed and form in (Form.LINES, Form.TAR) else Kind(form)
    return _by_content(ending, head, packed)


def unpacked_name(name: str) -> str:
    """The name without its packer's extension: 'a.html.gz' is 'a.html', 'a.tgz' is 'a.tar'."""
    ending = extension(name)
    if ending not in _PACKERS:
        return name
    return name[: -len(ending)] + _PACKERS[ending][1]


def page_name(name: str) -> str:
    """The file's name without the extensions known here: 'a.html.gz' is 'a', 'ABC.1830.0711' stays."""
    bare = unpacked_name(name)
    ending = extension(bare)
    return bare[: -len(ending)] if ending in MEDIA_TYPES else bare


def no_page(name: str) -> bool:
    """True where the extension alone says that this is no page, so that it need not be opened."""
    return _OTHERS.get(extension(name)) is Form.NO_PAGE


def may_hold_many(name: str) -> bool:
    """True where the extension says archive or JSONL: how many pages it holds is known only once it was read."""
    form = _OTHERS.get(extension(unpacked_name(name)))
    return form in (Form.LINES, Form.ZIP, Form.TAR)


def _packed_as(head: bytes) -> Form | None:
    for magic, form in _PACKED_STARTS:
        if head.startswith(magic):
            return form
    # "BZh" could begin a text; the mark of the first block (or of the end, where nothing was packed) could not.
    if head.startswith(b"BZh") and head[4:].startswith((b"1AY&SY", b"\x17rE8P\x90")):
        return Form.BZIP2
    return None


def _by_content(ending: str, head: bytes, packed: Form | None) -> Kind:
    if packed and ending not in _DATA:
        return Kind(packed)
    # Only without any extension: documents of many kinds are zips inside.
    if not ending and head.startswith(b"PK\x03\x04"):
        return Kind(Form.ZIP)
    if not ending and head[_TAR_MARK_AT:].startswith(_TAR_MARK):
        return Kind(Form.TAR)
    if looks_like_html(head):
        return Kind(Form.PAGE, "text/html")
    if ending not in _DATA and looks_like_text(head):
        return Kind(Form.PAGE, "text/plain")
    return Kind(Form.UNKNOWN)


def looks_like_html(head: bytes) -> bool:
    """True where the first bytes open an HTML page."""
    wide = head.startswith(_WIDE_MARKS)
    text = head.decode("utf-16", "replace") if wide else head.removeprefix(b"\xef\xbb\xbf").decode("latin-1")
    text = text.lstrip().lower()
    return text.startswith(_HTML_STARTS) or (text.startswith(_WRAPPED_STARTS) and "<html" in text)


def looks_like_text(head: bytes) -> bool:
    """True where the first bytes have no control characters that no text has, in whatever encoding."""
    return head.startswith(_WIDE_MARKS) or not _CONTROLS.intersection(head)
