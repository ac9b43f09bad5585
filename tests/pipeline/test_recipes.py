"""Recipes: what fits together, what passes by, and that nothing is lost."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.pipeline.made_stages import Upper, kept, upper_recipe
from trucewatch.pipeline.recipes import Recipe, RecipeError, Work


class Sourcing:
    """A stage that needs the article, and takes dropped pages that have one."""

    name: ClassVar[str] = "after"
    version: ClassVar[int] = 1
    needs: ClassVar[frozenset[str]] = frozenset({"article"})
    adds: ClassVar[frozenset[str]] = frozenset({"sourcing"})
    after_drop: ClassVar[bool] = True
    options_id: str = ""

    def __call__(self, items: Iterable[Work], /) -> Iterator[Work]:
        """Passes works on."""
        yield from items


class Loses(Sourcing):
    """Forgets every second work."""

    def __call__(self, items: Iterable[Work], /) -> Iterator[Work]:
        """Breaks the rule that one in is one out."""
        for number, work in enumerate(items):
            if number % 2 == 0:
                yield work


class Invents(Sourcing):
    """Gives every work twice."""

    def __call__(self, items: Iterable[Work], /) -> Iterator[Work]:
        """Breaks the same rule the other way."""
        for work in items:
            yield work
            yield work


def test_a_stage_whose_needs_nobody_adds_is_refused_before_the_run() -> None:
    with pytest.raises(RecipeError, match=r"stage 'after' needs \['article'\]"):
        Recipe([Sourcing(), Upper()])


def test_two_stages_may_not_add_the_same() -> None:
    with pytest.raises(RecipeError, match="which is there already"):
        Recipe([Upper(), Upper()])


def test_a_recipe_s_id_changes_with_a_version() -> None:
    class Newer(Upper):
        version: ClassVar[int] = 2

    assert Recipe([Newer()]).id != Recipe([Upper()]).id
    assert Recipe([Upper()]).id == upper_recipe().id


@given(st.lists(st.sampled_from(["page one", "drop this", "page two", "drop that"]), max_size=12))
def test_every_page_comes_out_once_and_in_order(words: list[str]) -> None:
    pages = [kept(word.encode()) for word in words]
    readings = list(Recipe([Upper(), Sourcing()]).run(pages))
    assert [r.page for r in readings] == [p.page.id for p in pages]
    assert [r.dropped is not None for r in readings] == [word.startswith("drop") for word in words]


@pytest.mark.parametrize(("stage", "message"), [(Loses(), "lost a page"), (Invents(), "gave more than it took")])
def test_a_stage_that_loses_or_invents_pages_is_found_out(stage: Sourcing, message: str) -> None:
    with pytest.raises(RuntimeError, match=message):
        list(Recipe([Upper(), stage]).run([kept(b"one"), kept(b"two")]))
