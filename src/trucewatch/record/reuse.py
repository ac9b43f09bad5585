"""What pages share: prints in common, passages that one has from another; and what they say of their sources."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Protocol

from trucewatch.record.ids import PageId
from trucewatch.record.mentions import Statement
from trucewatch.record.resolved import Outlet, RelayedFrom
from trucewatch.record.spans import Evidence, Range


@dataclass(frozen=True, slots=True)
class SourcedPage:
    """What is known of where a page's words come from."""

    page: PageId
    outlet: Outlet | None
    published: str | None
    """Its publication date, as far as it is known."""
    day: str | None
    """The last day on which it can have been published; None where no date is known."""
    text: str
    """Its readable text; empty where it has none."""
    reporting: tuple[Range, ...]
    """The ranges of the text that are reporting, in order."""
    relays: tuple[RelayedFrom, ...] = ()


@dataclass(frozen=True, slots=True)
class Sharing:
    """That a page shares prints with one that was published on the same day or before."""

    page: PageId
    earlier: PageId
    prints: int
    """How many of them."""
    share: float
    """From 0 to 1: how much of the page they stand for; runs of words that are printed day after day count little."""


@dataclass(frozen=True, slots=True)
class Copied:
    """A passage of a page that stands in an earlier one, word for word or nearly."""

    earlier: PageId
    at: Range
    """In the page's own text."""
    stood: Range
    """In the earlier page's text."""
    alike: float
    """From 0 to 1."""


@dataclass(frozen=True, slots=True)
class SourceRow:
    """An outlet with the pages it published and the outlets it relays; name None gathers pages of no known outlet."""

    name: str | None
    kind: str
    pages: int
    first: str | None
    last: str | None
    """Earliest and latest publication day among its pages."""
    relays: tuple[tuple[str, int], ...]
    """Names of the outlets it relays, with the number of pages, most first."""
    relayed_by: tuple[tuple[str, int], ...]
    example: Evidence | None
    """A passage of one of its pages, a relay cue where there is one; of a page that relays it where it has none."""


class Sourced(Protocol):
    """Where origins are looked up: half of a `Reader`."""

    def sourced(self, pages: Collection[PageId]) -> Mapping[PageId, SourcedPage]:
        """What is known of these pages' sources; pages that are not read are left out."""
        ...

    def sharing(self, pages: Collection[PageId]) -> Mapping[PageId, tuple[Sharing, ...]]:
        """For each of these pages, those published no later that share text with it, most shared first."""
        ...

    def speech(self, pages: Collection[PageId]) -> Mapping[PageId, tuple[Statement, ...]]:
        """The statements on each of these pages."""
        ...
