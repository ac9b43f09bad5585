"""What is asked of a large record: every command that shows or searches, plainly and with its filters."""

from collections.abc import Iterator, Sequence
from datetime import date

from bench.press import world

Question = tuple[str, ...]
"""The arguments of a command, without those that name the record and the form."""


def questions(days: Sequence[date], events: Sequence[str]) -> list[Question]:
    """A mixed list: each question by itself, and most of them within days or for one outlet as well.

    `days` are those on which the record's pages were published, `events` the ids of some of its events.
    """
    middle = days[len(days) // 2].isoformat()
    bounds: list[Question] = [
        (),
        ("--since", middle[:7], "--until", middle[:7]),
        ("--since", middle),
        ("--until", middle),
        ("--outlet", world.outlets()[20].name),
    ]
    every = list(_questions())
    plain = [
        (*question, *bound) for number, question in enumerate(every) for bound in (bounds[0], _turn(bounds, number))
    ]
    return [*plain, *(("show", "event", id_) for id_ in events)]


def _turn(bounds: Sequence[Question], number: int) -> Question:
    """Each question has another bound, so that every view meets each of them without all being asked of all."""
    return bounds[1 + number % (len(bounds) - 1)]


def _questions() -> Iterator[Question]:
    for view in ("timeline", "pages", "sources", "decisions", "ceasefires", "offices", "places", "people"):
        yield ("show", view)
    yield from (("show", "statements", *narrowed) for narrowed in _statements())
    yield from (("show", "events", *narrowed) for narrowed in _events())
    yield from (("show", "people", *narrowed) for narrowed in (("--speaker", _BODY), ("--type", "person")))
    yield ("show", "places", "--place", _TOWN)
    yield ("show", "offices", "--office", "foreign minister")
    for words in (
        "railway",
        _TOWN,
        f"ceasefire {_TOWN}",
        '"lists of the missing"',
        "compens*",
        "drones -night",
        "nowhere",
    ):
        yield ("search", words)
        yield ("search", words, "--in", "statements")


def _statements() -> Iterator[Question]:
    yield ()
    yield from (("--speaker", who) for who in (_SPEAKER, _BODY, "minister", "Nobody"))
    yield from (("--kind", "direct"), ("--venue", "briefing"), ("--speaker", _SPEAKER, "--kind", "indirect"))


def _events() -> Iterator[Question]:
    yield ()
    yield from (("--track", track) for track in ("violation", "meeting", "agreement", "humanitarian"))
    yield from (("--status", "planned"), ("--track", "ceasefire", "--status", "denied"))
    yield from (("--actor", world.conflict(1).sides[0].name), ("--place", _TOWN), ("--place", "Nowhere"))
    yield ("--by", _SPEAKER)


_SPEAKER = world.who_holds(3, 0, "Foreign Minister", world.FIRST_DAY)[0]
_BODY = world.conflict(2).sides[1].bodies[0]
_TOWN = world.conflict(0).towns[0].name
