"""What every store answers about who said what."""

import pytest

from tests.store.samples import KELLER, SPEECHES, captured, fill
from trucewatch.errors import UsageError
from trucewatch.record.mentions import Kind, SpeakerType
from trucewatch.record.protocols import Found, Scope, Sought, StatementRow, Store


@pytest.fixture
def filled(store: Store) -> Store:
    fill(store, SPEECHES)
    return store


def ask(store: Store, sought: Sought | None = None, scope: Scope | None = None) -> Found[StatementRow]:
    with store.reader() as reader:
        return reader.statements(scope or Scope(), sought or Sought())


def first_words(found: Found[StatementRow]) -> list[str]:
    return [row.words[0] for row in found.rows]


def test_statements_come_by_the_day_they_were_said_or_else_published(filled: Store) -> None:
    assert first_words(ask(filled)) == [
        "We will not wait",
        "the bridge is open",
        "Nobody",
        "I know of no road",
        "the road at Orrin opens",
        "It is open",
    ], "said in June, some day of it, stands before said on 2 June"


def test_a_row_has_all_that_the_page_says(filled: Store) -> None:
    row = ask(filled).rows[0]
    text = KELLER.data.decode()
    assert row.words == ("We will not wait", "never again")
    assert (row.page, row.outlet, row.source) == (
        KELLER.page.id,
        "Harbour Post",
        "Anna Keller/Foreign Minister/Norland",
    )
    assert row.sentence == row.statement.passage.of(text)
    assert [at.of(text) for at in row.statement.attribution.content] == list(row.words)
    assert row.statement.speaker is not None
    assert (row.statement.speaker.name, row.statement.speaker.behalf) == ("Anna Keller", "Norland")
    assert (row.statement.addressee, row.statement.venue) == ("Telix", "interview with Telix")
    assert row.statement.via == ("HP", "Telix")
    assert row.published is not None


@pytest.mark.parametrize(
    ("speaker", "count"),
    [
        *(("Keller", 3), ("keler", 3), ("KÉLLER", 3), ("Anna Keller", 2), ("Keller, Anna", 2), ("aron keller", 1)),
        *(("Foreign Minister", 1), ("minister keller", 2), ("Border Guard", 1), ("Norland", 2), ("he", 1)),
        *(("Kell", 0), ("Anna Guard", 0), ("", 0), ("%", 0), ("_", 0), ("\0", 0), ("x" * 5000, 0)),
    ],
)
def test_a_speaker_is_found_by_whole_words_of_name_office_or_source(filled: Store, speaker: str, count: int) -> None:
    found = ask(filled, Sought(speaker=speaker))
    assert (len(found.rows), found.total) == (count, count)


@pytest.mark.parametrize(
    ("sought", "count"),
    [
        (Sought(kind=Kind.INDIRECT), 2),
        (Sought(kind=Kind.MIXED), 0),
        (Sought(types=(SpeakerType.PERSON,)), 3),
        (Sought(types=(SpeakerType.PERSON, SpeakerType.BODY)), 4),
        (Sought(venue="TELIX"), 1),
        (Sought(venue="%"), 0),
        (Sought(addressee="telix"), 1),
        (Sought(speaker="keller", kind=Kind.DIRECT), 2),
    ],
)
def test_every_condition_narrows(filled: Store, sought: Sought, count: int) -> None:
    assert ask(filled, sought).total == count


@pytest.mark.parametrize(
    ("scope", "count"),
    [
        (Scope(until="2031-05-01"), 1),
        (Scope(since="2031-05-02", until="2031-05"), 2),
        (Scope(since="2031-06-30"), 1),
        (Scope(as_of="2031-05-04"), 3),
        (Scope(as_of="2031-05-03"), 0),
        (Scope(outlets=("HP",)), 3),
        (Scope(outlets=("nobody",)), 0),
    ],
)
def test_statements_keep_to_the_scope(filled: Store, scope: Scope, count: int) -> None:
    assert ask(filled, scope=scope).total == count


@pytest.mark.parametrize("limit", [1, 3, 5, 6, 7, 0])
def test_a_cut_is_counted(filled: Store, limit: int) -> None:
    found = ask(filled, scope=Scope(limit=limit))
    assert (len(found.rows), found.total) == (min(limit or 6, 6), 6)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("wait", ["We will not wait"]),
        ("open road", ["the road at Orrin opens"]),
        ('"is open"', ["the bridge is open", "It is open"]),
        ("ope*", ["the bridge is open", "the road at Orrin opens", "It is open"]),
        ("open -bridge", ["the road at Orrin opens", "It is open"]),
        ("again", ["We will not wait"]),
        ("heard", []),
    ],
)
def test_search_in_statements_looks_at_what_is_said_alone(filled: Store, query: str, words: list[str]) -> None:
    assert sorted(first_words(ask(filled, Sought(words=query)))) == sorted(words)


def test_search_in_statements_keeps_to_speaker_and_limit(filled: Store) -> None:
    assert first_words(ask(filled, Sought(words="open", speaker="guard"))) == ["It is open"]
    cut = ask(filled, Sought(words="open"), Scope(limit=1))
    assert (len(cut.rows), cut.total) == (1, 3)
    with pytest.raises(UsageError, match="nothing to look for"):
        ask(filled, Sought(words="  "))


def test_speakers_are_named_as_written_with_the_most_quoted_first(filled: Store) -> None:
    fill(filled, [captured("Again\n@Border Guard@ (said): «Still open»")])
    with filled.reader() as reader:
        assert reader.speakers() == [("Border Guard", 2), ("ANNA KELER", 1), ("Anna Keller", 1), ("Áron Keller", 1)]
