"""Markup to a tree that is safe to walk: bounded in size and depth, nothing fetched, no entity expanded."""

from lxml import etree, html

from trucewatch.reading.html.limits import HtmlLimits, Unreadable
from trucewatch.reading.html.markup import (
    flattened,
    without_attribute_floods,
    without_embedded_data,
    without_inner_doctype,
)
from trucewatch.record.outcomes import Why

Element = html.HtmlElement


def parse(markup: str, limits: HtmlLimits) -> Element | Unreadable:
    """The root of the page's tree; `TOO_LARGE` before anything is built, `TOO_DEEP` where flattening did not help."""
    markup = without_inner_doctype(without_embedded_data(markup))
    if len(markup) > limits.max_markup:
        return Unreadable(Why.TOO_LARGE, f"{len(markup)} characters of markup, more than {limits.max_markup}")
    if (brackets := markup.count("<")) > limits.max_tags:
        return Unreadable(Why.TOO_LARGE, f"about {brackets} tags, more than {limits.max_tags}")
    markup = without_attribute_floods(markup, limits.max_attributes)
    root, whole = _parsed(markup)
    if root is not None and (not whole or depth(root) > limits.max_depth):
        root, whole = _parsed(flattened(markup))
    if root is None:
        return Unreadable(Why.EMPTY, "markup without content")
    if not whole or depth(root) > limits.max_depth:
        return Unreadable(Why.TOO_DEEP, f"elements nested more than {limits.max_depth} deep")
    return root


def _parsed(markup: str) -> tuple[Element | None, bool]:
    """The tree and whether the parser reached the end of the markup."""
    parser = html.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, collect_ids=False, no_network=True
    )
    try:
        root = etree.fromstring(markup.encode("utf-8", "replace"), parser)
    except etree.ParserError:
        return None, True
    except etree.XMLSyntaxError:
        return None, True
    if root is None:
        return None, True
    stopped = any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log)
    return root, not stopped


def depth(root: Element) -> int:
    """The number of elements inside one another at the deepest place."""
    deepest = level = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        level += 1 if event == "start" else -1
        deepest = max(deepest, level)
    return deepest
