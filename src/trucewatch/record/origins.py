"""Where accounts really come from, and how far several of them bear each other out.

Nothing here is stored: an origin is a function of the pages that were published before its own, so that `--as-of` is
exact, and the order of reading takes no part.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Protocol

from trucewatch.record.happenings import Happening
from trucewatch.record.ids import PageId
from trucewatch.record.joined import Reason
from trucewatch.record.resolved import Origin
from trucewatch.record.reuse import Copied, Sourced
from trucewatch.record.spans import Evidence


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
    evidence: tuple[Evidence, ...] = ()
    """What says where it comes from: the words that name whom the page relays, or the passage of the page that had them
    first; none for an account that is the outlet's own."""


@dataclass(frozen=True, slots=True)
class Corroboration:
    """How the accounts of one happening bear each other out."""

    accounts: tuple[Account, ...]
    """One for each mention, in the happening's order; of one told on very many pages, for those of the earliest."""
    origins: tuple[Origin, ...]
    """The independent origins, each once, in the order of the accounts."""
    parties: tuple[str, ...]
    """Whose accounts there are, in the order of the accounts."""
    confirmed_by: tuple[str, ...]
    """Parties that bear out what another party told first; empty where one party alone, or none, speaks."""
    why: tuple[Reason, ...]
    """What the origins and confirmations rest on, in words for a reader."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether a page as a whole is its publisher's own."""

    page: PageId
    origin: Origin
    """`how` is "own", "relay" or "reuse"."""
    evidence: tuple[Evidence, ...] = ()
    """What shows it: whom the page names, or a passage in the page and where it stood before; none for an own page."""
    passages: tuple[Copied, ...] = ()
    """All the passages that stood in another page before."""


class Judge(Protocol):
    """Tells pages that are their publisher's own from those that relay or copy another."""

    def standings(self, pages: Collection[PageId], sourced: Sourced) -> dict[PageId, Standing]:
        """One for each of these pages that is read."""
        ...


class Corroborator(Protocol):
    """Finds origins, and counts who bears out whom."""

    def corroborate(self, happenings: Sequence[Happening], sourced: Sourced) -> list[Corroboration]:
        """One for each happening, in their order."""
        ...
