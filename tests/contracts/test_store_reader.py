"""What every store answers."""

import pytest

from tests.store.samples import EMPTY, POST, RECIPE, SAMPLE, TALKS, TELIX, TRUCE, UNDATED, captured, fill
from trucewatch.errors import UsageError
from trucewatch.record.dates import Grounds, Published
from trucewatch.record.outcomes import Why
from trucewatch.record.pages import Given
from trucewatch.record.protocols import HitRow, PageRow, Reader, Scope, Store
from trucewatch.record.texts import Role


@pytest.fixture
def filled(store: Store) -> Store:
    fill(store, SAMPLE)
    return store


def page_ids(rows: list[PageRow]) -> list[str]:
    return [row.page.id for row in rows]


def test_pages_come_by_publication_with_the_undated_last(filled: Store) -> None:
    with filled.reader() as reader:
        rows = reader.pages(Scope())
    undated = sorted([UNDATED.page.id, EMPTY.page.id])
    assert page_ids(rows) == [TRUCE.page.id, TALKS.page.id, *undated]
    talks = rows[1]
    assert (talks.outlet, talks.published) == (POST.name, Published("2031-05-04", Grounds.STAMP))
    assert (talks.headline, talks.language, talks.times) == ("Talks resume in Velmar", "en", 1)
    assert talks.text_length == len(TALKS.data.decode())
    assert talks.opening == (0, 22, "Talks resume in Velmar")
    empty = next(row for row in rows if row.page == EMPTY.page)
    assert (empty.dropped_why, empty.dropped_detail, empty.opening) == (Why.EMPTY, "no line", None)


def test_an_unread_page_is_listed_without_text_or_reason(store: Store) -> None:
    with store.writer() as writer:
        writer.keep([TALKS], RECIPE)
    with store.reader() as reader:
        [row] = reader.pages(Scope())
        assert (row.text_length, row.dropped_why, row.outlet, row.opening) == (0, None, None, None)
        assert reader.pages(Scope(as_of="2999")) == []


def test_a_limit_cuts_and_zero_does_not(filled: Store) -> None:
    with filled.reader() as reader:
        assert len(reader.pages(Scope(limit=2))) == 2
        assert len(reader.pages(Scope(limit=0))) == len(SAMPLE)
        assert len(reader.times(Scope(limit=1))) == 1
        assert len(reader.sources(Scope(limit=1))) == 1
        assert len(reader.search("velmar", Scope(limit=1))) == 1


def test_dated_passages_come_by_their_day(filled: Store) -> None:
    with filled.reader() as reader:
        rows = reader.times(Scope())
    assert [row.mention.timex.value for row in rows][:3] == ["2031-04-30", "2031-05", "2031-05-03"]
    assert {row.mention.timex.value for row in rows[3:]} == {"XXXX-12-13", "P3D"}
    first = rows[0]
    assert (first.page, first.outlet, first.words) == (TRUCE.page.id, TELIX.name, "2031-04-30")
    assert first.sentence == "The truce of [2031-04-30] holds since [2031-05]."
    string = TRUCE.data.decode()
    assert first.mention.passage.of(string) == first.sentence


@pytest.mark.parametrize(
    ("since", "until", "values"),
    [
        ("2031-05", None, ["2031-05", "2031-05-03"]),
        ("2031-05-20", None, ["2031-05"]),
        (None, "2031-04", ["2031-04-30"]),
        ("2031-04-30", "2031-04-30", ["2031-04-30"]),
        ("2031", "2031", ["2031-04-30", "2031-05", "2031-05-03"]),
        ("2032", None, []),
        (None, "2030-12", []),
    ],
)
def test_bounds_keep_what_can_lie_within_them(
    filled: Store, since: str | None, until: str | None, values: list[str]
) -> None:
    with filled.reader() as reader:
        rows = reader.times(Scope(since=since, until=until))
    assert [row.mention.timex.value for row in rows] == values


def test_a_moment_of_the_last_day_is_within_the_bound(store: Store) -> None:
    fill(store, [captured("Guns fall silent\nat [2031-05-03T21:30] sharp")])
    with store.reader() as reader:
        assert len(reader.times(Scope(until="2031-05-03"))) == 1
        assert len(reader.times(Scope(since="2031-05-03"))) == 1
        assert len(reader.times(Scope(until="2031-05-02"))) == 0
        assert len(reader.times(Scope(since="2031-05-04"))) == 0


def test_only_expressions_on_the_calendar_where_asked(filled: Store) -> None:
    with filled.reader() as reader:
        rows = reader.times(Scope(on_calendar=True))
    assert [row.mention.timex.value for row in rows] == ["2031-04-30", "2031-05", "2031-05-03", "XXXX-12-13"]


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [("2031-05-01", []), ("2031-05-02", [TRUCE]), ("2031-05", [TRUCE, TALKS]), ("2031-05-04", [TRUCE, TALKS])],
)
def test_as_of_a_day_only_what_was_published_by_its_end(filled: Store, as_of: str, expected: list[object]) -> None:
    with filled.reader() as reader:
        scope = Scope(as_of=as_of)
        assert page_ids(reader.pages(scope)) == [c.page.id for c in (TRUCE, TALKS) if c in expected]
        assert {row.page for row in reader.times(scope)} == {c.page.id for c in (TRUCE, TALKS) if c in expected}
        assert {hit.page for hit in reader.search("velm* ", scope)} <= {c.page.id for c in (TALKS,) if c in expected}
        assert sum(row.pages for row in reader.sources(scope)) == len(expected)


def test_a_page_of_an_uncertain_day_counts_from_the_last_it_can_mean(store: Store) -> None:
    fill(store, [captured("Talks\nsome words pub=2031-05")])
    with store.reader() as reader:
        assert reader.pages(Scope(as_of="2031-05-30")) == []
        assert len(reader.pages(Scope(as_of="2031-05-31"))) == 1
        assert len(reader.pages(Scope(since="2031-05-31"))) == 1
        assert len(reader.pages(Scope(until="2031-05-01"))) == 1
        assert reader.pages(Scope(until="2031-04")) == []


@pytest.mark.parametrize("spelling", ["Harbour Post", "HP", "harbourpost.example", "the HARBOUR post", " hp "])
def test_an_outlet_is_found_by_every_spelling_that_the_register_knows(filled: Store, spelling: str) -> None:
    with filled.reader() as reader:
        assert page_ids(reader.pages(Scope(outlets=(spelling,)))) == [TALKS.page.id]
        assert {r.page for r in reader.times(Scope(outlets=(spelling,)))} == {TALKS.page.id}


def test_an_outlet_that_the_register_lacks_is_found_as_written(store: Store) -> None:
    fill(store, [captured("Unknown paper\nwords", "1", Given("Straße Kurier")), TALKS])
    with store.reader() as reader:
        assert [r.outlet for r in reader.pages(Scope(outlets=("STRASSE kurier",)))] == ["Straße Kurier"]
        assert reader.pages(Scope(outlets=("Nobody's Gazette",))) == [], "an unknown name never widens to all"
        assert len(reader.pages(Scope(outlets=("Nobody's Gazette", "HP", "straße kurier")))) == 2


@pytest.mark.parametrize("bound", ["2031-13", "tomorrow", "XXXX-05", "2031-5", ""])
def test_a_bound_that_is_no_date_is_refused(filled: Store, bound: str) -> None:
    with filled.reader() as reader:
        for scope in (Scope(since=bound), Scope(until=bound), Scope(as_of=bound)):
            with pytest.raises(UsageError, match="YYYY"):
                reader.times(scope)
            with pytest.raises(UsageError, match="YYYY"):
                reader.pages(scope)


def test_sources_tell_pages_days_and_relays(filled: Store) -> None:
    with filled.reader() as reader:
        rows = {row.name: row for row in reader.sources(Scope())}
    assert list(rows) == [None, "Harbour Post", "Telix"]
    post, telix, unknown = rows["Harbour Post"], rows["Telix"], rows[None]
    assert (post.pages, post.kind, post.first, post.last) == (1, "press", "2031-05-04", "2031-05-04")
    assert (post.relays, post.relayed_by) == ((("Telix", 1),), ())
    assert (telix.pages, telix.relays, telix.relayed_by) == (1, (), (("Harbour Post", 1),))
    assert (unknown.pages, unknown.first, unknown.kind) == (2, None, "unknown")
    assert post.example is not None
    assert post.example.quote == "Telix"
    assert TALKS.data.decode()[post.example.start : post.example.end] == "Telix"
    assert telix.example is not None
    assert telix.example.page == TRUCE.page.id, "a page of its own before another's words about it"


def test_an_outlet_that_is_only_relayed_is_shown_with_who_relays_it(store: Store) -> None:
    twice = "{Telix} and again {Telix} said"
    fill(store, [captured(f"One\n{twice}", "1", Given("HP")), captured(f"Two\n{twice}", "2", Given("HP"))])
    with store.reader() as reader:
        post, telix = reader.sources(Scope())
    assert post.relays == (("Telix", 2),), "pages are counted, not cues"
    assert (telix.name, telix.pages, telix.relayed_by, telix.kind) == ("Telix", 0, (("Harbour Post", 2),), "agency")
    assert telix.example is not None
    assert (telix.example.outlet, telix.example.quote) == ("Harbour Post", "Telix")


def words(hits: list[HitRow]) -> list[str]:
    return [hit.words for hit in hits]


def test_search_finds_blocks_that_hold_all_words(filled: Store) -> None:
    with filled.reader() as reader:
        [hit] = reader.search("velmar talks", Scope())
        assert (hit.page, hit.outlet, hit.headline) == (TALKS.page.id, POST.name, "Talks resume in Velmar")
        assert [hit.words[s:e] for s, e in hit.matches] == ["Talks", "Velmar"]
        assert (hit.block.start, hit.block.end, hit.block.role) == (0, 22, Role.HEADLINE)
        assert reader.search("velmar truce", Scope()) == []


def test_search_knows_forms_phrases_beginnings_and_exclusions(filled: Store) -> None:
    with filled.reader() as reader:
        assert words(reader.search("talk resuming", Scope())) == ["Talks resume in Velmar"]
        assert words(reader.search('"resume in velmar"', Scope())) == ["Talks resume in Velmar"]
        assert reader.search('"velmar in resume"', Scope()) == []
        assert words(reader.search("velm*", Scope())) == ["Talks resume in Velmar"]
        assert len(reader.search("truce", Scope())) == 2
        assert words(reader.search("truce -orrin", Scope())) == ["The truce of [2031-04-30] holds since [2031-05]."]
        assert words(reader.search('truce -"signed at"', Scope())) == [
            "The truce of [2031-04-30] holds since [2031-05]."
        ]


@pytest.mark.parametrize("query", ["Petrosyan", "petrosyán", "PETROSYÁN", "Petrosya\u0301n"])
def test_a_name_is_found_with_and_without_its_marks(filled: Store, query: str) -> None:
    with filled.reader() as reader:
        [hit] = reader.search(query, Scope())
    assert [hit.words[s:e] for s, e in hit.matches] == ["Petrosyán"]


def test_search_leaves_out_what_is_no_reporting_unless_asked(filled: Store) -> None:
    with filled.reader() as reader:
        assert reader.search("more news", Scope()) == []
        assert words(reader.search("more news", Scope(chrome=True))) == ["~More news"]


def test_search_keeps_to_the_scope(filled: Store) -> None:
    with filled.reader() as reader:
        assert len(reader.search("truce", Scope(outlets=("telix",), since="2031-05", until="2031"))) == 2
        assert reader.search("truce", Scope(outlets=("hp",))) == []
        assert reader.search("truce", Scope(since="2031-06")) == []
        assert reader.search("truce", Scope(as_of="2031-05-01")) == []


@pytest.mark.parametrize("query", ["", "   ", '""', "---", "* - +", '"?!"', "-truce", '-"the truce"'])
def test_a_query_with_nothing_to_look_for_is_refused(filled: Store, query: str) -> None:
    with filled.reader() as reader, pytest.raises(UsageError, match="nothing to look for"):
        reader.search(query, Scope())


@pytest.mark.parametrize(
    "query",
    [
        *("truce AND", "truce OR", "NOT truce", "NEAR(truce", "truce)", "words:truce", "truce^2", '"truce', "{truce}"),
        *("tr\0uce", "truce;--", "truce \ud800", "truce'", "a b " * 30, "*truce*", "truce\\", "-- truce", "😀truce"),
    ],
)
def test_no_spelling_of_a_query_reaches_the_database_as_syntax(filled: Store, query: str) -> None:
    with filled.reader() as reader:
        reader.search(query, Scope())


def test_a_query_beyond_all_measure_is_refused(filled: Store) -> None:
    with filled.reader() as reader:
        for query in ("x" * 5000, "a " * 500):
            with pytest.raises(UsageError, match="at most"):
                reader.search(query, Scope())


def test_a_page_is_named_by_the_beginning_of_its_id(filled: Store) -> None:
    with filled.reader() as reader:
        for page in SAMPLE:
            kept = reader.page(page.page.id[:12].upper())
            assert (kept.page, kept.data, kept.locator) == (page.page, page.data, page.locator)
        with pytest.raises(UsageError, match="no page's id"):
            reader.page("0" * 32)
        for wrong in ("", "xyz", "a" * 33, "%", "_"):
            with pytest.raises(UsageError, match="is no page id"):
                reader.page(wrong)


def test_a_beginning_that_several_pages_share_names_none(store: Store) -> None:
    fill(store, [captured(f"page {n}") for n in range(17)])
    with store.reader() as reader, pytest.raises(UsageError, match="several pages"):
        _each_first_digit(reader)


def _each_first_digit(reader: Reader) -> None:
    for digit in "0123456789abcdef":
        try:
            reader.page(digit)
        except UsageError as error:
            if "no page's id" not in str(error):
                raise


def test_a_reader_sees_one_state_whatever_is_written_meanwhile(store: Store) -> None:
    fill(store, [TALKS])
    with store.reader() as reader:
        before = reader.digest()
        fill(store, [TRUCE, UNDATED])
        assert reader.digest() == before
        assert page_ids(reader.pages(Scope())) == [TALKS.page.id]
        with store.reader() as later:
            assert len(later.pages(Scope())) == 3
