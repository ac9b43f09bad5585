"""What was captured: pages as bytes, where they were found, and what was said about them from outside."""

from dataclasses import dataclass, field

from trucewatch.record.dates import PartialDate
from trucewatch.record.ids import PageId, content_id, page_id, sha256_hex

LINE_MEDIA_TYPE = "application/vnd.trucewatch.line+json"
"""Media type of one line of `--jsonl`: the page's bytes are the line itself, so its metadata is kept with it."""


@dataclass(frozen=True, slots=True)
class Given:
    """What the person or program that hands a page in states of it; grounds "given"."""

    outlet: str | None = None
    published: str | None = None
    address: str | None = None

    def __post_init__(self) -> None:
        if self.published is not None:
            PartialDate(self.published)

    def __bool__(self) -> bool:
        return any((self.outlet, self.published, self.address))


@dataclass(frozen=True, slots=True)
class Page:
    """Bytes as captured, identified by their hash and the media type they are read as."""

    id: PageId
    sha256: str
    media_type: str
    size: int

    @staticmethod
    def of(data: bytes, media_type: str) -> "Page":
        """The page that these bytes make."""
        digest = sha256_hex(data)
        return Page(page_id(digest, media_type), digest, media_type, len(data))


@dataclass(frozen=True, slots=True)
class Captured:
    """A page's bytes on their way in, as a source yields them."""

    name: str
    """The id that `analyse` prints: the file's name without extensions, or the line's own id."""
    locator: str
    """Address, or path relative to the argument that brought it (`archive.zip!/inner/page.html` inside an archive)."""
    media_type: str
    data: bytes = field(repr=False)
    given: Given = Given()

    @property
    def page(self) -> Page:
        """The page that the bytes make."""
        return Page.of(self.data, self.media_type)


@dataclass(frozen=True, slots=True)
class Capture:
    """That a page was found at a place; reading it there again adds none."""

    page: PageId
    locator: str
    captured_at: str = field(compare=False)
    """UTC, ISO 8601 to the second; outside identity and digest."""

    @property
    def id(self) -> str:
        """The capture's id: page and locator."""
        return content_id("capture", self.page, self.locator)
