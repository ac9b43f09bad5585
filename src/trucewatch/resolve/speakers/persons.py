"""The persons of a page: each with all mentions, the fullest name, the offices, and what is known of gender."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from trucewatch.resolve.speakers import lexicon
from trucewatch.resolve.speakers.given_names import gender_by_name
from trucewatch.resolve.speakers.lexicon import Gender
from trucewatch.resolve.speakers.naming import Named, NameKind
from trucewatch.resolve.speakers.offices import Office
from trucewatch.resolve.speakers.page import PageView
from trucewatch.resolve.speakers.spelling import acronym, fold, one_edit, shortened, skeleton
from trucewatch.resolve.speakers.titles import offices_of

BUCKET = 12
"""Persons of one surname that a new name is compared with: more would make a page of one surname quadratic."""

_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii"})


@dataclass(slots=True)
class Person:
    """One person under all the spellings of a page."""

    number: int
    forms: Counter[str] = field(default_factory=Counter)
    mentions: list[int] = field(default_factory=list)
    """The first word of each mention, in order."""
    offices: list[Office] = field(default_factory=list)
    genders: Counter[Gender] = field(default_factory=Counter)

    name: str = ""
    """The fullest form; of forms equally full the most frequent, then the first."""
    words: tuple[str, ...] = ()
    """The fullest name's words, folded, without suffixes."""

    def add(self, form: str, first: int) -> None:
        """Counts one mention, and keeps the fullest name."""
        self.forms[form] += 1
        self.mentions.append(first)
        if form != self.name and self._fullness(form) > self._fullness(self.name):
            self.name = form
            self.words = tuple(w for w in map(fold, form.split()) if w not in _SUFFIXES) or (fold(form),)

    def _fullness(self, form: str) -> tuple[int, int]:
        return len(form.split()), self.forms[form]

    @property
    def gender(self) -> Gender | None:
        """What titles say, else what the given name says."""
        if self.genders:
            return self.genders.most_common(1)[0][0]
        return gender_by_name(self.name.split()[0]) if " " in self.name else None

    def last_before(self, index: int) -> int:
        """The last mention before a word, -1 where there is none."""
        at = bisect_right(self.mentions, index - 1)
        return self.mentions[at - 1] if at else -1


class Persons:
    """Who is named on one page. Full names make persons; shorter forms find theirs."""

    def __init__(self, view: PageView, names: Iterable[Named]) -> None:
        self._view = view
        self.all: list[Person] = []
        self.at: dict[int, Person] = {}
        """The person whom a word of a name belongs to."""
        self._by_key: dict[str, list[Person]] = defaultdict(list)
        self._by_near: dict[str, list[Person]] | None = None
        persons = [n for n in names if n.kind is NameKind.PERSON]
        self._inside = {i for n in persons for i in range(n.first, n.last + 1)}
        for name in sorted(persons, key=lambda n: (len(n.words) < 2, n.first)):
            self._add(name)
        for person in self.all:
            person.mentions.sort()
            person.offices.sort(key=lambda o: o.first)

    def _add(self, name: Named) -> None:
        words = tuple(w for w in name.words if w not in _SUFFIXES) or name.words
        person = self._full(words) if len(words) > 1 else self.short(words[0], name.first)
        if person is None:
            person = Person(len(self.all))
            self.all.append(person)
            self._index(person, words)
        person.add(name.text, name.first)
        self.at.update(dict.fromkeys(range(name.first, name.last + 1), person))
        self._describe(person, name)

    def _index(self, person: Person, words: tuple[str, ...]) -> None:
        for key in dict.fromkeys(skeleton(w) for w in words):
            if len(key) > 1:
                self._by_key[key].append(person)

    def _describe(self, person: Person, name: Named) -> None:
        for office in offices_of(self._view, name.first, name.last, self._inside.__contains__):
            person.offices.append(office)
            self._count(person, lexicon.gender_of(self._view.tokens[office.noun].lower))
        before = self._view.neighbour(name.first, -1)
        if before is not None:
            self._count(person, lexicon.gender_of(before.lower))

    @staticmethod
    def _count(person: Person, gender: Gender | None) -> None:
        if gender is not None:
            person.genders[gender] += 1

    def _full(self, words: tuple[str, ...]) -> Person | None:
        """The person of another spelling or length of the same full name."""
        near = [*self._by_key[skeleton(words[-1])][-BUCKET:], *self._by_key[skeleton(words[0])][-BUCKET:]]
        return next((p for p in near if _same_person(p.words, words)), None)

    def short(self, word: str, index: int) -> Person | None:
        """The person whom a single word names where it stands at `index`: by surname, else by another name."""
        key = skeleton(word)
        near = self._by_key.get(key, [])[-BUCKET:] or self._misspelt(key)
        by_surname = [p for p in near if skeleton(p.words[-1]) == key] or near
        exact = [p for p in by_surname if fold(word) in p.words] or by_surname
        return max(exact, key=lambda p: (p.last_before(index), -p.number), default=None)

    def namesakes(self, word: str) -> list[Person]:
        """The persons whose surname a single word is; the last few where there are many."""
        key = skeleton(word)
        return [p for p in self._by_key.get(key, [])[-BUCKET:] if skeleton(p.words[-1]) == key]

    def find(self, words: tuple[str, ...], index: int) -> Person | None:
        """The person of these folded words, wherever on the page the name stands."""
        return self._full(words) if len(words) > 1 else self.short(words[0], index)

    def _misspelt(self, key: str) -> list[Person]:
        """Persons whose surname is one letter apart from a word that is nobody's name."""
        if len(key) < 6 or acronym(key):
            return []
        if self._by_near is None:
            self._by_near = defaultdict(list)
            for person in self.all:
                surname = skeleton(person.words[-1])
                for part in shortened(surname) if len(surname) >= 6 and len(person.words) > 1 else ():
                    self._by_near[part].append(person)
        near = dict.fromkeys(p.number for part in sorted(shortened(key)) for p in self._by_near.get(part, ())[:BUCKET])
        return [self.all[n] for n in near if one_edit(skeleton(self.all[n].words[-1]), key)]


def _same_person(known: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Same surname and given name in any transliteration, one name inside the other, or one letter apart in one."""
    a, b = [skeleton(w) for w in known], [skeleton(w) for w in words]
    if len(b) < 2 or len(a) < 2:
        return len(a) == 1 and a[0] == b[-1]
    if set(a) <= set(b) or set(b) <= set(a):
        return True
    given = a[0] == b[0] or _is_initial(a[0], b[0])
    if a[-1] == b[-1]:
        return given or (min(len(a[0]), len(b[0])) > 3 and one_edit(a[0], b[0]))
    return a[0] == b[0] and min(len(a[-1]), len(b[-1])) > 4 and one_edit(a[-1], b[-1])


def _is_initial(one: str, other: str) -> bool:
    short, long = sorted((one.rstrip("."), other.rstrip(".")), key=len)
    return len(short) == 1 and long.startswith(short)
