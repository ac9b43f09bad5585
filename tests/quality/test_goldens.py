"""What is annotated in the example pages stands in them, word for word, and in the form that the scorer reads."""

import json
from pathlib import Path

import pytest

from tests.quality.conftest import GOLDEN, ReadPage
from tests.quality.scoring import annotated
from trucewatch.record.mentions import Kind

NEEDED = {"speaker", "as_written", "content", "kind"}
KNOWN = NEEDED | {"venue", "addressee", "said_on", "behalf", "via", "also", "optional", "nested", "note"}


@pytest.mark.parametrize("golden", sorted(GOLDEN.glob("*.json")), ids=lambda path: path.stem)
def test_statements_have_the_documented_form(golden: Path) -> None:
    for statement in json.loads(golden.read_text("utf-8")).get("statements", ()):
        assert NEEDED <= set(statement) <= KNOWN
        assert statement["kind"] in set(Kind)
        assert statement["content"]
        assert all(words.strip() for words in statement["content"])


def test_every_page_that_is_read_is_annotated(read_pages: list[ReadPage]) -> None:
    named = {page.name for page in read_pages}
    assert named == {path.stem for path in GOLDEN.glob("*.json")} - {"19"}  # the page in French
    assert [page.name for page in read_pages if page.reading.dropped] == []


def test_the_annotated_words_stand_in_the_text(read_pages: list[ReadPage]) -> None:
    for page in read_pages:
        annotated(page.golden["statements"], page.text)  # raises where they do not
        sources = [s["as_written"] for s in page.golden["statements"] if s["as_written"]]
        assert [words for words in sources if words not in page.text] == []
