"""Statements and events with what reviewers made of them, as rows and index entries."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from trucewatch.record.dates import Published
from trucewatch.record.decided import Decided, OnPage, decided_events, decided_statements
from trucewatch.record.kept import SHOWN, Decision
from trucewatch.record.mentions import EventMention, Statement
from trucewatch.record.readings import PageReading
from trucewatch.record.texts import Text
from trucewatch.store.dialect import Indexed, Row
from trucewatch.store.event_rows import event_rows, key_rows
from trucewatch.store.mention_rows import Days, said_words, statement_rows


@dataclass(frozen=True, slots=True)
class Overlaid:
    """What a page's decisions make of what was found on it: the found ones in their order, then the others."""

    statements: Sequence[Decided[Statement]] = ()
    events: Sequence[Decided[EventMention]] = ()
    published: Days = (None, None)
    """The first and the last day on which the page can have been published."""


def overlaid(reading: PageReading, log: Iterable[Decision]) -> Overlaid:
    """The decisions in force on the page, laid over its reading."""
    text, log = reading.text, list(log)
    on = OnPage(reading.page, text.id if text else None, len(text.string) if text else 0)
    day = reading.article.published.date if reading.article and reading.article.published else None
    days = (day.earliest, day.latest) if day else (None, None)
    return Overlaid(decided_statements(on, reading.statements, log), decided_events(on, reading.events, log), days)


def overlaid_statements(number: int, text: Text, mentions: Overlaid) -> list[Row]:
    """The statements as rows."""
    rows = statement_rows(number, text, (d.mention for d in mentions.statements), mentions.published)
    return [{**row, "stands": d.stands.value} for row, d in zip(rows, mentions.statements, strict=True)]


def overlaid_events(number: int, mentions: Overlaid) -> list[Row]:
    """The events as rows."""
    rows = event_rows(number, (d.mention for d in mentions.events))
    return [{**row, "stands": d.stands.value} for row, d in zip(rows, mentions.events, strict=True)]


def shown_events(mentions: Overlaid) -> list[EventMention]:
    """The events that are shown."""
    return [d.mention for d in mentions.events if d.stands in SHOWN]


def event_key_rows(number: int, mentions: Overlaid, published: Published | None) -> list[Row]:
    """The keys of the events that are shown, as rows: nothing is joined with what a reviewer has put aside.

    `published` is when the page was published.
    """
    rows = key_rows(number, (d.mention for d in mentions.events), published)
    return [row for row in rows if mentions.events[row["position"]].stands in SHOWN]


def said(number: int, text: Text, mentions: Overlaid) -> Iterator[Indexed]:
    """What the index knows of the statements; of those that are not shown as well, since an entry has its row."""
    for position, decided in enumerate(mentions.statements):
        yield Indexed(number, position, said_words(text.string, decided.mention.attribution.content))
