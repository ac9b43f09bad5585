"""Truces as commitments: each ceasefire once, with what is told of its being kept or broken."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from trucewatch.record.blocking import days_of
from trucewatch.record.commitments import CommitmentStep, FoundCommitment
from trucewatch.record.happenings import mention_of
from trucewatch.record.ids import PageId
from trucewatch.record.mentions import Status, Track
from trucewatch.record.protocols import EventRow
from trucewatch.record.resolved import CommitmentState
from trucewatch.record.spans import Evidence
from trucewatch.resolve.commitments.naming import Names
from trucewatch.resolve.commitments.progress import day_of, in_order, state_after
from trucewatch.resolve.commitments.sentences import PageTold, side_of

_KEPT: Final = re.compile(
    r"\b(?:observ|compl(?:y|ian|ied)|implement|respect|adher|abid|uph[eo]ld|hono?ur|held|hold)", re.IGNORECASE
)
_RUNS: Final = re.compile(
    r"\b(?:until|till|expir\w+|run(?:s|ning)? (?:out|to)|exten(?:d|ds|ded|sion)|prolong\w*|renew\w*|"
    r"lapse\w*|anniversary)\b",
    re.IGNORECASE,
)
"""Of a truce that is there already: the date beside them is its end, or another's."""
_CLOSE: Final = 3
"""Days between the signing of a truce and its coming into force."""
_LONGEST: Final = 730
"""Days for which a truce that is told without a date can be the last one known."""
_TOLD: Final = frozenset({Status.HAPPENED, Status.ONGOING, Status.PLANNED, Status.ALLEGED})


@dataclass(slots=True)
class Truce:
    """One truce: the days that it can have begun, and the events that tell of it."""

    first: str | None
    last: str | None
    known: str | None = None
    dates: list[str] = field(default_factory=list)
    pages: set[PageId] = field(default_factory=set)
    """Those that date it or name it."""
    told: list[EventRow] = field(default_factory=list)
    kept: list[EventRow] = field(default_factory=list)
    broken: list[EventRow] = field(default_factory=list)


def truces(
    pages: Mapping[PageId, PageTold], names: Names, known: Mapping[str, tuple[str, ...]]
) -> Iterator[FoundCommitment]:
    """All truces that the pages tell of; `known` has the parties of agreements that the dossier knows by name."""
    rows = [row for page in pages.values() for row in page.events]
    found = _dated(rows)
    for row in rows:
        _assign(row, found, pages)
    for truce in found:
        if truce.told:
            yield _commitment(truce, pages, names, known)


def _dated(rows: Sequence[EventRow]) -> list[Truce]:
    """A truce for each day on which one was made or began; a signing and the beginning close to it are one."""
    found: list[Truce] = []
    for row in sorted((r for r in rows if _makes(r)), key=lambda r: (_width(r), r.event.date or "", mention_of(r))):
        first, last = days_of(row.event.date)
        home = next((t for t in found if _is(t, row, first, last)), None)
        if home is None:
            home = Truce(first, last, row.event.known)
            found.append(home)
        home.known = home.known or row.event.known
        home.dates += [row.event.date] if row.event.date else []
        home.pages.add(row.page)
    return sorted(found, key=lambda t: (t.first or "", t.last or ""))


def _makes(row: EventRow) -> bool:
    event = row.event
    return (
        event.track is Track.CEASEFIRE
        and event.status in _TOLD
        and (event.date is not None or event.known is not None)
        and _KEPT.search(row.trigger) is None
        and _RUNS.search(row.sentence) is None
    )


def _width(row: EventRow) -> int:
    first, last = days_of(row.event.date)
    return _between(first, last) if first and last else 10**6


def _is(truce: Truce, row: EventRow, first: str | None, last: str | None) -> bool:
    if truce.known is not None and row.event.known is not None:
        return truce.known == row.event.known
    if None in (truce.first, truce.last, first, last):
        return False
    apart = max(_between(truce.last, first), _between(last, truce.first))
    return apart <= _CLOSE


def _between(one: str | None, other: str | None) -> int:
    """Days from one day to the other, a month of 31 and a year of 372: for telling near from far."""
    if one is None or other is None:
        return 10**6
    y, m, d = (int(other[a:b]) - int(one[a:b]) for a, b in ((0, 4), (5, 7), (8, 10)))
    return y * 372 + m * 31 + d


def _assign(row: EventRow, found: list[Truce], pages: Mapping[PageId, PageTold]) -> None:
    """File an event with the truce that it tells of, if it tells of one."""
    event = row.event
    if event.track is Track.VIOLATION:
        if event.status in (Status.HAPPENED, Status.ONGOING, Status.ALLEGED) and (home := _home(row, found, pages)):
            home.broken.append(row)
        return
    if event.track is not Track.CEASEFIRE or event.status not in _TOLD:
        return
    home = _home(row, found, pages)
    if home is not None:
        home.told.append(row)
        if _KEPT.search(row.trigger) and event.status in (Status.HAPPENED, Status.ONGOING):
            home.kept.append(row)


def _home(row: EventRow, found: Sequence[Truce], pages: Mapping[PageId, PageTold]) -> Truce | None:
    """The truce of the row's own name or date, of its sentence, else the last one begun by then among its parties."""
    event = row.event
    own = [t for t in found if (event.known and t.known == event.known) or (_makes(row) and event.date in t.dates)]
    if own:
        return own[0]
    beside = [t for t in found for other in pages[row.page].events if _same_sentence(row, other) and _tells(t, other)]
    if beside:
        return beside[0]
    day = days_of(day_of(event, row))[0]
    near = [t for t in found if 0 <= _between(t.first, day) <= _LONGEST and _shares(t, row, pages)]
    return max(near, key=lambda t: t.first or "", default=None)


def _same_sentence(row: EventRow, other: EventRow) -> bool:
    return row.event.passage == other.event.passage and _makes(other)


def _tells(truce: Truce, row: EventRow) -> bool:
    return row.event.date in truce.dates if row.event.date else row.event.known == truce.known


def _shares(truce: Truce, row: EventRow, pages: Mapping[PageId, PageTold]) -> bool:
    """Whether a page of the truce is the row's, or speaks of the same sides."""
    sides = set(pages[row.page].sides)
    return row.page in truce.pages or any(sides & set(pages[page].sides) for page in truce.pages)


def _commitment(
    truce: Truce, pages: Mapping[PageId, PageTold], names: Names, known: Mapping[str, tuple[str, ...]]
) -> FoundCommitment:
    by = known.get(truce.known or "") or _parties(truce, pages, names)
    steps = in_order(_steps(truce, by, pages, names))
    day = truce.first if truce.first == truce.last else (truce.dates[0] if truce.dates else None)
    what = truce.known or f"ceasefire of {min(filter(None, truce.dates), key=lambda d: (-len(d), d), default=day)}"
    rows = sorted(truce.told, key=_order)
    return FoundCommitment(
        id=mention_of(rows[0]),
        by=by,
        to=(),
        what=what,
        due=None,
        agreement=truce.known,
        state=state_after(CommitmentState.IN_PROGRESS, steps),
        steps=steps,
        evidence=tuple(dict.fromkeys(_evidence(row) for row in rows)),
    )


def _order(row: EventRow) -> tuple[bool, str, str, int]:
    day = row.published.latest if row.published else None
    return day is None, day or "", row.page, row.event.trigger.start


def _evidence(row: EventRow) -> Evidence:
    passage = row.event.passage
    published = row.published.value if row.published else None
    return Evidence(row.page, row.outlet, published, passage.start, passage.end, row.sentence)


def _parties(truce: Truce, pages: Mapping[PageId, PageTold], names: Names) -> tuple[str, ...]:
    """Who keeps it, where that is told; else the sides that most pages on it name."""
    for row in truce.kept:
        sides = set(pages[row.page].sides)
        named = tuple(n for n in names.parties(row.sentence) if n in sides)
        if len(named) > 1:
            return named
    pairs = Counter(pages[row.page].sides for row in truce.told if pages[row.page].sides)
    return max(pairs, key=lambda pair: (pairs[pair], pair), default=())


def _steps(
    truce: Truce, by: tuple[str, ...], pages: Mapping[PageId, PageTold], names: Names
) -> Iterator[CommitmentStep]:
    for row in truce.kept:
        yield CommitmentStep(day_of(row.event, row), CommitmentState.KEPT, row.event.asserted_by, _evidence(row))
    for row in truce.broken:
        state = CommitmentState.CONTESTED if _is_claim(row, by, pages, names) else CommitmentState.BROKEN
        yield CommitmentStep(day_of(row.event, row), state, row.event.asserted_by, _evidence(row))


def _is_claim(row: EventRow, by: tuple[str, ...], pages: Mapping[PageId, PageTold], names: Names) -> bool:
    """A breach that only a party tells of is its claim; what others tell is a breach."""
    if row.event.asserted_by == "outlet":
        return row.event.status is Status.ALLEGED
    speaker = pages[row.page].speaker_at(row.event.trigger.start)
    return bool(set(side_of(speaker, names)) & set(by))
