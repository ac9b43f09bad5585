"""Accounts that differ, in invented sentences: one case and one counter-case for each way of differing."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.resolve.contests.made import said
from tests.resolve.made_events import told
from trucewatch.record.contested import Contest, Difference
from trucewatch.record.happenings import Happening
from trucewatch.record.mentions import Party, Quantity, Relation, Status, Track
from trucewatch.record.protocols import EventRow, StatementRow
from trucewatch.resolve.contests import ContestRegister

NORLAND, SUDLAND = Party("Norland", "NRL"), Party("Sudland", "SDL")


def found(*happenings: Sequence[EventRow], spoken: Sequence[StatementRow] = ()) -> list[Contest]:
    return ContestRegister().contests([Happening(tuple(rows)) for rows in happenings], spoken)


def differing(contests: Sequence[Contest]) -> list[tuple[str, list[tuple[str, str]]]]:
    return [(c.difference.value, [(claim.by, claim.differs) for claim in c.claims]) for c in contests]


def figure(value: float, relation: Relation = Relation.EXACT, unit: str = "soldier") -> tuple[Quantity, ...]:
    return (Quantity(value, relation, unit),)


def killed(count: Quantity, page: str, by: str = "outlet") -> EventRow:
    words = f"{by} put the number of soldiers killed at Orrin at {count.value:g}."
    return told(words, "killed", Track.FIGHTING, "2031-06-02", page=page, by=by, quantities=(count,))


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        (figure(12), figure(40), True),
        (figure(12), figure(12), False),
        (figure(20, Relation.AT_LEAST), figure(25), False),
        (figure(20, Relation.AT_LEAST), figure(15), True),
        (figure(50, Relation.AT_MOST), figure(60), True),
        (figure(100, Relation.ABOUT), figure(103), False),
        (figure(24, Relation.AT_LEAST), figure(60, Relation.AT_MOST), False),
        (figure(12), figure(40, unit="civilian"), False),
    ],
)
def test_figures_differ_where_no_number_satisfies_both(
    one: tuple[Quantity, ...], other: tuple[Quantity, ...], differ: bool
) -> None:
    contests = found([killed(one[0], "one"), killed(other[0], "two", by="Anna Keller")])
    assert [c.difference for c in contests] == ([Difference.HOW_MANY] if differ else [])


def test_a_range_on_one_side_is_compared_with_no_figure() -> None:
    """A range is two figures of one unit: which of them another account would contradict is not known."""
    words = "Between 10 and 20 soldiers were killed at Orrin."
    both = (*figure(10, Relation.AT_LEAST), *figure(20, Relation.AT_MOST))
    range_ = told(words, "killed", Track.FIGHTING, "2031-06-02", quantities=both)
    assert found([range_, killed(figure(40)[0], "two", by="Anna Keller")]) == []


def test_what_one_tells_and_another_denies_is_lined_up_though_it_did_not_join() -> None:
    goes_on = told(
        "The return of the captured drivers is under way, Ada Quell said.",
        "return of the captured drivers",
        Track.HUMANITARIAN,
        by="Ada Quell",
        status=Status.ONGOING,
    )
    not_begun = told(
        "The return of drivers captured in May has not begun.",
        "return of drivers captured",
        Track.HUMANITARIAN,
        status=Status.DENIED,
        at=400,
    )
    [contest] = found([goes_on], [not_begun])
    assert contest.difference is Difference.WHETHER
    assert [claim.evidence.quote for claim in contest.claims] == [goes_on.sentence, not_begun.sentence]


@pytest.mark.parametrize("words", ["could not be returned for ever", "should not be returned"])
def test_what_could_or_should_not_be_is_no_denial(words: str) -> None:
    told_so = told("The captured drivers were returned.", "captured drivers were returned", Track.HUMANITARIAN)
    could_not = told(
        f"Ada Quell said that the captured drivers {words}.",
        f"captured drivers {words.split(' for')[0]}",
        Track.HUMANITARIAN,
        by="Ada Quell",
        status=Status.DENIED,
        at=200,
    )
    assert found([told_so], [could_not]) == []


def test_a_wish_or_plan_contradicts_nothing() -> None:
    planned = told(
        "The captured drivers will be returned.", "captured drivers", Track.HUMANITARIAN, status=Status.PLANNED
    )
    denied = told(
        "No captured drivers came back.",
        "captured drivers",
        Track.HUMANITARIAN,
        status=Status.DENIED,
        by="Ada Quell",
        at=99,
    )
    assert found([planned], [denied]) == []


def test_each_blames_the_other() -> None:
    one = told(
        "Norland said that Sudland shelled Orrin.",
        "shelled",
        Track.VIOLATION,
        "2031-06-02",
        by="Norland",
        status=Status.ALLEGED,
        actors=(SUDLAND,),
        recipients=(NORLAND,),
    )
    other = told(
        "Sudland said that Norland fired first.",
        "fired",
        Track.VIOLATION,
        "2031-06-02",
        by="Sudland",
        status=Status.ALLEGED,
        actors=(NORLAND,),
        recipients=(SUDLAND,),
        at=60,
    )
    assert differing(found([one], [other])) == [("who", [("Norland", "Sudland"), ("Sudland", "Norland")])]


def test_two_days_of_one_event_and_the_only_incident_on_another_day() -> None:
    one = told("A shell hit Orrin on June 2.", "hit", Track.FIGHTING, "2031-06-02", page="one")
    other = told("A shell hit Orrin on June 3.", "hit", Track.FIGHTING, "2031-06-03", page="two")
    [(difference, days)] = differing(found([one, other]))
    assert (difference, sorted(days)) == ("when", [("outlet", "2031-06-02"), ("outlet", "2031-06-03")])
    only = told(
        "The only breach was seen on June 4, Ada Quell said.", "breach", Track.VIOLATION, "2031-06-04", by="Ada Quell"
    )
    near = told("On June 2 a breach was seen at Pell.", "breach", Track.VIOLATION, "2031-06-02", at=90)
    assert [c.difference for c in found([only], [near])] == [Difference.WHEN]
    second = told(
        "A breach was seen on June 4, Ada Quell said.", "breach", Track.VIOLATION, "2031-06-04", by="Ada Quell"
    )
    assert found([second], [near]) == []


def test_words_that_take_sides_by_two_voices_beside_each_other() -> None:
    breach = told("A breach of the truce was seen at Pell.", "breach of the truce", Track.VIOLATION)
    operation = told(
        "Sudhaven spoke of a policing operation.",
        "operation",
        Track.FIGHTING,
        by="Sudland",
        at=len(breach.sentence) + 1,
    )
    assert differing(found([breach], [operation])) == [
        ("name", [("outlet", "breach of the truce"), ("Sudland", "operation")])
    ]
    of_the_year = told(breach.sentence, "breach of the truce", Track.VIOLATION, "2031")
    assert found([of_the_year], [operation]) == []
    clash = told("A clash was seen at Pell.", "clash", Track.FIGHTING)
    assert found([clash], [operation]) == []


def test_a_denial_stands_beside_the_demand_that_it_answers_and_the_denial_of_another() -> None:
    demand = told(
        "“Sudland must withdraw the hired gunmen from Orrin,” Ada Quell said.",
        "must withdraw",
        Track.DEMAND,
        by="Ada Quell",
        status=Status.CALLED_FOR,
    )
    denial = told(
        "Sudhaven has denied sending gunmen to Orrin.",
        "denied",
        Track.DENIAL,
        status=Status.DENIED,
        actors=(Party("Sudhaven", "SDL GOV"),),
        at=100,
    )
    also = told(
        "Estmark also denies any such presence.",
        "denies",
        Track.DENIAL,
        status=Status.DENIED,
        actors=(Party("Estmark", "EST"),),
        at=101 + len(denial.sentence),
    )
    [contest] = found([demand], [denial], [also])
    assert contest.difference is Difference.WHETHER
    assert [claim.by for claim in contest.claims] == ["Ada Quell", "Sudhaven", "Estmark"]


def test_a_denial_that_answers_nothing_on_its_page_is_not_contested() -> None:
    denial = told("Sudhaven denied the charge.", "denied", Track.DENIAL, status=Status.DENIED, actors=(SUDLAND,))
    assert found([denial]) == []


def test_one_holds_an_accord_for_kept_and_another_complains() -> None:
    content = told(
        "“The truce has been observed,” Ada Quell said.",
        "observed",
        Track.CEASEFIRE,
        by="Ada Quell",
        status=Status.ONGOING,
    )
    complaint = told(
        "“Prisoners are beaten,” Anna Keller said.",
        "beaten",
        Track.ACCUSATION,
        by="Anna Keller",
        status=Status.ALLEGED,
        category="ASSAULT",
        at=80,
    )
    assert [c.difference for c in found([content], [complaint])] == [Difference.KEPT]
    own = told(complaint.sentence, "beaten", Track.ACCUSATION, by="Ada Quell", category="ASSAULT", at=80)
    assert found([content], [own]) == []


def test_two_causes_of_the_fighting_are_lined_up_and_one_is_not() -> None:
    war = told("The cause of the war was a toll, Ada Quell said.", "war", Track.FIGHTING, by="Ada Quell")
    first = said(war.sentence, "Ada Quell")
    again = told("A raid by Norland had triggered the war, she added.", "war", Track.FIGHTING, by="Ada Quell", at=100)
    second = said(again.sentence, "Ada Quell", at=100)
    assert [c.difference for c in found([war], [again], spoken=[first, second])] == [Difference.CAUSE]
    assert found([war], [again], spoken=[first]) == []


def test_what_the_fighting_began_with_is_compared_across_pages() -> None:
    one = told(
        "The war over the Orrin district broke out in 2019 after Norland closed the Orrin bridge.",
        "broke out",
        Track.FIGHTING,
        "2019",
    )
    other = told(
        "The war over the Orrin district began in 2019 when Sudland sent troops across the Pell.",
        "war",
        Track.FIGHTING,
        "2019",
        page="two",
    )
    [contest] = found([one], [other])
    assert contest.difference is Difference.CAUSE
    assert {claim.differs for claim in contest.claims} == {
        "after Norland closed the Orrin bridge",
        "when Sudland sent troops across the Pell",
    }


ROWS = [
    killed(figure(12)[0], "one"),
    killed(figure(40)[0], "two", by="Anna Keller"),
    killed(figure(15)[0], "three", by="Ada Quell"),
]


@settings(max_examples=20)
@given(st.permutations(ROWS))
def test_the_order_of_reading_takes_no_part(rows: list[EventRow]) -> None:
    assert found(rows) == found(ROWS)


def test_no_account_stands_twice_and_every_passage_holds_what_it_says() -> None:
    [contest] = found(ROWS)
    spots = [(claim.by, claim.evidence) for claim in contest.claims]
    assert len(spots) == len(set(spots)) == 3
    assert all(claim.says in claim.evidence.quote for claim in contest.claims)


def test_ten_thousand_accounts_of_one_week_end_soon() -> None:
    rows = [killed(figure(n % 7)[0], f"page {n}") for n in range(10_000)]
    [contest] = found(rows)
    assert contest.difference is Difference.HOW_MANY
    assert len(contest.claims) <= 40
