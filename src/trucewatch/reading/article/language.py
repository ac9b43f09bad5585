"""Which language the reporting is in: common words first, a trained identifier where they do not settle it."""

import re
from functools import lru_cache
from typing import Final

from py3langid.langid import MODEL_FILE, LanguageIdentifier  # type: ignore[import-untyped]

SAMPLED: Final = 6000
"""Characters of reporting that are looked at."""
SURE: Final = 0.8
"""Confidence from which the identifier is believed; below, the language is undecided."""
ENGLISH_SHARE: Final = 0.2
"""Share of common English words above which nothing else needs asking; English news has 0.35 to 0.5."""
ENGLISH_HINT: Final = 0.08
"""Share below which a text of some length is not English, whatever the identifier says."""

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ENGLISH: Final = frozenset(
    "the of and to in that for on with by at from is was were are be been has have had it its as he she they "
    "their his her who which will would not but an this after before between into said says about over under "
    "when where than there against during also more no new two".split()
)


def language_of(passages: list[str], stated: str | None) -> str | None:
    """The ISO 639-1 code of the passages' language; None where they are too short to tell.

    `stated` is what the markup says; it decides only what the words leave open, for sites state it wrongly often.
    """
    sample = _sample(passages)
    words = _WORD.findall(sample)
    if not words:
        return None
    share = sum(w.casefold() in _ENGLISH for w in words) / len(words)
    if share >= ENGLISH_SHARE:
        return "en"
    guess, sure = _identify(_without_names(passages, sample))
    if guess == "en" and (len(words) < 40 or share >= ENGLISH_HINT):
        return "en" if share >= ENGLISH_HINT or sure >= SURE else _code(stated)
    if guess != "en" and sure >= SURE and len(words) >= 4:
        return guess
    if guess != "en" and not sample.isascii() and len(words) >= 4 and share == 0.0:
        return guess
    return _code(stated)


def _sample(passages: list[str]) -> str:
    """The first characters of every passage in turn, so that one long quotation does not decide."""
    each = max(200, SAMPLED // max(1, len(passages)))
    return "\n".join(p[:each] for p in passages)[:SAMPLED]


def _without_names(passages: list[str], sample: str) -> str:
    """The sample without capitalised words, unless hardly anything would be left (German, headlines)."""
    plain = re.sub(r"\b[^\W\d_a-zß-öø-ÿ][\w'’-]*", " ", sample)
    return plain if len(_WORD.findall(plain)) >= 12 and len(plain.split()) * 2 > len(sample.split()) else sample


def _code(stated: str | None) -> str | None:
    found = re.match(r"[A-Za-z]{2}(?![A-Za-z])", stated or "")
    return found.group().lower() if found else None


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    # Loaded when first needed: most English pages are settled by their common words.
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _identify(text: str) -> tuple[str, float]:
    language, confidence = _identifier().classify(text)
    return str(language), float(confidence)
