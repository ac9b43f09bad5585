"""What each piece of the page is: the article's paragraphs as the extractor found them, the rest by its markup."""

from collections import defaultdict
from collections.abc import Sequence

from trucewatch.reading.html.cues import Cue
from trucewatch.reading.html.dense import dense_article, is_prose
from trucewatch.reading.html.headline import Hints, find_headline, normal
from trucewatch.reading.html.mends import completed, mend
from trucewatch.reading.html.pieces import Piece
from trucewatch.record.texts import Role

_TAKEN = 0.5  # share of its text from which a piece counts as found by the extractor
_HOME = 0.3  # share of the article from which a name on the markup is the template's and says nothing
_MOSTLY_LINKS = 0.6
_TITLE = 25  # characters from which a link is more likely a title than a menu entry
_PUNCTUATION = 20  # characters by which two writings of a headline differ that have the same words
_LEAD = 100  # characters of a paragraph that begins the article
_LEAST_DECK = 40  # characters of a line that sums an article up
_LEAST_ARTICLE = 150  # characters below which the extractor has found no article

_ROLES = {
    Cue.CAPTION: Role.CAPTION,
    Cue.COMMENT: Role.COMMENT,
    Cue.RELATED: Role.RELATED,
    Cue.NAVIGATION: Role.NAVIGATION,
    Cue.NOTICE: Role.NOTICE,
    Cue.FOOTER: Role.NOTICE,
    Cue.BYLINE: Role.BYLINE,
    Cue.HEADER: Role.NAVIGATION,
    Cue.ASIDE: Role.RELATED,
}


def roles(pieces: Sequence[Piece], shares: Sequence[float], hints: Hints) -> list[Role]:
    """A role for every piece, in order."""
    body = _body(pieces, shares)
    misleading = _misleading(pieces, body)
    last = max((number for number, inside in enumerate(body) if inside), default=len(pieces) - 1)
    headline = find_headline(pieces[: last + 1], hints.headlines)
    first = next((number for number, inside in enumerate(body) if inside), len(body))
    given = [
        _in_body(piece, misleading) if inside else _outside(piece, after=number > first)
        for number, (piece, inside) in enumerate(zip(pieces, body, strict=True))
    ]
    if headline is not None:
        _around_headline(pieces, given, headline, hints)
    mend(pieces, given, hints.byline)
    return given


def _body(pieces: Sequence[Piece], shares: Sequence[float]) -> list[bool]:
    """Which pieces are the article; told by density where the extractor found none or took menus for one."""
    taken = [share >= _TAKEN for share in shares]
    found = [piece for piece, got in zip(pieces, taken, strict=True) if got]
    length = sum(len(piece.text) for piece in found)
    linked = sum(piece.linked for piece in found)
    if length >= _LEAST_ARTICLE and linked < _MOSTLY_LINKS * length:
        return completed(pieces, taken)
    dense = dense_article(pieces)
    return dense if any(dense) else taken


def _misleading(pieces: Sequence[Piece], body: Sequence[bool]) -> frozenset[Cue]:
    """The cues under which so much of the article stands that they cannot mean what they say."""
    lengths: dict[Cue, int] = defaultdict(int)
    for piece, inside in zip(pieces, body, strict=True):
        if inside:
            lengths[piece.cue] += len(piece.text)
    return frozenset(cue for cue, length in lengths.items() if length > _HOME * sum(lengths.values()))


def _in_body(piece: Piece, misleading: frozenset[Cue]) -> Role:
    if piece.cue in _ROLES and piece.cue not in misleading:
        return _ROLES[piece.cue]
    return Role.PARAGRAPH


def _outside(piece: Piece, *, after: bool) -> Role:
    """What a piece outside the article is; `after` where some of the article stands before it."""
    if piece.cue in _ROLES and piece.cue is not Cue.ASIDE:
        return _ROLES[piece.cue]
    if piece.link_share >= _MOSTLY_LINKS:
        return Role.RELATED if after and len(piece.text) > _TITLE else Role.NAVIGATION
    if not after:
        return Role.NAVIGATION
    return Role.RELATED if piece.heading or piece.cue is Cue.ASIDE else Role.NOTICE


def _around_headline(pieces: Sequence[Piece], given: list[Role], headline: int, hints: Hints) -> None:
    """Settles the headline, its repetitions, and the deck that follows it."""
    words = normal(pieces[headline].text)
    for number, piece in enumerate(pieces):
        before = number < headline and given[number] is Role.PARAGRAPH and not is_prose(piece)
        again = abs(len(piece.text) - len(words)) <= _PUNCTUATION and normal(piece.text) == words
        if before or again or (piece.tag == "h1" and given[number] is Role.PARAGRAPH):
            given[number] = Role.NAVIGATION
    given[headline] = Role.HEADLINE
    _deck(pieces, given, headline, normal(hints.description or ""))


def _deck(pieces: Sequence[Piece], given: list[Role], headline: int, summary: str) -> None:
    """The lines between headline and first paragraph that sum the article up."""
    for number in range(headline + 1, min(headline + 12, len(pieces))):
        piece = pieces[number]
        sums_up = given[number] is not Role.PARAGRAPH and bool(summary) and normal(piece.text) == summary
        if piece.cue is Cue.DECK or (sums_up and not piece.linked) or _stands_as_deck(piece, given[number]):
            given[number] = Role.DECK
        elif given[number] is Role.PARAGRAPH and len(piece.text) > _LEAD:
            break


def _stands_as_deck(piece: Piece, given: Role) -> bool:
    """A long heading under the headline, or a line of the article's own header."""
    if piece.linked or len(piece.text) < _LEAST_DECK:
        return False
    return (piece.heading and given is Role.PARAGRAPH) or (piece.cue is Cue.HEADER and given is Role.NAVIGATION)
