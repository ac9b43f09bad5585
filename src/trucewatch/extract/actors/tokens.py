"""The words of a text as names are matched on them: without full stops, possessives and the kind of apostrophe."""

import re
from typing import Final, NamedTuple

_TOKEN: Final = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’][^\W_]+)*")
"""An abbreviation with its stops (U.S.), or letters and figures with apostrophes inside. Hyphens part words, so that
"al-Qaeda" and "al Qaeda" are one name."""
_POSSESSIVE: Final = re.compile(r"['’][sS]$")

_SPELT: Final = {
    "defence": "defense",
    "organisation": "organization",
    "organisations": "organizations",
    "centre": "center",
    "labour": "labor",
    "programme": "program",
}
"""Words of bodies' names that are spelt in two ways, and mean one body."""


class Token(NamedTuple):
    """One word: where it stands and how it is written, both without a possessive's ending, and folded."""

    start: int
    end: int
    plain: str
    key: str


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The words of `text[start:end]`."""
    found = []
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        written = _POSSESSIVE.sub("", match.group())
        plain = written.replace(".", "").replace("’", "'")
        key = plain.casefold()
        found.append(Token(match.start(), match.start() + len(written), plain, _SPELT.get(key, key)))
    return found
