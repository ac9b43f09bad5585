"""`record check` finds what is wrong, wherever it is."""

# ruff: noqa: S608 - every statement here is the test's own

import random
import sqlite3
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.store.samples import EVENTS, REGISTER, SAMPLE, TALKS, TRUCE, captured, fill
from trucewatch.errors import RecordError
from trucewatch.record.kept import Decision, DecisionKind, DocumentKind, KeptDocument, Thing
from trucewatch.record.protocols import Fault
from trucewatch.store import open_store
from trucewatch.store.tables import KEPT


def faults(record: Path) -> list[Fault]:
    with open_store(str(record), REGISTER, create=False).reader() as reader:
        return list(reader.check())


def change(record: Path, *statements: str) -> None:
    """Run statements with all guards off, as a faulty disk or a stranger's program would."""
    connection = sqlite3.connect(record, isolation_level=None)
    connection.create_function("flip", 2, lambda data, at: bytes(b ^ (i == at % len(data)) for i, b in enumerate(data)))
    connection.create_function("pack", 1, lambda data: zlib.compress(data.encode()))
    for table in KEPT:
        for verb in ("update", "delete"):
            connection.execute(f"DROP TRIGGER IF EXISTS {table}_no_{verb}")
    for statement in statements:
        connection.execute(statement)
    connection.close()


def test_a_sound_record_has_no_fault(record: Path) -> None:
    assert faults(record) == []


def test_pages_that_wait_to_be_read_are_no_fault(record: Path) -> None:
    with open_store(str(record), REGISTER, create=False).writer() as writer:
        writer.drop_derived()
    assert faults(record) == []


@pytest.mark.parametrize("at", range(0, 100, 7))
def test_a_flipped_bit_in_a_kept_page_is_found(record: Path, at: int) -> None:
    change(record, f"UPDATE pages SET data = flip(data, {at}) WHERE id = '{TALKS.page.id}'")
    assert [f.where for f in faults(record)] == [f"pages {TALKS.page.id}"]


@pytest.mark.parametrize("at", range(0, 100, 7))
def test_a_flipped_bit_in_a_text_is_found(record: Path, at: int) -> None:
    change(record, f"UPDATE texts SET data = flip(data, {at})")
    assert {f.where.split()[0] for f in faults(record)} == {"texts"}


FAULTY: dict[str, tuple[str, str, str]] = {
    "other bytes": ("UPDATE pages SET data = pack('abc'), size = 3", "pages", "SHA-256"),
    "longer bytes": ("UPDATE pages SET data = pack('abcd'), size = 3", "pages", "unpack"),
    "page hash": ("UPDATE pages SET sha256 = 'f' || substr(sha256, 2)", "pages", "SHA-256"),
    "page id": (f"UPDATE pages SET id = '{'0' * 32}' WHERE id = '{TALKS.page.id}'", "pages", "its id"),
    "media type": ("UPDATE pages SET media_type = 'text/html'", "pages", "its id"),
    "capture": ("UPDATE captures SET locator = 'other'", "captures", "its id"),
    "capture of no page": ("UPDATE captures SET page = 99", "captures", "points to a row of pages"),
    "no capture": ("DELETE FROM captures", "pages", "where it was found"),
    "given date": ("UPDATE given SET field = 'published'", "given", "cannot be"),
    "given field": ("UPDATE given SET field = 'colour'", "given", "cannot be"),
    "decision": ("UPDATE decisions SET decision = replace(decision, 'seen', 'unseen')", "decisions", "its id"),
    "decision form": ("UPDATE decisions SET decision = '{'", "decisions", "cannot be read"),
    "document": ("UPDATE documents SET body = 'x'", "documents", "its id"),
    "document kind": ("UPDATE documents SET kind = 'poem'", "documents", "cannot be read"),
    "text length": ("UPDATE texts SET length = length + 1", "texts", "code points"),
    "text of no page": (
        "INSERT INTO texts SELECT '0', length, size, data FROM texts LIMIT 1",
        "texts",
        "belongs to no",
    ),
    "outlet": ("UPDATE outlets SET outlet = replace(outlet, 'HP', 'XP')", "outlets", "its id"),
    "block beyond": ("UPDATE blocks SET end = 9999 WHERE position = 1", "blocks", "covers"),
    "block reversed": ("UPDATE blocks SET start = end + 1 WHERE position = 1", "blocks", "covers"),
    "block overlap": ("UPDATE blocks SET start = 0 WHERE position = 1", "blocks", "within the block before"),
    "block role": ("UPDATE blocks SET role = 'poem' WHERE position = 1", "blocks", "no role"),
    "time beyond": ("UPDATE times SET start = 9000, end = 9001", "times", "covers"),
    "time outside its passage": ("UPDATE times SET start = 0, end = 2", "times", "does not hold it"),
    "time type": ("UPDATE times SET type = 'ERA'", "times", "no type"),
    "time backwards": ("UPDATE times SET earliest = '2999-01-01' WHERE latest IS NOT NULL", "times", "after its end"),
    "passage beyond": ("UPDATE times SET passage_end = 9999", "times", "its passage covers"),
    "name beyond": ("UPDATE names SET start = 9000, end = 9001", "names", "covers"),
    "name type": ("UPDATE names SET type = 'era'", "names", "no type"),
    "content beyond": ("UPDATE statements SET content = '[[9000,9001]]'", "statements", "its content covers"),
    "content gone": ("UPDATE statements SET content = '[]'", "statements", "says nothing"),
    "content form": ("UPDATE statements SET content = '[7]'", "statements", "cannot be read"),
    "content doubled": (
        "UPDATE statements SET content = replace(content, ']]', '],') || substr(content, 2)",
        "statements",
        "not in order",
    ),
    "cue outside": ("UPDATE statements SET cue = '[[0,2]]'", "statements", "does not hold its cue"),
    "source beyond": (
        "UPDATE statements SET source_start = 9000, source_end = 9001",
        "statements",
        "its source covers",
    ),
    "statement's passage": ("UPDATE statements SET passage_end = 9999", "statements", "its passage covers"),
    "kind": ("UPDATE statements SET kind = 'sung'", "statements", "cannot be read"),
    "speaker type": ("UPDATE statements SET speaker_type = 'ghost'", "statements", "cannot be read"),
    "chain": ("UPDATE statements SET via = '[7]'", "statements", "chain"),
    "trigger beyond": ("UPDATE events SET start = 9000, end = 9001", "events", "its trigger covers"),
    "trigger outside": ("UPDATE events SET start = 0, end = 2", "events", "does not hold its trigger"),
    "event's passage": ("UPDATE events SET passage_end = 9999", "events", "its passage covers"),
    "track": ("UPDATE events SET track = 'rail'", "events", "cannot be read"),
    "event status": ("UPDATE events SET status = 'sung'", "events", "cannot be read"),
    "word of the status": ("UPDATE events SET status_start = 0, status_end = 2", "events", "the word of its status"),
    "actors": ("UPDATE events SET actors = '[7]'", "events", "cannot be read"),
    "event's days": ("UPDATE events SET first_day = '1999-01-01'", "events", "do not repeat"),
    "speaker": ("UPDATE statements SET speaker = 'Nobody'", "statements", "do not repeat"),
    "said on": ("UPDATE statements SET first_day = '1999-01-01'", "statements", "do not repeat"),
    "statement not in the index": (
        "INSERT INTO statement_words(statement_words) VALUES ('delete-all')",
        "statements",
        "cannot be searched",
    ),
    "statement only in the index": (
        "INSERT INTO statement_words(rowid, words) VALUES (7, 'x')",
        "statement_words",
        "no such row of statements",
    ),
    "relay beyond": ("UPDATE relays SET start = 9000, end = 9009", "relays", "its cue covers"),
    "relay of no outlet": ("UPDATE relays SET outlet = 'x'", "relays", "points to a row of outlets"),
    "reading of no page": ("UPDATE readings SET page = 99 WHERE text IS NULL", "readings", "points to a row of pages"),
    "text gone": ("DELETE FROM texts", "readings", "points to a row of texts"),
    "text unlinked": ("UPDATE readings SET text = NULL", "readings", "without a text"),
    "article": ("UPDATE readings SET article = '[]' WHERE article IS NOT NULL", "readings", "cannot be read"),
    "columns": ("UPDATE readings SET headline = 'x' WHERE article IS NOT NULL", "readings", "do not repeat"),
    "day": ("UPDATE readings SET last_day = '1999-01-01' WHERE published IS NOT NULL", "readings", "do not repeat"),
    "reason": ("UPDATE readings SET dropped_why = 'BORING'", "readings", "no reason"),
    "put aside by nobody": ("UPDATE events SET stands = 'rejected' WHERE position = 1", "events", "does not follow"),
    "confirmed by nobody": ("UPDATE statements SET stands = 'confirmed'", "statements", "does not follow"),
    "filed elsewhere": ("INSERT INTO decided SELECT number, 1 FROM pages LIMIT 1", "decisions", "not filed under"),
    "come back": (
        "INSERT INTO tombstones SELECT id, sha256, '2031', 'ada', 'asked' FROM pages LIMIT 1",
        "tombstones",
        "bytes that are kept",
    ),
    "not in the index": ("INSERT INTO block_words(block_words) VALUES ('delete-all')", "blocks", "cannot be searched"),
    "only in the index": (
        "INSERT INTO block_words(rowid, words) VALUES (7, 'x')",
        "block_words",
        "no such row of blocks",
    ),
    "undecodable": ("UPDATE captures SET locator = CAST(x'ff' AS TEXT)", "database", "cannot be read"),
}


@pytest.mark.parametrize("name", FAULTY)
def test_every_kind_of_fault_is_found_and_named(record: Path, name: str) -> None:
    with open_store(str(record), REGISTER, create=False).writer() as writer:
        writer.decide(Decision(DecisionKind.NOTE, ("a" * 32,), "ada", "2031-05-06T07:08:09Z", "seen"))
        writer.keep_document(KeptDocument(DocumentKind.DOSSIER, "velmar", "parties: []\n"))
    fill(open_store(str(record), REGISTER, create=False), EVENTS)
    statement, table, says = FAULTY[name]
    change(record, statement)
    found = faults(record)
    assert [f for f in found if f.where.split()[0] == table and says in f.what], found


@pytest.mark.parametrize("index", ["block_words", "statement_words"])
def test_a_damaged_full_text_index_is_found(record: Path, index: str) -> None:
    change(record, f"UPDATE {index}_data SET block = x'00' WHERE id > 10")
    assert any(f.where == index for f in faults(record))


def test_a_damaged_page_is_told_where_it_is_needed(record: Path) -> None:
    change(record, "UPDATE pages SET data = flip(data, 20)")
    store = open_store(str(record), REGISTER, create=False)
    with store.writer() as writer, pytest.raises(RecordError, match="record check"):
        writer.load([TRUCE.page.id])


def test_wherever_a_file_is_damaged_the_check_ends_and_says_so(record: Path) -> None:
    """Bytes are overwritten all over the file: faults are told or RecordError is raised, and never anything else."""
    chance = random.Random(7)  # noqa: S311 - the same damage every time
    words = [f"word{n}" for n in range(3000)]
    bodies = ["\n".join(" ".join(chance.choices(words, k=40)) for _ in range(30)) for _ in range(20)]
    fill(open_store(str(record), REGISTER, create=False), [captured(body) for body in bodies])
    sound = record.read_bytes()
    told = 0
    for _ in range(40):
        data = bytearray(sound)
        start = chance.randrange(100, len(data) - 64)
        data[start : start + 64] = chance.randbytes(64)
        record.write_bytes(data)
        told += _tells(lambda: bool(faults(record)))
    assert told > 20, "most of the file is in use"


def _tells(check: Callable[[], bool]) -> bool:
    try:
        return check()
    except RecordError:
        return True


def test_the_samples_reach_every_table(record: Path) -> None:
    connection = sqlite3.connect(record)
    names = ["captures", "given", "texts", "outlets", "blocks", "times", "relays", "names", "statements"]
    names += ["statement_words_docsize", "readings", "block_words_docsize"]
    counts = [connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in names]
    connection.close()
    assert all(counts), dict(zip(names, counts, strict=True))
    assert counts[-2] == len(SAMPLE)


@pytest.mark.parametrize("written", ["not JSON", "[]", '"redacted"', "{}", '{"kind": "note"}'])
def test_a_damaged_decision_is_told_and_nothing_is_decided_past_it(record: Path, written: str) -> None:
    store = open_store(str(record), REGISTER, create=False)
    page = TALKS.page.id
    with store.writer() as writer:
        note = Decision(DecisionKind.NOTE, (page,), "ada", "2031-05-06T07:08:09Z", "seen")
        writer.decide(replace(note, thing=Thing.PAGE, pages=(page,)))
    change(record, f"UPDATE decisions SET decision = '{written}'")
    assert [f.where.split()[0] for f in faults(record)] == ["decisions"]
    with store.reader() as reader, pytest.raises(RecordError, match="record check"):
        reader.decisions()
