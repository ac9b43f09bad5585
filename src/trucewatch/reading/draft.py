"""What the readers of a form (HTML, plain text, a given line) hand to the part that tells the article from the page."""

from dataclasses import dataclass

from trucewatch.record.texts import Block


@dataclass(frozen=True, slots=True)
class Stated:
    """Metadata that the page's markup states, as written; nothing here is judged yet."""

    headline: str | None = None
    outlet: str | None = None
    outlet_grounds: str | None = None
    byline: str | None = None
    json_ld_published: str | None = None
    """A date as ISO 8601 prefix, taken from JSON-LD's datePublished."""
    meta_published: str | None = None
    """The same from meta tags (article:published_time and its kin) or a marked-up `<time>`."""
    language: str | None = None
    address: str | None = None
    """Saved-from comment, canonical link or og:url, the first of them that there is."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An exact string with blocks by role, and what the markup states.

    Blocks stand in order, do not overlap, carry no blank margin, and every non-blank character of the string is in one.
    """

    string: str
    blocks: tuple[Block, ...]
    stated: Stated = Stated()
    marked: bool = False
    """Made from markup, which sets stamps apart from the report; in scraped text they open it like a dateline."""
