"""The cast of a page: its persons, bodies and places, each under the fullest name that the page gives."""

from bisect import bisect_left

from trucewatch.resolve.speakers.bodies import Bodies
from trucewatch.resolve.speakers.naming import named_mentions
from trucewatch.resolve.speakers.page import PageView
from trucewatch.resolve.speakers.persons import Person, Persons
from trucewatch.resolve.speakers.places import Places

MOST = 200
"""Mentions of persons in one stretch that are looked at."""


class Cast:
    """Who and what one page names."""

    def __init__(self, view: PageView) -> None:
        self.names = named_mentions(view)
        self.name_at = {i: n for n in self.names for i in range(n.first, n.last + 1)}
        self.persons = Persons(view, self.names)
        self.bodies = Bodies(view, self.names)
        self.places = Places(view, self.names)
        self._mentions = sorted((m, p.number) for p in self.persons.all for m in p.mentions)

    def persons_before(self, index: int, most: int) -> list[tuple[int, Person]]:
        """The last mentions of persons before a word, nearest first, at most so many."""
        here = bisect_left(self._mentions, (index, -1))
        return [(m, self.persons.all[p]) for m, p in reversed(self._mentions[max(0, here - most) : here])]

    def persons_from(self, index: int, most: int) -> list[tuple[int, Person]]:
        """The first mentions of persons at or after a word, in order, at most so many."""
        here = bisect_left(self._mentions, (index, -1))
        return [(m, self.persons.all[p]) for m, p in self._mentions[here : here + most]]

    def persons_in(self, first: int, last: int) -> list[tuple[int, Person]]:
        """The mentions of persons that begin between two words, both included, in order, at most so many."""
        start, stop = bisect_left(self._mentions, (first, -1)), bisect_left(self._mentions, (last + 1, -1))
        stop = min(stop, start + MOST)
        return [(m, self.persons.all[p]) for m, p in self._mentions[start:stop]]
