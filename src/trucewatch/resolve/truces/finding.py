"""Happenings -> ceasefires: gathered, dated, with sides, brokers and the course of each."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain

from trucewatch.record.dossier import Dossier, KnownAgreement
from trucewatch.record.happenings import Happening, mention_of, order_of
from trucewatch.record.mentions import Track
from trucewatch.record.protocols import EventRow
from trucewatch.record.truces import StepKind, Truce, TruceStep
from trucewatch.record.world import World
from trucewatch.resolve.happenings.words import setting
from trucewatch.resolve.names import StateNames
from trucewatch.resolve.truces.brokers import broker_words
from trucewatch.resolve.truces.course import dates_of, state_of
from trucewatch.resolve.truces.gathering import Group, Settings, gathered
from trucewatch.resolve.truces.known import KnownTruces
from trucewatch.resolve.truces.sides import Sides
from trucewatch.resolve.truces.telling import Telling, speaks_of_truce, telling_of

_MAKING = {StepKind.DECLARED, StepKind.IN_FORCE, StepKind.PROPOSED}
_TRUCE_TRACKS = {Track.CEASEFIRE, Track.AGREEMENT}


class TruceRegister:
    """Finds ceasefires. What a dossier knows of them takes the place of what no page tells."""

    def __init__(self, world: World, dossier: Dossier | None = None) -> None:
        self._sides = Sides(StateNames(world, dossier))
        self._known = KnownTruces(dossier.agreements if dossier else ())

    def truces(self, told: Sequence[Happening], around: Sequence[EventRow], today: str | None) -> list[Truce]:
        """The ceasefires that these happenings tell of, the oldest first, those of no known day last."""
        joined = {mention_of(row): h.id for h in told for row in h.mentions}
        rows = {mention_of(row): row for h in told for row in h.mentions}
        tellings = [t for row in rows.values() if (t := telling_of(row, self._known)) is not None]
        telling_rows = [t.row for t in tellings]
        settings = Settings(chain(telling_rows, around), self._broker_settings(telling_rows))
        groups = [g for g in gathered(tellings, joined, settings) if _made(g)]
        fighting: dict[str, list[EventRow]] = defaultdict(list)
        for row in chain((t.row for t in tellings if t.kind is StepKind.VIOLATED), around):
            fighting[row.page].append(row)
        found = [self._truce(group, fighting, joined, today) for group in groups]
        return sorted(
            found, key=lambda t: (t.begins is None and t.declared is None, t.declared or t.begins or "", t.anchor)
        )

    def _truce(
        self, group: Group, fighting: dict[str, list[EventRow]], joined: dict[str, str], today: str | None
    ) -> Truce:
        known = self._known.get(group.known)
        making = [t.row for t in group.tellings if t.kind in _MAKING]
        declared, begins, ends = dates_of(group.tellings, known)
        brokers = self._brokers(t.row for t in group.tellings if t.kind is not StepKind.VIOLATED)
        around = [row for page in dict.fromkeys(t.row.page for t in group.tellings) for row in fighting.get(page, ())]
        parties = known.parties if known and known.parties else self._sides.of(making, around, brokers)
        brokers = self._with_signers(brokers, parties, making, known)
        steps = tuple(_step(t) for t in sorted(group.tellings, key=_day_order))
        breaches = {joined[t.id] for t in group.tellings if t.kind is StepKind.VIOLATED}
        anchor = min(group.tellings, key=lambda t: (t.kind is StepKind.VIOLATED, order_of(t.row)))
        return Truce(
            steps=steps,
            anchor=anchor.id,
            declared=declared,
            begins=begins,
            ends=ends,
            parties=parties,
            brokers=brokers,
            state=state_of(steps, begins, ends, today),
            breaches=len(breaches),
            known=group.known,
        )

    def _brokers(self, rows: Iterable[EventRow]) -> tuple[str, ...]:
        words = (word for row in rows for word in broker_words(row.sentence) if _near_truce(row))
        return tuple(sorted({name for word in words for name in self._sides.named(word)}))

    def _with_signers(
        self, brokers: tuple[str, ...], parties: Sequence[str], making: Iterable[EventRow], known: KnownAgreement | None
    ) -> tuple[str, ...]:
        """A third that signs with both sides stands for it; so does whom the dossier names as a guarantor."""
        signed = {name for row in making for name in self._signed(row, parties)}
        guarantors = {n for text in (known.guarantors if known else ()) for n in self._sides.named(text) or (text,)}
        return tuple(sorted({*brokers, *signed, *guarantors} - set(parties)))

    def _signed(self, row: EventRow, parties: Sequence[str]) -> tuple[str, ...]:
        signers = self._sides.signers(row)
        both = len(parties) == 2 and set(parties) <= set(signers)
        return tuple(name for name in signers if name not in parties) if both else ()

    def _broker_settings(self, rows: Sequence[EventRow]) -> dict[str, frozenset[str]]:
        """For each page the beginnings of the names of those who mediate there: they are in every conflict."""
        found: dict[str, frozenset[str]] = defaultdict(frozenset)
        for row in rows:
            words = broker_words(row.sentence)
            names = " and ".join((*words, *(name for word in words for name in self._sides.named(word))))
            found[row.page] |= setting(f"- {names}") if names else frozenset()
        return found


def _near_truce(row: EventRow) -> bool:
    return row.event.track is Track.CEASEFIRE or speaks_of_truce(row) or row.event.track in _TRUCE_TRACKS


def _made(group: Group) -> bool:
    """Whether anybody tells that there is or was such a ceasefire: breaches alone make none."""
    return any(t.kind is not StepKind.VIOLATED for t in group.tellings)


def _step(telling: Telling) -> TruceStep:
    """A making without a date of its own has none: the day of a page that speaks of it again is not its day."""
    told = telling.row.event.date if telling.dates or telling.kind not in _MAKING else None
    return TruceStep(telling.kind, told or (None if telling.kind in _MAKING else telling.published), telling.row)


def _day_order(telling: Telling) -> tuple[str, bool, str, str]:
    return telling.first or telling.published or "9999", telling.published is None, telling.published or "", telling.id
