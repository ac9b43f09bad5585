"""Violations and fighting, counted per week and side: what outlets record apart from what is only claimed."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from trucewatch.record.blocking import days_of
from trucewatch.record.folding import fold
from trucewatch.record.happenings import Happening, Joiner, order_of
from trucewatch.record.mentions import Status, Track
from trucewatch.record.protocols import EventRow, Reader, Scope, SoughtEvents
from trucewatch.views.events import best_date, evidence
from trucewatch.views.register_rows import IncidentWeekRow
from trucewatch.views.rows import Rows

MOST = 20_000
"""Mentions of either kind that are counted, the earliest; a record with more is narrowed by days or outlets."""
TRACKS = (Track.VIOLATION, Track.FIGHTING)
_COUNTED = frozenset({Status.HAPPENED, Status.ONGOING, Status.ALLEGED, Status.DENIED})
_FACT = frozenset({Status.HAPPENED, Status.ONGOING})


@dataclass(frozen=True, slots=True)
class SoughtIncidents:
    """Which incidents are meant; None is no condition."""

    track: Track | None = None
    """Violation or fighting."""
    side: str | None = None
    """Words or code of who acts."""


def incidents(reader: Reader, scope: Scope, sought: SoughtIncidents, joiner: Joiner) -> Rows[IncidentWeekRow]:
    """The weeks in order, in each the sides in order; what no week is told of stands last."""
    seen, tracks = replace(scope, limit=MOST), (sought.track,) if sought.track else TRACKS
    found = [reader.events(seen, SoughtEvents(track=track)) for track in tracks]
    told = [row for one in found for row in one.rows if _meant(row, sought.side)]
    cut = any(one.total > len(one.rows) for one in found)
    # Happenings reach beyond the days asked for: a mention elsewhere can date one of them more closely.
    rows = [row for row in weeks(joiner.happenings(told, reader, seen)) if _within(row, scope)]
    kept = tuple(rows[: scope.limit] if scope.limit else rows)
    return Rows(kept, cut=cut or len(kept) < len(rows), total=len(rows), counted=not cut)


def weeks(happenings: Iterable[Happening]) -> list[IncidentWeekRow]:
    """One row for each week and side; incidents that are only wished for, planned or feared are left out."""
    groups: dict[tuple[str | None, str | None], list[tuple[EventRow, ...]]] = defaultdict(list)
    for happening in happenings:
        mentions = tuple(row for row in happening.mentions if row.event.status in _COUNTED)
        if mentions:
            groups[_week(mentions), _side(mentions)].append(mentions)
    order = sorted(groups, key=lambda key: (key[0] is None, key[0] or "", key[1] is None, key[1] or ""))
    return [_row(week, side, groups[week, side]) for week, side in order]


def _week(mentions: Sequence[EventRow]) -> str | None:
    """The Monday of the week in which all days lie that the closest date can mean."""
    first, last = days_of(best_date(mentions[0], mentions))
    if first is None or last is None:
        return None
    monday, of_last = _monday(first), _monday(last)
    return monday if monday == of_last else None


def _monday(day: str) -> str | None:
    found = date.fromisoformat(day)
    try:
        return (found - timedelta(days=found.weekday())).isoformat()
    except OverflowError:
        return None


def _side(mentions: Sequence[EventRow]) -> str | None:
    """Who acts, by the first account that tells; what one side denies to have done is told of it all the same."""
    for row in sorted(mentions, key=lambda row: (row.event.status is Status.DENIED, order_of(row))):
        codes = sorted({party.code.partition(" ")[0] for party in row.event.actors if party.code})
        if codes:
            return " and ".join(codes)
    return None


def _row(week: str | None, side: str | None, each: Sequence[tuple[EventRow, ...]]) -> IncidentWeekRow:
    happened = [rows for rows in each if any(row.event.status is not Status.DENIED for row in rows)]
    claimed = [rows for rows in happened if not any(map(_recorded, rows))]
    told = [row for rows in each for row in rows]
    claimants = {row.event.asserted_by for rows in claimed for row in rows if row.event.status is not Status.DENIED}
    return IncidentWeekRow(
        week=week,
        side=side,
        incidents=len(happened),
        violations=sum(any(row.event.track is Track.VIOLATION for row in rows) for rows in happened),
        recorded=len(happened) - len(claimed),
        claimed=len(claimed),
        denied=sum(any(row.event.status is Status.DENIED for row in rows) for rows in each),
        claimants=tuple(sorted(claimants)),
        mentions=len(told),
        outlets=tuple(sorted({row.outlet for row in told if row.outlet})),
        evidence=tuple(dict.fromkeys(evidence(row) for row in sorted(told, key=order_of))),
    )


def _recorded(row: EventRow) -> bool:
    return row.event.asserted_by == "outlet" and row.event.status in _FACT


def _within(row: IncidentWeekRow, scope: Scope) -> bool:
    """Whether a day of the week lies within the scope; what no week is told of, only where no days are asked for."""
    if scope.since is None and scope.until is None:
        return True
    if row.week is None:
        return False
    since, until = days_of(scope.since)[0], days_of(scope.until)[1]
    return (until is None or row.week <= until) and (since is None or row.week >= (_monday(since) or since))


def _meant(row: EventRow, side: str | None) -> bool:
    if side is None:
        return True
    wanted = set(fold(side))
    return bool(wanted) and any(wanted <= {*fold(p.text), *fold(p.code or "")} for p in row.event.actors)
