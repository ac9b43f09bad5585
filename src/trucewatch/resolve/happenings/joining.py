"""Happenings out of mentions: a function of what may be seen, evaluated when it is asked for."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from trucewatch.record.happenings import Happening, Told, mention_of, order_of
from trucewatch.record.joined import NO_RULINGS, Join, Rulings
from trucewatch.record.protocols import EventRow, Scope
from trucewatch.resolve.happenings.field import Field
from trucewatch.resolve.happenings.grouping import Edge, Nature, grouped

NEAR_MISSES = 20
"""Near misses that a happening shows, the nearest first."""


class HappeningJoiner:
    """Joins mentions that tell of one happening, by the rules in this room and what reviewers ruled."""

    def __init__(self, rulings: Rulings = NO_RULINGS) -> None:
        self._rulings = rulings

    def happenings(self, of: Sequence[EventRow], told: Told, scope: Scope) -> list[Happening]:
        """The happenings that these mentions belong to, each once, in the order of their first mention in `of`."""
        field = Field(told, scope, self._rulings)
        field.grow(of)
        edges = field.edges()
        groups = grouped(field.reached, edges, _nature(field, self._rulings))
        home = {id_: group for group in groups for id_ in group}
        wanted = dict.fromkeys(home[mention_of(row)] for row in of)
        joins, near = _within(wanted, edges, field, home), _beside(wanted, field, home, self._rulings)
        return [
            Happening(
                tuple(sorted((field.rows[id_] for id_ in group), key=order_of)),
                joins.get(group, ()),
                near.get(group, ()),
            )
            for group in wanted
        ]


def _nature(field: Field, rulings: Rulings) -> Nature:
    profiles = {id_: field.profile(id_) for id_ in field.reached}
    firm = frozenset(id_ for id_ in profiles if field.firm(id_))
    return Nature({id_: p.page for id_, p in profiles.items()}, firm, field.apart, rulings)


def _within(
    wanted: Collection[frozenset[str]], edges: Iterable[Edge], field: Field, home: dict[str, frozenset[str]]
) -> dict[frozenset[str], tuple[Join, ...]]:
    """For each group the surest joins that hold it together: each mention's best."""
    best: dict[str, Edge] = {}
    for edge in sorted(edges, key=lambda e: (-e.score, e.one, e.other)):
        if home[edge.one] is home[edge.other]:
            best.setdefault(edge.one, edge)
            best.setdefault(edge.other, edge)
    found: dict[frozenset[str], tuple[Join, ...]] = {}
    for group in wanted:
        kept = {(-e.score, e.one, e.other) for id_ in group if (e := best.get(id_)) is not None}
        found[group] = tuple(field.join(one, other) for _, one, other in sorted(kept))
    return found


def _beside(
    wanted: Collection[frozenset[str]], field: Field, home: dict[str, frozenset[str]], rulings: Rulings
) -> dict[frozenset[str], tuple[Join, ...]]:
    """For each group the pairs with a mention outside it that nothing keeps apart, and that are one or nearly.

    A mention that a reviewer has ruled apart from any of the group is not proposed again.
    """
    meant = {id(group) for group in wanted}
    ruled: dict[str, set[str]] = defaultdict(set)
    for one, other in rulings.apart:
        ruled[one].add(other)
        ruled[other].add(one)
    found: dict[frozenset[str], list[Join]] = defaultdict(list)
    for join in field.near():
        groups = [g for id_ in (join.one, join.other) if (g := home.get(id_)) is not None]
        if len(groups) == 2 and groups[0] is groups[1]:
            continue
        for group in groups:
            outside = join.other if join.one in group else join.one
            if id(group) in meant and ruled.get(outside, set()).isdisjoint(group):
                found[group].append(join)
    return {
        group: tuple(sorted(joins, key=lambda j: (-j.score, j.one, j.other))[:NEAR_MISSES])
        for group, joins in found.items()
    }
