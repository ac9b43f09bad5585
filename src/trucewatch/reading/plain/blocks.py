"""From places to blocks: each unit gets the role that its place and its look give it."""

from collections.abc import Sequence
from typing import Final

from trucewatch.reading.plain.lines import Unit
from trucewatch.reading.plain.looks import Look
from trucewatch.reading.plain.weighing import Place
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


def blocks_of(units: Sequence[Unit], looks: Sequence[Look], places: Sequence[Place]) -> tuple[Block, ...]:
    """Blocks in order; together they cover every non-blank character."""
    return tuple(Block(u.start, u.end, _role(k, p)) for u, k, p in zip(units, looks, places, strict=True))


def _role(look: Look, place: Place) -> Role:
    if place is Place.META or (place is Place.TOP and _about_the_page(look)):
        return Role.DATELINE if look.place_line else Role.BYLINE
    return _ROLES.get(place) or _chrome_role(look, place)


def _about_the_page(look: Look) -> bool:
    return look.stamp or look.dated or look.byline or look.place_line or look.agency


def _says_something(look: Look) -> bool:
    """True for a sentence above the headline that is about the report and not about the site."""
    chrome = look.navigation or look.notice or look.sign_up or look.house or look.breadcrumb or look.hanging
    return look.prose and look.words >= 10 and not chrome


def _chrome_role(look: Look, place: Place) -> Role:
    """What kind of not-reporting a unit outside the report is."""
    if (
        look.credit
        or look.caption
        or look.country_caption
        or (look.doubled and look.words > 4 and place is not Place.TAIL)
    ):
        return Role.CAPTION
    if place is Place.TOP and _says_something(look):
        return Role.DECK
    if look.navigation or look.menu or look.size or look.foreign:
        return Role.NAVIGATION
    if look.sign_off and (look.byline or look.agency):
        return Role.BYLINE
    if look.notice or look.sign_up or look.sign_off or look.house or look.author:
        return Role.NOTICE
    if look.comments:
        return Role.COMMENT
    if look.pointer or look.related or look.rhythm:
        return Role.RELATED
    if place is Place.TAIL:
        return Role.NOTICE if look.prose and look.finished else Role.RELATED
    return Role.NAVIGATION
