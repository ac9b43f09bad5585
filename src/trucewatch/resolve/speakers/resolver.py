"""Each attribution's speaker, statement by statement in the order of the page."""

from dataclasses import replace

from trucewatch.record.mentions import Attribution, Speaker, SpeakerGrounds, SpeakerType
from trucewatch.record.spans import Range
from trucewatch.resolve.speakers import lexicon
from trucewatch.resolve.speakers.ahead import Ahead
from trucewatch.resolve.speakers.cast import Cast
from trucewatch.resolve.speakers.continuing import Continuing
from trucewatch.resolve.speakers.descriptions import Descriptions
from trucewatch.resolve.speakers.discourse import Discourse, Turn
from trucewatch.resolve.speakers.movements import Movements
from trucewatch.resolve.speakers.page import PageView, Token
from trucewatch.resolve.speakers.persons import Person
from trucewatch.resolve.speakers.phrases import governing_subject, phrase
from trucewatch.resolve.speakers.pronouns import Pronouns
from trucewatch.resolve.speakers.relayed import Relayed
from trucewatch.resolve.speakers.sources import Source, SourceKind, take_apart
from trucewatch.resolve.speakers.speaking import Casting, joined
from trucewatch.resolve.speakers.spelling import fold

Found = tuple[Speaker, Person | None]
"""A speaker, and the one person behind it where it is one."""

_AS_SAYING = frozenset({"saying", "telling", "stating", "adding", "warning", "declaring"})
_QUOTED = 30
"""Words from "quoted" to "as saying"."""


class Resolver:
    """Goes through a page's attributions and keeps who has spoken."""

    def __init__(self, view: PageView, cast: Cast) -> None:
        self._view, self._cast = view, cast
        self._casting = Casting(view, cast)
        self._discourse = Discourse(view, cast)
        self._movements = Movements(view, cast)
        self._hidden: list[range] = []
        self._descriptions = Descriptions(view, cast, self._casting, self._discourse)
        self._pronouns = Pronouns(view, cast, self._casting, self._discourse)
        self._all: tuple[Attribution, ...] = ()
        self._relayed: Relayed | None = None

    def speakers(self, attributions: tuple[Attribution, ...]) -> list[Speaker | None]:
        """One for each attribution, in order; None where the page leaves it open."""
        self._all = attributions
        self._descriptions.ahead = Ahead(self._view, self._cast, attributions)
        self._relayed = Relayed(self._view, self._cast, attributions)
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
        self._descriptions.number = number
        self._hidden = [self._view.within(r) for r in found.content]
        resolved = self._by_source(found) if found.source else self._by_clause(found)
        if resolved is None:
            return None
        speaker, person = resolved
        turn = Turn(self._anchor(found), number, speaker, person, found.nested_in is not None, found.content)
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
        if (quoted := self._quoted_as(found)) is not None:
            return quoted
        own = self._own_subject(found, found.source)
        if own is not None:
            return self._noun(own)
        source = take_apart(self._view, self._cast, self._view.within(found.source))
        meant = self._resolve(source) if source is not None else None
        behind = self._relayed.person(found, meant[0]) if meant is not None and self._relayed is not None else None
        return meant if behind is None else (self._casting.person(behind[1], SpeakerGrounds.NAMED), behind[1])

    def _own_subject(self, found: Attribution, source: Range) -> int | None:
        """The named subject of the cue's own verb, where the source that was found is another verb's subject.

        "Minister Keller said, the agency reports": the agency may have been linked to "said".
        """
        words = [self._view.tokens[i] for r in found.cue for i in self._view.within(r)]
        verb = next((w.index for w in words if w.upos == "VERB"), None)
        taken = self._view.within(source)
        verbs = {self._view.tokens[i].head for i in taken if self._view.tokens[i].label == "nsubj"}
        if verb is None or verb in verbs:
            return None
        if not verbs:
            return self._inverted(verb, taken)
        kids = [self._view.tokens[c] for c in self._view.kids(verb)]
        subject = next((k.index for k in kids if k.label == "nsubj" and k.index in self._cast.name_at), None)
        said = subject is not None and any(subject in span for span in self._hidden)
        return None if subject is None or said or subject in taken else subject

    def _inverted(self, verb: int, taken: range) -> int | None:
        """The person named right after the cue's verb, where the source is somebody's paper or word before it.

        "As the president's order says, said Keller, ...": the order's owner may have been taken for the source.
        """
        after, mark = self._view.neighbour(verb, 1), self._view.neighbour(verb, 2)
        owner = len(taken) > 0 and self._view.tokens[taken[-1]].text in ("'s", "’s") and taken[-1] < verb
        named = after is not None and after.index in self._cast.persons.at and after.lemma not in lexicon.HE
        closed = mark is not None and mark.upos == "PUNCT"
        return after.index if after is not None and owner and named and closed else None

    def _quoted_as(self, found: Attribution) -> Found | None:
        """The person whom a medium quotes: "the Courier quoted Minister Keller as saying"."""
        cue = self._view.within(found.cue[0]) if found.cue else range(0)
        before = self._view.neighbour(cue.start, -1) if len(cue) else None
        if before is None or before.lower != "as" or self._view.tokens[cue.start].lower not in _AS_SAYING:
            return None
        start = max(self._view.sentences[before.sentence].start, before.index - _QUOTED)
        verbs = [i for i in range(start, before.index) if self._view.tokens[i].lemma in ("quote", "cite")]
        if not verbs or any(self._view.tokens[i].upos == "AUX" for i in range(max(start, verbs[-1] - 2), verbs[-1])):
            return None
        source = take_apart(self._view, self._cast, range(verbs[-1] + 1, before.index))
        return self._resolve(source) if source is not None else None

    def _firsts(self, source: Range, cue: Range) -> tuple[int, int]:
        return self._view.within(source).start, self._view.within(cue).start

    def _by_clause(self, found: Attribution) -> Found | None:
        """Where no source was found, the subject of the cue's clause, if it stands outside what is said."""
        words = [self._view.tokens[i] for r in found.cue for i in self._view.within(r)]
        verb = next((w.index for w in words if w.upos == "VERB"), None)
        if words and words[0].lower == "according":
            return self._after_according(words)
        subject = governing_subject(self._view, verb) if verb is not None else None
        if verb is not None and (document := self._read_out(verb)) is not None:
            return self._noun(document)
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

    def _read_out(self, verb: int) -> int | None:
        """The document right after its verb: "..., reads the statement"."""
        article, noun = self._view.neighbour(verb, 1), self._view.neighbour(verb, 2)
        if self._view.tokens[verb].lower not in ("read", "reads") or article is None or noun is None:
            return None
        return noun.index if article.upos == "DET" and noun.lemma in lexicon.ISSUED else None

    def _after_according(self, cue: list[Token]) -> Found | None:
        """Whoever stands after "according to", where a name."""
        nouns = {t.head for t in cue if t.head is not None and t.head > cue[-1].index}
        noun = next((n for n in sorted(nouns) if n in self._cast.name_at), None)
        return None if noun is None else self._noun(noun)

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
        if (person := self._surname(source)) is not None:
            return self._casting.person(person, SpeakerGrounds.SHORT_FORM), person
        spoke = [t.speaker for t in self._discourse.before(source.first, 12)]
        if (led := self._led(source)) is not None:
            return self._resolve(led)
        if (movement := self._movements.meant(source, spoke)) is not None:
            return movement, None
        match source.kind:
            case SourceKind.PERSONS:
                return self._named(source)
            case SourceKind.PRONOUN:
                return self._pronoun(source.head)
            case SourceKind.OFFICE:
                return self._descriptions.office(source)
            case SourceKind.BODY:
                return self._descriptions.generic_body(source, self._casting.body(source)), None
            case SourceKind.PLACE:
                return self._casting.place(source), None
            case SourceKind.SEVERAL:
                return self._several(source), None
            case SourceKind.DOCUMENT:
                return self._descriptions.document(source), None
            case SourceKind.GROUP:
                return self._descriptions.group(source), None

    def _led(self, source: Source) -> Source | None:
        """The body whose leadership speaks: "the leadership of the Front", "the Front's political leadership"."""
        head = self._view.tokens[source.head]
        words = self._view.tokens[source.first : source.last + 1]
        leadership = next((t.index for t in words if t.lemma == "leadership"), None)
        if leadership is None or head.index < leadership or source.kind is SourceKind.PERSONS:
            return None
        after = self._view.neighbour(leadership, 1)
        if after is not None and after.lower == "of" and after.index < source.last:
            return take_apart(self._view, self._cast, range(after.index + 1, source.last + 1))
        owner = next((t.index for t in words if t.text in ("'s", "’s") and t.index < leadership), None)
        return None if owner is None else take_apart(self._view, self._cast, range(source.first, owner))

    def _named(self, source: Source) -> Found:
        """Who is named; of several with one surname the one who has spoken last, not the one named last."""
        if len(source.persons) > 1:
            return self._casting.named(source), None
        first, person = source.persons[0]
        name = self._cast.name_at.get(first)
        if name is not None and name.first == name.last:
            before = self._view.neighbour(first, -1)
            gender = lexicon.gender_of(before.lower) if before is not None else None
            alike = [p for p in self._cast.persons.namesakes(name.text) if gender is None or p.gender in (None, gender)]
            speaking = self._discourse.last_of(alike, first) if len(alike) > 1 else None
            person = speaking or (person if person in alike or not alike else alike[0])
        return self._casting.named(replace(source, persons=((first, person),))), person

    def _several(self, source: Source) -> Speaker:
        """Bodies and places under their full names; groups joined stand as written."""
        if any(p.kind is SourceKind.GROUP for p in source.parts):
            return self._casting.as_written(source)
        found = [self._resolve(part) for part in source.parts]
        return joined([f[0] for f in found if f is not None])

    def _surname(self, source: Source) -> Person | None:
        """The person whose known surname a lone capitalised word is that no name covers."""
        token = self._view.tokens[source.head]
        covered = source.head in self._cast.bodies.at or source.head in self._cast.name_at
        if covered or source.first != source.last or not token.capital or source.kind is SourceKind.PRONOUN:
            return None
        person = self._cast.persons.find((fold(token.text),), source.head)
        return person if person is not None and fold(token.text) in person.words else None

    def _they_or_it(self, index: int, *, plural: bool) -> Found | None:
        """The last speaker right before, else the last subject that the pronoun fits, else the last speaker at all."""
        spoke = self._pronouns.spoke_before(index, 1, plural=plural)
        if spoke is None and plural and (several := self._discourse.several_in_clause(index)) is not None:
            meant = self._noun(several)
            spoke = None if meant is None else (replace(meant[0], grounds=SpeakerGrounds.PRONOUN), None)
        return spoke or self._subject(index, plural=plural) or self._pronouns.spoke_before(index, 3, plural=plural)

    def _subject(self, index: int, *, plural: bool) -> Found | None:
        many = (SourceKind.GROUP, SourceKind.SEVERAL)
        fitting = (*many, SourceKind.BODY) if plural else (SourceKind.BODY, SourceKind.PLACE, SourceKind.DOCUMENT)
        for subject in self._discourse.subjects_before(index, 2):
            source = take_apart(self._view, self._cast, phrase(self._view, subject))
            several = source is not None and len(source.persons) > 1 and plural
            if source is not None and (source.kind in fitting or several) and (found := self._resolve(source)):
                return replace(found[0], grounds=SpeakerGrounds.PRONOUN), None
        return None

    def _pronoun(self, index: int) -> Found | None:
        word = self._view.tokens[index].lower
        if word in lexicon.HE | lexicon.SHE:
            return self._pronouns.person(index, self._hidden, self._descriptions)
        if word not in ("who", "whom", "which", "that"):
            return self._they_or_it(index, plural=word in lexicon.THEY)
        noun = self._pronouns.noun_meant(index)
        source = take_apart(self._view, self._cast, phrase(self._view, noun)) if noun is not None else None
        return None if source is None or source.kind is SourceKind.PRONOUN else self._resolve(source)


def hull(found: Attribution) -> Range:
    """From the first word of source, cue or content to the last."""
    ranges = [*found.content, *found.cue, *([found.source] if found.source else [])]
    return Range(min(r.start for r in ranges), max(r.end for r in ranges))
