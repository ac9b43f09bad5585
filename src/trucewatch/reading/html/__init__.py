"""HTML to a draft: all readable text of a page in order, the article told from the rest, and what the markup states."""

from trucewatch.reading.draft import Draft
from trucewatch.reading.html.align import coverage
from trucewatch.reading.html.extractor import article_segments
from trucewatch.reading.html.headline import Hints
from trucewatch.reading.html.limits import HtmlLimits, Unreadable
from trucewatch.reading.html.markup import flattened
from trucewatch.reading.html.pieces import Piece, Walked, walked
from trucewatch.reading.html.roles import roles
from trucewatch.reading.html.stated import description, meta_tags, stated, title
from trucewatch.reading.html.tree import Element, bounded, parse
from trucewatch.record.outcomes import Why
from trucewatch.record.texts import Block, Role

__all__ = ["HtmlLimits", "Unreadable", "read_html"]


def read_html(markup: str, limits: HtmlLimits | None = None) -> Draft | Unreadable:
    """The draft of a page of HTML or XHTML, or why there is none.

    The string holds each readable piece of the page on a line of its own, in document order. `Unreadable` is `EMPTY`
    for markup without elements, `NO_TEXT` for a page that shows no text, `TOO_LARGE` and `TOO_DEEP` as `HtmlLimits`
    says. A page without an article gives a draft without paragraphs.
    """
    limits = limits or HtmlLimits()
    bare = bounded(markup, limits)
    opened = _opened(bare, limits) if isinstance(bare, str) else bare
    if isinstance(opened, Unreadable):
        return opened
    root, (found, elements, work) = opened
    if not found:
        return Unreadable(Why.NO_TEXT, "markup that shows no text")
    meta = meta_tags(root)
    says = stated(root, meta, markup)
    headlines = tuple(text for text in (says.headline, title(root)) if text)
    hints = Hints(headlines, description(meta), says.byline)
    bearable = elements <= limits.max_elements and work <= limits.max_work
    segments = article_segments(root) if bearable else []
    string, blocks = _laid_out(found, roles(found, coverage(found, segments), hints))
    return Draft(string, blocks, says, marked=True)


def _opened(markup: str, limits: HtmlLimits) -> tuple[Element, Walked] | Unreadable:
    """The page's tree and pieces; a page that is nested too deep is opened once more without its structure."""
    for attempt in (markup, None):
        root, whole = parse(flattened(markup) if attempt is None else attempt)
        if root is None:
            return Unreadable(Why.EMPTY, "markup without content")
        found = walked(root, limits.max_depth) if whole else None
        if found is not None:
            return root, found
    return Unreadable(Why.TOO_DEEP, f"elements nested more than {limits.max_depth} deep")


def _laid_out(found: list[Piece], given: list[Role]) -> tuple[str, tuple[Block, ...]]:
    blocks, at = [], 0
    for piece, role in zip(found, given, strict=True):
        blocks.append(Block(at, at + len(piece.text), role))
        at += len(piece.text) + 1
    return "\n".join(piece.text for piece in found), tuple(blocks)
