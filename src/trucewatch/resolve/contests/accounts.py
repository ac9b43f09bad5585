"""One account as it takes part in a comparison: whose voice it is, what it is about, and its evidence."""

import re
from collections.abc import Iterable

from trucewatch.record.blocking import days_of, states_of
from trucewatch.record.contested import Claim, Contest, Difference
from trucewatch.record.folding import fold
from trucewatch.record.happenings import mention_of
from trucewatch.record.mentions import Status
from trucewatch.record.protocols import EventRow, StatementRow
from trucewatch.record.spans import Evidence
from trucewatch.resolve.happenings.words import stem

TOLD = frozenset({Status.HAPPENED, Status.ONGOING, Status.ALLEGED})
_DULL = frozenset(stem(w) for w in "between against during first second third other several these those their".split())
_LETTERS = 4
_WORD = re.compile(r"[^\W_]+")


def voice(row: EventRow) -> str:
    """Who speaks, so that spellings of one name meet: the last word of a speaker's name, the outlet's own else."""
    if row.event.asserted_by == "outlet":
        return f"outlet {row.outlet or row.page}"
    words = fold(row.event.asserted_by)
    return words[-1] if words else row.event.asserted_by


def topic_words(words: str) -> frozenset[str]:
    """The beginnings of the words that say what a phrase is about."""
    return frozenset(stem(w) for w in fold(words) if len(w) >= _LETTERS) - _DULL


def claim_of(row: EventRow, differs: str) -> Claim:
    """The account that a mention gives."""
    passage = row.event.passage
    published = row.published.value if row.published else None
    found = Evidence(row.page, row.outlet, published, passage.start, passage.end, row.sentence)
    return Claim(row.event.asserted_by, row.sentence, differs, found, mention_of(row))


def claim_said(row: StatementRow, differs: str) -> Claim:
    """The account that a statement gives."""
    passage = row.statement.passage
    published = row.published.value if row.published else None
    found = Evidence(row.page, row.outlet, published, passage.start, passage.end, row.sentence)
    speaker = row.statement.speaker
    return Claim(speaker.name if speaker else row.source or "(not told)", " … ".join(row.words), differs, found)


def contest_of(
    topic: str, difference: Difference, claims: Iterable[Claim], days: Iterable[str | None]
) -> Contest | None:
    """The accounts lined up; None where they are not two, or stand in one passage and one voice."""
    each = {(c.by, c.differs, c.evidence): c for c in claims}
    ordered = sorted(each.values(), key=_order)
    if len({(c.by, c.evidence.page, c.evidence.start) for c in ordered}) < 2:
        return None
    first = min((d for d in days if d), default=None)
    return Contest(topic, difference, tuple(ordered), first or _published(ordered))


def _published(claims: list[Claim]) -> str | None:
    return min((c.evidence.published for c in claims if c.evidence.published), default=None)


def _order(claim: Claim) -> tuple[bool, str, str, int, str, str]:
    found = claim.evidence
    return found.published is None, found.published or "", found.page, found.start, claim.by, claim.differs


def disjoint(one: EventRow, other: EventRow) -> bool:
    """Whether they are told of days that no account can mean as one."""
    mine, theirs = days_of(one.event.date), days_of(other.event.date)
    if None in (*mine, *theirs):
        return False
    return str(mine[1]) < str(theirs[0]) or str(theirs[1]) < str(mine[0])


def to_the_day(row: EventRow) -> bool:
    """Whether it is told of one day."""
    first, last = days_of(row.event.date)
    return first is not None and first == last


def actors(row: EventRow) -> frozenset[str]:
    """The states that act."""
    return frozenset(p.code.partition(" ")[0] for p in row.event.actors if p.code)


def recipients(row: EventRow) -> frozenset[str]:
    """The states that it is done to."""
    return frozenset(p.code.partition(" ")[0] for p in row.event.recipients if p.code)


def about(row: EventRow) -> str:
    """A name for what is contested: the words of the event, with its place and day."""
    event = row.event
    where = f" at {event.place.text}" if event.place else ""
    return f"{row.trigger}{where}{f', {event.date}' if event.date else ''}"


def states(row: EventRow) -> frozenset[str]:
    """The codes of all that take part."""
    return frozenset(states_of(row.event))
