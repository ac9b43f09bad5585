"""The examples of a codebook, run: each says whether its rule did what the example wants."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from trucewatch.extract.codebook.events import Coded, Passages, clauses, code
from trucewatch.extract.codebook.lexicon import Lexicon
from trucewatch.extract.codebook.match import Clause, match
from trucewatch.record.codebook import Codebook, Example, Rule
from trucewatch.record.ids import PageId
from trucewatch.record.language import Language, Sentence
from trucewatch.record.texts import Block, Role, Text

ReadText = Callable[[Text], Language]


@dataclass(frozen=True, slots=True)
class Tried:
    """An example and what came of it; no fault: it did what it should."""

    rule: Rule
    example: Example
    fault: str | None


def one_paragraph(string: str) -> Text:
    """The string as a text of one paragraph."""
    return Text.of(PageId(""), string, (Block(0, len(string), Role.PARAGRAPH),))


def prove(codebook: Codebook, read: ReadText, rules: Iterable[Rule] | None = None) -> Iterator[Tried]:
    """Each example of the rules (all, unless given), run against the whole codebook."""
    lexicon = Lexicon(codebook)
    for rule in codebook.rules if rules is None else rules:
        for example in rule.examples:
            text = one_paragraph(example.text)
            page = Passages(text, read(text))
            yield Tried(rule, example, _fault(rule, example, page, lexicon))


def _fault(rule: Rule, example: Example, page: Passages, lexicon: Lexicon) -> str | None:
    hits: list[tuple[Sentence, Clause, Coded | None]] = []
    others: list[str] = []
    whys: list[str] = []
    for sentence, clause in clauses(page, lexicon):
        matched = match(clause, lexicon)
        fired = [*matched.events, *(h for h in matched.operators.values() if h.rule.category is None)]
        coded = {c.hit.head: c for c in code(clause, lexicon)}
        mine = [h for h in fired if h.rule.id == rule.id and (h.head in coded or rule.category is None)]
        hits += [(sentence, clause, coded.get(h.head)) for h in mine if _meets(sentence, h.span(), example)]
        others += [h.rule.id for h in fired if h not in mine]
        whys += [m.why for m in matched.misses if m.rule.id == rule.id]
    if not example.holds:
        return "the rule fires, and should not" if hits else None
    if not hits:
        said = f"; {whys[0]}" if whys else "; none of its words is in the sentence as what the rule says"
        return f"the rule does not fire{said}" + (f" (fired: {', '.join(others)})" if others else "")
    return _unlike(hits[0], example)


def _meets(sentence: Sentence, span: tuple[int, int], example: Example) -> bool:
    if example.trigger is None:
        return True
    start, end = sentence.words[span[0]].at.start, sentence.words[span[1]].at.end
    return start < example.trigger[1] and example.trigger[0] < end


def _unlike(hit: tuple[Sentence, Clause, Coded | None], example: Example) -> str | None:
    """What the event is told as beside what the example expects."""
    sentence, clause, coded = hit
    if coded is None:
        return None
    expected = example.expected
    if expected.status is not None and expected.status is not coded.state.status:
        return f"status is {coded.state.status}, expected {expected.status}"
    for role, want, spans in (
        ("actor", expected.actor, coded.roles.actors),
        ("recipient", expected.recipient, coded.roles.recipients),
    ):
        given = [clause.tree.text[sentence.words[a].at.start : sentence.words[b].at.end] for a, b in spans]
        if want is not None and not any(want.lower() in phrase.lower() for phrase in given):
            return f"{role} is {' and '.join(given) or 'not found'}, expected {want}"
    return None
