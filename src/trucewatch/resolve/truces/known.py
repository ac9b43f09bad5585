"""The ceasefires that a dossier knows of, found by their names and days in what a mention tells."""

from collections.abc import Iterable
from datetime import date, timedelta

from trucewatch.record.blocking import days_of
from trucewatch.record.dossier import KnownAgreement
from trucewatch.record.folding import fold
from trucewatch.record.protocols import EventRow
from trucewatch.resolve.happenings.words import setting

_SLACK = 2
"""Days between two accounts of one signing."""


class KnownTruces:
    """The agreements of a dossier, to be found in mentions. Built once, then read only."""

    def __init__(self, agreements: Iterable[KnownAgreement]) -> None:
        self._all = tuple(agreements)
        self._names = {a.name: tuple(fold(name) for name in (a.name, *a.names)) for a in self._all}
        self._parties = {a.name: setting("- " + " and ".join(a.parties)) for a in self._all}

    def get(self, name: str | None) -> KnownAgreement | None:
        """That of this name."""
        return next((a for a in self._all if a.name == name), None)

    def meant(self, row: EventRow, days: tuple[str, str] | None) -> str | None:
        """The name of the agreement that a mention tells of: as it was coded, by its name, by its days."""
        if row.event.known or not self._all:
            return row.event.known
        words = fold(row.sentence)
        named = [a.name for a in self._all if any(_holds(words, name) for name in self._names[a.name])]
        if len(named) == 1:
            return named[0]
        if days is None:
            return None
        about = setting(row.sentence) | setting(row.headline or "")
        fitting = [a.name for a in self._all if about & self._parties[a.name] and _fits(a, days)]
        return fitting[0] if len(fitting) == 1 else None


def _holds(words: tuple[str, ...], name: tuple[str, ...]) -> bool:
    return len(name) > 1 and any(words[at : at + len(name)] == name for at in range(len(words) - len(name) + 1))


def _fits(agreement: KnownAgreement, days: tuple[str, str]) -> bool:
    signed, begins = days_of(agreement.signed), days_of(agreement.in_force or agreement.signed)
    first, last = signed[0] or begins[0], begins[1] or signed[1]
    if first is None or last is None:
        return False
    return _moved(first, -_SLACK) <= days[1] and days[0] <= _moved(last, _SLACK)


def _moved(day: str, by: int) -> str:
    try:
        return (date.fromisoformat(day) + timedelta(days=by)).isoformat()
    except OverflowError:
        return day
