"""What a unit of a plain page looks like on its own; what it owes to its neighbours is added in `surroundings`."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from trucewatch.reading.article.agencies import is_agency_credit
from trucewatch.reading.article.bylines import ABOUT_AUTHOR, bare_name, signed_by
from trucewatch.reading.article.datelines import read_dateline, whole_dateline
from trucewatch.reading.article.stamps import find_stamps, is_stamp_line, unstamped
from trucewatch.reading.plain import cues
from trucewatch.reading.plain.lines import Unit

SAMPLED: Final = 1500
"""Characters of a unit that are looked at; what a unit is shows long before."""
CUE_LENGTH: Final = 260
"""A unit longer than this is no heading, button or credit."""

_EDGES: Final = " \t\u00a0\u200b\ufeff#*>•·▪●|[]→»«›‹←▶►:…✓★–—-_="
_CLOSERS: Final = "\"'”’»)]*_ \u00a0"
_BULLET: Final = re.compile(r"[•·▪●*►▶–-]\s")
_NUMBERED: Final = re.compile(r"[0-9]{1,3}[.)]\s")
_MENU: Final = re.compile(r"\s[|•·/»›]\s")
_HEADING: Final = re.compile(r"#{1,6}\s")
_TOKEN: Final = re.compile(r"\S+")
_LATIN: Final = "LATIN"


@dataclass(frozen=True, slots=True)
class Look:
    """The features that the decision weighs; every flag is about this unit alone unless it says otherwise."""

    words: int
    finished: bool
    """Ends as a sentence does."""
    trails: bool
    """Ends in an ellipsis, as excerpts in lists of other articles do."""
    titled: bool
    """Most words begin with a capital."""
    prose: bool
    """Reads as running text: function words, or a length that no heading has."""
    speech: bool
    """Holds a finite verb of the kind that reports are made of."""
    said: bool
    """Gives somebody's words."""
    asks: bool
    """Ends in a question mark."""
    related: bool
    comments: bool
    sign_up: bool
    notice: bool
    navigation: bool
    pointer: bool
    credit: bool
    caption: bool
    country_caption: bool
    comment_mark: bool
    rhythm: bool
    size: bool
    byline: bool
    stamp: bool
    """A date and hardly more."""
    dated: bool
    """A short line that is half a full date, beside a name or a rubric."""
    place_line: bool
    """A dateline that fills the line."""
    name: bool
    """Nothing but a name of two to five words."""
    agency: bool
    """Nothing but the name of an agency."""
    foreign: bool
    """In another script than the page."""
    numbered: bool
    bullet: bool
    menu: bool
    shouted: bool
    heading: bool
    """A Markdown heading."""
    quoted: bool
    """Begins with a quotation mark."""
    indented: bool
    begins: bool
    """Starts as a sentence does: a capital, a figure, a quotation mark."""
    hanging: bool
    """Ends in a word that ends no sentence and no heading: "the", "of", "and"."""
    repeated: bool = False
    """The same words stood earlier in the page."""
    doubled: bool = False
    """The same words stand in the unit before or after."""
    headed: bool = False
    """Ends in a colon."""
    house: bool = False
    """The outlet speaks of itself and of what its readers can do for it."""
    author: bool = False
    """Says who the author is, as boxes behind an article do."""
    sign_off: bool = False
    """Closes the copy: the agency's closing mark, a reporting credit, notes to editors."""
    barred: bool = False
    """Has parts between vertical bars."""
    filed: bool = False
    """Begins with a dateline."""
    before_filed: bool = False
    """The next unit begins with a dateline."""
    signed: bool = False
    """Stands between the byline and the report."""
    teaser: bool = False
    """Running text between headings behind the heading of a list of other articles."""
    breadcrumb: bool = False
    """Ends with, or holds, the words of a line right behind it: a path or a repeated title."""
    echo: bool = False
    """Begins with the whole of a line that stood above it, and goes on."""
    listed: bool = False
    """An entry of the list that a heading such as "Highlights" or "Related" opens."""
    cut: bool = False
    """The last unit of the page, broken off inside a sentence that follows a paragraph."""
    early: bool = False
    """Stands before the first solid paragraph of the page."""


def sample_of(text: str, unit: Unit) -> str:
    """The words by which a unit is judged: all of it, or its start and end."""
    if unit.end - unit.start <= SAMPLED:
        return text[unit.start : unit.end]
    return text[unit.start : unit.start + SAMPLED - 200] + " " + text[unit.end - 200 : unit.end]


def look_at(sample: str, unit: Unit, script: str) -> Look:
    """The look of a unit by itself, in a page of this script."""
    bare = sample.strip(_EDGES) or sample
    short = bare if len(bare) <= CUE_LENGTH else ""
    end = sample.rstrip(_CLOSERS)
    words = _word_count(sample)
    letters = [c for c in sample if c.isalpha()]
    return Look(
        words=words,
        finished=end.endswith((".", "!", "?", "。", "؟", "։", "।", "！", "？", ";")) and not end.endswith(("..", "…")),
        trails=end.endswith(("...", "…", "[…]", "[...")) or sample.endswith(("[…]", "[...]", "[&hellip;]")),
        titled=_titled(sample),
        prose=_is_prose(sample, words),
        speech=bool(cues.SPEECH.search(sample)),
        said=cues.SAID.search(sample) is not None,
        asks=end.endswith("?"),
        related=bool(short) and cues.RELATED_OPENERS.fullmatch(short) is not None,
        comments=bool(short) and cues.COMMENT_OPENERS.fullmatch(short) is not None,
        sign_up=bool(short) and cues.SIGN_UP.match(short) is not None,
        notice=cues.NOTICES.match(bare[:80]) is not None,
        navigation=bool(short) and cues.NAVIGATION.fullmatch(short) is not None,
        pointer=bool(short) and cues.POINTERS.match(short) is not None,
        credit=bool(short) and cues.CREDITS.match(short) is not None,
        caption=cues.CAPTION_MARKS.search(sample[:600]) is not None,
        country_caption=cues.COUNTRY_CAPTION.match(sample) is not None,
        comment_mark=bool(short) and cues.COMMENT_MARKS.match(sample) is not None,
        rhythm=words <= 8 and cues.RHYTHM.fullmatch(bare) is not None,
        size=bare.casefold() in cues.SIZES,
        byline=bool(short) and signed_by(sample) is not None,
        stamp=bool(short) and is_stamp_line(bare),
        dated=bool(short) and words <= 16 and _is_dated(bare),
        place_line=bool(short) and whole_dateline(sample) is not None,
        name=bool(short) and bare_name(sample) is not None,
        agency=bool(short) and is_agency_credit(sample),
        foreign=bool(letters) and _script_of(letters) not in (script, ""),
        numbered=_NUMBERED.match(sample) is not None,
        bullet=_BULLET.match(sample) is not None,
        menu=_is_menu(sample, words),
        shouted=len(letters) >= 4 and all(not c.islower() for c in letters),
        heading=_HEADING.match(sample) is not None,
        quoted=sample.startswith(("“", '"', "«", "„", "‘", "``")),
        indented=unit.indent > 0,
        begins=sample[:1].isupper() or sample[:1].isdigit() or sample.startswith(("“", '"', "‘", "'")),
        hanging=sample.rsplit(None, 1)[-1].casefold() in cues.FUNCTION_WORDS,
        headed=sample.endswith(":"),
        house=cues.HOUSE.search(sample[:600]) is not None,
        author=ABOUT_AUTHOR.match(sample[:300]) is not None,
        sign_off=bool(short) and cues.SIGN_OFF.match(sample) is not None,
        barred=words <= 16 and " | " in sample,
        filed=words >= 10 and _is_filed(sample),
    )


def _is_filed(sample: str) -> bool:
    found = read_dateline(sample)
    return found is not None and (
        found.stamp is not None or found.agency is not None or sample[: found.end].rstrip()[-1:] in "–—-−"
    )


def _is_menu(sample: str, words: int) -> bool:
    """Entries between bars or arrows, tags with a hash, or nothing but the words of menus."""
    if words > 40:
        return False
    if len(_MENU.findall(sample)) >= 2:
        return True
    tokens = sample.split()
    hashed = sum(t.startswith("#") and len(t) > 1 for t in tokens)
    rubrics = sum(cues.NAVIGATION.fullmatch(t.strip(",|")) is not None for t in tokens)
    return hashed * 2 > words or (words >= 3 and rubrics * 2 > words)


def _is_dated(bare: str) -> bool:
    stamps = [s for s in find_stamps(bare) if s.full]
    if not stamps or bare.endswith((".", "!", "?")):
        return False
    dated = sum(s.end - s.start for s in stamps)
    return dated * 3 >= len(bare) and len(unstamped(bare, stamps).split()) <= 7


def _word_count(sample: str) -> int:
    """Words by white space; scripts that write none count a word for every two signs."""
    if sample.isascii():
        return len(sample.split())
    dense = sum(
        1 for c in sample if "\u0e00" <= c <= "\u0eff" or "\u3040" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7af"
    )
    return len(sample.split()) + dense // 2


def _titled(sample: str) -> bool:
    long = [w for w in (t.strip("“”\"'‘’(),.:;") for t in sample.split()) if len(w) > 3 and w[0].isalpha()]
    return len(long) >= 2 and sum(w[0].isupper() for w in long) >= 0.75 * len(long)


def _is_prose(sample: str, words: int) -> bool:
    small = sum(1 for w in _TOKEN.findall(sample) if w.strip("“”\"',.;:()").casefold() in cues.FUNCTION_WORDS)
    return words >= 25 or (words >= 5 and small >= 2 and small * 8 >= words) or (words >= 10 and not sample.isascii())


def main_script(samples: Iterable[str]) -> str:
    """The script in which most of the page is written."""
    counted: Counter[str] = Counter()
    for sample in samples:
        letters = [c for c in sample[:300] if c.isalpha()]
        if letters:
            counted[_script_of(letters)] += len(letters)
    return counted.most_common(1)[0][0] if counted else _LATIN


def _script_of(letters: Sequence[str]) -> str:
    """The script of most letters, by the first word of their Unicode names."""
    if all(map(str.isascii, letters)):
        return _LATIN
    some = letters[:: max(1, len(letters) // 40)]
    names = Counter(_LATIN if c.isascii() else unicodedata.name(c, "? ").split()[0] for c in some)
    return names.most_common(1)[0][0]
