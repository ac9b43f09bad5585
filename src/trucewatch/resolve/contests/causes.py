"""What led to the fighting: the causes that speakers name, and what it is told to have begun with."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from trucewatch.record.blocking import days_of
from trucewatch.record.contested import Claim, Contest, Difference
from trucewatch.record.happenings import Happening
from trucewatch.record.mentions import Track
from trucewatch.record.protocols import EventRow, StatementRow
from trucewatch.resolve.contests.accounts import about, claim_of, claim_said, contest_of, topic_words, voice
from trucewatch.resolve.happenings.words import BEGUN

_LEADS = r"(?:led to|behind|caused|triggered|provoked)"
_WAR = r"(?:war|escalation|conflict|clashes|fighting|violence|confrontation)"
_CAUSE = re.compile(
    rf"\b(?:(?:reasons?|factors?|problem|decision|actions?|policy) (?:\w+ ){{0,4}}?{_LEADS}|root causes?|"
    r"the (?:basis|cause|reason|root|origins?) (?:of|for|behind)|(?:served|acted) as (?:an? )?(?:kind of )?trigger|"
    r"(?:was|were|been) (?:caused|provoked|triggered|started|unleashed) by|(?:is|are) to blame|"
    rf"bears? (?:full )?responsib\w+|(?:fully |solely )?responsible for (?:the |this )?(?:\w+ )?{_WAR}|"
    rf"(?:provoked|triggered|unleashed|launched|started) (?:the|this|a) (?:\w+ )?{_WAR})",
    re.IGNORECASE,
)
_BEGAN_WITH = re.compile(r"\b(?:after|when|because|following|in response to|due to)\b")
_AHEAD = 80
_FIGHTING = frozenset({Track.FIGHTING, Track.VIOLATION})
_LOOKED_AT = 2000
_SAME_CAUSE = 0.5


def spoken_causes(rows: Sequence[EventRow], said: Sequence[StatementRow]) -> Iterator[Contest]:
    """On one page: the statements that name what led to the fighting, where there are two."""
    fighting = [row for row in rows if row.event.track in _FIGHTING]
    found: dict[tuple[int, int], Claim] = {}
    for row in said:
        cue = _CAUSE.search(row.sentence[:_LOOKED_AT])
        if cue is not None and row.statement.speaker is not None and _tells_of(row, fighting):
            passage = row.statement.passage
            found.setdefault((passage.start, passage.end), claim_said(row, cue.group()))
    if len(found) > 1:
        contest = contest_of(
            "cause of the fighting", Difference.CAUSE, found.values(), (r.event.date for r in fighting)
        )
        if contest is not None:
            yield contest


def _tells_of(row: StatementRow, fighting: Sequence[EventRow]) -> bool:
    passage = row.statement.passage
    return any(passage.start <= f.event.trigger.start < passage.end for f in fighting)


def told_causes(happenings: Sequence[Happening]) -> Iterator[Contest]:
    """Across pages: what fighting is told to have begun with, where two voices that date it alike differ."""
    by_year: dict[str, list[EventRow]] = defaultdict(list)
    for row in (row for happening in happenings for row in happening.mentions):
        first, _ = days_of(row.event.date)
        if row.event.track in _FIGHTING and first and _cause(row):
            by_year[first[:4]].append(row)
    for rows in by_year.values():
        yield from _differing(rows)


def _differing(rows: Sequence[EventRow]) -> Iterator[Contest]:
    """Each account against the first that shares its parties' words and not its cause."""
    apart: list[EventRow] = []
    for row in rows:
        others = [one for one in apart if _about_one(one, row)]
        if all(voice(row) != voice(one) and not _alike(_cause(row), _cause(one)) for one in others):
            apart.append(row)
    if len(apart) > 1:
        first = apart[0]
        meant = [row for row in apart if row is first or _about_one(first, row)]
        claims = [claim_of(row, _cause(row)) for row in meant]
        found = contest_of(
            f"what it began with: {about(first)}", Difference.CAUSE, claims, (r.event.date for r in meant)
        )
        if found is not None:
            yield found


def _about_one(one: EventRow, other: EventRow) -> bool:
    return len(topic_words(one.sentence) & topic_words(other.sentence)) >= 2


def _alike(one: str, other: str) -> bool:
    mine, theirs = topic_words(one), topic_words(other)
    return not mine or not theirs or len(mine & theirs) / min(len(mine), len(theirs)) > _SAME_CAUSE


def _cause(row: EventRow) -> str:
    """What follows "after", "when" and the like behind the words for a beginning; empty where nothing does."""
    end = row.event.trigger.end - row.event.passage.start
    ahead = row.sentence[end : end + _AHEAD]
    if not (BEGUN.search(row.trigger) or BEGUN.search(ahead)):
        return ""
    found = _BEGAN_WITH.search(row.sentence, end, end + _AHEAD)
    return row.sentence[found.start() :][: _AHEAD * 2].rstrip(" .") if found else ""
