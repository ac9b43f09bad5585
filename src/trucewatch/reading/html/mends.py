"""What the extractor takes into an article and is none, and what it leaves out of one: told by form and wording."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from trucewatch.reading.html.cues import Cue
from trucewatch.reading.html.dense import is_prose
from trucewatch.reading.html.pieces import Piece
from trucewatch.record.texts import Role

_ALL_LINK = 0.75  # share of links from which a short paragraph only leads elsewhere
_SHORT = 250  # characters
_LABEL = 60  # characters; a longer line is no label of a section
_HOME = 0.25  # share of the article that a column must hold for its other prose to belong to it

_LEADS_ELSEWHERE = re.compile(
    r"^(?:related|read (?:more|also|next)|see (?:more|also)|also read|more on this|watch|don[’']?t miss|recommended)\b"
    r"[^:]{0,20}:",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"^(?:you (?:may|might) (?:also )?(?:like|enjoy|be interested in)|don[’']?t miss|related(?: \w+){0,2}|see also"
    r"|read (?:more|also|next)|also read|further reading|more (?:from|on|in|stories|news)\b.{0,40}"
    r"|most (?:read|popular)"
    r"|(?:top|latest|other|partner|trending) (?:stories|news|articles|headlines)|trending(?: now)?|in this issue"
    r"|recommended(?: for you)?|what to read next|popular(?: now)?"
    r"|(?:\d{1,6} )?(?:reader |your )?comments?(?: \(\d{1,6}\))?|leave a (?:comment|reply)|letters to the editor"
    r"|subscribe(?: now)?|newsletters?|sign up.{0,40}|follow us.{0,30}|share this.{0,30}|about the authors?)\W{0,3}$",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"^[(\[*_\s]{0,3}(?:additional |with )?(?:reporting|writing|editing|compiled|edited|written) by\b", re.IGNORECASE
)
_CONTRIBUTED = re.compile(r"\bcontributed to th(?:is|e) (?:report|story|article)\b", re.IGNORECASE)
_ASKS = re.compile(
    r"\bsign(?:ing)? up (?:for|to|here|today|now)\b|\bsubscribe\b|\bnewsletters?\b|\bin(?:to)? your inbox\b"
    r"|\bfollow (?:us|him|her|them|me)\b|\bclick here (?:to|for)\b|\bdownload (?:the|our)\b.{0,30}\bapp\b"
    r"|\b(?:may|can) be reached at\b|\bhave a (?:news )?tip\b|\bget the .{0,30}\bapp\b",
    re.IGNORECASE,
)
_SHARES = frozenset(
    "share|share this|tweet|copy link|print|email|e-mail|facebook|twitter|whatsapp|telegram|linkedin|pinterest|reddit"
    "|save|listen|advertisement|ad|close|back to top|read more|continue reading|show more|loading|x".split("|")
)


def completed(pieces: Sequence[Piece], body: Sequence[bool]) -> list[bool]:
    """The article with the prose in its own columns and the quotations inside it that the extractor passed over."""
    columns = Counter[tuple[int, str]]()
    for piece, inside in zip(pieces, body, strict=True):
        columns[piece.column] += len(piece.text) if inside else 0
    own = {column for column, length in columns.items() if length > _HOME * columns.total()}
    first, last = _ends(body)
    another = next((n for n in range(last + 1, len(pieces)) if pieces[n].tag == "h1"), len(pieces))
    whole = list(body)
    for number in range(another):
        piece = pieces[number]
        prose = piece.tag == "p" and piece.column in own and is_prose(piece)
        if piece.cue is Cue.NONE and (prose or (first < number < last and _is_quoted(piece))):
            whole[number] = True
    return whole


def _ends(body: Sequence[bool]) -> tuple[int, int]:
    """The first and the last piece of the article."""
    inside = [number for number, got in enumerate(body) if got]
    return (inside[0], inside[-1]) if inside else (0, 0)


def _is_quoted(piece: Piece) -> bool:
    return (piece.tag == "blockquote" or piece.column[1].startswith("blockquote")) and piece.link_share < _ALL_LINK


def mend(pieces: Sequence[Piece], given: list[Role], byline: str | None) -> None:
    """Takes out of the article, in place: what leads elsewhere, credits, requests, labels and the lists under them."""
    body = [number for number, role in enumerate(given) if role is Role.PARAGRAPH]
    for number in body:
        if (role := _by_form(pieces[number])) is not None:
            given[number] = role
    for number, role in _under_labels(pieces, body):
        given[number] = role
    _linked_runs(pieces, given, body)
    _edges(pieces, given, byline)


def _by_form(piece: Piece) -> Role | None:
    text = piece.text
    if text.casefold().strip(" .:|…") in _SHARES:
        return Role.NAVIGATION
    if len(text) > 2 * _SHORT:
        return None
    if _CREDIT.match(text) or (len(text) <= _SHORT and _CONTRIBUTED.search(text)):
        return Role.BYLINE
    if piece.heading or len(text) > _SHORT:
        return None
    if piece.link_share >= _ALL_LINK or (piece.linked and _LEADS_ELSEWHERE.match(text)):
        return Role.RELATED
    return Role.NOTICE if piece.linked and _ASKS.search(text) else None


def _under_labels(pieces: Sequence[Piece], body: Sequence[int]) -> Iterator[tuple[int, Role]]:
    """The labels of related lists, comments and sign-up boxes, and the short lines under each."""
    under = False
    for number in body:
        piece = pieces[number]
        if len(piece.text) <= _LABEL and _SECTION.match(piece.text):
            under = True
        elif under and (is_prose(piece) or (piece.heading and piece.link_share < _ALL_LINK)):
            under = False
        if under:
            yield number, Role.RELATED


def _linked_runs(pieces: Sequence[Piece], given: list[Role], body: Sequence[int]) -> None:
    """Linked headings one after another are a list of other articles; a single one may head a section."""
    linked = {number for number in body if pieces[number].heading and pieces[number].link_share >= _ALL_LINK}
    for number in linked:
        if number + 1 in linked or number - 1 in linked:
            given[number] = Role.RELATED


def _edges(pieces: Sequence[Piece], given: list[Role], byline: str | None) -> None:
    """A heading with nothing under it at the article's end, and the lines about its author at either end."""
    body = [number for number, role in enumerate(given) if role is Role.PARAGRAPH]
    while body and pieces[body[-1]].heading and len(body) > 1:
        given[body.pop()] = Role.RELATED
    names = [name for name in re.split(r",| and ", byline or "") if len(name.strip()) > 4]
    first = next((place for place, number in enumerate(body) if is_prose(pieces[number])), 0)
    for number in (*body[:first], *body[-3:]):
        text = pieces[number].text
        if len(text) <= _SHORT and any(name.strip() in text[: 40 + len(name)] for name in names) and len(body) > 3:
            given[number] = Role.BYLINE
