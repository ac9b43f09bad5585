"""One rule of a codebook from its YAML node."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import yaml

from trucewatch.dossiers.codebook.nodes import At, meant
from trucewatch.record.codebook import (
    ANY,
    CATEGORIES,
    NAMES,
    NUMBER,
    PREPOSITIONS,
    SLOTS,
    Example,
    Expected,
    Frame,
    Part,
    Rule,
    Trigger,
    Want,
)
from trucewatch.record.mentions import Status, Track

DEFAULTS = (
    "code", "track", "context", "when", "unless", "actor", "recipient", "place", "reciprocal", "absorb", "status",
    "lasting", "makes", "over", "weight",
)  # fmt: skip
"""The keys that a file can give once for all its rules."""
PARTS = tuple(str(part) for part in Part)
KEYS = ("rule", *PARTS, *DEFAULTS, "examples")
TOO_WIDE = frozenset(
    """be have do make take get give go come put set say tell see know want the a an of to in on at by for with from
    and or but not it he she they we i you this that there will would can could may might must shall should""".split()
)
"""Words that stand in nearly every sentence: alone and without a condition they are no trigger."""
KINDS = (*NAMES, ANY, NUMBER)
"""Terms in capitals that are not words."""
_MARK = re.compile(r"[\[\]]")


@dataclass(frozen=True, slots=True)
class Known:
    """What the rules of a codebook may name: its modes by category."""

    modes: Mapping[str, tuple[str, ...]]


def read_rule(at: At, defaults: Mapping[str, At], known: Known) -> Rule:
    """The rule; what it leaves open is taken from the file's defaults. Raises UsageError with file and line."""
    own = at.pairs(KEYS, "a rule")
    if "rule" not in own:
        raise at.error("a rule needs a name: rule: kind.name")
    values = {**defaults, **own}
    name = own["rule"].text()
    category, mode = _code(values.get("code"), known)
    rule = Rule(
        id=name,
        triggers=_triggers(own, at, name),
        category=category,
        mode=mode,
        context=values["context"].text() if "context" in values else None,
        track=Track(values["track"].choice(Track, "track")) if "track" in values and category else None,
        frames=_frames(values.get("when")),
        excluded=_frames(values.get("unless")),
        actor=_slots(values.get("actor")),
        recipient=_slots(values.get("recipient")),
        place=_slots(values.get("place")),
        reciprocal=values["reciprocal"].flag() if "reciprocal" in values else False,
        absorb=_slots(values.get("absorb")),
        status=_status(values.get("status")),
        lasting=values["lasting"].flag() if "lasting" in values else False,
        makes=_status(values.get("makes")),
        over=_slots(values.get("over")),
        weight=values["weight"].number() if "weight" in values else 1.0,
        examples=_examples(own.get("examples")),
        file=at.file,
        line=at.line,
    )
    _check(rule, at)
    return rule


def _check(rule: Rule, at: At) -> None:
    if rule.category is None and rule.makes is None:
        raise at.error(f"rule {rule.id!r} codes nothing: give it a code, or say what it makes of its complements")
    if rule.category and rule.track is None:
        raise at.error(f"rule {rule.id!r} has a code and no track; choose among {', '.join(Track)}")
    held = any(want.terms and ANY not in want.terms for frame in rule.frames for want in frame)
    wide = [t for t in rule.triggers if set(t.words) <= TOO_WIDE]
    if wide and not (held if rule.category else rule.frames):
        raise at.error(
            f"rule {rule.id!r} would match nearly every sentence: {' '.join(wide[0].words)!r} alone says nothing; "
            "add a condition (when: ...) that names words"
        )


def _triggers(own: Mapping[str, At], at: At, name: str) -> tuple[Trigger, ...]:
    found = [Trigger(phrase(word), Part(part)) for part in PARTS if part in own for word in own[part].words()]
    if not found:
        raise at.error(f"rule {name!r} would match every sentence: give it a {', '.join(PARTS[:-1])} or {PARTS[-1]}")
    for part in PARTS:
        for word in own[part].words() if part in own else ():
            if not re.fullmatch(r"[\w'’.&-]+(?: [\w'’.&-]+)*", word):
                raise own[part].error(f"{word!r} is no word or phrase that can stand in a text")
            if word in KINDS:
                raise own[part].error(f"{word} stands for others in conditions only; name the words of the {part}")
    return tuple(found)


def phrase(words: str) -> tuple[str, ...]:
    """A phrase's words, parted at blanks."""
    return tuple(words.lower().split())


def _code(at: At | None, known: Known) -> tuple[str | None, str | None]:
    if at is None or at.text() == "none":
        return None, None
    category, _, mode = at.text().partition("/")
    if category not in CATEGORIES:
        raise at.error(f"{category!r} is no PLOVER category{meant(category, CATEGORIES)}: {', '.join(CATEGORIES)}")
    modes = known.modes.get(category, ())
    if mode and mode not in modes:
        raise at.error(f"{category} has no mode {mode!r}{meant(mode, modes)}; it has {', '.join(modes) or 'none'}")
    return category, mode or None


def _status(at: At | None) -> Status | None:
    return Status(at.choice(Status, "status")) if at else None


def _slots(at: At | None) -> tuple[str, ...]:
    if at is None:
        return ()
    for slot in at.words():
        _check_slot(slot, at)
    return at.words()


def _check_slot(slot: str, at: At) -> None:
    if slot not in SLOTS and slot not in PREPOSITIONS:
        known = [*SLOTS, *sorted(PREPOSITIONS)]
        raise at.error(f"{slot!r} is no slot{meant(slot, known)}: {', '.join(SLOTS)}, or a preposition")


def _frames(at: At | None) -> tuple[Frame, ...]:
    return tuple(_frame(item) for item in at.items()) if at else ()


def _frame(at: At) -> Frame:
    wants = []
    for slot, terms in at.entries("a condition"):
        _check_slot(slot.text(), slot)
        wants.append(Want(slot.text(), tuple(_term(term, terms) for term in terms.words())))
    if not wants:
        raise at.error("an empty condition holds everywhere; name a slot and what must fill it")
    return tuple(wants)


def _term(term: str, at: At) -> str:
    bare = term.removeprefix("~")
    if bare in KINDS or bare.startswith("$"):
        return term
    if bare.isupper() and (hint := meant(bare, KINDS)):
        raise at.error(f"{bare!r} is no kind of name{hint}; choose among {', '.join(KINDS)}")
    return term.lower()


def _examples(at: At | None) -> tuple[Example, ...]:
    return tuple(_example(item) for item in at.items()) if at else ()


def _example(at: At) -> Example:
    if isinstance(at.node, yaml.ScalarNode):
        return _marked(at, at.text(), Expected())
    own = at.pairs(("text", "not", "status", "actor", "recipient"), "an example")
    if ("text" in own) == ("not" in own):
        raise at.error("an example is a sentence, a text with what is expected of it, or a not")
    if "not" in own:
        return Example(_MARK.sub("", own["not"].text()), False, line=at.line)
    expected = Expected(
        _status(own.get("status")),
        own["actor"].text() if "actor" in own else None,
        own["recipient"].text() if "recipient" in own else None,
    )
    return _marked(at, own["text"].text(), expected)


def _marked(at: At, text: str, expected: Expected) -> Example:
    """The sentence without its marks; [these] stand around the trigger."""
    marks = [m.start() for m in _MARK.finditer(text)]
    if not marks:
        return Example(text, expected=expected, line=at.line)
    if len(marks) != 2 or text[marks[0]] != "[" or marks[1] - marks[0] < 2 or text[marks[1]] != "]":
        raise at.error("mark one trigger of an example, [like this]")
    return Example(_MARK.sub("", text), True, (marks[0], marks[1] - 1), expected, at.line)
