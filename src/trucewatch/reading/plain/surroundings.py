"""What a unit of a plain page looks like beside its neighbours."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from trucewatch.reading.plain.lines import Unit
from trucewatch.reading.plain.looks import CUE_LENGTH, Look, look_at, main_script, sample_of


def looks_of(text: str, units: Sequence[Unit]) -> list[Look]:
    """The look of each unit; linear in the length of the text."""
    samples = [sample_of(text, u) for u in units]
    script = main_script(samples)
    folded = [" ".join(s.casefold().split()) for s in samples]
    looks = [look_at(sample, unit, script) for sample, unit in zip(samples, units, strict=True)]
    looks = _with_repeats(looks, folded)
    first = next((i for i, k in enumerate(looks) if _opens(k)), len(looks))
    looks = [replace(k, early=True) if i < first else k for i, k in enumerate(looks)]
    looks = _with_lists(_with_neighbours(looks, first))
    if len(looks) > 1 and looks[-2].finished and looks[-2].words >= 5 and _breaks_off(looks[-1]):
        looks[-1] = replace(looks[-1], cut=True)
    return looks


def _opens(look: Look) -> bool:
    """True for the first paragraph of a report; a headline can be as long, and ask."""
    return look.prose and look.words >= 12 and look.finished and not look.asks


def _with_repeats(looks: Sequence[Look], folded: Sequence[str]) -> list[Look]:
    """Which words stand twice: right behind each other, earlier in the page, or as part of a line behind."""
    seen: set[str] = set()
    found: list[Look] = []
    for i, (look, words) in enumerate(zip(looks, folded, strict=True)):
        doubled = words in folded[max(0, i - 1) : i] or words in folded[i + 1 : i + 2]
        repeated = all(part in seen for part in words.split(" | "))
        path = len(words) <= CUE_LENGTH and any(20 <= len(f) < len(words) and f in words for f in folded[i + 1 : i + 4])
        found.append(replace(look, doubled=doubled, repeated=repeated, breadcrumb=path))
        seen.add(words)
    return found


def _with_neighbours(looks: Sequence[Look], first: int) -> list[Look]:
    """Where the byline stands above the report, and which line a dateline follows."""
    signed = next((i for i, k in enumerate(looks[:first]) if k.byline), first)
    after = [*looks[1:], None]
    return [
        replace(k, signed=signed < i < first, before_filed=n is not None and n.filed)
        for i, (k, n) in enumerate(zip(looks, after, strict=True))
    ]


def _with_lists(looks: list[Look]) -> list[Look]:
    """Bullets and blurbs behind the heading of a list of highlights or other articles."""
    listed = False
    for i, look in enumerate(looks):
        listed = look.related or (listed and look.bullet)
        if listed and look.bullet:
            looks[i] = replace(looks[i], listed=True)
    for i in _teasers(looks):
        looks[i] = replace(looks[i], teaser=True)
    return looks


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
