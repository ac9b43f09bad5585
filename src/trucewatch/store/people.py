"""Speakers: who is quoted how often, by whom, in which offices, under which spellings."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Row, func, select

from trucewatch.record.folding import fold
from trucewatch.record.ids import PageId
from trucewatch.record.mentions import Kind, SpeakerGrounds, SpeakerType
from trucewatch.record.protocols import Found, PersonRow, Scope, Sought
from trucewatch.record.spans import Evidence
from trucewatch.store.bulk import streamed
from trucewatch.store.said import FIRST_DAY, IN_ORDER, LAST_DAY, conditions, on_pages
from trucewatch.store.scopes import Spellings, known_outlets, page_conditions
from trucewatch.store.slices import Slice, cut
from trucewatch.store.tables import outlets, pages, readings, statements

EXAMPLES = 3
"""Passages that stand for a speaker, at most."""

TOGETHER = " and "
"""Stands between the names of persons to whom one statement is given."""

_BY_NAME = frozenset({SpeakerGrounds.NAMED.value, SpeakerGrounds.SHORT_FORM.value, SpeakerGrounds.AS_WRITTEN.value})
"""Where the words that stand for a speaker are a form of the name, no pronoun and no office."""
_NEEDED = (
    *("speaker", "organization", "speaker_type", "speaker_grounds", "office", "behalf", "written", "kind"),
    *("passage_start", "passage_end"),
)
"""Columns: as few as will do, since every statement in the record is looked at."""
_EDGES = ' ,;:.()[]"“”„«»'
_POSSESSIVES = ("'s", "’s", "’", "'")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a statement stands, to quote it later."""

    page: PageId
    outlet: str | None
    published: str | None
    slice: Slice


@dataclass(slots=True)
class Figure:
    """What is gathered of one speaker, statement by statement in their order."""

    names: Counter[str] = field(default_factory=Counter)
    types: Counter[str] = field(default_factory=Counter)
    written: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Names with what the page writes for their bearer; nothing where that is no form of the name."""
    direct: int = 0
    pages: set[str] = field(default_factory=set)
    outlets: set[str] = field(default_factory=set)
    """Empty for one that is not known, like the words below."""
    behalf: dict[str, None] = field(default_factory=dict)
    """A set that keeps the order, like `offices`."""
    offices: dict[str, None] = field(default_factory=dict)
    days: set[str] = field(default_factory=set)
    places: list[Place] = field(default_factory=list)

    def add(self, row: Row[Any], name: str) -> None:
        """Take in one more statement, of the speaker by this name or of several, this one among them."""
        self.names[name] += 1
        self.types[row.speaker_type] += 1
        self.written[name, (row.speaker_grounds in _BY_NAME and row.written) or ""] += 1
        self.direct += row.kind == Kind.DIRECT.value
        self.pages.add(row.id)
        self.outlets.add(row.outlet or "")
        if name == row.speaker:  # of several it is not told whose office it is
            self.behalf[row.behalf or ""] = None
            self.offices[row.office or ""] = None
        self.days.update(day for day in (row.first, row.last) if day)
        if len(self.places) < EXAMPLES:
            place = Slice(row.text, row.passage_start, row.passage_end)
            self.places.append(Place(PageId(row.id), row.outlet, row.published, place))


def spelling(name: str, written: str) -> str:
    """How the name is spelt within the words that stand for its bearer: their longest run of words of the name.

    Empty where they hold none: "the top diplomat".
    """
    known, best, run = set(fold(name)), "", ""
    for word in written.replace("/", " ").split():
        bare = word.strip(_EDGES)
        stem = next((bare.removesuffix(p) for p in _POSSESSIVES if bare.endswith(p)), bare)
        run = f"{run} {stem}".strip() if (folded := fold(stem)) and known.issuperset(folded) else ""
        best = max(best, run, key=len)
    # A word in small letters is part of many names, and by itself a form of none.
    return "" if best.islower() and set(fold(best)) != known else best


def people(connection: Connection, scope: Scope, sought: Sought, spellings: Spellings) -> Found[PersonRow]:
    """The speakers of the statements that are meant, most quoted first, then by name; the limit cuts speakers."""
    query = on_pages(
        select(*(statements.c[name] for name in _NEEDED), pages.c.id, readings.c.text, readings.c.published)
    )
    query = query.add_columns(outlets.c.name.label("outlet"), FIRST_DAY.label("first"), LAST_DAY.label("last"))
    query = query.where(*page_conditions(scope, spellings, known_outlets(connection)), *conditions(scope, sought))
    found: dict[str, Figure] = {}
    for row in streamed(connection, query.where(statements.c.profile.is_not(None)).order_by(*IN_ORDER)):
        for key, name in _each(row):
            found.setdefault(key, Figure()).add(row, name)
    ranked = sorted(found.items(), key=lambda item: (-item[1].names.total(), item[0]))
    shown = [figure for _, figure in (ranked[: scope.limit] if scope.limit else ranked)]
    words = cut(connection, (place.slice for figure in shown for place in figure.places))
    return Found(tuple(_person_row(figure, words) for figure in shown), len(ranked))


def _each(row: Row[Any]) -> list[tuple[str, str]]:
    """Keys and names of those who speak; persons who speak together are each counted."""
    if row.speaker_type != SpeakerType.PERSON.value or TOGETHER not in row.speaker:
        return [(_key(row), row.speaker)]
    named = {" ".join(fold(name)): name for name in row.speaker.split(TOGETHER)}
    return list(named.items())


def _key(row: Row[Any]) -> str:
    """One key for all spellings of one speaker; two ministries of one name are told apart by whom they act for."""
    parts = [row.speaker]
    if row.speaker_type != SpeakerType.PERSON.value:
        parts += [row.behalf or row.organization or "", row.speaker_type]
    return "/".join(" ".join(fold(part)) for part in parts)


def _person_row(figure: Figure, words: dict[Slice, str]) -> PersonRow:
    return PersonRow(
        name=_most(figure.names)[0],
        type=SpeakerType(_most(figure.types)[0]),
        statements=figure.names.total(),
        direct=figure.direct,
        pages=len(figure.pages),
        outlets=tuple(sorted(figure.outlets - {""})),
        behalf=_once(figure.behalf),
        offices=_once(figure.offices),
        spellings=_spellings(figure.written),
        first=min(figure.days, default=None),
        last=max(figure.days, default=None),
        examples=tuple(_evidence(place, words[place.slice]) for place in figure.places),
    )


def _spellings(written: Counter[tuple[str, str]]) -> tuple[str, ...]:
    counts: Counter[str] = Counter()
    for (name, words), count in written.items():
        counts[spelling(name, words) or name] += count
    return _once(_most(counts))


def _most(counts: Counter[str]) -> tuple[str, ...]:
    """Most frequent first; the longer of two, then the first by its letters."""
    return tuple(sorted(counts, key=lambda word: (-counts[word], -len(word), word)))


def _once(spellings: Iterable[str]) -> tuple[str, ...]:
    """Of those that differ in the size of letters alone, the first."""
    kept: dict[str, str] = {}
    for one in filter(None, spellings):
        kept.setdefault(one.casefold(), one)
    return tuple(kept.values())


def _evidence(place: Place, quote: str) -> Evidence:
    return Evidence(place.page, place.outlet, place.published, place.slice.start, place.slice.end, quote)


def speakers(connection: Connection) -> list[tuple[str, int]]:
    """The names of all speakers as written, with the number of their statements, most first."""
    query = (
        select(statements.c.speaker, func.count())
        .where(statements.c.speaker.is_not(None))
        .group_by(statements.c.speaker)
    )
    found = [(str(name), int(number)) for name, number in connection.execute(query)]
    return sorted(found, key=lambda pair: (-pair[1], pair[0]))
