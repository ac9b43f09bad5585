"""Mentions on invented pages, written as short lines, and a record of them in memory."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from itertools import count

from trucewatch.record.blocking import filed_under
from trucewatch.record.dates import Grounds, PartialDate, Published
from trucewatch.record.happenings import Happening, mention_of
from trucewatch.record.ids import PageId, TextId, content_id
from trucewatch.record.mentions import EventMention, EventPlace, Party, Quantity, Relation, Status, Track
from trucewatch.record.protocols import EventRow, Scope
from trucewatch.record.spans import Range
from trucewatch.resolve.happenings import HappeningJoiner

CODED = {
    Track.CEASEFIRE: ("RETREAT", "ceasefire"),
    Track.AGREEMENT: ("SUPPORT", None),
    Track.VIOLATION: ("ASSAULT", None),
    Track.FIGHTING: ("ASSAULT", "clash"),
    Track.MEETING: ("CONSULT", "meet"),
    Track.HUMANITARIAN: ("RETREAT", "return"),
    Track.DEPLOYMENT: ("AID", "peacekeeping"),
    Track.DEMAND: ("REQUEST", None),
}
"""The PLOVER code of a mention that names none."""


@dataclass(frozen=True, slots=True)
class Saying:
    """One mention: its sentence with the trigger in square brackets, and what it is coded as."""

    sentence: str
    track: Track = Track.VIOLATION
    status: Status = Status.HAPPENED
    date: str | None = None
    actors: tuple[str, ...] = ()
    """Codes, or "words=CODE"."""
    recipients: tuple[str, ...] = ()
    place: tuple[str, float, float] | str | None = None
    category: str | None = None
    mode: str | None = ""
    figure: tuple[float, str] | None = None
    known: str | None = None
    background: bool = False
    status_words: str | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A page with its sayings."""

    name: str
    published: str | None
    sayings: tuple[Saying, ...]
    headline: str | None = None
    outlet: str | None = None
    text: str | None = None
    """What its text is known by; its name, unless two pages share one."""

    def rows(self) -> list[EventRow]:
        """Its mentions."""
        at = count(0, 1000)
        return [_row(self, saying, next(at)) for saying in self.sayings]


def told(name: str, published: str | None, *sayings: Saying, headline: str | None = None) -> Told:
    """A page."""
    return Told(name, published, sayings, headline)


def _row(page: Told, saying: Saying, start: int) -> EventRow:
    before, _, rest = saying.sentence.partition("[")
    trigger, _, after = rest.partition("]")
    sentence = before + trigger + after
    category, mode = CODED.get(saying.track, ("CONSULT", None))
    words = sentence.find(saying.status_words) if saying.status_words else -1
    event = EventMention(
        text=TextId(content_id("text", page.text or page.name)),
        trigger=Range(start + len(before), start + len(before) + len(trigger)),
        passage=Range(start, start + len(sentence)),
        category=saying.category or category,
        mode=mode if saying.mode == "" else saying.mode,
        context=None,
        track=saying.track,
        status=saying.status,
        status_words=Range(start + words, start + words + len(saying.status_words or "")) if words >= 0 else None,
        asserted_by="outlet",
        rule=f"{saying.track}.made",
        date=saying.date,
        place=_place(saying.place),
        actors=tuple(map(_party, saying.actors)),
        recipients=tuple(map(_party, saying.recipients)),
        quantities=(Quantity(saying.figure[0], Relation.EXACT, saying.figure[1]),) if saying.figure else (),
        known=saying.known,
        background=saying.background,
    )
    published = Published(page.published, Grounds.GIVEN) if page.published else None
    id_ = PageId(content_id("page", page.name))
    return EventRow(id_, page.outlet, published, event, trigger, sentence, page.headline)


def _party(written: str) -> Party:
    words, _, code = written.rpartition("=")
    return Party(words or code, code)


def _place(place: tuple[str, float, float] | str | None) -> EventPlace | None:
    if place is None or isinstance(place, str):
        return EventPlace(place) if place else None
    return EventPlace(place[0], place[1], place[2], "exact")


@dataclass(slots=True)
class Memory:
    """What is told, in memory: as a reader gives it, in the order in which pages were read."""

    pages: Iterable[Told]
    rows: list[EventRow] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.rows = [row for page in self.pages for row in page.rows()]

    def seen(self, scope: Scope) -> list[EventRow]:
        """The mentions on pages published by the scope's day."""
        if scope.as_of is None:
            return self.rows
        day = PartialDate(scope.as_of).latest or ""
        return [row for row in self.rows if row.published and (row.published.latest or "9") <= day]

    def told(self, keys: Collection[str], scope: Scope) -> list[EventRow]:
        """Mentions filed under any of these keys."""
        wanted = set(keys)
        return [row for row in self.seen(scope) if not wanted.isdisjoint(filed_under(row.event, row.published))]

    def event(self, prefix: str, scope: Scope) -> list[EventRow]:
        """Mentions whose id starts so."""
        return [row for row in self.seen(scope) if mention_of(row).startswith(prefix)]


def happenings(
    pages: Iterable[Told], scope: Scope | None = None, joiner: HappeningJoiner | None = None
) -> list[Happening]:
    """What the pages tell of."""
    memory, seen = Memory(pages), scope or Scope()
    return (joiner or HappeningJoiner()).happenings(memory.seen(seen), memory, seen)


def joined(*pages: Told) -> list[set[str]]:
    """The sentences of each happening that is told more than once."""
    return [{row.sentence for row in h.mentions} for h in happenings(pages) if len(h.mentions) > 1]


def one(*pages: Told) -> bool:
    """Whether the pages tell of one happening."""
    return len(happenings(pages)) == 1


def near(*pages: Told) -> bool:
    """Whether nothing is joined, and something comes near."""
    found = happenings(pages)
    return len(found) > 1 and any(h.near for h in found)
