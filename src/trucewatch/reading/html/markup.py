"""Markup looked at before it is parsed: what the parser needs kept from it, in one linear pass."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_ATTRIBUTE = r"""[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"?+|'[^']*+'?+|[^\s>"'][^\s>]*+)?+)?+"""
# Possessive throughout: nothing is read twice, and a tag that never ends runs to the end of the page once.
_TOKEN = re.compile(rf"<(?:!--|(/?)([A-Za-z][^\s/>]*+)((?:[\s/]++|{_ATTRIBUTE})*+)>?+)")
_ONE_ATTRIBUTE = re.compile(_ATTRIBUTE)
_DATA_ADDRESS = re.compile(r"data:(?i:[a-z]{1,20}/[a-z0-9.+-]{1,60}(?:;[a-z0-9=_-]{1,40})*+,[a-z0-9+/=%_.~-]{200,}+)")
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]{0,400}\[", re.IGNORECASE)
_RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed"})
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data dfn em font i img ins kbd label mark nobr q s samp small span strike "
    "strong sub sup time tt u var wbr".split()
)
_KEPT_FLAT = frozenset("html head body title meta link script style br template select svg".split())


class Tag(NamedTuple):
    """One tag of the markup and the range it takes."""

    start: int
    end: int
    name: str
    closing: bool
    attributes: str


def tags(markup: str) -> Iterator[Tag]:
    """The tags in order, as the parser will see them; comments and the insides of scripts are passed over."""
    at = 0
    while found := _TOKEN.search(markup, at):
        at = found.end()
        if found.group(2) is None:
            at = _after(markup, "-->", at)
            continue
        name = found.group(2).lower()
        yield Tag(found.start(), at, name, bool(found.group(1)), found.group(3))
        if name in _RAW and not found.group(1):
            at = _raw_end(markup, name, at)


def _after(markup: str, mark: str, at: int) -> int:
    end = markup.find(mark, at)
    return len(markup) if end < 0 else end + len(mark)


_RAW_ENDS = {name: re.compile(f"</{name}", re.IGNORECASE) for name in _RAW}


def _raw_end(markup: str, name: str, at: int) -> int:
    found = _RAW_ENDS[name].search(markup, at)
    return found.start() if found else len(markup)


def without_embedded_data(markup: str) -> str:
    """`markup` with the pictures and fonts that a single-file page carries in its addresses left out."""
    return _DATA_ADDRESS.sub("data:,", markup)


def without_inner_doctype(markup: str) -> str:
    """`markup` without the entity declarations inside its DOCTYPE: an HTML parser shows them as text."""
    found = _DOCTYPE.search(markup, 0, 4096)
    if not found:
        return markup
    end = markup.find("]>", found.end(), found.end() + 100_000)
    return markup if end < 0 else markup[: found.start()] + "<!DOCTYPE html>" + markup[end + 2 :]


def without_attribute_floods(markup: str, most: int) -> str:
    """`markup` with the attributes taken from every tag that has more than `most` of them."""
    if not re.search(rf"<[A-Za-z][^\s/>]*+(?:[\s/]*+{_ATTRIBUTE}){{{most + 1}}}", markup):
        return markup
    kept, done = [], 0
    for tag in tags(markup):
        if len(tag.attributes) > most and sum(1 for _ in _ONE_ATTRIBUTE.finditer(tag.attributes)) > most:
            kept += [markup[done : tag.start], "</" if tag.closing else "<", tag.name, ">"]
            done = tag.end
    return "".join([*kept, markup[done:]])


def has_more_attributes(markup: str, most: int) -> bool:
    """Whether all tags together have more than `most` attributes."""
    left = most
    for tag in tags(markup):
        left -= sum(1 for _ in _ONE_ATTRIBUTE.finditer(tag.attributes))
        if left < 0:
            return True
    return False


def flattened(markup: str) -> str:
    """`markup` with one level of structure: every block becomes a paragraph, every inline tag goes."""
    kept, done = [], 0
    for tag in tags(markup):
        if tag.name in _KEPT_FLAT:
            continue
        kept += [markup[done : tag.start], "" if tag.name in _INLINE else "<p>"]
        done = tag.end
    return "".join([*kept, markup[done:]])
