"""Stages made for tests: they live in a module of their own, since spawned workers import them by name."""

import os
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import ClassVar

from trucewatch.pipeline.recipes import Recipe, Work
from trucewatch.record.outcomes import Dropped, Why
from trucewatch.record.pages import Given, Page
from trucewatch.record.protocols import KeptPage
from trucewatch.record.texts import Article, Block, Role, Text


def kept(data: bytes) -> KeptPage:
    """A kept page of these bytes, found at a place named after them."""
    return KeptPage(Page.of(data, "text/plain"), data, Given(), data.decode()[:20])


class Upper:
    """Reads a page as its text in capitals; drops, raises, dies or sleeps where the page says so."""

    name: ClassVar[str] = "upper"
    version: ClassVar[int] = 1
    needs: ClassVar[frozenset[str]] = frozenset({"page"})
    adds: ClassVar[frozenset[str]] = frozenset({"text", "article"})
    after_drop: ClassVar[bool] = False
    options_id: str = ""

    def __call__(self, items: Iterable[Work], /) -> Iterator[Work]:
        """Each page read, or its order followed."""
        for work in items:
            word = work.page.data.decode()
            if word.startswith("drop"):
                yield replace(work, dropped=Dropped(work.page.locator, self.name, Why.NO_TEXT))
                continue
            _obey(word)
            text = Text.of(work.page.page.id, word.upper(), (Block(0, len(word), Role.PARAGRAPH),))
            yield replace(work, text=text, article=Article(headline=word))


def _obey(word: str) -> None:
    if word.startswith("raise"):
        raise ValueError("this page says raise")
    if word.startswith("die"):
        os._exit(9)
    if word.startswith("sleep"):
        time.sleep(600)


def upper_recipe() -> Recipe:
    """The recipe of the one stage above."""
    return Recipe([Upper()])
