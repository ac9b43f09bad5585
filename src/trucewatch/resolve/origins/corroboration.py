"""How the accounts of one happening bear each other out: independent origins, parties, confirmations."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from trucewatch.record.dossier import Dossier
from trucewatch.record.happenings import Happening, mention_of
from trucewatch.record.ids import PageId
from trucewatch.record.joined import Reason
from trucewatch.record.mentions import Statement, Status
from trucewatch.record.origins import Account, Corroboration, Standing
from trucewatch.record.protocols import EventRow
from trucewatch.record.resolved import Origin
from trucewatch.record.reuse import Sourced, SourcedPage
from trucewatch.record.world import World
from trucewatch.resolve.origins.parties import Parties, Party
from trucewatch.resolve.origins.sources import Pages, media, standing, trace, with_occasion

MOST_PAGES, FEWEST_PAGES, ALL_PAGES = 100, 4, 300
"""Pages of one happening whose origins are looked up, the earliest of them: so many at most, and of several happenings
so many in any case, as far as all together are no more than the last."""

_OUTLET = "outlet"
_OURSELVES = frozenset({"we", "our side", "the ministry"})
"""How a ministry or an organisation names itself on its own pages."""
_TELLS = frozenset({Status.HAPPENED, Status.ONGOING, Status.PLANNED, Status.ALLEGED})
"""What is told in one of these states is held to be so by who tells it."""
_CONFIRMS = _TELLS - {Status.ALLEGED}
"""To repeat a charge confirms nothing."""


@dataclass(frozen=True, slots=True)
class _Told:
    """An account with the mention that it is of, and the party that tells it."""

    row: EventRow
    account: Account
    party: Party | None


class Corroborations:
    """Finds the origins of accounts, and counts who bears out whom. Built once for a dossier, then read only."""

    def __init__(self, world: World, dossier: Dossier | None = None) -> None:
        self._parties = Parties(world, dossier)

    def corroborate(self, happenings: Sequence[Happening], sourced: Sourced) -> list[Corroboration]:
        """One for each happening, in their order."""
        most = min(MOST_PAGES, max(FEWEST_PAGES, ALL_PAGES // max(1, len(happenings))))
        looked_up = [_first_pages(happening, most) for happening in happenings]
        wanted = {row.page for rows in looked_up for row in rows}
        pages = gather(wanted, sourced, self._parties)
        telling = {row.page for rows in looked_up for row in rows if row.event.asserted_by != _OUTLET}
        speech = sourced.speech(telling)
        return [_weighed([self._told(row, pages, speech) for row in rows]) for rows in looked_up]

    def standings(self, pages: Collection[PageId], sourced: Sourced) -> dict[PageId, Standing]:
        """One for each of these pages that is read."""
        found = gather(pages, sourced, self._parties)
        return {page: standing(found.at[page], found) for page in pages if page in found.at}

    def _told(self, row: EventRow, pages: Pages, speech: Mapping[PageId, tuple[Statement, ...]]) -> _Told:
        page = pages.at.get(row.page) or _unread(row)
        statement = _statement_of(row, speech.get(row.page, ()))
        party = self._parties.of_outlet(page.outlet)
        by = page.outlet.name if page.outlet else _OUTLET
        if row.event.asserted_by != _OUTLET:
            by = row.event.asserted_by
            speaker = statement.speaker if statement else None
            ours = by.casefold() in _OURSELVES
            party = party if ours else self._parties.of_speaker(speaker) if speaker else self._parties.speaking(by)
        if statement is not None:
            statement = with_occasion(statement, speech.get(row.page, ()), page)
        traced = trace(row.event.passage, page, pages, statement)
        label = party.label if party else None
        account = Account(mention_of(row), row.page, by, label, traced.origin, traced.evidence)
        return _Told(row, account, party)


def gather(wanted: Iterable[PageId], sourced: Sourced, parties: Parties) -> Pages:
    """What is known of these pages, and of those that share text with them."""
    sharing = sourced.sharing(set(wanted))
    earlier = {s.earlier for found in sharing.values() for s in found}
    known = sourced.sourced(earlier | set(wanted))
    return Pages(
        {id_: media(page, lambda name: parties.named(name) is not None) for id_, page in known.items()}, sharing
    )


def _first_pages(happening: Happening, most: int) -> tuple[EventRow, ...]:
    """The mentions on the first pages that tell of it."""
    pages = list(dict.fromkeys(row.page for row in happening.mentions))
    kept = set(pages[:most])
    return tuple(row for row in happening.mentions if row.page in kept)


def _unread(row: EventRow) -> SourcedPage:
    """Stands for a page that the record has lost since the mention was looked up."""
    return SourcedPage(row.page, None, None, None, "", ())


def _statement_of(row: EventRow, said: Sequence[Statement]) -> Statement | None:
    """The statement that holds the mention; the shortest where they nest."""
    name, trigger = row.event.asserted_by, row.event.trigger
    if name == _OUTLET:
        return None
    of_speaker = [s for s in said if s.speaker is not None and s.speaker.name == name]
    holding = [s for s in of_speaker if any(c.start <= trigger.start < c.end for c in s.attribution.content)]
    return min(holding or of_speaker[:1], key=lambda s: s.passage.end - s.passage.start, default=None)


def _weighed(told: Sequence[_Told]) -> Corroboration:
    origins: dict[str, Origin] = {}
    for one in told:
        origins.setdefault(one.account.origin.id, one.account.origin)
    parties = dict.fromkeys(one.party.label for one in told if one.party is not None)
    confirming = _confirming(told)
    why = [*_why_one(told, origins), *(reason for _, reason in confirming)]
    return Corroboration(
        accounts=tuple(one.account for one in told),
        origins=tuple(origins.values()),
        parties=tuple(parties),
        confirmed_by=tuple(dict.fromkeys(label for label, _ in confirming)),
        why=tuple(dict.fromkeys(why)),
    )


def _why_one(told: Sequence[_Told], origins: Mapping[str, Origin]) -> list[Reason]:
    """Which outlets have their accounts from another: those that do not count beside it."""
    found = []
    for one in told:
        origin = origins[one.account.origin.id]
        outlet = one.row.outlet or one.row.page[:8]
        if one.account.origin.how != "own" and outlet != origin.name:
            found.append(Reason(one.account.origin.how, f"{outlet} has it from {origin.name}", 0.0))
    return found


def _confirming(told: Sequence[_Told]) -> list[tuple[str, Reason]]:
    """The parties that bear out what another side tells, each with its reason.

    The account to be confirmed is the first by somebody whom it concerns, else the first of all.
    """
    telling = [one for one in told if one.party is not None and one.row.event.status in _TELLS]
    concerned = {
        p.code.split()[0] for one in told for p in (*one.row.event.actors, *one.row.event.recipients) if p.code
    }
    first = next((one for one in telling if one.party and one.party.label in concerned), next(iter(telling), None))
    found = []
    for one in telling:
        if one.party is None or first is None or first.party is None or one.row.event.status not in _CONFIRMS:
            continue
        if one.party.side != first.party.side:
            how = "other side" if one.party.label in concerned else "third party"
            found.append((one.party.label, Reason(how, f"{one.account.by} ({one.party.label}) tells it as well", 1.0)))
    return found
