"""The line that `analyse` prints for what a made reading holds: names and attributions, field by field."""

from typing import Any

import pytest

from tests.store.samples import KELLER, read
from trucewatch.cli.contract import as_line
from trucewatch.pipeline import Analysis
from trucewatch.record.mentions import (
    Attribution,
    Kind,
    Said,
    SaidGrounds,
    Speaker,
    SpeakerGrounds,
    SpeakerType,
    Statement,
)
from trucewatch.record.protocols import KeptPage
from trucewatch.record.readings import PageReading
from trucewatch.record.spans import Range

KEPT = KeptPage(KELLER.page, KELLER.data, KELLER.given, KELLER.locator)


def line(reading: PageReading) -> Any:
    return as_line(Analysis("k", reading, None))


def spans(*found: Any) -> list[tuple[int, int]]:
    return [(span["start"], span["end"]) for span in found]


def test_names_and_attributions_stand_where_the_text_has_them() -> None:
    printed = line(read(KEPT))
    text = printed["text"]
    assert [text[n["start"] : n["end"]] for n in printed["names"]][1:] == ["Telix", "he"]
    assert {n["type"] for n in printed["names"]} == {"person", "organization"}
    told, asked, nobody = printed["attributions"]
    assert [text[start:end] for start, end in spans(*told["content"])] == ["We will not wait", "never again"]
    assert [text[start:end] for start, end in spans(told["source"])] == ["Anna Keller/Foreign Minister/Norland"]
    assert {k: v for k, v in told.items() if k not in ("source", "cue", "content")} == {
        "kind": "direct",
        "speaker": "Anna Keller",
        "addressee": "Telix",
        "venue": "interview with Telix",
        "said_on": "2031-05-01",
        "via": ["HP", "Telix"],
    }
    assert (asked["speaker"], asked["kind"], asked["said_on"], asked["via"]) == (None, "indirect", None, [])
    assert (nobody["source"], nobody["cue"]) == (None, None)


@pytest.mark.parametrize(
    ("cue", "printed"),
    [
        ((), None),
        ((Range(2, 4),), {"start": 2, "end": 4}),
        ((Range(2, 4), Range(6, 9)), [{"start": 2, "end": 4}, {"start": 6, "end": 9}]),
    ],
)
def test_a_cue_is_one_range_by_itself_several_as_a_list_and_none_as_null(cue: tuple[Range, ...], printed: Any) -> None:
    reading = read(KEPT)
    assert reading.text is not None
    found = Attribution(reading.text.id, None, cue, (Range(10, 12),), Kind.MIXED)
    speaker = Speaker("Border Guard", SpeakerType.BODY, SpeakerGrounds.AS_WRITTEN)
    statement = Statement(found, Range(0, 20), speaker, said_on=Said("2031-05/2031-06", SaidGrounds.CARRIED))
    one = PageReading(reading.page, reading.recipe, reading.text, statements=(statement,))
    [attribution] = line(one)["attributions"]
    assert attribution["cue"] == printed
    assert (attribution["speaker"], attribution["said_on"]) == ("Border Guard", "2031-05/2031-06")
