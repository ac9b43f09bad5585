"""What keeps two mentions apart, whatever else they share."""

from trucewatch.resolve.happenings.days import other_days, set_off
from trucewatch.resolve.happenings.facets import Facet
from trucewatch.resolve.happenings.profiles import Profile, Reality
from trucewatch.resolve.happenings.where import elsewhere, same_name

_TOLD_AS_EITHER = frozenset({Facet.WAR, Facet.ATTACK})
"""One account calls it an incident, another one clashes."""
_DIRECTED = frozenset({Facet.ATTACK, Facet.OTHER, Facet.UNDERTAKING})
"""Who did it to whom tells one from another."""


_ONCE = frozenset({Facet.ATTACK, Facet.OCCASION, Facet.OTHER})
"""What a page tells as done it does not tell as planned as well: that is the next one."""


def apart(one: Profile, other: Profile) -> str | None:
    """Why the two cannot be one happening; None where they can."""
    if one.facet is not other.facet and not {one.facet, other.facet} <= _TOLD_AS_EITHER:
        return f"one tells of {one.facet}, one of {other.facet}"
    if one.facet is not other.facet and _war_over(one, other):
        return "one tells of the end of a war"
    if one.facet is Facet.STANDING:
        return "an effort that goes on is no one occasion"
    if one.known and other.known and one.known != other.known:
        return f"one tells of the {one.known}, one of the {other.known}"
    if other_days(one, other):
        return "told of different days"
    if set_off(one, other) or set_off(other, one):
        return "one is told from the other by its year"
    if elsewhere(one, other):
        return "told of different places"
    if {one.by_phone, other.by_phone} == {True, False} and one.page == other.page:
        return "one tells of a call, one of a meeting"
    return _by_parties(one, other) or _by_state(one, other) or _by_round(one, other)


def _by_parties(one: Profile, other: Profile) -> str | None:
    named = one.parties & other.setting or other.parties & one.setting
    if one.states and other.states and not one.states & other.states and not named:
        return "no party in common"
    if one.facet not in _DIRECTED or not (one.actors and other.actors) or one.actors & other.actors:
        return None
    if one.facet is not Facet.ATTACK:
        return "done by others"
    turned = one.actors & other.recipients and other.actors & one.recipients
    return "each has the other side attack" if turned and not same_name(one, other) else None


def _by_state(one: Profile, other: Profile) -> str | None:
    """A wish is not its fulfilment, and a plan for later is not what happened before."""
    told = {one.reality, other.reality}
    if told == {Reality.REAL, Reality.WISH}:
        return "one is told as wished for only"
    if Reality.NOT in told and len(told) > 1 and not (one.exact and other.exact):
        return "one is told as not so"
    if told == {Reality.REAL, Reality.PLAN}:
        plan, real = (one, other) if one.reality is Reality.PLAN else (other, one)
        if not _retold(plan) and (_before(real, plan) if plan.page != real.page else real.facet in _ONCE):
            return "one is still to come when the other is done"
    if one.facet is Facet.OBSERVANCE and one.page != other.page and not (one.known and one.known == other.known):
        return "a state of things told at different times"
    return None


def _war_over(one: Profile, other: Profile) -> bool:
    war = one if one.facet is Facet.WAR else other
    return war.ended and not war.begun


def _retold(plan: Profile) -> bool:
    return plan.backshifted or plan.background or plan.known is not None


def _before(real: Profile, plan: Profile) -> bool:
    """Whether the one was done before the page that still plans the other."""
    done = real.when.last if real.when else real.published
    return done is not None and plan.published is not None and done < plan.published


def _by_round(one: Profile, other: Profile) -> str | None:
    if one.round and other.round and one.round != other.round:
        return f"the {one.round} and the {other.round} of several"
    return None
