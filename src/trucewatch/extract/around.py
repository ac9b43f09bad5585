"""The sentences of a text's reporting, found again from a place in them."""

from bisect import bisect_right

from trucewatch.extract.sentences import sentences
from trucewatch.record.spans import Range
from trucewatch.record.texts import Role, Text


class Sentences:
    """The sentences of the reporting blocks, made once for a text; every look-up takes logarithmic time."""

    def __init__(self, text: Text) -> None:
        self._found = [(s, b.role) for b in text.reporting() for s in sentences(text.string, b.start, b.end)]
        self._starts = [sentence.start for sentence, _ in self._found]

    def around(self, start: int, end: int) -> tuple[Range, Role]:
        """The sentence that holds these words, with its block's role.

        Words that run over an end take all sentences that they touch; those of no sentence stand for themselves.
        """
        if not self._found:
            return Range(start, end), Role.PARAGRAPH
        first, role = self._found[max(0, bisect_right(self._starts, start) - 1)]
        last, _ = self._found[max(0, bisect_right(self._starts, end - 1) - 1)]
        begin = first.start if start < first.end else start
        return Range(min(begin, start), max(last.end, end)), role
