"""The view of persons, offices and bodies across pages."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.store.samples import KELER, KELLER, REGISTER, SPEECHES, captured, fill
from trucewatch.errors import UsageError
from trucewatch.record.asked import Scope, Sought
from trucewatch.record.mentions import SpeakerType
from trucewatch.record.pages import Captured, Given
from trucewatch.resolve import PeopleJoiner, States
from trucewatch.store import open_store
from trucewatch.views.entity_rows import PersonListRow
from trucewatch.views.people import people
from trucewatch.views.rows import Rows

JOINER = PeopleJoiner(States(()))


def shown(
    folder: Path,
    pages: Sequence[Captured],
    sought: Sought | None = None,
    scope: Scope | None = None,
    id_: str | None = None,
) -> Rows[PersonListRow]:
    store = open_store(str(folder / "k.db"), REGISTER, create=True)
    fill(store, pages)
    with store.reader() as reader:
        return people(reader, scope or Scope(), sought or Sought(), JOINER, id_)


def test_people_are_gathered_under_all_their_spellings(tmp_path: Path) -> None:
    found = shown(tmp_path, SPEECHES)
    assert [(r.name, r.statements) for r in found.rows] == [
        ("Anna Keller", 2),
        ("Border Guard", 1),
        ("Áron Keller", 1),
    ]
    anna = found.rows[0]
    assert (anna.type, anna.direct, anna.pages) == ("person", 1, 2)
    assert (anna.outlets, anna.on_behalf) == (("Harbour Post", "Telix"), ("Norland",))
    assert [o.title for o in anna.offices] == ["Foreign Minister", "Minister"]
    assert set(anna.spellings) == {"Anna Keller", "ANNA KELER"}
    assert (anna.first, anna.last) == ("2031-05-01", "2031-06-02")
    texts = {p.page.id: p.data.decode() for p in SPEECHES}
    assert {e.page for e in anna.evidence} == {KELLER.page.id, KELER.page.id}
    assert all(texts[e.page][e.start : e.end] == e.quote for row in found.rows for e in row.evidence)


def test_a_join_says_why(tmp_path: Path) -> None:
    [join] = shown(tmp_path, SPEECHES).rows[0].joined
    assert {join.one, join.other} == {"Anna Keller", "ANNA KELER"}
    assert join.score > 0.9
    assert join.why[0].feature == "spelling"


def test_conditions_scope_and_limit_narrow(tmp_path: Path) -> None:
    cut = shown(tmp_path, SPEECHES, scope=Scope(limit=1))
    assert (len(cut.rows), cut.total, cut.cut) == (1, 3, True)
    bodies = shown(tmp_path, (), Sought(types=(SpeakerType.BODY,)))
    assert [r.name for r in bodies.rows] == ["Border Guard"]
    assert [r.statements for r in shown(tmp_path, (), Sought(speaker="anna"), Scope(outlets=("hp",))).rows] == [1]
    assert shown(tmp_path, (), scope=Scope(until="2030")).rows == ()
    assert [r.statements for r in shown(tmp_path, (), Sought(speaker="anna"), Scope(as_of="2031-05-04")).rows] == [1]


def test_a_person_is_found_by_any_spelling_and_office(tmp_path: Path) -> None:
    for words in ("keler", "Anna Keller", "foreign minister", "Norland anna"):
        assert shown(tmp_path, SPEECHES, Sought(speaker=words)).rows[0].name == "Anna Keller"
    assert shown(tmp_path, (), Sought(speaker="")).rows == ()


def test_an_id_is_that_of_the_earliest_mention_and_later_pages_leave_it(tmp_path: Path) -> None:
    first = shown(tmp_path, [KELLER]).rows[0]
    assert first.id.startswith(KELLER.page.id[:8])
    both = shown(tmp_path, [KELER])
    assert [r.id for r in both.rows if r.name == "Anna Keller"] == [first.id]
    for id_ in (first.id, first.id[:12]):
        [row] = shown(tmp_path, (), id_=id_).rows
        assert row.statements == 2
    with pytest.raises(UsageError, match="nobody's id"):
        shown(tmp_path, (), id_="12345678")
    with pytest.raises(UsageError, match="several"):
        shown(tmp_path, (), id_=KELER.page.id[:8])


def test_two_bodies_of_one_name_are_told_apart_by_whom_they_act_for(tmp_path: Path) -> None:
    body = "Ministries\n@Defence Ministry//{state}@ (said): «No»"
    pages = [captured(body.replace("{state}", state), state, Given("HP")) for state in ("Norland", "Sudland")]
    found = {(row.name, row.on_behalf) for row in shown(tmp_path, pages).rows}
    assert found == {("Defence Ministry", ("Norland",)), ("Defence Ministry", ("Sudland",))}


def test_what_several_said_together_counts_for_each(tmp_path: Path) -> None:
    lines = "@Anna Keller and Jon Harl/Ministers/Norland@ (said): «We agree»\n@Jon Harl/envoy/Norland@ (said): «I left»"
    page = captured(f"Together\n{lines}\n@Labour and Health//Norland@ (said): «Ours»")
    rows = shown(tmp_path, [page]).rows
    assert {(row.name, row.statements, tuple(o.title for o in row.offices)) for row in rows} == {
        ("Jon Harl", 2, ("envoy",)),
        ("Anna Keller", 1, ()),
        ("Labour and Health", 1, ()),
    }, "a body may have an and in its name"


def test_all_passages_stand_in_a_row_of_few_pages(tmp_path: Path) -> None:
    lines = "\n".join(f"@Ann Orr/envoy/@ (said): «Number {n}»" for n in range(40))
    [row] = shown(tmp_path, [captured(f"Many words\n{lines}")]).rows
    assert (row.statements, len(row.evidence)) == (40, 40)
