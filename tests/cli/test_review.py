"""A review in the terminal, answered line by line."""

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.store.deciding import event, file, on, on_pair
from tests.store.samples import CALM, EVENTS, KELLER, REGISTER, SHELLING, fill, read
from trucewatch.cli.main import cli
from trucewatch.record.kept import DecisionKind, Stands
from trucewatch.record.logged import SoughtDecisions
from trucewatch.record.protocols import Scope, Sought, Store
from trucewatch.store import open_store

PAGE = SHELLING.page.id
Review = Callable[..., Result]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A record with two events and a statement that the software is little sure of."""
    store = open_store(str(tmp_path / "record.db"), REGISTER, create=True)
    fill(store, (*EVENTS, KELLER))
    with store.writer() as writer:
        shelling, keller = (read(kept) for kept in writer.load([PAGE, KELLER.page.id]))
        first, second, third = shelling.events
        said, *others = keller.statements
        sure = replace(said, attribution=replace(said.attribution, score=0.3))
        events = (replace(first, score=0.2), second, replace(third, score=0.1))
        writer.put([replace(shelling, events=events), replace(keller, statements=(sure, *others))])
    return store


@pytest.fixture
def review(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Review:
    """Runs a review with these lines of answers."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, lines: str = "") -> Result:
        called = ["review", "--record", str(tmp_path / "record.db"), "--by", "Ada", *arguments]
        result = CliRunner().invoke(cli, called, input=lines)
        assert result.exit_code == 0, result.output
        return result

    return run


def log(store: Store) -> list[tuple[str, str, str]]:
    with store.reader() as reader:
        rows = reader.log(Scope(), SoughtDecisions()).rows
    return [(r.kind.value, r.state.value, r.decision.why if r.decision else "") for r in reversed(rows)]


def test_the_least_sure_come_first_with_passage_and_reasons(review: Review) -> None:
    shown = review("--kind", "score", lines="q\n").output
    assert "1 of 3. Is this right?" in shown
    assert "words: will meet" in shown
    assert "rule: meeting.made, 0.10 of 1 sure" in shown
    assert "passage: Envoys #met/" in shown
    assert "before: … " in shown
    assert "0 of 3 decided." in shown
    assert "\x1b" not in shown, "no colours"


def test_letters_and_words_decide_and_what_is_decided_does_not_come_back(review: Review, store: Store) -> None:
    done = review("--kind", "score", lines="x\nc\n\nreject\nno such shelling\nk\n").output
    assert "'x' is none of: c confirm, e correct" in done
    assert "2 of 3 decided." in done
    assert log(store) == [("confirm", "applied", "reviewed"), ("reject", "applied", "no such shelling")]
    again = review("--kind", "score", lines="k\n").output
    assert "1 of 1. Is this right?" in again
    assert "«We will not wait»" in again


def test_a_correction_is_asked_for_line_by_line_and_a_slip_can_be_mended(review: Review, store: Store) -> None:
    lines = "e\nstatus=loud\n\n\ne\nstatus=denied\ndate=2031-05-09\n\nthe envoy said so\nq\n"
    done = review("--kind", "score", lines=lines).output
    assert "Not done: event " in done
    assert "'loud' is none of" in done
    assert "1 of 3 decided." in done
    now = event(store, PAGE, "will meet")
    assert (now.status.value, now.date, now.maker) == ("denied", "2031-05-09", "reviewer Ada")


def test_a_note_and_an_addition_leave_the_question_open(review: Review, store: Store) -> None:
    lines = "n\nlook again\na\nstatement\nPost shelled\nspeaker=Lea Orr\n\n\nc\n\nq\n"
    done = review("--kind", "score", lines=lines).output
    assert "1 of 3 decided." in done
    assert [kind for kind, _, _ in log(store)] == ["note", "add", "confirm"]
    with store.reader() as reader:
        [row] = reader.statements(Scope(), Sought(speaker="Orr")).rows
    assert (row.stands, row.words) == (Stands.ADDED, ("Post shelled",))


def test_an_orphan_can_be_moved_to_what_stands_there_now(review: Review, store: Store) -> None:
    met = event(store, PAGE, "met")
    file(store, on(DecisionKind.CORRECT, PAGE, met, date="2031-05-02"))
    with store.writer() as writer:
        reading = read(writer.load([PAGE])[0])
        writer.put([replace(reading, events=(replace(met, rule="meeting.newer"),))])
    done = review("--kind", "orphan", lines="a\n\n").output
    assert "This decision is on what is no longer found" in done
    assert "date = 2031-05-02" in done
    assert event(store, PAGE, "met").date == "2031-05-02"
    assert [state for _, state, _ in log(store)] == ["undone", "applied", "applied"]
    assert "Nothing wants a look." in review("--kind", "orphan").output


def test_an_orphan_without_a_place_can_be_taken_back(review: Review, store: Store) -> None:
    file(store, on(DecisionKind.REJECT, PAGE, event(store, PAGE, "met")))
    with store.writer() as writer:
        writer.put([replace(read(writer.load([PAGE])[0]), events=())])
    done = review("--kind", "orphan", lines="a\nu\nwrong page\n").output
    assert "'a' is none of: u undo, n note" in done
    assert log(store)[0][1] == "undone"


def test_a_contradiction_through_others_is_asked_about_and_a_plain_change_of_mind_is_not(
    review: Review, store: Store
) -> None:
    calm = CALM.page.id
    one, two = event(store, PAGE, "shelled").id(PAGE), event(store, PAGE, "met").id(PAGE)
    three = event(store, calm, "Fired").id(calm)
    file(
        store,
        on_pair(DecisionKind.MERGE, one, two, PAGE),
        on_pair(DecisionKind.SPLIT, one, two, PAGE),
        on_pair(DecisionKind.SPLIT, one, three, PAGE, calm),
        on_pair(DecisionKind.MERGE, two, one, PAGE),
        on_pair(DecisionKind.MERGE, two, three, PAGE, calm),
    )
    done = review("--kind", "contradiction", lines="u\n\n").output
    assert "1 of 1. Later decisions leave this one without effect." in done
    assert done.count("overruled by decision") == 2
    assert "Nothing wants a look." in review("--kind", "contradiction").output


def test_a_review_that_ends_without_an_answer_keeps_what_was_decided(review: Review, store: Store) -> None:
    assert "1 of 3 decided." in review(lines="c\n\n").output
    assert len(log(store)) == 1


def test_a_limit_and_a_scope_narrow_the_queue(review: Review) -> None:
    assert "1 of 1." in review("--limit", "1", lines="q\n").output
    assert "Nothing wants a look." in review("--as-of", "2030", lines="q\n").output
    assert "Nothing wants a look." in review("--outlet", "nobody", lines="q\n").output


def test_near_misses_of_the_example_pages_are_asked_about_once(
    record: str, tmp_path: Path, review: Review, store: Store
) -> None:
    path = tmp_path / "record.db"
    del store
    for leftover in tmp_path.glob("record.db*"):
        leftover.unlink()
    shutil.copy(record, path)
    first = review("--kind", "join", lines="m\nthe same\ns\nnot the same\nq\n").output
    assert "The software thinks: nearly one, " in first
    count = int(first.partition("1 of ")[2].partition(".")[0])
    assert count > 2
    kept = open_store(str(path), REGISTER, create=False)
    assert [kind for kind, _, _ in log(kept)] == ["merge", "split"]
    with kept.reader() as reader:
        ruled = {frozenset(d.on) for d in reader.decisions()}
        assert len(ruled) == 2
        assert list(reader.check()) == []
    again = review("--kind", "join", "--limit", "0", lines="k\n" * count).output
    shown = re.findall(
        r"1\. (?:event|person|statement) (\w+) .*\n(?:  .*\n)*2\. (?:event|person|statement) (\w+) ", again
    )
    assert shown
    assert not ruled & {frozenset(i for pair in ruled for i in pair if i.startswith((a, b))) for a, b in shown}
