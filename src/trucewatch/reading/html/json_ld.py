"""What a page's JSON-LD says of the article, read without trust in its form."""

import json
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from trucewatch.reading.html.dates import stated_date
from trucewatch.reading.html.tree import Element

_ARTICLES = frozenset(
    "article newsarticle reportagenewsarticle analysisnewsarticle backgroundnewsarticle opinionnewsarticle report "
    "reviewnewsarticle blogposting liveblogposting scholarlyarticle techarticle socialmediaposting".split()
)
_PAGES = frozenset({"webpage", "itempage", "collectionpage", "creativework"})
_MAX_SCRIPT = 2_000_000  # characters of one script
_MAX_NODES = 5_000  # objects looked at on one page
_LONGEST = 2_000
_COMMENTED = re.compile(
    r"^\s*(?://\s*)?(?:<!--|<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|(?://\s*)?(?:-->|\]\]>|/\*\s*\]\]>\s*\*/)\s*$"
)

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class JsonLd:
    """The article's values; None for what is not there."""

    headline: str | None = None
    published: str | None = None
    byline: str | None = None
    outlet: str | None = None
    language: str | None = None


def from_json_ld(root: Element) -> JsonLd:
    """The values of the page's article, or of the page itself where no article is described."""
    nodes = list(_nodes(root))
    named = {str(node["@id"]): node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    articles = [node for node in nodes if _types(node) & _ARTICLES]
    for node in (*articles, *(node for node in nodes if _types(node) & _PAGES)):
        if any(key in node for key in ("headline", "datePublished", "author")):
            return JsonLd(
                _text(node.get("headline")) or (_text(node.get("name")) if node in articles else None),
                stated_date(_text(node.get("datePublished"))),
                _names(node.get("author"), named),
                _names(node.get("publisher"), named) or _names(node.get("sourceOrganization"), named),
                _text(node.get("inLanguage")),
            )
    return JsonLd()


def _nodes(root: Element) -> Iterator[Json]:
    """Every object of every script, outer ones first, up to a bound."""
    queue = deque[object](_loaded(script.text or "") for script in root.iter("script") if _is_json_ld(script))
    seen = 0
    while queue and seen < _MAX_NODES:
        value = queue.popleft()
        seen += 1
        if isinstance(value, dict):
            yield value
            queue.extend(inner for inner in value.values() if isinstance(inner, (dict, list)))
        elif isinstance(value, list) and len(queue) < _MAX_NODES:
            queue.extend(value[:_MAX_NODES])


def _is_json_ld(script: Element) -> bool:
    return (script.get("type") or "").strip().lower().startswith("application/ld+json")


def _loaded(text: str) -> object:
    """The script's value; None where it is no JSON. Raw line ends inside strings are common and forgiven."""
    if len(text) > _MAX_SCRIPT:
        return None
    try:
        return json.loads(_COMMENTED.sub("", text), strict=False)
    except (ValueError, RecursionError):
        return None


def _types(node: Json) -> frozenset[str]:
    given = node.get("@type")
    names = given if isinstance(given, list) else [given]
    return frozenset(str(name).rsplit("/", 1)[-1].lower() for name in names)


def _text(value: object) -> str | None:
    """A string, or the first of a list of them; entities that were escaped twice are read."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name") or value.get("alternateName")
    if not isinstance(value, str) or len(value) > _LONGEST:
        return None
    return " ".join(unescape(value).split(" ")).strip() or None


def _names(value: object, named: dict[str, Json]) -> str | None:
    """The names of people or organisations, joined; references to other objects of the page are followed once."""
    found = []
    for item in value if isinstance(value, list) else [value]:
        target = named.get(str(item.get("@id")), item) if isinstance(item, dict) and "name" not in item else item
        name = _text(target)
        if name and name not in found and not name.startswith(("http://", "https://", "/")):
            found.append(name)
    return ", ".join(found[:20]) or None
