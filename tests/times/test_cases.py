from pathlib import Path

import pytest

from trucewatch.record.times import Timex
from trucewatch.times import find_times

CASES = [
    line.split("\t")
    for line in (Path(__file__).parent / "cases.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def shown(text: str, times: list[Timex]) -> str:
    """The text with its expressions in brackets, as the cases have it."""
    out, at = "", 0
    for timex in times:
        out += text[at : timex.start] + "[" + text[timex.start : timex.end] + "]"
        at = timex.end
    return out + text[at:]


@pytest.mark.parametrize(("published", "marked", "expected"), [(c[0], c[1], c[2:]) for c in CASES])
def test_expressions_and_their_values(published: str, marked: str, expected: list[str]) -> None:
    text = marked.replace("[", "").replace("]", "")
    times = find_times(text, None if published == "-" else published)
    assert shown(text, times) == marked
    assert [" ".join(filter(None, (t.type, t.value, t.mod))) for t in times] == expected
