"""Places that speak for their governments: capitals and short forms of states, by the names the page has for them."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cached_property

from trucewatch.resolve.speakers.naming import Named, NameKind
from trucewatch.resolve.speakers.offices import state_of
from trucewatch.resolve.speakers.page import PageView
from trucewatch.resolve.speakers.spelling import fold

_ENDINGS = ("n", "an", "ian", "i", "er", "ese", "ish")
FEW = 2
"""Mentions of a state below which a page is not about it."""


class Places:
    """The states and other places that one page names."""

    def __init__(self, view: PageView, names: Iterable[Named]) -> None:
        self._states = states = view.states
        self._forms: dict[str, Counter[str]] = defaultdict(Counter)
        self._by_first: dict[str, Counter[str]] = defaultdict(Counter)
        self._spoken_of: set[str] = set()
        self._single: dict[str, str] = {}
        self._counts: Counter[str] = Counter()
        places = [n for n in names if n.kind in (NameKind.PLACE, NameKind.PEOPLE, NameKind.BODY)]
        for name in places:
            state = states.named(name.text)
            if state is not None and name.kind is NameKind.PLACE:
                self._forms[state][name.text] += 1
            if name.kind is not NameKind.PEOPLE and len(name.words) == 1:
                self._single.setdefault(name.words[0], name.text)
            if (seated := states.seated(name.text)) is not None:
                self._counts[seated] += 1
            if name.kind is NameKind.PLACE and len(name.words) > 1:
                self._by_first[name.words[0]][name.text] += 1
        for token in view.tokens:
            if token.capital and token.upos == "PROPN":
                self._single.setdefault(fold(token.text), token.text)
            if token.capital and (state := state_of(view, token)) is not None:
                self._spoken_of.add(state)
                self._counts[state] += 1

    def fullest(self, text: str) -> str:
        """The page's fullest name for what `text` names: a capital's state, "North Westland" for "the North"."""
        if (state := self._states.seated(text)) is not None:
            return self._state(state) if state in self._spoken_of or state in self._forms else text
        if (state := self._states.meant(text)) is not None:
            return self._state(state) if state in self._forms else text
        longer = self._by_first.get(fold(text))
        return longer.most_common(1)[0][0] if longer else text

    def behind(self, adjective: str) -> str | None:
        """The place of the page that an adjective or people is of: "Westland" for "Westlander"."""
        word = fold(adjective)
        stems = (word[: -len(ending)] for ending in _ENDINGS if word.endswith(ending) and len(word) > len(ending) + 3)
        return next((self._single[stem] for stem in stems if stem in self._single), None)

    def of_people(self, name: str) -> str:
        """A body or office under its people's adjective: "Norwegian government" for "the Norway" or "Oslo government".

        Only a state's name of one word or its capital right before a common noun is changed.
        """
        where, _, what = name.rpartition(" ")
        seated = self._states.seated(where)
        state = seated if seated in self._spoken_of else self._states.spelt_out(where)
        if state is None or not what.islower() or (seated is None and " " in where):
            return name
        people = self._states.people_of(state)
        return f"{people} {what}" if people else name

    @cached_property
    def main_people(self) -> str | None:
        """The adjective of the one state that the page is about; None where it speaks as much of another."""
        first = self._counts.most_common(2)
        if not first or first[0][1] < FEW or (len(first) > 1 and first[0][1] < 2 * first[1][1]):
            return None
        return self._states.people_of(first[0][0])

    def _state(self, state: str) -> str:
        forms = self._forms.get(state)
        return max(forms, key=lambda f: (len(f), forms[f])) if forms else state
