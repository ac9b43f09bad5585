"""What a dossier and a page's own dates say of its events: which known agreement they tell of, and what is old news."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from trucewatch.record.blocking import days_of, family
from trucewatch.record.dates import PartialDate, Published
from trucewatch.record.dossier import Dossier, KnownAgreement
from trucewatch.record.folding import fold
from trucewatch.record.mentions import EventMention, Status
from trucewatch.resolve.happenings.facets import Facet, facet_of
from trucewatch.resolve.happenings.words import stem

OLD_NEWS = 45
"""Days before the page's own from which what it tells is retold to explain its news."""
_BESIDE = timedelta(days=1)
"""An agreement is signed late and dated early, and comes into force the next day."""
_STILL_MEANT = 400
"""Days after its signing within which "the truce" of a page that names one agreement alone is that one."""
_NAMED_PARTIES = 2
_TRUCE = "truce"
_REAL = frozenset({Status.HAPPENED, Status.ONGOING, Status.ALLEGED})
_MADE_OR_KEPT = frozenset({Facet.ACCORD, Facet.EFFECT, Facet.OBSERVANCE})


@dataclass(frozen=True, slots=True)
class _Agreement:
    """An agreement as pages write of it."""

    known: KnownAgreement
    names: tuple[tuple[str, ...], ...]
    """Its names, folded."""
    parties: tuple[frozenset[str], ...]
    """For each party and guarantor, the stems of the words that name it."""
    stationed: tuple[frozenset[str], ...]
    """The stems of each provision's words, where it sends somebody to keep the peace."""


class Marker:
    """Marks the events of a page; without a dossier only what is old news."""

    def __init__(self, dossier: Dossier | None) -> None:
        self._agreements = [_as_written(a, dossier) for a in dossier.agreements] if dossier else []

    def marked(
        self, events: Sequence[EventMention], string: str, published: Published | None
    ) -> tuple[EventMention, ...]:
        """The events, in their order, with their agreement and whether they are background."""
        day = _day_of(published) or _newest(events)
        known = _Page(self._named_on(string), string, day).known(events) if self._agreements else {}
        return tuple(
            replace(event, known=known.get(number, event.known), background=event.background or _old(event, day))
            for number, event in enumerate(events)
        )

    def _named_on(self, string: str) -> list[_Agreement]:
        """The agreements whose parties the page names: two of them, or all where there are fewer."""
        words = {stem(word) for word in fold(string)}
        return [a for a in self._agreements if _enough(a.parties, words)]


class _Page:
    """One page's events against the agreements that it can tell of."""

    def __init__(self, agreements: list[_Agreement], string: str, day: date | None) -> None:
        self._agreements = agreements
        self._string = string
        self._day = day

    def known(self, events: Sequence[EventMention]) -> dict[int, str]:
        """The agreement of each event that has one, by the event's number."""
        found = {n: a for n, event in enumerate(events) if (a := self._told(event)) is not None}
        named = {a.known.name: a for a in found.values()}
        if len(named) == 1:
            (only,) = named.values()
            for number, event in enumerate(events):
                if number not in found and self._goes_on(event, only, events):
                    found[number] = only
        for number, event in enumerate(events):
            if number not in found and (sent := self._provided(event, list(named.values()))) is not None:
                found[number] = sent
        return {number: a.known.name for number, a in found.items()}

    def _told(self, event: EventMention) -> _Agreement | None:
        """The one agreement that the event's words name, or its date and kind mean."""
        if family(event.track) != _TRUCE or event.status in (Status.HYPOTHETICAL, Status.CALLED_FOR):
            return None
        facet = facet_of(event, event.trigger.of(self._string))
        if facet not in _MADE_OR_KEPT:
            return None
        sentence = fold(event.passage.of(self._string))
        possible = [a for a in self._agreements if self._signed_by_now(a)]
        named = _longest([(a, n) for a in possible if (n := _named(a, sentence)) and _not_against(event, a)])
        dated = [a for a in possible if _of_its_day(event, facet, a)]
        for meant in ([a for a in named if a in dated], dated if event.date else [], named):
            if len(meant) == 1:
                return meant[0]
        return None

    def _signed_by_now(self, agreement: _Agreement) -> bool:
        signed = _signed(agreement)
        return self._day is None or signed is None or signed <= self._day + _BESIDE

    def _goes_on(self, event: EventMention, only: _Agreement, events: Sequence[EventMention]) -> bool:
        """Whether "the truce", without a date, is the one agreement of the page: a recent one, with no later truce."""
        signed = _signed(only)
        if event.date is not None or family(event.track) != _TRUCE or signed is None or self._day is None:
            return False
        if facet_of(event, event.trigger.of(self._string)) not in _MADE_OR_KEPT or event.status not in _REAL:
            return False
        later = [e for e in events if family(e.track) == _TRUCE and _after(e, signed + _BESIDE)]
        return self._day - signed <= timedelta(days=_STILL_MEANT) and not any(
            facet_of(e, e.trigger.of(self._string)) is Facet.ACCORD for e in later
        )

    def _provided(self, event: EventMention, named: list[_Agreement]) -> _Agreement | None:
        """The agreement of the page by which troops or observers are sent, where a provision says so."""
        if facet_of(event, event.trigger.of(self._string)) is not Facet.STATIONED:
            return None
        words = {stem(word) for word in fold(event.passage.of(self._string))}
        # Keepers who are yet to come, or refused, are coded as promised or refused, and have no mode.
        if event.mode != "peacekeeping" and (event.mode is not None or words.isdisjoint(_KEEPERS)):
            return None
        meant = [a for a in named if any(len(what & words) >= _NAMED_PARTIES for what in a.stationed)]
        return meant[0] if len(meant) == 1 else None


def _as_written(agreement: KnownAgreement, dossier: Dossier) -> _Agreement:
    spelled = {a.name: (a.name, *a.names, *a.people) for a in dossier.actors}
    parties = [spelled.get(name, (name,)) for name in (*agreement.parties, *agreement.guarantors)]
    stems = tuple(frozenset(stem(w) for name in names for w in fold(name) if w not in _COMMON) for names in parties)
    sent = [p for p in agreement.provisions if any(stem(w) in _KEEPERS for w in fold(p.what))]
    whom = [{stem(w) for by in p.by for name in spelled.get(by, (by,)) for w in fold(name)} for p in sent]
    stationed = tuple(
        frozenset({w for w in map(stem, fold(p.what)) if len(w) > 3} | names)
        for p, names in zip(sent, whom, strict=True)
    )
    names = tuple(words for name in (agreement.name, *agreement.names) if len(words := fold(name)) > 1)
    return _Agreement(agreement, names, stems, stationed)


_COMMON = frozenset("the of and republic federation kingdom state states united people union democratic new".split())
"""Words of states' names that name none."""
_KEEPERS = frozenset(map(stem, ("peacekeepers", "peacekeeping", "observers", "monitors", "contingent")))


def _enough(parties: tuple[frozenset[str], ...], words: set[str]) -> bool:
    return sum(not party.isdisjoint(words) for party in parties) >= min(_NAMED_PARTIES, len(parties))


def _named(agreement: _Agreement, sentence: tuple[str, ...]) -> int:
    """Words of the longest of its names that stands in the sentence; 0 where none does."""
    told = f" {' '.join(sentence)} "
    return max((len(name) for name in agreement.names if f" {' '.join(name)} " in told), default=0)


def _longest(found: list[tuple[_Agreement, int]]) -> list[_Agreement]:
    most = max((length for _, length in found), default=0)
    return [agreement for agreement, length in found if length == most]


def _of_its_day(event: EventMention, facet: Facet, agreement: _Agreement) -> bool:
    """Whether the event is told of the day that the agreement was made, or came into force, or of its year alone."""
    first, last = days_of(event.date)
    signed, known = _signed(agreement), agreement.known
    if first is None or last is None or signed is None or facet is Facet.OBSERVANCE:
        return False
    begins, ends = date.fromisoformat(first), date.fromisoformat(last)
    force = _first_day(known.in_force) or signed
    if (ends - begins).days > _FEW_DAYS:
        return event.date in (signed.isoformat()[:4], signed.isoformat()[:7])
    earliest, latest = (signed, force) if facet is Facet.ACCORD else (force, force)
    return earliest - _BESIDE <= ends and begins <= latest + _BESIDE


_FEW_DAYS = 3


def _not_against(event: EventMention, agreement: _Agreement) -> bool:
    """Whether the event's date lets it be of the agreement: not before it was signed."""
    _, last = days_of(event.date)
    signed = _signed(agreement)
    return last is None or signed is None or date.fromisoformat(last) >= signed - _BESIDE


def _signed(agreement: _Agreement) -> date | None:
    return _first_day(agreement.known.signed) or _first_day(agreement.known.in_force)


def _first_day(value: str | None) -> date | None:
    earliest = PartialDate(value).earliest if value else None
    return date.fromisoformat(earliest) if earliest else None


def _after(event: EventMention, day: date) -> bool:
    first, _ = days_of(event.date)
    return first is not None and date.fromisoformat(first) > day


def _day_of(published: Published | None) -> date | None:
    if published is None or published.latest is None or not published.date.complete:
        return None
    return date.fromisoformat(published.latest)


def _newest(events: Sequence[EventMention]) -> date | None:
    """For a page without a date of its own, the last day of what it tells as done."""
    return max(_ends(events), default=None)


def _ends(events: Sequence[EventMention]) -> Iterator[date]:
    for event in events:
        first, last = days_of(event.date)
        if last is not None and first is not None and event.status in _REAL and last[:7] == first[:7]:
            yield date.fromisoformat(last)


def _old(event: EventMention, day: date | None) -> bool:
    _, last = days_of(event.date)
    if day is None or last is None or event.status not in _REAL:
        return False
    return day - date.fromisoformat(last) > timedelta(days=OLD_NEWS)
