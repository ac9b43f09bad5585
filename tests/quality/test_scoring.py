"""The scorer of statements, on invented ones."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.quality.scoring import Tally, Told, annotated, faults, overlap, pairs, same_speaker, tally

TEXT = "The road is open, Keller said. Brandt told reporters that Keller had said the road is open."


def told(*pieces: tuple[int, int], kind: str = "direct", who: str | None = "Keller", optional: bool = False) -> Told:
    return Told(pieces, kind, (who,), optional)


def statement(*content: str, **more: Any) -> dict[str, Any]:
    return {"speaker": "Keller", "content": list(content), "kind": "indirect", **more}


@st.composite
def readings(draw: st.DrawFn) -> list[Told]:
    starts = draw(st.lists(st.integers(0, 200), max_size=8))
    return [
        told((start, start + draw(st.integers(1, 40))), who=draw(st.sampled_from(["Keller", "Brandt", None])))
        for start in starts
    ]


@given(readings())
def test_what_equals_the_gold_is_right_in_everything(gold: list[Told]) -> None:
    assert set(tally(gold, gold).figures().values()) == {1.0}
    assert faults(gold, gold, TEXT * 4) == []


@given(readings(), readings())
def test_pairs_are_one_to_one_and_near_enough(gold: list[Told], found: list[Told]) -> None:
    joined = pairs(gold, found)
    assert len({i for i, _ in joined}) == len({j for _, j in joined}) == len(joined)
    assert all(overlap(gold[i], found[j]) >= 0.5 for i, j in joined)


@given(readings(), readings())
def test_no_figure_leaves_its_range(gold: list[Told], found: list[Told]) -> None:
    counts = tally(gold, found)
    assert max(counts.speaker, counts.kind) <= counts.found <= min(counts.gold, counts.read)
    assert all(0 <= figure <= 1 for figure in counts.figures().values())


def test_the_nearer_of_two_readings_is_taken() -> None:
    assert pairs([told((0, 10))], [told((0, 6)), told((0, 9))]) == [(0, 1)]


def test_too_little_overlap_is_no_pair() -> None:
    gold, found = [told((0, 30))], [told((0, 9))]
    assert tally(gold, found) == Tally(gold=1, read=1)
    assert [line.split(":")[0] for line in faults(gold, found, TEXT)] == ["false", "missed"]


def test_an_optional_statement_counts_on_neither_side() -> None:
    gold = [told((0, 10), optional=True)]
    assert tally(gold, [told((0, 10), who="Brandt")]) == tally(gold, []) == Tally()
    assert faults(gold, [], TEXT) == faults(gold, gold, TEXT) == []


def test_a_wrong_speaker_and_a_wrong_kind_are_told_apart() -> None:
    gold = [told((0, 16))]
    assert tally(gold, [told((0, 16), who="Brandt")]) == Tally(1, 1, 1, 0, 1)
    assert tally(gold, [told((0, 16), kind="mixed")]) == Tally(1, 1, 1, 1, 0)
    assert faults(gold, [told((0, 16), who="Brandt")], TEXT) == [
        "speaker 'Brandt', not Keller (direct): The road is open"
    ]


def test_figures_are_f1_over_all_pages() -> None:
    both = Tally(gold=3, read=1, found=1, speaker=1) + Tally(gold=1, read=3, found=1, kind=1)
    assert both.figures() == {"found": 0.5, "with speaker": 0.25, "with kind": 0.25}


@pytest.mark.parametrize(
    ("right", "given_name", "same"),
    [
        (["Anna Keller"], "Keller", True),
        (["Keller"], "Foreign Minister Anna Keller", True),
        (["Anna Keller"], "Foreign Minister", False),
        (["Defence Ministry of Westland"], "the Westland Defence Ministry", True),
        (["Defence Ministry"], "the defence ministry", True),
        (["Defence Ministry of Westland"], "the ministry", False),
        (["Anna Keller"], "Brandt", False),
        (["Anna Keller"], "", False),
        (["Anna Keller"], None, False),
        (["Westland", "Ostrava"], "Ostrava", True),
        (["Anna Keller", None], None, True),
        ([None], "she", False),
    ],
)
def test_names(right: list[str | None], given_name: str | None, same: bool) -> None:
    assert same_speaker(right, given_name) is same


def test_annotated_words_are_found_in_their_places() -> None:
    outer = statement("Keller had said the road is open", speaker="Brandt")
    gold = annotated([statement("The road is open"), outer, statement("the road is open", nested=True)], TEXT)
    assert [[TEXT[a:b] for a, b in s.pieces] for s in gold] == [
        ["The road is open"],
        ["Keller had said the road is open"],
        ["the road is open"],
    ]
    assert gold[2].pieces[0][0] > gold[1].pieces[0][0]


def test_annotated_words_that_the_text_does_not_hold_are_told() -> None:
    with pytest.raises(ValueError, match="'closed'"):
        annotated([statement("The road", "closed")], TEXT)
    with pytest.raises(ValueError, match="'The road'"):
        annotated([statement("said"), statement("The road")], TEXT)
