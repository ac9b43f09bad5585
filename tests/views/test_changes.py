"""What became known in a period and what changed by it."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.contracts.test_store_copies import DAYS, REPORT, fill, page
from tests.store.samples import REGISTER
from trucewatch.errors import UsageError
from trucewatch.record.happenings import Happening, Told, mention_of, order_of
from trucewatch.record.kept import Decision, DecisionKind, Thing
from trucewatch.record.pages import Captured
from trucewatch.record.protocols import EventRow, Reader, Scope, SoughtEvents, Store
from trucewatch.record.world import World
from trucewatch.resolve import PeopleJoiner, States
from trucewatch.resolve.origins.corroboration import Corroborations
from trucewatch.store import open_store
from trucewatch.views.changes import Change, ChangeRow, Means, Period, changes


class ByTrigger:
    """Holds all that is told in one word to be one."""

    def happenings(self, of: Sequence[EventRow], told: Told, scope: Scope) -> list[Happening]:
        reader = cast(Reader, told)  # the view hands its reader in
        rows = reader.events(Scope(as_of=scope.as_of, limit=0), SoughtEvents()).rows
        found = dict.fromkeys(row.trigger for row in of)
        return [Happening(tuple(sorted((r for r in rows if r.trigger == trigger), key=order_of))) for trigger in found]


MEANS = Means(ByTrigger(), PeopleJoiner(States(())), Corroborations(World()))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(str(tmp_path / "record.db"), REGISTER, create=True)


def told(line: str, day: str | None, outlet: str = "Harbour Post") -> Captured:
    return page(f"Headline of {day}\n{line}", day, outlet)


PLANNED = told("They #meet/meeting/planned/2031-05//Velmar/# soon.", DAYS[0])
HELD = told("They did #meet/meeting/happened/2031-05-03//Velmar/# at last.", DAYS[2], "Telix")


def known(store: Store, since: str, until: str, *kinds: Change, scope: Scope | None = None) -> tuple[ChangeRow, ...]:
    with store.reader() as reader:
        return changes(reader, Period.of(since, until), scope or Scope(limit=0), MEANS, kinds).rows


def test_a_plan_that_was_carried_out_is_a_change_and_no_new_event(store: Store) -> None:
    fill(store, [HELD, PLANNED])
    rows = known(store, DAYS[1], DAYS[3], Change.NEW_EVENT, Change.EVENT)
    assert [(r.kind, r.what, r.before, r.after) for r in rows] == [
        ("event", "date", "2031-05", "2031-05-03"),
        ("event", "status", "planned", "happened"),
    ]
    assert {r.day for r in rows} == {DAYS[2]}
    assert [e.page for e in rows[0].evidence] == [HELD.page.id, PLANNED.page.id]
    [new] = known(store, DAYS[0], DAYS[1], Change.NEW_EVENT, Change.EVENT)
    assert (new.kind, new.after, new.id) == ("new-event", "planned, 2031-05", rows[0].id)


@pytest.mark.parametrize(
    ("since", "until", "count"),
    [
        (DAYS[0], DAYS[0], 1),
        (DAYS[1], DAYS[1], 0),
        ("2031-05", "2031-05", 1),
        ("2030", "2031-04", 0),
        ("2031", "2031", 1),
    ],
)
def test_both_days_are_of_the_period(store: Store, since: str, until: str, count: int) -> None:
    fill(store, [PLANNED])
    assert len(known(store, since, until, Change.NEW_EVENT)) == count


def test_a_page_that_corrects_an_earlier_one_shows_both_accounts(store: Store) -> None:
    wrong = told("It was #hit/fighting/happened/2031-05-01//Orrin/#.", DAYS[0], "Telix")
    right = told("It was #hit/fighting/happened/2031-04-30//Velmar/#.", DAYS[1], "Telix")
    fill(store, [right, wrong])
    found = {r.what: (r.before, r.after) for r in known(store, DAYS[1], DAYS[1], Change.EVENT)}
    assert found == {"place": ("Orrin", "Velmar"), "date": ("2031-05-01", "2031-04-30")}


def test_what_is_told_again_alike_is_said_once(store: Store) -> None:
    again = told("Now they did #meet/meeting/happened/2031-05-03//Velmar/# again.", DAYS[3], "Courier")
    fill(store, [HELD, again])
    [row] = known(store, DAYS[3], DAYS[3], Change.EVENT)
    assert (row.what, row.before, row.after) == ("told again", "told 1 times", "told 2 times")


def test_statements_people_and_copies_become_known(store: Store) -> None:
    first = told(f"{REPORT}\n@Anna Keller/Minister/Norland@ «said so»", DAYS[0], "Telix")
    later = told(f"{REPORT}\n@Anna Keller/Minister/Norland@ «said more»\n@Ole Brandt/Envoy/Sudland@ «agreed»", DAYS[1])
    fill(store, [later, first])
    rows = known(store, DAYS[1], DAYS[1])
    of = {kind: [r for r in rows if r.kind == kind] for kind in ("statement", "person", "relay")}
    assert [r.subject for r in of["statement"]] == ["Anna Keller: said more", "Ole Brandt: agreed"]
    assert [r.subject for r in of["person"]] == ["Ole Brandt"], "the other was known before"
    assert [(r.what, r.subject, r.page) for r in of["relay"]] == [("reuse", "Telix", later.page.id)]
    assert all(r.evidence and r.evidence[0].page == r.page for r in rows)


def test_decisions_stand_under_the_day_they_were_filed(store: Store) -> None:
    fill(store, [PLANNED])
    with store.writer() as writer:
        note = Decision(
            DecisionKind.NOTE, (PLANNED.page.id,), "Ada", "2031-06-02T10:00:00+00:00", "checked", thing=Thing.PAGE
        )
        assert writer.decide(replace(note, pages=(PLANNED.page.id,))) is not None
    [row] = known(store, "2031-06-02", "2031-06-02")
    assert (row.kind, row.what, row.subject, row.page) == ("decision", "note", "checked", None)
    assert known(store, "2031-06-03", "2031-06-04") == ()


def test_outlet_and_limit_narrow(store: Store) -> None:
    fill(store, [PLANNED, HELD])
    for name, days in (("Telix", {DAYS[2]}), ("Harbour Post", {DAYS[0]}), ("Courier", set())):
        of_outlet = Scope(outlets=(name,), limit=0)
        assert {r.day for day in DAYS for r in known(store, day, day, scope=of_outlet)} == days
    fill(store, [told("It was #hit/fighting/happened/2031-05-01//Orrin/#.", DAYS[3])])
    with store.reader() as reader:
        rows = changes(reader, Period.of("2031", "2031"), Scope(limit=1), MEANS)
    assert (len(rows.rows), rows.cut) == (1, True)


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(UsageError, match="ends before it begins"):
        Period.of("2031-05-02", "2031-05-01")
    with pytest.raises(UsageError, match="open part"):
        Period.of("XXXX-05", "2031")


EVENTS = st.sampled_from(["meet", "hit", "swap", "halt"])
PAGES = st.lists(st.tuples(EVENTS, EVENTS, st.sampled_from([*DAYS, None])), min_size=1, max_size=5)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(PAGES, st.sampled_from(DAYS))
def test_every_event_is_new_once_and_later_pages_take_no_part(
    tmp_path_factory: pytest.TempPathFactory,
    made: list[tuple[str, str, str | None]],
    until: str,
) -> None:
    lines = (
        f"So they #{a}/meeting/happened/2031-05-01//Velmar/# and #{b}/fighting/alleged/2031//Orrin/#."
        for a, b, _ in made
    )
    pages = list(
        {p.page.id: p for p in (told(line, day) for line, (_, _, day) in zip(lines, made, strict=True))}.values()
    )

    def opened(some: list[Captured]) -> Store:
        store = open_store(str(tmp_path_factory.mktemp("record") / "record.db"), REGISTER, create=True)
        fill(store, some)
        return store

    whole = opened(pages)
    dated = [p for p in pages if p.given.published]
    seen = opened([p for p in dated if str(p.given.published) <= until][::-1])
    assert known(whole, DAYS[0], until) == known(seen, DAYS[0], until)
    each = [r.id for day in DAYS for r in known(whole, day, day, Change.NEW_EVENT)]
    with whole.reader() as reader:
        rows = reader.events(Scope(as_of=DAYS[-1], limit=0), SoughtEvents()).rows
        all_of_them = {h.id for h in ByTrigger().happenings(rows, reader, Scope(as_of=DAYS[-1]))}
    assert sorted(each) == sorted(all_of_them)
    assert {mention_of(r) for r in rows} >= set(each)
