"""Lines of `analyse` read back: what they carry comes back as it was, what they do not is derived, slips are named."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.press import documents
from tests.store.samples import EVENTS, SAMPLE, SPEECHES, read
from trucewatch.cli.contract import as_line
from trucewatch.cli.main import run
from trucewatch.dossiers import load_outlets
from trucewatch.pipeline import Analysis, LineLoader, Loaded, load_lines
from trucewatch.pipeline.fields import BadField
from trucewatch.record.mentions import SpeakerGrounds, SpeakerType
from trucewatch.record.outcomes import Dropped, Why
from trucewatch.record.pages import Captured
from trucewatch.record.protocols import KeptPage, Scope, Sought, Store
from trucewatch.record.resolved import OutletRegister
from trucewatch.resolve import OutletIndex
from trucewatch.store import open_store

LOADER = LineLoader("made elsewhere", OutletIndex(OutletRegister()))
PRESS = tuple(documents(40, first=60))
PAGES = (*SAMPLE[:-1], *SPEECHES, *EVENTS)


def loaded(line: Any) -> Loaded:
    found = LOADER.read(json.dumps(line).encode(), "made.jsonl:1")
    assert isinstance(found, Loaded)
    return found


def again(line: Any) -> Any:
    """The line that `analyse` would print of what was loaded from one."""
    return as_line(Analysis(line["id"], loaded(line).reading, loaded(line).reading.dropped))


def printed(captured: Captured) -> Any:
    kept = KeptPage(captured.page, captured.data, captured.given, captured.locator)
    return as_line(Analysis("made", read(kept), None))


@pytest.mark.parametrize("line", [*PRESS, *map(printed, PAGES)], ids=lambda line: line["article"]["headline"])
def test_all_that_a_line_carries_comes_back(line: Any) -> None:
    carried = json.loads(json.dumps(line))
    assert again(line) == carried


@pytest.mark.parametrize("captured", PAGES, ids=lambda page: page.locator)
def test_a_reading_from_a_line_is_the_one_that_a_record_would_hold(captured: Captured) -> None:
    kept = KeptPage(captured.page, captured.data, captured.given, captured.locator)
    one, other = read(kept), loaded(printed(captured)).reading
    assert one.text is not None
    assert other.text is not None
    assert (one.text.string, one.text.blocks) == (other.text.string, other.text.blocks)
    assert [(n.at, n.type) for n in one.names] == [(n.at, n.type) for n in other.names]
    assert [m.timex for m in one.times] == [m.timex for m in other.times]
    assert [s.attribution.content for s in one.statements] == [s.attribution.content for s in other.statements]
    for mine, theirs in zip(one.statements, other.statements, strict=True):
        assert (mine.speaker and mine.speaker.name) == (theirs.speaker and theirs.speaker.name)
        assert (mine.addressee, mine.venue, mine.said_on, mine.via) == (
            theirs.addressee, theirs.venue, theirs.said_on, theirs.via,
        )  # fmt: skip
    bare = [(e.trigger, e.track, e.status, e.date, e.place, e.actors, e.recipients, e.quantities) for e in one.events]
    assert bare == [
        (e.trigger, e.track, e.status, e.date, e.place, e.actors, e.recipients, e.quantities) for e in other.events
    ]


def test_what_analyse_prints_of_example_pages_comes_back(examples: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = ("02-jervan-today-ceasefire.txt", "14-ltr-minister.html", "19-courrier-valmire-prolongation.html")
    assert run(["analyse", "--engine", "inline", *(str(examples / name) for name in names)]) == 3
    lines = capsys.readouterr().out.splitlines()
    loader = LineLoader("made elsewhere", OutletIndex(load_outlets()))
    found = list(loader.load((line.encode() for line in lines), "found.jsonl"))
    assert len(found) == len(names)
    for line, one in zip(lines, found, strict=True):
        assert isinstance(one, Loaded)
        assert as_line(Analysis(one.captured.name, one.reading, one.reading.dropped)) == json.loads(line)
        text = one.reading.text
        assert text is not None
        for mention in one.reading.times:
            assert mention.passage.start <= mention.timex.start < mention.timex.end <= mention.passage.end
        for event in one.reading.events:
            assert event.passage.start <= event.trigger.start < event.trigger.end <= event.passage.end
            assert any(b.start <= event.passage.start < event.passage.end <= b.end for b in text.reporting())


def test_passages_are_sentences_of_the_reporting() -> None:
    found = loaded(PRESS[0]).reading
    assert found.text is not None
    for event in found.events:
        sentence = event.passage.of(found.text.string)
        assert event.trigger.of(found.text.string) in sentence
        assert sentence.rstrip("”").endswith(".")
        assert "\n" not in sentence


SPOKEN = (
    "Speakers\nWestland Foreign Minister Anna Keller said the road is open. Keller added that it was mined. He said so."
)


def attribution(source: str, said: str, speaker: str | None) -> Any:
    at, what = SPOKEN.index(source), SPOKEN.index(said)
    return {
        "source": {"start": at, "end": at + len(source)}, "cue": None, "kind": "indirect", "speaker": speaker,
        "content": [{"start": what, "end": what + len(said)}], "via": [],
        "addressee": None, "venue": None, "said_on": None,
    }  # fmt: skip


def spoken(*attributions: Any, persons: tuple[str, ...] = ("Anna Keller",)) -> Any:
    article: Any = dict.fromkeys(("headline", "outlet", "byline", "published", "dateline_place", "language"))
    article |= {"relayed_from": [], "blocks": [{"start": 9, "end": len(SPOKEN), "role": "paragraph"}]}
    names = [{"start": SPOKEN.index(p), "end": SPOKEN.index(p) + len(p), "type": "person"} for p in persons]
    line = {"id": "s", "text": SPOKEN, "article": article, "times": [], "names": names, "events": [], "dropped": None}
    return line | {"attributions": list(attributions)}


def test_what_a_speaker_is_follows_from_the_words_on_the_page() -> None:
    line = spoken(
        attribution("Westland Foreign Minister Anna Keller", "the road is open", "Anna Keller"),
        attribution("Keller", "it was mined", "Anna Keller"),
        attribution("He", "so", "Anna Keller"),
        attribution("Speakers", "road", "Westland Foreign Ministry"),
        attribution("Speakers", "road", "officials"),
        attribution("Speakers", "road", None),
    )
    speakers = [s.speaker for s in loaded(line).reading.statements]
    full, short, pronoun, ministry, officials, nobody = speakers
    assert full is not None
    assert (full.type, full.office) == (SpeakerType.PERSON, "Westland Foreign Minister")
    assert [s.grounds for s in (full, short, pronoun) if s] == [
        SpeakerGrounds.NAMED, SpeakerGrounds.SHORT_FORM, SpeakerGrounds.PRONOUN,
    ]  # fmt: skip
    assert [s.type for s in (ministry, officials) if s] == [SpeakerType.BODY, SpeakerType.GROUP]
    assert nobody is None


def test_a_report_inside_a_report_is_nested_in_it() -> None:
    outer = attribution("Westland", "Anna Keller said the road is open", "Westland")
    inner = attribution("Anna Keller", "the road is open", "Anna Keller")
    apart = attribution("Keller", "it was mined", "Anna Keller")
    found = loaded(spoken(outer, inner, apart)).reading.statements
    assert [s.attribution.nested_in for s in found] == [None, found[0].attribution.content[0], None]


def changed(path: str, value: Any) -> Any:
    """The first line of the press with another value at a path, or without it."""
    line: Any = json.loads(json.dumps(PRESS[0]))
    *way, last = (int(step) if step.isdigit() else step for step in path.split("/"))
    place = line
    for step in way:
        place = place[step]
    if value is MISSING:
        del place[last]
    else:
        place[last] = value
    return line


MISSING = object()


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        ("events/1/track", "violence", "field events[1].track: 'violence' is none of ceasefire"),
        ("events/0/track", MISSING, "field events[0].track: is missing"),
        ("events/0/end", 10_000_000, "is no range of a text"),
        ("events/0/start", -1, "field events[0].start: -1 to"),
        ("events/0/start", True, "field events[0].start: True is not a whole number"),
        ("events/0/date", "next week", "field events[0].date: 'next week' is not a date"),
        ("events/0/score", "much", "field events[0].score: 'much' is not a number"),
        ("events/0/actors", ["Norland"], "field events[0].actors[0]: 'Norland' is not an object"),
        ("attributions/0/content", [], "field attributions[0].content: is empty"),
        ("attributions/0/kind", None, "field attributions[0].kind: None is not a string"),
        ("attributions/0/via", [7], "field attributions[0].via[0]: 7 is not a string"),
        ("times/0/earliest", "2020-13-01", "field times[0].earliest: '2020-13-01' is not a date"),
        ("names/0/type", "thing", "field names[0].type: 'thing' is none of person"),
        ("article/published/value", "yesterday", "field article.published.value: 'yesterday' is not a date"),
        ("article/blocks/1/start", 0, "field article.blocks[1].start: 0 lies before the end"),
        ("article", None, "field article: None is not an object"),
        ("text", 7, "field text: 7 is not a string"),
        ("id", MISSING, "field id: is missing"),
    ],
)
def test_a_slip_is_named_by_line_field_and_value(path: str, value: Any, told: str) -> None:
    lines = [json.dumps(PRESS[1]).encode(), b"  ", json.dumps(changed(path, value)).encode()]
    good, bad = LOADER.load(lines, "press.jsonl")
    assert isinstance(good, Loaded)
    assert isinstance(bad, Dropped)
    assert (bad.item, bad.why) == ("press.jsonl:3", Why.BAD_LINE)
    assert bad.detail.startswith("line 3: ")
    assert told in bad.detail


@pytest.mark.parametrize("line", [b"{", b"[]", b"7", b"\xff", b"[" * 100_000, b'{"id": 1}', b"null"])
def test_what_is_no_line_is_a_drop(line: bytes) -> None:
    (found,) = LOADER.load([line], "x")
    assert isinstance(found, Dropped)
    assert found.why is Why.BAD_LINE


def _paths(value: Any, at: str = "") -> list[str]:
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    below = [(f"{at}/{step}", item) for step, item in steps]
    return [*(path for path, _ in below), *(path for p, item in below for path in _paths(item, p))]


JUNK = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=9), st.just([]), st.just({}))


@given(st.sampled_from(_paths(PRESS[0])), st.one_of(JUNK, st.just(MISSING), st.lists(JUNK, max_size=2)))
def test_any_value_anywhere_is_taken_or_named(path: str, value: Any) -> None:
    try:
        found = LOADER.read(json.dumps(changed(path[1:], value)).encode(), "x")
    except BadField as error:
        found = Dropped("x", "lines", Why.BAD_LINE, str(error))
    assert isinstance(found, Loaded) or found.detail is not None


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """An empty record."""
    return open_store(str(tmp_path / "record.db"), OutletRegister(), create=True)


def test_every_line_of_a_run_is_counted(store: Store) -> None:
    bad: Callable[[int], bytes] = lambda n: json.dumps(changed("events/0/rule", n)).encode()  # noqa: E731
    lines = [*(json.dumps(line).encode() for line in PRESS), bad(7), json.dumps(PRESS[0]).encode()]
    with store.writer() as writer:
        tally = load_lines(writer, LOADER.load(lines, "press"), "made elsewhere")
        again = load_lines(writer, LOADER.load(lines[:3], "press"), "made elsewhere")
    assert (tally.pages, tally.added, tally.unchanged, tally.dropped) == (len(lines), len(PRESS), 1, 1)
    assert dict(tally.reasons) == {"BAD_LINE": 1}
    assert (again.pages, again.unchanged) == (3, 3)
    with store.reader() as reader:
        assert list(reader.check()) == []
        assert len(reader.pages(Scope(limit=0))) == len(PRESS)
        assert reader.statements(Scope(limit=1), Sought()).total == sum(len(line["attributions"]) for line in PRESS)


def test_a_page_that_was_dropped_with_its_text_is_kept_and_counted(store: Store) -> None:
    dropped = {"stage": "language", "why": "WRONG_LANGUAGE", "detail": "fr"}
    kept = changed("dropped", dropped) | {"events": [], "attributions": [], "names": [], "times": []}
    gone = kept | {"id": "other", "text": "", "article": kept["article"] | {"blocks": []}}
    with store.writer() as writer:
        lines = [json.dumps(line).encode() for line in (kept, gone)]
        tally = load_lines(writer, LOADER.load(lines, "press"), "made elsewhere")
    assert (tally.dropped, dict(tally.reasons)) == (2, {"WRONG_LANGUAGE": 2})
    with store.reader() as reader:
        (row,) = reader.pages(Scope())
    assert row.dropped_why == "WRONG_LANGUAGE"


def test_a_line_whose_page_was_forgotten_is_dropped(store: Store) -> None:
    lines = [json.dumps(line).encode() for line in PRESS[:2]]
    with store.writer() as writer:
        load_lines(writer, LOADER.load(lines, "press"), "made elsewhere")
        with store.reader() as reader:
            first = reader.pages(Scope())[0].page.id
        writer.forget(first, "ada", "2031-07-01T00:00:00Z", "asked to")
        tally = load_lines(writer, LOADER.load(lines, "press"), "made elsewhere")
    assert (tally.pages, tally.unchanged, dict(tally.reasons)) == (2, 1, {"FORGOTTEN": 1})
