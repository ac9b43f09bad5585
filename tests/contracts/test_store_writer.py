"""What every store does with what is written to it."""

from dataclasses import replace
from typing import Any

import pytest

from tests.store.samples import EMPTY, KELLER, RECIPE, SAMPLE, SPEECHES, TALKS, TRUCE, captured, fill, read, take
from trucewatch.record.ids import text_id
from trucewatch.record.kept import Decision, DecisionKind, DocumentKind, KeptDocument
from trucewatch.record.pages import Captured, Given
from trucewatch.record.protocols import Scope, Sought, Store, Writer
from trucewatch.record.readings import PageReading
from trucewatch.record.spans import Span


def test_a_new_page_is_kept_and_wants_reading(store: Store) -> None:
    with store.writer() as writer:
        kept = writer.keep([TALKS, TRUCE], RECIPE)
    assert kept.stale == (TALKS.page.id, TRUCE.page.id)
    assert kept.new == {TALKS.page.id, TRUCE.page.id}


def test_a_page_that_comes_twice_in_one_batch_is_one_page(store: Store) -> None:
    with store.writer() as writer:
        kept = writer.keep([TALKS, captured(TALKS.data.decode(), "elsewhere.txt"), TALKS], RECIPE)
        assert kept.stale == (TALKS.page.id,)
    with store.reader() as reader:
        [row] = reader.pages(Scope())
    assert row.locators == ("a/talks.txt", "elsewhere.txt")


def test_keeping_again_adds_nothing_and_wants_no_reading(store: Store) -> None:
    fill(store, SAMPLE)
    with store.reader() as reader:
        before = reader.digest(), reader.pages(Scope())
    with store.writer() as writer:
        kept = writer.keep(SAMPLE, RECIPE)
    with store.reader() as reader:
        assert (reader.digest(), reader.pages(Scope())) == before
    assert (kept.stale, kept.new) == ((), frozenset())


def test_the_same_bytes_as_another_media_type_are_another_page(store: Store) -> None:
    other = Captured("page", TALKS.locator, "text/html", TALKS.data)
    with store.writer() as writer:
        assert len(writer.keep([TALKS, other], RECIPE).new) == 2


def test_pages_are_loaded_in_the_order_asked_with_bytes_and_place(store: Store) -> None:
    with store.writer() as writer:
        writer.keep(SAMPLE, RECIPE)
        wanted = [EMPTY.page.id, TALKS.page.id]
        loaded = writer.load(wanted)
    assert [k.page for k in loaded] == [EMPTY.page, TALKS.page]
    assert [k.data for k in loaded] == [EMPTY.data, TALKS.data]
    assert [k.locator for k in loaded] == ["b/empty.txt", "a/talks.txt"]
    assert loaded[1].given == Given("HP")


def test_an_empty_list_of_pages_loads_none(store: Store) -> None:
    fill(store, SAMPLE)
    with store.writer() as writer:
        assert writer.load([]) == []
        writer.put([])
        assert writer.keep([], RECIPE).stale == ()


def test_another_recipe_wants_every_page_read(store: Store) -> None:
    fill(store, SAMPLE)
    with store.writer() as writer:
        assert writer.unread(RECIPE) == []
        assert writer.unread("recipe-two") == sorted(c.page.id for c in SAMPLE)
        assert writer.keep([TRUCE], "recipe-two").stale == (TRUCE.page.id,)
        take(writer, SAMPLE, "recipe-two")
        assert writer.unread("recipe-two") == []
        assert len(writer.unread(RECIPE)) == len(SAMPLE)


def test_of_what_is_given_each_fields_smallest_value_counts(store: Store) -> None:
    body = "Envoys wait in Velmar\nnothing"
    first = captured(body, "1", Given("Zephyr", "2031-06"))
    second = captured(body, "2", Given("Aurora", None, "https://aurora.example/1"))
    with store.writer() as writer:
        writer.keep([first], RECIPE)
        writer.keep([second], RECIPE)
        [kept] = writer.load([first.page.id])
    assert kept.given == Given("Aurora", "2031-06", "https://aurora.example/1")


def test_more_given_about_a_page_makes_its_reading_stale(store: Store) -> None:
    body = "Envoys wait in Velmar\nnothing"
    fill(store, [captured(body, "1", Given("Zephyr"))])
    with store.writer() as writer:
        assert writer.keep([captured(body, "1")], RECIPE).stale == ()
        assert writer.keep([captured(body, "1", Given("Zulu"))], RECIPE).stale == (), "the smaller value still counts"
        kept = writer.keep([captured(body, "1", Given("Aurora"))], RECIPE)
        assert kept.stale == tuple(writer.unread(RECIPE)) == (captured(body).page.id,)
        assert kept.new == frozenset()


def test_a_reading_of_what_is_no_longer_given_does_not_replace_a_better_one(store: Store) -> None:
    body = "Envoys wait in Velmar\nnothing"
    with store.writer() as writer:
        [early] = writer.load(writer.keep([captured(body, "1", Given("Zephyr"))], RECIPE).stale)
        [late] = writer.load(writer.keep([captured(body, "2", Given("Aurora"))], RECIPE).stale)
        writer.put([read(early)])
        assert writer.unread(RECIPE) == [early.page.id]
        writer.put([read(late)])
        writer.put([read(early)])
        assert writer.unread(RECIPE) == []
    with store.reader() as reader:
        assert reader.reading(early.page.id) == read(late)


def test_what_is_put_is_read_back_equal(store: Store) -> None:
    fill(store, (*SAMPLE, *SPEECHES))
    with store.writer() as writer:
        expected = {k.page.id: read(k) for k in writer.load([c.page.id for c in (*SAMPLE, *SPEECHES)])}
    with store.reader() as reader:
        found = {page: reader.reading(page) for page in expected}
        assert found == expected
        assert {page: r.given for page, r in found.items() if r} == {page: r.given for page, r in expected.items()}
        assert list(reader.check()) == []
    keller = found[KELLER.page.id]
    assert keller is not None
    assert [n.at.of(KELLER.data.decode()) for n in keller.names][1:] == ["Telix", "he"]
    told = keller.statements[0]
    assert (told.maker, told.attribution.maker, told.attribution.score) == ("statements@1", "language@1", 0.75)


def test_a_page_that_is_not_read_has_no_reading(store: Store) -> None:
    with store.writer() as writer:
        writer.keep([TALKS], RECIPE)
    with store.reader() as reader:
        assert reader.reading(TALKS.page.id) is None
        assert reader.reading(TRUCE.page.id) is None
        assert list(reader.check()) == []


def test_strings_that_no_database_takes_are_kept_exactly(store: Store) -> None:
    odd = "Head\ud800line \x00 of \x01 Velmar\nsurrogate \udfff and nul \x00 words pub=2031-05-04"
    page = captured(odd, "files/\udcff\x00.txt", Given("Out\udc80let", None, "\x01address"))
    fill(store, [page])
    with store.writer() as writer:
        assert writer.keep([page], RECIPE).stale == ()
        [kept] = writer.load([page.page.id])
    assert (kept.given, kept.locator) == (page.given, page.locator)
    with store.reader() as reader:
        assert reader.reading(page.page.id) == read(kept)
        assert [hit.words for hit in reader.search("velmar", Scope())] == ["Head\ud800line \x00 of \x01 Velmar"]
        assert list(reader.check()) == []
        assert len(reader.digest()) == 64


def test_putting_replaces_all_that_was_derived_before(store: Store) -> None:
    fill(store, [TALKS, TRUCE])
    with store.writer() as writer:
        [kept] = writer.load([TALKS.page.id])
        reading = read(kept)
        writer.put([type(reading)(kept.page.id, RECIPE, given=kept.given)])
    with store.reader() as reader:
        assert reader.search("envoys", Scope()) == []
        assert [row.page for row in reader.times(Scope())] == [TRUCE.page.id] * 2
        assert [s.name for s in reader.sources(Scope())] == ["Telix", None]
        assert list(reader.check()) == []


def test_putting_replaces_names_and_statements(store: Store) -> None:
    fill(store, [KELLER])
    with store.writer() as writer:
        reading = read(writer.load([KELLER.page.id])[0])
        writer.put([replace(reading, names=reading.names[:1], statements=reading.statements[1:])])
    with store.reader() as reader:
        found = reader.reading(KELLER.page.id)
        assert found is not None
        assert (len(found.names), found.statements) == (1, reading.statements[1:])
        assert reader.statements(Scope(), Sought(words="wait")).rows == ()
        assert list(reader.check()) == []


def test_pages_that_share_a_text_keep_it_until_the_last_is_gone(store: Store) -> None:
    twin = Captured("page", "twin.html", "text/html", TALKS.data, TALKS.given)
    fill(store, [TALKS, twin])
    with store.writer() as writer:
        bare = [type(read(k))(k.page.id, RECIPE, given=k.given) for k in writer.load([TALKS.page.id, twin.page.id])]
        writer.put(bare[:1])
        with store.reader() as reader:
            twins = reader.reading(twin.page.id)
            assert twins is not None
            assert twins.text is not None
            assert twins.text.id == text_id(TALKS.data.decode())
            assert list(reader.check()) == []
        writer.put(bare[1:])
    with store.reader() as reader:
        assert list(reader.check()) == []


def test_a_reading_of_a_page_that_is_not_kept_is_refused(store: Store) -> None:
    fill(store, [TALKS])
    with store.writer() as writer:
        [kept] = writer.load([TALKS.page.id])
        stranger = type(read(kept))(TRUCE.page.id, RECIPE)
        with pytest.raises(ValueError, match="is not kept"):
            writer.put([read(kept), stranger])
        foreign = type(read(kept))(TALKS.page.id, RECIPE, times=read(kept).times)
        with pytest.raises(ValueError, match="another text"):
            writer.put([foreign])
        other = read(writer.load(writer.keep([KELLER], RECIPE).stale)[0])
        for parts in ({"names": other.names}, {"statements": other.statements}):
            with pytest.raises(ValueError, match="another text"):
                writer.put([replace(read(kept), **parts)])
    with store.reader() as reader:
        assert reader.reading(TALKS.page.id) == read(kept), "the call that failed changed nothing"


def test_dropping_the_derived_leaves_what_is_kept(store: Store) -> None:
    fill(store, SAMPLE)
    decision = _decision("seen")
    with store.writer() as writer:
        writer.decide(decision)
    with store.reader() as reader:
        before = reader.digest()
    with store.writer() as writer:
        writer.drop_derived()
        assert writer.unread(RECIPE) == sorted(c.page.id for c in SAMPLE)
    with store.reader() as reader:
        assert reader.digest() != before
        assert (reader.times(Scope()), reader.search("truce", Scope()), reader.sources(Scope())) == ([], [], [])
        assert len(reader.pages(Scope())) == len(SAMPLE)
        assert reader.decisions() == [decision]
        assert list(reader.check()) == []
    fill(store, [])
    with store.writer() as writer:
        writer.put([read(k) for k in writer.load(writer.unread(RECIPE))])
    with store.reader() as reader:
        assert reader.digest() == before
        assert list(reader.check()) == []


def _decision(why: str) -> Decision:
    return Decision(
        DecisionKind.CORRECT,
        ("a" * 32,),
        "ada",
        "2031-05-06T07:08:09Z",
        why,
        (("date", "2031-05-03"), ("place", None)),
        Span(text_id("some words"), 0, 4),
    )


def test_a_decision_filed_twice_is_kept_once_and_the_log_has_its_order(store: Store) -> None:
    zulu, alpha = _decision("zulu"), _decision("alpha")
    with store.writer() as writer:
        assert writer.decide(zulu) == zulu
        later = writer.decide(alpha)
        assert writer.decide(zulu) is None
    assert later == replace(alpha, at="2031-05-06T07:08:09.000001Z"), "times only grow within a record"
    with store.reader() as reader:
        assert reader.decisions() == [zulu, later]


def test_every_version_of_a_document_is_kept_once(store: Store) -> None:
    first = KeptDocument(DocumentKind.DOSSIER, "velmar", "parties: [Norland]\n")
    second = KeptDocument(DocumentKind.DOSSIER, "velmar", "parties: [Norland, Sudland]\n")
    book = KeptDocument(DocumentKind.CODEBOOK, "velmar", "parties: [Norland]\n")
    with store.writer() as writer:
        assert [writer.keep_document(d) for d in (first, second, first, book)] == [True, True, False, True]
    with store.reader() as reader:
        assert reader.documents(DocumentKind.DOSSIER) == [first, second]
        assert reader.documents(DocumentKind.CODEBOOK) == [book]
        assert list(reader.check()) == []


@pytest.mark.parametrize("change", ["decision", "document", "given", "reading", "page", "name", "statement"])
def test_the_digest_sees_every_kind_of_content(store: Store, change: str) -> None:
    fill(store, (*SAMPLE, KELLER))
    digests = [_digest(store)]
    changes: dict[str, Any] = {
        "decision": lambda w: w.decide(_decision("more")),
        "document": lambda w: w.keep_document(KeptDocument(DocumentKind.CODEBOOK, "book", "rules: []\n")),
        "given": lambda w: w.keep([captured(TALKS.data.decode(), "a/talks.txt", Given("Zulu"))], RECIPE),
        "reading": lambda w: take(w, [TALKS], "recipe-two"),
        "page": lambda w: w.keep([captured("another page")], RECIPE),
        "name": lambda w: w.put([replace(_reading(w), names=())]),
        "statement": lambda w: w.put([_elsewhere(_reading(w))]),
    }
    with store.writer() as writer:
        changes[change](writer)
    digests.append(_digest(store))
    assert digests[0] != digests[1]


def _reading(writer: Writer) -> PageReading:
    return read(writer.load([KELLER.page.id])[0])


def _elsewhere(reading: PageReading) -> PageReading:
    first, *others = reading.statements
    return replace(reading, statements=(replace(first, venue="a bridge"), *others))


def test_the_digest_leaves_out_where_a_page_was_found(store: Store) -> None:
    fill(store, SAMPLE)
    before = _digest(store)
    with store.writer() as writer:
        writer.keep([captured(TALKS.data.decode(), "0/first-of-all.txt", TALKS.given)], RECIPE)
    with store.reader() as reader:
        assert reader.pages(Scope(outlets=("HP",)))[0].locators == ("0/first-of-all.txt", "a/talks.txt")
    assert _digest(store) == before


def _digest(store: Store) -> str:
    with store.reader() as reader:
        return reader.digest()
