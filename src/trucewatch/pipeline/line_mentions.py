"""The mentions of a line that `analyse` printed: times, names, statements, events."""

from collections.abc import Iterator

from trucewatch.extract.around import Sentences
from trucewatch.pipeline.fields import Fields
from trucewatch.record.dates import PartialDate
from trucewatch.record.mentions import (
    Attribution,
    EventMention,
    EventPlace,
    Kind,
    Name,
    NameType,
    Party,
    Quantity,
    Relation,
    Said,
    SaidGrounds,
    Statement,
    Status,
    Track,
)
from trucewatch.record.spans import Range
from trucewatch.record.texts import Text
from trucewatch.record.times import Timex, TimexType
from trucewatch.resolve.speakers.written import Named, written_speaker


def times_of(fields: Fields) -> tuple[Timex, ...]:
    """The time expressions, in the text's order."""
    found = (_timex(entry) for entry in fields.each("times"))
    return tuple(sorted(found, key=lambda timex: (timex.start, timex.end)))


def _timex(fields: Fields) -> Timex:
    at = fields.range()
    kind, value = fields.one_of("type", TimexType), fields.typed("value", str)
    edges = (fields.maybe(name, lambda name: fields.made(name, _moment)) for name in ("earliest", "latest"))
    return Timex(at.start, at.end, kind, value, fields.text("mod"), *edges)


def _moment(value: str) -> str:
    """A day, or a moment of one."""
    if not PartialDate(value[:10]).complete:
        raise ValueError(f"{value!r} is no day and no moment of one")
    return value


def names_of(fields: Fields, text: Text, maker: str) -> tuple[Name, ...]:
    """The names, in the line's order."""
    return tuple(Name(text.id, e.range(), e.one_of("type", NameType), maker) for e in fields.each("names"))


def statements_of(fields: Fields, text: Text, named: Named, sentences: Sentences, maker: str) -> tuple[Statement, ...]:
    """The statements, in the line's order."""
    entries = list(fields.each("attributions"))
    found = [_attribution(entry, text, maker) for entry in entries]
    return tuple(
        _statement(entry, one, text, named, sentences, maker)
        for entry, one in zip(entries, _nested(found), strict=True)
    )


def _attribution(fields: Fields, text: Text, maker: str) -> Attribution:
    content = tuple(entry.range() for entry in fields.each("content"))
    if not content:
        raise fields.wrong("content", "is empty; an attribution has something that is said")
    source = fields.maybe("source", lambda name: fields.inside(name).range())
    return Attribution(text.id, source, _cue(fields), content, fields.one_of("kind", Kind), maker=maker)


def _cue(fields: Fields) -> tuple[Range, ...]:
    """None, one range, or a list of them."""
    value = fields.value("cue")
    if value is None:
        return ()
    if isinstance(value, dict):
        return (fields.inside("cue").range(),)
    return tuple(entry.range() for entry in fields.each("cue"))


def _nested(found: list[Attribution]) -> Iterator[Attribution]:
    """Each attribution with the innermost other that has it, source and all, in one piece of what it says.

    Taken from the outermost inwards, the pieces that are still open when one begins are those that can hold it.
    """
    hulls = [_hull(one) for one in found]
    pieces = sorted(
        ((piece, number) for number, one in enumerate(found) for piece in one.content),
        key=lambda entry: (entry[0].start, -entry[0].end, entry[1]),
    )
    holder: dict[int, Range] = {}
    open_, at = list[tuple[Range, int]](), 0
    for number in sorted(range(len(found)), key=lambda n: (hulls[n].start, -hulls[n].end)):
        hull = hulls[number]
        while at < len(pieces) and pieces[at][0].start <= hull.start:
            open_ = [entry for entry in open_ if entry[0].end > pieces[at][0].start][-_DEEPEST:]
            open_.append(pieces[at])
            at += 1
        held = [p for p, other in open_ if other != number and p.start <= hull.start and hull.end <= p.end]
        if held:
            holder[number] = min(held, key=lambda piece: piece.end - piece.start)
    first = {piece: one.content[0] for one in found for piece in one.content}
    for number, one in enumerate(found):
        inside = holder.get(number)
        nested = first[inside] if inside else None
        yield Attribution(one.text, one.source, one.cue, one.content, one.kind, nested, one.maker, one.score)


_DEEPEST = 20
"""Reports inside reports that are followed."""


def _hull(found: Attribution) -> Range:
    parts = [*found.content, *found.cue, *((found.source,) if found.source else ())]
    return Range(min(p.start for p in parts), max(p.end for p in parts))


def _statement(
    fields: Fields, found: Attribution, text: Text, named: Named, sentences: Sentences, maker: str
) -> Statement:
    hull, name = _hull(found), fields.text("speaker")
    written = found.source.of(text.string) if found.source else None
    return Statement(
        found,
        sentences.around(hull.start, hull.end)[0],
        written_speaker(name, written, named) if name else None,
        fields.text("addressee"),
        fields.text("venue"),
        fields.maybe("said_on", lambda name: Said(fields.made(name, _day), SaidGrounds.STATED)),
        fields.strings("via"),
        maker,
    )


def _day(value: str) -> str:
    """An ISO prefix, or two joined by "/"; a time may follow a day."""
    for part in value.split("/", 1):
        PartialDate(part[:10])
    return value


def events_of(fields: Fields, text: Text, sentences: Sentences, maker: str) -> tuple[EventMention, ...]:
    """The events, in the line's order."""
    return tuple(_event(entry, text, sentences, maker) for entry in fields.each("events"))


def _event(fields: Fields, text: Text, sentences: Sentences, maker: str) -> EventMention:
    trigger = fields.range()
    words = fields.maybe("status_words", lambda name: fields.inside(name).range())
    parts = (trigger, words) if words else (trigger,)
    passage, _ = sentences.around(min(p.start for p in parts), max(p.end for p in parts))
    return EventMention(
        text.id, trigger, passage,
        fields.typed("category", str), fields.text("mode"), fields.text("context"),
        fields.one_of("track", Track), fields.one_of("status", Status), words,
        fields.typed("asserted_by", str), fields.typed("rule", str),
        fields.maybe("date", lambda name: fields.made(name, _day)),
        fields.maybe("place", lambda name: _place(fields.inside(name))),
        _parties(fields, "actors"), _parties(fields, "recipients"),
        tuple(_quantity(entry) for entry in fields.each("quantities")),
        reported_by=fields.perhaps("reported_by"), maker=maker, score=fields.number("score"),
    )  # fmt: skip


def _place(fields: Fields) -> EventPlace:
    latitude, longitude = fields.maybe("latitude", fields.number), fields.maybe("longitude", fields.number)
    return EventPlace(fields.typed("text", str), latitude, longitude, fields.text("precision"))


def _parties(fields: Fields, name: str) -> tuple[Party, ...]:
    return tuple(Party(entry.typed("text", str), entry.text("code")) for entry in fields.each(name))


def _quantity(fields: Fields) -> Quantity:
    return Quantity(
        fields.number("value"), fields.one_of("relation", Relation), fields.typed("unit", str), fields.text("of")
    )
