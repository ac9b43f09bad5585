"""Where the grammar's rules match: the longest match from left to right."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from trucewatch.times.grammar.all_rules import BY_FIRST, OUTLINE
from trucewatch.times.grammar.pieces import Found
from trucewatch.times.meaning import Meaning
from trucewatch.times.tokens import Tokens

_START: Final = re.compile(f"[{''.join(BY_FIRST)}]")
"""Tokens that can begin an expression: the rest is stepped over without a look."""


@dataclass(frozen=True, slots=True)
class Expression:
    """Tokens first..last (half-open) and what they say."""

    first: int
    last: int
    meaning: Meaning
    vouched: bool = False
    """True where other words vouch that a time is meant: several matches joined, or early, mid, late."""


def scan(tokens: Tokens) -> Iterator[Expression]:
    """All matches, none overlapping another; a bounded number of rules is tried at each token."""
    classes, at = tokens.classes, 0
    while found := _START.search(classes, at):
        at = found.start()
        expression = _longest(tokens, at)
        if expression is None:
            at += 1
        else:
            yield expression
            at = expression.last


def _longest(tokens: Tokens, at: int) -> Expression | None:
    classes = tokens.classes
    if not OUTLINE[classes[at]].match(classes, at):
        return None
    hits = []
    for number, rule in enumerate(BY_FIRST[classes[at]]):
        match = rule.pattern.match(classes, at)
        if match:
            hits.append((-match.end(), number, rule, match))
    if len(hits) > 1:
        hits.sort(key=lambda hit: hit[:2])
    for end, _, rule, match in hits:
        meaning = rule.build(Found(tokens, match))
        if meaning is not None:
            return Expression(at, -end, meaning)
    return None
