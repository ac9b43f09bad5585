"""Pieces of patterns: one class, a sequence, a choice, an option.

There is no unbounded repetition to build with, so every pattern looks at a bounded number of tokens and reading a text
takes time linear in its length whatever stands in it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from trucewatch.times.lexicon import CLASS
from trucewatch.times.meaning import Meaning
from trucewatch.times.numbers import count_of
from trucewatch.times.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a pattern over class strings."""

    regex: str
    first: frozenset[str]
    """The classes that a match can begin with."""
    may_be_empty: bool = False

    def __add__(self, other: "Piece") -> "Piece":
        first = self.first | other.first if self.may_be_empty else self.first
        return Piece(self.regex + other.regex, first, self.may_be_empty and other.may_be_empty)

    def __or__(self, other: "Piece") -> "Piece":
        return Piece(
            f"(?:{self.regex}|{other.regex})", self.first | other.first, self.may_be_empty or other.may_be_empty
        )


def one(names: str) -> Piece:
    """One token of any of the classes named, separated by spaces."""
    signs = [CLASS[name] for name in names.split()]
    return Piece(f"[{''.join(signs)}]", frozenset(signs))


def opt(piece: Piece) -> Piece:
    """The piece or nothing; the piece where it can be."""
    return Piece(f"(?:{piece.regex})?", piece.first, may_be_empty=True)


def named(name: str, piece: Piece) -> Piece:
    """The piece, to be asked for by name in what was found."""
    return Piece(f"(?P<{name}>{piece.regex})", piece.first, piece.may_be_empty)


@dataclass(frozen=True, slots=True)
class Found:
    """A pattern's match over the tokens of a text."""

    tokens: Tokens
    match: re.Match[str]

    def has(self, name: str) -> bool:
        """True where the rule has the named piece and it took part."""
        return name in self.match.re.groupindex and self.match.group(name) is not None

    def word(self, name: str) -> str:
        """The first word of the named piece, casefolded; empty where it took no part."""
        return self.tokens.word(self.match.start(name)) if self.has(name) else ""

    def words(self, name: str) -> list[str]:
        """All words of the named piece, casefolded."""
        return [self.tokens.word(at) for at in range(*self.match.span(name))] if self.has(name) else []

    def next_word(self) -> str:
        """The word after the match, casefolded; empty at the end."""
        return self.tokens.word(self.match.end())

    def follows(self, name: str) -> bool:
        """True where a token of the class named is one of the two before the match."""
        start = self.match.start()
        return CLASS[name] in self.tokens.classes[max(0, start - 2) : start]

    def goes_on(self) -> bool:
        """True where a hyphen ties the match to the next word: a year-earlier loss, the week-long talks."""
        return self.tokens.classes[self.match.end() : self.match.end() + 1] == CLASS["HYPHEN"]

    def count(self, name: str) -> Fraction | None:
        """The number that the named piece says; None where it is vague ("several") or no number."""
        return count_of(self.words(name))

    def integer(self, name: str) -> int | None:
        """The whole number that the named piece says; None where it says none."""
        count = self.count(name)
        return int(count) if count is not None and count.denominator == 1 else None


Builder = Callable[[Found], Meaning | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what it says; the builder answers None where the words only look like an expression."""

    pattern: re.Pattern[str]
    first: frozenset[str]
    build: Builder


def rule(piece: Piece, build: Builder) -> Rule:
    """A rule of the grammar; an empty match is no rule."""
    if piece.may_be_empty:
        raise ValueError("a rule's pattern must match at least one token")
    return Rule(re.compile(piece.regex), piece.first, build)
