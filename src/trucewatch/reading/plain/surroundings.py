"""What a unit of a plain page looks like beside its neighbours."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from trucewatch.reading.plain.lines import Unit
from trucewatch.reading.plain.looks import CUE_LENGTH, Look, look_at, main_script, sample_of

HEAD: Final = 12
"""Units at the top of a page whose words a caption can begin with."""


def looks_of(text: str, units: Sequence[Unit]) -> list[Look]:
    """The look of each unit; linear in the length of the text."""
    samples = [sample_of(text, u) for u in units]
    script = main_script(samples)
    looks = [look_at(sample, unit, script) for sample, unit in zip(samples, units, strict=True)]
    return [replace(k, **told) if told else k for k, told in zip(looks, _told(looks, samples), strict=True)]


def _told(looks: Sequence[Look], samples: Sequence[str]) -> list[dict[str, bool]]:
    """For each unit what its neighbours tell of it, as fields of its look."""
    told = _repeats([" ".join(s.casefold().split()) for s in samples])
    first = next((i for i, k in enumerate(looks) if _opens(k)), len(looks))
    for i in range(first):
        told[i]["early"] = True
    for i in range(next((i for i, k in enumerate(looks[:first]) if k.byline), first) + 1, first):
        told[i]["signed"] = True
    for i, after in enumerate(looks[1:]):
        if after.filed:
            told[i]["before_filed"] = True
    for i in _listed(looks):
        told[i]["listed"] = True
    for i in _teasers(looks):
        told[i]["teaser"] = True
    if len(looks) > 1 and looks[-2].finished and looks[-2].words >= 5 and _breaks_off(looks[-1]):
        told[-1]["cut"] = True
    return told


def _opens(look: Look) -> bool:
    """True for the first paragraph of a report; a headline can be as long, and ask."""
    return look.prose and look.words >= 12 and look.finished and not look.asks


def _repeats(folded: Sequence[str]) -> list[dict[str, bool]]:
    """Which words stand twice: right behind each other, earlier in the page, or as part of a line behind."""
    seen: set[str] = set()
    told: list[dict[str, bool]] = []
    for i, words in enumerate(folded):
        facts = {
            "doubled": words in folded[max(0, i - 1) : i] or words in folded[i + 1 : i + 2],
            "repeated": all(part in seen for part in words.split(" | ")),
            "breadcrumb": len(words) <= CUE_LENGTH
            and any(20 <= len(f) < len(words) and f in words for f in folded[i + 1 : i + 4]),
        }
        facts["echo"] = any(20 <= len(f) < len(words) and words.startswith(f) for f in folded[: min(i, HEAD)])
        told.append({name: True for name, fact in facts.items() if fact})
        seen.add(words)
    return told


def _listed(looks: Sequence[Look]) -> Iterator[int]:
    """Bullets behind the heading of a list of highlights or other articles."""
    listing = False
    for i, look in enumerate(looks):
        listing = look.related or (listing and look.bullet)
        if listing and look.bullet:
            yield i


def _teasers(looks: Sequence[Look]) -> Iterator[int]:
    """Paragraphs that each stand alone under a heading of their own, two or more behind the heading of a list."""
    run: list[int] = []
    listing = before = False
    for i, look in enumerate(looks):
        solid = look.prose and look.words >= 8 and look.finished
        if look.related and not listing:
            listing = True
        elif listing and solid and before:
            # Two paragraphs in a row: the report goes on, with the first of them.
            yield from run[:-1] if len(run) > 2 else []
            listing, run = False, []
        elif listing and solid:
            run.append(i)
        before = solid
    yield from run if len(run) > 1 else []


def _breaks_off(look: Look) -> bool:
    """The start of a sentence, be it one word; a button or heading would have a cue or be all in capitals."""
    chrome = look.related or look.comments or look.sign_up or look.notice or look.navigation or look.pointer
    meta = look.credit or look.agency or look.byline or look.stamp or look.dated or look.foreign or look.menu
    whole = look.finished or look.trails or look.heading or look.shouted
    return not (chrome or meta or whole) and (look.hanging or look.begins)
