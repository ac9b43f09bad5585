"""Who is named and quoted across pages: persons, offices and bodies, joined."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from trucewatch.record.asked import Scope, Sought
from trucewatch.record.entities import (
    EntityJoiner,
    EntityPage,
    EntityReader,
    JoinedEntity,
    Part,
    Profile,
    ProfileStats,
)
from trucewatch.record.ids import PageId
from trucewatch.record.joined import Join
from trucewatch.record.mentions import SpeakerType
from trucewatch.record.spans import Evidence
from trucewatch.views.entity_rows import JoinReason, NamesJoined, OfficeSeen, PersonListRow
from trucewatch.views.everybody import Covers, Everybody
from trucewatch.views.rows import Rows

PASSAGE_PAGES = 300
"""Pages whose passages are fetched for one answer, shared out among its rows; those that rows share count once."""
FEWEST = 3
"""Pages of one row whose passages are fetched in any case."""
MOST = 50
"""Pages of one row whose passages are fetched at most, where others are asked for too."""


@dataclass(slots=True)
class Tally:
    """An entity with how often it is met within the scope."""

    entity: JoinedEntity
    statements: int = 0
    direct: int = 0
    sightings: int = 0
    events: int = 0
    numbers: set[int] = field(default_factory=set)


def people(
    reader: EntityReader, scope: Scope, sought: Sought, joiner: EntityJoiner, id_: str | None = None
) -> Rows[PersonListRow]:
    """The persons, offices and bodies that pages within the scope quote or name, the most quoted first.

    `id_` is the beginning of an id: that entity alone. Raises UsageError where no id or several begin so.
    """
    everybody = Everybody(reader, scope, joiner)
    entities = [everybody.with_id(id_)] if id_ else _meant(everybody, sought)
    ranked = sorted(_tallied(everybody, entities, sought), key=_rank)
    shown = ranked[: scope.limit] if scope.limit else ranked
    return Rows(tuple(_rows(everybody, shown, sought)), cut=len(ranked) > len(shown), total=len(ranked))


def _meant(everybody: Everybody, sought: Sought) -> Sequence[JoinedEntity]:
    entities = everybody.entities if sought.speaker is None else everybody.named(sought.speaker)
    return [e for e in entities if not sought.types or e.type in sought.types]


def _rank(tally: Tally) -> tuple[object, ...]:
    return -tally.statements, -tally.sightings, -tally.events, tally.entity.name, min(tally.numbers)


def _tallied(everybody: Everybody, entities: Sequence[JoinedEntity], sought: Sought) -> Iterator[Tally]:
    """The entities that are met within the scope, with how often they are."""
    scope, counts = everybody.scope, everybody.profiles
    asked = replace(sought, speaker=None, types=())
    if asked != Sought() or scope.since or scope.until or scope.outlets:
        counts = {p.number: p for p in everybody.reader.profiles(scope, asked)}
    split = {part.profile for part in everybody.told_apart}
    by_page: dict[int, list[EntityPage]] = defaultdict(list)
    for page in everybody.reader.entity_pages(scope, asked, split) if split else ():
        by_page[page.profile].append(page)
    for entity in entities:
        tally = _tally(entity, counts, by_page, everybody.covers(entity))
        if tally.statements or tally.sightings:
            yield tally


def _tally(
    entity: JoinedEntity, counts: Mapping[int, Profile], by_page: Mapping[int, list[EntityPage]], covers: Covers
) -> Tally:
    tally = Tally(entity)
    for number in dict.fromkeys(part.profile for part in entity.parts):
        tally.numbers.add(number)
        if number in by_page:
            here = [page for page in by_page[number] if covers.has(Part(number, page.page))]
            tally.statements += sum(page.statements for page in here)
            tally.direct += sum(page.direct for page in here)
            tally.sightings += sum(not page.statements for page in here)
            tally.events += sum(page.events for page in here)
        elif (profile := counts.get(number)) is not None:
            tally.statements += profile.statements
            tally.direct += profile.direct
            tally.sightings += profile.sightings
            tally.events += profile.events
    return tally


# Rows -----------------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Gathered:
    """What a row is made of: its profiles' days and forms, its pages, outlets and first pages."""

    profiles: list[ProfileStats] = field(default_factory=list)
    pages: int = 0
    outlets: tuple[str, ...] = ()
    earliest: tuple[PageId, ...] = ()


def _rows(everybody: Everybody, shown: Sequence[Tally], sought: Sought) -> Iterator[PersonListRow]:
    reader, scope = everybody.reader, everybody.scope
    asked = replace(sought, speaker=None, types=())
    most = MOST if len(shown) > 1 else PASSAGE_PAGES
    split = {part.profile for part in everybody.told_apart}
    whole = {n: tally for n, tally in enumerate(shown) if not tally.numbers & split}
    found = _of_whole(reader, scope, asked, whole, most)
    found |= _of_split(everybody, asked, {n: t for n, t in enumerate(shown) if n not in whole}, most)
    ids = _ids(everybody, shown)
    passages = _passages(reader, scope, asked, _shared_out([found[n].earliest for n in range(len(shown))]))
    for number, (tally, id_) in enumerate(zip(shown, ids, strict=True)):
        yield _row(everybody, tally, found[number], id_, passages)


def _of_whole(
    reader: EntityReader, scope: Scope, asked: Sought, tallies: Mapping[int, Tally], most: int
) -> dict[int, Gathered]:
    """Of entities that have all pages of their profiles: summed up where the record is."""
    numbers = {n: sorted(tally.numbers) for n, tally in tallies.items()}
    told: dict[int, list[ProfileStats]] = defaultdict(list)
    for one in reader.profile_stats(scope, asked, sorted({p for own in numbers.values() for p in own})):
        told[one.profile].append(one)
    found = {}
    for n, stats in reader.entity_stats(scope, asked, numbers, most).items() if numbers else ():
        profiles = [one for number in numbers[n] for one in told[number]]
        found[n] = Gathered(sorted(profiles, key=_by_day), stats.pages, stats.outlets, stats.earliest)
    return found


def _of_split(everybody: Everybody, asked: Sought, tallies: Mapping[int, Tally], most: int) -> dict[int, Gathered]:
    """Of entities that share profiles with others: page by page."""
    pages: dict[int, list[EntityPage]] = defaultdict(list)
    numbers = {number for tally in tallies.values() for number in tally.numbers}
    for page in everybody.reader.entity_pages(everybody.scope, asked, numbers) if numbers else ():
        pages[page.profile].append(page)
    found = {}
    for n, tally in tallies.items():
        covers = everybody.covers(tally.entity)
        own = [p for k in tally.numbers for p in pages.get(k, ()) if covers.has(Part(p.profile, p.page))]
        ordered = sorted(own, key=lambda p: (p.first_day is None, p.first_day or "", p.page, p.profile))
        places = list(dict.fromkeys(page.page for page in ordered))
        outlets = tuple(sorted({page.outlet for page in own if page.outlet}))
        stats = [ProfileStats(p.profile, p.first_day, p.last_day, p.statements or 1, p.forms) for p in ordered]
        found[n] = Gathered(stats, len(places), outlets, tuple(places[:most]))
    return found


def _shared_out(earliest: Sequence[Sequence[PageId]]) -> set[PageId]:
    """The first pages of each row, then the second ones, as long as there are not too many."""
    wanted: set[PageId] = set()
    for turn in range(max(map(len, earliest), default=0)):
        if turn >= FEWEST and len(wanted) >= PASSAGE_PAGES:
            break
        wanted.update(pages[turn] for pages in earliest if len(pages) > turn)
    return wanted


def _by_day(stats: ProfileStats) -> tuple[object, ...]:
    return stats.first_day is None, stats.first_day or "", stats.profile, stats.forms


def ids_of(everybody: Everybody, numbers: Iterable[int]) -> dict[int, str]:
    """The ids of these entities, by their places among all."""
    wanted = sorted(set(numbers))
    tallies = [Tally(e, numbers={part.profile for part in e.parts}) for e in (everybody.entities[n] for n in wanted)]
    return dict(zip(wanted, _ids(everybody, tallies), strict=True))


def _ids(everybody: Everybody, shown: Sequence[Tally]) -> list[str]:
    """The id of each entity's earliest mention; undated pages stand last."""
    numbers = {number for tally in shown for number in tally.numbers}
    split = {part.profile for part in everybody.told_apart} & numbers
    first = everybody.reader.first_pages(everybody.scope, numbers - split)
    days: dict[int, list[tuple[str, PageId]]] = {number: [found] for number, found in first.items()}
    for seen in everybody.reader.appearances(everybody.scope, split) if split else ():
        days.setdefault(seen.profile, []).append((seen.last_day or "9999-99-99", seen.page))
    anchors = [_anchor(tally, days, everybody.covers(tally.entity)) for tally in shown]
    on_page: dict[PageId, list[tuple[str, Part]]] = defaultdict(list)
    for id_, part in everybody.reader.entity_ids({page for page in anchors if page}):
        if part.page is not None:
            on_page[part.page].append((id_, part))
    covers = [everybody.covers(tally.entity) for tally in shown]
    return [
        min((id_ for id_, part in on_page.get(page, ()) if own.has(part)), default="") if page else ""
        for page, own in zip(anchors, covers, strict=True)
    ]


def _anchor(tally: Tally, days: Mapping[int, list[tuple[str, PageId]]], covers: Covers) -> PageId | None:
    found = (place for n in tally.numbers for place in days.get(n, ()) if covers.has(Part(n, place[1])))
    return min(found, default=("", None))[1]


Passages = Mapping[tuple[int, PageId], list[Evidence]]


def _passages(reader: EntityReader, scope: Scope, asked: Sought, wanted: Collection[PageId]) -> Passages:
    """The passages of each row's first pages: of all of them, unless there are many."""
    found: dict[tuple[int, PageId], list[Evidence]] = defaultdict(list)
    for profile, evidence in reader.entity_passages(scope, asked, wanted):
        found[profile, evidence.page].append(evidence)
    return found


def _row(everybody: Everybody, tally: Tally, own: Gathered, id_: str, passages: Passages) -> PersonListRow:
    entity, covers = tally.entity, everybody.covers(tally.entity)
    days = [day for one in own.profiles for day in (one.first_day, one.last_day) if day]
    evidence = {
        e: None
        for page in own.earliest
        for number in tally.numbers
        if covers.has(Part(number, page))
        for e in passages.get((number, page), ())
    }
    given = _offices(everybody, entity, own)
    return PersonListRow(
        id=id_,
        name=entity.name,
        type=entity.type.value,
        statements=tally.statements,
        direct=tally.direct,
        events=tally.events,
        pages=own.pages,
        outlets=own.outlets,
        on_behalf=tuple(dict.fromkeys(of for _, _, of in given if of)),
        offices=_seen(given),
        spellings=_spellings(everybody, entity, own),
        first=min(days, default=None),
        last=max(days, default=None),
        known_as=entity.actor,
        joined=tuple(map(_join, entity.joins)),
        near=tuple(map(_join, entity.near)),
        evidence=tuple(sorted(evidence, key=lambda e: (e.published is None, e.published or "", e.page, e.start))),
    )


Given = tuple[ProfileStats, str, str | None]


def _offices(everybody: Everybody, entity: JoinedEntity, own: Gathered) -> list[Given]:
    """Offices with what is told of those profiles, in the order of days; of persons who speak together none."""
    alone = SpeakerType.PERSON is not entity.type
    found = []
    for one in own.profiles:
        profile = everybody.profiles[one.profile]
        if alone or " and " not in profile.name:
            found += [(one, office.title, office.of) for office in profile.offices]
    return found


def _seen(given: Iterable[Given]) -> tuple[OfficeSeen, ...]:
    days: dict[tuple[str, str | None], list[str]] = {}
    titles: dict[tuple[str, str | None], str] = {}
    for one, title, of in given:
        if not title:
            continue
        key = title.casefold(), of
        titles.setdefault(key, title)
        days.setdefault(key, []).extend(day for day in (one.first_day, one.last_day) if day)
    return tuple(
        OfficeSeen(titles[key], key[1], min(found, default=None), max(found, default=None))
        for key, found in days.items()
    )


def _spellings(everybody: Everybody, entity: JoinedEntity, own: Gathered) -> tuple[str, ...]:
    """The forms on its pages, most frequent first; those that differ in the size of letters alone once."""
    counts: Counter[str] = Counter()
    for one in own.profiles:
        name = everybody.profiles[one.profile].name
        alone = entity.type is not SpeakerType.PERSON or " and " not in name
        for form in one.forms or ((name,) if alone else ()):
            counts[form] += one.times
    kept: dict[str, str] = {}
    for form in sorted(counts, key=lambda f: (-counts[f], -len(f), f)):
        kept.setdefault(form.casefold(), form)
    return tuple(kept.values())


def _join(found: Join) -> NamesJoined:
    why = tuple(JoinReason(r.feature, r.detail, r.weight) for r in found.why)
    return NamesJoined(found.one, found.other, found.score, why)
