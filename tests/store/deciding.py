"""Decisions on the sample pages, as a reviewer would file them."""

from dataclasses import replace

from trucewatch.record.ids import PageId
from trucewatch.record.kept import Decision, DecisionKind, Thing
from trucewatch.record.mentions import EventMention, Statement
from trucewatch.record.protocols import Store
from trucewatch.record.spans import Range, Span

AT = "2031-06-01T08:00:00Z"


def event(store: Store, page: PageId, trigger: str, nth: int = 0) -> EventMention:
    """The shown event of the page with these words for trigger; the first of them unless said."""
    with store.reader() as reader:
        reading = reader.reading(page)
    assert reading is not None
    assert reading.text is not None
    string = reading.text.string
    return [e for e in reading.events if e.trigger.of(string) == trigger][nth]


def statement(store: Store, page: PageId, words: str, nth: int = 0) -> Statement:
    """The shown statement of the page that has these words in what is said."""
    with store.reader() as reader:
        reading = reader.reading(page)
    assert reading is not None
    assert reading.text is not None
    string = reading.text.string
    return [s for s in reading.statements if any(words in r.of(string) for r in s.attribution.content)][nth]


def on(kind: DecisionKind, page: PageId, mention: EventMention | Statement, /, **fields: str | None) -> Decision:
    """A decision on one mention."""
    passage = mention.passage
    return Decision(
        kind,
        (mention.id(page),),
        "ada",
        AT,
        "the page says so",
        tuple(fields.items()),
        Span(mention.text, passage.start, passage.end)
        if isinstance(mention, EventMention)
        else Span(mention.attribution.text, passage.start, passage.end),
        Thing.EVENT if isinstance(mention, EventMention) else Thing.STATEMENT,
        (page,),
        mention.trigger if isinstance(mention, EventMention) else mention.attribution.content[0],
        "the words of the passage",
    )


def added(thing: Thing, page: PageId, like: EventMention | Statement, spot: Range, **fields: str | None) -> Decision:
    """An addition of words in the passage of another mention."""
    bare = on(DecisionKind.ADD, page, like, **fields)
    return replace(bare, on=(page,), thing=thing, spot=spot)


def undo(decision: Decision) -> Decision:
    """The undo of a decision."""
    return Decision(DecisionKind.UNDO, (decision.id,), "bert", AT, "a slip", thing=Thing.DECISION)


def on_pair(kind: DecisionKind, one: str, other: str, *pages: PageId) -> Decision:
    """A merge or split of two events."""
    return Decision(kind, (one, other), "ada", AT, "they are told alike", thing=Thing.EVENT, pages=pages)


def file(store: Store, *decisions: Decision) -> list[Decision]:
    """Files decisions; as they were filed."""
    with store.writer() as writer:
        filed = [writer.decide(decision) for decision in decisions]
    assert None not in filed
    return [decision for decision in filed if decision is not None]
