"""The chain that a statement came through: the outlet, the agency that it relays, the interview."""

import re

from trucewatch.record.mentions import Statement
from trucewatch.record.resolved import RelayedFrom
from trucewatch.record.spans import Range
from trucewatch.resolve.speakers.page import PageView
from trucewatch.resolve.speakers.spelling import fold, initials

_DATELINE = 160
"""Code points at the start of the reporting in which a relay speaks for the whole page."""
_INTERVIEW = re.compile(r"\b(?:interview|conversation) (?:with|to|for|by) (.{2,60})$")
_NEWS = re.compile(
    r"\b(?:agency|newspaper|news|tv|television|radio|channel|magazine|daily|broadcaster|times|post)\b", re.I
)


class Chain:
    """The names through which one page's statements came."""

    def __init__(self, view: PageView) -> None:
        page = view.page
        sourcing = page.sourcing
        self._outlet = (sourcing.outlet.name if sourcing and sourcing.outlet else None) or page.article.outlet
        self._relays = [(_proper(r), r.as_written, r.at) for r in sourcing.relayed] if sourcing else []
        reporting = page.text.reporting()
        head = [b for b in reporting if b.role.value in ("dateline", "paragraph")]
        self._lead = range(head[0].start + _DATELINE) if head else range(0)
        self._blocks = [Range(b.start, b.end) for b in reporting]

    def via(self, statement: Statement) -> tuple[str, ...]:
        """The chain of one statement, nearest first; names only, none twice, never the speaker."""
        names = [self._outlet] if self._outlet else []
        names += [name for name, _, at in self._relays if self._concerns(at, statement)]
        names += self._told_to(statement)
        own = fold(statement.speaker.name) if statement.speaker else ""
        distinct = {fold(name): name for name in reversed(names)}
        order = sorted(distinct, key=[fold(n) for n in names].index)
        short = initials(statement.speaker.name.split()) if statement.speaker else frozenset()
        return tuple(distinct[key] for key in order if key != own and distinct[key].upper() not in short)

    def _concerns(self, at: Range | None, statement: Statement) -> bool:
        """True for a relay that the page states as a whole, or beside the statement."""
        if at is None or (at.start in self._lead and not self._in_passage(at, statement)) or self._outside(at):
            return at is None or self._is_dateline(at) or self._outside(at)
        return self._in_passage(at, statement)

    def _is_dateline(self, at: Range) -> bool:
        return at.start in self._lead and at.end - at.start < 30

    @staticmethod
    def _in_passage(at: Range, statement: Statement) -> bool:
        return statement.passage.start <= at.start < statement.passage.end

    def _outside(self, at: Range) -> bool:
        return not any(b.start <= at.start < b.end for b in self._blocks)

    def _told_to(self, statement: Statement) -> list[str]:
        """The outlet that was told, or that held the interview, by the relays' names where one of them is meant."""
        found = [statement.addressee] if statement.addressee else []
        if statement.venue and (match := _INTERVIEW.search(statement.venue)) is not None:
            found.append(match.group(1))
        return [name for told in found if (name := self._outlet_of(told)) is not None]

    def _outlet_of(self, told: str) -> str | None:
        for name, written, _ in self._relays:
            if fold(told) in (fold(name), fold(written)) or fold(name) in fold(told).split():
                return name
        return told if _NEWS.search(told) and told[:1].isupper() else None


def _proper(relay: RelayedFrom) -> str:
    """The relayed outlet's name; as written where no more than a common word is left of it: "state television"."""
    name = relay.outlet.name
    return name if any(c.isupper() or c.isdigit() for c in name) else relay.as_written.removeprefix("the ")
