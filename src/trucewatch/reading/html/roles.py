"""What each piece of the page is: the article's paragraphs as the extractor found them, the rest by its markup."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from trucewatch.reading.html.cues import Cue
from trucewatch.reading.html.dense import dense_article
from trucewatch.reading.html.pieces import Piece
from trucewatch.record.texts import Role

_TAKEN = 0.5  # share of its text from which a piece counts as found by the extractor
_HOME = 0.3  # share of the article from which a name on the markup is the template's and says nothing
_MOSTLY_LINKS = 0.6
_LEAST_ARTICLE = 150  # characters below which the extractor has found no article
_WORDS = re.compile(r"\w+")

_ROLES = {
    Cue.CAPTION: Role.CAPTION,
    Cue.COMMENT: Role.COMMENT,
    Cue.RELATED: Role.RELATED,
    Cue.NAVIGATION: Role.NAVIGATION,
    Cue.NOTICE: Role.NOTICE,
    Cue.FOOTER: Role.NOTICE,
    Cue.BYLINE: Role.BYLINE,
}
_NOT_ARTICLE = frozenset({Cue.CAPTION, Cue.COMMENT, Cue.RELATED, Cue.NAVIGATION, Cue.NOTICE, Cue.BYLINE})


@dataclass(frozen=True, slots=True)
class Hints:
    """What the markup states that is looked for on the page."""

    headlines: tuple[str, ...] = ()
    """The stated headline first, then the window title."""
    description: str | None = None
    byline: str | None = None


def roles(pieces: Sequence[Piece], shares: Sequence[float], hints: Hints) -> list[Role]:
    """A role for every piece, in order."""
    body = _body(pieces, shares)
    misleading = _misleading(pieces, body)
    headline = _headline(pieces, body, hints)
    given = [
        _in_body(piece, misleading) if inside else _outside(piece, number, body)
        for number, (piece, inside) in enumerate(zip(pieces, body, strict=True))
    ]
    if headline is not None:
        _around_headline(pieces, given, headline, hints)
    return given


def _body(pieces: Sequence[Piece], shares: Sequence[float]) -> list[bool]:
    """Which pieces are the article; told by density where the extractor found none or took menus for one."""
    taken = [share >= _TAKEN for share in shares]
    found = [piece for piece, got in zip(pieces, taken, strict=True) if got]
    length = sum(len(piece.text) for piece in found)
    linked = sum(piece.linked for piece in found)
    if length >= _LEAST_ARTICLE and linked < _MOSTLY_LINKS * length:
        return taken
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
    if piece.cue in _NOT_ARTICLE and piece.cue not in misleading:
        return _ROLES[piece.cue]
    return Role.PARAGRAPH


def _outside(piece: Piece, number: int, body: Sequence[bool]) -> Role:
    if piece.cue in _ROLES:
        return _ROLES[piece.cue]
    if piece.linked >= _MOSTLY_LINKS * len(piece.text):
        return Role.RELATED if len(piece.text) > 25 and any(body[:number]) else Role.NAVIGATION
    if piece.cue in (Cue.HEADER, Cue.ASIDE) or not any(body[:number]):
        return Role.NAVIGATION
    return Role.RELATED if piece.heading else Role.NOTICE


def _headline(pieces: Sequence[Piece], body: Sequence[bool], hints: Hints) -> int | None:
    """The piece that is most like a headline, up to the article's end; the earliest of equals."""
    last = max((number for number, inside in enumerate(body) if inside), default=len(pieces) - 1)
    scores = [(_likeness(piece, hints), -number) for number, piece in enumerate(pieces[: last + 1])]
    best, number = max(scores, default=(0, 0))
    return -number if best >= 2 else None


def _likeness(piece: Piece, hints: Hints) -> int:
    words = _normal(piece.text)
    if not words or len(piece.text) > 400:
        return 0
    score = {"h1": 3, "h2": 1, "h3": 1}.get(piece.tag, 0) + (2 if piece.cue is Cue.HEADLINE else 0)
    stated = [_normal(text) for text in hints.headlines]
    if words in stated:
        score += 5
    elif len(words) > 15 and any(words in text or (len(text) > 15 and text in words) for text in stated):
        score += 3
    elif stated:
        score -= 2
    return score - (3 if piece.cue in (Cue.NAVIGATION, Cue.RELATED, Cue.FOOTER, Cue.NOTICE, Cue.COMMENT) else 0)


def _around_headline(pieces: Sequence[Piece], given: list[Role], headline: int, hints: Hints) -> None:
    """Settles the headline, its repetitions, and the deck that follows it."""
    words = _normal(pieces[headline].text)
    for number, piece in enumerate(pieces):
        if _normal(piece.text) == words:
            given[number] = Role.NAVIGATION
    given[headline] = Role.HEADLINE
    summary = _normal(hints.description or "")
    for number in range(headline + 1, min(headline + 12, len(pieces))):
        piece = pieces[number]
        if given[number] is Role.PARAGRAPH and piece.cue is not Cue.DECK:
            break
        if piece.cue is Cue.DECK or (summary and _normal(piece.text) == summary and not piece.linked):
            given[number] = Role.DECK


def _normal(text: str) -> str:
    return " ".join(_WORDS.findall(text.casefold()))
