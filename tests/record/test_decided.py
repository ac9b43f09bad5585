"""What decisions come to is a pure function of the log: held against the plainest reading of the rules."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.record.correcting import (
    EVENT_FIELDS,
    STATEMENT_FIELDS,
    corrected_event,
    corrected_statement,
    maker,
    parties,
)
from trucewatch.record.decided import OnPage, decided_events, in_force, overruled, undone_by
from trucewatch.record.ids import PageId, TextId
from trucewatch.record.kept import Decision, DecisionKind, Stands, Thing
from trucewatch.record.mentions import (
    Attribution,
    EventMention,
    EventPlace,
    Kind,
    Party,
    Quantity,
    Relation,
    Speaker,
    SpeakerGrounds,
    SpeakerType,
    Statement,
    Status,
    Track,
)
from trucewatch.record.spans import Range

PAGE, TEXT = PageId("a" * 32), TextId("b" * 32)
ON = OnPage(PAGE, TEXT, 1000)


def an_event(at: int, rule: str = "made") -> EventMention:
    return EventMention(
        TEXT,
        Range(at, at + 3),
        Range(0, 1000),
        "ASSAULT",
        None,
        None,
        Track.VIOLATION,
        Status.HAPPENED,
        None,
        "outlet",
        rule,
        place=EventPlace("Orrin", 1.0, 2.0, "exact"),
    )


def a_statement() -> Statement:
    found = Attribution(TEXT, None, (), (Range(3, 9),), Kind.DIRECT)
    speaker = Speaker("Lea Orr", SpeakerType.PERSON, SpeakerGrounds.NAMED, "envoy", "the ministry", "Norland")
    return Statement(found, Range(0, 20), speaker)


EVENTS = tuple(an_event(at) for at in (0, 10, 20))


def decide(kind: DecisionKind, number: int, on: str, **fields: str | None) -> Decision:
    at = f"2031-05-01T00:00:{number:02}Z"
    return Decision(kind, (on,), "ada", at, "so", tuple(fields.items()), thing=Thing.EVENT, pages=(PAGE,))


KINDS = st.sampled_from([DecisionKind.CONFIRM, DecisionKind.CORRECT, DecisionKind.REJECT, DecisionKind.UNDO])


@st.composite
def logs(draw: st.DrawFn) -> list[Decision]:
    """Logs of decisions on three events and undos of whatever came before, undone or not."""
    log: list[Decision] = []
    for number in range(draw(st.integers(0, 14))):
        kind = draw(KINDS)
        if kind is DecisionKind.UNDO and log:
            log.append(decide(kind, number, draw(st.sampled_from(log)).id))
        elif kind is not DecisionKind.UNDO:
            event = draw(st.sampled_from(EVENTS))
            days = {"date": f"2031-05-{draw(st.integers(1, 9)):02}"} if kind is DecisionKind.CORRECT else {}
            log.append(decide(kind, number, event.id(PAGE), **days))
    return log


def plainly_in_force(log: Sequence[Decision], decision: Decision) -> bool:
    return not any(
        u.kind is DecisionKind.UNDO and decision.id in u.on and plainly_in_force(log, u)
        for u in log
        if u.at > decision.at
    )


@given(logs())
def test_what_is_in_force_is_what_no_undo_in_force_takes_back(log: list[Decision]) -> None:
    assert in_force(log) == [d for d in log if d.kind is not DecisionKind.UNDO and plainly_in_force(log, d)]
    undone = undone_by(log)
    assert set(undone) == {d.id for d in log if not plainly_in_force(log, d)}


@given(logs())
def test_every_found_event_keeps_its_place_and_at_most_one_row_of_an_id_is_shown(log: list[Decision]) -> None:
    rows = decided_events(ON, EVENTS, in_force(log))
    assert [r.mention for r in rows[: len(EVENTS)]] == list(EVENTS)
    hidden = (Stands.REPLACED, Stands.REJECTED)
    shown = [r.mention.id(PAGE) for r in rows if r.stands not in hidden]
    assert len(shown) == len(set(shown))
    for event in EVENTS:
        last = [d for d in in_force(log) if d.on == (event.id(PAGE),)][-1:]
        assert (event.id(PAGE) in shown) is not any(d.kind is DecisionKind.REJECT for d in last)


@given(logs())
def test_an_undo_at_the_end_leaves_what_there_was_before(log: list[Decision]) -> None:
    before = decided_events(ON, EVENTS, in_force(log))
    rejected = decide(DecisionKind.REJECT, 50, EVENTS[0].id(PAGE))
    undo = decide(DecisionKind.UNDO, 51, rejected.id)
    again = decide(DecisionKind.UNDO, 52, undo.id)
    assert decided_events(ON, EVENTS, in_force([*log, rejected, undo])) == before
    assert decided_events(ON, EVENTS, in_force([*log, rejected, undo, again])) == decided_events(
        ON, EVENTS, in_force([*log, rejected])
    )


@given(logs())
def test_what_is_overruled_could_be_left_out(log: list[Decision]) -> None:
    left = in_force(log)
    gone = overruled(left)
    kept = [d for d in left if d.id not in gone]
    # A rejection between a correction and a later confirmation changes nothing in the end, and so on.
    assert decided_events(ON, EVENTS, kept) == decided_events(ON, EVENTS, left)


@pytest.mark.parametrize("field", [*EVENT_FIELDS])
def test_every_field_of_an_event_can_be_set_and_is_refused_where_it_cannot_be(field: str) -> None:
    values = {
        "track": "meeting",
        "status": "denied",
        "date": "2031-05-01/2031-05-03",
        "place": "Velmar",
        "latitude": "41.5",
        "longitude": "-3",
        "category": "consult",
        "background": "yes",
        "quantities": "at least 40 shell of the army; 3 soldier",
    }
    event = corrected_event(an_event(0), [(field, values.get(field, "Sudland (SDL GOV); a post"))], "ada")
    assert event != an_event(0)
    assert event.maker == maker("ada")
    wrong = {"track", "status", "date", "latitude", "longitude", "category", "background", "quantities"}
    if field in wrong:
        with pytest.raises(ValueError, match=field):
            corrected_event(an_event(0), [(field, "zyx")], "ada")


def test_values_mean_what_they_say() -> None:
    told = [("actors", "Norland army (NRL MIL); a post; ; (x)"), ("quantities", "about 1,200 refugee; 2.5 km of road")]
    event = corrected_event(an_event(0), told, "ada")
    assert event.actors == (Party("Norland army", "NRL MIL"), Party("a post"), Party("(x)"))
    assert event.quantities == (
        Quantity(1200.0, Relation.ABOUT, "refugee"),
        Quantity(2.5, Relation.EXACT, "km", "road"),
    )
    assert parties(None) == ()
    elsewhere = corrected_event(an_event(0), [("longitude", "3"), ("latitude", "2"), ("place", "Velmar")], "ada")
    assert elsewhere.place == EventPlace("Velmar", 2.0, 3.0, "exact"), "whatever the order they are given in"
    assert corrected_event(an_event(0), [("place", "Velmar")], "ada").place == EventPlace("Velmar")
    assert corrected_event(an_event(0), [("place", None), ("date", None)], "ada").place is None


@pytest.mark.parametrize("field", [*STATEMENT_FIELDS])
def test_every_field_of_a_statement_can_be_set(field: str) -> None:
    values = {"speaker_type": "office", "kind": "indirect", "said_on": "2031-05"}
    statement = corrected_statement(a_statement(), [(field, values.get(field, "Zed"))], "ada")
    assert statement != a_statement()
    assert statement.id(PAGE) == a_statement().id(PAGE)


def test_another_speaker_does_not_keep_the_office_of_the_first() -> None:
    other = corrected_statement(a_statement(), [("office", "aide"), ("speaker", "Zed")], "ada").speaker
    assert other == Speaker("Zed", SpeakerType.PERSON, SpeakerGrounds.REVIEWED, "aide")
    nobody = corrected_statement(a_statement(), [("speaker", None)], "ada")
    assert nobody.speaker is None
    with pytest.raises(ValueError, match="set speaker as well"):
        corrected_statement(replace(a_statement(), speaker=None), [("office", "aide")], "ada")
