"""From places to blocks: each unit gets the role that its place and its look give it."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from trucewatch.reading.article.bylines import byline_of
from trucewatch.reading.article.stamps import find_stamps
from trucewatch.reading.plain.lines import Unit
from trucewatch.reading.plain.looks import Look
from trucewatch.reading.plain.scores import Place
from trucewatch.record.texts import Block, Role

_ROLES: Final = {
    Place.HEADLINE: Role.HEADLINE,
    Place.DECK: Role.DECK,
    Place.CAPTION: Role.CAPTION,
    Place.BODY: Role.PARAGRAPH,
    Place.SUBHEAD: Role.PARAGRAPH,
    Place.COMMENTS: Role.COMMENT,
    Place.THREAD: Role.COMMENT,
}
_COUNTER: Final = re.compile(
    r"\s+(?:[0-9][0-9\s,.]{0,9}[kK]?|[0-9]+\s?(?:views?|comments?|shares?|reads?))\s*$", re.IGNORECASE
)


def blocks_of(text: str, units: Sequence[Unit], looks: Sequence[Look], places: Sequence[Place]) -> tuple[Block, ...]:
    """Blocks in order; together they cover every non-blank character."""
    return tuple(b for u, k, p in zip(units, looks, places, strict=True) for b in _blocks(text, u, k, p))


def _blocks(text: str, unit: Unit, look: Look, place: Place) -> Iterator[Block]:
    if place is Place.META or (place is Place.TOP and _about_the_page(look)):
        yield from _meta(text, unit, look)
        return
    yield Block(unit.start, unit.end, _ROLES.get(place) or _chrome_role(look, place))


def _about_the_page(look: Look) -> bool:
    return look.stamp or look.dated or look.byline or look.place_line or look.agency


def _meta(text: str, unit: Unit, look: Look) -> Iterator[Block]:
    """A byline, a stamp, or both in one line; a counter behind a stamp is told apart."""
    line = text[unit.start : unit.end]
    stamps = find_stamps(line)
    if not stamps:
        yield Block(unit.start, unit.end, Role.DATELINE if look.place_line else Role.BYLINE)
        return
    counter = _COUNTER.search(line, stamps[-1].end)
    end = counter.start() if counter else len(line)
    first = line[: stamps[0].start]
    named = byline_of(first) is not None
    signed = named and (look.byline or (look.dated and not look.place_line and len(first.split()) >= 2))
    cut = stamps[0].start if signed and first.strip() else 0
    pieces = ((0, cut, Role.BYLINE), (cut, end, Role.DATELINE), (end, len(line), Role.NOTICE))
    for start, stop, role in pieces:
        body = line[start:stop]
        if body.strip():
            left = start + len(body) - len(body.lstrip())
            yield Block(unit.start + left, unit.start + start + len(body.rstrip()), role)


def _chrome_role(look: Look, place: Place) -> Role:
    """What kind of not-reporting a unit outside the report is."""
    if (
        look.credit
        or look.caption
        or look.country_caption
        or (look.doubled and look.words > 4 and place is not Place.TAIL)
    ):
        return Role.CAPTION
    if place is Place.TOP and look.prose and look.words >= 10 and not (look.navigation or look.notice or look.sign_up):
        return Role.DECK
    if look.navigation or look.menu or look.size or look.foreign:
        return Role.NAVIGATION
    if look.sign_off and (look.byline or look.agency):
        return Role.BYLINE
    if look.notice or look.sign_up or look.sign_off:
        return Role.NOTICE
    if look.comments:
        return Role.COMMENT
    if look.pointer or look.related or look.rhythm:
        return Role.RELATED
    if place is Place.TAIL:
        return Role.NOTICE if look.prose and look.finished else Role.RELATED
    return Role.NAVIGATION
