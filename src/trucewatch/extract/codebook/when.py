"""When an event is told to be: by the times of its clause, the page's date, and the day that the story has come to."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from trucewatch.extract.codebook.dated import Dated, dated_in, names_no_day
from trucewatch.extract.codebook.match import Clause, Hit
from trucewatch.extract.codebook.narrative import RECENT_DAYS, Narrative, is_told_on
from trucewatch.extract.codebook.tenses import Tense, tense_of, verb_tense
from trucewatch.record.language import Sentence
from trucewatch.record.mentions import SaidGrounds, SpeakerType, Statement, Status, TimeMention, Track
from trucewatch.record.texts import Role, Text
from trucewatch.record.times import Timex, TimexType

_APART = frozenset("after before since following until despite amid ahead from of for".split())
"""Before an event's noun they set it at another time than its clause, or say nothing of its time."""
_OCCASION = frozenset("after at during following in on".split())
"""Before a meeting they make it the occasion of what was said."""
_ACTS = frozenset({Track.ACCUSATION, Track.DENIAL, Track.DEMAND})
_REAL = frozenset({Status.HAPPENED, Status.ONGOING, Status.ALLEGED})
_UNDATED = frozenset({Status.CALLED_FOR, Status.HYPOTHETICAL})
_OVER = frozenset({Tense.PAST, Tense.PERFECT, Tense.EARLIER})
_FOUGHT = frozenset({Track.FIGHTING, Track.VIOLATION})
_COMES_ABOUT = frozenset(
    """broke began begun started erupted resumed flared launched occurred happened signed reached brokered concluded
    agreed announced declared took came entered went held""".split()
)
"""Verbs of a relative clause that tell when its noun came about, or took place."""
_LENT = 3
"""Steps up from a noun to those whose relative clause may be its own."""
_STOPS = frozenset("stopped ended halted suspended paused".split())
"""What a truce does on the day that it begins; what is done to fighting only on the day that it ends."""
_ZONES = timedelta(days=1)
"""A page may be dated by a clock that is a day behind the place it tells of."""


@dataclass(frozen=True, slots=True)
class Told:
    """An event as it is told: in what state, and when; no date where the text does not say."""

    status: Status
    date: str | None


class Calendar:
    """The dated expressions of a text, by place, and what was told of them so far."""

    def __init__(
        self, text: Text, times: tuple[TimeMention, ...], statements: tuple[Statement, ...], published: str | None
    ) -> None:
        self._times = sorted((m.timex for m in times if m.role is not Role.DATELINE), key=lambda t: t.start)
        self._starts = [t.start for t in self._times]
        self._blocks = [b.start for b in text.blocks]
        self.published = _day(published)
        self.said = _said(statements)
        """The day of a statement, by where its cue begins."""
        self._saying = [s for s in statements if s.said_on is not None and s.said_on.grounds is SaidGrounds.STATED]
        self.narrative = Narrative()
        self._told: dict[tuple[str, str], str | None] = {}
        """The last date of each kind of event under each word, for "the clashes" that are told of again."""

    def sentence(self, sentence: Sentence, clause: Clause, heads: Iterable[int]) -> "SentenceCalendar":
        """The times of one sentence; `heads` are those of its events. Sentences come in order."""
        first = bisect_left(self._starts, sentence.at.start)
        last = bisect_left(self._starts, sentence.at.end)
        paragraph = bisect_right(self._blocks, sentence.at.start)
        return SentenceCalendar(self, sentence, clause, self._times[first:last], frozenset(heads), paragraph)

    def tells_saying(self, dated: Dated, event: int) -> bool:
        """Whether the time is when somebody spoke of the event: "talks will be held, Keller said on MONDAY"."""
        return any(
            s.said_on is not None
            and s.said_on.value == dated.value
            and s.passage.start <= dated.at < s.passage.end
            and _in_content(s, event)
            and not _in_content(s, dated.at)
            for s in self._saying
        )

    def told(self, key: tuple[str, str]) -> str | None:
        """The date of what the word stood for when it was last dated."""
        return self._told.get(key)

    def keep(self, key: tuple[str, str], found: Dated | None) -> None:
        """Note how the word was dated. "The 2016 clashes" are others than the clashes that were spoken of before."""
        if found is None:
            self._told.setdefault(key, None)
        elif not (found.before_noun and key in self._told):
            self._told[key] = found.value


class SentenceCalendar:
    """The dates of one sentence's events."""

    def __init__(
        self,
        page: Calendar,
        sentence: Sentence,
        clause: Clause,
        times: list[Timex],
        heads: frozenset[int],
        paragraph: int,
    ) -> None:
        self._page = page
        self._sentence = sentence
        self._clause = clause
        self._heads = heads
        self._paragraph = paragraph
        other = [t.type for t in times if not names_no_day(t, clause.tree.text)]
        self._timed, self._moved = bool(other), any(t is not TimexType.DURATION for t in other)
        calendar = [t for t in times if t.type in (TimexType.DATE, TimexType.TIME)]
        self._dated = list(dated_in(sentence, clause, calendar))
        self._days: list[str] = []

    def place(self, hit: Hit, status: Status) -> Told:
        """The event's state and its day or days, as an ISO prefix or two joined by "/"."""
        spoken = hit.rule.status is Status.CALLED_FOR
        if status in _UNDATED and not spoken:
            return Told(status, None)
        found = self._found(hit, status)
        value = self._value(hit, status, found)
        if value is not None and self._lies_ahead(value):
            return self._ahead(hit, status, value)
        if value is None:
            return Told(status, self._carried(hit, status))
        if status in _REAL and len(value) == 10 and tense_of(self._clause, hit) is Tense.PAST:
            self._days.append(value)
        return Told(status, value)

    def close(self) -> None:
        """The sentence is done: what it says of the story's day."""
        narrative = self._page.narrative
        if len(set(self._days)) == 1:
            narrative.name(self._days[0], self._paragraph, lasts=self._recent(self._days[0]))
        elif self._moved or self._dated or self._turns_back():
            narrative.leave()
        narrative.go_on()

    def _turns_back(self) -> bool:
        root = next((n for n, w in enumerate(self._sentence.words) if w.head is None), None)
        return root is not None and verb_tense(self._clause, root) is Tense.EARLIER

    def _recent(self, day: str) -> bool:
        published, told = self._page.published, _day(day)
        return bool(published and told and timedelta(0) <= published - told <= timedelta(days=RECENT_DAYS))

    # -- times of the sentence ---------------------------------------------------------------------

    def _found(self, hit: Hit, status: Status) -> Dated | None:
        clause = self._clause
        own = {*hit.found.words, *hit.absorbed, *clause.slots.carrier(hit.head)} - (self._heads - {hit.head})
        homes = [own, _relative_of(clause, hit), _clause_of(clause, hit, self._heads)]
        for home in homes:
            dated = [(n, d, w) for n, d in enumerate(self._dated) for w in home if self._dates(d, w, hit)]
            # "The 2019 ceasefire collapsed in March": what stands before a noun is its own time first of all.
            near = [(d.steps[w] + (d.before_noun and w != hit.head), n) for n, d, w in dated]
            if near:
                return self._dated[min(near)[1]]
        return self._appointed(hit) if status is Status.PLANNED else None

    def _dates(self, dated: Dated, word: int, hit: Hit) -> bool:
        """Whether the time tells of the word; of "violation of the 1994 truce" that before "truce" is the truce's."""
        if word not in dated.steps:
            return False
        # What is told in the present is so when it is said: "is in force, Keller said on Monday".
        said = self._page.tells_saying(dated, self._sentence.words[hit.head].at.start)
        if said and tense_of(self._clause, hit) is not Tense.PRESENT:
            return False
        below = word in hit.absorbed and any(head == hit.head for _, head in self._clause.tree.above(word))
        return not (dated.before_noun and below and not self._clause.slots.verbal(hit.head))

    def _appointed(self, hit: Hit) -> Dated | None:
        """ "Agreed to a round of talks on 26 October": what lies ahead is the time of what is planned."""
        above = {head for _, head in self._clause.tree.above(hit.head)}
        return next((d for d in self._dated if self._lies_ahead(d.value) and not above.isdisjoint(d.steps)), None)

    def _value(self, hit: Hit, status: Status, found: Dated | None) -> str | None:
        key = (str(hit.rule.track), self._clause.tree.forms[hit.head].removesuffix("s"))
        known = status is not Status.PLANNED and _known(self._clause, hit.head)
        if found is None:
            value = self._page.told(key) if known else None
            if known:
                self._page.keep(key, None)
            return value
        if found.since:
            return self._until_now(hit, found.value)
        day = self._page.narrative.at(self._paragraph) if found.hour else None
        if day is not None and tense_of(self._clause, hit) is Tense.PAST:
            found = replace(found, value=day)
        self._page.keep(key, found)
        return found.value

    def _until_now(self, hit: Hit, value: str) -> str | None:
        """ "Since May": up to the day of the page, if that is known and the event is told as of then."""
        published = self._page.published
        if published is None or tense_of(self._clause, hit) is Tense.EARLIER:
            return None
        begin, end = value.partition("/")[0], published.isoformat()
        return f"{begin}/{end}" if begin < end else None

    # -- the page's own date -----------------------------------------------------------------------

    def _lies_ahead(self, value: str) -> bool:
        published = self._page.published
        return published is not None and value.partition("/")[0] > published.isoformat()[: len(value.partition("/")[0])]

    def _ahead(self, hit: Hit, status: Status, value: str) -> Told:
        """A time after the page's own day: of what is planned, or no time of what is told as over."""
        if status is Status.PLANNED:
            return Told(status, value)
        if tense_of(self._clause, hit) in _OVER or status is Status.ALLEGED:
            published, told = self._page.published, _day(value.partition("/")[0])
            near = published is not None and told is not None and told - published <= _ZONES
            return Told(status, value if near else None)
        return Told(Status.PLANNED if status in _REAL else status, value)

    # -- what the text around says -----------------------------------------------------------------

    def _carried(self, hit: Hit, status: Status) -> str | None:
        day = self._occasion(hit, status) or self._of_saying(hit)
        if day is not None:
            return day
        if self._timed or not is_told_on(self._clause, hit, status):
            return None
        return self._page.narrative.at(self._paragraph)

    def _of_saying(self, hit: Hit) -> str | None:
        """An accusation, denial or demand that is itself what somebody said: the day of saying it."""
        if hit.rule.track not in _ACTS:
            return None
        return self._page.said.get(self._sentence.words[hit.head].at.start)

    def _occasion(self, hit: Hit, status: Status) -> str | None:
        """The day of what was said at the meeting, or after it."""
        if hit.rule.track is not Track.MEETING or status is not Status.HAPPENED:
            return None
        tree = self._clause.tree
        for child, head in tree.above(hit.head):
            if tree.label(child) not in ("obl", "nmod") or tree.case(child) not in _OCCASION:
                return None
            if tree.verbal(head):
                return self._page.said.get(self._sentence.words[head].at.start)
        return None


def _known(clause: Clause, at: int) -> bool:
    """Whether the noun speaks of something told before: THE talks, THESE attacks."""
    return any(clause.tree.forms[c] in ("the", "this", "these", "those") for c in clause.tree.by_label(at, "det"))


def _clause_of(clause: Clause, hit: Hit, heads: frozenset[int]) -> set[int]:
    """The verb of the event's clause with those joined to it; none where the clause only ties the event's time."""
    tree, at = clause.tree, hit.head
    if not clause.slots.verbal(at):
        for child, head in tree.above(at):
            if tree.case(child) in _APART or tree.label(child) in ("acl:relcl", "acl", "appos"):
                return set()
            at = head
            if tree.verbal(head):
                if tree.label(child) == "obj" and head in heads and head not in hit.absorbed:
                    return set()  # "stopped the war on 3 May": another event's time
                break
    steps = 0
    while tree.label(at) == "conj" and (first := tree.words[at].head) is not None and steps < 10:
        at, steps = first, steps + 1
    return {w for w in tree.joined(at) if tree.verbal(w)}


def _in_content(statement: Statement, at: int) -> bool:
    return any(c.start <= at < c.end for c in statement.attribution.content)


def _relative_of(clause: Clause, hit: Hit) -> set[int]:
    """The verb of "the war THAT BROKE OUT on 3 May", "a truce SIGNED on 3 May": it tells of the noun's own time."""
    tree = clause.tree
    told = _COMES_ABOUT if hit.rule.track in _FOUGHT else _COMES_ABOUT | _STOPS
    nouns = {hit.head, *hit.absorbed}
    found = {verb for noun in nouns for verb in (*_relatives(clause, noun), *_nearest_relatives(clause, noun))}
    return {verb for verb in found if tree.verbal(verb) and tree.forms[verb] in told}


def _relatives(clause: Clause, noun: int) -> list[int]:
    return clause.tree.by_label(noun, "acl:relcl", "acl")


def _nearest_relatives(clause: Clause, noun: int) -> list[int]:
    """ "Its role in the WAR that broke out": a clause that begins behind the noun, though it hangs on one before it."""
    above = [head for _, head in clause.tree.above(noun)][:_LENT]
    hung = [verb for head in above for verb in _relatives(clause, head) if verb > noun]
    return [verb for verb in hung if min([verb, *clause.tree.children[verb]]) == noun + 1]


def _said(statements: Iterable[Statement]) -> dict[int, str]:
    """The day of each statement by the beginning of its cue: its own, or the only one of its speaker, a person."""
    told = list(statements)
    days: dict[str, set[str]] = {}
    for s in told:
        if s.speaker is not None and s.speaker.type is SpeakerType.PERSON and s.said_on is not None:
            days.setdefault(s.speaker.name, set()).add(s.said_on.value)
    found: dict[int, str] = {}
    for s in told:
        known = days.get(s.speaker.name, set()) if s.speaker else set()
        value = s.said_on.value if s.said_on else next(iter(known)) if len(known) == 1 else None
        if value is not None and len(value) == 10:
            found.update((cue.start, value) for cue in s.attribution.cue)
    return found


def _day(value: str | None) -> date | None:
    """The value as a day of the calendar; None where it is none."""
    try:
        return date.fromisoformat(value) if value and len(value) == 10 else None
    except ValueError:
        return None
