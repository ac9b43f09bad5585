"""The year that an opening sets for what follows: "In 1994 the sides met. In May ..."."""

from dataclasses import dataclass
from typing import Final

from trucewatch.times.lexicon import CLASS
from trucewatch.times.meaning import Shift, When
from trucewatch.times.scan import Expression
from trucewatch.times.tense import ends_sentence
from trucewatch.times.tokens import Tokens

_OPENERS: Final = frozenset(CLASS[name] for name in ("IN", "ON", "BY", "DURING", "EARLY", "LATE", "AFTER"))
_MARKS: Final = frozenset((CLASS["FINAL"], CLASS["BREAK"]))
_SENTENCES: Final = 2
"""How many sentences after its own an opening reaches."""


@dataclass(slots=True)
class Frames:
    """The opening in force while a block is read from left to right."""

    opening: tuple[int, int] | None = None
    _sentences: int = 0
    _read: int = 0
    _start: int = 0
    _initial: bool = True
    """True while only a preposition stands between the sentence's start and the token in hand."""

    def at(self, tokens: Tokens, expression: Expression) -> tuple[int, int] | None:
        """The opening in force at an expression: anywhere in its own sentence, at the head of the next ones."""
        start = self._advance(tokens, expression.first)
        head = all(kind in _OPENERS for kind in tokens.classes[start : expression.first])
        self._initial = head and expression.first - start <= 2
        return self.opening if self.opening and (self._sentences == 0 or self._initial) else None

    def tell(self, expression: Expression, value: str) -> None:
        """An expression was resolved: a year at a sentence's head opens; any other told year or day of now closes."""
        meaning = expression.meaning
        if isinstance(meaning, Shift) and not meaning.story:
            self.opening = None
        if not isinstance(meaning, When) or meaning.unit not in ("Y", "M", "D", "S"):
            return
        if meaning.year is None:
            if meaning.month is None:
                self.opening = None
            return
        opens = self._initial and meaning.unit != "S" and value[:4].isdigit()
        self.opening, self._sentences = ((meaning.year, meaning.month or 0) if opens else None), 0

    def _advance(self, tokens: Tokens, to: int) -> int:
        """Count the sentences that end before `to`; the first token of the sentence that it stands in."""
        classes, start = tokens.classes, self._start
        for at in range(self._read, to):
            kind = classes[at]
            if kind in _MARKS or (kind == CLASS["STOP"] and ends_sentence(tokens, at)):
                start = at + 1
                self._sentences += 1
                if self._sentences > _SENTENCES or kind == CLASS["BREAK"]:
                    self.opening = None
        self._read, self._start = to, start
        return start
