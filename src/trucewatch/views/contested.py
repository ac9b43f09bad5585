"""What is contested: accounts that cannot all be true, or that judge one thing differently, side by side."""

from dataclasses import dataclass, replace

from trucewatch.record.blocking import days_of
from trucewatch.record.contested import Claim, Contest, ContestFinder, Difference
from trucewatch.record.folding import fold
from trucewatch.record.happenings import Joiner
from trucewatch.record.protocols import Reader, Scope, Sought, SoughtEvents
from trucewatch.views.register_rows import ContestedAccount, ContestedListRow
from trucewatch.views.rows import Rows

MOST = 20_000
"""Events and statements that are compared, the earliest; a larger record is narrowed by outlet or by --as-of."""


@dataclass(frozen=True, slots=True)
class SoughtContests:
    """Which contests are meant; None is no condition."""

    difference: Difference | None = None
    by: str | None = None
    """Words of the name of somebody who gives one of the accounts."""
    about: str | None = None
    """Words that one of the accounts, or the topic, holds."""


def contested(
    reader: Reader, scope: Scope, sought: SoughtContests, joiner: Joiner, finder: ContestFinder
) -> Rows[ContestedListRow]:
    """Accounts that differ, in the order of days, undated ones last."""
    seen = replace(scope, since=None, until=None, limit=MOST)
    told, said = reader.events(seen, SoughtEvents()), reader.statements(seen, Sought())
    cut = told.total > len(told.rows) or said.total > len(said.rows)
    found = finder.contests(joiner.happenings(told.rows, reader, seen), said.rows)
    rows = [_row(contest) for contest in found if _within(contest, scope) and _meant(contest, sought)]
    kept = tuple(rows[: scope.limit] if scope.limit else rows)
    return Rows(kept, cut=cut or len(kept) < len(rows), total=len(rows), counted=not cut)


def _within(contest: Contest, scope: Scope) -> bool:
    """Whether it is of a day within the scope, or one of its accounts was published on one."""
    days = [contest.day, *(claim.evidence.published for claim in contest.claims)]
    if scope.since is None and scope.until is None:
        return True
    since, until = days_of(scope.since)[0], days_of(scope.until)[1]
    edges = [edge for edge in map(days_of, days) if edge[0] is not None and edge[1] is not None]
    return any((until is None or str(a) <= until) and (since is None or str(b) >= since) for a, b in edges)


def _meant(contest: Contest, sought: SoughtContests) -> bool:
    if sought.difference is not None and contest.difference is not sought.difference:
        return False
    if sought.by is not None and not any(_holds(claim.by, sought.by) for claim in contest.claims):
        return False
    words = " ".join((contest.topic, *(claim.evidence.quote for claim in contest.claims)))
    return sought.about is None or _holds(words, sought.about)


def _holds(words: str, wanted: str) -> bool:
    asked = set(fold(wanted))
    return bool(asked) and asked <= set(fold(words))


def _row(contest: Contest) -> ContestedListRow:
    passages = tuple(dict.fromkeys(claim.evidence for claim in contest.claims))
    return ContestedListRow(
        date=contest.day,
        topic=contest.topic,
        difference=contest.difference.value,
        accounts=tuple(map(_account, contest.claims)),
        pages=len({passage.page for passage in passages}),
        evidence=passages,
    )


def _account(claim: Claim) -> ContestedAccount:
    found = claim.evidence
    return ContestedAccount(claim.by, claim.says, claim.differs, claim.mention, found.outlet, found.published, (found,))
