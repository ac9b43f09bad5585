"""Pages by the thousand, each one unlike the others: the example pages with other names, dates and order.

A seeded program makes them, so every run reads the same pages, and none of them is stored.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MONTHS = "January February March April May June July August September October November December".split()
ONSETS = ("b", "br", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "st", "t", "tr", "v", "z")
VOWELS = ("a", "e", "i", "o", "u", "ai", "ei")
CODAS = ("", "", "l", "n", "r", "s", "th", "k")

LOSSLESS = "latin-1"
"""The examples are in several encodings; this one takes every byte and gives it back."""

_MARKUP = re.compile(r"(<script\b.*?</script>|<style\b.*?</style>|<!--.*?-->|<[^>]*>)", re.DOTALL | re.IGNORECASE)
_ISO_DAY = re.compile(r"\b(20[0-9]{2})-(0[1-9]|1[0-2])-([0-2][0-9])\b")
_SPOKEN_DAY = re.compile(rf"\b[0-9]{{1,2}} ({'|'.join(MONTHS)})\b")
_YEAR = re.compile(r"\b20[0-9]{2}\b")
_NAME = re.compile(r"\b[A-Z][a-z]{4,}\b")
_PARAGRAPHS = re.compile(r"(?:<p>(?:(?!</?p\b).)*</p>\s*){3,}", re.DOTALL)
_LINES = re.compile(r"^(?:[^\n<]{80,}\n+){3,}", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Model:
    """An example page, and the names in it that a variant replaces."""

    name: str
    source: str
    names: tuple[str, ...]


def models(folder: Path) -> list[Model]:
    """The example pages; a name is a capitalised word that no page writes in small letters."""
    sources = {p.name: p.read_text(LOSSLESS) for p in sorted(folder.iterdir()) if p.is_file()}
    small = set(re.findall(r"\b[a-z]{5,}\b", "\n".join(sources.values())))
    calendar = {*MONTHS, "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
    found = []
    for name, source in sources.items():
        words = {w for part in _MARKUP.split(source)[::2] for w in _NAME.findall(part)}
        found.append(Model(name, source, tuple(sorted(w for w in words - calendar if w.lower() not in small))))
    return found


def write_variants(folder: Path, examples: Path, count: int) -> int:
    """Write `count` pages into `folder`, a thousand to a folder; their size in bytes."""
    originals, size = models(examples), 0
    for number in range(count):
        model = originals[number % len(originals)]
        place = folder / f"{number // 1000:03d}" / f"{number:05d}-{model.name}"
        place.parent.mkdir(parents=True, exist_ok=True)
        data = variant(model, number).encode(LOSSLESS)
        place.write_bytes(data)
        size += len(data)
    return size


def variant(model: Model, seed: int) -> str:
    """The page with other names, dates and order of paragraphs; the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - a reproducible page, no secret
    source = _PARAGRAPHS.sub(lambda m: _shuffled(m.group(), r"(?<=</p>)", chance), model.source)
    source = _LINES.sub(lambda m: _shuffled(m.group(), r"(?<=\n)(?=[^\n])", chance), source)
    years = chance.randrange(-12, 5)
    source = _ISO_DAY.sub(lambda m: f"{int(m[1]) + years}-{m[2]}-{chance.randrange(1, 29):02d}", source)
    parts = _MARKUP.split(source)
    new = {name: _invented(chance) for name in model.names}
    parts[::2] = [_other_words(part, new, years, chance) for part in parts[::2]]
    return "".join(parts)


def _shuffled(run: str, between: str, chance: random.Random) -> str:
    pieces = re.split(between, run)
    chance.shuffle(pieces)
    return "".join(pieces)


def _other_words(part: str, new: dict[str, str], years: int, chance: random.Random) -> str:
    part = _SPOKEN_DAY.sub(lambda m: f"{chance.randrange(1, 29)} {m[1]}", part)
    part = _YEAR.sub(lambda m: str(int(m.group()) + years), part)
    return _NAME.sub(lambda m: new.get(m.group(), m.group()), part)


def _invented(chance: random.Random) -> str:
    return "".join(_syllables(chance)).capitalize()


def _syllables(chance: random.Random) -> Iterator[str]:
    for _ in range(chance.randrange(2, 4)):
        yield chance.choice(ONSETS) + chance.choice(VOWELS) + chance.choice(CODAS)
