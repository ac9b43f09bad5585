"""Mentions of events in invented sentences, as the store would hand them out."""

import hashlib

from trucewatch.record.dates import Grounds, Published
from trucewatch.record.ids import PageId, TextId
from trucewatch.record.mentions import EventMention, EventPlace, Party, Quantity, Status, Track
from trucewatch.record.protocols import EventRow
from trucewatch.record.spans import Range
from trucewatch.record.world import Country, Organization, World

WORLD = World(
    countries=(
        Country("NRL", "Norland", people=("Norlander", "Norlandic"), capitals=("Norhaven",)),
        Country("SDL", "Sudland", people=("Sudlander", "Sudlandic"), capitals=("Sudhaven",), leaders=("Ivor Maddox",)),
        Country("WST", "Westmark", people=("Westmarker",), capitals=("Westhaven",), leaders=("Ada Quell",)),
        Country("EST", "Estmark", people=("Estmarker",), capitals=("Esthaven",)),
    ),
    organizations=(Organization(("Lakes Union", "LU"), "IGO"),),
)
_CATEGORIES = {
    Track.CEASEFIRE: "RETREAT",
    Track.AGREEMENT: "SUPPORT",
    Track.VIOLATION: "ASSAULT",
    Track.FIGHTING: "ASSAULT",
    Track.MEETING: "CONSULT",
    Track.HUMANITARIAN: "RETREAT",
    Track.DENIAL: "REJECT",
    Track.DEMAND: "REQUEST",
    Track.ACCUSATION: "ACCUSE",
    Track.COMMITMENT: "AGREE",
    Track.DEPLOYMENT: "MOBILIZE",
    Track.OTHER_POLITICAL: "SUPPORT",
}


def told(
    sentence: str,
    trigger: str,
    track: Track,
    date: str | None = None,
    *,
    page: str = "one",
    published: str | None = "2031-06-20",
    by: str = "outlet",
    status: Status = Status.HAPPENED,
    actors: tuple[Party, ...] = (),
    recipients: tuple[Party, ...] = (),
    mode: str | None = None,
    category: str | None = None,
    quantities: tuple[Quantity, ...] = (),
    place: str | None = None,
    known: str | None = None,
    at: int = 0,
    headline: str | None = None,
) -> EventRow:
    """The mention of `trigger` in a sentence that begins at code point `at` of a page."""
    start = at + sentence.index(trigger)
    digest = hashlib.sha256(page.encode()).hexdigest()
    event = EventMention(
        text=TextId(digest),
        trigger=Range(start, start + len(trigger)),
        passage=Range(at, at + len(sentence)),
        category=category or _CATEGORIES[track],
        mode=mode,
        context="military",
        track=track,
        status=status,
        status_words=None,
        asserted_by=by,
        rule=f"{track.value}.made",
        date=date,
        place=EventPlace(place) if place else None,
        actors=actors,
        recipients=recipients,
        quantities=quantities,
        known=known,
    )
    day = Published(published, Grounds.GIVEN) if published else None
    return EventRow(PageId(digest), f"Outlet {page}", day, event, trigger, sentence, headline)
