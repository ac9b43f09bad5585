"""Two atoms compared: how sure it is that they are one person, and why; or that they cannot be."""

from dataclasses import dataclass

from trucewatch.record.joined import Reason
from trucewatch.resolve.entities.atoms import Atom
from trucewatch.resolve.entities.contexts import Context
from trucewatch.resolve.entities.names import likeness
from trucewatch.resolve.entities.principals import contradict

JOINED = 0.85
"""Least score of two that are one."""
NEAR = 0.6
"""Least score of two that a reviewer should look at."""

_SAME_PRINCIPAL, _SAME_POST, _LIKE_POST = 0.15, 0.1, 0.05


@dataclass(frozen=True, slots=True)
class Compared:
    """What came of it."""

    score: float
    why: tuple[Reason, ...]
    never: bool = False
    """True where they cannot be one, whatever else speaks for it."""

    @property
    def joined(self) -> bool:
        """Whether they are held to be one."""
        return self.score >= JOINED and not self.never


def compare(a: Atom, b: Atom) -> Compared | None:
    """What speaks for one bearer; None where the names themselves speak against it."""
    if a.actor is not None and b.actor is not None:
        if a.actor != b.actor:
            return None
        return Compared(1.0, (Reason("dossier", f"the dossier has both as {a.actor}", 1.0),))
    alike = likeness(a.name, b.name)
    if alike is None:
        return None
    why = (alike.reason, *common(a.context, b.context))
    score = min(1.0, sum(reason.weight for reason in why))
    if contradict(a.context.principals, b.context.principals):
        against = Reason("principal", f"{_named(a.context)} and {_named(b.context)} are not one", -1.0)
        return Compared(score, (*why, against), never=True)
    return Compared(score, why)


def common(a: Context, b: Context) -> tuple[Reason, ...]:
    """What two contexts share."""
    found = []
    keys = {p.key for p in a.principals} & {p.key for p in b.principals}
    if keys:
        names = sorted({p.name for p in a.principals | b.principals if p.key in keys})
        found.append(Reason("principal", f"both act for {names[0]}", _SAME_PRINCIPAL))
    if posts := a.posts & b.posts:
        found.append(Reason("office", f"both {min(posts)[0]} of it", _SAME_POST))
    elif (named := a.named & b.named) and keys:
        found.append(Reason("office", f"both {min(named)}", _SAME_POST))
    elif named:
        found.append(Reason("office", f"both {min(named)}", _LIKE_POST))
    return tuple(found)


def _named(of: Context) -> str:
    return " and ".join(sorted(p.name for p in of.principals if p.known))
