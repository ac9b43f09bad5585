"""Why each clause was coded as it was: what fired, what nearly did, and why not."""

from collections.abc import Iterator
from dataclasses import dataclass

from trucewatch.extract.codebook.events import Coded, Passages, clauses, code
from trucewatch.extract.codebook.lexicon import Lexicon
from trucewatch.extract.codebook.match import Clause, Matched, match
from trucewatch.record.language import Sentence

MAX_NEAR = 12
"""Near misses told of one trigger; a word like "take" begins many phrases."""


@dataclass(frozen=True, slots=True)
class Fired:
    """A rule that fired: its trigger's words, what was decided, and on what words."""

    rule: str
    trigger: str
    code: str
    status: str
    because: str | None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Near:
    """A rule whose trigger is there and that did not fire."""

    rule: str
    trigger: str
    why: str


@dataclass(frozen=True, slots=True)
class Explained:
    """One sentence with all that the codebook has to say of it."""

    sentence: str
    fired: tuple[Fired, ...]
    near: tuple[Near, ...]


def explain(page: Passages, lexicon: Lexicon) -> Iterator[Explained]:
    """Each sentence of the page's reporting, in order."""
    for sentence, clause in clauses(page, lexicon):
        matched = match(clause, lexicon)
        coded = code(clause, lexicon)
        fired = (*(_event(sentence, clause, one) for one in coded), *_operators(clause, matched))
        yield Explained(sentence.at.of(page.text.string), fired, _near(clause, matched))


def _event(sentence: Sentence, clause: Clause, coded: Coded) -> Fired:
    rule, text = coded.hit.rule, clause.tree.text

    def words(spans: tuple[tuple[int, int], ...]) -> tuple[str, ...]:
        return tuple(text[sentence.words[a].at.start : sentence.words[b].at.end] for a, b in spans)

    decided = coded.state.word
    return Fired(
        rule.id,
        words((coded.hit.span(),))[0],
        "/".join(filter(None, (rule.category, rule.mode))) + f", {rule.track}",
        str(coded.state.status),
        clause.tree.forms[decided] if decided is not None else None,
        words(coded.roles.actors),
        words(coded.roles.recipients),
    )


def _operators(clause: Clause, matched: Matched) -> Iterator[Fired]:
    for head, hit in sorted(matched.operators.items()):
        if hit.rule.category is None:
            yield Fired(hit.rule.id, clause.tree.forms[head], "operator", f"makes {hit.rule.makes}", None)


def _near(clause: Clause, matched: Matched) -> tuple[Near, ...]:
    """The misses in the sentence's order, the first few of each trigger."""
    counts: dict[int, int] = {}
    out = []
    for miss in sorted(matched.misses, key=lambda m: m.found.words):
        counts[miss.found.head] = counts.get(miss.found.head, 0) + 1
        if counts[miss.found.head] <= MAX_NEAR:
            words = " ".join(clause.tree.forms[w] for w in miss.found.words)
            out.append(Near(miss.rule.id, words, miss.why))
    return tuple(out)
