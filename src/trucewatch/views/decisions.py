"""The log: who decided what on which things, when and why, and what has become of it."""

from dataclasses import dataclass

from trucewatch.record.logged import LoggedRow, SoughtDecisions
from trucewatch.record.protocols import Reader, Scope
from trucewatch.record.spans import Evidence
from trucewatch.views.limits import counted
from trucewatch.views.rows import Rows


@dataclass(frozen=True, slots=True)
class FieldSet:
    """A field that a decision sets."""

    name: str
    """The field."""
    value: str | None
    """Its value; null says that nothing is known."""

    def __str__(self) -> str:
        return f"{self.name} = {self.value if self.value is not None else '(not known)'}"


@dataclass(frozen=True, slots=True)
class DecisionListRow:
    """One entry of the log."""

    id: str
    """The decision's id; `decide undo` takes its first digits."""
    kind: str
    """confirm, correct, reject, add, merge, split, note or undo."""
    thing: str | None
    """What it speaks of: event, statement, person, place, page or decision."""
    on: tuple[str, ...]
    """The ids of what it speaks of; of an add, the page's."""
    state: str
    """applied, overruled, undone, orphaned, waiting or redacted."""
    because: tuple[str, ...]
    """The ids of the decisions that undo or overrule it."""
    moved: str | None
    """Of an orphaned one: the id of the one mention that stands where it was made, if there is one."""
    by: str | None
    """Who decided."""
    at: str
    """When: UTC, ISO 8601."""
    why: str | None
    """The reason given."""
    fields: tuple[FieldSet, ...]
    """What a correction or an addition sets."""
    words: str | None
    """The words that it was made on: a trigger, what was said."""
    pages: tuple[str, ...]
    """The pages of all that it speaks of."""
    evidence: tuple[Evidence, ...]
    """The passages of what it speaks of."""


def decisions(reader: Reader, scope: Scope, sought: SoughtDecisions) -> Rows[DecisionListRow]:
    """The decisions that are meant, newest first."""
    return counted(reader.log(scope, sought), decision_row)


def decision_row(found: LoggedRow) -> DecisionListRow:
    """The entry as a row; of one that a forgotten page took along, kind, id and time are left."""
    decision = found.decision
    return DecisionListRow(
        id=found.id,
        kind=found.kind.value,
        thing=decision.thing.value if decision and decision.thing else None,
        on=decision.on if decision else (),
        state=found.state.value,
        because=found.because,
        moved=found.moved,
        by=decision.by if decision else None,
        at=found.at,
        why=decision.why if decision else None,
        fields=tuple(FieldSet(name, value) for name, value in (decision.fields if decision else ())),
        words=_words(found),
        pages=decision.pages if decision else (),
        evidence=found.evidence,
    )


def _words(found: LoggedRow) -> str | None:
    decision = found.decision
    if decision is None or decision.words is None or decision.spot is None or decision.passage is None:
        return None
    offset = decision.passage.start
    return decision.words[decision.spot.start - offset : decision.spot.end - offset]
