"""Invented pages and what a reading of them holds, for every test that needs a record."""

import hashlib
from collections.abc import Iterable, Sequence

from trucewatch.record.dates import Grounds, Published
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
    Speaker,
    SpeakerGrounds,
    SpeakerType,
    Statement,
    Status,
    TimeMention,
    Track,
)
from trucewatch.record.outcomes import Dropped, Why
from trucewatch.record.pages import Captured, Given
from trucewatch.record.protocols import KeptPage, Store, Writer
from trucewatch.record.readings import PageReading
from trucewatch.record.resolved import Outlet, OutletKind, OutletRegister, RelayedFrom, Sourcing
from trucewatch.record.spans import Range
from trucewatch.record.texts import Article, Block, Relay, Role, Text
from trucewatch.record.times import Timex, TimexType

RECIPE = "recipe-one"
POST = Outlet("Harbour Post", OutletKind.PRESS, ("HP", "The Harbour Post"), ("harbourpost.example",))
TELIX = Outlet("Telix", OutletKind.AGENCY, ("Telix News Agency",), ("telix.example",))
REGISTER = OutletRegister((POST, TELIX))


def captured(body: str, locator: str = "", given: Given | None = None) -> Captured:
    """A page whose bytes are `body`; the reading below takes its lines as blocks, the first as headline."""
    place = locator or f"pages/{hashlib.sha256(body.encode()).hexdigest()[:8]}.txt"
    return Captured("page", place, "text/plain", body.encode("utf-8", "surrogatepass"), given or Given())


def line(kept: KeptPage) -> str:
    """The page's own string."""
    return kept.data.decode("utf-8", "surrogatepass")


def read(kept: KeptPage, recipe: str = RECIPE) -> PageReading:
    """A reading that depends on the page's bytes and what was given, and on nothing else.

    Lines that begin with "~" are navigation. "[2031-05-03]" is a date, "{Telix}" a relay; a first word "pub=2031-05-04"
    is the publication date where none is given. A page without a line is dropped. A line with «words» is a statement of
    them all, and "@Ann Orr/Minister/Norland@" who speaks, with office and state; a name in small letters stays open. A
    second name is whom they speak to. What is "whether" so is indirect, and a date in the line says when it was said.
    "#shelled/violation/alleged/2031-05-01/Norland army=NRL MIL/Orrin/Anna Keller#" is an event: trigger, track, status,
    date, actor, place, and who says so; what is left out is not known.
    """
    string, page, given = line(kept), kept.page.id, kept.given
    blocks = tuple(_blocks(string))
    if not blocks:
        gone = Dropped(kept.locator, "reading", Why.EMPTY, "no line")
        return PageReading(page, recipe, dropped=gone, given=given)
    text = Text.of(page, string, blocks)
    relayed = tuple(_relays(string))
    return PageReading(
        page=page,
        recipe=recipe,
        text=text,
        article=Article(
            headline=string[blocks[0].start : blocks[0].end],
            outlet=given.outlet,
            published=_published(string, given),
            language="en",
            address=given.address,
            relays=tuple(Relay(r.as_written, r.at) for r in relayed),
        ),
        times=tuple(_times(text)),
        sourcing=Sourcing(page, _outlet(given.outlet), relayed),
        names=tuple(_names(text)),
        statements=tuple(_statements(text)),
        given=given,
        events=tuple(_events(text)),
    )


def _blocks(string: str) -> Iterable[Block]:
    at = 0
    for number, words in enumerate(string.split("\n")):
        if words.strip():
            start = at + len(words) - len(words.lstrip())
            role = Role.NAVIGATION if words.startswith("~") else Role.PARAGRAPH if number else Role.HEADLINE
            yield Block(start, start + len(words.strip()), role)
        at += len(words) + 1


def _outlet(name: str | None) -> Outlet | None:
    known = {spelling: o for o in REGISTER.outlets for spelling in (o.name, *o.aliases)}
    return known.get(name, Outlet(name)) if name else None


def _published(string: str, given: Given) -> Published | None:
    if given.published:
        return Published(given.published, Grounds.GIVEN)
    stated = string.partition("pub=")[2].split()
    return Published(stated[0], Grounds.STAMP) if stated else None


def _marked(string: str, opening: str, closing: str) -> Iterable[Range]:
    start = string.find(opening)
    while start >= 0:
        end = string.find(closing, start)
        if end < 0:
            return
        yield Range(start + 1, end)
        start = string.find(opening, end)


def _relays(string: str) -> Iterable[RelayedFrom]:
    for place in _marked(string, "{", "}"):
        name = place.of(string)
        yield RelayedFrom(_outlet(name) or Outlet(name), name, place)


def _times(text: Text) -> Iterable[TimeMention]:
    for place in _marked(text.string, "[", "]"):
        value = place.of(text.string)
        block = next(b for b in text.blocks if b.start <= place.start < b.end)
        kind = TimexType.DURATION if value.startswith("P") else TimexType.DATE
        known = value if value[:4].isdecimal() else None
        first, last = _edges(known) if known else (None, None)
        timex = Timex(place.start, place.end, kind, value, None, first, last)
        yield TimeMention(text.id, timex, Range(block.start, block.end), block.role, "times@1")


def _names(text: Text) -> Iterable[Name]:
    for at in _pairs(text.string, 0, len(text.string)):
        kind = NameType.PERSON if "/" in at.of(text.string) else NameType.ORGANIZATION
        yield Name(text.id, at, kind, "language@1")


def _pairs(string: str, start: int, end: int, mark: str = "@") -> list[Range]:
    """What stands between one mark and the next, again and again."""
    marks = [n for n in range(start, end) if string[n] == mark]
    return [Range(a + 1, b) for a, b in zip(marks[::2], marks[1::2], strict=False) if b > a + 1]


def _statements(text: Text) -> Iterable[Statement]:
    for block in text.blocks:
        line = text.string[block.start : block.end]
        content = tuple(Range(block.start + r.start, block.start + r.end) for r in _marked(line, "«", "»"))
        if not content:
            continue
        who = _pairs(text.string, block.start, block.end)
        kind = Kind.INDIRECT if "whether" in line else Kind.DIRECT
        said = [Said(r.of(line), SaidGrounds.STATED) for r in _marked(line, "[", "]")]
        cue = tuple(Range(block.start + r.start, block.start + r.end) for r in _marked(line, "(", ")"))
        found = Attribution(text.id, who[0] if who else None, cue, content, kind, maker="language@1", score=0.75)
        yield Statement(
            found,
            Range(block.start, block.end),
            _speaker(who[0].of(text.string)) if who else None,
            addressee=who[1].of(text.string) if len(who) > 1 else None,
            venue="interview with Telix" if "{Telix}" in line else None,
            said_on=said[0] if said else None,
            via=("HP", "Telix") if "{Telix}" in line else (),
            maker="statements@1",
        )


def _speaker(written: str) -> Speaker | None:
    name, *told = written.split("/")
    if name[0].islower():
        return None
    kind = SpeakerType.PERSON if told and told[0] else SpeakerType.BODY
    office, behalf = (*told, None, None)[:2]
    return Speaker(name, kind, SpeakerGrounds.NAMED, office or None, None, behalf)


def _events(text: Text) -> Iterable[EventMention]:
    for at in _pairs(text.string, 0, len(text.string), "#"):
        trigger, track, status, date, actor, place, by = at.of(text.string).split("/")
        block = next(b for b in text.blocks if b.start <= at.start < b.end)
        word = Range(at.start, at.start + len(trigger))
        name, _, code = actor.partition("=")
        yield EventMention(
            text=text.id,
            trigger=word,
            passage=Range(block.start, block.end),
            category="ASSAULT" if track == Track.VIOLATION else "CONSULT",
            mode=None,
            context="military" if track == Track.VIOLATION else None,
            track=Track(track),
            status=Status(status),
            status_words=word if status == Status.ALLEGED else None,
            asserted_by=by or "outlet",
            rule=f"{track}.made",
            date=date or None,
            place=EventPlace(place, 41.5, 44.25, "exact") if place else None,
            actors=(Party(name, code or None),) if name else (),
            recipients=(Party("a post"),),
            quantities=(Quantity(40.0, Relation.AT_LEAST, "shell", "the army"),),
            reported_by="Meridian" if by else None,
            maker="events@1",
            score=0.5,
        )


def _edges(value: str) -> tuple[str | None, str | None]:
    if "T" in value:
        return value, value
    date = Published(value, Grounds.GIVEN).date
    return date.earliest, date.latest


def fill(store: Store, pages: Sequence[Captured], recipe: str = RECIPE) -> None:
    """Keep and read these pages."""
    with store.writer() as writer:
        take(writer, pages, recipe)


def take(writer: Writer, pages: Sequence[Captured], recipe: str = RECIPE) -> None:
    """Keep these pages, and put a reading of each that wants one."""
    kept = writer.keep(pages, recipe)
    writer.put([read(k, recipe) for k in writer.load(kept.stale)])


def finish(writer: Writer, recipe: str = RECIPE) -> None:
    """Read what is still unread."""
    writer.put([read(k, recipe) for k in writer.load(writer.unread(recipe))])


TALKS = captured(
    "Talks resume in Velmar\nEnvoys met on [2031-05-03], {Telix} reports.\npub=2031-05-04", "a/talks.txt", Given("HP")
)
TRUCE = captured(
    "Truce signed at Orrin\nThe truce of [2031-04-30] holds since [2031-05].\n~More news\npub=2031-05-02",
    "a/truce.txt",
    Given("Telix News Agency"),
)
UNDATED = captured(
    "Minister Petrosyán speaks\nHe named [XXXX-12-13] and a pause of [P3D].\n@Lea Orr/envoy@ (said): «Enough».",
    "b/minister.txt",
)
EMPTY = captured("  \n ", "b/empty.txt")
SAMPLE = (TALKS, TRUCE, UNDATED, EMPTY)

KELLER = captured(
    "Keller waits\n"
    "@Anna Keller/Foreign Minister/Norland@ (told) @Telix@ on [2031-05-01]: "
    "«We will not wait» and «never again», {Telix}.\n"
    "@he@ asked whether «the bridge is open».\n"
    "«Nobody» was heard.\npub=2031-05-04",
    "c/keller.txt",
    Given("HP"),
)
KELER = captured(
    "Roads open\n"
    "@ANNA KELER/Minister/Norland@ (said) whether «the road at Orrin opens».\n"
    "@Border Guard@ (added): «It is open»\n"
    "@Áron Keller/aide/Sudland@ (said) «I know of no road» on [2031-06].\npub=2031-06-02",
    "c/keler.txt",
    Given("Telix News Agency"),
)
SPEECHES = (KELLER, KELER)
"""Pages on which people speak: Anna Keller in two spellings, another Keller, a body, and two speakers left open."""

SHELLING = captured(
    "Post shelled\n"
    "Guns #shelled/violation/alleged/2031-05-01/Norland army=NRL MIL/Orrin/Anna Keller# a post.\n"
    "Envoys #met/meeting/happened/2031-05/Áron Keller=SDL GOV/Velmar/# and #will meet/meeting/planned//Telix//#.\n"
    "pub=2031-05-04",
    "d/shelling.txt",
    Given("HP"),
)
CALM = captured(
    "Calm\n#Fired/violation/denied/2031-04-29///Norland Ministry#.\npub=2031-06-02",
    "d/calm.txt",
    Given("Telix News Agency"),
)
EVENTS = (SHELLING, CALM)
"""Pages that tell of two violations and two meetings; one is not dated, one has no actor."""
