"""What is asked of a large record: each view, plainly and with each of its filters."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from bench.press import world
from trucewatch.dossiers.world import load_world
from trucewatch.record.mentions import Kind, SpeakerType, Status, Track
from trucewatch.record.protocols import Reader, Scope, Sought, SoughtEvents
from trucewatch.resolve import PeopleJoiner, States, known_states
from trucewatch.resolve.happenings import HappeningJoiner
from trucewatch.views.event import event
from trucewatch.views.events import events
from trucewatch.views.pages import pages
from trucewatch.views.people import people
from trucewatch.views.search import search
from trucewatch.views.sources import sources
from trucewatch.views.statements import statements
from trucewatch.views.timeline import timeline

Ask = Callable[[Reader, Scope], object]


def asks(reader: Reader) -> list[tuple[str, Ask]]:
    """Each question in words, and what asks it; ids are those of things that the record holds."""
    return [
        ("show timeline", timeline),
        ("show pages", pages),
        ("show sources", sources),
        *((f"show statements {told}", _asked(statements, sought)) for told, sought in _SPEECH.items()),
        *((f"show people {told}", _who(sought)) for told, sought in _SPEAKERS.items()),
        *((f"show events {told}", _happened(sought)) for told, sought in _EVENTS.items()),
        *((f"show event {told}", _one(id_)) for told, id_ in _some(reader).items()),
        *((f"search {words}", partial(_searched, words)) for words in _WORDS),
        *((f"search --in statements {words}", _asked(statements, Sought(words=words))) for words in _WORDS),
    ]


def bounds(days: Sequence[date]) -> dict[str, Scope]:
    """What narrows every view: nothing, a month, all since or until a day, an outlet."""
    middle = days[len(days) // 2]
    month = middle.isoformat()[:7]
    return {
        "": Scope(),
        f" --since {month} --until {month}": Scope(since=month, until=month),
        f" --since {middle}": Scope(since=middle.isoformat()),
        f" --until {middle}": Scope(until=middle.isoformat()),
        " --outlet": Scope(outlets=(world.outlets()[20].name,)),
    }


def _asked(view: Callable[[Reader, Scope, Sought], object], sought: Sought) -> Ask:
    return lambda reader, scope: view(reader, scope, sought)


def _happened(sought: SoughtEvents) -> Ask:
    return lambda reader, scope: events(reader, scope, sought, HappeningJoiner(reader.rulings(scope)))


def _one(id_: str) -> Ask:
    # One event is shown whatever the days and outlets that are asked for; pages of the first days tell of both.
    return lambda reader, scope: event(reader, Scope(as_of=scope.as_of), id_, HappeningJoiner(reader.rulings(scope)))


def _who(sought: Sought) -> Ask:
    joiner = PeopleJoiner(States(known_states(load_world())), None)
    return lambda reader, scope: people(reader, scope, sought, joiner)


def _some(reader: Reader) -> dict[str, str]:
    """Ids of some events: one that is told again for years, and one of the news of a day."""
    told = events(reader, Scope(limit=1), SoughtEvents(track=Track.AGREEMENT)).rows
    news = events(reader, Scope(limit=1, since=str(world.FIRST_DAY)), SoughtEvents(track=Track.MEETING)).rows
    return {"(of years ago)": told[0].id, "(of a day)": news[0].id}


def _searched(words: str, reader: Reader, scope: Scope) -> object:
    return search(reader, scope, words)


_SPEAKER = world.who_holds(3, 0, "Foreign Minister", world.FIRST_DAY)[0]
_BODY = world.conflict(2).sides[1].bodies[0]
_TOWN = world.conflict(0).towns[0].name
_SPEECH = {
    "": Sought(),
    f"--speaker {_SPEAKER!r}": Sought(speaker=_SPEAKER),
    "--speaker minister": Sought(speaker="minister"),
    "--kind direct": Sought(kind=Kind.DIRECT),
    "--venue briefing": Sought(venue="briefing"),
}
_QUOTED = (SpeakerType.PERSON, SpeakerType.OFFICE, SpeakerType.BODY)
_SPEAKERS = {
    "": Sought(types=_QUOTED),
    f"--speaker {_BODY!r}": Sought(speaker=_BODY, types=_QUOTED),
    "--type person": Sought(types=(SpeakerType.PERSON,)),
}
_EVENTS = {
    "": SoughtEvents(),
    **{f"--track {track}": SoughtEvents(track=track) for track in (Track.VIOLATION, Track.MEETING, Track.AGREEMENT)},
    "--status planned": SoughtEvents(status=Status.PLANNED),
    "--track ceasefire --status denied": SoughtEvents(track=Track.CEASEFIRE, status=Status.DENIED),
    f"--actor {world.conflict(1).sides[0].name}": SoughtEvents(actor=world.conflict(1).sides[0].name),
    f"--place {_TOWN}": SoughtEvents(place=_TOWN),
    "--place Nowhere": SoughtEvents(place="Nowhere"),
    f"--asserted-by {_SPEAKER!r}": SoughtEvents(asserted_by=_SPEAKER),
}
_WORDS = ("railway", _TOWN, f"ceasefire {_TOWN}", '"lists of the missing"', "compens*", "drones -night", "nosuchword")
