"""For whom an office-holder speaks, and to which body the office belongs, by the office's own words."""

from trucewatch.resolve.speakers import lexicon
from trucewatch.resolve.speakers.cast import Cast
from trucewatch.resolve.speakers.naming import NameKind
from trucewatch.resolve.speakers.offices import Office
from trucewatch.resolve.speakers.page import PageView, Token

_OF = frozenset({"of", "for", "from", "with", "at"})
_HIGH = frozenset("chief top senior head lead leading main new former deputy acting".split())
_ENDS = frozenset({"in", "to", "on", "during", "at", "from", "with", "about", "against"})


def behalf_of(view: PageView, cast: Cast, office: Office) -> str | None:
    """The state, body or person that the holder speaks for: "Westland army" of "Westland army spokesman"."""
    found = _principal(_after(view, cast, office) or _before(view, cast, office))
    if found is None or found.lower() in lexicon.GENERIC_BODIES:
        return None
    return found if " " in found else cast.places.behind(found) or found


def _principal(found: str | None) -> str | None:
    """Without what is no body: "rebels" of "rebels' military spokesman"; an adjective alone is nobody."""
    if found is None:
        return None
    words = found.split()
    while words and words[-1].lower() in lexicon.GOVERNMENT_ADJECTIVES - {"military"}:
        words.pop()
    if len(words) > 1 and words[-1] == "military" and words[-2].endswith(("s'", "s’", "'s", "’s")):
        words.pop()
        words[-1] = words[-1].removesuffix("'s").removesuffix("’s").rstrip("'’")
    return " ".join(words) or None


def organization_of(view: PageView, cast: Cast, office: Office) -> str | None:
    """The body that the office's words name, under its fullest name."""
    for index in range(office.first, office.last + 1):
        body = cast.bodies.at.get(index)
        if body is not None and body.first >= office.first - 1 and index != office.noun:
            first, last = max(body.first, office.first), min(body.last, _end_before(office, body.last))
            first = _past_rank(view, first, last)
            found = cast.bodies.fullest(first, last) if first <= last else None
            return None if found is not None and found.lower() in lexicon.GENERIC_BODIES else found
    return None


def _past_rank(view: PageView, first: int, last: int) -> int:
    """Past the words that say how high an office is, not of what: "chief government negotiator"."""
    while first < last and view.tokens[first].lower in _HIGH:
        first += 1
    return first


def _end_before(office: Office, last: int) -> int:
    """A body's words that run into the office itself end before it."""
    return office.noun - 1 if last >= office.noun > office.first and last <= office.last + 1 else last


def _before(view: PageView, cast: Cast, office: Office) -> str | None:
    words = [view.tokens[i] for i in range(office.first, office.noun)]
    bodies = [t.index for t in words if t.lemma in lexicon.BODIES]
    if bodies:
        joined = [
            t.index + 1 for t in words if t.lower == "and" and t.index < bodies[-1] and not cast.bodies.spans(t.index)
        ]
        return cast.bodies.fullest(_past_rank(view, joined[-1] if joined else office.first, bodies[-1]), bodies[-1])
    for token in words:
        name = cast.name_at.get(token.index)
        if name is not None and name.kind is not NameKind.EVENT and name.first >= office.first:
            if name.kind is NameKind.PERSON and (person := cast.persons.at.get(token.index)) is not None:
                return person.name
            state = next(iter(office.states), None) if name.kind is NameKind.PEOPLE else None
            return cast.places.fullest(state or name.text)
    if office.states:
        return cast.places.fullest(min(office.states))
    telling = [t for t in words if t.upos == "NOUN" and t.lower not in lexicon.PORTFOLIOS]
    return f"{telling[-1].lower}s" if telling and office.head == "spokesperson" and telling[-1].text.isalpha() else None


def _is_somebody(token: Token) -> bool:
    """True for a noun that means people or a body: "spokesman for the rebels"."""
    return token.lemma in lexicon.GROUPS | lexicon.ARMED | lexicon.BODIES | lexicon.OFFICES or token.capital


def _after(view: PageView, cast: Cast, office: Office) -> str | None:
    """What follows "for" or "of": "spokeswoman for the Westland army"."""
    start = office.noun + 1
    while start < office.last and view.tokens[start].lower in ("-", "in", "chief", "general"):
        start += 1
    if start >= office.last or view.tokens[start].lower not in _OF:
        return None
    first = start + 1
    while first < office.last and view.tokens[first].upos in ("DET", "PRON"):
        first += 1
    last = first
    while last < office.last and view.tokens[last + 1].lower not in _ENDS and view.tokens[last + 1].upos != "PUNCT":
        last += 1
    named = any(i in cast.name_at or i in cast.bodies.at for i in range(first, last + 1))
    if not named and not (view.tokens[start].lower == "for" and _is_somebody(view.tokens[last])):
        # "Secretary of State", "commissioner for returns": a portfolio, nobody to speak for.
        return None
    person = cast.persons.at.get(last)
    return person.name if person is not None else cast.places.fullest(cast.bodies.fullest(first, last))
