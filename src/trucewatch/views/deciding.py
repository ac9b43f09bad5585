"""What a reviewer wants, made into a decision: the things found by their ids, the passage taken along.

Every function raises UsageError that says what is wrong and what would do; nothing here writes.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from trucewatch.errors import UsageError
from trucewatch.record.correcting import corrected_event, corrected_statement
from trucewatch.record.decided import added_event, added_statement, undone_by
from trucewatch.record.ids import PAGE_DIGITS, PageId
from trucewatch.record.kept import Decision, DecisionKind, Stands, Thing
from trucewatch.record.logged import MarkedRow
from trucewatch.record.pages import Given
from trucewatch.record.protocols import Reader
from trucewatch.record.spans import Range, Span

Fields = tuple[tuple[str, str | None], ...]
ALIASES = {"on_behalf": "behalf"}
"""What rows call a field that can be set, where that differs."""
PAGE_FIELDS = ("outlet", "published", "address")
_LONGEST_REASON = 10_000


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Who decides, when and why."""

    by: str
    at: str
    """UTC, ISO 8601."""
    why: str

    def __post_init__(self) -> None:
        if not self.by.strip():
            raise UsageError("who decides? name them with --by, or set reviewer in trucewatch.toml")
        if not self.why.strip() or len(self.why) > _LONGEST_REASON:
            raise UsageError(f"why? say so with --why, in 1 to {_LONGEST_REASON:,} characters")


def verdict(reader: Reader, kind: DecisionKind, id_: str, reviewer: Reviewer, fields: Fields = ()) -> Decision:
    """A confirmation, rejection or correction of one event or statement."""
    row = reader.mention(id_)
    if row.thing not in (Thing.EVENT, Thing.STATEMENT):
        raise UsageError(f"{row.id} is a {row.thing}; events and statements can be confirmed, corrected and rejected")
    fields = _known(fields)
    if kind is DecisionKind.CORRECT:
        _try_out(row, fields, reviewer.by)
    return Decision(kind, (row.id,), reviewer.by, reviewer.at, reviewer.why, fields, *_place(row))


def _known(fields: Fields) -> Fields:
    names = [ALIASES.get(name, name) for name, _ in fields]
    if doubled := {name for name in names if names.count(name) > 1}:
        raise UsageError(f"{sorted(doubled)[0]} is set twice; set it once")
    return tuple((name, value) for name, (_, value) in zip(names, fields, strict=True))


def _try_out(row: MarkedRow, fields: Fields, by: str) -> None:
    if not fields:
        raise UsageError("nothing to correct; say what with --set FIELD=VALUE")
    try:
        if row.event is not None:
            corrected_event(row.event, fields, by)
        if row.statement is not None:
            corrected_statement(row.statement, fields, by)
    except ValueError as error:
        raise UsageError(f"{row.thing} {row.id}: {error}") from error


def _place(row: MarkedRow) -> tuple[Span, Thing, tuple[PageId, ...], Range, str]:
    passage = Span(row.text, row.passage.start, row.passage.end)
    return passage, row.thing, (row.page,), row.spot, row.sentence


def names_page(reader: Reader, id_: str) -> bool:
    """Whether a page's id starts so."""
    try:
        reader.page(id_)
    except UsageError:
        return False
    return True


def page_correction(reader: Reader, id_: str, reviewer: Reviewer, fields: Fields) -> Decision:
    """A correction of what is given about a page."""
    page = reader.page(id_).page.id
    fields = _known(fields)
    if not fields:
        raise UsageError(
            f"nothing to correct; of a page {', '.join(PAGE_FIELDS)} can be set: --set published=2020-11-10"
        )
    for name, value in fields:
        if name not in PAGE_FIELDS:
            raise UsageError(f"a page has no field {name!r} to set; there are {', '.join(PAGE_FIELDS)}")
        if not value or not value.strip():
            raise UsageError(f"{name}: give a value; what an earlier decision has set is taken back by undoing that")
    try:
        Given(**dict(fields))
    except ValueError as error:
        raise UsageError(str(error)) from error
    return Decision(
        DecisionKind.CORRECT, (page,), reviewer.by, reviewer.at, reviewer.why, fields, thing=Thing.PAGE, pages=(page,)
    )


@dataclass(frozen=True, slots=True)
class Missed:
    """What the software did not find: the words that tell of it, and the sentence around them."""

    thing: Thing
    spot: Range
    passage: Range


def addition(reader: Reader, page: PageId, missed: Missed, reviewer: Reviewer, fields: Fields) -> Decision:
    """An event or a statement that was missed."""
    text = None if (reading := reader.reading(page)) is None else reading.text
    if text is None:
        raise UsageError(f"page {page} has no text, so nothing can be added to it")
    if not missed.spot.of(text.string).strip() or missed.spot.end > len(text.string):
        raise UsageError(f"{missed.spot.start}:{missed.spot.end} covers no words of page {page}")
    passage = Span(text.id, missed.passage.start, missed.passage.end)
    decision = Decision(
        DecisionKind.ADD,
        (page,),
        reviewer.by,
        reviewer.at,
        reviewer.why,
        _known(fields),
        passage,
        missed.thing,
        (page,),
        missed.spot,
        passage.quote(text.string),
    )
    try:
        made = added_event(decision) if missed.thing is Thing.EVENT else added_statement(decision)
    except ValueError as error:
        raise UsageError(f"{missed.thing} to add: {error}") from error
    _refuse_known(reader, made.id(page))
    return decision


def _refuse_known(reader: Reader, id_: str) -> None:
    try:
        there = reader.mention(id_)
    except UsageError:
        return  # nobody has it yet, as it should be
    way = "undo its rejection, or correct it" if there.stands is Stands.REJECTED else "correct or confirm it"
    raise UsageError(f"that {there.thing} is there already as {there.id}; {way}")


def pair(reader: Reader, kind: DecisionKind, one: str, other: str, reviewer: Reviewer) -> Decision:
    """A merge or split of two events, or of two persons, each named by any of its mentions."""
    first, second = reader.mention(one), reader.mention(other)
    things = {first.thing, second.thing}
    if first.id == second.id:
        raise UsageError(f"{one!r} and {other!r} are one and the same {first.thing}; name two")
    if Thing.EVENT in things and len(things) > 1:
        raise UsageError(f"{first.id} is a {first.thing} and {second.id} a {second.thing}; name two of one kind")
    return Decision(
        kind,
        (first.id, second.id),
        reviewer.by,
        reviewer.at,
        reviewer.why,
        thing=Thing.EVENT if Thing.EVENT in things else Thing.PERSON,
        pages=tuple(dict.fromkeys((first.page, second.page))),
    )


def note(reader: Reader, id_: str, reviewer: Reviewer) -> Decision:
    """A note on a page, an event, a statement, a person or a decision."""
    parts = DecisionKind.NOTE, reviewer.by, reviewer.at, reviewer.why
    kind, by, at, why = parts
    if len(id_.strip()) > PAGE_DIGITS and (decision := _decision(reader.decisions(), id_)) is not None:
        return Decision(kind, (decision.id,), by, at, why, thing=Thing.DECISION, pages=decision.pages)
    try:
        page = reader.page(id_).page.id
        return Decision(kind, (page,), by, at, why, thing=Thing.PAGE, pages=(page,))
    except UsageError:
        if len(id_.strip()) <= PAGE_DIGITS:
            if (decision := _decision(reader.decisions(), id_)) is None:
                raise
            return Decision(kind, (decision.id,), by, at, why, thing=Thing.DECISION, pages=decision.pages)
    row = reader.mention(id_)
    return Decision(kind, (row.id,), by, at, why, (), *_place(row))


def undo(reader: Reader, id_: str, reviewer: Reviewer) -> Decision:
    """The undo of a decision; an undo can be undone as well."""
    log = reader.decisions()
    decision = _decision(log, id_)
    if decision is None:
        raise UsageError(f"no decision's id starts with {id_!r}; `trucewatch show decisions` lists them")
    if (by := undone_by(log).get(decision.id)) is not None:
        raise UsageError(f"decision {decision.id} is undone already; to bring it back, undo {by}")
    return Decision(
        DecisionKind.UNDO,
        (decision.id,),
        reviewer.by,
        reviewer.at,
        reviewer.why,
        thing=Thing.DECISION,
        pages=decision.pages,
    )


def _decision(log: Iterable[Decision], prefix: str) -> Decision | None:
    """The decision whose id starts so; None where there is none, UsageError where there are several."""
    start = prefix.strip().lower()
    found = {d.id: d for d in log if start and d.id.startswith(start)}
    if len(found) > 1:
        raise UsageError(
            f"several decisions' ids start with {prefix!r}: {', '.join(sorted(found)[:3])}; give more digits"
        )
    return next(iter(found.values()), None)
