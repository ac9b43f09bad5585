"""Who stands behind a passage: the outlet in its own voice, or the innermost speaker."""

from bisect import bisect_right
from collections.abc import Iterable

from trucewatch.extract.codebook.match import Clause
from trucewatch.extract.codebook.tenses import Tense, verb_tense
from trucewatch.record.language import Sentence
from trucewatch.record.mentions import Kind, Statement
from trucewatch.record.spans import Range
from trucewatch.record.texts import Text

OUTLET = "outlet"
UNKNOWN = "unknown speaker"
_DEEP = 40
"""Contents that are looked at before a passage: they nest a few deep at most."""
_OPENING, _CLOSING = "\N{LEFT DOUBLE QUOTATION MARK}", "\N{RIGHT DOUBLE QUOTATION MARK}"
_TOLD = frozenset({Tense.PAST, Tense.PERFECT, Tense.PRESENT})
"""Tenses that indirect speech in the past shifts back: not shifted, they are the reporter's."""


class Asserters:
    """Who stands behind a passage: the innermost statement that contains it, else the outlet."""

    def __init__(self, text: Text, statements: Iterable[Statement]) -> None:
        told = list(statements)
        spans = [(c.start, c.end, s) for s in told if not _nobodys(s) for c in _pieces(s)]
        self._spans = sorted(spans, key=lambda span: (span[0], -span[1]))
        self._starts = [span[0] for span in self._spans]
        self._cues = {cue.start: s for s in told if not _nobodys(s) for cue in s.attribution.cue}
        self._string = text.string

    def chain(self, trigger: Range, sentence: Sentence, clause: Clause, word: int) -> tuple[str, ...]:
        """Those who stand behind the event of a word, outermost first; none: the outlet.

        A relative clause that the reporter puts into indirect speech ("the exchange, which has not begun") is the
        reporter's. The clause that a cue's verb governs belongs to its statement, also where its content breaks off.
        """
        around = self._around(trigger)
        if not around:
            governing = self._governing(sentence, clause, word)
            around = [governing] if governing is not None else []
        elif around[-1].attribution.kind is not Kind.DIRECT and self._put_in(sentence, clause, word, around[-1]):
            around.pop()
        return tuple(dict.fromkeys(self._named(s) for s in around))

    def _around(self, trigger: Range) -> list[Statement]:
        """The statements whose content holds the range, outermost first."""
        last = bisect_right(self._starts, trigger.start)
        near = self._spans[max(0, last - _DEEP) : last]
        return [s for start, end, s in near if start <= trigger.start and trigger.end <= end]

    def _governing(self, sentence: Sentence, clause: Clause, word: int) -> Statement | None:
        """The statement whose cue governs the word's clause as its complement."""
        for child, head in clause.tree.above(word):
            label = clause.tree.label(child)
            if label == "ccomp" and (found := self._cues.get(sentence.words[head].at.start)):
                return found
            if label in ("acl:relcl", "parataxis", "advcl"):
                return None
        return None

    def _put_in(self, sentence: Sentence, clause: Clause, word: int, statement: Statement) -> bool:
        """Whether the word stands in a relative clause behind a comma, outside quotation marks, not shifted back."""
        tree = clause.tree
        way = [word, *(head for _, head in tree.above(word))]
        verb = next((w for w in way if tree.label(w) == "acl:relcl"), None)
        content = statement.attribution.content
        if verb is None or not self._holds(content, sentence.words[tree.words[verb].head or 0].at):
            return False
        pronoun = next((c for c in tree.children[verb] if tree.words[c].xpos in ("WDT", "WP", "WP$")), None)
        if pronoun is None or tree.forms[pronoun] == "that" or pronoun == 0 or tree.forms[pronoun - 1] != ",":
            return False
        return not self._quoted(content, sentence.words[verb].at) and verb_tense(clause, verb) in _TOLD

    def _holds(self, content: tuple[Range, ...], at: Range) -> bool:
        return any(c.start <= at.start and at.end <= c.end for c in content)

    def _quoted(self, content: tuple[Range, ...], at: Range) -> bool:
        """Whether a quotation that began in the content is open here."""
        before = next((self._string[c.start : at.start] for c in content if c.start <= at.start < c.end), "")
        return before.count(_OPENING) > before.count(_CLOSING) or before.count('"') % 2 == 1

    def _named(self, statement: Statement) -> str:
        if statement.speaker is not None:
            return statement.speaker.name
        source = statement.attribution.source
        return source.of(self._string) if source else UNKNOWN


def _nobodys(statement: Statement) -> bool:
    """Whether it only says that something is reported or expected: then the outlet tells it, in its own words."""
    found = statement.attribution
    return statement.speaker is None and found.source is None and found.kind is Kind.INDIRECT


def _pieces(statement: Statement) -> tuple[Range, ...]:
    """What may hold events of it: its content; of indirect speech also what stands between two pieces."""
    content = statement.attribution.content
    if statement.attribution.kind is not Kind.INDIRECT or len(content) == 1:
        return content
    return (Range(content[0].start, content[-1].end),)
