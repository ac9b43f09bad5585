"""A codebook: the rules that say which words name which event, as an analyst wrote them in YAML."""

from dataclasses import dataclass, field
from enum import StrEnum

from trucewatch.record.mentions import Status, Track

CATEGORIES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
"""The sixteen PLOVER categories."""


SLOTS = {
    "subject": 'who does it, also the "by" of a passive',
    "object": 'whom or what it is done to, also the subject of a passive; of a noun, its "of"',
    "indirect": 'the second object: "gave THEM an ultimatum"',
    "clause": 'the verb of a clause that completes the trigger: "agreed to WITHDRAW"',
    "owner": 'the possessor of a noun: "WESTLAND\'s attack"',
    "modifier": 'adjectives and nouns before a noun: "PRISONER exchange"',
    "carrier": 'the verb that a noun is subject or object of: "HELD talks", "clashes ERUPTED"',
    "host": 'the subject of the clause around a noun: "KELLER spoke after the talks"',
    "above": "whatever word the trigger hangs on",
}
"""The slots of a trigger beside those of prepositions, with what fills each."""

PREPOSITIONS = frozenset(
    """about above across after against along alongside amid amidst among amongst around as at atop before behind below
    beneath beside besides between beyond by concerning despite during following for from in including inside into like
    near of off on onto outside over past per regarding since through throughout till to toward towards under until
    up upon versus via with within without""".split()
)
"""Each names the slot of the phrases that it begins."""

NAMES = {"PERSON": "person", "ORGANIZATION": "organization", "PLACE": "place", "EVENT": "event", "NAME": None}
"""Terms that stand for a kind of name; NAME is any."""

ANY, NUMBER = "ANY", "NUMBER"
"""Terms that stand for whatever fills the slot, and for a figure: "FORTY were released"."""


class Part(StrEnum):
    """What part of speech a trigger is."""

    VERB = "verb"
    NOUN = "noun"
    ADJECTIVE = "adjective"


@dataclass(frozen=True, slots=True)
class Trigger:
    """One word or phrase that a rule fires on, by its lemmas; the last part of a phrase need not follow at once."""

    words: tuple[str, ...]
    part: Part


@dataclass(frozen=True, slots=True)
class Want:
    """One condition on one slot: some filler of it is among the terms; no terms: the slot is filled at all.

    A term is a lemma or phrase, "$class", or a kind of name in capitals (`NAMES`); "~" before it looks at every
    word of the filler's phrase and not at its head alone.
    """

    slot: str
    terms: tuple[str, ...] = ()


Frame = tuple[Want, ...]
"""Conditions that hold together."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What an example says of its event beyond that the rule fires; None says nothing."""

    status: Status | None = None
    actor: str | None = None
    recipient: str | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that tests its rule."""

    text: str
    holds: bool = True
    """False for a sentence on which the rule must not fire."""
    trigger: tuple[int, int] | None = None
    """Half-open range in `text` that the event's trigger must meet; None: wherever it is."""
    expected: Expected = Expected()
    line: int = field(compare=False, default=0)


@dataclass(frozen=True, slots=True)
class Rule:
    """One entry: triggers, the frames they must stand in, and what an event found by it is coded as."""

    id: str
    triggers: tuple[Trigger, ...]
    category: str | None = None
    """None for an operator: it codes no event of its own and only says in what state others are told."""
    mode: str | None = None
    context: str | None = None
    track: Track | None = None
    frames: tuple[Frame, ...] = ()
    """One of them must hold; none: no condition."""
    excluded: tuple[Frame, ...] = ()
    """None of them may hold."""
    actor: tuple[str, ...] = ()
    """Slots that give the actor, the first that is filled; empty: as is usual for the trigger's part of speech."""
    recipient: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    reciprocal: bool = False
    """Actors and recipients do the same to each other: talks, clashes."""
    absorb: tuple[str, ...] = ()
    """Slots whose matched words belong to this event and trigger none of their own."""
    status: Status | None = None
    """The state that an event of this rule is always told in; None: by tense and what stands above it."""
    lasting: bool = False
    """What is brought about goes on: "deployed", "in force"; a present perfect of it is ongoing."""
    makes: Status | None = None
    """The state in which the complements of the trigger are told: called-for after "call for"."""
    over: tuple[str, ...] = ()
    """The slots that `makes` works on; empty: clauses, object and the usual prepositions."""
    weight: float = 1.0
    """How much an event of this rule counts against others of its sentence; above 0."""
    examples: tuple[Example, ...] = ()
    file: str = field(compare=False, default="")
    line: int = field(compare=False, default=0)


@dataclass(frozen=True, slots=True)
class WordClass:
    """Words that rules name together, as "$name"; other classes inside are already written out."""

    name: str
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shift:
    """What a category becomes where the event's own auxiliary tells a state: "will help" agrees to help.

    What stands above the event has its own trigger ("agreed to help") and shifts nothing.
    """

    status: Status
    category: str
    becomes: str
    track: Track | None = None
    """The track that goes with it; None: the rule's own."""


@dataclass(frozen=True, slots=True)
class Codebook:
    """Rules and word classes, checked: every class and slot that a rule names is there."""

    name: str
    rules: tuple[Rule, ...] = ()
    classes: tuple[WordClass, ...] = ()
    shifts: tuple[Shift, ...] = ()
