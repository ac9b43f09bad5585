"""Each attribution's speaker, statement by statement in the order of the page."""

from dataclasses import replace

from trucewatch.record.mentions import Attribution, Speaker, SpeakerGrounds, SpeakerType
from trucewatch.record.spans import Range
from trucewatch.resolve.speakers import lexicon
from trucewatch.resolve.speakers.cast import Cast
from trucewatch.resolve.speakers.continuing import Continuing
from trucewatch.resolve.speakers.discourse import Discourse, Turn
from trucewatch.resolve.speakers.naming import NameKind
from trucewatch.resolve.speakers.page import PageView, Token
from trucewatch.resolve.speakers.persons import Person
from trucewatch.resolve.speakers.phrases import antecedent, governing_subject, phrase
from trucewatch.resolve.speakers.sources import Source, SourceKind, take_apart
from trucewatch.resolve.speakers.speaking import Casting, joined
from trucewatch.resolve.speakers.spelling import fold

_TITLE = SpeakerGrounds.TITLE

Found = tuple[Speaker, Person | None]
"""A speaker, and the one person behind it where it is one."""


class Resolver:
    """Goes through a page's attributions and keeps who has spoken."""

    def __init__(self, view: PageView, cast: Cast) -> None:
        self._view, self._cast = view, cast
        self._casting = Casting(view, cast)
        self._discourse = Discourse(view, cast)
        self._hidden: list[range] = []
        self._unnamed: dict[str, Speaker] = {}
        self._all: tuple[Attribution, ...] = ()

    def speakers(self, attributions: tuple[Attribution, ...]) -> list[Speaker | None]:
        """One for each attribution, in order; None where the page leaves it open."""
        self._all = attributions
        turns: list[Turn | None] = [None] * len(attributions)
        later = []
        for number in sorted(range(len(attributions)), key=lambda n: (self._anchor(attributions[n]), n)):
            if self._waits(attributions[number]):
                later.append(number)
                continue
            turns[number] = self._take(attributions[number], number)
        continuing = Continuing(self._view, attributions, turns)
        for number in later:
            turns[number] = continuing.turn(number)
        return [turn.speaker if turn else None for turn in turns]

    def _anchor(self, found: Attribution) -> int:
        at = found.source or (found.cue[0] if found.cue else found.content[0])
        return self._view.within(at).start

    def _waits(self, found: Attribution) -> bool:
        """True for what only the statements beside it explain: no source and no cue, or "I" and "we"."""
        if found.source is None:
            return not found.cue
        return found.source.of(self._view.text).lower() in lexicon.FIRST

    def _take(self, found: Attribution, number: int) -> Turn | None:
        self._hidden = [self._view.within(r) for r in found.content]
        resolved = self._by_source(found) if found.source else self._by_clause(found)
        if resolved is None:
            return None
        speaker, person = resolved
        turn = Turn(self._anchor(found), number, speaker, person, found.nested_in is not None)
        self._discourse.add(turn, self._sentences(found))
        return turn

    def _sentences(self, found: Attribution) -> range:
        ranges = [*found.content, *found.cue, *([found.source] if found.source else [])]
        start = self._view.sentence_at(min(r.start for r in ranges))
        end = self._view.sentence_at(max(r.end for r in ranges) - 1)
        return range(start or 0, (end or 0) + 1)

    def _by_source(self, found: Attribution) -> Found | None:
        if found.source is None:
            return None
        if found.cue and (reporter := self._reporter_of(*self._firsts(found.source, found.cue[0]))) is not None:
            return reporter.speaker, reporter.person
        source = take_apart(self._view, self._cast, self._view.within(found.source))
        return self._resolve(source) if source is not None else None

    def _firsts(self, source: Range, cue: Range) -> tuple[int, int]:
        return self._view.within(source).start, self._view.within(cue).start

    def _by_clause(self, found: Attribution) -> Found | None:
        """Where no source was found, the subject of the cue's clause, if it stands outside what is said."""
        words = [self._view.tokens[i] for r in found.cue for i in self._view.within(r)]
        verb = next((w.index for w in words if w.upos == "VERB"), None)
        subject = governing_subject(self._view, verb) if verb is not None else None
        if subject is None or verb is None:
            return None
        if any(subject in span for span in self._hidden) and subject + 1 != verb:
            return None
        reporter = self._reporter_of(subject, verb)
        if reporter is not None:
            return reporter.speaker, reporter.person
        meant = self._noun(subject)
        plain = meant is not None and meant[0].type is SpeakerType.GROUP
        return None if plain and self._view.tokens[subject].lemma not in lexicon.GROUPS else meant

    def _reporter_of(self, subject: int, verb: int) -> Turn | None:
        """Who reports the clause that the subject stands in, where the verb stands outside it.

        "Keller said that the army had fired, warning that ...": the tree may hang "warning" on "fired".
        """
        if not (0 <= subject < len(self._view.tokens) and 0 <= verb < len(self._view.tokens)):
            return None
        here = self._view.tokens[verb].sentence
        at = self._view.tokens[subject].at.start, self._view.tokens[verb].at.start
        for turn in reversed(self._discourse.in_sentence(here)[-4:]):
            contents = self._all[turn.number].content
            inside, outside = (any(c.start <= spot < c.end for c in contents) for spot in at)
            if inside and not outside:
                return turn
        return None

    def _noun(self, head: int) -> Found | None:
        source = take_apart(self._view, self._cast, phrase(self._view, head))
        return None if source is None else self._resolve(source)

    def _resolve(self, source: Source) -> Found | None:
        match source.kind:
            case SourceKind.PERSONS:
                only = source.persons[0][1] if len(source.persons) == 1 else None
                return self._casting.named(source), only
            case SourceKind.PRONOUN:
                return self._pronoun(source.head)
            case SourceKind.OFFICE:
                return self._office(source)
            case SourceKind.BODY:
                return self._body(source)
            case SourceKind.PLACE:
                return self._casting.place(source), None
            case SourceKind.SEVERAL:
                return self._several(source), None
            case SourceKind.DOCUMENT:
                return self._document(source), None
            case SourceKind.GROUP:
                return self._group(source), None

    def _several(self, source: Source) -> Speaker:
        """Bodies and places under their full names; groups joined stand as written."""
        if any(p.kind is SourceKind.GROUP for p in source.parts):
            return self._casting.as_written(source)
        found = [self._resolve(part) for part in source.parts]
        return joined([f[0] for f in found if f is not None])

    def _body(self, source: Source) -> Found:
        """A body; a capitalised word that no name covers may be a person's known name."""
        token = self._view.tokens[source.head]
        if source.head not in self._cast.bodies.at and source.head not in self._cast.name_at:
            person = self._cast.persons.find((fold(token.text),), source.head)
            if person is not None and fold(token.text) in person.words:
                return self._casting.person(person, SpeakerGrounds.SHORT_FORM), person
        return self._generic_body(source, self._casting.body(source)), None

    def _generic_body(self, source: Source, speaker: Speaker) -> Speaker:
        """ "the agency" where no agency is named: the body that spoke just before."""
        token = self._view.tokens[source.head]
        bare = source.first == source.head and speaker.grounds is SpeakerGrounds.AS_WRITTEN
        if not (bare and source.definite and token.lemma in lexicon.GENERIC_BODIES):
            return speaker
        described = self._cast.bodies.described(token.lemma)
        if described is not None:
            return replace(speaker, name=described, grounds=SpeakerGrounds.TITLE)
        turn = next((t for t in self._discourse.before(source.first, 3) if t.speaker.type is SpeakerType.BODY), None)
        near = turn is not None and token.sentence - self._view.tokens[turn.anchor].sentence <= 4
        return _regrounded(turn.speaker, SpeakerGrounds.TITLE) if turn is not None and near else speaker

    def _group(self, source: Source) -> Speaker:
        """A group as written; "the rebels" are the one body called so, or the armed body that has just spoken."""
        head, written = self._view.tokens[source.head], self._casting.as_written(source)
        if self._is_all_of(source) and (body := self._cast.bodies.at.get(source.last)) is not None:
            whole = self._cast.bodies.fullest(max(body.first, source.head + 1), body.last)
            return replace(written, name=whole, type=SpeakerType.BODY)
        if head.lemma in ("side", "party") and head.lower != head.lemma:
            return self._both(source) or written
        if source.first != source.head or not source.definite or head.lemma not in lexicon.ARMED:
            return written
        turn = next(self._discourse.before(source.first, 1), None)
        name = self._cast.bodies.described(head.lemma)
        if turn is not None and turn.speaker.type is SpeakerType.BODY:
            near = head.sentence - self._view.tokens[turn.anchor].sentence <= 1
            armed = not any(w.lower() in lexicon.OF_STATES for w in turn.speaker.name.split())
            if turn.speaker.name == name or (name is None and near and armed):
                return _regrounded(turn.speaker, SpeakerGrounds.TITLE)
        return written if name is None else replace(written, name=name, type=SpeakerType.BODY, grounds=_TITLE)

    def _both(self, source: Source) -> Speaker | None:
        """The two who spoke together before: "both sides" after "the government and the rebels said"."""
        here = self._view.tokens[source.head].sentence
        for turn in self._discourse.before(source.first, 4):
            two = turn.speaker.name.count(" and ") == 1 and turn.speaker.type is not SpeakerType.DOCUMENT
            if two and here - self._view.tokens[turn.anchor].sentence <= 5:
                return _regrounded(turn.speaker, _TITLE)
        return None

    def _is_all_of(self, source: Source) -> bool:
        """True for "the members of the Council": the body itself."""
        words = [self._view.tokens[i] for i in range(source.head, min(source.head + 2, source.last) + 1)]
        return source.definite and len(words) > 1 and words[0].lower == "members" and words[1].lower == "of"

    def _office(self, source: Source) -> Found:
        """The holder of the office on this page, the unnamed one who spoke before, or the office itself."""
        office = self._casting.description(source)
        if self._view.tokens[source.head].lower in lexicon.OFFICES or source.definite:
            last = next(self._discourse.before(source.first, 1), None)
            if source.definite and last is not None and self._unnamed.get(office.head) is last.speaker:
                return last.speaker, None
            person = self._discourse.holder_of(office, source.first) if self._may_be_named(source) else None
            if person is None and source.definite:
                person = self._discourse.unplaced_speaker(source.first)
            if person is not None:
                return self._casting.person(person, SpeakerGrounds.TITLE), person
            if source.definite and not office.states and not office.others and office.head in self._unnamed:
                return self._unnamed[office.head], None
        speaker = self._casting.office(source, office)
        self._unnamed[office.head] = speaker
        return speaker, None

    def _may_be_named(self, source: Source) -> bool:
        """False for "a spokesman", "an unnamed official": who is brought in without a name stays without one."""
        before = self._view.token(source.first - 1)
        indefinite = before is not None and before.lower in ("a", "an", "one", "another", "some")
        return not indefinite and self._view.tokens[source.first].lower not in ("unnamed", "unidentified", "anonymous")

    def _document(self, source: Source) -> Speaker:
        """The body or person who issued it where the page has just said so, else the document."""
        lemma = self._view.tokens[source.head].lemma
        if lemma not in lexicon.ISSUED or not source.definite:
            return self._casting.as_written(source)
        named = {fold(t.text) for t in self._view.tokens[source.first : source.head] if t.capital}
        here = self._view.tokens[source.first].sentence
        for turn in self._discourse.before(source.first, 8):
            told = self._view.tokens[turn.anchor].sentence
            just_issued = here - told <= 3 and any(t.lemma == lemma for t in self._sentence(told))
            if named & {fold(w) for w in turn.speaker.name.split()} if named else just_issued:
                return _regrounded(turn.speaker, SpeakerGrounds.TITLE)
        return self._casting.as_written(source)

    def _sentence(self, number: int) -> tuple[Token, ...]:
        words = self._view.sentences[number]
        return self._view.tokens[words.start : words.stop]

    def _pronoun(self, index: int) -> Found | None:
        word = self._view.tokens[index].lower
        if word in lexicon.HE | lexicon.SHE:
            return self._person_meant(index, word)
        if word in ("who", "whom", "which", "that"):
            noun = self._body_before(index) or antecedent(self._view, index)
            return self._noun(noun) if noun is not None and noun != index else None
        return self._spoke_before(index, plural=word in lexicon.THEY)

    def _body_before(self, index: int) -> int | None:
        """The body or state right before ", which": the tree may hang the clause on a noun further off."""
        if self._view.tokens[index].lower != "which":
            return None
        noun = index - 2 if self._view.tokens[index - 1].upos == "PUNCT" else index - 1
        name = self._cast.name_at.get(noun)
        speaks = noun in self._cast.bodies.at or (name is not None and name.kind is NameKind.PLACE)
        return noun if noun >= 0 and speaks else None

    def _person_meant(self, index: int, word: str) -> Found | None:
        last = next(self._discourse.before(index, 1), None)
        meant = self._discourse.person_meant(index, lexicon.gender_of(word), self._hidden)
        if last is not None and last.person is None and last.speaker in self._unnamed.values():
            near = self._view.tokens[index].sentence - self._view.tokens[last.anchor].sentence <= 2
            if near and not (isinstance(meant, Turn) and meant.anchor > last.anchor):
                return _regrounded(last.speaker, SpeakerGrounds.PRONOUN), None
        person = meant.person if isinstance(meant, Turn) else meant
        return None if person is None else (self._casting.person(person, SpeakerGrounds.PRONOUN), person)

    def _spoke_before(self, index: int, *, plural: bool) -> Found | None:
        """The body, group or document that "it" or "they" means: the last that spoke, else the last subject."""
        here = self._view.tokens[index].sentence
        for turn in self._discourse.before(index, 3):
            near = here - self._view.tokens[turn.anchor].sentence <= 3
            several = turn.speaker.type is SpeakerType.GROUP or " and " in turn.speaker.name
            nobody = turn.person is None and (several or turn.speaker.type is not SpeakerType.PERSON)
            if near and nobody and (plural or not several):
                return _regrounded(turn.speaker, SpeakerGrounds.PRONOUN), None
        return None


def _regrounded(speaker: Speaker, grounds: SpeakerGrounds) -> Speaker:
    return replace(speaker, grounds=grounds)


def hull(found: Attribution) -> Range:
    """From the first word of source, cue or content to the last."""
    ranges = [*found.content, *found.cue, *([found.source] if found.source else [])]
    return Range(min(r.start for r in ranges), max(r.end for r in ranges))
