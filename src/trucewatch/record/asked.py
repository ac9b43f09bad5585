"""What is asked of a record: which part of it may be seen, and which statements are meant."""

from dataclasses import dataclass

from trucewatch.record.ids import PageId
from trucewatch.record.mentions import Kind, SpeakerType


@dataclass(frozen=True, slots=True)
class Scope:
    """What a view may see; every bound is inclusive, None is no bound."""

    since: str | None = None
    """Earliest day of the thing itself (event, statement, page), an ISO prefix."""
    until: str | None = None
    as_of: str | None = None
    """Only pages published by the end of this day; pages without a date are left out."""
    outlets: tuple[str, ...] = ()
    """Names of outlets, any spelling that the register knows; none means all."""
    limit: int = 100
    """Rows at most; 0 for all."""
    chrome: bool = False
    """Search: also blocks that are no reporting (captions, comments, navigation)."""
    on_calendar: bool = False
    """Times: only those whose value a calendar holds, as `Timex.on_calendar` has it, and that stand in no dateline."""


@dataclass(frozen=True, slots=True)
class Sought:
    """Which statements are meant; every condition narrows, None is no condition.

    Names are compared word by word as `fold` has them: all words must be there, in any order.
    """

    speaker: str | None = None
    """Words of the speaker's name, office or organisation, or of what the page writes for them."""
    kind: Kind | None = None
    venue: str | None = None
    addressee: str | None = None
    page: PageId | None = None
    words: str | None = None
    """A query as `Reader.search` takes it, for the words that are said; best first where it is given."""
    types: tuple[SpeakerType, ...] = ()
    """What the speaker is; none means anybody, speakers that the page leaves open included."""
    profiles: tuple[int, ...] = ()
    """Numbers of profiles whose statements are the speaker's too, whatever words stand there."""
    profile_pages: tuple[tuple[int, PageId], ...] = ()
    """Profiles whose statements on single pages are."""
