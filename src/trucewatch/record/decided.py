"""What reviewers' decisions make of what was found on a page: pure functions of both, in the log's order."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, Protocol, TypeVar

from trucewatch.record.correcting import Fields, corrected_event, corrected_statement, maker
from trucewatch.record.ids import PageId, TextId
from trucewatch.record.kept import Decision, DecisionKind, Stands, Thing
from trucewatch.record.mentions import Attribution, EventMention, Kind, Statement, Status, Track
from trucewatch.record.pages import Given
from trucewatch.record.spans import Range, Span

M = TypeVar("M", bound="_Mention")

VERDICTS = frozenset({DecisionKind.CONFIRM, DecisionKind.CORRECT, DecisionKind.REJECT})
"""What can be decided on one mention."""


class _Mention(Protocol):
    def id(self, page: PageId) -> str: ...


@dataclass(frozen=True, slots=True)
class Decided(Generic[M]):
    """A mention with what reviewers made of it."""

    mention: M
    stands: Stands


@dataclass(frozen=True, slots=True)
class OnPage:
    """The page that decisions are laid over: its id, and its text where it has one."""

    page: PageId
    text: TextId | None
    length: int = 0
    """Code points of the text."""


def undone_by(log: Iterable[Decision]) -> dict[str, str]:
    """The decisions that are undone, each with the undo in force that did it last. An undo can be undone itself."""
    undone: dict[str, str] = {}
    for decision in reversed(list(log)):
        if decision.kind is DecisionKind.UNDO and (id_ := decision.id) not in undone:
            for other in decision.on:
                undone.setdefault(other, id_)
    return undone


def in_force(log: Iterable[Decision]) -> list[Decision]:
    """The decisions that no undo in force takes back, in the log's order; undos are left out."""
    log = list(log)
    undone = undone_by(log)
    return [d for d in log if d.kind is not DecisionKind.UNDO and (not undone or d.id not in undone)]


def corrected_given(given: Given, log: Iterable[Decision]) -> Given:
    """What counts as given about a page: a reviewer's word, above all that came with its captures."""
    for decision in log:
        if decision.thing is Thing.PAGE and decision.kind is DecisionKind.CORRECT:
            try:
                given = replace(given, **dict(decision.fields))
            except (TypeError, ValueError):
                continue  # a field that another version knew
    return given


def decided_events(on: OnPage, found: Sequence[EventMention], log: Iterable[Decision]) -> list[Decided[EventMention]]:
    """What was found, in its order, then what stands in for it or was added; `log` is that of the page, in force."""
    mine = [d for d in log if d.thing is Thing.EVENT]
    return _decided(on, found, mine, _Ways(added_event, corrected_event))


def decided_statements(on: OnPage, found: Sequence[Statement], log: Iterable[Decision]) -> list[Decided[Statement]]:
    """As for events."""
    mine = [d for d in log if d.thing is Thing.STATEMENT]
    return _decided(on, found, mine, _Ways(added_statement, corrected_statement))


@dataclass(frozen=True, slots=True)
class _Ways(Generic[M]):
    added: Callable[[Decision], M]
    corrected: Callable[[M, Fields, str], M]


def _decided(on: OnPage, found: Sequence[M], log: Sequence[Decision], ways: _Ways[M]) -> list[Decided[M]]:
    verdicts: dict[str, list[Decision]] = defaultdict(list)
    for decision in log:
        if decision.kind in VERDICTS:
            for id_ in decision.on:
                verdicts[id_].append(decision)
    added = {m.id(on.page): m for d in log if placed(on, d) and (m := _made(ways, d)) is not None}
    first: list[Decided[M]] = []
    further: list[Decided[M]] = []
    for mention in found:
        id_ = mention.id(on.page)
        settled = _settled(mention, verdicts.get(id_, ()), ways)
        if id_ in added:
            # A newer model finds what a reviewer had to add: the reviewer's words stand in for it.
            first.append(Decided(mention, Stands.REPLACED))
        elif settled.stands is Stands.CORRECTED:
            first.append(Decided(mention, Stands.REPLACED))
            further.append(settled)
        else:
            first.append(Decided(mention, settled.stands))
    for id_, mention in added.items():
        settled = _settled(mention, verdicts.get(id_, ()), ways)
        rejected = settled.stands is Stands.REJECTED
        further.append(Decided(settled.mention, Stands.REJECTED if rejected else Stands.ADDED))
    return first + further


def placed(on: OnPage, decision: Decision) -> bool:
    """Whether it adds to this very text: what was added to another text of the page has no place in this one."""
    passage, spot = decision.passage, decision.spot
    if decision.kind is not DecisionKind.ADD or passage is None or spot is None:
        return False
    return passage.text == on.text and passage.start <= spot.start < spot.end <= passage.end <= on.length


def _made(ways: _Ways[M], decision: Decision) -> M | None:
    try:
        return ways.added(decision)
    except ValueError:
        return None  # a field that another version knew; the log tells that the decision has no effect


def _settled(mention: M, verdicts: Iterable[Decision], ways: _Ways[M]) -> Decided[M]:
    """Later verdicts win; of corrections, field by field."""
    stands, changed = Stands.FOUND, False
    for decision in verdicts:
        if decision.kind is DecisionKind.REJECT:
            stands = Stands.REJECTED
        elif decision.kind is DecisionKind.CONFIRM:
            stands = Stands.CORRECTED if changed else Stands.CONFIRMED
        else:
            try:
                mention = ways.corrected(mention, decision.fields, decision.by)
            except ValueError:
                continue  # as in `_made`
            stands, changed = Stands.CORRECTED, True
    return Decided(mention, stands)


def added_event(decision: Decision) -> EventMention:
    """The event that a decision adds; ValueError where a field cannot be, or track or category is missing."""
    passage, spot = _where(decision)
    fields = {"status": Status.HAPPENED.value, **dict(decision.fields)}
    for name in ("track", "category"):
        if not fields.get(name):
            raise ValueError(f"{name}: an event that is added needs it")
    bare = EventMention(
        text=passage.text,
        trigger=spot,
        passage=Range(passage.start, passage.end),
        category="",
        mode=None,
        context=None,
        track=Track.OTHER_POLITICAL,
        status=Status.HAPPENED,
        status_words=None,
        asserted_by="outlet",
        # Of the decision's own id, so that two events can be added on the same words.
        rule=f"added.{decision.id[:12]}",
    )
    return corrected_event(bare, fields.items(), decision.by)


def added_statement(decision: Decision) -> Statement:
    """The statement that a decision adds; ValueError where a field cannot be."""
    passage, spot = _where(decision)
    found = Attribution(passage.text, None, (), (spot,), Kind.DIRECT, maker=maker(decision.by))
    bare = Statement(found, Range(passage.start, passage.end))
    return corrected_statement(bare, decision.fields, decision.by)


def _where(decision: Decision) -> tuple[Span, Range]:
    if decision.passage is None or decision.spot is None:
        raise ValueError("passage: what is added needs the words that it is told in")
    return decision.passage, decision.spot


def overruled(log: Iterable[Decision]) -> dict[str, str]:
    """Of decisions in force on single things, those that later ones leave without effect, each with the one that did.

    A confirmation gives way to any later verdict, a rejection to any later word that the thing stands, a correction to
    a later rejection or to later corrections of all its fields.
    """
    by_thing: dict[str, list[Decision]] = defaultdict(list)
    for decision in log:
        if decision.kind in VERDICTS:
            by_thing[decision.on[0]].append(decision)
    gone: dict[str, str] = {}
    for verdicts in by_thing.values():
        for place, decision in enumerate(verdicts):
            if later := _overruling(decision, verdicts[place + 1 :]):
                gone[decision.id] = later.id
    return gone


def _overruling(decision: Decision, later: Sequence[Decision]) -> Decision | None:
    if decision.kind is not DecisionKind.CORRECT:
        return next((other for other in later if other.kind is not decision.kind), None)
    if later and later[-1].kind is DecisionKind.REJECT:
        return later[-1]
    left = {name for name, _ in decision.fields}
    for other in later:
        left -= {name for name, _ in other.fields}
        if not left:
            return other
    return None
