"""A user's search words, taken apart here so that no database's own query syntax is ever reached from outside."""

import unicodedata
from dataclasses import dataclass

from trucewatch.errors import UsageError

MAX_TERMS = 64
MAX_LENGTH = 2000
"""More than a person asks for; without a bound a query could cost as much as reading the whole record."""

_SEARCHED = ("L", "N", "Co")
"""Unicode categories that a full-text index keeps; a term without any of them can match nothing."""


@dataclass(frozen=True, slots=True)
class Term:
    """One word, or several that must stand side by side in this order."""

    words: str
    prefix: bool = False
    """True where the last word may go on ("cease*")."""
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """Terms that must all be there, and terms that must not."""

    terms: tuple[Term, ...]


def parse_query(written: str) -> Query:
    """The query that a user wrote: words, "exact phrases", prefix*, -excluded; anything else is a word.

    Raises UsageError where nothing is left to look for.
    """
    if len(written) > MAX_LENGTH:
        raise UsageError(f"the query has {len(written)} characters; use at most {MAX_LENGTH}")
    terms = tuple(t for t in _terms(written) if _searchable(t.words))
    if not any(not t.excluded for t in terms):
        raise UsageError(f'nothing to look for in {written!r}; give a word, a "phrase in quotes" or a beginn*')
    if len(terms) > MAX_TERMS:
        raise UsageError(f"the query has {len(terms)} words; use at most {MAX_TERMS}")
    return Query(terms)


def _terms(written: str) -> list[Term]:
    terms: list[Term] = []
    # Odd pieces stand between quotes; a quote left open runs to the end.
    for number, piece in enumerate(_straight(written).split('"')):
        if number % 2:
            excluded = bool(terms) and terms[-1] == _DASH
            terms[-1:] = [] if excluded else terms[-1:]
            terms.append(Term(piece, excluded=excluded))
        else:
            terms.extend(_word(word) for word in piece.split())
    return terms


_DASH = Term("", excluded=True)
"""A dash just before a quote: excludes the phrase."""


def _word(word: str) -> Term:
    excluded = word.startswith("-")
    body = word[1:] if excluded else word
    stem = body.rstrip("*")
    prefix = stem != body and _searchable(stem[-1:])
    return Term(stem if prefix else body, prefix, excluded)


def _straight(written: str) -> str:
    for quote in "“”„«»":
        written = written.replace(quote, '"')
    return written


def _searchable(words: str) -> bool:
    return any(unicodedata.category(c).startswith(_SEARCHED) for c in words)
