"""Whether an accord is kept: one voice is content, another tells of what breaks it."""

from collections.abc import Iterator, Sequence

from trucewatch.record.contested import Contest, Difference
from trucewatch.record.mentions import Status, Track
from trucewatch.record.protocols import EventRow
from trucewatch.resolve.contests.accounts import claim_of, contest_of, voice
from trucewatch.resolve.happenings.facets import Facet, facet_of

_ACCORDS = frozenset({Track.CEASEFIRE, Track.AGREEMENT})
_COMPLAINTS = frozenset({Track.ACCUSATION, Track.VIOLATION})
_CONTENT = frozenset({Status.HAPPENED, Status.ONGOING})


def judgements(rows: Sequence[EventRow]) -> Iterator[Contest]:
    """For the mentions of one page: those that hold an accord for kept, against what others complain of."""
    content = [row for row in rows if _kept(row)]
    complaints = [row for row in rows if _complaint(row) and all(voice(row) != voice(c) for c in content)]
    if content and complaints:
        claims = [claim_of(row, row.trigger) for row in (*content, *complaints)]
        found = contest_of(f"whether it is kept: {content[0].trigger}", Difference.KEPT, claims, _days(content))
        if found is not None:
            yield found


def _kept(row: EventRow) -> bool:
    held = row.event.track in _ACCORDS and facet_of(row.event, row.trigger) is Facet.OBSERVANCE
    return held and row.event.status in _CONTENT and row.event.asserted_by != "outlet"


def _complaint(row: EventRow) -> bool:
    """What is alleged to be done, not the act of accusing; or that the accord is not kept."""
    event = row.event
    if event.asserted_by == "outlet":
        return False
    if event.track in _ACCORDS and facet_of(event, row.trigger) is Facet.OBSERVANCE:
        return event.status is Status.DENIED
    return event.track in _COMPLAINTS and event.category != "ACCUSE" and event.status in (*_CONTENT, Status.ALLEGED)


def _days(rows: Sequence[EventRow]) -> list[str | None]:
    return [row.event.date for row in rows]
