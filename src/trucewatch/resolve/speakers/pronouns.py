"""What pronouns mean: he and she, it and they, who and which."""

from dataclasses import replace

from trucewatch.record.mentions import Speaker, SpeakerGrounds, SpeakerType
from trucewatch.resolve.speakers import lexicon
from trucewatch.resolve.speakers.cast import Cast
from trucewatch.resolve.speakers.descriptions import Descriptions
from trucewatch.resolve.speakers.discourse import Discourse, Turn
from trucewatch.resolve.speakers.naming import NameKind
from trucewatch.resolve.speakers.page import PageView
from trucewatch.resolve.speakers.persons import Person
from trucewatch.resolve.speakers.phrases import antecedent
from trucewatch.resolve.speakers.speaking import Casting

_PRONOUN = SpeakerGrounds.PRONOUN


class Pronouns:
    """Finds who is meant by a pronoun, by who has spoken and who was the subject."""

    def __init__(self, view: PageView, cast: Cast, casting: Casting, discourse: Discourse) -> None:
        self._view, self._cast, self._casting, self._discourse = view, cast, casting, discourse

    def noun_meant(self, index: int) -> int | None:
        """The noun that "who" or "which" stands for."""
        noun = self._body_before(index) or antecedent(self._view, index)
        return noun if noun != index else None

    def _body_before(self, index: int) -> int | None:
        """The body or state right before ", which": the tree may hang the clause on a noun further off."""
        if self._view.tokens[index].lower != "which":
            return None
        noun = index - 2 if self._view.tokens[index - 1].upos == "PUNCT" else index - 1
        name = self._cast.name_at.get(noun)
        speaks = noun in self._cast.bodies.at or (name is not None and name.kind is NameKind.PLACE)
        return noun if noun >= 0 and speaks else None

    def person(
        self, index: int, hidden: list[range], descriptions: Descriptions
    ) -> tuple[Speaker, Person | None] | None:
        """Whom "he" or "she" means; words in `hidden` name nobody for it."""
        last = next(self._discourse.before(index, 1), None)
        meant = self._discourse.person_meant(index, lexicon.gender_of(self._view.tokens[index].lower), hidden)
        if last is not None and last.person is None and descriptions.is_unnamed(last.speaker):
            near = self._view.tokens[index].sentence - self._view.tokens[last.anchor].sentence <= 2
            if near and not (isinstance(meant, Turn) and meant.anchor > last.anchor):
                return replace(last.speaker, grounds=_PRONOUN), None
        person = meant.person if isinstance(meant, Turn) else meant
        return None if person is None else (self._casting.person(person, _PRONOUN), person)

    def spoke_before(self, index: int, sentences: int, *, plural: bool) -> tuple[Speaker, Person | None] | None:
        """The body, group or document that "it" or "they" means: the last that spoke in so many sentences."""
        here = self._view.tokens[index].sentence
        for turn in self._discourse.before(index, 3):
            near = here - self._view.tokens[turn.anchor].sentence <= sentences
            described = turn.speaker.grounds is SpeakerGrounds.TITLE
            several = (turn.speaker.type is SpeakerType.GROUP and not described) or " and " in turn.speaker.name
            nobody = turn.person is None and (several or turn.speaker.type is not SpeakerType.PERSON)
            if near and nobody and (plural or not several):
                return replace(turn.speaker, grounds=_PRONOUN), None
        return None
