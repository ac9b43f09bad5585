"""Invented pages about Lurenia and Belkara: each line a sentence, with the events and speech that are told in it."""

import re
from dataclasses import dataclass, field

from trucewatch.dossiers.dossier import load_dossier
from trucewatch.record.commitments import FoundCommitment
from trucewatch.record.dates import Grounds, Published
from trucewatch.record.ids import PageId, TextId, content_id
from trucewatch.record.mentions import (
    Attribution,
    EventMention,
    Kind,
    Party,
    Speaker,
    SpeakerGrounds,
    SpeakerType,
    Statement,
    Status,
    TimeMention,
    Track,
)
from trucewatch.record.protocols import EventRow, StatementRow, TimeRow
from trucewatch.record.spans import Range
from trucewatch.record.world import World
from trucewatch.resolve.commitments import Commitments
from trucewatch.times import find_times

FINDER = Commitments(World(), load_dossier("menderal").dossier)

_MARK = re.compile(r"#([^/#]+)/([a-z-]+)/([a-z-]+)(?:/([^/#]*))?(?:/([^/#]*))?#")
_SAID = re.compile(r"^@([^@]+)@([^@]*)@\s*")


@dataclass(slots=True)
class Rows:
    """What a record would give."""

    events: list[EventRow] = field(default_factory=list)
    statements: list[StatementRow] = field(default_factory=list)
    times: list[TimeRow] = field(default_factory=list)


def told(published: str | None, *lines: str) -> Rows:
    """The rows of one page.

    "#trigger/track/status/date/actor#" is an event; a line that begins with "@Ann Orr@Lurenia@" is said by her on the
    other's behalf, all of it.
    """
    page = PageId(content_id("page", published, *lines))
    when = Published(published, Grounds.GIVEN) if published else None
    rows, at = Rows(), 0
    for line in lines:
        said = _SAID.match(line)
        plain = _MARK.sub(r"\1", line[said.end() :] if said else line)
        speaker = said[1] if said else "outlet"
        here = Range(at, at + len(plain))
        _add_events(rows, _Place(page, when, here, plain, speaker), line[said.end() :] if said else line)
        if said:
            rows.statements.append(_statement(page, when, here, plain, (said[1], said[2])))
        for timex in find_times(plain, published):
            moved = type(timex)(
                timex.start + at, timex.end + at, timex.type, timex.value, timex.mod, timex.earliest, timex.latest
            )
            mention = TimeMention(TextId("t"), moved, here)
            rows.times.append(TimeRow(page, "Post", when, mention, plain[timex.start : timex.end], plain))
        at += len(plain) + 1
    return rows


@dataclass(frozen=True, slots=True)
class _Place:
    page: PageId
    when: Published | None
    passage: Range
    plain: str
    speaker: str


def _add_events(rows: Rows, place: _Place, line: str) -> None:
    shift = 0
    for match in _MARK.finditer(line):
        start = place.passage.start + match.start() - shift
        shift += len(match[0]) - len(match[1])
        event = EventMention(
            text=TextId("t"),
            trigger=Range(start, start + len(match[1])),
            passage=place.passage,
            category="AGREE",
            mode=None,
            context=None,
            track=Track(match[2]),
            status=Status(match[3]),
            status_words=None,
            asserted_by=place.speaker,
            rule="made",
            date=match[4] or None,
            actors=(Party(match[5]),) if match[5] else (),
        )
        rows.events.append(EventRow(place.page, "Post", place.when, event, match[1], place.plain))


def _statement(page: PageId, when: Published | None, here: Range, plain: str, who: tuple[str, str]) -> StatementRow:
    speaker = Speaker(who[0], SpeakerType.PERSON, SpeakerGrounds.NAMED, behalf=who[1] or None)
    found = Attribution(TextId("t"), None, (), (here,), Kind.DIRECT)
    return StatementRow(page, "Post", when, Statement(found, here, speaker), (plain,), who[0], plain)


def together(*pages: Rows) -> Rows:
    """The rows of several pages."""
    whole = Rows()
    for page in pages:
        whole.events += page.events
        whole.statements += page.statements
        whole.times += page.times
    return whole


def found(*pages: Rows) -> list[FoundCommitment]:
    """The commitments of these pages."""
    rows = together(*pages)
    return FINDER.commitments(rows.events, rows.statements, rows.times)


def one(*pages: Rows) -> FoundCommitment:
    """The only commitment of these pages."""
    [only] = found(*pages)
    return only
