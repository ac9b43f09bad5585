"""What was undertaken, by whom, and what became of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from trucewatch.record.commitments import CommitmentFinder, CommitmentStep, FoundCommitment
from trucewatch.record.folding import fold
from trucewatch.record.protocols import Reader, Scope, Sought, SoughtEvents
from trucewatch.record.resolved import CommitmentState
from trucewatch.record.spans import Evidence
from trucewatch.views.rows import Rows

_SCALE = {CommitmentState.PENDING: 0, CommitmentState.CONTESTED: 1, CommitmentState.KEPT: 3}


@dataclass(frozen=True, slots=True)
class CommitmentStepRow:
    """One passage that says where a commitment stands."""

    on: str | None
    """When that was so: the day of what happened, else that of the page."""
    state: str
    """What it makes of the commitment, taken by itself."""
    told_by: str
    """The word outlet, or the speaker."""
    evidence: tuple[Evidence, ...]
    """The sentence in the page's text."""

    def __str__(self) -> str:
        return f"{self.on or 'undated'} {self.state} ({self.told_by})"


@dataclass(frozen=True, slots=True)
class CommitmentRow:
    """Who undertook what towards whom by when, and where it stands."""

    by: str
    """Who undertook it; several joined by "and", empty where the pages leave it open."""
    to: str
    """Towards whom, likewise."""
    what: str
    """What is undertaken, in the words of the page that tells of it first; of a truce, its day or its name."""
    due: str | None
    """By when; null where no term is set."""
    state: str
    """pending, in-progress, kept, broken or contested."""
    pam: int
    """From 0, nothing done, to 3, done in full, after the Peace Accords Matrix."""
    agreement: str | None
    """The agreement of the dossier that it is of."""
    steps: tuple[CommitmentStepRow, ...]
    """What was told of it since, by day."""
    last: str | None
    """The last day on which anything was told of it."""
    id: str
    """Its id."""
    evidence: tuple[Evidence, ...]
    """The sentences that tell of the undertaking."""


@dataclass(frozen=True, slots=True)
class SoughtCommitments:
    """Which commitments are meant; every condition narrows, None is no condition."""

    by: str | None = None
    """Words of who undertook it."""
    state: CommitmentState | None = None
    silent_for: int | None = None
    """Of which nothing was told for so many days before the as-of day, kept ones left out."""


def commitments(
    reader: Reader, scope: Scope, sought: SoughtCommitments, finder: CommitmentFinder
) -> Rows[CommitmentRow]:
    """Commitments by the day of the first page that tells of each; those of pages without a date last.

    Days that are asked for are those on which anything was told of it.
    """
    whole = replace(scope, since=None, until=None, limit=0)
    events = reader.events(whole, SoughtEvents()).rows
    found = finder.commitments(events, reader.statements(whole, Sought()).rows, reader.times(whole))
    today = scope.as_of or max((c.last for c in found if c.last), default=None)
    meant = [c for c in found if _is_meant(c, sought, today) and _meets(c, scope)]
    kept = meant[: scope.limit] if scope.limit else meant
    return Rows(tuple(map(_row, kept)), cut=len(kept) < len(meant), total=len(meant))


def _is_meant(found: FoundCommitment, sought: SoughtCommitments, today: str | None) -> bool:
    if sought.by is not None and not set(fold(sought.by)) <= set(fold(" ".join(found.by))):
        return False
    if sought.state is not None and found.state is not sought.state:
        return False
    return sought.silent_for is None or _silent(found, sought.silent_for, today)


def _silent(found: FoundCommitment, days: int, today: str | None) -> bool:
    """Whether it is not kept and nothing was told of it in so many days."""
    if found.state is CommitmentState.KEPT or found.last is None or today is None:
        return False
    return (_last_day(today) - _last_day(found.last)) >= timedelta(days=days)


def _last_day(prefix: str) -> date:
    """The last day that a prefix can mean, as near as the 28th of a month."""
    return date.fromisoformat(f"{prefix}-12-28"[:10] if len(prefix) == 4 else f"{prefix}-28"[:10])


def _meets(found: FoundCommitment, scope: Scope) -> bool:
    """Whether anything was told of it within the days of the scope."""
    if scope.since is None and scope.until is None:
        return True
    days = [d for d in (*(s.on for s in found.steps), *(e.published for e in found.evidence)) if d]
    since, until = scope.since, scope.until
    return any((since is None or d >= since) and (until is None or d[: len(until)] <= until) for d in days)


def _row(found: FoundCommitment) -> CommitmentRow:
    return CommitmentRow(
        by=" and ".join(found.by),
        to=" and ".join(found.to),
        what=found.what,
        due=found.due,
        state=found.state.value,
        pam=_pam(found.state, found.steps),
        agreement=found.agreement,
        steps=tuple(_step_rows(found.steps)),
        last=found.last,
        id=found.id,
        evidence=found.evidence,
    )


def _pam(state: CommitmentState, steps: Sequence[CommitmentStep]) -> int:
    """What is under way or broken stands higher where some of it was done."""
    if state in _SCALE:
        return _SCALE[state]
    done = any(s.state is CommitmentState.KEPT for s in steps)
    return int(done) + (1 if state is CommitmentState.IN_PROGRESS else 0)


def _step_rows(steps: Iterable[CommitmentStep]) -> Iterable[CommitmentStepRow]:
    return (CommitmentStepRow(s.on, s.state.value, s.told_by, (s.evidence,)) for s in steps)
