"""What holds for the text inside an element: its cue, whether it is a link or hidden, the column it stands in."""

import re
from dataclasses import dataclass
from functools import lru_cache

from trucewatch.reading.html.cues import Cue, cue
from trucewatch.reading.html.tree import Element

_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr picture q rb ruby s "
    "samp small source span strike strong sub sup time tt u var wbr".split()
)
_MARKS = frozenset({"b", "em", "i", "small", "span", "strong", "u", "br", "img", "wbr"})  # without attributes: nothing
_SILENT = frozenset({"html", "body", "main"})  # named after the template, not after what they hold
_HIDING = re.compile(r"(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)", re.IGNORECASE)
_TEXT_CLASS = re.compile(r"(?:article|story|post|entry)[-_]{0,2}(?:body|content|text)", re.IGNORECASE)
_LONGEST_CLASS = 300
_LONGEST_STYLE = 1_000

Column = tuple[int, str]


@dataclass(slots=True)
class Place:
    """What holds for the text inside an element."""

    tag: str
    """The innermost block element."""
    cue: Cue = Cue.NONE
    linked: bool = False
    hidden: bool = False
    pre: bool = False
    number: int = 0
    """Of the innermost block element, in document order."""
    column: Column = (0, "")
    inner_column: Column = (0, "")
    """The column of the blocks right inside."""


@lru_cache(maxsize=4096)
def is_inline(tag: str) -> bool:
    """Whether the element runs on in the line; all others are blocks, those of word processors (`o:p`) are not."""
    return tag in _INLINE or ":" in tag


def within(element: Element, tag: str, outer: Place, number: int) -> Place:
    """The place inside `element`, which itself stands in `outer`."""
    items = element.items()
    if not items and tag in _MARKS:
        return outer
    attributes = dict(items)
    said = Cue.NONE if tag in _SILENT else cue(tag, attributes)
    inherited = outer.cue if said is Cue.NONE else said
    linked, hidden, pre = outer.linked or tag == "a", outer.hidden or _hides(attributes), outer.pre or tag == "pre"
    if is_inline(tag):
        return Place(outer.tag, inherited, linked, hidden, pre, outer.number, outer.column, outer.inner_column)
    return Place(
        tag, inherited, linked, hidden, pre, number, outer.inner_column, _column(tag, attributes, outer.number)
    )


def _column(tag: str, attributes: dict[str, str], around: int) -> Column:
    """What the paragraphs right inside share; by class alone where the class says that it holds the article's text."""
    told, name = _named_column(tag, attributes.get("class", "")[:_LONGEST_CLASS])
    return (0 if told else around, name)


@lru_cache(maxsize=8192)
def _named_column(tag: str, classes: str) -> tuple[bool, str]:
    """Whether the class says that the element holds the article's text, and the column's name; pages repeat both."""
    return _TEXT_CLASS.search(classes) is not None, f"{tag} {classes}"


def _hides(attributes: dict[str, str]) -> bool:
    if not attributes:
        return False
    if "hidden" in attributes:
        return True
    style = attributes.get("style")
    return bool(style and _HIDING.search(style[:_LONGEST_STYLE]))
