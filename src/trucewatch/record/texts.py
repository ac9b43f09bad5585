"""The readable text of a page, its blocks, and what the page says of itself."""

from dataclasses import dataclass
from enum import StrEnum

from trucewatch.record.dates import Published
from trucewatch.record.ids import PageId, TextId, text_id
from trucewatch.record.spans import Range


class Role(StrEnum):
    """What a block of text is to the page."""

    HEADLINE = "headline"
    DECK = "deck"
    BYLINE = "byline"
    DATELINE = "dateline"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    COMMENT = "comment"
    RELATED = "related"
    NAVIGATION = "navigation"
    NOTICE = "notice"


REPORTING = frozenset({Role.HEADLINE, Role.DECK, Role.DATELINE, Role.PARAGRAPH})
"""The roles that are extracted from; the others are kept, searchable and never taken for reporting."""


@dataclass(frozen=True, slots=True, order=True)
class Block:
    """A half-open range of the text with its role; blocks stand in order, never overlap, have no blank margin."""

    start: int
    end: int
    role: Role

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"block {self.start}..{self.end} is empty or negative")


@dataclass(frozen=True, slots=True)
class Text:
    """An exact string and its blocks; for a plain-text page the string is the file's own content."""

    id: TextId
    page: PageId
    string: str
    blocks: tuple[Block, ...]

    @staticmethod
    def of(page: PageId, string: str, blocks: tuple[Block, ...]) -> "Text":
        """The text of `page`, its id made from the string."""
        return Text(text_id(string), page, string, blocks)

    def reporting(self) -> tuple[Block, ...]:
        """The blocks that are extracted from."""
        return tuple(b for b in self.blocks if b.role in REPORTING)


@dataclass(frozen=True, slots=True)
class Relay:
    """That the page passes on what another outlet or agency reported, and the words that say so."""

    name: str
    """As the page writes it: "TASS", "the Trud newspaper"."""
    at: Range | None
    """The cue in the text; None where only the markup states it."""


@dataclass(frozen=True, slots=True)
class Article:
    """What the page says of itself; None for what it does not say."""

    headline: str | None = None
    outlet: str | None = None
    outlet_grounds: str | None = None
    """"given", or where in the page it was read: "meta", "json-ld", "dateline", "text", "address"."""
    byline: str | None = None
    published: Published | None = None
    dateline_place: str | None = None
    language: str | None = None
    """ISO 639-1."""
    address: str | None = None
    relays: tuple[Relay, ...] = ()
