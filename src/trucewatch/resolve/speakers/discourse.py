"""Who has spoken so far and who was the subject: what pronouns and descriptions on a page can mean."""

from bisect import insort
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from trucewatch.record.mentions import Speaker
from trucewatch.record.spans import Range
from trucewatch.resolve.speakers import lexicon
from trucewatch.resolve.speakers.cast import Cast
from trucewatch.resolve.speakers.lexicon import Gender
from trucewatch.resolve.speakers.offices import Office
from trucewatch.resolve.speakers.page import PageView
from trucewatch.resolve.speakers.persons import Person

SENTENCES_BACK = 5
"""How far back a pronoun looks."""
NEAR = 200
"""Mentions of persons on either side that a description is compared with."""
MOST_TOUCHED = 60
"""Sentences of one statement that remember who speaks in them."""


@dataclass(frozen=True, slots=True, order=True)
class Turn:
    """One resolved statement: who speaks, from which word on."""

    anchor: int
    number: int
    speaker: Speaker = field(compare=False)
    person: Person | None = field(compare=False, default=None)
    """The one person behind it; None for bodies, groups and several."""
    nested: bool = field(compare=False, default=False)
    content: tuple[Range, ...] = field(compare=False, default=())
    """Where what is said stands."""


class Discourse:
    """The turns taken so far, by sentence."""

    def __init__(self, view: PageView, cast: Cast) -> None:
        self._view, self._cast = view, cast
        self._turns: list[Turn] = []
        self._in_sentence: dict[int, list[Turn]] = defaultdict(list)

    def add(self, turn: Turn, sentences: range) -> None:
        """Remembers a turn in the sentences that its words touch."""
        insort(self._turns, turn)
        for number in sentences[:MOST_TOUCHED]:
            insort(self._in_sentence[number], turn)

    def before(self, index: int, most: int = 12) -> Iterator[Turn]:
        """The last turns that begin before a word, nearest first."""
        later = 0
        for turn in reversed(self._turns):
            if turn.anchor >= index:
                later += 1
                if later > most:
                    return
                continue
            if most <= 0:
                return
            most -= 1
            yield turn

    def in_sentence(self, number: int) -> list[Turn]:
        """The turns whose words touch a sentence, in order."""
        return self._in_sentence.get(number, [])

    def person_meant(self, index: int, gender: Gender | None, hidden: list[range]) -> Turn | Person | None:
        """Whom "he" or "she" means at a word; words in `hidden` (what is being said) name nobody for it."""
        here = self._view.tokens[index].sentence
        for person in self._subjects(here, hidden, index):
            if _agrees(person, gender):
                return person
        for number in range(here - 1, max(-1, here - 1 - SENTENCES_BACK), -1):
            found = (
                self._spoke(number, gender, index) or self._subject_of(number, gender) or self._known(number, gender)
            )
            if found is not None:
                return found
        return self._anybody(index, gender, hidden)

    def last_of(self, persons: list[Person], index: int) -> Person | None:
        """The one of these who spoke last before a word, if not long ago."""
        here = self._view.tokens[index].sentence
        for turn in self.before(index, 8):
            near = here - self._view.tokens[turn.anchor].sentence <= 2 * SENTENCES_BACK
            if near and any(turn.person is p for p in persons):
                return turn.person
        return None

    def last_person(self, index: int) -> Person | None:
        """The last person who spoke before a word; agencies and documents between do not count."""
        return next((t.person for t in self.before(index, 4) if t.person is not None), None)

    def subjects_before(self, index: int, sentences: int) -> Iterator[int]:
        """The subjects of the last sentences before a word's own, nearest sentence first; none out of what was said."""
        here = self._view.tokens[index].sentence
        for number in range(here - 1, max(-1, here - 1 - sentences), -1):
            for token in self._view.tokens_of(number):
                main = token.head is not None and self._view.tokens[token.head].label in ("root", "conj", "parataxis")
                if token.subject and main and not self._said(token.at.start, number):
                    yield token.index
                    break

    def _said(self, offset: int, sentence: int) -> bool:
        turns = self.in_sentence(sentence)[-8:]
        return any(c.start <= offset < c.end for t in turns for c in t.content)

    def body_before(self, index: int) -> str | None:
        """The body, no state's own, that was the subject just before."""
        for subject in self.subjects_before(index, 3):
            body = self._cast.bodies.at.get(subject)
            if body is not None and not any(w.lower() in lexicon.OF_STATES for w in body.name.split()):
                return self._cast.bodies.fullest_of(body)
        return None

    def body_in_clause(self, index: int) -> str | None:
        """The body, no state's own, that is a subject before a word in its own sentence."""
        words = self._view.sentences[self._view.tokens[index].sentence]
        for spot in range(index - 1, max(words.start, index - NEAR) - 1, -1):
            body = self._cast.bodies.at.get(spot)
            named = body is not None and spot in self._cast.name_at and self._view.tokens[spot].subject
            if body is not None and named and not any(w.lower() in lexicon.OF_STATES for w in body.name.split()):
                return self._cast.bodies.fullest_of(body)
        return None

    def several_in_clause(self, index: int) -> int | None:
        """The last noun for a body or group of many that is subject or object before a word in its own sentence."""
        words = self._view.sentences[self._view.tokens[index].sentence]
        for spot in range(index - 1, max(words.start, index - NEAR) - 1, -1):
            token = self._view.tokens[spot]
            many = token.lower.endswith("s") and token.lower != token.lemma and token.upos == "NOUN"
            people = token.lemma in lexicon.GROUPS or token.lemma in lexicon.BODIES
            if many and people and token.label in ("nsubj", "obj", "nsubj:pass"):
                return spot
        return None

    def unplaced_speaker(self, index: int) -> Person | None:
        """The last speaker, where just before and without any office on this page: a description may mean them."""
        here = self._view.tokens[index].sentence
        turn = next((t for t in self.before(index, 4) if t.person is not None), None)
        if turn is not None and here - self._view.tokens[turn.anchor].sentence <= 3:
            return turn.person if turn.person is not None and not turn.person.offices else None
        subject = next((self._cast.persons.at.get(s) for s in self.subjects_before(index, 2)), None)
        return subject if subject is not None and not subject.offices else None

    def _spoke(self, number: int, gender: Gender | None, index: int) -> Turn | None:
        """The last who spoke in a sentence, if one person; of two in one sentence the one who reports the other."""
        turns = [t for t in self.in_sentence(number)[-8:] if t.anchor < index and t.person is not None]
        fitting = [t for t in turns if t.person is not None and _agrees(t.person, gender)]
        return next((t for t in reversed(fitting) if not t.nested), fitting[-1] if fitting else None)

    def _subject_of(self, number: int, gender: Gender | None) -> Person | None:
        return next((p for p in self._subjects(number, [], None) if _agrees(p, gender)), None)

    def _known(self, number: int, gender: Gender | None) -> Person | None:
        """Somebody else in a sentence whose gender is known to be the pronoun's."""
        words = self._view.sentences[number]
        near = self._cast.persons_in(words.start, words.stop - 1) if gender is not None else []
        return next((p for _, p in near if p.gender is gender), None)

    def _subjects(self, number: int, hidden: list[range], before: int | None) -> list[Person]:
        """The persons who are subjects in a sentence, the last first where `before` cuts it."""
        words = self._view.sentences[number]
        if before is None:
            near = self._cast.persons_in(words.start, words.stop - 1)
        else:
            near = [(m, p) for m, p in self._cast.persons_before(before, NEAR) if m >= words.start]
        return [p for m, p in near if self._is_subject(m) and not any(m in span for span in hidden)]

    def _is_subject(self, mention: int) -> bool:
        """True where the name or the title that it hangs on is a subject."""
        for _ in range(4):
            token = self._view.tokens[mention]
            if token.subject:
                return True
            if token.head is None or not token.label.startswith(("flat", "appos", "compound", "nmod:desc")):
                return False
            mention = token.head
        return False

    def _anybody(self, index: int, gender: Gender | None, hidden: list[range]) -> Turn | Person | None:
        for turn in self.before(index, 4):
            if turn.person is not None and _agrees(turn.person, gender):
                return turn
        for mention, person in self._cast.persons_before(index, 6):
            if _agrees(person, gender) and not any(mention in span for span in hidden):
                return person
        return None

    def holder_of(self, office: Office, index: int) -> Person | None:
        """The person whom an office or description means at a word: one who holds such an office on this page."""
        scores: dict[int, tuple[float, int]] = {}
        last = self.last_person(index)
        near = self._cast.persons_before(index, NEAR)
        for rank, (_, person) in enumerate([*near, *self._cast.persons_from(index, NEAR)]):
            if person.number in scores:
                continue
            fits = [office.closeness(held) for held in person.offices[:8] if office.can_mean(held)]
            if fits and max(fits) > -2:
                score = max(fits) + 2.5 * (person is last) + (rank < len(near))
                scores[person.number] = (score, -rank)
        best = max(scores, key=lambda n: scores[n], default=None)
        return None if best is None else self._cast.persons.all[best]


def _agrees(person: Person, gender: Gender | None) -> bool:
    return gender is None or person.gender in (None, gender)
