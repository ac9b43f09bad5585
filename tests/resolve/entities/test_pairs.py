"""Pairs of names: what is one person, what is for a reviewer, and what is two."""

from pathlib import Path

import pytest

from tests.resolve.entities.made import MadeRecord


def _cases() -> list[tuple[str, ...]]:
    lines = (Path(__file__).parent / "pairs.tsv").read_text("utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]


def _side(words: str, side: int) -> str:
    parts = words.split("|")
    return parts[min(side, len(parts) - 1)]


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize(("one", "other", "office", "state", "becomes"), _cases())
def test_a_pair_of_names(one: str, other: str, office: str, state: str, becomes: str, order: int) -> None:
    record = MadeRecord()
    for side, name in list(enumerate((one, other)))[::order]:
        record.page(f"a{side}", f"2031-05-0{side + 1}", f"{name}/{_side(office, side)}/{_side(state, side)}")
    found = record.joined()
    told = "one" if len(found) == 1 else "near" if any(entity.near for entity in found) else "two"
    assert told == becomes, [(e.name, e.joins, e.near) for e in found]
