"""What became known in a period, and what changed by it: the record as of its last day beside that before its first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol

from trucewatch.errors import UsageError
from trucewatch.record.dates import PartialDate
from trucewatch.record.entities import EntityJoiner, Part
from trucewatch.record.happenings import Happening, Joiner, mention_of
from trucewatch.record.ids import PageId
from trucewatch.record.logged import SoughtDecisions
from trucewatch.record.origins import Corroboration, Corroborator, Judge
from trucewatch.record.protocols import EventRow, Reader, Scope, Sought, SoughtEvents
from trucewatch.record.spans import Evidence
from trucewatch.views.decisions import DecisionListRow, decisions
from trucewatch.views.entity_rows import OfficeListRow
from trucewatch.views.event import compared
from trucewatch.views.events import best_date, event_row, evidence
from trucewatch.views.everybody import Everybody
from trucewatch.views.offices import offices
from trucewatch.views.rows import Rows
from trucewatch.views.statements import statement_row

AT_ONCE = 20
"""Pages that are looked at together."""
SHOWN_BEFORE = 5
"""Passages of what was told before that stand beside what changed it."""


class Change(StrEnum):
    """What can become known, or change."""

    NEW_EVENT = "new-event"
    EVENT = "event"
    STATEMENT = "statement"
    PERSON = "person"
    OFFICE = "office"
    RELAY = "relay"
    DECISION = "decision"


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One thing that became known or changed, with the passage that made it known."""

    day: str
    """When it became known: the day of the page, as far as it is known; of a decision, the day it was filed."""
    kind: str
    """new-event, event, statement, person, office, relay or decision."""
    what: str | None
    """Of an event that changed, in what: status, date, place, who did it, figures, kind, account, confirmation, or told
    again; of a new one background where it only explains the news; of a page relay or reuse; of a decision its kind."""
    subject: str
    """What it is about: the sentence, the words said, the name, the page's source, the reviewer's reason."""
    before: str | None
    """What was known before; null where nothing was."""
    after: str | None
    """What is known now."""
    id: str
    """The event's, statement's, person's, page's or decision's id."""
    outlet: str | None
    """Who published the page."""
    published: str | None
    """When the page was published; null for a decision."""
    page: str | None
    """The page's id; null for a decision."""
    evidence: tuple[Evidence, ...]
    """The passage that made it known; of an event that changed, then those that told of it before."""


@dataclass(frozen=True, slots=True)
class Period:
    """From a first to a last day, both included."""

    first: str
    last: str

    @staticmethod
    def of(since: str, until: str) -> "Period":
        """The period that two dates mean, a month or year all of it. UsageError where it ends before it begins."""
        first, last = PartialDate(since).earliest, PartialDate(until).latest
        if first is None or last is None:
            raise UsageError("a period needs two dates without an open part: 2020, 2020-11 or 2020-11-09")
        if last < first:
            raise UsageError(f"the period from {since} to {until} ends before it begins; exchange the two")
        return Period(first, last)

    @property
    def before(self) -> str:
        """The day before the first."""
        return (date.fromisoformat(self.first) - timedelta(days=1)).isoformat()


class Origins(Corroborator, Judge, Protocol):
    """Both at once."""


@dataclass(frozen=True, slots=True)
class Means:
    """What joins mentions and people, and finds origins."""

    joiner: Joiner
    people: EntityJoiner
    origins: Origins


def changes(
    reader: Reader, period: Period, scope: Scope, means: Means, kinds: Sequence[Change] = ()
) -> Rows[ChangeRow]:
    """What the pages of the period made known, in the order of their days; then decisions filed in it.

    Of the scope, outlets and limit take part. A page is of the period when the last day it can have been published on
    is: what such pages make known is exactly what is known as of the last day and was not as of the day before the
    first. Pages without a date are of no period.
    """
    wanted = frozenset(kinds or Change)
    found = list[ChangeRow]()
    for row in _Comparison(reader, period, scope, means, wanted).rows():
        found.append(row)
        if scope.limit and len(found) > scope.limit:
            break
    kept = found[: scope.limit] if scope.limit else found
    return Rows(tuple(kept), cut=len(kept) < len(found))


class _Comparison:
    """The record as of the last day, held against that before the first."""

    def __init__(self, reader: Reader, period: Period, scope: Scope, means: Means, wanted: frozenset[Change]) -> None:
        self._reader, self._period, self._means, self._wanted = reader, period, means, wanted
        self._after = Scope(as_of=period.last, limit=0)
        self._of_period = replace(self._after, since=period.first, until=period.last, outlets=scope.outlets)
        self._told: set[str] = set()
        self._met: set[int] = set()
        self._everybody: Everybody | None = None

    def rows(self) -> Iterator[ChangeRow]:
        """All rows, in order."""
        pages = self._reader.published(self._of_period)
        waiting = list[ChangeRow]()
        for start in range(0, len(pages), AT_ONCE):
            waiting += self._of_pages(pages[start : start + AT_ONCE])
            following = pages[start + AT_ONCE : start + AT_ONCE + 1]
            # What a later page tells of an event that is met here waits for the pages of that day.
            until = self._reader.sourced(following)[following[0]].day if following else None
            ready = [row for row in waiting if until is None or row.day < until]
            waiting = [] if until is None else [row for row in waiting if row.day >= until]
            yield from sorted(ready, key=lambda row: (row.day, row.page or ""))
        if Change.OFFICE in self._wanted and pages:
            yield from self._offices()
        if Change.DECISION in self._wanted:
            yield from self._decisions()

    def _of_pages(self, pages: Sequence[PageId]) -> Iterator[ChangeRow]:
        if not self._wanted.isdisjoint({Change.NEW_EVENT, Change.EVENT}):
            yield from self._events(pages)
        if Change.STATEMENT in self._wanted:
            yield from self._statements(pages)
        if Change.PERSON in self._wanted:
            yield from self._people(pages)
        if Change.RELAY in self._wanted:
            yield from self._relays(pages)

    def _events(self, pages: Sequence[PageId]) -> Iterator[ChangeRow]:
        rows = [r for page in pages for r in self._reader.events(self._after, SoughtEvents(page=page)).rows]
        fresh = [row for row in rows if mention_of(row) not in self._told]
        changed = list[tuple[Happening, Happening]]()
        for happening in self._means.joiner.happenings(fresh, self._reader, self._after):
            self._told.update(map(mention_of, happening.mentions))
            known = tuple(row for row in happening.mentions if _day(row) < self._period.first)
            if known:
                changed.append((Happening(known), happening))
            elif Change.NEW_EVENT in self._wanted:
                yield _new_event(happening)
        if Change.EVENT in self._wanted:
            yield from self._changed(changed)

    def _changed(self, pairs: Sequence[tuple[Happening, Happening]]) -> Iterator[ChangeRow]:
        both = [happening for pair in pairs for happening in pair]
        weighed = self._means.origins.corroborate(both, self._reader)
        for place, (before, after) in enumerate(pairs):
            found = [*_differences(before, after), *_borne_out(before, after, weighed[2 * place : 2 * place + 2])]
            yield from found or [_told_again(before, after)]

    def _statements(self, pages: Sequence[PageId]) -> Iterator[ChangeRow]:
        for page in pages:
            for row in self._reader.statements(self._after, Sought(page=page)).rows:
                shown = statement_row(row)
                words = f"{shown.speaker or '(open)'}: {shown.words}"
                yield _made(Change.STATEMENT, None, words, (None, shown.kind), row.statement.id(page), shown.evidence)

    def _people(self, pages: Sequence[PageId]) -> Iterator[ChangeRow]:
        everybody = self._everybody = self._everybody or Everybody(self._reader, self._after, self._means.people)
        company = self._reader.company(pages)
        passages = self._reader.entity_passages(self._after, Sought(), pages)
        ids = self._reader.entity_ids(pages)
        for number, entity in enumerate(everybody.entities):
            covers = everybody.covers(entity)
            here = [(page, n) for page in pages for n in company.get(page, ()) if covers.has(Part(n, page))]
            if not here or number in self._met:
                continue
            self._met.add(number)
            first = self._reader.first_pages(self._after, {part.profile for part in entity.parts})
            if min(day for day, _ in first.values()) >= self._period.first:
                shown = tuple(e for n, e in passages if (e.page, n) in here)[:1]
                id_ = next(
                    (i for i, part in ids if part.page is not None and (part.page, part.profile) in here), here[0][0]
                )
                yield _made(Change.PERSON, None, entity.name, (None, entity.type.value), id_, shown)

    def _relays(self, pages: Sequence[PageId]) -> Iterator[ChangeRow]:
        for page, standing in self._means.origins.standings(pages, self._reader).items():
            if standing.origin.how != "own" and standing.evidence:
                yield _made(
                    Change.RELAY,
                    standing.origin.how,
                    standing.origin.name,
                    (None, standing.origin.name),
                    page,
                    standing.evidence,
                )

    def _offices(self) -> Iterator[ChangeRow]:
        """Holders whom no page named in the office before the period, with who held it until then."""
        book = offices(self._reader, self._after, self._means.people, (None, None, None)).rows
        for row in book:
            shown = tuple(sorted(row.evidence, key=lambda e: (e.published or "9999", e.page)))
            day = PartialDate(shown[0].published).latest if shown and shown[0].published else None
            if day is not None and self._period.first <= day <= self._period.last:
                office = f"{row.office} of {row.of}"
                yield _made(Change.OFFICE, None, office, (_held_before(row, book), row.holder), row.id, shown)

    def _decisions(self) -> Iterator[ChangeRow]:
        within = Scope(since=self._period.first, until=self._period.last, limit=0)
        for row in reversed(decisions(self._reader, within, SoughtDecisions()).rows):
            yield _decision(row)


def _held_before(row: OfficeListRow, book: Sequence[OfficeListRow]) -> str | None:
    """Who held the office last before; None where nobody is known to have."""
    others = [r for r in book if (r.office, r.of) == (row.office, row.of) and r.holder != row.holder]
    before = [r for r in others if (r.since or "") < (row.since or "")]
    return max(before, key=lambda r: r.since or "").holder if before else None


def _day(row: EventRow) -> str:
    return (row.published.latest if row.published else None) or "9999-12-31"


def _made(
    kind: Change,
    what: str | None,
    subject: str,
    sides: tuple[str | None, str | None],
    id_: str,
    shown: tuple[Evidence, ...],
) -> ChangeRow:
    """A row made known by the page of its first passage; `sides` are before and after."""
    first = shown[0]
    day = first.published or ""
    return ChangeRow(day, kind.value, what, subject, *sides, id_, first.outlet, first.published, first.page, shown)


def _new_event(happening: Happening) -> ChangeRow:
    row = event_row(happening)
    what = "background" if row.background else None
    after = f"{row.status}, {row.date or 'not dated'}"
    return _made(Change.NEW_EVENT, what, row.sentence, (None, after), happening.id, row.evidence)


def _differences(before: Happening, after: Happening) -> Iterator[ChangeRow]:
    """What the mentions of the period tell otherwise than all before them, each difference once."""
    seen = set[tuple[str, str]]()
    known = set(map(mention_of, before.mentions))
    for row in after.mentions:
        if mention_of(row) in known:
            continue
        for name, mine, others in compared(row, before.mentions):
            if (name, mine) not in seen and not (name == "date" and best_date(row, before.mentions) != row.event.date):
                seen.add((name, mine))
                yield _event_changed(name, row, before, (others, mine), after.id)


def _borne_out(before: Happening, after: Happening, weighed: Sequence[Corroboration]) -> Iterator[ChangeRow]:
    """Parties that tell of it for the first time, and those that confirm it by it."""
    then, now = weighed
    known = set(map(mention_of, before.mentions))
    parties = {account.mention: account.party for account in now.accounts}
    new = [row for row in after.mentions if mention_of(row) not in known]
    for what, old, all_now in (
        ("account", then.parties, now.parties),
        ("confirmation", then.confirmed_by, now.confirmed_by),
    ):
        added = set(all_now) - set(old)
        row = next((r for r in new if parties.get(mention_of(r)) in added), None)
        if row is not None:
            yield _event_changed(what, row, before, (", ".join(old) or None, ", ".join(all_now)), after.id)


def _told_again(before: Happening, after: Happening) -> ChangeRow:
    known = set(map(mention_of, before.mentions))
    row = next(row for row in after.mentions if mention_of(row) not in known)
    counts = f"told {len(before.mentions)} times", f"told {len(after.mentions)} times"
    return _event_changed("told again", row, before, counts, after.id)


def _event_changed(
    what: str, row: EventRow, before: Happening, sides: tuple[str | None, str | None], id_: str
) -> ChangeRow:
    shown = (evidence(row), *(evidence(other) for other in before.mentions[:SHOWN_BEFORE]))
    return _made(Change.EVENT, what, row.sentence, sides, id_, tuple(dict.fromkeys(shown)))


def _decision(row: DecisionListRow) -> ChangeRow:
    subject = row.why or row.words or "(redacted)"
    after = "; ".join(map(str, row.fields)) or row.state
    return ChangeRow(
        row.at[:10], Change.DECISION.value, row.kind, subject, None, after, row.id, None, None, None, row.evidence
    )
