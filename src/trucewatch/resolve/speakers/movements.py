"""The armed movement of a page, and which nouns stand for it: "the rebels", "the militant group", "the movement"."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from trucewatch.record.mentions import Speaker, SpeakerGrounds, SpeakerType
from trucewatch.resolve.speakers import lexicon
from trucewatch.resolve.speakers.cast import Cast
from trucewatch.resolve.speakers.naming import Named, NameKind
from trucewatch.resolve.speakers.page import PageView, Token
from trucewatch.resolve.speakers.sources import Source, SourceKind
from trucewatch.resolve.speakers.spelling import acronym, fold, initials

_ARMED = lexicon.ARMED | {"armed"}
_OWN = frozenset("liberation resistance emancipation rebel guerrilla insurgent mujahideen".split())
"""Words in its name that tell of a movement where the page speaks of rebels or armed groups."""
_TIES = frozenset("now known as called named dubbed the a an , ( group movement organisation organization".split())
_NOT_ALL = frozenset(
    "former ex other some many several two three few rival another various suspected pro-government".split()
)
_ROW = frozenset({",", "and", "the", "(", ")", "&"})
_PEOPLE = frozenset({"leader", "group", "faction", "movement", "force", "commander"})
_REACH = 7
"""Words between a name and what ties it to a movement."""


class Movements:
    """Finds the one non-state armed body of a page."""

    def __init__(self, view: PageView, cast: Cast) -> None:
        self._view, self._cast = view, cast

    @cached_property
    def one(self) -> str | None:
        """The fullest name of the only armed movement that the page names; None for none and for several."""
        bodies = [n for n in self._cast.names if n.kind is NameKind.BODY and not _of_state(n)]
        tied = {self.fullest(n) for n in bodies if self._is_tied(n)}
        if not tied and any(self._view.first_with(w) < len(self._view.tokens) for w in _ARMED):
            own = [n for n in bodies if _OWN.intersection(n.words)]
            tied = {self.fullest(n) for n in own} if not any(self._is_listed(n) for n in own) else set()
        return tied.pop() if len(tied) == 1 else None

    @cached_property
    def _pairs(self) -> dict[str, str]:
        """Full names by the short ones that stand beside them in brackets, in either order."""
        bodies = [n for n in self._cast.names if n.kind is not NameKind.PERSON]
        pairs = dict[str, str]()
        for one, other in pairwise(bodies):
            mark = self._view.token(one.last + 1)
            if mark is None or mark.text not in ("(", "[") or other.first != one.last + 2:
                continue
            short, full = sorted((one, other), key=lambda n: len(n.text))
            if len(short.words) == 1 and short.text.upper() in initials(full.text.split()):
                pairs.setdefault(fold(short.text), full.text)
            elif "-" in short.text and acronym(short.text) and short is other:
                pairs.setdefault(fold(short.text), self._with_wing(one))
        return pairs

    def _with_wing(self, name: Named) -> str:
        """The name with the one that a dash joins to it: a movement and its armed wing share a double acronym."""
        dash, before = self._view.neighbour(name.first, -1), self._cast.name_at.get(name.first - 2)
        joined = dash is not None and dash.text in ("-", "–", "—") and before is not None
        return self._view.words(before.first, name.last) if joined and before is not None else name.text

    def _is_listed(self, name: Named) -> bool:
        """True for a name in a row of bodies: "the Front (FF), the Valley Council and ..."."""
        for number in range(1, _REACH + 1):
            token = self._view.neighbour(name.last, number)
            other = self._cast.name_at.get(name.last + number)
            if token is None or not (other is not None or token.lower in _ROW):
                return False
            if other is not None and other.kind is NameKind.BODY and self.fullest(other) != self.fullest(name):
                return True
        return False

    def fullest(self, name: Named) -> str:
        """The full name that the page gives for a body's name or acronym."""
        given = self._cast.bodies.fullest(name.first, name.last) if len(name.words) == 1 else name.text
        return self._pairs.get(fold(name.text), given)

    def _is_tied(self, name: Named) -> bool:
        return any(t.lemma in _ARMED or t.lower in _ARMED for t in self._beside(name))

    def _beside(self, name: Named) -> Iterator[Token]:
        """The words beside a name that describe it: modifiers before it, appositions on either side."""
        for edge, step in ((name.first, -1), (name.last, 1)):
            for number in range(1, _REACH + 1):
                token = self._view.neighbour(edge, step * number)
                if token is None or token.index in self._cast.name_at:
                    break
                yield token
                if not (token.lower in _TIES or token.lemma in _ARMED | _TIES):
                    break

    def meant(self, source: Source, spoke: Sequence[Speaker]) -> Speaker | None:
        """The movement that a plural or group noun stands for; without a named one the rebels who spoke before."""
        words = self._view.tokens[source.first : source.last + 1]
        own = self._view.tokens[source.first : source.head + 1]
        short = self._cast.name_at.get(source.head) if source.kind is SourceKind.BODY else None
        if short is not None and (given := self._pairs.get(fold(short.text))) is not None:
            return Speaker(given, SpeakerType.BODY, SpeakerGrounds.SHORT_FORM)
        if not self._may_mean(source, own):
            return None
        inside = next((n for t in own if (n := self._named(t)) is not None), None)
        name = self.fullest(inside) if inside is not None else self.one
        if name is not None:
            return Speaker(name, SpeakerType.BODY, SpeakerGrounds.TITLE)
        return _same_people(words, spoke) if source.definite else None

    def _named(self, token: Token) -> Named | None:
        name = self._cast.name_at.get(token.index)
        return name if name is not None and name.kind is NameKind.BODY and not _armed(token) else None

    def _may_mean(self, source: Source, own: tuple[Token, ...]) -> bool:
        head, before = own[-1], self._view.neighbour(source.first, -1)
        if source.kind not in (SourceKind.GROUP, SourceKind.BODY, SourceKind.OFFICE):
            return False
        if any(t.lower in _NOT_ALL or t.upos == "NUM" for t in own):
            return False
        if before is not None and before.lower in _NOT_ALL | {"a", "an"}:
            return False
        many = head.lower.endswith("s") and head.lower != head.lower.rstrip("s")
        armed = any(_armed(t) for t in own)
        if head.lemma in ("movement", "group") and source.definite and not many:
            return armed or (head.lemma == "movement" and not any(t.capital for t in own[1:] if t is head))
        return armed and many and (_armed(head) or fold(head.lemma).rstrip("s") in _PEOPLE)


def _armed(token: Token) -> bool:
    return token.lemma in _ARMED or token.lower in _ARMED or token.lower.removesuffix("s") in _ARMED


def _of_state(name: Named) -> bool:
    return any(w in lexicon.OF_STATES for w in name.words) and not _OWN.intersection(name.words)


def _same_people(words: Sequence[Token], spoke: Sequence[Speaker]) -> Speaker | None:
    """The rebels who have spoken under their country's name, where these words bring no name of their own."""
    if any(t.capital for t in words[1:]):
        return None
    for speaker in spoke:
        told = [w.lower().removesuffix("s") for w in speaker.name.split()]
        if (
            speaker.type is not SpeakerType.PERSON
            and len(told) > 1
            and told[-1] in _ARMED
            and speaker.name[0].isupper()
        ):
            return Speaker(speaker.name, speaker.type, SpeakerGrounds.TITLE)
    return None
