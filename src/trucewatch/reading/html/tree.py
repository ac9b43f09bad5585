"""Markup to a tree that is safe to walk: bounded in size, nothing fetched, no entity expanded."""

from lxml import etree, html

from trucewatch.reading.html.limits import HtmlLimits, Unreadable
from trucewatch.reading.html.markup import (
    has_more_attributes,
    without_attribute_floods,
    without_embedded_data,
    without_inner_doctype,
)
from trucewatch.record.outcomes import Why

_MANY = 1_000_000  # characters of markup from which attributes are worth counting

Element = html.HtmlElement

_PLAIN = etree.ElementDefaultClassLookup(
    element=html.HtmlElement, comment=html.HtmlComment, pi=html.HtmlProcessingInstruction
)
"""One class for all elements: the parser of `lxml.html` asks a Python function for each, to tell a form from others."""


def bounded(markup: str, limits: HtmlLimits) -> str | Unreadable:
    """The markup without what costs much and says nothing; `TOO_LARGE` where it still is."""
    markup = without_inner_doctype(without_embedded_data(markup))
    if len(markup) > limits.max_markup:
        return Unreadable(Why.TOO_LARGE, f"{len(markup)} characters of markup, more than {limits.max_markup}")
    if (brackets := markup.count("<")) > limits.max_tags:
        return Unreadable(Why.TOO_LARGE, f"about {brackets} tags, more than {limits.max_tags}")
    markup = without_attribute_floods(markup, limits.max_attributes)
    if len(markup) > _MANY and has_more_attributes(markup, limits.max_all_attributes):
        return Unreadable(Why.TOO_LARGE, f"more than {limits.max_all_attributes} attributes")
    return markup


def parse(markup: str) -> tuple[Element | None, bool]:
    """The root of the page's tree, None without an element, and whether the parser reached the end of the markup."""
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, collect_ids=False, no_network=True
    )
    parser.set_element_class_lookup(_PLAIN)
    try:
        root = etree.fromstring(markup.encode("utf-8", "replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None, True
    stopped = any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log)
    return (root if isinstance(root, Element) else None), not stopped
