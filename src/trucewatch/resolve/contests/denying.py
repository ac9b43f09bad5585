"""Denials with what they deny: the charge or demand before them, and the denials of others."""

import re
from collections.abc import Iterator, Sequence

from trucewatch.record.contested import Claim, Contest, Difference
from trucewatch.record.mentions import Status, Track
from trucewatch.record.protocols import EventRow
from trucewatch.resolve.contests.accounts import claim_of, contest_of, topic_words, voice
from trucewatch.resolve.contests.beside import NEAR, NEXT
from trucewatch.resolve.happenings.words import setting

_REFERS = re.compile(
    r"\b(?:such|these|those|this|the|any|both|all)?\s*(?:accusations?|allegations?|charges?|claims?|reports?|suggestions?|involvement|it)\b",
    re.IGNORECASE,
)
_SAME = re.compile(r"\b(?:also|too|likewise|similarly|such)\b", re.IGNORECASE)
_CHARGES = frozenset(
    {Track.ACCUSATION, Track.DEMAND, Track.FIGHTING, Track.VIOLATION, Track.DEPLOYMENT, Track.HUMANITARIAN}
)
_CHARGED = frozenset({Status.ALLEGED, Status.CALLED_FOR, Status.HAPPENED, Status.ONGOING})
_SHARED = 2
"""Words that a charge and a denial share where nothing else ties them."""


def denials(rows: Sequence[EventRow]) -> Iterator[Contest]:
    """For the mentions of one page, in the text's order: each run of denials with the charges that it answers."""
    run: list[EventRow] = []
    for row in (r for r in rows if r.event.track is Track.DENIAL):
        if run and not _goes_on(run[-1], row):
            yield from _answered(run, rows)
            run = []
        run.append(row)
    if run:
        yield from _answered(run, rows)


def _goes_on(one: EventRow, other: EventRow) -> bool:
    """Whether a denial is of what the one before it denies."""
    if other.event.passage == one.event.passage:
        return True
    after = 0 <= other.event.passage.start - one.event.passage.end <= NEXT
    return after and (_SAME.search(other.sentence) is not None or len(_words(one) & _words(other)) >= _SHARED)


def _answered(run: Sequence[EventRow], rows: Sequence[EventRow]) -> Iterator[Contest]:
    claims = [_denied(row) for row in run]
    charges = [row for row in rows if any(_charge(row, denial) for denial in run)]
    claims += [claim_of(row, row.trigger) for row in _one_each(charges)]
    found = contest_of(_topic(run[0]), Difference.WHETHER, claims, (r.event.date for r in (*run, *charges)))
    if found is not None:
        yield found


def _denied(row: EventRow) -> Claim:
    """A denial is the denier's account, whoever tells of it."""
    claim = claim_of(row, row.trigger)
    denier = row.event.actors[0].text if row.event.actors else row.event.asserted_by
    return Claim(denier, claim.says, claim.differs, claim.evidence, claim.mention)


def _one_each(charges: Sequence[EventRow]) -> list[EventRow]:
    """One mention of each sentence."""
    return list({row.event.passage: row for row in reversed(charges)}.values())


def _charge(row: EventRow, denial: EventRow) -> bool:
    """Whether a mention before a denial is what it denies."""
    event, gap = row.event, denial.event.passage.start - row.event.passage.end
    if event.track not in _CHARGES or event.status not in _CHARGED or not 0 <= gap <= NEAR:
        return False
    if voice(row) == _denier(denial) or (event.asserted_by == "outlet" and event.track is not Track.ACCUSATION):
        return False
    if gap <= NEXT and _REFERS.search(_object(denial)):
        return True
    return len(_words(row) & _words(denial)) >= _SHARED


def _denier(row: EventRow) -> str:
    return row.event.actors[0].text.lower() if row.event.actors else voice(row)


def _object(row: EventRow) -> str:
    """The words that follow the denying."""
    return row.sentence[row.event.trigger.end - row.event.passage.start :][:60]


def _words(row: EventRow) -> frozenset[str]:
    return topic_words(row.sentence) | setting(row.sentence)


def _topic(row: EventRow) -> str:
    words = _object(row).strip(' ,.:;"“”')
    return words.rpartition(" ")[0] if len(words) > 50 else words or row.trigger
