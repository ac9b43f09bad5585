"""Text that one page has from another: found where there is some, and nowhere else."""

import random
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.quality.edits import Edit, edited
from tests.quality.floors import REUSE
from trucewatch.record.ids import PageId, content_id
from trucewatch.record.reuse import Sharing, SourcedPage
from trucewatch.record.spans import Range
from trucewatch.record.texts import Block, Role, Text
from trucewatch.resolve import prints_of
from trucewatch.resolve.origins.sources import Pages, copy_of

NEWS = Path(__file__).resolve().parents[3] / "shared" / "data" / "attribution" / "dev" / "text"
FEWEST = 2
"""Prints in common from which a store names a page."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A page with its prints."""

    page: SourcedPage
    prints: frozenset[int]


def printed(string: str, day: str) -> Printed:
    blocks, at = [], 0
    for line in string.split("\n"):
        if line.strip():
            start = at + len(line) - len(line.lstrip())
            blocks.append(Block(start, start + len(line.strip()), Role.PARAGRAPH))
        at += len(line) + 1
    page = PageId(content_id("page", string))
    reporting = tuple(Range(b.start, b.end) for b in blocks)
    text = Text.of(page, string, tuple(blocks))
    return Printed(SourcedPage(page, None, day, day, string, reporting), frozenset(prints_of(text)))


def found_copied(later: Printed, earlier: Printed) -> bool:
    shared = len(later.prints & earlier.prints)
    if shared < FEWEST:
        return False
    sharing = Sharing(later.page.page, earlier.page.page, shared, shared / len(later.prints))
    pages = Pages({p.page: p for p in (later.page, earlier.page)}, {later.page.page: (sharing,)})
    return copy_of(later.page, pages) is not None


def f1(texts: list[str], edit: Edit) -> float:
    """Of edits against what they were made from, and against all the other articles."""
    dice = random.Random(20)  # noqa: S311 - these dice need no secrecy
    originals = [printed(text, "2031-05-01") for text in texts]
    right = wrong = 0
    for index, text in enumerate(texts):
        filling = (index * 7 + 3) % len(texts)
        if filling == index:
            filling = (index + 1) % len(texts)
        edit_of = printed(edited(text, texts[filling], edit, dice), "2031-05-02")
        right += found_copied(edit_of, originals[index])
        others = [o for place, o in enumerate(originals) if place not in (index, filling)]
        wrong += sum(found_copied(edit_of, other) for other in others)
    return 2 * right / (len(texts) + right + wrong)


@pytest.mark.skipif(not NEWS.is_dir(), reason="the news articles are not beside the repository")
@pytest.mark.parametrize("edit", [Edit(0.3), Edit(0.4), Edit(0.4, 0.2), Edit(0.6)], ids=str)
def test_edits_of_news_articles_are_told_from_other_articles(edit: Edit) -> None:
    texts = [path.read_text("utf-8") for path in sorted(NEWS.glob("*.txt"))]
    assert f1(texts, edit) >= REUSE[edit.kept]


@pytest.mark.skipif(not NEWS.is_dir(), reason="the news articles are not beside the repository")
def test_articles_on_one_subject_are_no_copies() -> None:
    pages = [printed(path.read_text("utf-8"), "2031-05-01") for path in sorted(NEWS.glob("*.txt"))]
    pairs = [(a, b) for a in pages for b in pages if a.page.page < b.page.page]
    assert sum(found_copied(a, b) for a, b in pairs) <= 2


def test_edits_of_the_example_pages_are_found(examples: Path) -> None:
    texts = [path.read_text("utf-8") for path in sorted(examples.glob("*.txt"))]
    assert f1(texts, Edit(0.4)) >= REUSE[0.4]
