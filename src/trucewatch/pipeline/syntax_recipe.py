"""The recipe of `analyse --format conllu`: page to text, and every block of it to sentences."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import ClassVar

from trucewatch.extract import LanguageModel, language_model
from trucewatch.pipeline.reading_recipe import RecipeOptions
from trucewatch.pipeline.recipes import Recipe, Work
from trucewatch.pipeline.stages import ReadPages, too_long
from trucewatch.record.spans import Range


class ReadSentences:
    """All blocks to sentences with their trees, the page's chrome included: whoever asks for syntax chooses by role.

    A page that was dropped because it has no reporting, or too little text to tell its language, is taken all the
    same; one in a language that is not read stays dropped.
    """

    name: ClassVar[str] = "sentences"
    version: ClassVar[int] = 1
    needs: ClassVar[frozenset[str]] = frozenset({"text", "article"})
    adds: ClassVar[frozenset[str]] = frozenset({"sentences"})
    after_drop: ClassVar[bool] = True

    def __init__(self, model: LanguageModel, languages: tuple[str, ...], most: int) -> None:
        self._model = model
        self._most = most
        self._languages = languages

    @property
    def options_id(self) -> str:
        """The model's own version, since other weights read anew, and how much of a page it is asked to read."""
        return f"{self._model.version}/{self._most}"

    def __call__(self, items: Iterable[Work], /) -> Iterator[Work]:
        """Each text with its sentences."""
        for work in items:
            if work.text is None or work.article is None:
                raise RuntimeError(f"{work.page.locator}: sentences were asked of a page without a text")
            if work.article.language and work.article.language not in self._languages:
                yield work
                continue
            if (long := too_long(work, work.text.blocks, self._most, self.name)) is not None:
                yield replace(work, dropped=long)
                continue
            blocks = [Range(block.start, block.end) for block in work.text.blocks]
            yield replace(work, sentences=self._model.read(work.text.string, blocks).sentences, dropped=None)


def syntax_recipe(options: RecipeOptions) -> Recipe:
    """Page -> text -> sentences; names, times and statements are not asked for."""
    sentences = ReadSentences(language_model(options.model), options.reading.languages, options.max_text)
    return Recipe([ReadPages(options.reading), sentences])
