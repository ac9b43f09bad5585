"""Where accounts really come from, and how far several of them bear each other out.

Nothing here is stored: an origin is a function of the pages that were published before its own, so that `--as-of` is
exact, and the order of reading takes no part.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from trucewatch.record.happenings import Happening
from trucewatch.record.ids import PageId
from trucewatch.record.joined import Reason
from trucewatch.record.mentions import Statement
from trucewatch.record.resolved import Origin, Outlet, RelayedFrom
from trucewatch.record.spans import Range


@dataclass(frozen=True, slots=True)
class SourcedPage:
    """What is known of where a page's words come from."""

    page: PageId
    outlet: Outlet | None
    day: str | None
    """The last day on which it can have been published; None where no date is known."""
    text: str
    """Its readable text; empty where it has none."""
    reporting: tuple[Range, ...]
    """The ranges of the text that are reporting, in order."""
    relays: tuple[RelayedFrom, ...] = ()


@dataclass(frozen=True, slots=True)
class Sharing:
    """That a page shares prints with one that was published no later."""

    page: PageId
    earlier: PageId
    prints: int
    """How many of them."""
    share: float
    """From 0 to 1: how much of the page they stand for, runs of words that are printed day after day counting little."""


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
class Account:
    """What one mention tells of a happening, and where that comes from."""

    mention: str
    """The mention's id."""
    page: PageId
    by: str
    """Who asserts it: a speaker's name, else the outlet's."""
    party: str | None
    """The state or body that the asserter speaks for: a code such as "ABC", or the dossier's name of a side; None for
    an outlet's own voice and for whoever stands for no one known."""
    origin: Origin


@dataclass(frozen=True, slots=True)
class Corroboration:
    """How the accounts of one happening bear each other out."""

    accounts: tuple[Account, ...]
    """One for each mention, in the order of the happening's mentions."""
    origins: tuple[Origin, ...]
    """The independent origins, each once, in the order of the accounts."""
    parties: tuple[str, ...]
    """Whose accounts there are, in the order of the accounts."""
    confirmed_by: tuple[str, ...]
    """Parties that bear out what another party told first; empty where one party alone, or none, speaks."""
    why: tuple[Reason, ...]
    """What the origins and confirmations rest on, in words for a reader."""


class Sourced(Protocol):
    """Where origins are looked up; a `Reader` is one."""

    def sourced(self, pages: Collection[PageId]) -> Mapping[PageId, SourcedPage]:
        """What is known of these pages' sources; pages that are not read are left out."""
        ...

    def sharing(self, pages: Collection[PageId]) -> Mapping[PageId, tuple[Sharing, ...]]:
        """For each of these pages, those published no later that share text with it, most shared first."""
        ...

    def speech(self, pages: Collection[PageId]) -> Mapping[PageId, tuple[Statement, ...]]:
        """The statements on each of these pages."""
        ...


class Corroborator(Protocol):
    """Finds origins, and counts who bears out whom."""

    def corroborate(self, happenings: Sequence[Happening], sourced: Sourced) -> list[Corroboration]:
        """One for each happening, in their order."""
        ...
