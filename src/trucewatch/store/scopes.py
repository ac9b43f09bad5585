"""What a view may see, as conditions on rows."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select

from trucewatch.errors import UsageError
from trucewatch.record.dates import PartialDate
from trucewatch.record.protocols import Scope
from trucewatch.record.resolved import OutletRegister
from trucewatch.store.tables import outlets, readings

_AFTER_ALL = "~"
"""Sorts behind every day."""
END_OF_DAY = "T99"
"""After every time of a day: bounds are days, but a moment within the last of them is inside."""

Condition = ColumnElement[bool]


class Spellings:
    """The names, aliases and hosts of the register, to find an outlet however the user writes it."""

    def __init__(self, register: OutletRegister) -> None:
        self._names: dict[str, str] = {}
        for outlet in register.outlets:
            for spelling in (*outlet.hosts, *outlet.aliases, outlet.name):
                self._names[spelling.casefold()] = outlet.name

    def names(self, written: Iterable[str]) -> set[str]:
        """The casefolded names of the outlets meant; a spelling that the register lacks stands for itself."""
        return {self._names.get(w.strip().casefold(), w.strip()).casefold() for w in written}


def first_day(bound: str) -> str:
    """The first day that the bound can mean; UsageError where it is no date."""
    return _edge(bound, last=False)


def last_day(bound: str) -> str:
    """The last day that the bound can mean; UsageError where it is no date."""
    return _edge(bound, last=True)


def _edge(bound: str, *, last: bool) -> str:
    try:
        date = PartialDate(bound)
    except ValueError as error:
        raise UsageError(str(error)) from error
    day = date.latest if last else date.earliest
    if day is None or "X" in bound:
        raise UsageError(f"{bound!r} leaves a part open; a bound is YYYY, YYYY-MM or YYYY-MM-DD")
    return day


def page_conditions(scope: Scope, spellings: Spellings, known: Iterable[tuple[str, str]]) -> list[Condition]:
    """On rows of `readings`: what was published by the scope's as-of day, by its outlets.

    `known` are the ids and names of all outlets in the record.
    """
    conditions: list[Condition] = []
    if scope.as_of is not None:
        # An undated page has no last day, and no comparison with nothing is true: it stays out.
        conditions.append(readings.c.last_day <= last_day(scope.as_of))
    if scope.outlets:
        wanted = spellings.names(scope.outlets)
        conditions.append(readings.c.outlet.in_([id_ for id_, name in known if name.casefold() in wanted]))
    return conditions


def published_conditions(scope: Scope) -> list[Condition]:
    """On rows of `readings`: publication dates that can lie within the scope's bounds."""
    conditions: list[Condition] = []
    if scope.since is not None:
        conditions.append(readings.c.last_day >= first_day(scope.since))
    if scope.until is not None:
        conditions.append(readings.c.first_day <= last_day(scope.until))
    return conditions


def interval_conditions(scope: Scope, earliest: ColumnElement[Any], latest: ColumnElement[Any]) -> list[Condition]:
    """On a thing with an interval: that it meets the scope's bounds. Open on one side it goes on; on both it is out."""
    conditions: list[Condition] = []
    # Not with OR: a database would look up each side by itself and put the two together row by row.
    if scope.since is not None:
        conditions.append(func.coalesce(latest, _AFTER_ALL) >= first_day(scope.since))
    if scope.until is not None:
        conditions.append(func.coalesce(earliest, "") <= last_day(scope.until) + END_OF_DAY)
    if conditions:
        conditions.append(func.coalesce(earliest, latest).is_not(None))
    return conditions


def days_conditions(scope: Scope, first: ColumnElement[Any], last: ColumnElement[Any]) -> list[Condition]:
    """On a thing with a first and a last day, or neither: that it meets the scope's bounds; without days it is out."""
    conditions: list[Condition] = []
    if scope.since is not None:
        conditions.append(last >= first_day(scope.since))
    if scope.until is not None:
        conditions.append(first <= last_day(scope.until) + END_OF_DAY)
    return conditions


def limited(query: Select[Any], scope: Scope) -> Select[Any]:
    """The query cut at the scope's limit."""
    return query.limit(scope.limit) if scope.limit else query


def known_outlets(connection: Connection) -> list[tuple[str, str]]:
    """Ids and names of all outlets in the record."""
    return [(row.id, row.name) for row in connection.execute(select(outlets.c.id, outlets.c.name))]
