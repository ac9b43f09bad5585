"""What is told on several invented pages: which of it is one happening, and which is kept apart."""

from dataclasses import replace

import pytest

from tests.resolve.happenings.telling import Memory, Saying, Told, happenings, joined, near, one, told
from trucewatch.record.happenings import mention_of
from trucewatch.record.joined import Rulings
from trucewatch.record.mentions import Status, Track
from trucewatch.record.protocols import Scope
from trucewatch.resolve.happenings import HappeningJoiner

SHELLED = Saying(
    "Norland artillery [shelled] the village of Orrin on Tuesday.", date="2031-05-06", actors=("NRL",), place="Orrin"
)
SHELLING = Saying(
    "The [shelling] of Orrin by Norland went on until noon.", date="2031-05-06", actors=("NRL",), place="Orrin"
)
SIGNED = Saying(
    "The presidents of Norland and Velmar [signed] a joint statement late on 9 May.",
    Track.AGREEMENT,
    date="2031-05-09",
    actors=("NRL", "VLM"),
)
BROKE_OUT = Saying("War between Norland and Velmar [broke out] on 2 March.", Track.FIGHTING, date="2031-03-02")
WAR_BEGUN = Saying(
    "Keller spoke of the Orrin [war] that broke out on 2 March in Velmar.", Track.FIGHTING, date="2031-03-02"
)
WAR_OVER = Saying("The statement stopped the [war] in Velmar on 10 May.", Track.FIGHTING, date="2031-05-10")
KEEPERS = Saying(
    "Halvern peacekeepers would be [deployed] to the Orrin valley.",
    Track.DEPLOYMENT,
    Status.PLANNED,
    actors=("Halvern peacekeepers=HLV MIL",),
    status_words="would",
)
KEEPERS_PROMISED = replace(KEEPERS, category="AGREE", mode=None)
"""As the codebook has what will be: a promise, whose mode is none of sending."""
KEEPERS_THERE = replace(
    KEEPERS,
    sentence="Halvern peacekeepers [deployed] in Orrin guard the road.",
    status=Status.ONGOING,
    status_words=None,
)


def page(name: str, published: str | None, *sayings: Saying) -> Told:
    return told(name, published, *sayings)


# -- what is one ----------------------------------------------------------------------------------


def test_one_day_one_place_one_side_is_one_happening() -> None:
    assert one(page("a", "2031-05-07", SHELLED), page("b", "2031-05-08", SHELLING))


def test_an_agreement_signed_late_and_dated_early_is_one() -> None:
    night = replace(
        SIGNED, sentence="On the night of 10 May, Norland and Velmar [signed] a joint statement.", date="2031-05-10"
    )
    assert one(page("a", "2031-05-11", SIGNED), page("b", "2031-06-30", night))


def test_the_outbreak_of_a_war_is_told_as_a_day_and_as_a_war_of_that_day() -> None:
    assert one(page("a", "2031-06-01", BROKE_OUT), page("b", "2031-07-01", WAR_BEGUN))


def test_a_war_known_by_its_end_is_that_of_the_page_known_by_its_beginning() -> None:
    assert one(page("a", "2031-06-01", BROKE_OUT), page("b", "2031-07-01", WAR_OVER, WAR_BEGUN))


def test_a_truce_takes_effect_in_two_wordings() -> None:
    effect = Saying("A ceasefire in the Orrin valley [took effect] on 10 May.", Track.CEASEFIRE, date="2031-05-10")
    stopped = replace(effect, sentence="A truce [stopped] the war in the Orrin valley on 10 May.")
    assert one(page("a", "2031-05-11", effect), page("b", "2031-06-11", stopped))


def test_peacekeepers_planned_and_in_place_are_one_deployment() -> None:
    assert one(page("a", "2031-06-30", KEEPERS), page("b", "2031-06-07", KEEPERS_THERE))


@pytest.mark.parametrize("of_promise", [None, "Orrin Statement"])
@pytest.mark.parametrize("of_presence", [None, "Orrin Statement"])
def test_a_deployment_promised_and_done_is_one_whatever_is_known_of_either(
    of_promise: str | None, of_presence: str | None
) -> None:
    promised, done = replace(KEEPERS_PROMISED, known=of_promise), replace(KEEPERS_THERE, known=of_presence)
    pages = page("a", "2031-06-30", promised), page("b", "2031-06-07", done)
    assert one(*pages)
    memory = Memory(pages)
    for row in memory.rows:
        (found,) = HappeningJoiner().happenings([row], memory, Scope())
        assert len(found.mentions) == 2, "found from either side"


def test_a_withdrawal_that_is_promised_is_no_deployment() -> None:
    leave = replace(
        KEEPERS_PROMISED,
        sentence="Halvern peacekeepers, deployed to the Orrin valley, would be [withdrawn].",
        known=None,
    )
    assert not one(page("a", "2031-06-30", leave), page("b", "2031-06-07", KEEPERS_THERE))


def test_a_known_agreement_is_one_under_any_date() -> None:
    early = replace(
        SIGNED, known="Orrin Statement", date="2031-05-09", sentence="The [statement] was signed.", actors=()
    )
    later = replace(early, date=None, sentence="Under the Orrin [agreement] both armies stay where they are.")
    assert one(page("a", "2031-05-11", early), page("b", "2031-09-11", later))


def test_news_without_a_date_is_one_on_pages_of_one_day() -> None:
    freed = Saying(
        "Velmar [freed] 32 prisoners in Orrin.",
        Track.HUMANITARIAN,
        actors=("VLM",),
        place="Orrin",
        figure=(32, "prisoner"),
    )
    again = replace(freed, sentence="In Orrin 32 prisoners were [freed] by Velmar, officials said.")
    assert one(page("a", "2031-05-07", freed), page("b", "2031-05-07", again))
    assert not one(page("a", "2031-05-07", freed), page("b", "2031-05-29", again))


def test_denial_and_claim_of_one_attack_stand_in_one_happening() -> None:
    denied = replace(SHELLED, sentence="Norland denied the [shelling] of Orrin on Tuesday.", status=Status.DENIED)
    assert one(page("a", "2031-05-07", SHELLED), page("b", "2031-05-07", denied))


# -- what is kept apart ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "other",
    [
        replace(SHELLED, date="2031-05-07"),
        replace(
            SHELLED, place=("Pell", 48.0, 9.0), sentence="Norland artillery [shelled] the village of Pell on Tuesday."
        ),
        replace(SHELLED, place="Upper Norn", sentence="Norland artillery [shelled] Upper Norn on Tuesday."),
        replace(SHELLED, actors=("ASM",), sentence="Ashmere [shelled] Orrin on Tuesday."),
        replace(SHELLED, status=Status.CALLED_FOR),
        replace(SHELLED, status=Status.HYPOTHETICAL),
    ],
)
def test_what_contradicts_is_kept_apart(other: Saying) -> None:
    mine = replace(SHELLED, place=("Orrin", 41.5, 44.25)) if isinstance(other.place, tuple) else SHELLED
    mine = replace(mine, place="Lower Norn") if other.place == "Upper Norn" else mine
    assert not one(page("a", "2031-05-08", mine), page("b", "2031-05-08", other))


def test_an_earlier_clash_is_not_the_war_that_came_later() -> None:
    clash = Saying("The July [clashes] between Norland and Velmar ended in a truce.", Track.FIGHTING, date="2030-07")
    assert not one(page("a", "2030-08-01", clash), page("b", "2031-06-01", BROKE_OUT))


@pytest.mark.parametrize("other", ["1994", "2031-07-16", "2030"])
def test_truces_of_other_days_are_others_though_one_mediator_made_both(other: str) -> None:
    truce = Saying(
        "The Halvern-[brokered ceasefire] between Norland and Velmar held.", Track.CEASEFIRE, date="2031-05-10"
    )
    assert not one(page("a", "2031-09-11", truce), page("b", "2031-09-12", replace(truce, date=other)))


def test_a_mediation_told_four_times_is_no_meeting() -> None:
    effort = Saying(
        "Halvern went on with its [mediation] between Norland and Velmar.",
        Track.MEETING,
        mode="third-party",
        actors=("HLV",),
    )
    pages = [page(str(n), f"2031-05-0{n}", effort) for n in range(1, 5)]
    assert len(happenings(pages)) == 4


def test_a_truce_signed_in_force_and_kept_are_three_sides() -> None:
    common = Saying("", Track.CEASEFIRE, date="2031-05-10", actors=("NRL", "VLM"), known="Orrin Statement")
    sayings = [
        replace(common, sentence=f"Norland and Velmar spoke of Orrin: the truce was [{word}].")
        for word in ("signed", "stopped", "observed")
    ]
    assert len(happenings([page(str(n), "2031-05-11", s) for n, s in enumerate(sayings)])) == 3


def test_a_withdrawal_demanded_is_not_a_withdrawal_long_done() -> None:
    left = Saying(
        "Velmar announced its [withdrawal] from the union in 1988.", Track.DEPLOYMENT, date="1988", mode="withdraw"
    )
    wanted = Saying(
        "Norland must [withdraw] its troops from Velmar.", Track.DEPLOYMENT, Status.CALLED_FOR, mode="withdraw"
    )
    assert not one(page("a", "2031-05-11", left), page("b", "2031-05-11", wanted))


def test_two_rounds_of_talks_are_two() -> None:
    first = Saying(
        "The first round of [talks] between Norland and Velmar was held.",
        Track.MEETING,
        date="2031-05",
        actors=("NRL", "VLM"),
    )
    second = replace(first, sentence="The second round of [talks] between Norland and Velmar was held.")
    assert not one(page("a", "2031-05-30", first), page("b", "2031-05-30", second))


def test_a_plan_for_later_is_not_what_was_done_before() -> None:
    done = Saying(
        "Norland and Velmar [exchanged] prisoners in Orrin.", Track.HUMANITARIAN, actors=("NRL", "VLM"), date="2031-05"
    )
    plan = replace(done, status=Status.PLANNED, sentence="Norland and Velmar will [exchange] prisoners in Orrin.")
    assert not one(page("a", "2031-05-20", done), page("b", "2031-06-20", plan))


def test_the_same_text_under_two_dates_is_kept_apart_where_its_days_differ() -> None:
    first = Told("a", "2031-05-07", (SHELLED,), text="one")
    second = Told("b", "2031-05-14", (replace(SHELLED, date="2031-05-13"),), text="one")
    assert len(happenings([first, second])) == 2


def test_a_correction_stays_beside_what_it_corrects() -> None:
    wrong = Saying(
        "At least 13 people were [killed] in Upper Norn.",
        Track.FIGHTING,
        date="2031-05-06",
        mode="explosives",
        place="Upper Norn",
    )
    right = replace(
        wrong, sentence="Three people were [killed] in Lower Norn, not 13 in Upper Norn.", place="Lower Norn"
    )
    found = happenings([page("a", "2031-05-07", wrong), page("b", "2031-05-08", right)])
    assert len(found) == 2


# -- what is vague --------------------------------------------------------------------------------


def test_a_vague_mention_joins_where_one_fits_and_stays_alone_where_two_do() -> None:
    day = Saying(
        "Norland [attacked] Orrin in Velmar on 6 May.",
        date="2031-05-06",
        actors=("NRL",),
        place="Orrin",
        mode="offensive",
    )
    month = Saying(
        "Norland [attacked] Orrin in Velmar in May.", date="2031-05", actors=("NRL",), place="Orrin", mode="offensive"
    )
    other = replace(day, date="2031-05-21", sentence="Norland [attacked] Orrin in Velmar on 21 May.")
    assert len(happenings([page("a", "2031-05-30", day), page("b", "2031-06-30", month)])) == 1
    assert (
        len(happenings([page("a", "2031-05-30", day), page("b", "2031-06-30", month), page("c", "2031-05-30", other)]))
        == 3
    )


@pytest.mark.parametrize("published", [None, "2031-12-01", "2040-01-01"])
def test_what_is_told_of_a_year_is_found_from_either_side(published: str | None) -> None:
    year = replace(SIGNED, date="2031", sentence="The presidents of Norland and Velmar [signed] a joint statement.")
    memory = Memory((page("a", "2031-05-10", SIGNED), page("b", published, year)))
    for row in memory.rows:
        (found,) = HappeningJoiner().happenings([row], memory, Scope())
        assert len(found.mentions) == 2


def test_years_never_bring_two_days_together() -> None:
    pages = [page(str(n), "2031-12-01", replace(BROKE_OUT, date=f"2031-0{n}-02")) for n in range(1, 6)]
    pages.append(page("year", "2032-01-01", replace(BROKE_OUT, date="2031")))
    assert len(happenings(pages)) == 6


def test_what_comes_near_is_shown_and_not_joined() -> None:
    bare = Saying("Monitors counted a [violation] along the line on Tuesday.", date="2031-05-06")
    far = replace(bare, sentence="On Tuesday there was another [violation], an officer said.")
    assert near(page("a", "2031-05-07", bare), page("b", "2031-05-20", far))


def test_what_a_reviewer_ruled_apart_is_not_shown_again_as_near() -> None:
    bare = Saying("Monitors counted a [violation] along the line on Tuesday.", date="2031-05-06")
    far = replace(bare, sentence="On Tuesday there was another [violation], an officer said.")
    pages = page("a", "2031-05-07", bare), page("b", "2031-05-20", far)
    first, second = sorted(mention_of(row) for p in pages for row in p.rows())
    joiner = HappeningJoiner(Rulings(apart=((first, second),)))
    assert [h.near for h in happenings(pages, joiner=joiner)] == [(), ()]


def test_a_mention_ruled_apart_from_one_of_a_happening_is_not_near_to_its_others() -> None:
    bare = Saying("Monitors counted a [violation] along the line on Tuesday.", date="2031-05-06")
    far = replace(bare, sentence="On Tuesday there was another [violation], an officer said.")
    pages = page("a", "2031-05-07", bare), page("b", "2031-05-07", bare), page("c", "2031-05-20", far)
    one_, _, other = (mention_of(row) for p in pages for row in p.rows())
    before = happenings(pages)
    assert {len(h.mentions): len(h.near) for h in before} == {2: 2, 1: 2}
    ruling = (one_, other) if one_ < other else (other, one_)
    after = happenings(pages, joiner=HappeningJoiner(Rulings(apart=(ruling,))))
    assert [h.near for h in after if len(h.mentions) == 2] == [()]


# -- the form of a happening ----------------------------------------------------------------------


def test_a_happening_is_known_by_its_earliest_mention_and_gives_reasons() -> None:
    early, late = page("a", "2031-05-07", SHELLED), page("b", "2031-05-08", SHELLING)
    (found,) = happenings([late, early])
    assert found.id == mention_of(early.rows()[0])
    assert [row.published.value for row in found.mentions if row.published] == ["2031-05-07", "2031-05-08"]
    (join,) = found.joins
    assert join.score >= 0.5
    assert {reason.feature for reason in join.why} >= {"day", "place", "parties"}


def test_undated_pages_come_last() -> None:
    (found,) = happenings([page("a", None, SHELLED), page("b", "2031-05-08", SHELLING)])
    assert found.anchor.sentence == SHELLING.sentence.replace("[", "").replace("]", "")


def test_nothing_is_joined_by_an_empty_record() -> None:
    assert happenings([]) == []
    assert joined(page("a", "2031-05-08", SHELLED)) == []
