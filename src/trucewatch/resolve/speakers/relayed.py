"""Speech that a medium passes on: "Minister Keller announced that ..., the Valley Courier reports"."""

from trucewatch.record.mentions import Attribution, Speaker, SpeakerType
from trucewatch.resolve.speakers.cast import Cast
from trucewatch.resolve.speakers.page import PageView
from trucewatch.resolve.speakers.persons import Person
from trucewatch.resolve.speakers.spelling import fold

_PASSING_ON = frozenset({"report", "write", "relay", "carry"})
_SPEAKING = frozenset(
    "say tell announce reveal unveil declare state confirm claim deny warn add disclose insist stress argue note "
    "acknowledge admit explain".split()
)
_STEMS = frozenset(word.rstrip("e") for word in _SPEAKING)
"""Without a last "e": a lemma that was guessed may lack it or have one too many."""
MOST = 60
"""Words of what is passed on that are looked at."""


class Relayed:
    """Who speaks behind a medium that only passes it on."""

    def __init__(self, view: PageView, cast: Cast, attributions: tuple[Attribution, ...]) -> None:
        self._view, self._cast = view, cast
        self._cues = {i for a in attributions for r in a.cue for i in view.within(r)}
        page = view.page
        outlets = [page.article.outlet, *(r.outlet.name for r in (page.sourcing.relayed if page.sourcing else ()))]
        own = page.sourcing.outlet if page.sourcing else None
        self._media = {fold(name) for name in (*outlets, own.name if own else None) if name}

    def person(self, found: Attribution, speaker: Speaker) -> tuple[int, Person] | None:
        """The person whom the passed-on clause names as its own speaker; None where the medium tells it itself."""
        cue = [self._view.tokens[i] for r in found.cue for i in self._view.within(r)]
        passing = speaker.type is SpeakerType.BODY and any(t.lemma in _PASSING_ON for t in cue)
        if not passing or fold(speaker.name) not in self._media:
            return None
        for index in self._view.within(found.content[0])[:MOST]:
            if self._speaks(index) and (subject := self._subject(index)) is not None:
                return subject
        return None

    def _speaks(self, index: int) -> bool:
        """True for a verb of speaking with a clause below it that no other statement has for its cue."""
        verb = self._view.tokens[index]
        if verb.lemma.rstrip("e") not in _STEMS or verb.upos != "VERB" or index in self._cues:
            return False
        return any(self._view.tokens[k].label == "ccomp" for k in self._view.kids(index))

    def _subject(self, verb: int) -> tuple[int, Person] | None:
        for kid in self._view.kids(verb):
            person = self._cast.persons.at.get(kid)
            if self._view.tokens[kid].label == "nsubj" and person is not None:
                return self._cast.name_at[kid].first, person
        return None
