"""What a review shows of a thing, and the letters and words that answer it."""

from collections.abc import Iterator

import click

from trucewatch.cli.filing import SHORT
from trucewatch.cli.tables import printable
from trucewatch.record.logged import LoggedRow, MarkedRow
from trucewatch.record.protocols import Reader
from trucewatch.record.reviewing import Query, Topic

AROUND = 200
"""Code points of the page that are shown before and after a passage."""

CHOICES = {
    "c": ("confirm", "it is told as it stands"),
    "e": ("correct", "put something right"),
    "r": ("reject", "it is none"),
    "m": ("merge", "the two are one"),
    "s": ("split", "the two are two"),
    "a": ("add", "add what was missed on this page"),
    "n": ("note", "keep a note, and go on with this one"),
    "u": ("undo", "take the decision back"),
    "k": ("skip", "leave it for another time"),
    "q": ("quit", "end the review"),
}
"""The letters, each with its word and what it means."""
_OFFERED = {
    Topic.JOIN: "msnkq",
    Topic.SCORE: "cerankq",
    Topic.ORPHAN: "aunkq",
    Topic.CONTRADICTION: "unkq",
}


def offered(query: Query) -> dict[str, tuple[str, str]]:
    """The letters that answer this query."""
    found = {letter: CHOICES[letter] for letter in _OFFERED[query.topic]}
    if query.topic is Topic.ORPHAN:
        if not query.mentions:
            del found["a"]
        else:
            found["a"] = ("add", "decide the same on what stands there now")
    return found


def choice(query: Query) -> str:
    """The word of the reviewer's answer: a letter, or the word itself."""
    letters = offered(query)
    words = {word: word for word, _ in letters.values()} | {letter: word for letter, (word, _) in letters.items()}
    while True:
        given: str = click.prompt("Your choice").strip().lower()
        if given in words:
            return words[given]
        click.echo(f"{printable(given)!r} is none of: {', '.join(f'{k} {word}' for k, (word, _) in letters.items())}")


def shown(reader: Reader, query: Query) -> list[str]:
    """The lines that tell of the query, the question first."""
    asked = {
        Topic.JOIN: "Are these one?",
        Topic.SCORE: "Is this right?",
        Topic.ORPHAN: "This decision is on what is no longer found. Take it back?",
        Topic.CONTRADICTION: "Later decisions leave this one without effect. Take it back?",
    }
    lines = [asked[query.topic]]
    if query.decision is not None:
        lines += _decision(query.decision)
    for number, row in enumerate(query.mentions, 1):
        lines += _mention(reader, row, number, len(query.mentions))
    if query.join is not None:
        lines.append(f"The software thinks: nearly one, {query.join.score:.2f} of 1.")
        lines += [f"  {r.feature}: {printable(r.detail)} ({r.weight:+.2f})" for r in query.join.why]
    lines += [f"{letter} {word}: {meaning}" for letter, (word, meaning) in offered(query).items()]
    return lines


def _mention(reader: Reader, row: MarkedRow, number: int, of: int) -> Iterator[str]:
    day = row.published.value if row.published else "not dated"
    count = f"{number}. " if of > 1 else ""
    yield f"{count}{row.thing} {row.id[:SHORT]} on page {row.page[:8]} ({printable(row.outlet or 'no outlet')}, {day})"
    reading = reader.reading(row.page)
    string = reading.text.string if reading and reading.text else row.sentence
    before = string[max(0, row.passage.start - AROUND) : row.passage.start]
    after = string[row.passage.end : row.passage.end + AROUND]
    if before.strip():
        yield f"  before: … {printable(before)}"
    yield f"  passage: {printable(row.sentence)}"
    if after.strip():
        yield f"  after: {printable(after)} …"
    yield from (f"  {name}: {printable(value)}" for name, value in _told(row) if value)


def _told(row: MarkedRow) -> Iterator[tuple[str, str | None]]:
    """What the software made of the words."""
    yield "words", row.words
    if (event := row.event) is not None:
        yield "track", f"{event.track}, {event.status}"
        yield "date", event.date or "not dated"
        yield "place", event.place.text if event.place else None
        yield "actors", "; ".join(p.text for p in event.actors)
        yield "recipients", "; ".join(p.text for p in event.recipients)
        yield "asserted by", event.asserted_by
        yield "rule", f"{event.rule}, {event.score:.2f} of 1 sure"
    if (said := row.statement) is not None:
        speaker = said.speaker
        yield "speaker", speaker.name if speaker else "not resolved"
        yield "known by", speaker.grounds if speaker else None
        yield "office", speaker.office if speaker else None
        yield "kind", said.attribution.kind
        yield "said on", said.said_on.value if said.said_on else None
        yield "venue", said.venue
        yield "addressee", said.addressee
        yield "found by", f"{said.attribution.maker}, {said.attribution.score:.2f} of 1 sure"


def _decision(row: LoggedRow) -> Iterator[str]:
    decision = row.decision
    if decision is None:
        return
    things = " and ".join(id_[:SHORT] for id_ in decision.on)
    yield f"decision {row.id[:SHORT]}: {decision.kind} {decision.thing or ''} {things}"
    yield f"  by {printable(decision.by)} on {row.at[:10]}: {printable(decision.why)}"
    for name, value in decision.fields:
        yield f"  {name} = {printable(value or 'not known')}"
    for evidence in row.evidence:
        yield f"  passage: {printable(evidence.quote)}"
    for other in row.because:
        yield f"  overruled by decision {other[:SHORT]}"
