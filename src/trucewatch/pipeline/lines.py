"""The lines that `analyse` prints, read back: a page with its reading, as a record takes them.

What a line does not carry is derived from what it does: a passage is the sentence around a span, a speaker's type
follows from the names on the page.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from trucewatch.extract.around import Sentences
from trucewatch.extract.dated import with_passages
from trucewatch.pipeline.fields import BadField, Fields
from trucewatch.pipeline.line_mentions import events_of, names_of, statements_of, times_of
from trucewatch.record.dates import Grounds, Published
from trucewatch.record.ids import PageId
from trucewatch.record.outcomes import Dropped, Why
from trucewatch.record.pages import LINE_MEDIA_TYPE, Captured
from trucewatch.record.readings import PageReading
from trucewatch.record.spans import Range
from trucewatch.record.texts import Article, Block, Relay, Role, Text
from trucewatch.resolve import OutletIndex, prints_of, resolve_sourcing
from trucewatch.resolve.speakers.written import Named, written_sightings

STAGE = "lines"

MAKER = "lines@1"
"""Stands for the stage that found a mention, which a line does not name."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A page made out of one line, and what was read from it."""

    captured: Captured
    reading: PageReading


class LineLoader:
    """Makes pages and readings out of the lines of `analyse`."""

    def __init__(self, recipe: str, outlets: OutletIndex) -> None:
        """`recipe` is the id of the recipe whose work the lines are."""
        self._recipe = recipe
        self._outlets = outlets

    def load(self, lines: Iterable[bytes], where: str) -> Iterator[Loaded | Dropped]:
        """One outcome for each line that is not blank, in order; `where` names the file that they come from."""
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield self._outcome(line, f"{where}:{number}", number)

    def _outcome(self, line: bytes, place: str, number: int) -> Loaded | Dropped:
        try:
            return self.read(line, place)
        except BadField as error:
            return Dropped(place, STAGE, Why.BAD_LINE, f"line {number}: {error}")

    def read(self, line: bytes, place: str) -> Loaded | Dropped:
        """The page and its reading; what was dropped before it had a text is handed on as it is.

        Raises BadField where the line is no such object, a field is missing or wrong, or a range is none of its text.
        """
        entry = _entry(line)
        string = entry.typed("text", str)
        fields = Fields(entry.data, length=len(string))
        dropped = fields.maybe("dropped", lambda name: _dropped(fields.inside(name), place))
        if dropped is not None and not string:
            return dropped
        article = _article(fields.inside("article"))
        captured = _captured(fields, article, place)
        return Loaded(captured, self._reading(fields, captured.page.id, article, dropped))

    def _reading(self, fields: Fields, page: PageId, article: Article, dropped: Dropped | None) -> PageReading:
        text = Text.of(page, fields.typed("text", str), _blocks(fields.inside("article")))
        sentences = Sentences(text)
        names = names_of(fields, text, MAKER)
        named = Named.of(text, names)
        return PageReading(
            page,
            self._recipe,
            text,
            _with_places(article, text),
            with_passages(text, times_of(fields), sentences, MAKER),
            resolve_sourcing(page, _with_places(article, text), self._outlets),
            dropped,
            names,
            statements_of(fields, text, named, sentences, MAKER),
            events=events_of(fields, text, sentences, MAKER),
            prints=prints_of(text),
            sightings=written_sightings(text, names, named, lambda *at: sentences.around(*at)[0], MAKER),
        )


def _entry(line: bytes) -> Fields:
    try:
        found = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BadField(f"byte {error.start + 1} is not UTF-8") from error
    except RecursionError:
        raise BadField("nested too deep") from None
    except ValueError as error:
        raise BadField(f"no JSON ({error})") from error
    if not isinstance(found, dict):
        raise BadField(f"{type(found).__name__} in place of an object")
    return Fields(found)


def _dropped(fields: Fields, place: str) -> Dropped:
    return Dropped(place, fields.typed("stage", str), fields.one_of("why", Why), fields.typed("detail", str))


def _article(fields: Fields) -> Article:
    return Article(
        headline=fields.text("headline"),
        outlet=fields.text("outlet"),
        byline=fields.text("byline"),
        published=fields.maybe("published", lambda name: _published(fields.inside(name))),
        dateline_place=fields.text("dateline_place"),
        language=fields.text("language"),
        relays=tuple(Relay(name, None) for name in fields.strings("relayed_from")),
    )


def _published(fields: Fields) -> Published:
    grounds = fields.one_of("grounds", Grounds)
    return fields.made("value", lambda value: Published(value, grounds))


def _blocks(fields: Fields) -> tuple[Block, ...]:
    found: list[Block] = []
    for entry in fields.each("blocks"):
        at, role = entry.range(), entry.one_of("role", Role)
        if found and at.start < found[-1].end:
            raise entry.wrong("start", f"{at.start} lies before the end of the block before it, {found[-1].end}")
        found.append(Block(at.start, at.end, role))
    return tuple(found)


def _with_places(article: Article, text: Text) -> Article:
    """The article with each relayed outlet's name found in the reporting, which stands for the cue."""
    relays = tuple(Relay(relay.name, _named_at(relay.name, text)) for relay in article.relays)
    return Article(
        article.headline, article.outlet, None, article.byline, article.published, article.dateline_place,
        article.language, None, relays,
    )  # fmt: skip


def _named_at(name: str, text: Text) -> Range | None:
    for block in text.reporting() if name else ():
        start = text.string.find(name, block.start, block.end)
        if start >= 0:
            return Range(start, start + len(name))
    return None


def _captured(fields: Fields, article: Article, place: str) -> Captured:
    """The line as a page of its own: its text with what is known of it, and nothing that a later reading finds anew."""
    known = article.published if article.published and article.published.grounds is not Grounds.INFERRED else None
    name = fields.typed("id", str)
    page = {
        "id": name,
        "text": fields.typed("text", str),
        "published": known.value if known else None,
        "outlet": article.outlet,
        "form": "page",
    }
    data = json.dumps(page, ensure_ascii=True, separators=(",", ":"), sort_keys=True).encode("ascii")
    return Captured(name, f"{place}#{name}" if name else place, LINE_MEDIA_TYPE, data)
