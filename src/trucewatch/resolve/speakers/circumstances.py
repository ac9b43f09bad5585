"""Venue, addressee and day of each statement, carried on where the text is plainly one occasion."""

from bisect import bisect_left
from dataclasses import replace

from trucewatch.record.mentions import Said, SaidGrounds, Statement
from trucewatch.record.spans import Range
from trucewatch.record.texts import Role
from trucewatch.resolve.speakers.addressees import addressee_of
from trucewatch.resolve.speakers.cast import Cast
from trucewatch.resolve.speakers.chain import Chain
from trucewatch.resolve.speakers.clause import Clause, clause_of
from trucewatch.resolve.speakers.occasions import by_addressee, is_bare, occasion_in, same_kind
from trucewatch.resolve.speakers.page import PageView
from trucewatch.resolve.speakers.said import Times, said_on, times_of

CARRIED = 6
"""Sentences over which an occasion is carried to the next statement of the same speaker."""
_BACK = frozenset("had previously earlier once".split())
_MADE = frozenset("make deliver give issue".split())
_REMARKS = frozenset("remark comment statement announcement speech".split())


class Circumstances:
    """Finds where, to whom and when the statements of one page were made."""

    def __init__(self, view: PageView, cast: Cast) -> None:
        self._view, self._cast = view, cast
        self._times = times_of(view)
        self._starts = [span.start for span, _ in self._times]
        self._timed = frozenset(i for span, _ in self._times for i in span)

    def fill(self, statements: list[Statement]) -> tuple[Statement, ...]:
        """The statements with what their own clauses say, then with what is carried; `via` comes last."""
        own = [self._own(s) for s in statements]
        order = sorted(range(len(own)), key=lambda n: (self._sentence(own[n]), n))
        remarks = self._remarks()
        for number in order:
            own[number] = self._remarked(own[number], remarks)
        self._carry(own, order)
        chain = Chain(self._view)
        return tuple(replace(s, via=chain.via(s)) for s in own)

    def _sentence(self, statement: Statement) -> int:
        return self._view.sentence_at(statement.passage.start) or 0

    def _near_times(self, clause: Clause) -> Times:
        if not clause.words:
            return []
        start = bisect_left(self._starts, clause.words[0].index)
        stop = bisect_left(self._starts, clause.words[-1].index + 1)
        return self._times[start:stop]

    def _own(self, statement: Statement) -> Statement:
        clause = clause_of(self._view, statement.attribution)
        if not clause.words:
            return statement
        addressee = addressee_of(self._view, self._cast, statement.attribution, clause, self._timed)
        venue = occasion_in(self._view, self._cast, clause, self._timed)
        if venue is not None and venue.endswith("interview") and addressee is not None:
            venue = f"{venue} with {addressee}"
        venue = venue or by_addressee(addressee, clause.verb)
        day = said_on(self._view, clause, self._near_times(clause))
        return replace(statement, addressee=addressee, venue=venue, said_on=day)

    def _remarks(self) -> dict[int, tuple[str, str | None]]:
        """Sentences such as "Keller made the remark at a press conference": the occasion, and whose remark it was."""
        found: dict[int, tuple[str, str | None]] = {}
        for token in self._view.tokens:
            if token.lemma not in _REMARKS or token.head is None or token.label not in ("obj", "nsubj:pass"):
                continue
            verb = self._view.tokens[token.head]
            if verb.lemma not in _MADE:
                continue
            span = self._view.sentences[token.sentence]
            words = self._view.tokens[token.index + 1 : min(span.stop, token.index + 61)]
            clause = Clause(words, frozenset({verb.index}), frozenset(), verb)
            venue = occasion_in(self._view, self._cast, clause, self._timed)
            person = next((p.name for m, p in self._cast.persons_before(verb.index, 1) if m >= span.start), None)
            if venue is not None:
                found[token.sentence] = venue, person
        return found

    def _remarked(self, statement: Statement, remarks: dict[int, tuple[str, str | None]]) -> Statement:
        """The statement with the occasion that one of the next two sentences gives for it."""
        if statement.venue is not None or statement.speaker is None:
            return statement
        last = self._view.sentence_at(statement.passage.end - 1) or 0
        for number in (last + 1, last + 2):
            venue, person = remarks.get(number, (None, None))
            if venue is not None and person in (None, statement.speaker.name):
                return replace(statement, venue=venue)
        return statement

    def _carry(self, own: list[Statement], order: list[int]) -> None:
        last: dict[str, Statement] = {}
        waiting: dict[str, list[int]] = {}
        fuller: list[str] = []
        for number in order:
            statement = own[number]
            if statement.speaker is None:
                continue
            name = statement.speaker.name
            before = last.get(name)
            near = before is not None and self._sentence(statement) - self._sentence(before) <= CARRIED
            if before is not None and near and not self._looks_back(statement):
                statement = own[number] = _continued(before, statement)
            statement = own[number] = self._spelt_out(statement, fuller)
            last[name] = statement
            if statement.venue is not None and not is_bare(statement.venue):
                fuller.append(statement.venue)
                last.update(dict.fromkeys(self._interviewed(statement), statement))
            if statement.venue is None and self._is_head(statement.passage):
                waiting.setdefault(name, []).append(number)
            elif statement.venue is not None:
                for earlier in waiting.pop(name, []):
                    own[earlier] = replace(own[earlier], venue=statement.venue)

    @staticmethod
    def _spelt_out(statement: Statement, fuller: list[str]) -> Statement:
        """A bare "interview" is the last one on the page that was told in full."""
        bare = statement.venue
        if bare is None or not is_bare(bare):
            return statement
        return replace(statement, venue=next((f for f in reversed(fuller[-4:]) if same_kind(bare, f)), bare))

    def _interviewed(self, statement: Statement) -> list[str]:
        """Whoever else is named where an interview is: "in an interview with the Courier Keller was asked"."""
        if statement.venue is None or not statement.venue.startswith("interview"):
            return []
        words = self._view.within(statement.passage)
        return [p.name for _, p in self._cast.persons_in(words.start, words.stop - 1)] if words else []

    def _looks_back(self, statement: Statement) -> bool:
        """True for what was said before: "had announced", "has previously said"."""
        words = {w.lower() for r in statement.attribution.cue for w in r.of(self._view.text).split()}
        return bool(words & _BACK)

    def _is_head(self, at: Range) -> bool:
        block = self._view.block_at(at.start)
        lead = next((b for b in self._view.page.text.blocks if b.role is Role.PARAGRAPH), None)
        return block is not None and (block.role in (Role.HEADLINE, Role.DECK) or block == lead)


def _continued(before: Statement, statement: Statement) -> Statement:
    """The statement with venue and day of the one before, where its own words give no others."""
    if statement.venue is not None and before.venue is None:
        return statement
    if statement.venue is not None and before.venue is not None:
        if is_bare(statement.venue) and same_kind(statement.venue, before.venue):
            statement = replace(statement, venue=before.venue)
        elif statement.venue != before.venue:
            return statement
    if statement.said_on is not None and before.said_on is not None and statement.said_on.value != before.said_on.value:
        return statement
    day = statement.said_on or (Said(before.said_on.value, SaidGrounds.CARRIED) if before.said_on else None)
    return replace(statement, venue=statement.venue or before.venue, said_on=day)
