"""The whole grammar by the class that an expression begins with."""

import re
from typing import Final

from trucewatch.times.grammar.clock import CLOCK
from trucewatch.times.grammar.dates import DATES
from trucewatch.times.grammar.lengths import LENGTHS, SETS
from trucewatch.times.grammar.periods import PERIODS
from trucewatch.times.grammar.pieces import Rule
from trucewatch.times.grammar.relative import RELATIVE
from trucewatch.times.grammar.vague import VAGUE_TIMES

RULES: Final[tuple[Rule, ...]] = (*DATES, *CLOCK, *RELATIVE, *PERIODS, *VAGUE_TIMES, *LENGTHS, *SETS)
"""Every rule; of two that match as long, the earlier speaks."""


def _by_first() -> dict[str, tuple[Rule, ...]]:
    firsts = frozenset[str]().union(*(rule.first for rule in RULES))
    return {first: tuple(rule for rule in RULES if first in rule.first) for first in firsts}


BY_FIRST: Final[dict[str, tuple[Rule, ...]]] = _by_first()
"""The rules that can begin with a token of each class."""


def _outline(rules: tuple[Rule, ...]) -> re.Pattern[str]:
    patterns = (re.sub(r"\?P<\w+>", "?:", rule.pattern.pattern) for rule in rules)
    return re.compile("|".join(patterns))


OUTLINE: Final[dict[str, re.Pattern[str]]] = {first: _outline(rules) for first, rules in BY_FIRST.items()}
"""For each class one pattern that matches where any of its rules does: most tokens are turned away by it at once."""
