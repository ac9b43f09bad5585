"""Words of English text, cut as Universal Dependencies cuts them (EWT and GUM), with exact offsets.

One pass of one pattern from left to right; every branch is bounded or possessive, so that time is linear in the text
whatever it holds. Clitics ("n't", "'s"), the parts of hyphenated words, currency and per-cent signs stand as words of
their own; prefixes ("non-", "anti-"), telephone numbers, addresses and shortenings stay whole.
"""

import re
from collections.abc import Iterator

from trucewatch.record.spans import Range

_MARK = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u064b-\u065f\u0670\u1ab0-\u1aff\u200c\u200d"
    "\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f"
)
"""Signs that belong to the character before them: accents, vowel points, joiners, variant selectors."""
_LETTER = rf"(?:[^\W\d_][{_MARK}]*+)"
_APOSTROPHE = "['’`´]"
_SHORT = (
    "mr mrs ms dr prof gen lt col maj capt cpl sgt cmdr adm brig rep sen gov hon rev fr st sr jr jan feb mar apr jun "
    "jul aug sep sept oct nov dec inc ltd co corp vs etc ft mt nos vol pp est dept approx cf al messrs amb pres sec "
    "ave blvd rd bros assn intl univ min max fig tel ext"
)
_PREFIXES = (
    "non anti pro pre post mid re co semi multi ex sub counter neo cross over mini inter intra ultra socio psycho "
    "trans de vice e arch mis pseudo quasi"
)
_TOKEN = re.compile(
    rf"""
    (?P<address>(?:https?://|www\.)[^\s<>"“”]++
        |[\w.+-]{{1,64}}+(?<=\w)@[\w-]{{1,64}}+(?:\.[\w-]{{1,64}}+){{1,8}}+)
  | (?P<phone>(?<![\w-])(?:\+?\d{{1,3}}-)?\d{{3}}[-/]\d{{3}}-\d{{4}}(?!\w)
        |(?<![\w-])\d{{3}}-\d{{4}}(?![\w-])|(?<![\w-])\d-\d{{4}}(?![\w-]))
  | (?P<date>(?<![\w/])\d{{1,2}}/\d{{1,2}}/\d{{2,4}}(?![\w/])|(?<![\w/])9/11(?![\w/]))
  | (?P<number>\d++(?:[.,:]\d++)*+(?:st|nd|rd|th|s)?+(?![^\W\d_]))
  | (?P<initials>(?<![\w.])(?:{_LETTER}\.){{2,8}}+(?:{_LETTER}(?!\w))?+|(?<!\w)Ph\.D\.?)
  | (?P<short>(?<![\w-])(?i:{"|".join(_SHORT.split())})\.(?=\s|,|$)|(?<![\w-])[Nn]o\.(?=\s?\d))
  | (?P<broken>(?<![\w'’-])[A-Za-z]{{1,2}}-(?=\s))
  | (?P<handle>(?<!\w)[@\#][^\W\d]\w{{0,64}}+)
  | (?P<initial>(?<![\w'’.])[A-Z]\.(?=\s++[A-Z]|[A-Z][a-z]))
  | (?P<elided>(?<!\w){_APOSTROPHE}(?i:em|cause|til|tis|twas|\d\ds)(?!\w)
        |(?<=[^\W\d_]\.){_APOSTROPHE}(?i:s|d|ll|re|ve)(?!\w))
  | (?P<word>(?:{_LETTER}|\d)++(?:(?:[_&]|{_APOSTROPHE}|(?<=[^\W_])\.(?=[a-z]{{2}}))(?:{_LETTER}|\d)++)*+)
  | (?P<face>[:;]-?[()DPp](?!\w)|<3(?!\w))
  | (?P<run>\.{{2,}}+(?![!?])|[.!?]{{2,}}+|\+{{2,}}+|\${{2,}}+
        |-{{2,}}+|\*{{2,}}+|={{2,}}+|_++|~{{2,}}+|\#{{2,}}+|''|``|’’|‘‘|<<++|>>++)
  | (?P<other>[^\s\ufeff\u200b][{_MARK}]*+)
    """,
    re.VERBOSE,
)
_PREFIXED = re.compile(rf"(?i:{'|'.join(_PREFIXES.split())})-(?=[^\W_])")
_NOT = re.compile(rf"(?i)(?<=[a-z])n{_APOSTROPHE}t$")
_CLITIC = re.compile(rf"(?i)(?<=\w){_APOSTROPHE}(?:s|m|d|re|ve|ll)$")
_JOINED = {
    "cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3, "gimme": 3, "lemme": 3, "dunno": 2, "outta": 3, "dont": 2,
    "didnt": 3, "doesnt": 4, "isnt": 2, "wasnt": 3, "wouldnt": 5, "couldnt": 5, "havent": 4, "arent": 3, "cant": 2,
    "alot": 1, "im": 1, "ive": 1, "thats": 4, "lets": 3, "hes": 2, "youre": 3, "theyre": 4,
}  # fmt: skip
"""Two words written as one, and where the second begins."""
_UNIT = re.compile(r"\d++(?:[.,:]\d++)*+(?=(?i:[ap]m|k|km|m|bn|mm|cm|kg|mph|kb|gb|mb|hrs?|mins?|x|usd)$)")
_LONGEST = 400
"""Code points of one word; a longer run without a blank (packed data, a scrambled page) is cut."""
_AFTER_ADDRESS = ".,;:!?)]}'’\""


def words(text: str, start: int, end: int) -> list[Range]:
    """The words of `text[start:end]` in order, without overlap; every visible character lies in one of them."""
    return [Range(a, b) for a, b in _bounds(text, start, end)]


def _bounds(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    while found := _TOKEN.search(text, at, end):
        a, b = found.span()
        kind = found.lastgroup
        if kind == "address":
            b = a + max(1, len(text[a:b].rstrip(_AFTER_ADDRESS)))
        elif kind == "word":
            b = _whole(text, a, b, end)
        if b - a > _LONGEST:  # all of it now: to search again inside it would take the square of its length
            yield from ((cut, min(b, cut + _LONGEST)) for cut in range(a, b, _LONGEST))
        elif kind == "word":
            yield from _apart(text, a, b)
        else:
            yield a, b
        at = b


def _whole(text: str, start: int, stop: int, end: int) -> int:
    """Where the word really stops: a prefix takes the word behind its hyphen along."""
    prefix = _PREFIXED.match(text, start, min(end, stop + 2))
    if prefix is None or prefix.end() != stop + 1:
        return stop
    follower = _TOKEN.match(text, prefix.end(), end)
    if follower is None or follower.lastgroup not in ("word", "number"):
        return stop
    return follower.end()


def _apart(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The word, its clitics and its unit as words of their own."""
    word = text[start:end]
    cut = _JOINED.get(word.lower(), 0) if len(word) < 10 else 0
    if not cut and len(word) < 64 and (tail := _NOT.search(word) or _CLITIC.search(word)):
        cut = tail.start()
    if not cut and len(word) < 64 and (unit := _UNIT.match(word)):
        cut = unit.end()
    if cut:
        yield start, start + cut
        yield start + cut, end
    else:
        yield start, end
