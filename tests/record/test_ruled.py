"""Merges and splits that contradict each other: the later hold, and no contradiction is left."""

from hypothesis import given
from hypothesis import strategies as st

from trucewatch.record.kept import Decision, DecisionKind, Thing
from trucewatch.record.ruled import Ruled, ruled

THINGS = "abcdef"


def rule(kind: str, one: str, other: str, number: int = 0) -> Decision:
    at = f"2031-05-01T00:{number // 60:02}:{number % 60:02}Z"
    return Decision(DecisionKind(kind), (one, other), "ada", at, "so", thing=Thing.EVENT)


@st.composite
def logs(draw: st.DrawFn) -> list[Decision]:
    thing = st.sampled_from(THINGS)
    told = draw(st.lists(st.tuples(st.sampled_from(["merge", "split"]), thing, thing), max_size=20))
    return [rule(kind, one, other, number) for number, (kind, one, other) in enumerate(told) if one != other]


def groups(found: Ruled) -> dict[str, frozenset[str]]:
    """Who is one with whom, by the plainest of ways."""
    of = {thing: {thing} for thing in THINGS}
    for _ in THINGS:
        for one, other in found.rulings.together:
            both = of[one] | of[other]
            for member in both:
                of[member] = both
    return {thing: frozenset(members) for thing, members in of.items()}


@given(logs())
def test_no_two_that_are_kept_apart_are_one(log: list[Decision]) -> None:
    found = ruled(log)
    of = groups(found)
    assert not [pair for pair in found.rulings.apart if pair[1] in of[pair[0]]]


@given(logs())
def test_every_ruling_holds_or_is_told_with_later_ones_that_contradict_it(log: list[Decision]) -> None:
    found = ruled(log)
    by_id = {d.id: d for d in log}
    gone = dict(found.overruled)
    together, apart = set(found.rulings.together), set(found.rulings.apart)
    for decision in log:
        pair = tuple(sorted(decision.on))
        holds = pair in (together if decision.kind is DecisionKind.MERGE else apart)
        assert holds is (decision.id not in gone) or holds, "one told twice holds if either does"
        if decision.id in gone:
            against = [by_id[id_] for id_ in gone[decision.id]]
            assert against
            assert all(other.at > decision.at for other in against)
            assert [d.id for d in log if d.id in dict(ruled([decision, *against]).overruled)] == [decision.id]


@given(logs())
def test_the_latest_always_holds(log: list[Decision]) -> None:
    found = ruled(log)
    if log:
        pair = tuple(sorted(log[-1].on))
        assert pair in (found.rulings.together if log[-1].kind is DecisionKind.MERGE else found.rulings.apart)


def test_a_loop_of_merges_is_no_contradiction() -> None:
    log = [rule("merge", "a", "b", 1), rule("merge", "b", "c", 2), rule("merge", "c", "a", 3)]
    assert ruled(log).overruled == ()
    assert ruled(log).rulings.together == (("a", "b"), ("a", "c"), ("b", "c"))


def test_a_split_between_what_others_join_tells_all_that_lead_there() -> None:
    split = rule("split", "a", "d", 1)
    chain = [rule("merge", "a", "b", 2), rule("merge", "b", "c", 3), rule("merge", "c", "d", 4)]
    found = ruled([split, *chain])
    assert found.rulings.apart == ()
    assert dict(found.overruled) == {split.id: tuple(d.id for d in reversed(chain))}


def test_a_merge_between_what_is_kept_apart_gives_way_to_the_later_ones() -> None:
    merge, join, split = rule("merge", "a", "b", 1), rule("merge", "b", "c", 2), rule("split", "a", "c", 3)
    found = ruled([merge, join, split])
    assert found.rulings.together == (("b", "c"),)
    assert dict(found.overruled) == {merge.id: (split.id, join.id)}
