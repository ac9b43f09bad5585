"""Page to text: the article told apart from the page around it, and what the page says of itself."""

from dataclasses import dataclass, field
from typing import Final

from trucewatch.errors import PageError
from trucewatch.reading.article import describe
from trucewatch.reading.decode import Undecodable, decode, storable
from trucewatch.reading.draft import Draft
from trucewatch.reading.html import HtmlLimits, Unreadable, read_html
from trucewatch.reading.line import BadLine, read_line
from trucewatch.reading.plain import read_clean, read_plain
from trucewatch.record.outcomes import Dropped, Why
from trucewatch.record.pages import LINE_MEDIA_TYPE, Given
from trucewatch.record.protocols import KeptPage
from trucewatch.record.resolved import OutletRegister
from trucewatch.record.texts import Article, Text

__all__ = ["ReadResult", "ReadingOptions", "read_page"]

STAGE: Final = "reading"
PLAIN: Final = frozenset({"text/plain", "text/markdown"})
"""Media types of the line reader."""
MARKUP: Final = frozenset({"text/html", "application/xhtml+xml"})
"""Media types of the reader of markup."""


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """What a reading depends on beside the page itself."""

    register: OutletRegister = field(default_factory=OutletRegister)
    max_bytes: int = 32 * 1024 * 1024
    """Bytes above which a page is not read; news pages stay far below."""
    max_depth: int = 200
    """Elements inside one another; a deeper page is read without its structure."""
    languages: tuple[str, ...] = ("en",)
    """ISO 639-1 codes of the languages that the later stages can read."""


class Unread(PageError):
    """The page has no text that can be read, and why."""

    def __init__(self, why: Why, detail: str) -> None:
        super().__init__(detail)
        self.why = why


@dataclass(frozen=True, slots=True)
class ReadResult:
    """What reading made of a page; `dropped` can stand beside a text that later stages cannot use."""

    text: Text | None
    article: Article | None
    dropped: Dropped | None


def read_page(page: KeptPage, options: ReadingOptions) -> ReadResult:
    """The page's text, blocks and metadata, or the reason why there are none; never raises on what a page holds."""
    if len(page.data) > options.max_bytes:
        return _drop(page, Why.TOO_LARGE, f"{len(page.data)} bytes; pages are read up to {options.max_bytes}")
    if not page.data.strip():
        return _drop(page, Why.EMPTY, "nothing but white space")
    try:
        draft, given = _draft(page, options)
    except BadLine as error:
        return _drop(page, Why.BAD_LINE, str(error))
    except Unread as error:
        return _drop(page, error.why, str(error))
    return _result(page, draft, given, options)


def _draft(page: KeptPage, options: ReadingOptions) -> tuple[Draft, Given]:
    """The page's draft by its form, and what is given about it. Raises Unread where it has none."""
    if page.page.media_type == LINE_MEDIA_TYPE:
        line = read_line(page.data)
        text = storable(line.text)
        if not text.strip():
            raise Unread(Why.EMPTY, "the line's text is empty")
        return (read_plain(text) if line.form == "page" else read_clean(text)), _joined(page.given, line.given)
    if page.page.media_type not in PLAIN | MARKUP:
        raise Unread(Why.UNSUPPORTED, f"pages of type {page.page.media_type} cannot be read")
    decoded = decode(page.data)
    if isinstance(decoded, Undecodable):
        raise Unread(decoded.why, decoded.detail)
    if page.page.media_type in PLAIN:
        return read_plain(decoded), page.given
    draft = read_html(decoded, HtmlLimits(max_depth=options.max_depth))
    if isinstance(draft, Unreadable):
        raise Unread(draft.why, draft.detail)
    return draft, page.given


def _joined(first: Given, second: Given) -> Given:
    """What was given about the page from outside, and where that says nothing, what its own line states."""
    return Given(first.outlet or second.outlet, first.published or second.published, first.address or second.address)


def _result(page: KeptPage, draft: Draft, given: Given, options: ReadingOptions) -> ReadResult:
    described = describe(draft, given, options.register)
    text = Text.of(page.page.id, draft.string, described.blocks)
    language = described.article.language
    dropped = None
    if not text.reporting():
        dropped = Dropped(page.locator, STAGE, Why.NO_TEXT, f"no reporting among {len(text.blocks)} blocks")
    elif language not in options.languages:
        dropped = Dropped(page.locator, STAGE, Why.WRONG_LANGUAGE, language or "too little text to tell its language")
    return ReadResult(text, described.article, dropped)


def _drop(page: KeptPage, why: Why, detail: str) -> ReadResult:
    return ReadResult(None, None, Dropped(page.locator, STAGE, why, detail))
