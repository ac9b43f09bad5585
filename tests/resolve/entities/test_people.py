"""Persons, offices and bodies joined: what is one, what is never one, what stays open."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.resolve.entities.made import STATES, MadeRecord
from trucewatch.dossiers.dossier import parse_dossier
from trucewatch.record.entities import Part, Ruled
from trucewatch.record.mentions import SpeakerType
from trucewatch.resolve import PeopleJoiner

DOSSIER = """
name: hills
title: The hills
actors:
  - {name: Westland, kind: state, code: WSL, names: [Republic of Westland], people: [Westlander], seats: [Orrin]}
  - {name: Westland defence ministry, kind: organization, of: Westland, names: [Westlander Defence Ministry]}
  - {name: Eastland, kind: state, code: ESL, people: [Eastlander], seats: [Velmar]}
  - {name: Dara Keth, kind: person, of: Westland, names: [Tara Qeth]}
  - {name: Ivo Marr, kind: person, of: Westland}
  - {name: Ivo Marr the elder, kind: person, of: Eastland, names: [Ivo J. Marr]}
"""
JOINER = PeopleJoiner(STATES, parse_dossier(DOSSIER, "hills.yaml"))


def test_a_bare_surname_joins_its_one_bearer_whom_the_page_speaks_for() -> None:
    record = MadeRecord()
    record.page("a", "2031-05-01", "Anna Keller/foreign minister/Norway", "Jon Orr")
    record.page("b", "2031-05-20", "Keller", "Jon Orr")
    assert frozenset({"Anna Keller", "Keller@b"}) in record.groups(record.joined())


def test_a_bare_surname_of_which_the_page_says_nothing_stays_open() -> None:
    record = MadeRecord()
    record.page("a", "2031-05-01", "Anna Keller/foreign minister/Norway", "Jon Orr")
    record.page("b", "2031-05-20", "Keller")
    found = record.joined()
    assert frozenset({"Keller@b"}) in record.groups(found)
    assert next(e for e in found if e.name == "Anna Keller").near, "a reviewer may know"


def test_a_bare_surname_of_two_bearers_stays_open_unless_one_is_nearer() -> None:
    record = MadeRecord()
    record.page("a", "2031-05-01", "Anna Keller/minister/Norway", "Jon Orr")
    record.page("b", "2031-05-02", "Aron Keller/minister/Sweden", "Jon Orr")
    record.page("c", "2031-05-20", "Keller", "Jon Orr")
    record.page("d", "2031-05-21", "Keller/minister/Sweden")
    groups = record.groups(record.joined())
    assert frozenset({"Keller@c"}) in groups
    assert frozenset({"Aron Keller", "Keller@d"}) in groups


def test_a_bare_surname_is_told_page_by_page() -> None:
    record = MadeRecord()
    record.page("a", "1995-05-01", "Heydar Safarov/president/Azerbaijan", "Jon Orr")
    record.page("b", "2020-05-01", "Ilgar Safarov/president/Azerbaijan", "Mira Dal")
    record.page("c", "1995-06-01", "Safarov", "Jon Orr")
    record.page("d", "2020-06-01", "Safarov", "Mira Dal")
    groups = record.groups(record.joined())
    assert {frozenset({"Heydar Safarov", "Safarov@c"}), frozenset({"Ilgar Safarov", "Safarov@d"})} <= groups


def test_open_surnames_with_one_office_are_one_person_and_others_are_not() -> None:
    record = MadeRecord()
    for name in "ab":
        record.page(name, "2031-05-01", "Keller/president/Norway", "Marr")
    groups = record.groups(record.joined())
    assert frozenset({"Keller@a", "Keller@b"}) in groups
    assert {frozenset({"Marr@a"}), frozenset({"Marr@b"})} <= groups


def test_a_name_that_fits_two_who_cannot_be_one_joins_neither() -> None:
    record = MadeRecord()
    record.page("a", "2031-05-01", "Anna Keller/minister/Norway")
    record.page("b", "2031-05-02", "Anna Keller/minister/Sweden")
    record.page("c", "2031-05-03", "Anna Keller")
    assert len(record.joined()) == 3


def test_a_name_means_the_one_who_is_named_far_more_often() -> None:
    record = MadeRecord()
    for day in range(1, 29):
        record.page(f"a{day:02}", f"2031-05-{day:02}", "Anna Keller/foreign minister/Norway")
    record.page("b", "2031-05-02", "Anna Keller/actress/Sweden")
    record.page("c", "2031-05-03", "Anna Keller")
    assert sorted(len(e.parts) for e in record.joined()) == [1, 2]


def test_two_brothers_never_meet_through_an_initial() -> None:
    record = MadeRecord()
    record.page("a", "2031-05-01", "Andrei Sokolov/minister/Russia")
    record.page("b", "2031-05-02", "Anton Sokolov/minister/Russia")
    record.page("c", "2031-05-03", "A. Sokolov/minister/Russia")
    assert len(record.joined()) == 3


def test_the_dossier_joins_its_names_and_keeps_its_persons_apart() -> None:
    record = MadeRecord()
    record.page("a", "2031-05-01", "Dara Keth", "Ivo Marr")
    record.page("b", "2031-05-02", "Tara Qeth", "Ivo J. Marr")
    found = record.joined(JOINER)
    assert record.groups(found) == {
        frozenset({"Dara Keth", "Tara Qeth"}),
        frozenset({"Ivo Marr"}),
        frozenset({"Ivo J. Marr"}),
    }
    assert next(e for e in found if e.name == "Dara Keth").actor == "Dara Keth"


def test_bodies_meet_under_all_orders_of_their_words_and_never_across_states() -> None:
    record = MadeRecord()
    record.page(
        "a",
        "2031-05-01",
        "body:Ministry of Defence of Norway",
        "body:Norwegian Defense Ministry",
        "body:Norway’s Defence Ministry",
        "body:Swedish Defence Ministry",
        "body:Norwegian Foreign Ministry",
        "body:Foreign Ministry",
    )
    record.page("b", "2031-05-01", "body:Foreign Ministry")
    groups = record.groups(record.joined())
    assert (
        frozenset({"Ministry of Defence of Norway", "Norwegian Defense Ministry", "Norway’s Defence Ministry"})
        in groups
    )
    assert {frozenset({"Swedish Defence Ministry"}), frozenset({"Foreign Ministry@a"})} <= groups
    assert frozenset({"Foreign Ministry@b"}) in groups, "of no state that the pages tell"


def test_what_is_a_land_is_no_person() -> None:
    record = MadeRecord()
    record.page("a", "2031-05-01", "Lurvenia", "Anna Keller/Lurvenian president/Lurvenia", "Norway")
    kinds = {e.name: e.type for e in record.joined()}
    assert kinds == {
        "Lurvenia": SpeakerType.BODY,
        "Norway": SpeakerType.BODY,
        "Anna Keller": SpeakerType.PERSON,
    }


def test_a_ruling_joins_what_nothing_else_would_and_keeps_apart_what_would_join() -> None:
    record = MadeRecord()
    record.page("a", "2031-05-01", "Anna Keller/minister/Norway", "Jon Orr")
    record.page("b", "2031-05-02", "Anna Keller/minister/Norway", "Dov Lesh")
    together = Ruled(together=((record.part("Jon Orr", "a"), record.part("Dov Lesh", "b")),))
    assert frozenset({"Jon Orr", "Dov Lesh"}) in record.groups(record.joined(ruled=together))
    apart = Ruled(apart=((record.part("Anna Keller", "a"), record.part("Anna Keller", "b")),))
    homes = [e for e in record.joined(ruled=apart) if e.name == "Anna Keller"]
    whole, taken_out = record.part("Anna Keller"), record.part("Anna Keller", "b")
    assert {e.parts for e in homes} == {(whole,), (taken_out,)}, "what no ruling speaks of stays with the first"


def _merged_and_split() -> tuple[MadeRecord, Ruled]:
    record = MadeRecord()
    record.page("a", "2031-05-01", "Jon Orr/minister/Norway").page("b", "2031-05-02", "Dov Lesh/minister/Sweden")
    record.page("c", "2031-05-03", "Jon Orr/minister/Norway", "John Orr/minister/Norway")
    record.page("d", "2031-05-04", "Dov Lesh/minister/Sweden")
    return record, Ruled(together=((record.part("Jon Orr", "a"), record.part("Dov Lesh", "b")),))


def test_a_merge_joins_the_whole_persons_with_all_their_pages_and_spellings() -> None:
    record, merged = _merged_and_split()
    before = record.groups(record.joined())
    assert record.groups(record.joined(ruled=merged)) == {frozenset({"Jon Orr", "John Orr", "Dov Lesh"})}
    assert record.groups(record.joined()) == before, "undone, it leaves them as they were"


def test_a_merge_leaves_out_what_is_ruled_apart() -> None:
    record, merged = _merged_and_split()
    apart = ((record.part("Dov Lesh", "b"), record.part("Dov Lesh", "d")),)
    groups = record.groups(record.joined(ruled=Ruled(merged.together, apart)))
    assert frozenset({"Dov Lesh@d"}) in groups
    assert any({"Jon Orr", "John Orr", "Dov Lesh"} <= group for group in groups)


def test_a_part_kept_apart_from_one_side_stays_out_of_the_merged_person() -> None:
    record, merged = _merged_and_split()
    apart = ((record.part("Jon Orr", "a"), record.part("Dov Lesh", "d")),)
    homes = record.groups(record.joined(ruled=Ruled(merged.together, apart)))
    home = {name: group for group in homes for name in group}
    assert home["Jon Orr@a"] is home["Dov Lesh"]
    assert home["Jon Orr@a"] is not home["Dov Lesh@d"]


def test_a_merge_by_a_bare_surname_joins_the_person_it_is_shown_under_and_no_other_bearer() -> None:
    record = MadeRecord()
    record.page("a", "2031-05-01", "Anna Keller/foreign minister/Norway", "Jon Orr")
    record.page("b", "2031-05-20", "Keller", "Jon Orr").page("c", "2031-05-21", "Dov Lesh")
    merged = Ruled(together=((record.part("Keller", "b"), record.part("Dov Lesh", "c")),))
    groups = record.groups(record.joined(ruled=merged))
    assert groups == {frozenset({"Anna Keller", "Keller@b", "Dov Lesh"}), frozenset({"Jon Orr"})}


def test_bodies_are_merged_too() -> None:
    record = MadeRecord().page("a", "2031-05-01", "body:Hill Watch").page("b", "2031-05-02", "body:Watch of the Hills")
    pair = record.part("Hill Watch", "a"), record.part("Watch of the Hills", "b")
    assert record.groups(record.joined(ruled=Ruled(together=(pair,)))) == {
        frozenset({"Hill Watch", "Watch of the Hills"})
    }
    assert len(record.joined(ruled=Ruled((pair,), (pair,)))) == 2


def test_an_undone_ruling_leaves_no_trace() -> None:
    record = MadeRecord().page("a", "2031-05-01", "Jon Orr").page("b", "2031-05-02", "John Orr")
    before = record.groups(record.joined())
    record.joined(ruled=Ruled(together=((record.part("Jon Orr", "a"), record.part("John Orr", "b")),)))
    assert record.groups(record.joined()) == before


NAMES = st.sampled_from(
    [
        *("Anna Keller", "Ana Keller", "A. Keller", "Keller", "Aron Keller", "Anna Maria Keller", "KELLER ANNA"),
        *("Sergey Orlov", "Sergei Orloff", "Orlov", "S. Orlov", "Serhiy Orlov", "Sergey Ivanovich Orlov"),
        *("Mohammed Kandil", "Muhammad Kandil", "Mohamed al-Kandil", "Kandil", "Anna Keller and Jon Orr"),
    ]
)
OFFICES = st.sampled_from(
    ["", "/minister/Norway", "/minister/Sweden", "/foreign minister/Norway", "/spokesman", "/envoy/Telix"]
)
PEOPLE = st.lists(st.tuples(NAMES, OFFICES).map("".join), max_size=4)
RECORDS = st.lists(st.tuples(st.integers(1, 28), PEOPLE), max_size=8)


def _record(pages: list[tuple[int, tuple[int, list[str]]]]) -> MadeRecord:
    record = MadeRecord()
    for number, (day, people) in pages:
        record.page(f"{number:x}f", f"2031-05-{day:02}", *people)
    return record


def _shape(record: MadeRecord) -> set[tuple[str, frozenset[tuple[object, ...]]]]:
    """Entities by what stands in them, whatever numbers profiles have."""
    names = {n: (p.name, p.type, p.offices) for n, p in record.profiles.items()}
    return {(e.name, frozenset((*names[part.profile], part.page) for part in e.parts)) for e in record.joined()}


@settings(max_examples=60)
@given(RECORDS, st.randoms(use_true_random=False))
def test_the_order_of_reading_takes_no_part(pages: list[tuple[int, list[str]]], chance: random.Random) -> None:
    numbered = list(enumerate(pages))
    mixed = list(numbered)
    chance.shuffle(mixed)
    assert _shape(_record(numbered)) == _shape(_record(mixed))


@settings(max_examples=60)
@given(RECORDS)
def test_every_name_on_every_page_is_in_exactly_one_entity(pages: list[tuple[int, list[str]]]) -> None:
    record = _record(list(enumerate(pages)))
    entities = record.joined()
    told_apart = {part for e in entities for part in e.parts if part.page is not None}
    for page, here in record.on.items():
        for number in here:
            here_only = Part(number, page)
            home = here_only if here_only in told_apart else Part(number)
            homes = [e for e in entities if home in e.parts]
            together = record.profiles[number].name.count(" and ")
            assert len(homes) == 1 + together, (record.profiles[number], homes)


@pytest.mark.parametrize(
    "name", ["", ".", "-", "al-", "'", "A.", "\u0301", "x" * 5000, "a " * 500, "Al El", "Jr.", "١٢٣"]
)
def test_odd_names_are_joined_with_nobody_and_raise_nothing(name: str) -> None:
    record = MadeRecord().page("a", "2031-05-01", name, "Anna Keller").page("b", None, name, "Anna Keller")
    assert frozenset({"Anna Keller"}) in record.groups(record.joined())
