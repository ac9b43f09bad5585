"""The register of ceasefires: each once, with its parties, brokers, course and state."""

from dataclasses import dataclass, replace
from itertools import chain

from trucewatch.record.blocking import days_of
from trucewatch.record.folding import fold
from trucewatch.record.happenings import Joiner, mention_of
from trucewatch.record.mentions import Track
from trucewatch.record.protocols import EventRow, Reader, Scope, SoughtEvents
from trucewatch.record.truces import Truce, TruceFinder, TruceState, TruceStep
from trucewatch.views.events import evidence
from trucewatch.views.register_rows import CeasefireListRow, CeasefireStep
from trucewatch.views.rows import Rows

MOST = 20_000
"""Mentions of each kind that are looked at, the earliest; a record with more is narrowed by outlet or day."""
_TRUCES = (Track.CEASEFIRE, Track.AGREEMENT, Track.VIOLATION)


@dataclass(frozen=True, slots=True)
class SoughtCeasefires:
    """Which ceasefires are meant; None is no condition."""

    party: str | None = None
    """Words of a party or of who brokered it."""
    state: TruceState | None = None


def ceasefires(
    reader: Reader, scope: Scope, sought: SoughtCeasefires, joiner: Joiner, finder: TruceFinder
) -> Rows[CeasefireListRow]:
    """Ceasefires that held within the scope's days, the oldest first, those of no known day last."""
    seen = replace(scope, since=None, until=None, limit=MOST)
    told, cut = _told(reader, seen, _TRUCES)
    around, _ = _told(reader, seen, (Track.FIGHTING,))
    found = finder.truces(joiner.happenings(told, reader, seen), around, _today(scope, (*told, *around)))
    rows = [_row(t) for t in found if _held(t, scope) and _meant(t, sought)]
    kept = tuple(rows[: scope.limit] if scope.limit else rows)
    return Rows(kept, cut=cut or len(kept) < len(rows), total=len(rows), counted=not cut)


def _told(reader: Reader, scope: Scope, tracks: tuple[Track, ...]) -> tuple[list[EventRow], bool]:
    found = [reader.events(scope, SoughtEvents(track=track)) for track in tracks]
    return list(chain.from_iterable(f.rows for f in found)), any(f.total > len(f.rows) for f in found)


def _today(scope: Scope, rows: tuple[EventRow, ...]) -> str | None:
    """The day as of which a ceasefire stands: that asked for, or the last that a page was published on."""
    if scope.as_of is not None:
        return days_of(scope.as_of)[1]
    return max((row.published.latest for row in rows if row.published and row.published.latest), default=None)


def _held(truce: Truce, scope: Scope) -> bool:
    """Whether it may have held on a day within the scope; one of no known day only where no days are asked for."""
    if scope.since is None and scope.until is None:
        return True
    first, _ = days_of(truce.declared or truce.begins)
    _, last = days_of(truce.ends)
    since, until = days_of(scope.since)[0], days_of(scope.until)[1]
    return first is not None and (until is None or first <= until) and (since is None or last is None or last >= since)


def _meant(truce: Truce, sought: SoughtCeasefires) -> bool:
    if sought.state is not None and truce.state is not sought.state:
        return False
    wanted = set(fold(sought.party)) if sought.party is not None else set()
    named = {word for name in (*truce.parties, *truce.brokers) for word in fold(name)}
    return sought.party is None or (bool(wanted) and wanted <= named)


def _row(truce: Truce) -> CeasefireListRow:
    rows = [step.row for step in truce.steps]
    return CeasefireListRow(
        declared=truce.declared,
        from_=truce.begins,
        to=truce.ends,
        parties=" and ".join(truce.parties) or None,
        brokered_by=" and ".join(truce.brokers) or None,
        state=truce.state.value,
        breaches=truce.breaches,
        agreement=truce.known,
        steps=tuple(map(_step, truce.steps)),
        mentions=len(rows),
        pages=len({row.page for row in rows}),
        outlets=tuple(sorted({row.outlet for row in rows if row.outlet})),
        id=truce.anchor,
        evidence=tuple(dict.fromkeys(map(evidence, rows))),
    )


def _step(step: TruceStep) -> CeasefireStep:
    row = step.row
    return CeasefireStep(step.kind.value, step.day, row.event.asserted_by, row.outlet, row.trigger, mention_of(row))
