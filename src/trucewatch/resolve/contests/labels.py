"""The words for fighting that take sides, in classes: who says the one will not say the other."""

import re

from trucewatch.record.mentions import Track
from trucewatch.record.protocols import EventRow

_CLASSES = {
    "operation": r"operation|policing|peace enforcement|anti-?terror\w*|counter-?terror\w*",
    "liberation": r"liberat\w+",
    "defence": r"self-?defen[cs]e|retaliat\w+|repel\w*|counter-?(?:attack|offensive|strike)\w*|respon[ds]\w*",
    "aggression": r"aggress\w+|invasion|invad\w+|occupation|occup(?:y|ied)|annex\w+|incursion",
    "terror": r"terror(?:ist|ism)?\b(?! operation)",
    "breach": r"violat\w+|breach\w*|provo[ck]\w+",
    "atrocity": r"massacre\w*|genocid\w+|ethnic cleansing|slaughter\w*",
}
_ANY = re.compile("|".join(rf"(?P<{name}>\b(?:{words}))" for name, words in _CLASSES.items()), re.IGNORECASE)
_TRACKS = frozenset({Track.FIGHTING, Track.VIOLATION})


def label(row: EventRow) -> str | None:
    """The class of the word by which an account calls what happened; None for a word that takes no side."""
    if row.event.track not in _TRACKS:
        return None
    found = _ANY.search(row.trigger)
    return found.lastgroup if found else None
