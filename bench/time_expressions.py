"""Time expressions, against dateparser's search over the same text."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dateparser.search import search_dates  # type: ignore[import-untyped]

from bench.figures import Figure, say, seconds_of_each
from trucewatch.dossiers import load_outlets
from trucewatch.reading import ReadingOptions, read_page
from trucewatch.record.pages import Given, Page
from trucewatch.record.protocols import KeptPage
from trucewatch.record.spans import Range
from trucewatch.times import find_times

ROUNDS = 2


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its publication date and the ranges that are searched."""

    text: str
    published: str | None
    blocks: tuple[Range, ...]


def time_expressions(corpus: Path, examples: Path) -> Iterator[Figure]:
    """Words a second of our grammar as a multiple of `search_dates(text, languages=["en"])`."""
    documents = list(_corpus(corpus) if corpus.is_file() else _examples(examples))
    words = sum(len(document.text.split()) for document in documents)
    say(f"time expressions: {len(documents)} texts, {words} words, {ROUNDS} rounds")
    for document in documents[:2]:
        _ours(document)
        _theirs(document)
    ours, theirs = seconds_of_each(documents, _ours, _theirs, ROUNDS)
    on = f"{words} words: {words / ours:,.0f} and {words / theirs:,.0f} words/s"
    yield Figure("time expressions, words/s over dateparser's search", theirs / ours, 5.0, "at least", "x", on)


def _ours(document: Document) -> object:
    return find_times(document.text, document.published, document.blocks)


def _theirs(document: Document) -> object:
    return search_dates(document.text, languages=["en"])


def _corpus(path: Path) -> Iterator[Document]:
    with path.open(encoding="utf-8", newline="") as lines:
        for line in map(json.loads, lines):
            yield Document(line["text"], line["dct"], tuple(_lines(line["text"])))


def _lines(text: str) -> Iterator[Range]:
    """The lines that hold anything: in a clean text each is a paragraph."""
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield Range(start, start + len(line))
        start += len(line) + 1


def _examples(folder: Path) -> Iterator[Document]:
    options = ReadingOptions(register=load_outlets())
    for path in sorted(folder.glob("*.*htm*")):
        data = path.read_bytes()
        read = read_page(KeptPage(Page.of(data, "text/html"), data, Given(), path.name), options)
        if read.text is not None and read.dropped is None:
            published = read.article.published.value if read.article and read.article.published else None
            blocks = tuple(Range(b.start, b.end) for b in read.text.reporting())
            yield Document(read.text.string, published, blocks)
