"""Makes another article out of one, as a desk does that takes over an agency's text; seeded, to be repeated."""

import random
import re
from dataclasses import dataclass

_END = re.compile(r"(?<=[.!?])[\"”’]*\s+")
_QUOTES = re.compile(r"([\"“][^\"”“]*[\"”])")


@dataclass(frozen=True, slots=True)
class Edit:
    """How much of the text is kept, and how many of the other words outside quotations are replaced in what is kept."""

    kept: float
    replaced: float = 0.1


def sentences(text: str) -> list[str]:
    """The text's sentences, roughly."""
    return [s for line in text.split("\n") for s in _END.split(line.strip()) if s.strip()]


def edited(text: str, other: str, edit: Edit, dice: random.Random) -> str:
    """The text cut, put in another order, with words changed, behind a new lead and before a new end from `other`.

    It is as long as the text was; its quotations stay as they are.
    """
    kept = _cut(sentences(text), edit.kept, dice)
    turn = dice.randrange(len(kept))
    kept = kept[turn:] + kept[:turn] if dice.random() < 0.5 else kept
    words = [w for w in other.split() if w.isalpha() and w.islower()] or ["said"]
    changed = [_reworded(sentence, words, edit.replaced, dice) for sentence in kept]
    new = _filling(sentences(other), sum(map(len, sentences(text))) * (1 - edit.kept), dice)
    lead = max(1, len(new) // 3)
    return "\n".join([*new[:lead], *changed, *new[lead:]])


def _cut(all_of_it: list[str], kept: float, dice: random.Random) -> list[str]:
    order = list(range(len(all_of_it)))
    dice.shuffle(order)
    wanted = kept * sum(map(len, all_of_it))
    taken: list[int] = []
    for index in order:
        if sum(len(all_of_it[i]) for i in taken) >= wanted:
            break
        taken.append(index)
    return [all_of_it[i] for i in sorted(taken)]


def _reworded(sentence: str, words: list[str], replaced: float, dice: random.Random) -> str:
    pieces = _QUOTES.split(sentence)
    return "".join(p if i % 2 else _replaced(p, words, replaced, dice) for i, p in enumerate(pieces))


def _replaced(piece: str, words: list[str], replaced: float, dice: random.Random) -> str:
    def one(word: str) -> str:
        plain = word.isalpha() and word.islower()
        return dice.choice(words) if plain and dice.random() < replaced else word

    return " ".join(one(word) for word in piece.split(" "))


def _filling(other: list[str], wanted: float, dice: random.Random) -> list[str]:
    start, new = dice.randrange(len(other)), list[str]()
    while sum(map(len, new)) < wanted and len(new) < len(other):
        new.append(other[(start + len(new)) % len(other)])
    return new
