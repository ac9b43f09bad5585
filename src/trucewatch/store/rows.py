"""A reading taken apart into rows, and put together again."""

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Row as Found

from trucewatch.record.codec import canonical, from_json
from trucewatch.record.ids import TextId, content_id
from trucewatch.record.mentions import TimeMention
from trucewatch.record.readings import PageReading
from trucewatch.record.resolved import Outlet, RelayedFrom
from trucewatch.record.spans import Range
from trucewatch.record.texts import Block, Role, Text
from trucewatch.record.times import Timex, TimexType
from trucewatch.store.columns import pack_string
from trucewatch.store.dialect import Row


def outlet_key(outlet: Outlet) -> str:
    """The key of an outlet's row: of all that is said of it, so that two registers' words on it never mix."""
    return content_id("outlet-row", canonical(outlet))


def outlet_row(outlet: Outlet) -> Row:
    """The outlet as a row."""
    return {"id": outlet_key(outlet), "name": outlet.name, "kind": outlet.kind.value, "outlet": canonical(outlet)}


def outlet_from(data: str) -> Outlet:
    """The outlet that a row holds."""
    return from_json(Outlet, json.loads(data))


def text_row(text: Text) -> Row:
    """The text as a row."""
    size = len(text.string.encode("utf-8", "surrogatepass"))
    return {"id": text.id, "length": len(text.string), "size": size, "data": pack_string(text.string)}


def publisher(reading: PageReading) -> Outlet | None:
    """Who published the page: as resolved, or as the page writes it where nothing was resolved."""
    if reading.sourcing is not None:
        return reading.sourcing.outlet
    written = reading.article.outlet if reading.article else None
    return Outlet(written) if written else None


def reading_row(number: int, reading: PageReading, given: str) -> Row:
    """The reading as a row, without its parts."""
    article, dropped, outlet = reading.article, reading.dropped, publisher(reading)
    published = article.published if article else None
    return {
        "page": number,
        "recipe": reading.recipe,
        "given": given,
        "text": reading.text.id if reading.text else None,
        "article": canonical(article) if article else None,
        "headline": article.headline if article else None,
        "language": article.language if article else None,
        "published": published.value if published else None,
        "grounds": published.grounds.value if published else None,
        "first_day": published.date.earliest if published else None,
        "last_day": published.date.latest if published else None,
        "outlet": outlet_key(outlet) if outlet else None,
        "sourced": reading.sourcing is not None,
        "dropped_stage": dropped.stage if dropped else None,
        "dropped_why": dropped.why.value if dropped else None,
        "dropped_detail": dropped.detail if dropped else None,
    }


def block_rows(number: int, blocks: Iterable[Block]) -> list[Row]:
    """Blocks as rows, in their order."""
    return [
        {"page": number, "position": position, "start": b.start, "end": b.end, "role": b.role.value}
        for position, b in enumerate(blocks)
    ]


def block_from(row: Found[Any]) -> Block:
    """The block that a row holds."""
    return Block(row.start, row.end, Role(row.role))


def time_rows(number: int, times: Iterable[TimeMention]) -> list[Row]:
    """Time mentions as rows, in their order."""
    return [
        {
            "page": number,
            "position": position,
            "start": m.timex.start,
            "end": m.timex.end,
            "type": m.timex.type.value,
            "value": m.timex.value,
            "mod": m.timex.mod,
            "earliest": m.timex.earliest,
            "latest": m.timex.latest,
            "passage_start": m.passage.start,
            "passage_end": m.passage.end,
            "role": m.role.value,
            "maker": m.maker,
            "on_calendar": m.timex.on_calendar,
        }
        for position, m in enumerate(times)
    ]


def time_from(row: Found[Any], text: TextId) -> TimeMention:
    """The time mention that a row holds."""
    timex = Timex(row.start, row.end, TimexType(row.type), row.value, row.mod, row.earliest, row.latest)
    return TimeMention(text, timex, Range(row.passage_start, row.passage_end), Role(row.role), row.maker)


def relay_rows(number: int, relayed: Iterable[RelayedFrom]) -> list[Row]:
    """Relays as rows, in their order."""
    return [
        {
            "page": number,
            "position": position,
            "outlet": outlet_key(r.outlet),
            "as_written": r.as_written,
            "start": r.at.start if r.at else None,
            "end": r.at.end if r.at else None,
        }
        for position, r in enumerate(relayed)
    ]


def outlets_of(reading: PageReading) -> list[Outlet]:
    """Every outlet that the reading names."""
    named = publisher(reading)
    relayed = reading.sourcing.relayed if reading.sourcing else ()
    return [*([named] if named else ()), *(r.outlet for r in relayed)]


def foreign_parts(reading: PageReading) -> str | None:
    """What in the reading belongs to another page or text, which no table could hold; None where all is its own."""
    text = reading.text
    if text is not None and text.page != reading.page:
        return f"its text is that of page {text.page}"
    if any(text is None or m.text != text.id for m in reading.times):
        return "it has a time mention of another text"
    if any(text is None or m.text != text.id for m in reading.names):
        return "it has a name of another text"
    if any(text is None or s.attribution.text != text.id for s in reading.statements):
        return "it has a statement of another text"
    if any(text is None or s.text != text.id for s in reading.sightings):
        return "it has a sighting of another text"
    if any(text is None or e.text != text.id for e in reading.events):
        return "it has an event of another text"
    if reading.sourcing is not None and reading.sourcing.page != reading.page:
        return f"its sourcing is that of page {reading.sourcing.page}"
    return None
