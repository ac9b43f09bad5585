"""Offices with their holders over time, and who held one on a day."""

import pytest

from tests.resolve.entities.made import STATES, MadeRecord
from trucewatch.dossiers.dossier import parse_dossier
from trucewatch.record.entities import Profile
from trucewatch.record.mentions import SpeakerType
from trucewatch.record.sightings import SightedOffice
from trucewatch.resolve import PeopleJoiner

NORWAY = ("foreign minister", "norway")
DOSSIER = """
name: hills
title: The hills
actors:
  - {name: Norway, kind: state, code: NOR, people: [Norwegian]}
  - {name: Dara Keth, kind: person, of: Norway}
offices:
  - title: foreign minister
    of: Norway
    names: [top diplomat]
    holders:
      - {who: Anna Keller, since: 2030-01-10, until: 2031-05-04}
      - {who: Dara Keth, since: 2031-05-10, until: 2032}
"""


def made() -> MadeRecord:
    """Two foreign ministers, one after the other, and who was it before."""
    record = MadeRecord()
    record.page("a", "2031-03-01", "Anna Keller/Foreign Minister/Norway")
    affairs = "Norway's minister of foreign affairs"
    record.page("b", "2031-05-01", f"Anna Keller/{affairs}/Norway", "Jon Orr/president/Norway")
    former = "Anna Keller/former foreign minister/Norway"
    record.page("c", "2031-07-01", "Dara Keth/Norwegian Foreign Minister/", former)
    record.page("d", None, "Dara Keth/foreign minister/Norway")
    record.page("e", "2031-07-02", "Ivo Marr/deputy foreign minister/Norway", "Lea Orr/foreign minister/Sweden")
    return record


def test_titles_of_one_office_meet_and_a_change_begins_a_new_term() -> None:
    book = made().book()
    [keller, keth] = book.terms([NORWAY])
    assert (keller.holder, keller.since, keller.until) == ("Anna Keller", "2031-03-01", "2031-05-01")
    assert (keth.holder, keth.since, keth.until, keth.of) == ("Dara Keth", "2031-07-01", "2031-07-01", "Norway")
    assert keller.titles == ("Foreign Minister", "Norway's minister of foreign affairs")
    assert {("president", "norway"), ("deputy foreign minister", "norway"), ("foreign minister", "sweden")} <= set(
        book.ranked()
    )


@pytest.mark.parametrize(
    ("day", "holder"),
    [
        ("2031-03-01", "Anna Keller"),
        ("2031-04-11", "Anna Keller"),
        ("2030-12-01", "Anna Keller"),
        ("2030-06-01", None),
        ("2031-06-01", None),
        ("2031-07-01", "Dara Keth"),
        ("2031-12-01", "Dara Keth"),
        ("2032-12-01", None),
    ],
)
def test_pages_name_the_holder_of_a_day_and_never_across_a_change(day: str, holder: str | None) -> None:
    found = made().book().holder(NORWAY, day)
    assert (found.name if found else None) == holder


def test_two_holders_on_one_day_leave_it_open() -> None:
    record = made().page("f", "2031-05-01", "Mira Dal/foreign minister/Norway")
    book = record.book()
    assert book.holder(NORWAY, "2031-05-01") is None
    assert book.holder(NORWAY, "2031-04-01") is None


@pytest.mark.parametrize(
    ("day", "holder"),
    [
        ("2030-02-01", "Anna Keller"),
        ("2031-05-06", None),
        ("2031-06-01", "Dara Keth"),
        ("2029-06-01", None),
        ("2031-05-04", "Anna Keller"),
    ],
)
def test_the_dossier_has_the_word_on_the_days_that_it_covers(day: str, holder: str | None) -> None:
    joiner = PeopleJoiner(STATES, parse_dossier(DOSSIER, "hills.yaml"))
    found = made().book(joiner).holder(NORWAY, day)
    assert (found.name if found else None) == holder


def test_a_term_of_the_dossier_stands_where_a_page_of_its_time_names_the_holder() -> None:
    joiner = PeopleJoiner(STATES, parse_dossier(DOSSIER, "hills.yaml"))
    terms = made().book(joiner).terms([NORWAY])
    assert [(t.holder, t.since, t.until, t.grounds) for t in terms] == [
        ("Anna Keller", "2030-01-10", "2031-05-04", "dossier"),
        ("Dara Keth", "2031-05-10", "2032", "dossier"),
    ]
    assert [len(t.seen) for t in terms] == [2, 2], "an undated page goes with the term of its holder"


@pytest.mark.parametrize(
    ("title", "of", "office"),
    [
        ("Foreign Minister", "Norway", NORWAY),
        ("Norwegian foreign minister", None, NORWAY),
        ("the Norwegian minister of foreign affairs", None, NORWAY),
        ("foreign secretary of Norway", "Norway", NORWAY),
        ("former Norwegian foreign minister", None, None),
        ("deputy foreign minister", "Norway", None),
        ("foreign minister", None, None),
        ("spokesman", "Norway", None),
        ("Norwegian counterpart", None, None),
    ],
)
def test_which_office_speaks(title: str, of: str | None, office: tuple[str, str] | None) -> None:
    speaker = Profile(1, title, SpeakerType.OFFICE, (SightedOffice(title, of),))
    assert made().book().office(speaker) == office
