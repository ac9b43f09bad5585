"""Names and statements taken apart into rows, and put together again."""

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Row as Found

from trucewatch.record.dates import PartialDate
from trucewatch.record.folding import fold
from trucewatch.record.ids import TextId
from trucewatch.record.mentions import (
    Attribution,
    Kind,
    Name,
    NameType,
    Said,
    SaidGrounds,
    Speaker,
    SpeakerGrounds,
    SpeakerType,
    Statement,
)
from trucewatch.record.sightings import speaker_profile
from trucewatch.record.spans import Range
from trucewatch.record.texts import Text
from trucewatch.store.dialect import Row

WRITTEN = 200
"""Code points of the words that stand for a speaker that are kept beside the statement, at most."""

BETWEEN = " … "
"""Stands between the pieces of what is said, where other words interrupt it."""


Days = tuple[str | None, str | None]
"""The first and the last day that something can mean; None where that is not known."""


def name_rows(number: int, names: Iterable[Name]) -> list[Row]:
    """Names as rows, in their order."""
    return [
        {"page": number, "position": n, "start": m.at.start, "end": m.at.end, "type": m.type.value, "maker": m.maker}
        for n, m in enumerate(names)
    ]


def name_from(row: Found[Any], text: TextId) -> Name:
    """The name that a row holds."""
    return Name(text, Range(row.start, row.end), NameType(row.type), row.maker)


def statement_rows(
    number: int, text: Text, statements: Iterable[Statement], published: Days = (None, None)
) -> list[Row]:
    """Statements as rows, in their order; `published` is when the page can have been published."""
    return [
        {
            "page": number,
            "position": position,
            **_attribution(s.attribution),
            **_circumstances(s),
            **_repeated(text, s, published),
        }
        for position, s in enumerate(statements)
    ]


def _attribution(found: Attribution) -> Row:
    source, nested = found.source, found.nested_in
    return {
        "kind": found.kind.value,
        "source_start": source.start if source else None,
        "source_end": source.end if source else None,
        "cue": _packed(found.cue),
        "content": _packed(found.content),
        "nested_start": nested.start if nested else None,
        "nested_end": nested.end if nested else None,
        "score": float(found.score),
        "found_by": found.maker,
    }


def _circumstances(statement: Statement) -> Row:
    speaker, said = statement.speaker, statement.said_on
    return {
        "passage_start": statement.passage.start,
        "passage_end": statement.passage.end,
        "speaker": speaker.name if speaker else None,
        "speaker_type": speaker.type.value if speaker else None,
        "speaker_grounds": speaker.grounds.value if speaker else None,
        "office": speaker.office if speaker else None,
        "organization": speaker.organization if speaker else None,
        "behalf": speaker.behalf if speaker else None,
        "addressee": statement.addressee,
        "venue": statement.venue,
        "said_on": said.value if said else None,
        "said_grounds": said.grounds.value if said else None,
        "via": json.dumps(statement.via),
        "maker": statement.maker,
    }


def _repeated(text: Text, statement: Statement, published: Days) -> Row:
    written = source_words(text.string, statement.attribution)
    first, last = spoken_days(statement.said_on, published)
    speaker = statement.speaker
    return {
        "written": written,
        "profile": speaker_profile(speaker) if speaker else None,
        "asked": asked_words(speaker, written),
        "first_day": first,
        "last_day": last,
    }


def source_words(string: str, found: Attribution) -> str | None:
    """What the page writes for the speaker, on one line, cut where it is longer than any name."""
    if found.source is None:
        return None
    return " ".join(string[found.source.start : min(found.source.end, found.source.start + WRITTEN)].split())


def asked_words(speaker: Speaker | None, written: str | None) -> str:
    """All words that a speaker can be asked for by, folded, with a blank on either side of each."""
    told = (speaker.name, speaker.office, speaker.organization) if speaker else ()
    return f" {' '.join(dict.fromkeys(word for part in (*told, written) for word in fold(part or '')))} "


def spoken_days(said: Said | None, published: Days) -> Days:
    """The first and the last day that a statement can have been said: as told, else as its page was published."""
    first, last = said_days(said)
    return first or published[0], last or published[1]


def said_days(said: Said | None) -> Days:
    """The first and the last day that a statement can have been said; None where that is not known."""
    if said is None:
        return None, None
    first, _, last = said.value.partition("/")
    try:
        return PartialDate(first[:10]).earliest, PartialDate((last or first)[:10]).latest
    except ValueError:
        return None, None


def _packed(ranges: Iterable[Range]) -> str:
    return json.dumps([(r.start, r.end) for r in ranges], separators=(",", ":"))


def ranges_from(packed: str) -> tuple[Range, ...]:
    """The ranges that a column holds; ValueError or TypeError where it holds something else."""
    return tuple(Range(start, end) for start, end in json.loads(packed))


def statement_from(row: Found[Any], text: TextId) -> Statement:
    """The statement that a row holds."""
    found = Attribution(
        text=text,
        source=_range(row.source_start, row.source_end),
        cue=ranges_from(row.cue),
        content=ranges_from(row.content),
        kind=Kind(row.kind),
        nested_in=_range(row.nested_start, row.nested_end),
        maker=row.found_by,
        score=row.score,
    )
    return Statement(
        attribution=found,
        passage=Range(row.passage_start, row.passage_end),
        speaker=_speaker(row),
        addressee=row.addressee,
        venue=row.venue,
        said_on=None if row.said_on is None else Said(row.said_on, SaidGrounds(row.said_grounds)),
        via=tuple(json.loads(row.via)),
        maker=row.maker,
    )


def _range(start: int | None, end: int | None) -> Range | None:
    return None if start is None or end is None else Range(start, end)


def _speaker(row: Found[Any]) -> Speaker | None:
    if row.speaker is None:
        return None
    told = SpeakerType(row.speaker_type), SpeakerGrounds(row.speaker_grounds)
    return Speaker(row.speaker, *told, row.office, row.organization, row.behalf)


def said_words(string: str, content: Iterable[Range]) -> str:
    """What is said, as one string: what the index knows of a statement."""
    return BETWEEN.join(r.of(string) for r in content)
