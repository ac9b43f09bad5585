"""HTML to a draft: all readable text of a page in order, the article told from the rest, and what the markup states."""

from trucewatch.reading.draft import Draft
from trucewatch.reading.html.align import coverage
from trucewatch.reading.html.extractor import article_segments
from trucewatch.reading.html.limits import HtmlLimits, Unreadable
from trucewatch.reading.html.pieces import Piece, pieces
from trucewatch.reading.html.roles import Hints, roles
from trucewatch.reading.html.stated import description, meta_tags, stated, title
from trucewatch.reading.html.tree import parse
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
    root = parse(markup, limits)
    if isinstance(root, Unreadable):
        return root
    found = pieces(root)
    if not found:
        return Unreadable(Why.NO_TEXT, "markup that shows no text")
    says = stated(root, markup)
    headlines = tuple(text for text in (says.headline, title(root)) if text)
    hints = Hints(headlines, description(meta_tags(root)), says.byline)
    string, blocks = _laid_out(found, roles(found, coverage(found, article_segments(root)), hints))
    return Draft(string, blocks, says)


def _laid_out(found: list[Piece], given: list[Role]) -> tuple[str, tuple[Block, ...]]:
    blocks, at = [], 0
    for piece, role in zip(found, given, strict=True):
        blocks.append(Block(at, at + len(piece.text), role))
        at += len(piece.text) + 1
    return "\n".join(piece.text for piece in found), tuple(blocks)
