"""What descriptions mean: offices, armed groups, "the agency", "both sides", "the statement"."""

from dataclasses import replace

from trucewatch.record.mentions import Speaker, SpeakerGrounds, SpeakerType
from trucewatch.resolve.speakers import lexicon
from trucewatch.resolve.speakers.ahead import Ahead
from trucewatch.resolve.speakers.cast import Cast
from trucewatch.resolve.speakers.discourse import Discourse
from trucewatch.resolve.speakers.offices import Office
from trucewatch.resolve.speakers.page import PageView, Token
from trucewatch.resolve.speakers.persons import Person
from trucewatch.resolve.speakers.sources import Source, SourceKind, is_press_service, take_apart
from trucewatch.resolve.speakers.speaking import Casting
from trucewatch.resolve.speakers.spelling import fold

_TITLE = SpeakerGrounds.TITLE
_ROUND = 60
"""Words on either side of a speaker in which a statement is told to be issued."""
_NAMELESS = frozenset("another one some second third unnamed unidentified anonymous".split())
_DOING = ("er", "or", "ist", "ian", "man", "woman", "ate", "old")
_THINGS = frozenset(
    "paper letter order number newspaper chapter other matter answer poster banner river border power sector "
    "factor debate threshold household mandate broadcaster climate folder corridor tribunal weather error".split()
)
"""Nouns with such endings that nobody is."""


class Descriptions:
    """Finds who is meant by a noun, by who has spoken and what the page calls whom."""

    def __init__(self, view: PageView, cast: Cast, casting: Casting, discourse: Discourse) -> None:
        self._view, self._cast, self._casting, self._discourse = view, cast, casting, discourse
        self._unnamed: dict[str, Speaker] = {}
        self.ahead: Ahead | None = None
        self.number = 0
        """The attribution whose speaker is asked for."""

    def is_unnamed(self, speaker: Speaker) -> bool:
        """True for somebody who spoke without a name: "an official"."""
        return speaker in self._unnamed.values()

    def office(self, source: Source) -> tuple[Speaker, Person | None]:
        """The holder of the office on this page, the unnamed one who spoke before, or the office itself."""
        office = self._casting.description(source)
        if self._view.tokens[source.head].lower in lexicon.OFFICES or source.definite:
            last = next(self._discourse.before(source.first, 1), None)
            if source.definite and last is not None and self._unnamed.get(office.head) is last.speaker:
                return last.speaker, None
            person = self._discourse.holder_of(office, source.first) if self._may_be_named(source) else None
            loose = not office.states or office.head in lexicon.LOOSE
            if person is None and source.definite and loose:
                person = self._discourse.unplaced_speaker(source.first)
            if person is not None:
                return self._casting.person(person, _TITLE), person
            if source.definite and not office.states and not office.others and office.head in self._unnamed:
                return self._unnamed[office.head], None
        if (person := self._named_later(source, office)) is not None:
            return self._casting.person(person, _TITLE), person
        speaker = self._casting.office(source, office)
        self._unnamed[office.head] = speaker
        return speaker, None

    def _named_later(self, source: Source, office: Office) -> Person | None:
        """Whom the page names further on as the holder; nobody where many could be meant: "an official"."""
        opening = self._view.tokens[max(0, source.first - 1) : source.first + 1]
        other = any(t.lower in _NAMELESS for t in opening)
        if self.ahead is None or other or office.head in lexicon.UNNAMED | {"counterpart"}:
            return None
        return self.ahead.holder(source, office, self.number)

    def _may_be_named(self, source: Source) -> bool:
        """False for "a spokesman", "an unnamed official": who is brought in without a name stays without one."""
        before = self._view.token(source.first - 1)
        indefinite = before is not None and before.lower in ("a", "an", "one", "another", "some")
        return not indefinite and self._view.tokens[source.first].lower not in _NAMELESS

    def document(self, source: Source) -> Speaker:
        """The body or person who issued it where the page has just said so, else the document."""
        lemma = self._view.tokens[source.head].lemma
        if lemma in lexicon.ISSUED and (issuer := self._issuer(source)) is not None:
            return issuer
        if lemma not in lexicon.ISSUED or not source.definite:
            return self._casting.as_written(source)
        named = {fold(t.text) for t in self._view.tokens[source.first : source.head] if t.capital}
        here = self._view.tokens[source.first].sentence
        for turn in self._discourse.before(source.first, 8):
            told = self._view.tokens[turn.anchor].sentence
            just_issued = here - told <= 10 and any(t.lemma == lemma for t in self._near(turn.anchor))
            if named & {fold(w) for w in turn.speaker.name.split()} if named else just_issued:
                return replace(turn.speaker, grounds=_TITLE)
        return self._report_of_last(source) or self._casting.as_written(source)

    def _report_of_last(self, source: Source) -> Speaker | None:
        """The body that has just spoken, where the page names no such document before: its words are the report."""
        head = self._view.tokens[source.head]
        turn = next(self._discourse.before(source.first, 1), None)
        if turn is None or turn.speaker.type is not SpeakerType.BODY or source.last != source.head:
            return None
        near = 0 < head.sentence - self._view.tokens[turn.anchor].sentence <= 4 and source.first == source.head
        told = self._view.first_with(head.lemma) < head.index
        return replace(turn.speaker, grounds=_TITLE) if near and not told else None

    def _near(self, index: int) -> tuple[Token, ...]:
        """The words round a word in its sentence."""
        words = self._view.sentences[self._view.tokens[index].sentence]
        return self._view.tokens[max(words.start, index - _ROUND) : min(words.stop, index + _ROUND)]

    def _is_described(self, source: Source) -> bool:
        """True where no name stands in the source: "the monitoring group", "the Norwegian agency"."""
        words = self._view.tokens[source.first : source.last + 1]
        if any(t.lower == "based" for t in words):
            return source.last == source.head
        states = self._view.states
        return source.last == source.head and not any(t.capital and states.meant(t.text) is None for t in words[:-1])

    def _issuer(self, source: Source) -> Speaker | None:
        """Who the source's own words say has issued it: "a statement from the ministry", "the ministry's letter"."""
        owner = next(
            (i for i in range(source.first + 1, source.head) if self._view.tokens[i].text in ("'s", "’s")), None
        )
        link = self._view.token(source.head + 1) if source.head < source.last else None
        span = range(source.first, owner) if owner is not None else None
        if span is None and link is not None and link.lower in ("by", "from"):
            span = range(link.index + 1, source.last + 1)
        if span is None and self._view.token(source.head - 1) is not None and source.head > source.first:
            # "a Front statement": only a body's name before the noun tells who issued it.
            span = range(source.first, source.head) if source.head - 1 in self._cast.name_at else None
        found = take_apart(self._view, self._cast, span) if span else None
        if found is None or found.kind not in (SourceKind.BODY, SourceKind.PLACE, SourceKind.PERSONS):
            return None
        if found.kind is SourceKind.PERSONS:
            return self._casting.named(found)
        return self._casting.body(found) if found.kind is SourceKind.BODY else self._casting.place(found)

    def generic_body(self, source: Source, speaker: Speaker) -> Speaker:
        """ "the agency" where no agency is named: the body that spoke just before."""
        token = self._view.tokens[source.head]
        bare = source.first == source.head and speaker.grounds is SpeakerGrounds.AS_WRITTEN
        if bare and source.definite and token.lemma in lexicon.ONE_PER_STATE and (of := self._cast.places.main_people):
            return replace(speaker, name=f"{of} {token.lower}", grounds=_TITLE)
        if speaker.grounds is SpeakerGrounds.AS_WRITTEN and source.definite and source.last == source.head:
            again = self._again(source)
            if again is not None:
                return again
        plain = speaker.grounds is not SpeakerGrounds.SHORT_FORM and self._is_described(source)
        if not (plain and source.definite and token.lemma in lexicon.GENERIC_BODIES):
            return speaker
        described = self._cast.bodies.described(token.lemma)
        if described is not None:
            return replace(speaker, name=described, grounds=_TITLE)
        turn = next((t for t in self._discourse.before(source.first, 3) if t.speaker.type is SpeakerType.BODY), None)
        if turn is not None and token.sentence - self._view.tokens[turn.anchor].sentence <= 4:
            return replace(turn.speaker, grounds=_TITLE)
        subject = self._discourse.body_in_clause(source.first) or self._discourse.body_before(source.first)
        return speaker if subject is None else replace(speaker, name=subject, grounds=_TITLE)

    def _again(self, source: Source) -> Speaker | None:
        """The body that has spoken under a longer name with these words: "the office" after "the mayor's office"."""
        if self._view.tokens[source.head].lemma in lexicon.ONE_PER_STATE:
            return None
        words = [fold(t.text) for t in self._view.tokens[source.first : source.last + 1]]
        press = len(words) == 2 and is_press_service(*self._view.tokens[source.first : source.last + 1])
        here = self._view.tokens[source.first].sentence
        for turn in self._discourse.before(source.first, 8):
            if turn.speaker.type is not SpeakerType.BODY or here - self._view.tokens[turn.anchor].sentence > 10:
                continue
            name = [fold(w) for w in turn.speaker.name.split()]
            near = " ".join(t.lower for t in self._near(turn.anchor)) if press else ""
            if (len(name) > len(words) and name[-len(words) :] == words) or (press and " ".join(words) in near):
                return replace(turn.speaker, grounds=_TITLE)
        return None

    def group(self, source: Source) -> Speaker:
        """A group as written; "the rebels" are the one body called so, or the armed body that has just spoken."""
        head, written = self._view.tokens[source.head], self._casting.as_written(source)
        if head.lower == "latter" and (person := self._latter(source.first)) is not None:
            return self._casting.person(person, _TITLE)
        if self._is_all_of(source) and (body := self._cast.bodies.at.get(source.last)) is not None:
            whole = self._cast.bodies.fullest(max(body.first, source.head + 1), body.last)
            return replace(written, name=whole, type=SpeakerType.BODY)
        two = any(t.lower in ("two", "both") for t in self._view.tokens[max(0, source.first - 1) : source.head])
        if head.lower != head.lemma and (two or head.lemma in ("side", "party")):
            return self._both(source) or written
        if source.definite and (person := self._agent(source)) is not None:
            return self._casting.person(person, _TITLE)
        if source.first != source.head or not source.definite or head.lemma not in lexicon.ARMED:
            return written
        turn = next(self._discourse.before(source.first, 1), None)
        name = self._cast.bodies.described(head.lemma)
        if turn is not None and turn.speaker.type is SpeakerType.BODY:
            near = head.sentence - self._view.tokens[turn.anchor].sentence <= 1
            armed = not any(w.lower() in lexicon.OF_STATES for w in turn.speaker.name.split())
            if turn.speaker.name == name or (name is None and near and armed):
                return replace(turn.speaker, grounds=_TITLE)
        name = name or self._discourse.body_before(source.first)
        return written if name is None else replace(written, name=name, type=SpeakerType.BODY, grounds=_TITLE)

    def _latter(self, index: int) -> Person | None:
        """The person named last, in the sentence before or the same one."""
        here = self._view.tokens[index].sentence
        near = self._cast.persons_before(index, 1)
        return next((p for m, p in near if here - self._view.tokens[m].sentence <= 1), None)

    def _agent(self, source: Source) -> Person | None:
        """The person who has just spoken, where a noun of doing stands for somebody: "the campaigner"."""
        head = self._view.tokens[source.head]
        doing = head.lower.endswith(_DOING) and head.upos == "NOUN" and head.lower not in _THINGS
        if not doing or source.last != source.head:
            return None
        turn = next(iter(self._discourse.before(source.first, 1)), None)
        near = turn is not None and head.sentence - self._view.tokens[turn.anchor].sentence <= 2
        return turn.person if turn is not None and near else None

    def _both(self, source: Source) -> Speaker | None:
        """The two who spoke together before: "both sides" after "the government and the rebels said"."""
        here = self._view.tokens[source.head].sentence
        for turn in self._discourse.before(source.first, 4):
            two = turn.speaker.name.count(" and ") == 1 and turn.speaker.type is not SpeakerType.DOCUMENT
            if two and here - self._view.tokens[turn.anchor].sentence <= 5:
                return replace(turn.speaker, grounds=_TITLE)
        return None

    def _is_all_of(self, source: Source) -> bool:
        """True for "the members of the Council": the body itself."""
        words = [self._view.tokens[i] for i in range(source.head, min(source.head + 2, source.last) + 1)]
        return source.definite and len(words) > 1 and words[0].lower == "members" and words[1].lower == "of"
