"""Why each clause was coded as it was: what fired, what nearly did, and why not."""

from collections.abc import Iterator
from dataclasses import dataclass

from trucewatch.extract.codebook.events import Coded, CodedSentence, Coders, Passages, coded_sentences
from trucewatch.extract.codebook.lexicon import Lexicon
from trucewatch.extract.codebook.match import Clause, Matched, match
from trucewatch.record.mentions import EventMention

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
    event: EventMention | None = None
    """The event as the record has it; None for an operator, which codes none."""


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
    """Each sentence of the page's reporting, in order; every event that is coded of the same passages is among them."""
    for one in coded_sentences(page, lexicon, Coders(), "explain"):
        matched = match(one.clause, lexicon)
        fired = (*(_event(one, coded, event) for coded, event in one.events), *_operators(one.clause, matched))
        yield Explained(one.sentence.at.of(page.text.string), fired, _near(one.clause, matched))


def _event(one: CodedSentence, coded: Coded, event: EventMention) -> Fired:
    text, words = one.clause.tree.text, one.sentence.words

    def phrases(spans: tuple[tuple[int, int], ...]) -> tuple[str, ...]:
        return tuple(text[words[a].at.start : words[b].at.end] for a, b in spans)

    return Fired(
        event.rule,
        event.trigger.of(text),
        "/".join(filter(None, (event.category, event.mode))) + f", {event.track}",
        str(event.status),
        event.status_words.of(text).lower() if event.status_words else None,
        phrases(coded.roles.actors),
        phrases(coded.roles.recipients),
        event,
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
