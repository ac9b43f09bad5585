"""The event mentions of one text."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from trucewatch.extract.codebook.asserters import OUTLET, Asserters
from trucewatch.extract.codebook.lexicon import Lexicon
from trucewatch.extract.codebook.match import Clause, Hit, match
from trucewatch.extract.codebook.parties import Roles, Spans, roles
from trucewatch.extract.codebook.states import State, States, told_by
from trucewatch.extract.codebook.when import Calendar, SentenceCalendar
from trucewatch.extract.quantities import FoundQuantity
from trucewatch.record.codebook import Rule
from trucewatch.record.language import Language, Sentence
from trucewatch.record.mentions import (
    EventMention,
    EventPlace,
    Name,
    NameType,
    Party,
    Quantity,
    Statement,
    Status,
    TimeMention,
    Track,
)
from trucewatch.record.spans import Range
from trucewatch.record.texts import Text

_CLAIMED = frozenset({Track.FIGHTING, Track.VIOLATION})
"""Where a speaker says who did such a thing, it is a party's claim."""
_OWN = frozenset("we our i my its".split())
"""Words for the one who speaks, or his side; of his own deeds he knows."""
_BODIES = frozenset({NameType.ORGANIZATION, NameType.PERSON, NameType.PLACE})
_LENT = 4
"""Steps from an event down to the one that it is about."""
_DEPTH_COUNTS = 0.9
"""What a step away from the sentence's main clause leaves of a mention's score."""


@dataclass(frozen=True, slots=True)
class Passages:
    """All that the events of a page are coded from."""

    text: Text
    language: Language
    statements: tuple[Statement, ...] = ()
    times: tuple[TimeMention, ...] = ()
    relayed: frozenset[str] = frozenset()
    """Agencies and outlets that the page passes on: what they tell is no party's claim."""
    published: str | None = None
    """The page's own day as YYYY-MM-DD; None where it is not known to the day."""


@dataclass(frozen=True, slots=True)
class Coders:
    """How the words for parties, places and figures become the record's; without them words are taken as written."""

    parties: Callable[[Range], tuple[Party, ...]] | None = None
    place: Callable[[Range], EventPlace | None] | None = None
    figures: Callable[[Sentence], tuple[FoundQuantity, ...]] | None = None


@dataclass(frozen=True, slots=True)
class Coded:
    """One event of a sentence before it is a record: the hit, its state and its roles, as word numbers."""

    hit: Hit
    state: State
    roles: Roles
    score: float


@dataclass(frozen=True, slots=True)
class CodedSentence:
    """A sentence with its events, those of its main clause first: how each was coded, and the record's form of it."""

    sentence: Sentence
    clause: Clause
    events: tuple[tuple[Coded, EventMention], ...]


def read_events(page: Passages, lexicon: Lexicon, coders: Coders, maker: str) -> tuple[EventMention, ...]:
    """The events told in the text's reporting, sentence by sentence; each names the rule that coded it."""
    return tuple(event for one in coded_sentences(page, lexicon, coders, maker) for _, event in one.events)


def coded_sentences(page: Passages, lexicon: Lexicon, coders: Coders, maker: str) -> Iterator[CodedSentence]:
    """Every sentence of the text's reporting, in order, with or without events."""
    yield from _PageCoder(page, lexicon, coders, maker).sentences()


class _PageCoder:
    """What stays the same while the sentences of one page are coded."""

    def __init__(self, page: Passages, lexicon: Lexicon, coders: Coders, maker: str) -> None:
        self._page = page
        self._lexicon = lexicon
        self._coders = coders
        self._maker = maker
        self._asserters = Asserters(page.text, page.statements)
        self._calendar = Calendar(page.text, page.times, page.statements, page.published)

    def sentences(self) -> Iterator[CodedSentence]:
        for sentence, clause in clauses(self._page, self._lexicon):
            found = code(clause, self._lexicon)
            counted = _figures(sentence, clause, found, self._coders)
            times = self._calendar.sentence(sentence, clause, [c.hit.head for c in found])
            mentions = [self._mention(sentence, clause, coded, times) for coded in found]
            times.close()
            for number, quantities in counted.items():
                mentions[number] = replace(mentions[number], quantities=quantities)
            yield CodedSentence(sentence, clause, tuple(zip(found, mentions, strict=True)))

    def _mention(self, sentence: Sentence, clause: Clause, coded: Coded, times: SentenceCalendar) -> EventMention:
        rule, word = coded.hit.rule, coded.state.word
        trigger = _range(sentence, coded.hit.span())
        behind = self._asserters.chain(trigger, sentence, clause, told_by(clause, coded.hit))
        asserted_by = behind[-1] if behind else OUTLET
        told = times.place(coded.hit, self._status(coded, asserted_by, clause))
        category, mode, track = _coded_as(rule, coded.state, self._lexicon)
        return EventMention(
            self._page.text.id,
            trigger,
            sentence.at,
            category,
            mode,
            rule.context,
            track,
            told.status,
            sentence.words[word].at if word is not None else None,
            asserted_by,
            rule.id,
            told.date,
            self._place(sentence, coded.roles),
            self._parties(sentence, coded.roles.actors),
            self._parties(sentence, coded.roles.recipients),
            reported_by=behind[0] if len(behind) > 1 else None,
            maker=self._maker,
            score=coded.score,
        )

    def _status(self, coded: Coded, asserted_by: str, clause: Clause) -> Status:
        """As it is told; where a speaker says who attacked, that is a party's claim, and an agency's report is none.

        What his own side did he knows: "our forces shelled the ridge".
        """
        status = coded.state.status
        claimed = coded.hit.rule.track in _CLAIMED and asserted_by != OUTLET and asserted_by not in self._page.relayed
        if claimed and coded.roles.actors and status in (Status.HAPPENED, Status.ONGOING):
            return status if all(_own(clause, span) for span in coded.roles.actors) else Status.ALLEGED
        return status

    def _parties(self, sentence: Sentence, spans: Spans) -> tuple[Party, ...]:
        ranges = [_range(sentence, span) for span in spans]
        if self._coders.parties is not None:
            return tuple(dict.fromkeys(party for r in ranges for party in self._coders.parties(r)))
        return tuple(Party(r.of(self._page.text.string)) for r in ranges)

    def _place(self, sentence: Sentence, found: Roles) -> EventPlace | None:
        for span in found.places:
            at = _range(sentence, span)
            place = self._coders.place(at) if self._coders.place else EventPlace(at.of(self._page.text.string))
            if place is not None:
                return place
        return None


def _own(clause: Clause, span: tuple[int, int]) -> bool:
    """Whether the words are those of the speaker's own side."""
    return not _OWN.isdisjoint(clause.tree.forms[span[0] : span[1] + 1])


def _figures(sentence: Sentence, clause: Clause, found: list[Coded], coders: Coders) -> dict[int, tuple[Quantity, ...]]:
    """The quantities of each event: those that hang on its words, nearest event first."""
    if coders.figures is None or not found:
        return {}
    owner = {word: n for n, c in enumerate(found) for word in (*c.hit.found.words, *c.hit.absorbed, c.hit.head)}
    counted: dict[int, tuple[Quantity, ...]] = {}
    for figure in coders.figures(sentence):
        start = next((n for n, w in enumerate(sentence.words) if w.at.end > figure.at.start), None)
        way = [] if start is None else [start, *(head for _, head in clause.tree.above(start))]
        n = next((owner[w] for w in way if w in owner), None)
        if n is not None:
            counted[n] = (*counted.get(n, ()), figure.quantity)
    return counted


def clauses(page: Passages, lexicon: Lexicon) -> Iterator[tuple[Sentence, Clause]]:
    """Each sentence made ready for matching, with the names in it."""
    names, at = page.language.names, 0
    for sentence in page.language.sentences:
        inside: list[Name] = []
        while at < len(names) and names[at].at.start < sentence.at.end:
            inside.append(names[at])
            at += 1
        yield sentence, Clause(sentence, page.text.string, inside, lexicon)


def code(clause: Clause, lexicon: Lexicon) -> list[Coded]:
    """The events of one sentence, those of its main clause first."""
    matched = match(clause, lexicon)
    states = States(clause, lexicon, matched.operators)
    found = [
        Coded(hit, states.of(hit), roles(clause, hit), _score(clause, hit))
        for hit in matched.events
        if not _part_of_name(clause, hit)
    ]
    return sorted((lending(clause, one, found) for one in found), key=lambda c: -c.score)


def lending(clause: Clause, one: Coded, all_found: list[Coded]) -> Coded:
    """An event that names nobody it is done to has them from what it is about: "refused to lift the sanctions on X"."""
    if one.hit.rule.makes is None or one.roles.recipients:
        return one
    for other in all_found:
        above = [head for _, head in clause.tree.above(other.hit.head)][:_LENT]
        if other is not one and one.hit.head in above and other.roles.recipients:
            return replace(one, roles=replace(one.roles, recipients=other.roles.recipients))
    return one


def _part_of_name(clause: Clause, hit: Hit) -> bool:
    """A noun that only says what kind another is ("truce monitors"), or is part of a body's name, tells of no event."""
    body = clause.named.get(hit.head) in _BODIES and clause.tree.words[hit.head].upos == "PROPN"
    return body or clause.tree.label(hit.head) == "compound"


def _score(clause: Clause, hit: Hit) -> float:
    depth = min(sum(1 for _ in clause.tree.above(word)) for word in (*hit.found.words, *hit.absorbed))
    return round(min(1.0, hit.rule.weight * _DEPTH_COUNTS**depth), 4)


def _coded_as(rule: Rule, state: State, lexicon: Lexicon) -> tuple[str, str | None, Track]:
    """Category, mode and track: the rule's, or what its announcement, refusal or demand makes of them.

    A mode belongs to its category: what becomes another has none.
    """
    category, track = rule.category or "", rule.track or Track.OTHER_POLITICAL
    shift = lexicon.shifts.get((state.announced, category)) if state.announced is not None else None
    return (shift.becomes, None, shift.track or track) if shift else (category, rule.mode, track)


def _range(sentence: Sentence, span: tuple[int, int]) -> Range:
    return Range(sentence.words[span[0]].at.start, sentence.words[span[1]].at.end)
