"""Word classes: what they name of one another is written out once, so that a reader of rules need not."""

from collections.abc import Mapping
from dataclasses import dataclass

from trucewatch.dossiers.codebook.nodes import At, meant
from trucewatch.errors import UsageError
from trucewatch.record.codebook import ANY, NAMES, NUMBER, Rule, WordClass

MAX_TERMS = 20_000
"""Words of one class written out: classes that double one another grow without bound."""
MAX_DEPTH = 50


@dataclass(frozen=True, slots=True)
class Given:
    """A class as its file gives it, with the node of its name."""

    at: At
    terms: tuple[str, ...]


def written_out(given: Mapping[str, Given], inherited: Mapping[str, WordClass]) -> tuple[WordClass, ...]:
    """All classes with the words of the classes that they name.

    A class of an extended codebook is replaced by one of the same name, which may name it: "$arms, bayonet" in `arms`
    adds to what is inherited. Raises UsageError for a class that is not there, or that names itself in a circle.
    """
    done: dict[str, tuple[str, ...]] = {}
    for name in given:
        _write_out(name, given, inherited, done, ())
    rest = (w for name, w in inherited.items() if name not in given)
    return (*rest, *(WordClass(name, terms) for name, terms in done.items()))


def _write_out(
    name: str,
    given: Mapping[str, Given],
    inherited: Mapping[str, WordClass],
    done: dict[str, tuple[str, ...]],
    above: tuple[str, ...],
) -> tuple[str, ...]:
    if name in done:
        return done[name]
    if name in above and name == above[-1] and name in inherited:
        return inherited[name].terms
    if name in above:
        raise given[name].at.error(f"class {name!r} names itself: {' -> '.join((*above[above.index(name) :], name))}")
    if name not in given:
        if name in inherited:
            return inherited[name].terms
        raise given[above[-1]].at.error(f"there is no class {name!r}{meant(name, [*given, *inherited])}")
    if len(above) > MAX_DEPTH:
        raise given[name].at.error(f"classes inside one another more than {MAX_DEPTH} deep")
    terms: dict[str, None] = {}
    for term in given[name].terms:
        inner = _write_out(term[1:], given, inherited, done, (*above, name)) if term.startswith("$") else (term,)
        terms.update(dict.fromkeys(t if t in (*NAMES, ANY, NUMBER) else t.lower() for t in inner))
    if len(terms) > MAX_TERMS:
        raise given[name].at.error(f"class {name!r} has more than {MAX_TERMS} words")
    done[name] = tuple(terms)
    return done[name]


def check_terms(rule: Rule, known: set[str]) -> None:
    """Raises UsageError where a condition of the rule names a class that is not there."""
    for frame in (*rule.frames, *rule.excluded):
        for want in frame:
            for term in want.terms:
                name = term.removeprefix("~")
                if name.startswith("$") and name[1:] not in known:
                    raise UsageError(
                        f"{rule.file}:{rule.line}: rule {rule.id!r} names the class {name!r}, which is not there"
                        f"{meant(name[1:], known)}"
                    )
