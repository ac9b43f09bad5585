"""The log as it is asked for: what has become of each decision, and the passages that it speaks of."""

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection, select

from trucewatch.record.decided import VERDICTS, OnPage, overruled, placed, undone_by
from trucewatch.record.ids import PageId, TextId
from trucewatch.record.kept import Decision, DecisionKind, Thing
from trucewatch.record.logged import LoggedRow, SoughtDecisions, State
from trucewatch.record.pages import Given
from trucewatch.record.protocols import Found, Scope
from trucewatch.record.ruled import ruled
from trucewatch.record.spans import Evidence
from trucewatch.store.bulk import rows_where
from trucewatch.store.evidence import Places
from trucewatch.store.keeping import fingerprint, given_of
from trucewatch.store.log import decision_from
from trucewatch.store.marks import Mark, marks
from trucewatch.store.ruling import known_pages
from trucewatch.store.scopes import END_OF_DAY, Spellings, first_day, known_outlets, last_day, page_conditions
from trucewatch.store.tables import decisions, pages, readings, texts

_PAIRS = frozenset({DecisionKind.MERGE, DecisionKind.SPLIT})
_AT_ONCE = 200
"""Decisions whose pages are looked at together."""


@dataclass(frozen=True, slots=True)
class _Read:
    """What is known of a page now."""

    on: OnPage
    number: int
    """In this record."""
    current: bool
    """Whether it was read with what counts as given now."""


def log(connection: Connection, scope: Scope, sought: SoughtDecisions, spellings: Spellings) -> Found[LoggedRow]:
    """The decisions that are meant, newest first; those that speak of a page not known in the scope are left out.

    The scope's bounds are days on which they were filed, its outlets those of any page that they speak of.
    """
    entries = _entries(connection)
    spoken = [e.decision for e in entries if e.decision is not None]
    known = known_pages(connection, spoken, scope)
    entries = [e for e in entries if e.decision is None or known.issuperset(e.decision.pages)]
    entries = _standing([e for e in entries if e.decision is not None or scope.as_of is None])
    published = _published(connection, scope, spoken, spellings)
    meant = [e for e in reversed(entries) if sought.means(e) and _filed_in(e, scope) and published(e)]
    shown: list[LoggedRow] = []
    total = 0
    for start in range(0, len(meant), _AT_ONCE):
        if not sought.states and scope.limit and len(shown) >= scope.limit:
            break
        batch = meant[start : start + _AT_ONCE]
        around = _Around(connection, batch)
        wanted = [e for e in map(around.standing, batch) if not sought.states or e.state in sought.states]
        total += len(wanted)
        # What is only counted needs no words: these take by far the longest.
        shown += [around.told(e) for e in (wanted[: scope.limit - len(shown)] if scope.limit else wanted)]
    return Found(tuple(shown), total if sought.states else len(meant))


def _filed_in(entry: LoggedRow, scope: Scope) -> bool:
    since = first_day(scope.since) if scope.since else ""
    until = last_day(scope.until) + END_OF_DAY if scope.until else "A"
    return since <= entry.at <= until


def _published(
    connection: Connection, scope: Scope, spoken: Collection[Decision], spellings: Spellings
) -> Callable[[LoggedRow], bool]:
    """Whether an outlet of the scope published a page that a decision speaks of; any will do where none is named."""
    if not scope.outlets:
        return lambda entry: True
    query = select(pages.c.id).join(readings, readings.c.page == pages.c.number)
    query = query.where(*page_conditions(Scope(outlets=scope.outlets), spellings, known_outlets(connection)))
    theirs = {r.id for r in rows_where(connection, query, pages.c.id, {page for d in spoken for page in d.pages})}
    return lambda entry: entry.decision is not None and not theirs.isdisjoint(entry.decision.pages)


def _entries(connection: Connection) -> list[LoggedRow]:
    """The log in its order, all of it applied until more is known."""
    found = []
    for row in connection.execute(select(decisions.c.id, decisions.c.decision).order_by(decisions.c.sequence)):
        decision = decision_from(row.decision)
        data = json.loads(row.decision)
        state = State.REDACTED if decision is None else State.APPLIED
        found.append(LoggedRow(row.id, DecisionKind(data["kind"]), data["at"], decision, state))
    return found


def _standing(entries: Iterable[LoggedRow]) -> list[LoggedRow]:
    """With what other decisions make of each."""
    entries = list(entries)
    whole = [e.decision for e in entries if e.decision is not None]
    undone = undone_by(whole)
    left = [d for d in whole if d.id not in undone]
    over = {id_: (by,) for id_, by in overruled(left).items()} | dict(ruled(left).overruled)
    return [
        replace(e, state=State.UNDONE, because=(undone[e.id],))
        if e.id in undone
        else replace(e, state=State.OVERRULED, because=over[e.id])
        if e.id in over
        else e
        for e in entries
    ]


class _Around:
    """What stands on the pages that a batch of decisions speaks of."""

    def __init__(self, connection: Connection, entries: Iterable[LoggedRow]) -> None:
        spoken = {page for e in entries if e.decision for page in e.decision.pages}
        self._read = _read(connection, spoken)
        self._there: dict[str, Mark] = {}
        self._of_page: dict[PageId, list[Mark]] = defaultdict(list)
        page_of = {r.number: page for page, r in self._read.items()}
        for mark in marks(connection, page_of.keys()):
            self._there[mark.id] = mark
            self._of_page[page_of[mark.number]].append(mark)
        self._places = Places(connection, {page: r.number for page, r in self._read.items()})

    def standing(self, entry: LoggedRow) -> LoggedRow:
        """With whether what it speaks of is there, where no other decision has settled what becomes of it."""
        if entry.decision is None or entry.state is not State.APPLIED:
            return entry
        return replace(entry, state=_state(entry.decision, self._read, self._there))

    def told(self, entry: LoggedRow) -> LoggedRow:
        """With its passages, and where an orphan may have moved."""
        if entry.decision is None:
            return entry
        moved = _moved(entry.decision, self._of_page, self._places) if entry.state is State.ORPHANED else None
        return replace(entry, moved=moved, evidence=_evidence(entry.decision, self._there, self._places))


def _read(connection: Connection, wanted: Collection[PageId]) -> dict[PageId, _Read]:
    query = select(pages.c.id, pages.c.number, readings.c.text, readings.c.given, texts.c.length)
    query = query.join(readings, readings.c.page == pages.c.number).join(
        texts, texts.c.id == readings.c.text, isouter=True
    )
    rows = list(rows_where(connection, query, pages.c.id, wanted))
    given = {number: fingerprint(counts) for number, counts in given_of(connection, [r.number for r in rows]).items()}
    nothing = fingerprint(Given())
    return {
        PageId(r.id): _Read(
            OnPage(PageId(r.id), TextId(r.text) if r.text else None, r.length or 0),
            r.number,
            r.given == given.get(r.number, nothing),
        )
        for r in rows
    }


def _state(decision: Decision, read: Mapping[PageId, _Read], there: Mapping[str, Mark]) -> State:
    if decision.kind in (DecisionKind.NOTE, DecisionKind.UNDO):
        return State.APPLIED
    if any(page not in read for page in decision.pages):
        return State.WAITING
    if decision.thing is Thing.PAGE:
        return State.APPLIED if all(read[page].current for page in decision.pages) else State.WAITING
    if decision.kind is DecisionKind.ADD:
        return State.APPLIED if placed(read[decision.pages[0]].on, decision) else State.ORPHANED
    if decision.kind in VERDICTS | _PAIRS and any(id_ not in there for id_ in decision.on):
        return State.ORPHANED
    return State.APPLIED


def _moved(decision: Decision, of_page: Mapping[PageId, list[Mark]], places: Places) -> str | None:
    """The one mention of its kind that overlaps the words it was made on, wherever these stand by now."""
    if decision.kind not in VERDICTS or len(decision.pages) != 1:
        return None
    spot = places.spot_now(decision)
    if spot is None:
        return None
    near = {
        mark.id
        for mark in of_page[decision.pages[0]]
        if mark.thing is decision.thing and mark.spot.start < spot.end and spot.start < mark.spot.end
    }
    return near.pop() if len(near) == 1 else None


def _evidence(decision: Decision, there: Mapping[str, Mark], places: Places) -> tuple[Evidence, ...]:
    if decision.passage is not None and decision.words is not None:
        return (places.told(decision.pages[0], decision.passage.start, decision.passage.end, decision.words),)
    found = [there[id_] for id_ in decision.on if id_ in there]
    if found:
        return tuple(places.passage(mark.number, mark.passage) for mark in found)
    return tuple(places.opening(page) for page in decision.pages)
