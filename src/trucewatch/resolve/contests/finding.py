"""Happenings and statements -> contests: every rule is asked, and what tells of one thing is lined up once."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from trucewatch.record.contested import Claim, Contest
from trucewatch.record.happenings import Happening, mention_of
from trucewatch.record.protocols import EventRow, StatementRow
from trucewatch.resolve.contests.beside import beside
from trucewatch.resolve.contests.causes import spoken_causes, told_causes
from trucewatch.resolve.contests.denying import denials
from trucewatch.resolve.contests.judging import judgements
from trucewatch.resolve.contests.within import within

_MOST = 60
"""Mentions ahead on a page that one is compared with."""


class ContestRegister:
    """Lines up accounts that differ."""

    def contests(self, told: Sequence[Happening], said: Sequence[StatementRow]) -> list[Contest]:
        """What is contested among these happenings and statements, in the order of days, undated ones last."""
        found = _merged([*self._across(told), *self._on_pages(told, said)])
        return sorted(
            found, key=lambda c: (c.day is None, c.day or "", c.topic, c.difference, c.claims[0].evidence.page)
        )

    def _across(self, told: Sequence[Happening]) -> Iterator[Contest]:
        for happening in told:
            yield from within(happening)
        yield from told_causes(told)

    def _on_pages(self, told: Sequence[Happening], said: Sequence[StatementRow]) -> Iterator[Contest]:
        pages: dict[str, list[EventRow]] = defaultdict(list)
        home = {mention_of(row): happening.id for happening in told for row in happening.mentions}
        for row in {mention_of(row): row for happening in told for row in happening.mentions}.values():
            pages[row.page].append(row)
        statements: dict[str, list[StatementRow]] = defaultdict(list)
        for spoken in said:
            statements[spoken.page].append(spoken)
        for page, rows in pages.items():
            rows.sort(key=lambda r: (r.event.passage, r.event.trigger, r.event.rule))
            yield from self._on_page(rows, statements[page], home)

    def _on_page(
        self, rows: Sequence[EventRow], said: Sequence[StatementRow], home: dict[str, str]
    ) -> Iterator[Contest]:
        for at, one in enumerate(rows):
            for other in rows[at + 1 : at + 1 + _MOST]:
                if home[mention_of(one)] != home[mention_of(other)]:
                    yield from beside(one, other)
        yield from denials(rows)
        yield from judgements(rows)
        yield from spoken_causes(rows, said)


def _merged(contests: Sequence[Contest]) -> list[Contest]:
    """Contests of one kind that share an account are one: its topic and day are those of the first."""
    homes: dict[tuple[str, str, int], int] = {}
    groups: list[list[Contest]] = []
    for contest in contests:
        spots = [(contest.difference.value, c.evidence.page, c.evidence.start) for c in contest.claims]
        met = sorted({homes[spot] for spot in spots if spot in homes})
        group = met[0] if met else len(groups)
        if not met:
            groups.append([])
        for other in met[1:]:
            groups[group] += groups[other]
            homes.update({spot: group for spot, home in homes.items() if home == other})
            groups[other] = []
        groups[group].append(contest)
        homes.update(dict.fromkeys(spots, group))
    return [_one(group) for group in groups if group]


def _one(group: Sequence[Contest]) -> Contest:
    claims: dict[tuple[str, str, int, str], Claim] = {}
    for contest in group:
        for claim in contest.claims:
            claims.setdefault((claim.by, claim.evidence.page, claim.evidence.start, claim.differs), claim)
    ordered = sorted(
        claims.values(), key=lambda c: (c.evidence.published or "9999", c.evidence.page, c.evidence.start, c.by)
    )
    first = group[0]
    return Contest(first.topic, first.difference, tuple(ordered), min((c.day for c in group if c.day), default=None))
