"""One event: every account of it by origin, how they differ, why they are held to be one, and what comes near."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from trucewatch.errors import UsageError
from trucewatch.record.happenings import Happening, Joiner, mention_of
from trucewatch.record.ids import ID_LENGTH, PAGE_DIGITS
from trucewatch.record.joined import Join
from trucewatch.record.origins import Account, Corroboration, Corroborator
from trucewatch.record.protocols import EventRow, Reader, Scope
from trucewatch.record.spans import Evidence
from trucewatch.views.events import evidence, figures, parties, precision
from trucewatch.views.rows import EventFigure, EventParty, Rows

LISTED = 3
"""Events that an ambiguous id can mean, as the error lists them."""
MENTION, NEAR_MISS = "mention", "near miss"
_DIGITS = frozenset("0123456789abcdef")


@dataclass(frozen=True, slots=True)
class JoinReason:
    """One thing that speaks for two mentions being of one event, or against it."""

    feature: str
    """What was compared: day, place, parties, setting, wording ..."""
    detail: str
    """What was found."""
    weight: float
    """How much it counts; negative where it speaks against."""

    def __str__(self) -> str:
        return f"{self.feature}: {self.detail} ({self.weight:+g})"


@dataclass(frozen=True, slots=True)
class EventAccountRow:
    """What one mention tells of an event, and why it is held to be of it."""

    event: str
    """The event's id."""
    mention: str
    """The mention's id; `show event` takes it as well."""
    part: str
    """mention, or near miss: what comes near to being of the event and was not joined."""
    origin: str | None
    """Where the account really comes from; null where it was not asked, and for near misses."""
    origin_how: str | None
    """How that is: own, relay, interview, reuse."""
    origin_evidence: tuple[Evidence, ...]
    """What shows it: the words that name whom the page relays, or the passage of the page that had it first."""
    party: str | None
    """Whom the asserter speaks for: the code of a state or armed group, or an organisation's name; null where it is the
    outlets' own voice, or speaks for no one known."""
    origins: int | None
    """Of the event as a whole: how many independent origins its accounts have."""
    parties: tuple[str, ...]
    """Of the event as a whole: whose accounts there are."""
    confirmed_by: tuple[str, ...]
    """Of the event as a whole: which of the parties bear out what another side tells."""
    grounds: tuple[str, ...]
    """Of the event as a whole: what these counts rest on."""
    date: str | None
    """When, as this mention tells: an ISO prefix, or first and last day joined by "/"."""
    precision: str | None
    """What the date names: day, month, year or interval."""
    trigger: str
    """The words that tell of it."""
    sentence: str
    """The sentence that they stand in."""
    track: str
    """Its reading in the peace process."""
    status: str
    """happened, ongoing, planned, alleged, denied, called-for or hypothetical."""
    actors: tuple[EventParty, ...]
    """Who did it."""
    recipients: tuple[EventParty, ...]
    """To whom."""
    place: str | None
    """Where, in the page's words."""
    quantities: tuple[EventFigure, ...]
    """Figures that hang on the event's words."""
    asserted_by: str
    """The word outlet, or the name of the speaker."""
    reported_by: str | None
    """Where statements nest, the speaker of the outermost; null where that is who asserts it."""
    rule: str
    """The rule that coded it."""
    agreement: str | None
    """The agreement of the dossier that it is part of."""
    background: bool
    """Whether it is told again to explain the news."""
    differs: tuple[str, ...]
    """In what it differs from the accounts before it: date, place, status, figures, who did it, kind."""
    joined_to: str | None
    """The mention that it is most surely one with, or nearly; null where it stands alone."""
    score: float | None
    """How sure that is, from 0 to 1."""
    why: tuple[JoinReason, ...]
    """What that rests on."""
    outlet: str | None
    """Who published the page."""
    published: str | None
    """When the page was published, as far as it is known."""
    page: str
    """The page's id."""
    evidence: tuple[Evidence, ...]
    """The sentence in the page's text."""


def event(
    reader: Reader, scope: Scope, prefix: str, joiner: Joiner, corroborator: Corroborator | None = None
) -> Rows[EventAccountRow]:
    """The accounts of the event that a mention's id, or its first digits, find; near misses stand last.

    Raises UsageError where no event, or several, have such an id.
    """
    happening = _found(reader, scope, prefix, joiner)
    weighed = corroborator.corroborate([happening], reader)[0] if corroborator else None
    told = _told(happening, weighed)
    return Rows((*told, *_near(happening, reader, scope)), cut=False)


def _found(reader: Reader, scope: Scope, prefix: str, joiner: Joiner) -> Happening:
    start = prefix.strip().lower()
    if not PAGE_DIGITS <= len(start) <= ID_LENGTH or not set(start) <= _DIGITS:
        raise UsageError(
            f"{prefix!r} is no event's id: ids are {ID_LENGTH} hexadecimal digits, or the first {PAGE_DIGITS} of them "
            "and some more; `trucewatch show events` lists them"
        )
    rows = reader.event(start, scope)
    if not rows:
        raise UsageError(
            f"no event's id starts with {prefix!r} in what can be seen; `trucewatch show events` lists them"
        )
    found = joiner.happenings(rows, reader, scope)
    if len(found) > 1:
        listed = ", ".join(f"{mention_of(row)[: len(start) + 6]} ({row.trigger})" for row in rows[:LISTED])
        more = f" and {len(rows) - LISTED} more" if len(rows) > LISTED else ""
        raise UsageError(f"ids of {len(found)} events start with {prefix!r}: {listed}{more}; give more digits")
    return found[0]


def _told(happening: Happening, weighed: Corroboration | None) -> list[EventAccountRow]:
    """A row for each mention, those of one origin together, in the order of their first."""
    joins = _surest(happening)
    accounts = {account.mention: account for account in weighed.accounts} if weighed else {}
    rows = list[tuple[int, EventAccountRow]]()
    origins = list[str | None]()
    for number, row in enumerate(happening.mentions):
        account = accounts.get(mention_of(row))
        origin = account.origin.id if account else None
        if origin not in origins:
            origins.append(origin)
        differs = differences(row, happening.mentions[:number])
        made = _row(happening, row, joins.get(mention_of(row)), differs)
        made = _with_origin(made, account, weighed) if account and weighed else made
        rows.append((origins.index(origin), made))
    return [made for _, made in sorted(rows, key=lambda pair: pair[0])]


def _surest(happening: Happening) -> dict[str, Join]:
    best: dict[str, Join] = {}
    for join in happening.joins:
        best.setdefault(join.one, join)
        best.setdefault(join.other, join)
    return best


def _near(happening: Happening, reader: Reader, scope: Scope) -> Iterator[EventAccountRow]:
    """A row for each mention that comes near, with its nearest join."""
    told, shown = {mention_of(row) for row in happening.mentions}, set[str]()
    for join in happening.near:
        outside = join.other if join.one in told else join.one
        if outside not in shown:
            shown.add(outside)
            for row in reader.event(outside, scope):
                yield _row(happening, row, join, differences(row, happening.mentions))


def _with_origin(row: EventAccountRow, account: Account, weighed: Corroboration) -> EventAccountRow:
    return replace(
        row,
        origin=account.origin.name,
        origin_how=account.origin.how,
        origin_evidence=account.evidence,
        party=account.party,
        origins=len(weighed.origins),
        parties=weighed.parties,
        confirmed_by=weighed.confirmed_by,
        grounds=tuple(f"{reason.feature}: {reason.detail}" for reason in weighed.why),
    )


def _row(happening: Happening, row: EventRow, join: Join | None, differs: tuple[str, ...]) -> EventAccountRow:
    found, id_ = row.event, mention_of(row)
    return EventAccountRow(
        event=happening.id,
        mention=id_,
        part=MENTION if row in happening.mentions else NEAR_MISS,
        origin=None,
        origin_how=None,
        origin_evidence=(),
        party=None,
        origins=None,
        parties=(),
        confirmed_by=(),
        grounds=(),
        date=found.date,
        precision=precision(found.date),
        trigger=row.trigger,
        sentence=row.sentence,
        track=found.track.value,
        status=found.status.value,
        actors=parties(found.actors),
        recipients=parties(found.recipients),
        place=found.place.text if found.place else None,
        quantities=figures(row),
        asserted_by=found.asserted_by,
        reported_by=found.reported_by,
        rule=found.rule,
        agreement=found.known,
        background=found.background,
        differs=differs,
        joined_to=(join.other if join.one == id_ else join.one) if join else None,
        score=join.score if join else None,
        why=tuple(JoinReason(r.feature, r.detail, r.weight) for r in join.why) if join else (),
        outlet=row.outlet,
        published=row.published.value if row.published else None,
        page=row.page,
        evidence=(evidence(row),),
    )


def differences(row: EventRow, before: Sequence[EventRow]) -> tuple[str, ...]:
    """What the row tells otherwise than the accounts before it: "date: 2020-12-13, before 2020-12-11"."""
    return tuple(f"{name}: {mine}, before {others}" for name, mine, others in compared(row, before))


def compared(row: EventRow, before: Sequence[EventRow]) -> Iterator[tuple[str, str, str]]:
    """What the row tells otherwise than the accounts before it: of what, what it tells, what they do."""
    for name, told in _COMPARED:
        mine, others = told(row), dict.fromkeys(value for other in before if (value := told(other)))
        if mine and others and mine not in others:
            yield name, mine, ", ".join(others)


_COMPARED: tuple[tuple[str, Callable[[EventRow], str]], ...] = (
    ("date", lambda row: row.event.date or ""),
    ("place", lambda row: row.event.place.text if row.event.place else ""),
    ("status", lambda row: row.event.status.value),
    ("who did it", lambda row: ", ".join(sorted({p.code or p.text for p in row.event.actors}))),
    ("figures", lambda row: ", ".join(str(figure) for figure in figures(row))),
    ("kind", lambda row: row.event.track.value),
)
"""What accounts are held against each other by, and what a row tells of it; nothing told differs from nothing."""
