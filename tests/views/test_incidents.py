"""Incidents per week and side, over invented mentions."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.resolve.made_events import told
from trucewatch.record.happenings import Happening
from trucewatch.record.mentions import Party, Status, Track
from trucewatch.record.protocols import EventRow
from trucewatch.views.incidents import weeks

NORLAND, SUDLAND = Party("Norland army", "NRL MIL"), Party("Sudland", "SDL")


def hit(day: str | None, page: str, by: str = "outlet", status: Status = Status.HAPPENED, *sides: Party) -> EventRow:
    words = f"A shell hit Orrin, {by} said."
    return told(words, "hit", Track.VIOLATION, day, page=page, by=by, status=status, actors=sides)


def test_an_incident_counts_once_and_is_recorded_where_an_outlet_tells_it_as_a_fact() -> None:
    claimed = hit("2031-06-03", "two", "Anna Keller", Status.ALLEGED, NORLAND)
    recorded = hit("2031-06-03", "one", "outlet", Status.HAPPENED, NORLAND)
    [row] = weeks(
        [Happening((recorded, claimed)), Happening((hit("2031-06-05", "two", "Ada Quell", Status.HAPPENED, NORLAND),))]
    )
    assert (row.week, row.side) == ("2031-06-02", "NRL")
    assert (row.incidents, row.violations, row.recorded, row.claimed, row.denied) == (2, 2, 1, 1, 0)
    assert row.claimants == ("Ada Quell",)
    assert len(row.evidence) == row.mentions == 3


def test_what_is_denied_is_counted_beside_and_what_is_only_denied_is_no_incident() -> None:
    denied = hit("2031-06-03", "one", "Anna Keller", Status.DENIED, NORLAND)
    [row] = weeks([Happening((denied,))])
    assert (row.incidents, row.denied, row.side) == (0, 1, "NRL")
    [both] = weeks([Happening((hit("2031-06-03", "one", "outlet", Status.HAPPENED, NORLAND), denied))])
    assert (both.incidents, both.denied) == (1, 1)


@pytest.mark.parametrize(
    ("day", "week"),
    [
        ("2031-06-02", "2031-06-02"),
        ("2031-06-08", "2031-06-02"),
        ("2031-06-03/2031-06-07", "2031-06-02"),
        ("2031-06-07/2031-06-09", None),
        ("2031-06", None),
        ("2031", None),
        (None, None),
    ],
)
def test_the_week_is_told_only_where_all_days_that_can_be_meant_lie_in_it(day: str | None, week: str | None) -> None:
    assert [row.week for row in weeks([Happening((hit(day, "one"),))])] == [week]


def test_weeks_stand_in_order_and_sides_in_each_and_wishes_are_left_out() -> None:
    rows = weeks(
        Happening((row,))
        for row in (
            hit(None, "one"),
            hit("2031-06-10", "one", "outlet", Status.HAPPENED, SUDLAND),
            hit("2031-06-10", "one", "outlet", Status.HAPPENED, NORLAND),
            hit("2031-06-11", "one", "outlet", Status.HAPPENED, NORLAND, SUDLAND),
            hit("2031-06-03", "one"),
            hit("2031-06-03", "one", "Ada Quell", Status.HYPOTHETICAL, NORLAND),
        )
    )
    assert [(row.week, row.side) for row in rows] == [
        ("2031-06-02", None),
        ("2031-06-09", "NRL"),
        ("2031-06-09", "NRL and SDL"),
        ("2031-06-09", "SDL"),
        (None, None),
    ]


def test_ten_thousand_incidents_in_one_week_are_one_row() -> None:
    [row] = weeks(Happening((hit(f"2031-06-{2 + n % 7:02d}", f"page {n}"),)) for n in range(10_000))
    assert (row.incidents, row.mentions, len(row.evidence)) == (10_000, 10_000, 10_000)


MADE = [
    Happening((hit(f"2031-06-{day:02d}", page, by, Status.HAPPENED, side),))
    for day, page, by, side in (
        (3, "a", "outlet", NORLAND),
        (4, "b", "Ada Quell", NORLAND),
        (12, "c", "outlet", SUDLAND),
    )
]


@settings(max_examples=20)
@given(st.permutations(MADE))
def test_the_order_of_reading_takes_no_part(happenings: list[Happening]) -> None:
    assert weeks(happenings) == weeks(MADE)
